/* What an operation and a group of operations are between their start and their drain: completions.c makes and answers them, drain.c hands
 * them out and frees them. */
#ifndef HCSFFI_NODE_H
#define HCSFFI_NODE_H
#include <stddef.h>
#include <stdint.h>

#include "functions.h"
#include "handles.h"
#include "loading.h"
#include "queue.h"

#define NODE_RUNNING 0u
#define NODE_HELD 1u
#define NODE_ANSWERED 2u

#define OUT_OF_MEMORY 0x8037011Au /* HCS_E_OPERATION_RESULT_ALLOCATION_FAILED */
#define INVALID_ARGUMENT 0x80070057u
#define FAILED_CODE(result) ((result) & 0x80000000u)

struct hcsffi_node {
    struct hcsffi_record record;
    struct hcsffi_queue *queue;
    struct hcsffi_group *group;
    HCS_OPERATION operation;
    uint64_t handle;
    void *opened;
    volatile uint32_t state;
    volatile uint32_t claimed; /* who writes the answer: the callback, or the starting call that learns that none will come */
    uint16_t function;
    uint8_t abandoned;
    uint8_t wishes;
    uint8_t has_process;
    HCS_PROCESS_INFORMATION process[]; /* one for the functions that answer with a process, else none */
};

struct hcsffi_group {
    struct hcsffi_record record;
    uint32_t count;
    volatile uint32_t remaining;
    uint32_t abandoned;
    uint32_t taken; /* how many of the first were taken already */
    struct hcsffi_node *nodes[];
};

static inline int is_function(uint32_t function, size_t slot) { return hcsffi_function_table[function].slot == slot; }
#define IS(function, name) is_function(function, offsetof(struct hcsffi_functions, name))

static inline int answers_with_process(uint32_t function) { return IS(function, HcsCreateProcess) || IS(function, HcsGetProcessInfo); }

static inline size_t size_of_node(uint32_t function) {
    return sizeof(struct hcsffi_node) + (answers_with_process(function) ? sizeof(HCS_PROCESS_INFORMATION) : 0);
}

/* Behind each node of a group: most answers fit, and to take memory on one thread that another frees makes either wait. */
#define ROOM_FOR_TEXT 128u

static inline char *room_of(struct hcsffi_node *node) { return (char *)node + size_of_node(node->function); }

static inline uint32_t opened_kind(uint32_t function) { return IS(function, HcsCreateProcess) ? HCSFFI_PROCESS : HCSFFI_SYSTEM; }

/* Free a record of any sort that was answered, with all that its answer owns.
 * threads: any. */
void hcsffi_record_discard(struct hcsffi_record *record);
#endif
