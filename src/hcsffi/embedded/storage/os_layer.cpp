#include "storage/os_layer.h"

#include <array>
#include <utility>

#include "document/document.h"
#include "document/shape.h"
#include "ground/json_writer.h"
#include "storage/disk.h"
#include "storage/layer.h"

namespace hcsffi {

namespace {

// The registry of the files, and the names of its hives in a base layer.
constexpr std::array<std::pair<const char*, const char*>, 5> kHives = {{{"DEFAULT", "DefaultUser_Base"},
                                                                        {"SAM", "Sam_Base"},
                                                                        {"SECURITY", "Security_Base"},
                                                                        {"SOFTWARE", "Software_Base"},
                                                                        {"SYSTEM", "System_Base"}}};
constexpr std::array<const char*, 3> kConfiguration = {"Windows", "System32", "config"};

std::string read_type(const std::string& options) {
    const Document document = Document::parse_optional(options);
    check_shape(document.root(), "OsLayerOptions");
    return document.root()["Type"].text_or("Container");
}

std::optional<Folder> registry_of(const Folder& files) {
    std::optional<Folder> at = files.again();
    for (const char* name : kConfiguration) {
        if (!at || at->fact(name).kind != EntryKind::kFolder) return std::nullopt;
        at = at->child(name);
    }
    return at;
}

Folder files_of(const Folder& layer) {
    if (layer.fact(kFilesName).kind != EntryKind::kFolder) throw Refusal(kFileNotFound, "no Files in " + layer.path());
    return layer.child(kFilesName);
}

void check_not_set_up(const Folder& folder) {
    for (const char* name : {kHivesName, kLayoutName}) {
        if (folder.fact(name).kind != EntryKind::kNothing) throw Refusal(kAlreadyExists, folder.path() + " is set up already");
    }
}

// Hives first: what has a Layout is complete. On failure neither is left.
void make_state(const Folder& files, const Folder& target, const std::string& type) {
    try {
        const Folder hives = target.make_child(kHivesName);
        const auto registry = registry_of(files);
        for (const auto& [from, to] : kHives) {
            if (!registry || registry->fact(from).kind != EntryKind::kFile) continue;
            hives.copy_entry(to, *registry, from, registry->fact(from));
        }
        JsonWriter json;
        target.write_text(kLayoutName, json.open('{').member("Type", type).close('}').text() + '\n');
    } catch (...) {
        remove_tree(target, kHivesName);
        throw;
    }
}

}  // namespace

void set_up_os_layer(const std::string& path, NativeDescriptor disk, const std::string& options) {
    const std::string type = read_type(options);
    if ((type == "Vm") != (disk != kNoDisk)) throw Refusal(kInvalidArgument, "a disk goes with the type Vm and with no other");
    if (disk != kNoDisk) {
        path_of_file(disk);
        if (!is_formatted(disk)) throw Refusal(kUnrecognizedVolume, "the disk was not formatted");
    }
    const Folder layer = Folder::at(path);
    const Folder files = files_of(layer);
    check_not_set_up(layer);
    check_becomes_layer(layer);
    if (!read_form(layer).deletions.empty()) throw Refusal(kInvalidData, "a base layer deletes nothing: " + path);
    make_state(files, layer, type);
    write_marker(layer, LayerKind::kBase);
}

void set_up_os_volume(const std::string& path, const std::string& volume_path, const std::string& options) {
    const std::string type = read_type(options);
    const Folder layer = Folder::at(path), volume = Folder::at(volume_path);
    const Folder files = files_of(layer);
    check_not_set_up(volume);
    make_state(files, volume, type);
}

}  // namespace hcsffi
