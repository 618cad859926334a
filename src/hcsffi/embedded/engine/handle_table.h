// Handles are numbers, never addresses: generation in the upper half, slot index, and a kind in the lowest four bits. A handle that
// was closed, forged or belongs to another kind is told apart without touching the memory it once named.
#pragma once

#include <cassert>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "ground/lock_order.h"

namespace hcsffi {

enum class HandleKind : uint8_t {
    kOperation = 1,
    kSystem,
    kProcess,
    kNetwork,
    kEndpoint,
    kNamespace,
    kLoadBalancer,
    kSdnRoute,
    kGuestNetworkService,
    kNotificationCallback,
    kPortReservation,
    kFirst = kOperation,
    kLast = kPortReservation
};

template <class Held>
class HandleTable {
  public:
    explicit HandleTable(HandleKind kind) : kind_(kind) {}

    void* insert(std::shared_ptr<Held> held) {
        return insert(std::move(held), [](void*) {});
    }

    // `told` gets the number before anybody else can know it.
    template <class Told>
    void* insert(std::shared_ptr<Held> held, Told told) {
        Lock<Rank::kLeaf> lock(mutex_);
        if (free_.empty()) {
            slots_.emplace_back();
            try {
                free_.reserve(slots_.capacity());  // a handle is closed without memory
            } catch (...) {
                slots_.pop_back();
                throw;
            }
            free_.push_back(static_cast<uint32_t>(slots_.size() - 1));
        }
        const uint32_t index = free_.back();
        free_.pop_back();
        Slot& slot = slots_[index];
        assert(!slot.held && held);  // a slot is free exactly while it holds nothing
        slot.held = std::move(held);
        ++live_;
        void* const handle = number(slot.generation, index);
        assert(slot_of(handle) == &slot);
        told(handle);
        return handle;
    }

    // errors: empty for anything that is not a live handle of this kind.
    std::shared_ptr<Held> find(const void* handle) const {
        Lock<Rank::kLeaf> lock(mutex_);
        const Slot* slot = slot_of(handle);
        return slot == nullptr ? nullptr : slot->held;
    }

    // owns: the caller gets the table's share; the number is dead from here on. errors: empty as find.
    std::shared_ptr<Held> remove(const void* handle) {
        Lock<Rank::kLeaf> lock(mutex_);
        auto* slot = const_cast<Slot*>(slot_of(handle));
        if (slot == nullptr) return nullptr;
        std::shared_ptr<Held> held = std::move(slot->held);
        slot->held = nullptr;
        slot->generation = slot->generation == kLastGeneration ? 1 : slot->generation + 1;
        assert(slot_of(handle) == nullptr && live_ > 0);
        free_.push_back(static_cast<uint32_t>(slot - slots_.data()));
        --live_;
        return held;
    }

    std::vector<std::shared_ptr<Held>> all() const {
        Lock<Rank::kLeaf> lock(mutex_);
        std::vector<std::shared_ptr<Held>> held;
        for (const Slot& slot : slots_) {
            if (slot.held) held.push_back(slot.held);
        }
        return held;
    }

    // `visit` takes no lock and keeps nothing. Needs no memory.
    template <class Visit>
    void each(Visit visit) const {
        Lock<Rank::kLeaf> lock(mutex_);
        for (const Slot& slot : slots_) {
            if (slot.held) visit(*slot.held);
        }
    }

    uint64_t live() const {
        Lock<Rank::kLeaf> lock(mutex_);
        return live_;
    }

  private:
    // Bit 31 stays clear: a handle never looks like INVALID_HANDLE_VALUE or a negative number.
    static constexpr uint32_t kLastGeneration = 0x7FFFFFFF;
    struct Slot {
        uint32_t generation = 1;
        std::shared_ptr<Held> held;
    };

    static constexpr uint32_t kKindBits = 4, kIndexBits = 32 - kKindBits;
    static_assert(static_cast<uint32_t>(HandleKind::kLast) < (1u << kKindBits) && static_cast<uint32_t>(HandleKind::kFirst) > 0,
                  "a kind fits into its bits, and no handle is NULL");
    static_assert((kLastGeneration & 0x80000000u) == 0, "the highest bit of a handle stays clear");

    void* number(uint32_t generation, uint32_t index) const {
        assert(generation > 0 && generation <= kLastGeneration && index >> kIndexBits == 0);
        return reinterpret_cast<void*>((static_cast<uintptr_t>(generation) << 32) | (static_cast<uintptr_t>(index) << kKindBits) |
                                       static_cast<uintptr_t>(kind_));
    }

    const Slot* slot_of(const void* handle) const {
        const auto value = reinterpret_cast<uintptr_t>(handle);
        if ((value & ((1u << kKindBits) - 1)) != static_cast<uintptr_t>(kind_)) return nullptr;
        const size_t index = (value & 0xFFFFFFFFu) >> kKindBits;
        if (index >= slots_.size()) return nullptr;
        const Slot& slot = slots_[index];
        return slot.held && slot.generation == static_cast<uint32_t>(value >> 32) ? &slot : nullptr;
    }

    const HandleKind kind_;
    mutable OrderedMutex<Rank::kLeaf> mutex_;
    std::vector<Slot> slots_;      // guarded by mutex_
    std::vector<uint32_t> free_;   // guarded by mutex_
    uint64_t live_ = 0;            // guarded by mutex_
};

}  // namespace hcsffi
