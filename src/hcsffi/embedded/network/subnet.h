/* The address plan of a network: its subnets, their gateways, and who has which address.
 *
 * A subnet's addresses are handed out by its IP subnets, ranges within it; one that names none has one as wide as itself. The first and
 * the last address of an IPv4 range, the first of an IPv6 range and the gateway are nobody's.
 */
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ground/address.h"
#include "network/policy.h"
#include "network/pool.h"
#include "network/reading.h"

namespace hcsffi {

struct Route {
    std::string next_hop;
    std::string destination;
    std::optional<uint64_t> metric;

    bool is_default() const { return destination == "0.0.0.0/0" || destination == "::/0"; }
};

// errors: Refusal kInvalidIp, kInvalidPrefix.
std::vector<Route> read_routes(const Node& array);
void write_routes(JsonWriter& json, const std::vector<Route>& routes);

struct IpSubnet {
    std::string id;
    Prefix prefix;
    uint64_t flags = 0;
    Pool<Address> addresses;
};

struct Subnet {
    std::string id;
    Prefix prefix;
    std::optional<Address> gateway;
    std::vector<Route> routes;
    std::vector<Policy> policies;
    uint64_t flags = 0;
    std::vector<IpSubnet> ip_subnets;

    bool is_free() const;
    // errors: nothing when all are out.
    std::optional<Address> lowest_free(const std::string& ip_subnet_id = "");
    // errors: Refusal kInvalidIp outside the ranges, kAddressInvalidOrReserved for one that is nobody's or somebody's.
    void check_free(const Address& address) const;
    bool take(const Address& address);
    void give_back(const Address& address) noexcept;
    const std::string& ip_subnet_of(const Address& address) const;
    void write(JsonWriter& json, Generation generation) const;
};

using DrawId = std::function<std::string()>;

// errors: Refusal kInvalidPrefix, kInvalidSubnet, kInvalidIpSubnet, kInvalidIp.
Subnet read_subnet(const Node& node, Generation generation, const DrawId& draw, uint32_t windows_build);
IpSubnet read_ip_subnet(const Node& node, const Prefix& within, const DrawId& draw);
// A range as wide as that.
Subnet plain_subnet(const Prefix& prefix, const DrawId& draw);
// errors: Refusal kInvalidSubnet when two of them have an address in both.
void check_apart(const std::vector<Subnet>& subnets);

}  // namespace hcsffi
