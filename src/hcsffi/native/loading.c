/* A library is opened by a full path, or on Windows by name from System32 and nowhere else: a computecore.dll planted beside the program or
 * in the working directory is never taken. Nothing is ever closed again, because a library with threads of its own cannot be unmapped
 * safely.
 */
#include "loading.h"

#include <string.h>

#include "functions.h"
#include "platform.h"

typedef void (*any_function)(void);

static char message[512];

const char *hcsffi_load(uint32_t library, const char *path, int system) {
    hcsffi_watch_forks();
    void *opened = hcsffi_library_open(path, system, message, sizeof message);
    if (opened == NULL) return message;
    for (uint32_t i = 0; i < hcsffi_function_count; i++) {
        const struct hcsffi_function *row = &hcsffi_function_table[i];
        if (row->library != library) continue;
        any_function found = hcsffi_library_find(opened, row->name);
        memcpy((char *)&hcsffi_functions + row->slot, &found, sizeof found);
    }
    return NULL;
}

void hcsffi_unload(void) { memset(&hcsffi_functions, 0, sizeof hcsffi_functions); }

int hcsffi_loaded(uint32_t function) {
    any_function found;
    if (function >= hcsffi_function_count) return 0;
    memcpy(&found, (const char *)&hcsffi_functions + hcsffi_function_table[function].slot, sizeof found);
    return found != NULL;
}

int hcsffi_is_forked(void) { return (int)hcsffi_forked; }
