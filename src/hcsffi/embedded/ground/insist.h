// For what has happened already and cannot be refused any more: an exit, an answer somebody waits for, a close. Where there is no memory
// to tell it, it is told as soon as there is.
#pragma once

#include <chrono>
#include <new>
#include <thread>
#include <utility>

namespace hcsffi {

// Runs `step` until it does not run out of memory. It must have changed nothing when it throws, and throws nothing else.
// threads: any. blocks: while there is no memory.
template <class Step>
auto insist(Step&& step) noexcept -> decltype(step()) {
    for (;;) {
        try {
            return step();
        } catch (const std::bad_alloc&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
}

}  // namespace hcsffi
