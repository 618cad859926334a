#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tlhelp32.h>

#include "system.h"

static HANDLE native(intptr_t number) { return (HANDLE)number; }

/* Line ends as everywhere else, and no box to click on when a test crashes. */
__attribute__((constructor)) static void behave(void) {
    _setmode(0, _O_BINARY);
    _setmode(1, _O_BINARY);
    _setmode(2, _O_BINARY);
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
}

/* The host's ends of pipes are overlapped: each transfer has an event of its own to wait for. The code that the system gave. */
static DWORD transfer(stream which, bool reads, void *memory, size_t size, DWORD *moved) {
    OVERLAPPED overlapped = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
    const DWORD most = size < 0x40000000 ? (DWORD)size : 0x40000000;
    const BOOL begun =
        reads ? ReadFile(native(which), memory, most, NULL, &overlapped) : WriteFile(native(which), memory, most, NULL, &overlapped);
    DWORD code = begun ? ERROR_SUCCESS : GetLastError();
    if (code == ERROR_SUCCESS || code == ERROR_IO_PENDING)
        code = GetOverlappedResult(native(which), &overlapped, moved, TRUE) ? ERROR_SUCCESS : GetLastError();
    CloseHandle(overlapped.hEvent);
    return code;
}

ptrdiff_t stream_read(stream from, void *to, size_t size) {
    DWORD got = 0;
    const DWORD code = transfer(from, true, to, size, &got);
    if (code == ERROR_BROKEN_PIPE || code == ERROR_PIPE_NOT_CONNECTED || code == ERROR_HANDLE_EOF) return 0;
    return code == ERROR_SUCCESS ? (ptrdiff_t)got : -1;
}

ptrdiff_t stream_write(stream to, const void *from, size_t size) {
    DWORD wrote = 0;
    return transfer(to, false, (void *)from, size, &wrote) == ERROR_SUCCESS ? (ptrdiff_t)wrote : -1;
}

void stream_close(stream which) { CloseHandle(native(which)); }

stream open_disk(const char *path) {
    return (stream)CreateFileA(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                               OPEN_EXISTING, 0, NULL);
}

bool stream_stays_quiet(stream which, unsigned ms) {
    DWORD waiting = 0;
    Sleep(ms);
    return PeekNamedPipe(native(which), NULL, 0, NULL, &waiting, NULL) && waiting == 0;
}

bool make_pipe(stream *read_end, stream *write_end) {
    HANDLE reads = NULL, writes = NULL;
    if (!CreatePipe(&reads, &writes, NULL, 0)) return false;
    *read_end = (stream)reads;
    *write_end = (stream)writes;
    return true;
}

int open_pipes(void) {
    int count = 0;
    for (intptr_t number = 4; number < 0x4000; number += 4) {
        if (native(number) == GetStdHandle(STD_INPUT_HANDLE) || native(number) == GetStdHandle(STD_OUTPUT_HANDLE) ||
            native(number) == GetStdHandle(STD_ERROR_HANDLE))
            continue;
        count += GetFileType(native(number)) == FILE_TYPE_PIPE;
    }
    return count;
}

void wait_ms(unsigned ms) { Sleep(ms); }

bool on_wine(void) { return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != NULL; }

life life_of(uint32_t id) {
    const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, id);
    return process ? (life)process : NO_LIFE;
}

bool life_ends(life which, unsigned patience_ms) { return WaitForSingleObject(native(which), patience_ms) == WAIT_OBJECT_0; }

void life_close(life which) {
    if (which != NO_LIFE) CloseHandle(native(which));
}

bool has_children(void) {
    const HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W row = {.dwSize = sizeof row};
    bool some = false;
    if (all == INVALID_HANDLE_VALUE) abort();
    for (BOOL more = Process32FirstW(all, &row); more && !some; more = Process32NextW(all, &row))
        some =
            row.th32ParentProcessID == GetCurrentProcessId() && _wcsicmp(row.szExeFile, L"conhost.exe") != 0; /* the system's own doing */
    CloseHandle(all);
    return some;
}

static HANDLE inheritable(stream which) {
    if (!SetHandleInformation(native(which), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT)) abort();
    return native(which);
}

/* A job of its own, which ends with this process, kills the child and all it has started.
 * Killing the child alone leaves the job as it is. */
static HANDLE make_keeper(void) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {.BasicLimitInformation = {.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE}};
    const HANDLE job = CreateJobObjectW(NULL, NULL);
    if (!job || !SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)) abort();
    return job;
}

bool start_self(struct child *child, enum child_streams streams, const char *const *words) {
    WCHAR path[4096], line[8192];
    stream theirs[2] = {NO_STREAM, NO_STREAM};
    STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION made = {0};
    child->input = child->output = NO_STREAM;
    if (GetModuleFileNameW(NULL, path, sizeof path / sizeof *path) == 0) return false;
    int length = swprintf(line, sizeof line / sizeof *line, L"\"%ls\"", path);
    for (size_t at = 0; words[at]; ++at) length += swprintf(line + length, sizeof line / sizeof *line - (size_t)length, L" %hs", words[at]);
    if (streams == CHILD_TALKS_TO_US && !(make_pipe(&theirs[0], &child->input) && make_pipe(&child->output, &theirs[1]))) return false;
    startup.hStdInput = theirs[0] == NO_STREAM ? GetStdHandle(STD_INPUT_HANDLE) : inheritable(theirs[0]);
    startup.hStdOutput = theirs[1] == NO_STREAM ? GetStdHandle(STD_OUTPUT_HANDLE) : inheritable(theirs[1]);
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    const HANDLE keeper = make_keeper();
    const BOOL created = CreateProcessW(path, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &startup, &made);
    for (int at = 0; at < 2; ++at)
        if (theirs[at] != NO_STREAM) stream_close(theirs[at]);
    if (!created || !AssignProcessToJobObject(keeper, made.hProcess)) return false;
    ResumeThread(made.hThread);
    CloseHandle(made.hThread);
    child->process = (intptr_t)made.hProcess;
    child->keeper = (intptr_t)keeper;
    return true;
}

bool child_ends(const struct child *child, unsigned patience_ms, long long *status) {
    DWORD code = 0;
    if (!life_ends(child->process, patience_ms) || !GetExitCodeProcess(native(child->process), &code)) return false;
    *status = code;
    return true;
}

void child_kill(const struct child *child) { TerminateProcess(native(child->process), KILLED); }

void child_close(struct child *child) {
    CloseHandle(native(child->process));
    CloseHandle(native(child->keeper));
    if (child->input != NO_STREAM) stream_close(child->input);
    if (child->output != NO_STREAM) stream_close(child->output);
}

bool make_folder(char *path, size_t size) {
    char folder[MAX_PATH];
    if (GetTempPathA(sizeof folder, folder) == 0) return false;
    for (int turn = 0; turn < 100; ++turn) {
        snprintf(path, size, "%shcsffi-native-%lu-%d", folder, GetCurrentProcessId(), turn);
        if (!CreateDirectoryA(path, NULL)) continue;
        for (char *at = path; *at; ++at)
            if (*at == '\\') *at = '/';
        return true;
    }
    return false;
}

bool file_exists(const char *path) { return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES; }

void remove_file(const char *path) { DeleteFileA(path); }

void remove_folder(const char *path) { RemoveDirectoryA(path); }
