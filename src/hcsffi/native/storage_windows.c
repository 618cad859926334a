/* The DLLs are loaded from System32 by name when they are first needed: a Windows without containers has no vmcompute.dll, and nobody else
 * is to pay for virtdisk.dll.
 */
#include "storage_windows.h"

#define MISSING_FUNCTION 0x8007007Fu /* HRESULT_FROM_WIN32(ERROR_PROC_NOT_FOUND) */

#if defined(_WIN32)
#include <windows.h>

#include <string.h>
#include <virtdisk.h>

#include "platform.h"

typedef HRESULT(WINAPI *name_to_guid)(const wchar_t *name, GUID *id);
typedef DWORD(WINAPI *open_disk)(VIRTUAL_STORAGE_TYPE *type, const wchar_t *path, int access, int flags, OPEN_VIRTUAL_DISK_PARAMETERS *how,
                                 HANDLE *disk);
typedef DWORD(WINAPI *attach_disk)(HANDLE disk, void *descriptor, int flags, ULONG provider, void *how, OVERLAPPED *overlapped);
typedef DWORD(WINAPI *detach_disk)(HANDLE disk, int flags, ULONG provider);
typedef void (*any_function)(void);

_Static_assert(sizeof(GUID) == 16, "the id of hcsffi_layer_identify");

static uint32_t from_win32(DWORD code) { return code == 0 ? 0u : 0x80070000u | (code & 0xFFFFu); }

/* 0, or MISSING_FUNCTION. `function` is the address of a pointer to it. */
static uint32_t find(const char *library, const char *name, void *function) {
    char message[512];
    void *opened = hcsffi_library_open(library, 1, message, sizeof message);
    any_function found = opened ? hcsffi_library_find(opened, name) : NULL;
    memcpy(function, &found, sizeof found);
    return found ? 0 : MISSING_FUNCTION;
}

uint32_t hcsffi_layer_identify(const uint16_t *name, uint8_t *id) {
    name_to_guid function;
    GUID found;
    uint32_t code = find("vmcompute.dll", "NameToGuid", &function);
    if (code == 0) code = (uint32_t)function((const wchar_t *)name, &found);
    if ((int32_t)code >= 0) memcpy(id, &found, sizeof found);
    return code;
}

uint32_t hcsffi_disk_open(const uint16_t *path, int virtual_disk, void **disk) {
    open_disk function;
    VIRTUAL_STORAGE_TYPE by_its_content;
    OPEN_VIRTUAL_DISK_PARAMETERS how;
    if (!virtual_disk) {
        DWORD sharing = FILE_SHARE_READ;
        *disk = CreateFileW((const wchar_t *)path, GENERIC_READ | GENERIC_WRITE, sharing, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
        return *disk == INVALID_HANDLE_VALUE ? from_win32(GetLastError()) : 0;
    }
    uint32_t code = find("virtdisk.dll", "OpenVirtualDisk", &function);
    if (code != 0) return code;
    memset(&by_its_content, 0, sizeof by_its_content);
    memset(&how, 0, sizeof how);
    how.Version = OPEN_VIRTUAL_DISK_VERSION_2; /* takes no access mask: the file's own rights decide */
    return from_win32(function(&by_its_content, (const wchar_t *)path, 0, 0, &how, disk));
}

uint32_t hcsffi_disk_attach(void *disk) {
    attach_disk function;
    uint32_t code = find("virtdisk.dll", "AttachVirtualDisk", &function);
    return code != 0 ? code : from_win32(function(disk, NULL, ATTACH_VIRTUAL_DISK_FLAG_NO_DRIVE_LETTER, 0, NULL, NULL));
}

uint32_t hcsffi_disk_detach(void *disk) {
    detach_disk function;
    uint32_t code = find("virtdisk.dll", "DetachVirtualDisk", &function);
    return code != 0 ? code : from_win32(function(disk, 0, 0));
}

#else

uint32_t hcsffi_layer_identify(const uint16_t *name, uint8_t *id) {
    (void)name;
    (void)id;
    return MISSING_FUNCTION;
}

uint32_t hcsffi_disk_open(const uint16_t *path, int virtual_disk, void **disk) {
    (void)path;
    (void)virtual_disk;
    (void)disk;
    return MISSING_FUNCTION;
}

uint32_t hcsffi_disk_attach(void *disk) {
    (void)disk;
    return MISSING_FUNCTION;
}

uint32_t hcsffi_disk_detach(void *disk) {
    (void)disk;
    return MISSING_FUNCTION;
}
#endif
