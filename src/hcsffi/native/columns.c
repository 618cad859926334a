/* Many requests as the columns of a table, which is how hcsffi_submit_many takes them. Python would make a list of each column and an array
 * of that, and look at each request once for each: as much as a third of what the service spends on them.
 *
 * Most requests of a batch call one function, and many are about one system: what was looked up last is kept until another comes.
 */
#define PY_SSIZE_T_CLEAN
#include "columns.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NO_TEXT 0xFF /* stands for NULL, and never occurs in UTF-8 */

struct table {
    PyObject *numbers; /* of functions, by name */
    PyObject *attribute; /* of a handle: its number */
    PyObject *name; /* of the function looked up last */
    PyObject *handle; /* that was asked last */
    uint32_t function;
    uint64_t number;
    char *texts; /* all so far, a NUL between two */
    size_t used;
    size_t size;
    int has_text;
    int can_cross;
};

static void keep(PyObject **kept, PyObject *object) {
    PyObject *before = *kept;
    Py_INCREF(object);
    *kept = object;
    Py_XDECREF(before);
}

static int find_function(struct table *table, PyObject *name) {
    if (name == table->name) return 0;
    PyObject *number = PyObject_GetItem(table->numbers, name);
    table->function = number ? (uint32_t)PyLong_AsUnsignedLong(number) : 0;
    Py_XDECREF(number);
    if (PyErr_Occurred()) return -1;
    keep(&table->name, name);
    return 0;
}

static int find_handle(struct table *table, PyObject *handle) {
    if (handle == table->handle) return 0;
    PyObject *number = handle == Py_None ? PyLong_FromLong(0) : PyObject_GetAttr(handle, table->attribute);
    table->number = number ? PyLong_AsUnsignedLongLong(number) : 0;
    Py_XDECREF(number);
    if (PyErr_Occurred()) return -1;
    keep(&table->handle, handle);
    return 0;
}

static int make_room(struct table *table, size_t wanted) {
    if (table->size - table->used >= wanted) return 0;
    size_t size = table->size * 2 + wanted;
    char *grown = realloc(table->texts, size);
    if (grown == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    table->texts = grown;
    table->size = size;
    return 0;
}

static int add_text(struct table *table, PyObject *text) {
    char null = (char)NO_TEXT;
    char *bytes = &null;
    Py_ssize_t length = 1;
    if (text != Py_None) {
        if (PyBytes_AsStringAndSize(text, &bytes, &length) < 0) return -1;
        /* A NUL inside would shift every later text. */
        if (memchr(bytes, 0, (size_t)length) || memchr(bytes, NO_TEXT, (size_t)length)) table->can_cross = 0;
    }
    if (make_room(table, (size_t)length + 1) < 0) return -1;
    if (table->has_text) table->texts[table->used++] = 0;
    memcpy(table->texts + table->used, bytes, (size_t)length);
    table->used += (size_t)length;
    table->has_text = 1;
    return 0;
}

static int add_texts(struct table *table, PyObject *texts) {
    Py_ssize_t count = PyTuple_Size(texts);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (add_text(table, PyTuple_GetItem(texts, i)) < 0) return -1;
    }
    return 0;
}

/* What to fill, each as long as there are requests. */
struct columns {
    uint32_t *functions;
    uint64_t *handles;
    char *wishes;
    PyObject *texts; /* a list of tuples */
};

static int add_request(struct table *table, const struct columns *columns, Py_ssize_t row, PyObject *request) {
    int complete = PyTuple_Check(request) && PyTuple_Size(request) == REQUEST_MEMBERS;
    PyObject *texts = complete ? PyTuple_GetItem(request, REQUEST_TEXTS) : NULL;
    if (texts == NULL || !PyTuple_Check(texts)) {
        PyErr_SetString(PyExc_TypeError, "columns are made of requests, whose texts are a tuple");
        return -1;
    }
    if (find_function(table, PyTuple_GetItem(request, REQUEST_FUNCTION)) < 0) return -1;
    if (find_handle(table, PyTuple_GetItem(request, REQUEST_HANDLE)) < 0 || add_texts(table, texts) < 0) return -1;
    long wishes = PyLong_AsLong(PyTuple_GetItem(request, REQUEST_WISHES));
    if (wishes == -1 && PyErr_Occurred()) return -1;
    columns->functions[row] = table->function;
    columns->handles[row] = table->number;
    columns->wishes[row] = (char)wishes;
    Py_INCREF(texts);
    return PyList_SetItem(columns->texts, row, texts);
}

static int fill(struct table *table, const struct columns *columns, PyObject *requests, Py_ssize_t count) {
    for (Py_ssize_t row = 0; row < count; row++) {
        PyObject *request = PySequence_GetItem(requests, row);
        int added = request ? add_request(table, columns, row, request) : -1;
        Py_XDECREF(request);
        if (added < 0) return -1;
    }
    return 0;
}

static PyObject *columns_of(PyObject *numbers, PyObject *requests, Py_ssize_t count) {
    struct table table = {.numbers = numbers, .can_cross = 1};
    PyObject *functions = PyBytes_FromStringAndSize(NULL, count * (Py_ssize_t)sizeof(uint32_t));
    PyObject *handles = PyBytes_FromStringAndSize(NULL, count * (Py_ssize_t)sizeof(uint64_t));
    PyObject *wishes = PyBytes_FromStringAndSize(NULL, count);
    PyObject *texts = PyList_New(count);
    PyObject *joined = NULL;
    table.attribute = PyUnicode_InternFromString("number");
    if (functions && handles && wishes && texts && table.attribute) {
        struct columns columns = {(void *)PyBytes_AsString(functions), (void *)PyBytes_AsString(handles), PyBytes_AsString(wishes), texts};
        if (fill(&table, &columns, requests, count) == 0) {
            joined = PyBytes_FromStringAndSize(table.can_cross ? table.texts : NULL, table.can_cross ? (Py_ssize_t)table.used : 0);
        }
    }
    PyObject *made = joined ? PyTuple_Pack(5, functions, handles, texts, wishes, table.can_cross ? joined : Py_None) : NULL;
    PyObject *const owned[] = {functions, handles, wishes, texts, joined, table.attribute, table.name, table.handle};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) Py_XDECREF(owned[i]);
    free(table.texts);
    return made;
}

static PyObject *columns(PyObject *self, PyObject *arguments) {
    PyObject *numbers, *requests;
    (void)self;
    if (!PyArg_ParseTuple(arguments, "OO", &numbers, &requests)) return NULL;
    Py_ssize_t count = PySequence_Size(requests);
    return count < 0 ? NULL : columns_of(numbers, requests, count);
}

PyMethodDef hcsffi_columns_method = {"columns", columns, METH_VARARGS, "Many requests as the columns of a table."};
