#include "engine/event.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "ground/insist.h"

namespace hcsffi {

namespace {

constexpr uint32_t kKnownOptions =
    HcsEventOptionEnableOperationCallbacks | HcsEventOptionEnableVmLifecycle | HcsEventOptionEnableLiveMigrationEvents;

// Completions kept for a registration that may never come (chosen: more than a client leaves unread before it registers).
constexpr size_t kMostKept = 64;

}  // namespace

void EventLine::stand_in(std::shared_ptr<Subscription> next) {
    if (append(next)) insist([this] { scheduler_.post([self = shared_from_this()] { self->serve(); }); });
}

void EventLine::stand_in_elsewhere(std::shared_ptr<Subscription> next) {
    if (append(next)) insist([this] { scheduler_.post_elsewhere([self = shared_from_this()] { self->serve(); }); });
}

bool EventLine::append(const std::shared_ptr<Subscription>& next) {
    Lock<Rank::kEventLine> lock(mutex_);
    insist([&] { waiting_.push_back(next); });
    return !std::exchange(serving_, true);
}

void EventLine::serve() {
    Lock<Rank::kEventLine> lock(mutex_);
    assert(serving_);  // append() let one in
    while (!waiting_.empty()) {
        std::shared_ptr<Subscription> next = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        std::exchange(next, nullptr)->deliver_next();  // dropped without the lock
        lock.lock();
        assert(lock.owns_lock());
    }
    serving_ = false;
}

HRESULT Subscription::set(uint32_t options, void* context, HCS_EVENT_CALLBACK callback) {
    if ((options & ~kKnownOptions) != 0) return kInvalidArgument;  // chosen: a bit this build does not know is refused, not ignored
    Lock<Rank::kSubscription> lock(mutex_);
    if (callback == nullptr) {
        if (options != 0) return kInvalidArgument;
        callback_ = nullptr;
        context_ = nullptr;
        takes_completions_.store(false, std::memory_order_release);
        for (Event& event : queue_) {
            if (event.type != HcsEventSystemExited && event.type != HcsEventProcessExited) continue;
            add(kept_, std::move(event));
        }
        queue_.clear();
        drain(lock);
        return kOk;
    }
    if (callback_ != nullptr) return kCallbackAlreadySet;
    callback_ = callback;
    context_ = context;
    options_ = options;
    takes_completions_.store((options & HcsEventOptionEnableOperationCallbacks) != 0, std::memory_order_release);
    std::list<Event> kept;
    kept.swap(kept_);
    for (Event& event : kept) {
        if (event.type == HcsEventOperationCallback && (options & HcsEventOptionEnableOperationCallbacks) == 0) continue;
        add(queue_, std::move(event));
    }
    const size_t told = queue_.size();
    lock.unlock();
    for (size_t at = 0; at < told; ++at) line_->stand_in(shared_from_this());
    return kOk;
}

void Subscription::add(std::list<Event>& events, Event event) {
    insist([&] { events.push_back(std::move(event)); });
}

void Subscription::notify(HCS_EVENT_TYPE type, Text data) {
    {
        Lock<Rank::kSubscription> lock(mutex_);
        if (callback_ == nullptr) return;
        add(queue_, {type, std::move(data), {}});
    }
    line_->stand_in(shared_from_this());
}

bool Subscription::take_exit(HCS_EVENT_TYPE type, Text data) {
    Lock<Rank::kSubscription> lock(mutex_);
    return !closed_ && !std::exchange(exit_told_, true) && tell_or_keep({type, std::move(data), {}});
}

void Subscription::notify_exit(HCS_EVENT_TYPE type, Text data) {
    if (take_exit(type, std::move(data))) line_->stand_in(shared_from_this());
}

void Subscription::notify_exit_elsewhere(HCS_EVENT_TYPE type, Text data) {
    if (take_exit(type, std::move(data))) line_->stand_in_elsewhere(shared_from_this());
}

void Subscription::notify_disconnect() {
    {
        Lock<Rank::kSubscription> lock(mutex_);
        if (closed_ || std::exchange(disconnect_told_, true) || !tell_or_keep({HcsEventServiceDisconnect, nullptr, {}})) return;
    }
    line_->stand_in(shared_from_this());
}

bool Subscription::tell_or_keep(Event event) {
    add(callback_ == nullptr ? kept_ : queue_, std::move(event));
    return callback_ != nullptr;
}

void Subscription::notify_completion(const std::shared_ptr<Completion>& operation) {
    {
        Lock<Rank::kSubscription> lock(mutex_);
        if (closed_) return;
        Event event{HcsEventOperationCallback, nullptr, operation};
        if (callback_ == nullptr) return keep(std::move(event));
        if ((options_ & HcsEventOptionEnableOperationCallbacks) == 0) return;
        add(queue_, std::move(event));
    }
    line_->stand_in(shared_from_this());
}

void Subscription::notify_now(HCS_EVENT_TYPE type) {
    {
        Lock<Rank::kSubscription> lock(mutex_);
        if (callback_ == nullptr || is_callback_here()) return;
    }
    std::thread([this, type, waiter = std::this_thread::get_id()] {
        const Awaited::Wait wait(line_->scheduler().awaited(), waiter, std::this_thread::get_id(), &waiter);
        Lock<Rank::kSubscription> lock(mutex_);
        if (drain(lock) && callback_ != nullptr) deliver(lock, {type, nullptr, {}});
    }).join();
}

void Subscription::keep(Event event) {
    if (kept_.size() >= kMostKept) {
        const auto oldest =
            std::find_if(kept_.begin(), kept_.end(), [](const Event& each) { return each.type == HcsEventOperationCallback; });
        if (oldest != kept_.end()) kept_.erase(oldest);
    }
    add(kept_, std::move(event));
}

void Subscription::deliver_next() {
    Lock<Rank::kSubscription> lock(mutex_);
    // notify_now delivers beside the line. What it calls back may tell this handle, which is being closed, something on the same thread:
    // that comes too late to be told, as for every closed handle.
    if (!drain(lock)) return;
    if (queue_.empty()) return;
    const Event event = std::move(queue_.front());
    queue_.pop_front();
    deliver(lock, event);
}

void Subscription::deliver(Lock<Rank::kSubscription>& lock, const Event& event) {
    const HCS_EVENT_CALLBACK callback = callback_;
    void* const context = context_;
    assert(callback_ != nullptr && !in_callback_);  // nothing is queued for nobody, and whoever delivers has drained
    in_callback_ = true;
    callback_thread_ = std::this_thread::get_id();
    lock.unlock();
    const auto operation = event.operation.lock();
    const bool void_now = event.type == HcsEventOperationCallback && (!operation || operation->is_closed());
    if (!void_now) {
        HCS_EVENT told{event.type, event.data ? reinterpret_cast<PCWSTR>(event.data->c_str()) : nullptr,
                       operation ? operation->handle() : nullptr};
        assert(holds_no_lock());
        callback(&told, context);
    }
    lock.lock();
    assert(lock.owns_lock() && is_callback_here());
    in_callback_ = false;
    line_->scheduler().awaited().returned(this);
    idle_.notify_all();
}

bool Subscription::drain(Lock<Rank::kSubscription>& lock) {
    if (is_callback_here()) return false;
    if (in_callback_) {
        const Awaited::Wait wait(line_->scheduler().awaited(), callback_thread_, this);
        if (!wait) return false;
        Scheduler::Standby standby(line_->scheduler());
        idle_.wait(lock, [this] { return !in_callback_; });
    }
    return true;
}

bool Subscription::close() {
    Lock<Rank::kSubscription> lock(mutex_);
    closed_ = true;
    callback_ = nullptr;
    context_ = nullptr;
    takes_completions_.store(false, std::memory_order_release);
    kept_.clear();
    queue_.clear();
    return drain(lock);
}

}  // namespace hcsffi
