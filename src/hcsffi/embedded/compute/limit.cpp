#include "compute/limit.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "ground/json_writer.h"

namespace hcsffi {

namespace {

constexpr double kWholeMachine = 10'000;  // Maximum counts hundredths of a percent
constexpr unsigned kMebibyteBits = 20;
constexpr uint64_t kMostMebibytes = UINT64_MAX >> kMebibyteBits;

struct Row {
    const char* object;
    const char* member;
    const char* LimitsHeld::* held;
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

LimitsHeld limits_to_hold(const TreeLimits& limits, bool isolated, Host& host) {
    return limits.any() ? host.spawner()->would_hold(limits, isolated) : LimitsHeld{};
}

std::string limits_json(const TreeLimits& limits, const LimitsHeld& held) {
    constexpr double kPercent = 100;
    JsonWriter json;
    const auto member = [&json](const char* name, const std::string& limit, const char* by) {
        json.open(name, '{').member_json("Limit", limit).member("By", by == nullptr ? "" : by).close('}');
    };
    json.open('{');
    member("MemoryBytes", std::to_string(limits.memory_bytes), held.memory);
    member("ProcessorPercent", std::to_string(std::llround(std::min(limits.processors, 1e9) * kPercent)), held.processors);
    member("ProcessorWeight", std::to_string(limits.processor_weight), held.weight);
    member("Processes", std::to_string(limits.processes), held.processes);
    return json.close('}').text();
}

std::set<std::string> members_held(const Node& container, const LimitsHeld& held) {
    std::set<std::string> members;
    for (const Row& row : kRows) {
        const Node value = container[row.object][row.member];
        if (value && (held.*row.held != nullptr || value.count() == uint64_t{0}))
            members.insert(std::string(row.object) + "." + row.member);
    }
    return members;
}

}  // namespace hcsffi
