// What a compute system tells about itself.

#include <algorithm>
#include <string>

#include "compute/system.h"
#include "compute/topology.h"
#include "compute/virtual_machine.h"
#include "document/shape.h"
#include "ground/json_writer.h"
#include "ground/timestamp.h"

namespace hcsffi {

namespace {

constexpr uint64_t kPageBytes = 4096;  // AssignedMemory counts these whatever the guest's own pages are
constexpr uint64_t kMebibyte = uint64_t{1} << 20;
constexpr uint64_t kDefaultMemoryMb = 1024;  // chosen: of a machine whose document names no size

constexpr const char* kNoCpuGroup = "00000000-0000-0000-0000-000000000000";  // what clients set to leave a group

// Queries that ask for nothing beyond the basic members, as clients spell them.
constexpr const char* kBasicQueries[] = {"", "{}", "{\"PropertyTypes\":[]}"};

constexpr unsigned kForContainer = 1u << static_cast<unsigned>(SystemKind::kContainer);
constexpr unsigned kForHosted = 1u << static_cast<unsigned>(SystemKind::kHosted);
constexpr unsigned kForMachine = 1u << static_cast<unsigned>(SystemKind::kVirtualMachine);
constexpr unsigned kForAll = kForContainer | kForHosted | kForMachine;

struct PropertyRow {
    const char* type;    // as asked for
    const char* member;  // of the Properties document
    unsigned kinds;      // of system that answer it
    bool measured;       // only while something runs
};

// Types of the published enumeration that stand in no row are known and answered by nothing here: kNotImplemented (chosen), as is a row's
// property asked of another kind of system.
constexpr PropertyRow kRows[] = {
    {"Memory", "Memory", kForMachine, true},
    {"Statistics", "Statistics", kForAll, true},
    {"ProcessList", "ProcessList", kForContainer | kForHosted, true},
    {"TerminateOnLastHandleClosed", "TerminateOnLastHandleClosed", kForAll, false},
    {"SharedMemoryRegion", "SharedMemoryRegionInfo", kForMachine, false},
    {"GuestConnection", "GuestConnectionInfo", kForMachine, true},
    {"ICHeartbeatStatus", "ICHeartbeatStatus", kForMachine, true},
    {"SystemGUID", "SystemGUID", kForMachine, false},
    {"CpuGroup", "CpuGroup", kForMachine, false},
    {"ProcessorTopology", "ProcessorTopology", kForMachine, false},
};

const PropertyRow& find_row(const std::string& type, SystemKind kind) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows), [&](const PropertyRow& each) { return type == each.type; });
    if (row == std::end(kRows) || (row->kinds & (1u << static_cast<unsigned>(kind))) == 0) {
        throw Refusal(kNotImplemented, "the property " + type + " does not exist for this kind of compute system", "GetProperties");
    }
    return *row;
}

bool measures(const Node& types, SystemKind kind) {
    const auto asked = types.elements();
    return std::any_of(asked.begin(), asked.end(), [kind](const Node& type) { return find_row(*type.text(), kind).measured; });
}

uint64_t memory_mb(const Node& machine) { return machine["ComputeTopology"]["Memory"]["SizeInMB"].count().value_or(kDefaultMemoryMb); }

}  // namespace

std::string System::basic_members_locked() const {
    const Node machine = kind_ == SystemKind::kContainer ? Node() : document_.root()["VirtualMachine"];
    const bool linux_guest = machine["Chipset"]["LinuxKernelDirect"] || !machine;
    JsonWriter json;
    json.open('{').member("Id", id_).member("SystemType", kind_ == SystemKind::kVirtualMachine ? "VirtualMachine" : "Container");
#ifdef _WIN32
    json.member("RuntimeOsType", linux_guest && machine ? "Linux" : "Windows");
#else
    json.member("RuntimeOsType", linux_guest ? "Linux" : "Windows");  // a container's processes are programs of this host
#endif
    json.member("Name", id_);
    if (!owner_.empty()) json.member("Owner", owner_);
    if (!runtime_id_.empty()) json.member("RuntimeId", runtime_id_);
    if (!template_id_.empty()) json.member("RuntimeTemplateId", template_id_);
    if (!hosting_id_.empty()) json.member("HostingSystemId", hosting_id_);
    json.member("State", state_text(state_));
    return json.text();  // left open: more members may follow
}

Text System::basic() {
    Lock<Rank::kSystem> lock(mutex_);
    if (failed(verdict(kind_, Request::kQuery, state_))) return nullptr;
    if (!basic_) basic_ = make_text(basic_members_locked() + "}");
    return basic_;
}

std::string System::basic_json() {
    Lock<Rank::kSystem> lock(mutex_);
    return failed(verdict(kind_, Request::kQuery, state_)) ? "" : basic_members_locked() + "}";
}

Outcome System::properties(const std::string& query) {
    const bool asks_basic = std::find(std::begin(kBasicQueries), std::end(kBasicQueries), query) != std::end(kBasicQueries);
    if (asks_basic)
        if (Text text = basic()) return success(std::move(text));
    const Document document = Document::parse_optional(query);
    const Node root = document.root();
    check_shape(root, "System_PropertyQuery");
    refuse_unless(measures(root["PropertyTypes"], kind()) ? Request::kMeasure : Request::kQuery);
    std::string json;
    {
        Lock<Rank::kSystem> lock(mutex_);
        json = basic_members_locked();
    }
    for (const Node& type : root["PropertyTypes"].elements()) {
        const PropertyRow& row = find_row(*type.text(), kind());
        json += std::string(",\"") + row.member + "\":" + property_member(row.type);
    }
    if (const Node queries = root["Queries"]) {
        if (!host_.supports(2, 5)) throw Refusal(kInvalidJson, queries.path() + ": needs schema version 2.5", "GetProperties");
        JsonWriter responses;
        responses.open('{');
        for (const auto& [name, value] : queries.named()) responses.member_json(name, query_response(name));  // null: an empty query
        json += ",\"PropertyResponses\":" + responses.close('}').text();
    }
    return success(json + "}");
}

// One property may fail here while the others are answered.
std::string System::query_response(const std::string& name) {
    JsonWriter json;
    json.open('{');
    try {
        json.member_json("Response", property_member(find_row(name, kind()).type));
    } catch (const Refusal& refusal) {
        json.member_json("Error", result_error(refusal.code(), refusal.what(), "GetProperties"));
    }
    return json.close('}').text();
}

std::string System::property_member(const std::string& type) {
    const PropertyRow& row = find_row(type, kind());
    if (row.measured) refuse_unless(Request::kMeasure);
    if (type == "Statistics") return statistics_json();
    if (type == "ProcessList") return process_list_json();
    if (type == "Memory") return virtual_memory_json();
    if (type == "SharedMemoryRegion") return shared_memory_json();
    if (type == "GuestConnection") return guest_connection_json();
    Lock<Rank::kSystem> lock(mutex_);
    const Node machine = document_.root()["VirtualMachine"];
    JsonWriter json;
    if (type == "TerminateOnLastHandleClosed") return ends_with_last_handle_ ? "true" : "false";
    if (type == "SystemGUID") return "\"" + runtime_id_ + "\"";
    const Node processor = machine["ComputeTopology"]["Processor"];
    if (type == "CpuGroup") return json.open('{').member("Id", processor["CpuGroup"]["Id"].text_or(kNoCpuGroup)).close('}').text();
    if (type == "ProcessorTopology") return processor_topology_json(static_cast<uint32_t>(processor["Count"].count().value_or(1)));
    // ICHeartbeatStatus: a machine that boots something is taken to run the integration service (chosen).
    json.open('{').member("IsEnabled", static_cast<bool>(machine["Services"]["Heartbeat"]) || boots(machine));
    return json.member("State", boots(machine) ? "Ok" : "NoContact").member("Reason", "Unknown").close('}').text();
}

std::string System::statistics_json() {
    uint64_t uptime_100ns = 0;
    int64_t started_unix_100ns = 0;
    TreeStatistics measured;
    std::shared_ptr<ProcessTree> processes;
    {
        Lock<Rank::kSystem> lock(mutex_);
        uptime_100ns = host_.scheduler().now_100ns() - started_100ns_;
        started_unix_100ns = started_unix_100ns_;
        processes = tree_;
        if (kind_ == SystemKind::kVirtualMachine) {
            // The model has no worker process: its memory is what was assigned, its processors have not run.
            measured.commit_bytes = memory_mb(document_.root()["VirtualMachine"]) * kMebibyte;
            measured.commit_peak_bytes = measured.private_working_set_bytes = measured.commit_bytes;
        }
    }
    if (processes) {
        const SpawnOutcome outcome = processes->measure(&measured);
        if (!outcome.ok()) throw Refusal(code_of(outcome.reason), outcome.text, "GetProperties");
    }
    JsonWriter json;
    json.open('{').member("Timestamp", timestamp_text(started_unix_100ns + static_cast<int64_t>(uptime_100ns)));
    json.member("ContainerStartTime", timestamp_text(started_unix_100ns)).member("Uptime100ns", uptime_100ns);
    json.open("Processor", '{').member("TotalRuntime100ns", measured.user_100ns + measured.kernel_100ns);
    json.member("RuntimeUser100ns", measured.user_100ns).member("RuntimeKernel100ns", measured.kernel_100ns).close('}');
    json.open("Memory", '{')
        .member("MemoryUsageCommitBytes", measured.commit_bytes)
        .member("MemoryUsageCommitPeakBytes", measured.commit_peak_bytes);
    json.member("MemoryUsagePrivateWorkingSetBytes", measured.private_working_set_bytes).close('}');
    json.open("Storage", '{').member("ReadCountNormalized", measured.read_count).member("ReadSizeBytes", measured.read_bytes);
    json.member("WriteCountNormalized", measured.write_count).member("WriteSizeBytes", measured.write_bytes).close('}');
    return json.close('}').text();
}

std::string System::process_list_json() {
    std::vector<ProcessRow> rows;
    if (const auto processes = tree()) {
        const SpawnOutcome outcome = processes->list(&rows);
        if (!outcome.ok()) throw Refusal(code_of(outcome.reason), outcome.text, "GetProperties");
    }
    JsonWriter json;
    json.open('[');
    for (const ProcessRow& row : rows) {
        json.open('{')
            .member("ProcessId", row.id)
            .member("ImageName", row.image_name)
            .member("CreateTimestamp", timestamp_text(row.created_unix_100ns));
        json.member("UserTime100ns", row.user_100ns)
            .member("KernelTime100ns", row.kernel_100ns)
            .member("MemoryCommitBytes", row.commit_bytes);
        json.member("MemoryWorkingSetPrivateBytes", row.working_set_private_bytes)
            .member("MemoryWorkingSetSharedBytes", row.working_set_shared_bytes)
            .close('}');
    }
    return json.close(']').text();
}

std::string System::virtual_memory_json() {
    Lock<Rank::kSystem> lock(mutex_);
    const Node machine = document_.root()["VirtualMachine"];
    const uint64_t pages = memory_mb(machine) * (kMebibyte / kPageBytes);
    const uint64_t processors = machine["ComputeTopology"]["Processor"]["Count"].count().value_or(1);
    JsonWriter json;
    json.open('{').member("VirtualNodeCount", uint32_t{1}).open("VirtualMachineMemory", '{');
    json.member("AvailableMemory", int32_t{0})
        .member("AvailableMemoryBuffer", int32_t{0})
        .member("ReservedMemory", uint64_t{0})
        .member("AssignedMemory", pages);
    json.member("SlpActive", false).member("BalancingEnabled", false).member("DmOperationInProgress", false).close('}');
    json.open("VirtualNodes", '[').open('{').member("VirtualNodeIndex", uint32_t{0}).member("PhysicalNodeNumber", uint32_t{0});
    json.member("VirtualProcessorCount", processors).member("MemoryUsageInPages", pages).close('}').close(']');
    return json.close('}').text();
}

std::string System::shared_memory_json() {
    Lock<Rank::kSystem> lock(mutex_);
    // Regions are laid out one after the other above the machine's memory (chosen: there is no guest to place them).
    const Node machine = document_.root()["VirtualMachine"];
    uint64_t address = memory_mb(machine) * kMebibyte;
    JsonWriter json;
    json.open('[');
    for (const Node& region : machine["Devices"]["SharedMemory"]["Regions"].elements()) {
        json.open('{').member("SectionName", region["SectionName"].text_or("")).member("GuestPhysicalAddress", address).close('}');
        address += (region["Length"].count().value_or(0) + kPageBytes - 1) / kPageBytes * kPageBytes;
    }
    return json.close(']').text();
}

std::string System::guest_connection_json() {
    constexpr uint32_t kProtocolVersion = 4;  // the one hcsshim's guest bridge speaks
    Lock<Rank::kSystem> lock(mutex_);
    if (!has_guest_connection(document_.root()["VirtualMachine"])) {
        throw Refusal(kSystemNotConfigured, "the virtual machine has no GuestConnection", "GetProperties");
    }
    JsonWriter json;
    json.open('{').open("SupportedSchemaVersions", '[');
    for (const SchemaVersion& version : host_.supported_versions())
        json.open('{').member("Major", version.major).member("Minor", version.minor).close('}');
    json.close(']').member("ProtocolVersion", kProtocolVersion).open("GuestDefinedCapabilities", '{').close('}');
    return json.close('}').text();
}

bool System::matches(const Node& query) {
    Lock<Rank::kSystem> lock(mutex_);
    const auto admits = [](const Node& wanted, const std::string& actual) {
        if (!wanted) return true;
        const auto texts = wanted.elements();
        return std::any_of(texts.begin(), texts.end(), [&](const Node& text) { return text.text() == actual; });
    };
    const std::string type = kind_ == SystemKind::kVirtualMachine ? "VirtualMachine" : "Container";
    return admits(query["Ids"], id_) && admits(query["Names"], id_) && admits(query["Types"], type) && admits(query["Owners"], owner_);
}

}  // namespace hcsffi
