// The registry of the network service: what is asked of endpoints.
#include "network/registry.h"

namespace hcsffi {

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

}  // namespace hcsffi
