#include "network/endpoint.h"

#include <algorithm>

#include "ground/hardware_address.h"
#include "ground/room.h"
#include "network/request.h"

namespace hcsffi {

namespace {

constexpr uint64_t kRemote = 1, kDisableInterCompute = 2, kLowMetric = 8;
constexpr Word kResources[] = {{"Port", 0}, {"Policy", 1}};
constexpr size_t kGuidLength = 36;

}  // namespace

// -- what it has

void Holding::take(const Address& address) {
    make_room(addresses_);
    network_->take_address(address);
    addresses_.push_back(address);
}

uint64_t Holding::take_hardware(NetworkPlan& plan) {
    hardware_ = network_->take_hardware_address(plan);
    return *hardware_;
}

void Holding::take_hardware(uint64_t address) {
    network_->take_hardware_address(address);
    hardware_ = address;
}

void Holding::release() noexcept {
    for (const Address& address : addresses_) network_->give_address_back(address);
    addresses_.clear();
    if (hardware_) network_->give_hardware_address_back(*hardware_);
    hardware_.reset();
    table_.release(ports_);
}

// -- creation

bool Endpoint::is_remote() const { return (flags_ & kRemote) != 0; }

void Endpoint::configure(const Node& root, NetworkPlan& plan) {
    const Generation generation = generation_of(root);
    read(root, kInvalidEndpoint);
    const Node network_id = member(root, generation == Generation::kOne ? "VirtualNetwork" : "HostComputeNetwork");
    const std::string wanted = read_guid(network_id, true);
    if (!wanted.empty() && wanted != network().id)
        throw Refusal(kInvalidEndpoint, network_id.path() + ": names another network than the handle");
    read_flags(root, generation);
    names_ = read_name_service(root, generation);
    if (generation == Generation::kTwo) routes_ = read_routes(member(root, "Routes"));
    policies_ =
        read_policies(member(root, "Policies"), {Place::kEndpoint, generation, plan.windows_build(), sets_of(network().policies())});
    check_policies(policies_);
    namespace_id_.reserve(kGuidLength);
    read_configurations(root, generation, plan.windows_build());
    assign_missing();
    read_hardware(root, plan);
    add_routes();
    holding_.exchange_ports(ports_of(policies_));
}

void Endpoint::read_flags(const Node& root, Generation generation) {
    flags_ = member(root, "Flags").count(UINT32_MAX).value_or(0);
    if (generation == Generation::kTwo) return;
    if (member(root, "IsRemoteEndpoint").boolean_or(false)) flags_ |= kRemote;
    if (member(root, "DisableICC").boolean_or(false)) flags_ |= kDisableInterCompute;
    if (member(root, "EnableLowMetric").boolean_or(false)) flags_ |= kLowMetric;
}

void Endpoint::read_configurations(const Node& root, Generation generation, uint32_t windows_build) {
    if (generation == Generation::kOne) {
        for (const auto& [address, length] : {std::pair("IPAddress", "PrefixLength"), std::pair("IPv6Address", "IPv6PrefixLength")}) {
            const Node text = member(root, address);
            if (!text.text_or("").empty()) add_address(text, member(root, length), "", windows_build);
        }
        return;
    }
    for (const Node& node : member(root, "IpConfigurations").elements()) {
        if (!node.is_object()) node.refuse("an object");
        const std::string ip_subnet_id = read_guid(member(node, "IpSubnetId"), true);
        if (member(node, "IpAddress").text_or("").empty()) {
            assign_address(std::nullopt, ip_subnet_id);
        } else {
            add_address(member(node, "IpAddress"), member(node, "PrefixLength"), ip_subnet_id, windows_build);
        }
    }
}

void Endpoint::add_address(const Node& text, const Node& length, const std::string& ip_subnet_id, uint32_t windows_build) {
    const auto address = read_address(text.text_or(""));
    if (!address) throw Refusal(kInvalidIp, text.path() + ": the text is no address");
    const Subnet* const subnet = network().subnet_of(*address);
    const int whole = address->bits();
    const int around = subnet != nullptr ? subnet->prefix.length : whole;
    int asked = static_cast<int>(length.count(UINT8_MAX).value_or(0));
    if (asked > whole) throw Refusal(kInvalidPrefix, length.path() + ": no prefix of this family is as long");
    if (asked == 0) asked = around;
    if (asked == whole && asked != around && !has(windows_build, Feature::kSlash32))
        throw Refusal(kRequestUnsupported, length.path() + ": this version of the service has no prefix of one address");
    if (subnet != nullptr && !is_remote() && asked != around && asked != whole)
        throw Refusal(kInvalidPrefix, length.path() + ": the prefix is as long as the subnet's, or the whole address");
    if (!is_remote()) holding_.take(*address);
    std::string id = subnet != nullptr ? subnet->ip_subnet_of(*address) : "";
    if (!ip_subnet_id.empty() && ip_subnet_id != id) throw Refusal(kInvalidIp, text.path() + ": lies outside the IP subnet it names");
    configurations_.push_back({*address, asked, std::move(id)});
}

void Endpoint::assign_address(std::optional<bool> six, const std::string& ip_subnet_id) {
    Subnet* const subnet = network().subnet_with_room(six, ip_subnet_id);
    if (subnet == nullptr) throw Refusal(kAddressInvalidOrReserved, "no address of the network is left");
    const Address address = *subnet->lowest_free(ip_subnet_id);
    holding_.take(address);
    configurations_.push_back({address, subnet->prefix.length, subnet->ip_subnet_of(address)});
}

void Endpoint::assign_missing() {
    if (!configurations_.empty()) return;
    if (is_remote()) throw Refusal(kInvalidEndpoint, "a remote endpoint has an address of its own");
    const auto& subnets = network().subnets();
    for (const bool six : {false, true}) {
        const auto family = [six](const Subnet& each) { return each.prefix.first.six == six; };
        if (std::any_of(subnets.begin(), subnets.end(), family)) assign_address(six, "");
    }
}

void Endpoint::read_hardware(const Node& root, NetworkPlan& plan) {
    const Node node = member(root, "MacAddress");
    const std::string text = node.text_or("");
    if (text.empty()) {
        hardware_ = holding_.take_hardware(plan);
        return;
    }
    const auto address = read_hardware_address(text);
    if (!address || !is_of_one_adapter(*address))
        throw Refusal(kInvalidEndpoint, node.path() + ": the text is no adapter's hardware address");
    hardware_ = *address;
    if (!is_remote()) holding_.take_hardware(hardware_);
}

void Endpoint::add_routes() {
    if (!routes_.empty() || is_remote()) return;
    for (const Subnet& subnet : network().subnets()) {
        const bool used = std::any_of(configurations_.begin(), configurations_.end(),
                                      [&](const IpConfig& each) { return subnet.prefix.contains(each.address); });
        if (!used) continue;
        for (const Route& route : subnet.routes) {
            if (route.is_default()) routes_.push_back(route);
        }
    }
}

void Endpoint::check_policies(const std::vector<Policy>& policies) const {
    const bool maps = std::any_of(policies.begin(), policies.end(), [](const Policy& each) { return each.type == "PortMapping"; });
    if (maps && !network().maps_ports()) throw Refusal(kMappingNotSupported, "nothing comes into such a network from outside");
}

// -- changes

void Endpoint::modify(const Node& request, uint32_t windows_build) {
    const std::string_view verb = read_request_type(request);
    const size_t resource = read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of an endpoint");
    if (resource == SIZE_MAX) throw Refusal(kRequestUnsupported, request.path() + ": the request names no resource");
    const Node settings = member(request, "Settings");
    if (settings && !settings.is_object()) settings.refuse("an object");
    if (kResources[resource].text == "Policy") {
        modify_policies(verb, settings, windows_build);
    } else {
        modify_port(verb, request, settings);
    }
    changed = ticks_now();
}

void Endpoint::modify_policies(std::string_view verb, const Node& settings, uint32_t windows_build) {
    const PolicyContext context{Place::kEndpoint, Generation::kTwo, windows_build, sets_of(network().policies())};
    auto policies = with_changed(policies_, verb, read_policies(member(settings, "Policies"), context, verb == "Remove"));
    check_policies(policies);
    holding_.exchange_ports(ports_of(policies));
    policies_ = std::move(policies);
}

void Endpoint::put_back(const std::vector<Policy>& policies) {
    holding_.exchange_ports(ports_of(policies));
    policies_ = policies;
}

void Endpoint::modify_port(std::string_view verb, const Node& request, const Node& settings) {
    if (verb == "Add") {
        const std::string machine = read_guid(member(settings, "VirtualMachineId"), true);
        if (machine.empty()) throw Refusal(kInvalidEndpoint, request.path() + ": the request names no virtual machine");
        attach(machine);
    } else if (verb == "Remove") {
        if (machine_.empty()) throw Refusal(kEndpointNotAttached, request.path() + ": the endpoint is attached to no adapter");
        detach();
    } else if (verb != "Refresh") {
        refuse_request(request);
    }
}

void Endpoint::enter(const std::string& id) noexcept {
    namespace_id_.assign(id);
    state_ = State::kAttached;
}

void Endpoint::leave() noexcept {
    namespace_id_.clear();
    state_ = State::kDetached;
}

void Endpoint::attach(std::string machine) {
    if (!machine_.empty()) throw Refusal(kEndpointAlreadyAttached, "the endpoint " + id + " is attached to an adapter already");
    if (is_remote()) throw Refusal(kInvalidRemoteEndpoint, "a remote endpoint is attached to nothing here");
    machine_ = std::move(machine);
    state_ = State::kAttached;
}

void Endpoint::detach() noexcept {
    machine_.clear();
    state_ = namespace_id_.empty() ? State::kDetached : State::kAttached;
}

void Endpoint::retire() noexcept {
    gone = true;
    holding_.release();
}

// -- answers

bool Endpoint::matches(std::string_view name, const std::string& value) const {
    if (is_named(name, value)) return true;
    if (same_letters(name, "VirtualNetwork")) return same_letters(value, network().id) || same_letters(value, "{" + network().id + "}");
    return same_letters(name, "VirtualNetworkName") && value == network().name;
}

void Endpoint::write_configurations(JsonWriter& json) const {
    json.open("IpConfigurations", '[');
    for (const IpConfig& one : configurations_) {
        json.open('{').member("IpAddress", text_of(one.address)).member("PrefixLength", static_cast<uint32_t>(one.prefix_length));
        if (!one.ip_subnet_id.empty()) json.member("IpSubnetId", one.ip_subnet_id);
        json.close('}');
    }
    json.close(']');
}

void Endpoint::write_first(JsonWriter& json) const {
    json.member("VirtualNetwork", network().id).member("VirtualNetworkName", network().name).member("Type", network().mode_word());
    for (const bool six : {false, true}) {
        const auto found =
            std::find_if(configurations_.begin(), configurations_.end(), [six](const IpConfig& each) { return each.address.six == six; });
        if (found == configurations_.end()) continue;
        json.member(six ? "IPv6Address" : "IPAddress", text_of(found->address));
        json.member(six ? "IPv6PrefixLength" : "PrefixLength", static_cast<uint32_t>(found->prefix_length));
        const Subnet* const subnet = network().subnet_of(found->address);
        if (subnet != nullptr) json.member(six ? "GatewayAddressV6" : "GatewayAddress", text_of(*subnet->gateway));
    }
    if (is_remote()) json.member("IsRemoteEndpoint", true);
    if ((flags_ & kDisableInterCompute) != 0) json.member("DisableICC", true);
    if ((flags_ & kLowMetric) != 0) json.member("EnableLowMetric", true);
    if (!namespace_id_.empty()) json.open("Namespace", '{').member("ID", namespace_id_).close('}');
}

void Endpoint::write_second(JsonWriter& json) const {
    json.member("HostComputeNetwork", network().id);
    if (!namespace_id_.empty()) json.member("HostComputeNamespace", namespace_id_);
    write_configurations(json);
    write_routes(json, routes_);
    if (flags_ != 0) json.member("Flags", flags_);
}

std::string Endpoint::json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    if (query.generation == Generation::kOne) {
        write_first(json);
    } else {
        write_second(json);
    }
    json.member("MacAddress", hardware_address_text(hardware_)).member("State", static_cast<uint32_t>(state_));
    names_.write(json, query.generation);
    write_policies(json, policies_, query.generation);
    return json.close('}').text();
}

std::string Endpoint::addresses_json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    write_configurations(json);
    json.member("MacAddress", hardware_address_text(hardware_));
    return json.close('}').text();
}

CarriedEndpoint Endpoint::carried() const {
    CarriedEndpoint endpoint;
    endpoint.id = id;
    endpoint.hardware = hardware_;
    for (const IpConfig& one : configurations_) endpoint.addresses.push_back({one.address, one.prefix_length});
    endpoint.routes = routes_;
    endpoint.names = names_.is_empty() ? network().names() : names_;
    endpoint.policies = policies_;
    endpoint.network = network().carried();
    return endpoint;
}

std::string Endpoint::statistics_json(const Carriage& carriage) const {
    JsonWriter json;
    json.open('{').member("EndpointId", id).member("InstanceId", machine_.empty() ? namespace_id_ : machine_);
    json.member("BytesReceived", carriage.bytes_received).member("BytesSent", carriage.bytes_sent);
    json.member("PacketsReceived", carriage.packets_received).member("PacketsSent", carriage.packets_sent);
    json.member("DroppedPacketsIncoming", carriage.dropped_incoming).member("DroppedPacketsOutgoing", carriage.dropped_outgoing);
    return json.close('}').text();
}

}  // namespace hcsffi
