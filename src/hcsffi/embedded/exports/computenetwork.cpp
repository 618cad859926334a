// The exports of computenetwork.dll, in the order of hcs_cdef.h.

#include "exports/network_entry.h"

namespace hcsffi {

namespace {

GUID required_id(REFGUID id) {
    if (id == nullptr) throw Refusal(kInvalidArgument, "an id that must not be NULL is NULL");
    return *id;
}

// `act` gives the handle.
template <class Act>
HRESULT give_handle(Function function, void** handle, PWSTR* record, Act act) noexcept {
    if (handle == nullptr) return kPointer;
    *handle = nullptr;
    return enter_network(function, nullptr, record, [&](NetworkRegistry& registry) { *handle = act(registry); });
}

template <class Noun>
HRESULT open_noun(Function function, REFGUID id, void** handle, PWSTR* record) noexcept {
    return give_handle(function, handle, record, [&](NetworkRegistry& registry) { return registry.open<Noun>(required_id(id)); });
}

template <class Noun>
HRESULT close_noun(Function function, const void* handle) noexcept {
    return enter_network(function, nullptr, nullptr, [&](NetworkRegistry& registry) { registry.close<Noun>(handle); });
}

template <class Noun>
HRESULT delete_noun(Function function, REFGUID id, PWSTR* record) noexcept {
    return enter_network(function, nullptr, record, [&](NetworkRegistry& registry) { registry.remove<Noun>(required_id(id)); });
}

template <class Noun>
HRESULT enumerate_nouns(Function function, PCWSTR query, PWSTR* ids, PWSTR* record) noexcept {
    if (ids == nullptr) return kPointer;
    return enter_network(function, ids, record, [&](NetworkRegistry& registry) { return registry.enumerate<Noun>(optional_text(query)); });
}

template <class Noun>
HRESULT query_noun(Function function, const void* handle, PCWSTR query, PWSTR* properties, PWSTR* record) noexcept {
    if (properties == nullptr) return kPointer;
    return enter_network(function, properties, record,
                         [&](NetworkRegistry& registry) { return registry.query<Noun>(handle, optional_text(query)); });
}

}  // namespace

extern "C" {

HCSFFI_EXPORT HRESULT HcnCloseNetwork(HCN_NETWORK network) { return close_noun<Network>(Function::HcnCloseNetwork, network); }
HCSFFI_EXPORT HRESULT HcnCreateNetwork(REFGUID id, PCWSTR settings, HCN_NETWORK* network, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateNetwork, network, errorRecord,
                       [&](NetworkRegistry& registry) { return registry.create_network(required_id(id), optional_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnDeleteNetwork(REFGUID id, PWSTR* errorRecord) {
    return enter_network(Function::HcnDeleteNetwork, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.delete_network(required_id(id)); });
}
HCSFFI_EXPORT HRESULT HcnEnumerateNetworks(PCWSTR query, PWSTR* networks, PWSTR* errorRecord) {
    return enumerate_nouns<Network>(Function::HcnEnumerateNetworks, query, networks, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnModifyNetwork(HCN_NETWORK network, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifyNetwork, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_network(network, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnOpenNetwork(REFGUID id, HCN_NETWORK* network, PWSTR* errorRecord) {
    return open_noun<Network>(Function::HcnOpenNetwork, id, network, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnQueryNetworkProperties(HCN_NETWORK network, PCWSTR query, PWSTR* properties, PWSTR* errorRecord) {
    return query_noun<Network>(Function::HcnQueryNetworkProperties, network, query, properties, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnCloseNamespace(HCN_NAMESPACE place) { return close_noun<Namespace>(Function::HcnCloseNamespace, place); }
HCSFFI_EXPORT HRESULT HcnCreateNamespace(REFGUID id, PCWSTR settings, HCN_NAMESPACE* place, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateNamespace, place, errorRecord,
                       [&](NetworkRegistry& registry) { return registry.create_namespace(required_id(id), optional_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnDeleteNamespace(REFGUID id, PWSTR* errorRecord) {
    return delete_noun<Namespace>(Function::HcnDeleteNamespace, id, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnEnumerateNamespaces(PCWSTR query, PWSTR* namespaces, PWSTR* errorRecord) {
    return enumerate_nouns<Namespace>(Function::HcnEnumerateNamespaces, query, namespaces, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnModifyNamespace(HCN_NAMESPACE place, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifyNamespace, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_namespace(place, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnOpenNamespace(REFGUID id, HCN_NAMESPACE* place, PWSTR* errorRecord) {
    return open_noun<Namespace>(Function::HcnOpenNamespace, id, place, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnQueryNamespaceProperties(HCN_NAMESPACE place, PCWSTR query, PWSTR* properties, PWSTR* errorRecord) {
    return query_noun<Namespace>(Function::HcnQueryNamespaceProperties, place, query, properties, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnCloseEndpoint(HCN_ENDPOINT endpoint) { return close_noun<Endpoint>(Function::HcnCloseEndpoint, endpoint); }
HCSFFI_EXPORT HRESULT HcnCreateEndpoint(HCN_NETWORK network, REFGUID id, PCWSTR settings, HCN_ENDPOINT* endpoint, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateEndpoint, endpoint, errorRecord, [&](NetworkRegistry& registry) {
        return registry.create_endpoint(network, required_id(id), optional_text(settings));
    });
}
HCSFFI_EXPORT HRESULT HcnDeleteEndpoint(REFGUID id, PWSTR* errorRecord) {
    return delete_noun<Endpoint>(Function::HcnDeleteEndpoint, id, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnEnumerateEndpoints(PCWSTR query, PWSTR* endpoints, PWSTR* errorRecord) {
    return enumerate_nouns<Endpoint>(Function::HcnEnumerateEndpoints, query, endpoints, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnModifyEndpoint(HCN_ENDPOINT endpoint, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifyEndpoint, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_endpoint(endpoint, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnOpenEndpoint(REFGUID id, HCN_ENDPOINT* endpoint, PWSTR* errorRecord) {
    return open_noun<Endpoint>(Function::HcnOpenEndpoint, id, endpoint, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnQueryEndpointAddresses(HCN_ENDPOINT endpoint, PCWSTR query, PWSTR* addresses, PWSTR* errorRecord) {
    if (addresses == nullptr) return kPointer;
    return enter_network(Function::HcnQueryEndpointAddresses, addresses, errorRecord,
                         [&](NetworkRegistry& registry) { return registry.endpoint_addresses(endpoint, optional_text(query)); });
}
HCSFFI_EXPORT HRESULT HcnQueryEndpointProperties(HCN_ENDPOINT endpoint, PCWSTR query, PWSTR* properties, PWSTR* errorRecord) {
    return query_noun<Endpoint>(Function::HcnQueryEndpointProperties, endpoint, query, properties, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnQueryEndpointStats(HCN_ENDPOINT endpoint, PCWSTR query, PWSTR* stats, PWSTR* errorRecord) {
    if (stats == nullptr) return kPointer;
    return enter_network(Function::HcnQueryEndpointStats, stats, errorRecord,
                         [&](NetworkRegistry& registry) { return registry.endpoint_statistics(endpoint, optional_text(query)); });
}
HCSFFI_EXPORT HRESULT HcnCloseLoadBalancer(HCN_LOADBALANCER balancer) {
    return close_noun<LoadBalancer>(Function::HcnCloseLoadBalancer, balancer);
}
HCSFFI_EXPORT HRESULT HcnCreateLoadBalancer(REFGUID id, PCWSTR settings, HCN_LOADBALANCER* balancer, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateLoadBalancer, balancer, errorRecord,
                       [&](NetworkRegistry& registry) { return registry.create_load_balancer(required_id(id), optional_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnDeleteLoadBalancer(REFGUID id, PWSTR* errorRecord) {
    return delete_noun<LoadBalancer>(Function::HcnDeleteLoadBalancer, id, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnEnumerateLoadBalancers(PCWSTR query, PWSTR* balancers, PWSTR* errorRecord) {
    return enumerate_nouns<LoadBalancer>(Function::HcnEnumerateLoadBalancers, query, balancers, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnModifyLoadBalancer(HCN_LOADBALANCER balancer, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifyLoadBalancer, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_load_balancer(balancer, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnOpenLoadBalancer(REFGUID id, HCN_LOADBALANCER* balancer, PWSTR* errorRecord) {
    return open_noun<LoadBalancer>(Function::HcnOpenLoadBalancer, id, balancer, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnQueryLoadBalancerProperties(HCN_LOADBALANCER balancer, PCWSTR query, PWSTR* properties, PWSTR* errorRecord) {
    return query_noun<LoadBalancer>(Function::HcnQueryLoadBalancerProperties, balancer, query, properties, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnRegisterServiceCallback(HCN_NOTIFICATION_CALLBACK callback, void* context, HCN_CALLBACK* callbackHandle) {
    return give_handle(Function::HcnRegisterServiceCallback, callbackHandle, nullptr,
                       [&](NetworkRegistry& registry) { return registry.register_callback(callback, context); });
}
HCSFFI_EXPORT HRESULT HcnUnregisterServiceCallback(HCN_CALLBACK callbackHandle) {
    return enter_network(Function::HcnUnregisterServiceCallback, nullptr, nullptr,
                         [&](NetworkRegistry& registry) { registry.unregister_callback(callbackHandle); });
}
HCSFFI_EXPORT HRESULT HcnCloseGuestNetworkService(HCN_GUESTNETWORKSERVICE service) {
    return close_noun<GuestNetworkService>(Function::HcnCloseGuestNetworkService, service);
}
HCSFFI_EXPORT HRESULT HcnCreateGuestNetworkService(REFGUID id, PCWSTR settings, HCN_GUESTNETWORKSERVICE* service, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateGuestNetworkService, service, errorRecord,
                       [&](NetworkRegistry& registry) { return registry.create_guest_service(required_id(id), optional_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnDeleteGuestNetworkService(REFGUID id, PWSTR* errorRecord) {
    return delete_noun<GuestNetworkService>(Function::HcnDeleteGuestNetworkService, id, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnEnumerateGuestNetworkPortReservations(ULONG* returnCount, HCN_PORT_RANGE_ENTRY** portEntries) {
    if (returnCount == nullptr || portEntries == nullptr) return kPointer;
    *returnCount = 0;
    *portEntries = nullptr;
    return enter_network(Function::HcnEnumerateGuestNetworkPortReservations, nullptr, nullptr, [&](NetworkRegistry& registry) {
        const auto listed = registry.reserved_ports();
        if (listed.empty()) return;
        *portEntries = registry.arrays().hand_out(listed);
        *returnCount = static_cast<ULONG>(listed.size());
    });
}
HCSFFI_EXPORT void HcnFreeGuestNetworkPortReservations(HCN_PORT_RANGE_ENTRY* portEntries) {
    if (Owner* const host = Owner::current()) host->networks().arrays().take_back(portEntries);
}
HCSFFI_EXPORT HRESULT HcnModifyGuestNetworkService(HCN_GUESTNETWORKSERVICE service, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifyGuestNetworkService, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_guest_service(service, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnRegisterGuestNetworkServiceCallback(HCN_GUESTNETWORKSERVICE service, HCN_NOTIFICATION_CALLBACK callback,
                                                             void* context, HCN_CALLBACK* callbackHandle) {
    return give_handle(Function::HcnRegisterGuestNetworkServiceCallback, callbackHandle, nullptr,
                       [&](NetworkRegistry& registry) { return registry.register_callback(service, callback, context); });
}
HCSFFI_EXPORT HRESULT HcnReleaseGuestNetworkServicePortReservationHandle(HANDLE portReservationHandle) {
    return enter_network(Function::HcnReleaseGuestNetworkServicePortReservationHandle, nullptr, nullptr,
                         [&](NetworkRegistry& registry) { registry.release_ports(portReservationHandle); });
}
HCSFFI_EXPORT HRESULT HcnReserveGuestNetworkServicePort(HCN_GUESTNETWORKSERVICE service, HCN_PORT_PROTOCOL protocol, HCN_PORT_ACCESS access,
                                                        USHORT port, HANDLE* portReservationHandle) {
    return give_handle(Function::HcnReserveGuestNetworkServicePort, portReservationHandle, nullptr, [&](NetworkRegistry& registry) {
        const uint32_t protocols = bits_of(protocol), how = bits_of(access);
        if (protocols == 0 || protocols > uint32_t{HCN_PORT_PROTOCOL_BOTH}) throw Refusal(kInvalidArgument, "no such protocol of a port");
        if (how != uint32_t{HCN_PORT_ACCESS_EXCLUSIVE} && how != uint32_t{HCN_PORT_ACCESS_SHARED})
            throw Refusal(kInvalidArgument, "no such access to a port");
        return registry.reserve_port(service, static_cast<uint8_t>(protocols), how == uint32_t{HCN_PORT_ACCESS_SHARED}, port);
    });
}
HCSFFI_EXPORT HRESULT HcnReserveGuestNetworkServicePortRange(HCN_GUESTNETWORKSERVICE service, USHORT portCount,
                                                             HCN_PORT_RANGE_RESERVATION* portRangeReservation,
                                                             HANDLE* portReservationHandle) {
    if (portRangeReservation == nullptr) return kPointer;
    return give_handle(Function::HcnReserveGuestNetworkServicePortRange, portReservationHandle, nullptr, [&](NetworkRegistry& registry) {
        return registry.reserve_ports(service, portCount, &portRangeReservation->startingPort, &portRangeReservation->endingPort);
    });
}
HCSFFI_EXPORT HRESULT HcnUnregisterGuestNetworkServiceCallback(HCN_CALLBACK callbackHandle) {
    return enter_network(Function::HcnUnregisterGuestNetworkServiceCallback, nullptr, nullptr,
                         [&](NetworkRegistry& registry) { registry.unregister_callback(callbackHandle); });
}
HCSFFI_EXPORT HRESULT HcnEnumerateSdnRoutes(PCWSTR query, PWSTR* routes, PWSTR* errorRecord) {
    return enumerate_nouns<SdnRoute>(Function::HcnEnumerateSdnRoutes, query, routes, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnCreateSdnRoute(REFGUID id, PCWSTR settings, HCN_SDNROUTE* route, PWSTR* errorRecord) {
    return give_handle(Function::HcnCreateSdnRoute, route, errorRecord,
                       [&](NetworkRegistry& registry) { return registry.create_sdn_route(required_id(id), optional_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnOpenSdnRoute(REFGUID id, HCN_SDNROUTE* route, PWSTR* errorRecord) {
    return open_noun<SdnRoute>(Function::HcnOpenSdnRoute, id, route, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnModifySdnRoute(HCN_SDNROUTE route, PCWSTR settings, PWSTR* errorRecord) {
    return enter_network(Function::HcnModifySdnRoute, nullptr, errorRecord,
                         [&](NetworkRegistry& registry) { registry.modify_sdn_route(route, required_text(settings)); });
}
HCSFFI_EXPORT HRESULT HcnQuerySdnRouteProperties(HCN_SDNROUTE route, PCWSTR query, PWSTR* properties, PWSTR* errorRecord) {
    return query_noun<SdnRoute>(Function::HcnQuerySdnRouteProperties, route, query, properties, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnDeleteSdnRoute(REFGUID id, PWSTR* errorRecord) {
    return delete_noun<SdnRoute>(Function::HcnDeleteSdnRoute, id, errorRecord);
}
HCSFFI_EXPORT HRESULT HcnCloseSdnRoute(HCN_SDNROUTE route) { return close_noun<SdnRoute>(Function::HcnCloseSdnRoute, route); }

}  // extern "C"

}  // namespace hcsffi
