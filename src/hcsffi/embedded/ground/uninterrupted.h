// Calls of POSIX that a signal has interrupted, made again: a signal is for the program around the host, and no reason to give up.
#pragma once

#include <cerrno>

namespace hcsffi {

// threads: any. blocks: as the call does. What the call answers in the end; a negative answer has its errno, which is never EINTR.
template <class Call>
auto uninterrupted(Call call) -> decltype(call()) {
    for (;;) {
        const auto answer = call();
        if (answer >= 0 || errno != EINTR) return answer;
    }
}

}  // namespace hcsffi
