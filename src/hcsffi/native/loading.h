/* Which library answers: opening it and filling the table of function pointers. */
#ifndef HCSFFI_LOADING_H
#define HCSFFI_LOADING_H
#include <stdint.h>

#define HCSFFI_COMPUTECORE 0
#define HCSFFI_COMPUTESTORAGE 1
#define HCSFFI_COMPUTENETWORK 2
#define HCSFFI_EMBEDDED 3

/* No function takes more texts. */
#define HCSFFI_MOST_TEXTS 3

/* One row per line of hcs_cdef.h: what Python and the loader need to know of a function. */
struct hcsffi_function {
    const char *name;
    const char *returns;
    const char *parameters; /* the types, separated by ", " */
    uint32_t library;
    uint32_t build;         /* first Windows build that declares it; 0: the embedded host's own; all ones: no header does */
    uint32_t slot;          /* its place in struct hcsffi_functions */
    uint32_t submits;       /* whether it starts an operation */
    uint32_t texts;         /* how many PCWSTR it takes */
    uint32_t privileges;    /* what its caller has to have enabled, bits of privilege_windows.h */
    uint32_t out_texts;     /* how many texts it hands out; a network function's last is an error record */
};

extern const struct hcsffi_function hcsffi_function_table[];
extern const uint32_t hcsffi_function_count;

/* Open the file (or, with `system`, the DLL of that name in System32 alone) and fill the slots of one library, absent functions with NULL.
 * threads: one at a time; blocks: while the library initialises; errors: NULL, or the operating system's text until the next call. */
const char *hcsffi_load(uint32_t library, const char *path, int system);

/* Empty every slot; the opened libraries stay mapped, because their threads may still run.
 * threads: one at a time, and only while no handle lives. */
void hcsffi_unload(void);

/* Whether the slot of this function of the table is filled.
 * threads: any after loading. */
int hcsffi_loaded(uint32_t function);

/* Whether this process is a fork() of the one that loaded the library; nothing works in it.
 * threads: any. */
int hcsffi_is_forked(void);
#endif
