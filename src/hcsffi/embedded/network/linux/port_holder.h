// Who has a port of this machine.
#pragma once

#include <cstdint>
#include <string>

#include "ground/address.h"

namespace hcsffi {

// threads: any. blocks: while /proc is read. "process 4711 (python3)", "a process of user 0", or "another program" where nothing
// tells.
std::string holder_of_port(uint32_t protocol, const Address& address, uint16_t port);

}  // namespace hcsffi
