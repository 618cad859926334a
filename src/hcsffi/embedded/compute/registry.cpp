#include "compute/registry.h"

#include "ground/insist.h"
#include "ground/text.h"

namespace hcsffi {

constexpr size_t kListedUnits = 160;  // what a listing says of a system with short names
constexpr size_t kAtOnce = 256;       // few enough to be in the processor's memory still when they are looked at

bool Registry::enter(const std::shared_ptr<System>& system) {
    Lock<Rank::kLeaf> lock(mutex_);
    return systems_.emplace(std::pair(system->name_space(), system->id()), system).second;
}

void Registry::move_in(const System& hosted, const std::string& hosting_id) {
    Lock<Rank::kLeaf> lock(mutex_);
    const auto found = systems_.find({hosted.name_space(), hosted.id()});
    if (found == systems_.end() || found->second.get() != &hosted) return;  // it has left already
    tenants_.insert({hosted.name_space(), hosting_id, hosted.id()});
}

std::vector<std::shared_ptr<System>> Registry::hosted_by(const System& hosting) const {
    std::vector<std::shared_ptr<System>> hosted;
    const std::string& name_space = hosting.name_space();
    Lock<Rank::kLeaf> lock(mutex_);
    for (auto tenant = tenants_.lower_bound({name_space, hosting.id(), ""}); tenant != tenants_.end(); ++tenant) {
        if ((*tenant)[0] != name_space || (*tenant)[1] != hosting.id()) break;
        if (const auto found = systems_.find({name_space, (*tenant)[2]}); found != systems_.end()) hosted.push_back(found->second);
    }
    return hosted;
}

void Registry::leave(const System& system) {
    std::shared_ptr<System> owner;  // dropped after the lock
    const auto key = insist([&] { return std::pair(system.name_space(), system.id()); });
    const auto tenancy = insist([&] { return std::array{system.name_space(), system.hosting_id(), system.id()}; });
    Lock<Rank::kLeaf> lock(mutex_);
    const auto found = systems_.find(key);
    if (found == systems_.end() || found->second.get() != &system) return;
    tenants_.erase(tenancy);
    owner = std::move(found->second);
    systems_.erase(found);
    if (systems_.empty()) nodes_.release();
}

std::shared_ptr<System> Registry::find(const std::string& name_space, const std::string& id) const {
    Lock<Rank::kLeaf> lock(mutex_);
    const auto found = systems_.find({name_space, id});
    return found == systems_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<System>> Registry::all() const {
    Lock<Rank::kLeaf> lock(mutex_);
    std::vector<std::shared_ptr<System>> systems;
    for (const auto& [key, system] : systems_) systems.push_back(system);
    return systems;
}

size_t Registry::size() const {
    Lock<Rank::kLeaf> lock(mutex_);
    return systems_.size();
}

std::vector<std::shared_ptr<System>> Registry::some_of(const std::string& name_space, const std::string& after) const {
    Lock<Rank::kLeaf> lock(mutex_);
    std::vector<std::shared_ptr<System>> systems;
    for (auto at = systems_.upper_bound({name_space, after}); at != systems_.end() && at->first.first == name_space; ++at) {
        systems.push_back(at->second);
        if (systems.size() == kAtOnce) break;
    }
    return systems;
}

Text Registry::listing(const std::string& name_space, const Node& query) const {
    const auto text = std::make_shared<std::u16string>(u"[");
    text->reserve(size() * kListedUnits);
    for (auto systems = some_of(name_space, ""); !systems.empty(); systems = some_of(name_space, systems.back()->id())) {
        for (const auto& system : systems) {
            if (!system->is_listed() || !system->matches(query)) continue;
            const std::string basic = system->basic_json();
            if (basic.empty()) continue;
            if (text->size() > 1) *text += u',';
            widen_onto(*text, basic);
        }
    }
    *text += u']';
    return text;
}

}  // namespace hcsffi
