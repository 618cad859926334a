#include <errno.h>
#include <sys/epoll.h>

#include <cstring>

#include "processes/relay/relay.h"

namespace hcsffi::relay {
namespace {

constexpr int kAtOnce = 64;  // datagrams of one socket before the others
constexpr std::size_t kLongest = 1 << 16;
char datagram[kLongest];  // one at a time

// A peer's name is his address and what the system says of the address he wrote to: the answer comes from there.
struct Name {
    sockaddr_storage address;
    socklen_t address_length;
    socklen_t control_length;
    alignas(cmsghdr) char control[64];
};

std::string packed(const Name& name) { return std::string(reinterpret_cast<const char*>(&name), sizeof name); }

// Its members by name: their order is not the same in every C library.
msghdr message_of(iovec* bytes, sockaddr_storage* address, socklen_t address_length) {
    msghdr message{};
    message.msg_name = address;
    message.msg_namelen = address_length;
    message.msg_iov = bytes;
    message.msg_iovlen = 1;
    return message;
}

}  // namespace

void DatagramListener::ready(std::uint32_t) {
    for (int count = 0; count < kAtOnce; ++count) {
        Name name{};
        iovec bytes{datagram, sizeof datagram};
        msghdr message = message_of(&bytes, &name.address, sizeof name.address);
        message.msg_control = name.control;
        message.msg_controllen = sizeof name.control;
        const ssize_t got = recvmsg(descriptor(), &message, MSG_DONTWAIT);
        if (got < 0) return;
        name.address_length = message.msg_namelen;
        name.control_length = static_cast<socklen_t>(message.msg_controllen);
        const Peer* const peer = find(packed(name));
        if (peer != nullptr) send(peer->descriptor(), datagram, static_cast<std::size_t>(got), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
}

Peer* DatagramListener::find(const std::string& name) {
    constexpr std::size_t kMostPeers = 1024;
    const auto known = by_name_.find(name);
    if (known != by_name_.end()) {
        refresh(*known->second);
        return known->second;
    }
    if (!peers_.empty() && (peers_.size() >= kMostPeers || !relay_.has_room())) end(*peers_.front());
    Descriptor inner = relay_.reach(publication_, SOCK_DGRAM);
    if (!inner) return nullptr;
    auto made = std::make_unique<Peer>(*this, name, std::move(inner));
    Peer& peer = *made;
    if (!relay_.watch(peer, EPOLLIN)) return nullptr;
    peer.place = peers_.insert(peers_.end(), std::move(made));
    by_name_.emplace(name, &peer);
    relay_.note_peer();
    refresh(peer);
    return &peer;
}

void DatagramListener::refresh(Peer& peer) {
    peer.used_ms = clock_ms();
    peers_.splice(peers_.end(), peers_, peer.place);
}

void DatagramListener::end(Peer& peer) {
    peer.close();
    by_name_.erase(peer.name());
    std::unique_ptr<Peer> over = std::move(*peer.place);
    peers_.erase(over->place);
    relay_.bury(std::move(over));
}

std::int64_t DatagramListener::forget(std::int64_t since_ms) {
    while (!peers_.empty() && peers_.front()->used_ms <= since_ms) end(*peers_.front());
    return peers_.empty() ? kNever : peers_.front()->used_ms;
}

void DatagramListener::answer(Peer& peer, const char* bytes, std::size_t count) {
    Name to;
    memcpy(&to, peer.name().data(), sizeof to);
    iovec part{const_cast<char*>(bytes), count};
    msghdr message = message_of(&part, &to.address, to.address_length);
    if (to.control_length > 0) message.msg_control = to.control;
    message.msg_controllen = to.control_length;
    sendmsg(descriptor(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    refresh(peer);
}

void Peer::ready(std::uint32_t) {
    for (int count = 0; count < kAtOnce; ++count) {
        const ssize_t got = recv(descriptor(), datagram, sizeof datagram, MSG_DONTWAIT);
        if (got < 0 && errno == ECONNREFUSED) continue;  // nobody was there for an earlier one; it is told once
        if (got < 0) return;
        listener_.answer(*this, datagram, static_cast<std::size_t>(got));
    }
}

}  // namespace hcsffi::relay
