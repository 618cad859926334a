#include "network/port_array.h"

#include <memory>

#include "ground/guid.h"

namespace hcsffi {

HCN_PORT_RANGE_ENTRY* PortArrays::hand_out(const std::vector<std::pair<ReservedPorts, std::string>>& listed) {
    auto entries = std::make_unique<HCN_PORT_RANGE_ENTRY[]>(listed.size());
    for (size_t at = 0; at < listed.size(); ++at) {
        const auto& [ports, machine] = listed[at];
        HCN_PORT_RANGE_ENTRY& entry = entries[at];
        entry.OwningPartitionId = guid_of(machine.empty() ? ports.service : machine);
        entry.TargetPartitionId = entry.OwningPartitionId;
        entry.Protocol = static_cast<HCN_PORT_PROTOCOL>(ports.protocols);
        entry.SharingFlags = ports.shared ? 1 : 0;
        entry.StartingPort = ports.first;
        entry.EndingPort = ports.last;
    }
    Lock<Rank::kLeaf> lock(mutex_);
    arrays_.insert(entries.get());
    return entries.release();
}

void PortArrays::take_back(HCN_PORT_RANGE_ENTRY* entries) noexcept {
    if (entries == nullptr) return;
    Lock<Rank::kLeaf> lock(mutex_);
    if (arrays_.erase(entries) == 0) {
        wrong_frees_.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    delete[] entries;
}

uint64_t PortArrays::live() const {
    Lock<Rank::kLeaf> lock(mutex_);
    return arrays_.size();
}

}  // namespace hcsffi
