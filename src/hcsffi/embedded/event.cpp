#include "event.h"

#include <algorithm>
#include <utility>

#include "operation.h"

namespace hcsffi {

namespace {

constexpr uint32_t kKnownOptions = HcsEventOptionEnableOperationCallbacks | HcsEventOptionEnableVmLifecycle | HcsEventOptionEnableLiveMigrationEvents;

// Completions kept for a registration that may never come (chosen: more than a client leaves unread before it registers).
constexpr size_t kMostKept = 64;

}  // namespace

HRESULT Subscription::set(uint32_t options, void* context, HCS_EVENT_CALLBACK callback) {
    if ((options & ~kKnownOptions) != 0) return kInvalidArgument;  // chosen: a bit this build does not know is refused, not ignored
    std::unique_lock lock(mutex_);
    if (callback == nullptr) {
        if (options != 0) return kInvalidArgument;
        callback_ = nullptr;
        context_ = nullptr;
        options_ = 0;
        takes_completions_.store(false, std::memory_order_release);
        for (Event& event : queue_) {
            if (event.type == HcsEventSystemExited || event.type == HcsEventProcessExited) kept_.push_back(std::move(event));
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
    std::deque<Event> kept;
    kept.swap(kept_);
    for (Event& event : kept) {
        if (event.type == HcsEventOperationCallback && (options & HcsEventOptionEnableOperationCallbacks) == 0) continue;
        queue_.push_back(std::move(event));
    }
    if (!queue_.empty() && !delivering_) {
        delivering_ = true;
        lock.unlock();
        scheduler_.post(Task([self = shared_from_this()] { self->deliver(); }));
    }
    return kOk;
}

void Subscription::notify(HCS_EVENT_TYPE type, Text data) {
    std::unique_lock lock(mutex_);
    if (callback_ != nullptr) enqueue(lock, {type, std::move(data), {}});
}

void Subscription::notify_exit(HCS_EVENT_TYPE type, Text data) {
    std::unique_lock lock(mutex_);
    if (!closed_ && !std::exchange(exit_told_, true)) tell_or_keep(lock, {type, std::move(data), {}});
}

void Subscription::notify_disconnect() {
    std::unique_lock lock(mutex_);
    if (!closed_ && !std::exchange(disconnect_told_, true)) tell_or_keep(lock, {HcsEventServiceDisconnect, nullptr, {}});
}

void Subscription::tell_or_keep(std::unique_lock<std::mutex>& lock, Event event) {
    if (callback_ == nullptr) {
        kept_.push_back(std::move(event));
    } else {
        enqueue(lock, std::move(event));
    }
}

void Subscription::notify_completion(const std::shared_ptr<Operation>& operation) {
    std::unique_lock lock(mutex_);
    if (closed_) return;
    Event event{HcsEventOperationCallback, nullptr, operation};
    if (callback_ == nullptr) {
        keep(std::move(event));
    } else if ((options_ & HcsEventOptionEnableOperationCallbacks) != 0) {
        enqueue(lock, std::move(event));
    }
}

void Subscription::keep(Event event) {
    if (kept_.size() >= kMostKept) {
        const auto oldest = std::find_if(kept_.begin(), kept_.end(), [](const Event& each) { return each.type == HcsEventOperationCallback; });
        if (oldest != kept_.end()) kept_.erase(oldest);
    }
    kept_.push_back(std::move(event));
}

void Subscription::enqueue(std::unique_lock<std::mutex>& lock, Event event) {
    queue_.push_back(std::move(event));
    if (std::exchange(delivering_, true)) return;
    lock.unlock();
    scheduler_.post(Task([self = shared_from_this()] { self->deliver(); }));
}

void Subscription::deliver() {
    std::unique_lock lock(mutex_);
    while (!queue_.empty() && callback_ != nullptr) {
        const Event event = std::move(queue_.front());
        queue_.pop_front();
        const HCS_EVENT_CALLBACK callback = callback_;
        void* const context = context_;
        in_callback_ = true;
        callback_thread_ = std::this_thread::get_id();
        lock.unlock();
        const auto operation = event.operation.lock();
        const bool void_now = event.type == HcsEventOperationCallback && (!operation || operation->is_closed());
        if (!void_now) {
            HCS_EVENT told{event.type, event.data ? reinterpret_cast<PCWSTR>(event.data->c_str()) : nullptr, operation ? operation->handle() : nullptr};
            callback(&told, context);
        }
        lock.lock();
        in_callback_ = false;
        idle_.notify_all();
    }
    queue_.clear();
    delivering_ = false;
    idle_.notify_all();
}

bool Subscription::drain(std::unique_lock<std::mutex>& lock) {
    if (in_callback_ && callback_thread_ == std::this_thread::get_id()) return false;
    if (in_callback_) {
        Scheduler::Standby standby(scheduler_);
        idle_.wait(lock, [this] { return !in_callback_; });
    }
    return true;
}

void Subscription::flush() {
    std::unique_lock lock(mutex_);
    if (in_callback_ && callback_thread_ == std::this_thread::get_id()) return;
    Scheduler::Standby standby(scheduler_);
    idle_.wait(lock, [this] { return !delivering_; });
}

bool Subscription::close() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    callback_ = nullptr;
    context_ = nullptr;
    options_ = 0;
    takes_completions_.store(false, std::memory_order_release);
    kept_.clear();
    return drain(lock);
}

}  // namespace hcsffi
