/* The list between the library's threads and one event loop; seen by completions.c and events.c, not by Python. */
#ifndef HCSFFI_QUEUE_H
#define HCSFFI_QUEUE_H
#include <stdint.h>

#include "completions.h"

/* What travels on a queue; the first member of everything that does. */
struct hcsffi_record {
    struct hcsffi_record *next;
    uint64_t ticket;
    char *text; /* UTF-8 from malloc, or NULL */
    uint32_t length;
    uint32_t result; /* the HRESULT of a completion, the kind of an event */
    uint32_t sort;   /* HCSFFI_COMPLETION, HCSFFI_GROUP, HCSFFI_EVENT */
    uint32_t status; /* of an HCN notification */
};

/* Append and wake the loop if the list was empty. 0: the queue is closed and the record is still the caller's.
 * threads: any that holds a reference on the queue; GIL: not needed; blocks: never. */
int hcsffi_queue_push(struct hcsffi_queue *queue, struct hcsffi_record *record);

/* Keep the queue's memory and its wake end until the matching drop.
 * threads: any that holds a reference, or the owner. */
void hcsffi_queue_keep(struct hcsffi_queue *queue);

/* Give a reference back; the last one frees the queue.
 * threads: any. */
void hcsffi_queue_drop(struct hcsffi_queue *queue);
#endif
