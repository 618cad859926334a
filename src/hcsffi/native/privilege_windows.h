/* What this process may do: privileges that a function needs enabled for as long as it runs, and whether it is elevated; see
 * privilege_windows.c. */
#ifndef HCSFFI_PRIVILEGE_WINDOWS_H
#define HCSFFI_PRIVILEGE_WINDOWS_H
#include <stdint.h>

/* The bits of struct hcsffi_function's `privileges`; the last is taken where this process holds it. */
#define HCSFFI_BACKUP 1
#define HCSFFI_RESTORE 2
#define HCSFFI_SECURITY 4

/* Enable these privileges, all that are needed or none, until the matching drop. Nothing to do off Windows.
 * threads: any; GIL: not needed; errors: HRESULT_FROM_WIN32(ERROR_PRIVILEGE_NOT_HELD) when this process does not hold one of them, else
 * what the system says. */
uint32_t hcsffi_privileges_take(uint32_t which);

/* Give them back: a privilege that was disabled before is disabled again when its last user drops it.
 * threads: any. */
void hcsffi_privileges_drop(uint32_t which);

/* Whether this process has rights that whoever set its environment may lack: elevated on Windows; never elsewhere.
 * threads: any; errors: a process that cannot ask counts as elevated. */
int hcsffi_is_elevated(void);
#endif
