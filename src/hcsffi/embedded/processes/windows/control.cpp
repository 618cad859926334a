/* Control events: Ctrl-C and its sisters, raised in a process as the system raises them.
 *
 * The routine that runs a program's console control functions is exported, lies at one address in every process of one word size, and
 * takes the event: a thread started there is how the system itself delivers Ctrl-C. It reaches programs without a console, too, and
 * needs no detour through this process's own console, of which there can be only one.
 *
 * A program that still comes up has to be told, too. Windows lets such a thread wait until the image is ready, and loses nothing. Wine 8
 * loses three things, all with programs that load libraries while they come up (Go's do):
 *
 * - The routine asks a debugger first, by an exception. A runtime that takes over exceptions may answer in its place, and then the
 *   routine returns 0, not 1, and no control function has been called.
 * - The control functions run with the console's lock held, and the default one ends the process, which takes the loader's lock;
 *   LoadLibrary holds that one when msvcrt's entry asks for the console's. Neither goes on, for ever.
 * - A runtime's own control function that is called before the runtime stands waits for it, for ever.
 *
 * So under Wine an event is accepted at once and raised by the reactor when the program is up: when it has loaded nothing for a while. It
 * is raised again where no function was called, and where it did come to the two locks (a thread is inside the routine while one
 * other thread keeps the loader's) the end is made, since nothing else can follow.
 */
#ifdef _WIN32
#include "processes/windows/tree.h"

#include <psapi.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace hcsffi {

namespace {

/* A thread to be started in another process. Wine asks that process to take part and waits for ever when it dies meanwhile, so this may
 * outlast the request that wanted it; then nobody waits any more, and it is not among the descriptors that the host counts as held. */
struct RemoteStart {
    HANDLE process = nullptr;
    HANDLE thread = nullptr;  // to be read once `done` is set, as is `code`
    HANDLE done = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    LPTHREAD_START_ROUTINE entry = nullptr;
    DWORD argument = 0;
    DWORD code = ERROR_SUCCESS;

    RemoteStart() = default;
    RemoteStart(const RemoteStart&) = delete;
    RemoteStart& operator=(const RemoteStart&) = delete;
    ~RemoteStart() {
        if (process) CloseHandle(process);
        if (thread) CloseHandle(thread);
        if (done) CloseHandle(done);
    }
    void run() {
        thread = CreateRemoteThread(process, nullptr, 0, entry, reinterpret_cast<void*>(static_cast<ULONG_PTR>(argument)), 0, nullptr);
        if (!thread) code = GetLastError();
        SetEvent(done);
    }
};

// The exit code that Windows' default control function gives.
constexpr UINT kAskedToEnd = STATUS_CONTROL_C_EXIT;
constexpr DWORD kLookEachMs = 20;
constexpr int kLooksInARow = 25;  // half a second: no library of a program that comes up takes so long to load
constexpr int kMostLooks = 500;  // ten seconds, in which a program has come up
constexpr int kQuietLooks = 10;  // 0.2 s without a load: a program is up
constexpr int kMostQuietLooks = 150;  // three seconds for a program that goes on loading
constexpr std::int64_t kYoung100ns = 50000000;  // five seconds, after which a program is up whatever it does

// Words of the environment block and of a thread's: the same in every Windows, because programs have come to rely on them.
constexpr size_t kLoaderLock = sizeof(void*) == 8 ? 34 : 40;
constexpr size_t kStackEnd = 1;
constexpr size_t kOutermostWords = 256;  // of a raised thread's stack; those of its start and of the routine are among them
constexpr ULONG_PTR kRoutineBytes = 1024;

bool is_wine() { return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr; }

FARPROC control_routine() {
    const FARPROC exported = GetProcAddress(GetModuleHandleW(L"kernelbase.dll"), "CtrlRoutine");
    return exported ? exported : GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "CtrlRoutine");
}

// What the system answers for class 0 of a process and of a thread; winternl.h leaves out what is wanted here.
struct ProcessAnswer {
    LONG exit_status;
    ULONG_PTR block;
    ULONG_PTR rest[4];
};
struct ThreadAnswer {
    LONG exit_status;
    ULONG_PTR block;
    ULONG_PTR rest[5];
};

template <typename Answer>
ULONG_PTR block_of(const char* question, HANDLE asked) {
    using Query = LONG(WINAPI*)(HANDLE, int, void*, ULONG, ULONG*);
    const auto query = reinterpret_cast<Query>(reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), question)));
    Answer answer = {};
    return query && query(asked, 0, &answer, sizeof answer, nullptr) >= 0 ? answer.block : 0;
}

// Reads what lies at `address` in the process; false where nothing does.
template <typename Value>
bool read_at(HANDLE process, ULONG_PTR address, Value* value) {
    return address != 0 && ReadProcessMemory(process, reinterpret_cast<void*>(address), value, sizeof *value, nullptr) != FALSE;
}

constexpr DWORD kLastWordsMs = 100;

bool is_young(const UniqueFd& process) {
    FILETIME created = {}, exited = {}, kernel = {}, user = {};
    if (!GetProcessTimes(native_handle(process), &created, &exited, &kernel, &user)) return false;
    const auto born = static_cast<std::int64_t>((static_cast<std::uint64_t>(created.dwHighDateTime) << 32) | created.dwLowDateTime);
    return now_unix_100ns() + kUnixEpochIn100ns - born < kYoung100ns || born == 0;  // Wine tells 0 while the process is being made
}

bool is_set(HANDLE object) { return WaitForSingleObject(object, 0) == WAIT_OBJECT_0; }

// One control event on its way. threads: raise(), if at all, comes first; then look() from the reactor.
class Raised {
  public:
    Raised(UniqueFd process, DWORD control_event) : process_(std::move(process)), event_(control_event) {}

    SpawnOutcome raise() {
        if (!begin()) return system_refusal(GetLastError(), "raising a control event");
        const HANDLE either[] = {start_->done, start_->process};
        const bool ended = WaitForMultipleObjects(2, either, FALSE, INFINITE) != WAIT_OBJECT_0;
        if (ended && WaitForSingleObject(start_->done, kLastWordsMs) != WAIT_OBJECT_0)
            return refusal(SpawnReason::process_gone, "the process has ended");
        if (start_->code == ERROR_SUCCESS) return {};
        if (is_set(start_->process)) return refusal(SpawnReason::process_gone, "the process has ended", start_->code);
        return system_refusal(start_->code, "raising a control event");
    }

    // True when there is nothing more to be looked for.
    bool look() {
        if (is_set(native_handle(process_)) || ++looks_ > kMostLooks) return true;
        if (!start_) {
            if (is_up()) static_cast<void>(begin());
            return false;
        }
        if (!is_set(start_->done)) return false;
        if (!start_->thread) return true;
        if (is_set(start_->thread)) {
            if (was_heard()) return true;
            static_cast<void>(begin());  // or at the next look
            return false;
        }
        const DWORD loading = loading_thread();
        const bool stands_still = loading != 0 && loading != GetThreadId(start_->thread) && is_inside();
        in_a_row_ = stands_still && loading == loading_ ? in_a_row_ + 1 : 0;
        loading_ = loading;
        if (in_a_row_ < kLooksInARow) return false;
        TerminateProcess(native_handle(process_), kAskedToEnd);
        return true;
    }

  private:
    bool begin() {
        const auto start = std::make_shared<RemoteStart>();
        start->entry = reinterpret_cast<LPTHREAD_START_ROUTINE>(reinterpret_cast<void*>(control_routine()));
        start->argument = event_;
        const HANDLE self = GetCurrentProcess();
        if (!start->done || !DuplicateHandle(self, native_handle(process_), self, &start->process, 0, FALSE, DUPLICATE_SAME_ACCESS))
            return false;
        try {
            std::thread([start] { start->run(); }).detach();
        } catch (const std::system_error&) {
            SetLastError(ERROR_NOT_ENOUGH_MEMORY);
            return false;
        }
        start_ = start;
        in_a_row_ = 0;
        return true;
    }

    bool is_up() {
        DWORD loaded = 0;
        HMODULE first = nullptr;
        if (!K32EnumProcessModules(native_handle(process_), &first, sizeof first, &loaded)) loaded = 0;  // it is still being made
        const bool is_quiet = loaded != 0 && loaded == loaded_ && loading_thread() == 0;
        in_a_row_ = is_quiet ? in_a_row_ + 1 : 0;
        loaded_ = loaded;
        return in_a_row_ >= kQuietLooks || looks_ >= kMostQuietLooks;
    }

    bool was_heard() const {
        DWORD code = 0;
        return GetExitCodeThread(start_->thread, &code) == FALSE || code != 0;
    }

    // The holder of the loader's lock, 0 when nobody is.
    DWORD loading_thread() const {
        const HANDLE process = native_handle(process_);
        const ULONG_PTR block = block_of<ProcessAnswer>("NtQueryInformationProcess", process);
        ULONG_PTR lock = 0;
        RTL_CRITICAL_SECTION section = {};
        if (!block || !read_at(process, block + kLoaderLock * sizeof lock, &lock) || !read_at(process, lock, &section)) return 0;
        return static_cast<DWORD>(reinterpret_cast<ULONG_PTR>(section.OwningThread));
    }

    // Whether the routine has called something that has not returned: its address to return to is on the stack, which was new.
    bool is_inside() const {
        const ULONG_PTR block = block_of<ThreadAnswer>("NtQueryInformationThread", start_->thread);
        ULONG_PTR end = 0;
        std::array<ULONG_PTR, kOutermostWords> words = {};
        if (!block || !read_at(native_handle(process_), block + kStackEnd * sizeof end, &end) || end < sizeof words) return false;
        if (!read_at(native_handle(process_), end - sizeof words, &words)) return false;
        const ULONG_PTR routine = reinterpret_cast<ULONG_PTR>(reinterpret_cast<void*>(control_routine()));
        return std::any_of(words.begin(), words.end(),
                           [routine](ULONG_PTR word) { return word > routine && word < routine + kRoutineBytes; });
    }

    const UniqueFd process_;
    const DWORD event_;
    std::shared_ptr<RemoteStart> start_;
    DWORD loading_ = 0;
    DWORD loaded_ = 0;  // bytes of its list of modules
    int looks_ = 0;
    int in_a_row_ = 0;
};

void look_later(const std::shared_ptr<Reactor>& reactor, const std::shared_ptr<Raised>& raised) {
    reactor->post_after(kLookEachMs, [reactor, raised] {
        if (!raised->look()) look_later(reactor, raised);
    });
}

}  // namespace

SpawnOutcome raise_control_event(UniqueFd process, DWORD control_event, const std::shared_ptr<Reactor>& reactor) {
    static const bool wine = is_wine();
    if (!control_routine()) return refusal(SpawnReason::not_supported, "this system does not export the routine for control events");
    BOOL theirs = FALSE;
    BOOL mine = FALSE;
    IsWow64Process(native_handle(process), &theirs);
    IsWow64Process(GetCurrentProcess(), &mine);
    if (theirs != mine) return refusal(SpawnReason::not_supported, "the process has another word size");
    const bool may_come_up = wine && is_young(process);
    const auto raised = std::make_shared<Raised>(std::move(process), control_event);
    SpawnOutcome outcome = may_come_up ? SpawnOutcome{} : raised->raise();
    if (outcome.ok() && wine) look_later(reactor, raised);
    return outcome;
}

}  // namespace hcsffi
#endif
