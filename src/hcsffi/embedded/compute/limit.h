// What a container's document says of memory and processors, as limits of its processes together.
#pragma once

#include <set>
#include <string>

#include "document/document.h"
#include "engine/host.h"
#include "processes/spawn.h"

namespace hcsffi {

// threads: any but a worker's own locks held. Without a limit where the configuration says that nothing is isolated. Zero is no limit
// (chosen); a share of all processors is one of those this process may use.
TreeLimits read_limits(const Node& container, Host& host);

// threads: any. blocks: for file system calls. What would be held of a tree that is opened now.
LimitsHeld limits_to_hold(const TreeLimits& limits, bool isolated, Host& host);

// threads: any. Each limit with what holds it.
std::string limits_json(const TreeLimits& limits, const LimitsHeld& held);

// threads: any. The members below Container that are seen to, "Memory.SizeInMB" for instance.
std::set<std::string> members_held(const Node& container, const LimitsHeld& held);

}  // namespace hcsffi
