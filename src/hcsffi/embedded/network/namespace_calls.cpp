// The registry of the network service: what is asked of namespaces.
#include "network/registry.h"

#include "network/request.h"

namespace hcsffi {

namespace {

constexpr uint32_t kFirstCompartment = 2;  // 1 is the host's own

constexpr Word kResources[] = {{"Container", 0}, {"Endpoint", 1}};

// The endpoint a request to a namespace is about; "" where it is about another thing, or is none: that is refused where it is carried out.
std::string endpoint_of_request(const Node& request) {
    const size_t resource = read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of a namespace");
    const Node settings = member(request, "Settings");
    if (resource == SIZE_MAX || kResources[resource].text != "Endpoint" || !settings.is_object()) return {};
    return read_guid(member(settings, "EndpointId"), false);
}

}  // namespace

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

}  // namespace hcsffi
