/* How policies become rules.
 *
 * Access rules are asked in the container's own network namespace, where its programs have no rights over them. They are asked for whoever
 * began a connection: what answers passes. The lower priority number is asked first, of equal ones the earlier; what no rule speaks of
 * passes (chosen). Neighbour discovery of IPv6 passes always, as ARP does.
 *
 * Translation stands in the holder. A mapped port is led to its endpoint where somebody asks the address of a network's gateway for it, and
 * what leaves a network that translates, or an endpoint with OutBoundNAT, gets the address of the network it enters. Nothing else goes from
 * one network to another.
 */
#include "network/linux/ruleset.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "document/document.h"
#include "network/reading.h"

namespace hcsffi::ruleset {
namespace {

// The table that is opened takes the place of the one before, in one step with what follows.
std::string anew(const std::string& table) {
    return "table inet " + table + "\ndelete table inet " + table + "\ntable inet " + table + " {\n";
}

constexpr uint32_t kAnyProtocol = 256;
constexpr uint64_t kNoPriority = UINT64_MAX;

struct Rule {
    uint64_t priority;
    bool incoming;
    std::string verdict;
    std::vector<std::string> protocols;  // numbers; empty = every one
    std::vector<std::string> local, remote;
    bool names_local, names_remote;         // whether the document says any: sets may be empty
    std::string local_ports, remote_ports;           // as a set; empty = every one
};

std::string trimmed(const std::string& text) {
    const size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "80,6000-6063" as a set without overlaps.
std::string port_set(const std::string& text) {
    std::vector<std::pair<unsigned, unsigned>> ranges;
    for (const std::string& part : split_texts(text)) {
        const std::string one = trimmed(part);
        const char* const end = one.data() + one.size();
        unsigned first{};
        const auto read = std::from_chars(one.data(), end, first);
        unsigned last = first;
        if (read.ec == std::errc() && read.ptr != end && *read.ptr == '-') std::from_chars(read.ptr + 1, end, last);
        if (read.ec == std::errc() && first <= last && last <= UINT16_MAX) ranges.emplace_back(first, last);
    }
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<unsigned, unsigned>> apart;
    for (const auto& range : ranges) {
        if (!apart.empty() && range.first <= apart.back().second + 1) {
            apart.back().second = std::max(apart.back().second, range.second);
        } else {
            apart.push_back(range);
        }
    }
    std::string set;
    for (const auto& [first, last] : apart) {
        if (!set.empty()) set += ", ";
        set += std::to_string(first) + (last > first ? "-" + std::to_string(last) : "");
    }
    return set.empty() ? set : "{ " + set + " }";
}

// What a list of addresses, prefixes and ids of the network's sets names.
void add_addresses(const std::string& text, const std::vector<Policy>& sets, std::vector<std::string>* addresses, int depth = 0) {
    constexpr int kDeepest = 8;
    for (const std::string& part : split_texts(text)) {
        const std::string one = trimmed(part);
        if (read_address(one)) {
            addresses->push_back(one);
        } else if (const auto prefix = read_prefix(one)) {
            addresses->push_back(one);
        } else if (depth < kDeepest) {
            for (const Policy& policy : sets) {
                if (policy.type != "SetPolicy") continue;
                const Document settings = Document::parse(policy.settings);
                if (member(settings.root(), "Id").text_or("") == one)
                    add_addresses(member(settings.root(), "Values").text_or(""), sets, addresses, depth + 1);
            }
        }
    }
}

// errors: nothing for a rule that says action or direction by number, whose meaning nobody knows: it is told as not carried out.
std::optional<Rule> read_rule(const Policy& policy, const std::vector<Policy>& sets) {
    const Document document = Document::parse(policy.settings);
    const Node root = document.root();
    if (!is_spelled_out(policy)) return std::nullopt;
    Rule rule{};
    rule.priority = member(root, "Priority").count(UINT16_MAX).value_or(kNoPriority);
    rule.incoming = same_letters(member(root, "Direction").text_or(""), "In");
    rule.verdict = same_letters(member(root, "Action").text_or(""), "Block") ? "drop" : "accept";
    for (const std::string& part : split_texts(member(root, "Protocols").text_or(""))) {
        const std::string number = trimmed(part);
        if (number == std::to_string(kAnyProtocol)) {
            rule.protocols.clear();
            break;
        }
        if (!number.empty()) rule.protocols.push_back(number);
    }
    const std::string local = member(root, "LocalAddresses").text_or(""), remote = member(root, "RemoteAddresses").text_or("");
    rule.names_local = !trimmed(local).empty();
    rule.names_remote = !trimmed(remote).empty();
    add_addresses(local, sets, &rule.local);
    add_addresses(remote, sets, &rule.remote);
    rule.local_ports = port_set(member(root, "LocalPorts").text_or(""));
    rule.remote_ports = port_set(member(root, "RemotePorts").text_or(""));
    if (rule.protocols.empty() && (!rule.local_ports.empty() || !rule.remote_ports.empty())) rule.protocols = {"6", "17"};
    return rule;
}

bool is_six(const std::string& address) { return address.find(':') != std::string::npos; }

std::string about(const std::string& address, const char* which) {
    return address.empty() ? "" : (is_six(address) ? "ip6 " : "ip ") + std::string(which) + " " + address + " ";
}

// One line for each protocol, address here and address there.
void write_rule(const Rule& rule, std::string* text) {
    if ((rule.names_local && rule.local.empty()) || (rule.names_remote && rule.remote.empty())) return;  // sets without members
    const std::vector<std::string> any{""};
    for (const std::string& protocol : rule.protocols.empty() ? any : rule.protocols) {
        for (const std::string& local : rule.local.empty() ? any : rule.local) {
            for (const std::string& remote : rule.remote.empty() ? any : rule.remote) {
                if (!local.empty() && !remote.empty() && is_six(local) != is_six(remote)) continue;
                std::string line = "    ";
                if (!protocol.empty()) line += "meta l4proto " + protocol + " ";
                line += about(local, rule.incoming ? "daddr" : "saddr") + about(remote, rule.incoming ? "saddr" : "daddr");
                if (!rule.local_ports.empty()) line += (rule.incoming ? "th dport " : "th sport ") + rule.local_ports + " ";
                if (!rule.remote_ports.empty()) line += (rule.incoming ? "th sport " : "th dport ") + rule.remote_ports + " ";
                *text += line + rule.verdict + "\n";
            }
        }
    }
}

// The endpoint's own come before its network's where priorities are equal (chosen).
std::vector<Rule> rules_of(const CarriedEndpoint& endpoint) {
    std::vector<Rule> rules;
    const auto add = [&](const std::vector<Policy>& policies, const char* type) {
        for (const Policy& policy : policies) {
            if (policy.type != type) continue;
            if (auto rule = read_rule(policy, endpoint.network.policies)) rules.push_back(std::move(*rule));
        }
    };
    add(endpoint.policies, "ACL");
    add(endpoint.network.policies, "NetworkACL");
    std::stable_sort(rules.begin(), rules.end(), [](const Rule& one, const Rule& other) { return one.priority < other.priority; });
    return rules;
}

// -- translation

struct Mapping {
    std::string protocol;
    uint64_t external, internal;
    std::string address;  // of the host that is asked; empty = every one
};

std::vector<Mapping> mappings_of(const CarriedEndpoint& endpoint) {
    std::vector<Mapping> mappings;
    for (const Policy& policy : endpoint.policies) {
        if (policy.type != "PortMapping") continue;
        const Document document = Document::parse(policy.settings);
        const Node root = document.root();
        const uint64_t protocol = member(root, "Protocol").count(UINT8_MAX).value_or(6);
        if (protocol != 6 && protocol != 17) continue;  // nothing else has ports here
        mappings.push_back({protocol == 6 ? "tcp" : "udp", member(root, "ExternalPort").count(UINT16_MAX).value_or(0),
                            member(root, "InternalPort").count(UINT16_MAX).value_or(0), member(root, "VIP").text_or("")});
    }
    return mappings;
}

const Policy* outbound_of(const CarriedEndpoint& endpoint) {
    for (const Policy& policy : endpoint.policies)
        if (policy.type == "OutBoundNAT") return &policy;
    return nullptr;
}

std::string word_of(const Address& address) { return address.six ? "ip6" : "ip"; }

// What stands for the host: the gateways of all networks.
std::string gateways(const std::vector<Named>& endpoints, bool six) {
    std::set<std::string> found;
    for (const auto& [endpoint, bridge] : endpoints)
        for (const CarriedRange& range : endpoint.network.ranges)
            if (range.gateway && range.gateway->six == six) found.insert(text_of(*range.gateway));
    std::string set;
    for (const std::string& one : found) set += (set.empty() ? "" : ", ") + one;
    return set;
}

void write_mappings(const std::vector<Named>& endpoints, std::string* text) {
    const std::string hosts[] = {gateways(endpoints, false), gateways(endpoints, true)};
    for (const auto& [endpoint, bridge] : endpoints) {
        for (const Mapping& one : mappings_of(endpoint)) {
            for (const bool six : {false, true}) {
                const auto target = std::find_if(endpoint.addresses.begin(), endpoint.addresses.end(),
                                                 [six](const CarriedAddress& each) { return each.address.six == six; });
                if (target == endpoint.addresses.end()) continue;
                if (!one.address.empty() && !read_address(one.address)) continue;
                const bool other_family = !one.address.empty() && is_six(one.address) != six;
                const std::string asked = one.address.empty() ? hosts[six ? 1 : 0] : one.address;
                if (asked.empty() || other_family) continue;
                const std::string word = six ? "ip6" : "ip", to = text_of(target->address);
                *text += "    " + word + " daddr { " + asked + " } " + one.protocol + " dport " + std::to_string(one.external) + " dnat " +
                         word + " to " + (six ? "[" + to + "]" : to) + ":" + std::to_string(one.internal) + "\n";
            }
        }
    }
}

std::string hairpin(const CarriedEndpoint& endpoint, const CarriedAddress& own) {
    for (const CarriedRange& range : endpoint.network.ranges)
        if (range.prefix.contains(own.address))
            return "    ct status dnat " + word_of(own.address) + " saddr " + text_of(range.prefix) + " " + word_of(own.address) +
                   " daddr " + text_of(own.address) + " masquerade\n";
    return {};
}

void write_sources(const CarriedEndpoint& endpoint, const std::string& bridge, std::string* text) {
    const Policy* const outbound = outbound_of(endpoint);
    if (outbound == nullptr) return;
    const Document document = Document::parse(outbound->settings);
    const std::string address = member(document.root(), "VirtualIP").text_or("");
    for (const CarriedAddress& own : endpoint.addresses) {
        const std::string word = word_of(own.address), from = "    " + word + " saddr " + text_of(own.address) + " ";
        for (const std::string& one : read_texts(member(document.root(), "Exceptions"))) {
            const bool known = read_address(one) || read_prefix(one);
            if (known && is_six(one) == own.address.six) *text += from + word + " daddr " + one + " accept\n";
        }
        const bool has_own = read_address(address).has_value() && is_six(address) == own.address.six;
        *text += from + "oifname != \"" + bridge + "\" " + (has_own ? "snat " + word + " to " + address : "masquerade") + "\n";
    }
}

}  // namespace

bool has_access_rules(const CarriedEndpoint& endpoint) {
    const auto stands_in = [](const std::vector<Policy>& policies, const char* type) {
        return std::any_of(policies.begin(), policies.end(), [type](const Policy& each) { return each.type == type; });
    };
    return stands_in(endpoint.policies, "ACL") || stands_in(endpoint.network.policies, "NetworkACL");
}

bool is_translated(const CarriedEndpoint& endpoint) { return !mappings_of(endpoint).empty() || outbound_of(endpoint) != nullptr; }

uint64_t bandwidth(const CarriedEndpoint& endpoint) {
    for (const Policy& policy : endpoint.policies) {
        if (policy.type != "QOS") continue;
        const Document document = Document::parse(policy.settings);
        return member(document.root(), "MaximumOutgoingBandwidthInBytes").count(UINT64_MAX).value_or(0);
    }
    return 0;
}

std::string table_of(const std::string& adapter) { return "hcsffi_" + adapter; }

std::string access_rules(const CarriedEndpoint& endpoint, const std::string& adapter) {
    std::string text = anew(table_of(adapter));
    const std::vector<Rule> rules = rules_of(endpoint);
    for (const bool in : {true, false}) {
        text += std::string("  chain ") + (in ? "incoming" : "outgoing") + " {\n    type filter hook " + (in ? "input" : "output");
        text += std::string(" priority filter; policy accept;\n    ") + (in ? "iifname" : "oifname") + " != \"" + adapter + "\" accept\n";
        text += "    ct direction reply accept\n    icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n";
        for (const Rule& rule : rules)
            if (rule.incoming == in) write_rule(rule, &text);
        text += "  }\n";
    }
    return text + "}\n";
}

std::string translation(const std::vector<Named>& endpoints) {
    std::string mapped, sources, networks, hairpins;
    std::set<std::string> bridges;
    write_mappings(endpoints, &mapped);
    for (const auto& [endpoint, bridge] : endpoints) {
        write_sources(endpoint, bridge, &sources);
        if (!bridges.insert(bridge).second || !endpoint.network.translates) continue;
        for (const CarriedRange& range : endpoint.network.ranges)
            networks +=
                "    " + word_of(range.prefix.first) + " saddr " + text_of(range.prefix) + " oifname != \"" + bridge + "\" masquerade\n";
    }
    std::string within;
    for (const std::string& bridge : bridges) {
        // Where the machine filters what a bridge passes on as well (br_netfilter), that is no way between networks.
        within += "    iifname \"" + bridge + "\" oifname \"" + bridge + "\" accept\n";
    }
    // What comes back to the network it was asked from has to come back by the way it went.
    for (const auto& [endpoint, bridge] : endpoints)
        for (const CarriedAddress& own : endpoint.addresses)
            if (!mappings_of(endpoint).empty()) hairpins += hairpin(endpoint, own);
    return anew("hcsffi") + "  chain mapped {\n    type nat hook prerouting priority dstnat; policy accept;\n" + mapped +
           "  }\n  chain sources {\n    type nat hook postrouting priority srcnat; policy accept;\n" + hairpins + sources + networks +
           "  }\n  chain between {\n    type filter hook forward priority filter; policy drop;\n" +
           "    ct state established,related accept\n    ct status dnat accept\n" + within + "  }\n}\n";
}

}  // namespace hcsffi::ruleset
