// The registry of the network service: what is asked of networks.
#include "network/registry.h"

namespace hcsffi {

template <class Belongs>
std::vector<CarriedEndpoint> NetworkRegistry::carried_if(Belongs belongs) {
    std::vector<CarriedEndpoint> carried;
    for (const auto& [id, endpoint] : shelf<Endpoint>().nouns)
        if (belongs(*endpoint)) carried.push_back(endpoint->carried());
    return carried;
}

void* NetworkRegistry::create_network(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto network = std::make_shared<Network>();
    {
        Transaction transaction(*this);
        network->id = choose_id<Network>(id, document.root());
        network->configure(document.root(), *this);
        check_ranges(*network);
    }
    tell_first(HcnNotificationNetworkPreCreate, network->id);
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
    tell_first(HcnNotificationNetworkPreDelete, text);
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

}  // namespace hcsffi
