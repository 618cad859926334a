// Times of the system in units of 100 ns, which those of Windows are.
#pragma once

#include <sys/time.h>
#include <time.h>

#include <cstdint>

namespace hcsffi {

inline std::uint64_t in_100ns(const timeval& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 10'000'000 + static_cast<std::uint64_t>(time.tv_usec) * 10;
}

inline std::int64_t clock_100ns(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 10'000'000 + now.tv_nsec / 100;
}

}  // namespace hcsffi
