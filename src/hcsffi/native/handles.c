/* A slot's state is one 64-bit word: generation (32 bits), users (30 bits, the owner is the first), abandoned and closing (1 bit each).
 *
 * Entering adds a user when generation fits and nobody has closed; leaving takes one away; closing sets its bit and takes the owner away;
 * abandoning sets both, so that whoever leaves last knows that nobody closed by name and the wishes hold. Whoever brings the
 * users to none owns the value and closes it, then moves the slot to its next generation and puts it on the free list. Only that list and
 * the growing of the slot directory take a lock, so entering and leaving cost one compare-and-swap each and may happen in the library's
 * callbacks.
 */
#include "handles.h"

#include <assert.h>

#include "functions.h"
#include "loading.h"
#include "platform.h"
#include "text.h"

#define SLOTS_PER_CHUNK 256u
#define CHUNKS 4096u
#define CLOSING UINT64_C(1)
#define ABANDONED UINT64_C(2)
#define USER UINT64_C(4)
#define USERS_MASK UINT64_C(0xFFFFFFFC)
#define ENDING_MS 1000u

_Static_assert(SLOTS_PER_CHUNK *CHUNKS < UINT32_MAX - 1, "the number of a closed handle in handles.py, all ones, finds no slot");

struct slot {
    volatile uint64_t state;
    void *value;
    uint32_t kind;
    uint32_t next_free; /* index + 1 */
    uint8_t wishes;
};

static void *volatile chunks[CHUNKS]; /* each a struct slot[SLOTS_PER_CHUNK]; published once, never freed */
static hcsffi_lock growing = HCSFFI_LOCK_INITIAL;
static uint32_t first_free; /* index + 1, guarded by growing */
static uint32_t made;       /* slots handed out so far, guarded by growing */
static volatile uint32_t living;

struct closing {
    struct closing *next;
    void *value;
    uint32_t kind;
    uint8_t wishes;
};

static void *volatile to_close; /* struct closing, newest first */

static void close_value(uint32_t kind, void *value) {
    if (hcsffi_forked) return; /* the child's copy: the parent still owns the real one */
    switch (kind) {
#define KIND(number, function, type)                                           \
    case number:                                                               \
        if (hcsffi_functions.function) hcsffi_functions.function((type)value); \
        break;
        KIND(HCSFFI_SYSTEM, HcsCloseComputeSystem, HCS_SYSTEM)
        KIND(HCSFFI_PROCESS, HcsCloseProcess, HCS_PROCESS)
        KIND(HCSFFI_NETWORK, HcnCloseNetwork, HCN_NETWORK)
        KIND(HCSFFI_NAMESPACE, HcnCloseNamespace, HCN_NAMESPACE)
        KIND(HCSFFI_ENDPOINT, HcnCloseEndpoint, HCN_ENDPOINT)
        KIND(HCSFFI_LOAD_BALANCER, HcnCloseLoadBalancer, HCN_LOADBALANCER)
        KIND(HCSFFI_GUEST_NETWORK_SERVICE, HcnCloseGuestNetworkService, HCN_GUESTNETWORKSERVICE)
        KIND(HCSFFI_SDN_ROUTE, HcnCloseSdnRoute, HCN_SDNROUTE)
        KIND(HCSFFI_SERVICE_CALLBACK, HcnUnregisterServiceCallback, HCN_CALLBACK)
        KIND(HCSFFI_PORT_RESERVATION, HcnReleaseGuestNetworkServicePortReservationHandle, HANDLE)
        KIND(HCSFFI_GUEST_CALLBACK, HcnUnregisterGuestNetworkServiceCallback, HCN_CALLBACK)
#undef KIND
        case HCSFFI_DISK: hcsffi_file_close(value); break;
        default: break;
    }
}

/* Terminate what a waiter asked to be terminated and left behind; waits a little, since a close could overtake the request. */
static void end_value(uint32_t kind, void *value) {
    PWSTR document = NULL;
    HRESULT accepted = -1;
    uint32_t length;
    HCS_OPERATION operation = hcsffi_functions.HcsCreateOperation ? hcsffi_functions.HcsCreateOperation(NULL, NULL) : NULL;
    if (hcsffi_forked || operation == NULL) return;
    if (kind == HCSFFI_SYSTEM && hcsffi_functions.HcsTerminateComputeSystem) {
        accepted = hcsffi_functions.HcsTerminateComputeSystem(value, operation, NULL);
    } else if (kind == HCSFFI_PROCESS && hcsffi_functions.HcsTerminateProcess) {
        accepted = hcsffi_functions.HcsTerminateProcess(value, operation, NULL);
    }
    if (accepted >= 0 && hcsffi_functions.HcsWaitForOperationResult) {
        hcsffi_functions.HcsWaitForOperationResult(operation, ENDING_MS, &document);
    }
    if (document) hcsffi_text_drop(hcsffi_text_take(HCSFFI_COMPUTECORE, document, &length));
    hcsffi_functions.HcsCloseOperation(operation);
}

static void close_all(void) {
    struct closing *one = atomic_exchange_pointer(&to_close, NULL);
    while (one) {
        struct closing *next = one->next;
        if (one->wishes & HCSFFI_END_ABANDONED) end_value(one->kind, one->value);
        close_value(one->kind, one->value);
        atomic_add32(&living, -1);
        free(one);
        one = next;
    }
}

void hcsffi_handle_discard(uint32_t kind, void *value, uint8_t wishes) {
    if (hcsffi_forked || value == NULL) return;
    struct closing *one = malloc(sizeof *one);
    if (one == NULL) return; /* out of memory in a callback: the handle lives until the process ends, which is better than a deadlock */
    one->value = value;
    one->kind = kind;
    one->wishes = wishes;
    atomic_add32(&living, 1);
    do {
        one->next = atomic_load_pointer(&to_close);
    } while (!atomic_replace_pointer(&to_close, one->next, one));
    /* A non-empty list has a thread that has not taken it yet. */
    if (one->next == NULL && !hcsffi_thread_start(close_all)) close_all();
}

static struct slot *find_slot(uint64_t number) {
    uint32_t index = (uint32_t)number - 1;
    struct slot *chunk = index < SLOTS_PER_CHUNK * CHUNKS ? atomic_load_pointer(&chunks[index / SLOTS_PER_CHUNK]) : NULL;
    return chunk ? &chunk[index % SLOTS_PER_CHUNK] : NULL;
}

/* Take a slot from the free list or make one; the result's index + 1, or 0. */
static uint32_t take_slot(void) {
    hcsffi_lock_take(&growing);
    uint32_t taken = first_free;
    if (taken) {
        first_free = find_slot(taken)->next_free;
    } else if (made < SLOTS_PER_CHUNK * CHUNKS) {
        uint32_t chunk = made / SLOTS_PER_CHUNK;
        if (!chunks[chunk]) atomic_exchange_pointer(&chunks[chunk], calloc(SLOTS_PER_CHUNK, sizeof(struct slot)));
        if (chunks[chunk]) taken = ++made;
    }
    hcsffi_lock_drop(&growing);
    return taken;
}

uint64_t hcsffi_handle_adopt(uint32_t kind, void *value, uint8_t wishes) {
    uint32_t index = take_slot();
    if (index == 0) {
        hcsffi_handle_discard(kind, value, wishes);
        return 0;
    }
    struct slot *slot = find_slot(index);
    uint64_t generation = atomic_load64(&slot->state) >> 32;
    slot->value = value;
    slot->kind = kind;
    slot->wishes = wishes;
    atomic_replace64(&slot->state, generation << 32, generation << 32 | USER);
    atomic_add32(&living, 1);
    return generation << 32 | index;
}

void *hcsffi_handle_enter_for(uint64_t number, uint32_t users) {
    struct slot *slot = find_slot(number);
    if (slot == NULL || hcsffi_forked) return NULL;
    for (;;) {
        uint64_t state = atomic_load64(&slot->state);
        if (state >> 32 != number >> 32 || state & CLOSING || !(state & USERS_MASK)) return NULL;
        if (atomic_replace64(&slot->state, state, state + USER * users)) return slot->value;
    }
}

void *hcsffi_handle_enter(uint64_t number) { return hcsffi_handle_enter_for(number, 1); }

/* After the last user has gone: empty the slot for its next generation. */
static void retire(struct slot *slot, uint64_t number) {
    uint64_t state = atomic_load64(&slot->state);
    assert(state >> 32 == number >> 32 && state & CLOSING && !(state & USERS_MASK));
    int emptied = atomic_replace64(&slot->state, state, (uint64_t)((uint32_t)(number >> 32) + 1) << 32);
    assert(emptied); /* nobody enters what is closing, so nobody else writes here */
    (void)emptied;
    atomic_add32(&living, -1);
    hcsffi_lock_take(&growing);
    slot->next_free = first_free;
    first_free = (uint32_t)number;
    hcsffi_lock_drop(&growing);
}

/* Take one user away. 0: somebody is left; else the state it leaves, which says how the owner went. */
static uint64_t take_user(struct slot *slot) {
    for (;;) {
        uint64_t state = atomic_load64(&slot->state);
        assert(state & USERS_MASK);
        if (!atomic_replace64(&slot->state, state, state - USER)) continue;
        if ((state - USER) & USERS_MASK) return 0;
        assert(state & CLOSING); /* the owner counts as a user until it closes */
        return state - USER;
    }
}

/* Close what nobody uses any more on a thread of ours, with the wishes where it was abandoned. */
static void discard_slot(struct slot *slot, uint64_t number, uint64_t state) {
    hcsffi_handle_discard(slot->kind, slot->value, state & ABANDONED ? slot->wishes : 0);
    retire(slot, number);
}

static void close_slot(struct slot *slot, uint64_t number) {
    close_value(slot->kind, slot->value);
    retire(slot, number);
}

void hcsffi_handle_leave(uint64_t number) {
    struct slot *slot = find_slot(number);
    uint64_t left = take_user(slot);
    if (left & ABANDONED) discard_slot(slot, number, left);
    else if (left) close_slot(slot, number);
}

void hcsffi_handle_release(uint64_t number) {
    struct slot *slot = find_slot(number);
    uint64_t left = take_user(slot);
    if (left) discard_slot(slot, number, left);
}

/* Take the owner away, set the bits and refuse new users. 0: stale; 1: nobody is left; 2: somebody is. */
static int give_up(struct slot *slot, uint64_t number, uint64_t bits) {
    if (slot == NULL || hcsffi_forked) return 0;
    for (;;) {
        uint64_t state = atomic_load64(&slot->state);
        if (state >> 32 != number >> 32 || state & CLOSING || !(state & USERS_MASK)) return 0;
        uint64_t next = (state | bits) - USER;
        if (atomic_replace64(&slot->state, state, next)) return next & USERS_MASK ? 2 : 1;
    }
}

int hcsffi_handle_close(uint64_t number) {
    struct slot *slot = find_slot(number);
    int left = give_up(slot, number, CLOSING);
    if (left == 1) close_slot(slot, number);
    return left;
}

void hcsffi_handle_abandon(uint64_t number) {
    struct slot *slot = find_slot(number);
    if (give_up(slot, number, CLOSING | ABANDONED) == 1) discard_slot(slot, number, ABANDONED);
}

uint32_t hcsffi_handle_users(uint64_t number) {
    struct slot *slot = find_slot(number);
    uint64_t state = slot ? atomic_load64(&slot->state) : 0;
    return slot && state >> 32 == number >> 32 ? (uint32_t)((state & USERS_MASK) / USER) : 0;
}

uint32_t hcsffi_handles_living(void) { return atomic_load32(&living); }

void hcsffi_pipe_close(intptr_t pipe) { hcsffi_file_close((void *)pipe); }
