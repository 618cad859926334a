/* Every counted system call of a program and of all its descendants, stopped and handed to whoever decides about it.
 *
 * The kernel does it (seccomp's user notification): the filter is inherited by threads, forks and programs, sees the calls that the C
 * library makes by itself, needs no right but no_new_privs, and costs two switches of process a call. `strace -e inject` counts for each
 * thread apart and cannot fail an allocation; a preloaded library would not reach the reaper, which is started without an environment,
 * nor what posix_spawn does inside.
 */
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace failure {

struct Stopped {
    std::uint64_t id;
    pid_t thread;  // as this process sees it
    long number;
    std::uint64_t arguments[6];
};

class Interception {
  public:
    // threads: one. Starts `program` as a process group of its own, with its output and errors in `output` and `folder` as its working
    // directory; of its calls those with `numbers` are stopped. errors: `program` unset and why() tells.
    Interception(const std::string& program, const std::vector<std::string>& environment, const std::string& folder, int output,
                 const std::vector<long>& numbers);
    ~Interception();
    Interception(const Interception&) = delete;
    Interception& operator=(const Interception&) = delete;

    pid_t program() const { return program_; }
    const std::string& why() const { return why_; }

    // blocks: up to `patience_ms`. False when nothing was stopped meanwhile.
    bool next(Stopped* stopped, int patience_ms);
    void let_go(const Stopped& stopped);
    // The call is not made and answers -error.
    void fail(const Stopped& stopped, int error);
    // The call is not made and answers `value`.
    void answer(const Stopped& stopped, long value);

  private:
    void respond(std::uint64_t id, long value, int error, unsigned flags);

    pid_t program_ = -1;
    int listener_ = -1;
    std::string why_;
};

}  // namespace failure
