/* A callback's context is a number, not a pointer: whatever the library still calls after a handle was closed, after a loop or the
 * interpreter has ended, looks the number up and finds nothing. The lookup takes one short lock that no Python code ever holds.
 *
 * Kind and text die with the callback, so both are copied before it returns. When the loop that asked for the events has ended, up to KEPT
 * of them wait in the registration for the next loop, so that an exit is not lost between two runs.
 */
#include "events.h"

#include <string.h>

#include "functions.h"
#include "handles.h"
#include "loading.h"
#include "platform.h"
#include "queue.h"
#include "text.h"

#define KEPT 64

struct watch {
    uint32_t generation;
    uint32_t open;
    uint32_t next_free; /* index + 1 */
    uint64_t ticket;
    struct hcsffi_queue *queue;
    struct hcsffi_record *kept; /* oldest first */
    uint32_t kept_count;
    uint32_t lost;
};

static hcsffi_lock lock = HCSFFI_LOCK_INITIAL; /* guards everything below; pushing under it keeps the order of a handle's events */
static struct watch *watches;
static uint32_t watch_count; /* of which some may never have been opened: those from watch_used on */
static uint32_t watch_used;
static uint32_t first_free; /* index + 1 of a closed one, whose next_free names another */

static struct watch *find(uint64_t number) {
    uint32_t index = (uint32_t)number - 1;
    if (index >= watch_count || !watches[index].open || watches[index].generation != number >> 32) return NULL;
    return &watches[index];
}

static void keep(struct watch *watch, struct hcsffi_record *record) {
    if (watch->kept_count == KEPT) {
        watch->lost++;
        free(record->text);
        free(record);
        return;
    }
    struct hcsffi_record **end = &watch->kept;
    while (*end) end = &(*end)->next;
    record->next = NULL;
    *end = record;
    watch->kept_count++;
}

static void deliver(uint64_t number, uint32_t kind, uint32_t status, PCWSTR text) {
    struct hcsffi_record *record = calloc(1, sizeof *record);
    if (record) {
        record->sort = HCSFFI_EVENT;
        record->result = kind;
        record->status = status;
        if (text) record->text = hcsffi_text_narrow(text, &record->length);
    }
    hcsffi_lock_take(&lock);
    struct watch *watch = find(number);
    if (watch == NULL) {
        if (record) free(record->text);
        free(record);
    } else if (record == NULL) {
        watch->lost++;
    } else {
        record->ticket = watch->ticket;
        if (watch->kept || !hcsffi_queue_push(watch->queue, record)) keep(watch, record);
    }
    hcsffi_lock_drop(&lock);
}

static void on_event(HCS_EVENT *event, void *context) { deliver((uint64_t)(uintptr_t)context, (uint32_t)event->Type, 0, event->EventData); }

static void on_notification(DWORD kind, void *context, HRESULT status, PCWSTR text) {
    deliver((uint64_t)(uintptr_t)context, kind, (uint32_t)status, text);
}

uint64_t hcsffi_watch_open(struct hcsffi_queue *queue, uint64_t ticket) {
    uint64_t number = 0;
    hcsffi_lock_take(&lock);
    uint32_t index = first_free ? first_free - 1 : watch_used;
    if (index == watch_count) {
        uint32_t room = watch_count ? watch_count * 2 : 64;
        struct watch *grown = realloc(watches, room * sizeof *watches);
        if (grown) {
            memset(grown + watch_count, 0, (room - watch_count) * sizeof *watches);
            watches = grown;
            watch_count = room;
        }
    }
    if (index < watch_count) {
        struct watch *watch = &watches[index];
        if (first_free) first_free = watch->next_free;
        else watch_used++;
        watch->open = 1;
        watch->queue = queue;
        watch->ticket = ticket;
        hcsffi_queue_keep(queue);
        number = (uint64_t)watch->generation << 32 | (index + 1);
    }
    hcsffi_lock_drop(&lock);
    return number;
}

HRESULT hcsffi_watch_handle(uint64_t watch, uint32_t kind, void *handle, HCS_EVENT_OPTIONS options) {
    void *context = (void *)(uintptr_t)watch;
    if (kind == HCSFFI_SYSTEM && hcsffi_functions.HcsSetComputeSystemCallback) {
        return hcsffi_functions.HcsSetComputeSystemCallback((HCS_SYSTEM)handle, options, context, on_event);
    }
    if (kind == HCSFFI_PROCESS && hcsffi_functions.HcsSetProcessCallback) {
        return hcsffi_functions.HcsSetProcessCallback((HCS_PROCESS)handle, options, context, on_event);
    }
    return (HRESULT)0x8007007F;
}

HRESULT hcsffi_watch_service(uint64_t watch, HCN_CALLBACK *callback) {
    if (!hcsffi_functions.HcnRegisterServiceCallback) return (HRESULT)0x8007007F;
    return hcsffi_functions.HcnRegisterServiceCallback(on_notification, (void *)(uintptr_t)watch, callback);
}

HRESULT hcsffi_watch_guest(uint64_t watch, void *service, HCN_CALLBACK *callback) {
    void *context = (void *)(uintptr_t)watch;
    if (!hcsffi_functions.HcnRegisterGuestNetworkServiceCallback) return (HRESULT)0x8007007F;
    return hcsffi_functions.HcnRegisterGuestNetworkServiceCallback((HCN_GUESTNETWORKSERVICE)service, on_notification, context, callback);
}

int hcsffi_watch_route(uint64_t number, struct hcsffi_queue *queue, uint64_t ticket) {
    hcsffi_lock_take(&lock);
    struct watch *watch = find(number);
    if (watch) {
        hcsffi_queue_keep(queue);
        hcsffi_queue_drop(watch->queue);
        watch->queue = queue;
        watch->ticket = ticket;
        while (watch->kept) {
            struct hcsffi_record *record = watch->kept;
            struct hcsffi_record *next = record->next;
            record->ticket = ticket;
            if (!hcsffi_queue_push(queue, record)) break;
            watch->kept = next;
            watch->kept_count--;
        }
    }
    hcsffi_lock_drop(&lock);
    return watch != NULL;
}

uint32_t hcsffi_watch_lost(uint64_t number) {
    uint32_t lost = 0;
    hcsffi_lock_take(&lock);
    struct watch *watch = find(number);
    if (watch) {
        lost = watch->lost;
        watch->lost = 0;
    }
    hcsffi_lock_drop(&lock);
    return lost;
}

void hcsffi_watch_close(uint64_t number) {
    if (hcsffi_forked) return; /* another thread of the parent may have held the lock at the fork */
    hcsffi_lock_take(&lock);
    struct watch *watch = find(number);
    if (watch) {
        while (watch->kept) {
            struct hcsffi_record *record = watch->kept;
            watch->kept = record->next;
            free(record->text);
            free(record);
        }
        hcsffi_queue_drop(watch->queue);
        uint32_t generation = watch->generation + 1;
        memset(watch, 0, sizeof *watch);
        watch->generation = generation;
        watch->next_free = first_free;
        first_free = (uint32_t)(watch - watches) + 1;
    }
    hcsffi_lock_drop(&lock);
}
