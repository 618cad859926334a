/* Many things of the network service, each opened, asked and closed, in one call: what a list is made of. */
#ifndef HCSFFI_LOOKING_H
#define HCSFFI_LOOKING_H
#include <stdint.h>
#include "hcs_cdef.h"

/* The functions of one noun, by their numbers in the table of loading.h. */
struct hcsffi_glance {
    uint32_t opens;
    uint32_t asks;
    uint32_t closes;
};

/* What one look came back with: the HRESULT of the last function that was called, whether that was the one that asks, and its text:
 * the answer, or the error record where there is one. */
struct hcsffi_look {
    int32_t result;
    uint32_t asked;
    char *text; /* given back with hcsffi_text_drop; NULL: none, or no memory */
    uint32_t length;
    uint32_t has_record; /* the text is an error record, also beside success */
};

/* Open, ask and close `count` things one after another.
 * threads: any; GIL: not needed; blocks: as the functions do; owns: the texts are the caller's; errors: in each look; a function that the
 * library lacks answers 0x8007007F. */
void hcsffi_look_at(const struct hcsffi_glance *glance, const GUID *ids, uint32_t count, const WCHAR *query, struct hcsffi_look *looks);
#endif
