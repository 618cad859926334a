/* A call of the C library that a test's program answers itself: defined there, it is the one that the host meets, too, and this is the
 * library's own behind it. */
#pragma once

#include <dlfcn.h>

template <class Call>
Call original(const char* name) {
    return reinterpret_cast<Call>(dlsym(RTLD_NEXT, name));
}
