#ifdef _WIN32
#include "processes/windows/tree.h"

namespace hcsffi {

void Reactor::start() {
    const std::scoped_lock lock(mutex_);
    if (!thread_.joinable() && !stopping_) thread_ = std::thread([this] { run(); });
}

void Reactor::post(std::function<void()> work) {
    const std::scoped_lock lock(mutex_);
    if (stopping_) return;
    work_.push_back(std::move(work));
    wake_.notify_one();
}

void Reactor::post_after(DWORD delay_ms, std::function<void()> work) {
    const std::scoped_lock lock(mutex_);
    if (stopping_) return;
    later_.emplace(std::chrono::steady_clock::now() + std::chrono::milliseconds(delay_ms), std::move(work));
    wake_.notify_one();
}

void Reactor::drain() {
    std::unique_lock lock(mutex_);
    const auto reached = std::make_shared<bool>(false);
    if (!thread_.joinable() || stopping_) return;
    work_.push_back([this, reached] {
        const std::scoped_lock inside(mutex_);
        *reached = true;
        drained_.notify_all();
    });
    wake_.notify_one();
    drained_.wait(lock, [&reached] { return *reached; });
}

void Reactor::stop() {
    std::thread finished;
    decltype(later_) dropped;  // its work may hold the last reference to what takes a lock
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        dropped.swap(later_);
        wake_.notify_one();
        finished = std::move(thread_);
    }
    if (!finished.joinable()) return;
    // The last owner of a tree may be a listener call's: a thread cannot wait for itself.
    if (finished.get_id() == std::this_thread::get_id()) {
        finished.detach();
    } else {
        finished.join();
    }
}

bool Reactor::is_current() const {
    const std::scoped_lock lock(mutex_);
    return thread_.get_id() == std::this_thread::get_id();
}

bool Reactor::runs() const {
    const std::scoped_lock lock(mutex_);
    return thread_.joinable();
}

void Reactor::take_due() {
    const auto now = std::chrono::steady_clock::now();
    while (!later_.empty() && later_.begin()->first <= now) {
        work_.push_back(std::move(later_.begin()->second));
        later_.erase(later_.begin());
    }
}

void Reactor::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        take_due();
        if (work_.empty() && stopping_) return;
        if (work_.empty()) {
            later_.empty() ? wake_.wait(lock) : static_cast<void>(wake_.wait_until(lock, later_.begin()->first));
            continue;
        }
        std::function<void()> work = std::move(work_.front());
        work_.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

}  // namespace hcsffi
#endif
