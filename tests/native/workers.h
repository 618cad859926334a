// What tests of the engine's workers stand on: threads that wait for each other, and a scheduler of so many workers.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "engine/scheduler.h"

// Opens when so many have come to it; none leaves before, but who only reports.
class Meeting {
  public:
    explicit Meeting(int expected) : missing_(expected) {}
    void report() {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (--missing_ <= 0) changed_.notify_all();
    }
    void come() {
        report();
        std::unique_lock<std::mutex> lock(mutex_);
        changed_.wait(lock, [this] { return missing_ <= 0; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int missing_;
};

inline hcsffi::Pace pace_of(uint32_t workers, bool manual_clock = false) {
    hcsffi::Pace pace;
    pace.workers = workers;
    pace.manual_clock = manual_clock;
    return pace;
}
