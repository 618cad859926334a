/* One whole life of a container on a network of its own, with a port of the machine that leads to it, through the plain C ABI: network,
 * endpoint and namespace are made, the container is started on them, a rule comes while it runs, the port is asked, the endpoint is taken
 * away, the container ended, everything deleted (living.h).
 *
 * Packets are carried by what the host starts: a tree that holds the networks, one that the machine's tools run in, and a relay. It needs a
 * machine where containers have networks (docs/networks.md). Nobody listens inside: the relay then ends what it has accepted. */
#include "living.h"

#define HcsCreateOperation(...) IN_HOST(HcsCreateOperation(__VA_ARGS__))
#define HcsCloseOperation(...) IN_HOST_SILENT(HcsCloseOperation(__VA_ARGS__))
#define HcsWaitForOperationResult(...) IN_HOST(HcsWaitForOperationResult(__VA_ARGS__))
#define HcsCreateComputeSystem(...) IN_HOST(HcsCreateComputeSystem(__VA_ARGS__))
#define HcsOpenComputeSystem(...) IN_HOST(HcsOpenComputeSystem(__VA_ARGS__))
#define HcsStartComputeSystem(...) IN_HOST(HcsStartComputeSystem(__VA_ARGS__))
#define HcsTerminateComputeSystem(...) IN_HOST(HcsTerminateComputeSystem(__VA_ARGS__))
#define HcsCloseComputeSystem(...) IN_HOST_SILENT(HcsCloseComputeSystem(__VA_ARGS__))
#define HcnCreateNetwork(...) IN_HOST(HcnCreateNetwork(__VA_ARGS__))
#define HcnDeleteNetwork(...) IN_HOST(HcnDeleteNetwork(__VA_ARGS__))
#define HcnCloseNetwork(...) IN_HOST(HcnCloseNetwork(__VA_ARGS__))
#define HcnCreateEndpoint(...) IN_HOST(HcnCreateEndpoint(__VA_ARGS__))
#define HcnModifyEndpoint(...) IN_HOST(HcnModifyEndpoint(__VA_ARGS__))
#define HcnDeleteEndpoint(...) IN_HOST(HcnDeleteEndpoint(__VA_ARGS__))
#define HcnCloseEndpoint(...) IN_HOST(HcnCloseEndpoint(__VA_ARGS__))
#define HcnCreateNamespace(...) IN_HOST(HcnCreateNamespace(__VA_ARGS__))
#define HcnModifyNamespace(...) IN_HOST(HcnModifyNamespace(__VA_ARGS__))
#define HcnDeleteNamespace(...) IN_HOST(HcnDeleteNamespace(__VA_ARGS__))
#define HcnCloseNamespace(...) IN_HOST(HcnCloseNamespace(__VA_ARGS__))
#define hcsffi_counters(...) IN_HOST(hcsffi_counters(__VA_ARGS__))
#define hcsffi_local_free(...) IN_HOST_SILENT(hcsffi_local_free(__VA_ARGS__))
#define hcsffi_co_task_mem_free(...) IN_HOST_SILENT(hcsffi_co_task_mem_free(__VA_ARGS__))
#define hcsffi_shutdown(...) IN_HOST(hcsffi_shutdown(__VA_ARGS__))
#include "hcn_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#define V2 "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}"
#define NETWORK_ID "C0DE0001-0000-4000-8000-000000000001"
#define ENDPOINT_ID "C0DE0001-0000-4000-8000-000000000002"
#define PLACE_ID "C0DE0001-0000-4000-8000-000000000003"
#define OUT_OF_MEMORY_ HR(0x8007000Eu)
#define NETWORK_NOT_FOUND HR(0x803B0001u)
#define ENDPOINT_NOT_FOUND HR(0x803B0002u)

static bool went(const char *step, HRESULT code) {
    const bool carried_out = told(step, code, member(record, "Error"));
    record[0] = '\0';
    return carried_out;
}

static HCS_OPERATION operation_for(const char *step) {
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    if (!operation) told(step, OUT_OF_MEMORY_, NULL);
    return operation;
}

static bool outcome(const char *step, HCS_OPERATION operation, HRESULT accepted) {
    char *text = NULL;
    const HRESULT code = outcome_of(accepted, operation, NULL, &text);
    const bool carried_out = told(step, code, member(text, "ErrorMessage"));
    free(text);
    return carried_out;
}

/* A call that takes `operation` by that name. */
#define ASKED(step, call)                                     \
    ({                                                        \
        const HCS_OPERATION operation = operation_for(step);  \
        operation ? outcome(step, operation, (call)) : false; \
    })

/* ---- networks ---- */

static HCN_NETWORK network;
static HCN_ENDPOINT endpoint;
static HCN_NAMESPACE place;
static uint16_t port; /* another one in every process: lives may be lived side by side */

static bool make_networks(void) {
    char with_mapping[256];
    sprintf(with_mapping,
            "{\"Policies\":[{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":80,\"ExternalPort\":%d}}]," V2 "}",
            port);
    const GUID ids[] = {guid_of(NETWORK_ID), guid_of(ENDPOINT_ID), guid_of(PLACE_ID)};
    return went("create of the network", CALL(HcnCreateNetwork(&ids[0], wide(NAT_NETWORK), &network, &given_record))) &&
           went("create of the endpoint", CALL(HcnCreateEndpoint(network, &ids[1], wide(with_mapping), &endpoint, &given_record))) &&
           went("create of the namespace", CALL(HcnCreateNamespace(&ids[2], wide(PLAIN_NAMESPACE), &place, &given_record)));
}

static bool changed(const char *step, const char *verb) { return went(step, change_member(place, verb, ENDPOINT_ID)); }

/* What is not there any more, because a step before was refused, is no refusal. */
static void delete_one(const char *step, HRESULT (*delete)(const char *), const char *id, HRESULT not_found) {
    for (int turn = 0; turn < 2; ++turn) {
        const HRESULT code = delete(id);
        record[0] = '\0';
        if (code == not_found || went(step, code)) return;
    }
}

static void delete_networks(void) {
    if (place && HcnCloseNamespace(place) < 0) fault("the handle of the namespace cannot be closed");
    if (endpoint && HcnCloseEndpoint(endpoint) < 0) fault("the handle of the endpoint cannot be closed");
    if (network && HcnCloseNetwork(network) < 0) fault("the handle of the network cannot be closed");
    place = endpoint = network = NULL;
    delete_one("delete of the namespace", delete_namespace, PLACE_ID, NOT_FOUND_);
    delete_one("delete of the endpoint", delete_endpoint, ENDPOINT_ID, ENDPOINT_NOT_FOUND);
    delete_one("delete of the network", delete_network, NETWORK_ID, NETWORK_NOT_FOUND);
}

/* ---- the port: of the client's own asking, so nothing of it fails ---- */

static bool is_open(void) {
    struct sockaddr_in address;
    char byte;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool open = connect(one, (const struct sockaddr *)&address, sizeof address) == 0;
    if (open && at_peace && recv(one, &byte, 1, 0) > 0) fault("somebody answers where nobody listens");
    close(one);
    return open;
}

static void expect_closed(const char *when) {
    if (is_open()) fault("the port is open %s", when);
}

/* ---- the container ---- */

#define ON_NETWORK \
    "{\"Owner\":\"tests\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Container\":{\"Networking\":{\"Namespace\":\"" PLACE_ID "\"}}}"

static void use_network(void) {
    static const char rule[] =
        "{\"ResourceType\":\"Policy\",\"RequestType\":\"Add\",\"Settings\":{\"Policies\":[{\"Type\":\"ACL\",\"Settings\":{"
        "\"Protocols\":\"6\",\"Action\":\"Block\",\"Direction\":\"In\",\"LocalPorts\":\"81\",\"RuleType\":\"Switch\","
        "\"Priority\":200}}]}}";
    if (at_peace && counter("PublishedPorts") != 1) fault("%lld ports are published, not 1", counter("PublishedPorts"));
    if (!is_open() && at_peace) fault("the port is closed while the container runs");
    went("rule", CALL(HcnModifyEndpoint(endpoint, wide(rule), &given_record)));
    if (!changed("removal of the endpoint", "Remove")) return;
    expect_closed("without its endpoint");
    changed("return of the endpoint", "Add");
}

/* What has ended already answers so: that is no refusal. */
static bool has_ended(HRESULT code) {
    return code >= 0 || code == SYSTEM_ALREADY_STOPPED_ || code == INVALID_STATE_ || code == SYSTEM_NOT_FOUND_ || code == HR(0x80370106u);
}

static void end(HCS_SYSTEM system) {
    if (ASKED("terminate", HcsTerminateComputeSystem(system, operation, NULL)) || at_peace) return;
    announce_peace();
    const HRESULT code = terminate_system(system);
    printf("second terminate 0x%08X\n", (unsigned)code);
    if (!has_ended(code)) fault("the container cannot be terminated: 0x%08X", (unsigned)code);
}

static void run_container(void) {
    HCS_SYSTEM system = NULL;
    if (ASKED("create", HcsCreateComputeSystem(wide("published"), wide(ON_NETWORK), operation, NULL, &system)) && system) {
        if (ASKED("start", HcsStartComputeSystem(system, operation, NULL))) {
            use_network();
        } else {
            expect_closed("although the start was refused");
        }
        end(system);
        expect_closed("after the end");
    }
    if (system) HcsCloseComputeSystem(system);
}

static void live(void) {
    if (make_networks() && changed("addition of the endpoint", "Add")) run_container();
    delete_networks();
}

/* ---- what is left ---- */

static void end_what_is_left(void) {
    HCS_SYSTEM system = NULL;
    delete_networks();
    const HRESULT code = HcsOpenComputeSystem(wide("published"), 0, &system);
    if (code != SYSTEM_NOT_FOUND_) fault("the container is still there: 0x%08X", (unsigned)code);
    if (system) HcsCloseComputeSystem(system);
    expect_closed("and everything has ended");
    if (!nothing_is_left()) fault("objects are left");
}

static HRESULT shut_down(void) { return hcsffi_shutdown(); }

int main(void) {
    port = (uint16_t)(20000 + getpid() % 10000);
    return live_twice(live, end_what_is_left, shut_down);
}
