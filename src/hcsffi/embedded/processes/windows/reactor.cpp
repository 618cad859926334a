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
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
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

void Reactor::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !work_.empty(); });
        if (work_.empty()) return;
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
