/* From the library's callback to the event loop, without the GIL and without Python: the nodes of operations and their callbacks. The list
 * they travel on is queue.c's.
 *
 * Actors: the loop's thread, which submits, cancels and drains; the library's threads, which call `completed`. One queue belongs to one
 * loop.
 *
 * 1. submit: the loop allocates a node, enters the handle, widens the texts, creates an operation with the node as context, and calls the
 *    function. The waiter is known to Python before that, because the answer may come before the call returns, even on the loop's own
 *    stack.
 * 2. completed, on any thread: take result code and document (and process, for the two functions that have one), turn the document into
 *    UTF-8, free the original.
 * 3. finish: close the operation, leave the handle, push the node, wake the loop if the list was empty, drop the queue's reference.
 * 4. drain: take the records from the list, oldest first; at most `limit` leave in one turn.
 * 5. the node is freed by the drain that took it.
 *
 * An operation must not be closed while a call uses it, so a node has a state: RUNNING, HELD (the loop's thread is inside a call with the
 * operation: the starting call itself, or a cancel) and ANSWERED. The callback sets ANSWERED; it finishes only if it found RUNNING. A
 * holder that finds ANSWERED when it lets go finishes instead. So step 3 never overlaps a call, and what the starting call wrote is
 * complete before the node can be drained.
 *
 * The rules both sides rely on, asserted on both in the sanitized builds (HCSFFI_SANITIZE): a node is answered once, by whoever claimed it;
 * only a holder lets go; what is finished, drained or discarded is ANSWERED; a group's count of requests under way falls to none once. A
 * node keeps its queue from its making to the end of `finish`. The nodes of a group are one block with it, which is freed when the last
 * answer was taken, and keep the queue together. Their texts stay in it where they fit.
 *
 * Cancelling asks the library and marks the node; everything the answer owns is freed by the drain, or by `finish` when the loop has ended
 * meanwhile: the list then refuses every record. The queue's memory and wake end live until the last pending node is finished.
 *
 * A wish is what the submitter wants done with what an operation opens, should nobody be there to take it. It travels in a column of its
 * own, from Python through the node to the handle's slot, and is carried out by handles.c.
 *
 * A failing start gives no callback; its node is finished at the call site and arrives like any other answer. Some builds of Windows
 * complete HcsCreateProcess inside the call and leave an operation that tracks nothing, so that no callback would ever come; the result
 * call then answers E_INVALIDARG or NOT_STARTED instead of PENDING, and that becomes the answer, together with the process handle, for
 * Python to recover from.
 */
#include "completions.h"

#include <assert.h>
#include <string.h>

#include "errand.h"
#include "functions.h"
#include "handles.h"
#include "loading.h"
#include "node.h"
#include "platform.h"
#include "queue.h"
#include "text.h"

#define NOT_STARTED 0x80370115u
#define INVALID_HANDLE 0x80070006u
#define NOT_OFFERED 0x8007007Fu

/* ---- the answer ---- */

/* One request of the group less; 1 when none is left, and then the group's record is the caller's to push. */
static int count_down(struct hcsffi_group *group) {
    uint32_t most = group->count; /* another thread may free the group as soon as this one has counted */
    uint32_t left = atomic_add32(&group->remaining, -1);
    assert(left <= most); /* the submission counts as one request while it lasts, and so does a cancel after it */
    (void)most;
    return left == 0;
}

/* Hand over what was answered, or free it; the queue it kept is dropped. */
static void push(struct hcsffi_queue *queue, struct hcsffi_record *record) {
    if (!hcsffi_queue_push(queue, record)) hcsffi_record_discard(record);
    hcsffi_queue_drop(queue);
}

static void finish(struct hcsffi_node *node) {
    assert(atomic_load32(&node->state) == NODE_ANSWERED);
    assert(atomic_load32(&node->claimed) == 1);
    struct hcsffi_queue *queue = node->queue;
    struct hcsffi_group *group = node->group;
    if (node->operation) hcsffi_functions.HcsCloseOperation(node->operation);
    if (node->handle) hcsffi_handle_release(node->handle);
    if (group && !count_down(group)) return;
    push(queue, group ? &group->record : &node->record);
}

/* Let go of a held node; the answer may have come meanwhile. */
static void let_go(struct hcsffi_node *node) {
    assert(atomic_load32(&node->state) != NODE_RUNNING);
    if (!atomic_replace32(&node->state, NODE_HELD, NODE_RUNNING)) finish(node);
}

static void keep_document(struct hcsffi_node *node, PWSTR document) {
    if (document == NULL) return;
    size_t room = node->group ? ROOM_FOR_TEXT : 0;
    node->record.text = hcsffi_text_take_into(room_of(node), room, HCSFFI_COMPUTECORE, document, &node->record.length);
    if (node->record.text == NULL) node->record.result = OUT_OF_MEMORY;
}

static void completed(HCS_OPERATION operation, void *context) {
    struct hcsffi_node *node = context;
    PWSTR document = NULL;
    HRESULT result;
    if (atomic_exchange32(&node->claimed, 1)) return;
    if (answers_with_process(node->function)) {
        result = hcsffi_functions.HcsGetOperationResultAndProcessInfo(operation, node->process, &document);
        node->has_process = result >= 0;
    } else {
        result = hcsffi_functions.HcsGetOperationResult(operation, &document);
    }
    node->record.result = (uint32_t)result;
    keep_document(node, document);
    uint32_t found = atomic_exchange32(&node->state, NODE_ANSWERED);
    assert(found != NODE_ANSWERED);
    if (found == NODE_RUNNING) finish(node);
}

static PWSTR document_of(HCS_OPERATION operation) {
    PWSTR document = NULL;
    hcsffi_functions.HcsGetOperationResult(operation, &document);
    return document;
}

/* The starting call failed, so no callback comes; the operation may still hold a document that says why. */
static void answer_here(struct hcsffi_node *node, uint32_t result) {
    if (atomic_exchange32(&node->claimed, 1)) return;
    node->record.result = result;
    if (node->operation) keep_document(node, document_of(node->operation));
    uint32_t found = atomic_exchange32(&node->state, NODE_ANSWERED);
    assert(found == NODE_HELD);
    (void)found;
}

/* After HcsCreateProcess has succeeded with the answer still out: does the operation track anything at all? */
static void check_tracking(struct hcsffi_node *node) {
    PWSTR document = NULL;
    uint32_t code = (uint32_t)hcsffi_functions.HcsGetOperationResult(node->operation, &document);
    if (document) free(hcsffi_text_take(HCSFFI_COMPUTECORE, document, &(uint32_t){0}));
    if (code == INVALID_ARGUMENT || code == NOT_STARTED) answer_here(node, INVALID_ARGUMENT);
}

/* ---- submitting ---- */

static void make_node(struct hcsffi_node *node, struct hcsffi_queue *queue, uint32_t function, uint8_t wishes) {
    *node = (struct hcsffi_node){.queue = queue, .function = (uint16_t)function, .wishes = wishes, .state = NODE_HELD};
    if (answers_with_process(function)) memset(node->process, 0, sizeof *node->process);
}

static struct hcsffi_node *open_node(struct hcsffi_queue *queue, uint64_t ticket, uint32_t function, uint8_t wishes) {
    struct hcsffi_node *node = malloc(size_of_node(function)); /* calloc would pass by the blocks that glibc keeps for whoever asks next */
    if (node == NULL) return NULL;
    make_node(node, queue, function, wishes);
    node->record.ticket = ticket;
    hcsffi_queue_keep(queue);
    return node;
}

/* Create the operation and make the starting call; from here on the node answers, whatever happens. It leaves the handle, which was entered
 * for it; `native` is NULL where there is none, and where it could not be entered. */
static void start_node(struct hcsffi_node *node, uint64_t handle, void *native, PCWSTR const *texts) {
    if (handle && native == NULL) {
        answer_here(node, INVALID_HANDLE);
        let_go(node);
        return;
    }
    node->handle = handle;
    if (hcsffi_functions.HcsCreateOperation) node->operation = hcsffi_functions.HcsCreateOperation(node, completed);
    if (node->operation == NULL) {
        answer_here(node, hcsffi_functions.HcsCreateOperation ? OUT_OF_MEMORY : NOT_OFFERED);
        let_go(node);
        return;
    }
    uint32_t result = (uint32_t)hcsffi_start(node->function, native, texts, node->operation, &node->opened);
    if (FAILED_CODE(result)) {
        answer_here(node, result);
    } else if (IS(node->function, HcsCreateProcess) && atomic_load32(&node->state) == NODE_HELD) {
        check_tracking(node);
    }
    let_go(node);
}

static uint32_t refuse(struct hcsffi_refusal *refusal, uint32_t reason) {
    refusal->reason = reason;
    return reason;
}

static uint32_t may_submit(struct hcsffi_queue *queue, uint32_t function, struct hcsffi_refusal *refusal) {
    if (hcsffi_forked) return refuse(refusal, HCSFFI_REFUSED_FORKED);
    if (hcsffi_queue_is_closed(queue)) return refuse(refusal, HCSFFI_REFUSED_CLOSED);
    if (function >= hcsffi_function_count || !hcsffi_function_table[function].submits) return refuse(refusal, HCSFFI_REFUSED_FUNCTION);
    return 0;
}

/* The texts of a submission that are still to be read. */
struct texts {
    const char *place;
    const char *end; /* of the last text; NULL once it was read */
};

/* The next text and its length, NULL for a NULL; 0 when there is none. */
static int next_text(struct texts *texts, const char **text, size_t *length) {
    if (texts->end == NULL) return 0;
    const char *stop = memchr(texts->place, 0, (size_t)(texts->end - texts->place));
    *text = texts->place;
    *length = (size_t)((stop ? stop : texts->end) - texts->place);
    if (*length == 1 && (unsigned char)**text == 0xFF) *text = NULL;
    if (stop) texts->place = stop + 1;
    else texts->end = NULL;
    return 1;
}

/* Widen the texts of one function. */
static uint32_t widen_texts(struct texts *texts, uint32_t function, PCWSTR *wide, struct hcsffi_refusal *refusal) {
    for (uint32_t i = 0; i < hcsffi_function_table[function].texts; i++) {
        const char *text;
        size_t length;
        WCHAR *out;
        refusal->text = i;
        if (!next_text(texts, &text, &length)) return refuse(refusal, HCSFFI_REFUSED_COUNT);
        if (text == NULL) continue;
        uint32_t problem = hcsffi_text_widen(text, length, &out, &refusal->place);
        if (problem) return refuse(refusal, problem == HCSFFI_TEXT_MALFORMED ? HCSFFI_REFUSED_TEXT : HCSFFI_REFUSED_MEMORY);
        wide[i] = out;
    }
    return 0;
}

static void drop_texts(PCWSTR *wide) {
    for (int i = 0; i < HCSFFI_MOST_TEXTS; i++) hcsffi_text_drop((void *)wide[i]);
}

struct hcsffi_node *hcsffi_submit(struct hcsffi_queue *queue, uint64_t ticket, uint32_t function, uint64_t handle, uint8_t wishes,
                                  const char *texts, size_t size, struct hcsffi_refusal *refusal) {
    PCWSTR wide[HCSFFI_MOST_TEXTS] = {NULL, NULL, NULL};
    struct hcsffi_node *node = NULL;
    refusal->member = 0;
    if (may_submit(queue, function, refusal)) return NULL;
    uint32_t expected = hcsffi_function_table[function].texts;
    if (texts == NULL) {
        texts = "\xFF";
        size = 1;
    }
    struct texts left = {texts, expected || size ? texts + size : NULL};
    if (!widen_texts(&left, function, wide, refusal)) {
        if (left.end) refuse(refusal, HCSFFI_REFUSED_COUNT);
        else if ((node = open_node(queue, ticket, function, wishes)) == NULL) refuse(refusal, HCSFFI_REFUSED_MEMORY);
        else start_node(node, handle, handle ? hcsffi_handle_enter(handle) : NULL, wide);
    }
    drop_texts(wide);
    return node;
}

void hcsffi_cancel(struct hcsffi_node *node) {
    node->abandoned = 1;
    if (hcsffi_forked || !atomic_replace32(&node->state, NODE_RUNNING, NODE_HELD)) return;
    if (hcsffi_functions.HcsCancelOperation) hcsffi_functions.HcsCancelOperation(node->operation);
    let_go(node);
}

/* ---- groups ---- */

static void leave_group(struct hcsffi_queue *queue, struct hcsffi_group *group) {
    if (count_down(group)) push(queue, &group->record);
}

/* Look at everything before the first call, so that a malformed text refuses the group as a whole. */
static uint32_t check_group(struct hcsffi_queue *queue, uint32_t count, const uint32_t *functions, struct texts texts,
                            struct hcsffi_refusal *refusal) {
    for (uint32_t i = 0; i < count; i++) {
        refusal->member = i;
        if (may_submit(queue, functions[i], refusal)) return refusal->reason;
        for (uint32_t j = 0; j < hcsffi_function_table[functions[i]].texts; j++) {
            const char *text;
            size_t length;
            refusal->text = j;
            if (!next_text(&texts, &text, &length)) return refuse(refusal, HCSFFI_REFUSED_COUNT);
            if (text && hcsffi_text_check(text, length, &refusal->place)) return refuse(refusal, HCSFFI_REFUSED_TEXT);
        }
    }
    return texts.end ? refuse(refusal, HCSFFI_REFUSED_COUNT) : 0;
}

static struct hcsffi_group *open_group(struct hcsffi_queue *queue, uint64_t ticket, uint32_t count, const uint32_t *functions) {
    size_t size = sizeof(struct hcsffi_group) + count * sizeof(struct hcsffi_node *);
    for (uint32_t i = 0; i < count; i++) size += size_of_node(functions[i]) + ROOM_FOR_TEXT;
    struct hcsffi_group *group = malloc(size);
    if (group == NULL) return NULL;
    *group = (struct hcsffi_group){.record.ticket = ticket, .record.sort = HCSFFI_GROUP, .count = count};
    group->remaining = count + 1; /* one for the submitter: the group cannot be drained while it is being started */
    hcsffi_queue_keep(queue);
    return group;
}

/* A group while it is being started. */
struct starting {
    struct hcsffi_group *group;
    struct hcsffi_queue *queue;
    char *place; /* of the next node, in the group's block */
    const uint32_t *functions;
    const uint64_t *handles;
    const uint8_t *wishes;
    struct texts texts;
    struct hcsffi_refusal *refusal;
};

/* Make a node just before its start: what was written long ago would have left the processor's memory. */
static struct hcsffi_node *add_node(struct starting *starting, uint32_t member) {
    struct hcsffi_node *node = (struct hcsffi_node *)starting->place;
    uint32_t function = starting->functions[member];
    make_node(node, starting->queue, function, starting->wishes[member]);
    node->group = starting->group;
    starting->group->nodes[member] = node;
    starting->place += size_of_node(function) + ROOM_FOR_TEXT;
    return node;
}

static void start_member(struct starting *starting, struct hcsffi_node *node, uint64_t handle, void *native) {
    PCWSTR wide[HCSFFI_MOST_TEXTS] = {NULL, NULL, NULL};
    if (widen_texts(&starting->texts, node->function, wide, starting->refusal)) {
        node->handle = native ? handle : 0;
        answer_here(node, OUT_OF_MEMORY); /* the texts are well-formed: memory ran out since the check */
        let_go(node);
    } else {
        start_node(node, handle, native, wide);
    }
    drop_texts(wide);
}

/* Start members from this one on, as long as they are about one handle; returns the next. The handle is entered for all of them at once:
 * the threads that answer leave it meanwhile, and of two that write to one place each waits for the other. */
static uint32_t start_alike(struct starting *starting, uint32_t first) {
    uint64_t handle = starting->handles[first];
    uint32_t end = first + 1;
    while (end < starting->group->count && starting->handles[end] == handle) end++;
    void *native = handle ? hcsffi_handle_enter_for(handle, end - first) : NULL;
    for (uint32_t i = first; i < end; i++) start_member(starting, add_node(starting, i), handle, native);
    return end;
}

struct hcsffi_group *hcsffi_submit_many(struct hcsffi_queue *queue, uint64_t ticket, uint32_t count, const uint32_t *functions,
                                        const uint64_t *handles, const uint8_t *wishes, const char *texts, size_t size,
                                        struct hcsffi_refusal *refusal) {
    uint32_t expected = 0;
    for (uint32_t i = 0; i < count; i++) expected += functions[i] < hcsffi_function_count ? hcsffi_function_table[functions[i]].texts : 0;
    struct texts all = {texts, expected || size ? texts + size : NULL};
    if (check_group(queue, count, functions, all, refusal)) return NULL;
    struct hcsffi_group *group = open_group(queue, ticket, count, functions);
    if (group == NULL) {
        refuse(refusal, HCSFFI_REFUSED_MEMORY);
        return NULL;
    }
    struct starting starting = {group, queue, (char *)&group->nodes[count], functions, handles, wishes, all, refusal};
    for (uint32_t next = 0; next < count;) next = start_alike(&starting, next);
    leave_group(queue, group);
    return group;
}

void hcsffi_cancel_many(struct hcsffi_group *group) {
    struct hcsffi_queue *queue = group->nodes[0]->queue;
    uint32_t remaining;
    group->abandoned = 1;
    /* A cancel may complete the last request: the group must outlive this loop. Once nothing remains the drain frees it. */
    do {
        remaining = atomic_load32(&group->remaining);
        if (remaining == 0 || hcsffi_forked) return;
    } while (!atomic_replace32(&group->remaining, remaining, remaining + 1));
    for (uint32_t i = 0; i < group->count; i++) hcsffi_cancel(group->nodes[i]);
    leave_group(queue, group);
}
