/* What layers need of Windows beside computestorage.dll: ids from vmcompute.dll, virtual disks from virtdisk.dll; see storage_windows.c.
 * Off Windows there is neither, and every function answers HRESULT_FROM_WIN32(ERROR_PROC_NOT_FOUND). */
#ifndef HCSFFI_STORAGE_WINDOWS_H
#define HCSFFI_STORAGE_WINDOWS_H
#include <stdint.h>

/* The id by which the service knows a layer's folder of that name: 16 bytes as a GUID lies in memory.
 * threads: any; blocks: while a DLL loads; errors: an HRESULT, ERROR_PROC_NOT_FOUND's where this Windows lacks NameToGuid. */
uint32_t hcsffi_layer_identify(const uint16_t *name, uint8_t *id);

/* Open a disk's file: by CreateFile, or with `virtual_disk` by OpenVirtualDisk; the two give handles that other functions tell apart.
 * threads: any; blocks: as the file system does; owns: *disk is the caller's, for hcsffi_handle_adopt; errors: an HRESULT. */
uint32_t hcsffi_disk_open(const uint16_t *path, int virtual_disk, void **disk);

/* Show the system a disk that was opened by OpenVirtualDisk, without a drive letter, until it is detached or its handle is closed.
 * threads: any; blocks: until its volume is there; errors: an HRESULT. */
uint32_t hcsffi_disk_attach(void *disk);

/* Take an attached disk away from the system.
 * threads: any; blocks: while it is written back; errors: an HRESULT. */
uint32_t hcsffi_disk_detach(void *disk);
#endif
