// The registry of the network service: what the compute service asks, for packets and for what its systems have.
#include "network/registry.h"

#include <set>

namespace hcsffi {

void NetworkRegistry::cut_those(const std::function<bool(const Endpoint&)>& belongs) {
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

}  // namespace hcsffi
