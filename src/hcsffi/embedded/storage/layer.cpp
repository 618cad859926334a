#include "storage/layer.h"

#include <algorithm>
#include <filesystem>
#include <new>

#include "storage/copying.h"
#include "storage/disk.h"

namespace hcsffi {

namespace {

// Where a layer is put together before its folder gets it.
constexpr const char* kStaging = ".hcsffi-staging";

// What may lie in a folder that is to become a layer: what clients make there first, by the names Windows' tools use.
constexpr std::string_view kExpected[] = {"blank-base.vhdx", "blank.vhdx", "SystemTemplateBase.vhdx", "SystemTemplate.vhdx", "sandbox.vhdx",
                                          "layerchain.json", kStaging};

// What of a layer is replaced when another one is imported into its folder.
constexpr const char* kReplaced[] = {kFilesName, kUtilityName, kHivesName, kLayoutName, kTombstonesName, kSidecarName};

bool is_expected(std::string_view name) { return std::find(std::begin(kExpected), std::end(kExpected), name) != std::end(kExpected); }

void check_apart(const std::string& one, const std::string& other) {
    const auto whole = [](const std::string& path) {
        std::error_code error;
        const auto resolved = std::filesystem::weakly_canonical(std::filesystem::u8path(path), error);
        if (error == std::errc::not_enough_memory) throw std::bad_alloc();
        if (error == std::errc::io_error) throw Refusal(kDeviceError, "cannot look at " + path);
        return error ? std::filesystem::u8path(path) : resolved;
    };
    const auto first = whole(one), second = whole(other);
    const auto begins = [](const std::filesystem::path& outer, const std::filesystem::path& inner) {
        return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
    };
    if (begins(first, second) || begins(second, first)) throw Refusal(kInvalidArgument, "one lies in the other: " + one + ", " + other);
}

// The trees and files of a layer's form. Devices are refused.
void copy_form(const Folder& from, const LayerForm& form, const Folder& to) {
    const LayerForm nothing_deleted;
    const auto keeps_names = [](size_t) { return true; };
    // One list of names for all trees: files of Files and of UtilityVM may be the same file.
    for (const char* top : {kFilesName, kHivesName}) {
        if (from.fact(top).kind == EntryKind::kNothing) continue;
        copy_merged(MergedFolder({{&from, &nothing_deleted}}, top), to.make_child(top), keeps_names);
        to.copy_metadata(top, from, top, from.fact(top));
    }
    if (from.fact(kUtilityName).kind != EntryKind::kNothing) {
        const Folder utility = from.child(kUtilityName), made = to.make_child(kUtilityName);
        copy_merged(MergedFolder({{&utility, &nothing_deleted}}, kFilesName), made.make_child(kFilesName), keeps_names);
    }
    if (from.fact(kLayoutName).kind == EntryKind::kFile) to.copy_entry(kLayoutName, from, kLayoutName, from.fact(kLayoutName));
    write_form(to, form);
}

Folder open_target(const std::string& path) {
    std::string name;
    const Folder parent = Folder::parent_of(path, &name);
    return parent.ensure_child(name);
}

FileLock lock_layer(const Folder& layer, const std::string& path) {
    auto lock = layer.lock(kMarkerName, true);
    if (!lock) throw Refusal(kSharingViolation, "the layer is in use: " + path);
    return std::move(*lock);
}

// Puts what was staged into its place. Until the marker is there again the folder is no layer, and the staging folder tells whose it is.
// Windows keeps a removed file's name for as long as it is open: the lock is let go as soon as the marker is removed.
void replace(const Folder& layer, const Folder& staged, FileLock lock) {
    layer.remove_entry(kMarkerName, EntryKind::kFile);
    lock.reset();
    for (const char* name : kReplaced) {
        remove_tree(layer, name);
        if (staged.fact(name).kind != EntryKind::kNothing) layer.move_here(name, staged, name);
    }
    write_marker(layer, LayerKind::kLayer);
    remove_tree(layer, kStaging);
}

// Runs `fill` on a fresh folder inside `target`, then brings what it made up into `target`; on failure nothing is left.
template <class Fill>
void give_out(const std::string& path, Fill fill) {
    const Folder target = Folder::at(path);
    if (!target.names().empty()) throw Refusal(kFolderNotEmpty, "the export folder is not empty: " + path);
    try {
        const Folder staged = target.make_child(kStaging);
        fill(staged);
        for (const std::string& name : staged.names()) target.move_here(name, staged, name);
        target.remove_entry(kStaging, EntryKind::kFolder);
    } catch (...) {
        for (const std::string& name : target.names()) remove_tree(target, name);
        throw;
    }
}

void empty_layer(const Folder& folder, const std::string& path) {
    FileLock lock = lock_layer(folder, path);
    for (const std::string& name : folder.names()) {
        if (name != kMarkerName) remove_tree(folder, name);
    }
    folder.remove_entry(kMarkerName, EntryKind::kFile);
    lock.reset();
}

// A folder with a disk of the host's: what a writable layer looks like from outside.
void empty_disk_folder(const Folder& folder, const std::string& path) {
    for (const std::string& name : folder.names()) {
        const std::string inner = path + '/' + name;
        if (folder.fact(name).kind == EntryKind::kFolder && is_disk_mount(folder, name) && Scratch::is_one(inner))
            Scratch::open(inner).empty();
    }
    for (const std::string& name : folder.names()) {
        if (!is_disk(folder, name)) remove_tree(folder, name);
    }
    for (const std::string& name : folder.names()) remove_tree(folder, name);
}

bool holds_disk(const Folder& folder) {
    const std::vector<std::string> names = folder.names();
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return is_disk(folder, name); }) &&
           std::all_of(names.begin(), names.end(), [&](const std::string& name) {
               return is_disk(folder, name) || is_disk_mount(folder, name) || name == kMarkerName || name == "layerchain.json";
           });
}

}  // namespace

void check_becomes_layer(const Folder& folder) {
    for (const std::string& name : folder.names()) {
        const bool expected =
            is_expected(name) || name == kMarkerName || std::find(std::begin(kReplaced), std::end(kReplaced), name) != std::end(kReplaced);
        if (!expected) throw Refusal(kFolderNotEmpty, "the folder holds something else than a layer: " + folder.path());
    }
}

void import_layer(const std::string& path, const std::string& source_path, const std::vector<LayerReference>& parents) {
    check_apart(path, source_path);
    const Folder source = Folder::at(source_path);
    if (source.fact(kFilesName).kind != EntryKind::kFolder) throw Refusal(kFileNotFound, "no Files in " + source_path);
    for (const LayerReference& parent : parents) check_apart(path, parent.path);
    const Chain chain = hold_chain(parents);
    const LayerForm form = read_form(source);
    const Folder layer = open_target(path);
    const bool fresh = layer.names().empty();
    FileLock lock;
    if (read_marker(layer) != LayerKind::kNone) {
        lock = lock_layer(layer, path);
    } else if (layer.fact(kStaging).kind == EntryKind::kNothing) {
        if (layer.fact(kFilesName).kind != EntryKind::kNothing) throw Refusal(kFolderNotEmpty, "Files of somebody else's are in " + path);
        check_becomes_layer(layer);
    }
    remove_tree(layer, kStaging);
    const Folder staged = layer.make_child(kStaging);
    try {
        copy_form(source, form, staged);
    } catch (...) {
        remove_tree(layer, kStaging);
        if (fresh) {
            std::string name;
            Folder::parent_of(path, &name).remove_entry(name, EntryKind::kFolder);
        }
        throw;
    }
    replace(layer, staged, std::move(lock));
}

void export_layer(const std::string& path, const std::string& target, const std::vector<LayerReference>& parents) {
    check_apart(path, target);
    const auto layer = hold_layer(path);
    const Chain chain = hold_chain(parents);
    give_out(target, [&](const Folder& staged) { copy_form(layer->folder, layer->form, staged); });
}

void export_scratch(const std::string& path, const std::string& target, const std::vector<LayerReference>& parents, const HeldBy& held) {
    check_apart(path, target);
    const Scratch scratch = Scratch::open(path);
    const Chain chain = hold_chain(parents, held(scratch));
    give_out(target, [&](const Folder& staged) { scratch.write_difference_to(staged, chain); });
}

void initialize_legacy(const std::string& mount, const std::string& folder_path, const std::vector<LayerReference>& parents) {
    const Folder folder = Folder::at(folder_path);
    const Fact mounted = Folder::at(mount).fact(), own = folder.fact();
    if (mounted.device == own.device && mounted.number == own.number) return Scratch::initialize(mount, parents);
    if (read_marker(folder) != LayerKind::kNone) throw Refusal(kAlreadyExists, "a layer already: " + folder_path);
    for (const std::string& name : folder.names()) {
        const Fact fact = folder.fact(name);
        const bool is_mount = fact.device == mounted.device && fact.number == mounted.number;
        if (!is_mount && !is_expected(name))
            throw Refusal(kFolderNotEmpty, "the folder holds something else than a writable layer: " + folder_path);
    }
    Scratch::initialize(mount, parents);
    write_marker(folder, LayerKind::kLegacy);
}

void export_legacy(const std::string& mount, const std::string& folder_path, const std::string& target,
                   const std::vector<LayerReference>& parents, const HeldBy& held) {
    const Folder folder = Folder::at(folder_path);
    const bool same = Scratch::is_one(folder_path);
    if (!same && read_marker(folder) != LayerKind::kLegacy) throw Refusal(kInvalidLayer, "no folder of a writable layer: " + folder_path);
    export_scratch(mount, target, parents, held);
}

void destroy_layer(const std::string& path) {
    std::string name;
    const Folder parent = Folder::parent_of(path, &name);
    const EntryKind kind = parent.fact(name).kind;
    if (kind == EntryKind::kNothing) throw Refusal(kPathNotFound, "there is no layer " + path);
    if (kind != EntryKind::kFolder) throw Refusal(kInvalidLayer, "no folder: " + path);
    if (Scratch::is_one(path)) {
        Scratch::open(path).empty();
    } else if (const Folder layer = parent.child(name); !Scratch::remove_remainder(layer)) {
        // An attach since the first look has laid its view over the folder, and the view is no layer to destroy.
        if (Scratch::is_one(path)) throw Refusal(kSharingViolation, "another call works on " + path);
        const LayerKind marked = read_marker(layer);
        if (marked == LayerKind::kNone && !holds_disk(layer)) throw Refusal(kInvalidLayer, "no layer: " + path);
        if (holds_disk(layer)) {
            empty_disk_folder(layer, path);
        } else {
            empty_layer(layer, path);
        }
    }
    parent.remove_entry(name, EntryKind::kFolder);
}

}  // namespace hcsffi
