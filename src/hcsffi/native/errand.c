/* A thread of Python for every call that blocks costs two wake-ups with the GIL in hand. Here a call is data: the loop's thread packs it, a
 * thread of the shim makes it without ever needing the GIL, and its answer comes back as a record of the queue like any other.
 *
 * Actors: the loop's thread, which makes, starts and leaves errands and drains their records; the pool's threads. They are started when
 * more errands wait than threads are idle, have no limit of their own (whoever starts errands limits them), and end when they were idle for
 * a while.
 *
 * 1. add: the arguments are copied, the texts widened, and the handles entered, so that a close that comes meanwhile waits for the call.
 * 2. start: the errand goes on the pool's list, QUEUED.
 * 3. a thread takes it, RUNNING, makes its calls one after another, narrows the texts and leaves the handles.
 * 4. it becomes ENDED and is pushed on the queue of its loop. Whoever drains it owns it.
 *
 * A waiter that goes makes what is QUEUED be DROPPED, which is never begun, and what is RUNNING be LEFT, which frees itself when it ends,
 * with what it opened. Only ENDED is pushed; what is ENDED and left all the same is freed by the drain, or by the queue's end.
 *
 * The system's library wants privileges for some functions; those are Python's to take (native/calls.py), on the thread that calls.
 */
#include "errand.h"

#include <assert.h>
#include <string.h>

#include "functions.h"
#include "handles.h"
#include "loading.h"
#include "platform.h"
#include "text.h"

#define QUEUED 0u
#define RUNNING 1u
#define ENDED 2u
#define DROPPED 3u
#define LEFT 4u

#define OUT_OF_MEMORY 0x8007000Eu
#define NOT_OFFERED 0x8007007Fu
#define FAILED_CODE(result) ((result) & 0x80000000u)
#define IDLE_MS 10000u

/* The arguments of one call and what they own. */
struct arguments {
    uint64_t words[HCSFFI_MOST_ARGUMENTS];
    uint64_t entered[HCSFFI_MOST_ARGUMENTS]; /* numbers of handles, 0: none */
    void *texts[HCSFFI_MOST_ARGUMENTS]; /* from hcsffi_text_widen, or from malloc */
    GUID ids[HCSFFI_MOST_ARGUMENTS];
    uint32_t count;
    uint32_t opened; /* which of them is the handle of the step before, counted from 1; 0: none */
};

struct hcsffi_errand {
    struct hcsffi_record record;
    struct hcsffi_errand *next; /* on the pool's list */
    struct hcsffi_queue *queue;
    volatile uint32_t state;
    uint32_t is_left;
    uint32_t steps;
    uint32_t kinds[HCSFFI_MOST_STEPS]; /* of the handles they hand out */
    uint64_t end_with;
    struct arguments arguments[HCSFFI_MOST_STEPS];
    struct hcsffi_step step[HCSFFI_MOST_STEPS];
    struct hcsffi_glance glance; /* of one that looks */
    GUID *ids;
    uint32_t count;
    WCHAR *query;
    struct hcsffi_looks *looks;
};

static hcsffi_lock pool = HCSFFI_LOCK_INITIAL;
static hcsffi_bell waiting = HCSFFI_BELL_INITIAL; /* an errand has come */
static hcsffi_bell resting = HCSFFI_BELL_INITIAL; /* none is under way any more */
static struct hcsffi_errand *first; /* this and all of the next are guarded by pool */
static struct hcsffi_errand *last;
static uint32_t queued;
static uint32_t idle;
static uint32_t starting;
static uint32_t going; /* queued or running */
static volatile uint32_t unattended;

/* ---- making ---- */

struct hcsffi_errand *hcsffi_errand_open(void) { return hcsffi_forked ? NULL : calloc(1, sizeof(struct hcsffi_errand)); }

static uint32_t refuse(struct hcsffi_refusal *refusal, uint32_t reason) { return refusal->reason = reason; }

/* Leave the handles: on this thread, which may block, or on one of ours. */
static void leave_handles(struct hcsffi_errand *errand, int may_block) {
    for (uint32_t step = 0; step < errand->steps; step++) {
        for (uint32_t i = 0; i < HCSFFI_MOST_ARGUMENTS; i++) {
            uint64_t entered = errand->arguments[step].entered[i];
            errand->arguments[step].entered[i] = 0;
            if (entered && may_block) hcsffi_handle_leave(entered);
            else if (entered) hcsffi_handle_release(entered);
        }
    }
}

static void free_step(struct hcsffi_errand *errand, uint32_t place) {
    struct hcsffi_step *step = &errand->step[place];
    for (uint32_t i = 0; i < HCSFFI_MOST_ARGUMENTS; i++) hcsffi_text_drop(errand->arguments[place].texts[i]);
    for (uint32_t i = 0; i < HCSFFI_MOST_OUT_TEXTS; i++) hcsffi_text_drop(step->text[i]);
    if (step->outs.handle && !FAILED_CODE(step->result)) hcsffi_handle_discard(errand->kinds[place], step->outs.handle, 0);
    if (step->outs.entries && hcsffi_functions.HcnFreeGuestNetworkPortReservations) {
        hcsffi_functions.HcnFreeGuestNetworkPortReservations(step->outs.entries);
    }
}

void hcsffi_errand_free(struct hcsffi_errand *errand) {
    if (errand == NULL || hcsffi_forked) return;
    leave_handles(errand, 0);
    for (uint32_t step = 0; step < errand->steps; step++) free_step(errand, step);
    hcsffi_looks_free(errand->looks);
    hcsffi_text_drop(errand->query);
    free(errand->ids);
    free(errand);
}

/* Take `size` bytes off the packed arguments; NULL: there are not as many. */
static const char *take_bytes(const char **packed, const char *end, size_t size) {
    const char *taken = *packed;
    if ((size_t)(end - taken) < size) return NULL;
    *packed += size;
    return taken;
}

static int take_number(const char **packed, const char *end, uint64_t *number) {
    const char *taken = take_bytes(packed, end, sizeof *number);
    if (taken) memcpy(number, taken, sizeof *number);
    return taken != NULL;
}

static uint32_t add_text(struct arguments *given, uint32_t sort, const char *text, size_t length, struct hcsffi_refusal *refusal) {
    uint32_t problem = HCSFFI_TEXT_FITS;
    WCHAR *wide = NULL;
    char *narrow = NULL;
    if (sort == HCSFFI_ARGUMENT_TEXT) {
        problem = hcsffi_text_widen(text, length, &wide, &refusal->place);
        given->texts[given->count] = wide;
    } else if ((narrow = calloc(1, length + 1)) != NULL) {
        memcpy(narrow, text, length);
        given->texts[given->count] = narrow;
    }
    if (problem == HCSFFI_TEXT_MALFORMED) return refuse(refusal, HCSFFI_REFUSED_TEXT);
    if (given->texts[given->count] == NULL) return refuse(refusal, HCSFFI_REFUSED_MEMORY);
    given->words[given->count] = (uint64_t)(uintptr_t)given->texts[given->count];
    return 0;
}

static uint32_t add_argument(struct arguments *given, const char **packed, const char *end, struct hcsffi_refusal *refusal) {
    uint32_t place = given->count;
    uint32_t sort = (unsigned char)*(*packed)++;
    uint64_t number = 0;
    const char *bytes;
    refusal->text = place;
    if (sort == HCSFFI_ARGUMENT_OPENED) {
        given->opened = place + 1;
    } else if (sort == HCSFFI_ARGUMENT_GUID) {
        if ((bytes = take_bytes(packed, end, sizeof(GUID))) == NULL) return refuse(refusal, HCSFFI_REFUSED_COUNT);
        memcpy(&given->ids[place], bytes, sizeof(GUID));
        given->words[place] = (uint64_t)(uintptr_t)&given->ids[place];
    } else if (!take_number(packed, end, &number)) {
        return refuse(refusal, HCSFFI_REFUSED_COUNT);
    } else if (sort == HCSFFI_ARGUMENT_NUMBER) {
        given->words[place] = number;
    } else if (sort == HCSFFI_ARGUMENT_HANDLE) {
        void *value = hcsffi_handle_enter(number);
        if (value == NULL) return refuse(refusal, HCSFFI_REFUSED_HANDLE);
        given->entered[place] = number;
        given->words[place] = (uint64_t)(uintptr_t)value;
    } else {
        if ((bytes = take_bytes(packed, end, (size_t)number)) == NULL) return refuse(refusal, HCSFFI_REFUSED_COUNT);
        if (add_text(given, sort, bytes, (size_t)number, refusal)) return refusal->reason;
    }
    given->count++;
    return 0;
}

uint32_t hcsffi_errand_add(struct hcsffi_errand *errand, uint32_t function, uint32_t kind, const char *packed, size_t size,
                           struct hcsffi_refusal *refusal) {
    const char *end = packed + size;
    refusal->member = errand->steps;
    if (function >= hcsffi_function_count) return refuse(refusal, HCSFFI_REFUSED_FUNCTION);
    if (errand->steps == HCSFFI_MOST_STEPS) return refuse(refusal, HCSFFI_REFUSED_COUNT);
    struct arguments *given = &errand->arguments[errand->steps];
    errand->kinds[errand->steps] = kind;
    errand->step[errand->steps++].function = function;
    while (packed < end) {
        if (given->count == HCSFFI_MOST_ARGUMENTS) return refuse(refusal, HCSFFI_REFUSED_COUNT);
        if (add_argument(given, &packed, end, refusal)) return refusal->reason;
    }
    return 0;
}

void hcsffi_errand_end_with(struct hcsffi_errand *errand, uint64_t handle) { errand->end_with = handle; }

uint32_t hcsffi_errand_look(struct hcsffi_errand *errand, const struct hcsffi_glance *glance, const char *ids, uint32_t count,
                            const char *query, size_t size, struct hcsffi_refusal *refusal) {
    refusal->member = 0;
    refusal->text = 1; /* the query follows the handle that is asked */
    errand->glance = *glance;
    errand->ids = malloc(count ? count * sizeof(GUID) : 1);
    if (errand->ids == NULL) return refuse(refusal, HCSFFI_REFUSED_MEMORY);
    memcpy(errand->ids, ids, count * sizeof(GUID));
    errand->count = count;
    uint32_t problem = hcsffi_text_widen(query, size, &errand->query, &refusal->place);
    if (!problem) return 0;
    return refuse(refusal, problem == HCSFFI_TEXT_MALFORMED ? HCSFFI_REFUSED_TEXT : HCSFFI_REFUSED_MEMORY);
}

/* ---- doing ---- */

/* Make one call, and narrow what it says here, where that holds nobody up. */
static void make(struct hcsffi_errand *errand, uint32_t place) {
    struct hcsffi_step *step = &errand->step[place];
    struct arguments *given = &errand->arguments[place];
    if (given->opened) given->words[given->opened - 1] = (uint64_t)(uintptr_t)errand->step[place - 1].outs.handle;
    step->made = 1;
    step->result = hcsffi_forked ? NOT_OFFERED : (uint32_t)hcsffi_call(step->function, given->words, &step->outs);
    for (uint32_t i = 0; i < HCSFFI_MOST_OUT_TEXTS; i++) {
        if (step->outs.texts[i] == NULL) continue;
        step->text[i] = hcsffi_text_take(hcsffi_function_table[step->function].library, step->outs.texts[i], &step->length[i]);
        step->outs.texts[i] = NULL;
        if (step->text[i] == NULL) step->result = OUT_OF_MEMORY;
    }
}

/* Whether a call did what was asked, as far as can be told without reading: a network function may say S_OK and leave a record. */
static int went_well(const struct hcsffi_step *step) {
    uint32_t last_text = hcsffi_function_table[step->function].out_texts;
    int is_network = hcsffi_function_table[step->function].library == HCSFFI_COMPUTENETWORK;
    return !FAILED_CODE(step->result) && !(is_network && last_text && step->text[last_text - 1]);
}

static int is_wanted(struct hcsffi_errand *errand) { return atomic_load32(&errand->state) != LEFT; }

static int goes_on(void *errand) { return is_wanted(errand); }

void hcsffi_errand_run(struct hcsffi_errand *errand) {
    int well = 1;
    if (errand->query) errand->looks = hcsffi_look_at(&errand->glance, errand->ids, errand->count, errand->query, goes_on, errand);
    for (uint32_t place = 0; well && place < errand->steps; place++) {
        if (place && errand->step[place - 1].outs.handle == NULL) break;
        make(errand, place);
        well = went_well(&errand->step[place]);
    }
    leave_handles(errand, 1);
    if (well && errand->end_with && is_wanted(errand)) hcsffi_handle_close(errand->end_with);
}

/* Close what nobody waits for: this thread may block. */
static void close_opened(struct hcsffi_errand *errand) {
    for (uint32_t place = 0; place < errand->steps; place++) {
        struct hcsffi_step *step = &errand->step[place];
        if (step->outs.handle == NULL || FAILED_CODE(step->result)) continue;
        hcsffi_handle_close(hcsffi_handle_adopt(errand->kinds[place], step->outs.handle, 0));
        step->outs.handle = NULL;
    }
}

static void run_queued(struct hcsffi_errand *errand) {
    struct hcsffi_queue *queue = errand->queue;
    if (!atomic_replace32(&errand->state, QUEUED, RUNNING)) {
        assert(atomic_load32(&errand->state) == DROPPED);
        leave_handles(errand, 1);
        hcsffi_errand_free(errand);
    } else {
        hcsffi_errand_run(errand);
        if (atomic_exchange32(&errand->state, ENDED) == LEFT) {
            close_opened(errand);
            hcsffi_errand_free(errand);
            atomic_add32(&unattended, -1);
        } else if (!hcsffi_queue_push(queue, &errand->record)) {
            close_opened(errand);
            hcsffi_errand_free(errand);
        }
    }
    hcsffi_queue_drop(queue);
}

/* ---- the pool ---- */

/* The next errand, or NULL when none came for a while; under the lock. */
static struct hcsffi_errand *next_errand(void) {
    while (first == NULL) {
        idle++;
        int rung = hcsffi_bell_await(&waiting, &pool, IDLE_MS);
        idle--;
        if (!rung && first == NULL) return NULL;
    }
    struct hcsffi_errand *errand = first;
    first = errand->next;
    if (first == NULL) last = NULL;
    queued--;
    return errand;
}

static void work(void) {
    hcsffi_lock_take(&pool);
    starting--;
    for (struct hcsffi_errand *errand; (errand = next_errand()) != NULL;) {
        hcsffi_lock_drop(&pool);
        run_queued(errand);
        hcsffi_lock_take(&pool);
        if (--going == 0) hcsffi_bell_ring_all(&resting);
    }
    hcsffi_lock_drop(&pool);
}

static void append(struct hcsffi_errand *errand) {
    errand->next = NULL;
    if (last) last->next = errand;
    else first = errand;
    last = errand;
    queued++;
    going++;
}

/* Take it off the list again; 0: a thread has it already. Under the lock. */
static int take_back(struct hcsffi_errand *errand) {
    struct hcsffi_errand *before = NULL;
    for (struct hcsffi_errand *one = first; one != NULL; before = one, one = one->next) {
        if (one != errand) continue;
        if (before) before->next = one->next;
        else first = one->next;
        if (last == one) last = before;
        queued--;
        going--;
        return 1;
    }
    return 0;
}

/* Give it to an idle thread or to a new one. 0: there is neither. */
static int hand_over(struct hcsffi_errand *errand) {
    hcsffi_lock_take(&pool);
    append(errand);
    int needs_thread = queued > idle + starting;
    if (needs_thread) starting++;
    else hcsffi_bell_ring(&waiting);
    hcsffi_lock_drop(&pool);
    if (!needs_thread || hcsffi_thread_start(work)) return 1;
    hcsffi_lock_take(&pool);
    starting--;
    int taken_back = take_back(errand);
    hcsffi_lock_drop(&pool);
    return !taken_back;
}

uint32_t hcsffi_errand_start(struct hcsffi_queue *queue, uint64_t ticket, struct hcsffi_errand *errand) {
    if (hcsffi_forked) return HCSFFI_REFUSED_FORKED;
    if (hcsffi_queue_is_closed(queue)) return HCSFFI_REFUSED_CLOSED;
    errand->record.ticket = ticket;
    errand->record.sort = HCSFFI_ERRAND;
    errand->queue = queue;
    hcsffi_queue_keep(queue);
    if (hand_over(errand)) return 0;
    hcsffi_queue_drop(queue);
    return HCSFFI_REFUSED_MEMORY;
}

void hcsffi_errand_leave(struct hcsffi_errand *errand) {
    errand->is_left = 1; /* read by the drain alone, which is on this thread */
    if (hcsffi_forked || atomic_replace32(&errand->state, QUEUED, DROPPED)) return;
    atomic_add32(&unattended, 1);
    if (!atomic_replace32(&errand->state, RUNNING, LEFT)) atomic_add32(&unattended, -1);
}

int hcsffi_errand_is_left(const struct hcsffi_record *record) { return ((const struct hcsffi_errand *)record)->is_left != 0; }

struct hcsffi_step *hcsffi_errand_steps(struct hcsffi_errand *errand) {
    for (uint32_t place = 0; place < errand->steps; place++) {
        errand->step[place].texts = hcsffi_function_table[errand->step[place].function].out_texts;
    }
    return errand->step;
}

struct hcsffi_looks *hcsffi_errand_looks(struct hcsffi_errand *errand) { return errand->looks; }

uint32_t hcsffi_errands_unattended(void) { return atomic_load32(&unattended); }

uint32_t hcsffi_errands_begun(void) {
    if (hcsffi_forked) return 0;
    hcsffi_lock_take(&pool);
    uint32_t begun = going - queued;
    hcsffi_lock_drop(&pool);
    return begun;
}

int hcsffi_errands_go_on(uint32_t limit_ms) {
    if (hcsffi_forked) return 0;
    hcsffi_lock_take(&pool);
    if (going) hcsffi_bell_await(&resting, &pool, limit_ms);
    int left = going != 0;
    hcsffi_lock_drop(&pool);
    return left;
}
