#include "network/port_hold.h"

#include <utility>

namespace hcsffi {

PortHold& PortHold::operator=(PortHold&& other) noexcept {
    release();
    sockets_.swap(other.sockets_);
    return *this;
}

PortHold::Result PortHold::take(uint8_t protocols, uint16_t port) {
    PortHold taken;
    taken.sockets_.reserve(4);
    for (const bool six : {false, true}) {
        for (const Protocol protocol : {kTcp, kUdp}) {
            if ((protocols & protocol) == 0) continue;
            Result result = Result::kHeld;
            const intptr_t one = open(six, protocol, port, &result);
            if (one != kNone) taken.sockets_.push_back(one);
            if (result == Result::kHeld) continue;
            release();
            return result;
        }
    }
    *this = std::move(taken);
    return Result::kHeld;
}

void PortHold::release() noexcept {
    for (const intptr_t one : sockets_) close(one);
    sockets_.clear();
}

}  // namespace hcsffi
