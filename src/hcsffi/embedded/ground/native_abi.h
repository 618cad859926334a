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

// Numbers that Python repeats, EventKind in documents/notices.py.
static_assert(HcsEventSystemExited == 0x00000001, "SYSTEM_EXITED");
static_assert(HcsEventSystemCrashInitiated == 0x00000002, "SYSTEM_CRASH_INITIATED");
static_assert(HcsEventSystemCrashReport == 0x00000003, "SYSTEM_CRASH_REPORT");
static_assert(HcsEventSystemGuestConnectionClosed == 0x00000006, "SYSTEM_GUEST_CONNECTION_CLOSED");
static_assert(HcsEventProcessExited == 0x00010000, "PROCESS_EXITED");
static_assert(HcsEventOperationCallback == 0x01000000, "OPERATION_CALLBACK");
static_assert(HcsEventServiceDisconnect == 0x02000000, "SERVICE_DISCONNECT");
