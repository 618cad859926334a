#include "network/notification.h"

#include <utility>

#include "ground/insist.h"
#include "ground/outcome.h"

namespace hcsffi {

namespace {

constexpr DWORD kPatienceMs = 1000;

}  // namespace

void* Notifier::add(HCN_NOTIFICATION_CALLBACK callback, void* context, const std::string& of) {
    if (callback == nullptr) throw Refusal(kInvalidArgument, "the callback is NULL");
    // What happened later can be refused no more, and would wait for a thread for ever.
    if (!host_.scheduler().staff()) throw Refusal(kOutOfMemory, "no thread can be had to tell what happens");
    auto registration = std::make_shared<Registration>();
    registration->callback = callback;
    registration->context = context;
    registration->of = of;
    return handles_.insert(std::move(registration));
}

void Notifier::remove(const void* handle) {
    if (handle == nullptr) throw Refusal(kInvalidArgument, "the handle of a callback is NULL");
    const auto registration = handles_.remove(handle);
    if (!registration) throw Refusal(kHandle, "no callback is registered under this handle");
    Lock<Rank::kSubscription> lock(mutex_);
    registration->closed = true;
    if (!registration->running || registration->thread == std::this_thread::get_id()) return;
    const Awaited::Wait wait(host_.scheduler().awaited(), registration->thread, registration.get());
    if (!wait) return;
    host_.scheduler().wait(lock, changed_, kInfinite, [&] { return !registration->running; });
}

std::shared_ptr<Notifier::Notification> Notifier::compose(HCN_NOTIFICATIONS kind, const std::string& json, const std::string* of) const {
    auto notification = std::make_shared<Notification>();
    notification->kind = kind;
    if (!json.empty()) notification->text = make_text(json);
    for (auto& registration : handles_.all()) {
        if (of == nullptr || registration->of == *of) notification->to.push_back(std::move(registration));
    }
    return notification;
}

void Notifier::enqueue(std::shared_ptr<Notification> notification) {
    Lock<Rank::kSubscription> lock(mutex_);
    queue_.push_back(std::move(notification));
}

void Notifier::append(HCN_NOTIFICATIONS kind, const std::string& json, const std::string& of) noexcept {
    if (handles_.live() == 0) return;
    insist([&] { enqueue(compose(kind, json, &of)); });
}

void Notifier::tell_disconnect() noexcept {
    if (handles_.live() == 0) return;
    insist([&] { enqueue(compose(HcnNotificationServiceDisconnect, "", nullptr)); });
    serve();
}

void Notifier::tell_first(HCN_NOTIFICATIONS kind, const std::string& json) {
    if (handles_.live() == 0) return;
    const std::string whole;
    const auto notification = compose(kind, json, &whole);
    enqueue(notification);
    serve();
    Lock<Rank::kSubscription> lock(mutex_);
    if (server_ == std::this_thread::get_id()) return;
    host_.scheduler().wait(lock, changed_, kPatienceMs, [&] { return notification->told; });
}

void Notifier::serve() noexcept {
    {
        Lock<Rank::kSubscription> lock(mutex_);
        if (serving_ || queue_.empty()) return;
        serving_ = true;
    }
    insist([this] { host_.scheduler().post_elsewhere([this] { work(); }); });
}

void Notifier::work() {
    Lock<Rank::kSubscription> lock(mutex_);
    server_ = std::this_thread::get_id();
    while (!queue_.empty()) {
        const auto notification = std::move(queue_.front());
        queue_.pop_front();
        tell(lock, *notification);
        notification->told = true;
        changed_.notify_all();
    }
    server_ = {};
    serving_ = false;
}

void Notifier::tell(Lock<Rank::kSubscription>& lock, const Notification& notification) {
    const PCWSTR text = notification.text ? reinterpret_cast<PCWSTR>(notification.text->c_str()) : nullptr;
    for (const auto& registration : notification.to) {
        if (registration->closed) continue;
        registration->running = true;
        registration->thread = std::this_thread::get_id();
        lock.unlock();
        assert(holds_no_lock());
        registration->callback(static_cast<DWORD>(notification.kind), registration->context, kOk, text);
        lock.lock();
        registration->running = false;
        host_.scheduler().awaited().returned(registration.get());
        changed_.notify_all();
    }
}

void Notifier::clear() {
    Lock<Rank::kSubscription> lock(mutex_);
    for (const auto& notification : queue_) notification->told = true;
    queue_.clear();
    serving_ = false;
    changed_.notify_all();
}

}  // namespace hcsffi
