// Processes through the C surface: start, streams, information, signals, exits, events.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "client.h"
#include "harness.h"
#include "watcher.h"

namespace {

struct Started {
    HRESULT code = 0;
    HCS_PROCESS process = nullptr;
    HCS_PROCESS_INFORMATION information{};
    std::string document;
};

stream stream_of(HANDLE handle) { return reinterpret_cast<stream>(handle); }
constexpr intptr_t kInvalidHandle = -1;

Started start(HCS_SYSTEM system, const std::string& parameters) {
    Started started;
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    started.code = HcsCreateProcess(system, Wide(parameters), operation, nullptr, &started.process);
    PWSTR document = nullptr;
    if (started.code >= 0) started.code = HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &started.information, &document);
    started.document = narrowed(document);
    hcsffi_local_free(document);
    HcsCloseOperation(operation);
    return started;
}

HCS_SYSTEM running(PCWSTR id, PCWSTR configuration = CONTAINER) {
    HCS_SYSTEM system = nullptr;
    if (create(id, configuration, &system).completed < 0 || run_on_system(HcsStartComputeSystem, system, nullptr).completed < 0)
        return nullptr;
    return system;
}

std::string read_all(stream from) {
    std::string text;
    char part[4096];
    for (ptrdiff_t got = 0; (got = stream_read(from, part, sizeof part)) > 0;) text.append(part, static_cast<size_t>(got));
    stream_close(from);
    return text;
}

std::string exit_status(HCS_PROCESS process) {
    PWSTR result = nullptr;
    const HRESULT code = HcsWaitForProcessExit(process, PATIENCE_MS, &result);
    const std::string text = code < 0 ? "failed" : narrowed(result);
    hcsffi_local_free(result);
    return text;
}

HRESULT get_info(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR) { return HcsGetProcessInfo(process, operation); }

// Whether a `cat` with both pipes answers: a control event that comes before that is lost on Wine.
bool is_up(const Started& cat) {
    char text[4];
    return stream_write(stream_of(cat.information.StdInput), "up\n", 3) == 3 &&
           stream_read(stream_of(cat.information.StdOutput), text, sizeof text) == 3;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(a_command_runs_with_its_streams_environment_and_status, "the main job (C-1, C-2, C-12)") {
    HCS_SYSTEM system = running(W("run"));
    const Started started = start(system, R"({"CommandLine":"sh -c \"echo $HOSTNAME $A; pwd; echo err >&2; exit 7\"",)"
                                          "\"WorkingDirectory\":\"" FOLDER_IN_JSON
                                          "\","
                                          R"("Environment":{"A":"b"},"CreateStdOutPipe":true,"CreateStdErrPipe":true})");
    CHECK_EQUAL(S_OK_, started.code);
    CHECK(started.information.ProcessId > 0 && started.information.StdInput == nullptr);
    CHECK(read_all(stream_of(started.information.StdOutput)) == "web b\n" FOLDER "\n");
    CHECK(read_all(stream_of(started.information.StdError)) == "err\n");
    const std::string status = exit_status(started.process);
    CHECK(status ==
          "{\"ProcessId\":" + std::to_string(started.information.ProcessId) + ",\"Exited\":true,\"ExitCode\":7,\"LastWaitResult\":0}");
    CHECK(contains(run_on_process(HcsGetProcessProperties, started.process, nullptr).document, "\"ExitCode\":7"));
    CHECK(contains(run_on_system(HcsGetComputeSystemProperties, system, nullptr).document, "Running"));
    HcsCloseProcess(started.process);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(closing_the_input_takes_a_request, "the host keeps a duplicate, so the client's close is no end of file (C-5)") {
    HCS_SYSTEM system = running(W("cat"));
    const Started started = start(system, R"({"CommandArgs":["cat"],"CreateStdInPipe":true,"CreateStdOutPipe":true})");
    const stream input = stream_of(started.information.StdInput), output = stream_of(started.information.StdOutput);
    CHECK(input >= 3 && output >= 3);
    CHECK_EQUAL(5, stream_write(input, "hello", 5));
    stream_close(input);
    char text[16];
    CHECK_EQUAL(5, stream_read(output, text, sizeof text));
    CHECK_EQUAL(HR(0x80370118), HcsWaitForProcessExit(started.process, 50, nullptr));
    CHECK_EQUAL(S_OK_, run_on_process(HcsModifyProcess, started.process,
                                      W("{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdIn\"}}"))
                           .completed);
    CHECK(read_all(output).empty());
    CHECK(contains(exit_status(started.process), "\"ExitCode\":0"));
    CHECK_EQUAL(HR(0x8037011F), run_on_process(HcsModifyProcess, started.process,
                                               W("{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdIn\"}}"))
                                    .completed);
    HcsCloseProcess(started.process);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_program_that_cannot_start_says_why_and_leaves_the_container_running, "the client cleans up after that (C-9, C-10)") {
    HCS_SYSTEM system = nullptr;
    CHECK_EQUAL(S_OK_, create(W("missing"), CONTAINER, &system).completed);
    Started early = start(system, R"({"CommandLine":"true"})");
    CHECK_EQUAL(HR(0x80370105), early.code);
    HcsCloseProcess(early.process);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, nullptr).completed);
    const struct {
        const char* parameters;
        HRESULT code;
    } rows[] = {
        {R"({"CommandLine":"/no/such/program"})", HR(0x80070002)},
        {R"({"CommandLine":"no-such-program-anywhere"})", HR(0x80070002)},
        {R"({"CommandLine":")" PLAIN_FILE_IN_JSON R"("})", ON_WINDOWS ? HR(0x800700C1) : HR(0x80070005)},
        {R"({"CommandLine":"true","WorkingDirectory":"/no/such"})", HR(0x8007010B)},
        {R"({"CommandLine":"true","User":"no such user"})", HR(0x80070525)},
        {R"({})", HR(0x8037010D)},
        {R"({"CommandLine":5})", HR(0x8037010D)},
        {R"({"CommandLine":"true","Environment":{"A=B":"c"}})", HR(0x80070057)},
    };
    for (const auto& row : rows) {
        const Started started = start(system, row.parameters);
        CHECK_EQUAL(row.code, started.code);
        CHECK(contains(started.document, "\"ErrorMessage\":") && contains(started.document, "ExecuteProcess"));
        CHECK(started.process != nullptr);
        CHECK_EQUAL(HR(0x8037011D), run_on_process(get_info, started.process, nullptr).completed);
        HcsCloseProcess(started.process);
    }
    CHECK(contains(run_on_system(HcsGetComputeSystemProperties, system, nullptr).document, "Running"));
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(information_is_told_again_and_pipes_once, "a client recovers from a failed wait this way (A-13, C-3, C-20, C-21)") {
    HCS_SYSTEM system = running(W("again"));
    HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
    HCS_PROCESS process = nullptr, opened = nullptr;
    HCS_PROCESS_INFORMATION first{}, second{}, third{};
    CHECK_EQUAL(S_OK_,
                HcsCreateProcess(system, W("{\"CommandLine\":\"sleep 60\",\"CreateStdOutPipe\":true}"), operation, nullptr, &process));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, nullptr));
    CHECK(HcsGetProcessFromOperation(operation) == process && HcsGetComputeSystemFromOperation(operation) == system);
    HcsCloseOperation(operation);
    operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(S_OK_, HcsGetProcessInfo(process, operation));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &first, nullptr));
    CHECK_EQUAL(S_OK_, HcsGetOperationResultAndProcessInfo(operation, &second, nullptr));
    HcsCloseOperation(operation);
    CHECK(stream_of(first.StdOutput) >= 3);
    CHECK_EQUAL(kInvalidHandle, reinterpret_cast<intptr_t>(first.StdInput));
    CHECK_EQUAL(first.ProcessId, second.ProcessId);
    CHECK_EQUAL(kInvalidHandle, reinterpret_cast<intptr_t>(second.StdOutput));
    CHECK_EQUAL(HR(0x80070490), HcsOpenProcess(system, first.ProcessId + 100000, 0x10000000, &opened));
    CHECK(opened == nullptr);
    CHECK_EQUAL(S_OK_, HcsOpenProcess(system, first.ProcessId, 0x10000000, &opened));
    CHECK_EQUAL(S_OK_, run_on_process(HcsTerminateProcess, opened, W("")).completed);
    CHECK(contains(exit_status(process), "\"ExitCode\":" + std::to_string(KILLED)));
    CHECK_EQUAL(HR(0x8037011F), run_on_process(HcsTerminateProcess, opened, nullptr).completed);
    operation = HcsCreateOperation(nullptr, nullptr);
    CHECK_EQUAL(S_OK_, HcsGetProcessInfo(process, operation));
    CHECK_EQUAL(HR(0x8037011F), HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &third, nullptr));
    CHECK_EQUAL(0, third.ProcessId);
    HcsCloseOperation(operation);
    stream_close(stream_of(first.StdOutput));
    HcsCloseProcess(process);
    HcsCloseProcess(opened);
    CHECK_EQUAL(HR(0x80070490), HcsOpenProcess(system, first.ProcessId, 0x10000000, &opened));
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(an_exit_is_told_once_to_every_handle_even_to_late_ones, "clients register after the create has completed (C-23)") {
    HCS_SYSTEM system = running(W("exits"));
    Watcher early, late;
    const Started started = start(system, R"({"CommandLine":"cat","CreateStdInPipe":true,"CreateStdOutPipe":true})");
    CHECK(is_up(started));
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(started.process, HcsEventOptionNone, &early, Watcher::event));
    HCS_PROCESS other = nullptr;
    CHECK_EQUAL(S_OK_, HcsOpenProcess(system, started.information.ProcessId, 0x10000000, &other));
    CHECK_EQUAL(S_OK_, run_on_process(HcsSignalProcess, started.process, W("{\"Signal\":\"CtrlShutdown\"}")).completed);
    CHECK(early.wait_for(HcsEventProcessExited));
    CHECK(contains(early.last(HcsEventProcessExited).text, "\"ExitCode\":" + std::to_string(ASKED_TO_END)));
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(other, HcsEventOptionNone, &late, Watcher::event));
    CHECK(late.wait_for(HcsEventProcessExited));
    stream_close(stream_of(started.information.StdInput));
    stream_close(stream_of(started.information.StdOutput));
    HcsCloseProcess(other);
    HcsCloseProcess(started.process);
    discard(system);
    CHECK_EQUAL(1, early.events().size());
    CHECK_EQUAL(1, late.events().size());
    CHECK(nothing_stays_alive());  // whoever raised the control event may be looking still whether it came
}

TEST(signals_go_by_name_or_number, "Windows names them, Linux guests count them (C-15)") {
    HCS_SYSTEM system = running(W("signals"));
    const Started started =
        start(system, std::string(R"({"CommandArgs":["sh","-c",")") + (ON_WINDOWS ? "" : "trap 'echo usr1' USR1; ") +
                          R"(trap 'echo int; exit 3' INT; echo ready; while :; do sleep 0.05; done"],"CreateStdOutPipe":true})");
    const stream output = stream_of(started.information.StdOutput);
    char text[16] = "";
    CHECK_EQUAL(6, stream_read(output, text, sizeof text));
    CHECK_EQUAL(HR(0x8037010D), run_on_process(HcsSignalProcess, started.process, nullptr).completed);
    CHECK_EQUAL(HR(0x8037010D), run_on_process(HcsSignalProcess, started.process, W("{\"Signal\":\"SIGTERM\"}")).completed);
    CHECK_EQUAL(HR(0x8037010D), run_on_process(HcsSignalProcess, started.process, W("{\"Signal\":0}")).completed);
    if (!ON_WINDOWS) {  // which has nothing like SIGUSR1
        CHECK_EQUAL(S_OK_, run_on_process(HcsSignalProcess, started.process, W("{\"Signal\":10}")).completed);
        CHECK_EQUAL(5, stream_read(output, text, sizeof text));
    }
    CHECK_EQUAL(S_OK_, run_on_process(HcsSignalProcess, started.process, W("{\"Signal\":\"CtrlC\"}")).completed);
    CHECK(contains(exit_status(started.process), "\"ExitCode\":3"));
    stream_close(output);
    HcsCloseProcess(started.process);
    discard(system);
}

TEST(a_console_has_a_size_that_can_change, "ConsoleSize is rows and columns at first, an object later") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    HCS_SYSTEM system = running(W("console"));
    const Started started = start(system, R"({"CommandArgs":["sh","-c","stty size; read line; stty size"],"EmulateConsole":true,)"
                                          R"("ConsoleSize":[30,100],"CreateStdInPipe":true,"CreateStdOutPipe":true})");
    CHECK_EQUAL(S_OK_, started.code);
    const stream input = stream_of(started.information.StdInput), output = stream_of(started.information.StdOutput);
    char text[64] = "";
    CHECK(stream_read(output, text, sizeof text - 1) > 0 && contains(text, "30 100"));
    CHECK_EQUAL(S_OK_, run_on_process(HcsModifyProcess, started.process,
                                      W("{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":40,\"Width\":120}}"))
                           .completed);
    CHECK_EQUAL(1, stream_write(input, "\n", 1));
    CHECK(contains(read_all(output), "40 120"));
    stream_close(input);
    CHECK(contains(exit_status(started.process), "\"ExitCode\":0"));
    HcsCloseProcess(started.process);
    const Started plain = start(system, R"({"CommandLine":"sleep 60"})");
    CHECK_EQUAL(HR(0x80370105), run_on_process(HcsModifyProcess, plain.process,
                                               W("{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":40,\"Width\":120}}"))
                                    .completed);
    HcsCloseProcess(plain.process);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(the_end_of_a_system_is_the_end_of_its_processes, "every process handle hears it (C-26)") {
    HCS_SYSTEM system = running(W("tree"));
    Watcher watcher, of_system;
    const Started started = start(system, R"({"CommandLine":"sh -c \"sleep 60 & )" DAEMON("sleep 60") R"(; wait\""})");
    const life life_of_started = life_of(started.information.ProcessId);
    CHECK_EQUAL(S_OK_, HcsSetProcessCallback(started.process, HcsEventOptionNone, &watcher, Watcher::event));
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &of_system, Watcher::event));
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, nullptr).completed);
    CHECK(watcher.wait_for(HcsEventProcessExited) && of_system.wait_for(HcsEventSystemExited));
    CHECK(life_ends(life_of_started, 0));
    life_close(life_of_started);
    const Started late = start(system, R"({"CommandLine":"true"})");
    CHECK_EQUAL(HR(0x80370110), late.code);
    HcsCloseProcess(late.process);
    CHECK_EQUAL(0, counter("Processes") + counter("Reapers"));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
    HcsCloseProcess(started.process);
    HcsCloseComputeSystem(system);
}

TEST(shutdown_asks_first_and_forces_after_the_grace_period, "the period comes from the registry value clients set (C-16, B-27)") {
    const PCWSTR configuration = W(
        "{\"Container\":{\"RegistryChanges\":{\"AddValues\":[{\"Key\":{\"Hive\":\"System\","
        "\"Name\":\"ControlSet001\\\\Control\"},\"Name\":\"WaitToKillServiceTimeout\",\"StringValue\":\"60000\",\"Type\":\"String\"}]}}}");
    CHECK_EQUAL(S_OK_, configure(W("{\"ManualClock\":true}")));
    HCS_SYSTEM system = running(W("stubborn"), configuration);
    CHECK(system != nullptr);
    const Started polite = start(system, R"({"CommandLine":"cat","CreateStdInPipe":true,"CreateStdOutPipe":true})");
    CHECK(is_up(polite));
    const Started stubborn =
        start(system, R"({"CommandArgs":["sh","-c","trap '' TERM; echo ready; while :; do sleep 0.05; done"],"CreateStdOutPipe":true})");
    char text[16];
    CHECK_EQUAL(6, stream_read(stream_of(stubborn.information.StdOutput), text, sizeof text));
    CHECK_EQUAL(S_OK_, run_on_system(HcsShutDownComputeSystem, system, nullptr).completed);
    CHECK(contains(exit_status(polite.process), "\"ExitCode\":" + std::to_string(ASKED_TO_END)));
    CHECK_EQUAL(HR(0x80370118), HcsWaitForComputeSystemExit(system, 50, nullptr));
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsShutDownComputeSystem, system, nullptr).completed);
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(600000000));
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, nullptr));
    CHECK(contains(exit_status(stubborn.process), "\"ExitCode\":" + std::to_string(KILLED)));
    stream_close(stream_of(stubborn.information.StdOutput));
    stream_close(stream_of(polite.information.StdInput));
    stream_close(stream_of(polite.information.StdOutput));
    HcsCloseProcess(polite.process);
    HcsCloseProcess(stubborn.process);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(S_OK_, configure(nullptr));
}

// So many are still read and put together: they are 17 bytes each to the kernel, which takes 2 MiB.
constexpr int kMostVariables = 100'000;

// The processor time of this process for refusing so many variables, in seconds: what others do meanwhile adds nothing to it.
static double cost_of_refusing(HCS_SYSTEM system, int variables) {
    std::string environment = "\"longer than execve takes\":\"" + std::string(200'000, 'x') + "\"";
    for (int at = 0; at < variables; ++at) environment += ",\"v" + std::to_string(at) + "\":\"x\"";
    const std::clock_t before = std::clock();
    const Started refused = start(system, R"({"CommandLine":"true","Environment":{)" + environment + "}}");
    const std::clock_t after = std::clock();
    HcsCloseProcess(refused.process);
    CHECK_OR(refused.code == HR(0x80070057), -1);
    return static_cast<double>(after - before) / CLOCKS_PER_SEC;
}

TEST(a_document_with_many_variables_costs_what_it_is_long, "work that grows with the square of a document holds a worker for ever") {
    if (ON_WINDOWS) SKIP("Windows tells no limit of an environment before the call");
    HCS_SYSTEM system = running(W("million"));
    CHECK(system);
    const double few = cost_of_refusing(system, kMostVariables / 10);
    const double many = cost_of_refusing(system, kMostVariables);
    CHECK(few > 0 && many > 0);
    CHECK(many < 30 * few);  // ten times as long a document: the square would be a hundredfold
    discard(system);
    CHECK(nothing_stays_alive());
}

#ifndef _WIN32
// The text of a refusal of parameters with so many of something, each written as a printf format of its number has it.
static std::string refusal(HCS_SYSTEM system, const std::string& before, const char* each, int many, const std::string& after) {
    std::string parameters = before;
    for (int at = 0; at < many; ++at) {
        char text[64];
        snprintf(text, sizeof text, each, at);
        parameters += (at > 0 ? "," : "") + std::string(text);
    }
    const Started refused = start(system, parameters + after);
    HcsCloseProcess(refused.process);
    return refused.code == HR(0x80070057) ? refused.document : "not refused: " + std::to_string(refused.code);
}
#endif

TEST(what_no_program_takes_is_refused_before_it_is_read_to_its_end,
     "a million variables would be hundreds of megabytes of a document's tree") {
#ifdef _WIN32
    SKIP("Windows tells no limit of an environment before the call");
#else
    HCS_SYSTEM system = running(W("too-many"));
    CHECK(system);
    // execve(2): with a pointer each, a quarter of the stack's limit, which is at most 6 MiB here.
    const long most = std::min(sysconf(_SC_ARG_MAX), 6L << 20);
    const std::string told = "of more than " + std::to_string(most) + " bytes together";
    const int empty = static_cast<int>(most / 9);  // an argument of nothing is its end and a pointer
    const std::string first = R"({"CommandArgs":["true")", environment = R"({"CommandLine":"true","Environment":{)";
    CHECK(contains(refusal(system, first + ",", R"("")", empty + 1, "]}"), told));
    // Such a variable is "v1234567=x", its end and a pointer; a name that stands beside a null is none, and other texts count nothing.
    const int small = static_cast<int>(most / (10 + 9));
    CHECK(contains(refusal(system, environment, R"("v%07d":"x")", small + 2, "}}"), told));
    CHECK(!contains(refusal(system, environment, R"("v%07d":"x")", small - 100, "}}"), told));
    CHECK(!contains(refusal(system, environment, R"("v%07d":null)", small * 2, "},\"User\":5}"), told));
    CHECK(!contains(refusal(system, R"({"CommandLine":"true","Other":{"Environment":{)", R"("v%07d":"x")", small * 2, "}},\"User\":5}"),
                    told));
    // Other members between them, and none of them, change nothing.
    CHECK(contains(refusal(system, R"({"Environment":{"a":"b"},"CommandArgs":["true",[1,{"a":true,"b":2.5}]],"Other":-1,"Environment":{)",
                           R"("v%07d":"x")", small + 2, "},\"User\":5}"),
                   told));
    discard(system);
    CHECK(nothing_stays_alive());
#endif
}

TEST(pipes_nobody_fetched_are_not_leaked, "a cancelled create leaves no descriptor behind") {
    HCS_SYSTEM system = running(W("unfetched"));
    for (int round = 0; round < 20; ++round) {
        HCS_OPERATION operation = HcsCreateOperation(nullptr, nullptr);
        HCS_PROCESS process = nullptr;
        CHECK_EQUAL(
            S_OK_, HcsCreateProcess(
                       system, W("{\"CommandLine\":\"true\",\"CreateStdInPipe\":true,\"CreateStdOutPipe\":true,\"CreateStdErrPipe\":true}"),
                       operation, nullptr, &process));
        HcsCloseOperation(operation);
        HcsCloseProcess(process);
    }
    discard(system);
    CHECK(nothing_stays_alive());
}

TEST(a_process_list_shows_what_was_started, "the top of every container tool (B-56)") {
    HCS_SYSTEM system = running(W("list"));
    const Started started = start(system, R"({"CommandLine":"sleep 60"})");
    const answer list = run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"ProcessList\"]}"));
    CHECK(contains(list.document, "\"ProcessId\":" + std::to_string(started.information.ProcessId)) &&
          contains(list.document, ON_WINDOWS ? "\"ImageName\":\"sleep.exe\"" : "\"ImageName\":\"sleep\""));
    HcsCloseProcess(started.process);
    discard(system);
    CHECK_EQUAL(0, live_objects());
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}
