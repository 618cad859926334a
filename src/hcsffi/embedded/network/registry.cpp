#include "network/registry.h"

#include <set>

#include "ground/insist.h"
#include "network/request.h"

namespace hcsffi {

namespace {

// 00-15-5D is Microsoft's; a block is as wide as those in the service's own answers.
constexpr uint64_t kFirstHardware = 0x00'15'5D'00'00'00, kBlock = 0x1000, kBlocks = 0x1000;

// What a network without subnets gets a /20 of (chosen: where Windows' own answers have theirs).
constexpr Prefix kPrivateRanges{{false, 0, 0xAC10'0000}, 12};
constexpr int kRangeLength = 20;

constexpr uint32_t kFirstCompartment = 2;  // 1 is the host's own

// The headers of this build were the first to have the notifications of endpoints and guest network services.
constexpr uint32_t kEndpointNotifications = 22000;

std::string id_json(const std::string& id) { return JsonWriter().open('{').member("ID", id).close('}').text(); }

constexpr Word kResources[] = {{"Container", 0}, {"Endpoint", 1}};

// The endpoint a request to a namespace is about; "" where it is about another thing, or is none: that is refused where it is carried out.
std::string endpoint_of_request(const Node& request) {
    const size_t resource = read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of a namespace");
    const Node settings = member(request, "Settings");
    if (resource == SIZE_MAX || kResources[resource].text != "Endpoint" || !settings.is_object()) return {};
    return read_guid(member(settings, "EndpointId"), false);
}

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
    check_id<Noun>(chosen);
    return chosen;
}

template <class Noun>
void NetworkRegistry::check_id(const std::string& id) {
    if (shelf<Noun>().nouns.count(id) != 0) throw Refusal(kAlreadyExists, std::string("a ") + Noun::kWord + " has the id " + id);
}

void NetworkRegistry::tell(HCN_NOTIFICATIONS kind, const std::string& id) noexcept {
    insist([&] { notifier_.append(kind, id_json(id)); });
}

void NetworkRegistry::tell_attached(const Endpoint& endpoint, bool attached) noexcept {
    if (host_.windows_build() < kEndpointNotifications) return;
    tell(attached ? HcnNotificationNetworkEndpointAttached : HcnNotificationNetworkEndpointDetached, endpoint.id);
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

// -- packets

template <class Belongs>
std::vector<CarriedEndpoint> NetworkRegistry::carried_if(Belongs belongs) {
    std::vector<CarriedEndpoint> carried;
    for (const auto& [id, endpoint] : shelf<Endpoint>().nouns)
        if (belongs(*endpoint)) carried.push_back(endpoint->carried());
    return carried;
}

template <class Belongs>
void NetworkRegistry::cut_those(Belongs belongs) {
    if (!plane_.carries_some()) return;
    std::vector<std::pair<std::string, CarriedEndpoint>> plugged;  // with their namespaces
    {
        Lock<Rank::kNetwork> lock(mutex_);
        for (const auto& [id, endpoint] : shelf<Endpoint>().nouns)
            if (belongs(*endpoint) && plane_.is_plugged(id)) plugged.emplace_back(endpoint->namespace_id(), endpoint->carried());
    }
    for (size_t at = 0; at < plugged.size(); ++at) {
        try {
            plane_.cut(plugged[at].second.id);
        } catch (...) {
            while (at-- > 0) {
                try {
                    plane_.plug(plugged[at].first, plugged[at].second);
                } catch (const Refusal&) {
                    // The first error is told; this endpoint stays cut off.
                }
            }
            throw;
        }
    }
}

// -- networks

void* NetworkRegistry::create_network(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto network = std::make_shared<Network>();
    {
        Transaction transaction(*this);
        network->id = choose_id<Network>(id, document.root());
        network->configure(document.root(), *this);
        check_ranges(*network);
    }
    notifier_.tell_first(HcnNotificationNetworkPreCreate, id_json(network->id));
    Transaction transaction(*this);
    check_id<Network>(network->id);  // another may have come meanwhile
    check_ranges(*network);
    void* const handle = enter(network);
    tell(HcnNotificationNetworkCreate, network->id);
    return handle;
}

void NetworkRegistry::delete_network(const GUID& id) {
    const std::string text = guid_text(id);
    {
        Transaction transaction(*this);
        seek<Network>(text);
    }
    notifier_.tell_first(HcnNotificationNetworkPreDelete, id_json(text));
    const Plane::Turn turn = plane_.turn();
    cut_those([&](const Endpoint& endpoint) { return endpoint.network().id == text; });
    plane_.drop_network(text);
    Transaction transaction(*this);
    const auto network = seek<Network>(text);
    retire(*network);
    shelf<Network>().nouns.erase(text);
    tell(HcnNotificationNetworkDelete, text);
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
    const Plane::Turn turn = plane_.turn();
    std::vector<Policy> before;
    std::vector<CarriedEndpoint> plugged;
    {
        Lock<Rank::kNetwork> lock(mutex_);
        const auto network = find<Network>(handle);
        before = network->policies();
        network->modify(document.root(), *this);
        plugged =
            carried_if([&](const Endpoint& endpoint) { return &endpoint.network() == network.get() && plane_.is_plugged(endpoint.id); });
    }
    try {
        for (const CarriedEndpoint& endpoint : plugged) plane_.shape(endpoint);
    } catch (...) {
        Lock<Rank::kNetwork> lock(mutex_);
        find<Network>(handle)->put_back(std::move(before));
        throw;
    }
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
    const Plane::Turn turn = plane_.turn();
    CarriedEndpoint carried;
    std::string place_id;
    void* handle = nullptr;
    {
        Transaction transaction(*this);
        const auto network = find<Network>(network_handle);
        const auto endpoint = std::make_shared<Endpoint>(network, ports_);
        endpoint->id = choose_id<Endpoint>(id, document.root());
        endpoint->configure(document.root(), *this);
        place_id = read_guid(member(document.root(), "HostComputeNamespace"), true);
        handle = place_id.empty() ? enter(endpoint) : enter_into(endpoint, place_id);
        ++network->endpoints;
        ++network->endpoints_ever;
        if (place_id.empty()) return handle;
        carried = endpoint->carried();
    }
    try {
        plane_.plug(place_id, carried);
    } catch (...) {
        take_back(carried.id, handle);
        throw;
    }
    return handle;
}

void* NetworkRegistry::enter_into(const std::shared_ptr<Endpoint>& endpoint, const std::string& place_id) {
    const auto place = seek<Namespace>(place_id);
    if (endpoint->is_remote()) throw Refusal(kInvalidRemoteEndpoint, "a remote endpoint enters no namespace");
    place->add_endpoint(endpoint->id);
    try {
        void* const handle = enter(endpoint);
        endpoint->enter(place->id);
        tell_attached(*endpoint, true);
        return handle;
    } catch (...) {
        place->remove_endpoint(endpoint->id);
        throw;
    }
}

// What was entered a moment ago, and could not be plugged.
void NetworkRegistry::take_back(const std::string& endpoint_id, const void* handle) noexcept {
    std::shared_ptr<Endpoint> endpoint;  // dropped under the lock, which its last owner needs
    Transaction transaction(*this);
    endpoint = shelf<Endpoint>().handles.remove(handle);
    const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
    if (found == shelf<Endpoint>().nouns.end()) return;
    const auto place = shelf<Namespace>().nouns.find(found->second->namespace_id());
    if (place != shelf<Namespace>().nouns.end()) place->second->remove_endpoint(endpoint_id);
    retire(*found->second);
    shelf<Endpoint>().nouns.erase(found);
    endpoint = nullptr;
}

void NetworkRegistry::modify_endpoint(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    const Plane::Turn turn = plane_.turn();
    std::vector<Policy> before;
    CarriedEndpoint carried;
    {
        Transaction transaction(*this);
        const auto endpoint = find<Endpoint>(handle);
        const bool attached = !endpoint->machine().empty();
        const bool plugged = plane_.is_plugged(endpoint->id);
        if (plugged) before = endpoint->policies();
        endpoint->modify(document.root(), host_.windows_build());
        if (endpoint->machine().empty() == attached) tell_attached(*endpoint, !attached);
        if (!plugged || endpoint->policies() == before) return;
        carried = endpoint->carried();
    }
    try {
        plane_.shape(carried);
    } catch (...) {
        Transaction transaction(*this);
        if (const auto found = shelf<Endpoint>().nouns.find(carried.id); found != shelf<Endpoint>().nouns.end())
            found->second->put_back(before);
        throw;
    }
}

std::string NetworkRegistry::endpoint_addresses(const void* handle, const std::string& query) {
    Lock<Rank::kNetwork> lock(mutex_);
    return find<Endpoint>(handle)->addresses_json(read_query(query), service());
}

std::string NetworkRegistry::endpoint_statistics(const void* handle, const std::string& query) {
    const Plane::Turn turn = plane_.turn();
    std::string id;
    {
        Lock<Rank::kNetwork> lock(mutex_);
        read_query(query);
        id = find<Endpoint>(handle)->id;
    }
    const Carriage carriage = plane_.count(id);
    Lock<Rank::kNetwork> lock(mutex_);
    return find<Endpoint>(handle)->statistics_json(carriage);
}

template <>
void NetworkRegistry::remove<Endpoint>(const GUID& id) {
    const std::string text = guid_text(id);
    const Plane::Turn turn = plane_.turn();
    cut_those([&](const Endpoint& endpoint) { return endpoint.id == text; });
    Transaction transaction(*this);
    const auto endpoint = seek<Endpoint>(text);
    retire(*endpoint);
    shelf<Endpoint>().nouns.erase(text);
}

// A namespace keeps the endpoint's id, as Windows can (F-34).
void NetworkRegistry::retire(Endpoint& endpoint) noexcept {
    --endpoint.network().endpoints;
    for (const auto& [id, balancer] : shelf<LoadBalancer>().nouns) balancer->forget_endpoint(endpoint.id);
    for (const auto& [id, route] : shelf<SdnRoute>().nouns) route->forget_endpoint(endpoint.id);
    if (!endpoint.namespace_id().empty() || !endpoint.machine().empty()) tell_attached(endpoint, false);
    endpoint.retire();
}

// -- namespaces

void* NetworkRegistry::create_namespace(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto place = std::make_shared<Namespace>();
    place->configure(document.root());
    Transaction transaction(*this);
    if (place->kind() == Namespace::Kind::kHostDefault) {
        for (const auto& [other_id, other] : shelf<Namespace>().nouns) {
            if (other->kind() == place->kind()) return shelf<Namespace>().handles.insert(other);  // one for each host (F-36)
        }
    }
    place->id = choose_id<Namespace>(id, document.root());
    place->settle(choose_compartment(place->compartment()));
    void* const handle = enter(place);
    tell(HcnNotificationNamespaceCreate, place->id);
    return handle;
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
    const std::string_view verb = read_request_type(document.root());
    const std::string endpoint_id = endpoint_of_request(document.root());
    const Plane::Turn turn = plane_.turn();
    CarriedEndpoint carried;
    std::string place_id;
    const auto commit = [&] {
        Transaction transaction(*this);
        const auto place = find<Namespace>(handle);
        modify_members(*place, verb, document.root());
        place->changed = ticks_now();
        place_id = place->id;
        if (verb == "Add" && !endpoint_id.empty()) carried = seek<Endpoint>(endpoint_id)->carried();
    };
    if (verb == "Remove" && !endpoint_id.empty()) {
        {
            Lock<Rank::kNetwork> lock(mutex_);
            place_id = find<Namespace>(handle)->id;
        }
        cut_those([&](const Endpoint& endpoint) { return endpoint.id == endpoint_id && endpoint.namespace_id() == place_id; });
    }
    commit();
    if (carried.id.empty()) return;
    try {
        plane_.plug(place_id, carried);
    } catch (...) {
        take_out(place_id, carried.id);
        throw;
    }
}

void NetworkRegistry::take_out(const std::string& namespace_id, const std::string& endpoint_id) noexcept {
    Transaction transaction(*this);
    if (const auto place = shelf<Namespace>().nouns.find(namespace_id); place != shelf<Namespace>().nouns.end())
        place->second->remove_endpoint(endpoint_id);
    const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
    if (found == shelf<Endpoint>().nouns.end()) return;
    found->second->leave();
    tell_attached(*found->second, false);
}

template <>
void NetworkRegistry::remove<Namespace>(const GUID& id) {
    const std::string text = guid_text(id);
    const Plane::Turn turn = plane_.turn();
    bool in_use = false;
    {
        Lock<Rank::kNetwork> lock(mutex_);
        in_use = !seek<Namespace>(text)->containers().empty();
    }
    if (!in_use) cut_those([&](const Endpoint& endpoint) { return endpoint.namespace_id() == text; });
    Transaction transaction(*this);
    const auto place = seek<Namespace>(text);
    retire(*place);
    shelf<Namespace>().nouns.erase(text);
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
        tell_attached(*endpoint, true);
        return;
    }
    if (!place.remove_endpoint(endpoint_id))
        throw Refusal(kNotFound, "the endpoint " + endpoint_id + " is not in the namespace " + place.id);
    const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
    if (found == shelf<Endpoint>().nouns.end()) return;
    found->second->leave();
    tell_attached(*found->second, false);
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
        if (found == shelf<Endpoint>().nouns.end()) continue;
        found->second->leave();
        tell_attached(*found->second, false);
    }
    place.gone = true;
    tell(HcnNotificationNamespaceDelete, place.id);
}

// -- packets

std::vector<CarriedEndpoint> NetworkRegistry::carried_in(const std::string& namespace_id) {
    std::vector<CarriedEndpoint> carried;
    Lock<Rank::kNetwork> lock(mutex_);
    for (const std::string& endpoint_id : seek<Namespace>(namespace_id)->endpoints()) {
        const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
        if (found != shelf<Endpoint>().nouns.end()) carried.push_back(found->second->carried());
    }
    return carried;
}

void NetworkRegistry::check_carried(const std::string& namespace_id) {
    const std::vector<CarriedEndpoint> endpoints = carried_in(namespace_id);
    const Plane::Turn turn = plane_.turn();
    plane_.check(endpoints);
}

Joining NetworkRegistry::join(const std::string& namespace_id) {
    Plane::Turn turn = plane_.turn();
    return plane_.join(turn, namespace_id, carried_in(namespace_id));
}

void NetworkRegistry::connect(const std::string& namespace_id, uint64_t ticket, uint32_t process) {
    const Plane::Turn turn = plane_.turn();
    plane_.connect(namespace_id, ticket, process, carried_in(namespace_id));
}

void NetworkRegistry::leave(const std::string& namespace_id, uint64_t ticket) noexcept {
    const Plane::Turn turn = plane_.turn();
    plane_.leave(namespace_id, ticket);
}

std::vector<std::string> NetworkRegistry::not_carried_in(const std::string& namespace_id) {
    std::vector<std::string> told;
    const std::vector<CarriedEndpoint> endpoints = carried_in(namespace_id);
    const Plane::Turn turn = plane_.turn();
    std::set<std::string> here;
    for (const CarriedEndpoint& endpoint : endpoints) {
        here.insert(endpoint.id);
        for (const std::string& type : policies_not_carried(endpoint)) told.push_back("endpoint " + endpoint.id + ": " + type);
        if (published_.leads_nowhere(endpoint.id)) told.push_back("endpoint " + endpoint.id + ": PortMapping");
    }
    const auto tell = [&](const auto& shelf, const std::string& word) {
        for (const auto& [id, noun] : shelf.nouns)
            for (const std::string& endpoint_id : noun->endpoints())
                if (here.count(endpoint_id) != 0) told.push_back("endpoint " + endpoint_id + ": " + word + " " + id);
    };
    Lock<Rank::kNetwork> lock(mutex_);
    tell(shelf<LoadBalancer>(), LoadBalancer::kWord);
    tell(shelf<SdnRoute>(), SdnRoute::kWord);
    return told;
}

// -- what compute systems have

// Endpoints of a namespace with several containers are shared by them.
void NetworkRegistry::share(const Namespace& place) noexcept {
    for (const std::string& endpoint_id : place.endpoints()) {
        const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
        if (found != shelf<Endpoint>().nouns.end()) found->second->share(place.containers().size() > 1);
    }
}

void NetworkRegistry::admit(const std::string& namespace_id, const std::string& container) {
    Transaction transaction(*this);
    const auto place = seek<Namespace>(namespace_id);
    if (place->kind() == Namespace::Kind::kHostDefault)
        throw Refusal(kInvalidArgument, "the namespace " + namespace_id + " is the host's own");
    for (const std::string& endpoint_id : place->endpoints()) {
        if (shelf<Endpoint>().nouns.count(endpoint_id) == 0)
            throw Refusal(kInvalidArgument, "the namespace " + namespace_id + " lists the endpoint " + endpoint_id + ", which is gone");
    }
    place->add_container(container);
    share(*place);
}

void NetworkRegistry::dismiss(const std::string& namespace_id, const std::string& container) noexcept {
    Transaction transaction(*this);
    const auto found = shelf<Namespace>().nouns.find(namespace_id);
    if (found == shelf<Namespace>().nouns.end()) return;
    found->second->remove_container(container);
    share(*found->second);
}

void NetworkRegistry::attach(const std::string& endpoint_id, const std::string& machine) {
    Transaction transaction(*this);
    const auto endpoint = seek<Endpoint>(endpoint_id);
    endpoint->attach(machine);
    tell_attached(*endpoint, true);
}

void NetworkRegistry::detach(const std::string& endpoint_id, const std::string& machine) noexcept {
    Transaction transaction(*this);
    const auto found = shelf<Endpoint>().nouns.find(endpoint_id);
    if (found == shelf<Endpoint>().nouns.end() || found->second->machine() != machine) return;
    found->second->detach();
    tell_attached(*found->second, false);
}

// -- load balancers, routes

template <class Noun>
void NetworkRegistry::check_endpoints(const Noun& noun) {
    for (const std::string& endpoint_id : noun.endpoints()) seek<Endpoint>(endpoint_id);
}

void* NetworkRegistry::create_load_balancer(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto balancer = std::make_shared<LoadBalancer>();
    balancer->configure(document.root(), host_.windows_build());
    Transaction transaction(*this);
    balancer->id = choose_id<LoadBalancer>(id, document.root());
    check_endpoints(*balancer);
    balancer->settle(front_ends_);
    try {
        return enter(balancer);
    } catch (...) {
        balancer->retire(front_ends_);
        throw;
    }
}

void NetworkRegistry::modify_load_balancer(const void* handle, const std::string& settings) {
    const Document document = Document::parse(settings);
    LoadBalancer wanted;
    wanted.configure(document.root(), host_.windows_build());
    Transaction transaction(*this);
    const auto balancer = find<LoadBalancer>(handle);
    if (!has(host_.windows_build(), Feature::kModifyLoadBalancer))
        throw Refusal(kRequestUnsupported, "this version of the service does not change load balancers");
    check_endpoints(wanted);
    balancer->replace(std::move(wanted), front_ends_);
    balancer->changed = ticks_now();
}

void* NetworkRegistry::create_sdn_route(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto route = std::make_shared<SdnRoute>();
    route->configure(document.root());
    Transaction transaction(*this);
    route->id = choose_id<SdnRoute>(id, document.root());
    check_endpoints(*route);
    return enter(route);
}

void NetworkRegistry::modify_sdn_route(const void* handle, const std::string& settings) {
    const Document document = Document::parse(settings);
    SdnRoute wanted;
    wanted.configure(document.root());
    Transaction transaction(*this);
    const auto route = find<SdnRoute>(handle);
    check_endpoints(wanted);
    route->replace(std::move(wanted));
    route->changed = ticks_now();
}

// -- guest network services and their ports

void* NetworkRegistry::create_guest_service(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto service = std::make_shared<GuestNetworkService>();
    service->configure(document.root());
    Transaction transaction(*this);
    service->id = choose_id<GuestNetworkService>(id, document.root());
    for (const auto& [other_id, other] : shelf<GuestNetworkService>().nouns) {
        if (!service->machine().empty() && other->machine() == service->machine())
            throw Refusal(kAlreadyExists, "the machine " + service->machine() + " has a guest network service already");
    }
    void* const handle = enter(service);
    tell(HcnNotificationGuestNetworkServiceCreate, service->id);
    return handle;
}

void NetworkRegistry::modify_guest_service(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    Transaction transaction(*this);
    const auto service = find<GuestNetworkService>(handle);
    if (!service->modify(document.root())) return;
    insist([&] { notifier_.append(HcnNotificationGuestNetworkServiceStateChanged, service->state_json(), service->id); });
}

void NetworkRegistry::retire(GuestNetworkService& service) noexcept {
    reservations_.release_of(service.id);
    service.gone = true;
    tell(HcnNotificationGuestNetworkServiceDelete, service.id);
}

void* NetworkRegistry::reserve_port(const void* guest_service, uint8_t protocols, bool shared, uint16_t port) {
    Transaction transaction(*this);
    return reservations_.reserve(find<GuestNetworkService>(guest_service)->id, protocols, shared, port);
}

void* NetworkRegistry::reserve_ports(const void* guest_service, uint16_t count, uint16_t* first, uint16_t* last) {
    Transaction transaction(*this);
    return reservations_.reserve_range(find<GuestNetworkService>(guest_service)->id, count, first, last);
}

void NetworkRegistry::release_ports(const void* handle) {
    Transaction transaction(*this);
    reservations_.release(handle);
}

std::vector<std::pair<ReservedPorts, std::string>> NetworkRegistry::reserved_ports() {
    Transaction transaction(*this);
    std::vector<std::pair<ReservedPorts, std::string>> listed;
    for (const ReservedPorts& ports : reservations_.all()) listed.emplace_back(ports, seek<GuestNetworkService>(ports.service)->machine());
    return listed;
}

void* NetworkRegistry::register_callback(HCN_NOTIFICATION_CALLBACK callback, void* context) { return notifier_.add(callback, context, ""); }

void* NetworkRegistry::register_callback(const void* guest_service, HCN_NOTIFICATION_CALLBACK callback, void* context) {
    Transaction transaction(*this);
    return notifier_.add(callback, context, find<GuestNetworkService>(guest_service)->id);
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
    both("LoadBalancers", "LoadBalancerHandles", shelf<LoadBalancer>());
    both("SdnRoutes", "SdnRouteHandles", shelf<SdnRoute>());
    both("GuestNetworkServices", "GuestNetworkServiceHandles", shelf<GuestNetworkService>());
    json.member("PortReservations", reservations_.live()).member("PortArrays", arrays_.live());
    json.member("PublishedPorts", published_.live());
    json.member("WrongArrayFrees", arrays_.wrong_frees()).member("NotificationCallbacks", notifier_.live());
}

void NetworkRegistry::clear() {
    notifier_.clear();
    {
        const Plane::Turn turn = plane_.turn();
        plane_.clear();
    }
    Lock<Rank::kNetwork> lock(mutex_);
    std::apply(
        [&](auto&... shelves) {
            const auto empty = [&](auto& shelf) {
                for (const auto& [id, noun] : shelf.nouns) noun->gone = true;
                shelf.nouns.clear();
            };
            for (const auto& [id, endpoint] : shelf<Endpoint>().nouns) endpoint->retire();
            for (const auto& [id, balancer] : shelf<LoadBalancer>().nouns) balancer->retire(front_ends_);
            reservations_.release_of("");
            (empty(shelves), ...);
        },
        shelves_);
}

}  // namespace hcsffi
