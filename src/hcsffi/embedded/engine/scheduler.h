/* Who carries out what was accepted, and when.
 *
 * Accepted requests and event deliveries are tasks. Tasks without a delay stand in one queue; delayed ones wait in
 * a heap until the clock has come so far. The clock is the steady clock, or a number that only hcsffi_advance_clock moves.
 *
 * With `Workers` 0 a task without a delay runs at once on the stack of whoever posts it. Delayed ones then run on one worker that is
 * started for them, or, with the manual clock, on the stack of whoever advances it. Work noticed by a thread that must not run a client's
 * code (post_elsewhere) runs on that one worker too.
 *
 * A worker that blocks in a wait of the client's callback would starve the rest; Standby starts a substitute meanwhile.
 *
 * Hand-over. A post wakes a worker only when the queue was empty, nobody gathers (gathering.h), and no worker is at work beside one that
 * watches. A worker takes the whole queue as the batch, from which all of them take one task at a time; a post meets none of them
 * meanwhile. No task of the batch waits behind one that takes long, or that waits for it: who finds more than one task wakes another
 * worker, unless one of them watches. The watcher looks again every kWatch, for as long as others are at work; there is one at most, and a
 * worker that has just run out of tasks becomes it. So what is posted beside a task that takes long waits for kWatch at most.
 */
#pragma once

#include <atomic>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "engine/awaited.h"
#include "engine/gathering.h"
#include "engine/operation_lock.h"
#include "ground/hresult.h"
#include "ground/lock_order.h"
#include "ground/recycled.h"

namespace hcsffi {

// A move-only piece of work. It must not throw.
class Task {
  public:
    Task() = default;
    template <class Body>
    explicit Task(Body body) : body_(std::make_unique<Held<Body>>(std::move(body))) {}
    void run() {
        assert(holds_no_lock());  // what somebody else wrote may take any
        body_->run();
    }
    explicit operator bool() const { return body_ != nullptr; }

  private:
    struct Erased {
        virtual ~Erased() = default;
        virtual void run() = 0;
    };
    template <class Body>
    struct Held final : Erased {
        explicit Held(Body body) : body_(std::move(body)) {}
        static void* operator new(size_t size) { return take_recycled(size); }
        static void operator delete(void* block, size_t size) { give_recycled(block, size); }
        void run() override { body_(); }
        Body body_;
    };
    std::unique_ptr<Erased> body_;
};

struct Pace {
    uint32_t workers = 2;  // two: one may be inside a client's callback while the other completes what that callback waits for
    bool manual_clock = false;
    bool reorder = false;
    uint64_t seed = 0;
    uint64_t delay_min_us = 0;
    uint64_t delay_max_us = 0;
};

class Scheduler {
  public:
    ~Scheduler() { stop(); }

    // threads: any but a worker. blocks: until surplus workers have ended. Queued tasks stay queued.
    void configure(const Pace& pace);
    // threads: any but a worker of another host. Before work is accepted: false when no thread can be had to do it.
    bool staff();
    // threads: any, no lock of the host held. `work` must not throw, and may have run when this returns. Does not fail where no thread can
    // be had: it then waits for the next one that can, so what may be refused asks staff() first. errors: std::bad_alloc, and nothing was
    // posted: what cannot be refused any more insists (ground/insist.h).
    template <class Work>
    void post(Work work, uint64_t delay_us = 0) {
        assert(holds_no_lock());
        if (delay_us == 0 && inline_.load(std::memory_order_relaxed)) return work();
        put(Task(std::move(work)), delay_us);
    }
    // As post, but never on the caller's stack: locks that come before the scheduler's may be held.
    template <class Work>
    void post_elsewhere(Work work) {
        put(Task(std::move(work)), 0);
    }
    // The delay the next request gets: seeded, between DelayMinUs and DelayMaxUs.
    uint64_t draw_delay_us();
    // threads: any but a worker. Moves the manual clock; with Workers 0 what became due runs before this returns. errors: false when
    // the clock is not manual.
    bool advance(uint64_t elapsed_100ns);
    // Drops every queued and delayed task without running it.
    void clear();
    // Drops delayed tasks alone: requests are delayed, what clients are told never is.
    void clear_delayed();
    // threads: any but a worker. blocks: until the workers have ended their present task. A later post starts them again.
    void stop();

    // 100 ns since some fixed moment, by the steady or the manual clock.
    uint64_t now_100ns() const;
    uint64_t threads() const;
    bool on_worker() const;
    // Of all callbacks, those on workers and others.
    Awaited& awaited() { return awaited_; }
    OperationLock& operation_lock(uint64_t operation) { return operation_locks_.of(operation); }

    // While it lives, the calling thread does not count as a worker that makes progress.
    class Standby {
      public:
        explicit Standby(Scheduler& scheduler);
        ~Standby();
        Standby(const Standby&) = delete;
        Standby& operator=(const Standby&) = delete;

      private:
        Scheduler* scheduler_;
    };

    // threads: any; a worker stands by meanwhile. blocks: `timeout_ms`, kInfinite for ever, with `lock` given up, until `over` holds,
    // which it asks whenever `changed` is notified. Whether it holds.
    template <class Over>
    bool wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed, DWORD timeout_ms, const Over& over) {
        const bool held = over();
        if (held || timeout_ms == 0) return held;
        Standby standby(*this);
        if (timeout_ms != kInfinite) return changed.wait_for(lock, std::chrono::milliseconds(timeout_ms), over);
        changed.wait(lock, over);
        return true;
    }

  private:
    struct Delayed {
        uint64_t due_100ns;
        uint64_t order;  // first in, first out among equals
        Task task;
        bool operator<(const Delayed& other) const {
            return due_100ns != other.due_100ns ? due_100ns > other.due_100ns : order > other.order;
        }
    };

    static constexpr auto kWatch = std::chrono::milliseconds(1);

    // What a worker remembers of its last look.
    struct Look {
        uint64_t batches = 0;        // how many had been taken
        uint64_t taken = 0;          // how many tasks by this worker
        uint64_t taken_by_others = 0;
    };

    void work();
    // The next task; empty when there is none.
    Task take(Look& look);
    // Makes what was posted part of the batch; with batch_mutex_ held.
    void take_batch(Look& look);
    // blocks: until there may be something to take.
    void await_work(Look& look);
    void wait_for_post(Lock<Rank::kScheduler>& lock, bool watches);
    void wake_another();
    void put(Task task, uint64_t delay_us);
    void enqueue(Lock<Rank::kScheduler>& lock, Task&& task);
    void start_workers(Lock<Rank::kScheduler>& lock, uint32_t wanted);
    void promote_due(std::deque<Task>& into);
    bool advancing_runs_it() const;  // what is delayed, and nobody else
    uint64_t now_locked() const;
    void run_due_inline();

    Awaited awaited_;
    OperationLocks operation_locks_;
    std::atomic<bool> inline_{false};  // whether posts run on their caller's stack
    std::atomic<bool> staffed_{false};  // whether there is a worker
    std::atomic<bool> delays_{false};  // whether draw_delay_us has anything to draw
    std::atomic<bool> reorder_{false};  // as pace_ says
    std::atomic<bool> stopping_{false};  // written under mutex_
    std::atomic<size_t> left_{0};       // how long the batch is; written under batch_mutex_, as is the next
    std::atomic<uint64_t> taken_{0};    // how many tasks all workers have taken
    mutable OrderedMutex<Rank::kBatch> batch_mutex_;
    std::deque<Task> batch_;            // guarded by batch_mutex_
    mutable OrderedMutex<Rank::kScheduler> mutex_;
    std::condition_variable wake_;
    Pace pace_;                         // guarded by mutex_, as all below
    std::mt19937_64 random_;
    std::deque<Task> ready_;
    uint64_t batches_ = 0;
    std::vector<Delayed> delayed_;      // a heap, the earliest first
    std::vector<std::thread> workers_;
    uint64_t order_ = 0;
    uint64_t manual_now_100ns_ = 0;
    uint32_t idle_ = 0;
    Gathering gathering_;
    bool gathers_ = false;              // one worker at most sleeps for more
    uint32_t standing_by_ = 0;
    bool watching_ = false;
};

}  // namespace hcsffi
