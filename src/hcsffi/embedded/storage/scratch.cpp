#include "storage/scratch.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "document/document.h"
#include "ground/json_writer.h"
#include "storage/copying.h"
#include "storage/view.h"

namespace hcsffi {

namespace {

constexpr const char* kMarker = "marker.json";
constexpr const char* kLock = "lock";
constexpr const char* kUse = "use";
constexpr const char* kStamp = "stamp";
constexpr const char* kUpper = "upper";
constexpr const char* kDifference = "difference";
constexpr const char* kNewDifference = "difference.new";
constexpr const char* kSpare = "spare";
constexpr size_t kSpareBytes = size_t{64} << 10;
constexpr size_t kLongestMarker = size_t{4} << 20;

constexpr const char* kSteps[] = {"ready", "attaching", "attached", "detaching"};

std::vector<LayerReference> read_parents(const Node& root) {
    std::vector<LayerReference> parents;
    for (const Node& parent : root["Parents"].elements()) parents.push_back({parent["Id"].text_or(""), parent["Path"].text_or("")});
    return parents;
}

bool is_scratch_area(const Folder& area) {
    try {
        const auto text = area.read_text(kMarker, kLongestMarker);
        if (!text) return false;
        const Document document = Document::parse(*text);
        return document.root()["Form"].count().value_or(0) == 1 && document.root()["Kind"].text_or("") == "scratch";
    } catch (const Refusal& refusal) {
        if (refusal.code() == kInvalidJson || refusal.code() == kInvalidData) return false;
        throw;
    }
}

// The folder itself: what an overlay of ours shows at the path is not it.
struct Site {
    Folder root;
    bool covered;
};

// errors: kPathNotFound, kSharingViolation when an overlay is mounted in the midst of it.
Site site_of(const std::string& path) {
    auto beneath = beneath_overlay(path);
    if (beneath && beneath->fact(kScratchArea).kind == EntryKind::kFolder) return {std::move(*beneath), true};
    Folder root = Folder::at(path);
    if (!beneath && beneath_overlay(path)) throw Refusal(kSharingViolation, "another call works on " + path);
    return {std::move(root), false};
}

// The moment up to which nobody but the host has changed anything: by the file system's clock, later than the last of its own changes.
int64_t moment_after(const Folder& area, int64_t last_ns) {
    for (;;) {
        area.write_text(kStamp, "");
        const int64_t now_ns = area.fact(kStamp).changed_ns;
        if (now_ns > last_ns) return last_ns;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace

// -- marker

void Scratch::read_marker() {
    const Document document = Document::parse(area_.read_text(kMarker, kLongestMarker).value_or(""), kInvalidLayer);
    const Node root = document.root();
    const auto* const step = std::find(std::begin(kSteps), std::end(kSteps), root["Step"].text_or(""));
    if (step == std::end(kSteps)) throw Refusal(kInvalidLayer, "the marker of the writable layer is not the host's: " + path_);
    step_ = static_cast<Step>(step - std::begin(kSteps));
    way_ = root["Way"].text_or("") == "overlay" ? ViewWay::kOverlay : ViewWay::kCopy;
    stamp_ns_ = root["UnchangedUntil"].integer(INT64_MIN, INT64_MAX).value_or(0);
    parents_ = read_parents(root);
}

void Scratch::note(Step step) {
    JsonWriter json;
    json.open('{').member("Form", uint32_t{1}).member("Kind", "scratch").member("Step", kSteps[static_cast<size_t>(step)]);
    json.member("Way", way_ == ViewWay::kOverlay ? "overlay" : "copy").member_json("UnchangedUntil", std::to_string(stamp_ns_));
    json.open("Parents", '[');
    for (const LayerReference& parent : parents_) json.open('{').member("Id", parent.id).member("Path", parent.path).close('}');
    area_.write_text(kMarker, json.close(']').close('}').text() + '\n');
    step_ = step;
}

// What made it ready can be seen without the note, and is seen by the next call: on a full disk it is not worth a failure, for what was
// attached would stay so, and nothing could be destroyed to make room.
void Scratch::settle() {
    try {
        note(Step::kReady);
    } catch (const Refusal& refusal) {
        if (refusal.code() != kDiskFull) throw;
        step_ = Step::kReady;
    }
}

// -- opening

void Scratch::initialize(const std::string& path, const std::vector<LayerReference>& parents) {
    Site site = site_of(path);
    if (site.covered) throw Refusal(kAlreadyExists, "a writable layer already: " + path);
    Folder root = std::move(site.root);
    if (hcsffi::read_marker(root) != LayerKind::kNone) throw Refusal(kAlreadyExists, "a layer already: " + path);
    for (const std::string& name : root.names()) {
        if (name != kScratchArea) throw Refusal(kFolderNotEmpty, "the folder is not empty: " + path);
    }
    Folder area = root.ensure_child(kScratchArea);
    auto lock = area.ensure_lock(kLock);
    if (!lock) throw Refusal(kSharingViolation, "another call works on " + path);
    if (is_scratch_area(area)) throw Refusal(kAlreadyExists, "a writable layer already: " + path);
    for (const std::string& name : area.names())
        if (name != kLock) remove_tree(area, name);  // of an initialisation that was killed
    area.write_text(kUse, "");
    Scratch scratch(path, std::move(root), std::move(area), std::move(*lock));
    scratch.parents_ = parents;
    scratch.note(Step::kReady);
}

bool Scratch::is_one(const std::string& path) {
    const Folder root = site_of(path).root;
    return root.fact(kScratchArea).kind == EntryKind::kFolder && is_scratch_area(root.child(kScratchArea));
}

Scratch Scratch::open(const std::string& path) {
    auto [root, covered] = site_of(path);
    if (root.fact(kScratchArea).kind != EntryKind::kFolder) throw Refusal(kInvalidLayer, "no writable layer: " + path);
    Folder area = root.child(kScratchArea);
    if (!is_scratch_area(area)) throw Refusal(kInvalidLayer, "no writable layer: " + path);
    auto lock = area.lock(kLock, true);
    if (!lock) throw Refusal(kSharingViolation, "another call works on " + path);
    // From here on nobody mounts or unmounts; before, somebody may have, and this holds the wrong side of it.
    if (covered != (covered ? is_covered(path) : site_of(path).covered)) throw Refusal(kSharingViolation, "another call works on " + path);
    Scratch scratch(path, std::move(root), std::move(area), std::move(*lock));
    scratch.read_marker();
    scratch.recover(covered);
    if (covered && scratch.step_ == Step::kReady) {
        // Nothing covers it any more, and what was held beneath can be mounted on nowhere.
        scratch.root_ = Folder::at(path);
        scratch.area_ = scratch.root_.child(kScratchArea);
    }
    return scratch;
}

std::pair<uint64_t, uint64_t> Scratch::identity() const {
    const Fact fact = area_.fact();
    return {fact.device, fact.number};
}

void Scratch::recover(bool covered) {
    if (step_ == Step::kAttaching) {
        clear_view();
        settle();
    } else if (step_ == Step::kDetaching) {
        put_difference_in_place();
        clear_view();
        settle();
    } else if (step_ == Step::kAttached && way_ == ViewWay::kOverlay && !covered) {
        step_ = Step::kReady;  // it was detached, somebody has unmounted it, or the machine was started anew
    }
    if (area_.fact(kNewDifference).kind != EntryKind::kNothing) remove_tree(area_, kNewDifference);
}

void Scratch::clear_view() const {
    root_.open_up();
    for (const std::string& name : root_.names()) {
        if (name != kScratchArea) remove_tree(root_, name);
    }
    if (area_.fact(kSpare).kind != EntryKind::kNothing) remove_tree(area_, kSpare);
}

std::optional<HeldLayer> Scratch::difference() const {
    auto folder = area_.find_child(kDifference);
    if (!folder) return std::nullopt;
    LayerForm form = read_form(*folder);
    return HeldLayer{std::move(*folder), std::move(form), FileLock()};
}

// -- attach

Scratch::Use Scratch::attach(const std::vector<LayerReference>& parents, ViewWay wanted) {
    if (step_ != Step::kReady) throw Refusal(kInvalidState, "the writable layer is attached: " + path_);
    if (parents.empty()) throw Refusal(kInvalidArgument, "a writable layer needs a parent");
    Chain chain = hold_chain(parents);
    for (const auto& layer : chain) {
        if (!layer->folder.find_child(kFilesName)) throw Refusal(kFileNotFound, "the layer has no Files: " + layer->folder.path());
    }
    auto use = area_.lock(kUse, false);
    if (!use) throw Refusal(kSharingViolation, "another process works on " + path_);
    for (const std::string& name : root_.names()) {
        if (name != kScratchArea) throw Refusal(kFolderNotEmpty, "something was put into " + path_ + " while nothing was attached");
    }
    parents_ = parents;
    if (wanted == ViewWay::kCopy || !attach_overlay(chain)) {
        if (wanted == ViewWay::kOverlay) throw Refusal(kNotSupported, "no overlay can be mounted at " + path_);
        attach_copy(chain);
    }
    return {std::move(*use), std::move(chain), way_};
}

bool Scratch::attach_overlay(const Chain& parents) {
    if (!may_mount_overlay()) return false;
    way_ = ViewWay::kOverlay;
    turn_difference_into_upper();
    // Noted once in a life, and before it is so: without the mount the note says nothing. To replace a file costs more than all else here
    // where the file system writes at once what takes another's place.
    note(Step::kAttached);
    return mount_overlay(root_, area_, parents);
}

void Scratch::attach_copy(const Chain& parents) {
    way_ = ViewWay::kCopy;
    turn_upper_into_difference(parents);
    note(Step::kAttaching);
    std::vector<MergedSource> sources = sources_of(parents);
    const auto written = difference();
    if (written) sources.insert(sources.begin(), {&written->folder, &written->form});
    try {
        copy_merged(MergedFolder(sources, kFilesName), root_, [&](size_t source) { return written && source == 0; });
        area_.write_text(kSpare, std::string(kSpareBytes, '\0'));
        area_.write_text(kStamp, "");
        stamp_ns_ = moment_after(area_, area_.fact(kStamp).changed_ns);
    } catch (...) {
        clear_view();  // and the note is taken back by whoever comes next: on a full disk there may be no room for it
        throw;
    }
    note(Step::kAttached);
}

void Scratch::turn_difference_into_upper() const {
    const auto written = difference();
    if (!written) return;
    // Each step may be done again: what it makes is there already, or what it takes is gone.
    if (const auto files = written->folder.find_child(kFilesName)) {
        for (const std::string& deleted : written->form.deletions) {
            Folder at = files->again();
            std::string_view rest = std::string_view(deleted).substr(std::string_view(kFilesName).size() + 1);
            for (size_t slash; (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
                at = at.ensure_child(std::string(rest.substr(0, slash)));
            }
            if (at.fact(std::string(rest)).kind == EntryKind::kNothing) make_whiteout(at, std::string(rest));
        }
        if (area_.fact(kUpper).kind != EntryKind::kNothing) remove_tree(area_, kUpper);
        area_.move_here(kUpper, written->folder, kFilesName);
    }
    remove_tree(area_, kDifference);
}

void Scratch::turn_upper_into_difference(const Chain& parents) const {
    const auto upper = area_.find_child(kUpper);
    if (!upper) return;
    const Folder fresh = area_.make_child(kNewDifference);
    WrittenLayer written;
    written.files = &*upper;
    write_difference(written, parents, fresh, Taking::kNames);
    put_difference_in_place();
    remove_tree(area_, kUpper);
}

// -- detach

void Scratch::detach() {
    if (step_ != Step::kAttached) throw Refusal(kInvalidState, "the writable layer is not attached: " + path_);
    if (way_ == ViewWay::kOverlay) {
        unmount_overlay(path_);
        step_ = Step::kReady;
        return;
    }
    // On a full disk the spare room takes the folders of the difference; its files are further names of the view's.
    if (area_.fact(kSpare).kind != EntryKind::kNothing) remove_tree(area_, kSpare);
    try {
        const Folder fresh = area_.make_child(kNewDifference);
        write_difference_to(fresh, hold_chain(parents_));
        note(Step::kDetaching);
    } catch (...) {
        remove_tree(area_, kNewDifference);
        throw;
    }
    put_difference_in_place();
    clear_view();
    settle();
}

void Scratch::put_difference_in_place() const {
    if (area_.fact(kNewDifference).kind == EntryKind::kNothing) return;
    if (area_.fact(kDifference).kind != EntryKind::kNothing) remove_tree(area_, kDifference);
    area_.move_here(kDifference, area_, kNewDifference);
}

void Scratch::write_difference_to(const Folder& target, const Chain& parents) const {
    WrittenLayer written;
    const auto rest = difference();
    if (step_ == Step::kAttached && way_ == ViewWay::kCopy) {
        written.files = &root_;
        written.stands_alone = true;
        written.unchanged_until = stamp_ns_;
        written.rest = rest ? &*rest : nullptr;
        const bool within = target.path().compare(0, area_.path().size(), area_.path()) == 0;
        return write_difference(written, parents, target, within ? Taking::kNames : Taking::kCopies);
    }
    if (const auto upper = area_.find_child(kUpper)) {
        written.files = &*upper;
        return write_difference(written, parents, target, Taking::kCopies);
    }
    const Folder files = target.make_child(kFilesName);
    if (!rest) return;
    copy_merged(MergedFolder({{&rest->folder, &rest->form}}, kFilesName), files, [](size_t) { return true; });
    write_form(target, rest->form);
}

void Scratch::empty() {
    if (is_attached()) {
        const auto use = area_.lock(kUse, true);
        if (!use) throw Refusal(kSharingViolation, "attached by a living process: " + path_);
        if (way_ == ViewWay::kOverlay) unmount_overlay(path_);
    }
    clear_view();
    for (const std::string& name : area_.names()) {
        if (name != kMarker && name != kLock && name != kUse) remove_tree(area_, name);
    }
    // Until the marker has gone the next call opens it, which takes the lock; from then on this is a remainder.
    area_.remove_entry(kMarker, EntryKind::kFile);
    lock_.reset();  // Windows keeps the name of an open file
    remove_tree(root_, kScratchArea);
}

bool Scratch::remove_remainder(const Folder& root) {
    const std::vector<std::string> names = root.names();
    if (names.size() != 1 || names.front() != kScratchArea || root.fact(kScratchArea).kind != EntryKind::kFolder) return false;
    {
        const Folder area = root.child(kScratchArea);
        const std::string unwritten = std::string(kMarker) + ".new";
        for (const std::string& name : area.names()) {
            if (name != kLock && name != kUse && name != unwritten) return false;
        }
        const bool locked = area.fact(kLock).kind == EntryKind::kNothing || area.lock(kLock, true);
        if (!locked) throw Refusal(kSharingViolation, "another call works on " + root.path());
    }
    remove_tree(root, kScratchArea);
    return true;
}

}  // namespace hcsffi
