/* Who is plugged in where: the containers that run in each namespace, and which of its endpoints have adapters there.
 *
 * A change that packets follow takes the turn first and keeps it until the packets have followed, so that what is decided, what is plugged
 * and what is taken back when plugging fails is one thing. The turn is taken before the registry's lock and never while a lock of the host
 * is held: whoever has it waits for programs.
 */
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "network/carried.h"
#include "network/outlet.h"
#include "network/wire.h"

namespace hcsffi {

// Where a container is to be started.
struct Joining {
    uint64_t ticket = 0;   // by which it is known until it leaves
    uint32_t holder = 0;   // the first process of the holder
    uint32_t peer = 0;     // a process of the namespace, where a container runs in it already
    std::string resolver;  // what /etc/resolv.conf says
};

class Plane {
  public:
    using Turn = std::unique_lock<std::mutex>;

    explicit Plane(std::unique_ptr<Wire> wire) : wire_(std::move(wire)) {}
    Plane(const Plane&) = delete;
    Plane& operator=(const Plane&) = delete;

    // threads: any.
    bool carries() const { return wire_->carries(); }
    [[nodiscard]] Turn turn() { return Turn(mutex_); }
    // threads: any, before the first container. Who hears of endpoints.
    void lead(Outlets* outlets) { outlets_ = outlets; }

    // All below: by whoever has the turn. errors: Refusal as Wire has them.
    void check(const std::vector<CarriedEndpoint>& endpoints) { wire_->check(endpoints); }
    // blocks: until there is a holder, and until another that was the first to join has connected.
    Joining join(Turn& turn, const std::string& namespace_id, const std::vector<CarriedEndpoint>& endpoints);
    // The container runs: the first of its namespace brings the adapters. errors: Refusal; what was plugged before goes as it leaves.
    void connect(const std::string& namespace_id, uint64_t ticket, uint32_t process, const std::vector<CarriedEndpoint>& endpoints);
    // The container has ended, or has not come.
    void leave(const std::string& namespace_id, uint64_t ticket) noexcept;

    // Into its namespace, if a container runs there.
    void plug(const std::string& namespace_id, const CarriedEndpoint& endpoint);
    void cut(const std::string& endpoint_id);
    // Its policies or its network have changed. Nothing when it is not plugged.
    void shape(const CarriedEndpoint& endpoint);
    bool carries_some() const { return !plugged_.empty(); }
    bool is_plugged(const std::string& endpoint_id) const { return plugged_.count(endpoint_id) != 0; }
    void drop_network(const std::string& network_id) noexcept;
    Carriage count(const std::string& endpoint_id) { return wire_->count(endpoint_id); }
    // Everybody leaves.
    void clear() noexcept;

  private:
    struct Site {
        std::map<uint64_t, uint32_t> containers;   // tickets, with the first process of each; 0 = it is being started
        std::map<std::string, unsigned> adapters;  // endpoints, with the number of each adapter
        uint32_t process() const;
    };

    void plug_into(Site& site, const std::string& namespace_id, const CarriedEndpoint& endpoint);
    void tell(const CarriedEndpoint& endpoint);
    void close_outlet(const std::string& endpoint_id) noexcept;

    const std::unique_ptr<Wire> wire_;
    Outlets* outlets_ = nullptr;
    std::mutex mutex_;
    std::condition_variable connected_;
    // all below: whoever has the turn
    uint32_t holder_ = 0;
    uint64_t tickets_ = 0;
    std::map<std::string, Site> sites_;           // by namespace
    std::map<std::string, std::string> plugged_;  // endpoints, with their namespace
};

}  // namespace hcsffi
