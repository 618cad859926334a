// The exports of computenetwork.dll, in the order of hcs_cdef.h. What stands behind them has not landed: each says so with E_NOTIMPL,
// and with ERROR_PROC_NOT_FOUND where the configuration does not offer it.

#include "exports/entry.h"

namespace hcsffi {

extern "C" {

HCSFFI_EXPORT HRESULT HcnCloseNetwork(HCN_NETWORK) { return not_landed(Function::HcnCloseNetwork); }
HCSFFI_EXPORT HRESULT HcnCreateNetwork(REFGUID, PCWSTR, HCN_NETWORK*, PWSTR*) { return not_landed(Function::HcnCreateNetwork); }
HCSFFI_EXPORT HRESULT HcnDeleteNetwork(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteNetwork); }
HCSFFI_EXPORT HRESULT HcnEnumerateNetworks(PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnEnumerateNetworks); }
HCSFFI_EXPORT HRESULT HcnModifyNetwork(HCN_NETWORK, PCWSTR, PWSTR*) { return not_landed(Function::HcnModifyNetwork); }
HCSFFI_EXPORT HRESULT HcnOpenNetwork(REFGUID, HCN_NETWORK*, PWSTR*) { return not_landed(Function::HcnOpenNetwork); }
HCSFFI_EXPORT HRESULT HcnQueryNetworkProperties(HCN_NETWORK, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQueryNetworkProperties);
}
HCSFFI_EXPORT HRESULT HcnCloseNamespace(HCN_NAMESPACE) { return not_landed(Function::HcnCloseNamespace); }
HCSFFI_EXPORT HRESULT HcnCreateNamespace(REFGUID, PCWSTR, HCN_NAMESPACE*, PWSTR*) { return not_landed(Function::HcnCreateNamespace); }
HCSFFI_EXPORT HRESULT HcnDeleteNamespace(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteNamespace); }
HCSFFI_EXPORT HRESULT HcnEnumerateNamespaces(PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnEnumerateNamespaces); }
HCSFFI_EXPORT HRESULT HcnModifyNamespace(HCN_NAMESPACE, PCWSTR, PWSTR*) { return not_landed(Function::HcnModifyNamespace); }
HCSFFI_EXPORT HRESULT HcnOpenNamespace(REFGUID, HCN_NAMESPACE*, PWSTR*) { return not_landed(Function::HcnOpenNamespace); }
HCSFFI_EXPORT HRESULT HcnQueryNamespaceProperties(HCN_NAMESPACE, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQueryNamespaceProperties);
}
HCSFFI_EXPORT HRESULT HcnCloseEndpoint(HCN_ENDPOINT) { return not_landed(Function::HcnCloseEndpoint); }
HCSFFI_EXPORT HRESULT HcnCreateEndpoint(HCN_NETWORK, REFGUID, PCWSTR, HCN_ENDPOINT*, PWSTR*) {
    return not_landed(Function::HcnCreateEndpoint);
}
HCSFFI_EXPORT HRESULT HcnDeleteEndpoint(REFGUID, PWSTR*) { return not_landed(Function::HcnDeleteEndpoint); }
HCSFFI_EXPORT HRESULT HcnEnumerateEndpoints(PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnEnumerateEndpoints); }
HCSFFI_EXPORT HRESULT HcnModifyEndpoint(HCN_ENDPOINT, PCWSTR, PWSTR*) { return not_landed(Function::HcnModifyEndpoint); }
HCSFFI_EXPORT HRESULT HcnOpenEndpoint(REFGUID, HCN_ENDPOINT*, PWSTR*) { return not_landed(Function::HcnOpenEndpoint); }
HCSFFI_EXPORT HRESULT HcnQueryEndpointAddresses(HCN_ENDPOINT, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQueryEndpointAddresses);
}
HCSFFI_EXPORT HRESULT HcnQueryEndpointProperties(HCN_ENDPOINT, PCWSTR, PWSTR*, PWSTR*) {
    return not_landed(Function::HcnQueryEndpointProperties);
}
HCSFFI_EXPORT HRESULT HcnQueryEndpointStats(HCN_ENDPOINT, PCWSTR, PWSTR*, PWSTR*) { return not_landed(Function::HcnQueryEndpointStats); }
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
