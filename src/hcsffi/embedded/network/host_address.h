// The address of this machine under which other machines reach it.
#pragma once

#include <string>

namespace hcsffi {

// threads: any. blocks: no, and sends nothing. IPv4: the address of the adapter that the default route leads to, and the loopback's on a
// machine that has no such route.
std::string host_address();

}  // namespace hcsffi
