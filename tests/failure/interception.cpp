#include "interception.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

namespace failure {
namespace {

constexpr int kReport = 100;  // where the child has its end of the socket that the listener comes back by; sending there is never stopped

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

sock_filter load(std::size_t offset) { return {BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(offset)}; }
sock_filter unless(unsigned value, std::size_t skipped) {
    return {BPF_JMP | BPF_JEQ | BPF_K, 0, static_cast<unsigned char>(skipped), value};
}
sock_filter verdict(unsigned action) { return {BPF_RET | BPF_K, 0, 0, action}; }

std::vector<sock_filter> program_of(const std::vector<long>& numbers) {
    const std::size_t number_at = offsetof(seccomp_data, nr);
    std::vector<sock_filter> program{load(offsetof(seccomp_data, arch)), unless(kArchitecture, 1), load(number_at), unless(SYS_sendmsg, 3)};
    program[1] = {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, kArchitecture};  // a program of another architecture is let be
    program.insert(program.begin() + 2, verdict(SECCOMP_RET_ALLOW));
    program.push_back(load(offsetof(seccomp_data, args)));  // the low half on the machines this knows
    program.push_back(unless(kReport, 1));
    program.push_back(verdict(SECCOMP_RET_ALLOW));
    program.push_back(load(number_at));
    for (const long number : numbers) {
        program.push_back(unless(static_cast<unsigned>(number), 1));
        program.push_back(verdict(SECCOMP_RET_USER_NOTIF));
    }
    program.push_back(verdict(SECCOMP_RET_ALLOW));
    return program;
}

bool send_descriptor(int socket, int descriptor) {
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    int error = descriptor < 0 ? errno : 0;
    iovec piece{&error, sizeof error};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr* const part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(part), &descriptor, sizeof descriptor);
    }
    return sendmsg(socket, &message, 0) >= 0;
}

// -1 with errno when the other side could not make one.
int receive_descriptor(int socket) {
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    int error = EIO;
    iovec piece{&error, sizeof error};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    int descriptor = -1;
    ssize_t got = -1;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got > 0 && CMSG_FIRSTHDR(&message)) memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
    errno = error;
    return descriptor;
}

// Between fork and exec: nothing here may be stopped before the listener is on its way.
[[noreturn]] void become(const std::string& program, std::vector<char*>& environment, const std::string& folder, int output, int socket,
                         std::vector<sock_filter>& filter) {
    const sock_fprog handed{static_cast<unsigned short>(filter.size()), filter.data()};
    char* arguments[] = {const_cast<char*>(program.c_str()), nullptr};  // execve's argument type predates const
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody would answer what it asks
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (dup3(socket, kReport, O_CLOEXEC) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0 || chdir(folder.c_str()) != 0) _exit(125);
    fcntl(0, F_SETFD, 0);
    const int listener = static_cast<int>(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &handed));
    if (!send_descriptor(kReport, listener) || listener < 0) _exit(125);
    close(listener);
    execve(program.c_str(), arguments, environment.data());
    _exit(126);
}

void wake(int) {}

// Whoever was stopped may have been killed between poll and ioctl, which then waits for the next: a signal now and then ends that wait.
void interrupt_every(int interval_ms) {
    struct sigaction action{};
    action.sa_handler = wake;
    sigaction(SIGALRM, &action, nullptr);
    const timeval interval{0, interval_ms * 1000};
    const itimerval timer{interval, interval};
    setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

Interception::Interception(const std::string& program, const std::vector<std::string>& environment, const std::string& folder, int output,
                           const std::vector<long>& numbers) {
    int ends[2];
    std::vector<char*> variables;
    for (const std::string& one : environment) variables.push_back(const_cast<char*>(one.c_str()));  // as above
    variables.push_back(nullptr);
    if (kArchitecture == 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        why_ = "this architecture's calls are not known here";
        return;
    }
    std::vector<sock_filter> filter = program_of(numbers);
    interrupt_every(50);
    program_ = fork();
    if (program_ == 0) become(program, variables, folder, output, ends[1], filter);
    close(ends[1]);
    listener_ = receive_descriptor(ends[0]);
    if (listener_ < 0) why_ = std::string("the kernel lets nobody intercept system calls: ") + strerror(errno);
    close(ends[0]);
}

Interception::~Interception() {
    if (listener_ >= 0) close(listener_);
}

bool Interception::next(Stopped* stopped, int patience_ms) {
    pollfd ready{listener_, POLLIN, 0};
    if (poll(&ready, 1, patience_ms) <= 0 || (ready.revents & POLLIN) == 0) return false;
    seccomp_notif notice{};
    if (ioctl(listener_, SECCOMP_IOCTL_NOTIF_RECV, &notice) != 0) return false;
    stopped->id = notice.id;
    stopped->thread = static_cast<pid_t>(notice.pid);
    stopped->number = notice.data.nr;
    for (int at = 0; at < 6; ++at) stopped->arguments[at] = notice.data.args[at];
    return true;
}

// It may have been killed meanwhile, and needs no answer then.
void Interception::respond(std::uint64_t id, long value, int error, unsigned flags) {
    seccomp_notif_resp response{id, value, error, flags};
    while (ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &response) != 0 && errno == EINTR) {
    }
}

void Interception::let_go(const Stopped& stopped) { respond(stopped.id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE); }
void Interception::fail(const Stopped& stopped, int error) { respond(stopped.id, 0, -error, 0); }
void Interception::answer(const Stopped& stopped, long value) { respond(stopped.id, value, 0, 0); }

}  // namespace failure
