/* A call of the kernel that does not begin before something else has been done: what happens in an unlucky moment, without luck. */
#pragma once

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <utility>

// From here on each such call of this thread, and of all it starts, waits until `before` has been done, which
// is told of it. What that calls is not stopped. Once the object has gone the kernel refuses the call (ENOSYS).
class StoppedCall {
  public:
    StoppedCall(unsigned number, std::function<void(const seccomp_notif&)> before)
        : before_(std::move(before)), follower_([this] { follow(); }) {
        sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
                                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
        const sock_fprog program{sizeof filter / sizeof *filter, filter};
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        const long listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
        listener_ = listener < 0 ? kNone : static_cast<int>(listener);
    }
    StoppedCall(const StoppedCall&) = delete;
    StoppedCall& operator=(const StoppedCall&) = delete;
    ~StoppedCall() {
        over_ = true;
        follower_.join();
        if (listener_ >= 0) close(listener_);
    }

    // False when the kernel lets nobody stop a call.
    explicit operator bool() const { return listener_ >= 0; }

  private:
    static constexpr int kUnknown = -1;
    static constexpr int kNone = -2;

    void follow() {
        while (!over_ && listener_ != kNone) {
            pollfd stopped{listener_, POLLIN, 0};
            if (poll(&stopped, 1, 1) != 1) continue;
            seccomp_notif call{};
            if (ioctl(listener_, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0) continue;
            before_(call);
            seccomp_notif_resp go_on{call.id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE};
            (void)ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &go_on);
        }
    }

    const std::function<void(const seccomp_notif&)> before_;
    std::atomic<int> listener_{kUnknown};
    std::atomic<bool> over_{false};
    std::thread follower_;  // the last: it uses all the others
};
