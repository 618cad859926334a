/* One whole life of a compute system through the plain C ABI, with a client that survives every refusal and checks everything else
 * (living.h). */
#include "living.h"

#define HcsCreateOperation(...) IN_HOST(HcsCreateOperation(__VA_ARGS__))
#define HcsCloseOperation(...) IN_HOST_SILENT(HcsCloseOperation(__VA_ARGS__))
#define HcsWaitForOperationResult(...) IN_HOST(HcsWaitForOperationResult(__VA_ARGS__))
#define HcsWaitForOperationResultAndProcessInfo(...) IN_HOST(HcsWaitForOperationResultAndProcessInfo(__VA_ARGS__))
#define HcsCreateComputeSystem(...) IN_HOST(HcsCreateComputeSystem(__VA_ARGS__))
#define HcsOpenComputeSystem(...) IN_HOST(HcsOpenComputeSystem(__VA_ARGS__))
#define HcsSetComputeSystemCallback(...) IN_HOST(HcsSetComputeSystemCallback(__VA_ARGS__))
#define HcsStartComputeSystem(...) IN_HOST(HcsStartComputeSystem(__VA_ARGS__))
#define HcsPauseComputeSystem(...) IN_HOST(HcsPauseComputeSystem(__VA_ARGS__))
#define HcsResumeComputeSystem(...) IN_HOST(HcsResumeComputeSystem(__VA_ARGS__))
#define HcsTerminateComputeSystem(...) IN_HOST(HcsTerminateComputeSystem(__VA_ARGS__))
#define HcsCloseComputeSystem(...) IN_HOST_SILENT(HcsCloseComputeSystem(__VA_ARGS__))
#define HcsGetComputeSystemProperties(...) IN_HOST(HcsGetComputeSystemProperties(__VA_ARGS__))
#define HcsEnumerateComputeSystems(...) IN_HOST(HcsEnumerateComputeSystems(__VA_ARGS__))
#define HcsCreateProcess(...) IN_HOST(HcsCreateProcess(__VA_ARGS__))
#define HcsSignalProcess(...) IN_HOST(HcsSignalProcess(__VA_ARGS__))
#define HcsTerminateProcess(...) IN_HOST(HcsTerminateProcess(__VA_ARGS__))
#define HcsWaitForProcessExit(...) IN_HOST(HcsWaitForProcessExit(__VA_ARGS__))
#define HcsCloseProcess(...) IN_HOST_SILENT(HcsCloseProcess(__VA_ARGS__))
#define hcsffi_counters(...) IN_HOST(hcsffi_counters(__VA_ARGS__))
#define hcsffi_local_free(...) IN_HOST_SILENT(hcsffi_local_free(__VA_ARGS__))
#define hcsffi_shutdown(...) IN_HOST(hcsffi_shutdown(__VA_ARGS__))
#include "hcs_client.h"

#ifdef LIVES_ENCLOSED
enum { IS_ENCLOSED = 1 };
#else
enum { IS_ENCLOSED = 0 };
#endif
#define ENCLOSED                                                                                                          \
    "{\"Owner\":\"tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Container\":{\"GuestOs\":{\"HostName\":\"web\"}," \
    "\"MappedDirectories\":[{\"HostPath\":\"/usr\",\"ContainerPath\":\"/mapped\",\"ReadOnly\":true}]}}"
#define OUT_OF_MEMORY_ HR(0x8007000Eu)

/* ---- answers ---- */

static bool went(const char *step, HRESULT code, const char *document) { return told(step, code, member(document, "ErrorMessage")); }

static HCS_OPERATION operation_for(const char *step) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    if (!operation) went(step, OUT_OF_MEMORY_, NULL); /* the only reason there can be: the function answers no code */
    return operation;
}

/* The outcome of a call with an operation; *document is the caller's, if it was carried out. */
static bool outcome(const char *step, HCS_OPERATION operation, HRESULT accepted, HCS_PROCESS_INFORMATION *information, char **document) {
    char *text = NULL;
    const HRESULT code = outcome_of(accepted, operation, information, &text);
    const bool carried_out = went(step, code, text);
    if (document && carried_out) {
        *document = text;
    } else {
        free(text);
    }
    return carried_out;
}

/* A call that takes `operation` by that name. */
#define ASKED(step, call)                                                 \
    ({                                                                    \
        const HCS_OPERATION operation = operation_for(step);              \
        operation ? outcome(step, operation, (call), NULL, NULL) : false; \
    })

/* ---- processes ---- */

#define PIPES "\"CreateStdInPipe\":true,\"CreateStdOutPipe\":true,\"CreateStdErrPipe\":true"
#define OUTPUT "\"CreateStdOutPipe\":true"

static bool started(const char *step, HCS_SYSTEM system, const char *parameters, struct started_process *process) {
    HCS_PROCESS_INFORMATION information;
    memset(&information, 0, sizeof information);
    memset(process, 0, sizeof *process);
    const HCS_OPERATION operation = operation_for(step);
    HRESULT accepted = OUT_OF_MEMORY_;
    if (operation) accepted = HcsCreateProcess(system, wide(parameters), operation, NULL, &process->handle);
    const bool runs = operation && outcome(step, operation, accepted, &information, NULL);
    process->id = information.ProcessId;
    process->input = stream_of(information.StdInput);
    process->output = stream_of(information.StdOutput);
    process->error = stream_of(information.StdError);
    if (!runs) release_process(process);
    return runs;
}

static void expect_text(const char *step, stream from, const char *expected) {
    char *text = read_to_end(from, NULL);
    if (strcmp(text, expected) != 0 && !kills_happen) fault("%s wrote <%s>, not <%s>", step, text, expected);
    free(text);
}

static void expect_exit(const char *step, HCS_PROCESS process, long long expected) {
    PWSTR text = NULL;
    const HRESULT code = HcsWaitForProcessExit(process, PATIENCE_MS, &text);
    char *status = take(text);
    if (went(step, code, status) && !kills_happen && (!is_true(status, "Exited") || number_in(status, "ExitCode") != expected))
        fault("%s: not %lld but %s", step, expected, status ? status : "nothing");
    free(status);
}

/* A process that reads, writes to both of its outputs and exits by itself. */
static void talk(HCS_SYSTEM system) {
    struct started_process process;
    const char *text = "read line; echo \"out $line\"; echo \"err $line\" >&2; exit 5";
    if (!started("start of a talk", system, script(text, PIPES), &process)) return;
    if (!write_all(process.input, "hello\n", 6) && !kills_happen) fault("nobody reads the input");
    expect_text("standard output", process.output, "out hello\n");
    expect_text("standard error", process.error, "err hello\n");
    expect_exit("exit of a talk", process.handle, 5);
    release_process(&process);
}

static void talk_on_terminal(HCS_SYSTEM system) {
    struct started_process process;
    if (!started("start on a terminal", system, script("echo seen; exit 3", "\"EmulateConsole\":true," OUTPUT), &process)) return;
    expect_text("the terminal", process.output, "seen\r\n");
    expect_exit("exit on a terminal", process.handle, 3);
    release_process(&process);
}

/* Only a refusal is right. */
static void ask_for_nothing(HCS_SYSTEM system) {
    struct started_process process;
    HCS_PROCESS_INFORMATION information;
    char *text = NULL;
    const HCS_OPERATION operation = operation_for("start of nothing");
    if (!operation) return;
    memset(&process, 0, sizeof process);
    const HRESULT accepted = HcsCreateProcess(system, wide("{\"CommandArgs\":[\"/no/such/program\"]}"), operation, NULL, &process.handle);
    const HRESULT code = outcome_of(accepted, operation, &information, &text);
    printf("start of nothing 0x%08X\n", (unsigned)code);
    if (code >= 0 && !kills_happen) fault("a program that does not exist was started");
    if (!says_why(code, member(text, "ErrorMessage"))) fault("start of nothing answers 0x%08X and does not say why", (unsigned)code);
    if (at_peace && code != FILE_NOT_FOUND_) fault("start of nothing is refused for the wrong reason: 0x%08X", (unsigned)code);
    free(text);
    process.input = process.output = process.error = NO_STREAM;
    release_process(&process);
}

/* A process that goes on until it is told to end, and a daemon of it that only the end of the system ends. */
static bool start_listening(HCS_SYSTEM system, struct started_process *process, uint32_t *daemon_id) {
    char line[32];
    const char *text = "trap 'exit 9' TERM; " DAEMON("sh -c 'echo $$; exec sleep 1000'") "; read line; sleep 1000 & wait";
    if (!started("start of a listener", system, script(text, "\"CreateStdInPipe\":true," OUTPUT), process)) return false;
    if (read_line(process->output, line, sizeof line)) {
        *daemon_id = (uint32_t)atoll(line);
    } else if (!kills_happen) {
        fault("the listener says nothing");
    }
    return true;
}

static void look(HCS_SYSTEM system, uint32_t listener_id, uint32_t daemon_id) {
    char *document = NULL;
    const HCS_OPERATION operation = operation_for("properties");
    if (!operation) return;
    const HRESULT accepted = HcsGetComputeSystemProperties(system, operation, wide("{\"PropertyTypes\":[\"Statistics\",\"ProcessList\"]}"));
    if (!outcome("properties", operation, accepted, NULL, &document)) return;
    const uint32_t ids[] = {listener_id, daemon_id};
    for (int at = 0; at < 2; ++at) {
        char row[64];
        snprintf(row, sizeof row, "\"ProcessId\":%u,", (unsigned)ids[at]);
        if (ids[at] && !kills_happen && count_of(document, row) != 1)
            fault("process %u is not in the list: %s", (unsigned)ids[at], document);
    }
    if (listener_id && !kills_happen && number_in(document, "MemoryUsagePrivateWorkingSetBytes") <= 0)
        fault("statistics of nothing: %s", document);
    free(document);
}

static void look_around(void) {
    char *document = NULL;
    HCS_SYSTEM again = NULL;
    HCS_OPERATION operation = operation_for("enumeration");
    if (operation && outcome("enumeration", operation, HcsEnumerateComputeSystems(NULL, operation), NULL, &document)) {
        if (count_of(document, "\"Id\":\"life\"") != 1 && !kills_happen) fault("the system is not listed: %s", document);
        free(document);
    }
    if (went("open", HcsOpenComputeSystem(wide("life"), 0, &again), NULL)) HcsCloseComputeSystem(again);
}

static void run_processes(HCS_SYSTEM system) {
    struct started_process listener;
    uint32_t daemon_id = 0;
    talk(system);
    talk_on_terminal(system);
    ask_for_nothing(system);
    const bool listens = start_listening(system, &listener, &daemon_id);
    look(system, listens ? listener.id : 0, daemon_id);
    look_around();
    if (!listens) return;
    if (ASKED("signal", HcsSignalProcess(listener.handle, operation, wide("{\"Signal\":\"CtrlShutdown\"}")))) {
        let_go(&listener.input); /* a shell that is signalled just before it reads heeds that when it has read */
        expect_exit("exit by signal", listener.handle, 9);
    } else if (ASKED("kill", HcsTerminateProcess(listener.handle, operation, NULL))) {
        expect_exit("exit by kill", listener.handle, KILLED);
    }
    release_process(&listener);
}

/* ---- systems ---- */

static void forget_event(HCS_EVENT *event, void *context) {
    (void)context;
    announce(ANNOUNCE_LEAVE); /* on a thread of the host, but the client's code */
    if (event->Type == HcsEventSystemExited) puts("the system has ended");
    announce(ANNOUNCE_ENTRY);
}

/* Inside it is another's number. Who is left is seen by whoever started the life. */
static void expect_ended(uint32_t id) {
    if (!IS_ENCLOSED && id && kill((pid_t)id, 0) == 0) fault("process %u has outlived its system", (unsigned)id);
}

/* What has ended already answers so: that is no refusal. */
static bool has_ended(HRESULT code) {
    return code >= 0 || code == SYSTEM_ALREADY_STOPPED_ || code == INVALID_STATE_ || code == SYSTEM_NOT_FOUND_ || code == HR(0x80370106u);
}

static void end(const char *id, HCS_SYSTEM system) {
    if (ASKED("terminate", HcsTerminateComputeSystem(system, operation, NULL)) || at_peace) return;
    announce_peace();
    const HRESULT code = terminate_system(system);
    printf("second terminate 0x%08X\n", (unsigned)code);
    if (!has_ended(code)) fault("the system \"%s\" cannot be terminated: 0x%08X", id, (unsigned)code);
}

#ifndef LIVES_ENCLOSED
/* A system without processes can do what one with them cannot. */
static void live_as_machine(void) {
    HCS_SYSTEM machine = NULL;
    if (ASKED("create of a machine", HcsCreateComputeSystem(wide("machine"), wide(MACHINE), operation, NULL, &machine))) {
        ASKED("start of a machine", HcsStartComputeSystem(machine, operation, NULL));
        ASKED("pause", HcsPauseComputeSystem(machine, operation, NULL));
        ASKED("resume", HcsResumeComputeSystem(machine, operation, NULL));
        end("machine", machine);
    }
    if (machine) HcsCloseComputeSystem(machine);
}
#endif

static void live(void) {
    HCS_SYSTEM system = NULL;
    if (!ASKED("create", HcsCreateComputeSystem(wide("life"), wide(IS_ENCLOSED ? ENCLOSED : CONTAINER), operation, NULL, &system)) ||
        !system) {
        if (system) HcsCloseComputeSystem(system);
        return;
    }
    went("callback", HcsSetComputeSystemCallback(system, HcsEventOptionNone, NULL, forget_event), NULL);
    struct started_process left;
    uint32_t daemon_id = 0;
    memset(&left, 0, sizeof left);
    if (ASKED("start", HcsStartComputeSystem(system, operation, NULL))) {
        run_processes(system);
        start_listening(system, &left, &daemon_id);
    }
    end("life", system);
    expect_ended(left.handle ? left.id : 0);
    expect_ended(daemon_id);
    if (left.handle) release_process(&left);
    HcsCloseComputeSystem(system);
}

/* ---- what is left ---- */

static void expect_nothing_of_it(void) {
    static const char *const ids[] = {"life", "machine"};
    for (int at = 0; at < 2; ++at) {
        HCS_SYSTEM system = NULL;
        const HRESULT code = HcsOpenComputeSystem(wide(ids[at]), 0, &system);
        if (code != SYSTEM_NOT_FOUND_) fault("the system \"%s\" is still there: 0x%08X", ids[at], (unsigned)code);
        if (system) HcsCloseComputeSystem(system);
    }
    if (!nothing_is_left()) fault("objects are left");
}

static HRESULT shut_down(void) { return hcsffi_shutdown(); }

#ifndef LIVES_ENCLOSED
static void live_both(void) {
    live();
    live_as_machine();
}

int main(void) { return live_twice(live_both, expect_nothing_of_it, shut_down); }
#endif
