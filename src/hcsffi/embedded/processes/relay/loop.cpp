#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <utility>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/relay/relay.h"

#ifndef NS_GET_USERNS
#define NS_GET_USERNS _IO(0xb7, 0x1)  // linux/nsfs.h, which older headers lack
#endif

namespace hcsffi::relay {
namespace {

constexpr std::uint64_t kOfConnection = 6;  // two sockets, and a pipe for each way
constexpr std::uint64_t kReserve = 64;
constexpr std::size_t kRestingPipes = 16;
constexpr int kRetryMs = 100;
constexpr int kUsualRoom = 1 << 16;
// Sixteen times as much takes a third less processor time a byte. But the kernel gives each user without privileges 64 MiB for pipes and
// makes all new ones tiny beyond that: a quarter of it at most.
constexpr int kLargeRoom = 1 << 20;
constexpr std::uint32_t kLargePipes = 16;

// As many as this process may have. Returns how many.
std::uint64_t raise_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

bool is_own(const Descriptor& user_namespace) {
    struct stat own{}, given{};
    return stat("/proc/self/ns/user", &own) == 0 && fstat(user_namespace.get(), &given) == 0 && own.st_ino == given.st_ino;
}

int kind_of(const Descriptor& socket) {
    int kind = 0;
    socklen_t size = sizeof kind;
    return getsockopt(socket.get(), SOL_SOCKET, SO_TYPE, &kind, &size) == 0 ? kind : 0;
}

// The order, and what came with it; nothing at the end. *error: errno, 0 at the end.
bool receive(Order* order, std::vector<Descriptor>* given) {
    std::vector<int> numbers;
    const ssize_t got = receive_with_descriptors<kMostListeners>(kSocket, order, sizeof *order, &numbers, 0);
    given->reserve(numbers.size());
    for (const int number : numbers) given->emplace_back(number);
    return got == static_cast<ssize_t>(sizeof *order);
}

}  // namespace

std::int64_t clock_ms() {
    using std::chrono::milliseconds;
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) close(number_);
}

Relay::Relay()
    : poller_(epoll_create1(EPOLL_CLOEXEC)),
      orders_(*this, Descriptor(kSocket), &Relay::hear_order),
      owner_(*this, Descriptor(open_peer(kSocket, &finished_)), &Relay::finish) {}

int Relay::run() {
    prctl(PR_SET_NAME, kName);
    constexpr int kAtOnce = 64;
    limit_ = raise_limit();
    if (!watch(orders_, EPOLLIN) || (owner_.descriptor() >= 0 && !watch(owner_, EPOLLIN))) return 1;
    while (!finished_) {
        epoll_event events[kAtOnce];
        const int count = epoll_wait(poller_.get(), events, kAtOnce, patience_ms());
        for (int at = 0; at < count; ++at) {
            auto* const watched = static_cast<Watched*>(events[at].data.ptr);
            if (!watched->is_over()) watched->ready(events[at].events);
        }
        for (Connection* const connection : std::exchange(hurried_, {})) {
            if (!connection->is_over()) connection->go_on();
        }
        if (resume_ms_ <= clock_ms() && has_room()) resume();
        forget_silent();
        buried_connections_.clear();
        buried_.clear();
        buried_publications_.clear();
    }
    return 0;
}

int Relay::patience_ms() const {
    if (!hurried_.empty()) return 0;
    const std::int64_t next_ms = std::min(next_look_ms_, resume_ms_);
    if (next_ms == kNever) return -1;
    return static_cast<int>(std::clamp<std::int64_t>(next_ms - clock_ms(), kRetryMs / 100, INT32_MAX));
}

bool Relay::watch(Watched& watched, std::uint32_t events) const {
    epoll_event event{};
    event.events = events;
    event.data.ptr = &watched;
    return epoll_ctl(poller_.get(), EPOLL_CTL_ADD, watched.descriptor(), &event) == 0;
}

Descriptor Relay::reach(const Publication& publication, int kind) const {
    Descriptor made(socket(publication.target.ss_family, kind | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made) return made;
    const auto* const target = reinterpret_cast<const sockaddr*>(&publication.target);
    if (connect(made.get(), target, publication.target_length) != 0 && errno != EINPROGRESS) return Descriptor();
    return made;
}

// -- room

bool Relay::has_room() const {
    const std::uint64_t taken = kOfConnection * connections_.size() + kMostListeners * publications_.size() + peers_;
    return taken + kOfConnection + 2 * kRestingPipes + kReserve <= limit_;
}

void Relay::pause() {
    resume_ms_ = clock_ms() + kRetryMs;
    for (const auto& [key, publication] : publications_) {
        for (const auto& listener : publication->streams) epoll_ctl(poller_.get(), EPOLL_CTL_DEL, listener->descriptor(), nullptr);
    }
}

// One that cannot be watched now would be deaf for ever: then all are tried again, those that are watched are already.
void Relay::resume() {
    resume_ms_ = kNever;
    for (const auto& [key, publication] : publications_) {
        for (const auto& listener : publication->streams)
            if (!watch(*listener, EPOLLIN) && errno != EEXIST) resume_ms_ = clock_ms() + kRetryMs;
    }
}

void Relay::keep(std::unique_ptr<Connection> connection, Publication& publication) {
    Connection* const kept = connection.get();
    publication.connections.insert(kept);
    connections_.emplace(kept, std::move(connection));
}

void Relay::bury(Connection& connection, Publication& publication) {
    publication.connections.erase(&connection);
    hurried_.erase(&connection);
    const auto found = connections_.find(&connection);
    if (found == connections_.end()) return;
    buried_connections_.push_back(std::move(found->second));
    connections_.erase(found);
}

std::unique_ptr<Pipe> Relay::take_pipe() {
    if (!pipes_.empty()) {
        std::unique_ptr<Pipe> pipe = std::move(pipes_.back());
        pipes_.pop_back();
        return pipe;
    }
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return nullptr;
    auto pipe = std::make_unique<Pipe>();
    pipe->reading = Descriptor(ends[0]);
    pipe->writing = Descriptor(ends[1]);
    pipe->room = kUsualRoom;
    if (large_pipes_ < kLargePipes && fcntl(ends[0], F_SETPIPE_SZ, kLargeRoom) == kLargeRoom) {
        pipe->room = kLargeRoom;
        pipe->counted = &large_pipes_;
        ++large_pipes_;
    }
    return pipe;
}

void Relay::give_back(std::unique_ptr<Pipe> pipe) {
    if (pipe && pipes_.size() < kRestingPipes) pipes_.push_back(std::move(pipe));
}

// -- peers of datagrams

void Relay::note_peer() {
    ++peers_;
    next_look_ms_ = std::min(next_look_ms_, clock_ms() + idle_ms_);
}

void Relay::bury(std::unique_ptr<Peer> peer) {
    --peers_;
    buried_.push_back(std::move(peer));
}

void Relay::forget_silent() {
    const std::int64_t now_ms = clock_ms();
    if (now_ms < next_look_ms_) return;
    std::int64_t longest_silent_ms = kNever;
    for (const auto& [key, publication] : publications_) {
        for (const auto& listener : publication->datagrams)
            longest_silent_ms = std::min(longest_silent_ms, listener->forget(now_ms - idle_ms_));
    }
    next_look_ms_ = longest_silent_ms == kNever ? kNever : longest_silent_ms + idle_ms_;
}

// -- orders

void Relay::hear_order() {
    Order order{};
    std::vector<Descriptor> given;
    if (!receive(&order, &given)) return finish();
    Answer answer{};
    answer.key = order.key;
    answer.error = carry_out(order, std::move(given));
    answer.publications = static_cast<std::uint32_t>(publications_.size());
    answer.connections = static_cast<std::uint32_t>(connections_.size());
    answer.peers = peers_;
    answer.pipes = static_cast<std::uint32_t>(pipes_.size());
    if (send(kSocket, &answer, sizeof answer, MSG_NOSIGNAL) != static_cast<ssize_t>(sizeof answer)) finish();
}

int Relay::carry_out(const Order& order, std::vector<Descriptor> given) {
    switch (order.ask) {
        case Ask::enter: return enter(order, given);
        case Ask::publish: return publish(order, std::move(given));
        case Ask::withdraw: return withdraw(order.key);
        case Ask::count: return 0;
    }
    return EINVAL;
}

int Relay::enter(const Order& order, const std::vector<Descriptor>& given) {
    idle_ms_ = order.idle_ms;
    if (given.size() != 1) return EINVAL;
    const Descriptor& network = given.front();
    const Descriptor owner(ioctl(network.get(), NS_GET_USERNS));  // who has rights there
    if (!owner || (!is_own(owner) && setns(owner.get(), CLONE_NEWUSER) != 0)) return errno;
    if (setns(network.get(), CLONE_NEWNET) != 0) return errno;
    // Who enters a user namespace is hidden from its user's other programs, which are to find who has a port.
    prctl(PR_SET_DUMPABLE, 1);
    return 0;
}

int Relay::publish(const Order& order, std::vector<Descriptor> given) {
    if (given.empty() || order.target_length > sizeof order.target || publications_.count(order.key) != 0) return EINVAL;
    auto made = std::make_unique<Publication>();
    Publication& publication = *made;
    publication.target = order.target;
    publication.target_length = order.target_length;
    for (Descriptor& listener : given) {
        if (!listen(publication, std::move(listener))) return errno;
    }
    publications_.emplace(order.key, std::move(made));
    return 0;
}

bool Relay::listen(Publication& publication, Descriptor listener) {
    if (kind_of(listener) == SOCK_DGRAM) {
        publication.datagrams.push_back(std::make_unique<DatagramListener>(*this, publication, std::move(listener)));
        return watch(*publication.datagrams.back(), EPOLLIN);
    }
    publication.streams.push_back(std::make_unique<StreamListener>(*this, publication, std::move(listener)));
    return resume_ms_ != kNever || watch(*publication.streams.back(), EPOLLIN);
}

void Relay::forget(Publication& publication) {
    for (const auto& listener : publication.streams) listener->close();
    for (const auto& listener : publication.datagrams) {
        listener->forget(kNever);
        listener->close();
    }
    for (Connection* const connection : std::set<Connection*>(publication.connections)) connection->reset();
}

int Relay::withdraw(std::uint64_t key) {
    const auto found = publications_.find(key);
    if (found == publications_.end()) return ENOENT;
    forget(*found->second);
    buried_publications_.push_back(std::move(found->second));
    publications_.erase(found);
    return 0;
}

}  // namespace hcsffi::relay
