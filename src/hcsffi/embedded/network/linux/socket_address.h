// Addresses as the calls for sockets take them.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstring>

#include "ground/address.h"

namespace hcsffi {

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
    int family() const { return storage.ss_family; }
};

inline SocketAddress socket_address(const Address& address, uint16_t port) {
    SocketAddress made;
    if (!address.six) {
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_port = htons(port);
        own.sin_addr.s_addr = htonl(static_cast<uint32_t>(address.low));
        memcpy(&made.storage, &own, made.length = sizeof own);
        return made;
    }
    sockaddr_in6 own{};
    own.sin6_family = AF_INET6;
    own.sin6_port = htons(port);
    for (int at = 0; at < 16; ++at)
        own.sin6_addr.s6_addr[at] = static_cast<uint8_t>((at < 8 ? address.high : address.low) >> (8 * (7 - at % 8)));
    memcpy(&made.storage, &own, made.length = sizeof own);
    return made;
}

}  // namespace hcsffi
