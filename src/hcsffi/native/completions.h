/* Operations started for an event loop, and their answers as Python drains them; see completions.c for the mechanism. */
#ifndef HCSFFI_COMPLETIONS_H
#define HCSFFI_COMPLETIONS_H
#include <stddef.h>
#include <stdint.h>

#define HCSFFI_TURN 1024
/* A turn that has handed out fewer takes what came meanwhile, too, where the loop has nothing else to do. */
#define HCSFFI_FEW 8

#define HCSFFI_REFUSED_TEXT 1
#define HCSFFI_REFUSED_MEMORY 2
#define HCSFFI_REFUSED_FORKED 3
#define HCSFFI_REFUSED_CLOSED 4
#define HCSFFI_REFUSED_FUNCTION 5
#define HCSFFI_REFUSED_COUNT 6

struct hcsffi_queue;
struct hcsffi_node;
struct hcsffi_group;

/* Why a submission was refused before anything native was called. */
struct hcsffi_refusal {
    uint32_t reason;
    uint32_t member; /* which request of a group */
    uint32_t text;   /* which of its texts */
    size_t place;    /* at which byte */
};

/* A process as its completion reports it; -1: no such stream. The streams belong to whoever drains the record. */
struct hcsffi_process {
    uint32_t id;
    intptr_t input;
    intptr_t output;
    intptr_t error;
};

/* One turn's records, column by column; row i's text is arena[ends[i - 1]..ends[i]]. */
struct hcsffi_batch {
    uint32_t count;
    uint32_t more;    /* records wait beyond the turn's limit: drain again without waiting */
    uint32_t special; /* rows that are not plain completions: an event, a group, an errand, an opened handle or a process */
    uint32_t capacity;
    uint64_t *tickets;
    uint32_t *sorts;
    uint32_t *results;
    uint32_t *ends;
    uint32_t *statuses;
    uint64_t *opened; /* numbers of adopted handles, 0: none */
    uint32_t *kinds;  /* of the opened handles, see handles.h */
    void **kept;      /* the row's group, for hcsffi_group_take, or errand, for hcsffi_errand_free; NULL for others */
    struct hcsffi_process *processes;
    uint8_t *has_process;
    char *arena;
    size_t arena_size;
};

/* One record by itself. Whoever takes it owns the text, from malloc, the streams and the handle; the text of a group's answer is the
 * group's, until the next one is taken or the group is freed. */
struct hcsffi_answer {
    uint64_t ticket;
    uint32_t sort;
    uint32_t result;
    uint32_t status;
    uint32_t length;
    char *text;
    uint64_t opened; /* the number of an adopted handle, 0: none */
    uint32_t kind;   /* of the opened handle, see handles.h */
    uint32_t has_process;
    struct hcsffi_process process;
    void *kept; /* the group, for hcsffi_group_take, or errand, for hcsffi_errand_free, of such a record; else NULL */
};

/* Make room for the records of one turn.
 * errors: NULL when there is no memory. */
struct hcsffi_batch *hcsffi_batch_open(uint32_t capacity);

/* Free a batch; NULL is allowed. */
void hcsffi_batch_close(struct hcsffi_batch *batch);

/* End of the loop: free what was not drained, let late completions free themselves. The pointer must not be used afterwards.
 * threads: the loop's, or any once the loop has ended. */
void hcsffi_queue_close(struct hcsffi_queue *queue);

/* Start a function of hcs_cdef.h on an operation of its own. Its answer, a failing start included, arrives as the record with this ticket.
 * `texts` holds `size` bytes: every text of the function in order, separated by NULs; the single byte 0xFF stands for NULL, as does a
 * `texts` that is NULL. `wishes`: what is done with the handle it opens when nobody takes it, see handles.h.
 * threads: the queue's loop; blocks: as the function's accepting call does; owns: the node is the queue's;
 * errors: NULL with *refusal filled, nothing native called and no record coming. */
struct hcsffi_node *hcsffi_submit(struct hcsffi_queue *queue, uint64_t ticket, uint32_t function, uint64_t handle, uint8_t wishes,
                                  const char *texts, size_t size, struct hcsffi_refusal *refusal);

/* Ask the library to drop the operation and never report it: what it would have answered is freed when its last word comes.
 * threads: the queue's loop, before the node's record is drained. */
void hcsffi_cancel(struct hcsffi_node *node);

/* Start many functions at once; one record comes when the last of them has answered. `texts` holds every text of every request in order, as
 * above; `functions`, `handles` and `wishes` have one row a request.
 * threads, blocks, errors: as hcsffi_submit; a malformed text refuses the whole group before anything native is called. */
struct hcsffi_group *hcsffi_submit_many(struct hcsffi_queue *queue, uint64_t ticket, uint32_t count, const uint32_t *functions,
                                        const uint64_t *handles, const uint8_t *wishes, const char *texts, size_t size,
                                        struct hcsffi_refusal *refusal);

/* As hcsffi_cancel, for every request of the group that has not answered; answers that have come are freed too.
 * threads: the queue's loop, before the group's record is drained. */
void hcsffi_cancel_many(struct hcsffi_group *group);

/* Take the answers of a group whose record was drained, in the order of the requests; frees the group.
 * threads: the queue's loop; owns: the batch is the caller's; errors: NULL when there is no memory, and then the answers are freed. */
struct hcsffi_batch *hcsffi_group_take(struct hcsffi_group *group);

/* How many answers a group has. */
uint32_t hcsffi_group_count(const struct hcsffi_group *group);

/* Take the next answer of a group whose record was drained, in the order of the requests. 0: there is none left, and the group is freed.
 * threads: the queue's loop; owns: see struct hcsffi_answer. */
int hcsffi_group_next(struct hcsffi_group *group, struct hcsffi_answer *answer);

/* Free a group whose record was drained, with the answers that were not taken.
 * threads: the queue's loop. */
void hcsffi_group_discard(struct hcsffi_group *group);

/* Begin a turn, or a further round of it, that takes its records one by one. What is pushed from here on belongs to a later one.
 * threads: the queue's loop; blocks: never; in a fork()ed child it does nothing. */
void hcsffi_turn_begin(struct hcsffi_queue *queue);

/* Take the oldest record of the turn; what was given up is freed on the way. 0: there is none. Between two calls anything may happen on
 * this thread, the end of the queue included as long as it is kept.
 * threads: the queue's loop; blocks: never; owns: see struct hcsffi_answer. */
int hcsffi_turn_take(struct hcsffi_queue *queue, struct hcsffi_answer *answer);

/* Move up to `limit` records into the batch, oldest first; their texts live until the next drain into it.
 * threads: the queue's loop (a second thread gets nothing); blocks: never; in a fork()ed child it answers 0 and touches nothing. */
uint32_t hcsffi_drain(struct hcsffi_queue *queue, struct hcsffi_batch *batch, uint32_t limit);
#endif
