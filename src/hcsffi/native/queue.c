/* A list that any thread appends to and one thread takes from, without a lock, and the descriptor that tells the one of it.
 *
 * 1. push: link the record in front of the newest, and wake the loop if the list was empty.
 * 2. enter: clear the wake token, then take the whole list. The other order loses wakeups: a record pushed between taking and clearing
 *    would find a non-empty list, not wake, and its token would be cleared. The list is newest first and is turned round.
 * 3. end: the list's head becomes the CLOSED mark; a push that meets it is refused.
 *
 * The rule both sides rely on: whoever pushes holds a reference until the push has returned, because the wake end is touched after the
 * record may already be gone. The owner holds the first reference, every operation under way and every registration for events one more.
 * Keeping asserts that somebody held one, dropping that it was there to be dropped, pushing that the queue lives. The asserting builds are
 * the sanitized ones (HCSFFI_SANITIZE).
 */
#include "queue.h"

#include <assert.h>

#include "platform.h"
#include "wakeup.h"

struct hcsffi_queue {
    void *volatile head; /* struct hcsffi_record, newest first; &closed_mark once the loop has ended */
    struct hcsffi_record *taken; /* oldest first; the draining thread's */
    volatile uint32_t references;
    volatile uint32_t draining;
    struct hcsffi_wakeup wakeup;
};

static struct hcsffi_record closed_mark;

struct hcsffi_queue *hcsffi_queue_open(intptr_t read_end, intptr_t write_end) {
    struct hcsffi_queue *queue = calloc(1, sizeof *queue);
    if (queue == NULL) return NULL;
    queue->references = 1;
    queue->wakeup.read_end = read_end;
    queue->wakeup.write_end = write_end;
    if (write_end == -1 && !hcsffi_wakeup_open(&queue->wakeup)) {
        free(queue);
        return NULL;
    }
    return queue;
}

intptr_t hcsffi_queue_descriptor(struct hcsffi_queue *queue) { return queue->wakeup.read_end; }

int hcsffi_queue_is_closed(struct hcsffi_queue *queue) { return atomic_load_pointer(&queue->head) == &closed_mark; }

void hcsffi_queue_keep(struct hcsffi_queue *queue) {
    uint32_t kept = atomic_add32(&queue->references, 1);
    assert(kept > 1);
    (void)kept;
}

void hcsffi_queue_drop(struct hcsffi_queue *queue) {
    uint32_t left = atomic_add32(&queue->references, -1);
    assert(left != UINT32_MAX);
    if (left != 0) return;
    assert(hcsffi_queue_is_closed(queue)); /* the owner's reference goes with the end */
    assert(queue->taken == NULL);
    hcsffi_wakeup_close(&queue->wakeup);
    free(queue);
}

int hcsffi_queue_push(struct hcsffi_queue *queue, struct hcsffi_record *record) {
    void *head;
    assert(atomic_load32(&queue->references) != 0);
    do {
        head = atomic_load_pointer(&queue->head);
        if (head == &closed_mark) return 0;
        record->next = head;
    } while (!atomic_replace_pointer(&queue->head, head, record));
    /* The record may be drained and freed from here on; the queue lives on by the caller's reference. */
    if (head == NULL) hcsffi_wakeup_signal(&queue->wakeup);
    assert(atomic_load32(&queue->references) != 0);
    return 1;
}

static struct hcsffi_record *turned_round(struct hcsffi_record *newest) {
    struct hcsffi_record *oldest = NULL;
    while (newest) {
        struct hcsffi_record *next = newest->next;
        newest->next = oldest;
        oldest = newest;
        newest = next;
    }
    return oldest;
}

/* The whole list, oldest first. */
static struct hcsffi_record *take_list(struct hcsffi_queue *queue) {
    void *newest;
    hcsffi_wakeup_clear(&queue->wakeup);
    do {
        newest = atomic_load_pointer(&queue->head);
        if (newest == NULL || newest == &closed_mark) return NULL;
    } while (!atomic_replace_pointer(&queue->head, newest, NULL));
    return turned_round(newest);
}

int hcsffi_queue_enter(struct hcsffi_queue *queue) {
    if (hcsffi_queue_is_closed(queue) || atomic_exchange32(&queue->draining, 1)) return 0;
    if (queue->taken == NULL) queue->taken = take_list(queue);
    return 1;
}

int hcsffi_queue_resume(struct hcsffi_queue *queue) {
    return queue->taken != NULL && !hcsffi_queue_is_closed(queue) && !atomic_exchange32(&queue->draining, 1);
}

int hcsffi_queue_has_left(struct hcsffi_queue *queue) { return queue->taken != NULL; }

int hcsffi_queue_has_come(struct hcsffi_queue *queue) {
    void *head = atomic_load_pointer(&queue->head);
    return head != NULL && head != &closed_mark;
}

void hcsffi_queue_rouse(struct hcsffi_queue *queue) {
    if (!hcsffi_queue_is_closed(queue)) hcsffi_wakeup_signal(&queue->wakeup);
}

struct hcsffi_record *hcsffi_queue_next(struct hcsffi_queue *queue) {
    assert(atomic_load32(&queue->draining) == 1);
    struct hcsffi_record *record = queue->taken;
    if (record) queue->taken = record->next;
    return record;
}

int hcsffi_queue_leave(struct hcsffi_queue *queue) {
    int more = queue->taken != NULL;
    uint32_t entered = atomic_exchange32(&queue->draining, 0);
    assert(entered == 1);
    (void)entered;
    return more;
}

struct hcsffi_record *hcsffi_queue_end(struct hcsffi_queue *queue) {
    void *head = atomic_exchange_pointer(&queue->head, &closed_mark);
    assert(head != &closed_mark);
    struct hcsffi_record *left = queue->taken;
    struct hcsffi_record **end = &left;
    queue->taken = NULL;
    while (*end) end = &(*end)->next;
    *end = turned_round(head);
    return left;
}
