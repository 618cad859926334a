/* What every life of the counted failure has: what of it is inside the host, what a refusal has to say, and what may not be left.
 *
 * A life is lived while calls fail or processes are killed. A step is refused with a code that says why, or it was carried out, and then
 * its effect is looked at: "success" that was none is a fault. Then peace is announced, what the first life could not end is ended, and a
 * second life under the same names has to succeed from beginning to end. At last nothing may be left of either: no object, descriptor or
 * thread. Whoever started the program looks for processes and files. With LIFE_AGAIN in the environment the second life is the first: it
 * comes after a client that was killed, and finds what that one left.
 *
 * The exit status is the number of faults. Standard output has a line for every step: its name and the code.
 *
 * To be included once, before hcs_client.h, whose functions call the host too: the functions of the host that a life calls are announced
 * by macros of their names, with IN_HOST and IN_HOST_SILENT. */
#ifndef HCSFFI_TESTS_LIVING_H
#define HCSFFI_TESTS_LIVING_H

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "announcement.h"
#include "hcs_cdef.h"

/* A tool that is waited for to the end of its 20 seconds is a wait that should not have been: the call that waits has no answer. */
#define PATIENCE_MS 15000

/* What happens inside is the host's; everything else of this thread is the client's, and no call of that fails. */
#define IN_HOST(call)                              \
    ({                                             \
        announce(ANNOUNCE_ENTRY);                  \
        const __auto_type in_host_answer = (call); \
        announce(ANNOUNCE_LEAVE);                  \
        in_host_answer;                            \
    })
#define IN_HOST_SILENT(call)      \
    do {                          \
        announce(ANNOUNCE_ENTRY); \
        call;                     \
        announce(ANNOUNCE_LEAVE); \
    } while (0)

static int faults;
static bool at_peace;     /* nothing fails any more: everything has to succeed */
static bool kills_happen; /* somebody kills the host's processes: any process may have ended by that */

static inline void fault(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("fault: ", stdout);
    vprintf(format, arguments);
    putchar('\n');
    va_end(arguments);
    ++faults;
}

/* "Something unexpected" is no reason; `reason` is the text of the document that goes with it, with its quotes, or NULL. */
static inline bool says_why(HRESULT code, const char *reason) {
    if (code != (HRESULT)0x8000FFFFu && code != (HRESULT)0x80004005u) return true;
    return reason && reason[0] == '"' && reason[1] != '"';
}

/* Whether the step was carried out. */
static inline bool told(const char *step, HRESULT code, const char *reason) {
    printf("%s 0x%08X\n", step, (unsigned)code);
    if (code >= 0) return true;
    if (reason) printf("    %.160s\n", reason);
    if (code == (HRESULT)0x80370118u) fault("%s has no answer", step); /* HCS_E_OPERATION_TIMEOUT */
    if (!says_why(code, reason)) fault("%s answers 0x%08X and does not say why", step, (unsigned)code);
    if (at_peace) fault("%s is refused although nothing failed: 0x%08X", step, (unsigned)code);
    return false;
}

static inline int entries(const char *folder) {
    int count = 0;
    DIR *listing = opendir(folder);
    if (!listing) abort();
    while (readdir(listing)) ++count;
    closedir(listing);
    return count;
}

/* `life` is lived twice, with `rest` after each: it ends what is left, and looks whether something is. */
static inline int live_twice(void (*life)(void), void (*rest)(void), HRESULT (*shutdown)(void)) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGPIPE, SIG_IGN);
    kills_happen = getenv("LIFE_KILLS") != NULL;
    const bool again = getenv("LIFE_AGAIN") != NULL;
    const int descriptors = entries("/proc/self/fd");
    if (!again) {
        life();
        told("shutdown", shutdown(), NULL);
    }
    announce_peace();
    at_peace = true;
    kills_happen = false;
    puts("peace");
    rest();
    life();
    rest();
    told("last shutdown", shutdown(), NULL);
    if (entries("/proc/self/fd") != descriptors) fault("descriptors: %d before, %d after", descriptors, entries("/proc/self/fd"));
    if (entries("/proc/self/task") != 3) fault("threads are left: %d", entries("/proc/self/task") - 3);
    return faults;
}

#endif
