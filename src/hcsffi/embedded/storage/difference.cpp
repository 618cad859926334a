#include "storage/difference.h"

#include <algorithm>

#include "storage/copying.h"

namespace hcsffi {

namespace {

// A folder of the difference, made when the first entry below it is.
struct Place {
    Place* above;
    std::string name;
    std::optional<Folder> folder;

    const Folder& made() {
        if (!folder) folder = above->made().ensure_child(name);
        return *folder;
    }
};

class Walk {
  public:
    Walk(const WrittenLayer& written, const Chain& parents, const Folder& files, Taking taking)
        : written_(written), parents_(parents), taking_(taking), several_(files) {}

    void walk(const Folder& own, const MergedFolder* below, const MergedFolder* rest, bool alone, Place& place, int depth);

    LayerForm form;

  private:
    struct Here {
        const Folder& own;
        const MergedFolder* below;  // what the parents show here; null where they show none
        const MergedFolder* rest;
        bool alone;
        Place& place;
        int depth;
        std::string path;  // "Files/dir"
    };
    void look_at(const Here& here, const std::string& name);
    void remove(const Here& here, const std::string& name);
    void enter(const Here& here, const std::string& name, const Fact& fact, const MergedFolder::Entry& was);
    bool is_unchanged(const Here& here, const std::string& name, const Fact& fact, const MergedFolder::Entry& was) const;
    void take(const Here& here, const std::string& name, const Fact& fact);
    void keep_line(const std::string& path, const Fact& fact, const MergedFolder::Entry& was);

    const WrittenLayer& written_;
    const Chain& parents_;
    const Taking taking_;
    SeveralNames several_;
    std::string path_ = kFilesName;
};

void Walk::walk(const Folder& own, const MergedFolder* below, const MergedFolder* rest, bool alone, Place& place, int depth) {
    if (depth > kMostDepth) throw Refusal(kNameTooLong, "too deep: " + path_);
    const Here here{own, below, rest, alone, place, depth, path_};
    std::vector<std::string> names = own.names();
    if (depth == 0) names.erase(std::remove(names.begin(), names.end(), kScratchArea), names.end());
    for (const std::string& name : names) look_at(here, name);
    if (!alone || below == nullptr) return;
    for (const std::string& name : below->names()) {
        if (std::binary_search(names.begin(), names.end(), name)) continue;
        if (below->find(name).fact.kind != EntryKind::kNothing) remove(here, name);
    }
}

// The folders on the way to a deletion are kept with what was written, so that an overlay made of it finds their modes.
void Walk::remove(const Here& here, const std::string& name) {
    form.deletions.insert(here.path + '/' + name);
    if (taking_ == Taking::kNames) here.place.made();
}

void Walk::look_at(const Here& here, const std::string& name) {
    const Fact fact = here.own.fact(name);
    const MergedFolder::Entry was = here.below == nullptr ? MergedFolder::Entry{} : here.below->find(name);
    switch (fact.kind) {
        case EntryKind::kNothing: return;  // gone meanwhile
        case EntryKind::kSocket:           // lives with whoever listens: no part of a layer
        case EntryKind::kWhiteout:
            if (was.fact.kind != EntryKind::kNothing && was.fact.kind != EntryKind::kSocket) remove(here, name);
            return;
        case EntryKind::kDevice: throw Refusal(kInvalidData, "a device cannot be part of a layer: " + here.path + '/' + name);
        case EntryKind::kFolder: return enter(here, name, fact, was);
        default: break;
    }
    if (is_unchanged(here, name, fact, was)) return;
    take(here, name, fact);
    keep_line(here.path + '/' + name, fact, was);
}

void Walk::enter(const Here& here, const std::string& name, const Fact& fact, const MergedFolder::Entry& was) {
    const bool merges = was.fact.kind == EntryKind::kFolder;
    Place place{&here.place, name, std::nullopt};
    {
        const Folder own = here.own.child(name);
        std::optional<MergedFolder> below, rest;
        if (merges) below.emplace(here.below->enter(name));
        if (here.rest != nullptr && here.rest->find(name).fact.kind == EntryKind::kFolder) rest.emplace(here.rest->enter(name));
        if (!merges || !here.own.same_entry(name, fact, *was.folder, name, was.fact)) place.made();
        path_ = here.path + '/' + name;
        walk(own, below ? &*below : nullptr, rest ? &*rest : nullptr, here.alone || own.hides_below(), place, here.depth + 1);
        path_ = here.path;
    }
    if (!place.folder) return;
    place.folder.reset();
    here.place.made().copy_metadata(name, here.own, name, fact);
    keep_line(here.path + '/' + name, fact, was);
}

bool Walk::is_unchanged(const Here& here, const std::string& name, const Fact& fact, const MergedFolder::Entry& was) const {
    // Names of one file were given by whoever wrote here, for those of the parents are files of their own in a view.
    if (was.fact.kind != fact.kind || fact.names > 1) return false;
    const bool untouched = fact.changed_ns <= written_.unchanged_until;
    if (untouched && (here.rest == nullptr || here.rest->find(name).fact.kind == EntryKind::kNothing)) return true;
    return here.own.same_entry(name, fact, *was.folder, name, was.fact);
}

void Walk::take(const Here& here, const std::string& name, const Fact& fact) {
    const Folder& target = here.place.made();
    if (taking_ == Taking::kNames && target.add_name(name, here.own, name)) return;
    if (fact.names > 1) {
        const std::string below_files = (here.path + '/' + name).substr(std::string_view(kFilesName).size() + 1);
        several_.make(target, name, below_files, here.own, name, fact);
    } else {
        target.copy_entry(name, here.own, name, fact);
    }
}

void Walk::keep_line(const std::string& path, const Fact& fact, const MergedFolder::Entry& was) {
    if (was.fact.kind != fact.kind) return;
    const auto& lines = parents_[was.source]->form.lines;
    if (const auto found = lines.find(path); found != lines.end()) form.lines[path] = changed_line(found->second);
}

}  // namespace

std::vector<MergedSource> sources_of(const Chain& chain) {
    std::vector<MergedSource> sources;
    for (const auto& layer : chain) sources.push_back({&layer->folder, &layer->form});
    return sources;
}

void write_difference(const WrittenLayer& written, const Chain& parents, const Folder& target, Taking taking) {
    const MergedFolder below(sources_of(parents), kFilesName);
    std::optional<MergedFolder> rest;
    if (written.rest != nullptr) rest.emplace(std::vector<MergedSource>{{&written.rest->folder, &written.rest->form}}, kFilesName);
    Place files{nullptr, kFilesName, target.make_child(kFilesName)};
    Walk walk(written, parents, *files.folder, taking);
    walk.walk(*written.files, &below, rest ? &*rest : nullptr, written.stands_alone, files, 0);
    write_form(target, walk.form);
}

}  // namespace hcsffi
