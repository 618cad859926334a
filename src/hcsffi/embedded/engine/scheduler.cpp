#include "engine/scheduler.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "ground/insist.h"
#include "ground/room.h"

namespace hcsffi {

namespace {

using Ticks = std::chrono::duration<int64_t, std::ratio<1, 10'000'000>>;

// Which scheduler the calling thread works for; a thread belongs to at most one.
thread_local const Scheduler* t_employer = nullptr;

// Order is random within this span when completions are reordered and no delay was asked for (chosen: long enough to overtake, short
// enough for a test of thousands).
constexpr uint64_t kReorderSpanUs = 200;

uint64_t monotonic_us() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

}  // namespace

void Scheduler::configure(const Pace& pace) {
    const bool shrinks = [&] {
        Lock<Rank::kScheduler> lock(mutex_);
        if (pace.manual_clock) manual_now_100ns_ = now_locked();
        pace_ = pace;
        random_.seed(pace.seed);
        inline_.store(pace.workers == 0, std::memory_order_relaxed);
        reorder_.store(pace.reorder, std::memory_order_relaxed);
        delays_.store(pace.reorder || pace.delay_min_us > 0 || pace.delay_max_us > 0, std::memory_order_relaxed);
        return workers_.size() > pace.workers;
    }();
    if (shrinks) stop();
    Lock<Rank::kScheduler> lock(mutex_);
    if (!ready_.empty() || !delayed_.empty() || left_.load() > 0) start_workers(lock, std::max(pace_.workers, 1u));
    wake_.notify_all();
}

uint64_t Scheduler::now_locked() const {
    if (pace_.manual_clock) return manual_now_100ns_;
    return static_cast<uint64_t>(std::chrono::duration_cast<Ticks>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

uint64_t Scheduler::now_100ns() const {
    Lock<Rank::kScheduler> lock(mutex_);
    return now_locked();
}

uint64_t Scheduler::threads() const {
    Lock<Rank::kScheduler> lock(mutex_);
    return workers_.size();
}

bool Scheduler::on_worker() const { return t_employer == this; }

uint64_t Scheduler::draw_delay_us() {
    if (!delays_.load(std::memory_order_relaxed)) return 0;
    Lock<Rank::kScheduler> lock(mutex_);
    uint64_t least = pace_.delay_min_us;
    uint64_t most = std::max(pace_.delay_max_us, least);
    if (most == 0 && pace_.reorder && pace_.workers > 0) most = kReorderSpanUs;
    if (most == 0) return 0;
    return std::uniform_int_distribution<uint64_t>(least, most)(random_);
}

void Scheduler::put(Task task, uint64_t delay_us) {
    Lock<Rank::kScheduler> lock(mutex_);
    if (delay_us > 0) {
        make_room(delayed_);
        delayed_.push_back({now_locked() + delay_us * 10, order_++, std::move(task)});
        std::push_heap(delayed_.begin(), delayed_.end());
        if (!advancing_runs_it()) {
            start_workers(lock, std::max(pace_.workers, 1u));
            wake_.notify_one();
        }
        return;
    }
    enqueue(lock, std::move(task));
}

void Scheduler::enqueue(Lock<Rank::kScheduler>& lock, Task&& task) {
    const bool first = ready_.empty();  // else somebody was woken for the others, gathers, or is at work
    ready_.push_back(std::move(task));
    start_workers(lock, std::max(pace_.workers, 1u));
    const bool is_at_work = workers_.size() > idle_ + standing_by_;
    if (first && idle_ > 0 && !gathers_ && !(watching_ && is_at_work)) {
        lock.unlock();  // the woken worker takes this lock first
        wake_.notify_one();
    }
}

void Scheduler::start_workers(Lock<Rank::kScheduler>& lock, uint32_t wanted) {
    (void)lock;
    if (stopping_.load(std::memory_order_relaxed)) return;
    try {
        while (workers_.size() < wanted + standing_by_) workers_.emplace_back([this] { work(); });
    } catch (const std::exception&) {
        // No thread, or no memory for one. Fewer do the same work. That there is one at all is what staff() makes sure of before
        // anything is accepted.
    }
    staffed_.store(!workers_.empty(), std::memory_order_relaxed);
}

bool Scheduler::staff() {
    if (staffed_.load(std::memory_order_relaxed)) return true;
    if (inline_.load(std::memory_order_relaxed) && !delays_.load(std::memory_order_relaxed)) return true;
    Lock<Rank::kScheduler> lock(mutex_);
    start_workers(lock, std::max(pace_.workers, 1u));
    return stopping_.load(std::memory_order_relaxed) || !workers_.empty();
}

bool Scheduler::advancing_runs_it() const { return pace_.workers == 0 && pace_.manual_clock; }

void Scheduler::promote_due(std::deque<Task>& into) {
    if (delayed_.empty()) return;
    const uint64_t now = now_locked();
    while (!delayed_.empty() && delayed_.front().due_100ns <= now) {
        std::pop_heap(delayed_.begin(), delayed_.end());
        insist([&] { into.push_back(std::move(delayed_.back().task)); });
        delayed_.pop_back();
    }
}

void Scheduler::wake_another() {
    if (left_.load(std::memory_order_relaxed) > 1 && idle_ > 0 && !watching_) wake_.notify_one();
}

void Scheduler::take_batch(Look& look) {
    Lock<Rank::kScheduler> lock(mutex_);
    if (!advancing_runs_it()) promote_due(ready_);
    const size_t tasks = ready_.size();
    if (!gathers_ && (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);
    if (tasks > 0) ++batches_;
    look.batches = batches_;
    if (batch_.empty()) batch_.swap(ready_);
    for (; !ready_.empty(); ready_.pop_front()) insist([this] { batch_.push_back(std::move(ready_.front())); });
    if (pace_.reorder && batch_.size() > 1) {
        const size_t chosen = std::uniform_int_distribution<size_t>(0, batch_.size() - 1)(random_);
        std::swap(batch_.front(), batch_[chosen]);
    }
    left_.store(batch_.size(), std::memory_order_relaxed);
    wake_another();
}

Task Scheduler::take(Look& look) {
    Lock<Rank::kBatch> taking(batch_mutex_);
    if (batch_.empty() || reorder_.load(std::memory_order_relaxed)) take_batch(look);
    if (batch_.empty()) return {};
    Task task = std::move(batch_.front());
    batch_.pop_front();
    left_.store(batch_.size(), std::memory_order_relaxed);
    taken_.fetch_add(1, std::memory_order_relaxed);
    ++look.taken;
    return task;
}

void Scheduler::work() {
    t_employer = this;
    Look look;
    while (!stopping_.load(std::memory_order_relaxed)) {
        Task task = take(look);
        if (task) task.run();
        else await_work(look);
        assert(holds_no_lock());
    }
}

void Scheduler::await_work(Look& look) {
    Lock<Rank::kScheduler> lock(mutex_);
    if (stopping_.load(std::memory_order_relaxed) || !ready_.empty() || batches_ != look.batches) return;
    if (const uint64_t sleep_us = gathers_ ? 0 : gathering_.sleep_us(); sleep_us > 0) {
        gathers_ = true;
        lock.unlock();
        std::this_thread::sleep_for(std::chrono::microseconds(sleep_us));
        lock.lock();
        assert(lock.owns_lock());
        gathers_ = false;
        return;
    }
    const uint64_t by_others = taken_.load(std::memory_order_relaxed) - look.taken;
    const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 < workers_.size();
    const bool watches = others_work && !watching_;
    watching_ = watching_ || watches;
    ++idle_;
    wait_for_post(lock, watches);
    --idle_;
    if (watches) watching_ = false;
    // What was posted meanwhile was left to who watched, and that one takes what is left of the batch first.
    if (watches && left_.load(std::memory_order_relaxed) > 0 && !ready_.empty()) wake_.notify_one();
    wake_another();
}

void Scheduler::wait_for_post(Lock<Rank::kScheduler>& lock, bool watches) {
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> until;
    if (!delayed_.empty() && !pace_.manual_clock) until = Clock::time_point(Ticks(static_cast<int64_t>(delayed_.front().due_100ns)));
    if (watches) until = std::min(until.value_or(Clock::time_point::max()), Clock::now() + kWatch);
    if (until) wake_.wait_until(lock, *until);
    else wake_.wait(lock);
}

// What is due has run when this returns, so no worker, which callbacks from elsewhere may have started, gets any of it.
void Scheduler::run_due_inline() {
    while (true) {
        std::deque<Task> due;
        {
            Lock<Rank::kScheduler> lock(mutex_);
            promote_due(due);
            if (pace_.reorder) std::shuffle(due.begin(), due.end(), random_);
        }
        if (due.empty()) break;
        for (Task& task : due) {
            task.run();
            assert(holds_no_lock());
        }
    }
    Look look;
    while (Task task = take(look)) {
        task.run();
        assert(holds_no_lock());
    }
}

bool Scheduler::advance(uint64_t elapsed_100ns) {
    Lock<Rank::kScheduler> lock(mutex_);
    if (!pace_.manual_clock) return false;
    manual_now_100ns_ += elapsed_100ns;
    if (pace_.workers == 0) {
        lock.unlock();
        run_due_inline();
    } else {
        start_workers(lock, pace_.workers);
        wake_.notify_all();
    }
    return true;
}

void Scheduler::clear() {
    std::deque<Task> ready, batch;  // dropped after the locks
    std::vector<Delayed> delayed;
    {
        Lock<Rank::kBatch> taking(batch_mutex_);
        Lock<Rank::kScheduler> lock(mutex_);
        ready.swap(ready_);
        batch.swap(batch_);
        left_.store(0, std::memory_order_relaxed);
        delayed.swap(delayed_);
    }
}

void Scheduler::clear_delayed() {
    std::vector<Delayed> delayed;  // dropped after the lock
    Lock<Rank::kScheduler> lock(mutex_);
    delayed.swap(delayed_);
}

void Scheduler::stop() {
    std::vector<std::thread> ending;
    {
        Lock<Rank::kScheduler> lock(mutex_);
        stopping_.store(true, std::memory_order_relaxed);
        ending.swap(workers_);
        staffed_.store(false, std::memory_order_relaxed);
        wake_.notify_all();
    }
    for (std::thread& worker : ending) worker.join();
    Lock<Rank::kScheduler> lock(mutex_);
    stopping_.store(false, std::memory_order_relaxed);
}

Scheduler::Standby::Standby(Scheduler& scheduler) : scheduler_(scheduler.on_worker() ? &scheduler : nullptr) {
    if (scheduler_ == nullptr) return;
    Lock<Rank::kScheduler> lock(scheduler_->mutex_);
    ++scheduler_->standing_by_;
    scheduler_->start_workers(lock, std::max(scheduler_->pace_.workers, 1u));
}

Scheduler::Standby::~Standby() {
    if (scheduler_ == nullptr) return;
    // The substitute stays: a surplus idle worker costs a sleeping thread, ending it would cost a join.
    Lock<Rank::kScheduler> lock(scheduler_->mutex_);
    assert(scheduler_->standing_by_ > 0);
    --scheduler_->standing_by_;
}

}  // namespace hcsffi
