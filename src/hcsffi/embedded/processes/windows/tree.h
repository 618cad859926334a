/* How a tree of processes is kept on Windows, for the files of this folder only; processes/spawn.h is the promise they keep.
 *
 * A tree is a job object. Its one handle belongs to this process and is not inherited, and the job ends its processes when its last handle
 * closes: nothing outlives the client, however that one ends, and no reaper is needed. A process is created inside the job, suspended,
 * and runs only after its exit is being waited for, so that no exit is missed. Jobs nest, so the client may itself live in one.
 *
 * Waiting for exits is left to the system's thread pool; its callback only posts to the reactor thread, which alone calls listeners.
 */
#pragma once

#ifndef NOMINMAX
#define NOMINMAX
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#include <windows.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "processes/spawn.h"

namespace hcsffi {

// ERROR_PROCESS_ABORTED: what a process that was killed ends with in a Windows container (C-14).
constexpr UINT kKilledExitCode = 1067;
static_assert(kKilledExitCode == ERROR_PROCESS_ABORTED, "hcsffi/hresult/numbers.py says what it means");
constexpr int kKillSignal = 9;
constexpr std::int64_t kUnixEpochIn100ns = 116444736000000000;  // from 1601, where Windows counts from, to 1970

// text.cpp
std::wstring wide_text(std::string_view utf8);
std::string utf8_text(std::wstring_view wide);
bool same_letters(std::wstring_view left, std::wstring_view right);  // as file and variable names are compared
bool letters_before(std::wstring_view left, std::wstring_view right);  // as they are ordered
SpawnOutcome refusal(SpawnReason reason, std::string text, DWORD code = 0);
// The reason that a code of the system stands for, as far as a caller can act on it.
SpawnOutcome system_refusal(DWORD code, const std::string& tried);

// NULL and INVALID_HANDLE_VALUE both mean none.
UniqueFd own_handle(HANDLE handle);
inline HANDLE native_handle(const UniqueFd& owner) { return reinterpret_cast<HANDLE>(owner.get()); }

// stdio.cpp: `ours` is overlapped and not inherited, `theirs` is what a program expects of a standard stream: synchronous, inherited.
enum class PipeDirection { into_process, out_of_process };
struct PipeEnds {
    UniqueFd ours;
    UniqueFd theirs;
};
SpawnOutcome open_pipe(PipeDirection direction, PipeEnds* ends);
SpawnOutcome open_null_device(UniqueFd* inherited);
SpawnOutcome duplicate_handle(const UniqueFd& of, UniqueFd* copy);
// Writes without a completion being posted to whoever has tied the pipe to a completion port.
SpawnOutcome write_aside(const UniqueFd& pipe, std::string_view bytes);

// console.cpp: one pseudo console; the functions behind it are resolved at run time (Windows 10 1809 and newer have them).
class PseudoConsole {
  public:
    // owns: takes the process's ends of both pipes; keeps a duplicate of `input` for typing.
    static SpawnOutcome open(ConsoleSize size, UniqueFd read_end, UniqueFd write_end, const UniqueFd& input,
                             std::shared_ptr<PseudoConsole>* console);
    PseudoConsole() = default;
    PseudoConsole(const PseudoConsole&) = delete;
    PseudoConsole& operator=(const PseudoConsole&) = delete;
    ~PseudoConsole();

    void* native() const { return console_; }
    SpawnOutcome resize(ConsoleSize size);
    SpawnOutcome type_end_of_input();
    // Detaches the console from its pipes so that the reader of its output comes to an end. Older Windows blocks in it until the output
    // has been read or its reader has closed, so it runs on a thread of the pool.
    static void close_later(std::shared_ptr<PseudoConsole> console);

  private:
    void close();

    std::mutex mutex_;
    void* console_ = nullptr;  // guarded by mutex_ once processes run
    UniqueFd typing_;          // guarded by mutex_
};

// launch.cpp
struct LaunchStreams {
    UniqueFd input;  // what the process gets; all inherited
    UniqueFd output;
    UniqueFd error;
    std::shared_ptr<PseudoConsole> console;  // in place of all three
};
struct Launched {
    UniqueFd process;
    UniqueFd thread;  // suspended
    DWORD id = 0;
};
SpawnOutcome launch_suspended(const ProcessStart& what, const UniqueFd& job, const LaunchStreams& streams, Launched* launched);

// job.cpp
class Job {
  public:
    SpawnOutcome open();
    const UniqueFd& handle() const { return job_; }
    // Ids of the living, without the console hosts that the system adds by itself.
    std::vector<DWORD> members() const;
    void kill_members() const;
    // blocks: until none is left.
    void kill_and_wait() const;
    SpawnOutcome suspend(std::vector<UniqueFd>* suspended) const;
    static void resume(std::vector<UniqueFd>* suspended);
    void list(std::vector<ProcessRow>* rows) const;
    // The job's own accounting, zeros where the system keeps none, and what the living hold now.
    TreeStatistics account(const std::vector<ProcessRow>& living) const;

  private:
    std::vector<DWORD> all_members() const;
    UniqueFd open_member(DWORD id, DWORD access) const;

    UniqueFd job_;
};
// Times and peak of a process, living or ended, by its handle.
ProcessEnd account_of(const UniqueFd& process);
// reactor.cpp: one thread that runs what is posted, in order.
class Reactor {
  public:
    ~Reactor() { stop(); }
    void start();
    void post(std::function<void()> work);  // threads: any. Dropped after stop().
    void post_after(DWORD delay_ms, std::function<void()> work);  // the same; dropped by stop(), too, when its time has not come
    void drain();  // blocks: until everything posted before, but for later, has run and been let go of. threads: any but its own
    void stop();  // blocks: until everything posted before, but for later, has run
    bool is_current() const;
    bool runs() const;

  private:
    void run();
    void take_due();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable drained_;
    std::deque<std::function<void()>> work_;  // guarded by mutex_
    std::multimap<std::chrono::steady_clock::time_point, std::function<void()>> later_;  // guarded by mutex_
    bool stopping_ = false;  // guarded by mutex_
    std::thread thread_;  // guarded by mutex_ but for its join
};

// control.cpp
// blocks: briefly. The reactor looks afterwards that the process comes to the end it may decide on. errors: not_supported where the system
// lacks the entry point or the process has another word size, process_gone.
SpawnOutcome raise_control_event(UniqueFd process, DWORD control_event, const std::shared_ptr<Reactor>& reactor);

}  // namespace hcsffi
