/* Policies of endpoints, networks and subnets through the C surface. */
#include "harness.h"
#include "hcn_client.h"

#define POLICY_NOT_FOUND HR(0x803B0008u)
#define INVALID_POLICY HR(0x803B000Du)
#define INVALID_POLICY_TYPE HR(0x803B000Eu)
#define POLICY_ALREADY_EXISTS HR(0x803B0012u)
#define PORT_ALREADY_EXISTS HR(0x803B0013u)
#define REQUEST_UNSUPPORTED HR(0x803B0015u)
#define MAPPING_NOT_SUPPORTED HR(0x803B0016u)

static HCN_NETWORK network;
static HCN_ENDPOINT endpoint;

static int set_up(const char *network_document) {
    return create_network(network_document, &network) >= 0 && create_endpoint(network, PLAIN_ENDPOINT, &endpoint) >= 0;
}

static int tear_down(void) {
    HcnCloseEndpoint(endpoint);
    delete_network(ID_OF(query_network, network));
    HcnCloseNetwork(network);
    return nothing_is_left();
}

/* {"Policies":[...]} as a request's settings. */
static const char *request_of(const char *verb, const char *policies) {
    static char request[8192];
    snprintf(request, sizeof request, "{\"ResourceType\":\"Policy\",\"RequestType\":\"%s\",\"Settings\":{\"Policies\":[%s]}}", verb,
             policies);
    return request;
}

static const char *endpoint_with(const char *policies) {
    static char document[8192];
    snprintf(document, sizeof document, "{\"Policies\":[%s],\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}", policies);
    return document;
}

#define PORT_MAPPING(outside) "{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":80,\"ExternalPort\":" outside "}}"
#define ACL(direction)                                                                                                        \
    "{\"Type\":\"ACL\",\"Settings\":{\"Protocols\":\"6\",\"Action\":\"Block\",\"Direction\":\"" direction                     \
    "\",\"LocalAddresses\":\"192.168.100.0/24,10.0.0.21\",\"RemoteAddresses\":\"192.168.100.0/24,10.0.0.22\",\"LocalPorts\":" \
    "\"80,8080\",\"RemotePorts\":\"80,8080-8090\",\"RuleType\":\"Switch\",\"Priority\":200}}"

TEST(policies_come_back_as_they_were_sent, "a client compares what it reads with what it wants (F-31, F-58)") {
    CHECK(set_up(NETWORK_DOCUMENT("p", "L2Bridge", "192.168.100.0/24", "192.168.100.1")));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Add", ACL("In") "," PORT_MAPPING("8080"))));
    CHECK_EQUAL(OK_, query_endpoint(endpoint, QUERY_2));
    CHECK(strstr(answer, "{\"Type\":\"PortMapping\",\"Settings\":{\"ExternalPort\":8080,\"InternalPort\":80,\"Protocol\":6}}"));
    CHECK(strstr(answer, "\"LocalAddresses\":\"192.168.100.0/24,10.0.0.21\"") && strstr(answer, "\"Priority\":200"));
    CHECK_EQUAL(OK_, query_endpoint(endpoint, NULL)); /* F-72: flat in the old shape, the protocol by its name */
    CHECK(strstr(answer, "{\"Type\":\"NAT\",\"ExternalPort\":8080,\"InternalPort\":80,\"Protocol\":\"tcp\"}"));
    CHECK(tear_down());
}

TEST(policies_of_endpoints_are_changed_as_clients_change_them, "ACL pairs by Update, a proxy by Add (F-32, F-70)") {
    static const char proxy[] =
        "{\"Type\":\"L4WFPPROXY\",\"Settings\":{\"InboundProxyPort\":\"80\",\"OutboundProxyPort\":\"81\",\"FilterTuple\":{"
        "\"Protocols\":\"6\","
        "\"RemoteAddresses\":\"10.0.0.4\",\"Priority\":8},\"InboundExceptions\":{\"IpAddressExceptions\":[\"12.0.1.12\"],"
        "\"PortExceptions\":"
        "[\"8181\"]}}}";
    static const char tiers[] =
        "{\"Type\":\"TierAcl\",\"Settings\":{\"Name\":\"TierAcl1\",\"Direction\":\"In\",\"Order\":1,\"TierAclRules\":[{\"Id\":\"r\","
        "\"TierAclRuleAction\":\"Block\",\"Protocols\":\"6\",\"RemotePorts\":\"80\",\"Priority\":2000}]}}";
    CHECK(set_up(NAT_NETWORK));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Update", ACL("In") "," ACL("Out"))));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Add", proxy)));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Update", ACL("In"))));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Update", tiers)));
    CHECK_EQUAL(OK_, query_endpoint(endpoint, QUERY_2));
    CHECK_EQUAL(1, count_of(answer, "\"Type\":\"ACL\""));
    CHECK_EQUAL(1, count_of(answer, "\"Type\":\"L4WFPPROXY\""));
    CHECK_EQUAL(1, count_of(answer, "\"Type\":\"TierAcl\""));
    CHECK_EQUAL(POLICY_ALREADY_EXISTS, modify_endpoint(endpoint, request_of("Add", proxy)));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Remove", proxy)));
    CHECK_EQUAL(POLICY_NOT_FOUND, modify_endpoint(endpoint, request_of("Remove", proxy)));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Remove", "{\"Type\":\"ACL\"}")));
    CHECK_EQUAL(OK_, query_endpoint(endpoint, QUERY_2));
    CHECK(!strstr(answer, "\"ACL\"") && !strstr(answer, "L4WFPPROXY"));
    CHECK_EQUAL(REQUEST_UNSUPPORTED, modify_endpoint(endpoint, request_of("Reset", "")));
    CHECK(tear_down());
}

TEST(policies_of_networks_are_added_and_removed, "remote subnets and host routes, the latter by type (F-56)") {
    static const char subnet[] =
        "{\"Type\":\"RemoteSubnetRoute\",\"Settings\":{\"DestinationPrefix\":\"192.168.2.0/24\",\"IsolationId\":5000,\"ProviderAddress\":"
        "\"1.1.1.1\",\"DistributedRouterMacAddress\":\"00-12-34-56-78-9a\"}}";
    static const char host_route[] = "{\"Type\":\"HostRoute\",\"Settings\":{}}";
    static const char rule[] =
        "{\"Type\":\"NetworkACL\",\"Settings\":{\"Protocols\":\"6\",\"Action\":\"Block\",\"Direction\":\"In\","
        "\"RemoteAddresses\":\"10.0.0.4\"}}";
    static const char *const policies[] = {subnet, host_route, rule};
    CHECK(set_up(NETWORK_DOCUMENT("o", "Overlay", "192.168.100.0/24", "192.168.100.1")));
    CHECK_EQUAL(OK_, query_network(network, QUERY_2));
    CHECK(text_is(answer, "Type", "Overlay") &&
          strstr(answer, "{\"Type\":\"ProviderAddress\",\"Settings\":{\"ProviderAddress\":\"")); /* F-57 */
    for (int at = 0; at < 3; ++at) {
        CHECK_EQUAL(OK_, modify_network(network, request_of("Add", policies[at])));
        CHECK_EQUAL(OK_, query_network(network, QUERY_2));
        CHECK(strstr(answer, at == 0 ? "RemoteSubnetRoute" : at == 1 ? "HostRoute" : "NetworkACL"));
        CHECK_EQUAL(OK_, modify_network(network, request_of("Remove", policies[at])));
        CHECK_EQUAL(OK_, query_network(network, QUERY_2));
        CHECK(!strstr(answer, "RemoteSubnetRoute") && !strstr(answer, "HostRoute") && !strstr(answer, "NetworkACL"));
    }
    CHECK(tear_down());
}

TEST(a_port_of_the_host_leads_to_one_endpoint, "a client tells a taken port by this code (F-30)") {
    HCN_ENDPOINT other = NULL;
    CHECK(set_up(NAT_NETWORK));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Add", PORT_MAPPING("8080"))));
    CHECK_EQUAL(PORT_ALREADY_EXISTS, create_endpoint(network, endpoint_with(PORT_MAPPING("8080")), &other));
    CHECK_EQUAL(OK_, create_endpoint(network, endpoint_with(PORT_MAPPING("8081")), &other));
    CHECK_EQUAL(PORT_ALREADY_EXISTS, modify_endpoint(other, request_of("Add", PORT_MAPPING("8080"))));
    CHECK_EQUAL(OK_, query_endpoint(other, QUERY_2));
    CHECK(strstr(answer, "8081") && !strstr(answer, "8080"));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Update", PORT_MAPPING("9090"))));
    CHECK_EQUAL(OK_, modify_endpoint(other, request_of("Add", PORT_MAPPING("8080"))));
    CHECK_EQUAL(OK_, delete_endpoint(ID_OF(query_endpoint, other)));
    HcnCloseEndpoint(other);
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Add", PORT_MAPPING("8080") "," PORT_MAPPING("8081"))));
    CHECK(tear_down());
}

TEST(nothing_is_mapped_into_a_private_network, "no way leads in from outside") {
    CHECK(set_up(NETWORK_DOCUMENT("p", "Private", "10.1.0.0/24", "10.1.0.1")));
    CHECK_EQUAL(MAPPING_NOT_SUPPORTED, modify_endpoint(endpoint, request_of("Add", PORT_MAPPING("8080"))));
    CHECK(tear_down());
}

TEST(a_policy_belongs_where_it_works, "an endpoint's policy on a network would do nothing, and nobody would know") {
    static const char *const wrong[] = {"{\"Type\":\"VSID\",\"Settings\":{\"IsolationId\":5}}", "{\"Type\":\"HostRoute\",\"Settings\":{}}",
                                        "{\"Type\":\"Nonsense\",\"Settings\":{}}"};
    CHECK(set_up(NAT_NETWORK));
    for (int at = 0; at < 3; ++at) CHECK_EQUAL(INVALID_POLICY_TYPE, modify_endpoint(endpoint, request_of("Add", wrong[at])));
    CHECK_EQUAL(INVALID_POLICY_TYPE, modify_network(network, request_of("Add", ACL("In"))));
    PWSTR reason = NULL;
    CHECK_EQUAL(OK_, hcsffi_configure(wide("{\"WindowsBuild\":19041}"), &reason)); /* F-16: 11.11 has no tiers */
    CHECK_EQUAL(INVALID_POLICY_TYPE,
                modify_endpoint(endpoint, request_of("Add", "{\"Type\":\"TierAcl\",\"Settings\":{\"Name\":\"t\",\"Direction\":\"In\"}}")));
    CHECK_EQUAL(OK_, hcsffi_configure(NULL, &reason));
    CHECK(tear_down());
}

TEST(settings_are_checked_where_they_are_given, "a malformed policy is refused before it is there (F-31)") {
    static const struct {
        const char *policy;
        uint32_t code;
    } wrong[] = {
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Block\",\"Direction\":\"Out\",\"LocalAddresses\":\"Any\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Direction\":\"Out\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Perhaps\",\"Direction\":\"Out\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Block\",\"Direction\":\"Out\",\"LocalPorts\":\"80,0\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Block\",\"Direction\":\"Out\",\"LocalPorts\":\"65536\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Block\",\"Direction\":\"Out\",\"Protocols\":\"tcp\"}}", 0x803B000Du},
        {"{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Block\",\"Direction\":\"Out\",\"Protocols\":6}}", 0x803B001Bu},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":\"TCP\",\"InternalPort\":80,\"ExternalPort\":81}}", 0x803B001Bu},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":1,\"InternalPort\":80,\"ExternalPort\":81}}", 0x803B000Du},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":0,\"ExternalPort\":81}}", 0x803B002Du},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"ExternalPort\":81}}", 0x803B002Du},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":80,\"ExternalPort\":0}}", 0x803B000Du},
        {"{\"Type\":\"PortMapping\",\"Settings\":{\"Protocol\":6,\"InternalPort\":80,\"ExternalPort\":65536}}", 0x803B001Bu},
        {"{\"Type\":\"PortMapping\",\"Settings\":\"{}\"}", 0x803B001Bu},
        {"{\"Type\":\"OutBoundNAT\",\"Settings\":{\"Exceptions\":[\"10.200.0.0/33\"]}}", 0x803B000Du},
        {"{\"Type\":\"OutBoundNAT\",\"Settings\":{\"Exceptions\":\"10.200.0.0/16\"}}", 0x803B001Bu},
        {"{\"Type\":\"SDNRoute\",\"Settings\":{\"NeedEncap\":true}}", 0x803B000Du},
        {"{\"Type\":\"ProviderAddress\",\"Settings\":{\"ProviderAddress\":\"::ffff:1.2.3.4\"}}", 0x803B000Du},
        {"{\"Type\":\"VLAN\",\"Settings\":{\"IsolationId\":4095}}", 0x803B000Du},
        {"{\"Type\":\"PortName\",\"Settings\":{\"Name\":\"\"}}", 0x803B000Du},
        {"{\"Settings\":{}}", 0x803B000Du},
        {"17", 0x803B001Bu},
    };
    CHECK(set_up(NAT_NETWORK));
    for (size_t at = 0; at < sizeof wrong / sizeof wrong[0]; ++at) {
        if (modify_endpoint(endpoint, request_of("Add", wrong[at].policy)) != (HRESULT)wrong[at].code)
            fprintf(stderr, "%s\n%s\n", wrong[at].policy, record);
        CHECK_EQUAL((HRESULT)wrong[at].code, modify_endpoint(endpoint, request_of("Add", wrong[at].policy)));
    }
    CHECK_EQUAL(OK_, query_endpoint(endpoint, QUERY_2));
    CHECK(strstr(answer, "\"Policies\":[]"));
    CHECK(tear_down());
}

TEST(rules_may_name_the_sets_of_their_network, "network policies of kubernetes do, and only what is there can be meant") {
    static const char set[] =
        "{\"Type\":\"SetPolicy\",\"Settings\":{\"PolicyType\":\"IPSET\",\"Id\":\"azure-npm-1\",\"Name\":\"ns\","
        "\"Values\":\"10.0.0.1,10.0.0.2\"}}";
    static const char rule[] =
        "{\"Type\":\"ACL\",\"Settings\":{\"Action\":\"Allow\",\"Direction\":\"In\",\"RemoteAddresses\":\"azure-npm-1\","
        "\"RuleType\":\"Switch\"}}";
    CHECK(set_up(NAT_NETWORK));
    CHECK_EQUAL(INVALID_POLICY, modify_endpoint(endpoint, request_of("Add", rule)));
    CHECK_EQUAL(OK_, modify_network(network, request_of("Add", set)));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, request_of("Add", rule)));
    CHECK(tear_down());
}

TEST(policies_of_the_old_shape_are_read, "a container daemon sends its port mappings so (F-72)") {
    HCN_ENDPOINT other = NULL, refused = NULL;
    CHECK(set_up(NAT_NETWORK));
    CHECK_EQUAL(OK_,
                create_endpoint(network,
                                "{\"Name\":\"m\",\"Policies\":[{\"Type\":\"NAT\",\"ExternalPort\":8080,\"InternalPort\":80,\"Protocol\":"
                                "\"tcp\",\"ExternalPortReserved\":true},{\"Type\":\"QOS\",\"MaximumOutgoingBandwidthInBytes\":1000},"
                                "{\"Type\":\"OutBoundNAT\",\"ExceptionList\":[\"10.0.0.0/8\"]}],\"DNSServerList\":\"8.8.8.8,1.1.1.1\"}",
                                &other));
    CHECK_EQUAL(OK_, query_endpoint(other, QUERY_2));
    CHECK(strstr(answer, "{\"Type\":\"PortMapping\",\"Settings\":{\"ExternalPort\":8080,"));
    CHECK(strstr(answer, "{\"Type\":\"OutBoundNAT\",\"Settings\":{\"Exceptions\":[\"10.0.0.0/8\"]}}"));
    CHECK(strstr(answer, "\"Dns\":{\"ServerList\":[\"8.8.8.8\",\"1.1.1.1\"]}"));
    CHECK_EQUAL(PORT_ALREADY_EXISTS, modify_endpoint(endpoint, request_of("Add", PORT_MAPPING("8080"))));
    CHECK_EQUAL(INVALID_POLICY, create_endpoint(network, "{\"Policies\":[{\"Type\":\"NAT\",\"Protocol\":\"sctp\"}]}", &refused));
    HcnCloseEndpoint(other);
    CHECK(tear_down());
}
