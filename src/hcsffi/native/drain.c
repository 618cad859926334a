/* From the queue to Python: records are handed out one by one or as a batch, and what nobody waits for any more is freed. See completions.c
 * for the mechanism, of which these are the last two steps. */
#include <assert.h>
#include <string.h>

#include "completions.h"
#include "errand.h"
#include "node.h"
#include "platform.h"

/* ---- freeing what nobody waits for ---- */

/* A node of a group is a part of its block. */
static void free_node(struct hcsffi_node *node) {
    if (node->group == NULL) free(node);
}

/* A text that has room behind its node is a part of the block, too. A node by itself has no room: another block may begin where it ends. */
static void free_text(struct hcsffi_node *node) {
    if (node->group == NULL || node->record.text != room_of(node)) free(node->record.text);
}

static void discard_node(struct hcsffi_node *node) {
    assert(atomic_load32(&node->state) == NODE_ANSWERED);
    free_text(node);
    if (node->opened) hcsffi_handle_discard(opened_kind(node->function), node->opened, node->wishes);
    if (node->has_process) {
        void *streams[3] = {node->process->StdInput, node->process->StdOutput, node->process->StdError};
        for (int i = 0; i < 3; i++) {
            if (file_is_present(streams[i])) hcsffi_file_close(streams[i]);
        }
    }
    free_node(node);
}

/* The text of the member that was taken last. */
static void free_taken_text(struct hcsffi_group *group) {
    if (group->taken) free_text(group->nodes[group->taken - 1]);
}

void hcsffi_group_discard(struct hcsffi_group *group) {
    assert(atomic_load32(&group->remaining) == 0);
    free_taken_text(group);
    for (uint32_t i = group->taken; i < group->count; i++) discard_node(group->nodes[i]);
    free(group);
}

void hcsffi_record_discard(struct hcsffi_record *record) {
    if (record->sort == HCSFFI_COMPLETION) {
        discard_node((struct hcsffi_node *)record);
    } else if (record->sort == HCSFFI_GROUP) {
        hcsffi_group_discard((struct hcsffi_group *)record);
    } else if (record->sort == HCSFFI_ERRAND) {
        hcsffi_errand_free((struct hcsffi_errand *)record);
    } else {
        free(record->text);
        free(record);
    }
}

void hcsffi_queue_close(struct hcsffi_queue *queue) {
    if (hcsffi_forked) return; /* the parent's nodes, descriptors and handles */
    struct hcsffi_record *record = hcsffi_queue_end(queue);
    while (record) {
        struct hcsffi_record *next = record->next;
        hcsffi_record_discard(record);
        record = next;
    }
    hcsffi_queue_drop(queue);
}

/* ---- draining ---- */

struct hcsffi_batch *hcsffi_batch_open(uint32_t capacity) {
    struct hcsffi_batch *batch = calloc(1, sizeof *batch);
    if (batch == NULL) return NULL;
    batch->capacity = capacity;
    batch->tickets = malloc(capacity * sizeof *batch->tickets);
    batch->sorts = malloc(capacity * sizeof *batch->sorts);
    batch->results = malloc(capacity * sizeof *batch->results);
    batch->ends = malloc(capacity * sizeof *batch->ends);
    batch->statuses = malloc(capacity * sizeof *batch->statuses);
    batch->opened = malloc(capacity * sizeof *batch->opened);
    batch->kinds = malloc(capacity * sizeof *batch->kinds);
    batch->kept = malloc(capacity * sizeof *batch->kept);
    batch->processes = malloc(capacity * sizeof *batch->processes);
    batch->has_process = malloc(capacity);
    batch->arena_size = 65536;
    batch->arena = malloc(batch->arena_size);
    if (batch->tickets && batch->sorts && batch->results && batch->ends && batch->statuses && batch->opened && batch->kinds &&
        batch->kept && batch->processes && batch->has_process && batch->arena) {
        return batch;
    }
    hcsffi_batch_close(batch);
    return NULL;
}

void hcsffi_batch_close(struct hcsffi_batch *batch) {
    if (batch == NULL) return;
    free(batch->tickets);
    free(batch->sorts);
    free(batch->results);
    free(batch->ends);
    free(batch->statuses);
    free(batch->opened);
    free(batch->kinds);
    free(batch->kept);
    free(batch->processes);
    free(batch->has_process);
    free(batch->arena);
    free(batch);
}

static intptr_t stream(void *file) { return file_is_present(file) ? (intptr_t)file : -1; }

/* Append the record's text; without memory for it the row says so instead. */
static void add_text(struct hcsffi_batch *batch, struct hcsffi_record *record) {
    uint32_t start = batch->count ? batch->ends[batch->count - 1] : 0;
    uint64_t end = (uint64_t)start + record->length;
    if (end > batch->arena_size) {
        size_t size = batch->arena_size * 2 > end ? batch->arena_size * 2 : (size_t)end;
        char *grown = end <= UINT32_MAX ? realloc(batch->arena, size) : NULL;
        if (grown == NULL) {
            batch->results[batch->count] = OUT_OF_MEMORY;
            batch->ends[batch->count] = start;
            return;
        }
        batch->arena = grown;
        batch->arena_size = size;
    }
    if (record->length) memcpy(batch->arena + start, record->text, record->length);
    batch->ends[batch->count] = (uint32_t)end;
}

/* Whether the record is its own memory still when it was drained. */
static int stays(const struct hcsffi_record *record) { return record->sort == HCSFFI_GROUP || record->sort == HCSFFI_ERRAND; }

static void add_record(struct hcsffi_batch *batch, struct hcsffi_record *record) {
    uint32_t row = batch->count;
    batch->tickets[row] = record->ticket;
    batch->sorts[row] = record->sort;
    batch->results[row] = record->result;
    batch->statuses[row] = record->status;
    batch->opened[row] = 0;
    batch->has_process[row] = 0;
    batch->kept[row] = stays(record) ? record : NULL;
    add_text(batch, record);
}

/* The number under which what a node opened is owned from here on; 0: nothing that can be used. */
static uint64_t adopt_opened(struct hcsffi_node *node) {
    if (node->opened == NULL) return 0;
    /* A create that failed leaves a handle nobody can use. A process whose operation could not be read is good: see the top. */
    int usable = !FAILED_CODE(node->record.result) || (IS(node->function, HcsCreateProcess) && node->record.result == INVALID_ARGUMENT);
    if (usable) return hcsffi_handle_adopt(opened_kind(node->function), node->opened, node->wishes);
    hcsffi_handle_discard(opened_kind(node->function), node->opened, node->wishes);
    return 0;
}

static struct hcsffi_process process_of(struct hcsffi_node *node) {
    HCS_PROCESS_INFORMATION *process = node->process;
    return (struct hcsffi_process){process->ProcessId, stream(process->StdInput), stream(process->StdOutput), stream(process->StdError)};
}

/* Move a node's answer into the batch and free the node; what it opened gets its owner here. */
static void add_node(struct hcsffi_batch *batch, struct hcsffi_node *node) {
    uint32_t row = batch->count;
    assert(atomic_load32(&node->state) == NODE_ANSWERED);
    add_record(batch, &node->record);
    batch->kinds[row] = opened_kind(node->function);
    batch->opened[row] = adopt_opened(node);
    if (node->has_process) {
        batch->has_process[row] = 1;
        batch->processes[row] = process_of(node);
    }
    batch->special += batch->opened[row] || node->has_process;
    batch->count++;
    free_text(node);
    free_node(node);
}

static int is_abandoned(struct hcsffi_record *record) {
    if (record->sort == HCSFFI_COMPLETION) return ((struct hcsffi_node *)record)->abandoned;
    if (record->sort == HCSFFI_ERRAND) return hcsffi_errand_is_left(record);
    return record->sort == HCSFFI_GROUP && ((struct hcsffi_group *)record)->abandoned;
}

static void add_to_batch(struct hcsffi_batch *batch, struct hcsffi_record *record) {
    if (is_abandoned(record)) {
        hcsffi_record_discard(record);
    } else if (record->sort == HCSFFI_COMPLETION) {
        add_node(batch, (struct hcsffi_node *)record);
    } else {
        add_record(batch, record);
        batch->special++;
        batch->count++;
        if (!stays(record)) {
            free(record->text);
            free(record);
        }
    }
}

void hcsffi_turn_begin(struct hcsffi_queue *queue) {
    if (!hcsffi_forked && hcsffi_queue_enter(queue)) hcsffi_queue_leave(queue);
}

/* The next record that somebody may still wait for. */
static struct hcsffi_record *next_wanted(struct hcsffi_queue *queue) {
    struct hcsffi_record *record = NULL;
    if (hcsffi_forked || !hcsffi_queue_resume(queue)) return NULL;
    while ((record = hcsffi_queue_next(queue)) != NULL && is_abandoned(record)) hcsffi_record_discard(record);
    hcsffi_queue_leave(queue);
    return record;
}

/* Move a record into an answer; it is freed where it does not stay. */
static void move_record(struct hcsffi_record *record, struct hcsffi_answer *answer) {
    *answer = (struct hcsffi_answer){.ticket = record->ticket,
                                     .sort = record->sort,
                                     .result = record->result,
                                     .status = record->status,
                                     .length = record->length,
                                     .text = record->text};
    if (stays(record)) {
        answer->kept = record;
        return;
    }
    if (record->sort == HCSFFI_COMPLETION) {
        struct hcsffi_node *node = (struct hcsffi_node *)record;
        assert(atomic_load32(&node->state) == NODE_ANSWERED);
        answer->kind = opened_kind(node->function);
        answer->opened = adopt_opened(node);
        answer->has_process = node->has_process;
        if (node->has_process) answer->process = process_of(node);
        free_node(node);
        return;
    }
    free(record);
}

int hcsffi_turn_take(struct hcsffi_queue *queue, struct hcsffi_answer *answer) {
    struct hcsffi_record *record = next_wanted(queue);
    if (record == NULL) return 0;
    move_record(record, answer);
    return 1;
}

uint32_t hcsffi_group_count(const struct hcsffi_group *group) { return group->count; }

int hcsffi_group_next(struct hcsffi_group *group, struct hcsffi_answer *answer) {
    assert(atomic_load32(&group->remaining) == 0);
    free_taken_text(group);
    if (group->taken == group->count) {
        free(group);
        return 0;
    }
    move_record(&group->nodes[group->taken++]->record, answer);
    return 1;
}

uint32_t hcsffi_drain(struct hcsffi_queue *queue, struct hcsffi_batch *batch, uint32_t limit) {
    batch->count = batch->more = batch->special = 0;
    if (hcsffi_forked || !hcsffi_queue_enter(queue)) return 0;
    if (limit > batch->capacity) limit = batch->capacity;
    while (batch->count < limit) {
        struct hcsffi_record *record = hcsffi_queue_next(queue);
        if (record == NULL) break;
        add_to_batch(batch, record);
    }
    batch->more = (uint32_t)hcsffi_queue_leave(queue);
    return batch->count;
}

struct hcsffi_batch *hcsffi_group_take(struct hcsffi_group *group) {
    assert(atomic_load32(&group->remaining) == 0);
    struct hcsffi_batch *batch = hcsffi_batch_open(group->count ? group->count : 1);
    if (batch == NULL) {
        hcsffi_group_discard(group);
        return NULL;
    }
    for (uint32_t i = 0; i < group->count; i++) add_node(batch, group->nodes[i]);
    free(group);
    return batch;
}
