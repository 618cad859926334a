/* Ports of the host by themselves: who has claimed, reserved or holds which, each whole or not at all. */
#include "harness.h"

#ifndef _WIN32
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#endif

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "ground/guid.h"
#include "network/port_array.h"
#include "network/port_reservation.h"
#include "network/port_table.h"
#include "texts.h"

using namespace hcsffi;

namespace {

const std::string kFirst = "11111111-AAAA-1111-1111-111111111111", kSecond = "22222222-BBBB-2222-2222-222222222222";

}  // namespace

TEST(a_port_of_the_host_is_claimed_once, "by an address, by every address, and all of a list or nothing of it") {
    PortTable table;
    std::vector<MappedPort> one, other, third;
    const auto exchange = [&](std::vector<MappedPort>& held, const std::vector<MappedPort>& wanted) {
        return answer_of([&] {
            table.exchange(held, wanted);
            return std::string();
        });
    };
    CHECK(same("", exchange(one, {{6, 80, ""}, {17, 80, "1.1.1.1"}})));
    for (const MappedPort& taken :
         {MappedPort{6, 80, ""}, MappedPort{6, 80, "1.1.1.1"}, MappedPort{17, 80, ""}, MappedPort{17, 80, "1.1.1.1"}})
        CHECK(exchange(other, {{6, 81, ""}, taken}).find("port 80 of the host leads to an endpoint already") != std::string::npos &&
              other.empty());
    CHECK(same("", exchange(other, {{17, 80, "2.2.2.2"}, {6, 81, ""}, {6, 79, ""}})));
    CHECK(exchange(third, {{6, 82, ""}, {6, 82, ""}}).find("port 82") != std::string::npos);
    CHECK(same("", exchange(one, {{6, 80, ""}, {6, 83, ""}})));
    CHECK(same("", exchange(third, {{17, 80, "1.1.1.1"}})));
    table.release(one);
    CHECK(one.empty() && same("", exchange(one, {{6, 80, "3.3.3.3"}})));
    const auto ports = ports_of({{"PortMapping", R"({"Protocol":17,"ExternalPort":65535,"VIP":"1.1.1.1"})"},
                                 {"ACL", R"({"ExternalPort":1})"},
                                 {"PortMapping", "{}"}});
    CHECK_EQUAL(2, ports.size());
    CHECK(ports[0].protocol == 17 && ports[0].port == 65535 && ports[0].address == "1.1.1.1" && ports[1].protocol == 0 &&
          ports[1].port == 0);
}

TEST(ports_of_a_guest_service_are_its_own_until_they_go, "one service that goes takes its ports with it, and nobody else's") {
    PortReservations ports;
    uint16_t first = 0, last = 0, other = 0, ignored = 0;
    void* const range = ports.reserve_range("one", 3, &first, &last);
    void* const single = ports.reserve_range("two", 1, &other, &ignored);
    CHECK(first >= 49152 && last == first + 2 && other == ignored && (other < first || other > last));
    CHECK_EQUAL(2, ports.all().size());
    const auto reserved = [&](const char* service, bool shared, uint16_t port, uint8_t protocols = PortHold::kTcp) {
        return answer_of([&] {
            ports.reserve(service, protocols, shared, port);
            return std::string("reserved");
        });
    };
    const auto said = [](const std::string& text, const char* piece) { return text.find(piece) != std::string::npos; };
    CHECK(said(reserved("two", false, first), "is reserved") && said(reserved("two", false, last, PortHold::kUdp), "is reserved"));
    CHECK(said(reserved("two", true, last), "is reserved"));
    CHECK(said(reserved("two", false, 0), "no port has the number 0"));
    ports.release_of("one");
    CHECK_EQUAL(1, ports.all().size());
    CHECK(same("two", ports.all()[0].service));
    CHECK(same("reserved", reserved("three", true, first)) && same("reserved", reserved("four", true, first)));
    CHECK(said(reserved("five", false, first), "is reserved"));
    ports.release_of("three");
    CHECK(said(reserved("five", false, first), "is reserved"));
    ports.release_of("four");
    CHECK(same("reserved", reserved("five", false, first)));
    ports.release(range);  // over already: what it had is somebody else's now
    CHECK(said(reserved("six", false, first), "is reserved"));
    const auto released = [&](const void* handle) {
        return answer_of([&] {
            ports.release(handle);
            return std::string("released");
        });
    };
    CHECK(said(released(range), "80070006") && said(released(nullptr), "80070057") && same("released", released(single)));
    CHECK(said(answer_of([&] {
                   ports.reserve_range("x", 0, &first, &last);
                   return std::string();
               }),
               "a range has at least one port"));
    CHECK(said(answer_of([&] {
                   ports.reserve_range("x", 16385, &first, &last);
                   return std::string();
               }),
               "not as many free ports in a row"));
    ports.release_of("");
    CHECK(ports.all().empty());
}

TEST(a_reservation_is_of_its_protocols_and_of_the_system_s_own_range, "the other protocol's port is free for whoever has it") {
    PortReservations ports;
    std::random_device random;
    uint16_t first = 0;
    void* found = nullptr;
    while (found == nullptr) { /* a port below those that systems give out by themselves, and other tests take */
        first = static_cast<uint16_t>(20000 + random() % 10000);
        try {
            found = ports.reserve("finder", PortHold::kTcp | PortHold::kUdp, false, first);
        } catch (const Refusal&) {
        }
    }
    ports.release(found);
    const auto reserved = [&](const char* service, uint8_t protocols, bool shared = false) {
        return answer_of([&] {
            ports.reserve(service, protocols, shared, first);
            return std::string("reserved");
        });
    };
    const std::string taken = "803B0013 port " + std::to_string(first) + " is reserved";
    void* const tcp = ports.reserve("one", PortHold::kTcp, false, first);
    CHECK(same("reserved", reserved("two", PortHold::kUdp)) && same(taken, reserved("three", PortHold::kTcp | PortHold::kUdp)));
    ports.release(tcp);
    CHECK(same(taken, reserved("three", PortHold::kUdp)) && same(taken, reserved("three", PortHold::kTcp | PortHold::kUdp)));
    CHECK(same("reserved", reserved("four", PortHold::kTcp))); /* what was refused has taken nothing */
    ports.release_of("two");
    CHECK(same("reserved", reserved("five", PortHold::kUdp)));
    ports.release_of("two"); /* once more: what it had is somebody else's */
    CHECK(same(taken, reserved("six", PortHold::kUdp)));
    const std::vector<ReservedPorts> all = ports.all();
    CHECK(all.size() == 2 && all[0].first == first && all[0].last == first && !all[0].shared);
#ifndef _WIN32
    /* RFC 6335: the dynamic ports are 49152 to 65535. With no socket to be had the first that is tried is named. */
    uint16_t last = 0;
    rlimit limit{};
    CHECK(getrlimit(RLIMIT_NOFILE, &limit) == 0);
    const rlimit none{0, limit.rlim_max};
    PortReservations others;
    const auto of_range = [&](uint16_t many) {
        return answer_of([&] {
            others.reserve_range("x", many, &first, &last);
            return std::string("reserved");
        });
    };
    CHECK(setrlimit(RLIMIT_NOFILE, &none) == 0);
    const std::string most = of_range(16384), one = of_range(1), more = of_range(16385);
    CHECK(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    CHECK(same("800705AA port 49152 of this machine cannot be had", most) && same(most, one));
    CHECK(same("800705AA this machine has not as many free ports in a row", more));
#endif
}

TEST(an_array_of_reserved_ports_is_freed_once, "a client that frees what it has not got corrupts nothing, and finds its mistake counted") {
    PortArrays arrays;
    HCN_PORT_RANGE_ENTRY* const entries =
        arrays.hand_out({{{kFirst, 3, true, 5, 9}, ""}, {{kFirst, PortHold::kTcp, false, 65534, 65535}, kSecond}});
    const struct {
        std::string partition;
        int protocol, sharing, first, last;
    } rows[] = {{kFirst, HCN_PORT_PROTOCOL_BOTH, 1, 5, 9}, {kSecond, HCN_PORT_PROTOCOL_TCP, 0, 65534, 65535}};
    for (size_t at = 0; at < 2; ++at) {
        CHECK(same(rows[at].partition, guid_text(entries[at].OwningPartitionId)) &&
              same(rows[at].partition, guid_text(entries[at].TargetPartitionId)));
        CHECK_EQUAL(rows[at].protocol, entries[at].Protocol);
        CHECK_EQUAL(rows[at].sharing, entries[at].SharingFlags);
        CHECK(rows[at].first == entries[at].StartingPort && rows[at].last == entries[at].EndingPort);
    }
    arrays.take_back(entries + 1);
    arrays.take_back(nullptr);
    CHECK(arrays.live() == 1 && arrays.wrong_frees() == 1);
    arrays.take_back(entries);
    arrays.take_back(entries);
    CHECK(arrays.live() == 0 && arrays.wrong_frees() == 2);
}

TEST(a_port_is_held_whole_or_not_at_all, "half a port would be a server that half of its clients reach") {
    using Result = PortHold::Result;
    constexpr uint8_t kBoth = PortHold::kTcp | PortHold::kUdp;
    std::random_device random;
    const auto held = [&](PortHold& hold, uint8_t protocols) { /* a port below those that systems give out by themselves */
                                                               for (;;) {
                                                                   const auto port = static_cast<uint16_t>(20000 + random() % 10000);
                                                                   if (hold.take(protocols, port) == Result::kHeld) return port;
                                                               }
    };
    PortHold one, two, three;
    const uint16_t port = held(one, kBoth);
#ifdef _WIN32
    CHECK(two.take(PortHold::kTcp, port) != Result::kHeld); /* Windows says in use, Wine denied: it is somebody's alone */
#else
    CHECK(two.take(PortHold::kTcp, port) == Result::kInUse);
#endif
    CHECK(two.take(PortHold::kUdp, port) == Result::kInUse);
    const uint16_t other = held(two, PortHold::kUdp);
    CHECK(three.take(PortHold::kTcp, other) == Result::kHeld);
    three.release();
    CHECK(one.take(kBoth, other) == Result::kInUse); /* its datagrams are another's: nothing is held then */
    CHECK(three.take(kBoth, port) == Result::kHeld);
    CHECK(one.take(PortHold::kTcp, other) == Result::kHeld);
    held(three, PortHold::kTcp); /* what it had is given up */
    CHECK(two.take(kBoth, port) == Result::kHeld);
#ifndef _WIN32
    for (const int family : {AF_INET, AF_INET6}) {
        PortHold finder;
        const uint16_t found = held(finder, kBoth);
        finder.release();
        sockaddr_in6 place{};
        auto* const four = reinterpret_cast<sockaddr_in*>(&place);
        if (family == AF_INET6) {
            place.sin6_family = AF_INET6;
            place.sin6_port = htons(found);
        } else {
            four->sin_family = AF_INET;
            four->sin_port = htons(found);
        }
        const int socket = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0), only = 1;
        if (family == AF_INET6) setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only);
        const bool bound = bind(socket, reinterpret_cast<const sockaddr*>(&place), family == AF_INET6 ? sizeof place : sizeof *four) == 0;
        CHECK(bound || family == AF_INET6); /* which the machine may not have */
        if (bound) CHECK(one.take(PortHold::kTcp, found) == Result::kInUse);
        close(socket);
    }
#endif
}
