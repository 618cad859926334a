// What a call of the system that failed comes to.
#pragma once

#include <cerrno>
#include <string>

namespace hcsffi {

// Throws a Refusal with what was tried, on what, and why not. A client of the storage functions gets the code alone, so every one says
// something: kGeneralFailure where Windows has no closer word.
[[noreturn]] void refuse(const char* what, const std::string& name, int error = errno);

}  // namespace hcsffi
