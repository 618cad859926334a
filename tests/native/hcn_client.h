/* A client of computenetwork.dll for the tests: ids as text, and what the last call has given back. */
#ifndef HCSFFI_TESTS_HCN_CLIENT_H
#define HCSFFI_TESTS_HCN_CLIENT_H

#include "hcs_client.h"

enum { LONGEST_ANSWER = 1 << 20 };

static const HRESULT OK_ = 0;
static const GUID ANY_ID = {0, 0, 0, {0}};

static PWSTR given_answer, given_record;
static char answer[LONGEST_ANSWER]; /* "" when there was none */
static char record[8192];

static inline void keep(PWSTR *from, char *to, size_t size) {
    to[0] = '\0';
    if (*from == NULL) return;
    char *text = narrow(*from);
    snprintf(to, size, "%s", text);
    free(text);
    hcsffi_co_task_mem_free(*from);
    *from = NULL;
}

static inline HRESULT kept(HRESULT code) {
    keep(&given_answer, answer, sizeof answer);
    keep(&given_record, record, sizeof record);
    return code;
}

/* CALL(HcnOpenNetwork(&id, &network, &given_record)): the code, and its texts in `answer` and `record`. */
#define CALL(call) kept(call)

static inline GUID guid_of(const char *text) {
    GUID id;
    unsigned parts[11];
    memset(&id, 0, sizeof id);
    if (sscanf(text, "%8x-%4x-%4x-%2x%2x-%2x%2x%2x%2x%2x%2x", parts, parts + 1, parts + 2, parts + 3, parts + 4, parts + 5, parts + 6,
               parts + 7, parts + 8, parts + 9, parts + 10) != 11)
        return id;
    id.Data1 = parts[0];
    id.Data2 = (uint16_t)parts[1];
    id.Data3 = (uint16_t)parts[2];
    for (int at = 0; at < 8; ++at) id.Data4[at] = (uint8_t)parts[3 + at];
    return id;
}

/* The value of a member that is text, in `answer`; valid until this is called eight more times. */
static inline const char *text_in(const char *document, const char *name) {
    enum { KEPT_TEXTS = 8 };
    static char texts[KEPT_TEXTS][512];
    static unsigned next;
    char *text = texts[next++ % KEPT_TEXTS];
    const char *at = member(document, name);
    size_t length = 0;
    if (at && *at == '"')
        for (++at; *at && *at != '"' && length + 1 < sizeof texts[0]; ++at) text[length++] = *at;
    text[length] = '\0';
    return text;
}

static const char QUERY_2[] = "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}";

#define NETWORK_DOCUMENT(name, type, prefix, gateway)                                                                          \
    "{\"Name\":\"" name "\",\"Type\":\"" type "\",\"Ipams\":[{\"Type\":\"Static\",\"Subnets\":[{\"IpAddressPrefix\":\"" prefix \
    "\",\"Routes\":[{\"NextHop\":\"" gateway "\",\"DestinationPrefix\":\"0.0.0.0/0\"}]}]}],\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}"

static const char NAT_NETWORK[] = NETWORK_DOCUMENT("GoTestNat", "NAT", "192.168.100.0/24", "192.168.100.1");
static const char PLAIN_ENDPOINT[] = "{\"Name\":\"e\",\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}";
static const char PLAIN_NAMESPACE[] = "{\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}";

static inline HRESULT create_network(const char *document, HCN_NETWORK *network) {
    return CALL(HcnCreateNetwork(&ANY_ID, wide(document), network, &given_record));
}

static inline HRESULT create_endpoint(HCN_NETWORK network, const char *document, HCN_ENDPOINT *endpoint) {
    return CALL(HcnCreateEndpoint(network, &ANY_ID, wide(document), endpoint, &given_record));
}

static inline HRESULT create_namespace(const char *document, HCN_NAMESPACE *place) {
    return CALL(HcnCreateNamespace(&ANY_ID, wide(document), place, &given_record));
}

static inline HRESULT create_load_balancer(const char *document, HCN_LOADBALANCER *balancer) {
    return CALL(HcnCreateLoadBalancer(&ANY_ID, wide(document), balancer, &given_record));
}

static inline HRESULT create_sdn_route(const char *document, HCN_SDNROUTE *route) {
    return CALL(HcnCreateSdnRoute(&ANY_ID, wide(document), route, &given_record));
}

static inline HRESULT create_guest_service(const char *document, HCN_GUESTNETWORKSERVICE *service) {
    return CALL(HcnCreateGuestNetworkService(&ANY_ID, wide(document), service, &given_record));
}

static inline HRESULT query_load_balancer(HCN_LOADBALANCER balancer, const char *query) {
    return CALL(HcnQueryLoadBalancerProperties(balancer, wide(query), &given_answer, &given_record));
}

static inline HRESULT query_sdn_route(HCN_SDNROUTE route, const char *query) {
    return CALL(HcnQuerySdnRouteProperties(route, wide(query), &given_answer, &given_record));
}

static inline HRESULT query_network(HCN_NETWORK network, const char *query) {
    return CALL(HcnQueryNetworkProperties(network, wide(query), &given_answer, &given_record));
}

static inline HRESULT query_endpoint(HCN_ENDPOINT endpoint, const char *query) {
    return CALL(HcnQueryEndpointProperties(endpoint, wide(query), &given_answer, &given_record));
}

static inline HRESULT query_namespace(HCN_NAMESPACE place, const char *query) {
    return CALL(HcnQueryNamespaceProperties(place, wide(query), &given_answer, &given_record));
}

static inline HRESULT modify_network(HCN_NETWORK network, const char *request) {
    return CALL(HcnModifyNetwork(network, wide(request), &given_record));
}

static inline HRESULT modify_endpoint(HCN_ENDPOINT endpoint, const char *request) {
    return CALL(HcnModifyEndpoint(endpoint, wide(request), &given_record));
}

static inline HRESULT modify_namespace(HCN_NAMESPACE place, const char *request) {
    return CALL(HcnModifyNamespace(place, wide(request), &given_record));
}

/* An endpoint into a namespace or out of it. */
static inline HRESULT change_member(HCN_NAMESPACE place, const char *verb, const char *endpoint_id) {
    char request[256];
    snprintf(request, sizeof request, "{\"ResourceType\":\"Endpoint\",\"RequestType\":\"%s\",\"Settings\":{\"EndpointId\":\"%s\"}}", verb,
             endpoint_id);
    return modify_namespace(place, request);
}

/* The id that a fresh query tells; `query` is one of the three above. */
#define ID_OF(query, handle) (query(handle, QUERY_2), text_in(answer, "ID"))

static inline HRESULT delete_network(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteNetwork(&guid, &given_record));
}

static inline HRESULT delete_endpoint(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteEndpoint(&guid, &given_record));
}

static inline HRESULT delete_namespace(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteNamespace(&guid, &given_record));
}

static inline HRESULT delete_load_balancer(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteLoadBalancer(&guid, &given_record));
}

static inline HRESULT delete_sdn_route(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteSdnRoute(&guid, &given_record));
}

static inline HRESULT delete_guest_service(const char *id) {
    const GUID guid = guid_of(id);
    return CALL(HcnDeleteGuestNetworkService(&guid, &given_record));
}

#endif
