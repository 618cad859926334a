#include "network/policy_setting.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>

#include "ground/address.h"
#include "ground/guid.h"
#include "ground/hardware_address.h"
#include "network/reading.h"

namespace hcsffi {

namespace {

enum class Kind : uint8_t {
    kText,
    kFilled,        // text that is not empty
    kBoolean,
    kNumber16,
    kNumber32,
    kNumber64,
    kPort,          // 1 to 65535
    kInternalPort,  // the same, with a code of its own
    kTransport,     // the number 6 or 17
    kProtocol,      // any number of a protocol
    kProtocols,     // such numbers as text, joined with commas
    kPortText,      // a port as text
    kPorts,         // ports and ranges of them, joined with commas
    kAddress,
    kAddresses,     // addresses, prefixes and ids of sets, joined with commas
    kAddressList,   // an array of addresses and prefixes
    kPrefix,
    kHardware,
    kGuid,
    kVlan,          // 0 to 4094
    kAction,
    kDirection,
    kRuleType,
    kSetKind,
    kTuple,         // an object as rules have it
    kRules,         // an array of rules of a tier
    kExceptions,    // an object with addresses and ports
};

struct Row {
    std::string_view type, name;
    Kind kind;
    bool required = false;
};

// Source: the settings' documents; what is required is what the policy is about.
constexpr Row kRows[] = {
    {"PortMapping", "Protocol", Kind::kTransport, true},
    {"PortMapping", "InternalPort", Kind::kInternalPort, true},
    {"PortMapping", "ExternalPort", Kind::kPort, true},
    {"PortMapping", "VIP", Kind::kAddress},
    {"PortMapping", "Flags", Kind::kNumber32},
    {"ACL", "Action", Kind::kAction, true},
    {"ACL", "Direction", Kind::kDirection, true},
    {"ACL", "", Kind::kTuple},
    {"NetworkACL", "Action", Kind::kAction, true},
    {"NetworkACL", "Direction", Kind::kDirection, true},
    {"NetworkACL", "", Kind::kTuple},
    {"rule", "TierAclRuleAction", Kind::kAction, true},
    {"rule", "", Kind::kTuple},
    {"tuple", "Protocols", Kind::kProtocols},
    {"tuple", "LocalAddresses", Kind::kAddresses},
    {"tuple", "RemoteAddresses", Kind::kAddresses},
    {"tuple", "LocalPorts", Kind::kPorts},
    {"tuple", "RemotePorts", Kind::kPorts},
    {"tuple", "Priority", Kind::kNumber16},
    {"tuple", "RuleType", Kind::kRuleType},
    {"TierAcl", "Name", Kind::kFilled, true},
    {"TierAcl", "Direction", Kind::kDirection, true},
    {"TierAcl", "Order", Kind::kNumber16},
    {"TierAcl", "TierAclRules", Kind::kRules},
    {"QOS", "MaximumOutgoingBandwidthInBytes", Kind::kNumber64, true},
    {"OutBoundNAT", "VirtualIP", Kind::kAddress},
    {"OutBoundNAT", "Exceptions", Kind::kAddressList},
    {"OutBoundNAT", "Destinations", Kind::kAddressList},
    {"OutBoundNAT", "MaxPortPoolUsage", Kind::kNumber16},
    {"SDNRoute", "DestinationPrefix", Kind::kPrefix, true},
    {"SDNRoute", "NextHop", Kind::kAddress},
    {"SDNRoute", "NeedEncap", Kind::kBoolean},
    {"L4Proxy", "IP", Kind::kAddress},
    {"L4Proxy", "Port", Kind::kPortText, true},
    {"L4Proxy", "Protocol", Kind::kProtocol},
    {"L4Proxy", "ExceptionList", Kind::kAddressList},
    {"L4Proxy", "Exceptions", Kind::kAddressList},
    {"L4Proxy", "OutboundNat", Kind::kBoolean},
    {"L4WFPPROXY", "InboundProxyPort", Kind::kPortText},
    {"L4WFPPROXY", "OutboundProxyPort", Kind::kPortText},
    {"L4WFPPROXY", "FilterTuple", Kind::kTuple},
    {"L4WFPPROXY", "InboundExceptions", Kind::kExceptions},
    {"L4WFPPROXY", "OutboundExceptions", Kind::kExceptions},
    {"ProviderAddress", "ProviderAddress", Kind::kAddress, true},
    {"PortName", "Name", Kind::kFilled, true},
    {"EncapOverhead", "Overhead", Kind::kNumber16, true},
    {"InterfaceConstraint", "InterfaceGuid", Kind::kGuid},
    {"InterfaceConstraint", "InterfaceLuid", Kind::kNumber64},
    {"InterfaceConstraint", "InterfaceIndex", Kind::kNumber32},
    {"InterfaceConstraint", "InterfaceMediaType", Kind::kNumber32},
    {"InterfaceConstraint", "InterfaceAlias", Kind::kText},
    {"VLAN", "IsolationId", Kind::kVlan, true},
    {"VSID", "IsolationId", Kind::kNumber32, true},
    {"InterfaceParameters", "Mtu", Kind::kNumber16},
    {"Iov", "IovOffloadWeight", Kind::kNumber32},
    {"Iov", "QueuePairsRequested", Kind::kNumber32},
    {"Iov", "InterruptModeration", Kind::kNumber32},
    {"SourceMacAddress", "SourceMacAddress", Kind::kHardware, true},
    {"NetAdapterName", "NetworkAdapterName", Kind::kFilled, true},
    {"VSwitchExtension", "ExtensionID", Kind::kGuid, true},
    {"VSwitchExtension", "Enable", Kind::kBoolean},
    {"DrMacAddress", "Address", Kind::kHardware, true},
    {"AutomaticDNS", "Enable", Kind::kBoolean},
    {"RemoteSubnetRoute", "DestinationPrefix", Kind::kPrefix, true},
    {"RemoteSubnetRoute", "IsolationId", Kind::kNumber32, true},
    {"RemoteSubnetRoute", "ProviderAddress", Kind::kAddress, true},
    {"RemoteSubnetRoute", "DistributedRouterMacAddress", Kind::kHardware, true},
    {"VxlanPort", "Port", Kind::kPort, true},
    {"SetPolicy", "Id", Kind::kFilled, true},
    {"SetPolicy", "Name", Kind::kText},
    {"SetPolicy", "PolicyType", Kind::kSetKind, true},
    {"SetPolicy", "Values", Kind::kText},
    {"LayerConstraint", "LayerId", Kind::kGuid, true},
};

constexpr Word kActions[] = {{"Allow"}, {"Block"}, {"Pass"}};
constexpr Word kDirections[] = {{"In"}, {"Out"}};
constexpr Word kRuleTypes[] = {{"Host"}, {"Switch"}};
constexpr Word kSetKinds[] = {{"IPSET"}, {"NESTEDIPSET"}};

constexpr uint64_t kMostVlan = 4094, kTcp = 6, kUdp = 17, kAnyProtocol = 256;  // the last one stands for all

using Sets = std::vector<std::string>;

[[noreturn]] void refuse(const Node& node, const char* what) { throw Refusal(kInvalidPolicy, node.path() + ": the value is " + what); }

bool is_port(std::string_view text) {
    if (text.substr(0, 1) == "0") return false;
    uint32_t port = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && port >= 1 && port <= UINT16_MAX;
}

bool is_port_range(std::string_view text) {
    const size_t dash = text.find('-');
    if (dash == std::string_view::npos) return is_port(text);
    const std::string_view first = text.substr(0, dash), last = text.substr(dash + 1);
    return is_port(first) && is_port(last) && std::tuple(first.size(), first) <= std::tuple(last.size(), last);  // none has leading zeros
}

bool is_protocol(std::string_view text) {
    uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && number <= kAnyProtocol;
}

bool is_address_or_prefix(const std::string& text) { return read_address(text) || read_prefix(text); }

template <class Fits>
void check_joined(const Node& node, const char* what, Fits fits) {
    const std::string joined = node.text_or("");
    const std::vector<std::string> texts = split_texts(joined);
    const size_t parts = joined.empty() ? 0 : static_cast<size_t>(std::count(joined.begin(), joined.end(), ',')) + 1;
    if (texts.size() != parts || !std::all_of(texts.begin(), texts.end(), fits)) refuse(node, what);
}

void check_port(const Node& node, HRESULT code) {
    if (node.count(UINT16_MAX) == uint64_t{0}) throw Refusal(code, node.path() + ": a port goes from 1 to 65535");
}

void check_rows(std::string_view type, const Node& settings, const Sets& sets);

void check_list(const Node& node, Kind kind, const Sets& sets) {
    if (kind == Kind::kRules) {
        for (const Node& rule : node.elements()) {
            if (!rule.is_object()) rule.refuse("an object");
            check_rows("rule", rule, sets);
        }
        return;
    }
    if (kind == Kind::kExceptions) {
        for (const std::string& text : read_texts(member(node, "IpAddressExceptions"))) {
            if (!is_address_or_prefix(text)) refuse(node, "no list of addresses");
        }
        for (const std::string& text : read_texts(member(node, "PortExceptions"))) {
            if (!is_port_range(text)) refuse(node, "no list of ports");
        }
        return;
    }
    for (const std::string& text : read_texts(node)) {
        if (!text.empty() && !is_address_or_prefix(text)) refuse(node, "no list of addresses");
    }
}

void check_number(const Node& node, Kind kind) {
    switch (kind) {
        case Kind::kNumber16: node.count(UINT16_MAX); return;
        case Kind::kNumber32: node.count(UINT32_MAX); return;
        case Kind::kNumber64: node.count(); return;
        case Kind::kPort: check_port(node, kInvalidPolicy); return;
        case Kind::kInternalPort: check_port(node, kInvalidInternalPort); return;
        case Kind::kProtocol:
            if (*node.count(UINT32_MAX) > UINT8_MAX) refuse(node, "no number of a protocol");
            return;
        case Kind::kVlan:
            if (*node.count(UINT32_MAX) > kMostVlan) refuse(node, "no number of a VLAN");
            return;
        default:
            if (const uint64_t number = *node.count(UINT32_MAX); number != kTcp && number != kUdp) refuse(node, "neither 6 nor 17");
    }
}

void check_text(const Node& node, Kind kind, const Sets& sets) {
    const std::string text = node.text_or("");
    switch (kind) {
        case Kind::kFilled:
            if (text.empty()) refuse(node, "empty");
            return;
        case Kind::kPortText:
            if (!is_port(text)) refuse(node, "no port as text");
            return;
        case Kind::kPorts: return check_joined(node, "no list of ports", is_port_range);
        case Kind::kProtocols: return check_joined(node, "no list of protocols' numbers", is_protocol);
        case Kind::kAddress:
            if (!text.empty() && !read_address(text)) refuse(node, "no address");
            return;
        case Kind::kAddresses:
            return check_joined(node, "no list of addresses", [&](const std::string& one) {
                return is_address_or_prefix(one) || std::find(sets.begin(), sets.end(), one) != sets.end();
            });
        case Kind::kPrefix:
            if (!read_prefix(text)) refuse(node, "no prefix");
            return;
        case Kind::kHardware:
            if (const auto address = read_hardware_address(text); !address || !is_of_one_adapter(*address))
                refuse(node, "no hardware address");
            return;
        case Kind::kGuid:
            if (!is_bare_guid(text)) refuse(node, "no GUID");
            return;
        default: return;
    }
}

void check_value(const Node& node, Kind kind, const Sets& sets) {
    switch (kind) {
        case Kind::kBoolean: node.boolean_or(false); return;
        case Kind::kAction: read_word(node, kActions, kInvalidPolicy, "action"); return;
        case Kind::kDirection: read_word(node, kDirections, kInvalidPolicy, "direction"); return;
        case Kind::kRuleType: read_word(node, kRuleTypes, kInvalidPolicy, "type of rule"); return;
        case Kind::kSetKind: read_word(node, kSetKinds, kInvalidPolicy, "type of set"); return;
        case Kind::kTuple: return check_rows("tuple", node, sets);
        case Kind::kRules:
        case Kind::kExceptions:
        case Kind::kAddressList: return check_list(node, kind, sets);
        case Kind::kNumber16:
        case Kind::kNumber32:
        case Kind::kNumber64:
        case Kind::kPort:
        case Kind::kInternalPort:
        case Kind::kTransport:
        case Kind::kProtocol:
        case Kind::kVlan: return check_number(node, kind);
        default: return check_text(node, kind, sets);
    }
}

void check_rows(std::string_view type, const Node& settings, const Sets& sets) {
    for (const Row& row : kRows) {
        if (row.type != type) continue;
        const Node value = row.name.empty() ? settings : member(settings, row.name);
        if (value) {
            check_value(value, row.kind, sets);
        } else if (row.required) {
            throw Refusal(row.kind == Kind::kInternalPort ? kInvalidInternalPort : kInvalidPolicy, value.path() + ": the value is missing");
        }
    }
}

}  // namespace

void check_settings(std::string_view type, const Node& settings, const std::vector<std::string>& sets) { check_rows(type, settings, sets); }

}  // namespace hcsffi
