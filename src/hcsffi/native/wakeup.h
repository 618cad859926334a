/* Makes one descriptor readable when a queue is not empty. An eventfd on Linux, a pipe on other Unixes, a socket pair made by Python on
 * Windows, where only a socket can be awaited by every event loop. */
#ifndef HCSFFI_WAKEUP_H
#define HCSFFI_WAKEUP_H
#include <stdint.h>

struct hcsffi_wakeup {
    intptr_t read_end;  /* the reader's; an eventfd is both */
    intptr_t write_end; /* the queue's */
};

/* Open the two ends, not inherited by child programs and never blocking.
 * threads: any; errors: 0 when the system has no more descriptors, and always on Windows. */
int hcsffi_wakeup_open(struct hcsffi_wakeup *wakeup);

/* Make the read end readable; harmless when it already is.
 * threads: any; GIL: not needed; blocks: never. */
void hcsffi_wakeup_signal(const struct hcsffi_wakeup *wakeup);

/* Make the read end unreadable again; called before the list is taken, never after.
 * threads: the reader's; blocks: never. */
void hcsffi_wakeup_clear(const struct hcsffi_wakeup *wakeup);

/* Close what hcsffi_wakeup_open opened; of an adopted socket pair the write end alone.
 * threads: whoever dropped the queue last. */
void hcsffi_wakeup_close(const struct hcsffi_wakeup *wakeup);
#endif
