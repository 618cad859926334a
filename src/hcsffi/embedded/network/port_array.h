// The arrays of reserved ports that callers hold: counted, and never freed twice.
#pragma once

#include <atomic>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ground/lock_order.h"
#include "ground/native_abi.h"
#include "network/port_reservation.h"

namespace hcsffi {

class PortArrays {
  public:
    // owns: the caller, until take_back. `listed` is not empty; the text beside each entry is the id of the machine it is for, or "".
    HCN_PORT_RANGE_ENTRY* hand_out(const std::vector<std::pair<ReservedPorts, std::string>>& listed);
    // threads: any. errors: none; NULL is ignored, an unknown pointer is counted.
    void take_back(HCN_PORT_RANGE_ENTRY* entries) noexcept;

    uint64_t live() const;
    uint64_t wrong_frees() const { return wrong_frees_.load(std::memory_order_relaxed); }

  private:
    mutable OrderedMutex<Rank::kLeaf> mutex_;
    std::set<HCN_PORT_RANGE_ENTRY*> arrays_;  // guarded by mutex_
    std::atomic<uint64_t> wrong_frees_{0};
};

}  // namespace hcsffi
