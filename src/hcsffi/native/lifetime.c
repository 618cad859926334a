/* The unit: on Linux clock ticks since the machine was started, plus 2, since the first process can be born at 0; on Windows 100 ns since
 * 1601; on macOS microseconds since 1970.
 */
#include "lifetime.h"

#define GONE 0
#define UNTOLD 1

#if defined(_WIN32)
#include <windows.h>

uint64_t hcsffi_process_birth(uint32_t id) {
    FILETIME birth, death, kernel, user;
    uint64_t told = UNTOLD;
    HANDLE process = id == 0 ? NULL : OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, id);
    if (process == NULL) return id == 0 || GetLastError() == ERROR_INVALID_PARAMETER ? GONE : UNTOLD;
    /* One that has ended can be opened as long as anybody has a handle of it. */
    if (WaitForSingleObject(process, 0) == WAIT_OBJECT_0) told = GONE;
    else if (GetProcessTimes(process, &birth, &death, &kernel, &user)) told = (uint64_t)birth.dwHighDateTime << 32 | birth.dwLowDateTime;
    CloseHandle(process);
    return told;
}

#elif defined(__APPLE__)
#include <signal.h>
#include <sys/sysctl.h>
#include <sys/types.h>

uint64_t hcsffi_process_birth(uint32_t id) {
    struct kinfo_proc found;
    size_t size = sizeof found;
    int asked[] = {CTL_KERN, KERN_PROC, KERN_PROC_PID, (int)id};
    if (sysctl(asked, 4, &found, &size, NULL, 0) != 0) return UNTOLD;
    if (size == 0 || found.kp_proc.p_stat == SZOMB) return GONE;
    return (uint64_t)found.kp_proc.p_starttime.tv_sec * 1000000u + (uint64_t)found.kp_proc.p_starttime.tv_usec;
}

#else
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* What /proc/ID/stat says after the name in parentheses, which may hold anything: state, then numbers; the 20th of these fields is the
 * start time (proc(5): field 22 of the line). */
static uint64_t read_birth(const char *line) {
    const char *field = strrchr(line, ')');
    if (field == NULL || field[1] != ' ') return UNTOLD;
    field += 2;
    if (*field == 'Z' || *field == 'X') return GONE;
    for (int passed = 0; passed < 19; passed++) {
        field = strchr(field, ' ');
        if (field == NULL) return UNTOLD;
        field++;
    }
    return strtoull(field, NULL, 10) + 2;
}

uint64_t hcsffi_process_birth(uint32_t id) {
    char text[1024];
    snprintf(text, sizeof text, "/proc/%lu/stat", (unsigned long)id);
    FILE *file = fopen(text, "r");
    size_t length = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    if (file != NULL) fclose(file);
    if (length == 0) return id == 0 || (kill((pid_t)id, 0) != 0 && errno == ESRCH) ? GONE : UNTOLD;
    text[length] = '\0';
    return read_birth(text);
}
#endif
