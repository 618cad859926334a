/* One tree's socket from the client's side.
 *
 * A request registers a `Waiting` under a ticket, sends, and sleeps. The reactor thread reads answers and wakes the owner of the
 * ticket; `ended` goes to the listener with no lock held. When the reaper hangs up, everybody still waiting is woken without an answer,
 * and the reactor waits for the guard process to end: only then is nothing of the tree left. If nobody had asked for the end, the
 * listener is told that the tree is lost.
 *
 * A program can stop its reaper. So whoever waits for an answer longer than a moment asks now and then whether the reaper runs at all;
 * it answers that at once whatever it is doing. Silence means that it does not run, and it is killed: the socket hangs up, and the tree
 * ends as a lost one. A start that waits for a slow file system has no limit of its own, because the reaper goes on answering meanwhile;
 * an end has one, because nobody could tell it from success otherwise.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <chrono>

#include "ground/insist.h"
#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "ground/lock_order.h"
#include "ground/uninterrupted.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/guard_of_all.h"
#include "processes/linux/limit.h"
#include "processes/linux/tree.h"

namespace hcsffi {

namespace {

std::string text_of(const UniqueFd& file) {
    char text[4096];
    const ssize_t got = pread(fd_of(file), text, sizeof text, 0);
    return {text, static_cast<std::size_t>(std::max(got, ssize_t{0}))};
}

// Whether a number is that of a process: a negative one is that of many, or of none yet.
bool is_one(pid_t pid) { return pid > 0; }

SpawnOutcome gone() { return {SpawnReason::tree_gone, 0, "the processes of this system are gone"}; }

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kMoment{50};   // a request that takes longer may keep a thread from other work
constexpr std::chrono::milliseconds kProdEvery{1000};
constexpr std::chrono::seconds kSilence{5};        // a reaper answers within milliseconds, on a loaded machine within a second
constexpr std::chrono::seconds kReadyLimit{30};    // from the start of a process to its first word
constexpr std::chrono::seconds kPressLimit{30};    // from letting go of a tree to killing what does not end
constexpr std::chrono::seconds kEndLimit{60};      // the reaper and its guard give up 3 s after their last success
constexpr int kMostGiven = 1;                      // descriptors that come with a word

}  // namespace

// The place of a request among those that wait, for as long as it waits.
class TreeChannel::Place {
  public:
    Place(TreeChannel& channel, std::uint32_t ticket, Waiting& waiting) : channel_(channel), ticket_(ticket) {
        assert(channel_.waiting_.count(ticket) == 0);
        channel_.waiting_[ticket] = &waiting;
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        [[maybe_unused]] const auto gone = channel_.waiting_.erase(ticket_);
        assert(gone == 1);
    }

  private:
    TreeChannel& channel_;
    const std::uint32_t ticket_;
};

TreeChannel::TreeChannel(std::weak_ptr<TreeListener> listener) : listener_(std::move(listener)), home_(getpid()) {}

void TreeChannel::adopt(ReaperProcess reaper) {
    const std::scoped_lock lock(mutex_);
    reaper_ = std::move(reaper);
}

int TreeChannel::awaited() const {
    const std::scoped_lock lock(mutex_);
    return fd_of(reaper_.socket ? reaper_.socket : reaper_.alive);
}

std::int64_t TreeChannel::descriptors() const {
    const std::scoped_lock lock(mutex_);
    return (reaper_.socket ? 1 : 0) + (reaper_.alive ? 1 : 0) + (reaper_.first ? 1 : 0) + (reaper_.errors ? 1 : 0) +
           (reaper_.limits ? reaper_.limits->descriptors() : 0);
}

std::shared_ptr<LimitGroups> TreeChannel::limit_groups() const {
    const std::scoped_lock lock(mutex_);
    return reaper_.limits;
}

bool TreeChannel::stand_in_for_group(reaper::Ask what, std::uint64_t number) {
    constexpr std::uint64_t kUnknown = UINT64_MAX;  // what the reaper refused may hold in part, or what held before
    {
        const std::scoped_lock lock(mutex_);
        if (standing_in_[what] == number) return number != 0;
    }
    reaper::Report report{};
    const bool holds = ask(what, number, 0, {}, &report).ok() && report.error == 0;
    const std::scoped_lock lock(mutex_);
    standing_in_[what] = holds ? number : kUnknown;
    return holds && number != 0;
}

bool TreeChannel::is_collected() const {
    const std::scoped_lock lock(mutex_);
    return life_ == Life::collected;
}

Ending TreeChannel::ending() const {
    const std::scoped_lock lock(mutex_);
    return reaper_.ending;
}

std::uint32_t TreeChannel::first_process() const {
    const std::scoped_lock lock(mutex_);
    return reaper_.first ? static_cast<std::uint32_t>(reaper_.first_pid) : 0;
}

std::uint32_t TreeChannel::antechamber() const {
    const std::scoped_lock lock(mutex_);
    return reaper_.has_antechamber && life_ == Life::talking ? static_cast<std::uint32_t>(reaper_.pid) : 0;
}

void TreeChannel::keep_until_end(ProcessKey key, std::shared_ptr<void> token) {
    const std::scoped_lock lock(mutex_);
    if (life_ != Life::collected) kept_[key] = std::move(token);
}

void TreeChannel::forget(ProcessKey key) {
    const std::scoped_lock lock(mutex_);
    kept_.erase(key);
}

SpawnOutcome TreeChannel::send_request(const reaper::Request& request, const std::vector<int>& given) {
    const ssize_t sent = send_with_descriptors(fd_of(reaper_.socket), &request, sizeof request, given, MSG_DONTWAIT);
    if (sent == static_cast<ssize_t>(sizeof request)) return {};
    if (errno == EPIPE || errno == ECONNRESET) return gone();
    return failed("sending a request to the reaper", errno);
}

SpawnOutcome TreeChannel::wait(std::unique_lock<std::mutex>& lock, Waiting& waiting) {
    const auto done = [&waiting] { return waiting.done; };
    if (!changed_.wait_for(lock, kMoment, done)) {
        const std::shared_ptr<void> token = stand_in(lock);
        while (!changed_.wait_for(lock, kProdEvery, done)) prod_locked();
    }
    return waiting.answered ? SpawnOutcome{} : gone();
}

SpawnOutcome TreeChannel::ask(reaper::Ask what, ProcessKey key, int signal, const std::vector<int>& given, reaper::Report* report) {
    assert(holds_no_lock());
    std::unique_lock lock(mutex_);
    const std::uint32_t ticket = next_ticket_++;
    Waiting waiting;
    const Place place(*this, ticket, waiting);  // first of all: what has been sent is waited for
    const Moment begun = steady_clock::now();
    for (;;) {
        if (getpid() != home_ || life_ != Life::talking || end_expected_) return gone();
        SpawnOutcome sent = send_request({what, ticket, key, signal, 0}, given);
        if (sent.ok()) break;
        if (sent.system_code != EAGAIN && sent.system_code != ETOOMANYREFS) return sent;
        // Hundreds of requests are waiting unread: come back later, without the lock, so that the reactor can go on.
        changed_.wait_for(lock, std::chrono::milliseconds(2));
        if (steady_clock::now() - begun > kProdEvery) prod_locked();
    }
    if (what == reaper::Ask::terminate) end_expected_ = true;
    SpawnOutcome outcome = wait(lock, waiting);
    *report = waiting.report;
    if (outcome.ok() && report->error == ECANCELED) return gone();
    return outcome;
}

SpawnOutcome TreeChannel::wait_until_ready() {
    std::unique_lock lock(mutex_);
    const auto settled = [this] { return ready_ || life_ == Life::collected; };
    if (reaper_.guard && !changed_.wait_for(lock, kProdEvery, settled)) reaper_.guard->go_on();
    if (!changed_.wait_for(lock, kReadyLimit, settled)) kill_reaper_locked();
    if (!changed_.wait_for(lock, kReadyLimit, settled)) return {SpawnReason::no_reaper, ETIMEDOUT, "the reaper says nothing"};
    if (ready_) {
        reaper_.errors.reset();
        return {};
    }
    if (blind_)
        return {SpawnReason::no_reaper, ESRCH, "the reaper cannot see its processes: /proc is hidden or shows another pid namespace"};
    if (reaper_.errors) return bubblewrap::failure_of(text_of(reaper_.errors));
    if (unmade_ != 0) return failed("making a reaper", unmade_);
    if (!is_one(reaper_.pid) && !over_)
        return {SpawnReason::no_reaper, 0,
                "no reaper came of what the guard of all systems was told: it was killed, or may open no more files"};
    const int status = collected_status_;
    const std::string how =
        WIFSIGNALED(status) ? "by signal " + std::to_string(WTERMSIG(status)) : "with status " + std::to_string(WEXITSTATUS(status));
    return {SpawnReason::no_reaper, 0, "the reaper ended " + how + " before it was ready"};
}

SpawnOutcome TreeChannel::terminate() {
    assert(holds_no_lock());
    reaper::Report report{};
    SpawnOutcome outcome;
    std::unique_lock lock(mutex_);
    if (getpid() != home_) return gone();
    const bool asks = life_ == Life::talking && !end_expected_;
    lock.unlock();
    if (asks) outcome = ask(reaper::Ask::terminate, 0, 0, {}, &report);
    if (!outcome.ok()) abandon();  // the end that cannot be asked for is brought about by letting go
    lock.lock();
    if (SpawnOutcome ended = wait_until_collected(lock); !ended.ok()) return ended;
    if (outcome.ok() && report.error != 0) return failed("killing the last processes", report.error);
    return end_expected_ ? SpawnOutcome{} : gone();
}

SpawnOutcome TreeChannel::wait_until_collected(std::unique_lock<std::mutex>& lock) {
    const auto collected = [this] { return life_ == Life::collected; };
    if (changed_.wait_for(lock, kMoment, collected)) return {};
    const std::shared_ptr<void> token = stand_in(lock);
    const auto limit = steady_clock::now() + kEndLimit;
    while (!changed_.wait_for(lock, kProdEvery, collected)) {
        if (steady_clock::now() > limit) return failed("waiting for the end of the last processes", ETIMEDOUT);
        prod_locked();
    }
    return {};
}

// Without the lock: what it calls takes locks of its own, and letting go of the listener may end this tree.
std::shared_ptr<void> TreeChannel::stand_in(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    std::shared_ptr<void> token;
    if (const std::shared_ptr<TreeListener> listener = listener_.lock()) token = listener->stand_in();
    lock.lock();
    return token;
}

// Asks whether the reaper runs; kills it when it has not answered that for kSilence.
void TreeChannel::prod_locked() {
    if (life_ != Life::talking) return;
    if (reaper_.guard) reaper_.guard->go_on();
    if (!prodded_) {
        prodded_ = steady_clock::now();
        insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 0, 0}, {}); });  // one that cannot be sent gets no answer either
    } else if (steady_clock::now() - *prodded_ > kSilence) {
        kill_reaper_locked();
    }
}

bool TreeChannel::press() {
    const std::scoped_lock lock(mutex_);
    if (!let_go_ || life_ == Life::collected) return false;
    if (reaper_.guard) reaper_.guard->go_on();
    if (steady_clock::now() - *let_go_ > kPressLimit) kill_reaper_locked();
    return true;
}

void TreeChannel::abandon() {
    const std::scoped_lock lock(mutex_);
    if (getpid() != home_ || life_ != Life::talking) return;
    end_expected_ = true;
    let_go_ = steady_clock::now();
    // Not close(): a fork of this process may hold a duplicate, and what the reaper still reports is to be read.
    if (reaper_.socket) ::shutdown(fd_of(reaper_.socket), SHUT_WR);
}

void TreeChannel::kill_reaper() {
    const std::scoped_lock lock(mutex_);
    kill_reaper_locked();
}

// The guard may have been stopped as well, and has to go on to end what is left.
void TreeChannel::kill_reaper_locked() {
    if (reaper_.first) {
        kill_process(fd_of(reaper_.first));  // and the kernel everybody inside with it
        return;
    }
    if (reaper_.guard) {
        reaper_.guard->go_on();
        if (reaper_.alive) kill_process(fd_of(reaper_.alive));
        else if (reaper_.socket) ::shutdown(fd_of(reaper_.socket), SHUT_WR);  // it has not said a word: the guard kills it in the end
        return;
    }
    if (!is_one(reaper_.pid)) return;
    // The guard has not been collected yet, so neither number can mean another process.
    if (life_ == Life::talking) kill(is_one(inner_pid_) ? inner_pid_ : reaper_.pid, SIGKILL);
    if (life_ != Life::collected) kill(reaper_.pid, SIGCONT);
}

bool TreeChannel::receive() {
    reaper::Report report{};
    given_.clear();
    insist([this] { given_.reserve(kMostGiven); });  // what has been received cannot be received again
    const ssize_t got = receive_with_descriptors<kMostGiven>(fd_of(reaper_.socket), &report, sizeof report, &given_, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == ENOMEM || errno == ENOBUFS)) return false;
    if (got < 0 && errno == ECONNRESET) return true;  // once, when a request was not read any more; what had been said before comes then
    for (const int one : given_) {
        const std::scoped_lock lock(mutex_);
        reaper_.alive = UniqueFd(one);
    }
    if (got != static_cast<ssize_t>(sizeof report)) {
        hang_up();
        return false;
    }
    deliver(report);
    return true;
}

// Once a program is outside, its children are.
void TreeChannel::note_ending(const reaper::Report& report) {
    if (report.status == 0 || reaper_.ending.means != EndingMeans::control_group) return;
    const char* const step = report.say == reaper::Say::ready ? "making a control group that the kernel ends (Linux 5.14)"
                                                              : "putting a program into its control group";
    reaper_.ending = insist([&] { return Ending{EndingMeans::walk, report.status, failed(step, report.status).text}; });
}

void TreeChannel::deliver(const reaper::Report& report) {
    if (report.say == reaper::Say::ended) {
        ProcessEnd end;
        end.signal = WIFSIGNALED(report.status) ? WTERMSIG(report.status) : 0;
        end.exit_code = static_cast<std::uint32_t>(end.signal != 0 ? 128 + end.signal : WEXITSTATUS(report.status));
        end.user_100ns = report.user_100ns;
        end.kernel_100ns = report.kernel_100ns;
        end.peak_working_set_bytes = report.peak_bytes;
        forget(report.key);
        if (const std::shared_ptr<TreeListener> listener = listener_.lock()) listener->process_ended(report.key, end);
        return;
    }
    const std::scoped_lock lock(mutex_);
    prodded_.reset();
    if (report.say == reaper::Say::ran_out) {
        ran_out_ = true;
        return;
    }
    if (report.say == reaper::Say::over) {
        collected_status_ = report.status;
        unmade_ = report.error;
        over_ = true;
        return;
    }
    note_ending(report);
    if (report.say == reaper::Say::ready) {
        ready_ = report.error == 0;
        blind_ = !ready_;
        inner_pid_ = report.pid;
    } else if (const auto found = waiting_.find(report.ticket); found != waiting_.end()) {
        found->second->report = report;
        found->second->answered = true;
        found->second->done = true;
    }
    changed_.notify_all();
}

void TreeChannel::hang_up() {
    const std::scoped_lock lock(mutex_);
    life_ = Life::collecting;
    reaper_.socket.reset();
    for (const auto& [ticket, waiting] : waiting_) waiting->done = true;
    changed_.notify_all();
}

// The guard is this process's child, but somebody else's waitpid(-1) may have had its status: then the wait answers ECHILD.
int TreeChannel::status_of_guard() {
    siginfo_t about{};
    int status = 0;
    const auto ended = [&] { return waitid(P_PIDFD, static_cast<id_t>(reaper_.alive.get()), &about, WEXITED); };
    if (reaper_.alive && uninterrupted(ended) == 0) {
        status = about.si_code == CLD_EXITED ? about.si_status << 8 : about.si_status;
    } else if (!reaper_.alive || errno == EINVAL) {
        uninterrupted([&] { return waitpid(reaper_.pid, &status, 0); });
    }
    return status;
}

void TreeChannel::collect() {
    std::shared_ptr<GuardProcess> guard;
    {
        const std::scoped_lock lock(mutex_);
        guard = std::move(reaper_.guard);
    }
    const int status = guard ? collected_status_ : status_of_guard();
    guard.reset();  // and the process with its last tree
    if (!reaper_.group.empty()) end_group_of_killed(reaper_.group);
    if (reaper_.first) end_enclosed();
    if (reaper_.limits) reaper_.limits->end();
    const char* why = nullptr;  // of a tree that is lost
    {
        const std::scoped_lock lock(mutex_);
        if (ready_ && !end_expected_)
            why = ran_out_ ? "these processes took more memory than they may have" : "the reaper of these processes was killed";
    }
    if (why)
        if (const std::shared_ptr<TreeListener> listener = listener_.lock())
            listener->tree_lost(insist([why] { return SpawnOutcome{SpawnReason::tree_gone, 0, why}; }));
    const std::scoped_lock lock(mutex_);
    collected_status_ = status;
    reaper_.alive.reset();
    reaper_.first.reset();
    reaper_.image.reset();
    reaper_.limits.reset();
    life_ = Life::collected;
    kept_.clear();
    changed_.notify_all();
}

// The engine may have been killed by somebody before the first process inside has ended.
void TreeChannel::end_enclosed() {
    constexpr int kLimitMs = 5'000;
    kill_process(fd_of(reaper_.first));
    (void)becomes_readable(fd_of(reaper_.first), kLimitMs);
}

bool TreeChannel::advance() {
    if (reaper_.socket) {
        while (receive()) {
        }
        if (reaper_.socket || reaper_.alive) return false;
    }
    collect();
    return true;
}

}  // namespace hcsffi
