// Endpoints that are carried, for whoever leads the machine's own ports to them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ground/address.h"
#include "network/policy.h"

namespace hcsffi {

struct Outlet {
    std::string endpoint_id;
    std::string network_type;
    std::vector<Address> addresses;
    std::vector<Policy> policies;  // of the endpoint
    uint32_t holder = 0;           // the first process of the holder, in whose network namespace the addresses are reached
};

class Outlets {
  public:
    virtual ~Outlets() = default;
    // threads: any, one at a time; no lock of the registry's is held. blocks: briefly. An endpoint has come, or its policies have changed:
    // what is wanted takes the place of what was. errors: Refusal; the call that caused it is refused with it.
    virtual void open(const Outlet& outlet) = 0;
    // threads: as above. It is about to go.
    virtual void close(const std::string& endpoint_id) noexcept = 0;
};

}  // namespace hcsffi
