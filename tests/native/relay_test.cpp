/* Published ports: from a port of the machine into a network namespace and back, what the two sides hear of each other, who has a port, and
 * that nothing is left. As root and as an ordinary user, which each test becomes for itself. */
#include "harness.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <dirent.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ground/outcome.h"
#include "network/port_relay.h"
#include "processes/relay/protocol.h"
#include "stopped_call.h"

using namespace hcsffi;

namespace {

constexpr unsigned kNobody = 65534;
constexpr uint32_t kTcp = 6, kUdp = 17;  // IANA
constexpr uint16_t kEcho = 7, kBreaker = 8, kNobodyHears = 9;

struct Where {
    sockaddr_storage storage{};
    socklen_t length = 0;
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

Where where(const std::string& address, uint16_t port) {
    Where made;
    auto* const four = reinterpret_cast<sockaddr_in*>(&made.storage);
    auto* const six = reinterpret_cast<sockaddr_in6*>(&made.storage);
    if (inet_pton(AF_INET, address.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        made.length = sizeof *four;
    } else if (inet_pton(AF_INET6, address.c_str(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        made.length = sizeof *six;
    }
    return made;
}

// A descriptor that closes with it.
struct Socket {
    int number = -1;
    Socket() = default;
    explicit Socket(int made) : number(made) {}
    Socket(Socket&& other) noexcept : number(other.number) { other.number = -1; }
    Socket& operator=(Socket&& other) noexcept {
        std::swap(number, other.number);
        return *this;
    }
    ~Socket() { end(); }
    void end() {
        if (number >= 0) close(number);
        number = -1;
    }
};

Socket bound(int kind, const std::string& address, uint16_t port) {
    const Where place = where(address, port);
    Socket made(socket(place.storage.ss_family, kind | SOCK_CLOEXEC, 0));
    const int on = 1;
    if (place.storage.ss_family == AF_INET6) setsockopt(made.number, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    const bool is_good = bind(made.number, place.get(), place.length) == 0 && (kind != SOCK_STREAM || listen(made.number, SOMAXCONN) == 0);
    return is_good ? std::move(made) : Socket();
}

Socket connected(int kind, const std::string& address, uint16_t port) {
    const Where place = where(address, port);
    Socket made(socket(place.storage.ss_family, kind | SOCK_CLOEXEC, 0));
    const timeval limit{60, 0};
    setsockopt(made.number, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    return connect(made.number, place.get(), place.length) == 0 ? std::move(made) : Socket();
}

// A port of this machine that was free a moment ago, for streams and datagrams.
uint16_t free_port() {
    for (int tries = 0; tries < 100; ++tries) {
        const Socket stream = bound(SOCK_STREAM, "127.0.0.1", 0);
        sockaddr_in own{};
        socklen_t length = sizeof own;
        getsockname(stream.number, reinterpret_cast<sockaddr*>(&own), &length);
        const uint16_t port = ntohs(own.sin_port);
        if (bound(SOCK_STREAM, "::1", port).number >= 0 && bound(SOCK_DGRAM, "127.0.0.1", port).number >= 0) return port;
    }
    return 0;
}

bool write_file(const char* path, const std::string& text) {
    const Socket file(open(path, O_WRONLY | O_CLOEXEC));
    return write(file.number, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

// What is inside: echoes to streams until their end, which they are told; echoes to datagrams; a port that breaks every connection.
[[noreturn]] void serve(int ready) {
    std::vector<Socket> sockets;
    std::vector<pollfd> watched;
    const auto add = [&](Socket one) {
        watched.push_back({one.number, POLLIN, 0});
        sockets.push_back(std::move(one));
    };
    for (const char* address : {"127.0.0.1", "::1"}) {
        for (const uint16_t port : {kEcho, kBreaker}) add(bound(SOCK_STREAM, address, port));
        add(bound(SOCK_DGRAM, address, kEcho));
    }
    constexpr std::size_t kListeners = 6;
    for (std::size_t at = 0; at < kListeners; ++at)
        if (sockets[at].number < 0) _exit(2);
    if (write(ready, "r", 1) != 1) _exit(3);
    static char bytes[1 << 16];
    for (;;) {
        poll(watched.data(), watched.size(), -1);
        for (std::size_t at = 0; at < sockets.size(); ++at) {
            if (watched[at].revents == 0) continue;
            const int one = sockets[at].number;
            if (at < kListeners && at % 3 == 2) {
                sockaddr_storage from{};
                socklen_t length = sizeof from;
                const ssize_t got = recvfrom(one, bytes, sizeof bytes, 0, reinterpret_cast<sockaddr*>(&from), &length);
                if (got >= 0) sendto(one, bytes, static_cast<std::size_t>(got), 0, reinterpret_cast<const sockaddr*>(&from), length);
            } else if (at < kListeners) {
                Socket taken(accept(one, nullptr, nullptr));
                const linger at_once{1, 0};
                if (at % 3 == 1) {
                    setsockopt(taken.number, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
                } else {
                    add(std::move(taken));
                }
            } else {
                const ssize_t got = recv(one, bytes, sizeof bytes, 0);
                const std::size_t count = got > 0 ? static_cast<std::size_t>(got) : 0;
                if (count > 0 && send(one, bytes, count, MSG_NOSIGNAL) == got) continue;
                if (got == 0) send(one, "<end>", 5, MSG_NOSIGNAL);
                sockets[at].end();
                watched[at].fd = -1;
            }
        }
    }
}

[[noreturn]] void live_inside(int ready, bool with_users) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    if (unshare(CLONE_NEWNET | (with_users ? CLONE_NEWUSER : 0)) != 0) _exit(1);
    if (with_users) {
        write_file("/proc/self/setgroups", "deny");
        if (!write_file("/proc/self/uid_map", "0 " + user + " 1") || !write_file("/proc/self/gid_map", "0 " + group + " 1")) _exit(1);
    }
    const Socket any(socket(AF_INET, SOCK_DGRAM, 0));
    ifreq loopback{};
    strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP;
    if (ioctl(any.number, SIOCSIFFLAGS, &loopback) != 0) _exit(1);
    serve(ready);
}

// A network namespace with somebody in it.
struct Room {
    pid_t process = -1;
    bool is_ready = false;

    explicit Room(bool with_users = true) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return;
        const Socket reading(ends[0]);
        Socket writing(ends[1]);
        process = fork();
        if (process == 0) live_inside(writing.number, with_users);
        writing.end();
        char said = 0;
        is_ready = read(reading.number, &said, 1) == 1;
    }
    ~Room() {
        kill(process, SIGKILL);
        waitpid(process, nullptr, 0);
    }
    uint32_t number() const { return static_cast<uint32_t>(process); }
};

// The relay's program where every user reaches it, gone with the test.
struct Program {
    std::string folder = "/var/tmp/hcsffi-relay-XXXXXX";

    Program() {
        char own[PATH_MAX] = {};
        if (mkdtemp(folder.data()) == nullptr || readlink("/proc/self/exe", own, sizeof own - 1) < 0) return;
        chmod(folder.c_str(), 0755);
        const std::string beside = std::string(own).substr(0, std::string(own).rfind('/')) + "/reaper";
        std::ofstream(path(), std::ios::binary) << std::ifstream(beside, std::ios::binary).rdbuf();
        chmod(path().c_str(), 0755);
    }
    ~Program() {
        unlink(path().c_str());
        if (seteuid(0) == 0) unlink(path().c_str());
        rmdir(folder.c_str());
    }
    std::string path() const { return folder + "/reaper"; }
};

// Everything a test has.
struct Scene {
    Program program;
    bool is_user = false;
    std::unique_ptr<Room> room;
    uint16_t port = 0;

    // False when this process may not be that user, or make namespaces.
    explicit Scene(bool as_root) {
        if (!as_root && geteuid() == 0 && (setgroups(0, nullptr) != 0 || setegid(kNobody) != 0 || seteuid(kNobody) != 0)) return;
        is_user = as_root == (geteuid() == 0);
        if (is_user) prctl(PR_SET_DUMPABLE, 1);  // as a program of that user has it
        if (is_user) room = std::make_unique<Room>();
        port = free_port();
    }
    explicit operator bool() const { return is_user && room && room->is_ready && port != 0; }
    std::unique_ptr<PortRelay> relay(uint32_t idle_ms = 180'000) const {
        return std::make_unique<PortRelay>(room->number(), PortRelay::Manner{program.path(), idle_ms});
    }
    PublishedPort to(uint16_t inside, uint32_t protocol = kTcp, const char* address = "", const char* target = "127.0.0.1") const {
        return {protocol, address, port, target, inside};
    }
};

std::string everything_from(const Socket& one) {
    std::string text;
    char piece[4096];
    for (ssize_t got = 0; (got = recv(one.number, piece, sizeof piece, 0)) > 0;) text.append(piece, static_cast<std::size_t>(got));
    return text;
}

bool sends(const Socket& one, const std::string& text) {
    return send(one.number, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

std::string next_from(const Socket& one) {
    char piece[4096];
    const ssize_t got = recv(one.number, piece, sizeof piece, 0);
    return got > 0 ? std::string(piece, static_cast<std::size_t>(got)) : "errno " + std::to_string(errno);
}

int descriptors_of(uint32_t process) {
    int count = 0;
    DIR* const listing = opendir(("/proc/" + std::to_string(process) + "/fd").c_str());
    while (listing != nullptr && readdir(listing) != nullptr) ++count;
    if (listing != nullptr) closedir(listing);
    return count - 2;  // . and ..
}

template <class Until>
bool comes(Until until) {  // the harness limits it
    while (!until()) poll(nullptr, 0, 5);
    return true;
}

template <class Call>
std::string refusal_of(Call call, HRESULT* code) {
    try {
        call();
    } catch (const Refusal& refusal) {
        *code = refusal.code();
        return refusal.what();
    }
    *code = 0;
    return "";
}

void ends_are_passed_on(bool as_root) {
    const Scene scene(as_root);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    for (const char* target : {"127.0.0.1", "::1"}) {
        const uint64_t publication = relay->publish(scene.to(kEcho, kTcp, "", target));
        for (const char* outside : {"127.0.0.1", "::1"}) {
            const Socket one = connected(SOCK_STREAM, outside, scene.port);
            CHECK(one.number >= 0);
            CHECK(sends(one, "hello"));
            CHECK(next_from(one) == "hello");
            CHECK(shutdown(one.number, SHUT_WR) == 0);
            CHECK(everything_from(one) == "<end>");
        }
        relay->withdraw(publication);
    }
    CHECK(comes([&] { return relay->counts().connections == 0; }));
}

void datagrams_come_back(bool as_root) {
    const Scene scene(as_root);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    for (const char* target : {"127.0.0.1", "::1"}) {
        const uint64_t publication = relay->publish(scene.to(kEcho, kUdp, "", target));
        for (const char* outside : {"127.0.0.1", "::1"}) {
            const Socket one = connected(SOCK_DGRAM, outside, scene.port), other = connected(SOCK_DGRAM, outside, scene.port);
            CHECK(sends(one, "one") && sends(other, "other") && sends(one, std::string(9000, 'x')));
            CHECK(next_from(other) == "other");
            CHECK(next_from(one) == "one");
            char large[10'000];
            CHECK_EQUAL(9000, recv(one.number, large, sizeof large, 0));
        }
        CHECK_EQUAL(4, relay->counts().peers);
        relay->withdraw(publication);
        CHECK_EQUAL(0, relay->counts().peers);
    }
}

void whoever_has_the_port_is_named(bool as_root) {
    const Scene scene(as_root);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    HRESULT code = 0;
    const std::string me = "process " + std::to_string(getpid()) + " (";
    for (const char* taken : {"127.0.0.1", "0.0.0.0", "::1", "::"}) {
        for (const uint32_t protocol : {kTcp, kUdp}) {
            const Socket mine = bound(protocol == kTcp ? SOCK_STREAM : SOCK_DGRAM, taken, scene.port);
            CHECK(mine.number >= 0);
            const std::string text = refusal_of([&] { relay->publish(scene.to(kEcho, protocol)); }, &code);
            CHECK_EQUAL(kPortAlreadyExists, code);
            if (text.find(me) == std::string::npos) fprintf(stderr, "%s: %s\n", taken, text.c_str());
            CHECK(text.find(me) != std::string::npos);
        }
    }
    relay->publish(scene.to(kEcho));
    const auto second = scene.relay();
    const std::string text = refusal_of([&] { second->publish(scene.to(kEcho)); }, &code);
    CHECK_EQUAL(kPortAlreadyExists, code);
    CHECK(text.find("process " + std::to_string(relay->counts().process) + " (hcsffi-relay) of " + me) != std::string::npos);
    CHECK_EQUAL(0, second->counts().publications);
}

}  // namespace

TEST(a_stream_goes_both_ways_and_each_end_is_passed_on, "a client that has sent all still reads the answer") { ends_are_passed_on(true); }

TEST(so_it_does_for_an_ordinary_user, "nothing here takes root") { ends_are_passed_on(false); }

TEST(datagrams_come_back_to_whoever_sent, "each has a socket of his own inside") { datagrams_come_back(true); }

TEST(so_they_do_for_an_ordinary_user, "nothing here takes root") { datagrams_come_back(false); }

TEST(whoever_has_a_port_already_is_named, "nobody knows by heart what listens on a machine") { whoever_has_the_port_is_named(true); }

TEST(so_he_is_to_an_ordinary_user, "the user's own programs are found, the relay among them") { whoever_has_the_port_is_named(false); }

TEST(a_network_without_users_of_its_own_is_entered_as_well, "root needs no user namespace") {
    if (geteuid() != 0) SKIP("takes root");
    const Scene scene(true);
    const Room room(false);
    CHECK(scene && room.is_ready);
    PortRelay relay(room.number(), {scene.program.path()});
    relay.publish(scene.to(kEcho));
    const Socket one = connected(SOCK_STREAM, "127.0.0.1", scene.port);
    CHECK(sends(one, "hello"));
    CHECK(next_from(one) == "hello");
}

// From here on this process cannot make the call; false when the kernel lets nobody say so.
static bool forbid(unsigned call, unsigned error) {
    sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST(a_port_is_given_back_though_the_relay_cannot_be_told, "whoever withdraws it takes it for free") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    const uint64_t publication = relay->publish(scene.to(kEcho));
    if (!forbid(SYS_sendmsg, ENOMEM)) SKIP("this kernel takes no filter of calls");
    CHECK(bound(SOCK_STREAM, "127.0.0.1", scene.port).number < 0);
    relay->withdraw(publication);
    CHECK(comes([&] { return bound(SOCK_STREAM, "127.0.0.1", scene.port).number >= 0; }));
}

TEST(a_relay_ends_where_no_signal_goes_by_descriptor,
     "a sandbox that forbids the call must not keep the network's last endpoint for ever") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
    if (!forbid(SYS_pidfd_send_signal, EPERM)) SKIP("this kernel takes no filter of calls");
    relay.reset();
    CHECK(bound(SOCK_STREAM, "127.0.0.1", scene.port).number >= 0);
}

TEST(a_relay_that_somebody_else_collected_is_not_killed_by_its_number, "the number may be another program's by then") {
    std::atomic<int> killed{0};
    const StoppedCall watch(SYS_kill, [&](const seccomp_notif& call) { killed += call.data.args[1] == SIGKILL; });
    if (!watch) SKIP("this kernel lets nobody stop a call");
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    (void)scene.relay();
    CHECK_EQUAL(0, killed); /* a descriptor names it for good */
    auto relay = scene.relay();
    const auto process = static_cast<pid_t>(relay->counts().process);
    if (!forbid(SYS_pidfd_send_signal, EPERM)) SKIP("this kernel takes no filter of calls");
    CHECK(kill(process, SIGKILL) == 0 && waitpid(process, nullptr, 0) == process);
    const int before = killed;
    relay.reset();
    CHECK_EQUAL(before, killed);
}

TEST(much_goes_through_unchanged_in_both_directions_at_once, "what does not fit into the next socket waits in a pipe") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
    const Socket one = connected(SOCK_STREAM, "127.0.0.1", scene.port);
    std::string sent(8 << 20, 0);
    for (std::size_t at = 0; at < sent.size(); ++at) sent[at] = static_cast<char>(at * 2654435761u >> 13);  // Knuth's multiplier: no period
    std::thread writer([&] {
        for (std::size_t at = 0; at < sent.size();) {
            const ssize_t count = send(one.number, sent.data() + at, sent.size() - at, MSG_NOSIGNAL);
            if (count <= 0) break;
            at += static_cast<std::size_t>(count);
        }
        shutdown(one.number, SHUT_WR);
    });
    const std::string got = everything_from(one);
    writer.join();
    CHECK(got == sent + "<end>");
}

TEST(what_breaks_on_one_side_breaks_on_the_other, "an end that looks orderly would pass for a complete answer") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    for (const uint16_t inside : {kNobodyHears, kBreaker}) {
        const uint64_t publication = relay->publish(scene.to(inside));
        const Socket one = connected(SOCK_STREAM, "127.0.0.1", scene.port);
        CHECK(one.number >= 0);
        CHECK(next_from(one) == "errno " + std::to_string(ECONNRESET));
        relay->withdraw(publication);
    }
    relay->publish(scene.to(kEcho));
    Socket one = connected(SOCK_STREAM, "127.0.0.1", scene.port);
    CHECK(sends(one, "x") && next_from(one) == "x");
    const linger at_once{1, 0};
    setsockopt(one.number, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    one.end();
    CHECK(comes([&] { return relay->counts().connections == 0; }));
}

TEST(an_answer_comes_from_the_address_that_was_asked, "a connected socket takes it from nowhere else") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho, kUdp, "0.0.0.0"));
    for (const char* outside : {"127.0.0.1", "127.0.0.9"}) {
        const Socket one = connected(SOCK_DGRAM, outside, scene.port);
        CHECK(sends(one, "hello"));
        CHECK(next_from(one) == "hello");
    }
}

TEST(who_is_silent_is_forgotten_and_begins_anew, "peers of datagrams never say that they have gone") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay(1000);  // an answer may take its time on a busy machine
    relay->publish(scene.to(kEcho, kUdp));
    const Socket one = connected(SOCK_DGRAM, "127.0.0.1", scene.port);
    for (int round = 0; round < 2; ++round) {
        CHECK(sends(one, "hello"));
        CHECK(next_from(one) == "hello");
        CHECK(comes([&] { return relay->counts().peers == 0; }));
    }
}

TEST(peers_of_datagrams_have_a_limit, "anybody can invent senders") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho, kUdp));
    std::vector<Socket> all;
    for (int at = 0; at < 1100; ++at) {
        if (at % 100 == 0) all.clear();
        all.push_back(connected(SOCK_DGRAM, "127.0.0.1", scene.port));
        CHECK(sends(all.back(), "hello"));
        CHECK(next_from(all.back()) == "hello");
    }
    const PortRelay::Counts counts = relay->counts();
    CHECK(counts.peers <= 1024);
    CHECK(descriptors_of(counts.process) <= 1024 + 10);
}

TEST(a_withdrawn_port_is_free_and_its_connections_are_broken, "the container it led to is gone") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    const int before = descriptors_of(relay->counts().process);
    for (int round = 0; round < 3; ++round) {
        const uint64_t publication = relay->publish(scene.to(kEcho));
        const Socket one = connected(SOCK_STREAM, "127.0.0.1", scene.port);
        CHECK(sends(one, "hello") && next_from(one) == "hello");
        relay->withdraw(publication);
        CHECK(next_from(one) == "errno " + std::to_string(ECONNRESET));
        CHECK(connected(SOCK_STREAM, "127.0.0.1", scene.port).number < 0);
        const PortRelay::Counts counts = relay->counts();
        CHECK_EQUAL(0, counts.connections + counts.publications);
        CHECK_EQUAL(before + 2 * counts.pipes, descriptors_of(counts.process));
    }
}

TEST(a_thousand_connections_cost_two_descriptors_each_and_no_buffers, "an idle one has nothing under way") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    constexpr int kMany = 1000;
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 7 * kMany) SKIP("this process may not have enough descriptors");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
    std::vector<Socket> all;
    for (int at = 0; at < kMany; ++at) {
        all.push_back(connected(SOCK_STREAM, "127.0.0.1", scene.port));
        CHECK(sends(all.back(), "hello"));
        CHECK(next_from(all.back()) == "hello");
    }
    const PortRelay::Counts counts = relay->counts();
    CHECK_EQUAL(kMany, counts.connections);
    CHECK(counts.pipes <= 16);
    const int fixed = 3 + 4 + 2;  // its streams; orders, owner, epoll and, before it began, nothing else; the listeners
    CHECK(descriptors_of(counts.process) <= 2 * kMany + 2 * static_cast<int>(counts.pipes) + fixed);
    all.clear();
    CHECK(comes([&] { return relay->counts().connections == 0; }));
}

TEST(without_descriptors_callers_wait_their_turn, "nobody is turned away who can be served a moment later") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const rlimit few{136, 136};
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
    std::vector<Socket> all;
    for (int at = 0; at < 12; ++at) {
        all.push_back(connected(SOCK_STREAM, "127.0.0.1", scene.port));
        CHECK(sends(all.back(), "hello"));
    }
    CHECK(next_from(all.front()) == "hello");
    const uint32_t served = relay->counts().connections;
    CHECK(served > 0 && served < 12);
    for (Socket& one : all) {
        if (&one != &all.front()) CHECK(next_from(one) == "hello");
        one.end();
    }
    CHECK(comes([&] { return relay->counts().connections == 0; }));
}

TEST(a_relay_ends_with_its_owner, "whoever is killed closes nothing himself") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    CHECK(prctl(PR_SET_CHILD_SUBREAPER, 1) == 0);
    int ends[2];
    CHECK(pipe2(ends, O_CLOEXEC) == 0);
    const pid_t owner = fork();
    if (owner == 0) {
        const auto relay = scene.relay();
        relay->publish(scene.to(kEcho));
        const pid_t fork_of_it = fork();
        if (fork_of_it == 0) {  // it holds the owner's socket, and owns nothing
            for (;;) pause();
        }
        const pid_t numbers[] = {static_cast<pid_t>(relay->counts().process), fork_of_it};
        if (write(ends[1], numbers, sizeof numbers) < 0) _exit(1);
        for (;;) pause();
    }
    pid_t numbers[2] = {};
    CHECK(read(ends[0], numbers, sizeof numbers) == static_cast<ssize_t>(sizeof numbers));
    const bool reaches = connected(SOCK_STREAM, "127.0.0.1", scene.port).number >= 0;
    kill(owner, SIGKILL);
    const bool owner_ended = waitpid(owner, nullptr, 0) == owner;
    const bool relay_ended = owner_ended && waitpid(numbers[0], nullptr, 0) == numbers[0];  // it is this process's child now
    kill(numbers[1], SIGKILL);
    CHECK(reaches && owner_ended && relay_ended);
    CHECK(connected(SOCK_STREAM, "127.0.0.1", scene.port).number < 0);
}

TEST(a_relay_that_was_killed_is_told_of, "its ports are closed, and the next call says why") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
    CHECK(relay->works());
    kill(static_cast<pid_t>(relay->counts().process), SIGKILL);
    HRESULT code = 0;
    refusal_of([&] { relay->publish({kTcp, "", free_port(), "127.0.0.1", kEcho}); }, &code);
    CHECK_EQUAL(kServiceNotAvailable, code);
    CHECK(comes([&] { return bound(SOCK_STREAM, "127.0.0.1", scene.port).number >= 0; }));  // the kernel closes one after the other
    relay->withdraw(1);
    CHECK(!relay->works());
}

TEST(why_a_relay_is_not_heard_is_told, "who reads of a lost connection looks at the relay, and it is this process that has no memory") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    relay->publish(scene.to(kEcho));
#ifdef SYS_poll
    if (!forbid(SYS_poll, ENOMEM)) SKIP("this kernel takes no filter of calls");
#endif
    if (!forbid(SYS_ppoll, ENOMEM)) SKIP("this kernel takes no filter of calls");
    HRESULT code = 0;
    const std::string text = refusal_of([&] { relay->counts(); }, &code);
    CHECK_EQUAL(kServiceNotAvailable, code);
    CHECK(text.find("hearing from it: " + std::string(strerror(ENOMEM))) != std::string::npos);
    CHECK(comes([&] { return bound(SOCK_STREAM, "127.0.0.1", scene.port).number >= 0; }));
}

TEST(a_relay_that_is_killed_before_it_answers_is_told_of, "its end of the socket is reset, with what was not read") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    const auto process = static_cast<pid_t>(relay->counts().process);
    CHECK(kill(process, SIGSTOP) == 0);
    const auto end_it = [process](const seccomp_notif&) {
        kill(process, SIGKILL);
        siginfo_t ended{};
        waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOWAIT);
    };
#ifdef SYS_poll
    const StoppedCall wait(SYS_poll, end_it);
#else
    const StoppedCall wait(SYS_ppoll, end_it);
#endif
    if (!wait) SKIP("this kernel lets nobody stop a call");
    HRESULT code = 0;
    const std::string text = refusal_of([&] { relay->counts(); }, &code);
    CHECK_EQUAL(kServiceNotAvailable, code);
    CHECK(text.find("hearing from it: " + std::string(strerror(ECONNRESET))) != std::string::npos);
}

// What a shell says to the socket of a relay.
static std::string answer_of(int key, int error) {
    relay::Answer answer{};
    answer.key = static_cast<std::uint64_t>(key);
    answer.error = error;
    std::string words;
    for (std::size_t at = 0; at < sizeof answer; ++at) {
        char word[8];
        snprintf(word, sizeof word, "\\%03o", reinterpret_cast<const unsigned char*>(&answer)[at]);
        words += word;
    }
    return "printf '" + words + "' >&3\n";
}

TEST(an_answer_that_is_none_ends_the_relay, "what it holds of the machine nobody would give back") {
    const Scene scene(geteuid() == 0);
    if (!scene) SKIP("no namespaces for this user here");
    const auto why = [](const char* step, int error) {
        return std::string("no relay for published ports: ") + step + ": " + strerror(error) + " (errno " + std::to_string(error) + ")";
    };
    const std::string unheard = why("hearing from it", ECONNRESET);
    const struct {
        std::string script, said;
        int limit_ms = 10'000;
    } rows[] = {{"printf '\\000' >&3\n", unheard},
                {answer_of(1, 0), unheard},
                {answer_of(0, 0), why("hearing from it", ETIMEDOUT), 300}, /* one that is entered, and says no more */
                {"head -c 1 <&3 >/dev/null\nexit 0\n", unheard},
                {answer_of(0, EPERM), why("entering the containers' network", EPERM)},
                {answer_of(0, 0) + answer_of(1, EMFILE), why("publishing a port", EMFILE)}};
    const std::string path = scene.program.folder + "/program", number = scene.program.folder + "/number";
    for (const auto& row : rows) {
        std::ofstream(path) << "#!/bin/sh\necho $$ > " + number + "\n" + row.script + "kill -STOP $$\n";
        CHECK(chmod(path.c_str(), 0755) == 0);
        HRESULT code = 0;
        const std::string said = refusal_of(
            [&] {
                PortRelay relay(scene.room->number(), {path, 1, row.limit_ms});
                relay.publish(scene.to(kEcho));
            },
            &code);
        pid_t process = 0;
        std::ifstream(number) >> process;
        unlink(number.c_str());
        unlink(path.c_str());
        if (said != row.said) fprintf(stderr, "expected <%s>\n     got <%s>\n", row.said.c_str(), said.c_str());
        CHECK(said == row.said && code == kServiceNotAvailable);
        const bool began = process > 0 || row.limit_ms == 300; /* a busy machine may not have come so far */
        CHECK(began && (process == 0 || (kill(process, 0) != 0 && errno == ESRCH)));
    }
}

TEST(what_cannot_be_published_is_refused_in_words, "an address of another machine, a port that is root's, a network that is gone") {
    const Scene scene(false);
    if (!scene) SKIP("no namespaces for this user here");
    const auto relay = scene.relay();
    HRESULT code = 0;
    CHECK(refusal_of([&] { relay->publish(scene.to(kEcho, kTcp, "192.0.2.1")); }, &code).find("192.0.2.1") !=
          std::string::npos);  // RFC 5737
    CHECK_EQUAL(kAddressInvalidOrReserved, code);
    CHECK(refusal_of([&] { relay->publish(scene.to(kEcho, kTcp, "", "nowhere")); }, &code) == "\"nowhere\" is no address");
    CHECK_EQUAL(kInvalidIp, code);
    std::ifstream first_free("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    int first = 1024;
    first_free >> first;
    if (first > 80) {
        CHECK(refusal_of([&] { relay->publish({kTcp, "127.0.0.77", 80, "127.0.0.1", kEcho}); }, &code).find("80/tcp") != std::string::npos);
        CHECK_EQUAL(kAccessDenied, code);
    }
    refusal_of([&] { PortRelay nowhere(INT32_MAX, {scene.program.path()}); }, &code);
    CHECK_EQUAL(kServiceNotAvailable, code);
    refusal_of([&] { PortRelay without(scene.room->number(), {"/no/such/program"}); }, &code);
    CHECK_EQUAL(kServiceNotAvailable, code);
}
