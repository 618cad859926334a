/* Reading and writing a process's standard streams on Windows; see stream_windows.c. Off Windows a loop awaits the descriptor itself, and
 * hcsffi_stream_open has nothing to open. */
#ifndef HCSFFI_STREAM_WINDOWS_H
#define HCSFFI_STREAM_WINDOWS_H
#include <stddef.h>
#include <stdint.h>

struct hcsffi_stream;
struct hcsffi_queue;

/* Own an overlapped HANDLE and tie it to the system's thread pool, which it then belongs to for good.
 * threads: any; owns: file, on success; errors: NULL with the HRESULT in *result. */
struct hcsffi_stream *hcsffi_stream_open(intptr_t file, uint32_t *result);

/* What has been read and not taken: where it lies, and how many bytes at once, until the next take. Begins to read when nobody has yet.
 * threads: the reader's; blocks: never; errors: an HRESULT once all is taken, ERROR_BROKEN_PIPE's at the end of the stream; 0 and no
 * bytes: nothing has come yet. */
uint32_t hcsffi_stream_look(struct hcsffi_stream *stream, const char **bytes, uint32_t *length);

/* Give the first `count` bytes of what was seen back as free room.
 * threads: the reader's; blocks: never. */
void hcsffi_stream_take(struct hcsffi_stream *stream, uint32_t count);

/* Ask for one record with the ticket, HRESULT 0, when there is something to look at, the end and a close included; at once if there is
 * already. Takes the place of an earlier watch.
 * threads: the queue's loop; blocks: never; errors: an HRESULT, and then no record comes. */
uint32_t hcsffi_stream_watch(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket);

/* Take the watch back; a record that is under way still comes.
 * threads: the reader's. */
void hcsffi_stream_unwatch(struct hcsffi_stream *stream);

/* Begin to write a copy of the bytes. One record comes with the ticket: HRESULT, and how many bytes went as the record's text, in decimal.
 * threads: the queue's loop; blocks: never; errors: an HRESULT, and then no record comes. */
uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size);

/* Ask the system to end what is being written; its record still comes, soon. A read that this meets is begun anew.
 * threads: any. */
void hcsffi_stream_cancel(struct hcsffi_stream *stream);

/* Cancel, tell who watches, and close; the HANDLE and the memory go with the last record. The pointer must not be used afterwards.
 * threads: any. */
void hcsffi_stream_close(struct hcsffi_stream *stream);
#endif
