#include "network/host_address.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include "ground/address.h"

namespace hcsffi {

std::string host_address() {
    std::string text = "127.0.0.1";
    WSADATA unused;
    if (WSAStartup(MAKEWORD(2, 2), &unused) != 0) return text;
    const SOCKET one = WSASocketW(AF_INET, SOCK_DGRAM, 0, nullptr, 0, WSA_FLAG_NO_HANDLE_INHERIT);
    sockaddr_in outside{};
    outside.sin_family = AF_INET;
    outside.sin_port = htons(9);
    outside.sin_addr.s_addr = htonl(0xC0000201);  // 192.0.2.1: RFC 5737, never anybody's
    sockaddr_in own{};
    int length = sizeof own;
    // Connecting a datagram socket asks the routes and sends nothing.
    if (connect(one, reinterpret_cast<const sockaddr*>(&outside), sizeof outside) == 0 &&
        getsockname(one, reinterpret_cast<sockaddr*>(&own), &length) == 0) {
        text = text_of(ipv4_address(ntohl(own.sin_addr.s_addr)));
    }
    closesocket(one);
    WSACleanup();
    return text;
}

}  // namespace hcsffi
