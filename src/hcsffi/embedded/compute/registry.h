// The compute systems that live, by name space and id: what holds them, and where they find each other.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compute/system.h"
#include "document/document.h"
#include "ground/lock_order.h"

namespace hcsffi {

class Registry final : public Neighbours {
  public:
    // threads: any. errors: false when the id is taken.
    bool enter(const std::shared_ptr<System>& system);
    size_t size() const;
    std::vector<std::shared_ptr<System>> all() const;
    // threads: any. The answer of an enumeration: a JSON array of what is listed in the name space and matches, in the order of their ids.
    // What enters or leaves meanwhile is in it or is not. errors: Refusal.
    Text listing(const std::string& name_space, const Node& query) const;

    // Neighbours
    std::shared_ptr<System> find(const std::string& name_space, const std::string& id) const override;
    void move_in(const System& hosted, const std::string& hosting_id) override;
    std::vector<std::shared_ptr<System>> hosted_by(const System& hosting) const override;
    void leave(const System& system) override;

  private:
    // Some whose ids come next after that one; empty at the end.
    std::vector<std::shared_ptr<System>> some_of(const std::string& name_space, const std::string& after) const;

    mutable OrderedMutex<Rank::kLeaf> mutex_;
    // What is walked lies together: among the systems themselves each step would find another page.
    std::pmr::unsynchronized_pool_resource nodes_;
    std::pmr::map<std::pair<std::string, std::string>, std::shared_ptr<System>> systems_{&nodes_};  // guarded by mutex_, as nodes_
    std::set<std::array<std::string, 3>> tenants_;  // name space, id of the host, own id; guarded by mutex_
};

}  // namespace hcsffi
