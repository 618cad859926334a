/* The relay by itself, spoken to as the host speaks (processes/relay/protocol.h), and as no host would: what it answers to each order, whom
 * it lets in and whom it forgets. It has entered no network here: its ports lead to sockets of the test. */
#include "guard_alone.h"
#include "harness.h"
#include "processes/relay/protocol.h"

#include <netinet/in.h>
#include <sys/resource.h>

#include <algorithm>

using namespace hcsffi;
using reaper::GuardAlone;
using relay::Answer;
using relay::Ask;
using relay::Order;

namespace {

sockaddr_in address_of(const UniqueFd& socket) {
    sockaddr_in own{};
    socklen_t size = sizeof own;
    getsockname(fd_of(socket), reinterpret_cast<sockaddr*>(&own), &size);
    return own;
}

/* Of this machine, at a port that the kernel chooses. */
UniqueFd listening(int kind, int flags = SOCK_NONBLOCK) {
    UniqueFd made(socket(AF_INET, kind | flags | SOCK_CLOEXEC, 0));
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(fd_of(made), reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0) perror("bind");
    if (kind == SOCK_STREAM && listen(fd_of(made), SOMAXCONN) != 0) perror("listen");
    return made;
}

UniqueFd connected(int kind, const sockaddr_in& place) {
    UniqueFd made(socket(AF_INET, kind | SOCK_CLOEXEC, 0));
    const timeval limit{60, 0};
    setsockopt(fd_of(made), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (connect(fd_of(made), reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0) return UniqueFd();
    return made;
}

bool sends(const UniqueFd& socket, const std::string& text) {
    return send(fd_of(socket), text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

std::string next_from(const UniqueFd& socket) {
    char piece[4096];
    const ssize_t got = recv(fd_of(socket), piece, sizeof piece, 0);
    return got >= 0 ? std::string(piece, static_cast<std::size_t>(got)) : "errno " + std::to_string(errno);
}

UniqueFd accepted(const UniqueFd& listener) { return UniqueFd(accept4(fd_of(listener), nullptr, nullptr, SOCK_CLOEXEC)); }

/* A relay, and a port of each kind inside. */
struct RelayAlone : GuardAlone {
    UniqueFd stream = listening(SOCK_STREAM, 0), datagrams = listening(SOCK_DGRAM, 0);

    explicit RelayAlone(const std::function<void()>& first = [] {}) : GuardAlone({relay::kName}, first) {}

    Answer ask(const Order& order, const std::vector<int>& given = {}) const {
        Answer answer{};
        (void)send_with_descriptors(fd_of(socket), &order, sizeof order, given, 0);
        if (!reaper::is_readable(socket) || recv(fd_of(socket), &answer, sizeof answer, 0) != static_cast<ssize_t>(sizeof answer))
            answer.error = -1;
        return answer;
    }
    Order order(Ask what, std::uint64_t key = 0, int kind = SOCK_STREAM) const {
        Order made{};
        made.ask = what;
        made.key = key;
        made.idle_ms = 600'000;
        const sockaddr_in target = address_of(kind == SOCK_STREAM ? stream : datagrams);
        memcpy(&made.target, &target, sizeof target);
        made.target_length = sizeof target;
        return made;
    }
    int publish(std::uint64_t key, const UniqueFd& listener, int kind) const {
        return ask(order(Ask::publish, key, kind), {fd_of(listener)}).error;
    }
    int withdraw(std::uint64_t key) const { return ask(order(Ask::withdraw, key)).error; }
    Answer counts() const { return ask(order(Ask::count)); }
    /* How long a peer may be silent; what is refused of that is that no network came with it. */
    bool is_patient_for(std::uint32_t idle_ms) const {
        Order made = order(Ask::enter);
        made.idle_ms = idle_ms;
        return ask(made).error == EINVAL;
    }
    /* The counts once they are so; those that come last when they never are. */
    bool has(const std::function<bool(const Answer&)>& expected) const {
        for (int look = 0; look < 10'000; ++look) {
            if (expected(counts())) return true;
            poll(nullptr, 0, 2);
        }
        return false;
    }
};

bool same(const Answer& expected, const Answer& told) {
    if (memcmp(&expected, &told, sizeof told) == 0) return true;
    fprintf(stderr, "key %d, error %d, %u publications, %u connections, %u peers, %u pipes\n", static_cast<int>(told.key), told.error,
            told.publications, told.connections, told.peers, told.pipes);
    return false;
}

}  // namespace

TEST(an_order_is_answered_by_what_it_did_and_what_there_is, "a port that is not led anywhere must not be told as published") {
    RelayAlone relay;
    const UniqueFd outer = listening(SOCK_STREAM), other = listening(SOCK_DGRAM), nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    Order order = relay.order(Ask::publish, 7);
    CHECK(same({7, EINVAL, 0, 0, 0, 0, 0}, relay.ask(order)));
    order.target_length = sizeof order.target + 1;
    CHECK(same({7, EINVAL, 0, 0, 0, 0, 0}, relay.ask(order, {fd_of(outer)})));
    order.target_length = sizeof order.target;
    CHECK(same({7, 0, 1, 0, 0, 0, 0}, relay.ask(order, {fd_of(outer), fd_of(other)})));
    CHECK(same({7, EINVAL, 1, 0, 0, 0, 0}, relay.ask(order, {fd_of(outer)})));
    CHECK(same({8, EPERM, 1, 0, 0, 0, 0}, relay.ask(relay.order(Ask::publish, 8), {fd_of(nothing)})));
    CHECK(same({9, 0, 1, 0, 0, 0, 0}, relay.ask(relay.order(Ask::count, 9))));
    CHECK(same({9, ENOENT, 1, 0, 0, 0, 0}, relay.ask(relay.order(Ask::withdraw, 9))));
    CHECK(same({7, 0, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::withdraw, 7))));
    CHECK(same({7, ENOENT, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::withdraw, 7))));
    CHECK(same({0, EINVAL, 0, 0, 0, 0, 0}, relay.ask(relay.order(static_cast<Ask>(99)))));
    CHECK(same({0, EINVAL, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::enter))));
    CHECK(same({0, EINVAL, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::enter), {fd_of(nothing), fd_of(nothing)})));
    CHECK(same({0, ENOTTY, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::enter), {fd_of(nothing)})));
    const UniqueFd users(open("/proc/self/ns/user", O_RDONLY | O_CLOEXEC)), network(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
    CHECK(relay.ask(relay.order(Ask::enter), {fd_of(users)}).error != 0);
    if (geteuid() == 0) CHECK(same({0, 0, 0, 0, 0, 0, 0}, relay.ask(relay.order(Ask::enter), {fd_of(network)})));
    CHECK_EQUAL(0, relay.let_go());
}

TEST(a_relay_has_a_name_and_is_at_rest, "who looks at a machine sees what it is, and it takes no processor while nobody calls") {
    RelayAlone relay;
    CHECK(relay.is_patient_for(600'000));
    CHECK(file_text("/proc/" + std::to_string(relay.pid) + "/comm") == std::string(relay::kName) + "\n");
    rlimit limit{};
    CHECK(prlimit(relay.pid, RLIMIT_NOFILE, nullptr, &limit) == 0 && limit.rlim_cur == limit.rlim_max);
    const std::size_t before = reaper::held_by(relay.pid).size();
    const UniqueFd outer = listening(SOCK_STREAM), other = listening(SOCK_DGRAM);
    CHECK_EQUAL(0, relay.publish(1, outer, SOCK_STREAM));
    CHECK_EQUAL(0, relay.publish(2, other, SOCK_DGRAM));
    CHECK(reaper::comes_to_rest(relay.pid));
    CHECK_EQUAL(before + 2, reaper::held_by(relay.pid).size());
    const UniqueFd one = connected(SOCK_STREAM, address_of(outer)), peer = connected(SOCK_DGRAM, address_of(other));
    const UniqueFd inner = accepted(relay.stream);
    CHECK(sends(one, "a") && next_from(inner) == "a" && sends(inner, "b") && next_from(one) == "b" && sends(peer, "c"));
    CHECK(relay.has([](const Answer& told) { return told.connections == 1 && told.peers == 1 && told.publications == 2; }));
    CHECK(reaper::comes_to_rest(relay.pid));
    const Answer told = relay.counts();
    CHECK(told.pipes >= 1 && told.pipes <= 2);
    const std::string folder = "/proc/" + std::to_string(relay.pid) + "/fd/";
    int own[2];
    CHECK(pipe2(own, O_CLOEXEC) == 0);
    const bool is_granted = fcntl(own[0], F_SETPIPE_SZ, 1 << 20) == 1 << 20; /* to this user by now */
    for (const int each : own) close(each);
    for (const std::string& name : entries(folder)) {
        if (!is_granted || reaper::link_of(folder + name).rfind("pipe:", 0) != 0 || atoi(name.c_str()) <= reaper::kSocket) continue;
        const UniqueFd its(open((folder + name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        if (its) CHECK_EQUAL(1 << 20, fcntl(fd_of(its), F_GETPIPE_SZ)); /* bytes go through one of them in fewer turns */
    }
    CHECK_EQUAL(before + 2 + 3 + 2 * told.pipes, reaper::held_by(relay.pid).size());
    CHECK(relay.withdraw(1) == 0 && relay.withdraw(2) == 0);
    CHECK(next_from(one) == "errno " + std::to_string(ECONNRESET) && next_from(inner) == "errno " + std::to_string(ECONNRESET));
    CHECK_EQUAL(before + 2 * told.pipes, reaper::held_by(relay.pid).size());
    CHECK(reaper::comes_to_rest(relay.pid));
    relay.socket.reset();
    CHECK_EQUAL(0, relay.let_go());
}

TEST(what_is_no_order_ends_a_relay, "both sides are of one build: whoever sends half an order is no host") {
    RelayAlone relay;
    CHECK(send(fd_of(relay.socket), "half", 4, 0) == 4);
    int status = -1;
    CHECK(waitpid(relay.pid, &status, 0) == relay.pid && status == 0);
    relay.pid = -1;
}

TEST(an_end_is_passed_on_and_the_other_way_stays,
     "a client that has sent all still reads the answer, and so does a server that has said all") {
    RelayAlone relay;
    const UniqueFd outer = listening(SOCK_STREAM);
    CHECK_EQUAL(0, relay.publish(1, outer, SOCK_STREAM));
    for (const bool outside_first : {true, false}) {
        UniqueFd one = connected(SOCK_STREAM, address_of(outer)), inner = accepted(relay.stream);
        UniqueFd &first = outside_first ? one : inner, &second = outside_first ? inner : one;
        CHECK(sends(first, "all") && shutdown(fd_of(first), SHUT_WR) == 0);
        CHECK(next_from(second) == "all" && next_from(second).empty());
        CHECK(relay.counts().connections == 1 && reaper::comes_to_rest(relay.pid));
        CHECK(sends(second, "answer") && next_from(first) == "answer");
        CHECK(shutdown(fd_of(second), SHUT_WR) == 0 && next_from(first).empty());
        CHECK(relay.has([](const Answer& told) { return told.connections == 0; }));
        CHECK(sends(first, "late") || errno == EPIPE);
    }
    for (const bool outside : {true, false}) {
        UniqueFd one = connected(SOCK_STREAM, address_of(outer)), inner = accepted(relay.stream);
        CHECK(sends(one, "x") && next_from(inner) == "x");
        const linger at_once{1, 0};
        UniqueFd &broken = outside ? one : inner, &other = outside ? inner : one;
        setsockopt(fd_of(broken), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        broken.reset();
        CHECK(next_from(other) == "errno " + std::to_string(ECONNRESET));
    }
    CHECK(relay.has([](const Answer& told) { return told.connections == 0; }) && reaper::comes_to_rest(relay.pid));
}

TEST(a_caller_is_let_in_while_there_are_descriptors_for_him,
     "two sockets, a pipe for each way, those at rest and a few to live: then he waits") {
    constexpr rlim_t kOfAll = 16 * 2 + 64, kOfPort = 2, kOfCaller = 6;
    for (const rlim_t more : {rlim_t{0}, kOfCaller - 1, kOfCaller}) {
        const rlimit few{kOfAll + kOfPort + 2 * kOfCaller + more, kOfAll + kOfPort + 2 * kOfCaller + more};
        RelayAlone relay([&few] { setrlimit(RLIMIT_NOFILE, &few); });
        const UniqueFd outer = listening(SOCK_STREAM);
        CHECK_EQUAL(0, relay.publish(1, outer, SOCK_STREAM));
        std::vector<UniqueFd> all;
        for (int at = 0; at < 5; ++at) all.push_back(connected(SOCK_STREAM, address_of(outer)));
        const std::uint32_t most = more == kOfCaller ? 3 : 2;
        CHECK(relay.has([most](const Answer& told) { return told.connections == most; }));
        std::vector<UniqueFd> inner;
        for (std::uint32_t at = 0; at < most; ++at) inner.push_back(accepted(relay.stream));
        CHECK(sends(all[0], "x") && next_from(inner[0]) == "x" && relay.counts().connections == most);
        all[0].reset();
        inner[0].reset();
        inner.push_back(accepted(relay.stream)); /* whose turn it is now */
        CHECK(sends(all[most], "y") && next_from(inner.back()) == "y");
        CHECK_EQUAL(most, relay.counts().connections);
        CHECK_EQUAL(0, relay.let_go());
    }
}

TEST(who_has_been_silent_longest_gives_his_place_to_the_next, "anybody can invent senders, and who talks must not be forgotten for them") {
    constexpr rlim_t kOfAll = 16 * 2 + 64, kOfPort = 2, kOfCaller = 6, kPeers = 3;
    const rlimit few{kOfAll + kOfPort + kOfCaller + kPeers - 1, kOfAll + kOfPort + kOfCaller + kPeers - 1};
    RelayAlone relay([&few] { setrlimit(RLIMIT_NOFILE, &few); });
    const UniqueFd outer = listening(SOCK_DGRAM);
    CHECK(relay.is_patient_for(600'000) && relay.publish(1, outer, SOCK_DGRAM) == 0);
    std::vector<UniqueFd> all;
    for (int at = 0; at < 5; ++at) all.push_back(connected(SOCK_DGRAM, address_of(outer)));
    /* The port by which one is known inside; he gets an answer. */
    const auto known_by = [&](std::size_t at) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        char text[16];
        if (!sends(all[at], "call") ||
            recvfrom(fd_of(relay.datagrams), text, sizeof text, 0, reinterpret_cast<sockaddr*>(&from), &size) != 4)
            return 0;
        if (sendto(fd_of(relay.datagrams), "", 0, 0, reinterpret_cast<const sockaddr*>(&from), size) != 0) return 0;
        return next_from(all[at]).empty() ? static_cast<int>(ntohs(from.sin_port)) : 0;
    };
    const int first = known_by(0), second = known_by(1), third = known_by(2);
    CHECK(first > 0 && second > 0 && third > 0 && first != second && second != third);
    CHECK_EQUAL(3, relay.counts().peers);
    CHECK_EQUAL(first, known_by(0));
    CHECK(known_by(3) > 0); /* in the place of the second */
    CHECK_EQUAL(3, relay.counts().peers);
    CHECK_EQUAL(first, known_by(0));
    CHECK_EQUAL(third, known_by(2));
    CHECK(known_by(1) > 0 && relay.counts().peers == 3);
    CHECK_EQUAL(0, relay.withdraw(1));
    CHECK_EQUAL(0, relay.counts().peers);
}

TEST(one_who_is_silent_is_forgotten_and_one_who_is_not_stays, "peers of datagrams never say that they have gone") {
    RelayAlone relay;
    const UniqueFd outer = listening(SOCK_DGRAM);
    CHECK(relay.is_patient_for(1) && relay.publish(1, outer, SOCK_DGRAM) == 0);
    const UniqueFd one = connected(SOCK_DGRAM, address_of(outer)), other = connected(SOCK_DGRAM, address_of(outer));
    for (const UniqueFd* each : {&one, &other}) CHECK(sends(*each, "call"));
    CHECK(relay.has([](const Answer& told) { return told.peers == 0; }) && reaper::comes_to_rest(relay.pid));
    CHECK(relay.is_patient_for(600'000));
    CHECK(sends(one, "call") && relay.has([](const Answer& told) { return told.peers == 1; }));
    CHECK(reaper::comes_to_rest(relay.pid) && relay.counts().peers == 1);
}

TEST(every_one_of_many_callers_and_datagrams_is_served, "more than are taken at once are not lost") {
    constexpr int kMany = 150;
    RelayAlone relay;
    const UniqueFd outer = listening(SOCK_STREAM), other = listening(SOCK_DGRAM);
    CHECK(relay.is_patient_for(600'000) && relay.publish(1, outer, SOCK_STREAM) == 0 && relay.publish(2, other, SOCK_DGRAM) == 0);
    CHECK(kill(relay.pid, SIGSTOP) == 0);
    std::vector<UniqueFd> all;
    for (int at = 0; at < kMany; ++at) all.push_back(connected(SOCK_STREAM, address_of(outer)));
    const UniqueFd peer = connected(SOCK_DGRAM, address_of(other));
    for (int at = 0; at < kMany; ++at) CHECK(sends(peer, std::to_string(at)));
    CHECK(kill(relay.pid, SIGCONT) == 0);
    for (int at = 0; at < kMany; ++at) CHECK(next_from(relay.datagrams) == std::to_string(at));
    CHECK(relay.has([](const Answer& told) { return told.connections == kMany && told.peers == 1; }));
    for (const UniqueFd& one : all) CHECK(sends(one, "x") && next_from(accepted(relay.stream)) == "x");
    all.clear();
    CHECK(relay.has([](const Answer& told) { return told.connections == 0; }) && reaper::comes_to_rest(relay.pid));
}
