/* The call traces of section G of docs/behaviour.md: what existing clients really do, in their order. */
#define HARNESS_MODES be_a_victim
#include "harness.h"
#include "hcs_client.h"

static const char RUN[] =
    "\"WorkingDirectory\":\"/\",\"Environment\":{\"GREETING\":\"hi\"},\"CreateStdInPipe\":true,"
    "\"CreateStdOutPipe\":true,\"CreateStdErrPipe\":true";

/* An exit event by the limit a client has for it. */
static int exits_in_time(struct event_log *log) {
    char *event = wait_for_event(log, HcsEventSystemExited);
    free(event);
    return event != NULL;
}

/* With the folder of a layer. */
static const char PREPARED[] =
    "{\"Owner\":\"o\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"ShouldTerminateOnLastHandleClosed\":true,"
    "\"Container\":{\"GuestOs\":{\"HostName\":\"c1\"},"
    "\"Storage\":{\"Layers\":[{\"Id\":\"1a3348c8-c43b-5c1a-83f4-4bbff0d32f39\","
    "\"Path\":\"%s\"}],\"Path\":\"\\\\\\\\?\\\\Volume{3f4d2c1b-0000-0000-0000-000000000001}\\\\\"},"
    "\"Networking\":{\"AllowUnqualifiedDnsQuery\":true}}}";

static const char MARKER[] = "hcsffi-marker.json";

/* A folder that says it is a layer is one as far as a container asks. */
static int make_layer(char *folder, size_t size) {
    char path[600];
    if (!make_folder(folder, size)) return 0;
    snprintf(path, sizeof path, "%s/%s", folder, MARKER);
    FILE *marker = fopen(path, "wb");
    if (!marker) return 0;
    fputs("{\"Form\":1,\"Kind\":\"layer\"}\n", marker);
    return fclose(marker) == 0;
}

static void remove_layer(const char *folder) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, MARKER);
    remove_file(path);
    remove_folder(folder);
}

static void run_one_command(HCS_SYSTEM system) {
    struct event_log process_log = EVENT_LOG;
    /* G-5 */
    struct started_process process;
    CHECK_EQUAL(0, start_process(system, script("cat; echo $GREETING $HOSTNAME >&2", RUN), &process));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &process_log, log_event));
    CHECK(write_all(process.input, "line\n", 5));
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    let_go(&process.input);
    /* G-6 */
    char *event = wait_for_event(&process_log, HcsEventProcessExited);
    CHECK(event);
    CHECK_EQUAL(process.id, number_in(event, "ProcessId"));
    CHECK(is_true(event, "Exited"));
    CHECK_EQUAL(0, number_in(event, "ExitCode"));
    CHECK_EQUAL(0, number_in(event, "LastWaitResult"));
    free(event);
    CHECK(reads(process.output, "line\n"));
    CHECK(reads(process.error, "hi c1\n"));
    release_process(&process);
    empty_log(&process_log);
}

TEST(a_container_runs_one_command_and_is_taken_down, "the trace of every container start (G-3 to G-7)") {
    HCS_SYSTEM system = NULL;
    struct event_log system_log = EVENT_LOG;
    /* G-3 */
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(operation);
    char layer[512], document[1024];
    CHECK(make_layer(layer, sizeof layer));
    snprintf(document, sizeof document, PREPARED, layer);
    CHECK_EQUAL(0, HcsCreateComputeSystem(wide("g1"), wide(document), operation, NULL, &system));
    CHECK(system);
    PWSTR text = NULL;
    CHECK_EQUAL(0, HcsWaitForOperationResult(operation, 240000, &text));
    free(take(text));
    HcsCloseOperation(operation);
    /* G-4 */
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &system_log, log_event));
    char *properties = NULL;
    CHECK_EQUAL(0, system_properties(system, "{\"PropertyTypes\":[]}", &properties));
    CHECK(text_is(properties, "SystemType", "Container"));
    CHECK(text_is(properties, "Owner", "o"));
    CHECK(text_is(properties, "State", "Created"));
    CHECK(text_is(properties, "Id", "g1"));
    free(properties);
    CHECK_EQUAL(0, start_system(system));
    run_one_command(system);
    CHECK_EQUAL(0, system_properties(system, NULL, &properties));
    CHECK(text_is(properties, "State", "Running"));
    free(properties);
    /* G-7 */
    CHECK_EQUAL(0, events_of(&system_log, HcsEventSystemExited));
    CHECK_EQUAL(0, shut_down_system(system));
    CHECK(exits_in_time(&system_log));
    text = NULL;
    CHECK_EQUAL(0, HcsWaitForComputeSystemExit(system, 30000, &text)); /* B-47: for an exit in the past */
    char *status = take(text);
    CHECK(text_is(status, "ExitType", "GracefulExit"));
    free(status);
    HcsCloseComputeSystem(system);
    empty_log(&system_log);
    remove_layer(layer);
    CHECK(nothing_is_left());
}

TEST(a_shutdown_that_hangs_is_followed_by_terminate, "the ladder of every stop (G-7, H-2)") {
    HCS_SYSTEM system = running_system("g7");
    struct event_log log = EVENT_LOG;
    struct started_process process;
    char line[32];
    CHECK(system);
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &log, log_event));
    CHECK_EQUAL(0,
                start_process(system, script("trap '' TERM INT HUP; echo ready; while :; do sleep 0.05; done", "\"CreateStdOutPipe\":true"),
                              &process));
    CHECK(read_line(process.output, line, sizeof line));
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL); /* fire and forget, as shipping clients do */
    CHECK(HcsShutDownComputeSystem(system, operation, wide("")) >= 0);
    HcsCloseOperation(operation);
    const HRESULT result = terminate_system(system);
    CHECK(result >= 0 || result == SYSTEM_ALREADY_STOPPED_ || result == SYSTEM_NOT_FOUND_ || result == NOT_FOUND_);
    CHECK(exits_in_time(&log));
    CHECK(exit_code_of(process.handle) > 0);
    release_process(&process);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, events_of(&log, HcsEventSystemExited));
    empty_log(&log);
    CHECK(nothing_is_left());
}

TEST(a_half_made_system_is_terminated_and_its_id_is_free, "a create that failed later must not block the next run (G-9, H-1, H-11)") {
    HCS_SYSTEM system = NULL;
    struct started_process process;
    for (int turn = 0; turn < 3; ++turn) {
        CHECK_EQUAL(0, create_system("g9", CONTAINER, &system));
        if (turn > 0) CHECK_EQUAL(0, start_system(system));
        if (turn > 1) {
            CHECK_EQUAL(FILE_NOT_FOUND_, start_process(system, "{\"CommandLine\":\"no-such-program\"}", &process));
            release_process(&process);
        }
        HCS_SYSTEM second = NULL;
        CHECK_EQUAL(SYSTEM_ALREADY_EXISTS_, create_system("g9", CONTAINER, &second));
        if (second) HcsCloseComputeSystem(second); /* B-4 */
        CHECK_EQUAL(0, terminate_system(system));
        HcsCloseComputeSystem(system);
    }
    CHECK(nothing_is_left());
}

TEST(leaked_systems_are_found_by_owner_and_swept, "the first thing a client does after its own crash (G-16)") {
    static const char *const ids[] = {"leak-1", "leak-2", "leak-3"};
    for (int at = 0; at < 3; ++at) {
        HCS_SYSTEM system = running_system(ids[at]);
        struct started_process process;
        CHECK(system);
        CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", NULL), &process));
        release_process(&process);
        HcsCloseComputeSystem(system); /* not flagged: it runs on */
    }
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    char *list = NULL;
    CHECK_EQUAL(0, outcome_of(HcsEnumerateComputeSystems(wide("{\"Owners\":[\"native-tests\"]}"), operation), operation, NULL, &list));
    CHECK_EQUAL(3, count_of(list, "\"SystemType\""));
    for (int at = 0; at < 3; ++at) CHECK(strstr(list, ids[at]));
    free(list);
    for (int at = 0; at < 3; ++at) {
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(0, HcsOpenComputeSystem(wide(ids[at]), 0x10000000, &system));
        CHECK_EQUAL(0, terminate_system(system));
        PWSTR text = NULL;
        CHECK_EQUAL(0, HcsWaitForComputeSystemExit(system, PATIENCE_MS, &text));
        free(take(text));
        HcsCloseComputeSystem(system);
        CHECK_EQUAL(SYSTEM_NOT_FOUND_, HcsOpenComputeSystem(wide(ids[at]), 0x10000000, &system));
    }
    operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(0, outcome_of(HcsEnumerateComputeSystems(wide("{\"Owners\":[\"native-tests\"]}"), operation), operation, NULL, &list));
    CHECK_EQUAL(0, count_of(list, "\"SystemType\""));
    free(list);
    CHECK(nothing_is_left());
}

TEST(a_system_runs_on_without_handles_and_is_opened_by_id, "systems live in the service, not in a handle (G-17)") {
    HCS_SYSTEM system = running_system("g17");
    struct started_process process, quick;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("read line; exit 3", "\"CreateStdInPipe\":true"), &process));
    CHECK_EQUAL(0, start_process(system, script("read line; exit 0", "\"CreateStdInPipe\":true"), &quick));
    HcsCloseProcess(process.handle);
    HcsCloseComputeSystem(system);
    CHECK(write_all(quick.input, "\n", 1));
    CHECK_EQUAL(0, exit_code_of(quick.handle)); /* a process handle outlives the system handle it came from */
    const uint32_t gone = quick.id;
    release_process(&quick);
    CHECK_EQUAL(0, HcsOpenComputeSystem(wide("g17"), 0x10000000, &system));
    CHECK_EQUAL(NOT_FOUND_, HcsOpenProcess(system, gone, 0x10000000, &quick.handle));
    CHECK_EQUAL(0, HcsOpenProcess(system, process.id, 0x10000000, &process.handle));
    CHECK(write_all(process.input, "\n", 1));
    CHECK_EQUAL(3, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_kill_goes_past_a_blocked_signal_by_second_handles, "signals queue per system handle (G-20, C-17)") {
    HCS_SYSTEM system = running_system("g20"), second = NULL;
    struct started_process process;
    char line[32];
    CHECK(system);
    CHECK_EQUAL(
        0, start_process(system, script("trap '' TERM; echo ready; while :; do sleep 0.05; done", "\"CreateStdOutPipe\":true"), &process));
    CHECK(read_line(process.output, line, sizeof line));
    const HCS_OPERATION blocked = HcsCreateOperation(NULL, NULL);
    CHECK(HcsSignalProcess(process.handle, blocked, wide("{\"Signal\":\"CtrlShutdown\"}")) >= 0);
    CHECK_EQUAL(0, HcsOpenComputeSystem(wide("g20"), 0x10000000, &second));
    HCS_PROCESS killed = NULL;
    CHECK_EQUAL(0, HcsOpenProcess(second, process.id, 0x10000000, &killed));
    CHECK_EQUAL(0, terminate_process(killed));
    CHECK_EQUAL(KILLED, exit_code_of(killed));
    HcsCloseProcess(killed);
    HcsCloseComputeSystem(second);
    const HRESULT told = outcome_of(0, blocked, NULL, NULL);
    CHECK(told == 0 || told == PROCESS_ALREADY_STOPPED_); /* the kill may have been the quicker one */
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(the_service_dies_and_comes_back, "every registration hears of it once, and new systems work afterwards (G-18, D-6, D-7)") {
    HCS_SYSTEM system = running_system("g18");
    struct started_process process;
    struct event_log system_log = EVENT_LOG, process_log = EVENT_LOG;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", "\"CreateStdOutPipe\":true"), &process));
    CHECK_EQUAL(0, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &system_log, log_event));
    CHECK_EQUAL(0, HcsSetProcessCallback(process.handle, HcsEventOptionNone, &process_log, log_event));
    PWSTR text = NULL;
    CHECK(hcsffi_configure(wide("{\"ServiceDisconnect\":true}"), &text) >= 0);
    free(take(text));
    char *event = wait_for_event(&system_log, HcsEventServiceDisconnect);
    CHECK(event);
    free(event);
    event = wait_for_event(&process_log, HcsEventServiceDisconnect);
    CHECK(event);
    free(event);
    text = NULL;
    CHECK_EQUAL(SERVICE_DISCONNECT_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, &text));
    free(take(text));
    text = NULL;
    CHECK_EQUAL(SERVICE_DISCONNECT_, HcsWaitForProcessExit(process.handle, PATIENCE_MS, &text));
    free(take(text));
    release_process(&process);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, events_of(&system_log, HcsEventServiceDisconnect));
    CHECK_EQUAL(1, events_of(&process_log, HcsEventServiceDisconnect));
    empty_log(&system_log);
    empty_log(&process_log);
    text = NULL;
    CHECK(hcsffi_configure(NULL, &text) >= 0);
    free(take(text));
    system = running_system("g18-again");
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("exit 8", NULL), &process));
    CHECK_EQUAL(8, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    if (HcsOpenComputeSystem(wide("g18"), 0x10000000, &system) >= 0) end_system(system); /* it may have lived on */
    CHECK(nothing_is_left());
}

TEST(the_last_handle_takes_a_flagged_system_along, "closing is how such a client cleans up, and how its crash does (B-41, B-42)") {
    HCS_SYSTEM system = NULL, second = NULL;
    struct started_process process;
    CHECK_EQUAL(0, create_system("b41", CONTAINER_OF_LAST_HANDLE, &system));
    CHECK_EQUAL(0, start_system(system));
    CHECK_EQUAL(0, HcsOpenComputeSystem(wide("b41"), 0x10000000, &second));
    CHECK_EQUAL(0,
                start_process(system, script(DAEMON("sleep 1000") "; echo ready; exec sleep 1000", "\"CreateStdOutPipe\":true"), &process));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    HcsCloseComputeSystem(system);
    PWSTR text = NULL;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForProcessExit(process.handle, 50, &text));
    HcsCloseComputeSystem(second);
    CHECK(reads(process.output, "")); /* ends when the daemon is dead, too */
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    release_process(&process);
    CHECK(nothing_is_left());
    CHECK_EQUAL(SYSTEM_NOT_FOUND_, HcsOpenComputeSystem(wide("b41"), 0x10000000, &system));
}

/* The mode in which this program is the client that gets killed: prints its two processes and waits for the kill. */
static int be_a_victim(int count, char **arguments) {
    if (count != 2 || strcmp(arguments[1], "--victim") != 0) return -1;
    char line[64];
    struct started_process process;
    HCS_SYSTEM system = running_system("g16");
    if (!system ||
        start_process(system, script(DAEMON("sh -c 'echo $$; exec sleep 1000'") "; echo $$; exec sleep 1000", "\"CreateStdOutPipe\":true"),
                      &process) < 0)
        return 1;
    for (int at = 0; at < 2 && read_line(process.output, line, sizeof line); ++at) fputs(line, stdout);
    fflush(stdout);
    for (;;) wait_ms(1000);
}

TEST(a_killed_client_leaves_no_process_behind, "in this host systems live in the client's process: nothing else could end them (G-16)") {
    static const char *const words[] = {"--victim", NULL};
    struct child client;
    life lives[2];
    long long status = -1;
    CHECK(start_self(&client, CHILD_TALKS_TO_US, words));
    for (int at = 0; at < 2; ++at) {
        char line[64];
        CHECK(read_line(client.output, line, sizeof line));
        lives[at] = life_of((uint32_t)atoi(line));
        CHECK(lives[at] != NO_LIFE);
    }
    CHECK(!life_ends(lives[0], 0) && !life_ends(lives[1], 0));
    child_kill(&client);
    for (int at = 0; at < 2; ++at) {
        CHECK(life_ends(lives[at], PATIENCE_MS));
        life_close(lives[at]);
    }
    CHECK(child_ends(&client, PATIENCE_MS, &status));
    CHECK_EQUAL(KILLED, status);
    child_close(&client);
}

TEST(a_machine_pauses_saves_resumes_and_ends, "the life of a VM without a guest (B-21, B-34, B-35)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(0, create_system("vm", MACHINE, &system));
    CHECK_EQUAL(0, start_system(system));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(0, WITH_OPERATION(HcsPauseComputeSystem(system, operation, NULL)));
    char *properties = NULL;
    CHECK_EQUAL(0, system_properties(system, NULL, &properties));
    CHECK(text_is(properties, "State", "Paused"));
    CHECK(text_is(properties, "SystemType", "VirtualMachine"));
    free(properties);
    operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(INVALID_STATE_, WITH_OPERATION(HcsPauseComputeSystem(system, operation, NULL)));
    operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(0, WITH_OPERATION(HcsResumeComputeSystem(system, operation, wide(""))));
    CHECK_EQUAL(0, system_properties(system, NULL, &properties));
    CHECK(text_is(properties, "State", "Running"));
    free(properties);
    CHECK_EQUAL(0, terminate_system(system));
    HcsCloseComputeSystem(system);
    CHECK(nothing_is_left());
}

TEST(a_container_refuses_to_pause_and_stays_as_it_is, "freezing is for machines (B-33)") {
    HCS_SYSTEM system = running_system("b33");
    CHECK(system);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(WITH_OPERATION(HcsPauseComputeSystem(system, operation, NULL)) < 0);
    char *properties = NULL;
    CHECK_EQUAL(0, system_properties(system, NULL, &properties));
    CHECK(text_is(properties, "State", "Running"));
    free(properties);
    end_system(system);
    CHECK(nothing_is_left());
}
