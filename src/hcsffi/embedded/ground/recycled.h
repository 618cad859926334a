/* Memory that one thread takes and another gives back, over and over, as a client's thread and a worker do with every operation.
 *
 * malloc keeps what is given back with the thread that took it, so either would wait for the other's lock, with a system call each time.
 * Here whoever gives back puts the block on a list, by one compare-and-swap, and whoever takes gets the whole list at once: blocks that
 * are kept are one thread's at a time. Who finds another at it goes to malloc.
 */
#pragma once

#include <cstddef>

namespace hcsffi {

// threads: any. errors: std::bad_alloc.
void* take_recycled(size_t size);
// threads: any. `size` is what it was taken with.
void give_recycled(void* block, size_t size) noexcept;

// For std::allocate_shared.
template <class Element>
struct Recycling {
    using value_type = Element;
    Recycling() = default;
    template <class Other>
    Recycling(const Recycling<Other>&) {}  // NOLINT(google-explicit-constructor): an allocator is converted
    Element* allocate(size_t count) { return static_cast<Element*>(take_recycled(count * sizeof(Element))); }
    void deallocate(Element* block, size_t count) noexcept { give_recycled(block, count * sizeof(Element)); }
    bool operator==(const Recycling&) const { return true; }
    bool operator!=(const Recycling&) const { return false; }
};

}  // namespace hcsffi
