/* The pure C client the benchmarks measure against, and the function table the extern "Python" client shares.
 *
 * What it does per operation is what any client must do: create an operation with a callback, start it,
 * and in the callback take the result, free it, close the operation and tell the submitting thread.
 * Completions travel on a lock-free list; an eventfd wakes the submitter when the list was empty. */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <poll.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "hcs_cdef.h"

#define FUNCTIONS(X)                                                               \
    X(HCS_OPERATION, HcsCreateOperation, (const void *, HCS_OPERATION_COMPLETION)) \
    X(void, HcsCloseOperation, (HCS_OPERATION))                                    \
    X(HRESULT, HcsGetOperationResult, (HCS_OPERATION, PWSTR *))                    \
    X(HRESULT, HcsWaitForOperationResult, (HCS_OPERATION, DWORD, PWSTR *))         \
    X(HRESULT, HcsGetComputeSystemProperties, (HCS_SYSTEM, HCS_OPERATION, PCWSTR)) \
    X(HRESULT, HcsOpenComputeSystem, (PCWSTR, DWORD, HCS_SYSTEM *))                \
    X(void, HcsCloseComputeSystem, (HCS_SYSTEM))                                   \
    X(void, hcsffi_local_free, (void *))

#define DECLARE(result, name, parameters) result(*call_##name) parameters;
FUNCTIONS(DECLARE)

typedef struct node {
    struct node *next;
    HRESULT result;
    uint64_t submitted_ns;
} node;

static _Atomic(node *) completed;
static int wake = -1;
static HCS_SYSTEM target;

static uint64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* What a client with a thread per wait does: start, block until done, free, close. */
HRESULT plain_client_wait(void) {
    HCS_OPERATION operation = call_HcsCreateOperation(NULL, NULL);
    PWSTR document = NULL;
    HRESULT result = call_HcsGetComputeSystemProperties(target, operation, NULL);
    if (result >= 0) result = call_HcsWaitForOperationResult(operation, 0xFFFFFFFFu, &document);
    if (document) call_hcsffi_local_free(document);
    call_HcsCloseOperation(operation);
    return result;
}

HCS_SYSTEM plain_client_target(void) { return target; }

/* Resolves the functions from the host at `path` and opens the system `id` (UTF-16); 0 when all is there. */
int plain_client_open(const char *path, const uint16_t *id) {
    void *host = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!host) return 1;
#define RESOLVE(result, name, parameters)                   \
    call_##name = (result(*) parameters)dlsym(host, #name); \
    if (!call_##name) return 2;
    FUNCTIONS(RESOLVE)
    if (wake < 0) wake = eventfd(0, EFD_CLOEXEC);
    return call_HcsOpenComputeSystem(id, 0x10000000, &target) < 0 ? 3 : 0;
}

void plain_client_close(void) {
    call_HcsCloseComputeSystem(target);
    close(wake);
    wake = -1;
}

static void on_complete(HCS_OPERATION operation, void *context) {
    node *n = context;
    PWSTR document = NULL;
    n->result = call_HcsGetOperationResult(operation, &document);
    if (document) call_hcsffi_local_free(document);
    call_HcsCloseOperation(operation);
    node *head = atomic_load_explicit(&completed, memory_order_relaxed);
    do n->next = head;
    while (!atomic_compare_exchange_weak_explicit(&completed, &head, n, memory_order_release, memory_order_relaxed));
    if (!head) {
        uint64_t one = 1;
        if (write(wake, &one, sizeof one) < 0) abort();
    }
}

static int submit(void) {
    node *n = malloc(sizeof *n);
    if (!n) return -1;
    n->submitted_ns = now_ns();
    HCS_OPERATION operation = call_HcsCreateOperation(n, on_complete);
    if (operation && call_HcsGetComputeSystemProperties(target, operation, NULL) >= 0) return 0;
    if (operation) call_HcsCloseOperation(operation);
    free(n);
    return -1;
}

/* Runs `total` operations with `width` in flight; latencies (ns) go to `latencies` when it is not NULL.
 * Returns elapsed ns, 0 on failure. */
uint64_t plain_client_run(int total, int width, uint64_t *latencies) {
    int submitted = 0, done = 0;
    uint64_t begin = now_ns();
    while (submitted < width && submitted < total) {
        if (submit()) return 0;
        submitted++;
    }
    while (done < total) {
        struct pollfd p = {.fd = wake, .events = POLLIN};
        uint64_t token;
        if (poll(&p, 1, -1) < 0 || read(wake, &token, sizeof token) < 0) return 0;
        node *n = atomic_exchange_explicit(&completed, NULL, memory_order_acquire);
        while (n) {
            node *next = n->next;
            if (n->result < 0) return 0;
            if (latencies) latencies[done] = now_ns() - n->submitted_ns;
            free(n);
            done++;
            if (submitted < total) {
                if (submit()) return 0;
                submitted++;
            }
            n = next;
        }
    }
    return now_ns() - begin;
}
