// What the settings of each type of policy must be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hcsffi {

// threads: any. holder: Endpoint, Network or Subnet. `sets` are the ids of the network's sets of addresses, which rules may name instead of
// addresses. Members no row names are left alone: newer clients know more. errors: Refusal kInvalidPolicy for a value that is none,
// kInvalidInternalPort, kInvalidJson for one of the wrong type.
void check_settings(std::string_view holder, std::string_view type, const Node& settings, const std::vector<std::string>& sets);

}  // namespace hcsffi
