/* Owned handles as numbers.
 *
 * Python holds numbers, never pointers: a stale one finds nothing. A handle is entered before a call that uses it and left afterwards; an
 * operation in flight stays entered until its last word. A close that comes meanwhile is carried out by whoever leaves last, because
 * closing a handle under a running call crashes computecore.dll.
 */
#ifndef HCSFFI_HANDLES_H
#define HCSFFI_HANDLES_H
#include <stdint.h>

#define HCSFFI_SYSTEM 0
#define HCSFFI_PROCESS 1
#define HCSFFI_NETWORK 2
#define HCSFFI_NAMESPACE 3
#define HCSFFI_ENDPOINT 4
#define HCSFFI_LOAD_BALANCER 5
#define HCSFFI_GUEST_NETWORK_SERVICE 6
#define HCSFFI_SDN_ROUTE 7
#define HCSFFI_SERVICE_CALLBACK 8
#define HCSFFI_DISK 9
#define HCSFFI_PORT_RESERVATION 10
#define HCSFFI_GUEST_CALLBACK 11
#define HCSFFI_KINDS 12

/* A wish that a handle of a system or process is owned with: a close that nobody asked for by name (abandon, discard) terminates it first.
 * */
#define HCSFFI_END_ABANDONED 1

/* Own a native handle of that kind under a new number, with these wishes (0: none).
 * threads: any; owns: value, until hcsffi_handle_close; errors: 0 when there is no memory, and then the value has been closed. */
uint64_t hcsffi_handle_adopt(uint32_t kind, void *value, uint8_t wishes);

/* Begin to use the handle; pair with hcsffi_handle_leave when the answer is not NULL.
 * threads: any; errors: NULL for a number that is closed, closing or was never given out. */
void *hcsffi_handle_enter(uint64_t number);

/* As hcsffi_handle_enter, for so many who each leave it. */
void *hcsffi_handle_enter_for(uint64_t number, uint32_t users);

/* End the use; the last user of a closed handle closes it here.
 * threads: any but the library's own; blocks: as the native close function does. */
void hcsffi_handle_leave(uint64_t number);

/* As hcsffi_handle_leave, for a thread that must not block: the close is carried out on a thread of ours.
 * threads: any, the library's own included; blocks: never. */
void hcsffi_handle_release(uint64_t number);

/* Give the number up. 1: closed now; 2: will be closed by its last user; 0: it was closed before.
 * threads: any but the library's own; blocks: as the native close function does. */
int hcsffi_handle_close(uint64_t number);

/* As hcsffi_handle_close, for a thread that must not block: the wishes and the close are carried out on a thread of ours.
 * threads: any, the library's own included; blocks: never. */
void hcsffi_handle_abandon(uint64_t number);

/* Carry out the wishes and close a native handle that never got a number, on a thread of ours.
 * threads: any, the library's own included; blocks: never. */
void hcsffi_handle_discard(uint32_t kind, void *value, uint8_t wishes);

/* How many use the handle now, its owner included; 0 once it is closed.
 * threads: any. */
uint32_t hcsffi_handle_users(uint64_t number);

/* How many numbers are given out and not yet closed natively.
 * threads: any. */
uint32_t hcsffi_handles_living(void);

/* Close a stdio stream: a descriptor, on Windows a HANDLE.
 * threads: any. */
void hcsffi_pipe_close(intptr_t pipe);
#endif
