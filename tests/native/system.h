/* What the tests ask of the operating system: streams, time, other processes, folders; and the few
 * facts in which the systems differ. C11 and C++17. system_posix.c and system_windows.c keep it.
 * Neither system's own header is named here: Windows' has types of the same names as hcs_cdef.h. */
#ifndef HCSFFI_TESTS_SYSTEM_H
#define HCSFFI_TESTS_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define ON_WINDOWS 1
/* C-14: what a killed process exits with. */
#define KILLED 1067
/* What a process that does not listen exits with when it is asked to end: STATUS_CONTROL_C_EXIT. */
#define ASKED_TO_END (on_wine() ? 0 : 0xC000013A)
/* What one exits with that writes where nobody reads. */
#define UNREAD 1
/* A command that lives on without its parent and in nobody's session: any does on Windows. For a shell script. */
#define DAEMON(command) "(" command " &)"
/* Why a test of consoles is skipped. */
#define NO_TERMINAL "asks stty, which Windows does not have, and Wine 8's pseudo console shows nothing of what is written"
/* A folder that is always there and no link, within a JSON text, and as a shell prints it. */
#define FOLDER_IN_JSON "C:\\\\windows\\\\system32"
#define FOLDER "C:\\windows\\system32"
/* A file that is always there and no program. */
#define PLAIN_FILE_IN_JSON "C:\\\\windows\\\\win.ini"
#define PLAIN_FILE "C:\\windows\\win.ini"
#define ROOT_FOLDER "C:\\"
#else
#define ON_WINDOWS 0
#define KILLED 137
#define ASKED_TO_END (128 + 15)
#define UNREAD (128 + 13)
#define DAEMON(command) "(setsid " command " &)"
#define NO_TERMINAL ""
#define FOLDER_IN_JSON "/proc"
#define FOLDER "/proc"
#define PLAIN_FILE_IN_JSON "/etc/passwd"
#define PLAIN_FILE "/etc/passwd"
#define ROOT_FOLDER "/"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A descriptor, or a HANDLE as a number: all that HCS_PROCESS_INFORMATION gives. */
typedef intptr_t stream;
#define NO_STREAM ((stream) - 1)

/* blocks: until there are bytes. The count, 0 at the end, -1 on failure. Ends of consoles that POSIX calls an error are ends here. */
ptrdiff_t stream_read(stream from, void *to, size_t size);
/* blocks: until there is room. The count, -1 when nobody reads any more or on failure. */
ptrdiff_t stream_write(stream to, const void *from, size_t size);
void stream_close(stream which);
/* True when for so long nothing came and the stream did not end: that nothing happens cannot be waited for. */
bool stream_stays_quiet(stream which, unsigned ms);
/* An existing file for reading and writing, as a client holds a disk; NO_STREAM where it cannot be opened. */
stream open_disk(const char *path);
/* The two ends of a pipe within this process. */
bool make_pipe(stream *read_end, stream *write_end);
/* Pipes that this process holds, its standard streams left out. */
int open_pipes(void);

void wait_ms(unsigned ms);

/* Whether Wine stands in for Windows. */
bool on_wine(void);

/* A process, whoever's child it is, held while it is known to live. */
typedef intptr_t life;
#define NO_LIFE ((life) - 1)
life life_of(uint32_t id);
bool life_ends(life which, unsigned patience_ms);
void life_close(life which);
/* Children of this process, ended ones nobody has waited for included. */
bool has_children(void);

/* This program, started again with other arguments. It is killed when this process ends. */
struct child {
    intptr_t process; /* private, as is the next */
    intptr_t keeper;
    stream input; /* what it reads as its standard input; NO_STREAM when it shares the streams of this process */
    stream output;
};
enum child_streams { CHILD_SHARES_STREAMS, CHILD_TALKS_TO_US };
/* words: up to NULL, without blanks and quotes. */
bool start_self(struct child *child, enum child_streams streams, const char *const *words);
/* False when the patience ran out. status: the exit code; 128 + signal, or what Windows calls it, when it crashed or was killed. */
bool child_ends(const struct child *child, unsigned patience_ms, long long *status);
/* The process alone, and not by asking it. */
void child_kill(const struct child *child);
void child_close(struct child *child);

/* A new empty folder, written with slashes so that JSON takes it as it is. The test removes what it puts there. */
bool make_folder(char *path, size_t size);
bool file_exists(const char *path);
void remove_file(const char *path);
void remove_folder(const char *path);

#ifdef __cplusplus
}
#endif

#endif
