/* Layers are read and written past their access lists, which Windows allows to whoever has the backup and restore privileges enabled, and
 * with their audit lists, which takes the security privilege: members of Backup Operators have not got it and do without. An elevated
 * process holds all three, disabled. They are enabled on the process and not on the calling thread alone, because the storage functions
 * work on threads of their own; they are counted, so that calls that overlap share them and the last one puts back what it found.
 */
#include "privilege_windows.h"

#if defined(_WIN32)
#include <windows.h>

#define FROM_WIN32(code) ((code) == 0 ? 0u : 0x80070000u | ((code) & 0xFFFFu))

_Static_assert(FROM_WIN32(ERROR_PRIVILEGE_NOT_HELD) == 0x80070522u, "PRIVILEGE_NOT_HELD in calls.py");

static struct privilege {
    const wchar_t *name;
    int can_be_missing;
    uint32_t users;   /* guarded by lock */
    int was_disabled; /* guarded by lock; what the first user found */
} privileges[] = {{L"SeBackupPrivilege", 0, 0, 0}, {L"SeRestorePrivilege", 0, 0, 0}, {L"SeSecurityPrivilege", 1, 0, 0}};

enum { PRIVILEGES = sizeof privileges / sizeof *privileges };

static SRWLOCK lock = SRWLOCK_INIT;

/* 0 and what it was before, or the system's code. */
static DWORD switch_privilege(HANDLE token, const wchar_t *name, int on, int *was_disabled) {
    TOKEN_PRIVILEGES wanted, before;
    DWORD size = sizeof before;
    wanted.PrivilegeCount = 1;
    wanted.Privileges[0].Attributes = on ? SE_PRIVILEGE_ENABLED : 0;
    if (!LookupPrivilegeValueW(NULL, name, &wanted.Privileges[0].Luid)) return GetLastError();
    before.PrivilegeCount = 0;
    if (!AdjustTokenPrivileges(token, FALSE, &wanted, sizeof before, &before, &size)) return GetLastError();
    if (GetLastError() == ERROR_NOT_ALL_ASSIGNED) return ERROR_PRIVILEGE_NOT_HELD;
    /* Only what was changed is listed. */
    *was_disabled = before.PrivilegeCount == 1 && !(before.Privileges[0].Attributes & SE_PRIVILEGE_ENABLED);
    return 0;
}

static void drop_locked(HANDLE token, uint32_t which) {
    int ignored;
    for (int i = 0; i < PRIVILEGES; i++) {
        if (!(which >> i & 1) || --privileges[i].users != 0 || !privileges[i].was_disabled) continue;
        switch_privilege(token, privileges[i].name, 0, &ignored);
    }
}

uint32_t hcsffi_privileges_take(uint32_t which) {
    HANDLE token;
    DWORD code = 0;
    uint32_t taken = 0;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &token)) return FROM_WIN32(GetLastError());
    AcquireSRWLockExclusive(&lock);
    for (int i = 0; i < PRIVILEGES && code == 0; i++) {
        if (!(which >> i & 1)) continue;
        if (privileges[i].users == 0) code = switch_privilege(token, privileges[i].name, 1, &privileges[i].was_disabled);
        if (code == ERROR_PRIVILEGE_NOT_HELD && privileges[i].can_be_missing) {
            privileges[i].was_disabled = 0; /* nothing to put back */
            code = 0;
        }
        if (code != 0) break;
        privileges[i].users++;
        taken |= 1u << i;
    }
    if (code != 0) drop_locked(token, taken);
    ReleaseSRWLockExclusive(&lock);
    CloseHandle(token);
    return FROM_WIN32(code);
}

void hcsffi_privileges_drop(uint32_t which) {
    HANDLE token;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &token)) return;
    AcquireSRWLockExclusive(&lock);
    drop_locked(token, which);
    ReleaseSRWLockExclusive(&lock);
    CloseHandle(token);
}

int hcsffi_is_elevated(void) {
    HANDLE token;
    TOKEN_ELEVATION found = {1};
    DWORD size = sizeof found;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return 1;
    if (!GetTokenInformation(token, TokenElevation, &found, sizeof found, &size)) found.TokenIsElevated = 1;
    CloseHandle(token);
    return found.TokenIsElevated != 0;
}

#else

uint32_t hcsffi_privileges_take(uint32_t which) {
    (void)which;
    return 0;
}

void hcsffi_privileges_drop(uint32_t which) { (void)which; }

int hcsffi_is_elevated(void) { return 0; }
#endif
