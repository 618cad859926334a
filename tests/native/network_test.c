/* Networks, endpoints and namespaces through the C surface: section F of the contract, statement by statement. */
#include "harness.h"
#include "hcn_client.h"

#define NETWORK_NOT_FOUND HR(0x803B0001u)
#define ENDPOINT_NOT_FOUND HR(0x803B0002u)
#define INVALID_ENDPOINT HR(0x803B000Cu)
#define REMOTE_ENDPOINT HR(0x803B000Fu)
#define NETWORK_ALREADY_EXISTS HR(0x803B0010u)
#define REQUEST_UNSUPPORTED HR(0x803B0015u)
#define GUID_CONVERSION HR(0x803B0019u)
#define INVALID_JSON HR(0x803B001Bu)
#define INVALID_IP HR(0x803B001Eu)
#define IN_A_NAMESPACE HR(0x803B002Bu)
#define ADDRESS_RESERVED HR(0x803B002Fu)
#define USED_AFTER_UNLOAD HR(0x803B0031u)

static const char NOWHERE[] = "77C27C1E-8204-437D-A7CC-FB4CE1614819";

static HCN_NETWORK nat_network(void) {
    HCN_NETWORK network = NULL;
    return create_network(NAT_NETWORK, &network) >= 0 ? network : NULL;
}

TEST(a_network_is_what_its_document_asked_for, "the first thing a client does after a create is this query (F-49)") {
    HCN_NETWORK network = nat_network();
    CHECK(network != NULL && record[0] == '\0');
    CHECK_EQUAL(OK_, query_network(network, QUERY_2));
    CHECK(text_is(answer, "Name", "GoTestNat") && text_is(answer, "IpAddressPrefix", "192.168.100.0/24"));
    CHECK(text_is(answer, "NextHop", "192.168.100.1") && text_is(answer, "DestinationPrefix", "0.0.0.0/0"));
    CHECK(!strstr(answer, "\"NAT\"")); /* F-15: the type with the number 0 is left out */
    CHECK_EQUAL(36, strlen(text_in(answer, "ID")));
    CHECK_EQUAL(OK_, query_network(network, NULL));
    CHECK(text_is(answer, "AddressPrefix", "192.168.100.0/24") && text_is(answer, "GatewayAddress", "192.168.100.1"));
    CHECK(text_is(answer, "Type", "nat"));
    CHECK_EQUAL(OK_, delete_network(text_in(answer, "ID")));
    CHECK_EQUAL(USED_AFTER_UNLOAD, query_network(network, QUERY_2));
    CHECK_EQUAL(OK_, HcnCloseNetwork(network));
    CHECK(nothing_is_left());
}

TEST(a_failure_has_a_record_and_a_success_has_none, "clients take any record for a failure (F-1, F-2)") {
    const GUID nowhere = guid_of(NOWHERE);
    HCN_NETWORK network = &network;
    CHECK_EQUAL(NETWORK_NOT_FOUND, CALL(HcnOpenNetwork(&nowhere, &network, &given_record)));
    CHECK(network == NULL);
    CHECK(strstr(record, "\"Success\":false") && strstr(record, " \",\"ErrorCode\":2151350273"));
    CHECK_EQUAL(NETWORK_NOT_FOUND, HcnOpenNetwork(&nowhere, &network, NULL));
    CHECK_EQUAL(OK_, CALL(HcnEnumerateNetworks(NULL, &given_answer, &given_record)));
    CHECK(strcmp("[]", answer) == 0 && record[0] == '\0'); /* F-50 */
    CHECK(nothing_is_left());
}

TEST(an_unknown_object_is_told_by_its_kind, "clients know these codes as not found, and only these (F-4, F-5)") {
    const GUID nowhere = guid_of(NOWHERE);
    HCN_ENDPOINT endpoint = NULL;
    HCN_NAMESPACE place = NULL;
    CHECK_EQUAL(ENDPOINT_NOT_FOUND, CALL(HcnOpenEndpoint(&nowhere, &endpoint, &given_record)));
    CHECK_EQUAL(ENDPOINT_NOT_FOUND, delete_endpoint(NOWHERE));
    CHECK_EQUAL(NOT_FOUND_, CALL(HcnOpenNamespace(&nowhere, &place, &given_record)));
    CHECK(strstr(record, "2147943568"));
    CHECK_EQUAL(NOT_FOUND_, delete_namespace(NOWHERE));
    CHECK_EQUAL(NETWORK_NOT_FOUND, delete_network(NOWHERE));
}

TEST(an_endpoint_gets_an_address_and_a_hardware_address, "the answer is complete directly after the create (F-27, F-61, F-63)") {
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT first = NULL, second = NULL;
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &first));
    CHECK_EQUAL(OK_, query_endpoint(first, QUERY_2));
    CHECK(text_is(answer, "IpAddress", "192.168.100.2"));
    CHECK_EQUAL(24, number_in(answer, "PrefixLength"));
    CHECK(text_is(answer, "NextHop", "192.168.100.1"));
    CHECK_EQUAL(17, strlen(text_in(answer, "MacAddress")));
    CHECK(strncmp(text_in(answer, "MacAddress"), "00-15-5D-", 9) == 0);
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &second)); /* F-29: names need not be unique */
    CHECK_EQUAL(OK_, query_endpoint(second, ""));
    CHECK(text_is(answer, "IPAddress", "192.168.100.3") && !strstr(answer, "IpConfigurations")); /* F-12 */
    HcnCloseEndpoint(first);
    HcnCloseEndpoint(second);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network))); /* F-59: takes its endpoints along */
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(an_address_belongs_to_one_endpoint_until_it_is_deleted, "a leaked endpoint blocks its address, and only that (F-28)") {
    static const char *const refused[] = {"192.168.100.7", "192.168.100.1", "192.168.100.0", "192.168.100.255"};
    char document[256];
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT endpoint = NULL, other = NULL;
    snprintf(document, sizeof document, "{\"IpConfigurations\":[{\"IpAddress\":\"%s\"}],\"SchemaVersion\":{\"Major\":2}}", refused[0]);
    CHECK_EQUAL(OK_, create_endpoint(network, document, &endpoint));
    for (int at = 0; at < 4; ++at) {
        snprintf(document, sizeof document, "{\"IpConfigurations\":[{\"IpAddress\":\"%s\"}],\"SchemaVersion\":{\"Major\":2}}", refused[at]);
        CHECK_EQUAL(ADDRESS_RESERVED, create_endpoint(network, document, &other));
        CHECK(strstr(record, "2151350319")); /* F-1 */
    }
    CHECK_EQUAL(INVALID_IP,
                create_endpoint(network, "{\"IpConfigurations\":[{\"IpAddress\":\"10.0.0.5\"}],\"SchemaVersion\":{\"Major\":2}}", &other));
    CHECK_EQUAL(1, counter("Endpoints"));
    CHECK_EQUAL(OK_, delete_endpoint(ID_OF(query_endpoint, endpoint)));
    HcnCloseEndpoint(endpoint);
    snprintf(document, sizeof document, "{\"IpConfigurations\":[{\"IpAddress\":\"%s\"}],\"SchemaVersion\":{\"Major\":2}}", refused[0]);
    CHECK_EQUAL(OK_, create_endpoint(network, document, &endpoint));
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(a_subnet_runs_out_and_recovers, "an address that is given back is handed out again") {
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoints[6] = {NULL};
    CHECK_EQUAL(OK_, create_network(NETWORK_DOCUMENT("small", "L2Bridge", "10.1.0.0/29", "10.1.0.1"), &network));
    for (int at = 0; at < 5; ++at) CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoints[at]));
    CHECK_EQUAL(ADDRESS_RESERVED, create_endpoint(network, PLAIN_ENDPOINT, &endpoints[5]));
    CHECK_EQUAL(OK_, delete_endpoint(ID_OF(query_endpoint, endpoints[2])));
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoints[5]));
    CHECK_EQUAL(OK_, query_endpoint(endpoints[5], QUERY_2));
    CHECK(text_is(answer, "IpAddress", "10.1.0.4"));
    for (int at = 0; at < 6; ++at) HcnCloseEndpoint(endpoints[at]);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(a_name_belongs_to_one_network, "clients open their own fixed id then (F-18)") {
    HCN_NETWORK network = nat_network(), other = NULL;
    CHECK_EQUAL(NETWORK_ALREADY_EXISTS, create_network(NETWORK_DOCUMENT("GoTestNat", "L2Bridge", "10.9.0.0/16", "10.9.0.1"), &other));
    CHECK_EQUAL(E_INVALIDARG_, create_network(NETWORK_DOCUMENT("other", "NAT", "192.168.0.0/16", "192.168.0.1"), &other)); /* F-19 */
    CHECK(other == NULL);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(the_document_the_caller_or_the_service_chooses_the_id, "hcsshim always passes the zero id (F-8)") {
    const GUID chosen = guid_of("b70c479d-f808-4053-aafa-705bc15b6d68");
    HCN_NETWORK network = NULL, other = NULL;
    CHECK_EQUAL(OK_, CALL(HcnCreateNetwork(&chosen, wide("{\"Name\":\"n\",\"Type\":\"Transparent\",\"SchemaVersion\":{\"Major\":2}}"),
                                           &network, &given_record)));
    CHECK(strcmp("B70C479D-F808-4053-AAFA-705BC15B6D68", ID_OF(query_network, network)) == 0); /* F-9 */
    CHECK_EQUAL(HR(0x800700B7u), CALL(HcnCreateNetwork(&chosen, wide("{\"Name\":\"m\"}"), &other, &given_record)));
    CHECK_EQUAL(
        OK_, create_network(
                 "{\"ID\":\"11111111-2222-3333-4444-555555555555\",\"Name\":\"m\",\"Type\":\"L2Bridge\",\"SchemaVersion\":{\"Major\":2}}",
                 &other));
    CHECK(strcmp("11111111-2222-3333-4444-555555555555", ID_OF(query_network, other)) == 0);
    CHECK_EQUAL(OK_, CALL(HcnEnumerateNetworks(wide("{\"Filter\":\"{\\\"ID\\\":\\\"b70c479d-f808-4053-aafa-705bc15b6d68\\\"}\"}"),
                                               &given_answer, &given_record)));
    CHECK(strcmp("[\"B70C479D-F808-4053-AAFA-705BC15B6D68\"]", answer) == 0);
    CHECK_EQUAL(OK_, CALL(HcnEnumerateNetworks(wide("{\"Filter\":\"{\\\"Name\\\":\\\"m\\\"}\"}"), &given_answer, &given_record)));
    CHECK(strcmp("[\"11111111-2222-3333-4444-555555555555\"]", answer) == 0);
    CHECK_EQUAL(OK_, delete_network("b70c479d-f808-4053-aafa-705bc15b6d68"));
    CHECK_EQUAL(OK_, delete_network("11111111-2222-3333-4444-555555555555"));
    HcnCloseNetwork(network);
    HcnCloseNetwork(other);
    CHECK(nothing_is_left());
}

TEST(a_nat_network_without_subnets_gets_a_range, "hcsshim's test creates such a one (F-54)") {
    HCN_NETWORK first = NULL, second = NULL;
    CHECK_EQUAL(OK_, create_network("{\"Name\":\"a\",\"Type\":\"NAT\",\"SchemaVersion\":{\"Major\":2}}", &first));
    CHECK_EQUAL(OK_, create_network("{\"Name\":\"b\",\"Type\":\"nat\"}", &second));
    query_network(first, QUERY_2);
    CHECK(text_is(answer, "IpAddressPrefix", "172.16.0.0/20"));
    CHECK_EQUAL(OK_, delete_network(text_in(answer, "ID")));
    query_network(second, QUERY_2);
    CHECK(text_is(answer, "IpAddressPrefix", "172.16.16.0/20"));
    CHECK_EQUAL(OK_, delete_network(text_in(answer, "ID")));
    HcnCloseNetwork(first);
    HcnCloseNetwork(second);
    CHECK(nothing_is_left());
}

TEST(both_families_give_an_endpoint_an_address_each, "dual stack is two configurations (F-62)") {
    static const char document[] =
        "{\"Name\":\"both\",\"Type\":\"L2Bridge\",\"Ipams\":[{\"Subnets\":[{\"IpAddressPrefix\":\"10.2.0.0/16\"},"
        "{\"IpAddressPrefix\":\"fd00:a::/64\","
        "\"Routes\":[{\"NextHop\":\"fd00:a::1\",\"DestinationPrefix\":\"::/0\"}]}]}],\"SchemaVersion\":{\"Major\":2}}";
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoint = NULL;
    CHECK_EQUAL(OK_, create_network(document, &network));
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
    query_endpoint(endpoint, QUERY_2);
    CHECK(strstr(answer, "\"IpAddress\":\"10.2.0.2\",\"PrefixLength\":16") &&
          strstr(answer, "\"IpAddress\":\"fd00:a::2\",\"PrefixLength\":64"));
    CHECK(strstr(
        answer,
        "{\"NextHop\":\"10.2.0.1\",\"DestinationPrefix\":\"0.0.0.0/0\"},{\"NextHop\":\"fd00:a::1\",\"DestinationPrefix\":\"::/0\"}"));
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(a_namespace_holds_endpoints_in_the_order_they_came, "the guest's first adapter follows from it (F-38, F-64, F-71)") {
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT endpoints[2] = {NULL};
    HCN_NAMESPACE place = NULL;
    char ids[2][40], expected[200];
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    for (int at = 0; at < 2; ++at) {
        CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoints[at]));
        snprintf(ids[at], sizeof ids[at], "%s", ID_OF(query_endpoint, endpoints[at]));
    }
    CHECK_EQUAL(OK_, change_member(place, "Add", ids[1]));
    CHECK_EQUAL(OK_, change_member(place, "Add", ids[0]));
    CHECK_EQUAL(IN_A_NAMESPACE, change_member(place, "Add", ids[0]));
    CHECK_EQUAL(ENDPOINT_NOT_FOUND, change_member(place, "Add", NOWHERE));
    CHECK_EQUAL(NOT_FOUND_, change_member(place, "Remove", NOWHERE));
    CHECK_EQUAL(GUID_CONVERSION, change_member(place, "Add", "{77C27C1E-8204-437D-A7CC-FB4CE1614819}")); /* F-37 */
    CHECK_EQUAL(INVALID_JSON, modify_namespace(place, "{\"ResourceType\":\"Endpoint\",\"RequestType\":\"Add\",\"Settings\":\"{}\"}"));
    CHECK_EQUAL(OK_, query_namespace(place, QUERY_2));
    snprintf(expected, sizeof expected,
             "\"Resources\":[{\"Type\":\"Endpoint\",\"Data\":{\"Id\":\"%s\"}},{\"Type\":\"Endpoint\",\"Data\":{\"Id\":\"%s\"}}]", ids[1],
             ids[0]);
    CHECK(strstr(answer, expected));
    char place_id[40];
    snprintf(place_id, sizeof place_id, "%s", text_in(answer, "ID"));
    CHECK_EQUAL(OK_, query_namespace(place, NULL));
    CHECK(strstr(answer, "\"ResourceList\":[") && strstr(answer, "\"IsDefault\":false") && !strstr(answer, "\"Resources\"")); /* F-12 */
    CHECK_EQUAL(OK_, query_endpoint(endpoints[0], QUERY_2));
    CHECK(text_is(answer, "HostComputeNamespace", place_id));
    CHECK_EQUAL(OK_, change_member(place, "Remove", ids[0]));
    CHECK_EQUAL(OK_, query_endpoint(endpoints[0], QUERY_2));
    CHECK(!strstr(answer, "HostComputeNamespace"));
    CHECK_EQUAL(OK_, delete_endpoint(ids[1])); /* F-34: the entry stays */
    CHECK_EQUAL(OK_, query_namespace(place, QUERY_2));
    CHECK(strstr(answer, ids[1]));
    CHECK_EQUAL(OK_, change_member(place, "Remove", ids[1]));
    CHECK_EQUAL(OK_, delete_namespace(place_id));
    CHECK_EQUAL(USED_AFTER_UNLOAD, change_member(place, "Remove", ids[0]));
    HcnCloseNamespace(place);
    for (int at = 0; at < 2; ++at) HcnCloseEndpoint(endpoints[at]);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(there_is_one_default_namespace_of_the_host, "its id is the service's, whatever was asked for (F-36)") {
    static const char document[] = "{\"NamespaceId\":5,\"Type\":\"HostDefault\",\"SchemaVersion\":{\"Major\":2,\"Minor\":0}}";
    const GUID chosen = guid_of(NOWHERE);
    HCN_NAMESPACE first = NULL, second = NULL, guest = NULL;
    char id[40];
    CHECK_EQUAL(OK_, create_namespace(document, &first));
    snprintf(id, sizeof id, "%s", ID_OF(query_namespace, first));
    CHECK_EQUAL(5, number_in(answer, "NamespaceId"));
    CHECK(text_is(answer, "Type", "HostDefault"));
    CHECK_EQUAL(OK_, CALL(HcnCreateNamespace(&chosen, wide(document), &second, &given_record)));
    CHECK(strcmp(id, ID_OF(query_namespace, second)) == 0);
    CHECK_EQUAL(1, counter("Namespaces"));
    CHECK_EQUAL(OK_, create_namespace("{\"Type\":\"Guest\",\"SchemaVersion\":{\"Major\":2}}", &guest));
    query_namespace(guest, QUERY_2);
    CHECK_EQUAL(2, number_in(answer, "NamespaceId")); /* a compartment of its own */
    CHECK_EQUAL(OK_, delete_namespace(text_in(answer, "ID")));
    CHECK_EQUAL(OK_, delete_namespace(id));
    HcnCloseNamespace(first);
    HcnCloseNamespace(second);
    HcnCloseNamespace(guest);
    CHECK(nothing_is_left());
}

TEST(kinds_are_named_by_words_or_numbers, "the schema has enumerations, and writers send what theirs makes of them") {
    static const char *const namespaces[] = {"Host", "HostDefault", "Guest", "GuestDefault"};
    static const char *const networks[] = {"NAT", "ICS", "Transparent"};
    char document[256];
    for (int number = 0; number < 4; ++number) {
        HCN_NAMESPACE place = NULL;
        snprintf(document, sizeof document, "{\"Type\":%d,\"SchemaVersion\":{\"Major\":2}}", number);
        CHECK_EQUAL(OK_, create_namespace(document, &place));
        query_namespace(place, QUERY_2);
        CHECK(text_is(answer, "Type", namespaces[number]));
        CHECK_EQUAL(OK_, delete_namespace(text_in(answer, "ID")));
        HcnCloseNamespace(place);
    }
    for (int number = 0; number < 3; ++number) {
        HCN_NETWORK network = NULL;
        snprintf(
            document, sizeof document,
            "{\"Type\":%d,\"Ipams\":[{\"Type\":0,\"Subnets\":[{\"IpAddressPrefix\":\"10.77.0.0/24\"}]}],\"SchemaVersion\":{\"Major\":2}}",
            number);
        CHECK_EQUAL(OK_, create_network(document, &network));
        query_network(network, QUERY_2);
        snprintf(document, sizeof document, "\"Type\":\"%s\",", networks[number]);
        CHECK((strstr(answer, document) != NULL) == (number != 0)); /* a NAT's is left out, as Windows does */
        CHECK(strstr(answer, "\"Ipams\":[{\"Type\":\"Static\"") != NULL);
        CHECK_EQUAL(OK_, delete_network(text_in(answer, "ID")));
        HcnCloseNetwork(network);
    }
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT endpoint = NULL;
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
    /* ResourceType Port and RequestType Add, then Policy and Update. */
    CHECK_EQUAL(OK_, modify_endpoint(endpoint,
                                     "{\"ResourceType\":0,\"RequestType\":0,\"Settings\":{\"VirtualMachineId\":"
                                     "\"11111111-2222-3333-4444-555555555555\"}}"));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, "{\"ResourceType\":0,\"RequestType\":1}"));
    CHECK_EQUAL(OK_, modify_endpoint(endpoint, "{\"ResourceType\":1,\"RequestType\":2,\"Settings\":{\"Policies\":[]}}"));
    CHECK_EQUAL(HR(0x803B0015u), modify_endpoint(endpoint, "{\"ResourceType\":2,\"RequestType\":2,\"Settings\":{\"Policies\":[]}}"));
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(an_endpoint_can_be_created_into_a_namespace, "a helper of hcsshim's tests does it (F-65)") {
    HCN_NETWORK network = nat_network();
    HCN_NAMESPACE place = NULL;
    HCN_ENDPOINT endpoint = NULL;
    char document[256], id[40];
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    snprintf(id, sizeof id, "%s", ID_OF(query_namespace, place));
    snprintf(document, sizeof document, "{\"HostComputeNamespace\":\"%s\",\"SchemaVersion\":{\"Major\":2}}", id);
    CHECK_EQUAL(OK_, create_endpoint(network, document, &endpoint));
    query_endpoint(endpoint, QUERY_2);
    CHECK(text_is(answer, "HostComputeNamespace", id));
    CHECK_EQUAL(OK_, delete_namespace(id)); /* F-75: before its endpoints */
    query_endpoint(endpoint, QUERY_2);
    CHECK(!strstr(answer, "HostComputeNamespace"));
    snprintf(document, sizeof document, "{\"HostComputeNamespace\":\"%s\",\"SchemaVersion\":{\"Major\":2}}", NOWHERE);
    HCN_ENDPOINT other = NULL;
    CHECK_EQUAL(NOT_FOUND_, create_endpoint(network, document, &other));
    CHECK_EQUAL(1, counter("Endpoints"));
    HcnCloseEndpoint(endpoint);
    HcnCloseNamespace(place);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

static HRESULT create_container(const char *id, const char *namespace_id, HCS_SYSTEM *system) {
    char document[512];
    snprintf(document, sizeof document,
             "{\"Owner\":\"o\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Container\":{\"Networking\":{\"Namespace\":\"%s\"}}}",
             namespace_id);
    return create_system(id, document, system);
}

TEST(a_container_is_in_its_namespace_from_create_to_exit, "a namespace in use is not deleted under it (B-10, B-16, F-38, F-40)") {
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT endpoint = NULL;
    HCN_NAMESPACE place = NULL;
    HCS_SYSTEM first = NULL, second = NULL, refused = NULL;
    char place_id[40], endpoint_id[40];
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
    snprintf(endpoint_id, sizeof endpoint_id, "%s", ID_OF(query_endpoint, endpoint));
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    snprintf(place_id, sizeof place_id, "%s", ID_OF(query_namespace, place));
    CHECK_EQUAL(OK_, change_member(place, "Add", endpoint_id));
    CHECK_EQUAL(NOT_FOUND_, create_container("refused", NOWHERE, &refused));
    if (refused) HcsCloseComputeSystem(refused);
    CHECK_EQUAL(OK_, create_container("first", place_id, &first));
    CHECK_EQUAL(OK_, create_container("second", place_id, &second));
    query_namespace(place, QUERY_2);
    CHECK(strstr(answer, "{\"Type\":\"Container\",\"Data\":{\"Id\":\"first\"}},{\"Type\":\"Container\",\"Data\":{\"Id\":\"second\"}}]"));
    query_endpoint(endpoint, NULL);
    CHECK_EQUAL(3, number_in(answer, "State")); /* F-33: shared */
    CHECK_EQUAL(REQUEST_UNSUPPORTED, delete_namespace(place_id));
    end_system(first);
    CHECK_EQUAL(REQUEST_UNSUPPORTED, delete_namespace(place_id));
    query_endpoint(endpoint, NULL);
    CHECK_EQUAL(2, number_in(answer, "State"));
    end_system(second);
    CHECK_EQUAL(OK_, delete_endpoint(endpoint_id));
    CHECK_EQUAL(E_INVALIDARG_, create_container("refused", place_id, &refused)); /* the entry of an endpoint that is gone */
    if (refused) HcsCloseComputeSystem(refused);
    CHECK_EQUAL(OK_, delete_namespace(place_id));
    HcnCloseNamespace(place);
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(a_remote_endpoint_is_bound_to_no_subnet, "kube-proxy describes the endpoints of other hosts so (F-69)") {
    static const char document[] =
        "{\"Flags\":1,\"IpConfigurations\":[{\"IpAddress\":\"10.244.7.9\"}],\"MacAddress\":\"02:11:0a:f4:07:09\","
        "\"SchemaVersion\":{\"Major\":2}}";
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT first = NULL, second = NULL;
    HCN_NAMESPACE place = NULL;
    CHECK_EQUAL(OK_, create_endpoint(network, document, &first));
    CHECK_EQUAL(OK_, create_endpoint(network, document, &second));
    query_endpoint(second, QUERY_2);
    CHECK(text_is(answer, "IpAddress", "10.244.7.9") && text_is(answer, "MacAddress", "02-11-0A-F4-07-09"));
    CHECK_EQUAL(1, number_in(answer, "Flags"));
    CHECK_EQUAL(OK_, create_namespace(PLAIN_NAMESPACE, &place));
    CHECK_EQUAL(REMOTE_ENDPOINT, change_member(place, "Add", ID_OF(query_endpoint, first)));
    CHECK_EQUAL(OK_, delete_namespace(ID_OF(query_namespace, place)));
    HcnCloseNamespace(place);
    HcnCloseEndpoint(first);
    HcnCloseEndpoint(second);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(both_generations_are_read, "hcsshim sends V1 documents through the same functions (F-60)") {
    static const char document[] =
        "{\"Type\":\"NAT\",\"Name\":\"GoTestNat\","
        "\"MacPools\":[{\"StartMacAddress\":\"00-15-5D-52-C0-00\",\"EndMacAddress\":\"00-15-5D-52-C0-01\"}],"
        "\"Subnets\":[{\"AddressPrefix\":\"192.168.100.0/24\",\"GatewayAddress\":\"192.168.100.1\"}]}";
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoints[3] = {NULL};
    char request[256];
    CHECK_EQUAL(OK_, create_network(document, &network));
    snprintf(request, sizeof request, "{\"Name\":\"e\",\"VirtualNetwork\":\"%s\",\"IPAddress\":\"192.168.100.9\"}",
             ID_OF(query_network, network));
    CHECK_EQUAL(OK_, create_endpoint(network, request, &endpoints[0]));
    query_endpoint(endpoints[0], QUERY_2);
    CHECK(text_is(answer, "MacAddress", "00-15-5D-52-C0-00") && text_is(answer, "IpAddress", "192.168.100.9"));
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoints[1]));
    CHECK_EQUAL(HR(0x800705AAu), create_endpoint(network, PLAIN_ENDPOINT, &endpoints[2])); /* the pool has two (F-21) */
    query_network(network, NULL);
    CHECK_EQUAL(2, number_in(answer, "CurrentEndpointCount"));
    snprintf(request, sizeof request, "{\"HostComputeNetwork\":\"%s\",\"SchemaVersion\":{\"Major\":2}}", NOWHERE);
    CHECK_EQUAL(INVALID_ENDPOINT, create_endpoint(network, request, &endpoints[2])); /* F-26 */
    HcnCloseEndpoint(endpoints[0]);
    HcnCloseEndpoint(endpoints[1]);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(handles_are_told_apart, "a handle of another kind, a closed one or none is refused, never used (F-7)") {
    HCN_NETWORK network = nat_network();
    HCN_ENDPOINT endpoint = NULL;
    CHECK_EQUAL(E_INVALIDARG_, create_endpoint(NULL, PLAIN_ENDPOINT, &endpoint));
    CHECK_EQUAL(E_HANDLE_, query_endpoint(network, QUERY_2));
    CHECK_EQUAL(E_HANDLE_, query_network((HCN_NETWORK)(uintptr_t)0x1234, QUERY_2));
    CHECK_EQUAL(E_HANDLE_, HcnCloseEndpoint(network));
    CHECK_EQUAL(E_INVALIDARG_, HcnCloseNetwork(NULL));
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    CHECK_EQUAL(OK_, HcnCloseNetwork(network));
    CHECK_EQUAL(E_HANDLE_, HcnCloseNetwork(network));
    CHECK_EQUAL(HR(0x80004003u), HcnCreateNetwork(&ANY_ID, wide(NAT_NETWORK), NULL, NULL));
    CHECK_EQUAL(E_INVALIDARG_, HcnDeleteNetwork(NULL, NULL));
    CHECK(nothing_is_left());
}

TEST(ten_thousand_endpoints_live_on_one_network, "an orchestrator's machine has thousands (benchmarks/network.py measures them)") {
    enum { MANY = 10000 };
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoint = NULL;
    CHECK_EQUAL(OK_, create_network(NETWORK_DOCUMENT("wide", "NAT", "10.10.0.0/16", "10.10.0.1"), &network));
    for (int at = 0; at < MANY; ++at) {
        CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
        HcnCloseEndpoint(endpoint);
    }
    CHECK_EQUAL(OK_, CALL(HcnEnumerateEndpoints(NULL, &given_answer, &given_record)));
    CHECK_EQUAL(MANY, count_of(answer, "\",\"") + 1);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}
