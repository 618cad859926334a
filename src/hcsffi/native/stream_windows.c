/* Overlapped reading and writing through the system's thread pool (CreateThreadpoolIo), for every event loop alike.
 *
 * The event loops of Windows each have a way of their own to await a pipe, two of them private and one missing (a selector loop has none).
 * A thread pool belongs to no loop: the pool's thread that learns of the end of a read or write appends one record to the queue that asked,
 * and wakes its loop. No thread waits for a stream.
 *
 * Reading runs ahead: once begun, the pool's threads keep one read under way and gather what comes in a ring of RING bytes, until that is
 * more than half full. The loop takes what is there without waiting, many small pieces at once, while the next ones come; only when there
 * is nothing it leaves a watch, one record that says "look again". Bytes therefore never travel on a queue, and a wait that is given up
 * loses none. A read fills the free part of the ring and the loop copies from the filled one, so the lock guards the numbers alone. Nobody
 * else may read the same pipe.
 *
 * A HANDLE can be tied to one completion port in its life, so a stream's HANDLE is the stream's for good. Buffers belong to the operation
 * or the stream, not to the caller: the system writes into them until it says the last word. The stream lives by references, one for its
 * owner and one for each operation, so that closing in the middle of one is harmless.
 */
#include "stream_windows.h"

#include <stdio.h>
#include <string.h>

#include "platform.h"
#include "queue.h"

#if defined(_WIN32)
#include <windows.h>

#define RING 0x20000u
#define NO_MEMORY 0x8007000Eu /* E_OUTOFMEMORY */
#define FROM_WIN32(code) ((code) == 0 ? 0u : 0x80070000u | ((code) & 0xFFFFu))

_Static_assert(FROM_WIN32(ERROR_OPERATION_ABORTED) == 0x800703E3u, "ABORTED in stream_windows.py");
_Static_assert(FROM_WIN32(ERROR_BROKEN_PIPE) == 0x8007006Du && FROM_WIN32(ERROR_NO_DATA) == 0x800700E8u &&
                   FROM_WIN32(ERROR_PIPE_NOT_CONNECTED) == 0x800700E9u,
               "ENDED in stream_windows.py");

/* Who is told that there is something to take, once. */
struct watch {
    struct hcsffi_record *record; /* NULL: nobody */
    struct hcsffi_queue *queue;
};

struct hcsffi_stream {
    HANDLE file;
    PTP_IO io;
    volatile uint32_t references;
    hcsffi_lock lock;
    /* Of reading. */
    OVERLAPPED read; /* belongs to whoever set under_way, then to the system */
    char *ring;      /* made by the reader before the first read */
    /* Guarded by the lock from here on. */
    uint32_t head;   /* where the bytes to take begin */
    uint32_t filled; /* how many they are */
    uint32_t ended;  /* the HRESULT after which nothing more is read, 0 before */
    int under_way;
    int closed;
    struct watch watch;
};

struct write {
    struct hcsffi_record record; /* first: the queue frees it as a record, and its text with it */
    OVERLAPPED overlapped;
    struct hcsffi_stream *stream;
    struct hcsffi_queue *queue;
};

static void drop_stream(struct hcsffi_stream *stream) {
    if (atomic_add32(&stream->references, -1) != 0) return;
    CloseThreadpoolIo(stream->io);
    CloseHandle(stream->file);
    free(stream->ring);
    free(stream);
}

/* Under the lock: whoever watches, if there is something to be told. */
static struct watch watch_to_tell(struct hcsffi_stream *stream) {
    struct watch watch = stream->watch;
    if (stream->filled == 0 && stream->ended == 0 && !stream->closed) return (struct watch){NULL, NULL};
    stream->watch.record = NULL;
    return watch;
}

static void end_watch(struct watch watch, int tell) {
    if (watch.record == NULL) return;
    if (!tell || !hcsffi_queue_push(watch.queue, watch.record)) free(watch.record);
    hcsffi_queue_drop(watch.queue);
}

/* What failed at once posts nothing; a message longer than the buffer is no failure: the next read gets its rest. */
static DWORD begun(struct hcsffi_stream *stream, BOOL done) {
    DWORD code = done ? 0 : GetLastError();
    if (code == ERROR_IO_PENDING || code == ERROR_MORE_DATA) code = 0;
    if (code != 0) CancelThreadpoolIo(stream->io);
    return code;
}

static void read_on(struct hcsffi_stream *stream);

/* The end of a read: keep what came, tell who watches, begin the next one. */
static void read_ended(struct hcsffi_stream *stream, DWORD code, uint32_t bytes) {
    hcsffi_lock_take(&stream->lock);
    stream->under_way = 0;
    stream->filled += bytes;
    /* Nobody but us cancels, so without a close it was the system, whose pool's thread had ended: begin anew. */
    if (code != 0 && (code != ERROR_OPERATION_ABORTED || stream->closed)) stream->ended = FROM_WIN32(code);
    struct watch watch = watch_to_tell(stream);
    hcsffi_lock_drop(&stream->lock);
    end_watch(watch, 1);
    read_on(stream);
    drop_stream(stream);
}

/* Keep a read under way, unless there is enough to take. The caller has a reference on the stream. */
static void read_on(struct hcsffi_stream *stream) {
    hcsffi_lock_take(&stream->lock);
    int begins = !stream->under_way && !stream->closed && stream->ended == 0 && stream->filled <= RING / 2;
    if (begins && stream->filled == 0) stream->head = 0;
    uint32_t tail = (stream->head + stream->filled) % RING;
    uint32_t free_bytes = tail < stream->head ? stream->head - tail : RING - tail;
    if (begins) stream->under_way = 1;
    hcsffi_lock_drop(&stream->lock);
    if (!begins) return;
    atomic_add32(&stream->references, 1);
    memset(&stream->read, 0, sizeof stream->read);
    StartThreadpoolIo(stream->io);
    DWORD code = begun(stream, ReadFile(stream->file, stream->ring + tail, free_bytes, NULL, &stream->read));
    if (code != 0) {
        read_ended(stream, code, 0);
        return;
    }
    /* A close may have cancelled just before there was anything to cancel. */
    hcsffi_lock_take(&stream->lock);
    int closed = stream->closed;
    hcsffi_lock_drop(&stream->lock);
    if (closed) hcsffi_stream_cancel(stream);
}

static void write_ended(struct write *write, DWORD code, uint32_t bytes) {
    struct hcsffi_stream *stream = write->stream;
    struct hcsffi_queue *queue = write->queue;
    write->record.result = FROM_WIN32(code);
    /* The buffer has room for any number in place of the bytes: see hcsffi_stream_write. */
    write->record.length = (uint32_t)snprintf(write->record.text, 12, "%lu", (unsigned long)bytes);
    if (!hcsffi_queue_push(queue, &write->record)) {
        free(write->record.text);
        free(write);
    }
    hcsffi_queue_drop(queue);
    drop_stream(stream);
}

static void CALLBACK transferred(PTP_CALLBACK_INSTANCE instance, void *context, void *overlapped, ULONG code, ULONG_PTR bytes, PTP_IO io) {
    (void)instance;
    (void)io;
    struct hcsffi_stream *stream = context;
    if (code == ERROR_MORE_DATA) code = 0;
    if (overlapped == (void *)&stream->read) {
        read_ended(stream, code, (uint32_t)bytes);
    } else {
        write_ended(CONTAINING_RECORD(overlapped, struct write, overlapped), code, (uint32_t)bytes);
    }
}

struct hcsffi_stream *hcsffi_stream_open(intptr_t file, uint32_t *result) {
    struct hcsffi_stream *stream = calloc(1, sizeof *stream);
    *result = stream ? 0 : NO_MEMORY;
    if (stream == NULL) return NULL;
    stream->file = (HANDLE)file;
    stream->references = 1;
    stream->io = CreateThreadpoolIo(stream->file, transferred, stream, NULL);
    if (stream->io == NULL) {
        *result = FROM_WIN32(GetLastError());
        free(stream);
        return NULL;
    }
    return stream;
}

uint32_t hcsffi_stream_look(struct hcsffi_stream *stream, const char **bytes, uint32_t *length) {
    *bytes = NULL;
    *length = 0;
    if (stream->ring == NULL && (stream->ring = malloc(RING)) == NULL) return NO_MEMORY;
    read_on(stream);
    hcsffi_lock_take(&stream->lock);
    *bytes = stream->ring + stream->head;
    *length = stream->filled < RING - stream->head ? stream->filled : RING - stream->head;
    uint32_t ended = stream->filled ? 0 : stream->ended;
    hcsffi_lock_drop(&stream->lock);
    return ended;
}

void hcsffi_stream_take(struct hcsffi_stream *stream, uint32_t count) {
    hcsffi_lock_take(&stream->lock);
    stream->head = (stream->head + count) % RING;
    stream->filled -= count;
    hcsffi_lock_drop(&stream->lock);
    read_on(stream);
}

uint32_t hcsffi_stream_watch(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket) {
    struct hcsffi_record *record = calloc(1, sizeof *record);
    if (record == NULL) return NO_MEMORY;
    record->ticket = ticket;
    record->sort = HCSFFI_STREAM;
    hcsffi_queue_keep(queue);
    hcsffi_lock_take(&stream->lock);
    struct watch before = stream->watch;
    stream->watch = (struct watch){record, queue};
    struct watch now = watch_to_tell(stream);
    hcsffi_lock_drop(&stream->lock);
    end_watch(before, 0);
    end_watch(now, 1);
    return 0;
}

void hcsffi_stream_unwatch(struct hcsffi_stream *stream) {
    hcsffi_lock_take(&stream->lock);
    struct watch watch = stream->watch;
    stream->watch.record = NULL;
    hcsffi_lock_drop(&stream->lock);
    end_watch(watch, 0);
}

uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size) {
    struct write *write = calloc(1, sizeof *write);
    char *buffer = malloc(size < 12 ? 12 : size);
    if (write == NULL || buffer == NULL) {
        free(write);
        free(buffer);
        return NO_MEMORY;
    }
    memcpy(buffer, bytes, size);
    write->record.ticket = ticket;
    write->record.sort = HCSFFI_STREAM;
    write->record.text = buffer;
    write->stream = stream;
    write->queue = queue;
    atomic_add32(&stream->references, 1);
    hcsffi_queue_keep(queue);
    StartThreadpoolIo(stream->io);
    DWORD code = begun(stream, WriteFile(stream->file, buffer, size, NULL, &write->overlapped));
    if (code != 0) write_ended(write, code, 0);
    return 0;
}

void hcsffi_stream_cancel(struct hcsffi_stream *stream) { CancelIoEx(stream->file, NULL); }

void hcsffi_stream_close(struct hcsffi_stream *stream) {
    hcsffi_lock_take(&stream->lock);
    stream->closed = 1;
    struct watch watch = watch_to_tell(stream);
    hcsffi_lock_drop(&stream->lock);
    end_watch(watch, 1);
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

uint32_t hcsffi_stream_look(struct hcsffi_stream *stream, const char **bytes, uint32_t *length) {
    (void)stream, (void)bytes, (void)length;
    return NOT_SUPPORTED;
}

void hcsffi_stream_take(struct hcsffi_stream *stream, uint32_t count) { (void)stream, (void)count; }

uint32_t hcsffi_stream_watch(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket) {
    (void)stream, (void)queue, (void)ticket;
    return NOT_SUPPORTED;
}

void hcsffi_stream_unwatch(struct hcsffi_stream *stream) { (void)stream; }

uint32_t hcsffi_stream_write(struct hcsffi_stream *stream, struct hcsffi_queue *queue, uint64_t ticket, const char *bytes, uint32_t size) {
    (void)stream, (void)queue, (void)ticket, (void)bytes, (void)size;
    return NOT_SUPPORTED;
}

void hcsffi_stream_cancel(struct hcsffi_stream *stream) { (void)stream; }

void hcsffi_stream_close(struct hcsffi_stream *stream) { (void)stream; }
#endif
