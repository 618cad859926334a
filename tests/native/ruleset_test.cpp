/* What nftables is told, as text: each rule is written as the HNS schema means it (docs/networks.md), and two rules that differ in a word
 * differ in what passes. That nftables takes it, and packets obey, is asked by test_network_enforcement.py and relay_test.cpp. */
#include "harness.h"

#include <string>
#include <vector>

#include "carried.h"
#include "texts.h"

using namespace hcsffi;

namespace {

/* On a network of both families. */
CarriedEndpoint endpoint(const std::vector<Policy>& policies, const std::vector<Policy>& of_network = {}) {
    CarriedEndpoint one;
    one.addresses = {at("10.1.0.5", 24), at("fd00::5", 64)};
    one.policies = policies;
    one.network.translates = true;
    one.network.ranges = {range("10.1.0.0/24", "10.1.0.1"), range("fd00::/64", "fd00::1")};
    one.network.policies = of_network;
    return one;
}

/* The lines of the two chains between what is always there. */
std::string rules(const std::vector<Policy>& policies, const std::vector<Policy>& of_network = {}) {
    const std::string text = ruleset::access_rules(endpoint(policies, of_network), "eth0");
    const std::string always = "    ct direction reply accept\n    icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n";
    const std::string in =
        "table inet hcsffi_eth0\ndelete table inet hcsffi_eth0\ntable inet hcsffi_eth0 {\n  chain incoming {\n"
        "    type filter hook input priority filter; policy accept;\n    iifname != \"eth0\" accept\n" +
        always;
    const std::string out =
        "  }\n  chain outgoing {\n    type filter hook output priority filter; policy accept;\n    oifname != \"eth0\" accept\n" + always;
    const std::string end = "  }\n}\n";
    const size_t middle = text.find(out);
    if (text.rfind(in, 0) != 0 || middle == std::string::npos || text.size() < end.size() || text.substr(text.size() - end.size()) != end)
        return "another frame: " + text;
    const size_t second = middle + out.size();
    return text.substr(in.size(), middle - in.size()) + "--\n" + text.substr(second, text.size() - end.size() - second);
}

/* The lines of the three chains. */
std::string translated(const std::vector<ruleset::Named>& endpoints) {
    const std::string text = ruleset::translation(endpoints);
    const std::string pieces[] = {
        "table inet hcsffi\ndelete table inet hcsffi\ntable inet hcsffi {\n  chain mapped {\n    type nat hook prerouting priority "
        "dstnat; policy accept;\n",
        "  }\n  chain sources {\n    type nat hook postrouting priority srcnat; policy accept;\n",
        "  }\n  chain between {\n    type filter hook forward priority filter; policy drop;\n    ct state established,related "
        "accept\n    ct status dnat accept\n",
        "  }\n}\n"};
    std::string lines;
    size_t from = 0;
    for (const std::string& piece : pieces) {
        const size_t found = text.find(piece, from);
        if (found == std::string::npos || (from == 0 && found != 0)) return "another frame: " + text;
        if (from != 0) lines += text.substr(from, found - from) + (&piece == &pieces[3] ? "" : "--\n");
        from = found + piece.size();
    }
    return from == text.size() ? lines : "another end: " + text;
}

Policy acl(const std::string& more, const char* direction = "In", const char* action = "Allow") {
    return {"ACL",
            std::string("{\"Action\":\"") + action + "\",\"Direction\":\"" + direction + "\"" + (more.empty() ? "" : "," + more) + "}"};
}

}  // namespace

TEST(an_access_rule_becomes_lines, "what a policy forbids is what the kernel drops, in the direction it says") {
    const struct {
        Policy policy;
        const char* lines;
    } rows[] = {
        {acl(""), "    accept\n--\n"},
        {acl("", "Out", "Block"), "--\n    drop\n"},
        {acl("", "in", "block"), "    drop\n--\n"},
        {acl("\"Protocols\":\"6, 17\""), "    meta l4proto 6 accept\n    meta l4proto 17 accept\n--\n"},
        {acl("\"Protocols\":\"6,256,17\""), "    accept\n--\n"},
        {acl("\"Protocols\":\"1, \""), "    meta l4proto 1 accept\n--\n"},
        {acl("\"RemoteAddresses\":\"10.0.0.0/8\""), "    ip saddr 10.0.0.0/8 accept\n--\n"},
        {acl("\"RemoteAddresses\":\"10.0.0.0/8\"", "Out"), "--\n    ip daddr 10.0.0.0/8 accept\n"},
        {acl("\"LocalAddresses\":\"fd00::5\""), "    ip6 daddr fd00::5 accept\n--\n"},
        {acl("\"LocalAddresses\":\"fd00::5\"", "Out"), "--\n    ip6 saddr fd00::5 accept\n"},
        {acl("\"LocalAddresses\":\"10.1.0.5,fd00::5\",\"RemoteAddresses\":\"10.0.0.1,fd00::9\""),
         "    ip daddr 10.1.0.5 ip saddr 10.0.0.1 accept\n    ip6 daddr fd00::5 ip6 saddr fd00::9 accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"LocalPorts\":\"80\""), "    meta l4proto 6 th dport { 80 } accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"LocalPorts\":\"80\"", "Out"), "--\n    meta l4proto 6 th sport { 80 } accept\n"},
        {acl("\"Protocols\":\"6\",\"RemotePorts\":\"80\""), "    meta l4proto 6 th sport { 80 } accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"RemotePorts\":\"80\"", "Out"), "--\n    meta l4proto 6 th dport { 80 } accept\n"},
        {acl("\"LocalPorts\":\"443\""), "    meta l4proto 6 th dport { 443 } accept\n    meta l4proto 17 th dport { 443 } accept\n--\n"},
        {acl("\"RemotePorts\":\"443\""), "    meta l4proto 6 th sport { 443 } accept\n    meta l4proto 17 th sport { 443 } accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"LocalPorts\":\"6000-6063, 80 ,81,70-79,6063-6070,9,6071\""),
         "    meta l4proto 6 th dport { 9, 70-81, 6000-6071 } accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"LocalPorts\":\"1-65535\""), "    meta l4proto 6 th dport { 1-65535 } accept\n--\n"},
        {acl("\"Protocols\":\"6\",\"LocalPorts\":\"10-20,12-13,22\""), "    meta l4proto 6 th dport { 10-20, 22 } accept\n--\n"},
        {{"ACL", "{\"Action\":1,\"Direction\":\"In\"}"}, "--\n"},
        {{"ACL", "{\"Action\":\"Block\",\"Direction\":1}"}, "--\n"},
        {{"Firewall", "{\"Action\":\"Block\",\"Direction\":\"In\"}"}, "--\n"},
    };
    for (const auto& row : rows) CHECK(same(row.lines, rules({row.policy})));
}

TEST(access_rules_stand_in_the_order_of_their_priorities, "the lower number is asked first, then the endpoint's own, then the earlier") {
    const auto rule = [](const char* type, const char* priority, int protocol) {
        return Policy{type, std::string("{\"Action\":\"Block\",\"Direction\":\"In\",\"Protocols\":\"") + std::to_string(protocol) + "\"" +
                                (*priority ? std::string(",\"Priority\":") + priority : "") + "}"};
    };
    CHECK(
        same("    meta l4proto 7 drop\n    meta l4proto 3 drop\n    meta l4proto 2 drop\n    meta l4proto 6 drop\n    meta l4proto 5 "
             "drop\n    meta l4proto 1 drop\n--\n",
             rules({rule("ACL", "", 1), rule("ACL", "200", 2), rule("ACL", "100", 3), rule("NetworkACL", "1", 4), rule("ACL", "65535", 5)},
                   {rule("NetworkACL", "200", 6), rule("NetworkACL", "0", 7), rule("ACL", "0", 8)})));
}

TEST(a_set_of_a_network_stands_for_its_addresses, "network policies of kubernetes name sets, and a set may be empty or name itself") {
    const std::vector<Policy> sets = {{"SetPolicy", "{\"Id\":\"a-1\",\"Values\":\"10.0.0.1, b-2\"}"},
                                      {"SetPolicy", "{\"Id\":\"b-2\",\"Values\":\"fd00::/16,a-1\"}"},
                                      {"SetPolicy", "{\"Id\":\"e-3\",\"Values\":\"\"}"},
                                      {"HostRoute", "{\"Id\":\"a-1\",\"Values\":\"9.9.9.9\"}"}};
    CHECK(same("--\n", rules({acl("\"RemoteAddresses\":\"e-3\"")}, sets)));
    CHECK(same("--\n", rules({acl("\"LocalAddresses\":\"e-3\"")}, sets)));
    CHECK(same("    ip saddr 1.1.1.1 accept\n--\n", rules({acl("\"RemoteAddresses\":\"e-3,1.1.1.1\"")}, sets)));
    const std::string both = rules({acl("\"RemoteAddresses\":\"a-1\"")}, sets);
    CHECK(both.rfind("    ip saddr 10.0.0.1 accept\n    ip6 saddr fd00::/16 accept\n", 0) == 0);
    size_t lines = 0;
    for (const char c : both) lines += c == '\n';
    CHECK_EQUAL(8 + 1, lines); /* eight steps from one set to another, then no more */
    CHECK(ruleset::has_access_rules(endpoint({acl("")})) && ruleset::has_access_rules(endpoint({}, {{"NetworkACL", "{}"}})));
    CHECK(!ruleset::has_access_rules(endpoint({{"NetworkACL", "{}"}}, {acl("")})) && !ruleset::has_access_rules(endpoint({})));
}

TEST(a_network_that_translates_gives_its_own_the_address_of_where_they_go, "and between networks nothing goes") {
    const std::string networks =
        "    ip saddr 10.1.0.0/24 oifname != \"br1\" masquerade\n    ip6 saddr fd00::/64 oifname != \"br1\" masquerade\n";
    const std::string within = "    iifname \"br1\" oifname \"br1\" accept\n";
    CHECK(same("--\n--\n", translated({})));
    CHECK(same("--\n" + networks + "--\n" + within, translated({{endpoint({}), "br1"}, {endpoint({}), "br1"}})));
    CarriedEndpoint plain = endpoint({});
    plain.network.translates = false;
    CHECK(same("--\n--\n    iifname \"br0\" oifname \"br0\" accept\n    iifname \"br2\" oifname \"br2\" accept\n",
               translated({{plain, "br2"}, {plain, "br0"}})));
    CHECK(!ruleset::is_translated(endpoint({})));
}

TEST(a_mapped_port_leads_to_its_endpoint, "who asks the gateway for the port reaches the container, from its own network, too") {
    const auto mapping = [](const std::string& more) {
        return Policy{"PortMapping", "{\"ExternalPort\":8080,\"InternalPort\":80" + more + "}"};
    };
    const auto mapped = [&](const std::string& more) {
        CarriedEndpoint one = endpoint({mapping(more)});
        one.network.translates = false;
        const std::string lines = translated({{one, "br1"}});
        return lines.substr(0, lines.find("--\n"));
    };
    CHECK(
        same("    ip daddr { 10.1.0.1 } tcp dport 8080 dnat ip to 10.1.0.5:80\n    ip6 daddr { fd00::1 } tcp dport 8080 dnat ip6 to "
             "[fd00::5]:80\n",
             mapped("")));
    CHECK(
        same("    ip daddr { 10.1.0.1 } udp dport 8080 dnat ip to 10.1.0.5:80\n    ip6 daddr { fd00::1 } udp dport 8080 dnat ip6 to "
             "[fd00::5]:80\n",
             mapped(",\"Protocol\":17")));
    CHECK(same(mapped(""), mapped(",\"Protocol\":6")));
    CHECK(same("", mapped(",\"Protocol\":1")));
    CHECK(same("    ip daddr { 9.9.9.9 } tcp dport 8080 dnat ip to 10.1.0.5:80\n", mapped(",\"VIP\":\"9.9.9.9\"")));
    CHECK(same("    ip6 daddr { fe80::9 } tcp dport 8080 dnat ip6 to [fd00::5]:80\n", mapped(",\"VIP\":\"fe80::9\"")));
    CHECK(same("", mapped(",\"VIP\":\"nobody\"")));
    const std::string hairpins =
        "    ct status dnat ip saddr 10.1.0.0/24 ip daddr 10.1.0.5 masquerade\n    ct status dnat ip6 saddr fd00::/64 ip6 daddr "
        "fd00::5 masquerade\n";
    CarriedEndpoint one = endpoint({mapping("")}), other = endpoint({});
    one.network.translates = false;
    other.addresses = {at("10.2.0.5", 24)};
    other.network.ranges = {range("10.2.0.0/24", "10.2.0.1"), range("10.3.0.0/24", nullptr)};
    CHECK(
        same("    ip daddr { 10.1.0.1, 10.2.0.1 } tcp dport 8080 dnat ip to 10.1.0.5:80\n    ip6 daddr { fd00::1 } tcp dport 8080 dnat "
             "ip6 to [fd00::5]:80\n--\n" +
                 hairpins +
                 "    ip saddr 10.2.0.0/24 oifname != \"br2\" masquerade\n    ip saddr 10.3.0.0/24 oifname != \"br2\" masquerade\n--\n"
                 "    iifname \"br1\" oifname \"br1\" accept\n    iifname \"br2\" oifname \"br2\" accept\n",
             translated({{one, "br1"}, {other, "br2"}})));
    one.addresses = {at("10.1.0.5", 24)};
    one.network.ranges = {range("10.1.0.0/24", nullptr)};
    CHECK(same("--\n    ct status dnat ip saddr 10.1.0.0/24 ip daddr 10.1.0.5 masquerade\n--\n    iifname \"br1\" oifname \"br1\" accept\n",
               translated({{one, "br1"}})));
    one.network.ranges = {range("10.9.0.0/24", "10.9.0.1")};
    CHECK(same("    ip daddr { 10.9.0.1 } tcp dport 8080 dnat ip to 10.1.0.5:80\n--\n--\n    iifname \"br1\" oifname \"br1\" accept\n",
               translated({{one, "br1"}})));
    CHECK(ruleset::is_translated(one));
}

TEST(an_endpoint_with_outbound_nat_has_an_address_outside,
     "its exceptions go as they are, and what has no other address takes the one of the way out") {
    const auto sources = [](const char* settings) {
        CarriedEndpoint one = endpoint(std::vector<Policy>{Policy{"OutBoundNAT", settings}});
        one.network.translates = false;
        const std::string lines = translated({{one, "br1"}});
        return lines.substr(3, lines.rfind("--\n") - 3);
    };
    const std::string four = "    ip saddr 10.1.0.5 ", six = "    ip6 saddr fd00::5 ", out = "oifname != \"br1\" ";
    CHECK(same(four + out + "masquerade\n" + six + out + "masquerade\n", sources("{}")));
    CHECK(same(four + out + "snat ip to 9.9.9.9\n" + six + out + "masquerade\n", sources("{\"VirtualIP\":\"9.9.9.9\"}")));
    CHECK(same(four + out + "masquerade\n" + six + out + "snat ip6 to fe80::9\n", sources("{\"VirtualIP\":\"fe80::9\"}")));
    CHECK(same(four + "ip daddr 10.0.0.0/8 accept\n" + four + "ip daddr 1.1.1.1 accept\n" + four + out + "masquerade\n" + six +
                   "ip6 daddr fd00::/8 accept\n" + six + out + "masquerade\n",
               sources("{\"Exceptions\":[\"10.0.0.0/8\",\"fd00::/8\",\"1.1.1.1\",\"a-set\",\"no:set\"]}")));
    const CarriedEndpoint outbound = endpoint(std::vector<Policy>{Policy{"OutBoundNAT", "{}"}});
    const CarriedEndpoint limited = endpoint(std::vector<Policy>{Policy{"QOS", "{}"}});
    CHECK(ruleset::is_translated(outbound) && !ruleset::is_translated(limited));
}

TEST(the_speed_of_an_endpoint_is_that_of_its_policy, "zero is no limit") {
    CHECK_EQUAL(0, ruleset::bandwidth(endpoint({})));
    CHECK_EQUAL(0, ruleset::bandwidth(endpoint({{"ACL", "{\"MaximumOutgoingBandwidthInBytes\":7}"}})));
    CHECK_EQUAL(0, ruleset::bandwidth(endpoint({{"QOS", "{}"}})));
    CHECK_EQUAL(125000, ruleset::bandwidth(endpoint({{"QOS", "{\"MaximumOutgoingBandwidthInBytes\":125000}"},
                                                     {"QOS", "{\"MaximumOutgoingBandwidthInBytes\":1}"}})));
}
