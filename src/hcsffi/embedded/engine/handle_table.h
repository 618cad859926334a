// Handles are numbers, never addresses: generation in the upper half, slot index, and a kind in the lowest four bits. A handle that
// was closed, forged or belongs to another kind is told apart without touching the memory it once named.
//
// A table is made of parts with a lock each, which the lowest bits of an index choose: an operation is looked for by its client and by a
// worker at once, and who finds a lock taken pays for it with system calls.
#pragma once

#include <array>
#include <atomic>
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
        const uint32_t part = next_part_.fetch_add(1, std::memory_order_relaxed) % kParts;
        auto& [mutex, slots, free, live] = parts_[part];
        Lock<Rank::kLeaf> lock(mutex);
        if (free.empty()) {
            slots.emplace_back();
            try {
                free.reserve(slots.capacity());  // a handle is closed without memory
            } catch (...) {
                slots.pop_back();
                throw;
            }
            free.push_back(static_cast<uint32_t>(slots.size() - 1));
        }
        const uint32_t at = free.back();
        free.pop_back();
        Slot& slot = slots[at];
        assert(!slot.held && held);  // a slot is free exactly while it holds nothing
        slot.held = std::move(held);
        ++live;
        void* const handle = number(slot.generation, at * kParts + part);
        assert(slot_of(parts_[part], handle) == &slot);
        told(handle);
        return handle;
    }

    // errors: empty for anything that is not a live handle of this kind.
    std::shared_ptr<Held> find(const void* handle) const {
        const Part& part = part_of(handle);
        Lock<Rank::kLeaf> lock(part.mutex);
        const Slot* slot = slot_of(part, handle);
        return slot == nullptr ? nullptr : slot->held;
    }

    // owns: the caller gets the table's share; the number is dead from here on. errors: empty as find.
    std::shared_ptr<Held> remove(const void* handle) {
        auto& part = const_cast<Part&>(part_of(handle));
        Lock<Rank::kLeaf> lock(part.mutex);
        auto* slot = const_cast<Slot*>(slot_of(part, handle));
        if (slot == nullptr) return nullptr;
        std::shared_ptr<Held> held = std::move(slot->held);
        slot->held = nullptr;
        slot->generation = slot->generation == kLastGeneration ? 1 : slot->generation + 1;
        assert(slot_of(part, handle) == nullptr && part.live > 0);
        part.free.push_back(static_cast<uint32_t>(slot - part.slots.data()));
        --part.live;
        return held;
    }

    std::vector<std::shared_ptr<Held>> all() const {
        std::vector<std::shared_ptr<Held>> held;
        for (const Part& part : parts_) {
            Lock<Rank::kLeaf> lock(part.mutex);
            for (const Slot& slot : part.slots) {
                if (slot.held) held.push_back(slot.held);
            }
        }
        return held;
    }

    // `visit` takes no lock and keeps nothing. Needs no memory.
    template <class Visit>
    void each(Visit visit) const {
        for (const Part& part : parts_) {
            Lock<Rank::kLeaf> lock(part.mutex);
            for (const Slot& slot : part.slots) {
                if (slot.held) visit(*slot.held);
            }
        }
    }

    uint64_t live() const {
        uint64_t live = 0;
        for (const Part& part : parts_) {
            Lock<Rank::kLeaf> lock(part.mutex);
            live += part.live;
        }
        return live;
    }

  private:
    // Bit 31 stays clear: a handle never looks like INVALID_HANDLE_VALUE or a negative number.
    static constexpr uint32_t kLastGeneration = 0x7FFFFFFF;
    struct Slot {
        uint32_t generation = 1;
        std::shared_ptr<Held> held;
    };
    struct Part {
        mutable OrderedMutex<Rank::kLeaf> mutex;
        std::vector<Slot> slots;     // guarded by mutex
        std::vector<uint32_t> free;  // guarded by mutex
        uint64_t live = 0;           // guarded by mutex
    };

    static constexpr uint32_t kParts = 16;
    static constexpr uint32_t kKindBits = 4, kIndexBits = 32 - kKindBits;
    static_assert(static_cast<uint32_t>(HandleKind::kLast) < (1u << kKindBits) && static_cast<uint32_t>(HandleKind::kFirst) > 0,
                  "a kind fits into its bits, and no handle is NULL");
    static_assert((kLastGeneration & 0x80000000u) == 0, "the highest bit of a handle stays clear");

    void* number(uint32_t generation, uint32_t index) const {
        assert(generation > 0 && generation <= kLastGeneration && index >> kIndexBits == 0);
        return reinterpret_cast<void*>((static_cast<uintptr_t>(generation) << 32) | (static_cast<uintptr_t>(index) << kKindBits) |
                                       static_cast<uintptr_t>(kind_));
    }
    static size_t index_of(const void* handle) { return (reinterpret_cast<uintptr_t>(handle) & 0xFFFFFFFFu) >> kKindBits; }
    const Part& part_of(const void* handle) const { return parts_[index_of(handle) % kParts]; }

    const Slot* slot_of(const Part& part, const void* handle) const {
        const auto value = reinterpret_cast<uintptr_t>(handle);
        if ((value & ((1u << kKindBits) - 1)) != static_cast<uintptr_t>(kind_)) return nullptr;
        const size_t at = index_of(handle) / kParts;
        if (at >= part.slots.size()) return nullptr;
        const Slot& slot = part.slots[at];
        return slot.held && slot.generation == static_cast<uint32_t>(value >> 32) ? &slot : nullptr;
    }

    const HandleKind kind_;
    std::array<Part, kParts> parts_;
    std::atomic<uint32_t> next_part_{0};
};

}  // namespace hcsffi
