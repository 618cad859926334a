/* Operations through the C surface: begin, wait, poll, callback, cancel, close. */
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "client.h"
#include "harness.h"

static HCS_SYSTEM open_container(PCWSTR id) {
    HCS_SYSTEM system = NULL;
    return create(id, CONTAINER, &system).completed == S_OK_ ? system : NULL;
}

/* One completion at a time, counted, with what the result call said inside the callback. */
struct completion {
    atomic_int count;
    atomic_int code;
    bool closes;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
};

#define COMPLETION {0, 0, false, 0, PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER}

static void on_completion(HCS_OPERATION operation, void *context) {
    struct completion *completion = context;
    PWSTR document = NULL;
    atomic_store(&completion->code, HcsGetOperationResult(operation, &document));
    hcsffi_local_free(document);
    if (completion->closes) HcsCloseOperation(operation);
    pthread_mutex_lock(&completion->mutex);
    completion->thread = pthread_self();
    atomic_fetch_add(&completion->count, 1);
    pthread_cond_broadcast(&completion->changed);
    pthread_mutex_unlock(&completion->mutex);
}

static bool await_completion(struct completion *completion, int count) {
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += PATIENCE_MS / 1000;
    pthread_mutex_lock(&completion->mutex);
    int late = 0;
    while (atomic_load(&completion->count) < count && late == 0)
        late = pthread_cond_timedwait(&completion->changed, &completion->mutex, &end);
    pthread_mutex_unlock(&completion->mutex);
    return late == 0;
}

TEST(an_unused_operation_says_that_it_was_not_started, "a client that waits on it must not hang") {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(HR(0x80370115), HcsGetOperationResult(operation, NULL));
    CHECK_EQUAL(HR(0x80370115), HcsWaitForOperationResult(operation, 0xFFFFFFFF, NULL));
    CHECK_EQUAL(HcsOperationTypeNone, HcsGetOperationType(operation));
    CHECK(HcsGetComputeSystemFromOperation(operation) == NULL && HcsGetProcessFromOperation(operation) == NULL);
    HcsCloseOperation(operation);
    CHECK_EQUAL(0, live_objects());
}

TEST(an_operation_in_flight_is_pending_to_get_and_timed_out_to_wait, "the two polls have two codes (A-2, A-4, A-5)") {
    CHECK_EQUAL(S_OK_, configure(W("{\"ManualClock\":true,\"DelayMinUs\":1000,\"DelayMaxUs\":1000}")));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operation));
    PWSTR document = (PWSTR)1;
    CHECK_EQUAL(HR(0x80370117), HcsGetOperationResult(operation, &document));
    CHECK(document == NULL);
    CHECK_EQUAL(HR(0x80370118), HcsWaitForOperationResult(operation, 0, &document));
    CHECK_EQUAL(HR(0x80370118), HcsWaitForOperationResult(operation, 5, &document));
    CHECK_EQUAL(HR(0x80370116), HcsEnumerateComputeSystems(NULL, operation));
    CHECK_EQUAL(HR(0x80370116), HcsSetOperationCallback(operation, NULL, on_completion));
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(10000));
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, &document));
    char text[64];
    CHECK(take_text(document, text, sizeof text) && strcmp(text, "[]") == 0);
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(0, live_objects());
}

TEST(the_shortest_delay_waits_for_the_clock_too, "who moves the clock decides when a request ends, be it a microsecond from now") {
    enum { MANY = 64 };
    HCS_OPERATION operations[MANY];
    int pending = 0;
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":0,\"ManualClock\":true,\"DelayMaxUs\":1}")));
    for (int at = 0; at < MANY; ++at) {
        operations[at] = HcsCreateOperation(NULL, NULL);
        CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operations[at]));
        pending += HcsGetOperationResult(operations[at], NULL) == HR(0x80370117);
    }
    CHECK(pending > 0 && pending < MANY); /* none and one microsecond, as chance has it */
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(10));
    for (int at = 0; at < MANY; ++at) {
        CHECK_EQUAL(S_OK_, HcsGetOperationResult(operations[at], NULL));
        HcsCloseOperation(operations[at]);
    }
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(0, live_objects());
}

TEST(each_result_is_an_allocation_of_its_own, "two readers must not free one string (A-21)") {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operation));
    PWSTR first = NULL, second = NULL;
    CHECK_EQUAL(S_OK_, HcsWaitForOperationResult(operation, PATIENCE_MS, &first));
    CHECK_EQUAL(S_OK_, HcsGetOperationResult(operation, &second));
    CHECK(first != NULL && second != NULL && first != second);
    CHECK_EQUAL(2, counter("Strings"));
    hcsffi_local_free(first);
    hcsffi_local_free(second);
    HcsCloseOperation(operation);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_wrong_or_second_free_is_counted_and_harmless, "a slip in a client must be found, not crash somewhere else") {
    PWSTR document = NULL;
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(NULL, &document));
    const long long before = counter("WrongFrees");
    hcsffi_co_task_mem_free(document);
    CHECK_EQUAL(before + 1, counter("WrongFrees"));
    hcsffi_local_free(document);
    hcsffi_local_free(&document);
    CHECK_EQUAL(before + 3, counter("WrongFrees"));
    CHECK_EQUAL(0, counter("Strings"));
    hcsffi_local_free(NULL);
    CHECK_EQUAL(before + 3, counter("WrongFrees"));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(the_callback_runs_once_and_finds_the_result, "that is where a client fetches it (A-17)") {
    struct completion completion = COMPLETION;
    HCS_SYSTEM system = open_container(W("callback"));
    HCS_OPERATION operation = HcsCreateOperation(&completion, on_completion);
    CHECK(HcsGetOperationContext(operation) == &completion);
    CHECK_EQUAL(S_OK_, HcsGetComputeSystemProperties(system, operation, NULL));
    CHECK(await_completion(&completion, 1));
    CHECK_EQUAL(S_OK_, atomic_load(&completion.code));
    CHECK_EQUAL(HcsOperationTypeGetProperties, HcsGetOperationType(operation));
    CHECK(HcsGetComputeSystemFromOperation(operation) == system);
    HcsCloseOperation(operation);
    CHECK_EQUAL(1, atomic_load(&completion.count));
    discard(system);
    CHECK_EQUAL(0, live_objects() - counter("WrongFrees"));
}

TEST(an_operation_may_be_closed_in_its_own_callback, "fire and forget with a result") {
    struct completion completion = COMPLETION;
    completion.closes = true;
    for (int round = 0; round < 200; ++round)
        CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, HcsCreateOperation(&completion, on_completion)));
    CHECK(await_completion(&completion, 200));
    CHECK_EQUAL(0, counter("Operations"));
}

TEST(closing_an_operation_in_flight_drops_its_result_and_not_its_work, "clients shut down without waiting (A-14, A-15)") {
    struct completion completion = COMPLETION;
    HCS_SYSTEM system = open_container(W("dropped"));
    CHECK_EQUAL(S_OK_, configure(W("{\"ManualClock\":true,\"DelayMinUs\":1000,\"DelayMaxUs\":1000}")));
    HCS_OPERATION operation = HcsCreateOperation(&completion, on_completion);
    CHECK_EQUAL(S_OK_, HcsTerminateComputeSystem(system, operation, NULL));
    HcsCloseOperation(operation);
    CHECK_EQUAL(0, counter("Operations"));
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(10000));
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, NULL));
    CHECK_EQUAL(0, atomic_load(&completion.count));
    CHECK_EQUAL(S_OK_, configure(NULL));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(0, counter("Systems"));
}

TEST(a_call_that_fails_at_once_runs_no_callback_and_keeps_its_reason, "the context is still the caller's (A-7, A-8)") {
    struct completion completion = COMPLETION;
    HCS_SYSTEM system = open_container(W("refused"));
    CHECK_EQUAL(
        S_OK_,
        configure(W(
            "{\"Faults\":[{\"Function\":\"HcsStartComputeSystem\",\"HResult\":\"0x80370114\",\"Sync\":true,\"Message\":\"by order\"}]}")));
    HCS_OPERATION operation = HcsCreateOperation(&completion, on_completion);
    CHECK_EQUAL(HR(0x80370114), HcsStartComputeSystem(system, operation, NULL));
    PWSTR document = NULL;
    CHECK_EQUAL(HR(0x80370114), HcsGetOperationResult(operation, &document));
    char text[1024];
    CHECK(take_text(document, text, sizeof text));
    CHECK(strstr(text, "\"Error\":-2143878892") != NULL && strstr(text, "by order") != NULL);
    CHECK_EQUAL(0, atomic_load(&completion.count));
    CHECK_EQUAL(S_OK_, HcsStartComputeSystem(system, operation, NULL));
    CHECK(await_completion(&completion, 1));
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(NULL));
    discard(system);
}

static void *wait_for_ever(void *operation) { return (void *)(intptr_t)HcsWaitForOperationResult(operation, 0xFFFFFFFF, NULL); }

TEST(several_waiters_read_one_code, "a client may mix waiting threads and callbacks (A-25)") {
    CHECK_EQUAL(S_OK_,
                configure(W("{\"ManualClock\":true,\"DelayMinUs\":1000,\"DelayMaxUs\":1000,"
                            "\"Faults\":[{\"Function\":\"HcsEnumerateComputeSystems\",\"HResult\":\"0x80370105\",\"DelayUs\":1000}]}")));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operation));
    pthread_t waiters[8];
    for (int at = 0; at < 8; ++at) CHECK_EQUAL(0, pthread_create(&waiters[at], NULL, wait_for_ever, operation));
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(10000));
    for (int at = 0; at < 8; ++at) {
        void *code = NULL;
        pthread_join(waiters[at], &code);
        CHECK_EQUAL(HR(0x80370105), (HRESULT)(intptr_t)code);
    }
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(NULL));
}

static void wait_inside(HCS_OPERATION operation, void *context) {
    (void)operation;
    struct completion *completion = context;
    /* What a careless client does: block in a callback for another operation. */
    HCS_OPERATION inner = HcsCreateOperation(NULL, NULL);
    const HRESULT started = HcsEnumerateComputeSystems(NULL, inner);
    const HRESULT waited = HcsWaitForOperationResult(inner, PATIENCE_MS, NULL);
    HcsCloseOperation(inner);
    atomic_store(&completion->code, started < 0 ? started : waited);
    pthread_mutex_lock(&completion->mutex);
    atomic_fetch_add(&completion->count, 1);
    pthread_cond_broadcast(&completion->changed);
    pthread_mutex_unlock(&completion->mutex);
}

TEST(callbacks_that_wait_do_not_starve_the_host, "sixteen of them wait at the same time for work of two workers") {
    struct completion completion = COMPLETION;
    HCS_OPERATION operations[16];
    for (int at = 0; at < 16; ++at) {
        operations[at] = HcsCreateOperation(&completion, wait_inside);
        CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operations[at]));
    }
    CHECK(await_completion(&completion, 16));
    CHECK_EQUAL(S_OK_, atomic_load(&completion.code));
    for (int at = 0; at < 16; ++at) HcsCloseOperation(operations[at]);
    CHECK_EQUAL(0, counter("Operations"));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(without_workers_the_callback_runs_on_the_callers_stack, "the cheapest completion there is, for benchmarks") {
    struct completion completion = COMPLETION;
    CHECK_EQUAL(S_OK_, configure(W("{\"Workers\":0}")));
    HCS_OPERATION operation = HcsCreateOperation(&completion, on_completion);
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operation));
    CHECK_EQUAL(1, atomic_load(&completion.count));
    CHECK(pthread_equal(completion.thread, pthread_self()));
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(NULL));
}

TEST(cancel_ends_what_has_not_begun, "newer builds have it, older ones answer E_NOTIMPL") {
    struct completion completion = COMPLETION;
    CHECK_EQUAL(S_OK_, configure(W("{\"Faults\":[{\"Function\":\"HcsEnumerateComputeSystems\",\"Never\":true}]}")));
    HCS_OPERATION operation = HcsCreateOperation(&completion, on_completion);
    CHECK_EQUAL(HR(0x80370115), HcsCancelOperation(operation));
    CHECK_EQUAL(S_OK_, HcsEnumerateComputeSystems(NULL, operation));
    CHECK_EQUAL(S_OK_, HcsCancelOperation(operation));
    CHECK_EQUAL(HR(0x80370121), HcsCancelOperation(operation));
    CHECK_EQUAL(1, atomic_load(&completion.count));
    CHECK_EQUAL(HR(0x800704C7), atomic_load(&completion.code));
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(W("{\"WindowsBuild\":20348}")));
    operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(HR(0x80004001), HcsCancelOperation(operation));
    HcsCloseOperation(operation);
    CHECK_EQUAL(S_OK_, configure(NULL));
}

TEST(a_cancelled_create_leaves_the_id_free, "the handle stays the caller's, the half-made system does not stay") {
    CHECK_EQUAL(S_OK_, configure(W("{\"Faults\":[{\"Function\":\"HcsCreateComputeSystem\",\"Never\":true}]}")));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, HcsCreateComputeSystem(W("twice"), CONTAINER, operation, NULL, &system));
    CHECK(system != NULL);
    CHECK_EQUAL(S_OK_, HcsCancelOperation(operation));
    HcsCloseOperation(operation);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(0, counter("Systems"));
    system = open_container(W("twice"));
    CHECK(system != NULL);
    discard(system);
    CHECK_EQUAL(S_OK_, configure(NULL));
}

TEST(a_half_made_system_can_be_terminated, "create times out, the client cleans up, and the id is free again (H-1)") {
    CHECK_EQUAL(S_OK_, configure(W("{\"Faults\":[{\"Function\":\"HcsCreateComputeSystem\",\"Never\":true}]}")));
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_SYSTEM system = NULL, other = NULL;
    CHECK_EQUAL(S_OK_, HcsCreateComputeSystem(W("half"), CONTAINER, operation, NULL, &system));
    CHECK_EQUAL(HR(0x80370118), HcsWaitForOperationResult(operation, 1, NULL));
    CHECK_EQUAL(HR(0x8037010F), create(W("half"), CONTAINER, &other).completed);
    HcsCloseComputeSystem(other);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, NULL).completed);
    HcsCloseOperation(operation);
    HcsCloseComputeSystem(system);
    system = open_container(W("half"));
    CHECK(system != NULL);
    discard(system);
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(0, live_objects() - counter("WrongFrees"));
}

TEST(an_event_callback_of_an_operation_hears_its_completion, "HcsCreateOperationWithNotifications") {
    struct completion completion = COMPLETION;
    HCS_OPERATION operation = HcsCreateOperationWithNotifications(HcsOperationOptionNone, &completion, NULL);
    CHECK(operation != NULL && HcsGetOperationContext(operation) == &completion);
    CHECK(HcsGetOperationId(operation) != ~(UINT64)0);
    HcsCloseOperation(operation);
    CHECK(HcsGetOperationId(operation) == ~(UINT64)0);
}
