#include "network/port_hold.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <utility>

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

PortHold& PortHold::operator=(PortHold&& other) noexcept {
    release();
    sockets_.swap(other.sockets_);
    return *this;
}

PortHold::Result PortHold::take(uint8_t protocols, uint16_t port) {
    if (!has_sockets()) return Result::kNoResources;
    std::vector<intptr_t> taken;
    taken.reserve(4);
    int error = 0;
    for (const bool six : {false, true}) {
        for (const auto& [bit, kind] : {std::pair(kTcp, SOCK_STREAM), std::pair(kUdp, SOCK_DGRAM)}) {
            if ((protocols & bit) == 0 || error != 0) continue;
            const SOCKET one = WSASocketW(six ? AF_INET6 : AF_INET, kind, 0, nullptr, 0, WSA_FLAG_NO_HANDLE_INHERIT);
            if (one == INVALID_SOCKET) {
                if (!six || WSAGetLastError() != WSAEAFNOSUPPORT) error = WSAGetLastError();
                continue;
            }
            taken.push_back(static_cast<intptr_t>(one));
            if (!bind_port(one, six, port) && !(six && WSAGetLastError() == WSAEADDRNOTAVAIL)) error = WSAGetLastError();
        }
    }
    release();
    sockets_.swap(taken);
    if (error == 0) return Result::kHeld;
    release();
    return result_of(error);
}

void PortHold::release() noexcept {
    for (const intptr_t one : sockets_) closesocket(static_cast<SOCKET>(one));
    sockets_.clear();
}

}  // namespace hcsffi
