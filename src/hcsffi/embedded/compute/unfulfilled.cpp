/* The tables name what is carried out: a member the schema gains, or one that nobody has thought of, is told until somebody carries it out.
 */
#include "compute/unfulfilled.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace hcsffi {

namespace {

constexpr std::string_view kOfSystem[] = {"Owner", "SchemaVersion", "HostingSystemId", "ShouldTerminateOnLastHandleClosed"};

// Below a Container. The name of the host reaches its processes as a variable.
constexpr std::string_view kOfContainer[] = {"GuestOs.HostName"};

// A machine is modelled; these steer the model.
constexpr std::string_view kOfMachine[] = {"StopOnReset", "RestoreState"};

constexpr std::string_view kOfProcess[] = {"ApplicationName",  "CommandLine",    "CommandArgs",     "User",
                                           "WorkingDirectory", "Environment",    "CreateStdInPipe", "CreateStdOutPipe",
                                           "CreateStdErrPipe", "EmulateConsole", "ConsoleSize"};

template <size_t N>
bool stands_in(const std::string_view (&rows)[N], std::string_view name) {
    return std::find(std::begin(rows), std::end(rows), name) != std::end(rows);
}

bool asks_for_nothing(const Node& node) {
    if (node.is_boolean()) return !node.boolean_or(false);
    if (node.is_array()) return node.elements().empty();
    if (node.is_object()) return node.members().empty();
    return node.is_text() && node.text_or("").empty();
}

// The one value of the registry that a shutdown of this host reads.
bool is_kill_timeout(const Node& value) { return value["Name"].text_or("") == "WaitToKillServiceTimeout"; }

// Those that are carried out go without saying, but for what is asked of them beside their paths.
void add_mappings(const Node& mappings, const std::set<std::string>& carried, std::set<std::string>& paths) {
    for (const Node& mapping : mappings.elements()) {
        const bool is_carried = carried.count(mapping.json()) != 0;
        const Node cloud = mapping["SupportCloudFiles"];
        if (!is_carried) paths.insert(carried.empty() ? mappings.path() : mapping.path());
        if (is_carried && cloud.boolean_or(false)) paths.insert(cloud.path());
    }
}

void add_container(const Node& node, const std::string& name, const Carried& carried, std::set<std::string>& paths) {
    if (asks_for_nothing(node) || stands_in(kOfContainer, name) || carried.limits.count(name) != 0) return;
    if (name == "RegistryChanges.AddValues") {
        const auto values = node.elements();
        if (std::all_of(values.begin(), values.end(), is_kill_timeout)) return;
    }
    if (carried.network && name == "Networking.Namespace") return;
    if (carried.layers && (name == "Storage.Path" || name == "Storage.Layers")) return;
    if (name == "MappedDirectories" || name == "MappedPipes") return add_mappings(node, carried.mappings, paths);
    if (!node.is_object()) {
        paths.insert(node.path());
        return;
    }
    for (const auto& [step, value] : node.members()) add_container(value, name.empty() ? step : name + "." + step, carried, paths);
}

}  // namespace

std::set<std::string> unfulfilled_of_system(const Node& root, const Carried& carried) {
    std::set<std::string> paths;
    for (const auto& [name, value] : root.members()) {
        if (stands_in(kOfSystem, name)) continue;
        if (name == "Container") {
            add_container(value, "", carried, paths);
        } else if (name == "HostedSystem" && value.is_object()) {
            for (const auto& [inner, member] : value.members()) add_container(member, inner == "Container" ? "" : inner, carried, paths);
        } else if (name == "VirtualMachine") {
            for (const auto& [inner, member] : value.members()) {
                if (!stands_in(kOfMachine, inner)) paths.insert(member.path());
            }
        } else if (!asks_for_nothing(value)) {
            paths.insert(value.path());
        }
    }
    return paths;
}

std::set<std::string> unfulfilled_of_process(const Node& parameters) {
    std::set<std::string> paths;
    for (const auto& [name, value] : parameters.members()) {
        if (!stands_in(kOfProcess, name) && !asks_for_nothing(value)) paths.insert("ProcessParameters" + value.path().substr(1));
    }
    return paths;
}

}  // namespace hcsffi
