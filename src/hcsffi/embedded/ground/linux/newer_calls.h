// Calls of Linux that are newer than the headers and C libraries this is built with.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#ifndef P_PIDFD
#define P_PIDFD static_cast<idtype_t>(3)
#endif
// From here on a new call has one number on every architecture.
#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#ifndef SYS_memfd_create
#if defined(__x86_64__)
#define SYS_memfd_create 319
#elif defined(__aarch64__)
#define SYS_memfd_create 279
#endif
#endif

namespace hcsffi {

// threads: any. blocks: no. owns: the caller closes it; no new program gets it. It names one process for good, while a number is given anew
// once its process has been waited for, and is readable once the process has ended. errors: -1 with errno, ESRCH when it is gone, ENOSYS
// before Linux 5.3.
inline int open_process(pid_t pid) { return static_cast<int>(syscall(SYS_pidfd_open, pid, 0u)); }

// As open_process, of the process that made the other end of a socket. A fork of that process may hold the end open for longer, so
// end-of-file alone does not tell that it has ended. errors: -1, with *gone when it has ended already.
inline int open_peer(int socket, bool* gone) {
    ucred peer{};
    socklen_t size = sizeof peer;
    *gone = false;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return -1;
    const int descriptor = open_process(peer.pid);
    *gone = descriptor < 0 && errno == ESRCH;
    return descriptor;
}

// threads: any. blocks: no. errors: -1 with errno, ESRCH when it has been waited for.
inline int send_signal(int descriptor, int signal) {
    return static_cast<int>(syscall(SYS_pidfd_send_signal, descriptor, signal, nullptr, 0u));
}
inline int kill_process(int descriptor) { return send_signal(descriptor, SIGKILL); }

// threads: any. blocks: no. Closes all from `first` to `last`. errors: -1 with errno, ENOSYS before Linux 5.9.
inline int close_range_of(unsigned first, unsigned last) { return static_cast<int>(syscall(SYS_close_range, first, last, 0u)); }

// threads: any. blocks: for a file system. owns: the caller closes it. As openat, but whatever links say, nothing outside `folder` is
// reached. errors: -1 with errno, ENOSYS before Linux 5.6.
inline int open_within(int folder, const char* path, std::uint64_t flags) {
    constexpr std::uint64_t kWithinRoot = 0x10, kNoMagicLinks = 0x02;  // RESOLVE_IN_ROOT, RESOLVE_NO_MAGICLINKS
    const struct {
        std::uint64_t flags, mode, resolve;
    } way{flags | O_CLOEXEC, 0, kWithinRoot | kNoMagicLinks};
    return static_cast<int>(syscall(SYS_openat2, folder, path, &way, sizeof way));
}

// threads: any. blocks: no. owns: the caller closes it; no new program gets it. A file that is nowhere but in memory.
// errors: -1 with errno, ENOSYS before Linux 3.17.
inline int open_memory(const char* name, bool sealable) {
    constexpr unsigned kCloseOnExec = 1, kSealable = 2;  // MFD_CLOEXEC, MFD_ALLOW_SEALING
    return static_cast<int>(syscall(SYS_memfd_create, name, kCloseOnExec | (sealable ? kSealable : 0)));
}

}  // namespace hcsffi
