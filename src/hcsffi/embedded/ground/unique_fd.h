/* The one owner of a native descriptor (a HANDLE on Windows, kept as a number so that this header names no platform type).
 *
 * The live count is what the host's `Descriptors` counter reports: descriptors the host itself still holds. A descriptor given away
 * with release() belongs to the client from then on and is no longer counted.
 */
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace hcsffi {

using NativeDescriptor = std::intptr_t;
constexpr NativeDescriptor kNoDescriptor = -1;

// threads: any. blocks: no. owns: ends the ownership of `descriptor`. errors: none that a caller could act on; ignored.
void close_descriptor(NativeDescriptor descriptor) noexcept;

class UniqueFd {
  public:
    UniqueFd() noexcept = default;
    explicit UniqueFd(NativeDescriptor descriptor) noexcept : descriptor_(descriptor) {
        if (*this) live_.fetch_add(1, std::memory_order_relaxed);
    }
    UniqueFd(UniqueFd&& other) noexcept : descriptor_(std::exchange(other.descriptor_, kNoDescriptor)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        if (this != &other) {
            reset();
            descriptor_ = std::exchange(other.descriptor_, kNoDescriptor);
        }
        return *this;
    }
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    explicit operator bool() const noexcept { return descriptor_ != kNoDescriptor; }
    NativeDescriptor get() const noexcept { return descriptor_; }

    // Gives the descriptor to the caller, who closes it; kNoDescriptor when there is none.
    [[nodiscard]] NativeDescriptor release() noexcept {
        if (*this) live_.fetch_sub(1, std::memory_order_relaxed);
        return std::exchange(descriptor_, kNoDescriptor);
    }
    void reset() noexcept {
        if (const NativeDescriptor mine = release(); mine != kNoDescriptor) close_descriptor(mine);
    }

    // threads: any. How many descriptors all UniqueFd objects of this library hold now.
    static std::int64_t live() noexcept { return live_.load(std::memory_order_relaxed); }

  private:
    static inline std::atomic<std::int64_t> live_{0};
    NativeDescriptor descriptor_ = kNoDescriptor;
};

}  // namespace hcsffi
