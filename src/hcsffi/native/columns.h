/* Many requests as the columns of a table; see columns.c. */
#ifndef HCSFFI_COLUMNS_H
#define HCSFFI_COLUMNS_H

#include <Python.h>

/* What a request has, by place: the function's name, the handle or None, the texts, what it is about, the wishes. */
enum { REQUEST_FUNCTION = 0, REQUEST_HANDLE = 1, REQUEST_TEXTS = 2, REQUEST_WISHES = 4, REQUEST_MEMBERS = 5 };

/* columns(numbers, requests): the numbers of their functions and of their handles and their wishes, each as the bytes of an array that
 * hcsffi_submit_many takes, a list of their texts, and all texts as it takes them, or None where one of them cannot cross.
 * GIL: held; errors: NULL with the exception set. */
extern PyMethodDef hcsffi_columns_method;
#endif
