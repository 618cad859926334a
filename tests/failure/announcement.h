/* What a life tells whoever fails its calls (interception.h), as system calls that no kernel has: the same filter that stops every other
 * call stops these. Without one they answer ENOSYS, and nothing happens. C11 and C++17. */
#ifndef HCSFFI_TESTS_ANNOUNCEMENT_H
#define HCSFFI_TESTS_ANNOUNCEMENT_H

#include <errno.h>
#include <unistd.h>

enum announcement {
    ANNOUNCE_ENTRY = 7001, /* this thread enters the host */
    ANNOUNCE_LEAVE,        /* ... and is back in the client's own code */
    ANNOUNCE_ALLOCATION,   /* the answer 1 means that it fails */
    ANNOUNCE_PEACE,        /* from here on nothing fails and nobody is killed */
};

/* Whether allocations are announced: in peace it would only cost. Of what allocation.cpp is linked into. */
#ifdef __cplusplus
extern "C" {
#endif
extern int announces_allocations;
#ifdef __cplusplus
}
#endif

static inline int announce(enum announcement what) {
    const int before = errno;
    const long answer = syscall((long)what);
    errno = before;
    return answer == 1;
}

static inline void announce_peace(void) {
    announce(ANNOUNCE_PEACE);
    __atomic_store_n(&announces_allocations, 0, __ATOMIC_RELAXED);
}

#endif
