// The verb of a modify request, and what it does to a list of policies.
#pragma once

#include <string_view>
#include <vector>

#include "network/policy.h"
#include "network/reading.h"

namespace hcsffi {

// Add, Remove, Update, Refresh or Reset. errors: Refusal kRequestUnsupported.
std::string_view read_request_type(const Node& request);
// errors: always Refusal kRequestUnsupported.
[[noreturn]] void refuse_request(const Node& request);
// errors: Refusal as the three changes have them, kRequestUnsupported for another verb.
std::vector<Policy> with_changed(const std::vector<Policy>& policies, std::string_view verb, const std::vector<Policy>& named);

}  // namespace hcsffi
