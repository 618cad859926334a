#include "call.h"

#include <sys/syscall.h>
#include <cerrno>
#include <cstring>

#include "announcement.h"

namespace failure {
namespace {

constexpr long kOpenTree = 428;  // the same on every architecture; older headers lack it

constexpr const char* kRoles[] = {"host", "spawn", "guard", "reaper", "launch", "relay", "program"};

struct ErrorName {
    int error;
    const char* name;
};

constexpr ErrorName kErrors[] = {
    {ENOMEM, "ENOMEM"}, {EAGAIN, "EAGAIN"},         {EMFILE, "EMFILE"}, {EACCES, "EACCES"}, {EIO, "EIO"},
    {EINTR, "EINTR"},   {ENOBUFS, "ENOBUFS"},       {ENOSYS, "ENOSYS"}, {ENOSPC, "ENOSPC"}, {EPERM, "EPERM"},
    {ESRCH, "ESRCH"},   {ECHILD, "ECHILD"},         {EINVAL, "EINVAL"}, {EBUSY, "EBUSY"},   {ENOTCONN, "ENOTCONN"},
    {EDQUOT, "EDQUOT"}, {EADDRINUSE, "EADDRINUSE"}, {EMLINK, "EMLINK"}, {ENOLCK, "ENOLCK"}};

const std::vector<Call> kCalls = {
    {"allocation", {ANNOUNCE_ALLOCATION}, {ENOMEM}},
    {"thread", {}, {EAGAIN}},
    {"process", {}, {EAGAIN, ENOMEM}},
    {"execve", {SYS_execve}, {EACCES, ENOMEM}},
    {"open",
     {SYS_openat,
#ifdef SYS_open
      SYS_open
#endif
     },
     {EMFILE, EACCES}},
    {"read", {SYS_read, SYS_pread64}, {EIO, EINTR}},
    {"write", {SYS_write, SYS_pwrite64}, {ENOSPC, EINTR}},
    {"send", {SYS_sendto, SYS_sendmsg}, {ENOBUFS, EAGAIN, EINTR}},
    {"receive", {SYS_recvfrom, SYS_recvmsg}, {ENOMEM, EINTR}},
    {"socketpair", {SYS_socketpair}, {EMFILE}},
    {"pipe", {SYS_pipe2}, {EMFILE}},
    {"memfd_create", {SYS_memfd_create}, {EMFILE, ENOSYS}},
    {"pidfd_open", {SYS_pidfd_open}, {EMFILE, ENOSYS}},
    {"poll",
     {SYS_ppoll,
#ifdef SYS_poll
      SYS_poll
#endif
     },
     {ENOMEM, EINTR, EINVAL}},
    {"epoll_create", {SYS_epoll_create1}, {EMFILE}},
    {"epoll_ctl", {SYS_epoll_ctl}, {ENOSPC}},
    {"epoll_wait",
     {SYS_epoll_pwait,
#ifdef SYS_epoll_wait
      SYS_epoll_wait
#endif
     },
     {EINTR}},
    {"eventfd", {SYS_eventfd2}, {EMFILE}},
    {"signalfd", {SYS_signalfd4}, {EMFILE}},
    {"kill", {SYS_kill}, {EPERM, ESRCH}},
    {"wait", {SYS_wait4, SYS_waitid}, {ECHILD, EINTR}},
    {"fcntl", {SYS_fcntl}, {EMFILE}},
    {"dup",
     {SYS_dup3,
#ifdef SYS_dup2
      SYS_dup2
#endif
     },
     {EBUSY}},
    {"prctl", {SYS_prctl}, {EINVAL}},
    {"setsid", {SYS_setsid}, {EPERM}},
    {"setpgid", {SYS_setpgid}, {EPERM}},
    {"chdir", {SYS_chdir}, {EACCES}},
    {"ioctl", {SYS_ioctl}, {EIO}},
    {"getsockopt", {SYS_getsockopt}, {ENOBUFS}},
    {"shutdown", {SYS_shutdown}, {ENOTCONN}},
    {"readlink",
     {SYS_readlinkat,
#ifdef SYS_readlink
      SYS_readlink
#endif
     },
     {ENOMEM}},
    {"access",
     {SYS_faccessat,
#ifdef SYS_faccessat2
      SYS_faccessat2,
#endif
#ifdef SYS_access
      SYS_access
#endif
     },
     {ENOMEM}},
    {"getdents", {SYS_getdents64}, {ENOMEM}},
    {"stat", {SYS_fstat, SYS_newfstatat}, {ENOMEM}},
    {"mmap", {SYS_mmap}, {ENOMEM}},
    {"mprotect", {SYS_mprotect}, {ENOMEM}},
    {"close_range", {SYS_close_range}, {ENOSYS}},
    {"sendfile", {SYS_sendfile}, {EIO}},
    {"socket", {SYS_socket}, {EMFILE, ENOBUFS}},
    {"bind", {SYS_bind}, {ENOMEM}},
    {"connect", {SYS_connect}, {ENOMEM}},
    {"listen", {SYS_listen}, {EADDRINUSE}},
    {"accept", {SYS_accept4}, {EMFILE}},
    {"setsockopt", {SYS_setsockopt}, {ENOMEM}},
    {"setns", {SYS_setns}, {EPERM}},
    {"mkdir",
     {SYS_mkdirat,
#ifdef SYS_mkdir
      SYS_mkdir
#endif
     },
     {ENOSPC, EDQUOT}},
    {"mknod",
     {SYS_mknodat,
#ifdef SYS_mknod
      SYS_mknod
#endif
     },
     {ENOSPC}},
    {"unlink",
     {SYS_unlinkat,
#ifdef SYS_unlink
      SYS_unlink, SYS_rmdir
#endif
     },
     {EIO, EBUSY}},
    {"rename",
     {
#ifdef SYS_renameat
         SYS_renameat,
#endif
#ifdef SYS_rename
         SYS_rename,
#endif
#ifdef SYS_renameat2
         SYS_renameat2
#endif
     },
     {ENOSPC, EIO}},
    {"link", {SYS_linkat}, {ENOSPC, EMLINK}},
    {"symlink", {SYS_symlinkat}, {ENOSPC}},
    {"chmod",
     {SYS_fchmod, SYS_fchmodat,
#ifdef SYS_chmod
      SYS_chmod
#endif
     },
     {EIO}},
    {"chown", {SYS_fchownat, SYS_fchown}, {EDQUOT}},
    {"utimens", {SYS_utimensat}, {EIO}},
    {"getxattr", {SYS_getxattr, SYS_fgetxattr}, {EIO, ENOMEM}},
    {"listxattr", {SYS_listxattr, SYS_flistxattr}, {EIO, ENOMEM}},
    {"setxattr", {SYS_setxattr, SYS_fsetxattr}, {ENOSPC}},
    {"flock", {SYS_flock}, {ENOLCK}},
    {"copy_file_range", {SYS_copy_file_range}, {EIO, EINTR}},
    {"truncate", {SYS_ftruncate}, {ENOSPC}},
    {"seek", {SYS_lseek}, {EIO}},
    {"statfs", {SYS_statfs, SYS_fstatfs}, {ENOMEM}},
    {"mount", {SYS_mount}, {ENOMEM}},
    {"unmount", {SYS_umount2}, {ENOMEM, EBUSY}},
    {"open_tree", {kOpenTree}, {EMFILE}},
    {"capget", {SYS_capget}, {EPERM}},
    {"sync", {SYS_fsync, SYS_fdatasync}, {EIO}},
};

}  // namespace

const std::vector<Call>& calls() { return kCalls; }

const Call* call_named(const std::string& name) {
    for (const Call& one : calls())
        if (name == one.name) return &one;
    return nullptr;
}

bool makes_something(long number) {
#ifdef SYS_fork
    if (number == SYS_fork || number == SYS_vfork) return true;
#endif
    return number == SYS_clone || number == SYS_clone3;
}

const Call* call_of(long number, bool makes_thread) {
    if (makes_something(number)) return call_named(makes_thread ? "thread" : "process");
    for (const Call& one : calls())
        for (const long own : one.numbers)
            if (own == number) return &one;
    return nullptr;
}

const char* name_of(Role role) { return kRoles[static_cast<int>(role)]; }

const char* name_of_error(int error) {
    for (const ErrorName& one : kErrors)
        if (one.error == error) return one.name;
    return strerror(error);
}

int error_named(const std::string& name) {
    for (const ErrorName& one : kErrors)
        if (name == one.name) return one.error;
    return 0;
}

}  // namespace failure
