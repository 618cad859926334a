/* Many things of the network service, each opened, asked and closed, in one call: what a list is made of. */
#ifndef HCSFFI_LOOKING_H
#define HCSFFI_LOOKING_H
#include <stddef.h>
#include <stdint.h>
#include "hcs_cdef.h"

/* The functions of one noun, by their numbers in the table of loading.h. */
struct hcsffi_glance {
    uint32_t opens;
    uint32_t asks;
    uint32_t closes;
};

/* What many looks came back with, column by column; look i's text is arena[ends[i - 1]..ends[i]]. */
struct hcsffi_looks {
    struct hcsffi_glance glance;
    uint32_t count;
    uint32_t special;    /* how many failed or left a record */
    uint32_t *results;   /* the HRESULT of the last function that was called */
    uint8_t *asked;      /* whether that was the one that asks */
    uint8_t *has_record; /* whether the text is an error record, also beside success, and not the answer */
    uint64_t *ends;
    char *arena;
    size_t arena_size;
};

/* Open, ask and close `count` things one after another, as long as `goes_on` says so of `asker`; what was not looked at has no columns.
 * threads: any; GIL: not needed; blocks: as the functions do; owns: the result is the caller's; errors: in each look (a function that the
 * library lacks answers 0x8007007F); NULL when there is no memory. */
struct hcsffi_looks *hcsffi_look_at(const struct hcsffi_glance *glance, const GUID *ids, uint32_t count, const WCHAR *query,
                                    int (*goes_on)(void *), void *asker);

/* Free what was seen; NULL is allowed.
 * threads: any. */
void hcsffi_looks_free(struct hcsffi_looks *looks);

/* Read a JSON array of texts that are GUIDs, as an enumeration answers, into at most `room` of them.
 * threads: any; errors: UINT32_MAX: it is something else. */
uint32_t hcsffi_ids_read(const char *text, size_t length, GUID *ids, uint32_t room);
#endif
