// The registry of the network service: what is asked of load balancers and routes.
#include "network/registry.h"

namespace hcsffi {

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

}  // namespace hcsffi
