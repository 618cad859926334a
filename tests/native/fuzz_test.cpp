/* Random calls through the plain C border, from several threads at once: every declared function, handles that live, are stale or
 * forged, documents that are cut and joined at random, and callbacks that call and close again. Whatever comes, the host answers with a
 * code; it does not crash, hang or keep anything, and no sanitizer finds anything.
 *
 * What a call gets is chosen by the types of its parameters, so a row of the table is little more than a name, and a declared function
 * without a row fails a test. Two things are not left to chance: commands and paths. A document that starts a program is taken as it is,
 * and a path always lies in a folder that is not there.
 *
 * FUZZ_CALLS and FUZZ_SEED say how many calls each test makes and where its random numbers begin; it prints both. `make fuzz` makes ten
 * million.
 */
#include "harness.h"
#include "hcs_client.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "declared_functions.h"

namespace {

constexpr int kThreads = 3;
constexpr int kDeepest = 3;  // callbacks within callbacks
constexpr size_t kMostHandles = 48;
// In CI four tests make a hundred thousand together. A process takes Wine fifty times as long to start.
constexpr unsigned long kCallsEach = ON_WINDOWS ? 2500 : 25000;

unsigned long number_of(const char* name, unsigned long otherwise) {
    const char* given = getenv(name);
    return given ? strtoul(given, nullptr, 10) : otherwise;
}

std::atomic<unsigned long> next_stream{0};
std::atomic<bool> over{false};
std::atomic<unsigned long> strangers{0};  // callbacks with a context that nobody gave
std::atomic<unsigned long> callbacks{0};
std::atomic<unsigned long> successes{0};
thread_local int depth = 0;

// Each thread, the host's included, has random numbers of its own, which follow from the seed and the order in which threads first ask.
std::mt19937_64& numbers() {
    thread_local std::mt19937_64 own(number_of("FUZZ_SEED", 20) * 1000003 + next_stream.fetch_add(1));
    return own;
}
uint64_t below(uint64_t limit) { return numbers()() % limit; }
bool one_in(uint64_t many) { return below(many) == 0; }

template <class Sequence>
const auto& any_of(const Sequence& sequence) {
    return sequence[below(std::size(sequence))];
}

// Handles of one kind that were given out. One that has no place any more is closed, so that nothing is lost.
template <class Handle>
class Pool {
  public:
    explicit Pool(void (*close)(Handle)) : close_(close) {}
    void keep(Handle handle) {
        if (!handle) return;
        Handle out = nullptr;
        {
            const std::scoped_lock lock(mutex_);
            if (handles_.size() < kMostHandles) {
                handles_.push_back(handle);
                return;
            }
            out = std::exchange(handles_[below(handles_.size())], handle);
        }
        close_(out);
    }
    Handle any() {
        static const uintptr_t forgeries[] = {0, 1, 16, 0x11, 0x100000001, 0x100000011, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFF1, 0xDEADBEEF};
        if (one_in(30)) return reinterpret_cast<Handle>(one_in(2) ? static_cast<uintptr_t>(numbers()()) : any_of(forgeries));
        const std::scoped_lock lock(mutex_);
        return handles_.empty() ? nullptr : any_of(handles_);
    }
    void close_all() {
        std::vector<Handle> left;
        {
            const std::scoped_lock lock(mutex_);
            left.swap(handles_);
        }
        for (Handle handle : left) close_(handle);
    }

  private:
    std::mutex mutex_;
    std::vector<Handle> handles_;  // guarded by mutex_
    void (*const close_)(Handle);
};

void end_system(HCS_SYSTEM system) {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HcsTerminateComputeSystem(system, operation, nullptr);
    HcsCloseOperation(operation);
    HcsCloseComputeSystem(system);
}

// The network's handles are of one C type and many kinds; each function of closing refuses those that are not its own.
void close_network_handle(void* handle) {
    HcnCloseNetwork(handle);
    HcnCloseEndpoint(handle);
    HcnCloseNamespace(handle);
    HcnCloseLoadBalancer(handle);
    HcnCloseSdnRoute(handle);
    HcnCloseGuestNetworkService(handle);
    HcnReleaseGuestNetworkServicePortReservationHandle(handle);
    HcnUnregisterServiceCallback(handle);
    HcnUnregisterGuestNetworkServiceCallback(handle);
}

Pool<HCS_OPERATION> operations{HcsCloseOperation};
Pool<HCS_SYSTEM> systems{end_system};
Pool<HCS_PROCESS> processes{HcsCloseProcess};
Pool<void*> network_handles{close_network_handle};

#define V21 "\"SchemaVersion\":{\"Major\":2,\"Minor\":1}"
const std::string kSystems[] = {
    "{\"Owner\":\"f\"," V21 ",\"Container\":{}}",
    "{" V21 ",\"ShouldTerminateOnLastHandleClosed\":true,\"Container\":{\"GuestOs\":{\"HostName\":\"h\"}}}",
    "{" V21
    ",\"ShouldTerminateOnLastHandleClosed\":true,\"VirtualMachine\":{\"StopOnReset\":true,\"Chipset\":{\"Uefi\":{}},"
    "\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":64},\"Processor\":{\"Count\":1}},\"GuestConnection\":{}}}",
    "{" V21 ",\"HostingSystemId\":\"system-1\",\"HostedSystem\":{" V21 ",\"Container\":{}}}"};
const std::string kProcesses[] = {
    "{\"CommandLine\":\"true\"}", "{\"CommandLine\":\"cat\",\"CreateStdInPipe\":true,\"CreateStdOutPipe\":true,\"CreateStdErrPipe\":true}",
    "{\"CommandLine\":\"sleep 5\"}", "{\"CommandLine\":\"no-such-program\"}", "{\"CommandLine\":\"true\",\"WorkingDirectory\":\"/none\"}"};
const std::string kRequests[] = {
    "{\"Signal\":\"CtrlC\"}",
    "{\"Signal\":15}",
    "{\"Signal\":\"CtrlShutdown\"}",
    "{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdIn\"}}",
    "{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":5,\"Width\":5}}",
    "{\"PropertyTypes\":[\"Statistics\",\"ProcessList\"]}",
    "{\"PropertyTypes\":[]}",
    "{\"PropertyQueries\":{\"Basic\":{}}}",
    "{\"SaveType\":\"AsTemplate\"}",
    "{\"Type\":\"Reboot\"}",
    "{\"Mechanism\":\"GuestConnection\"}",
    "{\"Owners\":[\"f\"]}",
    "{\"SuspensionLevel\":\"Suspend\"}",
    "{\"ResourcePath\":\"VirtualMachine/ComputeTopology/Memory/SizeInMB\",\"RequestType\":\"Update\",\"Settings\":128}",
    "{\"ResourcePath\":\"VirtualMachine/Devices/NetworkAdapters/x\",\"RequestType\":\"Add\",\"Settings\":{\"EndpointId\":\"e\"}}",
    "{\"ResourcePath\":\"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/b\",\"RequestType\":\"Update\",\"Settings\":{}}",
    "{\"PropertyType\":\"CpuGroup\",\"Settings\":{\"Operation\":\"CreateGroup\"}}",
    "{\"SystemId\":\"system-1\"}"};
const std::string kNetworks[] = {
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Name\":\"n\",\"Type\":\"NAT\",\"Ipams\":[{\"Type\":\"Static\",\"Subnets\":"
    "[{\"IpAddressPrefix\":\"172.31.0.0/24\"}]}]}",
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Type\":\"Guest\"}",
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}",
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Name\":\"e\",\"Policies\":[{\"Type\":\"PortMapping\",\"Settings\":"
    "{\"InternalPort\":80,\"ExternalPort\":8080,\"Protocol\":6}}]}",
    "{\"ResourceType\":\"Policy\",\"RequestType\":\"Add\",\"Settings\":{\"Policies\":[{\"Type\":\"ACL\",\"Settings\":{}}]}}",
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"Filter\":\"{\\\"Name\\\":\\\"n\\\"}\"}",
    "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0},\"HostComputeEndpoints\":[],\"PortMappings\":[{\"Protocol\":6,\"InternalPort\":80}]}"};
const std::string kConfigurations[] = {"{}", "{\"DelayMinUs\":0,\"DelayMaxUs\":200,\"ReorderCompletions\":true,\"Workers\":3}",
                                       "{\"CallbackDuringClose\":true}", "{\"Workers\":0}",
                                       "{\"Faults\":[{\"Function\":\"HcsStartComputeSystem\",\"HResult\":\"0x80070005\",\"Count\":5}]}"};

// Cuts, joins and replaces pieces of a text; what comes out need not be JSON.
std::string mutated(std::string text) {
    static const std::string pieces[] = {"null",
                                         "true",
                                         "-1",
                                         "1e999",
                                         "18446744073709551616",
                                         "-9223372036854775809",
                                         "\"\"",
                                         "[]",
                                         "{}",
                                         "NaN",
                                         "\"\\ud800\"",
                                         "\"\\u0000\"",
                                         "1.5",
                                         "\"2.1\"",
                                         "[[[[[[[[[[[[",
                                         "}",
                                         "]",
                                         ",",
                                         ":",
                                         "\"",
                                         "\\",
                                         "\"Remove\"",
                                         "\"Add\"",
                                         "\"Update\"",
                                         "\xC3\xBC",
                                         "\xFF"};
    for (uint64_t turn = below(4); turn-- > 0;) {
        const size_t at = text.empty() ? 0 : below(text.size());
        switch (below(6)) {
            case 0: text.insert(at, any_of(pieces)); break;
            case 1: text.erase(at, 1 + below(20)); break;
            case 2: text.insert(at, any_of(kRequests).substr(0, below(60))); break;
            case 3: text.resize(at); break;
            case 4: text += text.substr(at, 200); break;
            default: {
                const size_t colon = text.find(':', at);
                if (colon == std::string::npos) break;
                const size_t end = text.find_first_of(",}]", colon);
                text.replace(colon + 1, end == std::string::npos ? end : end - colon - 1, any_of(pieces));
            }
        }
        if (one_in(400)) text.insert(0, std::string(1 + below(50000), "[{\"a"[below(4)]));
        if (text.size() > 200000) text.resize(1000);
    }
    return text;
}

enum class Said { id, place, system, process, request, network, configuration, path, resource };

std::string text_for(Said what) {
    static const std::string folder = [] {
        const char* temporary = getenv(ON_WINDOWS ? "TEMP" : "TMPDIR");
        return std::string(temporary ? temporary : ON_WINDOWS ? "C:\\" : "/tmp") + "/hcsffi-fuzz-that-is-not-there/";
    }();
    switch (what) {
        case Said::id: return "system-" + std::to_string(below(6));
        case Said::place: return one_in(2) ? "" : "place";
        case Said::process: return any_of(kProcesses);
        case Said::configuration: return any_of(kConfigurations);
        case Said::path: return folder + std::to_string(below(4));
        case Said::resource: return "hcs:///VirtualMachine/x";
        case Said::system: return one_in(3) ? mutated(any_of(kSystems)) : any_of(kSystems);
        case Said::network: return one_in(2) ? mutated(any_of(kNetworks)) : any_of(kNetworks);
        case Said::request: break;
    }
    return one_in(2) ? mutated(any_of(kRequests)) : any_of(kRequests);
}

std::u16string widened(const std::string& text) {
    std::u16string wide;
    for (const unsigned char letter : text) wide.push_back(letter);
    if (one_in(60) && !wide.empty()) wide[below(wide.size())] = static_cast<char16_t>(0xD800 + below(0x800));
    return wide;
}

void act();
void* const kContext = reinterpret_cast<void*>(static_cast<uintptr_t>(0x5EED));

// Inside a callback: another call now and then, and the closing of what the callback is about.
template <class Close>
void answer_callback(void* context, Close close) {
    ++callbacks;
    if (context != kContext) ++strangers;
    if (over || depth >= kDeepest) return;
    ++depth;
    if (one_in(4)) close();
    if (one_in(4)) act();
    --depth;
}
void on_completion(HCS_OPERATION operation, void* context) {
    answer_callback(context, [operation] { HcsCloseOperation(operation); });
}
void on_event(HCS_EVENT* event, void* context) {
    if (event->EventData && event->EventData[0] == 0xFFFF) ++strangers;  // touches what was lent
    answer_callback(context, [] { HcsCloseProcess(processes.any()); });
}
void on_notification(DWORD, void* context, HRESULT, PCWSTR) {
    answer_callback(context, [] { HcnCloseEndpoint(network_handles.any()); });
}

// What a parameter gets, by its type; `held` keeps what must outlive the call, and takes what comes back.
template <class Type, class = void>
struct Given;

struct GivenNumber {
    template <class Number>
    static Number any() {
        return static_cast<Number>(one_in(10) ? numbers()() : below(4));
    }
};
template <class Type>
struct Given<Type, std::enable_if_t<std::is_integral_v<Type> || std::is_enum_v<Type>>> {
    Type value = GivenNumber::any<std::conditional_t<std::is_enum_v<Type>, int, Type>>() == 0 ? Type{} : static_cast<Type>(below(4));
    Type get() { return value; }
};
template <>
struct Given<HCS_OPERATION> {
    HCS_OPERATION get() {
        if (one_in(3)) return operations.any();
        HCS_OPERATION fresh = HcsCreateOperation(kContext, one_in(2) ? on_completion : nullptr);
        operations.keep(fresh);
        return fresh;
    }
};
template <>
struct Given<HCS_SYSTEM> {
    HCS_SYSTEM get() { return systems.any(); }
};
template <>
struct Given<HCS_PROCESS> {
    HCS_PROCESS get() { return processes.any(); }
};
template <>
struct Given<void*> {
    void* get() { return network_handles.any(); }
};
template <>
struct Given<const void*> {
    const void* get() { return kContext; }
};
template <>
struct Given<REFGUID> {
    GUID id = {static_cast<uint32_t>(below(6)), 0, 0, {1}};
    REFGUID get() { return one_in(50) ? nullptr : &id; }
};
template <>
struct Given<const SECURITY_DESCRIPTOR*> {
    const SECURITY_DESCRIPTOR* get() { return nullptr; }
};
template <>
struct Given<HCS_OPERATION_COMPLETION> {
    HCS_OPERATION_COMPLETION get() { return one_in(3) ? nullptr : on_completion; }
};
template <>
struct Given<HCS_EVENT_CALLBACK> {
    HCS_EVENT_CALLBACK get() { return one_in(3) ? nullptr : on_event; }
};
template <>
struct Given<HCN_NOTIFICATION_CALLBACK> {
    HCN_NOTIFICATION_CALLBACK get() { return one_in(8) ? nullptr : on_notification; }
};
template <>
struct Given<const HCS_CREATE_OPTIONS*> {
    HCS_CREATE_OPTIONS_1 options = {};
    const HCS_CREATE_OPTIONS* get() {
        options.Version = static_cast<HCS_CREATE_OPTIONS>(one_in(10) ? below(100) : 0x10000);
        options.CallbackOptions = static_cast<HCS_EVENT_OPTIONS>(below(4));
        options.CallbackContext = kContext;
        options.Callback = one_in(3) ? nullptr : on_event;
        return one_in(4) ? nullptr : reinterpret_cast<const HCS_CREATE_OPTIONS*>(&options);
    }
};
thread_local const Said* next_said = nullptr;  // what the texts of the running call say, in order
template <>
struct Given<PCWSTR> {
    std::u16string text;
    void prepare() { text = widened(text_for(*next_said++)); }
    PCWSTR get() { return one_in(25) ? nullptr : reinterpret_cast<PCWSTR>(text.c_str()); }
};

thread_local bool of_network = false;  // who frees its texts
struct GivenText {
    PWSTR text = nullptr;
    ~GivenText() {
        if (text) of_network ? hcsffi_co_task_mem_free(text) : hcsffi_local_free(text);
    }
};
template <>
struct Given<PWSTR*> : GivenText {
    PWSTR* get() { return one_in(30) ? nullptr : &text; }
};
template <>
struct Given<PCWSTR*> : GivenText {
    PCWSTR* get() { return one_in(30) ? nullptr : const_cast<PCWSTR*>(&text); }
};
template <class Handle, Pool<Handle>& pool>
struct GivenHandle {
    Handle handle = nullptr;
    ~GivenHandle() { pool.keep(handle); }
    Handle* get() { return one_in(50) ? nullptr : &handle; }
};
template <>
struct Given<HCS_SYSTEM*> : GivenHandle<HCS_SYSTEM, systems> {};
template <>
struct Given<HCS_PROCESS*> : GivenHandle<HCS_PROCESS, processes> {};
template <>
struct Given<void**> : GivenHandle<void*, network_handles> {};
template <>
struct Given<HCN_PORT_RANGE_RESERVATION*> {
    HCN_PORT_RANGE_RESERVATION range = {};
    HCN_PORT_RANGE_RESERVATION* get() { return one_in(30) ? nullptr : &range; }
};
template <>
struct Given<HCS_PROCESS_INFORMATION*> {
    HCS_PROCESS_INFORMATION told = {};
    ~Given() {
        for (const HANDLE end : {told.StdInput, told.StdOutput, told.StdError})
            if (end) stream_close(reinterpret_cast<stream>(end));
    }
    HCS_PROCESS_INFORMATION* get() { return one_in(30) ? nullptr : &told; }
};

template <class Type>
void prepare(Given<Type>& given) {
    if constexpr (std::is_same_v<Type, PCWSTR>) given.prepare();
}

// Calls with arguments of its types; what comes back is kept, given back or closed.
template <class Result, class... Types>
void call(const char* name, Result (*function)(Types...), std::initializer_list<Said> said) {
    of_network = strncmp(name, "Hcn", 3) == 0;
    next_said = said.begin();
    std::tuple<Given<Types>...> given;
    std::apply([](auto&... each) { (prepare(each), ...); }, given);
    const auto made = [&] { return std::apply([&](auto&... each) { return function(each.get()...); }, given); };
    if constexpr (std::is_same_v<Result, HCS_OPERATION>) {
        operations.keep(made());
    } else if constexpr (std::is_same_v<Result, HCS_SYSTEM>) {
        systems.keep(made());
    } else if constexpr (std::is_same_v<Result, HCS_PROCESS>) {
        processes.keep(made());
    } else if constexpr (std::is_same_v<Result, HRESULT>) {
        if (made() >= 0) ++successes;
    } else {
        static_cast<void>(made());
    }
    of_network = strncmp(name, "Hcn", 3) == 0;  // a callback within the call may have said otherwise
}

struct Row {
    const char* name;
    void (*run)();
};

#define CALL(name, ...) {#name, [] { call(#name, name, {__VA_ARGS__}); }}
// A parameter whose type says too little about it: a row gives that one itself.
HRESULT modify_system(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR text) {
    return HcsModifyComputeSystem(system, operation, text, nullptr);
}
HRESULT hear_process(HCS_PROCESS process, HCS_EVENT_OPTIONS options, HCS_EVENT_CALLBACK callback) {
    return HcsSetProcessCallback(process, options, kContext, callback);
}
HRESULT hear_network(HCN_NOTIFICATION_CALLBACK callback, void** handle) { return HcnRegisterServiceCallback(callback, kContext, handle); }
HRESULT hear_guests(void* service, HCN_NOTIFICATION_CALLBACK callback, void** handle) {
    return HcnRegisterGuestNetworkServiceCallback(service, callback, kContext, handle);
}
// Off Windows a disk is a descriptor of this process: a number at random would be the log.
HANDLE no_disk() { return one_in(2) ? nullptr : reinterpret_cast<HANDLE>(static_cast<intptr_t>(-1)); }
HRESULT add_resource(HCS_OPERATION operation, HCS_RESOURCE_TYPE type, PCWSTR uri) {
    return HcsAddResourceToOperation(operation, type, uri, no_disk());
}
HRESULT format_disk() { return HcsFormatWritableLayerVhd(no_disk()); }
HRESULT mount_path(PWSTR* path) { return HcsGetLayerVhdMountPath(no_disk(), path); }
HRESULT setup_layer(PCWSTR path, PCWSTR options) { return HcsSetupBaseOSLayer(path, no_disk(), options); }
HRESULT list_reservations() {
    ULONG count = 0;
    HCN_PORT_RANGE_ENTRY* entries = nullptr;
    const HRESULT code = HcnEnumerateGuestNetworkPortReservations(one_in(9) ? nullptr : &count, one_in(9) ? nullptr : &entries);
    HcnFreeGuestNetworkPortReservations(entries);
    return code;
}
HRESULT offers() { return hcsffi_offers(one_in(2) ? "HcsCreateOperation" : "HcsNothing"); }
#define AS(name, function, ...) {#name, [] { call(#name, function, {__VA_ARGS__}); }}

const Row kRows[] = {
    CALL(HcsCreateOperation),
    CALL(HcsCreateOperationWithNotifications),
    CALL(HcsCloseOperation),
    CALL(HcsGetOperationContext),
    CALL(HcsSetOperationContext),
    CALL(HcsSetOperationCallback),
    CALL(HcsGetComputeSystemFromOperation),
    CALL(HcsGetProcessFromOperation),
    CALL(HcsGetOperationType),
    CALL(HcsGetOperationId),
    CALL(HcsGetOperationResult),
    CALL(HcsGetOperationResultAndProcessInfo),
    CALL(HcsWaitForOperationResult),
    CALL(HcsWaitForOperationResultAndProcessInfo),
    CALL(HcsCancelOperation),
    CALL(HcsGetOperationProperties, Said::request),
    AS(HcsAddResourceToOperation, add_resource, Said::resource),
    CALL(HcsEnumerateComputeSystems, Said::request),
    CALL(HcsEnumerateComputeSystemsInNamespace, Said::place, Said::request),
    CALL(HcsCreateComputeSystem, Said::id, Said::system),
    CALL(HcsCreateComputeSystemInNamespace, Said::place, Said::id, Said::system),
    CALL(HcsStartComputeSystem, Said::request),
    CALL(HcsShutDownComputeSystem, Said::request),
    CALL(HcsTerminateComputeSystem, Said::request),
    CALL(HcsCrashComputeSystem, Said::request),
    CALL(HcsPauseComputeSystem, Said::request),
    CALL(HcsResumeComputeSystem, Said::request),
    CALL(HcsSaveComputeSystem, Said::request),
    CALL(HcsGetComputeSystemProperties, Said::request),
    AS(HcsModifyComputeSystem, modify_system, Said::request),
    CALL(HcsInitializeLiveMigrationOnSource, Said::request),
    CALL(HcsStartLiveMigrationOnSource, Said::request),
    CALL(HcsStartLiveMigrationTransfer, Said::request),
    CALL(HcsFinalizeLiveMigration, Said::request),
    CALL(HcsOpenComputeSystem, Said::id),
    CALL(HcsOpenComputeSystemInNamespace, Said::place, Said::id),
    CALL(HcsCloseComputeSystem),
    CALL(HcsSetComputeSystemCallback),
    CALL(HcsWaitForComputeSystemExit),
    CALL(HcsCreateProcess, Said::process),
    CALL(HcsTerminateProcess, Said::request),
    CALL(HcsSignalProcess, Said::request),
    CALL(HcsGetProcessInfo),
    CALL(HcsGetProcessProperties, Said::request),
    CALL(HcsModifyProcess, Said::request),
    CALL(HcsOpenProcess),
    CALL(HcsCloseProcess),
    AS(HcsSetProcessCallback, hear_process),
    CALL(HcsWaitForProcessExit),
    CALL(HcsGetServiceProperties, Said::request),
    CALL(HcsModifyServiceSettings, Said::request),
    CALL(HcsSubmitWerReport, Said::request),
    CALL(HcsCreateEmptyGuestStateFile, Said::path),
    CALL(HcsCreateEmptyRuntimeStateFile, Said::path),
    CALL(HcsGrantVmAccess, Said::id, Said::path),
    CALL(HcsRevokeVmAccess, Said::id, Said::path),
    CALL(HcsGrantVmGroupAccess, Said::path),
    CALL(HcsRevokeVmGroupAccess, Said::path),
    CALL(HcsGetProcessorCompatibilityFromSavedState, Said::path),
    CALL(HcsCancelLiveMigration, Said::request),
    CALL(HcsAttachLayerStorageFilter, Said::path, Said::request),
    CALL(HcsAttachOverlayFilter, Said::path, Said::request),
    CALL(HcsDestroyLayer, Said::path),
    CALL(HcsDetachLayerStorageFilter, Said::path),
    CALL(HcsDetachOverlayFilter, Said::path, Said::request),
    CALL(HcsExportLayer, Said::path, Said::path, Said::request, Said::request),
    CALL(HcsExportLegacyWritableLayer, Said::path, Said::path, Said::path, Said::request),
    AS(HcsFormatWritableLayerVhd, format_disk),
    AS(HcsGetLayerVhdMountPath, mount_path),
    CALL(HcsImportLayer, Said::path, Said::path, Said::request),
    CALL(HcsInitializeLegacyWritableLayer, Said::path, Said::path, Said::request, Said::request),
    CALL(HcsInitializeWritableLayer, Said::path, Said::request, Said::request),
    AS(HcsSetupBaseOSLayer, setup_layer, Said::path, Said::request),
    CALL(HcsSetupBaseOSVolume, Said::path, Said::path, Said::request),
    CALL(HcnCloseNetwork),
    CALL(HcnCreateNetwork, Said::network),
    CALL(HcnDeleteNetwork),
    CALL(HcnEnumerateNetworks, Said::network),
    CALL(HcnModifyNetwork, Said::network),
    CALL(HcnOpenNetwork),
    CALL(HcnQueryNetworkProperties, Said::network),
    CALL(HcnCloseNamespace),
    CALL(HcnCreateNamespace, Said::network),
    CALL(HcnDeleteNamespace),
    CALL(HcnEnumerateNamespaces, Said::network),
    CALL(HcnModifyNamespace, Said::network),
    CALL(HcnOpenNamespace),
    CALL(HcnQueryNamespaceProperties, Said::network),
    CALL(HcnCloseEndpoint),
    CALL(HcnCreateEndpoint, Said::network),
    CALL(HcnDeleteEndpoint),
    CALL(HcnEnumerateEndpoints, Said::network),
    CALL(HcnModifyEndpoint, Said::network),
    CALL(HcnOpenEndpoint),
    CALL(HcnQueryEndpointAddresses, Said::network),
    CALL(HcnQueryEndpointProperties, Said::network),
    CALL(HcnQueryEndpointStats, Said::network),
    CALL(HcnCloseLoadBalancer),
    CALL(HcnCreateLoadBalancer, Said::network),
    CALL(HcnDeleteLoadBalancer),
    CALL(HcnEnumerateLoadBalancers, Said::network),
    CALL(HcnModifyLoadBalancer, Said::network),
    CALL(HcnOpenLoadBalancer),
    CALL(HcnQueryLoadBalancerProperties, Said::network),
    AS(HcnRegisterServiceCallback, hear_network),
    CALL(HcnUnregisterServiceCallback),
    CALL(HcnCloseGuestNetworkService),
    CALL(HcnCreateGuestNetworkService, Said::network),
    CALL(HcnDeleteGuestNetworkService),
    AS(HcnEnumerateGuestNetworkPortReservations, list_reservations),
    AS(HcnFreeGuestNetworkPortReservations, list_reservations),
    CALL(HcnModifyGuestNetworkService, Said::network),
    AS(HcnRegisterGuestNetworkServiceCallback, hear_guests),
    CALL(HcnReleaseGuestNetworkServicePortReservationHandle),
    CALL(HcnReserveGuestNetworkServicePort),
    CALL(HcnReserveGuestNetworkServicePortRange),
    CALL(HcnUnregisterGuestNetworkServiceCallback),
    CALL(HcnEnumerateSdnRoutes, Said::network),
    CALL(HcnCreateSdnRoute, Said::network),
    CALL(HcnOpenSdnRoute),
    CALL(HcnModifySdnRoute, Said::network),
    CALL(HcnQuerySdnRouteProperties, Said::network),
    CALL(HcnDeleteSdnRoute),
    CALL(HcnCloseSdnRoute),
    CALL(hcsffi_configure, Said::configuration),
    CALL(hcsffi_counters),
    CALL(hcsffi_isolation),
    CALL(hcsffi_advance_clock),
    AS(hcsffi_offers, offers),
    CALL(hcsffi_not_carried_out, Said::place, Said::id),
    CALL(hcsffi_ending, Said::place, Said::id),
    CALL(hcsffi_limits, Said::place, Said::id, Said::configuration),
};

// Another process is dear, and the host may not be configured by a callback, whose thread it would have to wait for.
void act() {
    const Row* row = &any_of(kRows);
    while ((strcmp(row->name, "HcsCreateProcess") == 0 && !one_in(4)) || (strcmp(row->name, "hcsffi_configure") == 0 && depth > 0))
        row = &any_of(kRows);
    row->run();
}

// Ends what the calls have left without a handle.
void end_orphans() {
    for (const char* place : {"", "place"}) {
        for (int number = 0; number < 6; ++number) {
            HCS_SYSTEM system = nullptr;
            const std::u16string id = widened("system-" + std::to_string(number));
            const std::u16string name(place, place + strlen(place));
            HcsOpenComputeSystemInNamespace(reinterpret_cast<PCWSTR>(name.c_str()), reinterpret_cast<PCWSTR>(id.c_str()), 0x10000000,
                                            &system);
            if (!system) continue;
            terminate_system(system);
            HcsCloseComputeSystem(system);
        }
    }
}

// The same of the network: deleting is what ends it, not closing.
void delete_networks() {
    for (uint32_t number = 0; number < 6; ++number) {
        const GUID id = {number, 0, 0, {1}};
        for (const auto remove : {HcnDeleteSdnRoute, HcnDeleteLoadBalancer, HcnDeleteEndpoint, HcnDeleteNamespace, HcnDeleteNetwork,
                                  HcnDeleteGuestNetworkService})
            remove(&id, nullptr);
    }
}

// A callback that had begun before the end of the calls may keep something now.
void give_back() {
    operations.close_all();
    processes.close_all();
    systems.close_all();
    network_handles.close_all();
    delete_networks();
    end_orphans();  // what was accepted last may come to be only now
}

// Every counter but those of the host's threads and of a client that unregisters inside its own callback, which this one does.
bool is_forgotten() {
    for (int turn = 0; turn < 6000; ++turn) {
        if (turn % 20 == 0) give_back();
        PWSTR text = nullptr;
        if (hcsffi_counters(&text) < 0) return false;
        const std::unique_ptr<char, void (*)(void*)> counters(take(text), free);
        bool left = false;
        for (const char* at = counters.get(); (at = strstr(at, "\":")) != nullptr; at += 2) {
            const char* name = at;
            while (name > counters.get() && name[-1] != '"') --name;
            const bool counts = strncmp(name, "Threads\"", 8) != 0 && strncmp(name, "ClosesInOwnCallback\"", 20) != 0;
            left = left || (counts && atoll(at + 2) != 0);
        }
        if (!left) return true;
        if (turn == 5999) fprintf(stderr, "left: %s\n", counters.get());
        wait_ms(10);
    }
    return false;
}

void storm(unsigned long part) {
    const unsigned long calls = number_of("FUZZ_CALLS", kCallsEach);
    printf("FUZZ_CALLS=%lu FUZZ_SEED=%lu, part %lu\n", calls, number_of("FUZZ_SEED", 20), part);
    fflush(stdout);  // it is wanted most when nothing comes after it
    next_stream = part * 1000;
    std::vector<std::thread> threads;
    for (int at = 0; at < kThreads; ++at) {
        threads.emplace_back([calls] {
            for (unsigned long turn = 0; turn < calls / kThreads; ++turn) act();
        });
    }
    for (std::thread& thread : threads) thread.join();
    over = true;
    hcsffi_configure(nullptr, nullptr);
    give_back();
    printf("%lu calls succeeded, %lu callbacks\n", successes.load(), callbacks.load());
    CHECK_EQUAL(0, strangers.load());
    CHECK(successes > calls / 10 && callbacks > calls / 100);  // or it is refusals alone that were tried
    CHECK(is_forgotten());
}

}  // namespace

TEST(every_declared_function_is_among_the_calls, "one that is added is called at random from then on") {
    std::set<std::string> called;
    for (const Row& row : kRows) called.insert(row.name);
    for (const hcsffi::DeclaredFunction& one : hcsffi::kDeclaredFunctions) {
        if (called.count(one.name) == 0) fprintf(stderr, "no row for %s\n", one.name);
        CHECK(called.count(one.name) == 1);
    }
}

TEST(random_calls_are_answered_and_leave_nothing_1, "whatever a client does, the host answers, and forgets it") { storm(1); }
TEST(random_calls_are_answered_and_leave_nothing_2, "the same, with other numbers") { storm(2); }
TEST(random_calls_are_answered_and_leave_nothing_3, "the same, with other numbers") { storm(3); }
TEST(random_calls_are_answered_and_leave_nothing_4, "the same, with other numbers") { storm(4); }
