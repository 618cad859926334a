// The sockets that a published port of this machine is heard by.
#pragma once

#include <vector>

#include "ground/unique_fd.h"
#include "network/port_relay.h"

namespace hcsffi {

// threads: any. blocks: while /proc is read, where the port is taken. Streams listen, datagrams are bound. errors: Refusal, as
// PortRelay::publish.
std::vector<UniqueFd> listen_on(const PublishedPort& port);

}  // namespace hcsffi
