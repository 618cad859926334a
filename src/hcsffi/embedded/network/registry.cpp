#include "network/registry.h"

#include "network/request.h"

namespace hcsffi {

namespace {

// 00-15-5D is Microsoft's; a block is as wide as those in the service's own answers.
constexpr uint64_t kFirstHardware = 0x00'15'5D'00'00'00, kBlock = 0x1000, kBlocks = 0x1000;

// What a network without subnets gets a /20 of (chosen: where Windows' own answers have theirs).
constexpr Prefix kPrivateRanges{{false, 0, 0xAC10'0000}, 12};
constexpr int kRangeLength = 20;

constexpr uint32_t kFirstCompartment = 2;  // 1 is the host's own

constexpr Word kResources[] = {{"Container", 0}, {"Endpoint", 1}};

}  // namespace

uint64_t NetworkRegistry::service() const { return service_version(host_.windows_build()); }

std::string NetworkRegistry::draw_id() { return in_capitals(host_.draw_guid()); }

std::optional<Prefix> NetworkRegistry::free_range() {
    const uint64_t step = uint64_t{1} << (32 - kRangeLength);
    for (uint64_t low = kPrivateRanges.first.low; low < kPrivateRanges.last().low; low += step) {
        const Prefix range{{false, 0, low}, kRangeLength};
        bool free = true;
        for (const auto& [id, network] : shelf<Network>().nouns) {
            for (const Subnet& subnet : network->subnets()) free = free && !subnet.prefix.overlaps(range);
        }
        if (free) return range;
    }
    return std::nullopt;
}

std::pair<uint64_t, uint64_t> NetworkRegistry::hardware_block() {
    const uint64_t first = kFirstHardware + blocks_++ % kBlocks * kBlock;
    return {first, first + kBlock - 1};
}

template <class Noun>
std::string NetworkRegistry::choose_id(const GUID& id, const Node& root) {
    std::string chosen = is_zero_guid(id) ? read_guid(member(root, "ID"), true) : guid_text(id);
    if (chosen.empty()) return draw_id();
    if (shelf<Noun>().nouns.count(chosen) != 0) throw Refusal(kAlreadyExists, std::string("a ") + Noun::kWord + " has the id " + chosen);
    return chosen;
}

template <class Noun>
void* NetworkRegistry::enter(const std::shared_ptr<Noun>& noun) {
    noun->order = ++created_;
    noun->changed = ticks_now();
    const auto entered = shelf<Noun>().nouns.emplace(noun->id, noun).first;
    try {
        return shelf<Noun>().handles.insert(noun);
    } catch (...) {
        shelf<Noun>().nouns.erase(entered);
        throw;
    }
}

// -- networks

void* NetworkRegistry::create_network(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto network = std::make_shared<Network>();
    Lock<Rank::kNetwork> lock(mutex_);
    network->id = choose_id<Network>(id, document.root());
    network->configure(document.root(), *this);
    check_ranges(*network);
    return enter(network);
}

void NetworkRegistry::check_ranges(const Network& fresh) const {
    for (const auto& [id, network] : std::get<Shelf<Network>>(shelves_).nouns) {
        if (!fresh.name.empty() && network->name == fresh.name)
            throw Refusal(kNetworkAlreadyExists, "a network is called \"" + fresh.name + "\" already");
        if (!fresh.is_translated() || !network->is_translated()) continue;
        for (const Subnet& one : fresh.subnets()) {
            for (const Subnet& other : network->subnets()) {
                if (one.prefix.overlaps(other.prefix))
                    throw Refusal(kInvalidArgument, text_of(one.prefix) + " overlaps the range of the network " + id);
            }
        }
    }
}

void NetworkRegistry::modify_network(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    Lock<Rank::kNetwork> lock(mutex_);
    find<Network>(handle)->modify(document.root(), *this);
}

void NetworkRegistry::retire(Network& network) noexcept {
    auto& endpoints = shelf<Endpoint>().nouns;
    for (auto at = endpoints.begin(); at != endpoints.end();) {
        if (&at->second->network() != &network) {
            ++at;
            continue;
        }
        retire(*at->second);
        at = endpoints.erase(at);
    }
    network.gone = true;
}

// -- endpoints

void* NetworkRegistry::create_endpoint(const void* network_handle, const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    Lock<Rank::kNetwork> lock(mutex_);
    const auto network = find<Network>(network_handle);
    const auto endpoint = std::make_shared<Endpoint>(network, ports_);
    endpoint->id = choose_id<Endpoint>(id, document.root());
    endpoint->configure(document.root(), *this);
    const std::string place_id = read_guid(member(document.root(), "HostComputeNamespace"), true);
    if (place_id.empty()) {
        void* const handle = enter(endpoint);
        ++network->endpoints;
        ++network->endpoints_ever;
        return handle;
    }
    const auto place = seek<Namespace>(place_id);
    if (endpoint->is_remote()) throw Refusal(kInvalidRemoteEndpoint, "a remote endpoint enters no namespace");
    place->add_endpoint(endpoint->id);
    try {
        void* const handle = enter(endpoint);
        endpoint->enter(place->id);
        ++network->endpoints;
        ++network->endpoints_ever;
        return handle;
    } catch (...) {
        place->remove_endpoint(endpoint->id);
        throw;
    }
}

void NetworkRegistry::modify_endpoint(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    Lock<Rank::kNetwork> lock(mutex_);
    find<Endpoint>(handle)->modify(document.root(), host_.windows_build());
}

std::string NetworkRegistry::endpoint_addresses(const void* handle, const std::string& query) {
    Lock<Rank::kNetwork> lock(mutex_);
    return find<Endpoint>(handle)->addresses_json(read_query(query), service());
}

std::string NetworkRegistry::endpoint_statistics(const void* handle, const std::string& query) {
    Lock<Rank::kNetwork> lock(mutex_);
    read_query(query);
    return find<Endpoint>(handle)->statistics_json();
}

// A namespace keeps the endpoint's id, as Windows can (F-34).
void NetworkRegistry::retire(Endpoint& endpoint) noexcept {
    --endpoint.network().endpoints;
    endpoint.retire();
}

// -- namespaces

void* NetworkRegistry::create_namespace(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto place = std::make_shared<Namespace>();
    place->configure(document.root());
    Lock<Rank::kNetwork> lock(mutex_);
    if (place->kind() == Namespace::Kind::kHostDefault) {
        for (const auto& [other_id, other] : shelf<Namespace>().nouns) {
            if (other->kind() == place->kind()) return shelf<Namespace>().handles.insert(other);  // one for each host (F-36)
        }
    }
    place->id = choose_id<Namespace>(id, document.root());
    place->settle(choose_compartment(place->compartment()));
    return enter(place);
}

uint32_t NetworkRegistry::choose_compartment(uint32_t wanted) const {
    const auto& places = std::get<Shelf<Namespace>>(shelves_).nouns;
    const auto taken = [&](uint32_t number) {
        return std::any_of(places.begin(), places.end(), [&](const auto& each) { return each.second->compartment() == number; });
    };
    if (wanted >= kFirstCompartment && !taken(wanted)) return wanted;
    uint32_t number = kFirstCompartment;
    while (taken(number)) ++number;
    return number;
}

void NetworkRegistry::modify_namespace(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    Lock<Rank::kNetwork> lock(mutex_);
    const auto place = find<Namespace>(handle);
    modify_members(*place, read_request_type(document.root()), document.root());
    place->changed = ticks_now();
}

void NetworkRegistry::modify_members(Namespace& place, std::string_view verb, const Node& request) {
    const size_t resource = read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of a namespace");
    if (resource == SIZE_MAX || (verb != "Add" && verb != "Remove")) refuse_request(request);
    const Node settings = member(request, "Settings");
    if (!settings.is_object()) settings.refuse("an object");
    if (kResources[resource].text == "Container") {
        const std::string container = read_name(member(settings, "ContainerId"), kInvalidArgument);
        if (container.empty()) throw Refusal(kInvalidArgument, settings.path() + ": the request names no container");
        if (verb == "Add") {
            place.add_container(container);
        } else if (!place.remove_container(container)) {
            throw Refusal(kNotFound, "the container is not in the namespace " + place.id);
        }
        return;
    }
    const std::string endpoint_id = read_guid(member(settings, "EndpointId"), false);
    if (endpoint_id.empty()) throw Refusal(kGuidConversionFailure, settings.path() + ": the request names no endpoint");
    if (verb == "Add") {
        const auto endpoint = check_member(place, endpoint_id);
        place.add_endpoint(endpoint_id);
        endpoint->enter(place.id);
        return;
    }
    if (!place.remove_endpoint(endpoint_id))
        throw Refusal(kNotFound, "the endpoint " + endpoint_id + " is not in the namespace " + place.id);
    const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
    if (found != shelf<Endpoint>().nouns.end()) found->second->leave();
}

std::shared_ptr<Endpoint> NetworkRegistry::check_member(const Namespace& place, const std::string& endpoint_id) {
    auto endpoint = seek<Endpoint>(endpoint_id);
    if (endpoint->is_remote()) throw Refusal(kInvalidRemoteEndpoint, "a remote endpoint enters no namespace");
    if (!endpoint->namespace_id().empty())
        throw Refusal(kEndpointNamespaceAlreadyExists, "the endpoint " + endpoint_id + " is in the namespace " + endpoint->namespace_id());
    if (place.is_of_host() && !endpoint->machine().empty())
        throw Refusal(kEndpointAlreadyAttached, "the endpoint " + endpoint_id + " is attached to a machine's adapter");
    return endpoint;
}

void NetworkRegistry::retire(Namespace& place) {
    if (!place.containers().empty()) throw Refusal(kRequestUnsupported, "the namespace " + place.id + " still has a container in it");
    for (const std::string& endpoint_id : place.endpoints()) {
        const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
        if (found != shelf<Endpoint>().nouns.end()) found->second->leave();
    }
    place.gone = true;
}

// -- the whole

void NetworkRegistry::count(JsonWriter& json) {
    Lock<Rank::kNetwork> lock(mutex_);
    const auto both = [&](std::string_view nouns, std::string_view handles, const auto& shelf) {
        json.member(nouns, static_cast<uint64_t>(shelf.nouns.size())).member(handles, shelf.handles.live());
    };
    both("Networks", "NetworkHandles", shelf<Network>());
    both("Endpoints", "EndpointHandles", shelf<Endpoint>());
    both("Namespaces", "NamespaceHandles", shelf<Namespace>());
}

void NetworkRegistry::clear() {
    Lock<Rank::kNetwork> lock(mutex_);
    for (const auto& [id, endpoint] : shelf<Endpoint>().nouns) retire(*endpoint);
    for (const auto& [id, place] : shelf<Namespace>().nouns) place->gone = true;
    for (const auto& [id, network] : shelf<Network>().nouns) network->gone = true;
    shelf<Endpoint>().nouns.clear();
    shelf<Namespace>().nouns.clear();
    shelf<Network>().nouns.clear();
}

}  // namespace hcsffi
