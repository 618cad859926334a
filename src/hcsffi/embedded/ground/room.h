// Room for one more, so that what is put there next needs no memory.
#pragma once

#include <vector>

namespace hcsffi {

// Twice as much whenever it is full: reserve(size() + 1) would move everything each time. errors: std::bad_alloc, and nothing has changed.
template <class Element>
void make_room(std::vector<Element>& elements) {
    if (elements.size() == elements.capacity()) elements.reserve(elements.empty() ? 4 : elements.size() * 2);
}

}  // namespace hcsffi
