#include "network/load_balancer.h"

#include <algorithm>

#include "ground/address.h"

namespace hcsffi {

namespace {

constexpr uint64_t kDirectServerReturn = 1, kIpv6 = 2;
constexpr uint64_t kInternal = 1;  // of a mapping
constexpr uint32_t kTcp = 6, kUdp = 17;
constexpr std::string_view kReference = "/endpoints/";

// Of a balancer on the ports of its nodes: such a front end has no address, and clashes with no other that has one.
constexpr std::string_view kOfNode = "*";

std::string read_address_text(const Node& node) {
    std::string text = node.text_or("");
    if (!text.empty() && !read_address(text)) throw Refusal(kInvalidIp, node.path() + ": the text is no address");
    return text;
}

std::vector<std::string> read_addresses(const Node& array) {
    std::vector<std::string> addresses;
    for (const Node& node : array.elements()) addresses.push_back(read_address_text(node));
    return addresses;
}

}  // namespace

void LoadBalancer::configure(const Node& root, uint32_t windows_build) {
    read(root, kInvalidPolicy);
    if (generation_of(root) == Generation::kTwo) {
        read_second(root, windows_build);
    } else {
        read_first(root);
    }
    if (endpoints_.empty()) throw Refusal(kInvalidPolicy, root.path() + ": a load balancer leads to endpoints");
    if (mappings_.empty()) throw Refusal(kInvalidPolicy, root.path() + ": a load balancer has a port mapping");
}

void LoadBalancer::read_second(const Node& root, uint32_t windows_build) {
    network_ = read_guid(member(root, "HostComputeNetwork"), true);
    for (const Node& node : member(root, "HostComputeEndpoints").elements()) endpoints_.push_back(read_guid(node, true));
    source_ = read_address_text(member(root, "SourceVIP"));
    addresses_ = read_addresses(member(root, "FrontendVIPs"));
    for (const Node& node : member(root, "PortMappings").elements()) read_mapping(node, windows_build);
    flags_ = member(root, "Flags").count(UINT32_MAX).value_or(0);
    const bool known = ((flags_ & kDirectServerReturn) == 0 || has(windows_build, Feature::kDirectServerReturn)) &&
                       ((flags_ & kIpv6) == 0 || has(windows_build, Feature::kDualStack));
    if (!known)
        throw Refusal(kRequestUnsupported, member(root, "Flags").path() + ": this version of the service does not know all of these");
}

void LoadBalancer::read_mapping(const Node& node, uint32_t windows_build) {
    if (!node.is_object()) node.refuse("an object");
    Mapping mapping;
    mapping.protocol = static_cast<uint32_t>(member(node, "Protocol").count(UINT32_MAX).value_or(0));
    mapping.internal_port = static_cast<uint16_t>(member(node, "InternalPort").count(UINT16_MAX).value_or(0));
    mapping.external_port = static_cast<uint16_t>(member(node, "ExternalPort").count(UINT16_MAX).value_or(0));
    mapping.distribution = member(node, "DistributionType").count(2).value_or(0);
    mapping.flags = member(node, "Flags").count(UINT32_MAX).value_or(0);
    if (mapping.protocol != kTcp && mapping.protocol != kUdp) throw Refusal(kInvalidPolicy, node.path() + ": the protocol is 6 or 17");
    if (mapping.internal_port == 0) throw Refusal(kInvalidInternalPort, node.path() + ": the internal port is missing");
    if (mapping.external_port == 0) throw Refusal(kInvalidPolicy, node.path() + ": the external port is missing");
    if (mapping.distribution != 0 && !has(windows_build, Feature::kSessionAffinity))
        throw Refusal(kRequestUnsupported, node.path() + ": this version of the service has no session affinity");
    mappings_.push_back(mapping);
}

void LoadBalancer::read_first(const Node& root) {
    for (const Node& node : member(root, "References").elements()) {
        const std::string text = node.text_or("");
        const bool fits = text.size() > kReference.size() && same_letters(std::string_view(text).substr(0, kReference.size()), kReference);
        const Document bare = Document::parse("\"" + (fits ? text.substr(kReference.size()) : "?") + "\"", kGuidConversionFailure);
        endpoints_.push_back(read_guid(bare.root(node.path()), true));
    }
    for (const Node& node : member(root, "Policies").elements()) {
        if (!same_letters(member(node, "Type").text_or(""), "ELB"))
            throw Refusal(kInvalidPolicyType, member(node, "Type").path() + ": a policy list has policies of type ELB");
        source_ = read_address_text(member(node, "SourceVIP"));
        addresses_ = read_addresses(member(node, "VIPs"));
        read_mapping(node, UINT32_MAX);
        if (member(node, "ILB").boolean_or(false)) mappings_.back().flags |= kInternal;
        if (member(node, "IsDSR").boolean_or(false)) flags_ |= kDirectServerReturn;
    }
}

std::vector<MappedPort> LoadBalancer::front_ends_of() const {
    std::vector<MappedPort> ports;
    for (const Mapping& mapping : mappings_) {
        for (const std::string& address : addresses_) ports.push_back({mapping.protocol, mapping.external_port, address});
        if (addresses_.empty()) ports.push_back({mapping.protocol, mapping.external_port, std::string(kOfNode)});
    }
    return ports;
}

void LoadBalancer::forget_endpoint(const std::string& endpoint_id) noexcept {
    endpoints_.erase(std::remove(endpoints_.begin(), endpoints_.end(), endpoint_id), endpoints_.end());
}

void LoadBalancer::retire(PortTable& front_ends) noexcept {
    gone = true;
    front_ends.release(claimed_);
}

void LoadBalancer::replace(LoadBalancer&& other, PortTable& front_ends) {
    front_ends.exchange(claimed_, other.front_ends_of());
    owner.swap(other.owner);
    name.swap(other.name);
    additional.swap(other.additional);
    network_.swap(other.network_);
    endpoints_.swap(other.endpoints_);
    source_.swap(other.source_);
    addresses_.swap(other.addresses_);
    mappings_.swap(other.mappings_);
    flags_ = other.flags_;
}

void LoadBalancer::write_first(JsonWriter& json) const {
    json.open("References", '[');
    for (const std::string& endpoint : endpoints_) json.element(std::string(kReference) + endpoint);
    json.close(']').open("Policies", '[');
    for (const Mapping& mapping : mappings_) {
        json.open('{').member("Type", "ELB").member("Protocol", mapping.protocol);
        json.member("InternalPort", uint32_t{mapping.internal_port}).member("ExternalPort", uint32_t{mapping.external_port});
        if (!source_.empty()) json.member("SourceVIP", source_);
        write_texts(json, "VIPs", addresses_);
        json.member("ILB", (mapping.flags & kInternal) != 0).member("IsDSR", (flags_ & kDirectServerReturn) != 0).close('}');
    }
    json.close(']');
}

void LoadBalancer::write_second(JsonWriter& json) const {
    if (!network_.empty()) json.member("HostComputeNetwork", network_);
    write_texts(json, "HostComputeEndpoints", endpoints_);
    if (!source_.empty()) json.member("SourceVIP", source_);
    if (!addresses_.empty()) write_texts(json, "FrontendVIPs", addresses_);
    json.open("PortMappings", '[');
    for (const Mapping& mapping : mappings_) {
        json.open('{').member("Protocol", mapping.protocol);
        json.member("InternalPort", uint32_t{mapping.internal_port}).member("ExternalPort", uint32_t{mapping.external_port});
        if (mapping.distribution != 0) json.member("DistributionType", mapping.distribution);
        if (mapping.flags != 0) json.member("Flags", mapping.flags);
        json.close('}');
    }
    json.close(']');
    if (flags_ != 0) json.member("Flags", flags_);
}

std::string LoadBalancer::json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    if (query.generation == Generation::kOne) {
        write_first(json);
    } else {
        write_second(json);
    }
    return json.close('}').text();
}

}  // namespace hcsffi
