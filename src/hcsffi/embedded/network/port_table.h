// Which ports of the host lead to endpoints: the claims of their port mappings.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "network/policy.h"

namespace hcsffi {

struct MappedPort {
    uint32_t protocol = 0;
    uint16_t port = 0;
    std::string address;  // "" for every address of the host

    friend bool operator<(const MappedPort& one, const MappedPort& other) {
        return std::tie(one.protocol, one.port, one.address) < std::tie(other.protocol, other.port, other.address);
    }
};

class PortTable {
  public:
    // Exchanges what an endpoint has for what it wants. errors: Refusal kPortAlreadyExists when another has one of them; nothing changes.
    void exchange(std::vector<MappedPort>& held, std::vector<MappedPort> wanted);
    void release(std::vector<MappedPort>& held) noexcept;

  private:
    bool is_free(const MappedPort& wanted) const;

    std::set<MappedPort> claimed_;
};

// Of the port mappings among these policies.
std::vector<MappedPort> ports_of(const std::vector<Policy>& policies);

}  // namespace hcsffi
