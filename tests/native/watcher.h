/* What a client of the C surface waits for in the C++ tests: events of a handle, completions of operations. */
#ifndef HCSFFI_TESTS_WATCHER_H
#define HCSFFI_TESTS_WATCHER_H

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "client.h"

inline std::string narrowed(PCWSTR text) {
    std::string plain;
    for (; text != nullptr && *text != 0; ++text) plain += *text < 128 ? static_cast<char>(*text) : '?';
    return plain;
}

/* Text the host keeps reading until the call returns. */
class Wide {
  public:
    explicit Wide(const std::string& ascii) {
        for (const char c : ascii) units_.push_back(static_cast<unsigned char>(c));
        units_.push_back(0);
    }
    operator PCWSTR() const { return units_.data(); }

  private:
    std::vector<WCHAR> units_;
};

/* Records what callbacks say; `on_event` runs inside the callback. */
class Watcher {
  public:
    struct Event {
        HCS_EVENT_TYPE type;
        bool has_text;
        std::string text;
        HCS_OPERATION operation;
    };

    static void event(HCS_EVENT* event, void* context) { static_cast<Watcher*>(context)->record(*event); }
    static void completion(HCS_OPERATION operation, void* context) {
        HCS_EVENT event{HcsEventOperationCallback, nullptr, operation};
        static_cast<Watcher*>(context)->record(event);
    }

    bool wait_for(HCS_EVENT_TYPE type, size_t count = 1) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::milliseconds(PATIENCE_MS), [&] { return count_locked(type) >= count; });
    }
    size_t count(HCS_EVENT_TYPE type) {
        std::scoped_lock lock(mutex_);
        return count_locked(type);
    }
    std::vector<Event> events() {
        std::scoped_lock lock(mutex_);
        return events_;
    }
    Event last(HCS_EVENT_TYPE type) {
        std::scoped_lock lock(mutex_);
        for (auto each = events_.rbegin(); each != events_.rend(); ++each) {
            if (each->type == type) return *each;
        }
        return {HcsEventInvalid, false, "", nullptr};
    }

    std::function<void(const HCS_EVENT&)> on_event;

  private:
    void record(const HCS_EVENT& event) {
        if (on_event) on_event(event);
        std::scoped_lock lock(mutex_);
        events_.push_back({event.Type, event.EventData != nullptr, narrowed(event.EventData), event.Operation});
        changed_.notify_all();
    }
    size_t count_locked(HCS_EVENT_TYPE type) const {
        size_t found = 0;
        for (const Event& event : events_) found += event.type == type ? 1 : 0;
        return found;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Event> events_;
};

/* A gate that a callback waits at until the test opens it. */
class Gate {
  public:
    void open() {
        std::scoped_lock lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void pass() {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::milliseconds(PATIENCE_MS), [this] { return open_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
};

#endif
