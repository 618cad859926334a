#include "storage/copying.h"

namespace hcsffi {

namespace {

struct Copying {
    SeveralNames several;
    const std::function<bool(size_t)>& keeps_names;

    void copy(const MergedFolder& from, const Folder& to, const std::string& above, int depth) {
        if (depth > kMostDepth) throw Refusal(kNameTooLong, "too deep: " + above);
        for (const std::string& name : from.names()) {
            const MergedFolder::Entry entry = from.find(name);
            if (entry.fact.kind == EntryKind::kNothing || entry.fact.kind == EntryKind::kSocket) continue;
            const std::string path = above.empty() ? name : above + '/' + name;
            if (entry.fact.kind == EntryKind::kFolder) {
                {
                    const Folder made = to.make_child(name);
                    copy(from.enter(name), made, path, depth + 1);
                }
                to.copy_metadata(name, *entry.folder, name, entry.fact);
            } else if (entry.fact.names > 1 && keeps_names(entry.source)) {
                several.make(to, name, path, *entry.folder, name, entry.fact);
            } else {
                to.copy_entry(name, *entry.folder, name, entry.fact);
            }
        }
    }
};

// The folder that `path` lies in, and its last name.
Folder descend(const Folder& top, std::string_view path, std::string* name) {
    Folder at = top.again();
    for (size_t slash; (slash = path.find('/')) != std::string_view::npos; path.remove_prefix(slash + 1)) {
        at = at.child(std::string(path.substr(0, slash)));
    }
    *name = path;
    return at;
}

}  // namespace

void SeveralNames::make(const Folder& folder, const std::string& name, const std::string& path, const Folder& from,
                        const std::string& from_name, const Fact& fact) {
    const auto [found, fresh] = first_.emplace(std::pair(fact.device, fact.number), path);
    if (!fresh) {
        std::string first;
        const Folder there = descend(top_, found->second, &first);
        if (folder.add_name(name, there, first)) return;
    }
    folder.copy_entry(name, from, from_name, fact);
}

void copy_merged(const MergedFolder& from, const Folder& to, const std::function<bool(size_t)>& keeps_names) {
    Copying{SeveralNames(to), keeps_names}.copy(from, to, "", 0);
}

}  // namespace hcsffi
