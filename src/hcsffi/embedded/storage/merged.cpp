#include "storage/merged.h"

#include <set>

namespace hcsffi {

MergedFolder::MergedFolder(const std::vector<MergedSource>& layers, const std::string& top) : path_(top) {
    for (size_t at = 0; at < layers.size(); ++at) parts_.push_back({at, layers[at].form, layers[at].layer->find_child(top)});
}

MergedFolder::Entry MergedFolder::find(const std::string& name) const {
    const std::string path = path_of(name);
    for (const Part& part : parts_) {
        if (part.folder) {
            Fact fact = part.folder->fact(name);
            if (fact.kind != EntryKind::kNothing) return {fact, &*part.folder, part.source};
        }
        if (part.form->deletions.count(path) > 0) break;
    }
    return {};
}

MergedFolder MergedFolder::enter(const std::string& name) const {
    const std::string path = path_of(name);
    std::vector<Part> parts;
    for (const Part& part : parts_) {
        const EntryKind kind = part.folder ? part.folder->fact(name).kind : EntryKind::kNothing;
        if (kind != EntryKind::kNothing && kind != EntryKind::kFolder) break;  // hides what is below it, and is hidden itself
        if (kind == EntryKind::kFolder) {
            parts.push_back({part.source, part.form, part.folder->child(name)});
        } else if (!part.form->deletions.empty()) {
            parts.push_back({part.source, part.form, std::nullopt});
        }
        if (part.form->deletions.count(path) > 0) break;
    }
    return {path, std::move(parts)};
}

std::vector<std::string> MergedFolder::names() const {
    std::set<std::string> names;
    for (const Part& part : parts_) {
        if (!part.folder) continue;
        for (std::string& name : part.folder->names()) names.insert(std::move(name));
    }
    return {names.begin(), names.end()};
}

}  // namespace hcsffi
