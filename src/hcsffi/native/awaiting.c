/* An awaited operation of a loop without a future: one call starts it, and the drain resumes the task that waits. An errand, which is a
 * call that blocks on a thread of the shim (errand.c), is awaited in the same way. The steps are told for asyncio; at the end is what trio
 * has instead.
 *
 * Actors: the loop's thread alone, which always holds the GIL here but while the service's own library accepts or cancels a call: nobody
 * knows how long that takes, and what it waits for. The library's threads never meet any of this: they push records on the queue
 * (completions.c), and a record's ticket is the address of its waiter.
 *
 * 1. Pump.start makes a waiter, submits with the waiter as ticket and puts it on the pump's list, which holds the one reference that
 *    stands for the ticket.
 * 2. The task awaits the waiter, which speaks the protocol of asyncio's futures as far as tasks use it: `_asyncio_future_blocking`,
 *    `get_loop`, `add_done_callback`, `cancel`, `result`.
 * 3. Pump.drain takes records one by one, takes each one's waiter off the list, makes the answer, and calls what the task left in
 *    `add_done_callback` at once, in the task's context: there is no future, no handle and no pass of the loop in between. Inside a task (a
 *    loop that was started anew within one of its own tasks), and where the pump is told so (`defers`), it leaves that to `call_soon`,
 *    since no task can be stepped inside another.
 * 4. The answer of a success is the finished completion, that of a failure the row from which an exception is made.
 * 5. Pump.perform does all that for a request: who awaits its waiter needs no coroutine in between, which would be most of what a pending
 *    operation takes. The drain makes the exception itself then, and the waiter, when its task is cancelled or its coroutine is closed,
 *    tells of it and gives back what came too late.
 *
 * A waiter leaves the list once: with its answer, when it is cancelled or given up (the library is asked to drop the operation, and the
 * record is freed by the drain unseen), or when the queue is closed. So a ticket that is drained always has its waiter, and no record of
 * another thread ever holds a reference.
 *
 * What a resumed task starts may be answered before it awaits. Such an answer is handed out in the same turn, a few of them, where the loop
 * has nothing else to do: the pass in between would only ask the kernel, and give up the GIL, which a thread that computes keeps for 5 ms.
 * Whatever was left to `call_soon`, as a scope leaves its cancellation, comes first. A loop that does not show what it has to do (uvloop)
 * has a pass for each.
 *
 * An exception out of a resumed task (KeyboardInterrupt passes through its task) ends the drain: what was taken stays taken, what was not
 * is left on the queue, whose descriptor is made readable again.
 *
 * A task that is resumed here mostly starts the next operation at once, and asking asyncio which loop runs costs a system call before
 * Python 3.12. `resuming` answers it instead: whoever drains in this thread now, as long as asyncio has not been told of another loop. It
 * answers nobody where a module is imported that wants to see each call (telling.py). As long as there are as many modules as when the
 * drain began, none of them has to be looked for.
 *
 * On trio a waiter yields what trio's own `wait_task_rescheduled` yields, whose class is given, with its method `abort` as what trio calls
 * to cancel the wait. The drain hands the task to trio's `reschedule`, and trio resumes it in its turn. It sends an outcome, which tells
 * nothing but that the wait was cancelled: the waiter has the answer.
 *
 * Only the stable ABI is used, so calls by keyword and contexts go through objects.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "awaiting.h"

#include <string.h>

#include "columns.h"
#include "completions.h"
#include "errand.h"
#include "platform.h"
#include "queue.h"
#include "waiter.h"

/* What is looked up by its name. */
static const char *const spelled[WORDS] = {"run",           "conclude", "leave", "abort",  "unwrap", "__asyncio_running_event_loop__",
                                           "trio.lowlevel", "names",    "name",  "number", "_ready", "opentelemetry.trace"};

/* Whose drain resumes tasks, in which thread, under which loop; one is enough, since who finds another's asks asyncio. */
struct resumption {
    PyThreadState *thread;
    struct pump *pump;
    PyObject *whom;
    PyObject *loop; /* what asyncio keeps of the loop that runs: another object each time it is told of one */
    Py_ssize_t modules; /* how many were imported when it began, and what traces was not; else -1 */
    int has_trio; /* it was imported when it began */
};

static struct resumption now_resuming; /* the GIL guards it */

/* ---- answers ---- */

static PyObject *text_of(const struct hcsffi_answer *answer) {
    return PyBytes_FromStringAndSize(answer->text, answer->text ? (Py_ssize_t)answer->length : 0);
}

/* Handle and process, each with its owner or None; a pair. */
static PyObject *owners_of(struct pump *pump, const struct hcsffi_answer *answer) {
    const struct hcsffi_process *process = &answer->process;
    return PyObject_CallFunction(pump->own, "IKiInnn", (unsigned)answer->kind, (unsigned long long)answer->opened, (int)answer->has_process,
                                 (unsigned)process->id, (Py_ssize_t)process->input, (Py_ssize_t)process->output,
                                 (Py_ssize_t)process->error);
}

/* Fill a new tuple; it takes what it is given, and any of that may be missing. */
static PyObject *filled(PyObject *tuple, PyObject *first, PyObject *second, PyObject *third, PyObject *fourth) {
    PyObject *members[4] = {first, second, third, fourth};
    int complete = tuple != NULL;
    for (int i = 0; i < 4; i++) complete = complete && members[i] != NULL;
    if (complete) {
        for (int i = 0; i < 4; i++) PyTuple_SetItem(tuple, i, members[i]);
        return tuple;
    }
    for (int i = 0; i < 4; i++) Py_XDECREF(members[i]);
    Py_XDECREF(tuple);
    return NULL;
}

/* The row of a failure, the completion of a success. NULL with the exception set. */
static PyObject *answer_of(struct pump *pump, const struct hcsffi_answer *answer) {
    PyObject *owners = answer->opened || answer->has_process ? owners_of(pump, answer) : pump->no_owners;
    PyObject *handle = owners ? PyTuple_GetItem(owners, 0) : NULL;
    PyObject *process = owners ? PyTuple_GetItem(owners, 1) : NULL;
    PyObject *text = text_of(answer);
    PyObject *made;
    Py_XINCREF(handle);
    Py_XINCREF(process);
    if (answer->result == 0) {
        Py_INCREF(pump->no_values);
        made = filled(PyType_GenericAlloc((PyTypeObject *)pump->completion, 4), text, handle, process, pump->no_values);
        /* What owns nothing is in no cycle: a batch would have the collector look at thousands of them. */
        if (made && owners == pump->no_owners) PyObject_GC_UnTrack(made);
    } else {
        made = filled(PyTuple_New(4), PyLong_FromUnsignedLong(answer->result), text, handle, process);
    }
    if (owners != pump->no_owners) Py_XDECREF(owners);
    return made;
}

static PyObject *raised(void) {
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyErr_NormalizeException(&type, &value, &trace);
    Py_XDECREF(type);
    Py_XDECREF(trace);
    return value;
}

static PyObject *answer_of_errand(struct pump *pump, const struct hcsffi_answer *answer) {
    return PyObject_CallFunction(pump->take, "K", (unsigned long long)(uintptr_t)answer->kept);
}

/* What a request came to: as `answer_of`, but the row of a failure is made what is to be raised, and that is set. */
static PyObject *concluded(struct pump *pump, PyObject *request, const struct hcsffi_answer *answer) {
    PyObject *row = answer_of(pump, answer);
    if (row == NULL || answer->result == 0) return row;
    PyObject *meant = PyObject_CallMethodObjArgs(request, pump->words[WORD_CONCLUDE], row, NULL);
    Py_DECREF(row);
    if (meant && PyExceptionInstance_Check(meant)) {
        PyErr_SetObject((PyObject *)Py_TYPE(meant), meant);
        Py_CLEAR(meant);
    }
    return meant;
}

static PyObject *answer_for(struct pump *pump, struct waiter *waiter, const struct hcsffi_answer *answer) {
    if (answer->sort == HCSFFI_ERRAND) return answer_of_errand(pump, answer);
    return waiter->request ? concluded(pump, waiter->request, answer) : answer_of(pump, answer);
}

static int deliver_answer(struct pump *pump, const struct hcsffi_answer *answer, int elsewhere) {
    struct waiter *waiter = (struct waiter *)(uintptr_t)answer->ticket;
    hcsffi_waiter_delist(waiter);
    waiter->value = answer_for(pump, waiter, answer);
    waiter->has_failed = waiter->value == NULL;
    if (waiter->has_failed) waiter->value = raised();
    waiter->state = ANSWERED;
    int woken = hcsffi_waiter_wake(waiter, elsewhere);
    Py_DECREF((PyObject *)waiter);
    return woken;
}

static int deliver_event(struct pump *pump, const struct hcsffi_answer *answer) {
    PyObject *text = NULL;
    if (answer->length) {
        text = text_of(answer);
        if (text == NULL) return -1;
    }
    PyObject *done = PyObject_CallFunction(pump->on_event, "KIOI", (unsigned long long)answer->ticket, (unsigned)answer->result,
                                           text ? text : Py_None, (unsigned)answer->status);
    Py_XDECREF(text);
    Py_XDECREF(done);
    return done ? 0 : -1;
}

/* The answers of a group, each as `answer_of` makes it, and whether all are completions; the group is freed. */
static PyObject *answers_of(struct pump *pump, struct hcsffi_group *group, int *have_succeeded) {
    struct hcsffi_answer answer;
    *have_succeeded = 1;
    PyObject *answers = PyList_New((Py_ssize_t)hcsffi_group_count(group));
    if (answers) PyObject_GC_UnTrack(answers); /* the collector would look at all of them time and again while they are made */
    for (Py_ssize_t i = 0; answers && hcsffi_group_next(group, &answer); i++) {
        PyObject *made = answer_of(pump, &answer);
        *have_succeeded = *have_succeeded && answer.result == 0;
        if (made) PyList_SetItem(answers, i, made);
        else Py_CLEAR(answers);
    }
    if (answers) PyObject_GC_Track(answers);
    else hcsffi_group_discard(group);
    return answers;
}

static int deliver_group(struct pump *pump, const struct hcsffi_answer *answer) {
    int have_succeeded;
    PyObject *answers = answers_of(pump, answer->kept, &have_succeeded);
    PyObject *told = answers ? PyBool_FromLong(have_succeeded) : NULL;
    PyObject *done = told ? PyObject_CallFunction(pump->on_group, "KOO", (unsigned long long)answer->ticket, answers, told) : NULL;
    Py_XDECREF(told);
    Py_XDECREF(answers);
    Py_XDECREF(done);
    return done ? 0 : -1;
}

/* ---- the pump ---- */

static int pump_traverse(PyObject *self, visitproc visit, void *arg) {
    struct pump *pump = (struct pump *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(pump->waiter_type);
    Py_VISIT(pump->loop);
    Py_VISIT(pump->current_task);
    Py_VISIT(pump->cancelled_error);
    Py_VISIT(pump->completion);
    Py_VISIT(pump->no_values);
    Py_VISIT(pump->no_owners);
    Py_VISIT(pump->over);
    Py_VISIT(pump->pause);
    Py_VISIT(pump->reschedule);
    Py_VISIT(pump->aborted);
    Py_VISIT(pump->refused);
    Py_VISIT(pump->join);
    Py_VISIT(pump->own);
    Py_VISIT(pump->on_event);
    Py_VISIT(pump->on_group);
    Py_VISIT(pump->take);
    if (pump->waiting.next == NULL) return 0;
    for (struct links *one = pump->waiting.next; one != &pump->waiting; one = one->next) Py_VISIT((PyObject *)hcsffi_waiter_of(one));
    return 0;
}

static int pump_clear(PyObject *self) {
    struct pump *pump = (struct pump *)self;
    if (pump->waiting.next) hcsffi_waiters_leave(pump);
    Py_CLEAR(pump->loop);
    Py_CLEAR(pump->current_task);
    Py_CLEAR(pump->cancelled_error);
    Py_CLEAR(pump->completion);
    Py_CLEAR(pump->no_values);
    Py_CLEAR(pump->no_owners);
    Py_CLEAR(pump->over);
    Py_CLEAR(pump->pause);
    Py_CLEAR(pump->reschedule);
    Py_CLEAR(pump->aborted);
    Py_CLEAR(pump->refused);
    Py_CLEAR(pump->join);
    Py_CLEAR(pump->own);
    Py_CLEAR(pump->on_event);
    Py_CLEAR(pump->on_group);
    Py_CLEAR(pump->take);
    return 0;
}

static void pump_free(PyObject *self) {
    struct pump *pump = (struct pump *)self;
    PyObject *type = (PyObject *)Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    pump_clear(self);
    Py_CLEAR(pump->waiter_type);
    for (int i = 0; i < WORDS; i++) Py_CLEAR(pump->words[i]);
    PyObject_GC_Del(self);
    Py_DECREF(type);
}

/* Pump(queue, refusal, loop, current_task, cancelled_error, completion, over, refused, join, own, on_event, on_group, take, defers,
 * keeps_gil[, pause, reschedule, aborted]) */
static PyObject *pump_new(PyTypeObject *type, PyObject *arguments, PyObject *names) {
    unsigned long long queue, refusal;
    PyObject *taken[14] = {NULL};
    int defers, keeps_gil;
    if (names && PyDict_Size(names)) return hcsffi_refuse_state("a pump is made of arguments by position");
    if (!PyArg_ParseTuple(arguments, "KKOOOOOOOOOOOpp|OOO", &queue, &refusal, &taken[0], &taken[1], &taken[2], &taken[3], &taken[4],
                          &taken[5], &taken[6], &taken[7], &taken[8], &taken[9], &taken[10], &defers, &keeps_gil, &taken[11], &taken[12],
                          &taken[13])) {
        return NULL;
    }
    PyObject *self = PyType_GenericAlloc(type, 0);
    if (self == NULL) return NULL;
    struct pump *pump = (struct pump *)self;
    PyObject **members[14] = {
        &pump->loop, &pump->current_task, &pump->cancelled_error, &pump->completion, &pump->over,  &pump->refused,    &pump->join,
        &pump->own,  &pump->on_event,     &pump->on_group,        &pump->take,       &pump->pause, &pump->reschedule, &pump->aborted};
    pump->waiting.previous = pump->waiting.next = &pump->waiting;
    pump->queue = (struct hcsffi_queue *)(uintptr_t)queue;
    pump->refusal = (struct hcsffi_refusal *)(uintptr_t)refusal;
    pump->defers = defers;
    pump->keeps_gil = keeps_gil;
    for (int i = 0; i < 14; i++) {
        Py_XINCREF(taken[i]);
        *members[i] = taken[i];
    }
    pump->no_values = PyTuple_New(0);
    pump->no_owners = PyTuple_Pack(2, Py_None, Py_None);
    int named = 1;
    for (int i = 0; i < WORDS; i++) named = (pump->words[i] = PyUnicode_InternFromString(spelled[i])) != NULL && named;
    pump->waiter_type = PyObject_GetAttrString((PyObject *)type, "waiter_type");
    if (named && pump->no_values && pump->no_owners && pump->waiter_type) return self;
    Py_DECREF(self);
    return NULL;
}

/* The one text of a submission, or several joined: NULL with *size 0 stands for a NULL; `owner` keeps what was made. -1: an exception. */
static int text_for(struct pump *pump, PyObject *texts, PyObject **owner, char **bytes, Py_ssize_t *size) {
    PyObject *text;
    *owner = NULL;
    *bytes = NULL;
    *size = 0;
    if (PyTuple_Size(texts) == 1) {
        text = PyTuple_GetItem(texts, 0);
        if (text == Py_None) return 0;
    } else {
        text = *owner = PyObject_CallFunctionObjArgs(pump->join, texts, NULL);
        if (text == NULL) return -1;
    }
    return PyBytes_AsStringAndSize(text, bytes, size);
}

/* Raise what Python says of a submission that the shim refused. */
static PyObject *raise_refusal(struct pump *pump, PyObject *const *arguments) {
    PyObject *why = PyObject_CallFunctionObjArgs(pump->refused, arguments[0], arguments[1], arguments[2], arguments[3], NULL);
    if (why) PyErr_SetObject((PyObject *)Py_TYPE(why), why);
    Py_XDECREF(why);
    return NULL;
}

static PyObject *refuse_submission(struct pump *pump, PyObject *const *arguments, uint32_t reason) {
    pump->refusal->member = 0;
    pump->refusal->reason = reason;
    return raise_refusal(pump, arguments);
}

/* Submit for a new waiter; NULL without an exception: it was refused, and *refusal says why. */
static struct hcsffi_node *submit(struct pump *pump, PyObject *waiter, PyObject *const *arguments, const char *bytes, size_t size) {
    struct hcsffi_node *node;
    uint64_t ticket = (uint64_t)(uintptr_t)waiter;
    uint32_t function = (uint32_t)PyLong_AsUnsignedLong(arguments[0]);
    uint64_t handle = PyLong_AsUnsignedLongLong(arguments[1]);
    uint8_t wishes = (uint8_t)PyLong_AsLong(arguments[3]);
    if (PyErr_Occurred()) return NULL;
    if (pump->keeps_gil) return hcsffi_submit(pump->queue, ticket, function, handle, wishes, bytes, size, pump->refusal);
    PyThreadState *state = PyEval_SaveThread();
    node = hcsffi_submit(pump->queue, ticket, function, handle, wishes, bytes, size, pump->refusal);
    PyEval_RestoreThread(state);
    return node;
}

/* A new waiter for what was started with these arguments: function, handle, texts and wishes. */
static PyObject *start(struct pump *pump, PyObject *const *arguments) {
    PyObject *owner;
    char *bytes;
    Py_ssize_t size;
    if (!PyTuple_Check(arguments[2])) return hcsffi_refuse_state("the texts are a tuple");
    if (pump->queue == NULL) return refuse_submission(pump, arguments, HCSFFI_REFUSED_CLOSED);
    if (text_for(pump, arguments[2], &owner, &bytes, &size) < 0) {
        if (!PyErr_ExceptionMatches(PyExc_ValueError)) return NULL;
        PyErr_Clear(); /* whoever joins texts finds the one that cannot cross, and does not know for which function */
        return refuse_submission(pump, arguments, HCSFFI_REFUSED_COUNT);
    }
    if (owner == NULL && size == 1 && (unsigned char)bytes[0] == 0xFF) return refuse_submission(pump, arguments, HCSFFI_REFUSED_COUNT);
    PyObject *made = PyType_GenericAlloc((PyTypeObject *)pump->waiter_type, 0);
    struct waiter *waiter = (struct waiter *)made;
    if (made) {
        Py_INCREF((PyObject *)pump);
        waiter->pump = pump;
        waiter->awaited = submit(pump, made, arguments, bytes, (size_t)size);
        if (waiter->awaited) {
            hcsffi_waiter_enlist(pump, waiter);
        } else {
            waiter->state = LEFT;
            if (!PyErr_Occurred()) raise_refusal(pump, arguments);
            Py_CLEAR(made);
        }
    }
    Py_XDECREF(owner);
    return made;
}

/* start(function, handle, texts, wishes): what to await and what to give up, which are one, in a pair. */
static PyObject *pump_start(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
    if (count != 4) return hcsffi_refuse_state("start takes function, handle, texts and wishes");
    PyObject *made = start((struct pump *)self, arguments);
    PyObject *pair = made ? PyTuple_Pack(2, made, made) : NULL;
    if (made && pair == NULL) {
        ((struct waiter *)made)->state = LEFT;
        hcsffi_waiter_drop((struct waiter *)made);
    }
    Py_XDECREF(made);
    return pair;
}

/* perform(numbers, request): what to await for the completion; None where `numbers` has None for the request's function. What the request
 * has is read here: to unpack it in Python would be a tenth of the operation. */
static PyObject *pump_perform(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
    struct pump *pump = (struct pump *)self;
    PyObject *request = count == 2 ? arguments[1] : NULL;
    if (request == NULL || !PyTuple_Check(request) || PyTuple_Size(request) != REQUEST_MEMBERS) {
        return hcsffi_refuse_state("perform takes the numbers of functions and a request");
    }
    PyObject *function = PyObject_GetItem(arguments[0], PyTuple_GetItem(request, REQUEST_FUNCTION));
    if (function == NULL || function == Py_None) return function;
    PyObject *handle = PyTuple_GetItem(request, REQUEST_HANDLE);
    PyObject *number = handle == Py_None ? PyLong_FromLong(0) : PyObject_GetAttr(handle, pump->words[WORD_NUMBER]);
    PyObject *const asked[4] = {function, number, PyTuple_GetItem(request, REQUEST_TEXTS), PyTuple_GetItem(request, REQUEST_WISHES)};
    PyObject *made = number ? start(pump, asked) : NULL;
    Py_XDECREF(number);
    Py_DECREF(function);
    if (made == NULL) return NULL;
    Py_INCREF(request);
    ((struct waiter *)made)->request = request;
    return made;
}

/* send(errand): what to await and give up. None: no thread can be had or the queue is closed, and the errand is still the caller's. */
static PyObject *pump_send(PyObject *self, PyObject *address) {
    struct pump *pump = (struct pump *)self;
    struct hcsffi_errand *errand = (struct hcsffi_errand *)(uintptr_t)PyLong_AsUnsignedLongLong(address);
    if (PyErr_Occurred()) return NULL;
    if (pump->queue == NULL) Py_RETURN_NONE;
    PyObject *made = PyType_GenericAlloc((PyTypeObject *)pump->waiter_type, 0);
    struct waiter *waiter = (struct waiter *)made;
    if (made == NULL) return NULL;
    Py_INCREF(self);
    waiter->pump = pump;
    if (hcsffi_errand_start(pump->queue, (uint64_t)(uintptr_t)made, errand)) {
        waiter->state = LEFT;
        Py_DECREF(made);
        Py_RETURN_NONE;
    }
    waiter->awaited = errand;
    waiter->awaits_errand = 1;
    hcsffi_waiter_enlist(pump, waiter);
    return made;
}

/* Whether a task of the loop runs here, inside which no other can be stepped. -1: an exception. */
static int is_inside_task(struct pump *pump) {
    PyObject *loop = hcsffi_pump_loop(pump);
    if (loop == NULL) return -1;
    PyObject *task = loop == Py_None ? NULL : PyObject_CallFunctionObjArgs(pump->current_task, loop, NULL);
    int inside = task ? task != Py_None : loop == Py_None ? 0 : -1;
    Py_XDECREF(task);
    Py_DECREF(loop);
    return inside;
}

static int deliver(struct pump *pump, const struct hcsffi_answer *answer, int elsewhere) {
    if (answer->sort == HCSFFI_COMPLETION || answer->sort == HCSFFI_ERRAND) return deliver_answer(pump, answer, elsewhere);
    if (answer->sort == HCSFFI_GROUP) return deliver_group(pump, answer);
    return deliver_event(pump, answer);
}

/* What asyncio keeps of the loop that runs in this thread, borrowed; NULL where it keeps it in another place (Python 3.14). */
static PyObject *running_in_thread(struct pump *pump) {
    PyObject *kept = PyThreadState_GetDict();
    PyObject *loop = kept ? PyDict_GetItemWithError(kept, pump->words[WORD_RUNNING]) : NULL;
    if (loop == NULL) PyErr_Clear();
    return loop;
}

static int is_imported(struct pump *pump, enum word name) {
    return PyDict_GetItemWithError(PyImport_GetModuleDict(), pump->words[name]) != NULL;
}

/* Whether trio, which is imported, may run here, for all that whom a drain resumes tasks for knows: a task may have started it inside
 * itself. */
static int trio_may_run(struct pump *pump, PyObject *whom) {
    PyObject *names = PyObject_GetAttr(whom, pump->words[WORD_ASKED]);
    PyObject *name = names ? PyDict_GetItemWithError(names, pump->words[WORD_SAID]) : NULL;
    if (name == NULL) PyErr_Clear();
    Py_XDECREF(names); /* `whom` has it */
    return name != Py_None;
}

/* Whether something was imported that has a say in who resumes whom, or in what is told of it. */
static int is_disputed(const struct resumption *now) {
    int as_before = PyDict_Size(PyImport_GetModuleDict()) == now->modules;
    if (!as_before && is_imported(now->pump, WORD_TRACE)) return 1;
    return (as_before ? now->has_trio : is_imported(now->pump, WORD_TRIO)) && trio_may_run(now->pump, now->whom);
}

/* resuming(): who drains here and now, or None. */
static PyObject *resuming(PyObject *self, PyObject *ignored) {
    const struct resumption *now = &now_resuming;
    (void)self;
    (void)ignored;
    if (now->thread == NULL || now->thread != PyThreadState_Get() || now->pump->queue == NULL) Py_RETURN_NONE;
    if (running_in_thread(now->pump) != now->loop || is_disputed(now)) Py_RETURN_NONE;
    Py_INCREF(now->whom);
    return now->whom;
}

/* Whether the loop that drains has nothing to do in its next pass, for all it shows. */
static int is_idle(struct pump *pump) {
    PyObject *ready = pump->hides_ready ? NULL : PyObject_GetAttr(pump->draining_loop, pump->words[WORD_READY]);
    Py_ssize_t handles = ready ? PyObject_Size(ready) : -1;
    Py_XDECREF(ready);
    if (handles < 0) {
        PyErr_Clear();
        pump->hides_ready = 1;
    }
    return handles == 0;
}

/* Resume who waits for one turn's records, of which there are fewer than none when a task has raised. */
static long hand_out(struct pump *pump, struct hcsffi_queue *queue, int elsewhere) {
    struct hcsffi_answer answer;
    long taken = 0;
    do {
        hcsffi_turn_begin(queue);
        while (taken < HCSFFI_TURN && hcsffi_turn_take(queue, &answer)) {
            taken++;
            int delivered = deliver(pump, &answer, elsewhere);
            free(answer.text);
            if (delivered < 0) return -1;
        }
    } while (taken < HCSFFI_FEW && hcsffi_queue_has_come(queue) && is_idle(pump));
    return taken;
}

/* As hand_out, while `resuming` answers with `whom` and the waiters with the pump's loop. */
static long hand_out_for(struct pump *pump, struct hcsffi_queue *queue, PyObject *whom, int elsewhere) {
    PyThreadState *here = PyThreadState_Get();
    PyObject *running = elsewhere ? NULL : running_in_thread(pump);
    const struct resumption before = now_resuming;
    Py_XINCREF(running); /* so that no other object is where this was */
    if (running) {
        Py_ssize_t modules = is_imported(pump, WORD_TRACE) ? -1 : PyDict_Size(PyImport_GetModuleDict());
        now_resuming = (struct resumption){here, pump, whom, running, modules, is_imported(pump, WORD_TRIO)};
    }
    hcsffi_queue_keep(queue); /* a task that is resumed may close it */
    long taken = hand_out(pump, queue, elsewhere);
    if (taken < 0) hcsffi_queue_rouse(queue);
    hcsffi_queue_drop(queue);
    if (now_resuming.thread == here) now_resuming = before.thread == here ? before : (struct resumption){0};
    Py_XDECREF(running);
    return taken;
}

/* drain(whom): hand out one turn's records; how many there were. `resuming` answers with `whom` meanwhile. */
static PyObject *pump_drain(PyObject *self, PyObject *whom) {
    struct pump *pump = (struct pump *)self;
    struct hcsffi_queue *queue = pump->queue;
    PyObject *loop = hcsffi_pump_loop(pump);
    if (loop == NULL) return NULL;
    PyObject *before = pump->draining_loop;
    pump->draining_loop = loop;
    int elsewhere = pump->defers || queue == NULL ? 1 : is_inside_task(pump);
    long taken = elsewhere < 0 ? -1 : queue == NULL ? 0 : hand_out_for(pump, queue, whom, elsewhere);
    pump->draining_loop = before;
    Py_DECREF(loop);
    return taken < 0 ? NULL : PyLong_FromLong(taken);
}

static PyObject *pump_close(PyObject *self, PyObject *ignored) {
    (void)ignored;
    hcsffi_waiters_leave((struct pump *)self);
    Py_RETURN_NONE;
}

static PyObject *pump_more(PyObject *self, void *closure) {
    struct pump *pump = (struct pump *)self;
    (void)closure;
    return PyBool_FromLong(pump->queue && hcsffi_queue_has_left(pump->queue));
}

static PyMethodDef pump_methods[] = {
    {"start", FAST(pump_start), METH_FASTCALL, "Start a function; twice what to await."},
    {"perform", FAST(pump_perform), METH_FASTCALL, "Start a request's function; what to await for its completion."},
    {"send", pump_send, METH_O, "Let a thread run an errand; what to await, or None."},
    {"drain", pump_drain, METH_O, "Hand out the records of one turn for whom is given; how many there were."},
    {"close", pump_close, METH_NOARGS, "The queue is closed: no waiter is answered any more."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef pump_members[] = {
    {"more", pump_more, NULL, "Whether records of the last turn are left.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot pump_slots[] = {
    {Py_tp_doc, "Starts operations for one loop and resumes the tasks that await them."},
    {Py_tp_new, pump_new},
    {Py_tp_traverse, pump_traverse},
    {Py_tp_clear, pump_clear},
    {Py_tp_dealloc, pump_free},
    {Py_tp_methods, pump_methods},
    {Py_tp_getset, pump_members},
    {0, NULL},
};

static PyType_Spec pump_spec = {"hcsffi.native.awaiting.Pump", sizeof(struct pump), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, pump_slots};

static PyMethodDef resuming_method = {"resuming", resuming, METH_NOARGS, "For whom a drain resumes tasks here and now, or None."};

int hcsffi_awaiting_install(void *dictionary, void *modules) {
    int installed = 0;
    PyGILState_STATE state = PyGILState_Ensure();
    /* A thread of a subinterpreter may get the GIL for the main one here. */
    PyObject *waiter = PyImport_GetModuleDict() == modules ? PyType_FromSpec(&hcsffi_waiter_spec) : NULL;
    PyObject *pump = waiter ? PyType_FromSpec(&pump_spec) : NULL;
    PyObject *asked = pump ? PyCFunction_New(&resuming_method, NULL) : NULL;
    PyObject *columns = asked ? PyCFunction_New(&hcsffi_columns_method, NULL) : NULL;
    installed = columns && PyObject_SetAttrString(pump, "waiter_type", waiter) == 0 &&
                PyDict_SetItemString(dictionary, "resuming", asked) == 0 && PyDict_SetItemString(dictionary, "columns", columns) == 0 &&
                PyDict_SetItemString(dictionary, "Pump", pump) == 0;
    Py_XDECREF(columns);
    Py_XDECREF(asked);
    Py_XDECREF(pump);
    Py_XDECREF(waiter);
    PyErr_Clear();
    PyGILState_Release(state);
    return installed;
}
