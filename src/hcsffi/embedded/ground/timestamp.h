// Times as documents carry them.
#pragma once

#include <cstdint>
#include <string>

namespace hcsffi {

// threads: any. "2024-02-29T12:34:56.1234567Z", as HCS writes times.
std::string timestamp_text(std::int64_t unix_100ns);

}  // namespace hcsffi
