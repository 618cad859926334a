/* Text at the border: UTF-8 on Python's side, UTF-16 on the library's, and who frees what. */
#ifndef HCSFFI_TEXT_H
#define HCSFFI_TEXT_H
#include <stddef.h>
#include <stdint.h>
#include "hcs_cdef.h"

#define HCSFFI_TEXT_FITS 0
#define HCSFFI_TEXT_MALFORMED 1
#define HCSFFI_TEXT_NO_MEMORY 2

/* Whether `length` bytes are well-formed UTF-8; if not, *place is the first byte that does not fit.
 * threads: any; GIL: not needed; errors: HCSFFI_TEXT_MALFORMED. */
uint32_t hcsffi_text_check(const char *text, size_t length, size_t *place);

/* Widen `length` bytes of UTF-8 into *wide, NUL-terminated. Malformed UTF-8 (which a lone surrogate is) stores its offset in *place.
 * threads: any; GIL: not needed; owns: *wide is the caller's, given back with hcsffi_text_drop; errors: the constants above. */
uint32_t hcsffi_text_widen(const char *text, size_t length, WCHAR **wide, size_t *place);

/* Narrow NUL-terminated UTF-16 to UTF-8 of *length bytes plus a NUL; a lone surrogate becomes U+FFFD, so that an answer is never lost to
 * one.
 * threads: any; GIL: not needed; owns: the result, given back with hcsffi_text_drop; errors: NULL when there is no memory. */
char *hcsffi_text_narrow(const WCHAR *wide, uint32_t *length);

/* Narrow a string the library handed out and free it with the function of the DLL that allocated it.
 * threads: any; frees: wide, always; owns: as hcsffi_text_narrow; errors: NULL for NULL and when there is no memory. */
char *hcsffi_text_take(uint32_t library, WCHAR *wide, uint32_t *length);

/* As hcsffi_text_take; a text that fits into the `size` bytes of `room` with its NUL is there, and the result is `room`, which is not given
 * back. */
char *hcsffi_text_take_into(char *room, size_t size, uint32_t library, WCHAR *wide, uint32_t *length);

/* Give back what widen, narrow or take returned; NULL is allowed.
 * threads: any; frees: text. */
void hcsffi_text_drop(void *text);
#endif
