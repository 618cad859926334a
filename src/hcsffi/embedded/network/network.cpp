#include "network/network.h"

#include <algorithm>
#include <iterator>

#include "ground/hardware_address.h"
#include "network/host_address.h"
#include "network/request.h"

namespace hcsffi {

namespace {

// The numbers are those of the published samples, which have the first three only.
constexpr Word kModes[] = {
    {"NAT", 0},  {"ICS", 1},   {"Transparent", 2}, {"L2Bridge"},   {"L2Tunnel"},       {"Overlay"},
    {"Private"}, {"Internal"}, {"Mirrored"},       {"Infiniband"}, {"ConstrainedICS"},
};
constexpr Word kIpamTypes[] = {{"Static", 0}, {"Dhcp", 1}};
constexpr Word kResources[] = {{"DNS"}, {"Extension"}, {"Policy"}, {"Subnet"}, {"IPSubnet"}};

constexpr uint64_t kDisableHostPort = 1024, kEnableIov = 8192;

bool has_bit(uint64_t flags, uint64_t bit) { return (flags & bit) != 0; }

}  // namespace

std::string_view Network::mode_word() const { return kModes[static_cast<size_t>(mode_)].text; }

bool Network::is_translated() const { return mode_ == Mode::kNat || mode_ == Mode::kIcs || mode_ == Mode::kConstrainedIcs; }

void Network::configure(const Node& root, NetworkPlan& plan) {
    const Generation generation = generation_of(root);
    read(root, kInvalidNetwork);
    read_mode(root);
    flags_ = member(root, "Flags").count(UINT32_MAX).value_or(0);
    if ((has_bit(flags_, kDisableHostPort) && !has(plan.windows_build(), Feature::kDisableHostPort)) ||
        (has_bit(flags_, kEnableIov) && !has(plan.windows_build(), Feature::kAcceleratedNetworking)))
        throw Refusal(kRequestUnsupported, member(root, "Flags").path() + ": this version of the service does not know all of these");
    names_ = read_name_service(root, generation);
    policies_ = read_policies(member(root, "Policies"), {Place::kNetwork, generation, plan.windows_build()});
    const bool provided =
        std::any_of(policies_.begin(), policies_.end(), [](const Policy& each) { return each.type == "ProviderAddress"; });
    if (mode_ == Mode::kOverlay && !provided) policies_.push_back({"ProviderAddress", "{\"ProviderAddress\":\"" + host_address() + "\"}"});
    read_hardware_ranges(root, generation);
    if (hardware_.empty()) {
        const auto [first, last] = plan.hardware_block();
        hardware_.emplace_back(first, last);
        hardware_grows_ = true;
    }
    read_subnets(root, generation, plan);
}

void Network::read_mode(const Node& root) {
    const size_t mode = read_word(member(root, "Type"), kModes, kInvalidNetworkType, "type of network");
    mode_ = mode == SIZE_MAX ? Mode::kNat : static_cast<Mode>(mode);
}

void Network::read_hardware_ranges(const Node& root, Generation generation) {
    const Node ranges = generation == Generation::kOne ? member(root, "MacPools") : member(member(root, "MacPool"), "Ranges");
    for (const Node& node : ranges.elements()) {
        const auto first = read_hardware_address(member(node, "StartMacAddress").text_or(""));
        const auto last = read_hardware_address(member(node, "EndMacAddress").text_or(""));
        if (!first || !last || *last < *first || !is_of_one_adapter(*first) || !is_of_one_adapter(*last))
            throw Refusal(kInvalidNetwork, node.path() + ": a range goes from one adapter's hardware address to another's");
        hardware_.emplace_back(*first, *last);
    }
}

void Network::read_subnets(const Node& root, Generation generation, NetworkPlan& plan) {
    std::vector<Node> nodes = member(root, "Subnets").elements();
    if (generation == Generation::kTwo) {
        nodes.clear();
        for (const Node& ipam : member(root, "Ipams").elements()) {
            dhcp_ = dhcp_ || read_word(member(ipam, "Type"), kIpamTypes, kInvalidNetwork, "type of address management") == 1;
            for (const Node& node : member(ipam, "Subnets").elements()) nodes.push_back(node);
        }
    }
    const std::string_view prefix = generation == Generation::kOne ? "AddressPrefix" : "IpAddressPrefix";
    for (const Node& node : nodes) {
        if (member(node, prefix).text_or("").empty()) continue;  // the network's router knows
        subnets_.push_back(read_subnet(node, generation, [&] { return plan.draw_id(); }, plan.windows_build()));
    }
    check_apart(subnets_);
    const bool both = std::any_of(subnets_.begin(), subnets_.end(), [](const Subnet& each) { return each.prefix.first.six; }) &&
                      std::any_of(subnets_.begin(), subnets_.end(), [](const Subnet& each) { return !each.prefix.first.six; });
    if (both && !has(plan.windows_build(), Feature::kDualStack))
        throw Refusal(kRequestUnsupported, root.path() + ": this version of the service has no networks of both families");
    if (!subnets_.empty() || !is_translated()) return;
    const auto range = plan.free_range();
    if (!range) throw Refusal(kInvalidSubnet, root.path() + ": no range is left for a network that names none");
    subnets_.push_back(plain_subnet(*range, [&] { return plan.draw_id(); }));
}

// -- who has what

Subnet* Network::subnet_of(const Address& address) {
    const auto found = std::find_if(subnets_.begin(), subnets_.end(), [&](const Subnet& each) { return each.prefix.contains(address); });
    return found == subnets_.end() ? nullptr : &*found;
}

Subnet* Network::subnet_with_room(std::optional<bool> six, const std::string& ip_subnet_id) {
    for (Subnet& subnet : subnets_) {
        if (six && subnet.prefix.first.six != *six) continue;
        if (subnet.lowest_free(ip_subnet_id)) return &subnet;
    }
    return nullptr;
}

void Network::take_address(const Address& address) {
    if (subnets_.empty()) {
        if (!addresses_apart_.insert(address).second) throw Refusal(kAddressInvalidOrReserved, text_of(address) + " is in use");
        return;
    }
    Subnet* const subnet = subnet_of(address);
    if (subnet == nullptr) throw Refusal(kInvalidIp, text_of(address) + " lies in no subnet of the network");
    subnet->check_free(address);
    subnet->take(address);
}

void Network::give_address_back(const Address& address) noexcept {
    if (Subnet* const subnet = subnet_of(address)) {
        subnet->give_back(address);
    } else {
        addresses_apart_.erase(address);
    }
}

uint64_t Network::take_hardware_address(NetworkPlan& plan) {
    for (;;) {
        for (auto& range : hardware_) {
            for (auto free = range.lowest_free(); free; free = range.lowest_free()) {
                range.take(*free);
                if (hardware_apart_.count(*free) == 0) return *free;
            }
        }
        if (!hardware_grows_) throw Refusal(kNoSystemResources, "the network's hardware addresses are used up");
        const auto [first, last] = plan.hardware_block();
        hardware_.emplace_back(first, last);
    }
}

void Network::take_hardware_address(uint64_t address) {
    for (auto& range : hardware_) {
        if (!range.holds(address)) continue;
        if (!range.take(address)) throw Refusal(kAlreadyExists, hardware_address_text(address) + " is in use");
        return;
    }
    if (!hardware_apart_.insert(address).second) throw Refusal(kAlreadyExists, hardware_address_text(address) + " is in use");
}

void Network::give_hardware_address_back(uint64_t address) noexcept {
    for (auto& range : hardware_) {
        if (range.holds(address)) range.give_back(address);
    }
    hardware_apart_.erase(address);
}

CarriedNetwork Network::carried() const {
    CarriedNetwork network;
    network.id = id;
    network.type = mode_word();
    network.translates = is_translated();
    network.policies = policies_;
    for (const Subnet& subnet : subnets_)
        network.ranges.push_back({subnet.prefix, mode_ == Mode::kPrivate ? std::nullopt : subnet.gateway});
    return network;
}

// -- changes

void Network::modify(const Node& request, NetworkPlan& plan) {
    const std::string_view kind = read_request_type(request);
    const size_t resource = read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of a network");
    if (resource == SIZE_MAX) throw Refusal(kRequestUnsupported, request.path() + ": the request names no resource");
    const Node settings = member(request, "Settings");
    if (!settings.is_object()) settings.refuse("an object");
    const std::string_view word = kResources[resource].text;
    if (word == "Policy") {
        modify_policies(kind, settings, plan.windows_build());
    } else if (word == "Subnet") {
        modify_subnets(kind, settings, plan);
    } else if (word == "IPSubnet") {
        modify_ip_subnets(kind, settings, plan);
    } else if (word == "DNS" && kind == "Update") {
        names_ = read_dns(settings);
    } else {
        refuse_request(request);
    }
    changed = ticks_now();
}

void Network::modify_policies(std::string_view request, const Node& settings, uint32_t windows_build) {
    const PolicyContext context{Place::kNetwork, Generation::kTwo, windows_build, sets_of(policies_)};
    policies_ = with_changed(policies_, request, read_policies(member(settings, "Policies"), context, request == "Remove"));
}

void Network::modify_subnets(std::string_view request, const Node& settings, NetworkPlan& plan) {
    std::vector<Subnet> changed_subnets = subnets_;
    for (const Node& node : member(settings, "Subnets").elements()) {
        Subnet subnet = read_subnet(node, Generation::kTwo, [&] { return plan.draw_id(); }, plan.windows_build());
        if (request == "Add") {
            changed_subnets.push_back(std::move(subnet));
            continue;
        }
        if (request != "Remove") refuse_request(node);
        const auto found = std::find_if(changed_subnets.begin(), changed_subnets.end(), [&](const Subnet& each) {
            return each.id == subnet.id || text_of(each.prefix) == text_of(subnet.prefix);
        });
        if (found == changed_subnets.end()) throw Refusal(kSubnetNotFound, node.path() + ": the network has no such subnet");
        if (!found->is_free()) throw Refusal(kEntityHasReferences, node.path() + ": endpoints have addresses in this subnet");
        changed_subnets.erase(found);
    }
    check_apart(changed_subnets);
    subnets_ = std::move(changed_subnets);
}

void Network::modify_ip_subnets(std::string_view request, const Node& settings, NetworkPlan& plan) {
    std::vector<Subnet> changed_subnets = subnets_;
    const std::string wanted = read_guid(member(settings, "SubnetId"), true);
    const auto subnet = std::find_if(changed_subnets.begin(), changed_subnets.end(), [&](const Subnet& each) { return each.id == wanted; });
    if (subnet == changed_subnets.end()) throw Refusal(kSubnetNotFound, settings.path() + ": the network has no such subnet");
    for (const Node& node : member(settings, "IpSubnets").elements()) {
        IpSubnet one = read_ip_subnet(node, subnet->prefix, [&] { return plan.draw_id(); });
        const auto clash = std::find_if(subnet->ip_subnets.begin(), subnet->ip_subnets.end(),
                                        [&](const IpSubnet& each) { return each.prefix.overlaps(one.prefix); });
        if (request == "Add") {
            if (clash != subnet->ip_subnets.end()) throw Refusal(kInvalidIpSubnet, node.path() + ": two IP subnets overlap");
            if (subnet->gateway && one.addresses.holds(*subnet->gateway)) one.addresses.take(*subnet->gateway);
            subnet->ip_subnets.push_back(std::move(one));
            continue;
        }
        if (request != "Remove") refuse_request(node);
        if (clash == subnet->ip_subnets.end() || text_of(clash->prefix) != text_of(one.prefix))
            throw Refusal(kSubnetNotFound, node.path() + ": the subnet has no such IP subnet");
        const bool reserved = subnet->gateway && clash->addresses.is_taken(*subnet->gateway);
        if (clash->addresses.count() > (reserved ? 1u : 0u))
            throw Refusal(kEntityHasReferences, node.path() + ": endpoints have addresses in this range");
        subnet->ip_subnets.erase(clash);
    }
    subnets_ = std::move(changed_subnets);
}

// -- answers

bool Network::matches(std::string_view name, const std::string& value) const {
    return is_named(name, value) || (same_letters(name, "Type") && same_letters(value, mode_word()));
}

void Network::write_ranges(JsonWriter& json, std::string_view name) const {
    json.open(name, '[');
    for (const auto& range : hardware_) {
        json.open('{').member("StartMacAddress", hardware_address_text(range.first()));
        json.member("EndMacAddress", hardware_address_text(range.last())).close('}');
    }
    json.close(']');
}

void Network::write_first(JsonWriter& json) const {
    std::string word(mode_word());
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    json.member("Type", word)
        .member("State", uint32_t{1})
        .member("CurrentEndpointCount", endpoints)
        .member("TotalEndpoints", endpoints_ever);
    write_ranges(json, "MacPools");
    json.open("Subnets", '[');
    for (const Subnet& subnet : subnets_) {
        JsonWriter one;
        subnet.write(one, Generation::kOne);
        json.element_json(one.text());
    }
    json.close(']');
}

void Network::write_second(JsonWriter& json) const {
    if (mode_ != Mode::kNat) json.member("Type", mode_word());  // the type with the number 0 is left out, as Windows does
    json.open("MacPool", '{');
    write_ranges(json, "Ranges");
    json.close('}').open("Ipams", '[').open('{').member("Type", kIpamTypes[dhcp_ ? 1 : 0].text).open("Subnets", '[');
    for (const Subnet& subnet : subnets_) {
        JsonWriter one;
        subnet.write(one, Generation::kTwo);
        json.element_json(one.text());
    }
    json.close(']').close('}').close(']');
}

std::string Network::json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    if (query.generation == Generation::kOne) {
        write_first(json);
    } else {
        write_second(json);
    }
    names_.write(json, query.generation);
    write_policies(json, policies_, query.generation);
    if (flags_ != 0) json.member("Flags", flags_);
    return json.close('}').text();
}

}  // namespace hcsffi
