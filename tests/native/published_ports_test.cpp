/* Which ports of the machine lead to endpoints, change by change: what the relay is told, and what is said when it refuses or has gone. The
 * relay here is this file's own, which writes down; the library's is not linked, and relay_test tries it. */
#include "harness.h"

#include <functional>
#include <new>
#include <set>
#include <string>
#include <vector>

#include "network/published_ports.h"
#include "texts.h"

using namespace hcsffi;

namespace {

std::string relay_said;
std::set<uint16_t> refused; /* ports that somebody else has */
bool relay_works = true, memory_ends = false;
uint64_t publications = 0;

void say(const std::string& what) { relay_said += (relay_said.empty() ? "" : ", ") + what; }

std::string said() {
    std::string now;
    now.swap(relay_said);
    return now;
}

}  // namespace

namespace hcsffi {

struct PortRelay::Process {};

PortRelay::PortRelay(uint32_t process, const Manner&) {
    relay_works = true;
    say("a relay in " + std::to_string(process));
}

PortRelay::~PortRelay() { say("it ends"); }

uint64_t PortRelay::publish(const PublishedPort& port) {
    say(std::to_string(port.protocol) + " " + port.address + ":" + std::to_string(port.port) + " to " + port.target + ":" +
        std::to_string(port.target_port));
    if (memory_ends) throw std::bad_alloc();
    if (refused.count(port.port) != 0) throw Refusal(kPortAlreadyExists, "port " + std::to_string(port.port) + " is taken");
    return ++publications;
}

void PortRelay::withdraw(uint64_t publication) noexcept { say("no " + std::to_string(publication)); }

bool PortRelay::works() noexcept { return relay_works; }

}  // namespace hcsffi

namespace {

Policy mapping(int outside, const char* more = "") {
    return {"PortMapping", "{\"ExternalPort\":" + std::to_string(outside) + ",\"InternalPort\":" + std::to_string(outside + 1000) +
                               ",\"Protocol\":6" + more + "}"};
}

Outlet outlet(const std::string& id, const std::vector<Policy>& policies, uint32_t holder = 42) {
    Outlet one;
    one.endpoint_id = id;
    one.addresses = {*read_address("10.0.0.2")};
    one.policies = policies;
    one.holder = holder;
    return one;
}

std::string refusal(PublishedPorts& ports, const Outlet& wanted) {
    return refusal_of([&] { ports.open(wanted); }, kPortAlreadyExists);
}

}  // namespace

TEST(the_mappings_of_an_endpoint_lead_to_its_first_address, "of version 4 where it has one; other policies are no ports") {
    PublishedPorts ports;
    Outlet one = outlet("e1", {{"ACL", R"({"ExternalPort":1})"}, mapping(80), {"PortMapping", R"({"VIP":"1.1.1.1"})"}});
    one.addresses = {*read_address("fd00::2"), *read_address("10.0.0.2"), *read_address("10.0.0.3")};
    ports.open(one);
    CHECK(same("a relay in 42, 6 :80 to 10.0.0.2:1080, 0 1.1.1.1:0 to 10.0.0.2:0", said()));
    CHECK(ports.live() == 2 && !ports.leads_nowhere("e1") && !ports.leads_nowhere("e2"));
    Outlet six = outlet("e2", {{"PortMapping", R"({"ExternalPort":65535,"InternalPort":65535,"Protocol":255})"}});
    six.addresses = {*read_address("fd00::2"), *read_address("fd00::3")};
    ports.open(six);
    CHECK(same("255 :65535 to fd00::2:65535", said()));
    six.endpoint_id = "e3";
    six.addresses.clear();
    ports.open(six);
    ports.open(outlet("e4", {{"ACL", "{}"}}));
    ports.close("e4");
    CHECK(same("", said()) && ports.live() == 3);
    ports.close("e1");
    CHECK(same("no 2, no 1", said()) && ports.live() == 1);
    ports.close("e2");
    CHECK(same("no 3, it ends", said()) && ports.live() == 0); /* it would keep the containers' network */
}

TEST(a_change_of_mappings_touches_what_changes, "connections by a mapping that stays must not be cut") {
    PublishedPorts ports;
    ports.open(outlet("e1", {mapping(80), mapping(81), mapping(82)}));
    said();
    ports.open(outlet("e1", {mapping(82), mapping(83), mapping(80)}));
    CHECK(same("no 2, 6 :83 to 10.0.0.2:1083", said()));
    ports.open(outlet("e1", {mapping(82), mapping(83), mapping(80)}));
    CHECK(same("", said()) && ports.live() == 3);
    ports.open(outlet("e1", {mapping(80, ",\"VIP\":\"1.1.1.1\"")}));
    CHECK(same("no 4, no 3, no 1, 6 1.1.1.1:80 to 10.0.0.2:1080", said()) && ports.live() == 1);
    ports.open(outlet("e1", {}));
    CHECK(same("no 5, it ends", said()) && ports.live() == 0);
    ports.open(outlet("e1", {mapping(80)}));
    CHECK(same("a relay in 42, 6 :80 to 10.0.0.2:1080", said()) && ports.live() == 1);
    ports.close("e1");
}

TEST(a_port_that_cannot_be_had_leaves_what_was, "a refused change has changed nothing, or says what it could not put back") {
    PublishedPorts ports;
    refused = {81};
    CHECK(same("port 81 is taken", refusal(ports, outlet("e1", {mapping(80), mapping(81), mapping(82)}))));
    CHECK(same("a relay in 42, 6 :80 to 10.0.0.2:1080, 6 :81 to 10.0.0.2:1081, no 1, it ends", said()) && ports.live() == 0);
    CHECK(!ports.leads_nowhere("e1"));
    ports.open(outlet("e1", {mapping(79), mapping(80)}));
    said();
    CHECK(same("port 81 is taken", refusal(ports, outlet("e1", {mapping(79), mapping(81)}))));
    CHECK(same("no 3, 6 :81 to 10.0.0.2:1081, 6 :80 to 10.0.0.2:1080", said()) && ports.live() == 2);
    refused = {80, 81};
    CHECK(same("port 81 is taken; nor is published what was before: port 80 is taken",
               refusal(ports, outlet("e1", {mapping(79), mapping(81)}))));
    CHECK(ports.live() == 1 && !ports.leads_nowhere("e1"));
    said();
    refused.clear();
    memory_ends = true;
    bool ended = false;
    try {
        ports.open(outlet("e1", {mapping(82)}));
    } catch (const std::bad_alloc&) {
        ended = true;
    }
    CHECK(ended && same("no 2, 6 :82 to 10.0.0.2:1082, 6 :79 to 10.0.0.2:1079, it ends", said()) && ports.live() == 0);
    memory_ends = false;
}

TEST(a_relay_that_was_lost_is_replaced_by_the_next_mapping, "whoever ends it ends the ports of all endpoints, and each has to come back") {
    PublishedPorts ports;
    ports.open(outlet("e1", {mapping(80), mapping(81)}));
    ports.open(outlet("e2", {mapping(82)}));
    relay_works = false;
    CHECK(ports.leads_nowhere("e1") && ports.leads_nowhere("e2") && !ports.leads_nowhere("e3"));
    refused = {81};
    said();
    ports.open(outlet("e3", {mapping(83)}));
    CHECK(same("it ends, a relay in 42, 6 :80 to 10.0.0.2:1080, 6 :81 to 10.0.0.2:1081, 6 :82 to 10.0.0.2:1082, 6 :83 to 10.0.0.2:1083",
               said()));
    CHECK(ports.leads_nowhere("e1") && !ports.leads_nowhere("e2") && !ports.leads_nowhere("e3")); /* somebody was quicker */
    refused.clear();
    ports.open(outlet("e4", {mapping(84)}));
    CHECK(same("6 :81 to 10.0.0.2:1081, 6 :84 to 10.0.0.2:1084", said()) && !ports.leads_nowhere("e1"));
    ports.open(outlet("e5", {mapping(85)}, 43)); /* the containers' network is another one */
    CHECK(
        same("it ends, a relay in 43, 6 :80 to 10.0.0.2:1080, 6 :81 to 10.0.0.2:1081, 6 :82 to 10.0.0.2:1082, 6 :83 to 10.0.0.2:1083, "
             "6 :84 to 10.0.0.2:1084, 6 :85 to 10.0.0.2:1085",
             said()));
    ports.open(outlet("e5", {mapping(85), mapping(86)}, 43));
    CHECK(same("6 :86 to 10.0.0.2:1086", said()) && ports.live() == 7);
}
