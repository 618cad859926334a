#include "network/policy.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "network/policy_setting.h"

namespace hcsffi {

namespace {

constexpr uint8_t kEndpoint = static_cast<uint8_t>(Place::kEndpoint);
constexpr uint8_t kNetwork = static_cast<uint8_t>(Place::kNetwork);
constexpr uint8_t kSubnet = static_cast<uint8_t>(Place::kSubnet);

struct Row {
    std::string_view type;
    uint8_t places;
    Feature feature = Feature::kAlways;
};

constexpr Row kRows[] = {
    {"PortMapping", kEndpoint},
    {"ACL", kEndpoint},
    {"QOS", kEndpoint},
    {"L2Driver", kEndpoint},
    {"OutBoundNAT", kEndpoint},
    {"SDNRoute", kEndpoint},
    {"L4Proxy", kEndpoint | kNetwork, Feature::kL4Proxy},
    {"L4WFPPROXY", kEndpoint, Feature::kL4WfpProxy},
    {"ProviderAddress", kEndpoint | kNetwork},
    {"PortName", kEndpoint},
    {"EncapOverhead", kEndpoint},
    {"InterfaceConstraint", kEndpoint | kNetwork},
    {"Encryption", kEndpoint},
    {"VLAN", kEndpoint | kSubnet},
    {"VSID", kSubnet},
    {"InterfaceParameters", kEndpoint},
    {"Iov", kEndpoint, Feature::kAcceleratedNetworking},
    {"TierAcl", kEndpoint, Feature::kTierAcl},
    {"Firewall", kEndpoint},
    {"SourceMacAddress", kNetwork},
    {"NetAdapterName", kNetwork},
    {"VSwitchExtension", kNetwork},
    {"DrMacAddress", kNetwork},
    {"AutomaticDNS", kNetwork},
    {"RemoteSubnetRoute", kNetwork},
    {"VxlanPort", kNetwork, Feature::kVxlanPort},
    {"HostRoute", kNetwork},
    {"SetPolicy", kNetwork, Feature::kSetPolicy},
    {"LayerConstraint", kNetwork},
    {"NetworkACL", kNetwork, Feature::kNetworkAcl},
};

// How the first generation calls a type, and which members it calls otherwise.
struct Flat {
    std::string_view flat, type;
    std::pair<std::string_view, std::string_view> members[2] = {};  // flat, nested
};

constexpr Flat kFlat[] = {
    {"NAT", "PortMapping"},
    {"PA", "ProviderAddress", {{"PA", "ProviderAddress"}}},
    {"VLAN", "VLAN", {{"VLAN", "IsolationId"}}},
    {"VSID", "VSID", {{"VSID", "IsolationId"}}},
    {"OutBoundNAT", "OutBoundNAT", {{"VIP", "VirtualIP"}, {"ExceptionList", "Exceptions"}}},
    {"ROUTE", "SDNRoute"},
    {"PROXY", "L4Proxy"},
};

const Flat* find_flat(std::string_view text, bool by_flat) {
    for (const Flat& row : kFlat) {
        if (same_letters(by_flat ? row.flat : row.type, text)) return &row;
    }
    return nullptr;
}

// Protocols are names in the first generation, numbers in the second.
constexpr std::pair<std::string_view, uint32_t> kProtocols[] = {{"tcp", 6}, {"udp", 17}};

std::string nested_value(const Flat* flat, std::string_view name, const Node& value) {
    if (flat == nullptr || flat->type != "PortMapping" || name != "Protocol" || !value.is_text()) return value.json();
    for (const auto& [word, number] : kProtocols) {
        if (same_letters(word, value.text_or(""))) return std::to_string(number);
    }
    throw Refusal(kInvalidPolicy, value.path() + ": no such protocol");
}

std::string flat_value(const Flat* flat, std::string_view name, const Node& value) {
    if (flat != nullptr && flat->type == "PortMapping" && name == "Protocol" && value.is_integer()) {
        for (const auto& [word, number] : kProtocols) {
            if (value.count() == number) return "\"" + std::string(word) + "\"";
        }
    }
    return value.json();
}

std::string nested_settings(const Node& policy, const Flat* flat) {
    JsonWriter json;
    json.open('{');
    for (const auto& [name, value] : policy.members()) {
        if (same_letters(name, "Type")) continue;
        std::string_view nested = name;
        if (flat != nullptr) {
            for (const auto& [old, fresh] : flat->members) {
                if (!old.empty() && same_letters(old, name)) nested = fresh;
            }
        }
        json.member_json(nested, nested_value(flat, nested, value));
    }
    return Document::parse(json.close('}').text()).json();
}

void write_flat(JsonWriter& json, const Policy& policy) {
    const Flat* const flat = find_flat(policy.type, false);
    json.open('{').member("Type", flat != nullptr ? flat->flat : std::string_view(policy.type));
    const Document settings = Document::parse(policy.settings);
    for (const auto& [name, value] : settings.root().members()) {
        std::string_view old = name;
        if (flat != nullptr) {
            for (const auto& [before, nested] : flat->members) {
                if (!before.empty() && nested == name) old = before;
            }
        }
        json.member_json(old, flat_value(flat, name, value));
    }
    json.close('}');
}

const Row& find_row(const Node& type, std::string_view text, const PolicyContext& context) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& each) { return same_letters(each.type, text); });
    if (row == std::end(kRows)) throw Refusal(kInvalidPolicyType, type.path() + ": no such type of policy");
    if ((row->places & static_cast<uint8_t>(context.place)) == 0)
        throw Refusal(kInvalidPolicyType, type.path() + ": a policy of this type belongs elsewhere");
    if (!has(context.windows_build, row->feature))
        throw Refusal(kInvalidPolicyType, type.path() + ": this version of the service has no policy of this type");
    return *row;
}

Policy read_policy(const Node& node, const PolicyContext& context) {
    if (!node.is_object()) node.refuse("an object");
    const Node type = member(node, "Type");
    if (!type) throw Refusal(kInvalidPolicy, type.path() + ": a policy has a type");
    if (!type.is_text()) type.refuse("text");
    const std::string text = type.text_or("");
    Policy policy;
    if (context.generation == Generation::kOne) {
        const Flat* const flat = find_flat(text, true);
        policy.type = find_row(type, flat != nullptr ? flat->type : text, context).type;
        policy.settings = nested_settings(node, flat);
        return policy;
    }
    policy.type = find_row(type, text, context).type;
    const Node settings = member(node, "Settings");
    if (settings && !settings.is_object()) settings.refuse("an object");
    policy.settings = settings ? settings.json() : "{}";
    return policy;
}

std::string_view holder_of(Place place) { return place == Place::kEndpoint ? "Endpoint" : place == Place::kNetwork ? "Network" : "Subnet"; }

bool stands_in(const std::vector<Policy>& policies, const Policy& wanted) {
    return std::find(policies.begin(), policies.end(), wanted) != policies.end();
}

}  // namespace

std::vector<Policy> read_policies(const Node& array, const PolicyContext& context, bool names_types) {
    std::vector<Policy> policies;
    for (const Node& node : array.elements()) policies.push_back(read_policy(node, context));
    std::vector<std::string> sets = sets_of(policies);
    sets.insert(sets.end(), context.sets.begin(), context.sets.end());
    const auto nodes = array.elements();
    for (size_t at = 0; at < policies.size(); ++at) {
        if (names_types && policies[at].settings == "{}") continue;
        check_settings(holder_of(context.place), policies[at].type,
                       Document::parse(policies[at].settings).root(nodes[at].path() + ".Settings"), sets);
    }
    return policies;
}

std::vector<std::string> sets_of(const std::vector<Policy>& policies) {
    std::vector<std::string> sets;
    for (const Policy& policy : policies) {
        if (policy.type == "SetPolicy") sets.push_back(member(Document::parse(policy.settings).root(), "Id").text_or(""));
    }
    return sets;
}

void write_policies(JsonWriter& json, const std::vector<Policy>& policies, Generation generation) {
    json.open("Policies", '[');
    for (const Policy& policy : policies) {
        if (generation == Generation::kOne) {
            JsonWriter one;
            write_flat(one, policy);
            json.element_json(one.text());
        } else {
            json.open('{').member("Type", policy.type).member_json("Settings", policy.settings).close('}');
        }
    }
    json.close(']');
}

std::vector<Policy> with_added(std::vector<Policy> policies, const std::vector<Policy>& more) {
    for (const Policy& policy : more) {
        if (stands_in(policies, policy))
            throw Refusal(kPolicyAlreadyExists, "the very policy of type " + policy.type + " is there already");
        policies.push_back(policy);
    }
    return policies;
}

std::vector<Policy> with_removed(std::vector<Policy> policies, const std::vector<Policy>& fewer) {
    for (const Policy& policy : fewer) {
        const bool by_type = policy.settings == "{}";
        const auto end = std::remove_if(policies.begin(), policies.end(), [&](const Policy& each) {
            return each.type == policy.type && (by_type || each.settings == policy.settings);
        });
        if (end == policies.end()) throw Refusal(kPolicyNotFound, "there is no such policy of type " + policy.type);
        policies.erase(end, policies.end());
    }
    return policies;
}

std::vector<Policy> with_replaced(std::vector<Policy> policies, const std::vector<Policy>& others) {
    const auto replaced = [&](const Policy& each) {
        return std::any_of(others.begin(), others.end(), [&](const Policy& other) { return other.type == each.type; });
    };
    policies.erase(std::remove_if(policies.begin(), policies.end(), replaced), policies.end());
    policies.insert(policies.end(), others.begin(), others.end());
    return policies;
}

}  // namespace hcsffi
