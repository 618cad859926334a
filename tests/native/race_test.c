/* Two threads at once: what one waits for while the other ends it, and what one frees while the other completes it. The sanitized builds
 * of these tests see what a plain run survives by luck. */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <time.h>

#include "client.h"
#include "harness.h"

enum { ROUNDS = 300, MOST_HANDLES = 4096 };

/* Exit events of one handle. */
struct listener {
    atomic_int exits;
};

static pthread_mutex_t told_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t told = PTHREAD_COND_INITIALIZER;

static void on_event(HCS_EVENT *event, void *context) {
    if (event->Type != HcsEventSystemExited && event->Type != HcsEventProcessExited) return;
    pthread_mutex_lock(&told_mutex);
    atomic_fetch_add(&((struct listener *)context)->exits, 1);
    pthread_cond_broadcast(&told);
    pthread_mutex_unlock(&told_mutex);
}

static int heard(struct listener *listener) {
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += PATIENCE_MS / 1000;
    pthread_mutex_lock(&told_mutex);
    while (atomic_load(&listener->exits) == 0 && pthread_cond_timedwait(&told, &told_mutex, &end) == 0) continue;
    pthread_mutex_unlock(&told_mutex);
    return atomic_load(&listener->exits);
}

static void *terminate_system(void *system) {
    run_on_system(HcsTerminateComputeSystem, system, NULL);
    return NULL;
}

TEST(a_handle_opened_while_its_system_ends_hears_of_the_exit_once, "its owner waits for the event and would wait for ever (C-24, D-10)") {
    static HCS_SYSTEM handles[MOST_HANDLES];
    static struct listener listeners[MOST_HANDLES];
    for (int round = 0; round < ROUNDS; ++round) {
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(S_OK_, create(W("ending"), MACHINE, &system).completed);
        pthread_t ending;
        CHECK_EQUAL(0, pthread_create(&ending, NULL, terminate_system, system));
        int count = 0;
        while (count < MOST_HANDLES && HcsOpenComputeSystem(W("ending"), 0x10000000, &handles[count]) == S_OK_) {
            atomic_store(&listeners[count].exits, 0);
            CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(handles[count], HcsEventOptionNone, &listeners[count], on_event));
            ++count;
        }
        pthread_join(ending, NULL);
        for (int at = 0; at < count; ++at) {
            CHECK_EQUAL(1, heard(&listeners[at]));
            HcsCloseComputeSystem(handles[at]);
            CHECK_EQUAL(1, atomic_load(&listeners[at].exits));
        }
        HcsCloseComputeSystem(system);
    }
    CHECK_EQUAL(0, live_objects());
}

TEST(a_callback_set_while_the_system_ends_is_told_once,
     "set a moment too early or too late, the event must be there and not twice (C-24, D-10)") {
    for (int round = 0; round < ROUNDS; ++round) {
        struct listener listener = {0};
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(S_OK_, create(W("ending"), MACHINE, &system).completed);
        pthread_t ending;
        CHECK_EQUAL(0, pthread_create(&ending, NULL, terminate_system, system));
        CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &listener, on_event));
        CHECK_EQUAL(1, heard(&listener));
        pthread_join(ending, NULL);
        HcsCloseComputeSystem(system);
        CHECK_EQUAL(1, atomic_load(&listener.exits));
    }
    CHECK_EQUAL(0, live_objects());
}

TEST(a_process_opened_or_watched_while_it_ends_is_told_once, "short commands end before anybody can register (C-20, C-23)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("short"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    for (int round = 0; round < ROUNDS / 3; ++round) {
        struct listener first = {0}, second = {0};
        HCS_PROCESS process = NULL, again = NULL;
        HCS_PROCESS_INFORMATION information;
        HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
        CHECK_EQUAL(S_OK_, HcsCreateProcess(system, W("{\"CommandArgs\":[\"true\"]}"), operation, NULL, &process));
        CHECK_EQUAL(S_OK_, HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &information, NULL));
        HcsCloseOperation(operation);
        const HRESULT opened = HcsOpenProcess(system, information.ProcessId, 0x10000000, &again);
        CHECK(opened == S_OK_ || opened == HR(0x80070490));
        CHECK_EQUAL(S_OK_, HcsSetProcessCallback(process, HcsEventOptionNone, &first, on_event));
        if (opened == S_OK_) CHECK_EQUAL(S_OK_, HcsSetProcessCallback(again, HcsEventOptionNone, &second, on_event));
        CHECK_EQUAL(1, heard(&first));
        if (opened == S_OK_) CHECK_EQUAL(1, heard(&second));
        if (opened == S_OK_) HcsCloseProcess(again);
        HcsCloseProcess(process);
        CHECK_EQUAL(1, atomic_load(&first.exits));
    }
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

static void on_completion(HCS_OPERATION operation, void *context) {
    (void)operation;
    ++*(int *)context; /* on memory that is freed right after the close */
}

TEST(a_context_may_be_freed_after_the_close_whatever_completes_meanwhile, "clients fire and forget, and free (A-14, A-15)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("forgotten"), MACHINE, &system).completed);
    for (int round = 0; round < 10 * ROUNDS; ++round) {
        int *context = calloc(1, sizeof *context);
        HCS_OPERATION operation = HcsCreateOperation(context, on_completion);
        CHECK_EQUAL(S_OK_, HcsGetComputeSystemProperties(system, operation, NULL));
        HcsCloseOperation(operation);
        const int called = *context;
        free(context);
        CHECK(called == 0 || called == 1);
    }
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_context_may_be_freed_after_the_callback_was_removed_or_its_handle_closed, "the removal waits for a callback that runs (B-40, D-1)") {
    for (int round = 0; round < ROUNDS; ++round) {
        struct listener *listener = calloc(1, sizeof *listener);
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(S_OK_, create(W("removed"), MACHINE, &system).completed);
        CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, listener, on_event));
        pthread_t ending;
        HCS_SYSTEM second = NULL;
        CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("removed"), 0x10000000, &second));
        CHECK_EQUAL(0, pthread_create(&ending, NULL, terminate_system, second));
        if (round % 2 == 0) CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, NULL, NULL));
        HcsCloseComputeSystem(system);
        const int exits = atomic_load(&listener->exits);
        free(listener);
        CHECK(exits == 0 || exits == 1);
        pthread_join(ending, NULL);
        HcsCloseComputeSystem(second);
    }
    CHECK_EQUAL(0, live_objects());
}

/* The wait began before the close and hears of the exit, or after it and is refused. */
static void *wait_for_exit_or_closed(void *system) {
    const HRESULT code = HcsWaitForComputeSystemExit(system, PATIENCE_MS, NULL);
    return code == S_OK_ || code == HR(0x80070006) ? system : NULL;
}

TEST(a_start_that_is_overtaken_by_a_terminate_says_so, "the starter must not take a dead system for a running one (B-25)") {
    for (int round = 0; round < ROUNDS / 3; ++round) {
        struct listener listener = {0};
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(S_OK_, create(W("overtaken"), CONTAINER, &system).completed);
        CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(system, HcsEventOptionNone, &listener, on_event));
        pthread_t ending;
        CHECK_EQUAL(0, pthread_create(&ending, NULL, terminate_system, system));
        const HRESULT start = run_on_system(HcsStartComputeSystem, system, NULL).completed;
        CHECK(start == S_OK_ || start == HR(0x80370100) || start == HR(0x80370110));
        pthread_join(ending, NULL);
        CHECK_EQUAL(1, heard(&listener));
        CHECK_EQUAL(HR(0x80370110), run_on_system(HcsStartComputeSystem, system, NULL).completed);
        HcsCloseComputeSystem(system);
        CHECK_EQUAL(1, atomic_load(&listener.exits));
    }
    CHECK_EQUAL(0, live_objects());
}

/* Both ends of a registration: how often each kind of event came, and a gate that holds the host's only worker inside a callback. */
struct gate {
    atomic_int exits;
    atomic_int disconnects;
    pthread_mutex_t *held;
};

static void on_event_at_gate(HCS_EVENT *event, void *context) {
    struct gate *gate = context;
    if (event->Type == HcsEventSystemExited) atomic_fetch_add(&gate->exits, 1);
    if (gate->held != NULL) {
        pthread_mutex_lock(gate->held);
        pthread_mutex_unlock(gate->held);
    }
    pthread_mutex_lock(&told_mutex);
    if (event->Type == HcsEventServiceDisconnect) atomic_fetch_add(&gate->disconnects, 1);
    pthread_cond_broadcast(&told);
    pthread_mutex_unlock(&told_mutex);
}

static int disconnects(struct gate *gate) {
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += PATIENCE_MS / 1000;
    pthread_mutex_lock(&told_mutex);
    while (atomic_load(&gate->disconnects) == 0 && pthread_cond_timedwait(&told, &told_mutex, &end) == 0) continue;
    pthread_mutex_unlock(&told_mutex);
    return atomic_load(&gate->disconnects);
}

TEST(an_exit_that_is_being_told_when_the_service_dies_is_told_and_the_disconnect_after_it,
     "a dropped delivery would silence the handle for good (D-6, D-7)") {
    pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
    struct gate blocking = {0, 0, &held}, late = {0, 0, NULL};
    HCS_SYSTEM first = NULL, second = NULL;
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":1}")));
    CHECK_EQUAL(S_OK_, create(W("first"), MACHINE, &first).completed);
    CHECK_EQUAL(S_OK_, create(W("second"), MACHINE, &second).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, first, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, second, NULL).completed);
    pthread_mutex_lock(&held);
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(first, HcsEventOptionNone, &blocking, on_event_at_gate));
    while (atomic_load(&blocking.exits) == 0) sched_yield(); /* the only worker is inside the callback from here on */
    CHECK_EQUAL(S_OK_, HcsSetComputeSystemCallback(second, HcsEventOptionNone, &late, on_event_at_gate));
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":1,\"ServiceDisconnect\":true}")));
    pthread_mutex_unlock(&held);
    CHECK_EQUAL(1, disconnects(&late));
    CHECK_EQUAL(1, atomic_load(&late.exits));
    CHECK_EQUAL(1, disconnects(&blocking));
    HcsCloseComputeSystem(first);
    HcsCloseComputeSystem(second);
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(0, live_objects());
}

static void *kill_the_service(void *unused) {
    configure(W("{\"ServiceDisconnect\":true}"));
    return unused;
}

TEST(a_handle_opened_while_the_service_dies_is_told_or_refused, "its owner would wait for an exit that nobody tells any more (D-6, D-7)") {
    static HCS_SYSTEM handles[MOST_HANDLES];
    static struct gate gates[MOST_HANDLES];
    static bool registered[MOST_HANDLES];
    for (int round = 0; round < ROUNDS / 3; ++round) {
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(S_OK_, create(W("lost"), CONTAINER, &system).completed);
        pthread_t killing;
        CHECK_EQUAL(0, pthread_create(&killing, NULL, kill_the_service, NULL));
        int count = 0;
        while (count < MOST_HANDLES && HcsOpenComputeSystem(W("lost"), 0x10000000, &handles[count]) == S_OK_) {
            atomic_store(&gates[count].disconnects, 0);
            const HRESULT code = HcsSetComputeSystemCallback(handles[count], HcsEventOptionNone, &gates[count], on_event_at_gate);
            CHECK(code == S_OK_ || code == HR(0x8037011E));
            registered[count++] = code == S_OK_;
        }
        pthread_join(killing, NULL);
        for (int at = 0; at < count; ++at) {
            if (registered[at]) CHECK_EQUAL(1, disconnects(&gates[at]));
            CHECK_EQUAL(HR(0x8037011E), HcsWaitForComputeSystemExit(handles[at], PATIENCE_MS, NULL));
            HcsCloseComputeSystem(handles[at]);
        }
        HcsCloseComputeSystem(system);
    }
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(0, live_objects());
}

static void *wait_for_exit(void *system) {
    PWSTR document = NULL;
    const HRESULT code = HcsWaitForComputeSystemExit(system, PATIENCE_MS, &document);
    hcsffi_local_free(document);
    return code == S_OK_ ? system : NULL;
}

TEST(a_handle_closed_under_a_waiting_call_harms_nobody, "elsewhere this has crashed the caller's process (A-24, B-44)") {
    for (int round = 0; round < ROUNDS; ++round) {
        HCS_SYSTEM system = NULL, second = NULL;
        CHECK_EQUAL(S_OK_, create(W("pulled"), MACHINE, &system).completed);
        CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("pulled"), 0x10000000, &second));
        pthread_t waiter;
        CHECK_EQUAL(0, pthread_create(&waiter, NULL, wait_for_exit_or_closed, second));
        HcsCloseComputeSystem(second);
        CHECK_EQUAL(HR(0x80070006), HcsSetComputeSystemCallback(second, HcsEventOptionNone, NULL, on_event));
        discard(system);
        void *survived = NULL;
        pthread_join(waiter, &survived);
        CHECK(survived != NULL);
    }
    CHECK_EQUAL(0, live_objects());
}

TEST(everybody_may_end_a_system_at_once, "stop ladders of several clients meet on one system (B-31, B-47)") {
    enum { CLIENTS = 4 };
    for (int round = 0; round < ROUNDS / 3; ++round) {
        HCS_SYSTEM system = NULL, others[CLIENTS];
        CHECK_EQUAL(S_OK_, create(W("contested"), CONTAINER, &system).completed);
        CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
        pthread_t enders[CLIENTS], waiters[CLIENTS];
        for (int at = 0; at < CLIENTS; ++at) {
            CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("contested"), 0x10000000, &others[at]));
            CHECK_EQUAL(0, pthread_create(&waiters[at], NULL, wait_for_exit, others[at]));
        }
        for (int at = 0; at < CLIENTS; ++at) CHECK_EQUAL(0, pthread_create(&enders[at], NULL, terminate_system, others[at]));
        for (int at = 0; at < CLIENTS; ++at) {
            void *waited = NULL;
            pthread_join(enders[at], NULL);
            pthread_join(waiters[at], &waited);
            CHECK(waited != NULL);
            HcsCloseComputeSystem(others[at]);
        }
        HcsCloseComputeSystem(system);
    }
    CHECK_EQUAL(0, live_objects());
}
