#include "engine/awaited.h"

#include <cassert>

namespace hcsffi {

Awaited::Wait::Wait(Awaited& awaited, std::thread::id waiter, std::thread::id thread, const void* of)
    : awaited_(awaited), waiter_(waiter), thread_(thread), of_(of) {
    assert(of_ != nullptr && thread_ != waiter_);  // its own callback is never waited for
    Lock<Rank::kLeaf> lock(awaited_.mutex_);
    ends_ = !awaited_.waits_for(thread_, waiter_);
    if (!ends_) return;
    next_ = awaited_.first_;
    awaited_.first_ = this;
    awaited_.is_any_ = true;
}

Awaited::Wait::~Wait() {
    if (!ends_) return;
    Lock<Rank::kLeaf> lock(awaited_.mutex_);
    Wait** place = &awaited_.first_;
    while (*place != this) place = &(*place)->next_;
    *place = next_;
    awaited_.is_any_ = awaited_.first_ != nullptr;
}

void Awaited::returned(const void* of) {
    if (!is_any_) return;
    Lock<Rank::kLeaf> lock(mutex_);
    for (Wait* wait = first_; wait != nullptr; wait = wait->next_)
        if (wait->of_ == of) wait->of_ = nullptr;
}

// A thread waits for one other at a time, and no circle is noted: the way ends.
bool Awaited::waits_for(std::thread::id thread, std::thread::id other) const {
    for (const Wait* wait = first_; wait != nullptr; wait = wait->next_)
        if (wait->waiter_ == thread && wait->of_ != nullptr) return wait->thread_ == other || waits_for(wait->thread_, other);
    return false;
}

}  // namespace hcsffi
