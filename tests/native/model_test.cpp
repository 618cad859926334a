/* What a machine without a guest tells about itself, member by member, what each request for a change makes of its document, and what a
 * configuration says. The shapes are the HCS schema's; what is chosen is marked so in docs/behaviour.md. */
#include "harness.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "compute/container.h"
#include "compute/environment.h"
#include "compute/virtual_machine.h"
#include "engine/configuration.h"
#include "ground/file.h"
#include "hcs_client.h"
#include "texts.h"

using namespace hcsffi;

namespace {

std::string owned(char* text) {
    std::string copy = text ? text : "";
    free(text);
    return copy;
}

HCS_SYSTEM machine(const char* members) {
    HCS_SYSTEM system = nullptr;
    (void)create_system(
        "model", (std::string("{\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"VirtualMachine\":{") + members + "}}").c_str(), &system);
    return system;
}

void discard(HCS_SYSTEM system) {
    (void)terminate_system(system);
    HcsCloseComputeSystem(system);
}

/* The member's value behind the basic members; or the code. */
std::string property(HCS_SYSTEM system, const char* type) {
    char* document = nullptr;
    const HRESULT code = system_properties(system, (std::string("{\"PropertyTypes\":[\"") + type + "\"]}").c_str(), &document);
    const std::string text = owned(document);
    char hex[16];
    snprintf(hex, sizeof hex, "%08X", static_cast<unsigned>(code));
    if (code < 0) return hex;
    const size_t behind = text.find(",\"", text.find("\"State\":\""));
    return text.substr(behind + 1, text.size() - behind - 2);
}

HRESULT modify(HCS_SYSTEM system, const std::string& path, const char* type, const std::string& settings) {
    std::string text = "{\"ResourcePath\":\"" + path + "\"";
    if (*type) text += std::string(",\"RequestType\":\"") + type + "\"";
    if (!settings.empty()) text += ",\"Settings\":" + settings;
    const HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    return WITH_OPERATION(HcsModifyComputeSystem(system, operation, wide((text + "}").c_str()), nullptr));
}

/* The machine's document as a saved state has it; the machine is over then. */
std::string document_of(HCS_SYSTEM system) {
    char folder[512];
    if (!make_folder(folder, sizeof folder)) return "no folder";
    const std::string file = std::string(folder) + "/state";
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    const HRESULT paused = WITH_OPERATION(HcsPauseComputeSystem(system, operation, nullptr));
    operation = HcsCreateOperation(nullptr, nullptr);
    const HRESULT saved = WITH_OPERATION(
        HcsSaveComputeSystem(system, operation, wide(("{\"SaveType\":\"ToFile\",\"SaveStateFilePath\":\"" + file + "\"}").c_str())));
    std::string text = paused < 0 || saved < 0 ? "not saved" : read_file(file);
    remove_file(file.c_str());
    remove_folder(folder);
    const size_t begin = text.find("\"VirtualMachine\":");
    return begin == std::string::npos ? text : text.substr(begin + 17, text.size() - begin - 18);
}

std::string configuration_says(const char* json) {
    return refusal_of([json] { read_configuration(json); }, HR(0x80070057u));
}

}  // namespace

TEST(a_machine_tells_what_its_document_gave_it, "monitors read these members, and nothing runs that would fill them otherwise") {
    HCS_SYSTEM system = machine(
        R"("Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}},"GuestConnection":{},)"
        R"("ComputeTopology":{"Memory":{"SizeInMB":256},"Processor":{"Count":2,"CpuGroup":{"Id":"11111111-1111-1111-1111-111111111111"}}},)"
        R"("Devices":{"SharedMemory":{"Regions":[{"SectionName":"a","Length":1},{"SectionName":"b","Length":4096},{"SectionName":)"
        R"("c","Length":4097},{"SectionName":"d"}]}})");
    CHECK(system != nullptr);
    CHECK(same("80370105", property(system, "Memory")) && same("80370105", property(system, "Statistics")) &&
          same("80370105", property(system, "ICHeartbeatStatus")));
    CHECK(same("\"TerminateOnLastHandleClosed\":false", property(system, "TerminateOnLastHandleClosed")));
    CHECK(start_system(system) >= 0);
    CHECK(same(R"("Memory":{"VirtualNodeCount":1,"VirtualMachineMemory":{"AvailableMemory":0,"AvailableMemoryBuffer":0,"ReservedMemory":0,)"
               R"("AssignedMemory":65536,)"
               R"("SlpActive":false,"BalancingEnabled":false,"DmOperationInProgress":false},"VirtualNodes":[{"VirtualNodeIndex":0,)"
               R"("PhysicalNodeNumber":0,)"
               R"("VirtualProcessorCount":2,"MemoryUsageInPages":65536}]})",
               property(system, "Memory")));
    CHECK(
        same(R"("SharedMemoryRegionInfo":[{"SectionName":"a","GuestPhysicalAddress":268435456},{"SectionName":"b","GuestPhysicalAddress":)"
             R"(268439552},)"
             R"({"SectionName":"c","GuestPhysicalAddress":268443648},{"SectionName":"d","GuestPhysicalAddress":268451840}])",
             property(system, "SharedMemoryRegion")));
    CHECK(same(R"("ICHeartbeatStatus":{"IsEnabled":true,"State":"Ok","Reason":"Unknown"})", property(system, "ICHeartbeatStatus")));
    CHECK(same(R"("CpuGroup":{"Id":"11111111-1111-1111-1111-111111111111"})", property(system, "CpuGroup")));
    CHECK(
        same(R"("ProcessorTopology":{"LogicalProcessorCount":2,"LogicalProcessors":[{"LpIndex":0,"NodeNumber":0,"PackageId":0,"CoreId":0,)"
             R"("RootVpIndex":0},)"
             R"({"LpIndex":1,"NodeNumber":0,"PackageId":0,"CoreId":1,"RootVpIndex":1}]})",
             property(system, "ProcessorTopology")));
    CHECK(same(R"("GuestConnectionInfo":{"SupportedSchemaVersions":[{"Major":1,"Minor":0},{"Major":2,"Minor":7}],"ProtocolVersion":4,)"
               R"("GuestDefinedCapabilities":{}})",
               property(system, "GuestConnection")));
    const std::string statistics = property(system, "Statistics");
    CHECK(statistics.find(
              R"("Processor":{"TotalRuntime100ns":0,"RuntimeUser100ns":0,"RuntimeKernel100ns":0},"Memory":{"MemoryUsageCommitBytes":)"
              R"(268435456,)"
              R"("MemoryUsageCommitPeakBytes":268435456,"MemoryUsagePrivateWorkingSetBytes":268435456},"Storage":{"ReadCountNormalized":0,)"
              R"("ReadSizeBytes":0,"WriteCountNormalized":0,"WriteSizeBytes":0})") != std::string::npos);
    CHECK(same("80004001", property(system, "ProcessList")) && same("8037010D", property(system, "Nothing")));
    discard(system);
}

TEST(a_machine_of_which_nothing_is_said_has_what_is_chosen, "a document may be empty, and a property has to say something") {
    HCS_SYSTEM system = machine("");
    CHECK(start_system(system) >= 0);
    CHECK(property(system, "Memory").find("\"AssignedMemory\":262144,") != std::string::npos &&
          property(system, "Memory").find("\"VirtualProcessorCount\":1,") != std::string::npos);
    CHECK(same(R"("ICHeartbeatStatus":{"IsEnabled":false,"State":"NoContact","Reason":"Unknown"})", property(system, "ICHeartbeatStatus")));
    CHECK(same(R"("CpuGroup":{"Id":"00000000-0000-0000-0000-000000000000"})", property(system, "CpuGroup")));
    CHECK(
        same(R"("ProcessorTopology":{"LogicalProcessorCount":1,"LogicalProcessors":[{"LpIndex":0,"NodeNumber":0,"PackageId":0,"CoreId":0,)"
             R"("RootVpIndex":0}]})",
             property(system, "ProcessorTopology")));
    CHECK(same("80370120", property(system, "GuestConnection")) &&
          same("\"SharedMemoryRegionInfo\":[]", property(system, "SharedMemoryRegion")));
    discard(system);
    system = machine(R"("Services":{"Heartbeat":{}})");
    CHECK(start_system(system) >= 0);
    CHECK(same(R"("ICHeartbeatStatus":{"IsEnabled":true,"State":"NoContact","Reason":"Unknown"})", property(system, "ICHeartbeatStatus")));
    discard(system);
    HCS_SYSTEM container = running_system("contained");
    for (const char* type :
         {"Memory", "SharedMemoryRegion", "GuestConnection", "ICHeartbeatStatus", "SystemGUID", "CpuGroup", "ProcessorTopology"})
        CHECK(same("80004001", property(container, type)));
    discard(container);
}

namespace {

const std::string devices = "VirtualMachine/Devices/", topology = "VirtualMachine/ComputeTopology/",
                  service = devices + "HvSocket/HvSocketConfig/ServiceTable/";
const HRESULT invalid = HR(0x80070057u), exists = HR(0x800700B7u), missing = NOT_FOUND_, json = INVALID_JSON_;
const struct {
    std::string path;
    const char *type, *settings;
    HRESULT code;
} kChanges[] = {
    {topology + "Memory/SizeInMB", "", "512", 0},
    {topology + "Memory/SizeInMB", "Update", "511", json},
    {topology + "Memory/SizeInMB", "", "", json},
    {topology + "Memory/SizeInMB", "", "\"512\"", json},
    {topology + "Processor/CpuFrequencyPowerCap", "", "4294967295", 0},
    {topology + "Processor/CpuFrequencyPowerCap", "", "4294967296", json},
    {topology + "Processor/CpuGroup", "Add", R"({"Id":"x"})", 0},
    {topology + "Processor/CpuGroup", "Update", R"({"Id":1})", json},
    {topology + "Processor/CpuGroup", "Update", "", json},
    {topology + "Processor/Limits", "Remove", "", missing},
    {topology + "Processor/Limits", "Update", R"({"Limit":1})", 0},
    {topology + "Processor/Limits", "Remove", "", 0},
    {devices + "ComPorts/0", "Add", R"({"NamedPipe":"a"})", 0},
    {devices + "ComPorts/0", "Add", R"({"NamedPipe":"b"})", exists},
    {devices + "ComPorts/1", "Update", R"({"NamedPipe":"b"})", missing},
    {devices + "ComPorts/1", "Remove", "", missing},
    {devices + "ComPorts/0", "Update", R"({"NamedPipe":"c"})", 0},
    {devices + "ComPorts/0", "", R"({"NamedPipe":"d"})", invalid},
    {devices + "ComPorts/0", "Refresh", R"({"NamedPipe":"d"})", json},
    {devices + "ComPorts/", "Add", R"({"NamedPipe":"d"})", invalid},
    {devices + "ComPorts", "Add", R"({"NamedPipe":"d"})", invalid},
    {devices + "ComPorts/0/x", "Add", R"({"NamedPipe":"d"})", invalid},
    {devices + "MappedPipes/p", "Add", "", 0},
    {devices + "FlexibleIov/{AAAAAAAA-0000-0000-0000-000000000000}", "Add", "{}", 0},
    {devices + "FlexibleIov/aaaaaaaa-0000-0000-0000-000000000000", "Add", "{}", exists},
    {devices + "FlexibleIov/[AAAAAAAA-0000-0000-0000-000000000000]", "Remove", "", missing},
    {devices + "FlexibleIov/aaaaaaaa-0000-0000-0000-000000000000", "Remove", "", 0},
    {devices + "FlexibleIov/{x}", "Add", "{}", 0},
    {devices + "FlexibleIov/X", "Add", "{}", exists},
    {devices + "FlexibleIov/x", "Remove", "", 0},
    {devices + "Scsi/1/Attachments/0", "Add", R"({"Type":"Iso"})", missing},
    {devices + "Scsi/0/Attachments/0", "Add", R"({"Type":"Iso"})", 0},
    {devices + "VirtualPMem/Devices/1/Mappings/0", "Add", "{}", missing},
    {devices + "VirtualPMem/Devices/0/Mappings/0", "Add", "{}", 0},
    {devices + "Plan9/Shares", "Add", R"({"Name":"s","Port":1})", 0},
    {devices + "Plan9/Shares", "Add", R"({"Name":"t","Port":2})", 0},
    {devices + "Plan9/Shares", "Add", R"({"Name":"s","Port":3})", exists},
    {devices + "Plan9/Shares", "Update", R"({"Name":"u","Port":3})", missing},
    {devices + "Plan9/Shares", "Update", R"({"Name":"s","Port":4})", 0},
    {devices + "Plan9/Shares", "Remove", R"({"Name":"t"})", 0},
    {devices + "Plan9/Shares", "Remove", R"({"Name":"t"})", missing},
    {devices + "Plan9/Shares", "Remove", "{}", invalid},
    {service + "AAAA", "Update", R"({"Disabled":true})", 0},
    {service + "AAAA", "Update", R"({"BindSecurityDescriptor":"D:"})", 0},
    {service + "{aaaa}", "Update", R"({"ConnectSecurityDescriptor":"D:","Disabled":true})", 0},
    {service + "bbbb", "Update", R"({"AllowWildcardBinds":true})", 0},
    {service + "bbbb", "Add", "{}", exists},
    {service + "cccc", "Add", "{}", 0},
    {service + "CCCC", "Update", R"({"Disabled":true,"BindSecurityDescriptor":""})", 0},
    {service + "cccc", "Remove", "", missing},
    {"Container/Processor", "", R"({"Count":1})", HR(0x80004001u)},
    {"VirtualMachine", "Update", "{}", invalid},
};

}  // namespace

TEST(a_change_stands_in_the_document, "what is added, updated and removed is found there again, and nothing else is") {
    HCS_SYSTEM system =
        machine(R"("Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}},"Devices":{"Scsi":{"0":{"Attachments":{}}},)"
                R"("VirtualPMem":{"Devices":{"0":{}}}})");
    CHECK(start_system(system) >= 0);
    for (const auto& row : kChanges) {
        const HRESULT code = modify(system, row.path, row.type, row.settings);
        if (code != row.code) fprintf(stderr, "%s %s %s: 0x%08X\n", row.path.c_str(), row.type, row.settings, static_cast<unsigned>(code));
        CHECK_EQUAL(row.code, code);
    }
    CHECK(same(R"({"Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}},"ComputeTopology":{"Memory":{"SizeInMB":512},)"
               R"("Processor":{"CpuFrequencyPowerCap":4294967295,"CpuGroup":{"Id":"x"}}},)"
               R"("Devices":{"ComPorts":{"0":{"NamedPipe":"c"}},"FlexibleIov":{},"HvSocket":{"HvSocketConfig":{"ServiceTable":{"AAAA":{)"
               R"("ConnectSecurityDescriptor":"D:","Disabled":true},"bbbb":{"AllowWildcardBinds":true}}}},)"
               R"("MappedPipes":{"p":{}},"Plan9":{"Shares":[{"Name":"s","Port":4}]},"Scsi":{"0":{"Attachments":{"0":{"Type":"Iso"}}}},)"
               R"("VirtualPMem":{"Devices":{"0":{"Mappings":{"0":{}}}}}}})",
               document_of(system)));
    discard(system);
}

namespace {

/* HcsModifyComputeSystem's page names the places, the HCS schema what stands there. In `settings` a file of this machine is named that it
 * does not have. */
#ifdef _WIN32
#define NOWHERE R"("C:\\hcsffi-nowhere")"
#else
#define NOWHERE R"("/hcsffi-nowhere")"
#endif
const struct {
    const char *path, *settings;
    bool of_container, needs_guest, needs_parent, opens_file;
} kPlacesOfRequests[] = {
    {"Container/MappedDirectories", R"({"ContainerPath":"/a","HostPath":)" NOWHERE "}", true, false, false, true},
    {"Container/MappedPipes", R"({"ContainerPipeName":"a","HostPath":)" NOWHERE "}", true, false, false, false},
    {"Container/Memory/SizeInMB", "64", true, false, false, false},
    {"Container/Processor", R"({"Count":1})", true, false, false, false},
    {"Container/Devices/Generic", R"({"LocationPath":"a"})", true, false, false, false},
    {"Container/RegistryFlushState", R"({"Enabled":true})", true, false, false, false},
    {"VirtualMachine/ComputeTopology/Memory/SizeInMB", "256", false, true, false, false},
    {"VirtualMachine/ComputeTopology/Processor/CpuGroup", R"({"Id":"a"})", false, false, false, false},
    {"VirtualMachine/ComputeTopology/Processor/IdledProcessors", "{}", false, false, false, false},
    {"VirtualMachine/ComputeTopology/Processor/CpuFrequencyPowerCap", "1", false, false, false, false},
    {"VirtualMachine/ComputeTopology/Processor/Limits", R"({"Limit":1})", false, false, false, false},
    {"VirtualMachine/ComputeTopology/Gpu", "{}", false, true, false, false},
    {"VirtualMachine/Devices/ComPorts/0", R"({"NamedPipe":"a"})", false, false, false, false},
    {"VirtualMachine/Devices/FlexibleIov/a", "{}", false, false, false, false},
    {"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/a", "{}", false, false, false, false},
    {"VirtualMachine/Devices/MappedPipes/a", R"("b")", false, false, false, false},
    {"VirtualMachine/Devices/NetworkAdapters/a", "{}", false, false, false, false},
    {"VirtualMachine/Devices/Plan9/Shares", R"({"Name":"a","Path":)" NOWHERE "}", false, false, false, true},
    {"VirtualMachine/Devices/Scsi/0/Attachments/0", R"({"Type":"Iso","Path":)" NOWHERE "}", false, false, true, true},
    {"VirtualMachine/Devices/SharedMemory/Regions", R"({"SectionName":"a"})", false, false, false, false},
    {"VirtualMachine/Devices/VirtualPci/a", "{}", false, false, false, false},
    {"VirtualMachine/Devices/VirtualPMem/Devices/0", R"({"HostPath":)" NOWHERE "}", false, false, false, true},
    {"VirtualMachine/Devices/VirtualPMem/Devices/1/Mappings/0", R"({"HostPath":)" NOWHERE "}", false, false, true, true},
    {"VirtualMachine/Devices/VirtualSmb/Shares", R"({"Name":"a","Path":)" NOWHERE "}", false, false, false, true},
};

/* Each place of a new system is asked to take away what is not there, then given it, then given what has another shape. */
bool each_place_answers(const std::function<HCS_SYSTEM()>& make, bool is_container, bool runs, bool has_guest) {
    bool all = true;
    HCS_SYSTEM system = nullptr;
    const auto answers = [&](HRESULT expected, const std::string& path, const char* type, const char* settings) {
        const HRESULT code = modify(system, path, type, settings);
        if (code != expected) fprintf(stderr, "%s %s %s: 0x%08X\n", path.c_str(), type, settings, static_cast<unsigned>(code));
        all = all && code == expected;
    };
    for (const auto& row : kPlacesOfRequests) {
        system = make();
        all = all && system != nullptr && (!runs || start_system(system) >= 0);
        const bool exists = row.of_container == is_container, ready = !row.needs_guest || has_guest;
        const HRESULT refused = !exists ? HR(0x80004001u) : INVALID_STATE_;
        answers(exists && ready ? NOT_FOUND_ : refused, row.path, "Remove", row.settings);
        const HRESULT added = row.opens_file && runs ? FILE_NOT_FOUND_ : row.needs_parent ? NOT_FOUND_ : 0;
        answers(exists && ready ? added : refused, row.path, "Add", row.settings);
        const bool has_shape = std::string(row.path).find("VirtualMachine/Devices/MappedPipes") != 0;
        if (has_shape) answers(exists && ready ? INVALID_JSON_ : refused, row.path, "Update", "true");
        discard(system);
    }
    return all;
}

}  // namespace

TEST(each_place_of_a_change_has_its_kind_of_system_and_its_needs,
     "a client learns what is missing, and nothing is taken that is not carried out") {
    const struct {
        const char* members;
        bool runs, has_guest;
    } machines[] = {{"", false, false},
                    {"", true, false},
                    {R"("Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}})", false, false},
                    {R"("Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}})", true, true}};
    for (const auto& row : machines) CHECK(each_place_answers([&] { return machine(row.members); }, false, row.runs, row.has_guest));
    const auto container = [] {
        HCS_SYSTEM system = nullptr;
        (void)create_system("model", R"({"SchemaVersion":{"Major":2,"Minor":1},"Container":{}})", &system);
        return system;
    };
    CHECK(each_place_answers(container, true, false, false));
}

namespace {

const struct {
    const char *json, *refusal;
} kWrongConfigurations[] = {
    {R"({"Sede":1})", "$.Sede: no such member"},
    {R"({"Faults":[{"Function":"HcsStartComputeSystem","Skips":1}]})", "$.Faults[0].Skips: no such member"},
    {R"({"Faults":[{}]})", "$.Faults[0].Function: expected the name of a function, found nothing"},
    {R"({"Faults":[{"Function":"x"}]})", "$.Faults[0].Function: no function is called \"x\""},
    {R"({"Faults":[{"Function":"HcsStartComputeSystem","Sync":true}]})", "$.Faults[0].Sync: needs HResult"},
    {R"({"Faults":[{"Function":"HcsStartComputeSystem","Never":true,"HResult":1}]})",
     "$.Faults[0].Never: an operation that never completes has no HResult"},
    {R"({"Faults":[{"Function":"HcsCloseProcess","HResult":1}]})", "$.Faults[0].HResult: this function returns nothing"},
    {R"({"Faults":[{"Function":"HcsCloseOperation","HResult":1}]})", "$.Faults[0].HResult: this function returns nothing"},
    {R"({"Faults":[{"Function":"HcsCloseComputeSystem","HResult":1}]})", "$.Faults[0].HResult: this function returns nothing"},
    {R"({"Faults":[{"Function":"HcnFreeGuestNetworkPortReservations","HResult":1}]})",
     "$.Faults[0].HResult: this function returns nothing"},
    {R"({"Faults":[{"Function":"HcsOpenComputeSystem","Never":true}]})", "$.Faults[0].Never: this function completes before it returns"},
    {R"({"Faults":[{"Function":"HcsStartComputeSystem","DelayUs":3600000001}]})",
     "$.Faults[0].DelayUs: expected an integer from 0 to 3600000000, found the number 3600000001"},
    {R"({"Faults":[{"Function":"HcsStartComputeSystem","HResult":4294967296}]})",
     "$.Faults[0].HResult: expected an integer from -2147483648 to 4294967295, found the number 4294967296"},
    {R"({"DelayMinUs":3600000001})", "$.DelayMinUs: expected an integer from 0 to 3600000000, found the number 3600000001"},
    {R"({"DelayMinUs":2,"DelayMaxUs":1})", "$.DelayMaxUs: is less than DelayMinUs"},
    {R"({"Workers":65})", "$.Workers: expected an integer from 0 to 64, found the number 65"},
    {R"({"LayerViews":"x"})", "$.LayerViews: expected \"auto\", \"overlay\" or \"copy\""},
    {R"({"SupportedSchemaVersions":[{"Major":2}]})",
     "$.SupportedSchemaVersions[0]: expected an object with Major and Minor, found an object"},
    {R"({"SupportedSchemaVersions":[{"Minor":2}]})",
     "$.SupportedSchemaVersions[0]: expected an object with Major and Minor, found an object"},
    {R"({"SupportedSchemaVersions":[{"Major":2,"Minor":1,"x":1}]})", "$.SupportedSchemaVersions[0].x: no such member"},
    {R"({"MissingFunctions":["x"]})", "$.MissingFunctions[0]: no function is called \"x\""},
    {R"({"WindowsBuild":4294967296})", "$.WindowsBuild: expected an integer from 0 to 4294967295, found the number 4294967296"},
};

}  // namespace

TEST(a_configuration_is_what_its_document_says, "a test that asks for a fault gets that fault, and a mistyped word is no default") {
    const Configuration usual = read_configuration("");
    CHECK(usual.pace.seed == 0 && usual.pace.delay_min_us == 0 && usual.pace.delay_max_us == 0 && !usual.pace.reorder &&
          !usual.pace.manual_clock);
    CHECK(!usual.callback_during_close && !usual.status_codes && !usual.service_disconnect && usual.control_groups &&
          usual.faults.empty() && usual.missing.none());
    CHECK(usual.windows_build == 26100 && usual.layer_views == ViewWay::kAuto && usual.supported_versions.size() == 2);
    const Configuration other = read_configuration(
        R"({"Seed":18446744073709551615,"DelayMinUs":1,"DelayMaxUs":3600000000,"Workers":64,"ReorderCompletions":true,"ManualClock":)"
        R"(true,"CallbackDuringClose":true,"StatusCodes":true,)"
        R"("ServiceDisconnect":true,"WindowsBuild":17763,"SupportedSchemaVersions":[{"Major":2,"Minor":4294967295}],)"
        R"("MissingFunctions":["HcsStartComputeSystem"],"LayerViews":"copy","ControlGroups":false,)"
        R"("Isolation":"none","Faults":[{"Function":"HcsStartComputeSystem"},{"Function":"HcsPauseComputeSystem","Skip":2,"Count":3,)"
        R"("HResult":"0x8037011E","Sync":true,"DelayUs":4,"Message":"m"},)"
        R"({"Function":"HcsStartComputeSystem","Never":true},{"Function":"HcsOpenComputeSystem","HResult":-2147467259}]})");
    CHECK(other.pace.seed == UINT64_MAX && other.pace.delay_min_us == 1 && other.pace.delay_max_us == 3600000000u &&
          other.pace.workers == 64 && other.pace.reorder && other.pace.manual_clock);
    CHECK(other.callback_during_close && other.status_codes && other.service_disconnect && !other.control_groups &&
          other.layer_views == ViewWay::kCopy && other.isolation == IsolationMode::kNone);
    CHECK(other.supported_versions.size() == 1 && other.supported_versions[0].major == 2 &&
          other.supported_versions[0].minor == UINT32_MAX);
    CHECK(other.missing.test(function_index("HcsStartComputeSystem")) && !other.missing.test(function_index("HcsPauseComputeSystem")));
    CHECK_EQUAL(4, other.faults.size());
    const FaultRule &plain = other.faults[0], &full = other.faults[1];
    CHECK(plain.skip == 0 && plain.count == 1 && !plain.code && !plain.at_call && !plain.never && plain.delay_us == 0 &&
          plain.message == "a fault that was asked for");
    CHECK(full.skip == 2 && full.count == 3 && full.code == SERVICE_DISCONNECT_ && full.at_call && full.delay_us == 4 &&
          full.message == "m");
    CHECK(other.faults[2].never && other.faults[3].code == HR(0x80004005u));
    CHECK(read_configuration(R"({"DelayMinUs":7})").pace.delay_max_us == 7 &&
          read_configuration(R"({"LayerViews":"overlay"})").layer_views == ViewWay::kOverlay);
}

TEST(a_build_of_windows_has_the_functions_its_headers_declare, "a client asks what is there, and calls nothing else") {
    for (size_t at = 0; at < kFunctionCount; ++at) {
        const auto missing_of = [&](uint32_t build) {
            return read_configuration("{\"WindowsBuild\":" + std::to_string(build) + "}").missing.test(at);
        };
        const uint32_t since = kDeclaredFunctions[at].since;
        CHECK(!missing_of(since) && !missing_of(since + 1));
        if (since > 0) CHECK(missing_of(since - 1) && missing_of(0));
    }
}

#ifndef _WIN32
TEST(isolation_is_what_the_variable_says_where_the_document_says_nothing, "a whole run of tests is isolated by it") {
    setenv("HCSFFI_EMBEDDED_ISOLATION", "none", 1);
    CHECK(isolation_by_default() == IsolationMode::kNone);
    setenv("HCSFFI_EMBEDDED_ISOLATION", "bubblewrap", 1);  // it is read once
    CHECK(read_configuration("{}").isolation == IsolationMode::kNone);
    CHECK(read_configuration(R"({"Isolation":"auto"})").isolation == IsolationMode::kAuto);
    CHECK(read_configuration(R"({"Isolation":"bubblewrap"})").isolation == IsolationMode::kBubblewrap);
}

TEST(an_empty_variable_says_nothing_of_isolation, "a shell sets it so where it has nothing to set") {
    setenv("HCSFFI_EMBEDDED_ISOLATION", "", 1);
    CHECK(isolation_by_default() == IsolationMode::kAuto);
    CHECK(same("$.Isolation: expected \"auto\", \"none\" or \"bubblewrap\"", configuration_says(R"({"Isolation":""})")));
}

TEST(a_variable_that_says_nonsense_is_named, "nobody else says where the word comes from") {
    setenv("HCSFFI_EMBEDDED_ISOLATION", "x", 1);
    CHECK(same("HCSFFI_EMBEDDED_ISOLATION: expected \"auto\", \"none\" or \"bubblewrap\"", configuration_says("{}")));
}
#endif

TEST(a_build_of_windows_has_its_schema, "and a word of the configuration that is none says where it stands") {
    const std::pair<uint32_t, uint32_t> minors[] = {{0, 1},     {17762, 1}, {17763, 1}, {18361, 1}, {18362, 2}, {19041, 3},
                                                    {20347, 3}, {20348, 5}, {22000, 6}, {26099, 6}, {26100, 7}};
    for (const auto& [build, minor] : minors) {
        const auto versions = versions_of_build(build);
        CHECK(versions.size() == 2 && versions[0].major == 1 && versions[0].minor == 0 && versions[1].major == 2);
        CHECK_EQUAL(minor, versions[1].minor);
    }
    for (const auto& row : kWrongConfigurations) CHECK(same(row.refusal, configuration_says(row.json)));
    CHECK(configuration_says(R"({"Isolation":"x"})").rfind("$.Isolation: expected \"auto\"", 0) == 0);
    for (const char* code : {"\"8037011E\"", "\"0x\"", "\"0x8037011E0\"", "\"0xg\"", "\"1x8\"", "\"00000000\"", "\"\""})
        CHECK(
            same("$.Faults[0].HResult: expected \"0x\" and up to 8 hexadecimal digits",
                 configuration_says((std::string(R"({"Faults":[{"Function":"HcsStartComputeSystem","HResult":)") + code + "}]}").c_str())));
    CHECK(read_configuration(R"({"Faults":[{"Function":"HcsStartComputeSystem","HResult":"0X1"}]})").faults[0].code == 1);
}

TEST(a_seed_draws_the_same_ids_again_and_without_one_none_comes_twice,
     "a run that failed is made again by its seed, and two programs must not take each other's systems for their own") {
    const auto drawn = [](const char* configuration) {
        PWSTR refusal = nullptr;
        if (hcsffi_configure(wide(configuration), &refusal) < 0) return std::string("not configured");
        HCS_SYSTEM system = machine("");
        char* document = nullptr;
        (void)system_properties(system, "", &document);
        const std::string text = owned(document);
        discard(system);
        const size_t at = text.find("\"RuntimeId\":\"");
        return at == std::string::npos ? "none in " + text : text.substr(at + 13, 36);
    };
    const std::string seventh = drawn(R"({"Seed":7})"), eighth = drawn(R"({"Seed":8})");
    CHECK(seventh.size() == 36 && seventh != eighth);
    CHECK(same(seventh, drawn(R"({"Seed":7})")) && same(eighth, drawn(R"({"Seed":8})")));
    const std::string first = drawn("{}"), second = drawn(R"({"Seed":0})");
    CHECK(first.size() == 36 && first != second && first != drawn("{}"));
}

TEST(a_program_s_variables_are_the_client_s_few_then_the_document_s,
     "a later one takes the place of an earlier one of its name, and each is there once") {
    const auto told = [](const Environment& inherited, const char* host, const char* own) {
        const Document document = Document::parse(own);
        std::string text;
        for (const auto& [name, value] : process_environment(inherited, host, document.root())) text += name + "=" + value + ";";
        return text;
    };
    const Environment few{{"FIRST", "1"}, {"SECOND", "2"}};
    CHECK(same("FIRST=1;SECOND=2;", told(few, "", "{}")));
    CHECK(same("FIRST=x;SECOND=;HOSTNAME=web;COMPUTERNAME=web;NEW=y;", told(few, "web", R"({"FIRST":"x","NEW":"y","SECOND":""})")));
    CHECK(same("HOSTNAME=own;COMPUTERNAME=web;", told({}, "web", R"({"HOSTNAME":"own"})")));
    CHECK(same(ON_WINDOWS ? "FIRST=2;" : "FIRST=1;first=2;", told({{"FIRST", "1"}}, "", R"({"first":"2"})")));
    for (const char* wrong : {"", "=", "A=B", "A="}) {
        const std::string json = std::string("{\"") + wrong + "\":\"x\"}";
        CHECK(same(std::string("$: \"") + wrong + "\" is no name of a variable",
                   refusal_of([&] { (void)told({}, "", json.c_str()); }, HR(0x80070057u))));
    }
}

#ifndef _WIN32
TEST(of_a_client_s_variables_the_few_pass_that_programs_need, "what else it has may be a secret of its own") {
    const char* const passing[] = {"PATH", "HOME", "LANG", "TERM", "TMPDIR", "TZ", "USER", "LOGNAME", "SHELL", "LC_ALL", "LC_"};
    const char* const staying[] = {"HCSFFI_SECRET", "PATHS", "XPATH", "path", "LC", "XLC_ALL", "lc_all", "PWD"};
    clearenv();
    for (const char* name : passing) setenv(name, name, 1);
    for (const char* name : staying) setenv(name, name, 1);
    std::vector<std::string> expected(std::begin(passing), std::end(passing)), found;
    for (const auto& [name, value] : inherited_environment()) {
        CHECK(name == value);
        found.push_back(name);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(expected == found);
}
#endif

TEST(a_grace_and_the_files_of_a_machine_are_read_from_its_document, "what is waited for, and what has to be granted before power comes") {
    const auto grace = [](const char* json) {
        const Document document = Document::parse(json);
        return shutdown_grace_us(document.root());
    };
    CHECK_EQUAL(5000000, grace("{}"));
    CHECK_EQUAL(
        1000,
        grace(
            R"({"RegistryChanges":{"AddValues":[{"Name":"x","StringValue":"9"},{"Name":"WaitToKillServiceTimeout","StringValue":"1"}]}})"));
    CHECK_EQUAL(4294967295000,
                grace(R"({"RegistryChanges":{"AddValues":[{"Name":"WaitToKillServiceTimeout","StringValue":"4294967295"}]}})"));
    for (const char* odd : {"", "x", "1x", "-1", "4294967296"})
        CHECK_EQUAL(5000000, grace((std::string(R"({"RegistryChanges":{"AddValues":[{"Name":"WaitToKillServiceTimeout","StringValue":")") +
                                    odd + "\"}]}}")
                                       .c_str()));
    const Document document = Document::parse(
        R"({"Devices":{"Scsi":{"0":{"Attachments":{"0":{"Path":"a"},"1":{"Path":""},"2":{}}}},"VirtualPMem":{"Devices":{"0":{)"
        R"("HostPath":"b","Mappings":{"0":{"HostPath":"c"}}}}},)"
        R"("VirtualSmb":{"Shares":[{"Path":"d"}]},"Plan9":{"Shares":[{"Path":"e"}]}},"GuestState":{"GuestStateFilePath":"f",)"
        R"("RuntimeStateFilePath":"g"}})");
    std::string files;
    for (const HostFile& file : referenced_files(document.root())) files += file.path + (file.needs_grant ? "+" : "-");
    CHECK(same("a+b+c+d-e-f+g+", files));
    const auto boot = [](const char* json) {
        const Document chipset = Document::parse(json);
        return boots(chipset.root());
    };
    CHECK(!boot("{}") && !boot(R"({"Chipset":{"Uefi":{}}})") && boot(R"({"Chipset":{"Uefi":{"BootThis":{}}}})") &&
          boot(R"({"Chipset":{"LinuxKernelDirect":{"KernelFilePath":"x"}}})") && boot(R"({"RestoreState":{}})"));
    const Document features = Document::parse(
        R"({"ComputeTopology":{"Processor":{"ProcessorFeatureSet":{"ProcessorFeatures":["Sse3"],"XsaveProcessorFeatures":["x"]}}}})");
    const SavedState saved = read_saved_state(write_saved_state("id", "runtime", features.root()));
    CHECK(same("id", saved.system_id) && same("runtime", saved.runtime_id) &&
          same(R"({"ProcessorFeatures":["Sse3"],"XsaveProcessorFeatures":["x"]})", saved.processor_requirements));
    const Document empty = Document::parse("{}");
    CHECK(same(R"({"ProcessorFeatures":[],"XsaveProcessorFeatures":[]})",
               read_saved_state(write_saved_state("", "", empty.root())).processor_requirements));
    for (const char* content : {"", "[]", "{}", R"({"Format":"hcsffi saved state 2"})"})
        CHECK(!refusal_of([content] { read_saved_state(content); }, HR(0x8007000Du)).empty());
}
