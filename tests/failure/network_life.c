/* One whole life of a network through the plain C ABI: a network with an address plan, endpoints on it, a namespace with them, a balancer,
 * a route, reserved ports, notifications of all that, and everything deleted (living.h).
 *
 * Ids are the client's, so that what a refused step may have left can be looked for: a create that is refused has made nothing, a delete
 * that is refused has taken nothing away, a member that was refused is not in the namespace. */
#include "living.h"

#define HcnCreateNetwork(...) IN_HOST(HcnCreateNetwork(__VA_ARGS__))
#define HcnOpenNetwork(...) IN_HOST(HcnOpenNetwork(__VA_ARGS__))
#define HcnModifyNetwork(...) IN_HOST(HcnModifyNetwork(__VA_ARGS__))
#define HcnQueryNetworkProperties(...) IN_HOST(HcnQueryNetworkProperties(__VA_ARGS__))
#define HcnDeleteNetwork(...) IN_HOST(HcnDeleteNetwork(__VA_ARGS__))
#define HcnCloseNetwork(...) IN_HOST(HcnCloseNetwork(__VA_ARGS__))
#define HcnCreateEndpoint(...) IN_HOST(HcnCreateEndpoint(__VA_ARGS__))
#define HcnOpenEndpoint(...) IN_HOST(HcnOpenEndpoint(__VA_ARGS__))
#define HcnModifyEndpoint(...) IN_HOST(HcnModifyEndpoint(__VA_ARGS__))
#define HcnQueryEndpointProperties(...) IN_HOST(HcnQueryEndpointProperties(__VA_ARGS__))
#define HcnEnumerateEndpoints(...) IN_HOST(HcnEnumerateEndpoints(__VA_ARGS__))
#define HcnDeleteEndpoint(...) IN_HOST(HcnDeleteEndpoint(__VA_ARGS__))
#define HcnCloseEndpoint(...) IN_HOST(HcnCloseEndpoint(__VA_ARGS__))
#define HcnCreateNamespace(...) IN_HOST(HcnCreateNamespace(__VA_ARGS__))
#define HcnOpenNamespace(...) IN_HOST(HcnOpenNamespace(__VA_ARGS__))
#define HcnModifyNamespace(...) IN_HOST(HcnModifyNamespace(__VA_ARGS__))
#define HcnQueryNamespaceProperties(...) IN_HOST(HcnQueryNamespaceProperties(__VA_ARGS__))
#define HcnDeleteNamespace(...) IN_HOST(HcnDeleteNamespace(__VA_ARGS__))
#define HcnCloseNamespace(...) IN_HOST(HcnCloseNamespace(__VA_ARGS__))
#define HcnCreateLoadBalancer(...) IN_HOST(HcnCreateLoadBalancer(__VA_ARGS__))
#define HcnOpenLoadBalancer(...) IN_HOST(HcnOpenLoadBalancer(__VA_ARGS__))
#define HcnModifyLoadBalancer(...) IN_HOST(HcnModifyLoadBalancer(__VA_ARGS__))
#define HcnQueryLoadBalancerProperties(...) IN_HOST(HcnQueryLoadBalancerProperties(__VA_ARGS__))
#define HcnDeleteLoadBalancer(...) IN_HOST(HcnDeleteLoadBalancer(__VA_ARGS__))
#define HcnCloseLoadBalancer(...) IN_HOST(HcnCloseLoadBalancer(__VA_ARGS__))
#define HcnCreateSdnRoute(...) IN_HOST(HcnCreateSdnRoute(__VA_ARGS__))
#define HcnOpenSdnRoute(...) IN_HOST(HcnOpenSdnRoute(__VA_ARGS__))
#define HcnQuerySdnRouteProperties(...) IN_HOST(HcnQuerySdnRouteProperties(__VA_ARGS__))
#define HcnDeleteSdnRoute(...) IN_HOST(HcnDeleteSdnRoute(__VA_ARGS__))
#define HcnCloseSdnRoute(...) IN_HOST(HcnCloseSdnRoute(__VA_ARGS__))
#define HcnCreateGuestNetworkService(...) IN_HOST(HcnCreateGuestNetworkService(__VA_ARGS__))
#define HcnDeleteGuestNetworkService(...) IN_HOST(HcnDeleteGuestNetworkService(__VA_ARGS__))
#define HcnCloseGuestNetworkService(...) IN_HOST(HcnCloseGuestNetworkService(__VA_ARGS__))
#define HcnReserveGuestNetworkServicePortRange(...) IN_HOST(HcnReserveGuestNetworkServicePortRange(__VA_ARGS__))
#define HcnReleaseGuestNetworkServicePortReservationHandle(...) IN_HOST(HcnReleaseGuestNetworkServicePortReservationHandle(__VA_ARGS__))
#define HcnEnumerateGuestNetworkPortReservations(...) IN_HOST(HcnEnumerateGuestNetworkPortReservations(__VA_ARGS__))
#define HcnFreeGuestNetworkPortReservations(...) IN_HOST_SILENT(HcnFreeGuestNetworkPortReservations(__VA_ARGS__))
#define HcnRegisterServiceCallback(...) IN_HOST(HcnRegisterServiceCallback(__VA_ARGS__))
#define HcnUnregisterServiceCallback(...) IN_HOST(HcnUnregisterServiceCallback(__VA_ARGS__))
#define hcsffi_counters(...) IN_HOST(hcsffi_counters(__VA_ARGS__))
#define hcsffi_local_free(...) IN_HOST_SILENT(hcsffi_local_free(__VA_ARGS__))
#define hcsffi_co_task_mem_free(...) IN_HOST_SILENT(hcsffi_co_task_mem_free(__VA_ARGS__))
#define hcsffi_shutdown(...) IN_HOST(hcsffi_shutdown(__VA_ARGS__))
#include "hcn_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#define NETWORK_NOT_FOUND HR(0x803B0001u)
#define ENDPOINT_NOT_FOUND HR(0x803B0002u)

static bool went(const char *step, HRESULT code) {
    const bool carried_out = told(step, code, member(record, "Error"));
    record[0] = '\0'; /* calls without a record must not show the last one's */
    return carried_out;
}

/* ---- the things of a life ---- */

#define OPENED(noun) \
    static HRESULT open_##noun(const GUID *id, void **handle) { return CALL(HcnOpen##noun(id, handle, &given_record)); }
#define NOUN(noun)                                                                                    \
    static HRESULT delete_##noun(const GUID *id) { return CALL(HcnDelete##noun(id, &given_record)); } \
    static HRESULT close_##noun(void *handle) { return HcnClose##noun(handle); }                      \
    static HRESULT create_##noun(const GUID *id, const char *document, void **handle) {               \
        return CALL(HcnCreate##noun(id, wide(document), handle, &given_record));                      \
    }

static void *network_handle; /* endpoints are created on it */

OPENED(Network)
OPENED(Endpoint)
OPENED(Namespace)
OPENED(LoadBalancer)
OPENED(SdnRoute)
#define open_GuestNetworkService NULL
NOUN(Network)
NOUN(Namespace)
NOUN(LoadBalancer)
NOUN(SdnRoute)
NOUN(GuestNetworkService)
static HRESULT delete_Endpoint(const GUID *id) { return CALL(HcnDeleteEndpoint(id, &given_record)); }
static HRESULT close_Endpoint(void *handle) { return HcnCloseEndpoint(handle); }
static HRESULT create_Endpoint(const GUID *id, const char *document, void **handle) {
    return CALL(HcnCreateEndpoint(network_handle, id, wide(document), handle, &given_record));
}

struct thing {
    const char *name, *id;
    HRESULT (*create)(const GUID *, const char *, void **);
    HRESULT (*open)(const GUID *, void **); /* NULL where the library has no such function */
    HRESULT (*delete)(const GUID *);
    HRESULT (*close)(void *);
    HRESULT not_found;
    DWORD created, deleted; /* notifications; 0 where there is none */
    void *handle;
    bool there;
};

#define THING(name, number, noun, not_found, created, deleted)    \
    {name,          "C0DE0000-0000-4000-8000-00000000000" number, \
     create_##noun, open_##noun,                                  \
     delete_##noun, close_##noun,                                 \
     not_found,     created,                                      \
     deleted,       NULL,                                         \
     false}
static struct thing network = THING("network", "1", Network, NETWORK_NOT_FOUND, HcnNotificationNetworkCreate, HcnNotificationNetworkDelete);
static struct thing first = THING("first endpoint", "2", Endpoint, ENDPOINT_NOT_FOUND, 0, 0);
static struct thing second = THING("second endpoint", "3", Endpoint, ENDPOINT_NOT_FOUND, 0, 0);
static struct thing place = THING("namespace", "4", Namespace, NOT_FOUND_, HcnNotificationNamespaceCreate, HcnNotificationNamespaceDelete);
static struct thing balancer = THING("balancer", "5", LoadBalancer, NOT_FOUND_, 0, 0);
static struct thing route = THING("route", "6", SdnRoute, NOT_FOUND_, 0, 0);
static struct thing service = THING("service", "7", GuestNetworkService, NOT_FOUND_, HcnNotificationGuestNetworkServiceCreate,
                                    HcnNotificationGuestNetworkServiceDelete);
static struct thing *const things[] = {&network, &first, &second, &place, &balancer, &route, &service};
enum { THINGS = sizeof things / sizeof *things };

/* ---- notifications ---- */

enum { KINDS = 32 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int heard[KINDS]; /* guarded by mutex */
static int expected[KINDS];
static bool listening;

static void hear(DWORD kind, void *context, HRESULT status, PCWSTR text) {
    (void)context;
    announce(ANNOUNCE_LEAVE); /* on a thread of the host, but the client's code */
    pthread_mutex_lock(&mutex);
    if (kind < KINDS) ++heard[kind];
    pthread_mutex_unlock(&mutex);
    if (status != 0 || !text) fault("a notification of kind %u without its text", (unsigned)kind);
    announce(ANNOUNCE_ENTRY);
}

static bool heard_all(void) {
    bool all = true;
    pthread_mutex_lock(&mutex);
    for (int kind = 0; kind < KINDS; ++kind) all = all && (expected[kind] <= heard[kind]);
    pthread_mutex_unlock(&mutex);
    return all;
}

/* What happened is told once each, late perhaps. Those that come before a change are told of a refused one too, and are not compared. */
static void expect_told(void) {
    for (int turn = 0; turn < 6000 && !heard_all(); ++turn) wait_ms(10);
    for (int kind = 0; kind < KINDS; ++kind) {
        const bool before = kind == HcnNotificationNetworkPreCreate || kind == HcnNotificationNetworkPreDelete;
        if (!before && heard[kind] != expected[kind]) fault("%d notifications of kind %d, not %d", heard[kind], kind, expected[kind]);
    }
}

/* ---- steps ---- */

static void expect_absent(struct thing *thing, const char *why) {
    const GUID id = guid_of(thing->id);
    void *again = NULL;
    if (!thing->open || thing->open(&id, &again) < 0) return;
    fault("the %s %s and is there", thing->name, why);
    thing->close(again);
}

static void say(char *to, const char *verb, const struct thing *thing) { sprintf(to, "%s of the %s", verb, thing->name); }

static bool make(struct thing *thing, const char *document) {
    char step[64];
    say(step, "create", thing);
    const GUID id = guid_of(thing->id);
    thing->there = went(step, thing->create(&id, document, &thing->handle));
    if (thing->there != (thing->handle != NULL)) fault("the handle of the %s is not as its code is", thing->name);
    if (!thing->there) expect_absent(thing, "was not created");
    if (thing->there) ++expected[thing->created];
    return thing->there;
}

static void let_go_of(struct thing *thing) {
    if (thing->handle && thing->close(thing->handle) < 0) fault("the handle of the %s cannot be closed", thing->name);
    thing->handle = NULL;
}

static void unmake(struct thing *thing) {
    char step[64];
    const GUID id = guid_of(thing->id);
    let_go_of(thing);
    if (!thing->there) return;
    say(step, "delete", thing);
    if (went(step, thing->delete(&id)) || went("once more", thing->delete(&id))) {
        thing->there = false;
        ++expected[thing->deleted];
        return expect_absent(thing, "was deleted");
    }
    void *again = NULL;
    const HRESULT code = thing->open ? thing->open(&id, &again) : E_UNEXPECTED_;
    if (code == thing->not_found) fault("the delete of the %s is refused, and it is gone", thing->name);
    if (code >= 0) thing->close(again);
}

static bool lists(const struct thing *which) {
    const HRESULT code = CALL(HcnQueryNamespaceProperties(place.handle, wide(QUERY_2), &given_answer, &given_record));
    return went("query of the namespace", code) && strstr(answer, which->id);
}

static bool change(const char *verb, const struct thing *endpoint) {
    char step[64], request[256];
    sprintf(request, "{\"ResourceType\":\"Endpoint\",\"RequestType\":\"%s\",\"Settings\":{\"EndpointId\":\"%s\"}}", verb, endpoint->id);
    sprintf(step, "%s of the %s", verb, endpoint->name);
    const bool done = went(step, CALL(HcnModifyNamespace(place.handle, wide(request), &given_record)));
    const bool there = lists(endpoint), wanted = strcmp(verb, "Add") == 0;
    if (answer[0] && done && there != wanted) fault("%s was carried out and is not to be seen: %s", step, answer);
    if (answer[0] && !done && there == wanted) fault("%s was refused and is to be seen: %s", step, answer);
    if (done) ++expected[wanted ? HcnNotificationNetworkEndpointAttached : HcnNotificationNetworkEndpointDetached];
    return done;
}

#define V2 "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}"
#define ACL_POLICY                                                                                                              \
    "{\"Type\":\"ACL\",\"Settings\":{\"Protocols\":\"6\",\"Action\":\"Allow\",\"Direction\":\"In\",\"LocalPorts\":\"80,8080\"," \
    "\"RuleType\":\"Switch\",\"Priority\":200}}"

static void change_policies(void) {
    static const char added[] = "{\"ResourceType\":\"Policy\",\"RequestType\":\"Add\",\"Settings\":{\"Policies\":[" ACL_POLICY "]}}";
    static const char route_added[] =
        "{\"ResourceType\":\"Policy\",\"RequestType\":\"Add\",\"Settings\":{\"Policies\":[{\"Type\":\"HostRoute\",\"Settings\":{}}]}}";
    if (first.there) {
        const bool done = went("policy of the endpoint", CALL(HcnModifyEndpoint(first.handle, wide(added), &given_record)));
        const HRESULT code = CALL(HcnQueryEndpointProperties(first.handle, wide(QUERY_2), &given_answer, &given_record));
        if (went("query of the endpoint", code)) {
            if ((strstr(answer, "\"ACL\"") != NULL) != done) fault("the policy of the endpoint is not as its code is: %s", answer);
            if (!strstr(answer, "192.168.")) fault("the endpoint has no address: %s", answer);
        }
    }
    const bool done = went("policy of the network", CALL(HcnModifyNetwork(network.handle, wide(route_added), &given_record)));
    const HRESULT code = CALL(HcnQueryNetworkProperties(network.handle, wide(QUERY_2), &given_answer, &given_record));
    if (went("query of the network", code) && (strstr(answer, "\"HostRoute\"") != NULL) != done)
        fault("the policy of the network is not as its code is: %s", answer);
}

static void list_endpoints(void) {
    static const char by_network[] = "{" V2 ",\"Filter\":\"{\\\"VirtualNetwork\\\":\\\"C0DE0000-0000-4000-8000-000000000001\\\"}\"}";
    if (!went("list of endpoints", CALL(HcnEnumerateEndpoints(wide(by_network), &given_answer, &given_record)))) return;
    if ((strstr(answer, first.id) != NULL) != first.there || (strstr(answer, second.id) != NULL) != second.there)
        fault("the list is not what there is: %s", answer);
}

static void use_namespace(void) {
    if (!make(&place, PLAIN_NAMESPACE)) return;
    const bool has_first = first.there && change("Add", &first), has_second = second.there && change("Add", &second);
    bool still_second = has_second;
    if (has_second) still_second = !change("Remove", &second);
    const bool there = place.there;
    unmake(&place);
    if (there && !place.there) expected[HcnNotificationNetworkEndpointDetached] += has_first + still_second;
    if (there && place.there && at_peace) fault("the namespace stays");
}

static void balance(void) {
    char document[512];
    sprintf(document,
            "{\"HostComputeEndpoints\":[\"%s\"],\"FrontendVIPs\":[\"1.1.1.2\"],\"PortMappings\":[{\"Protocol\":6,\"InternalPort\":80,"
            "\"ExternalPort\":8090}]," V2 "}",
            first.id);
    if (make(&balancer, document)) {
        sprintf(document,
                "{\"HostComputeEndpoints\":[\"%s\"],\"FrontendVIPs\":[\"1.1.1.3\"],\"PortMappings\":[{\"Protocol\":6,\"InternalPort\":81,"
                "\"ExternalPort\":8091}]," V2 "}",
                first.id);
        const bool done = went("update of the balancer", CALL(HcnModifyLoadBalancer(balancer.handle, wide(document), &given_record)));
        const HRESULT code = CALL(HcnQueryLoadBalancerProperties(balancer.handle, wide(QUERY_2), &given_answer, &given_record));
        if (went("query of the balancer", code) && (!strstr(answer, "1.1.1.3") == done || !strstr(answer, "1.1.1.2") != done))
            fault("the balancer is not as its code is: %s", answer);
    }
    unmake(&balancer);
    sprintf(document,
            "{\"HostComputeEndpoints\":[\"%s\"],\"Setting\":[{\"DestinationPrefix\":\"10.9.0.0/16\",\"NextHop\":\"10.0.0.7\"}]," V2 "}",
            first.id);
    if (make(&route, document)) {
        const HRESULT code = CALL(HcnQuerySdnRouteProperties(route.handle, wide(QUERY_2), &given_answer, &given_record));
        if (went("query of the route", code) && !strstr(answer, "10.9.0.0/16")) fault("the route leads elsewhere: %s", answer);
    }
    unmake(&route);
}

/* Whether somebody may still have the port: of the client's own asking, so nothing of it fails. */
static bool is_free(uint16_t port) {
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool bound = bind(one, (const struct sockaddr *)&address, sizeof address) == 0;
    close(one);
    return bound;
}

static void reserve(void) {
    HCN_PORT_RANGE_RESERVATION range = {0, 0};
    HCN_PORT_RANGE_ENTRY *listed = NULL;
    HANDLE held = NULL;
    ULONG count = 0;
    if (!make(&service, "{" V2 "}")) return;
    if (went("reservation", HcnReserveGuestNetworkServicePortRange(service.handle, 2, &range, &held))) {
        if (is_free(range.startingPort) || is_free(range.endingPort)) fault("a port that is reserved is free");
        if (went("list of reservations", HcnEnumerateGuestNetworkPortReservations(&count, &listed))) {
            if (count != 1) fault("%u reservations are listed", (unsigned)count);
            HcnFreeGuestNetworkPortReservations(listed);
        }
        if (!went("release", HcnReleaseGuestNetworkServicePortReservationHandle(held))) fault("a reservation cannot be released");
        if (!is_free(range.startingPort)) fault("a port that was released is taken");
    }
    unmake(&service);
}

static void use_network(void) {
    static const char with_mapping[] =
        "{\"Name\":\"life-eth0\",\"Policies\":[{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":80,\"ExternalPort\":"
        "18080}}]," V2 "}";
    if (!make(&network, NAT_NETWORK)) return;
    network_handle = network.handle;
    make(&first, with_mapping);
    make(&second, "{\"Name\":\"life-eth1\",\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.77\"}]," V2 "}");
    list_endpoints();
    change_policies();
    use_namespace();
    if (first.there) balance();
    unmake(&first);
    const bool there = network.there;
    unmake(&network); /* with its second endpoint */
    if (there && !network.there) {
        expect_absent(&second, "went with its network");
        second.there = first.there = false;
    }
    let_go_of(&second);
}

static void live(void) {
    HCN_CALLBACK callback = NULL;
    memset(heard, 0, sizeof heard);
    memset(expected, 0, sizeof expected);
    listening = went("registration", HcnRegisterServiceCallback(hear, NULL, &callback));
    use_network();
    reserve();
    expected[0] = heard[0];
    if (!listening) return;
    expect_told();
    if (HcnUnregisterServiceCallback(callback) < 0) fault("the callback cannot be unregistered");
}

/* ---- what is left ---- */

static void end_what_is_left(void) {
    for (int at = THINGS - 1; at >= 0; --at) unmake(things[at]);
    for (int at = 0; at < THINGS; ++at) expect_absent(things[at], "has ended");
    if (!nothing_is_left()) fault("objects are left");
}

/* The networks are the host's own memory: they go with it. */
static HRESULT shut_down(void) {
    const HRESULT code = hcsffi_shutdown();
    for (int at = 0; code >= 0 && at < THINGS; ++at) {
        things[at]->there = false;
        things[at]->handle = NULL;
    }
    return code;
}

int main(void) { return live_twice(live, end_what_is_left, shut_down); }
