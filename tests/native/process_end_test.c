/* How processes end and who hears of it, through the plain C ABI: section C of docs/behaviour.md and what B and D say about it. */
#include "harness.h"
#include "hcs_client.h"

#define OUTPUT "\"CreateStdOutPipe\":true"

TEST(the_exit_is_told_by_event_wait_and_properties_alike, "three ways, one ProcessStatus (C-12)") {
    HCS_SYSTEM system = running_system("c12");
    CHECK(system);
    struct started_process process;
    struct event_log log = EVENT_LOG;
    CHECK_EQUAL(0, start_process(system, script("read line; exit 255", "\"CreateStdInPipe\":true"), &process));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &log, log_event));
    PWSTR text = NULL;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForProcessExit(process.handle, 0, &text)); /* C-22 */
    CHECK(text == NULL);
    CHECK(write_all(process.input, "go\n", 3));
    char *event = wait_for_event(&log, HcsEventProcessExited);
    CHECK(event);
    CHECK_EQUAL(process.id, number_in(event, "ProcessId"));
    CHECK(is_true(event, "Exited"));
    CHECK_EQUAL(255, number_in(event, "ExitCode"));
    CHECK_EQUAL(0, number_in(event, "LastWaitResult"));
    free(event);
    CHECK_EQUAL(255, exit_code_of(process.handle));
    CHECK_EQUAL(255, exit_code_of(process.handle));
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    char *status = NULL;
    CHECK_EQUAL(0, outcome_of(HcsGetProcessProperties(process.handle, operation, NULL), operation, NULL, &status));
    CHECK(is_true(status, "Exited"));
    CHECK_EQUAL(255, number_in(status, "ExitCode"));
    CHECK_EQUAL(process.id, number_in(status, "ProcessId"));
    free(status);
    release_process(&process);
    CHECK_EQUAL(1, events_of(&log, HcsEventProcessExited));
    empty_log(&log);
    char *properties = NULL;
    CHECK_EQUAL(0, system_properties(system, NULL, &properties)); /* B-27: the system runs on */
    CHECK(text_is(properties, "State", "Running"));
    free(properties);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_callback_set_after_the_exit_still_hears_of_it_once, "clients register after the create has completed (C-23)") {
    HCS_SYSTEM system = running_system("c23");
    CHECK(system);
    struct started_process process;
    struct event_log log = EVENT_LOG;
    CHECK_EQUAL(0, start_process(system, script("exit 9", NULL), &process));
    CHECK_EQUAL(9, exit_code_of(process.handle));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &log, log_event));
    char *event = wait_for_event(&log, HcsEventProcessExited);
    CHECK(event);
    CHECK_EQUAL(9, number_in(event, "ExitCode"));
    free(event);
    release_process(&process);
    end_system(system);
    CHECK_EQUAL(1, events_of(&log, HcsEventProcessExited));
    empty_log(&log);
    CHECK(nothing_is_left());
}

TEST(a_terminated_process_exits_with_the_code_of_a_kill, "clients tell a kill from an exit by it (C-14)") {
    HCS_SYSTEM system = running_system("c14");
    CHECK(system);
    struct started_process process;
    CHECK_EQUAL(0, start_process(system, script("trap '' TERM INT HUP; echo ready; while :; do sleep 0.05; done", OUTPUT), &process));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK_EQUAL(0, terminate_process(process.handle));
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    const HRESULT again = terminate_process(process.handle);
    CHECK(again == PROCESS_ALREADY_STOPPED_ || again == HR(0x80070005u) || again == NOT_FOUND_); /* C-18 */
    CHECK(signal_process(process.handle, "{\"Signal\":\"CtrlC\"}") < 0);
    CHECK(modify_process(process.handle, CLOSE_STDIN) < 0); /* C-6 */
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(signals_go_by_name_and_by_number, "Windows clients name console events, Linux guests take numbers (C-15)") {
    static const struct {
        const char *trap, *options;
    } cases[] = {
        {"INT", "{\"Signal\":\"CtrlC\"}"},         {ON_WINDOWS ? "INT" : "QUIT", "{\"Signal\":\"CtrlBreak\"}"},
        {"HUP", "{\"Signal\":\"CtrlClose\"}"},     {"HUP", "{\"Signal\":\"CtrlLogOff\"}"},
        {"TERM", "{\"Signal\":\"CtrlShutdown\"}"}, {"USR1", "{\"Signal\":10}"},
    };
    HCS_SYSTEM system = running_system("c15");
    CHECK(system);
    for (size_t at = 0; at < sizeof cases / sizeof cases[0]; ++at) {
        if (ON_WINDOWS && strcmp(cases[at].trap, "USR1") == 0) continue; /* Windows has nothing like it */
        char text[256];
        snprintf(text, sizeof text, "trap 'exit 5' %s; echo ready; while :; do sleep 0.01; done", cases[at].trap);
        struct started_process process;
        char line[32];
        CHECK_EQUAL(0, start_process(system, script(text, OUTPUT), &process));
        CHECK(read_line(process.output, line, sizeof line));
        CHECK_EQUAL(0, signal_process(process.handle, cases[at].options));
        CHECK_EQUAL(5, exit_code_of(process.handle));
        release_process(&process);
    }
    struct started_process process;
    char line[32];
    CHECK_EQUAL(0, start_process(system, "{\"CommandLine\":\"cat\",\"CreateStdInPipe\":true," OUTPUT "}", &process));
    CHECK(write_all(process.input, "up\n", 3) && read_line(process.output, line, sizeof line));
    CHECK(signal_process(process.handle, "{\"Signal\":\"CtrlEverything\"}") < 0);
    CHECK(signal_process(process.handle, "{\"Signal\":1000}") < 0);
    CHECK(signal_process(process.handle, "{\"Signal\":[]}") < 0);
    CHECK(signal_process(process.handle, "not a document") < 0);
    CHECK_EQUAL(0, signal_process(process.handle, "{\"Signal\":15}"));
    CHECK_EQUAL(ASKED_TO_END, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_signal_s_number_is_one_that_linux_has, "1 to 64, and a number beyond them must not become another one (C-15)") {
    static const int numbers[] = {1, 9, 64};
    if (ON_WINDOWS) SKIP("a number is no signal there, and all that it takes for one ends a process");
    HCS_SYSTEM system = running_system("numbers");
    CHECK(system);
    for (size_t at = 0; at < sizeof numbers / sizeof numbers[0]; ++at) {
        struct started_process process;
        char line[32], options[32];
        CHECK_EQUAL(0, start_process(system, script("exec sh -c 'echo ready; exec sleep 1000'", OUTPUT), &process));
        CHECK(read_line(process.output, line, sizeof line));
        CHECK_EQUAL(INVALID_JSON_, signal_process(process.handle, "{\"Signal\":0}"));
        CHECK_EQUAL(INVALID_JSON_, signal_process(process.handle, "{\"Signal\":65}"));
        CHECK_EQUAL(INVALID_JSON_, signal_process(process.handle, "{\"Signal\":-1}"));
        CHECK_EQUAL(INVALID_JSON_, signal_process(process.handle, "{\"Signal\":4294967305}"));
        snprintf(options, sizeof options, "{\"Signal\":%d}", numbers[at]);
        CHECK_EQUAL(0, signal_process(process.handle, options));
        CHECK_EQUAL(128 + numbers[at], exit_code_of(process.handle)); /* C-14: as a shell tells it */
        release_process(&process);
    }
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(what_lives_is_counted_by_its_kind, "a client finds what it has not closed by these numbers, and by nothing else") {
    static const char *const none[] = {"Operations",  "Strings",    "WrongFrees",       "ClosesInOwnCallback",   "OverlayViews",
                                       "CopiedViews", "PortArrays", "PortReservations", "NotificationCallbacks", "WrongArrayFrees"};
    static const char *const one[] = {"Systems", "SystemHandles", "Processes", "ProcessHandles"};
    HCS_SYSTEM system = running_system("counted"), other = NULL;
    CHECK(system);
    struct started_process process;
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", OUTPUT), &process));
    for (size_t at = 0; at < sizeof none / sizeof none[0]; ++at) CHECK_EQUAL(0, counter(none[at]));
    for (size_t at = 0; at < sizeof one / sizeof one[0]; ++at) CHECK_EQUAL(1, counter(one[at]));
    if (!ON_WINDOWS) CHECK_EQUAL(1, counter("Reapers"));
    CHECK(counter("Threads") >= 1 && counter("Descriptors") >= 1);
    CHECK_EQUAL(0, HcsOpenComputeSystem(wide("counted"), 0x10000000, &other));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(2, counter("SystemHandles"));
    CHECK_EQUAL(1, counter("Systems"));
    CHECK_EQUAL(1, counter("Operations"));
    HcsCloseOperation(operation);
    HcsCloseComputeSystem(other);
    CHECK_EQUAL(1, counter("SystemHandles"));
    CHECK_EQUAL(0, counter("Operations"));
    release_process(&process);
    CHECK_EQUAL(0, counter("ProcessHandles"));
    CHECK_EQUAL(1, counter("Processes")); /* it runs on without a handle */
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_process_is_opened_by_pid_while_it_runs, "kill paths go through a second handle (C-20, G-20)") {
    HCS_SYSTEM system = running_system("c20");
    CHECK(system);
    struct started_process process;
    HCS_PROCESS second = NULL;
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", NULL), &process));
    CHECK_EQUAL(NOT_FOUND_, HcsOpenProcess(system, 1, 0x10000000, &second)); /* a real process, not of this system */
    CHECK_EQUAL(0, HcsOpenProcess(system, process.id, 0x10000000, &second));
    struct event_log first_log = EVENT_LOG, second_log = EVENT_LOG;
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &first_log, log_event));
    CHECK_EQUAL(0, HcsSetProcessCallback(second, HcsEventOptionNone, &second_log, log_event));
    CHECK_EQUAL(0, terminate_process(second));
    free(wait_for_event(&first_log, HcsEventProcessExited));
    free(wait_for_event(&second_log, HcsEventProcessExited));
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    HCS_PROCESS late = NULL;
    CHECK_EQUAL(NOT_FOUND_, HcsOpenProcess(system, process.id, 0x10000000, &late));
    HcsCloseProcess(second);
    release_process(&process);
    CHECK_EQUAL(1, events_of(&first_log, HcsEventProcessExited));
    CHECK_EQUAL(1, events_of(&second_log, HcsEventProcessExited));
    empty_log(&first_log);
    empty_log(&second_log);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(closing_a_process_handle_neither_kills_nor_reports, "a handle is a view (C-25)") {
    HCS_SYSTEM system = running_system("c25");
    CHECK(system);
    struct started_process process;
    struct event_log log = EVENT_LOG;
    CHECK_EQUAL(0, start_process(system, script("read line; echo $line", "\"CreateStdInPipe\":true," OUTPUT), &process));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &log, log_event));
    HcsCloseProcess(process.handle);
    process.handle = NULL;
    CHECK_EQUAL(0, log.count);
    CHECK(write_all(process.input, "still here\n", 11)); /* C-4: the streams are the caller's */
    CHECK(reads(process.output, "still here\n"));
    CHECK_EQUAL(0, events_of(&log, HcsEventProcessExited));
    empty_log(&log);
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(terminating_the_system_ends_and_reports_every_process, "nobody may be left waiting (B-31, C-26)") {
    HCS_SYSTEM system = running_system("c26");
    CHECK(system);
    enum { PROCESSES = 5 };
    struct started_process processes[PROCESSES];
    struct event_log logs[PROCESSES] = {EVENT_LOG, EVENT_LOG, EVENT_LOG, EVENT_LOG, EVENT_LOG}, system_log = EVENT_LOG;
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &system_log, log_event));
    for (int at = 0; at < PROCESSES; ++at) {
        CHECK_EQUAL(0, start_process(system, script(DAEMON("sleep 1000") "; exec sleep 1000", OUTPUT), &processes[at]));
        CHECK_EQUAL(0, HcsSetProcessCallback(processes[at].handle, HcsEventOptionNone, &logs[at], log_event));
    }
    CHECK_EQUAL(0, terminate_system(system));
    free(wait_for_event(&system_log, HcsEventSystemExited));
    for (int at = 0; at < PROCESSES; ++at) {
        char *event = wait_for_event(&logs[at], HcsEventProcessExited);
        CHECK(event);
        CHECK_EQUAL(KILLED, number_in(event, "ExitCode"));
        free(event);
        CHECK(reads(processes[at].output, "")); /* the daemon held the pipe, too: end-of-file says that it is gone */
        CHECK_EQUAL(KILLED, exit_code_of(processes[at].handle));
        release_process(&processes[at]);
        CHECK_EQUAL(1, events_of(&logs[at], HcsEventProcessExited));
        empty_log(&logs[at]);
    }
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, events_of(&system_log, HcsEventSystemExited)); /* D-10 */
    empty_log(&system_log);
    CHECK(nothing_is_left());
}
