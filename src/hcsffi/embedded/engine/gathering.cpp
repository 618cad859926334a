#include "engine/gathering.h"

#include <algorithm>

namespace hcsffi {

void Gathering::took(uint64_t now_us, size_t tasks) {
    const uint64_t elapsed_us = now_us - looked_us_;
    looked_us_ = now_us;
    if (slept_) {
        slept_ = false;
        if (tasks < kWorthwhile) {
            brisk_ = 0;
            patience_ = std::min(patience_ * 2, kLongestPatience);
            return;
        }
        patience_ = kFirstPatience;
    }
    if (tasks == 0) return;
    const uint64_t wish_us = elapsed_us * kWished / tasks;
    brisk_ = wish_us <= kLongestUs * 2 ? brisk_ + 1 : 0;
    wish_us_ = std::min(wish_us, kLongestUs);
}

uint64_t Gathering::sleep_us() {
#ifdef _WIN32
    return 0;  // a sleep takes up to 15 ms there
#else
    if (brisk_ < patience_ || wish_us_ < kShortestUs) return 0;
    slept_ = true;
    return wish_us_;
#endif
}

}  // namespace hcsffi
