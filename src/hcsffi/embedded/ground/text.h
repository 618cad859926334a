// Text at the border: UTF-16 outside, UTF-8 inside, and the strings that belong to the caller.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ground/lock_order.h"
#include "ground/native_abi.h"

namespace hcsffi {

// An answer that is ready to be handed out; several waiters and cached answers share one. Empty pointer: no document.
using Text = std::shared_ptr<const std::u16string>;

// Widest document taken from a caller, in UTF-16 units (chosen: real documents are a few kilobytes).
constexpr size_t kDocumentLimit = size_t{16} << 20;

// errors: false for a lone surrogate or a text beyond kDocumentLimit; `utf8` is then unspecified.
bool narrow(const WCHAR* text, std::string& utf8);
// errors: ill-formed UTF-8 becomes U+FFFD; it can only come from a file name or command line of the operating system.
std::u16string widen(std::string_view utf8);
void widen_onto(std::u16string& wide, std::string_view utf8);
Text make_text(std::string_view utf8);

enum class Allocator : uint8_t { kLocal, kCoTaskMem };

// The strings callers hold. Windows frees those of computecore and computestorage with LocalFree, those of computenetwork with
// CoTaskMemFree; a pointer that is unknown or belongs to the other function is counted and never dereferenced.
class StringLedger {
  public:
    // owns: the caller, until take_back. errors: nullptr when memory is exhausted.
    WCHAR* hand_out(std::u16string_view text, Allocator allocator);
    // threads: any. errors: none; nullptr is ignored as the native functions do.
    void take_back(void* memory, Allocator allocator);

    uint64_t live() const { return live_.load(std::memory_order_relaxed); }
    uint64_t wrong_frees() const { return wrong_frees_.load(std::memory_order_relaxed); }

  private:
    struct Shard {
        OrderedMutex<Rank::kLeaf> mutex_;
        std::unordered_map<void*, Allocator> strings_;  // guarded by mutex_
    };
    Shard& shard(void* memory) { return shards_[(reinterpret_cast<uintptr_t>(memory) >> 6) % shards_.size()]; }

    std::array<Shard, 8> shards_;
    std::atomic<uint64_t> live_{0};
    std::atomic<uint64_t> wrong_frees_{0};
};

}  // namespace hcsffi
