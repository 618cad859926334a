/* Standard streams as named pipes, because anonymous ones cannot do overlapped input and output.
 *
 * The name is random and allows one instance that must be new, so nobody else can be at the other end: whoever guessed it and connected
 * first makes the opening of the process's end fail, and with it the start. */
#ifdef _WIN32
#include <atomic>
#include <random>

#include "processes/windows/tree.h"

namespace hcsffi {

namespace {

constexpr DWORD kPipeBuffer = 64 * 1024;

std::wstring fresh_name() {
    static std::atomic<uint64_t> count{0};
    std::random_device source;
    const uint64_t chance = (static_cast<uint64_t>(source()) << 32) | source();
    return L"\\\\.\\pipe\\hcsffi-" + std::to_wstring(GetCurrentProcessId()) + L"-" + std::to_wstring(count.fetch_add(1)) + L"-" +
           std::to_wstring(chance);
}

SECURITY_ATTRIBUTES inherited() {
    SECURITY_ATTRIBUTES attributes = {};
    attributes.nLength = sizeof attributes;
    attributes.bInheritHandle = TRUE;
    return attributes;
}

}  // namespace

SpawnOutcome open_pipe(PipeDirection direction, PipeEnds* ends) {
    const std::wstring name = fresh_name();
    const bool inward = direction == PipeDirection::into_process;
    const DWORD access = (inward ? PIPE_ACCESS_OUTBOUND : PIPE_ACCESS_INBOUND) | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE;
    UniqueFd ours = own_handle(CreateNamedPipeW(name.c_str(), access, PIPE_TYPE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1,
                                                kPipeBuffer, kPipeBuffer, 0, nullptr));
    if (!ours) return system_refusal(GetLastError(), "making a pipe");
    SECURITY_ATTRIBUTES attributes = inherited();
    // A console program may ask for the state of its standard streams, which needs FILE_READ_ATTRIBUTES.
    const DWORD their_access = inward ? GENERIC_READ | FILE_WRITE_ATTRIBUTES : GENERIC_WRITE | FILE_READ_ATTRIBUTES;
    UniqueFd theirs = own_handle(CreateFileW(name.c_str(), their_access, 0, &attributes, OPEN_EXISTING, 0, nullptr));
    if (!theirs) return system_refusal(GetLastError(), "opening the process's end of a pipe");
    ends->ours = std::move(ours);
    ends->theirs = std::move(theirs);
    return {};
}

SpawnOutcome open_null_device(UniqueFd* device) {
    SECURITY_ATTRIBUTES attributes = inherited();
    UniqueFd opened = own_handle(
        CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &attributes, OPEN_EXISTING, 0, nullptr));
    if (!opened) return system_refusal(GetLastError(), "opening the null device");
    *device = std::move(opened);
    return {};
}

SpawnOutcome duplicate_handle(const UniqueFd& of, UniqueFd* copy) {
    HANDLE duplicate = nullptr;
    if (!DuplicateHandle(GetCurrentProcess(), native_handle(of), GetCurrentProcess(), &duplicate, 0, FALSE, DUPLICATE_SAME_ACCESS)) {
        return system_refusal(GetLastError(), "duplicating a pipe");
    }
    *copy = own_handle(duplicate);
    return {};
}

SpawnOutcome write_aside(const UniqueFd& pipe, std::string_view bytes) {
    UniqueFd done = own_handle(CreateEventW(nullptr, TRUE, FALSE, nullptr));
    if (!done) return system_refusal(GetLastError(), "making an event");
    OVERLAPPED overlapped = {};
    // GetQueuedCompletionStatus' documentation: the low-order bit of the event keeps the completion out of the port.
    overlapped.hEvent = reinterpret_cast<HANDLE>(reinterpret_cast<ULONG_PTR>(native_handle(done)) | 1);
    DWORD written = 0;
    if (!WriteFile(native_handle(pipe), bytes.data(), static_cast<DWORD>(bytes.size()), nullptr, &overlapped)) {
        const DWORD code = GetLastError();
        if (code != ERROR_IO_PENDING) {
            const bool gone = code == ERROR_NO_DATA || code == ERROR_BROKEN_PIPE || code == ERROR_PIPE_NOT_CONNECTED;
            return gone ? refusal(SpawnReason::process_gone, "the process reads no more", code)
                        : system_refusal(code, "writing to a console");
        }
        // A few bytes into a pipe with a free buffer never wait; a full buffer means that nobody reads.
        if (WaitForSingleObject(native_handle(done), 100) != WAIT_OBJECT_0) CancelIoEx(native_handle(pipe), &overlapped);
    }
    if (!GetOverlappedResult(native_handle(pipe), &overlapped, &written, TRUE) || written != bytes.size()) {
        return refusal(SpawnReason::exhausted, "the console takes no more input now", GetLastError());
    }
    return {};
}

}  // namespace hcsffi
#endif
