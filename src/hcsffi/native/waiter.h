/* What a task awaits of an operation, and the pump that makes it; see awaiting.c for the mechanism. Where nothing else is said, functions
 * are called with the GIL, on the loop's thread. */
#ifndef HCSFFI_WAITER_H
#define HCSFFI_WAITER_H

#include <Python.h>
#include <stdint.h>

#define FAST(function) ((PyCFunction)(void (*)(void))(function))
#define PENDING 0
#define ANSWERED 1
#define CANCELLED 2
#define LEFT 3 /* given up */

enum word {
    WORD_RUN,
    WORD_CONCLUDE,
    WORD_LEAVE,
    WORD_ABORT,
    WORD_UNWRAP,
    WORD_RUNNING,
    WORD_TRIO,
    WORD_ASKED,
    WORD_SAID,
    WORD_NUMBER,
    WORD_READY,
    WORD_TRACE,
    WORDS
};

struct links { /* a ring; the pump's own is its beginning and end */
    struct links *previous;
    struct links *next;
};

struct pump {
    PyObject_HEAD struct links waiting;
    struct hcsffi_queue *queue; /* NULL once it is closed */
    struct hcsffi_refusal *refusal;
    PyObject *waiter_type;
    PyObject *loop; /* a weak reference */
    PyObject *draining_loop; /* what it answers with, held by the drain under way; else NULL */
    PyObject *current_task; /* asyncio's question, asked with the loop; trio's, asked with nothing */
    PyObject *cancelled_error;
    PyObject *completion; /* the tuple type of a success */
    PyObject *no_values;
    PyObject *no_owners;
    PyObject *refused; /* why nothing was started: an exception */
    PyObject *join; /* the bytes of several texts */
    PyObject *own; /* the owners of what an operation opened */
    PyObject *on_event; /* ticket, kind, text, status */
    PyObject *on_group; /* ticket, answers, whether all have succeeded */
    PyObject *take; /* the answer of an errand by its address */
    PyObject *over; /* a future that has ended, of no loop; an outcome on trio */
    PyObject *pause; /* makes what a task of trio yields; NULL on asyncio, as what follows */
    PyObject *reschedule;
    PyObject *aborted; /* what trio's question is answered with */
    PyObject *words[WORDS];
    int defers;
    int keeps_gil;
    int hides_ready; /* the loop does not show what else it has to do */
};

struct waiter {
    PyObject_HEAD struct links links;
    struct pump *pump;
    void *awaited; /* a struct hcsffi_node, or an errand; NULL when it is off the list */
    PyObject *request; /* that it performs, else NULL */
    PyObject *callback; /* on trio the task itself */
    PyObject *context;
    PyObject *value; /* the answer, or what the cancelling caller said */
    uint8_t state;
    uint8_t blocking;
    uint8_t has_failed; /* the value is an exception: the request failed, or the answer could not be made */
    uint8_t awaits_errand;
};

extern PyType_Spec hcsffi_waiter_spec;

/* Put a waiter at the end of its pump's list, which takes a reference; take it off, and the list's reference becomes the caller's. */
void hcsffi_waiter_enlist(struct pump *pump, struct waiter *waiter);
void hcsffi_waiter_delist(struct waiter *waiter);
struct waiter *hcsffi_waiter_of(struct links *links);

/* The queue is closed: no waiter is answered any more. */
void hcsffi_waiters_leave(struct pump *pump);

/* Resume the task of a waiter that has its answer: on trio in its turn, else by the loop where `elsewhere`, or here and now. errors: -1
 * with the exception set, which may be one out of the task. */
int hcsffi_waiter_wake(struct waiter *waiter, int elsewhere);

/* Ask the library to drop the operation; the waiter is off the list then, or was already since the queue is closed. GIL: given up where the
 * service's own library is asked. */
void hcsffi_waiter_drop(struct waiter *waiter);

/* The pump's loop, None where it is gone; a new reference. */
PyObject *hcsffi_pump_loop(struct pump *pump);

/* Set a RuntimeError; NULL. */
PyObject *hcsffi_refuse_state(const char *words);
#endif
