#include "network/port_hold.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

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

intptr_t PortHold::open(bool six, Protocol protocol, uint16_t port, Result* result) {
    const int made = socket(six ? AF_INET6 : AF_INET, (protocol == kTcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC, 0);
    if (made < 0) {
        if (!six || errno != EAFNOSUPPORT) *result = result_of(errno);
        return kNone;
    }
    if (bind_port(made, six, port)) return made;
    if (!six || errno != EADDRNOTAVAIL) *result = result_of(errno);
    close(made);
    return kNone;
}

void PortHold::close(intptr_t socket) noexcept { ::close(static_cast<int>(socket)); }

}  // namespace hcsffi
