/* The waiter: what a task awaits, in the protocol of asyncio's futures or of trio's wait. The mechanism is told in awaiting.c. */
#define PY_SSIZE_T_CLEAN
#include "waiter.h"

#include <stddef.h>

#include "completions.h"
#include "errand.h"

struct waiter *hcsffi_waiter_of(struct links *links) { return (struct waiter *)((char *)links - offsetof(struct waiter, links)); }

void hcsffi_waiter_enlist(struct pump *pump, struct waiter *waiter) {
    struct links *last = pump->waiting.previous;
    waiter->links.previous = last;
    waiter->links.next = &pump->waiting;
    last->next = &waiter->links;
    pump->waiting.previous = &waiter->links;
    Py_INCREF((PyObject *)waiter);
}

void hcsffi_waiter_delist(struct waiter *waiter) {
    waiter->links.previous->next = waiter->links.next;
    waiter->links.next->previous = waiter->links.previous;
    waiter->links.previous = waiter->links.next = NULL;
    waiter->awaited = NULL;
}

void hcsffi_waiters_leave(struct pump *pump) {
    pump->queue = NULL;
    while (pump->waiting.next != &pump->waiting) {
        struct waiter *waiter = hcsffi_waiter_of(pump->waiting.next);
        hcsffi_waiter_delist(waiter); /* it stays pending, as a future would: its task may still be cancelled */
        Py_DECREF((PyObject *)waiter);
    }
}

static int waiter_traverse(PyObject *self, visitproc visit, void *arg) {
    struct waiter *waiter = (struct waiter *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT((PyObject *)waiter->pump);
    Py_VISIT(waiter->request);
    Py_VISIT(waiter->callback);
    Py_VISIT(waiter->context);
    Py_VISIT(waiter->value);
    return 0;
}

static int waiter_clear(PyObject *self) {
    struct waiter *waiter = (struct waiter *)self;
    Py_CLEAR(waiter->callback);
    Py_CLEAR(waiter->context);
    Py_CLEAR(waiter->value);
    return 0;
}

static void waiter_free(PyObject *self) {
    struct waiter *waiter = (struct waiter *)self;
    PyObject *type = (PyObject *)Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    waiter_clear(self);
    Py_CLEAR(waiter->request);
    Py_CLEAR(waiter->pump);
    PyObject_GC_Del(self);
    Py_DECREF(type);
}

PyObject *hcsffi_pump_loop(struct pump *pump) {
    Py_XINCREF(pump->draining_loop);
    return pump->draining_loop ? pump->draining_loop : PyObject_CallNoArgs(pump->loop);
}

/* Let the loop resume the task in a pass of its own. */
static int wake_soon(struct waiter *waiter) {
    PyObject *callback = waiter->callback;
    PyObject *context = waiter->context;
    int scheduled = -1;
    if (callback == NULL) return 0;
    waiter->callback = waiter->context = NULL;
    PyObject *loop = hcsffi_pump_loop(waiter->pump);
    PyObject *call_soon = loop && loop != Py_None ? PyObject_GetAttrString(loop, "call_soon") : NULL;
    PyObject *arguments = call_soon ? PyTuple_Pack(2, callback, (PyObject *)waiter) : NULL;
    PyObject *keywords = arguments ? PyDict_New() : NULL;
    if (keywords && (context == NULL || PyDict_SetItemString(keywords, "context", context) == 0)) {
        PyObject *handle = PyObject_Call(call_soon, arguments, keywords);
        scheduled = handle ? 0 : -1;
        Py_XDECREF(handle);
    } else if (loop == Py_None) {
        scheduled = 0; /* the loop is gone, and its tasks with it */
    }
    Py_XDECREF(keywords);
    Py_XDECREF(arguments);
    Py_XDECREF(call_soon);
    Py_XDECREF(loop);
    Py_XDECREF(context);
    Py_DECREF(callback);
    return scheduled;
}

/* Resume the task here and now. */
static int wake_here(struct waiter *waiter) {
    PyObject *callback = waiter->callback;
    PyObject *context = waiter->context;
    PyObject *done = NULL;
    if (callback == NULL) return 0;
    waiter->callback = waiter->context = NULL;
    /* A task asks what woke it for its result, looks whether that is an exception, and takes the answer from the waiter all the same; it
     * asks a future ten times faster than anything else. */
    PyObject *woken_by = waiter->has_failed ? (PyObject *)waiter : waiter->pump->over;
    if (context) done = PyObject_CallMethodObjArgs(context, waiter->pump->words[WORD_RUN], callback, woken_by, NULL);
    else done = PyObject_CallFunctionObjArgs(callback, woken_by, NULL);
    Py_XDECREF(done);
    Py_XDECREF(context);
    Py_DECREF(callback);
    return done ? 0 : -1;
}

/* Let trio resume the task in its turn. */
static int wake_in_trio(struct waiter *waiter) {
    PyObject *task = waiter->callback;
    if (task == NULL) return 0;
    waiter->callback = NULL;
    PyObject *done = PyObject_CallFunctionObjArgs(waiter->pump->reschedule, task, waiter->pump->over, NULL);
    Py_XDECREF(done);
    Py_DECREF(task);
    return done ? 0 : -1;
}

int hcsffi_waiter_wake(struct waiter *waiter, int elsewhere) {
    if (waiter->pump->pause) return wake_in_trio(waiter);
    return elsewhere ? wake_soon(waiter) : wake_here(waiter);
}

void hcsffi_waiter_drop(struct waiter *waiter) {
    void *awaited = waiter->awaited;
    if (awaited == NULL) return;
    hcsffi_waiter_delist(waiter);
    if (waiter->awaits_errand) {
        hcsffi_errand_leave(awaited);
    } else if (waiter->pump->keeps_gil) {
        hcsffi_cancel(awaited);
    } else {
        PyThreadState *state = PyEval_SaveThread();
        hcsffi_cancel(awaited);
        PyEval_RestoreThread(state);
    }
    Py_DECREF((PyObject *)waiter); /* the list's; the caller has one */
}

PyObject *hcsffi_refuse_state(const char *words) {
    PyErr_SetString(PyExc_RuntimeError, words);
    return NULL;
}

/* The outcome of what is over: a new reference, or NULL with the exception set. `keeps`: the waiter has it still. */
static PyObject *outcome(struct waiter *waiter, int keeps) {
    PyObject *value = waiter->value;
    if (waiter->state == PENDING) return hcsffi_refuse_state("the operation has not ended");
    if (waiter->state == CANCELLED) {
        if (value) PyErr_SetObject(waiter->pump->cancelled_error, value);
        else PyErr_SetNone(waiter->pump->cancelled_error);
        return NULL;
    }
    if (waiter->state == LEFT || value == NULL) return hcsffi_refuse_state("nobody waits for this operation any more");
    if (waiter->has_failed) {
        PyErr_SetObject((PyObject *)Py_TYPE(value), value);
        return NULL;
    }
    if (keeps) Py_INCREF(value);
    else waiter->value = NULL;
    return value;
}

static int leave_request(struct waiter *waiter, PyObject *raised);

/* What a task of trio yields to wait for this. */
static PyObject *pause_in_trio(struct waiter *waiter) {
    struct pump *pump = waiter->pump;
    if (waiter->blocking) return hcsffi_refuse_state("the operation is awaited already");
    waiter->blocking = 1;
    PyObject *task = PyObject_CallNoArgs(pump->current_task);
    PyObject *abort = task ? PyObject_GetAttr((PyObject *)waiter, pump->words[WORD_ABORT]) : NULL;
    PyObject *yielded = abort ? PyObject_CallFunctionObjArgs(pump->pause, abort, NULL) : NULL;
    Py_XDECREF(abort);
    if (yielded) waiter->callback = task;
    else Py_XDECREF(task);
    return yielded;
}

/* A task of trio goes on without an answer: the outcome that it was sent says why, which is that it was cancelled. */
static PyObject *raise_in_trio(struct waiter *waiter, PyObject *sent) {
    if (leave_request(waiter, NULL) < 0) return NULL;
    PyObject *value = PyObject_CallMethodObjArgs(sent, waiter->pump->words[WORD_UNWRAP], NULL);
    if (value == NULL) return NULL;
    Py_DECREF(value);
    return hcsffi_refuse_state("nobody waits for this operation any more");
}

static PySendResult waiter_send(PyObject *self, PyObject *sent, PyObject **result) {
    struct waiter *waiter = (struct waiter *)self;
    if (waiter->pump->pause && (waiter->state == PENDING || waiter->state == CANCELLED)) {
        *result = waiter->state == CANCELLED ? raise_in_trio(waiter, sent) : pause_in_trio(waiter);
        return *result ? PYGEN_NEXT : PYGEN_ERROR;
    }
    if (waiter->state == PENDING) {
        if (waiter->blocking) {
            *result = hcsffi_refuse_state("the operation is awaited already, and by no task of asyncio");
            return PYGEN_ERROR;
        }
        waiter->blocking = 1;
        Py_INCREF(self);
        *result = self;
        return PYGEN_NEXT;
    }
    *result = outcome(waiter, 0);
    return *result ? PYGEN_RETURN : PYGEN_ERROR;
}

/* As waiter_send, for what drives coroutines by hand, and for Python from 3.12 on, which sends anything but None by this name alone. */
static PyObject *waiter_send_by_name(PyObject *self, PyObject *sent) {
    PyObject *result;
    if (waiter_send(self, sent, &result) != PYGEN_RETURN) return result;
    PyObject *stop = PyObject_CallFunctionObjArgs(PyExc_StopIteration, result, NULL); /* a tuple would be taken for its arguments */
    if (stop) PyErr_SetObject(PyExc_StopIteration, stop);
    Py_XDECREF(stop);
    Py_DECREF(result);
    return NULL;
}

static PyObject *waiter_next(PyObject *self) { return waiter_send_by_name(self, Py_None); }

static PyObject *waiter_await(PyObject *self) {
    Py_INCREF(self);
    return self;
}

static PyObject *waiter_blocking(PyObject *self, void *closure) {
    (void)closure;
    return PyBool_FromLong(((struct waiter *)self)->blocking);
}

static int waiter_set_blocking(PyObject *self, PyObject *value, void *closure) {
    (void)closure;
    int blocking = value ? PyObject_IsTrue(value) : 0;
    if (blocking < 0) return -1;
    ((struct waiter *)self)->blocking = (uint8_t)blocking;
    return 0;
}

static PyObject *waiter_get_loop(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return hcsffi_pump_loop(((struct waiter *)self)->pump);
}

static PyObject *waiter_add_done_callback(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    struct waiter *waiter = (struct waiter *)self;
    Py_ssize_t named = names ? PyTuple_Size(names) : 0;
    if (count != 1 || named > 1) return hcsffi_refuse_state("add_done_callback takes one callback, and a context by name");
    if (waiter->callback) return hcsffi_refuse_state("another task awaits this operation already");
    Py_INCREF(arguments[0]);
    waiter->callback = arguments[0];
    if (named && arguments[1] != Py_None) {
        Py_INCREF(arguments[1]);
        waiter->context = arguments[1];
    }
    if (waiter->state != PENDING && wake_soon(waiter) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *waiter_remove_done_callback(PyObject *self, PyObject *callback) {
    struct waiter *waiter = (struct waiter *)self;
    int same = waiter->callback ? PyObject_RichCompareBool(waiter->callback, callback, Py_EQ) : 0;
    if (same < 0) return NULL;
    if (same) {
        Py_CLEAR(waiter->callback);
        Py_CLEAR(waiter->context);
    }
    return PyLong_FromLong(same);
}

/* What a task that is cancelled asks of what it waits for: its message comes back with the CancelledError. */
static PyObject *waiter_cancel(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    struct waiter *waiter = (struct waiter *)self;
    Py_ssize_t given = count + (names ? PyTuple_Size(names) : 0);
    if (given > 1) return hcsffi_refuse_state("cancel takes a message and nothing else");
    if (waiter->state != PENDING) Py_RETURN_FALSE;
    waiter->state = CANCELLED;
    if (given && arguments[0] != Py_None) {
        Py_INCREF(arguments[0]);
        waiter->value = arguments[0];
    }
    hcsffi_waiter_drop(waiter);
    if (wake_soon(waiter) < 0) return NULL;
    Py_RETURN_TRUE;
}

/* What trio asks of what it cancels: the wait is over at once. */
static PyObject *waiter_abort(PyObject *self, PyObject *ignored) {
    struct waiter *waiter = (struct waiter *)self;
    (void)ignored;
    if (waiter->state != PENDING || waiter->pump->aborted == NULL) return hcsffi_refuse_state("nobody waits for this operation in trio");
    waiter->state = CANCELLED;
    Py_CLEAR(waiter->callback);
    PyObject *aborted = waiter->pump->aborted;
    Py_INCREF(aborted);
    hcsffi_waiter_drop(waiter);
    return aborted;
}

/* Nobody awaits it any more: the library is asked to drop it. What came too late to be taken is handed back, to be closed. */
static PyObject *waiter_give_up(PyObject *self, PyObject *ignored) {
    struct waiter *waiter = (struct waiter *)self;
    (void)ignored;
    if (waiter->state == PENDING) {
        waiter->state = LEFT;
        hcsffi_waiter_drop(waiter);
    } else if (waiter->state == ANSWERED && waiter->value && !waiter->has_failed) {
        return outcome(waiter, 0);
    }
    Py_RETURN_NONE;
}

/* Nobody waits for the request any more, whatever has become of it; `raised` is what comes instead, which may be its own failure. -1: an
 * exception. */
static int leave_request(struct waiter *waiter, PyObject *raised) {
    PyObject *answer = NULL;
    if (waiter->request == NULL || (waiter->has_failed && waiter->value == raised)) return 0;
    if (waiter->state == PENDING) {
        waiter->state = LEFT;
        hcsffi_waiter_drop(waiter);
    } else if (waiter->state == ANSWERED && !waiter->has_failed) {
        answer = waiter->value;
        waiter->value = NULL;
        if (answer == NULL) return 0; /* it was taken */
    }
    PyObject *told = PyObject_CallMethodObjArgs(waiter->request, waiter->pump->words[WORD_LEAVE], answer ? answer : Py_None, NULL);
    Py_CLEAR(waiter->request); /* it is told once */
    Py_XDECREF(answer);
    Py_XDECREF(told);
    return told ? 0 : -1;
}

/* throw(type, value, traceback), of which an instance may be the first and only one: what is raised in the coroutine that waits. */
static PyObject *waiter_throw(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
    if (count < 1 || count > 3) return hcsffi_refuse_state("throw takes an exception");
    if (leave_request((struct waiter *)self, arguments[0]) < 0) return NULL;
    if (PyExceptionInstance_Check(arguments[0])) PyErr_SetObject((PyObject *)Py_TYPE(arguments[0]), arguments[0]);
    else if (count > 1 && arguments[1] != Py_None) PyErr_SetObject(arguments[0], arguments[1]);
    else PyErr_SetNone(arguments[0]);
    return NULL;
}

/* close(): the coroutine that waits is closed. */
static PyObject *waiter_close(PyObject *self, PyObject *ignored) {
    (void)ignored;
    if (leave_request((struct waiter *)self, NULL) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *waiter_done(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return PyBool_FromLong(((struct waiter *)self)->state != PENDING);
}

static PyObject *waiter_cancelled(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return PyBool_FromLong(((struct waiter *)self)->state == CANCELLED);
}

static PyObject *waiter_result(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return outcome((struct waiter *)self, 1);
}

static PyObject *waiter_exception(PyObject *self, PyObject *ignored) {
    struct waiter *waiter = (struct waiter *)self;
    (void)ignored;
    if (waiter->state == ANSWERED && waiter->has_failed && waiter->value) {
        Py_INCREF(waiter->value);
        return waiter->value;
    }
    if (waiter->state == ANSWERED) Py_RETURN_NONE;
    return outcome(waiter, 1);
}

static PyMethodDef waiter_methods[] = {
    {"get_loop", waiter_get_loop, METH_NOARGS, "The loop whose task may await it."},
    {"add_done_callback", FAST(waiter_add_done_callback), METH_FASTCALL | METH_KEYWORDS,
     "Name what resumes the task, and in which context."},
    {"remove_done_callback", waiter_remove_done_callback, METH_O, "Forget it again; how many were forgotten."},
    {"cancel", FAST(waiter_cancel), METH_FASTCALL | METH_KEYWORDS, "Wait no longer, and ask the library to drop the operation."},
    {"send", waiter_send_by_name, METH_O, "Go on with the coroutine that waits."},
    {"abort", waiter_abort, METH_O, "Trio cancels the wait: the library is asked to drop the operation."},
    {"give_up", waiter_give_up, METH_NOARGS, "The waiting coroutine has gone; the answer that nobody took, or None."},
    {"throw", FAST(waiter_throw), METH_FASTCALL, "Raise in the coroutine that waits, which waits no longer."},
    {"close", waiter_close, METH_NOARGS, "The waiting coroutine is closed."},
    {"done", waiter_done, METH_NOARGS, "Whether it has ended."},
    {"cancelled", waiter_cancelled, METH_NOARGS, "Whether it was cancelled."},
    {"result", waiter_result, METH_NOARGS, "The answer, or raise."},
    {"exception", waiter_exception, METH_NOARGS, "Why there is no answer, or None."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef waiter_members[] = {
    {"_asyncio_future_blocking", waiter_blocking, waiter_set_blocking, "How asyncio knows what can be awaited.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot waiter_slots[] = {
    {Py_tp_doc, "An operation that was started and that one task may await."},
    {Py_tp_traverse, waiter_traverse},
    {Py_tp_clear, waiter_clear},
    {Py_tp_dealloc, waiter_free},
    {Py_tp_iter, waiter_await},
    {Py_tp_iternext, waiter_next},
    {Py_am_await, waiter_await},
    {Py_am_send, waiter_send},
    {Py_tp_methods, waiter_methods},
    {Py_tp_getset, waiter_members},
    {0, NULL},
};

PyType_Spec hcsffi_waiter_spec = {"hcsffi.native.awaiting.Waiter", sizeof(struct waiter), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
                                  waiter_slots};
