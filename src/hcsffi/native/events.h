/* Events of compute systems and processes and notifications of the network service, on the same queue as completions; see events.c. */
#ifndef HCSFFI_EVENTS_H
#define HCSFFI_EVENTS_H
#include <stdint.h>
#include "hcs_cdef.h"

struct hcsffi_queue;

/* Reserve a registration whose events arrive on the queue as records with this ticket.
 * threads: the queue's loop; errors: 0 when there is no memory. */
uint64_t hcsffi_watch_open(struct hcsffi_queue *queue, uint64_t ticket);

/* Register for the events of an entered system or process (by its kind in handles.h); once per handle.
 * threads: any; blocks: as the native call does; errors: the native call's HRESULT. */
HRESULT hcsffi_watch_handle(uint64_t watch, uint32_t kind, void *handle, HCS_EVENT_OPTIONS options);

/* Register for the notifications of the network service; *callback goes to HcnUnregisterServiceCallback.
 * threads: any; blocks: as the native call does; errors: the native call's HRESULT. */
HRESULT hcsffi_watch_service(uint64_t watch, HCN_CALLBACK *callback);

/* As hcsffi_watch_service, for one entered guest network service; *callback goes to HcnUnregisterGuestNetworkServiceCallback.
 * threads: any; blocks: as the native call does; errors: the native call's HRESULT. */
HRESULT hcsffi_watch_guest(uint64_t watch, void *service, HCN_CALLBACK *callback);

/* Send the events to another queue, those kept since the first loop ended included.
 * threads: the new queue's loop; errors: 0 when the number is stale. */
int hcsffi_watch_route(uint64_t watch, struct hcsffi_queue *queue, uint64_t ticket);

/* How many events found no memory, or no loop and no more room to be kept; counted anew after each call.
 * threads: any. */
uint32_t hcsffi_watch_lost(uint64_t watch);

/* Forget the registration: a callback that still comes finds nothing. Safe twice.
 * threads: any; blocks: never. */
void hcsffi_watch_close(uint64_t watch);
#endif
