/* Processes while things go wrong: injected failures, operations that never complete, repeated and late requests, shutdown, fork. */
#include "harness.h"
#include "hcs_client.h"

#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
#endif

#define OUTPUT "\"CreateStdOutPipe\":true"
#define ALL_STREAMS "\"CreateStdInPipe\":true,\"CreateStdOutPipe\":true,\"CreateStdErrPipe\":true"

static int configured(const char *configuration) {
    PWSTR text = NULL;
    const HRESULT result = hcsffi_configure(wide(configuration), &text);
    char *problem = take(text);
    if (result < 0) fprintf(stderr, "configuration refused: %s\n", problem ? problem : "");
    free(problem);
    return result >= 0;
}

static long long process_count(HCS_SYSTEM system) {
    char *document = NULL;
    if (system_properties(system, "{\"PropertyTypes\":[\"ProcessList\"]}", &document) < 0) return -1;
    const long long count = count_of(document, "\"ProcessId\"");
    free(document);
    return count;
}

/* The one process beside the shell that has made it; NO_LIFE while there is none or one more. Elsewhere than on Windows a shell makes a
 * daemon by a subshell, which ends by itself and has not yet the daemon's name. */
static life life_beside(HCS_SYSTEM system, uint32_t shell, const char *program) {
    char *document = NULL;
    uint32_t found = 0;
    if (system_properties(system, "{\"PropertyTypes\":[\"ProcessList\"]}", &document) < 0) return NO_LIFE;
    const int named = ON_WINDOWS || strstr(document, program) != NULL;
    for (const char *at = document; (at = strstr(at, "\"ProcessId\"")) != NULL; ++at)
        if (number_in(at, "ProcessId") != shell) found = (uint32_t)number_in(at, "ProcessId");
    const int two = count_of(document, "\"ProcessId\"") == 2;
    free(document);
    return two && named && found != 0 ? life_of(found) : NO_LIFE;
}

TEST(a_create_that_fails_at_its_completion_leaves_no_process, "an injected failure must not mean a process nobody knows of") {
    HCS_SYSTEM system = running_system("fault");
    struct started_process process;
    CHECK(system);
    CHECK(configured("{\"Faults\":[{\"Function\":\"HcsCreateProcess\",\"Count\":1,\"HResult\":\"0x80070005\"}]}"));
    CHECK_EQUAL(HR(0x80070005u), start_process(system, script("exec sleep 1000", ALL_STREAMS), &process));
    CHECK_EQUAL(-1, process.output);
    release_process(&process);
    CHECK_EQUAL(0, process_count(system));
    CHECK(configured("{\"Faults\":[{\"Function\":\"HcsCreateProcess\",\"Count\":1,\"HResult\":\"0x80070005\",\"Sync\":true}]}"));
    CHECK_EQUAL(HR(0x80070005u), start_process(system, script("exec sleep 1000", ALL_STREAMS), &process));
    CHECK(process.handle == NULL);
    CHECK_EQUAL(0, process_count(system));
    CHECK_EQUAL(0, start_process(system, script("exit 2", ALL_STREAMS), &process));
    CHECK_EQUAL(2, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_create_that_never_completes_can_be_given_up, "the client's limit ends the waiting, and terminate ends the rest") {
    HCS_SYSTEM system = running_system("never");
    CHECK(system);
    CHECK(configured("{\"Faults\":[{\"Function\":\"HcsCreateProcess\",\"Count\":1,\"Never\":true}]}"));
    HCS_PROCESS process = NULL;
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsCreateProcess(system, wide(script("exec sleep 1000", ALL_STREAMS)), operation, NULL, &process) >= 0);
    PWSTR text = NULL;
    HCS_PROCESS_INFORMATION information;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForOperationResultAndProcessInfo(operation, 50, &information, &text));
    CHECK(text == NULL);
    HcsCancelOperation(operation);
    HcsCloseOperation(operation);
    if (process) HcsCloseProcess(process);
    CHECK(configured(NULL));
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(an_exit_is_told_though_the_terminate_never_completes, "the event is the truth, the operation a courtesy (B-28)") {
    HCS_SYSTEM system = running_system("never-terminate");
    struct event_log log = EVENT_LOG;
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &log, log_event));
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", OUTPUT), &process));
    CHECK(configured("{\"Faults\":[{\"Function\":\"HcsTerminateComputeSystem\",\"Count\":1,\"Never\":true}]}"));
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsTerminateComputeSystem(system, operation, NULL) >= 0);
    PWSTR text = NULL;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForOperationResult(operation, 50, &text));
    CHECK_EQUAL(OPERATION_PENDING_, HcsGetOperationResult(operation, &text));
    HcsCloseOperation(operation);
    CHECK(configured(NULL));
    const HRESULT again = terminate_system(system);
    CHECK(again >= 0 || again == SYSTEM_ALREADY_STOPPED_ || again == SYSTEM_NOT_FOUND_ || again == NOT_FOUND_);
    char *event = wait_for_event(&log, HcsEventSystemExited);
    CHECK(event);
    free(event);
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    release_process(&process);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, events_of(&log, HcsEventSystemExited));
    empty_log(&log);
    CHECK(nothing_is_left());
}

TEST(the_input_may_be_closed_again_and_late, "closing twice and closing after the exit are what copying tasks do (C-6, H-14)") {
    HCS_SYSTEM system = running_system("again");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("cat; exec sleep 1000", ALL_STREAMS), &process));
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    let_go(&process.input);
    modify_process(process.handle, CLOSE_STDIN); /* any answer, no harm */
    static const char *const others[] = {"StdOut", "StdErr", "All"};
    for (int at = 0; at < 3; ++at) {
        char request[128];
        snprintf(request, sizeof request, "{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"%s\"}}", others[at]);
        modify_process(process.handle, request);
    }
    CHECK(modify_process(process.handle, "{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdEverything\"}}") < 0);
    CHECK(modify_process(process.handle, "{\"Operation\":\"CloseHandle\"}") < 0);
    CHECK_EQUAL(0, terminate_process(process.handle));
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    CHECK(modify_process(process.handle, CLOSE_STDIN) < 0);
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_second_callback_over_the_first_is_refused_and_removed_ones_are_silent, "one registration per handle (D-1)") {
    HCS_SYSTEM system = running_system("d1");
    struct started_process process;
    struct event_log log = EVENT_LOG, other = EVENT_LOG;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("read line", "\"CreateStdInPipe\":true"), &process));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &log, log_event));
    CHECK_EQUAL(HR(0x80370119u), HcsSetProcessCallback(process.handle, HcsEventOptionNone, &other, log_event));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, NULL, NULL));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &other, log_event));
    CHECK(write_all(process.input, "\n", 1));
    char *event = wait_for_event(&other, HcsEventProcessExited);
    CHECK(event);
    free(event);
    release_process(&process);
    CHECK_EQUAL(0, log.count);
    CHECK_EQUAL(1, events_of(&other, HcsEventProcessExited));
    empty_log(&other);
    end_system(system);
    CHECK(nothing_is_left());
}

/* The byte through the pipe orders the two threads; the sanitizer, which loses sight of recycled descriptors, is told by this. */
static pthread_mutex_t told_lock = PTHREAD_MUTEX_INITIALIZER;

static void close_operation_inside(HCS_OPERATION operation, void *context) {
    PWSTR text = NULL;
    HCS_PROCESS_INFORMATION information;
    struct started_process *process = (struct started_process *)context;
    pthread_mutex_lock(&told_lock);
    if (HcsGetOperationResultAndProcessInfo(operation, &information, &text) >= 0) {
        process->id = information.ProcessId;
        process->output = stream_of(information.StdOutput);
    }
    pthread_mutex_unlock(&told_lock);
    free(take(text));
    HcsCloseOperation(operation);
    if (!write_all(process->input, "!", 1)) abort(); /* tells the test, through its own pipe */
}

TEST(pid_and_pipes_are_read_in_the_completion_callback, "the way of a client without a thread to wait (A-16, A-17)") {
    HCS_SYSTEM system = running_system("a17");
    struct started_process process = {NULL, 0, NO_STREAM, NO_STREAM, NO_STREAM};
    stream told = NO_STREAM;
    CHECK(system);
    CHECK(make_pipe(&told, &process.input));
    const HCS_OPERATION operation = HcsCreateOperation(&process, close_operation_inside);
    CHECK(HcsCreateProcess(system, wide(script("echo from the callback", OUTPUT)), operation, NULL, &process.handle) >= 0);
    char word = 0;
    CHECK_EQUAL(1, stream_read(told, &word, 1));
    let_go(&told);
    pthread_mutex_lock(&told_lock);
    pthread_mutex_unlock(&told_lock);
    CHECK(process.id > 1);
    CHECK(reads(process.output, "from the callback\n"));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(an_open_system_may_be_shut_down_with_the_host, "an exit hook ends all, and a later use begins anew or is refused") {
    HCS_SYSTEM system = running_system("shutdown");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script(DAEMON("sleep 1000") "; echo ready; exec sleep 1000", OUTPUT), &process));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK(hcsffi_shutdown() >= 0);
    CHECK(reads(process.output, ""));
    CHECK(hcsffi_shutdown() >= 0);
    HcsCloseProcess(process.handle); /* stale now: no harm */
    HcsCloseComputeSystem(system);
    let_go(&process.output);
    system = running_system("shutdown");
    if (system) end_system(system);
}

TEST(a_fork_is_refused_every_call_and_harms_nothing, "the threads that would answer are in the other process") {
#ifdef _WIN32
    SKIP("Windows has no fork");
#else
    HCS_SYSTEM system = running_system("fork");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("read line; exit 5", "\"CreateStdInPipe\":true"), &process));
    const pid_t child = fork();
    if (child == 0) {
        alarm(60);
        HCS_SYSTEM mine = NULL;
        PWSTR text = NULL;
        const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
        int refused = HcsTerminateComputeSystem(system, operation, NULL) < 0;
        refused = refused && HcsOpenComputeSystem(wide("fork"), 0x10000000, &mine) < 0;
        refused = refused && HcsWaitForProcessExit(process.handle, PATIENCE_MS, &text) < 0;
        HcsCloseProcess(process.handle);
        HcsCloseComputeSystem(system);
        hcsffi_shutdown();
        harness_exit_fork(refused ? 0 : 1);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK_EQUAL(0, WEXITSTATUS(status));
    CHECK_EQUAL(1, process_count(system));
    CHECK(write_all(process.input, "\n", 1));
    CHECK_EQUAL(5, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
#endif
}

TEST(a_killed_reaper_ends_the_system, "nothing may wait for ever for processes nobody watches") {
#ifdef _WIN32
    SKIP("a job object does the work of a reaper, and cannot be killed");
#else
    HCS_SYSTEM system = running_system("lost");
    struct event_log log = EVENT_LOG, process_log = EVENT_LOG;
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &log, log_event));
    CHECK_EQUAL(0, start_process(system, script(DAEMON("sleep 1000") "; echo $PPID; exec sleep 1000", OUTPUT), &process));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &process_log, log_event));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK_EQUAL(0, kill(atoi(line), SIGKILL)); /* the parent of a process is its reaper */
    char *event = wait_for_event(&log, HcsEventSystemExited);
    CHECK(event);
    CHECK(text_is(event, "ExitType", "UnexpectedExit"));
    free(event);
    event = wait_for_event(&process_log, HcsEventProcessExited);
    CHECK(event);
    free(event);
    CHECK(reads(process.output, ""));
    PWSTR text = NULL;
    CHECK_EQUAL(0, HcsWaitForComputeSystemExit(system, PATIENCE_MS, &text));
    free(take(text));
    release_process(&process);
    HcsCloseComputeSystem(system);
    empty_log(&log);
    empty_log(&process_log);
    CHECK(nothing_is_left());
#endif
}

TEST(a_machine_without_a_guest_runs_no_process, "nobody could start it there (C-11)") {
    HCS_SYSTEM system = NULL;
    struct started_process process;
    CHECK_EQUAL(0, create_system("c11", MACHINE, &system));
    CHECK_EQUAL(0, start_system(system));
    CHECK_EQUAL(HR(0x80070032u), start_process(system, script("exit 0", NULL), &process));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(processes_inside_are_listed_whoever_started_them, "daemons and orphans are the system's, and nothing else is (B-56)") {
    HCS_SYSTEM system = running_system("b56"), other = running_system("b56-other");
    struct started_process process, elsewhere;
    CHECK(system && other);
    CHECK_EQUAL(0, start_process(other, "{\"CommandLine\":\"sleep 1000\"}", &elsewhere));
    CHECK_EQUAL(0, start_process(system, script(DAEMON("sleep 1000") "; read line", "\"CreateStdInPipe\":true"), &process));
    life daemon; /* the test's time limit is the other way out */
    while ((daemon = life_beside(system, process.id, "sleep")) == NO_LIFE) wait_ms(1);
    CHECK_EQUAL(1, process_count(other));
    HCS_PROCESS stranger = NULL;
    CHECK_EQUAL(NOT_FOUND_, HcsOpenProcess(system, elsewhere.id, 0x10000000, &stranger));
    release_process(&process);
    release_process(&elsewhere);
    end_system(system);
    CHECK(life_ends(daemon, PATIENCE_MS));
    life_close(daemon);
    end_system(other);
    CHECK(nothing_is_left());
}
