#include "network/subnet.h"

#include "document/grammar.h"

#include <algorithm>

namespace hcsffi {

namespace {

constexpr uint64_t kDoNotReserveGateway = 1;
constexpr std::string_view kEverywhereFour = "0.0.0.0/0", kEverywhereSix = "::/0";

// Numbers of the kinds in the answers of the first generation.
constexpr uint32_t kSubnetKind = 5, kIpSubnetKind = 6;

Pool<Address> addresses_of(const Prefix& prefix) {
    return prefix.first.six ? Pool<Address>(successor(prefix.first), prefix.last())
                            : Pool<Address>(successor(prefix.first), predecessor(prefix.last()));
}

// A range for hosts: without /0, and with room for a gateway and one more.
Prefix read_range(const Node& node, HRESULT code) {
    const auto prefix = read_prefix(node.text_or(""));
    if (!prefix) throw Refusal(kInvalidPrefix, node.path() + ": the text is no prefix");
    if (!is_exact(*prefix)) throw Refusal(kInvalidPrefix, node.path() + ": bits behind the prefix are set");
    if (prefix->length == 0 || prefix->length > prefix->first.bits() - 2)
        throw Refusal(code, node.path() + ": a range goes from /1 to /" + std::to_string(prefix->first.bits() - 2));
    return *prefix;
}

std::optional<Address> gateway_of(const Node& node, Generation generation, const std::vector<Route>& routes) {
    if (generation == Generation::kOne) {
        const Node gateway = member(node, "GatewayAddress");
        const std::string text = gateway.text_or("");
        if (text.empty()) return std::nullopt;
        const auto address = read_address(text);
        if (!address) throw Refusal(kInvalidIp, gateway.path() + ": the text is no address");
        return address;
    }
    for (const Route& route : routes) {
        if (route.is_default() && !route.next_hop.empty()) return read_address(route.next_hop);
    }
    return std::nullopt;
}

void write_ip_subnet(JsonWriter& json, const IpSubnet& one, Generation generation) {
    json.open('{').member("ID", one.id).member("IpAddressPrefix", text_of(one.prefix)).member("Flags", one.flags);
    if (generation == Generation::kOne) {
        json.open("AdditionalParams", '{').close('}').member("ObjectType", kIpSubnetKind).open("Policies", '[').close(']');
        json.member("State", uint32_t{0});
    }
    json.close('}');
}

void settle_gateway(Subnet& subnet, const Node& node) {
    if (!subnet.gateway) subnet.gateway = successor(subnet.prefix.first);  // chosen: the first host's
    const bool host = subnet.prefix.contains(*subnet.gateway) && !(*subnet.gateway == subnet.prefix.first) &&
                      (subnet.gateway->six || !(*subnet.gateway == subnet.prefix.last()));
    if (!host) throw Refusal(kInvalidSubnet, node.path() + ": the gateway is no host of the subnet");
    const bool routed = std::any_of(subnet.routes.begin(), subnet.routes.end(), [](const Route& each) { return each.is_default(); });
    if (!routed)
        subnet.routes.push_back({text_of(*subnet.gateway), std::string(subnet.gateway->six ? kEverywhereSix : kEverywhereFour), {}});
    if ((subnet.flags & kDoNotReserveGateway) != 0) return;
    for (IpSubnet& one : subnet.ip_subnets) {
        if (one.addresses.holds(*subnet.gateway)) one.addresses.take(*subnet.gateway);
    }
}

}  // namespace

std::vector<Route> read_routes(const Node& array) {
    std::vector<Route> routes;
    for (const Node& node : array.elements()) {
        if (!node.is_object()) node.refuse("an object");
        Route route;
        const Node hop = member(node, "NextHop"), destination = member(node, "DestinationPrefix");
        route.next_hop = hop.text_or("");
        route.destination = destination.text_or("");
        route.metric = member(node, "Metric").count(UINT16_MAX);
        if (!route.next_hop.empty() && !read_address(route.next_hop)) throw Refusal(kInvalidIp, hop.path() + ": the text is no address");
        if (!read_prefix(route.destination)) throw Refusal(kInvalidPrefix, destination.path() + ": the text is no prefix");
        check_rule(destination, "route", kInvalidPrefix);
        routes.push_back(std::move(route));
    }
    return routes;
}

void write_routes(JsonWriter& json, const std::vector<Route>& routes) {
    json.open("Routes", '[');
    for (const Route& route : routes) {
        json.open('{').member("NextHop", route.next_hop).member("DestinationPrefix", route.destination);
        if (route.metric) json.member("Metric", *route.metric);
        json.close('}');
    }
    json.close(']');
}

bool Subnet::is_free() const {
    return std::all_of(ip_subnets.begin(), ip_subnets.end(), [&](const IpSubnet& each) {
        const bool reserved = gateway && each.addresses.holds(*gateway) && (flags & kDoNotReserveGateway) == 0;
        return each.addresses.count() == (reserved ? 1u : 0u);
    });
}

std::optional<Address> Subnet::lowest_free(const std::string& ip_subnet_id) {
    for (IpSubnet& one : ip_subnets) {
        if (!ip_subnet_id.empty() && one.id != ip_subnet_id) continue;
        if (const auto address = one.addresses.lowest_free()) return address;
    }
    return std::nullopt;
}

void Subnet::check_free(const Address& address) const {
    for (const IpSubnet& one : ip_subnets) {
        if (!one.prefix.contains(address)) continue;
        if (!one.addresses.holds(address)) throw Refusal(kAddressInvalidOrReserved, text_of(address) + " is no host's address");
        if (one.addresses.is_taken(address)) throw Refusal(kAddressInvalidOrReserved, text_of(address) + " is in use");
        return;
    }
    throw Refusal(kInvalidIp, text_of(address) + " lies in no IP subnet");
}

bool Subnet::take(const Address& address) {
    for (IpSubnet& one : ip_subnets) {
        if (one.addresses.holds(address)) return one.addresses.take(address);
    }
    return false;
}

void Subnet::give_back(const Address& address) noexcept {
    for (IpSubnet& one : ip_subnets) {
        if (one.addresses.holds(address)) one.addresses.give_back(address);
    }
}

const std::string& Subnet::ip_subnet_of(const Address& address) const {
    for (const IpSubnet& one : ip_subnets) {
        if (one.prefix.contains(address)) return one.id;
    }
    return id;
}

void Subnet::write(JsonWriter& json, Generation generation) const {
    const bool first = generation == Generation::kOne;
    json.open('{').member("ID", id).member(first ? "AddressPrefix" : "IpAddressPrefix", text_of(prefix)).member("Flags", flags);
    if (first) {
        json.member("GatewayAddress", text_of(*gateway)).member("ObjectType", kSubnetKind).member("State", uint32_t{0});
        json.open("AdditionalParams", '{').close('}');
    } else {
        write_routes(json, routes);
    }
    write_policies(json, policies, generation);
    json.open("IpSubnets", '[');
    for (const IpSubnet& one : ip_subnets) write_ip_subnet(json, one, generation);
    json.close(']').close('}');
}

IpSubnet read_ip_subnet(const Node& node, const Prefix& within, const DrawId& draw) {
    if (!node.is_object()) node.refuse("an object");
    const Node text = member(node, "IpAddressPrefix");
    const Prefix prefix = read_range(text, kInvalidIpSubnet);
    if (!within.contains(prefix)) throw Refusal(kInvalidIpSubnet, text.path() + ": the range lies outside its subnet");
    std::string id = read_guid(member(node, "ID"), true);
    if (id.empty()) id = draw();
    return {std::move(id), prefix, member(node, "Flags").count(UINT32_MAX).value_or(0), addresses_of(prefix)};
}

Subnet plain_subnet(const Prefix& prefix, const DrawId& draw) {
    Subnet subnet;
    subnet.id = draw();
    subnet.prefix = prefix;
    subnet.ip_subnets.push_back({draw(), prefix, 0, addresses_of(prefix)});
    settle_gateway(subnet, Node(nullptr, "$"));
    return subnet;
}

Subnet read_subnet(const Node& node, Generation generation, const DrawId& draw, uint32_t windows_build) {
    if (!node.is_object()) node.refuse("an object");
    const bool first = generation == Generation::kOne;
    Subnet subnet;
    subnet.prefix = read_range(member(node, first ? "AddressPrefix" : "IpAddressPrefix"), kInvalidPrefix);
    subnet.id = read_guid(member(node, "ID"), true);
    if (subnet.id.empty()) subnet.id = draw();
    subnet.flags = member(node, "Flags").count(UINT32_MAX).value_or(0);
    subnet.policies = read_policies(member(node, "Policies"), {Place::kSubnet, generation, windows_build});
    if (!first) subnet.routes = read_routes(member(node, "Routes"));
    for (const Node& one : member(node, "IpSubnets").elements()) subnet.ip_subnets.push_back(read_ip_subnet(one, subnet.prefix, draw));
    if (subnet.ip_subnets.empty()) subnet.ip_subnets.push_back({draw(), subnet.prefix, 0, addresses_of(subnet.prefix)});
    for (size_t at = 0; at < subnet.ip_subnets.size(); ++at) {
        for (size_t other = 0; other < at; ++other) {
            if (subnet.ip_subnets[at].prefix.overlaps(subnet.ip_subnets[other].prefix))
                throw Refusal(kInvalidIpSubnet, node.path() + ": two IP subnets overlap");
        }
    }
    subnet.gateway = gateway_of(node, generation, subnet.routes);
    settle_gateway(subnet, node);
    return subnet;
}

void check_apart(const std::vector<Subnet>& subnets) {
    for (size_t at = 0; at < subnets.size(); ++at) {
        for (size_t other = 0; other < at; ++other) {
            if (subnets[at].prefix.overlaps(subnets[other].prefix))
                throw Refusal(kInvalidSubnet, text_of(subnets[at].prefix) + " and " + text_of(subnets[other].prefix) + " overlap");
        }
    }
}

}  // namespace hcsffi
