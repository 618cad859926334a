// A HostComputeQuery: in which shape to answer, and which objects are meant.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "network/reading.h"

namespace hcsffi {

struct Query {
    Generation generation = Generation::kOne;  // of a query that names no version
    uint32_t minor = 0;
    std::vector<std::pair<std::string, std::string>> filter;  // names of the first generation; numbers and booleans as JSON
};

// threads: any. "" and {} ask for everything in the shape of the first generation. errors: Refusal.
Query read_query(const std::string& text);

}  // namespace hcsffi
