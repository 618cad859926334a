#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "ground/linux/hundred_ns.h"
#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "ground/uninterrupted.h"
#include "processes/reaper/reaper.h"

namespace hcsffi::reaper {
namespace {

constexpr std::int64_t kPauseLimitMs = 10'000;
constexpr std::int64_t kLookMs = 100;

// errno, 0 = done.
int read_all(int file, std::string* text) {
    struct stat about{};
    if (fstat(file, &about) != 0) return errno;
    text->resize(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < text->size()) {
        const ssize_t got = uninterrupted([&] { return pread(file, text->data() + done, text->size() - done, static_cast<off_t>(done)); });
        if (got <= 0) return got < 0 ? errno : EIO;
        done += static_cast<std::size_t>(got);
    }
    return 0;
}

int put(int file, const void* bytes, std::size_t length) {
    const char* at = static_cast<const char*>(bytes);
    for (off_t done = 0; static_cast<std::size_t>(done) < length;) {
        const ssize_t wrote = uninterrupted([=] { return pwrite(file, at + done, length - static_cast<std::size_t>(done), done); });
        if (wrote <= 0) return wrote < 0 ? errno : EIO;
        done += wrote;
    }
    return 0;
}

// Whether the same call will do when it is made again.
bool passes(int error) { return error == EAGAIN || error == EINTR || error == ENOMEM || error == ENOBUFS; }

// One request with its descriptors; 0 = end-of-file, negative = nothing to read now.
ssize_t receive(Request* request, std::vector<int>* descriptors) {
    const ssize_t got = receive_with_descriptors<kStartDescriptors>(kSocket, request, sizeof *request, descriptors, MSG_DONTWAIT);
    if (got < 0) return passes(errno) ? -1 : 0;
    return got;
}

}  // namespace

std::int64_t now_ms() {
    using std::chrono::milliseconds;
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int watch_owner(bool enclosed, bool* gone) { return enclosed ? kOwner : open_peer(kSocket, gone); }

// Threads are told one by one; one that is made meanwhile by one that has not been told is found by the second walk.
int Processors::leave(std::uint64_t count) {
    if (!usual_) {
        cpu_set_t usual;
        if (sched_getaffinity(0, sizeof usual, &usual) != 0) return errno;
        usual_ = usual;
    }
    std::vector<int> all;
    for (int one = 0; one < CPU_SETSIZE; ++one)
        if (CPU_ISSET(one, &*usual_)) all.push_back(one);
    std::rotate(all.begin(), all.begin() + now_ms() % static_cast<std::int64_t>(all.size()), all.end());
    if (count != 0) all.resize(std::min<std::uint64_t>(count, all.size()));
    cpu_set_t left;
    CPU_ZERO(&left);
    for (const int one : all) CPU_SET(one, &left);
    if (sched_setaffinity(0, sizeof left, &left) != 0) return errno;
    int obstacle = 0;
    for (int walk = 0; walk < 2; ++walk) {
        obstacle = 0;
        for (const pid_t pid : descendants(getpid(), &obstacle))
            for (const pid_t thread : threads_of(pid, &obstacle))
                if (sched_setaffinity(thread, sizeof left, &left) != 0) note_obstacle(errno, &obstacle);
    }
    return obstacle;
}

int watch_children() {
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    return signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
}

void take_signals(int children) {
    for (signalfd_siginfo ignored; read(children, &ignored, sizeof ignored) > 0;) {
    }
}

Reaper::Reaper(Home& home, bool enclosed, bool common) : home_(home) {
    signals_ = watch_children();
    owner_ = watch_owner(enclosed, &owner_gone_);
    if (common) self_ = open_process(getpid());
}

Reaper::~Reaper() {
    close_quietly(signals_);
    close_quietly(owner_);
    close_quietly(self_);
    for (const auto& [pid, child] : children_) close_quietly(child.launching);
}

bool Reaper::run() {
    if (signals_ < 0) return true;  // the client sees end-of-file instead of `ready`
    const int blind = blindness();
    say({Say::ready, 0, 0, getpid(), blind, Stage::none, home_.obstacle(), 0, 0, 0, 0});
    flush();
    if (blind != 0) return true;
    while (!deaf_ && !(ending_ && (given_up_ || is_alone()) && outgoing_.empty())) turn();
    return is_alone();
}

int Reaper::patience_ms() const {
    if (ending_ || (childless_ && !is_alone())) return 5;
    if (pace_ == Pace::pausing) return 1;
    return most_memory_bytes_ != 0 && !is_alone() ? static_cast<int>(kLookMs) : -1;
}

// Before every wait and not only after an event: the owner may have gone before there was anything to wait for.
void Reaper::follow_owner() {
    if (!owner_gone_ || ending_) return;
    ending_ = true;
    ending_since_ms_ = now_ms();
    if (getppid() == guard_) kill(guard_, SIGCONT);  // nobody else is left who would let it go on
}

void Reaper::turn() {
    follow_owner();
    std::vector<pollfd> watched{{signals_, POLLIN, {}}, {owner_gone_ ? -1 : owner_, POLLIN, {}}};
    const short wanted = static_cast<short>((owner_gone_ ? 0 : POLLIN) | (outgoing_.empty() ? 0 : POLLOUT));
    watched.push_back({wanted != 0 ? kSocket : -1, wanted, {}});
    std::vector<pid_t> launching;
    for (const auto& [pid, child] : children_) {
        if (child.launching < 0) continue;
        watched.push_back({child.launching, POLLIN, {}});
        launching.push_back(pid);
    }
    if (poll(watched.data(), watched.size(), patience_ms()) < 0) {
        deaf_ = !passes(errno);
        return;
    }
    take_signals(signals_);
    for (std::size_t at = 0; at < launching.size(); ++at)
        if (watched[at + 3].revents != 0) settle_launch(launching[at]);
    reap();
    if (watched[1].revents != 0) owner_gone_ = true;
    if (!owner_gone_ && watched[2].revents != 0) read_request();
    follow_owner();
    if (most_memory_bytes_ != 0 && !ending_) watch_memory();
    if (ending_) push_end();
    if (pace_ == Pace::pausing) push_pause();
    flush();
}

void Reaper::read_request() {
    Request request{};
    std::vector<int> descriptors;
    const ssize_t got = receive(&request, &descriptors);
    if (got == 0) owner_gone_ = true;
    if (got == static_cast<ssize_t>(sizeof request)) obey(request, descriptors);
    for (const int descriptor : descriptors) close_quietly(descriptor);
}

void Reaper::obey(const Request& request, std::vector<int>& descriptors) {
    if (request.ask == Ask::alive) return answer(request.ticket);
    if (request.ask == Ask::terminate) {
        end_tickets_.push_back(request.ticket);
        if (!ending_) ending_since_ms_ = now_ms();
        ending_ = true;
        if (pace_ == Pace::pausing) stop_pausing(ECANCELED);
        return;
    }
    if (ending_) return answer(request.ticket, ECANCELED);
    switch (request.ask) {
        case Ask::start: return start(request, descriptors);
        case Ask::signal_one:
        case Ask::signal_group: return signal(request);
        case Ask::measure:
        case Ask::list: return answer_figures(request, descriptors);
        case Ask::limit_memory:
        case Ask::limit_processors:
        case Ask::limit_processes: return limit(request);
        case Ask::resume: return answer(request.ticket, resume_all());
        case Ask::pause:
            if (pace_ == Pace::paused) return answer(request.ticket);
            if (pace_ == Pace::running) pausing_since_ms_ = now_ms();
            pace_ = Pace::pausing;
            pause_tickets_.push_back(request.ticket);
            return;
        case Ask::alive:
        case Ask::terminate: return;
    }
    answer(request.ticket, EINVAL);
}

void Reaper::start(const Request& request, std::vector<int>& descriptors) {
    if (pace_ != Pace::running) return answer(request.ticket, EBUSY, Stage::paused);
    for (const auto& [pid, child] : children_)
        if (child.key == request.key) return answer(request.ticket, EEXIST, Stage::key);
    if (descriptors.size() != static_cast<std::size_t>(kStartDescriptors)) return answer(request.ticket, EMFILE, Stage::streams);
    const int streams[3] = {descriptors[1], descriptors[2], descriptors[3]};
    Stage stage = Stage::none;
    int report = -1;
    std::string plan;
    if (const int error = read_all(descriptors[0], &plan); error != 0) return answer(request.ticket, error, Stage::fork);
    const pid_t pid = launch(plan, streams, home_, &report, &stage);
    if (pid < 0) return answer(request.ticket, -pid, stage);
    children_[pid] = {request.key, request.ticket, report};
    childless_ = false;
}

void Reaper::settle_launch(pid_t pid) {
    const auto found = children_.find(pid);
    if (found == children_.end() || found->second.launching < 0) return;
    Child& child = found->second;
    LaunchFailure failure{Stage::none, 0};
    const ssize_t got = read_again(child.launching, &failure, sizeof failure);
    if (got < 0) {
        failure = {Stage::fork, errno};  // whether it executes is unknown: then it must not
        kill(pid, SIGKILL);
    }
    const bool failed = got != 0;
    close(child.launching);
    child.launching = -1;
    const std::uint32_t ticket = child.ticket;
    if (failed) children_.erase(found);  // its end is the answer to the start and nothing more
    say({Say::answer, ticket, 0, pid, failure.error, failure.stage, home_.obstacle(), 0, 0, 0, 0});
}

void Reaper::reap() {
    for (;;) {
        int status = 0;
        rusage usage{};
        const pid_t pid = uninterrupted([&] { return wait4(-1, &status, WNOHANG, &usage); });
        if (pid <= 0) {
            childless_ = pid < 0 && errno == ECHILD;
            return;
        }
        settle_launch(pid);
        const auto found = children_.find(pid);
        if (found == children_.end()) continue;
        say({Say::ended, 0, found->second.key, pid, 0, Stage::none, status, in_100ns(usage.ru_utime), in_100ns(usage.ru_stime),
             static_cast<std::uint64_t>(usage.ru_maxrss) * 1024, 0});
        children_.erase(found);
    }
}

void Reaper::signal(const Request& request) {
    for (const auto& [pid, child] : children_) {
        if (child.key != request.key || child.launching >= 0) continue;
        const pid_t target = request.ask == Ask::signal_group ? -pid : pid;
        return answer(request.ticket, kill(target, request.signal) == 0 ? 0 : errno);
    }
    answer(request.ticket, ESRCH);
}

void Reaper::answer_figures(const Request& request, std::vector<int>& descriptors) {
    if (descriptors.size() != 1) return answer(request.ticket, EMFILE);
    int obstacle = 0;
    Report report{Say::answer, request.ticket, 0, 0, 0, Stage::none, 0, 0, 0, 0, 0};
    if (request.ask == Ask::measure) {
        const Measured measured = meter_.measure(&obstacle);
        report.error = put(descriptors[0], &measured, sizeof measured);
    } else {
        const std::vector<Row> rows = meter_.list(&obstacle);
        report.rows = rows.size();
        report.error = put(descriptors[0], rows.data(), rows.size() * sizeof(Row));
    }
    if (obstacle != 0) report.error = obstacle;
    say(report);
}

void Reaper::limit(const Request& request) {
    const auto set = [this, &request](std::uint64_t number) {
        if (request.ask == Ask::limit_processors) return processors_.leave(number);
        if (request.ask == Ask::limit_processes) return home_.limit_processes(number);
        most_memory_bytes_ = number;
        return 0;
    };
    const int error = set(request.key);
    if (error != 0) set(0);  // a limit is told as held by all, or it is none
    answer(request.ticket, error);
}

// A process may take more between two looks; all of them are ended then, because nobody knows whose fault it is.
void Reaper::watch_memory() {
    const std::int64_t now = now_ms();
    if (now - looked_ms_ < kLookMs) return;
    looked_ms_ = now;
    int obstacle = 0;
    if (Meter::resident(&obstacle) <= most_memory_bytes_) return;
    say({Say::ran_out, 0, 0, 0, 0, Stage::none, 0, 0, 0, 0, 0});
    if (pace_ == Pace::pausing) stop_pausing(ECANCELED);
    ending_ = true;
    ending_since_ms_ = now;
}

// All is stopped when two walks in a row meet the same processes and find each of them stopped: nothing was left that could have made a
// new one. A start under way is let through first, because its answer would wait for the resume otherwise. What sleeps uninterruptibly
// counts as stopped once the signal is pending, for it stops before its program runs again and no fork succeeds until then. It has to
// count: a parent in vfork sleeps so until its child, stopped before the exec, goes on.
void Reaper::push_pause() {
    bool all_stopped = true;
    int obstacle = 0;
    std::vector<pid_t> seen = descendants(getpid(), &obstacle);
    std::sort(seen.begin(), seen.end());
    for (const pid_t pid : seen) {
        const auto child = children_.find(pid);
        if (child != children_.end() && child->second.launching >= 0) {
            all_stopped = false;
            continue;
        }
        const char state = state_of(pid, &obstacle);
        if (state == 'T' || state == 't' || state == 'Z' || state == 'X' || state == 0) continue;
        if (state != 'D') all_stopped = false;
        if (kill(pid, SIGSTOP) != 0) note_obstacle(errno, &obstacle);
    }
    if (obstacle != 0) all_stopped = false;
    const bool twice = all_stopped && had_all_stopped_ && seen == last_seen_stopped_;
    had_all_stopped_ = all_stopped;
    last_seen_stopped_ = std::move(seen);
    if (twice) {
        stop_pausing(0);
        pace_ = Pace::paused;
    } else if (now_ms() - pausing_since_ms_ > (obstacle == EPERM ? kRefusedMs : kPauseLimitMs)) {
        stop_pausing(obstacle != 0 ? obstacle : EBUSY);
        resume_all();
    }
}

void Reaper::stop_pausing(int error) {
    for (const std::uint32_t ticket : pause_tickets_) answer(ticket, error);
    pause_tickets_.clear();
    had_all_stopped_ = false;
    pace_ = Pace::running;
}

int Reaper::resume_all() {
    if (pace_ == Pace::pausing) stop_pausing(ECANCELED);
    pace_ = Pace::running;
    int obstacle = 0;
    for (const pid_t pid : descendants(getpid(), &obstacle))
        if (kill(pid, SIGCONT) != 0) note_obstacle(errno, &obstacle);
    return obstacle;
}

void Reaper::push_end() {
    int error = 0;
    if (!is_alone()) {
        bool killed = false;
        int obstacle = 0;
        home_.kill_members();
        for (const pid_t pid : descendants(getpid(), &obstacle)) killed = kill(pid, SIGKILL) == 0 || killed;
        if (killed) ending_since_ms_ = now_ms();
        if (now_ms() - ending_since_ms_ < kRefusedMs) return;
        // Only processes of another user are left, which this one may not kill, or such as it cannot see: they outlive the system.
        error = obstacle != 0 ? obstacle : EPERM;
        given_up_ = true;
    }
    for (const std::uint32_t ticket : end_tickets_) answer(ticket, error);
    end_tickets_.clear();
}

void Reaper::answer(std::uint32_t ticket, int error, Stage stage) { say({Say::answer, ticket, 0, 0, error, stage, 0, 0, 0, 0, 0}); }

void Reaper::say(const Report& report) { outgoing_.push_back(report); }

void Reaper::flush() {
    while (!outgoing_.empty()) {
        const std::vector<int> given(self_ >= 0 ? 1 : 0, self_);  // with the first word of all
        if (send_with_descriptors(kSocket, &outgoing_.front(), sizeof(Report), given, MSG_DONTWAIT) >= 0) {
            outgoing_.pop_front();
            close_quietly(self_);
            self_ = -1;
        } else if (passes(errno)) {
            return;
        } else {
            outgoing_.clear();  // nobody is left to read it
        }
    }
}

}  // namespace hcsffi::reaper
