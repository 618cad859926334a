#include "compute/limit.h"

#include <algorithm>
#include <thread>

namespace hcsffi {

namespace {

constexpr double kWholeMachine = 10'000;  // Maximum counts hundredths of a percent
constexpr unsigned kMebibyteBits = 20;
constexpr uint64_t kMostMebibytes = UINT64_MAX >> kMebibyteBits;

struct Row {
    const char* object;
    const char* member;
    bool LimitsHeld::* held;
};
constexpr Row kRows[] = {{"Memory", "SizeInMB", &LimitsHeld::memory},
                         {"Processor", "Count", &LimitsHeld::processors},
                         {"Processor", "Maximum", &LimitsHeld::processors},
                         {"Processor", "Weight", &LimitsHeld::weight}};

}  // namespace

TreeLimits read_limits(const Node& container, Host& host) {
    TreeLimits limits;
    const Node processor = container["Processor"];
    if ((!processor && !container["Memory"]) || host.isolation() == IsolationMode::kNone) return limits;
    limits.memory_bytes = std::min(container["Memory"]["SizeInMB"].count().value_or(0), kMostMebibytes) << kMebibyteBits;
    limits.processors = static_cast<double>(processor["Count"].count().value_or(0));
    const double share = static_cast<double>(processor["Maximum"].count().value_or(0)) / kWholeMachine;
    if (limits.processors == 0) limits.processors = share * std::max(1u, std::thread::hardware_concurrency());
    limits.processor_weight = static_cast<uint32_t>(std::min<uint64_t>(processor["Weight"].count().value_or(0), UINT32_MAX));
    return limits;
}

LimitsHeld limits_to_hold(const TreeLimits& limits, Host& host) {
    if (!limits.any()) return {};
    const LimitMechanisms known = host.spawner()->limit_mechanisms();
    return {!known.memory.empty(), !known.processor.empty(), !known.processor.empty()};
}

std::set<std::string> members_held(const Node& container, const LimitsHeld& held) {
    std::set<std::string> members;
    for (const Row& row : kRows) {
        const Node value = container[row.object][row.member];
        if (value && (held.*row.held || value.count() == uint64_t{0})) members.insert(std::string(row.object) + "." + row.member);
    }
    return members;
}

}  // namespace hcsffi
