/* What the library asks virtdisk.dll for, which Wine has without disks: opening the file of one, attaching and detaching it. A disk is its
 * file here and nothing is shown to the system, but flags, handles, order and codes are those that virtdisk.h documents, and what is wrong
 * is refused as Windows refuses it: attached twice or without NO_DRIVE_LETTER, detached twice. For tests/windows in the Wine lane alone. */
#include <windows.h>

#include <virtdisk.h>

#pragma GCC diagnostic ignored "-Wattributes" /* the header says that all of them are imported; here they are defined */

static SRWLOCK lock = SRWLOCK_INIT;
static HANDLE attached; /* guarded by lock; one disk at a time is all that the tests need */

__declspec(dllexport) DWORD WINAPI OpenVirtualDisk(VIRTUAL_STORAGE_TYPE *type, const wchar_t *path, VIRTUAL_DISK_ACCESS_MASK access,
                                                   OPEN_VIRTUAL_DISK_FLAG flags, OPEN_VIRTUAL_DISK_PARAMETERS *how, HANDLE *disk) {
    if (!type || !path || !disk) return ERROR_INVALID_PARAMETER;
    if (!how || how->Version != OPEN_VIRTUAL_DISK_VERSION_2 || access != VIRTUAL_DISK_ACCESS_NONE || flags != 0)
        return ERROR_INVALID_PARAMETER;
    HANDLE opened = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (opened == INVALID_HANDLE_VALUE) return GetLastError();
    *disk = opened;
    return ERROR_SUCCESS;
}

__declspec(dllexport) DWORD WINAPI AttachVirtualDisk(HANDLE disk, PSECURITY_DESCRIPTOR descriptor, ATTACH_VIRTUAL_DISK_FLAG flags,
                                                     ULONG provider, ATTACH_VIRTUAL_DISK_PARAMETERS *how, OVERLAPPED *overlapped) {
    DWORD code = ERROR_SUCCESS;
    if (descriptor || provider != 0 || how || overlapped || flags != ATTACH_VIRTUAL_DISK_FLAG_NO_DRIVE_LETTER)
        return ERROR_INVALID_PARAMETER;
    if (GetFileType(disk) != FILE_TYPE_DISK) return ERROR_INVALID_HANDLE;
    AcquireSRWLockExclusive(&lock);
    if (attached) {
        code = ERROR_SHARING_VIOLATION;
    } else {
        attached = disk;
    }
    ReleaseSRWLockExclusive(&lock);
    return code;
}

__declspec(dllexport) DWORD WINAPI DetachVirtualDisk(HANDLE disk, DETACH_VIRTUAL_DISK_FLAG flags, ULONG provider) {
    DWORD code = ERROR_SUCCESS;
    if (flags != 0 || provider != 0) return ERROR_INVALID_PARAMETER;
    AcquireSRWLockExclusive(&lock);
    if (attached != disk) {
        code = ERROR_NOT_FOUND;
    } else {
        attached = NULL;
    }
    ReleaseSRWLockExclusive(&lock);
    return code;
}
