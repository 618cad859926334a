#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "processes/relay/relay.h"

namespace hcsffi::relay {
namespace {

constexpr std::size_t kTurn = 1 << 22;  // as much of one connection before the others

void set(int socket, int level, int option) {
    const int on = 1;
    setsockopt(socket, level, option, &on, sizeof on);
}

}  // namespace

Connection::Connection(Relay& relay, Publication& publication, Descriptor outer, Descriptor inner)
    : relay_(relay), publication_(publication), outer_(*this, std::move(outer)), inner_(*this, std::move(inner)) {}

bool Connection::begin() {
    constexpr std::uint32_t kAll = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    set(outer_.descriptor(), SOL_SOCKET, SO_KEEPALIVE);  // whoever is outside may vanish without a word
    for (const Side* side : {&outer_, &inner_}) set(side->descriptor(), IPPROTO_TCP, TCP_NODELAY);
    return relay_.watch(inner_, kAll) && relay_.watch(outer_, kAll);
}

void Connection::ready(Side& side, std::uint32_t events) {
    if (!connected_) {
        int error = 0;
        socklen_t size = sizeof error;
        if (&side == &outer_ && (events & (EPOLLERR | EPOLLHUP)) != 0) return reset();
        if (&side == &outer_) return;  // what has come waits
        getsockopt(side.descriptor(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return reset();
        if ((events & EPOLLOUT) == 0) return;
        connected_ = true;
        return go_on();
    }
    Way& from_it = &side == &outer_ ? in_ : out_;
    Way& to_it = &side == &outer_ ? out_ : in_;
    if ((events & ~EPOLLOUT) != 0) run(from_it);
    if (!is_over() && (events & EPOLLOUT) != 0 && to_it.held > 0) run(to_it);
    if (!is_over() && (events & EPOLLERR) != 0) return reset();
    finish_if_done();
}

void Connection::go_on() {
    run(in_);
    if (!is_over()) run(out_);
    finish_if_done();
}

// More in the pipe, or the end. False when there is nothing to pass on now.
bool Connection::fill(Way& way, bool* failed) {
    if (way.ended) return false;
    if (!way.pipe) way.pipe = relay_.take_pipe();
    if (!way.pipe) return !(*failed = true);
    const ssize_t got =
        splice(way.from.descriptor(), nullptr, way.pipe->writing.get(), nullptr, way.pipe->room, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
    way.ended = got == 0;
    *failed = got < 0 && errno != EAGAIN && errno != EINTR;
    way.held = got > 0 ? static_cast<std::size_t>(got) : 0;
    return got > 0 || (got < 0 && errno == EINTR);
}

Connection::Passed Connection::pass(Way& way) {
    way.hurried = false;
    for (std::size_t passed = 0; passed < kTurn;) {
        bool failed = false;
        if (way.held == 0 && !fill(way, &failed)) {
            if (failed) return Passed::failed;
            relay_.give_back(std::move(way.pipe));
            return Passed::all;
        }
        if (way.held == 0) continue;
        const ssize_t sent =
            splice(way.pipe->reading.get(), nullptr, way.to.descriptor(), nullptr, way.held, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return sent < 0 && errno == EAGAIN ? Passed::all : Passed::failed;
        way.held -= static_cast<std::size_t>(sent);
        passed += static_cast<std::size_t>(sent);
    }
    way.hurried = true;
    return Passed::all;
}

void Connection::run(Way& way) {
    if (pass(way) == Passed::failed) return reset();
    if (way.hurried) relay_.come_back(*this);
    if (!way.ended || way.held > 0 || way.told) return;
    way.told = true;
    if (shutdown(way.to.descriptor(), SHUT_WR) != 0) reset();
}

void Connection::finish_if_done() {
    if (!is_over() && in_.told && out_.told) close();
}

void Connection::reset() {
    const linger at_once{1, 0};
    for (const Side* side : {&outer_, &inner_}) setsockopt(side->descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close();
}

void Connection::close() {
    outer_.close();
    inner_.close();
    for (Way* way : {&in_, &out_}) {
        if (way->held == 0) relay_.give_back(std::move(way->pipe));
    }
    relay_.bury(*this, publication_);
}

void StreamListener::ready(std::uint32_t) {
    constexpr int kAtOnce = 64;
    for (int count = 0; count < kAtOnce; ++count) {
        if (!relay_.has_room()) return relay_.pause();
        Descriptor outer(accept4(descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!outer) {
            const bool is_short = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
            if (is_short) relay_.pause();
            return;
        }
        Descriptor inner = relay_.reach(publication_, SOCK_STREAM);
        const bool is_reached = static_cast<bool>(inner);
        auto connection = std::make_unique<Connection>(relay_, publication_, std::move(outer), std::move(inner));
        Connection& kept = *connection;
        relay_.keep(std::move(connection), publication_);
        if (!is_reached || !kept.begin()) kept.reset();
    }
}

}  // namespace hcsffi::relay
