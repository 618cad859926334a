/* The exports at their edges, through the C surface: what is written where nothing is told, what a refused call leaves, what the host tells
 * of itself, and what goes with the service. */
#include <atomic>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "client.h"
#include "harness.h"
#include "watcher.h"

namespace {

HCS_SYSTEM running(PCWSTR id, PCWSTR configuration = CONTAINER) {
    HCS_SYSTEM system = nullptr;
    (void)create(id, configuration, &system);
    return run_on_system(HcsStartComputeSystem, system, nullptr).completed == S_OK_ ? system : nullptr;
}

/* An operation that is under way, and can begin no other meanwhile. */
HCS_OPERATION busy_operation() {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    if (configure(W("{\"Faults\":[{\"Function\":\"HcsEnumerateComputeSystems\",\"Never\":true}]}")) < 0) return nullptr;
    return HcsEnumerateComputeSystems(nullptr, operation) < 0 ? nullptr : operation;
}

HCS_PROCESS sleeper(HCS_SYSTEM system, HCS_PROCESS_INFORMATION* information) {
    HCS_PROCESS process = nullptr;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    (void)HcsCreateProcess(system, W("{\"CommandLine\":\"sleep 60\",\"CreateStdOutPipe\":true}"), operation, nullptr, &process);
    (void)HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, information, nullptr);
    HcsCloseOperation(operation);
    return process;
}

std::string taken(PWSTR text) {
    const std::string plain = narrowed(text);
    hcsffi_local_free(text);
    return plain;
}

bool is_zero(const HCS_PROCESS_INFORMATION& information) {
    const HCS_PROCESS_INFORMATION zero{};
    return std::memcmp(&zero, &information, sizeof zero) == 0;
}

}  // namespace

TEST(an_operation_without_information_leaves_it_zero, "what stood there before would be closed as a handle (A-12)") {
    HCS_SYSTEM system = running(W("zero"));
    HCS_PROCESS_INFORMATION of_process{}, information, waited;
    const HCS_PROCESS process = sleeper(system, &of_process);
    const PCWSTR close_input = W("{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdIn\"}}");
    const struct {
        process_request call;
        PCWSTR text;
        HRESULT code;
    } rows[] = {{HcsModifyProcess, close_input, S_OK_},
                {HcsGetProcessProperties, nullptr, S_OK_},
                {HcsSignalProcess, W("{\"Signal\":77}"), HR(0x8037010D)},
                {HcsTerminateProcess, nullptr, S_OK_}};
    for (const auto& row : rows) {
        HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
        PWSTR first = nullptr, second = nullptr;
        std::memset(&information, 0xEE, sizeof information);
        std::memset(&waited, 0xEE, sizeof waited);
        CHECK_EQUAL(S_OK_, row.call(process, operation, row.text));
        CHECK_EQUAL(row.code, HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &waited, &first));
        CHECK_EQUAL(row.code, HcsGetOperationResultAndProcessInfo(operation, &information, &second));
        CHECK(is_zero(waited) && is_zero(information) && taken(first) == taken(second));
        CHECK_EQUAL(row.code, HcsGetOperationResultAndProcessInfo(operation, nullptr, nullptr));
        CHECK_EQUAL(row.code, HcsWaitForOperationResultAndProcessInfo(operation, 0, nullptr, nullptr));
        HcsCloseOperation(operation);
        PWSTR stale = reinterpret_cast<PWSTR>(16), late = stale;
        CHECK_EQUAL(HR(0x80070006), HcsGetOperationResultAndProcessInfo(operation, &information, &stale));
        CHECK_EQUAL(HR(0x80070006), HcsWaitForOperationResultAndProcessInfo(operation, 0, &information, &late));
        CHECK(stale == nullptr && late == nullptr);
    }
    HCS_OPERATION creating = HcsCreateOperation(nullptr, nullptr); /* nobody has to ask for it at once */
    HCS_PROCESS other = nullptr;
    CHECK_EQUAL(S_OK_, HcsCreateProcess(system, W("{\"CommandLine\":\"sleep 60\"}"), creating, nullptr, &other));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResultAndProcessInfo(creating, PATIENCE_MS, nullptr, nullptr));
    CHECK_EQUAL(S_OK_, HcsGetOperationResultAndProcessInfo(creating, &information, nullptr));
    CHECK(information.ProcessId != 0 && information.StdOutput == nullptr);
    HcsCloseOperation(creating);
    stream_close(reinterpret_cast<stream>(of_process.StdOutput));
    HcsCloseProcess(other);
    HcsCloseProcess(process);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_refused_call_leaves_no_handle_and_no_system, "the id must be free for whoever asks with a fresh operation (A-22)") {
    HCS_OPERATION busy = busy_operation();
    HCS_SYSTEM system = reinterpret_cast<HCS_SYSTEM>(16);
    HCS_PROCESS process = reinterpret_cast<HCS_PROCESS>(16);
    CHECK_EQUAL(HR(0x80370116), HcsCreateComputeSystem(W("refused"), CONTAINER, busy, nullptr, &system));
    CHECK(system == nullptr);
    CHECK_EQUAL(0, counter("Systems") + counter("SystemHandles"));
    CHECK_EQUAL(HR(0x8037010E), HcsOpenComputeSystem(W("refused"), 0, &system));
    HCS_CREATE_OPTIONS_1 options{};
    options.Version = HcsCreateOptions_1;
    options.SecurityDescriptor = reinterpret_cast<SECURITY_DESCRIPTOR*>(16);
    HCS_OPERATION fresh = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(HR(0x80070057), HcsCreateComputeSystemInNamespace(nullptr, W("refused"), CONTAINER, fresh, &options.Version, &system));
    HcsCloseOperation(fresh);
    system = running(W("refused"));
    CHECK_EQUAL(HR(0x80370116), HcsCreateProcess(system, W("{\"CommandLine\":\"true\"}"), busy, nullptr, &process));
    CHECK(process == nullptr);
    CHECK_EQUAL(0, counter("Processes") + counter("ProcessHandles"));
    fresh = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(
        HR(0x80070002),
        await_answer(HcsCreateProcess(system, W("{\"CommandLine\":\"/no/such/program\"}"), fresh, nullptr, &process), fresh).completed);
    CHECK_EQUAL(0, counter("Processes")); /* it never was one */
    CHECK_EQUAL(HR(0x8037011D), HcsWaitForProcessExit(process, 0xFFFFFFFF, nullptr));
    HcsCloseProcess(process);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, nullptr).completed);
    CHECK_EQUAL(HR(0x80370110), HcsOpenProcess(system, 1, 0, &process));
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsStartLiveMigrationTransfer, system, nullptr).completed);
    HcsCloseComputeSystem(system);
    HcsCloseOperation(busy);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_resource_has_a_kind_a_name_and_a_handle, "what live migration would send along is looked at before it is taken") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr), busy = busy_operation();
    const auto handle = reinterpret_cast<HANDLE>(16);
    const auto add = [&](int kind, PCWSTR uri, HANDLE what) {
        return HcsAddResourceToOperation(operation, static_cast<HCS_RESOURCE_TYPE>(kind), uri, what);
    };
    CHECK_EQUAL(S_OK_, add(HcsResourceTypeFile, W("hcs:x"), handle));
    CHECK_EQUAL(S_OK_, add(HcsResourceTypeSocket, W("hcs:x"), handle));
    for (const HRESULT refused : {add(HcsResourceTypeNone, W("hcs:x"), handle), add(HcsResourceTypeSocket + 1, W("hcs:x"), handle),
                                  add(-1, W("hcs:x"), handle), add(HcsResourceTypeFile, W("hcs:x"), nullptr),
                                  add(HcsResourceTypeFile, W(""), handle), add(HcsResourceTypeFile, nullptr, handle)})
        CHECK_EQUAL(HR(0x80070057), refused);
    CHECK_EQUAL(HR(0x80370116), HcsAddResourceToOperation(busy, HcsResourceTypeFile, W("hcs:x"), handle));
    CHECK_EQUAL(HR(0x80004001), HcsGetOperationProperties(operation, W("{}"), nullptr));
    HcsCloseOperation(operation);
    HcsCloseOperation(busy);
}

TEST(an_enumeration_is_asked_in_words_that_there_are, "a mistyped filter must not find everything (B-49)") {
    for (const char* wrong : {"{\"Owners\":\"one\"}", "{\"Types\":[\"Nothing\"]}", "{\"Ids\":[1]}", "{\"Names\":5}", "[]"})
        CHECK_EQUAL(HR(0x8037010D), enumerate(Wide(wrong)).completed);
    PWSTR text = nullptr;
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(W("{\"PropertyTypes\":[\"QoSCapabilities\"]}"), &text));
    CHECK(taken(text) == "{\"Properties\":[{\"ProcessorQoSSupported\":false}]}");
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(nullptr, &text));
    CHECK(taken(text) == "{\"Properties\":[]}");
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(W("{\"PropertyQueries\":{}}"), &text));
    CHECK(taken(text) == "{\"PropertyResponses\":{}}");
}

TEST(the_host_tells_of_itself_member_by_member, "tests and doctors read these names") {
    PWSTR text = nullptr;
    const auto has_all = [](const std::string& document, const std::vector<const char*>& names) {
        size_t at = 0;
        for (const char* name : names) {
            const size_t found = document.find(std::string("\"") + name + "\":", at);
            if (found == std::string::npos) fprintf(stderr, "no %s in %s\n", name, document.c_str());
            if (found == std::string::npos) return false;
            at = found;
        }
        return true;
    };
    CHECK_EQUAL(S_OK_, hcsffi_isolation(&text));
    const std::string isolation = taken(text);
    CHECK(has_all(isolation, {"Mode", "MemoryLimits", "ProcessorLimits", "ProcessLimits", "Works", "Program", "Version", "Layers",
                              "Changes", "Problem", "ErrorNumber", "Remedy", "Programs"}));
    if (!ON_WINDOWS) CHECK(has_all(isolation, {"Programs", "Name", "Carries", "Path", "Remedy"}));
    CHECK_EQUAL(S_OK_, hcsffi_counters(&text));
    CHECK(has_all(taken(text), {"Operations", "Systems", "SystemHandles", "Processes", "ProcessHandles", "Strings", "WrongFrees",
                                "ClosesInOwnCallback", "Descriptors", "Reapers", "OverlayViews", "CopiedViews", "Threads"}));
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":3}")));
    HCS_SYSTEM system = running(W("threads"));
    CHECK(counter("Threads") >= 4); /* the workers, and the one that hears of ends */
    discard(system);
    for (const char* name : {"HcsCreateOperation", "HcnCloseSdnRoute"}) { /* the first and the last that are declared */
        CHECK_EQUAL(S_OK_, configure(Wide(std::string("{\"MissingFunctions\":[\"") + name + "\"]}")));
        CHECK_EQUAL(HR(0x8007007F), hcsffi_offers(name));
        CHECK_EQUAL(S_OK_, hcsffi_offers("HcsCloseOperation"));
        CHECK_EQUAL(S_OK_, configure(nullptr));
        CHECK_EQUAL(S_OK_, hcsffi_offers(name));
    }
}

TEST(a_callback_that_is_provoked_comes_where_one_can_and_nowhere_else,
     "the race is asked for, and not an event that nobody could have sent") {
    Watcher operations, events;
    HCS_SYSTEM system = running(W("provoked"));
    HCS_PROCESS_INFORMATION information{};
    HCS_PROCESS process = sleeper(system, &information);
    HCS_OPERATION idle = HcsCreateOperation(&operations, Watcher::completion);
    HCS_OPERATION done = HcsCreateOperation(&operations, Watcher::completion);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(nullptr, done));
    CHECK(operations.wait_for(HcsEventOperationCallback));
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &events, Watcher::event));
    CHECK_EQUAL(S_OK_, configure(W("{\"CallbackDuringClose\":true}")));
    HcsCloseOperation(done);
    HcsCloseOperation(done); /* a stale one */
    HcsCloseOperation(nullptr);
    HcsCloseOperation(idle);
    CHECK_EQUAL(1, operations.events().size());
    HcsCloseProcess(process);
    CHECK_EQUAL(1, events.count(HcsEventInvalid));
    CHECK_EQUAL(S_OK_, configure(nullptr));
    stream_close(reinterpret_cast<stream>(information.StdOutput));
    Watcher closing;
    process = sleeper(system, &information);
    stream_close(reinterpret_cast<stream>(information.StdOutput));
    closing.on_event = [&](const HCS_EVENT&) { HcsCloseProcess(process); };
    const long long before = counter("ClosesInOwnCallback");
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &closing, Watcher::event));
    CHECK_EQUAL(S_OK_, run_on_process(HcsTerminateProcess, process, nullptr).completed);
    CHECK(closing.wait_for(HcsEventProcessExited));
    CHECK_EQUAL(before + 1, counter("ClosesInOwnCallback"));
    discard(system);
    CHECK(nothing_stays_alive());
}

TEST(a_disconnect_reaches_every_handle_and_counts_them_out, "a machine lives on, and goes with its last new handle (B-41, D-6, D-7)") {
    HCS_SYSTEM container = running(W("container")), again = nullptr;
    HCS_SYSTEM machine = running(W("machine"), W("{\"ShouldTerminateOnLastHandleClosed\":true,\"VirtualMachine\":{}}"));
    HCS_PROCESS_INFORMATION information{};
    const HCS_PROCESS process = sleeper(container, &information);
    Watcher of_process;
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &of_process, Watcher::event));
    HRESULT machine_waited = 0, process_waited = 0;
    std::thread first([&] { machine_waited = HcsWaitForComputeSystemExit(machine, 0xFFFFFFFF, nullptr); });
    std::thread second([&] { process_waited = HcsWaitForProcessExit(process, 0xFFFFFFFF, nullptr); });
    wait_ms(5); /* so that they wait, most likely */
    CHECK_EQUAL(S_OK_, configure(W("{\"ServiceDisconnect\":true}")));
    first.join();
    second.join();
    CHECK_EQUAL(HR(0x8037011E), machine_waited);
    CHECK_EQUAL(HR(0x8037011E), process_waited);
    CHECK(of_process.wait_for(HcsEventServiceDisconnect));
    CHECK_EQUAL(HR(0x8037011E), HcsSetProcessCallback(process, HcsEventOptionNone, nullptr, nullptr));
    stream_close(reinterpret_cast<stream>(information.StdOutput));
    HcsCloseProcess(process);
    CHECK_EQUAL(1, of_process.events().size());
    HcsCloseComputeSystem(container);
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("machine"), 0, &again));
    HcsCloseComputeSystem(machine); /* it counts no longer */
    CHECK_EQUAL(1, counter("Systems"));
    HcsCloseComputeSystem(again);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_shutdown_of_the_host_takes_along_what_it_kept, "the next test begins with nothing") {
    const GUID id = {0x11111111, 0x2222, 0x4333, {0x84, 0x44, 0x55, 0x55, 0x55, 0x55, 0x55, 0x55}};
    HCN_NETWORK network = nullptr;
    PWSTR text = nullptr;
    CHECK_EQUAL(S_OK_, HcnCreateNetwork(&id, W("{\"Name\":\"n\",\"SchemaVersion\":{\"Major\":2}}"), &network, nullptr));
    HcnCloseNetwork(network);
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(
                           W("{\"PropertyType\":\"CpuGroup\",\"Settings\":{\"Operation\":\"CreateGroup\","
                             "\"OperationDetails\":{\"GroupId\":\"g\",\"LogicalProcessorCount\":0,\"LogicalProcessors\":[]}}}"),
                           nullptr));
    const std::string disk = ON_WINDOWS ? "/disk.vhdx" : "C:/disk.vhdx";
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(W("machine"), Wide(disk)));
    const std::string document =
        R"({"VirtualMachine":{"Devices":{"Scsi":{"0":{"Attachments":{"0":{"Type":"VirtualDisk","Path":")" + disk + "\"}}}}}}}";
    discard(running(W("machine"), Wide(document)));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
    HCS_SYSTEM machine = nullptr;
    CHECK_EQUAL(S_OK_, create(W("machine"), Wide(document), &machine).completed);
    CHECK_EQUAL(HR(0x80070005), run_on_system(HcsStartComputeSystem, machine, nullptr).completed);
    const std::string told = run_on_system(HcsGetComputeSystemProperties, machine, nullptr).document;
    const std::string runtime_id = told.substr(told.find("\"RuntimeId\":\"") + 13, 36);
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(Wide(runtime_id), Wide(disk))); /* the account of a machine is named so, too */
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, machine, nullptr).completed);
    discard(machine);
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(W("{\"PropertyTypes\":[\"CpuGroup\"]}"), &text));
    CHECK(taken(text) == "{\"Properties\":[{\"CpuGroups\":[]}]}");
    CHECK(HcnOpenNetwork(&id, &network, nullptr) < 0);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
    CHECK_EQUAL(0, counter("Threads"));
}

TEST(options_that_are_no_text_are_refused_where_nothing_reads_them,
     "half a character is a fault of the client wherever it stands (chosen)") {
    const WCHAR half[] = {0xD800, 0};
    char folder[512];
    CHECK(make_folder(folder, sizeof folder));
    const std::string layer = std::string(folder) + "/layer", state = std::string(folder) + "/state";
    CHECK_EQUAL(HR(0x80070057), HcsInitializeWritableLayer(Wide(layer), W("{}"), half));
    CHECK_EQUAL(HR(0x80070057), HcsInitializeLegacyWritableLayer(Wide(layer), Wide(layer), W("{}"), half));
    CHECK_EQUAL(HR(0x80070057), HcsSetupBaseOSLayer(Wide(layer), nullptr, half));
    CHECK_EQUAL(S_OK_, HcsCreateEmptyRuntimeStateFile(Wide(state)));
    CHECK_EQUAL(HR(0x80070050), HcsCreateEmptyRuntimeStateFile(Wide(state)));
    CHECK(!file_exists(layer.c_str()));
    remove_file(state.c_str());
    remove_folder(folder);
}
