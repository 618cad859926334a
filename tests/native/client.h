/* A client of the C surface for the tests: text in, outcome out, and everything it was given back. C11 and C++17. */
#ifndef HCSFFI_TESTS_CLIENT_H
#define HCSFFI_TESTS_CLIENT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

#ifdef __cplusplus
extern "C" {
#endif
#include "hcs_cdef.h"
#ifdef __cplusplus
}
#endif

#define W(text) ((PCWSTR)u"" text)
#define HR(value) ((HRESULT)(value##u))

enum { PATIENCE_MS = 60000 /* against a hang, and nothing else */, LONGEST_DOCUMENT = 65536 };

static const HRESULT S_OK_ = 0;

/* What a call and its operation came to; `document` is "" when there was none. */
struct answer {
    HRESULT called;
    HRESULT completed;
    bool has_document;
    char document[LONGEST_DOCUMENT];
};

/* Copies a result into `text` (documents of the tests are ASCII; the rest becomes '?') and gives it back. */
static inline bool take_text(PWSTR result, char *text, size_t size) {
    if (size > 0) text[0] = 0;
    if (result == NULL) return false;
    size_t at = 0;
    for (; result[at] != 0 && at + 1 < size; ++at) text[at] = result[at] < 128 ? (char)result[at] : '?';
    text[at] = 0;
    hcsffi_local_free(result);
    return true;
}

static inline struct answer await_answer(HRESULT called, HCS_OPERATION operation) {
    static __thread struct answer answer;
    PWSTR document = NULL;
    answer.called = called;
    answer.completed =
        called < 0 ? HcsGetOperationResult(operation, &document) : HcsWaitForOperationResult(operation, PATIENCE_MS, &document);
    answer.has_document = take_text(document, answer.document, sizeof answer.document);
    HcsCloseOperation(operation);
    return answer;
}

/* RUN(HcsStartComputeSystem, system, NULL): the call with an operation of its own, waited for. */
typedef HRESULT (*system_request)(HCS_SYSTEM, HCS_OPERATION, PCWSTR);
typedef HRESULT (*process_request)(HCS_PROCESS, HCS_OPERATION, PCWSTR);

static inline struct answer run_on_system(system_request request, HCS_SYSTEM system, PCWSTR text) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return await_answer(request(system, operation, text), operation);
}

static inline struct answer run_on_process(process_request request, HCS_PROCESS process, PCWSTR text) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return await_answer(request(process, operation, text), operation);
}

static inline struct answer modify(HCS_SYSTEM system, PCWSTR text) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return await_answer(HcsModifyComputeSystem(system, operation, text, NULL), operation);
}

static inline struct answer create(PCWSTR id, PCWSTR configuration, HCS_SYSTEM *system) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return await_answer(HcsCreateComputeSystem(id, configuration, operation, NULL, system), operation);
}

static inline struct answer enumerate(PCWSTR query) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return await_answer(HcsEnumerateComputeSystems(query, operation), operation);
}

/* Ends a system whatever its state, and closes the handle. */
static inline void discard(HCS_SYSTEM system) {
    if (system == NULL) return;
    run_on_system(HcsTerminateComputeSystem, system, NULL);
    HcsCloseComputeSystem(system);
}

static inline HRESULT configure(PCWSTR configuration) {
    char reason[1024];
    PWSTR document = NULL;
    const HRESULT code = hcsffi_configure(configuration, &document);
    if (take_text(document, reason, sizeof reason) && code < 0) fprintf(stderr, "configuration refused: %s\n", reason);
    return code;
}

/* One number of hcsffi_counters, -1 when there is none of that name. */
static inline long long counter(const char *name) {
    char text[2048], key[64];
    PWSTR document = NULL;
    if (hcsffi_counters(&document) < 0) return -1;
    take_text(document, text, sizeof text);
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *found = strstr(text, key);
    return found == NULL ? -1 : atoll(found + strlen(key));
}

/* Every live object of the host, threads left out. */
static inline long long live_objects(void) {
    static const char *const names[] = {"Operations", "Systems",    "SystemHandles", "Processes", "ProcessHandles",
                                        "Strings",    "WrongFrees", "Descriptors",   "Reapers"};
    long long sum = 0;
    for (size_t at = 0; at < sizeof names / sizeof *names; ++at) sum += counter(names[at]);
    return sum;
}

/* For what was begun and not waited for: its last words come from the host's threads. */
static inline bool nothing_stays_alive(void) {
    for (int turn = 0; live_objects() != 0; ++turn) {
        if (turn == 1200) return false; /* less than the host waits for a tool, 20 s */
        wait_ms(10);
    }
    return true;
}

#define CONTAINER W("{\"Owner\":\"tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Container\":{\"GuestOs\":{\"HostName\":\"web\"}}}")
#define MACHINE                                                                                                         \
    W("{\"Owner\":\"tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"VirtualMachine\":{\"Chipset\":{\"Uefi\":{}}," \
      "\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":1024},\"Processor\":{\"Count\":2}},"                               \
      "\"Devices\":{\"Scsi\":{\"Primary disk\":{\"Attachments\":{}}}}}}")

#endif
