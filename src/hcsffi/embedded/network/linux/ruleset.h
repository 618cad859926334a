// What nftables is told: access rules of a container's adapters, translation of addresses in the holder.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "network/carried.h"

namespace hcsffi::ruleset {

// An endpoint, and how its adapter is called where the rules stand: in its container, or its network's bridge in the holder.
using Named = std::pair<CarriedEndpoint, std::string>;

bool has_access_rules(const CarriedEndpoint& endpoint);
bool is_translated(const CarriedEndpoint& endpoint);
// In bytes a second; 0 = as fast as it goes.
uint64_t bandwidth(const CarriedEndpoint& endpoint);

// In the place of what was told before. The rules of an adapter stand in a table of their own.
std::string table_of(const std::string& adapter);
std::string access_rules(const CarriedEndpoint& endpoint, const std::string& adapter);
std::string translation(const std::vector<Named>& endpoints);

}  // namespace hcsffi::ruleset
