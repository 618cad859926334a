/* Calls that block, made on a thread of the shim, and their answers as they come back on the queue of a loop; see errand.c. */
#ifndef HCSFFI_ERRAND_H
#define HCSFFI_ERRAND_H
#include <stddef.h>
#include <stdint.h>

#include "completions.h"
#include "hcs_cdef.h"
#include "looking.h"
#include "queue.h"

/* No function takes more arguments or hands out more texts, and no errand makes more calls that follow from one another. */
#define HCSFFI_MOST_ARGUMENTS 6
#define HCSFFI_MOST_OUT_TEXTS 2
#define HCSFFI_MOST_STEPS 2

/* Why a step was refused beside the reasons of completions.h: its handle is closed. */
#define HCSFFI_REFUSED_HANDLE 16

/* The sorts of arguments that hcsffi_errand_add reads: 8 bytes of a number, or NULL; 8 bytes of a handle's number; 16 bytes of a GUID;
 * 8 bytes of length and as many of UTF-8, given to the function as UTF-16 or (NARROW) as they are; nothing, for the handle that the step
 * before opened. */
#define HCSFFI_ARGUMENT_NUMBER 0
#define HCSFFI_ARGUMENT_HANDLE 1
#define HCSFFI_ARGUMENT_GUID 2
#define HCSFFI_ARGUMENT_TEXT 3
#define HCSFFI_ARGUMENT_NARROW 4
#define HCSFFI_ARGUMENT_OPENED 5

struct hcsffi_errand;

/* Where a function puts what it hands out; which of these it uses is in its prototype. */
struct hcsffi_outs {
    void *handle;
    PWSTR texts[HCSFFI_MOST_OUT_TEXTS];
    ULONG count;
    HCN_PORT_RANGE_RESERVATION range;
    HCN_PORT_RANGE_ENTRY *entries;
};

/* One call of an errand once it has ended. The handle and the entries belong to the errand until they are taken out of here. */
struct hcsffi_step {
    uint32_t function;
    uint32_t made; /* whether it was called at all */
    uint32_t result;
    uint32_t texts; /* how many of the next are the function's */
    char *text[HCSFFI_MOST_OUT_TEXTS]; /* UTF-8, NULL: none */
    uint32_t length[HCSFFI_MOST_OUT_TEXTS];
    struct hcsffi_outs outs;
};

/* An errand without anything to do.
 * threads: any; errors: NULL when there is no memory or in a fork. */
struct hcsffi_errand *hcsffi_errand_open(void);

/* Free an errand that was not started, or that has ended and was taken: what it still owns is closed on a thread of ours.
 * threads: any. */
void hcsffi_errand_free(struct hcsffi_errand *errand);

/* Add a call: `packed` holds its arguments, each a byte of its sort and what belongs to that; `kind` is that of the handle it hands out, if
 * any. A second step is made when the first has opened a handle and neither failed nor left a record.
 * threads: any; owns: copies everything, and enters the handles; errors: a reason with *refusal filled, 0: none. */
uint32_t hcsffi_errand_add(struct hcsffi_errand *errand, uint32_t function, uint32_t kind, const char *packed, size_t size,
                           struct hcsffi_refusal *refusal);

/* Close this handle at the end, unless a step has failed or left a record, or the waiter has gone.
 * threads: any. */
void hcsffi_errand_end_with(struct hcsffi_errand *errand, uint64_t handle);

/* Look at many things, in place of steps; see looking.h.
 * threads: any; owns: copies everything; errors: as hcsffi_errand_add. */
uint32_t hcsffi_errand_look(struct hcsffi_errand *errand, const struct hcsffi_glance *glance, const char *ids, uint32_t count,
                            const char *query, size_t size, struct hcsffi_refusal *refusal);

/* Do it here and now.
 * threads: any; GIL: not needed; blocks: as its functions do. */
void hcsffi_errand_run(struct hcsffi_errand *errand);

/* Let a thread do it; the record with this ticket comes when it has ended.
 * threads: the queue's loop; blocks: never; owns: the errand is the thread's until its record is drained; errors:
 * HCSFFI_REFUSED_MEMORY when no thread can be had, _CLOSED, and then the errand is still the caller's; 0: it is under way. */
uint32_t hcsffi_errand_start(struct hcsffi_queue *queue, uint64_t ticket, struct hcsffi_errand *errand);

/* Nobody waits for it any more: it is not begun if no thread has taken it, and else runs to its end and frees itself there.
 * threads: the queue's loop, before the record is drained. */
void hcsffi_errand_leave(struct hcsffi_errand *errand);

/* Whether the record is of an errand that nobody waits for.
 * threads: the queue's loop. */
int hcsffi_errand_is_left(const struct hcsffi_record *record);

/* The steps of an errand that has ended; made are those from the first on.
 * threads: whoever took it. */
struct hcsffi_step *hcsffi_errand_steps(struct hcsffi_errand *errand);

/* What an errand that looked has seen; NULL when there was no memory.
 * threads: whoever took it. */
struct hcsffi_looks *hcsffi_errand_looks(struct hcsffi_errand *errand);

/* How many calls go on whose waiters have gone.
 * threads: any. */
uint32_t hcsffi_errands_unattended(void);

/* How many errands threads have begun and not ended.
 * threads: any. */
uint32_t hcsffi_errands_begun(void);

/* Whether errands are under way or wait for a thread; waits for that to end, but not longer than this.
 * threads: any; blocks: at most so long. */
int hcsffi_errands_go_on(uint32_t limit_ms);
#endif
