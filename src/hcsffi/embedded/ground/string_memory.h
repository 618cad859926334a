// Memory of the strings handed out: on Windows what LocalFree and CoTaskMemFree take, because a client of the system's DLLs calls these.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace hcsffi {

#ifdef _WIN32
void* allocate_string(size_t bytes, bool task) noexcept;  // errors: nullptr
void free_string(void* memory, bool task) noexcept;
#else
inline void* allocate_string(size_t bytes, bool) noexcept { return std::malloc(bytes); }
inline void free_string(void* memory, bool) noexcept { std::free(memory); }
#endif

}  // namespace hcsffi
