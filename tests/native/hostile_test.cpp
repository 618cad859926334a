// What a broken or malicious client sends: an HRESULT each time, never a crash, nothing left behind.
#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <cstdlib>
#include <string>
#include <vector>

#define HARNESS_MODES leave_everything_open
#include "client.h"
#include "harness.h"
#include "watcher.h"

namespace {

constexpr char kLeaveOpen[] = "--leave-everything-open";

template <class Handle>
Handle forged(uintptr_t value) {
    return reinterpret_cast<Handle>(value);
}

const uintptr_t kForgeries[] = {
    1, 2, 3, 16, 0x10, 0x100000001, 0x100000002, 0x100000003, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFF1, 0xFFFFFFFFFFFFFFFF, 0xDEADBEEF};

HRESULT create_text(PCWSTR text) {
    HCS_SYSTEM system = nullptr;
    const answer outcome = create(W("hostile"), text, &system);
    if (outcome.completed == S_OK_) {
        discard(system);
    } else {
        HcsCloseComputeSystem(system);
    }
    return outcome.called < 0 ? outcome.called : outcome.completed;
}

template <size_t size>
bool all_are(HRESULT expected, const HRESULT (&codes)[size]) {
    bool same = true;
    for (size_t at = 0; at < size; ++at) {
        if (codes[at] == expected) continue;
        fprintf(stderr, "call %zu answered 0x%08X\n", at + 1, static_cast<unsigned>(codes[at]));
        same = false;
    }
    return same;
}

}  // namespace

TEST(forged_and_stale_handles_are_told_apart_from_live_ones, "closing twice or using a number of another kind must not crash (B-44)") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr), live = HcsCreateOperation(nullptr, nullptr);
    HCS_SYSTEM system = nullptr, other = nullptr;
    HCS_PROCESS process = nullptr;
    HCS_PROCESS_INFORMATION information;
    PWSTR text = nullptr;
    CHECK_EQUAL(S_OK_, create(W("stale"), CONTAINER, &system).completed);
    const HCS_SYSTEM stale = system;
    discard(system);
    HcsCloseOperation(operation);
    std::vector<uintptr_t> numbers(std::begin(kForgeries), std::end(kForgeries));
    numbers.push_back(reinterpret_cast<uintptr_t>(operation));
    numbers.push_back(reinterpret_cast<uintptr_t>(stale));
    numbers.push_back(reinterpret_cast<uintptr_t>(&information));
    for (const uintptr_t number : numbers) {
        const auto wrong_operation = forged<HCS_OPERATION>(number);
        const auto wrong_system = forged<HCS_SYSTEM>(number);
        const auto wrong_process = forged<HCS_PROCESS>(number);
        if (wrong_operation == live) continue;
        HcsCloseOperation(wrong_operation);
        CHECK(HcsGetOperationContext(wrong_operation) == nullptr && HcsGetOperationType(wrong_operation) == HcsOperationTypeNone);
        CHECK_EQUAL(HR(0x80070006), HcsSetOperationContext(wrong_operation, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsSetOperationCallback(wrong_operation, nullptr, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsGetOperationResult(wrong_operation, &text));
        CHECK_EQUAL(HR(0x80070006), HcsGetOperationResultAndProcessInfo(wrong_operation, &information, &text));
        CHECK_EQUAL(HR(0x80070006), HcsWaitForOperationResult(wrong_operation, 0, &text));
        CHECK_EQUAL(HR(0x80070006), HcsWaitForOperationResultAndProcessInfo(wrong_operation, 0, &information, &text));
        CHECK_EQUAL(HR(0x80070006), HcsCancelOperation(wrong_operation));
        CHECK_EQUAL(HR(0x80070006), HcsEnumerateComputeSystems(nullptr, wrong_operation));
        CHECK_EQUAL(HR(0x80070006), HcsCreateComputeSystem(W("x"), CONTAINER, wrong_operation, nullptr, &other));
        CHECK(other == nullptr);
        CHECK_EQUAL(HR(0x80070006), HcsStartComputeSystem(wrong_system, live, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsGetComputeSystemProperties(wrong_system, live, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsWaitForComputeSystemExit(wrong_system, 0, &text));
        CHECK_EQUAL(HR(0x80070006), HcsSetComputeSystemCallback(wrong_system, HcsEventOptionNone, nullptr, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsCreateProcess(wrong_system, W("{}"), live, nullptr, &process));
        CHECK_EQUAL(HR(0x80070006), HcsOpenProcess(wrong_system, 1, 0, &process));
        CHECK_EQUAL(HR(0x80070006), HcsTerminateProcess(wrong_process, live, nullptr));
        CHECK_EQUAL(HR(0x80070006), HcsGetProcessInfo(wrong_process, live));
        CHECK_EQUAL(HR(0x80070006), HcsWaitForProcessExit(wrong_process, 0, &text));
        CHECK_EQUAL(HR(0x80070006), HcsSetProcessCallback(wrong_process, HcsEventOptionNone, nullptr, nullptr));
        HcsCloseComputeSystem(wrong_system);
        HcsCloseProcess(wrong_process);
    }
    HcsCloseOperation(live);
    CHECK_EQUAL(0, live_objects());
}

TEST(null_is_no_operation, "each export about operations with NULL in every place (A-22)") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HcsCloseOperation(nullptr);
    CHECK(HcsGetOperationContext(nullptr) == nullptr && HcsGetComputeSystemFromOperation(nullptr) == nullptr &&
          HcsGetProcessFromOperation(nullptr) == nullptr);
    CHECK(HcsGetOperationId(nullptr) == ~UINT64{0} && HcsGetOperationType(nullptr) == HcsOperationTypeNone);
    PWSTR text = nullptr;
    const HRESULT refused[] = {
        HcsSetOperationContext(nullptr, nullptr),
        HcsSetOperationCallback(nullptr, nullptr, nullptr),
        HcsGetOperationResult(nullptr, &text),
        HcsGetOperationResultAndProcessInfo(nullptr, nullptr, &text),
        HcsWaitForOperationResult(nullptr, 0xFFFFFFFF, &text),
        HcsWaitForOperationResultAndProcessInfo(nullptr, 0xFFFFFFFF, nullptr, &text),
        HcsCancelOperation(nullptr),
        HcsGetOperationProperties(nullptr, nullptr, nullptr),
        HcsAddResourceToOperation(nullptr, HcsResourceTypeFile, nullptr, nullptr),
        HcsAddResourceToOperation(operation, HcsResourceTypeFile, nullptr, nullptr),
    };
    CHECK(all_are(HR(0x80070057), refused));
    HcsCloseOperation(operation);
    hcsffi_local_free(text);
    CHECK_EQUAL(0, live_objects());
}

TEST(null_is_no_system, "each export about systems with NULL in every place (A-22)") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HCS_SYSTEM system = nullptr;
    HcsCloseComputeSystem(nullptr);
    PWSTR text = nullptr;
    const HRESULT refused[] = {
        HcsEnumerateComputeSystems(nullptr, nullptr),
        HcsEnumerateComputeSystemsInNamespace(nullptr, nullptr, nullptr),
        HcsCreateComputeSystem(nullptr, CONTAINER, operation, nullptr, &system),
        HcsCreateComputeSystem(W("x"), nullptr, operation, nullptr, &system),
        HcsCreateComputeSystem(W("x"), CONTAINER, nullptr, nullptr, &system),
        HcsCreateComputeSystem(W(""), CONTAINER, operation, nullptr, &system),
        HcsCreateComputeSystem(W("x"), CONTAINER, operation, forged<const SECURITY_DESCRIPTOR*>(16), &system),
        HcsCreateComputeSystemInNamespace(nullptr, nullptr, nullptr, nullptr, nullptr, &system),
        HcsStartComputeSystem(nullptr, operation, nullptr),
        HcsShutDownComputeSystem(nullptr, operation, nullptr),
        HcsTerminateComputeSystem(nullptr, operation, nullptr),
        HcsCrashComputeSystem(nullptr, operation, nullptr),
        HcsPauseComputeSystem(nullptr, operation, nullptr),
        HcsResumeComputeSystem(nullptr, operation, nullptr),
        HcsSaveComputeSystem(nullptr, operation, nullptr),
        HcsGetComputeSystemProperties(nullptr, operation, nullptr),
        HcsModifyComputeSystem(nullptr, operation, nullptr, nullptr),
        HcsInitializeLiveMigrationOnSource(nullptr, operation, nullptr),
        HcsStartLiveMigrationOnSource(nullptr, operation, nullptr),
        HcsStartLiveMigrationTransfer(nullptr, operation, nullptr),
        HcsFinalizeLiveMigration(nullptr, operation, nullptr),
        HcsCancelLiveMigration(nullptr, operation, nullptr),
        HcsOpenComputeSystem(nullptr, 0, &system),
        HcsOpenComputeSystemInNamespace(nullptr, nullptr, 0, &system),
        HcsSetComputeSystemCallback(nullptr, HcsEventOptionNone, nullptr, nullptr),
        HcsWaitForComputeSystemExit(nullptr, 0, &text),
    };
    CHECK(all_are(HR(0x80070057), refused));
    CHECK(system == nullptr);
    HcsCloseOperation(operation);
    hcsffi_local_free(text);
    CHECK_EQUAL(0, live_objects());
}

TEST(null_is_no_process, "each export about processes with NULL in every place (A-22)") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HCS_PROCESS process = nullptr;
    HcsCloseProcess(nullptr);
    PWSTR text = nullptr;
    const HRESULT refused[] = {
        HcsCreateProcess(nullptr, W("{}"), operation, nullptr, &process),
        HcsTerminateProcess(nullptr, operation, nullptr),
        HcsSignalProcess(nullptr, operation, nullptr),
        HcsGetProcessInfo(nullptr, operation),
        HcsGetProcessProperties(nullptr, operation, nullptr),
        HcsModifyProcess(nullptr, operation, nullptr),
        HcsOpenProcess(nullptr, 1, 0, &process),
        HcsSetProcessCallback(nullptr, HcsEventOptionNone, nullptr, nullptr),
        HcsWaitForProcessExit(nullptr, 0, &text),
    };
    CHECK(all_are(HR(0x80070057), refused));
    CHECK(process == nullptr);
    HcsCloseOperation(operation);
    hcsffi_local_free(text);
    CHECK_EQUAL(0, live_objects());
}

TEST(the_service_needs_its_arguments, "each export about the service with NULL in every place (A-22)") {
    PWSTR text = nullptr;
    const HRESULT refused[] = {
        HcsModifyServiceSettings(nullptr, &text), HcsSubmitWerReport(nullptr),       HcsCreateEmptyGuestStateFile(nullptr),
        HcsCreateEmptyRuntimeStateFile(nullptr),  HcsGrantVmAccess(nullptr, W("x")), HcsGrantVmAccess(W("x"), nullptr),
        HcsRevokeVmAccess(nullptr, nullptr),      HcsGrantVmGroupAccess(nullptr),    HcsRevokeVmGroupAccess(nullptr),
    };
    CHECK(all_are(HR(0x80070057), refused));
    hcsffi_local_free(text);
    CHECK_EQUAL(0, live_objects());
}

TEST(an_answer_needs_a_place, "NULL where the handle or the text would go (A-22)") {
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    const HRESULT refused[] = {
        HcsCreateComputeSystem(W("x"), CONTAINER, operation, nullptr, nullptr),
        HcsOpenComputeSystem(W("x"), 0, nullptr),
        HcsOpenProcess(nullptr, 1, 0, nullptr),
        HcsCreateProcess(nullptr, W("{}"), operation, nullptr, nullptr),
        HcsGetServiceProperties(nullptr, nullptr),
        HcsGetProcessorCompatibilityFromSavedState(W("x"), nullptr),
        hcsffi_counters(nullptr),
        hcsffi_isolation(nullptr),
        hcsffi_offers(nullptr),
        hcsffi_not_carried_out(nullptr, W("a"), nullptr),
        hcsffi_ending(nullptr, W("a"), nullptr),
        hcsffi_limits(nullptr, W("a"), nullptr, nullptr),
    };
    CHECK(all_are(HR(0x80004003), refused));
    HcsCloseOperation(operation);
    CHECK_EQUAL(0, live_objects());
}

TEST(text_that_is_no_utf16_is_refused_before_anything_happens, "a lone surrogate cannot be carried on (chosen)") {
    const WCHAR high[] = {'{', '"', 0xD800, '"', '}', 0}, low[] = {0xDC00, 0}, at_end[] = {'x', 0xDBFF, 0},
                reversed[] = {0xDC00, 0xD800, 0}, fine[] = {0xD83D, 0xDE00, 0};
    for (PCWSTR wrong : {high, low, at_end, reversed}) {
        CHECK_EQUAL(HR(0x80070057), create_text(wrong));
        HCS_SYSTEM system = nullptr;
        CHECK_EQUAL(HR(0x80070057), HcsOpenComputeSystem(wrong, 0, &system));
        CHECK_EQUAL(HR(0x80070057), hcsffi_configure(wrong, nullptr));
    }
    HCS_SYSTEM system = nullptr;
    CHECK_EQUAL(S_OK_, create(fine, CONTAINER, &system).completed);
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    PWSTR document = nullptr;
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(nullptr, operation));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, &document));
    bool found = false;
    for (PCWSTR at = document; *at != 0; ++at) found = found || (at[0] == 0xD83D && at[1] == 0xDE00);
    CHECK(found);
    hcsffi_local_free(document);
    HcsCloseOperation(operation);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(documents_that_are_no_json_or_endless_are_invalid_json, "nesting is limited because stacks are") {
    CHECK_EQUAL(HR(0x8037010D), create_text(W("")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("nul")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("null")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("{\"Container\":{}}x")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("{\"Container\":{\"GuestOs\":{\"HostName\":\"\\ud800\"}}}")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("{\"Container\":{\"GuestOs\":{\"HostName\":\"a\\u0000b\"}}}")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("{\"Container\":{\"Memory\":{\"SizeInMB\":1e400}}}")));
    CHECK_EQUAL(HR(0x8037010D), create_text(W("{\"Container\":{\"Memory\":{\"SizeInMB\":18446744073709551616}}}")));
    CHECK_EQUAL(S_OK_, create_text(W("{\"Container\":{\"Memory\":{\"SizeInMB\":18446744073709551615}}}")));
    for (const size_t depth : {size_t{300}, size_t{100000}, size_t{1000000}}) {
        CHECK_EQUAL(HR(0x8037010D), create_text(Wide(std::string(depth, '['))));
        CHECK_EQUAL(HR(0x8037010D), create_text(Wide("{\"Container\":{\"X\":" + std::string(depth, '[') + std::string(depth, ']') + "}}")));
    }
    CHECK_EQUAL(S_OK_, create_text(Wide("{\"Container\":{\"X\":" + std::string(250, '[') + std::string(250, ']') + "}}")));
    CHECK_EQUAL(HR(0x80070057), create_text(Wide("{\"Owner\":\"" + std::string(17u << 20, 'x') + "\"}")));
    CHECK_EQUAL(0, live_objects());
}

TEST(every_request_survives_every_shape_of_json, "types are checked before they are used") {
    const char* const shapes[] = {"null", "true", "0", "-1", "1.5", "\"x\"", "[]", "[1]", "[null]", "{}", "{\"a\":null}"};
    const char* const members[] = {"Container",     "VirtualMachine",  "HostedSystem",
                                   "SchemaVersion", "Owner",           "ResourcePath",
                                   "RequestType",   "Settings",        "GuestRequest",
                                   "PropertyTypes", "Queries",         "Ids",
                                   "Types",         "SaveType",        "Mechanism",
                                   "Type",          "Signal",          "Operation",
                                   "CloseHandle",   "ConsoleSize",     "CommandLine",
                                   "CommandArgs",   "Environment",     "SuspensionLevel",
                                   "PropertyType",  "PropertyQueries", "DestinationMigrationOptions"};
    HCS_SYSTEM container = nullptr, machine = nullptr;
    CHECK_EQUAL(S_OK_, create(W("container"), CONTAINER, &container).completed);
    CHECK_EQUAL(S_OK_, create(W("machine"), MACHINE, &machine).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, container, nullptr).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, machine, nullptr).completed);
    const system_request requests[] = {HcsStartComputeSystem, HcsPauseComputeSystem, HcsResumeComputeSystem, HcsSaveComputeSystem,
                                       HcsGetComputeSystemProperties};
    for (const char* shape : shapes) {
        for (const char* member : members) {
            const Wide text(std::string("{\"") + member + "\":" + shape + "}");
            create_text(text);
            modify(container, text);
            modify(machine, text);
            enumerate(text);
            for (const system_request request : requests) {
                run_on_system(request, container, text);
                run_on_system(request, machine, text);
            }
            HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
            HCS_PROCESS process = nullptr;
            await_answer(HcsCreateProcess(container, text, operation, nullptr, &process), operation);
            HcsCloseProcess(process);
            PWSTR result = nullptr;
            HcsGetServiceProperties(text, &result);
            hcsffi_local_free(result);
            result = nullptr;
            HcsModifyServiceSettings(text, &result);
            hcsffi_local_free(result);
            HcsSubmitWerReport(text);
        }
        create_text(Wide(shape));
        modify(machine, Wide(shape));
        enumerate(Wide(shape));
    }
    discard(container);
    discard(machine);
    CHECK_EQUAL(0, live_objects());
}

TEST(plain_results_are_refused_the_process_calls, "each kind of operation has its calls (A-12)") {
    HCS_PROCESS_INFORMATION information;
    PWSTR text = nullptr;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(HR(0x80370115), HcsGetOperationResultAndProcessInfo(operation, &information, &text));
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(nullptr, operation));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr));
    CHECK_EQUAL(HR(0x80070057), HcsGetOperationResultAndProcessInfo(operation, &information, &text));
    CHECK_EQUAL(HR(0x80070057), HcsWaitForOperationResultAndProcessInfo(operation, 0, &information, &text));
    HcsCloseOperation(operation);
}

TEST(a_forked_child_is_told_that_the_service_is_gone, "it has none of the threads; waiting there would never end") {
#ifdef _WIN32
    SKIP("Windows has no fork");
#else
    HCS_SYSTEM system = nullptr;
    CHECK_EQUAL(S_OK_, create(W("parent"), CONTAINER, &system).completed);
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    PWSTR kept = nullptr;
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(nullptr, &kept));
    const pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(60);
        bool right = HcsCreateOperation(nullptr, nullptr) == nullptr;
        PWSTR text = nullptr;
        right = right && HcsEnumerateComputeSystems(nullptr, operation) == HR(0x8037011E);
        right = right && HcsWaitForOperationResult(operation, 0xFFFFFFFF, &text) == HR(0x8037011E);
        right = right && HcsGetServiceProperties(nullptr, &text) == HR(0x8037011E) && hcsffi_configure(nullptr, nullptr) == HR(0x8037011E);
        right = right && hcsffi_counters(&text) == HR(0x8037011E) && hcsffi_shutdown() == HR(0x8037011E);
        hcsffi_local_free(kept);
        HcsCloseOperation(operation);
        HcsCloseComputeSystem(system);
        _exit(right ? 0 : 1);
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(nullptr, operation));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr));
    HcsCloseOperation(operation);
    hcsffi_local_free(kept);
    discard(system);
    CHECK_EQUAL(0, live_objects());
#endif
}

TEST(a_process_may_end_with_everything_open, "interpreter exit does not wait for anybody") {
    const char* const words[] = {kLeaveOpen, nullptr};
    child client;
    long long status = -1;
    CHECK(start_self(&client, CHILD_SHARES_STREAMS, words));
    CHECK(child_ends(&client, PATIENCE_MS, &status));
    CHECK_EQUAL(0, status);
    child_close(&client);
}

static int leave_everything_open(int count, char** arguments) {
    if (count != 2 || strcmp(arguments[1], kLeaveOpen) != 0) return -1;
    static HCS_SYSTEM system = nullptr;
    static Watcher* const watcher = new Watcher;
    static std::vector<HCS_OPERATION> operations;
    if (create(W("open"), CONTAINER, &system).completed < 0 || run_on_system(HcsStartComputeSystem, system, nullptr).completed < 0)
        return 1;
    if (configure(W("{\"DelayMinUs\":1000,\"DelayMaxUs\":50000}")) < 0) return 2;
    for (int at = 0; at < 200; ++at) {
        operations.push_back(HcsCreateOperation(watcher, Watcher::completion));
        if (HcsEnumerateComputeSystems(nullptr, operations.back()) < 0) return 3;
    }
    return 0;
}
