/* What the host and its relay write to each other: one SOCK_SEQPACKET message per order, of exactly these structures, and one per answer.
 * Both sides are built from the same sources. Every order is answered, at once.
 *
 * `enter` comes first and carries the network namespace to live in. `publish` carries the listeners: sockets of streams that listen, or
 * sockets of datagrams that are bound. `withdraw` is answered when they and all that came by them are closed.
 */
#pragma once

#include <sys/socket.h>

#include <cstdint>

namespace hcsffi::relay {

constexpr int kSocket = 3;                     // where the relay finds its end
constexpr const char* kName = "hcsffi-relay";  // its first argument, and as ps shows it
constexpr int kMostListeners = 2;

enum class Ask : std::uint32_t { enter = 1, publish, withdraw, count };

struct Order {
    Ask ask;
    std::uint32_t idle_ms;  // enter: how long a peer of datagrams may be silent before it is forgotten
    std::uint64_t key;      // publish, withdraw: the publication
    sockaddr_storage target;
    std::uint32_t target_length;
    std::uint32_t padding;
};

struct Answer {
    std::uint64_t key;
    std::int32_t error;  // errno, 0 = done
    std::uint32_t publications, connections, peers, pipes;
    std::uint32_t padding;
};

}  // namespace hcsffi::relay
