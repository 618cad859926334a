/* Overlapped reading and writing through the system's thread pool (CreateThreadpoolIo), onto the same queue as everything else.
 *
 * The event loops of Windows each have a way of their own to await a pipe, two of them private and one missing (a selector loop has none). A thread pool
 * belongs to no loop: the pool's thread that learns of the end of a read or write appends one record to the queue that asked, and wakes its loop. No thread
 * waits for a stream.
 *
 * A HANDLE can be tied to one completion port in its life, so a stream's HANDLE is the stream's for good. Buffers belong to the operation, not to the
 * caller: the system writes into them until it says the last word. The stream lives by references, one for its owner and one for each operation, so
 * that closing in the middle of one is harmless.
 */
#include "stream.h"

#include <stdio.h>
#include <string.h>

#include "platform.h"
#include "queue.h"

#if defined(_WIN32)
#include <windows.h>

#define NO_MEMORY 0x8007000Eu /* E_OUTOFMEMORY */
#define FROM_WIN32(code) ((code) == 0 ? 0u : 0x80070000u | ((code) & 0xFFFFu))

struct hcsffi_stream {
    HANDLE file;
    PTP_IO io;
    volatile uint32_t references;
};

struct transfer {
    struct hcsffi_record record; /* first: the queue frees it as a record, and its text with it */
    OVERLAPPED overlapped;
    struct hcsffi_stream *stream;
    struct hcsffi_queue *queue;
    int writes;
};

static void drop_stream(struct hcsffi_stream *stream) {
    if (atomic_add32(&stream->references, -1) != 0) return;
    CloseThreadpoolIo(stream->io);
    CloseHandle(stream->file);
    free(stream);
}

static void finish(struct transfer *transfer, uint32_t code, uint32_t bytes) {
    struct hcsffi_stream *stream = transfer->stream;
    struct hcsffi_queue *queue = transfer->queue;
    transfer->record.result = FROM_WIN32(code);
    /* The buffer of a write has room for any number in place of the bytes: see begin. */
    transfer->record.length = transfer->writes ? (uint32_t)snprintf(transfer->record.text, 12, "%lu", (unsigned long)bytes) : bytes;
    if (!hcsffi_queue_push(queue, &transfer->record)) {
        free(transfer->record.text);
        free(transfer);
    }
    hcsffi_queue_drop(queue);
    drop_stream(stream);
}

static void CALLBACK transferred(PTP_CALLBACK_INSTANCE instance, void *context, void *overlapped, ULONG code, ULONG_PTR bytes, PTP_IO io) {
    (void)instance;
    (void)context;
    (void)io;
    /* A message longer than the buffer: the next read gets its rest. */
    if (code == ERROR_MORE_DATA) code = 0;
    finish(CONTAINING_RECORD(overlapped, struct transfer, overlapped), code, (uint32_t)bytes);
}

struct hcsffi_stream *hcsffi_stream_open(intptr_t file, uint32_t *result) {
    struct hcsffi_stream *stream = calloc(1, sizeof *stream);
    *result = stream ? 0 : NO_MEMORY;
    if (stream == NULL) return NULL;
    stream->file = (HANDLE)file;
    stream->references = 1;
    stream->io = CreateThreadpoolIo(stream->file, transferred, NULL, NULL);
    if (stream->io == NULL) {
        *result = FROM_WIN32(GetLastError());
        free(stream);
        return NULL;
    }
    return stream;
}

static uint32_t begin(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size) {
    struct transfer *transfer = calloc(1, sizeof *transfer);
    char *buffer = malloc(size < 12 ? 12 : size);
    if (transfer == NULL || buffer == NULL) {
        free(transfer);
        free(buffer);
        return NO_MEMORY;
    }
    if (bytes) memcpy(buffer, bytes, size);
    transfer->record.ticket = ticket;
    transfer->record.sort = HCSFFI_STREAM;
    transfer->record.text = buffer;
    transfer->stream = stream;
    transfer->queue = queue;
    transfer->writes = bytes != NULL;
    atomic_add32(&stream->references, 1);
    hcsffi_queue_keep(queue);
    StartThreadpoolIo(stream->io);
    BOOL done = bytes ? WriteFile(stream->file, buffer, size, NULL, &transfer->overlapped) : ReadFile(stream->file, buffer, size, NULL, &transfer->overlapped);
    DWORD code = done ? 0 : GetLastError();
    /* What failed at once posts nothing; more data is no failure. */
    if (code != 0 && code != ERROR_IO_PENDING && code != ERROR_MORE_DATA) {
        CancelThreadpoolIo(stream->io);
        finish(transfer, code, 0);
    }
    return 0;
}

uint32_t hcsffi_stream_read(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, uint32_t size) {
    return begin(stream, queue, ticket, NULL, size);
}

uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size) {
    return begin(stream, queue, ticket, bytes, size);
}

void hcsffi_stream_cancel(struct hcsffi_stream *stream) { CancelIoEx(stream->file, NULL); }

void hcsffi_stream_close(struct hcsffi_stream *stream) {
    hcsffi_stream_cancel(stream);
    drop_stream(stream);
}

#else
#define NOT_SUPPORTED 0x80070032u /* HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED) */

struct hcsffi_stream *hcsffi_stream_open(intptr_t file, uint32_t *result) {
    (void)file;
    *result = NOT_SUPPORTED;
    return NULL;
}

uint32_t hcsffi_stream_read(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, uint32_t size) {
    (void)stream, (void)queue, (void)ticket, (void)size;
    return NOT_SUPPORTED;
}

uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size) {
    (void)stream, (void)queue, (void)ticket, (void)bytes, (void)size;
    return NOT_SUPPORTED;
}

void hcsffi_stream_cancel(struct hcsffi_stream *stream) { (void)stream; }

void hcsffi_stream_close(struct hcsffi_stream *stream) { (void)stream; }
#endif
