#include "network/port_hold.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace hcsffi {

namespace {

PortHold::Result result_of(int error) {
    if (error == EADDRINUSE) return PortHold::Result::kInUse;
    return error == EACCES || error == EPERM ? PortHold::Result::kDenied : PortHold::Result::kNoResources;
}

// Keeps the two families apart, so that each has the port for itself.
bool bind_port(int socket, bool six, uint16_t port) {
    if (!six) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        return bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    const int only = 1;
    if (setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only) != 0) return false;
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    return bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

PortHold& PortHold::operator=(PortHold&& other) noexcept {
    release();
    sockets_.swap(other.sockets_);
    return *this;
}

PortHold::Result PortHold::take(uint8_t protocols, uint16_t port) {
    std::vector<intptr_t> taken;
    taken.reserve(4);
    int error = 0;
    for (const bool six : {false, true}) {
        for (const auto& [bit, kind] : {std::pair(kTcp, SOCK_STREAM), std::pair(kUdp, SOCK_DGRAM)}) {
            if ((protocols & bit) == 0 || error != 0) continue;
            const int one = socket(six ? AF_INET6 : AF_INET, kind | SOCK_CLOEXEC, 0);
            if (one < 0) {
                if (!six || errno != EAFNOSUPPORT) error = errno;  // a machine without IPv6 has no such port
                continue;
            }
            taken.push_back(one);
            if (!bind_port(one, six, port) && !(six && errno == EADDRNOTAVAIL)) error = errno;
        }
    }
    release();
    sockets_.swap(taken);
    if (error == 0) return Result::kHeld;
    release();
    return result_of(error);
}

void PortHold::release() noexcept {
    for (const intptr_t one : sockets_) close(static_cast<int>(one));
    sockets_.clear();
}

}  // namespace hcsffi
