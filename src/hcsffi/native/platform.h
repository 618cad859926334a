/* Everything that depends on compiler or operating system: atomics here, the rest in platform.c, which alone sees the system's headers (on
 * Windows those declare the names of hcs_cdef.h too).
 *
 * All atomics are sequentially consistent; the shim's hot path has a handful of them per operation, so nothing is gained by less.
 */
#ifndef HCSFFI_PLATFORM_H
#define HCSFFI_PLATFORM_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(_WIN32) /* operations that every compiler for Windows has, so that what Wine tests is what MSVC builds */
#include <intrin.h>
static inline uint32_t atomic_add32(volatile uint32_t *place, int32_t amount) {
    return (uint32_t)_InterlockedExchangeAdd((volatile long *)place, amount) + (uint32_t)amount;
}
static inline uint32_t atomic_load32(volatile uint32_t *place) {
    return (uint32_t)_InterlockedCompareExchange((volatile long *)place, 0, 0);
}
static inline uint32_t atomic_exchange32(volatile uint32_t *place, uint32_t value) {
    return (uint32_t)_InterlockedExchange((volatile long *)place, (long)value);
}
static inline int atomic_replace32(volatile uint32_t *place, uint32_t expected, uint32_t value) {
    return _InterlockedCompareExchange((volatile long *)place, (long)value, (long)expected) == (long)expected;
}
static inline uint64_t atomic_load64(volatile uint64_t *place) {
    return (uint64_t)_InterlockedCompareExchange64((volatile __int64 *)place, 0, 0);
}
static inline int atomic_replace64(volatile uint64_t *place, uint64_t expected, uint64_t value) {
    return _InterlockedCompareExchange64((volatile __int64 *)place, (__int64)value, (__int64)expected) == (__int64)expected;
}
static inline void *atomic_load_pointer(void *volatile *place) { return _InterlockedCompareExchangePointer(place, NULL, NULL); }
static inline void *atomic_exchange_pointer(void *volatile *place, void *value) { return _InterlockedExchangePointer(place, value); }
static inline int atomic_replace_pointer(void *volatile *place, void *expected, void *value) {
    return _InterlockedCompareExchangePointer(place, value, expected) == expected;
}
#else
static inline uint32_t atomic_add32(volatile uint32_t *place, int32_t amount) {
    return __atomic_add_fetch(place, (uint32_t)amount, __ATOMIC_SEQ_CST);
}
static inline uint32_t atomic_load32(volatile uint32_t *place) { return __atomic_load_n(place, __ATOMIC_SEQ_CST); }
static inline uint32_t atomic_exchange32(volatile uint32_t *place, uint32_t value) {
    return __atomic_exchange_n(place, value, __ATOMIC_SEQ_CST);
}
static inline int atomic_replace32(volatile uint32_t *place, uint32_t expected, uint32_t value) {
    return __atomic_compare_exchange_n(place, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}
static inline uint64_t atomic_load64(volatile uint64_t *place) { return __atomic_load_n(place, __ATOMIC_SEQ_CST); }
static inline int atomic_replace64(volatile uint64_t *place, uint64_t expected, uint64_t value) {
    return __atomic_compare_exchange_n(place, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}
static inline void *atomic_load_pointer(void *volatile *place) { return __atomic_load_n(place, __ATOMIC_SEQ_CST); }
static inline void *atomic_exchange_pointer(void *volatile *place, void *value) {
    return __atomic_exchange_n(place, value, __ATOMIC_SEQ_CST);
}
static inline int atomic_replace_pointer(void *volatile *place, void *expected, void *value) {
    return __atomic_compare_exchange_n(place, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}
#endif

/* NULL and INVALID_HANDLE_VALUE both mean that there is no such stream. */
static inline int file_is_present(void *file) { return file != NULL && file != (void *)(intptr_t)-1; }

/* A lock held for a few instructions, by threads of the library too; never across a call out of the shim. A static one starts as all zeros
 * on Windows. */
#if defined(_WIN32)
typedef void *hcsffi_lock;
typedef void *hcsffi_bell;
#define HCSFFI_LOCK_INITIAL NULL
#define HCSFFI_BELL_INITIAL NULL
#else
#include <pthread.h>
typedef pthread_mutex_t hcsffi_lock;
typedef pthread_cond_t hcsffi_bell;
#define HCSFFI_LOCK_INITIAL PTHREAD_MUTEX_INITIALIZER
#define HCSFFI_BELL_INITIAL PTHREAD_COND_INITIALIZER
#endif

/* Take the lock. threads: any; blocks: for a few instructions. */
void hcsffi_lock_take(hcsffi_lock *lock);

/* Give the lock back. threads: the one that took it. */
void hcsffi_lock_drop(hcsffi_lock *lock);

/* Wait for the bell without the lock, which is held before and after. 0: the time has passed; 1: it was rung, or seems so.
 * threads: any of ours; blocks: at most `limit_ms`. */
int hcsffi_bell_await(hcsffi_bell *bell, hcsffi_lock *lock, uint32_t limit_ms);

/* Wake one that waits for the bell. threads: any that holds the lock. */
void hcsffi_bell_ring(hcsffi_bell *bell);

/* Wake all that wait for the bell. threads: any that holds the lock. */
void hcsffi_bell_ring_all(hcsffi_bell *bell);

/* Run `work` once on a thread nobody waits for. threads: any; errors: 0 when no thread could be had. */
int hcsffi_thread_start(void (*work)(void));

/* Close a descriptor, on Windows a HANDLE; off Windows a HANDLE of the embedded host is the descriptor itself. threads: any. */
void hcsffi_file_close(void *file);

/* Free a string of a system DLL: with CoTaskMemFree when `task` is set, else with LocalFree. threads: any; does nothing off Windows. */
void hcsffi_system_free(int task, void *memory);

/* Open a library by its UTF-8 path, or with `system` by name in System32 alone. errors: NULL with the system's words in `message`. */
void *hcsffi_library_open(const char *path, int system, char *message, size_t size);

/* Look up an exported function. errors: NULL when the library lacks it. */
void (*hcsffi_library_find(void *library, const char *name))(void);

/* Mark every fork() of this process from now on. threads: any. */
void hcsffi_watch_forks(void);

/* Set in a child process made by fork(): the library's threads do not exist there. */
extern volatile uint32_t hcsffi_forked;

#endif
