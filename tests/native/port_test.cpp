/* Who has a port of this machine, the sockets that a published one is heard by, and those that keep a reserved one: on its loopback
 * addresses, by ports that are free. What a machine without IPv6 or without room answers the kernel is told to answer, by a filter. */
#include "harness.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <net/route.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include "ground/hresult.h"
#include "network/host_address.h"
#include "network/linux/port_holder.h"
#include "network/linux/port_listener.h"
#include "network/port_hold.h"
#include "processes/relay/protocol.h"
#include "texts.h"

using namespace hcsffi;

namespace {

Address address_of(const char* text) { return read_address(text).value_or(Address()); }

/* A socket at an address of either family, and its port. */
struct Bound {
    UniqueFd socket;
    uint16_t port = 0;

    explicit Bound(const char* text, int protocol = IPPROTO_TCP, bool listens = true, uint16_t wanted = 0) {
        const bool six = strchr(text, ':') != nullptr;
        socket = UniqueFd(::socket(six ? AF_INET6 : AF_INET, (protocol == IPPROTO_TCP ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC, 0));
        sockaddr_in6 place{};
        auto* const four = reinterpret_cast<sockaddr_in*>(&place);
        socklen_t size = six ? sizeof place : sizeof *four;
        if (six) {
            place.sin6_family = AF_INET6;
            place.sin6_port = htons(wanted);
            inet_pton(AF_INET6, text, &place.sin6_addr);
        } else {
            four->sin_family = AF_INET;
            four->sin_port = htons(wanted);
            inet_pton(AF_INET, text, &four->sin_addr);
        }
        const int one = static_cast<int>(socket.get()), on = 1;
        constexpr int kFreeBindSix = 78; /* IPV6_FREEBIND: addresses that this machine does not have, too */
        (void)setsockopt(one, IPPROTO_IPV6, kFreeBindSix, &on, sizeof on);
        const bool is_bound = bind(one, reinterpret_cast<const sockaddr*>(&place), size) == 0 &&
                              (protocol != IPPROTO_TCP || !listens || listen(one, 1) == 0) &&
                              getsockname(one, reinterpret_cast<sockaddr*>(&place), &size) == 0;
        if (is_bound) port = ntohs(six ? place.sin6_port : four->sin_port);
    }
};

std::string name_of(pid_t process) {
    std::string name;
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::getline(file, name);
    return "process " + std::to_string(process) + " (" + name + ")";
}

std::string holder(const Bound& bound, const char* at, int protocol = IPPROTO_TCP) {
    return holder_of_port(static_cast<uint32_t>(protocol), address_of(at), bound.port);
}

const char kNobodyKnown[] = "another program";

/* What a child says that does this. */
std::string said_by_child(const std::function<std::string()>& work) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return "no pipe";
    const pid_t child = fork();
    if (child == 0) {
        const std::string text = work();
        _exit(write(ends[1], text.data(), text.size()) < 0);
    }
    close(ends[1]);
    char text[512];
    const ssize_t got = read(ends[0], text, sizeof text);
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return got > 0 ? std::string(text, static_cast<size_t>(got)) : "";
}

std::vector<UniqueFd> heard(uint32_t protocol, const char* at, uint16_t port) { return listen_on({protocol, at, port, "", 0}); }

/* A port that nobody has: the kernel gives away those from 32768 on by itself. */
uint16_t quiet_port() {
    for (auto port = static_cast<uint16_t>(20'000 + getpid() % 10'000);; ++port)
        if (PortHold hold; hold.take(PortHold::kTcp | PortHold::kUdp, port) == PortHold::Result::kHeld) return port;
}

bool has_six() { return Bound("::1").port != 0; }

/* A call of the kernel, by one of its arguments. */
struct Asked {
    unsigned call, argument, value;
};
constexpr Asked kSocketFour{SYS_socket, 0, AF_INET}, kSocketSix{SYS_socket, 0, AF_INET6};
constexpr Asked kBindFour{SYS_bind, 2, sizeof(sockaddr_in)}, kBindSix{SYS_bind, 2, sizeof(sockaddr_in6)};

/* From here on this process is answered so; false when the kernel lets nobody say that. */
bool refuse(const Asked& asked, int error) {
    const auto offset = static_cast<unsigned>(offsetof(seccomp_data, args) + 8 * asked.argument);
    sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, asked.call, 0, 3),
                            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, asked.value, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(error)),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

const char kNoFilter[] = "this kernel takes no filter of calls";

int open_descriptors() {
    int count = 0;
    for (int one = 0; one < 64; ++one) count += fcntl(one, F_GETFD) >= 0;
    return count;
}

int option(const UniqueFd& socket, int level, int name) {
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(static_cast<int>(socket.get()), level, name, &value, &size) == 0 ? value : -1;
}

}  // namespace

TEST(whoever_has_a_port_is_found_by_its_address, "the same port of another address is another program's, and so is the other protocol's") {
    const std::string mine = name_of(getpid());
    const Bound one("127.0.0.1");
    CHECK(one.port != 0);
    CHECK(same(mine, holder(one, "127.0.0.1")));
    CHECK(same(kNobodyKnown, holder(one, "127.0.0.2")) && same(kNobodyKnown, holder(one, "1.0.0.127")));
    CHECK(same(kNobodyKnown, holder_of_port(IPPROTO_TCP, address_of("127.0.0.1"), static_cast<uint16_t>(one.port ^ 1))));
    CHECK(same(kNobodyKnown, holder(one, "127.0.0.1", IPPROTO_UDP)));
    const Bound all("0.0.0.0");
    CHECK(same(mine, holder(all, "127.0.0.1")) && same(mine, holder(all, "10.1.2.3")));
    const Bound datagrams("127.0.0.3", IPPROTO_UDP);
    CHECK(same(mine, holder(datagrams, "127.0.0.3", IPPROTO_UDP)) && same(kNobodyKnown, holder(datagrams, "127.0.0.4", IPPROTO_UDP)));
    const Bound deaf("127.0.0.1", IPPROTO_TCP, false); /* it goes to somewhere, and nobody comes to it */
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(one.port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    CHECK(connect(static_cast<int>(deaf.socket.get()), reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
    CHECK(same(kNobodyKnown, holder(deaf, "127.0.0.1")));
    const pid_t sharing = fork(); /* who was there first is told */
    if (sharing == 0)
        for (;;) pause();
    const std::string told = holder(one, "127.0.0.1");
    kill(sharing, SIGKILL);
    CHECK(waitpid(sharing, nullptr, 0) == sharing);
    CHECK(same(sharing > getpid() ? mine : told, told));
    const Bound six("::1");
    if (six.port == 0) SKIP("no IPv6 here");
    CHECK(same(mine, holder(six, "::1")) && same(kNobodyKnown, holder(six, "::2")) && same(kNobodyKnown, holder(six, "127.0.0.1")));
    const Bound both("::");
    CHECK(same(mine, holder(both, "::1")) && same(mine, holder(both, "127.0.0.1")));
    const Bound within("::ffff:127.0.0.1");
    CHECK(within.port == 0 || same(mine, holder(within, "127.0.0.1")));
    const Bound elsewhere("2001:db8:1234:5678:9abc:def0:1357:2468");
    if (elsewhere.port != 0) {
        CHECK(same(mine, holder(elsewhere, "2001:db8:1234:5678:9abc:def0:1357:2468")));
        for (const char* other : {"2001:db9:1234:5678:9abc:def0:1357:2468", "2001:db8:1234:5679:9abc:def0:1357:2468",
                                  "2001:db8:1234:5678:9abc:def1:1357:2468", "2001:db8:1234:5678:9abc:def0:1357:2469"})
            CHECK(same(kNobodyKnown, holder(elsewhere, other)));
    }
    const Bound datagrams_six("::1", IPPROTO_UDP);
    CHECK(same(mine, holder(datagrams_six, "::1", IPPROTO_UDP)));
}

TEST(whoever_cannot_be_looked_into_is_told_by_his_user, "nobody but root sees what another user's programs hold") {
    const Bound one("127.0.0.1");
    const std::string relayed = said_by_child([&] {
        prctl(PR_SET_NAME, relay::kName);
        const Bound own("127.0.0.1");
        return holder(own, "127.0.0.1") + "|" + std::to_string(getpid());
    });
    const size_t bar = relayed.find('|');
    CHECK(bar != std::string::npos);
    CHECK(same("process " + relayed.substr(bar + 1) + " (" + relay::kName + ") of " + name_of(getpid()), relayed.substr(0, bar)));
    if (geteuid() != 0) SKIP("only root has what others do not see");
    CHECK(same("a process of user 0", said_by_child([&] {
                   close(static_cast<int>(one.socket.get())); /* the child would be found itself */
                   const std::string text = setresgid(65534, 65534, 65534) == 0 && setresuid(65534, 65534, 65534) == 0 ? "" : "still root";
                   return text + holder(one, "127.0.0.1");
               })));
}

TEST(a_published_port_is_heard_at_its_address_or_at_both_loopbacks, "a document that names no address opens nothing to the network") {
    uint16_t port = 0;
    {
        const Bound free("127.0.0.1");
        port = free.port;
    }
    const std::vector<UniqueFd> streams = heard(IPPROTO_TCP, "", port);
    CHECK_EQUAL(has_six() ? 2 : 1, streams.size());
    for (const UniqueFd& one : streams) {
        CHECK((fcntl(static_cast<int>(one.get()), F_GETFL) & O_NONBLOCK) != 0 &&
              (fcntl(static_cast<int>(one.get()), F_GETFD) & FD_CLOEXEC) != 0);
        CHECK(option(one, SOL_SOCKET, SO_ACCEPTCONN) == 1 && option(one, SOL_SOCKET, SO_REUSEADDR) == 1);
    }
    if (streams.size() == 2)
        CHECK(option(streams[1], SOL_SOCKET, SO_DOMAIN) == AF_INET6 && option(streams[1], IPPROTO_IPV6, IPV6_V6ONLY) == 1);
    const std::string number = std::to_string(port);
    CHECK(same("port " + number + "/tcp of 127.0.0.1 is taken: " + name_of(getpid()) + " has it",
               refusal_of([&] { (void)heard(IPPROTO_TCP, "", port); }, kPortAlreadyExists)));
    CHECK(heard(IPPROTO_TCP, "127.0.0.2", port).size() == 1);
    const std::vector<UniqueFd> datagrams = heard(IPPROTO_UDP, "", port);
    CHECK(datagrams.size() == streams.size() && option(datagrams[0], IPPROTO_IP, IP_PKTINFO) == 1);
    if (datagrams.size() == 2) CHECK_EQUAL(1, option(datagrams[1], IPPROTO_IPV6, IPV6_RECVPKTINFO));
    CHECK(same("port " + number + "/udp of 127.0.0.1 is taken: " + name_of(getpid()) + " has it",
               refusal_of([&] { (void)heard(IPPROTO_UDP, "", port); }, kPortAlreadyExists)));
    if (streams.size() == 2) {
        uint16_t other = 0;
        const Bound six("::1");
        other = six.port; /* one family of two is none */
        CHECK(same("port " + std::to_string(other) + "/tcp of ::1 is taken: " + name_of(getpid()) + " has it",
                   refusal_of([&] { (void)heard(IPPROTO_TCP, "", other); }, kPortAlreadyExists)));
        CHECK(heard(IPPROTO_TCP, "127.0.0.1", other).size() == 1);
    }
    CHECK(same("\"x\" is no address", refusal_of([&] { (void)heard(IPPROTO_TCP, "x", port); }, kInvalidIp)));
    CHECK(same("port " + number + "/tcp of 192.0.2.1: this machine has no such address",
               refusal_of([&] { (void)heard(IPPROTO_TCP, "192.0.2.1", port); }, kAddressInvalidOrReserved)));
}

TEST(why_a_published_port_is_not_heard_is_told, "whoever reads it takes another port, another user, or looks at the machine") {
    const auto streams = static_cast<uint32_t>(IPPROTO_TCP), datagrams = static_cast<uint32_t>(IPPROTO_UDP);
    const auto turning = [](int name) { return Asked{SYS_setsockopt, 2, static_cast<unsigned>(name)}; };
    const Asked listening{SYS_listen, 1, SOMAXCONN};
    const std::string full = ": " + std::string(strerror(ENOBUFS)) + " (errno " + std::to_string(ENOBUFS) + ")";
    const auto remedied = [](int error) {
        return ": " + std::string(strerror(error)) + " (errno " + std::to_string(error) + "); remedy: a port from 1024 on, or root";
    };
    const struct {
        Asked asked;
        int error;
        uint32_t protocol;
        const char* at;
        HRESULT code; /* kOk: it is heard by one socket */
        std::string where, why;
    } rows[] = {
        {kSocketFour, ENOBUFS, streams, "", kNoSystemResources, "/tcp of 127.0.0.1", full},
        {kSocketFour, ENOBUFS, datagrams, "127.0.0.5", kNoSystemResources, "/udp of 127.0.0.5", full},
        {turning(SO_REUSEADDR), ENOBUFS, streams, "127.0.0.1", kNoSystemResources, "/tcp of 127.0.0.1", full},
        {turning(IP_PKTINFO), ENOBUFS, datagrams, "", kNoSystemResources, "/udp of 127.0.0.1", full},
        {listening, ENOBUFS, streams, "", kNoSystemResources, "/tcp of 127.0.0.1", full},
        {listening, ENOBUFS, datagrams, "127.0.0.1", kOk, "", ""},
        {kBindFour, EACCES, streams, "", kAccessDenied, "/tcp of 127.0.0.1", remedied(EACCES)},
        {kBindFour, EPERM, datagrams, "127.0.0.1", kAccessDenied, "/udp of 127.0.0.1", remedied(EPERM)},
        {kBindFour, EADDRINUSE, streams, "", kPortAlreadyExists, "/tcp of 127.0.0.1", " is taken: another program has it"},
        {kBindFour, EADDRNOTAVAIL, streams, "", kAddressInvalidOrReserved, "/tcp of 127.0.0.1", ": this machine has no such address"},
        {kSocketSix, EAFNOSUPPORT, streams, "", kOk, "", ""}, /* a machine without IPv6 */
        {kBindSix, EADDRNOTAVAIL, datagrams, "", kOk, "", ""},
        {kSocketSix, ENOBUFS, streams, "", kNoSystemResources, "/tcp of ::1", full},
        {turning(IPV6_V6ONLY), ENOBUFS, streams, "", kNoSystemResources, "/tcp of ::1", full},
        {turning(IPV6_RECVPKTINFO), ENOBUFS, datagrams, "", kNoSystemResources, "/udp of ::1", full},
        {kBindSix, EPERM, datagrams, "", kAccessDenied, "/udp of ::1", remedied(EPERM)},
        {kBindSix, EADDRINUSE, streams, "", kPortAlreadyExists, "/tcp of ::1", " is taken: another program has it"},
        {kBindSix, EADDRNOTAVAIL, streams, "::1", kAddressInvalidOrReserved, "/tcp of ::1", ": this machine has no such address"},
    };
    const uint16_t port = quiet_port();
    const bool six = has_six();
    for (const auto& row : rows) {
        if (!six && row.where.find("::1") != std::string::npos) continue;
        const std::string said = said_by_child([&]() -> std::string {
            close(STDIN_FILENO); /* the first socket may have any number */
            if (!refuse(row.asked, row.error)) return kNoFilter;
            const int before = open_descriptors();
            size_t sockets = 0;
            const std::string text = refusal_of([&] { sockets = heard(row.protocol, row.at, port).size(); }, row.code);
            return (text.empty() ? "by " + std::to_string(sockets) : text) +
                   (open_descriptors() == before ? "" : ", and something is left");
        });
        if (said == kNoFilter) SKIP("this kernel takes no filter of calls");
        CHECK(same(row.code == kOk ? "by 1" : "port " + std::to_string(port) + row.where + row.why, said));
    }
}

TEST(a_port_is_held_in_both_families_or_not_at_all, "whoever reserves one learns whether another would do, or another user") {
    using Result = PortHold::Result;
    const uint16_t port = quiet_port();
    const bool six = has_six();
    const struct {
        Asked asked;
        int error;
        Result result;
        int sockets;
    } rows[] = {
        {kSocketSix, EAFNOSUPPORT, Result::kHeld, 1}, /* a machine without IPv6 */
        {kBindSix, EADDRNOTAVAIL, Result::kHeld, 1},
        {kSocketSix, EADDRNOTAVAIL, Result::kNoResources, 0},
        {kSocketSix, EMFILE, Result::kNoResources, 0},
        {kSocketFour, EAFNOSUPPORT, Result::kNoResources, 0},
        {kSocketFour, EMFILE, Result::kNoResources, 0},
        {kBindFour, EADDRNOTAVAIL, Result::kNoResources, 0},
        {kBindFour, EADDRINUSE, Result::kInUse, 0},
        {kBindFour, EACCES, Result::kDenied, 0},
        {kBindFour, EPERM, Result::kDenied, 0},
        {kBindSix, EAFNOSUPPORT, Result::kNoResources, 0},
        {kBindSix, EADDRINUSE, Result::kInUse, 0},
        {kBindSix, EACCES, Result::kDenied, 0},
        {{SYS_setsockopt, 2, IPV6_V6ONLY}, ENOPROTOOPT, Result::kNoResources, 0},
        {{SYS_socket, 0, AF_UNIX}, EMFILE, Result::kHeld, six ? 2 : 1},
    };
    for (const auto& row : rows) {
        if (!six && row.asked.value != kSocketSix.value && row.asked.value == kBindSix.value) continue;
        const std::string said = said_by_child([&]() -> std::string {
            close(STDIN_FILENO); /* the first socket may have any number */
            if (!refuse(row.asked, row.error)) return kNoFilter;
            const int before = open_descriptors();
            PortHold hold;
            const Result result = hold.take(PortHold::kTcp, port);
            return std::to_string(static_cast<int>(result)) + " by " + std::to_string(open_descriptors() - before);
        });
        if (said == kNoFilter) SKIP("this kernel takes no filter of calls");
        CHECK(same(std::to_string(static_cast<int>(row.result)) + " by " + std::to_string(row.sockets), said));
    }
    PortHold hold;
    CHECK(hold.take(PortHold::kUdp, port) == Result::kHeld);
    CHECK(Bound("127.0.0.1", IPPROTO_UDP, false, port).port == 0 && Bound("127.0.0.1", IPPROTO_TCP, true, port).port == port);
    if (six) CHECK(Bound("::1", IPPROTO_UDP, false, port).port == 0 && Bound("::1", IPPROTO_TCP, true, port).port == port);
    hold.release();
    CHECK(Bound("127.0.0.1", IPPROTO_UDP, false, port).port == port);
    for (const char* taken : {"127.0.0.1", "::1"}) {
        const Bound one(taken, IPPROTO_TCP, true, port);
        CHECK((one.port == 0 && !six) || hold.take(PortHold::kTcp | PortHold::kUdp, port) == Result::kInUse);
    }
}

TEST(the_address_of_this_machine_is_that_of_the_way_out,
     "an overlay network tells it to other machines; nobody reaches a loopback address") {
    const std::string said = said_by_child([]() -> std::string {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return "";
        const UniqueFd any(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        close(STDIN_FILENO); /* the next one has its number */
        const int before = open_descriptors();
        const std::string without = host_address();
        const int one = static_cast<int>(any.get());
        ifreq loopback{};
        strcpy(loopback.ifr_name, "lo");
        auto* const own = reinterpret_cast<sockaddr_in*>(&loopback.ifr_addr);
        own->sin_family = AF_INET;
        own->sin_addr.s_addr = htonl(0x0A4D0102);
        if (ioctl(one, SIOCSIFADDR, &loopback) != 0) return "";
        loopback.ifr_flags = IFF_UP;
        if (ioctl(one, SIOCSIFFLAGS, &loopback) != 0) return "";
        rtentry everywhere{};
        everywhere.rt_dst.sa_family = everywhere.rt_genmask.sa_family = AF_INET;
        everywhere.rt_flags = RTF_UP;
        char device[] = "lo";
        everywhere.rt_dev = device;
        if (ioctl(one, SIOCADDRT, &everywhere) != 0) return "";
        const std::string with = host_address();
        return without + " and " + with + (open_descriptors() == before ? "" : ", and something is left");
    });
    if (said.empty()) SKIP("no namespaces for this user here");
    CHECK(same("127.0.0.1 and 10.77.1.2", said));
}
