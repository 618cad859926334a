#include "network/linux/port_listener.h"

#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

#include "network/linux/port_holder.h"
#include "network/linux/socket_address.h"

namespace hcsffi {
namespace {

constexpr Address kLoopback = ipv4_address(0x7F000001);
constexpr Address kLoopbackSix{true, 0, 1};

[[noreturn]] void refuse(const PublishedPort& port, const Address& address, int error) {
    const std::string what =
        "port " + std::to_string(port.port) + (port.protocol == IPPROTO_UDP ? "/udp" : "/tcp") + " of " + text_of(address);
    const std::string why = ": " + std::string(strerror(error)) + " (errno " + std::to_string(error) + ")";
    if (error == EADDRINUSE)
        throw Refusal(kPortAlreadyExists, what + " is taken: " + holder_of_port(port.protocol, address, port.port) + " has it");
    if (error == EACCES || error == EPERM) throw Refusal(kAccessDenied, what + why + "; remedy: a port from 1024 on, or root");
    if (error == EADDRNOTAVAIL) throw Refusal(kAddressInvalidOrReserved, what + ": this machine has no such address");
    throw Refusal(kNoSystemResources, what + why);
}

int turned_on(int socket, int level, int option) {
    const int on = 1;
    return setsockopt(socket, level, option, &on, sizeof on);
}

// errors: errno.
int hear(const PublishedPort& port, const Address& address, UniqueFd* made) {
    const bool streams = port.protocol == IPPROTO_TCP;
    const SocketAddress own = socket_address(address, port.port);
    const int one = socket(own.family(), (streams ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (one < 0) return errno;
    *made = UniqueFd(one);
    if (address.six && turned_on(one, IPPROTO_IPV6, IPV6_V6ONLY) != 0) return errno;
    // Streams: connections that linger do not keep the port. Datagrams: whoever writes to one of several addresses is answered from it.
    const int option = streams       ? turned_on(one, SOL_SOCKET, SO_REUSEADDR)
                       : address.six ? turned_on(one, IPPROTO_IPV6, IPV6_RECVPKTINFO)
                                     : turned_on(one, IPPROTO_IP, IP_PKTINFO);
    if (option != 0 || bind(one, own.get(), own.length) != 0) return errno;
    return streams && listen(one, SOMAXCONN) != 0 ? errno : 0;
}

}  // namespace

std::vector<UniqueFd> listen_on(const PublishedPort& port) {
    std::vector<UniqueFd> sockets;
    if (!port.address.empty()) {
        const auto address = read_address(port.address);
        if (!address) throw Refusal(kInvalidIp, "\"" + port.address + "\" is no address");
        if (const int error = hear(port, *address, &sockets.emplace_back()); error != 0) refuse(port, *address, error);
        return sockets;
    }
    if (const int error = hear(port, kLoopback, &sockets.emplace_back()); error != 0) refuse(port, kLoopback, error);
    const int error = hear(port, kLoopbackSix, &sockets.emplace_back());
    if (error == EAFNOSUPPORT || error == EADDRNOTAVAIL) {
        sockets.pop_back();  // a machine without IPv6
    } else if (error != 0) {
        refuse(port, kLoopbackSix, error);
    }
    return sockets;
}

}  // namespace hcsffi
