#include "network/port_hold.h"

#include <winsock2.h>
#include <ws2tcpip.h>

namespace hcsffi {

namespace {

PortHold::Result result_of(int error) {
    if (error == WSAEADDRINUSE) return PortHold::Result::kInUse;
    return error == WSAEACCES ? PortHold::Result::kDenied : PortHold::Result::kNoResources;
}

// Sockets are there once somebody has asked for them; this library does so once and for good.
bool has_sockets() {
    static const bool started = [] {
        WSADATA unused;
        return WSAStartup(MAKEWORD(2, 2), &unused) == 0;
    }();
    return started;
}

bool bind_port(SOCKET socket, bool six, uint16_t port) {
    const BOOL yes = TRUE;
    const auto* const flag = reinterpret_cast<const char*>(&yes);
    if (setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, flag, sizeof yes) != 0) return false;
    if (!six) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        return bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    if (setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, flag, sizeof yes) != 0) return false;
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    return bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

intptr_t PortHold::open(bool six, Protocol protocol, uint16_t port, Result* result) {
    if (!has_sockets()) {
        *result = Result::kNoResources;
        return kNone;
    }
    const int kind = protocol == kTcp ? SOCK_STREAM : SOCK_DGRAM;
    const SOCKET made = WSASocketW(six ? AF_INET6 : AF_INET, kind, 0, nullptr, 0, WSA_FLAG_NO_HANDLE_INHERIT);
    if (made != INVALID_SOCKET && bind_port(made, six, port)) return static_cast<intptr_t>(made);
    const int error = WSAGetLastError();
    if (made != INVALID_SOCKET) closesocket(made);
    const bool has_no_six = six && error == (made == INVALID_SOCKET ? WSAEAFNOSUPPORT : WSAEADDRNOTAVAIL);
    if (!has_no_six) *result = result_of(error);
    return kNone;
}

void PortHold::close(intptr_t socket) noexcept { closesocket(static_cast<SOCKET>(socket)); }

}  // namespace hcsffi
