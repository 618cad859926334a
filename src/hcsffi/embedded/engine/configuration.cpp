#include "engine/configuration.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string>

#include "document/document.h"

namespace hcsffi {

namespace {

constexpr uint64_t kLongestDelayUs = uint64_t{3600} * 1'000'000;
constexpr uint64_t kMostWorkers = 64;

// HCS schema reference, "minimum Windows version" of each minor. 2.7 is what shipping clients send on Windows 11 24H2.
constexpr std::pair<uint32_t, uint32_t> kMinorOfBuild[] = {{17763, 1}, {18362, 2}, {19041, 3}, {20348, 5}, {22000, 6}, {26100, 7}};

void refuse_unknown_members(const Node& node, const std::set<std::string>& known) {
    for (const auto& [name, value] : node.members()) {
        if (known.count(name) == 0) throw Refusal(kInvalidArgument, value.path() + ": no such member");
    }
}

HRESULT read_code(const Node& node) {
    if (node.is_text()) {
        const std::string text = node.text_or("");
        const std::string_view prefix = std::string_view(text).substr(0, 2);
        const char* const digits = text.data() + prefix.size();
        const char* const end = text.data() + text.size();
        uint32_t value{};
        const auto read = std::from_chars(digits, end, value, 16);
        if ((prefix != "0x" && prefix != "0X") || read.ec != std::errc() || read.ptr != end)
            throw Refusal(kInvalidArgument, node.path() + ": expected \"0x\" and up to 8 hexadecimal digits");
        return hresult(value);
    }
    return hresult(static_cast<uint32_t>(*node.integer(INT32_MIN, UINT32_MAX)));
}

Function read_function(const Node& node) {
    const std::string name = node.text_or("");
    const uint32_t index = function_index(name);
    if (index == kFunctionCount) throw Refusal(kInvalidArgument, node.path() + ": no function is called \"" + name + "\"");
    return static_cast<Function>(index);
}

bool returns_nothing(Function function) {
    return function == Function::HcsCloseOperation || function == Function::HcsCloseComputeSystem ||
           function == Function::HcsCloseProcess || function == Function::HcnFreeGuestNetworkPortReservations;
}

FaultRule read_fault(const Node& node) {
    refuse_unknown_members(node, {"Function", "Skip", "Count", "HResult", "Sync", "Never", "DelayUs", "Message"});
    if (!node["Function"]) node["Function"].refuse("the name of a function", kInvalidArgument);
    FaultRule rule;
    rule.function = read_function(node["Function"]);
    rule.skip = node["Skip"].count().value_or(0);
    rule.count = node["Count"].count().value_or(1);
    if (node["HResult"]) rule.code = read_code(node["HResult"]);
    rule.at_call = node["Sync"].boolean_or(false);
    rule.never = node["Never"].boolean_or(false);
    rule.delay_us = node["DelayUs"].count(kLongestDelayUs).value_or(0);
    rule.message = node["Message"].text_or("a fault that was asked for");
    const bool tracked = kDeclaredFunctions[static_cast<size_t>(rule.function)].tracked;
    if (rule.never && !tracked) throw Refusal(kInvalidArgument, node["Never"].path() + ": this function completes before it returns");
    if (rule.never && rule.code)
        throw Refusal(kInvalidArgument, node["Never"].path() + ": an operation that never completes has no HResult");
    if (rule.code && returns_nothing(rule.function))
        throw Refusal(kInvalidArgument, node["HResult"].path() + ": this function returns nothing");
    if (rule.at_call && !rule.code) throw Refusal(kInvalidArgument, node["Sync"].path() + ": needs HResult");
    return rule;
}

Pace read_pace(const Node& root) {
    Pace pace;
    pace.seed = root["Seed"].count().value_or(0);
    pace.delay_min_us = root["DelayMinUs"].count(kLongestDelayUs).value_or(0);
    pace.delay_max_us = root["DelayMaxUs"].count(kLongestDelayUs).value_or(pace.delay_min_us);
    if (pace.delay_max_us < pace.delay_min_us) throw Refusal(kInvalidArgument, root["DelayMaxUs"].path() + ": is less than DelayMinUs");
    pace.workers = static_cast<uint32_t>(root["Workers"].count(kMostWorkers).value_or(pace.workers));
    pace.reorder = root["ReorderCompletions"].boolean_or(false);
    pace.manual_clock = root["ManualClock"].boolean_or(false);
    return pace;
}

void read_versions(const Node& node, Configuration& configuration) {
    if (!node) {
        configuration.supported_versions = versions_of_build(configuration.windows_build);
        return;
    }
    for (const Node& version : node.elements()) {
        refuse_unknown_members(version, {"Major", "Minor"});
        const auto major = version["Major"].count(UINT32_MAX);
        const auto minor = version["Minor"].count(UINT32_MAX);
        if (!major || !minor) version.refuse("an object with Major and Minor", kInvalidArgument);
        configuration.supported_versions.push_back({static_cast<uint32_t>(*major), static_cast<uint32_t>(*minor)});
    }
}

ViewWay read_views(const Node& node) {
    const std::string way = node.text_or("auto");
    if (way == "auto") return ViewWay::kAuto;
    if (way == "overlay") return ViewWay::kOverlay;
    if (way == "copy") return ViewWay::kCopy;
    throw Refusal(kInvalidArgument, node.path() + ": expected \"auto\", \"overlay\" or \"copy\"");
}

IsolationMode read_isolation(const std::string& mode, const std::string& place) {
    if (mode == "auto") return IsolationMode::kAuto;
    if (mode == "none") return IsolationMode::kNone;
#ifdef _WIN32
    throw Refusal(kInvalidArgument, place + ": expected \"auto\" or \"none\", since isolation needs Linux");
#else
    if (mode == "bubblewrap") return IsolationMode::kBubblewrap;
    throw Refusal(kInvalidArgument, place + ": expected \"auto\", \"none\" or \"bubblewrap\"");
#endif
}

}  // namespace

IsolationMode isolation_by_default() {
    static const std::string wanted = [] {
        const char* const text = std::getenv("HCSFFI_EMBEDDED_ISOLATION");
        return std::string(text == nullptr || *text == '\0' ? "auto" : text);
    }();
    return read_isolation(wanted, "HCSFFI_EMBEDDED_ISOLATION");
}

uint32_t function_index(std::string_view name) {
    const auto* found = std::find_if(std::begin(kDeclaredFunctions), std::end(kDeclaredFunctions),
                                     [name](const DeclaredFunction& row) { return row.name == name; });
    return static_cast<uint32_t>(found - std::begin(kDeclaredFunctions));
}

std::vector<SchemaVersion> versions_of_build(uint32_t build) {
    uint32_t minor = 1;
    for (const auto& [first, known] : kMinorOfBuild) {
        if (build >= first) minor = known;
    }
    return {{1, 0}, {2, minor}};
}

Configuration read_configuration(std::string_view json) {
    try {
        const Document document = Document::parse_optional(json);
        const Node root = document.root();
        refuse_unknown_members(root, {"Seed", "DelayMinUs", "DelayMaxUs", "Workers", "ReorderCompletions", "ManualClock",
                                      "CallbackDuringClose", "StatusCodes", "ServiceDisconnect", "WindowsBuild", "SupportedSchemaVersions",
                                      "MissingFunctions", "LayerViews", "ControlGroups", "Isolation", "Faults"});
        Configuration configuration;
        configuration.pace = read_pace(root);
        configuration.callback_during_close = root["CallbackDuringClose"].boolean_or(false);
        configuration.status_codes = root["StatusCodes"].boolean_or(false);
        configuration.service_disconnect = root["ServiceDisconnect"].boolean_or(false);
        configuration.windows_build = static_cast<uint32_t>(root["WindowsBuild"].count(UINT32_MAX).value_or(kNewestBuild));
        configuration.layer_views = read_views(root["LayerViews"]);
        const Node isolation = root["Isolation"];
        configuration.isolation = isolation ? read_isolation(isolation.text_or(""), isolation.path()) : isolation_by_default();
        configuration.control_groups = root["ControlGroups"].boolean_or(true);
        size_t at = 0;
        for (const DeclaredFunction& function : kDeclaredFunctions)
            configuration.missing[at++] = function.since > configuration.windows_build;
        for (const Node& name : root["MissingFunctions"].elements()) configuration.missing.set(static_cast<size_t>(read_function(name)));
        for (const Node& fault : root["Faults"].elements()) configuration.faults.push_back(read_fault(fault));
        read_versions(root["SupportedSchemaVersions"], configuration);
        return configuration;
    } catch (const Refusal& refusal) {
        throw Refusal(kInvalidArgument, refusal.what());
    }
}

}  // namespace hcsffi
