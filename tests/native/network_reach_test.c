/* Load balancers, routes, guest network services, reserved ports and notifications through the C surface. */
#include "harness.h"
#include "hcn_client.h"

#define ENDPOINT_NOT_FOUND HR(0x803B0002u)
#define INVALID_POLICY HR(0x803B000Du)
#define PORT_ALREADY_EXISTS HR(0x803B0013u)
#define REQUEST_UNSUPPORTED HR(0x803B0015u)
#define INVALID_IP HR(0x803B001Eu)
#define INVALID_INTERNAL_PORT HR(0x803B002Du)
#define ALREADY_EXISTS HR(0x800700B7u)

static const char NOWHERE[] = "77C27C1E-8204-437D-A7CC-FB4CE1614819";

/* A network with one endpoint, which every test here needs. */
static HCN_NETWORK network;
static HCN_ENDPOINT endpoint;
static char network_id[40], endpoint_id[40];

static int set_up(void) {
    if (create_network(NAT_NETWORK, &network) < 0 || create_endpoint(network, PLAIN_ENDPOINT, &endpoint) < 0) return 0;
    snprintf(network_id, sizeof network_id, "%s", ID_OF(query_network, network));
    snprintf(endpoint_id, sizeof endpoint_id, "%s", ID_OF(query_endpoint, endpoint));
    return 1;
}

static int tear_down(void) {
    HcnCloseEndpoint(endpoint);
    delete_network(network_id);
    HcnCloseNetwork(network);
    return nothing_is_left();
}

static const char *balancer_document(const char *id, const char *front_ends, const char *mapping) {
    static char document[1024];
    snprintf(document, sizeof document,
             "{\"HostComputeEndpoints\":[\"%s\"],\"SourceVIP\":\"10.0.0.66\",\"FrontendVIPs\":[%s],\"PortMappings\":[%s],"
             "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}",
             id, front_ends, mapping);
    return document;
}

#define MAPPING "{\"Protocol\":6,\"InternalPort\":8080,\"ExternalPort\":80}"

TEST(a_load_balancer_is_answered_as_kube_proxy_compares_it, "ids in capitals, or every balancer is made anew (F-42, F-76, F-77)") {
    HCN_LOADBALANCER balancer = NULL, other = NULL;
    char expected[128], lower[40];
    CHECK(set_up());
    snprintf(lower, sizeof lower, "%s", endpoint_id);
    for (char *at = lower; *at; ++at) *at = (char)(*at >= 'A' && *at <= 'F' ? *at + 32 : *at);
    CHECK_EQUAL(OK_, create_load_balancer(balancer_document(lower, "\"10.99.234.145\"", MAPPING), &balancer));
    CHECK_EQUAL(OK_, query_load_balancer(balancer, QUERY_2));
    snprintf(expected, sizeof expected, "\"HostComputeEndpoints\":[\"%s\"]", endpoint_id);
    CHECK(strstr(answer, expected));
    CHECK(strstr(answer, "\"PortMappings\":[{\"Protocol\":6,\"InternalPort\":8080,\"ExternalPort\":80}]") && !strstr(answer, "Flags"));
    CHECK_EQUAL(PORT_ALREADY_EXISTS, create_load_balancer(balancer_document(endpoint_id, "\"10.99.234.145\"", MAPPING), &other));
    CHECK_EQUAL(OK_, create_load_balancer(balancer_document(endpoint_id, "\"10.99.234.146\"", MAPPING), &other));
    CHECK_EQUAL(OK_, delete_load_balancer(ID_OF(query_load_balancer, other)));
    CHECK_EQUAL(NOT_FOUND_, delete_load_balancer(NOWHERE)); /* F-5 */
    HcnCloseLoadBalancer(other);
    CHECK_EQUAL(OK_, delete_endpoint(endpoint_id)); /* a reference keeps nobody from being deleted, and goes with it */
    CHECK_EQUAL(OK_, query_load_balancer(balancer, QUERY_2));
    CHECK(strstr(answer, "\"HostComputeEndpoints\":[]"));
    CHECK_EQUAL(OK_, delete_load_balancer(text_in(answer, "ID")));
    HcnCloseLoadBalancer(balancer);
    CHECK(tear_down());
}

TEST(a_load_balancer_is_checked, "what cannot work is refused before it is there") {
    HCN_LOADBALANCER balancer = NULL;
    CHECK(set_up());
    CHECK_EQUAL(ENDPOINT_NOT_FOUND, create_load_balancer(balancer_document(NOWHERE, "", MAPPING), &balancer));
    CHECK_EQUAL(INVALID_IP, create_load_balancer(balancer_document(endpoint_id, "\"10.99.234\"", MAPPING), &balancer));
    CHECK_EQUAL(INVALID_POLICY, create_load_balancer(balancer_document(endpoint_id, "", ""), &balancer));
    CHECK_EQUAL(
        INVALID_POLICY,
        create_load_balancer(balancer_document(endpoint_id, "", "{\"Protocol\":1,\"InternalPort\":1,\"ExternalPort\":1}"), &balancer));
    CHECK_EQUAL(INVALID_INTERNAL_PORT,
                create_load_balancer(balancer_document(endpoint_id, "", "{\"Protocol\":6,\"ExternalPort\":80}"), &balancer));
    CHECK_EQUAL(HR(0x803B001Bu), create_load_balancer(balancer_document(endpoint_id, "", "{\"Protocol\":\"TCP\"}"), &balancer));
    CHECK_EQUAL(
        HR(0x803B001Bu),
        create_load_balancer(balancer_document(endpoint_id, "", "{\"Protocol\":6,\"InternalPort\":65536,\"ExternalPort\":80}"), &balancer));
    CHECK_EQUAL(0, counter("LoadBalancers"));
    CHECK(tear_down());
}

TEST(a_load_balancer_takes_a_whole_document_as_its_change, "the list of endpoints is replaced, from 15.4 on (F-44, F-79)") {
    HCN_LOADBALANCER balancer = NULL, other = NULL;
    CHECK(set_up());
    CHECK_EQUAL(OK_, create_load_balancer(balancer_document(endpoint_id, "\"10.0.0.1\"", MAPPING), &balancer));
    CHECK_EQUAL(OK_, create_load_balancer(balancer_document(endpoint_id, "\"10.0.0.2\"", MAPPING), &other));
    CHECK_EQUAL(PORT_ALREADY_EXISTS,
                CALL(HcnModifyLoadBalancer(balancer, wide(balancer_document(endpoint_id, "\"10.0.0.2\"", MAPPING)), &given_record)));
    CHECK_EQUAL(ENDPOINT_NOT_FOUND,
                CALL(HcnModifyLoadBalancer(balancer, wide(balancer_document(NOWHERE, "\"10.0.0.3\"", MAPPING)), &given_record)));
    CHECK_EQUAL(OK_, CALL(HcnModifyLoadBalancer(balancer, wide(balancer_document(endpoint_id, "\"10.0.0.3\"", MAPPING)), &given_record)));
    CHECK_EQUAL(OK_, CALL(HcnModifyLoadBalancer(other, wide(balancer_document(endpoint_id, "\"10.0.0.1\"", MAPPING)), &given_record)));
    CHECK_EQUAL(OK_, query_load_balancer(balancer, QUERY_2));
    CHECK(strstr(answer, "\"FrontendVIPs\":[\"10.0.0.3\"]"));
    PWSTR reason = NULL;
    CHECK_EQUAL(OK_, hcsffi_configure(wide("{\"WindowsBuild\":22621}"), &reason));
    CHECK_EQUAL(REQUEST_UNSUPPORTED,
                CALL(HcnModifyLoadBalancer(balancer, wide(balancer_document(endpoint_id, "\"10.0.0.4\"", MAPPING)), &given_record)));
    CHECK_EQUAL(OK_, hcsffi_configure(NULL, &reason));
    CHECK_EQUAL(OK_, delete_load_balancer(ID_OF(query_load_balancer, balancer)));
    CHECK_EQUAL(OK_, delete_load_balancer(ID_OF(query_load_balancer, other)));
    HcnCloseLoadBalancer(balancer);
    HcnCloseLoadBalancer(other);
    CHECK(tear_down());
}

TEST(a_route_is_taken_in_the_form_that_clients_send, "bits behind the prefix are set in it (F-80)") {
    HCN_SDNROUTE route = NULL;
    char document[512];
    CHECK(set_up());
    snprintf(document, sizeof document,
             "{\"HostComputeEndpoints\":[\"%s\"],\"Setting\":[{\"DestinationPrefix\":\"169.254.169.254/24\",\"NextHop\":\"127.10.0.34\"}],"
             "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}",
             endpoint_id);
    CHECK_EQUAL(OK_, create_sdn_route(document, &route));
    CHECK_EQUAL(OK_, query_sdn_route(route, QUERY_2));
    CHECK(strstr(answer, "\"Setting\":[{\"DestinationPrefix\":\"169.254.169.254/24\",\"NextHop\":\"127.10.0.34\",\"NeedEncap\":false}]"));
    CHECK_EQUAL(OK_, CALL(HcnEnumerateSdnRoutes(wide(""), &given_answer, &given_record)));
    CHECK_EQUAL(40, strlen(answer));
    CHECK_EQUAL(OK_, delete_sdn_route(ID_OF(query_sdn_route, route)));
    CHECK_EQUAL(HR(0x803B0031u), query_sdn_route(route, QUERY_2));
    HcnCloseSdnRoute(route);
    CHECK(tear_down());
}

TEST(a_reserved_port_is_nobody_elses, "a guest's server must not find its port taken by the host") {
    static const char document[] = "{\"VirtualMachineId\":\"11111111-2222-3333-4444-555555555555\",\"SchemaVersion\":{\"Major\":2}}";
    HCN_GUESTNETWORKSERVICE service = NULL, other = NULL;
    HANDLE first = NULL, second = NULL, third = NULL;
    HCN_PORT_RANGE_RESERVATION range = {0, 0};
    HCN_PORT_RANGE_ENTRY *entries = NULL;
    ULONG count = 7;
    CHECK_EQUAL(OK_, create_guest_service(document, &service));
    CHECK_EQUAL(ALREADY_EXISTS, create_guest_service(document, &other));
    CHECK_EQUAL(OK_, HcnReserveGuestNetworkServicePortRange(service, 3, &range, &first));
    CHECK_EQUAL(2, range.endingPort - range.startingPort);
    CHECK_EQUAL(PORT_ALREADY_EXISTS,
                HcnReserveGuestNetworkServicePort(service, HCN_PORT_PROTOCOL_UDP, HCN_PORT_ACCESS_EXCLUSIVE, range.startingPort, &second));
    CHECK(second == NULL);
    CHECK_EQUAL(OK_, HcnReleaseGuestNetworkServicePortReservationHandle(first));
    CHECK_EQUAL(OK_,
                HcnReserveGuestNetworkServicePort(service, HCN_PORT_PROTOCOL_BOTH, HCN_PORT_ACCESS_SHARED, range.startingPort, &first));
    CHECK_EQUAL(OK_,
                HcnReserveGuestNetworkServicePort(service, HCN_PORT_PROTOCOL_TCP, HCN_PORT_ACCESS_SHARED, range.startingPort, &second));
    CHECK_EQUAL(PORT_ALREADY_EXISTS,
                HcnReserveGuestNetworkServicePort(service, HCN_PORT_PROTOCOL_TCP, HCN_PORT_ACCESS_EXCLUSIVE, range.startingPort, &third));
    CHECK_EQUAL(OK_, HcnEnumerateGuestNetworkPortReservations(&count, &entries));
    CHECK_EQUAL(2, count);
    CHECK_EQUAL(range.startingPort, entries[0].StartingPort);
    CHECK_EQUAL(range.startingPort, entries[0].EndingPort);
    CHECK_EQUAL(0x11111111, entries[0].OwningPartitionId.Data1);
    CHECK_EQUAL(0x55, entries[0].OwningPartitionId.Data4[7]);
    HcnFreeGuestNetworkPortReservations(entries);
    HcnFreeGuestNetworkPortReservations(NULL);
    CHECK_EQUAL(E_INVALIDARG_, HcnReserveGuestNetworkServicePort(service, HCN_PORT_PROTOCOL_TCP, HCN_PORT_ACCESS_SHARED, 0, &third));
    CHECK_EQUAL(E_INVALIDARG_, HcnReserveGuestNetworkServicePort(service, (HCN_PORT_PROTOCOL)4, HCN_PORT_ACCESS_SHARED, 5, &third));
    CHECK_EQUAL(OK_, HcnReleaseGuestNetworkServicePortReservationHandle(first));
    CHECK_EQUAL(E_HANDLE_, HcnReleaseGuestNetworkServicePortReservationHandle(first));
    CHECK_EQUAL(OK_, CALL(HcnModifyGuestNetworkService(
                         service, wide("{\"ResourceType\":\"State\",\"RequestType\":\"Update\",\"Settings\":{\"State\":\"Synchronized\"}}"),
                         &given_record)));
    HcnCloseGuestNetworkService(service);
    CHECK_EQUAL(1, counter("PortReservations"));
    CHECK_EQUAL(OK_, HcnReleaseGuestNetworkServicePortReservationHandle(second));
    CHECK_EQUAL(OK_, hcsffi_shutdown()); /* its id was never told, and it outlives its handle */
    CHECK(nothing_is_left());
}

TEST(each_kind_of_object_and_each_handle_is_counted, "a client finds what it has not closed by these numbers, and by nothing else") {
    static const char service_document[] =
        "{\"VirtualMachineId\":\"11111111-2222-3333-4444-555555555556\",\"SchemaVersion\":{\"Major\":2}}";
    HCN_NAMESPACE space = NULL;
    HCN_LOADBALANCER balancer = NULL;
    HCN_SDNROUTE route = NULL;
    HCN_GUESTNETWORKSERVICE service = NULL;
    char document[512];
    CHECK(set_up());
    snprintf(document, sizeof document,
             "{\"HostComputeEndpoints\":[\"%s\"],\"Setting\":[{\"DestinationPrefix\":\"10.9.0.0/16\",\"NextHop\":\"10.0.0.9\"}],"
             "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}",
             endpoint_id);
    CHECK_EQUAL(OK_, create_sdn_route(document, &route));
    CHECK_EQUAL(OK_, create_namespace("{\"Type\":\"Guest\",\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}", &space));
    CHECK_EQUAL(OK_, create_load_balancer(balancer_document(endpoint_id, "", MAPPING), &balancer));
    CHECK_EQUAL(OK_, create_guest_service(service_document, &service));
    static const char *const kinds[] = {"Network", "Endpoint", "Namespace", "LoadBalancer", "SdnRoute", "GuestNetworkService"};
    char name[64];
    for (size_t at = 0; at < sizeof kinds / sizeof *kinds; ++at) {
        snprintf(name, sizeof name, "%ss", kinds[at]);
        CHECK_EQUAL(1, counter(name));
        snprintf(name, sizeof name, "%sHandles", kinds[at]);
        CHECK_EQUAL(1, counter(name));
    }
    CHECK_EQUAL(OK_, delete_sdn_route(ID_OF(query_sdn_route, route)));
    CHECK_EQUAL(OK_, delete_namespace(ID_OF(query_namespace, space)));
    CHECK_EQUAL(OK_, delete_load_balancer(ID_OF(query_load_balancer, balancer)));
    for (size_t at = 2; at < 5; ++at) { /* the objects are gone, and their handles are still to be closed */
        snprintf(name, sizeof name, "%ss", kinds[at]);
        CHECK_EQUAL(0, counter(name));
        snprintf(name, sizeof name, "%sHandles", kinds[at]);
        CHECK_EQUAL(1, counter(name));
    }
    HcnCloseSdnRoute(route);
    HcnCloseNamespace(space);
    HcnCloseLoadBalancer(balancer);
    HcnCloseGuestNetworkService(service);
    for (size_t at = 2; at < sizeof kinds / sizeof *kinds; ++at) {
        snprintf(name, sizeof name, "%sHandles", kinds[at]);
        CHECK_EQUAL(0, counter(name));
    }
    CHECK_EQUAL(1, counter("GuestNetworkServices"));
    HcnCloseEndpoint(endpoint);
    HcnCloseNetwork(network);
    CHECK_EQUAL(0, counter("EndpointHandles"));
    CHECK_EQUAL(0, counter("NetworkHandles"));
    CHECK_EQUAL(1, counter("Endpoints"));
    CHECK_EQUAL(1, counter("Networks"));
    CHECK_EQUAL(OK_, hcsffi_shutdown()); /* the service's id was never told */
    CHECK(nothing_is_left());
}

/* ---- notifications ---- */

enum { MOST_NOTED = 64 };
static struct {
    pthread_mutex_t mutex;
    int count;
    DWORD kinds[MOST_NOTED];
    char texts[MOST_NOTED][128];
} noted = {PTHREAD_MUTEX_INITIALIZER, 0, {0}, {{0}}};

static void note(DWORD kind, void *context, HRESULT status, PCWSTR text) {
    char *copy = narrow(text);
    pthread_mutex_lock(&noted.mutex);
    if (context == &noted && status == 0 && noted.count < MOST_NOTED) {
        noted.kinds[noted.count] = kind;
        snprintf(noted.texts[noted.count++], sizeof noted.texts[0], "%s", copy ? copy : "");
    }
    pthread_mutex_unlock(&noted.mutex);
    free(copy);
}

static int noted_so_far(void) {
    pthread_mutex_lock(&noted.mutex);
    const int count = noted.count;
    pthread_mutex_unlock(&noted.mutex);
    return count;
}

static int noted_in_time(int wanted) {
    for (int turn = 0; turn < 12000 && noted_so_far() < wanted; ++turn) wait_ms(5);
    return noted_so_far() >= wanted;
}

TEST(what_happens_to_networks_is_told_in_order, "pre comes before the change, the rest after it, nothing after the end (F-45)") {
    static const DWORD expected[] = {HcnNotificationNetworkPreCreate,        HcnNotificationNetworkCreate,
                                     HcnNotificationNamespaceCreate,         HcnNotificationNetworkEndpointAttached,
                                     HcnNotificationNetworkEndpointDetached, HcnNotificationNamespaceDelete,
                                     HcnNotificationNetworkPreDelete,        HcnNotificationNetworkDelete};
    HCN_CALLBACK callback = NULL;
    HCN_NAMESPACE place = NULL;
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    CHECK(set_up());
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    CHECK_EQUAL(OK_, change_member(place, "Add", endpoint_id));
    CHECK_EQUAL(OK_, delete_namespace(ID_OF(query_namespace, place)));
    HcnCloseNamespace(place);
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(network_id));
    CHECK(noted_in_time(8));
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    CHECK_EQUAL(E_HANDLE_, HcnUnregisterServiceCallback(callback));
    for (int at = 0; at < 8; ++at) CHECK_EQUAL(expected[at], noted.kinds[at]);
    CHECK(strstr(noted.texts[0], network_id) && strstr(noted.texts[7], network_id) && strstr(noted.texts[3], endpoint_id));
    HcnCloseNetwork(network);
    CHECK(set_up());
    CHECK_EQUAL(8, noted_so_far());
    CHECK(tear_down());
}

TEST(a_refused_change_is_not_told, "a client would wait for what never comes") {
    HCN_CALLBACK callback = NULL;
    HCN_NETWORK other = NULL;
    CHECK(set_up());
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    CHECK_EQUAL(HR(0x803B0010u), create_network(NAT_NETWORK, &other));
    CHECK_EQUAL(HR(0x803B0001u), delete_network(NOWHERE));
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    CHECK_EQUAL(0, noted_so_far());
    CHECK(tear_down());
}

TEST(each_way_into_a_namespace_and_out_of_it_is_told, "an agent follows adapters by nothing else, whoever moves them (F-45)") {
    static const DWORD attached = HcnNotificationNetworkEndpointAttached, detached = HcnNotificationNetworkEndpointDetached;
    HCN_CALLBACK callback = NULL;
    HCN_NAMESPACE place = NULL;
    HCN_ENDPOINT inside = NULL;
    char document[256], place_id[40], inside_id[40];
    CHECK(set_up());
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    snprintf(place_id, sizeof place_id, "%s", ID_OF(query_namespace, place));
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    snprintf(document, sizeof document, "{\"HostComputeNamespace\":\"%s\",\"SchemaVersion\":{\"Major\":2}}", place_id);
    CHECK_EQUAL(OK_, create_endpoint(network, document, &inside)); /* created into it */
    snprintf(inside_id, sizeof inside_id, "%s", ID_OF(query_endpoint, inside));
    CHECK_EQUAL(OK_, change_member(place, "Remove", inside_id));
    CHECK_EQUAL(OK_, change_member(place, "Add", endpoint_id));
    CHECK_EQUAL(OK_, change_member(place, "Add", inside_id));
    CHECK_EQUAL(OK_, delete_endpoint(endpoint_id)); /* deleted in it */
    CHECK_EQUAL(OK_, delete_namespace(place_id));
    const struct {
        DWORD kind;
        const char *id;
    } expected[] = {{attached, inside_id},
                    {detached, inside_id},
                    {attached, endpoint_id},
                    {attached, inside_id},
                    {detached, endpoint_id},
                    {detached, inside_id},
                    {HcnNotificationNamespaceDelete, place_id}};
    CHECK(noted_in_time(7));
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    for (int at = 0; at < 7; ++at) CHECK(expected[at].kind == noted.kinds[at] && strstr(noted.texts[at], expected[at].id) != NULL);
    CHECK_EQUAL(7, noted_so_far());
    CHECK_EQUAL(OK_, delete_endpoint(inside_id));
    HcnCloseNamespace(place);
    HcnCloseEndpoint(inside);
    CHECK(tear_down());
}

TEST(an_endpoint_at_a_machines_adapter_is_told_when_it_comes_and_goes, "an agent follows adapters by nothing else (F-45)") {
    static const char attach[] =
        "{\"ResourceType\":\"Port\",\"RequestType\":\"Add\",\"Settings\":{\"VirtualMachineId\":\"11111111-2222-3333-4444-555555555555\"}}";
    static const char refresh[] = "{\"ResourceType\":\"Port\",\"RequestType\":\"Refresh\"}";
    static const char detach[] = "{\"ResourceType\":\"Port\",\"RequestType\":\"Remove\"}";
    static const DWORD expected[] = {HcnNotificationNetworkEndpointAttached, HcnNotificationNetworkEndpointDetached,
                                     HcnNotificationNetworkEndpointAttached, HcnNotificationNetworkEndpointDetached};
    HCN_CALLBACK callback = NULL;
    CHECK(set_up());
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    CHECK_EQUAL(HR(0x803B0034u), modify_endpoint(endpoint, detach));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, refresh));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, attach));
    CHECK_EQUAL(HR(0x803B0014u), modify_endpoint(endpoint, attach));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, refresh));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, detach));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, attach));
    CHECK_EQUAL(OK_, delete_endpoint(endpoint_id)); /* whoever is attached hears of the end, too */
    CHECK(noted_in_time(4));
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    CHECK_EQUAL(4, noted_so_far());
    for (int at = 0; at < 4; ++at) {
        CHECK_EQUAL(expected[at], noted.kinds[at]);
        CHECK(strstr(noted.texts[at], endpoint_id));
    }
    CHECK(tear_down());
}

TEST(an_endpoint_of_a_new_machine_is_told_with_it, "an agent follows adapters by nothing else, whoever plugs them (F-45)") {
    static const DWORD expected[] = {HcnNotificationNetworkEndpointAttached, HcnNotificationNetworkEndpointDetached};
    char document[512];
    HCS_SYSTEM machine = NULL;
    HCN_CALLBACK callback = NULL;
    CHECK(set_up());
    snprintf(document, sizeof document,
             "{\"Owner\":\"tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"VirtualMachine\":{\"Chipset\":{\"Uefi\":{}},"
             "\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":64},\"Processor\":{\"Count\":1}},"
             "\"Devices\":{\"NetworkAdapters\":{\"a\":{\"EndpointId\":\"%s\"}}}}}",
             endpoint_id);
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    CHECK_EQUAL(OK_, create_system("wired", document, &machine));
    CHECK(noted_in_time(1));
    CHECK_EQUAL(OK_, start_system(machine));
    CHECK_EQUAL(OK_, terminate_system(machine));
    CHECK(noted_in_time(2));
    HcsCloseComputeSystem(machine);
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    CHECK_EQUAL(2, noted_so_far());
    for (int at = 0; at < 2; ++at) {
        CHECK_EQUAL(expected[at], noted.kinds[at]);
        CHECK(strstr(noted.texts[at], endpoint_id));
    }
    CHECK(tear_down());
}

static HCN_CALLBACK own_callback;
static HRESULT own_code = HR(0x80004005u);

static void unregister_itself(DWORD kind, void *context, HRESULT status, PCWSTR text) {
    HCN_NETWORK inner = NULL;
    note(kind, context, status, text);
    if (kind != HcnNotificationNetworkPreCreate || own_callback == NULL) return;
    const HCN_CALLBACK callback = own_callback;
    own_callback = NULL;
    PWSTR unused = NULL;
    HcnCreateNetwork(&ANY_ID, wide("{\"Name\":\"inner\",\"Type\":\"L2Bridge\",\"SchemaVersion\":{\"Major\":2}}"), &inner, &unused);
    HcnCloseNetwork(inner);
    own_code = HcnUnregisterServiceCallback(callback);
}

TEST(a_callback_may_call_and_unregister_itself, "a client that has seen enough leaves, and nobody waits for himself") {
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(unregister_itself, &noted, &own_callback));
    CHECK(set_up());
    CHECK(noted_in_time(1));
    for (int turn = 0; turn < 12000 && own_code != OK_; ++turn) wait_ms(5);
    CHECK_EQUAL(OK_, own_code);
    CHECK_EQUAL(1, noted_so_far());
    CHECK_EQUAL(OK_, CALL(HcnEnumerateNetworks(wide("{\"Filter\":\"{\\\"Name\\\":\\\"inner\\\"}\"}"), &given_answer, &given_record)));
    char inner[40];
    snprintf(inner, sizeof inner, "%.36s", answer + 2);
    CHECK_EQUAL(OK_, delete_network(inner));
    CHECK(tear_down());
}

TEST(the_end_of_the_service_is_told_and_the_networks_stay, "a failed call does not mean that the object is gone (F-43)") {
    HCN_CALLBACK callback = NULL;
    PWSTR reason = NULL;
    CHECK(set_up());
    CHECK_EQUAL(OK_, HcnRegisterServiceCallback(note, &noted, &callback));
    CHECK_EQUAL(OK_, hcsffi_configure(wide("{\"ServiceDisconnect\":true}"), &reason));
    CHECK(noted_in_time(1));
    CHECK_EQUAL(HcnNotificationServiceDisconnect, noted.kinds[0]);
    CHECK_EQUAL(OK_, query_network(network, QUERY_2));
    CHECK_EQUAL(OK_, HcnUnregisterServiceCallback(callback));
    CHECK(tear_down());
}

TEST(a_guest_service_tells_its_state_to_those_who_listen_to_it, "one machine's state is nobody else's business") {
    static const char update[] = "{\"ResourceType\":\"State\",\"RequestType\":\"Update\",\"Settings\":{\"State\":\"Paused\"}}";
    const GUID id = guid_of(NOWHERE);
    HCN_GUESTNETWORKSERVICE service = NULL;
    HCN_CALLBACK callback = NULL;
    CHECK_EQUAL(OK_, CALL(HcnCreateGuestNetworkService(&id, wide("{\"SchemaVersion\":{\"Major\":2}}"), &service, &given_record)));
    CHECK_EQUAL(OK_, HcnRegisterGuestNetworkServiceCallback(service, note, &noted, &callback));
    CHECK_EQUAL(OK_, CALL(HcnModifyGuestNetworkService(service, wide(update), &given_record)));
    CHECK_EQUAL(OK_, CALL(HcnModifyGuestNetworkService(service, wide(update), &given_record)));
    CHECK(noted_in_time(1));
    CHECK_EQUAL(OK_, HcnUnregisterGuestNetworkServiceCallback(callback));
    CHECK_EQUAL(1, noted_so_far()); /* the second changed nothing */
    CHECK_EQUAL(HcnNotificationGuestNetworkServiceStateChanged, noted.kinds[0]);
    CHECK(strstr(noted.texts[0], "\"State\":\"Paused\""));
    CHECK_EQUAL(OK_, delete_guest_service(NOWHERE));
    CHECK_EQUAL(HR(0x803B0031u), CALL(HcnModifyGuestNetworkService(service, wide(update), &given_record)));
    HcnCloseGuestNetworkService(service);
    CHECK(nothing_is_left());
}
