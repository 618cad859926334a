// Every allocation of the program this is linked into, announced before it is made: a failure is drawn for it as for a system call.
// The program is linked with --wrap=malloc, which reaches its own objects and leaves the libraries alone.
// With LIFE_PLACES in the environment it says where on standard error: addresses for addr2line.
#include <execinfo.h>

#include <cstdlib>
#include <new>

#include "announcement.h"

int announces_allocations = 1;

static bool fails() {
    if (!__atomic_load_n(&announces_allocations, __ATOMIC_RELAXED) || !announce(ANNOUNCE_ALLOCATION)) return false;
    if (std::getenv("LIFE_PLACES")) {
        void* frames[40];
        backtrace_symbols_fd(frames, backtrace(frames, 40), 2);
    }
    return true;
}

extern "C" {
void* __real_malloc(std::size_t size);

void* __wrap_malloc(std::size_t size) { return fails() ? nullptr : __real_malloc(size); }
}

void* operator new(std::size_t size) {
    for (;;) {
        void* const memory = fails() ? nullptr : __real_malloc(size > 0 ? size : 1);
        if (memory != nullptr) return memory;
        const std::new_handler reserve = std::get_new_handler();
        if (reserve == nullptr) throw std::bad_alloc();
        reserve();
    }
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return operator new(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
