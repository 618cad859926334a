#include "engine/fault.h"

namespace hcsffi {

void FaultTable::replace(std::vector<FaultRule> rules) {
    Lock<Rank::kLeaf> lock(mutex_);
    for (auto& armed : armed_) armed.store(false, std::memory_order_relaxed);
    rules_.clear();
    for (FaultRule& rule : rules) {
        armed_[static_cast<size_t>(rule.function)].store(true, std::memory_order_relaxed);
        rules_.push_back({std::move(rule)});
    }
}

std::optional<FaultRule> FaultTable::strike_armed(Function function) {
    Lock<Rank::kLeaf> lock(mutex_);
    std::optional<FaultRule> struck;
    for (Counted& counted : rules_) {
        if (counted.rule.function != function) continue;
        const uint64_t call = counted.calls++;
        const bool covered = call >= counted.rule.skip && call - counted.rule.skip < counted.rule.count;
        if (covered && !struck) struck = counted.rule;
    }
    return struck;
}

}  // namespace hcsffi
