/* Who has a port of this machine, and the sockets that a published one is heard by: on its loopback addresses, by ports that are free. */
#include "harness.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <fstream>
#include <string>
#include <vector>

#include "ground/hresult.h"
#include "network/linux/port_holder.h"
#include "network/linux/port_listener.h"
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
        const int one = static_cast<int>(socket.get());
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
    const Bound six("::1");
    if (six.port == 0) SKIP("no IPv6 here");
    CHECK(same(mine, holder(six, "::1")) && same(kNobodyKnown, holder(six, "::2")) && same(kNobodyKnown, holder(six, "127.0.0.1")));
    const Bound both("::");
    CHECK(same(mine, holder(both, "::1")) && same(mine, holder(both, "127.0.0.1")));
    const Bound within("::ffff:127.0.0.1");
    CHECK(within.port == 0 || same(mine, holder(within, "127.0.0.1")));
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
    CHECK(!streams.empty() && streams.size() <= 2);
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
