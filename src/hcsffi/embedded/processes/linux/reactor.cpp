#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <system_error>

#include "processes/linux/tree.h"

namespace hcsffi {

pid_t Reactor::own_process() { return getpid(); }

Reactor::~Reactor() {
    shutdown();
    if (poller_ >= 0) close(poller_);
    if (wakeup_ >= 0) close(wakeup_);
}

SpawnOutcome Reactor::start_locked() {
    if (thread_.joinable()) return {};
    if (poller_ < 0) poller_ = epoll_create1(EPOLL_CLOEXEC);
    if (wakeup_ < 0) wakeup_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (poller_ < 0 || wakeup_ < 0) return failed("preparing to listen to reapers", errno);
    epoll_event event{};  // under 0, which is no channel's number
    event.events = EPOLLIN;
    if (epoll_ctl(poller_, EPOLL_CTL_ADD, wakeup_, &event) != 0 && errno != EEXIST) return failed("preparing to listen to reapers", errno);
    // The client's signals are for the client's threads.
    sigset_t all;
    sigset_t before;
    int error = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    try {
        thread_ = std::thread([this] { run(); });
        thread_id_ = thread_.get_id();
    } catch (const std::system_error& problem) {
        error = problem.code().value();
    } catch (const std::bad_alloc&) {
        error = ENOMEM;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return error == 0 ? SpawnOutcome{} : failed("starting the thread that listens to reapers", error);
}

SpawnOutcome Reactor::add(const std::shared_ptr<TreeChannel>& channel) {
    const std::scoped_lock lock(mutex_);
    if (stopping_ || getpid() != home_) return {SpawnReason::tree_gone, 0, "the host is shut down"};
    if (SpawnOutcome outcome = start_locked(); !outcome.ok()) return outcome;
    const std::uint64_t id = next_id_++;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = id;
    channels_[id] = channel;
    if (epoll_ctl(poller_, EPOLL_CTL_ADD, channel->awaited(), &event) == 0) return {};
    const int error = errno;
    channels_.erase(id);
    return failed("listening to a reaper", error);
}

void Reactor::run() {
    pthread_setname_np(pthread_self(), "hcsffi-reactor");
    constexpr int kPressEveryMs = 1000;
    for (;;) {
        epoll_event events[64];
        const int count = epoll_wait(poller_, events, static_cast<int>(std::size(events)), press_those_let_go() ? kPressEveryMs : -1);
        std::for_each_n(events, count, [this](const epoll_event& event) {
            std::shared_ptr<TreeChannel> channel;
            {
                const std::scoped_lock lock(mutex_);
                const auto found = channels_.find(event.data.u64);
                if (found != channels_.end()) channel = found->second;
            }
            if (channel) listen_to(event.data.u64, channel);
        });
        const std::scoped_lock lock(mutex_);
        if (stopping_ && channels_.empty()) return;
    }
}

void Reactor::listen_to(std::uint64_t id, const std::shared_ptr<TreeChannel>& channel) {
    constexpr int kMomentMs = 10;
    const int before = channel->awaited();
    bool collected = channel->advance();
    const int now = channel->awaited();
    // The socket took its registration along when it was closed. Where there is no room for another, the guard, which is about to end,
    // is waited for here.
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = id;
    while (!collected && now != before && epoll_ctl(poller_, EPOLL_CTL_ADD, now, &event) != 0) {
        if (becomes_readable(now, kMomentMs)) collected = channel->advance();
    }
    if (!collected) return;
    const std::scoped_lock lock(mutex_);
    channels_.erase(id);
    emptied_.notify_all();
}

bool Reactor::press_those_let_go() {
    const std::scoped_lock lock(mutex_);
    bool any = false;
    for (const auto& [id, channel] : channels_) any = channel->press() || any;
    return any;
}

void Reactor::wake() const {
    // Full means that it is awake already; whatever else it is, somebody joins a thread that sleeps for ever.
    while (eventfd_write(wakeup_, 1) != 0 && errno != EAGAIN) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Reactor::shutdown() {
    std::unique_lock lock(mutex_);
    if (getpid() != home_) {
        // A fork: the trees belong to the other process, and the thread exists there only.
        if (thread_.joinable()) thread_.detach();
        return;
    }
    stopping_ = true;
    if (!thread_.joinable()) return;
    for (const auto& [id, channel] : channels_) channel->abandon();
    const auto empty = [this] { return channels_.empty(); };
    while (!emptied_.wait_for(lock, std::chrono::seconds(15), empty))
        for (const auto& [id, channel] : channels_) channel->kill_reaper();
    wake();
    std::thread mine = std::move(thread_);
    thread_id_ = {};  // it tells nobody anything any more
    lock.unlock();
    mine.join();
}

bool Reactor::is_this_thread() const {
    const std::scoped_lock lock(mutex_);
    return thread_id_ == std::this_thread::get_id();
}

SpawnCounters Reactor::counters() const {
    const std::scoped_lock lock(mutex_);
    SpawnCounters counters;
    counters.reapers = std::count_if(channels_.begin(), channels_.end(), [](const auto& one) { return !one.second->is_collected(); });
    for (const auto& [id, channel] : channels_) counters.descriptors += channel->descriptors();
    counters.threads = thread_.joinable() ? 1 : 0;
    return counters;
}

}  // namespace hcsffi
