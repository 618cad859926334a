// Which failures were asked for: rules by function name, skip and count.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "declared_functions.h"
#include "ground/hresult.h"
#include "ground/lock_order.h"

namespace hcsffi {

struct FaultRule {
    Function function = Function::HcsCreateOperation;
    uint64_t skip = 0;
    uint64_t count = 1;
    std::optional<HRESULT> code;  // none: the call itself works (delay or never only)
    bool at_call = false;         // fail the call itself, not its completion
    bool never = false;           // accept and never complete
    uint64_t delay_us = 0;
    std::string message;
};

class FaultTable {
  public:
    // threads: any. Replaces all rules and begins to count anew.
    void replace(std::vector<FaultRule> rules);
    // threads: any. Counts one call; the first rule that covers it is returned.
    std::optional<FaultRule> strike(Function function) {
        if (!armed_[static_cast<size_t>(function)].load(std::memory_order_relaxed)) return std::nullopt;
        return strike_armed(function);
    }

  private:
    struct Counted {
        FaultRule rule;
        uint64_t calls = 0;
    };
    std::optional<FaultRule> strike_armed(Function function);

    std::array<std::atomic<bool>, kFunctionCount> armed_{};
    OrderedMutex<Rank::kLeaf> mutex_;
    std::vector<Counted> rules_;  // guarded by mutex_
};

}  // namespace hcsffi
