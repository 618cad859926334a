#include "network/host_address.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ground/address.h"

namespace hcsffi {

std::string host_address() {
    std::string text = "127.0.0.1";
    const int one = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (one < 0) return text;
    sockaddr_in outside{};
    outside.sin_family = AF_INET;
    outside.sin_addr.s_addr = htonl(0xC0000201);  // 192.0.2.1: RFC 5737, never anybody's
    sockaddr_in own{};
    socklen_t length = sizeof own;
    // Connecting a datagram socket asks the routes and sends nothing.
    if (connect(one, reinterpret_cast<const sockaddr*>(&outside), sizeof outside) == 0 &&
        getsockname(one, reinterpret_cast<sockaddr*>(&own), &length) == 0) {
        text = text_of(ipv4_address(ntohl(own.sin_addr.s_addr)));
    }
    close(one);
    return text;
}

}  // namespace hcsffi
