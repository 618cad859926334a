// The native surface of hcs_cdef.h as C++ sees it.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
#include "hcs_cdef.h"
}

// Everything else stays hidden. Windows names its exports in a definition file, one for each of the three libraries.
#ifdef _WIN32
#define HCSFFI_EXPORT
#else
#define HCSFFI_EXPORT __attribute__((visibility("default")))
#endif

static_assert(sizeof(void*) == 8, "handles are 64-bit numbers that travel in a pointer");
static_assert(sizeof(HCS_EVENT) == 24, "computedefs.h: three members");
static_assert(sizeof(HCS_PROCESS_INFORMATION) == 32, "computedefs.h");
static_assert(sizeof(HCS_CREATE_OPTIONS_1) == 48, "computedefs.h");
