// The port mappings of endpoints that are carried: ports of this machine that lead to them, by a relay.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "network/outlet.h"
#include "network/port_relay.h"

namespace hcsffi {

class PublishedPorts final : public Outlets {
  public:
    // errors: Refusal, as PortRelay has them. What was published before is so again, if that can be had.
    void open(const Outlet& outlet) override;
    void close(const std::string& endpoint_id) noexcept override;
    // Whether a port that leads to the endpoint is somebody else's now, or its relay was ended from outside. blocks: for its answer.
    bool leads_nowhere(const std::string& endpoint_id);
    // threads: any. How many ports lead to endpoints now.
    uint64_t live() const { return live_.load(std::memory_order_relaxed); }

  private:
    using Led = std::vector<std::pair<PublishedPort, uint64_t>>;  // with the relay's numbers

    PortRelay& relay_of(uint32_t holder);
    void publish(Led& led, const std::vector<PublishedPort>& ports, uint32_t holder);
    void withdraw(Led& led, size_t kept) noexcept;

    std::map<std::string, Led> led_;  // by endpoint
    std::unique_ptr<PortRelay> relay_;
    uint32_t holder_ = 0;
    std::atomic<uint64_t> live_{0};
};

}  // namespace hcsffi
