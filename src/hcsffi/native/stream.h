/* Reading and writing a process's standard streams on Windows; see stream.c. Off Windows a loop awaits the descriptor itself, and hcsffi_stream_open has
 * nothing to open. */
#ifndef HCSFFI_STREAM_H
#define HCSFFI_STREAM_H
#include <stddef.h>
#include <stdint.h>

#define HCSFFI_STREAM 3

struct hcsffi_stream;
struct hcsffi_queue;

/* Own an overlapped HANDLE and tie it to the system's thread pool, which it then belongs to for good.
 * threads: any; owns: file, on success; errors: NULL with the HRESULT in *result. */
struct hcsffi_stream *hcsffi_stream_open(intptr_t file, uint32_t *result);

/* Begin to read up to `size` bytes. One record comes with the ticket: HRESULT and bytes, ERROR_BROKEN_PIPE's at the end of the stream.
 * threads: the queue's loop; blocks: never; errors: an HRESULT, and then no record comes. */
uint32_t hcsffi_stream_read(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, uint32_t size);

/* Begin to write a copy of the bytes. One record comes with the ticket: HRESULT, and how many bytes went as the record's text, in decimal.
 * threads, blocks, errors: as hcsffi_stream_read. */
uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size);

/* Ask the system to end what is being read and written; the records still come, soon.
 * threads: any. */
void hcsffi_stream_cancel(struct hcsffi_stream *stream);

/* Cancel and close; the HANDLE and the memory go with the last record. The pointer must not be used afterwards.
 * threads: any. */
void hcsffi_stream_close(struct hcsffi_stream *stream);
#endif
