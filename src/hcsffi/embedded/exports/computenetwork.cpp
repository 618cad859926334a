// The exports of computenetwork.dll, in the order of hcs_cdef.h. What has not landed says so with E_NOTIMPL, and with ERROR_PROC_NOT_FOUND
// where the configuration does not offer it.

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
    return delete_noun<Network>(Function::HcnDeleteNetwork, id, errorRecord);
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
HCSFFI_EXPORT HRESULT HcnCloseLoadBalancer(HCN_LOADBALANCER) { return not_landed(Function::HcnCloseLoadBalancer); }
HCSFFI_EXPORT HRESULT HcnCreateLoadBalancer(REFGUID, PCWSTR, HCN_LOADBALANCER*, PWSTR*) {
    return not_landed(Function::HcnCreateLoadBalancer);
}
HCSFFI_EXPORT HRESULT HcnDeleteLoadBalancer(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteLoadBalancer); }
HCSFFI_EXPORT HRESULT HcnEnumerateLoadBalancers(PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnEnumerateLoadBalancers); }
HCSFFI_EXPORT HRESULT HcnModifyLoadBalancer(HCN_LOADBALANCER, PCWSTR, PWSTR*) { return not_landed(Function::HcnModifyLoadBalancer); }
HCSFFI_EXPORT HRESULT HcnOpenLoadBalancer(REFGUID, HCN_LOADBALANCER*, PWSTR*) { return not_landed(Function::HcnOpenLoadBalancer); }
HCSFFI_EXPORT HRESULT HcnQueryLoadBalancerProperties(HCN_LOADBALANCER, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQueryLoadBalancerProperties);
}
HCSFFI_EXPORT HRESULT HcnRegisterServiceCallback(HCN_NOTIFICATION_CALLBACK, void*, HCN_CALLBACK*) {
    return not_landed(Function::HcnRegisterServiceCallback);
}
HCSFFI_EXPORT HRESULT HcnUnregisterServiceCallback(HCN_CALLBACK) { return not_landed(Function::HcnUnregisterServiceCallback); }
HCSFFI_EXPORT HRESULT HcnCloseGuestNetworkService(HCN_GUESTNETWORKSERVICE) { return not_landed(Function::HcnCloseGuestNetworkService); }
HCSFFI_EXPORT HRESULT HcnCreateGuestNetworkService(REFGUID, PCWSTR, HCN_GUESTNETWORKSERVICE*, PWSTR*) {
    return not_landed(Function::HcnCreateGuestNetworkService);
}
HCSFFI_EXPORT HRESULT HcnDeleteGuestNetworkService(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteGuestNetworkService); }
HCSFFI_EXPORT HRESULT HcnEnumerateGuestNetworkPortReservations(ULONG*, HCN_PORT_RANGE_ENTRY**) {
    return not_landed(Function::HcnEnumerateGuestNetworkPortReservations);
}
HCSFFI_EXPORT void HcnFreeGuestNetworkPortReservations(HCN_PORT_RANGE_ENTRY*) {
    (void)not_landed(Function::HcnFreeGuestNetworkPortReservations);
}
HCSFFI_EXPORT HRESULT HcnModifyGuestNetworkService(HCN_GUESTNETWORKSERVICE, PCWSTR, PWSTR*) {
    return not_landed(Function::HcnModifyGuestNetworkService);
}
HCSFFI_EXPORT HRESULT HcnRegisterGuestNetworkServiceCallback(HCN_GUESTNETWORKSERVICE, HCN_NOTIFICATION_CALLBACK, void*, HCN_CALLBACK*) {
    return not_landed(Function::HcnRegisterGuestNetworkServiceCallback);
}
HCSFFI_EXPORT HRESULT HcnReleaseGuestNetworkServicePortReservationHandle(HANDLE) {
    return not_landed(Function::HcnReleaseGuestNetworkServicePortReservationHandle);
}
HCSFFI_EXPORT HRESULT HcnReserveGuestNetworkServicePort(HCN_GUESTNETWORKSERVICE, HCN_PORT_PROTOCOL, HCN_PORT_ACCESS, USHORT, HANDLE*) {
    return not_landed(Function::HcnReserveGuestNetworkServicePort);
}
HCSFFI_EXPORT HRESULT HcnReserveGuestNetworkServicePortRange(HCN_GUESTNETWORKSERVICE, USHORT, HCN_PORT_RANGE_RESERVATION*, HANDLE*) {
    return not_landed(Function::HcnReserveGuestNetworkServicePortRange);
}
HCSFFI_EXPORT HRESULT HcnUnregisterGuestNetworkServiceCallback(HCN_CALLBACK) {
    return not_landed(Function::HcnUnregisterGuestNetworkServiceCallback);
}
HCSFFI_EXPORT HRESULT HcnEnumerateSdnRoutes(PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnEnumerateSdnRoutes); }
HCSFFI_EXPORT HRESULT HcnCreateSdnRoute(REFGUID, PCWSTR, HCN_SDNROUTE*, PWSTR*) { return not_landed(Function::HcnCreateSdnRoute); }
HCSFFI_EXPORT HRESULT HcnOpenSdnRoute(REFGUID, HCN_SDNROUTE*, PWSTR*) { return not_landed(Function::HcnOpenSdnRoute); }
HCSFFI_EXPORT HRESULT HcnModifySdnRoute(HCN_SDNROUTE, PCWSTR, PWSTR*) { return not_landed(Function::HcnModifySdnRoute); }
HCSFFI_EXPORT HRESULT HcnQuerySdnRouteProperties(HCN_SDNROUTE, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQuerySdnRouteProperties);
}
HCSFFI_EXPORT HRESULT HcnDeleteSdnRoute(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteSdnRoute); }
HCSFFI_EXPORT HRESULT HcnCloseSdnRoute(HCN_SDNROUTE) { return not_landed(Function::HcnCloseSdnRoute); }

}  // extern "C"

}  // namespace hcsffi
