// An endpoint as whoever carries its packets has to know it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/address.h"
#include "network/name_service.h"
#include "network/policy.h"
#include "network/subnet.h"

namespace hcsffi {

struct CarriedRange {
    Prefix prefix;
    std::optional<Address> gateway;  // that the network itself has; nothing where a machine outside would have it
};

struct CarriedNetwork {
    std::string id;
    std::string type;         // "NAT" and the others
    bool translates = false;  // what leaves it has an address of the host's
    std::vector<CarriedRange> ranges;
    std::vector<Policy> policies;
};

struct CarriedAddress {
    Address address;
    int prefix_length = 0;
};

struct CarriedEndpoint {
    std::string id;
    uint64_t hardware = 0;
    std::vector<CarriedAddress> addresses;
    std::vector<Route> routes;
    NameService names;  // its own, else its network's
    std::vector<Policy> policies;
    CarriedNetwork network;
};

// Whether an access rule says what it does, and in which direction, in words.
bool is_spelled_out(const Policy& rule);

// The types of policy that are kept and carried out nowhere, of the endpoint and of its network.
std::vector<std::string> policies_not_carried(const CarriedEndpoint& endpoint);

// What has passed its adapter.
struct Carriage {
    uint64_t bytes_received = 0, bytes_sent = 0;
    uint64_t packets_received = 0, packets_sent = 0;
    uint64_t dropped_incoming = 0, dropped_outgoing = 0;
};

}  // namespace hcsffi
