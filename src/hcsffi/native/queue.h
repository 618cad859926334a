/* The list between the library's threads and one event loop, and the edge that wakes the loop; see queue.c. What a record means and how it
 * is freed is the business of whoever pushes it. */
#ifndef HCSFFI_QUEUE_H
#define HCSFFI_QUEUE_H
#include <stddef.h>
#include <stdint.h>

/* The sorts of records. All stand here: whoever drains tells them apart by these alone. */
#define HCSFFI_COMPLETION 0
#define HCSFFI_GROUP 1
#define HCSFFI_EVENT 2
#define HCSFFI_STREAM 3 /* on Windows */
#define HCSFFI_ERRAND 4

struct hcsffi_queue;

/* What travels on a queue; the first member of everything that does. */
struct hcsffi_record {
    struct hcsffi_record *next;
    uint64_t ticket;
    char *text; /* UTF-8 from malloc, or NULL */
    uint32_t length;
    uint32_t result; /* the HRESULT of a completion, the kind of an event */
    uint32_t sort;   /* one of the above */
    uint32_t status; /* of an HCN notification */
};

/* Open the queue of one event loop. With -1 for both ends it opens its own; else the write end is the queue's from here on.
 * threads: the loop's; errors: NULL when there is no memory or no descriptor. */
struct hcsffi_queue *hcsffi_queue_open(intptr_t read_end, intptr_t write_end);

/* What the loop watches for reading.
 * threads: the loop's. */
intptr_t hcsffi_queue_descriptor(struct hcsffi_queue *queue);

/* Whether the loop has ended.
 * threads: any that holds a reference. */
int hcsffi_queue_is_closed(struct hcsffi_queue *queue);

/* Append and wake the loop if the list was empty. 0: the queue is closed and the record is still the caller's.
 * threads: any that holds a reference on the queue; GIL: not needed; blocks: never. */
int hcsffi_queue_push(struct hcsffi_queue *queue, struct hcsffi_record *record);

/* Keep the queue's memory and its wake end until the matching drop.
 * threads: any that holds a reference, or the owner. */
void hcsffi_queue_keep(struct hcsffi_queue *queue);

/* Give a reference back; the last one frees the queue.
 * threads: any. */
void hcsffi_queue_drop(struct hcsffi_queue *queue);

/* Begin a turn: pair with hcsffi_queue_leave when the answer is 1. 0: the queue is closed, or another thread is in a turn.
 * threads: the loop's; blocks: never. */
int hcsffi_queue_enter(struct hcsffi_queue *queue);

/* Go on with a turn that was left with records in it; as hcsffi_queue_enter, but nothing that was pushed meanwhile joins it.
 * threads: the loop's; blocks: never. */
int hcsffi_queue_resume(struct hcsffi_queue *queue);

/* Whether records of a turn are left.
 * threads: the loop's. */
int hcsffi_queue_has_left(struct hcsffi_queue *queue);

/* Whether something was pushed since the list was taken.
 * threads: the loop's. */
int hcsffi_queue_has_come(struct hcsffi_queue *queue);

/* Make the descriptor readable, since records of a turn are left that nobody comes back for by himself.
 * threads: the loop's. */
void hcsffi_queue_rouse(struct hcsffi_queue *queue);

/* Take the oldest record of this turn out; NULL: there is none. What is pushed during a turn belongs to a later one.
 * threads: the one that entered; owns: the record is the caller's. */
struct hcsffi_record *hcsffi_queue_next(struct hcsffi_queue *queue);

/* End the turn. 1: records of it are left for the next.
 * threads: the one that entered. */
int hcsffi_queue_leave(struct hcsffi_queue *queue);

/* Refuse every further record and take out those that were never drained, oldest first. The owner's reference stays.
 * threads: the owner's, once; owns: the records are the caller's. */
struct hcsffi_record *hcsffi_queue_end(struct hcsffi_queue *queue);
#endif
