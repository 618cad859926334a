#include "engine/operation.h"

#include <cassert>
#include <chrono>
#include <utility>

namespace hcsffi {

HRESULT Operation::begin(Errand errand, uint64_t* run) {
    const bool completions_are_events = errand.subscription && errand.subscription->takes_completions();
    std::shared_ptr<Informant> former;  // dropped after the lock
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (state_ == State::kRunning || in_callback_) return kOperationAlreadyStarted;
    if (completions_are_events && callback_ != nullptr) return kCallbackAlreadySet;
    assert(!errand_.dropped);  // the former run has undone what it had to, or let go of it
    former = std::move(errand_.informs_of);
    errand_ = std::move(errand);
    outcome_ = {};
    state_ = State::kRunning;
    work_begun_ = false;
    cancel_asked_ = false;
    *run = ++run_;
    return kOk;
}

void Operation::refuse(uint64_t run, Outcome outcome) {
    std::function<void()> dropped;
    {
        Lock<Rank::kOperation> lock(own_lock().mutex);
        if (run != run_ || state_ != State::kRunning) return;
        assert(!work_begun_);  // who refuses has not posted the work
        state_ = State::kRefused;
        outcome_ = std::move(outcome);
        dropped = std::exchange(errand_.dropped, nullptr);
        if (watchers_ > 0) own_lock().changed.notify_all();
    }
    if (dropped) dropped();
}

bool Operation::work_begins(uint64_t run) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (run != run_ || state_ != State::kRunning || work_begun_) return false;
    work_begun_ = true;
    return true;
}

void Operation::complete(uint64_t run, Outcome outcome) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (run != run_ || state_ != State::kRunning) return;
    finish(lock, std::move(outcome));
}

// Entered with the lock, left without it: stores the outcome, then tells the client.
void Operation::finish(Lock<Rank::kOperation>& lock, Outcome outcome) {
    assert(state_ == State::kRunning);
    assert(outcome_.code == kOk && !outcome_.document);  // begin() emptied it, and nobody has answered since
    state_ = State::kDone;
    outcome_ = std::move(outcome);
    const std::function<void()> dropped = work_begun_ ? nullptr : std::exchange(errand_.dropped, nullptr);
    errand_.dropped = nullptr;
    const std::shared_ptr<Subscription> subscription = std::move(errand_.subscription);
    if (watchers_ > 0) own_lock().changed.notify_all();
    if (closed_ || (callback_ == nullptr && event_callback_ == nullptr)) {
        const bool tell = !closed_ && subscription != nullptr;
        lock.unlock();
        if (dropped) dropped();
        if (tell) subscription->notify_completion(shared_from_this());
        return;
    }
    assert(!in_callback_);
    in_callback_ = true;
    callback_thread_ = std::this_thread::get_id();
    const HCS_OPERATION_COMPLETION callback = callback_;
    const HCS_EVENT_CALLBACK event_callback = event_callback_;
    void* const context = context_;
    lock.unlock();
    if (dropped) dropped();
    assert(holds_no_lock());
    if (callback != nullptr) {
        callback(handle_, context);
    } else {
        HCS_EVENT event{HcsEventOperationCallback, nullptr, handle_};
        event_callback(&event, context);
    }
    lock.lock();
    assert(lock.owns_lock() && in_callback_ && state_ == State::kDone);  // begin() refuses while the callback runs
    in_callback_ = false;
    scheduler_.awaited().returned(this);
    if (watchers_ > 0) own_lock().changed.notify_all();
}

void Operation::abort(Outcome outcome) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (state_ == State::kRunning) finish(lock, std::move(outcome));
}

HRESULT Operation::cancel(Outcome outcome) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (state_ == State::kIdle || state_ == State::kRefused) return kOperationNotStarted;
    if (std::exchange(cancel_asked_, true)) return kOperationAlreadyCancelled;
    // Work that is being carried out ends as it would have; a finished run stays as it is (chosen: too late is no error).
    if (state_ == State::kRunning && !work_begun_) finish(lock, std::move(outcome));
    return kOk;
}

bool Operation::close() {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    closed_ = true;
    callback_ = nullptr;
    event_callback_ = nullptr;
    if (in_callback_ && callback_thread_ == std::this_thread::get_id()) return false;
    if (in_callback_) {
        const Awaited::Wait wait(scheduler_.awaited(), callback_thread_, this);
        if (!wait) return false;
        Scheduler::Standby standby(scheduler_);
        ++watchers_;
        own_lock().changed.wait(lock, [this] { return !in_callback_; });
        --watchers_;
    }
    return true;
}

Outcome Operation::result_locked() const {
    if (state_ == State::kIdle) return {kOperationNotStarted, nullptr};
    if (state_ == State::kRunning) return {kOperationPending, nullptr};
    return outcome_;
}

Outcome Operation::result() {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return result_locked();
}

Outcome Operation::wait(DWORD timeout_ms) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (state_ != State::kRunning) return result_locked();
    const uint64_t run = run_;
    const auto over = [this, run] { return run_ != run || state_ != State::kRunning; };
    ++watchers_;
    const bool ended = scheduler_.wait(lock, own_lock().changed, timeout_ms, over);
    --watchers_;
    return ended ? result_locked() : Outcome{kOperationTimeout, nullptr};
}

std::shared_ptr<Informant> Operation::informs_of() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return errand_.informs_of;
}

void* Operation::context() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return context_;
}

void Operation::set_context(void* context) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    context_ = context;
}

HRESULT Operation::set_callback(void* context, HCS_OPERATION_COMPLETION callback) {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    if (state_ == State::kRunning) return kOperationAlreadyStarted;  // chosen; Windows only says: before the operation is started
    context_ = context;
    callback_ = callback;
    return kOk;
}

HCS_OPERATION_TYPE Operation::type() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return errand_.type;
}

HCS_SYSTEM Operation::system() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return errand_.system;
}

HCS_PROCESS Operation::process() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return errand_.process;
}

bool Operation::running() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return state_ == State::kRunning;
}

bool Operation::is_closed() const {
    Lock<Rank::kOperation> lock(own_lock().mutex);
    return closed_;
}

}  // namespace hcsffi
