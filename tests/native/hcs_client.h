/* A client of the plain C ABI for the tests: strings, operations, events and what is left behind. C11 and C++17. It knows the published
 * functions and documents and nothing of the host behind them. Text is UTF-8 here; every document a call hands out is freed here, too. */
#ifndef HCSFFI_TESTS_HCS_CLIENT_H
#define HCSFFI_TESTS_HCS_CLIENT_H

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "system.h"

#ifdef __cplusplus
extern "C" {
#endif
#include "hcs_cdef.h"
#ifdef __cplusplus
}
#endif

#define HR(code) ((HRESULT)(code))
#ifndef PATIENCE_MS
#define PATIENCE_MS 60000 /* against a hang, and nothing else */
#endif

#define E_INVALIDARG_ HR(0x80070057u)
#define E_HANDLE_ HR(0x80070006u)
#define E_UNEXPECTED_ HR(0x8000FFFFu)
#define NOT_FOUND_ HR(0x80070490u)
#define FILE_NOT_FOUND_ HR(0x80070002u)
#define INVALID_STATE_ HR(0x80370105u)
#define INVALID_JSON_ HR(0x8037010Du)
#define SYSTEM_NOT_FOUND_ HR(0x8037010Eu)
#define SYSTEM_ALREADY_EXISTS_ HR(0x8037010Fu)
#define SYSTEM_ALREADY_STOPPED_ HR(0x80370110u)
#define OPERATION_PENDING_ HR(0x80370117u)
#define OPERATION_TIMEOUT_ HR(0x80370118u)
#define SERVICE_DISCONNECT_ HR(0x8037011Eu)
#define PROCESS_ALREADY_STOPPED_ HR(0x8037011Fu)

/* ---- text ---- */

static inline size_t widen_one(const unsigned char *text, WCHAR *to) {
    static const unsigned char masks[] = {0x7F, 0x1F, 0x0F, 0x07};
    const size_t more = text[0] < 0x80 ? 0 : text[0] < 0xE0 ? 1 : text[0] < 0xF0 ? 2 : 3;
    uint32_t code = text[0] & masks[more];
    for (size_t at = 1; at <= more; ++at) code = code << 6 | (text[at] & 0x3Fu);
    if (code >= 0x10000) {
        to[0] = (WCHAR)(0xD800 + ((code - 0x10000) >> 10));
        to[1] = (WCHAR)(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        to[0] = (WCHAR)code;
    }
    return more + 1;
}

/* Valid until the same thread has widened seven more texts; NULL stays NULL. */
static inline PCWSTR wide(const char *text) {
    enum { KEPT = 8, MOST = 16384 };
    static __thread WCHAR kept[KEPT][MOST];
    static __thread unsigned next;
    if (!text) return NULL;
    if (strlen(text) >= MOST / 2) abort();
    WCHAR *to = kept[next++ % KEPT];
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        to[length] = to[length + 1] = 0;
        at += widen_one(at, to + length);
        length += to[length + 1] ? 2 : 1;
    }
    to[length] = 0;
    return to;
}

/* To be freed with free(); NULL stays NULL. */
static inline char *narrow(PCWSTR text) {
    if (!text) return NULL;
    size_t units = 0;
    while (text[units]) ++units;
    char *to = (char *)malloc(units * 3 + 1);
    size_t length = 0;
    for (size_t at = 0; at < units; ++at) {
        uint32_t code = text[at];
        if (code >= 0xD800 && code < 0xDC00 && at + 1 < units) code = 0x10000 + ((code - 0xD800) << 10) + (text[++at] - 0xDC00u);
        const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        static const unsigned char firsts[] = {0, 0xC0, 0xE0, 0xF0};
        for (int part = more; part >= 0; --part) {
            const uint32_t bits = code >> (6 * part);
            to[length++] = (char)(part == more ? firsts[more] | (bits & (more ? 0x3Fu : 0x7Fu)) : 0x80 | (bits & 0x3Fu));
        }
    }
    to[length] = '\0';
    return to;
}

/* Narrows and frees what a computecore or hcsffi function has handed out. */
static inline char *take(PWSTR text) {
    char *copy = narrow(text);
    if (text) hcsffi_local_free(text);
    return copy;
}

/* ---- documents, just enough ---- */

/* The text right behind "member":, blanks skipped; NULL when there is none at any depth. */
static inline const char *member(const char *document, const char *name) {
    char quoted[128];
    snprintf(quoted, sizeof quoted, "\"%s\"", name);
    const char *at = document ? strstr(document, quoted) : NULL;
    if (!at) return NULL;
    at += strlen(quoted);
    while (*at == ' ' || *at == '\n') ++at;
    if (*at != ':') return NULL;
    ++at;
    while (*at == ' ' || *at == '\n') ++at;
    return at;
}

/* -1 when there is none. */
static inline long long number_in(const char *document, const char *name) {
    const char *at = member(document, name);
    return at && (*at == '-' || (*at >= '0' && *at <= '9')) ? atoll(at) : -1;
}

static inline int text_is(const char *document, const char *name, const char *expected) {
    const char *at = member(document, name);
    const size_t length = strlen(expected);
    return at && at[0] == '"' && strncmp(at + 1, expected, length) == 0 && at[1 + length] == '"';
}

static inline int is_true(const char *document, const char *name) {
    const char *at = member(document, name);
    return at && strncmp(at, "true", 4) == 0;
}

static inline int count_of(const char *document, const char *piece) {
    int count = 0;
    for (const char *at = document; at && (at = strstr(at, piece)); at += strlen(piece)) ++count;
    return count;
}

/* ---- operations ---- */

/* The one outcome of a call with an operation, whether it came from the call or from the operation; *document is the caller's. */
static inline HRESULT outcome_of(HRESULT accepted, HCS_OPERATION operation, HCS_PROCESS_INFORMATION *information, char **document) {
    PWSTR text = NULL;
    HRESULT result = accepted;
    if (accepted >= 0)
        result = information ? HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, information, &text)
                             : HcsWaitForOperationResult(operation, PATIENCE_MS, &text);
    char *copy = take(text);
    if (document) {
        *document = copy;
    } else {
        free(copy);
    }
    HcsCloseOperation(operation);
    return result;
}

#define WITH_OPERATION(call) outcome_of((call), operation, NULL, NULL)

static const char CONTAINER[] =
    "{\"Owner\":\"native-tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Container\":{\"GuestOs\":{\"HostName\":\"inside\"}}}";
static const char CONTAINER_OF_LAST_HANDLE[] =
    "{\"Owner\":\"native-tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"ShouldTerminateOnLastHandleClosed\":true,\"Container\":{}}";
static const char MACHINE[] =
    "{\"Owner\":\"native-tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},"
    "\"VirtualMachine\":{\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":256},"
    "\"Processor\":{\"Count\":1}}}}";

static inline HRESULT create_system(const char *id, const char *configuration, HCS_SYSTEM *system) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsCreateComputeSystem(wide(id), wide(configuration), operation, NULL, system));
}

static inline HRESULT start_system(HCS_SYSTEM system) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsStartComputeSystem(system, operation, NULL));
}

static inline HRESULT shut_down_system(HCS_SYSTEM system) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsShutDownComputeSystem(system, operation, NULL));
}

static inline HRESULT terminate_system(HCS_SYSTEM system) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsTerminateComputeSystem(system, operation, NULL));
}

static inline HRESULT system_properties(HCS_SYSTEM system, const char *query, char **document) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return outcome_of(HcsGetComputeSystemProperties(system, operation, wide(query)), operation, NULL, document);
}

/* Created and started; NULL when that fails. */
static inline HCS_SYSTEM running_system(const char *id) {
    HCS_SYSTEM system = NULL;
    if (create_system(id, CONTAINER, &system) >= 0 && start_system(system) >= 0) return system;
    if (system) HcsCloseComputeSystem(system);
    return NULL;
}

static inline void end_system(HCS_SYSTEM system) {
    if (!system) return;
    terminate_system(system);
    HcsCloseComputeSystem(system);
}

struct started_process {
    HCS_PROCESS handle;
    uint32_t id;
    stream input, output, error;
};

/* Both ways to say that there is none are NO_STREAM here. */
static inline stream stream_of(HANDLE handle) { return handle == NULL ? NO_STREAM : (stream)handle; }

static inline HRESULT start_process_once(HCS_SYSTEM system, const char *parameters, struct started_process *process) {
    HCS_PROCESS_INFORMATION information;
    char *error = NULL;
    memset(&information, 0, sizeof information);
    memset(process, 0, sizeof *process);
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    const HRESULT result =
        outcome_of(HcsCreateProcess(system, wide(parameters), operation, NULL, &process->handle), operation, &information, &error);
    if (result == E_UNEXPECTED_) fprintf(stderr, "a start failed: %s\n", error ? error : "and nothing was said");
    free(error);
    process->id = information.ProcessId;
    process->input = stream_of(information.StdInput);
    process->output = stream_of(information.StdOutput);
    process->error = stream_of(information.StdError);
    return result;
}

/* Wine 8 loses one new process in a thousand while it comes up, and calls that an internal error: there the start is tried once more. */
static inline HRESULT start_process(HCS_SYSTEM system, const char *parameters, struct started_process *process) {
    const HRESULT result = start_process_once(system, parameters, process);
    if (result != E_UNEXPECTED_ || !on_wine()) return result;
    if (process->handle) HcsCloseProcess(process->handle);
    return start_process_once(system, parameters, process);
}

/* A shell script as process parameters, with further members ("\"CreateStdOutPipe\":true"); valid until the next call of the thread. */
static inline const char *script(const char *text, const char *members) {
    static __thread char parameters[8192];
    size_t length = (size_t)snprintf(parameters, sizeof parameters, "{\"CommandArgs\":[\"sh\",\"-c\",\"");
    for (const char *at = text; *at && length + 4 < sizeof parameters; ++at) {
        if (*at == '"' || *at == '\\') parameters[length++] = '\\';
        parameters[length++] = *at;
    }
    snprintf(parameters + length, sizeof parameters - length, "\"]%s%s}", members ? "," : "", members ? members : "");
    return parameters;
}

static inline void let_go(stream *which) {
    if (*which != NO_STREAM) stream_close(*which);
    *which = NO_STREAM;
}

static inline void release_process(struct started_process *process) {
    let_go(&process->input);
    let_go(&process->output);
    let_go(&process->error);
    if (process->handle) HcsCloseProcess(process->handle);
    process->handle = NULL;
}

/* The exit code, or -1. */
static inline long long exit_code_of(HCS_PROCESS process) {
    PWSTR text = NULL;
    const HRESULT result = HcsWaitForProcessExit(process, PATIENCE_MS, &text);
    char *status = take(text);
    const long long code = result >= 0 && is_true(status, "Exited") ? number_in(status, "ExitCode") : -1;
    free(status);
    return code;
}

static inline HRESULT terminate_process(HCS_PROCESS process) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsTerminateProcess(process, operation, NULL));
}

static inline HRESULT signal_process(HCS_PROCESS process, const char *options) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsSignalProcess(process, operation, wide(options)));
}

static inline HRESULT modify_process(HCS_PROCESS process, const char *request) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return WITH_OPERATION(HcsModifyProcess(process, operation, wide(request)));
}

static const char CLOSE_STDIN[] = "{\"Operation\":\"CloseHandle\",\"CloseHandle\":{\"Handle\":\"StdIn\"}}";

/* ---- streams ---- */

/* All until end-of-file, NUL-terminated; free() it. */
static inline char *read_to_end(stream from, size_t *length) {
    size_t size = 0, room = 65536;
    char *text = (char *)malloc(room);
    for (ptrdiff_t got; (got = stream_read(from, text + size, room - size - 1)) > 0;) {
        size += (size_t)got;
        if (size + 1 == room) text = (char *)realloc(text, room *= 2);
    }
    text[size] = '\0';
    if (length) *length = size;
    return text;
}

static inline int reads(stream from, const char *expected) {
    char *text = read_to_end(from, NULL);
    const int same = strcmp(text, expected) == 0;
    if (!same) fprintf(stderr, "read <%s>, not <%s>\n", text, expected);
    free(text);
    return same;
}

/* One line with its end in `line`; false at end-of-file. */
static inline int read_line(stream from, char *line, size_t size) {
    size_t length = 0;
    while (length + 1 < size && stream_read(from, line + length, 1) == 1)
        if (line[length++] == '\n') break;
    line[length] = '\0';
    return length > 0 && line[length - 1] == '\n';
}

static inline int write_all(stream to, const char *text, size_t length) {
    for (ptrdiff_t wrote; length > 0; text += wrote, length -= (size_t)wrote)
        if ((wrote = stream_write(to, text, length)) <= 0) return 0;
    return 1;
}

/* ---- events ---- */

enum { MOST_EVENTS = 64 };
struct event_log {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    int count;
    int types[MOST_EVENTS];
    char *texts[MOST_EVENTS];
};
#define EVENT_LOG                                                             \
    {                                                                         \
        PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, {0}, { NULL } \
    }

static inline void log_event(HCS_EVENT *event, void *context) {
    struct event_log *log = (struct event_log *)context;
    char *text = narrow(event->EventData);
    pthread_mutex_lock(&log->mutex);
    if (log->count == MOST_EVENTS) abort();
    log->types[log->count] = (int)event->Type;
    log->texts[log->count++] = text;
    pthread_cond_broadcast(&log->changed);
    pthread_mutex_unlock(&log->mutex);
}

static inline int events_of(struct event_log *log, int type) {
    int count = 0;
    pthread_mutex_lock(&log->mutex);
    for (int at = 0; at < log->count; ++at) count += log->types[at] == type;
    pthread_mutex_unlock(&log->mutex);
    return count;
}

/* The first event of the type, copied; NULL after the patience. An event without text gives "". */
static inline char *wait_for_event(struct event_log *log, int type) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE_MS / 1000;
    char *copy = NULL;
    pthread_mutex_lock(&log->mutex);
    for (int waiting = 1; waiting && !copy;) {
        for (int at = 0; at < log->count && !copy; ++at)
            if (log->types[at] == type) copy = strdup(log->texts[at] ? log->texts[at] : "");
        if (!copy) waiting = pthread_cond_timedwait(&log->changed, &log->mutex, &until) == 0;
    }
    pthread_mutex_unlock(&log->mutex);
    return copy;
}

/* Only after the handle that reports into it has been closed. */
static inline void empty_log(struct event_log *log) {
    for (int at = 0; at < log->count; ++at) free(log->texts[at]);
    log->count = 0;
}

/* ---- what is left behind ---- */

static inline long long counter(const char *name) {
    PWSTR text = NULL;
    if (hcsffi_counters(&text) < 0) return -1;
    char *counters = take(text);
    const long long value = number_in(counters, name);
    free(counters);
    return value;
}

/* True when no live object but threads, and `allowed`, is counted. The last words of an operation come from the host's threads: a few
 * seconds of grace, fewer than the host waits for a tool (20). */
static inline int nothing_is_left_but(const char *allowed) {
    char *counters = NULL;
    for (int turn = 0; turn < 1200; ++turn) {
        PWSTR text = NULL;
        free(counters);
        if (hcsffi_counters(&text) < 0) return 0;
        counters = take(text);
        int left = 0;
        for (const char *at = counters; (at = strstr(at, "\":")); at += 2) {
            const char *name = at;
            while (name > counters && name[-1] != '"') --name;
            left += strncmp(name, "Threads\"", 8) != 0 && strncmp(name, allowed, strlen(allowed)) != 0 && atoll(at + 2) != 0;
        }
        if (left == 0) {
            free(counters);
            return 1;
        }
        wait_ms(10);
    }
    fprintf(stderr, "left behind: %s\n", counters);
    free(counters);
    return 0;
}
static inline int nothing_is_left(void) { return nothing_is_left_but("Threads\""); }

#endif
