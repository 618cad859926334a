#include "platform.h"

#include <stdio.h>
#include <string.h>

volatile uint32_t hcsffi_forked = 0;

#if defined(_WIN32)
#include <windows.h>

#include <objbase.h>

void hcsffi_lock_take(hcsffi_lock *lock) { AcquireSRWLockExclusive((SRWLOCK *)lock); }

void hcsffi_lock_drop(hcsffi_lock *lock) { ReleaseSRWLockExclusive((SRWLOCK *)lock); }

int hcsffi_bell_await(hcsffi_bell *bell, hcsffi_lock *lock, uint32_t limit_ms) {
    return SleepConditionVariableSRW((CONDITION_VARIABLE *)bell, (SRWLOCK *)lock, limit_ms, 0) != 0;
}

void hcsffi_bell_ring(hcsffi_bell *bell) { WakeConditionVariable((CONDITION_VARIABLE *)bell); }

void hcsffi_bell_ring_all(hcsffi_bell *bell) { WakeAllConditionVariable((CONDITION_VARIABLE *)bell); }

static DWORD WINAPI run_work(void *work) {
    void (*function)(void);
    memcpy(&function, &work, sizeof function);
    function();
    return 0;
}

int hcsffi_thread_start(void (*work)(void)) {
    void *argument;
    memcpy(&argument, &work, sizeof argument);
    return QueueUserWorkItem(run_work, argument, WT_EXECUTELONGFUNCTION) != 0;
}

void hcsffi_file_close(void *file) { CloseHandle(file); }

void hcsffi_system_free(int task, void *memory) {
    if (task) CoTaskMemFree(memory);
    else LocalFree(memory);
}

/* A full path in the form that has no limit of 260 characters; the loader takes it only where it is needed, and so do we. */
static void extend_path(wchar_t *path, size_t size) {
    static const wchar_t local[] = L"\\\\?\\";
    static const wchar_t share[] = L"\\\\?\\UNC";
    size_t length = wcslen(path);
    if (length < MAX_PATH || wcsncmp(path, local, 4) == 0) return;
    int remote = path[0] == L'\\' && path[1] == L'\\';
    size_t dropped = remote ? 1 : 0; /* one of the two leading separators stays behind UNC */
    size_t added = remote ? 7 : 4;
    if (length + added >= size) return;
    memmove(path + added, path + dropped, (length - dropped + 1) * sizeof *path);
    memcpy(path, remote ? share : local, added * sizeof *path);
    for (wchar_t *letter = path; *letter; letter++) {
        if (*letter == L'/') *letter = L'\\';
    }
}

void *hcsffi_library_open(const char *path, int system, char *message, size_t size) {
    wchar_t wide[32768];
    DWORD flags = system ? LOAD_LIBRARY_SEARCH_SYSTEM32 : LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32;
    HMODULE module = NULL;
    if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide, 32768)) {
        if (!system) extend_path(wide, sizeof wide / sizeof *wide);
        module = LoadLibraryExW(wide, NULL, flags);
    }
    if (module == NULL) snprintf(message, size, "error %lu loading %s", (unsigned long)GetLastError(), path);
    return module;
}

void (*hcsffi_library_find(void *library, const char *name))(void) { return (void (*)(void))GetProcAddress((HMODULE)library, name); }

void hcsffi_watch_forks(void) {}

#else
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>

void hcsffi_lock_take(hcsffi_lock *lock) { pthread_mutex_lock(lock); }

void hcsffi_lock_drop(hcsffi_lock *lock) { pthread_mutex_unlock(lock); }

int hcsffi_bell_await(hcsffi_bell *bell, hcsffi_lock *lock, uint32_t limit_ms) {
    struct timespec until;
    timespec_get(&until, TIME_UTC);
    until.tv_sec += limit_ms / 1000;
    until.tv_nsec += (long)(limit_ms % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    return pthread_cond_timedwait(bell, lock, &until) == 0;
}

void hcsffi_bell_ring(hcsffi_bell *bell) { pthread_cond_signal(bell); }

void hcsffi_bell_ring_all(hcsffi_bell *bell) { pthread_cond_broadcast(bell); }

static void *run_work(void *work) {
    void (*function)(void);
    memcpy(&function, &work, sizeof function);
    function();
    return NULL;
}

int hcsffi_thread_start(void (*work)(void)) {
    pthread_t thread;
    pthread_attr_t attributes;
    void *argument;
    memcpy(&argument, &work, sizeof argument);
    if (pthread_attr_init(&attributes) != 0) return 0;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int failed = pthread_create(&thread, &attributes, run_work, argument);
    pthread_attr_destroy(&attributes);
    return failed == 0;
}

void hcsffi_file_close(void *file) { close((int)(intptr_t)file); }

void hcsffi_system_free(int task, void *memory) {
    (void)task;
    (void)memory;
}

void *hcsffi_library_open(const char *path, int system, char *message, size_t size) {
    (void)system;
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (opened == NULL) {
        const char *reason = dlerror();
        snprintf(message, size, "%s", reason ? reason : path);
    }
    return opened;
}

void (*hcsffi_library_find(void *library, const char *name))(void) {
    void (*found)(void);
    void *symbol = dlsym(library, name);
    memcpy(&found, &symbol, sizeof found);
    return found;
}

static void mark_forked(void) { hcsffi_forked = 1; }

void hcsffi_watch_forks(void) {
    static volatile uint32_t watching = 0;
    if (atomic_exchange32(&watching, 1) == 0) pthread_atfork(NULL, NULL, mark_forked);
}
#endif
