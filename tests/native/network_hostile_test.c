/* Bad input for the network service: each is refused with a documented code and leaves nothing behind. */
#include "harness.h"
#include "hcn_client.h"

#define VERSION "\"SchemaVersion\":{\"Major\":2,\"Minor\":0}"

static const char *subnet_document(const char *prefix, const char *gateway) {
    static char document[512];
    snprintf(document, sizeof document,
             "{\"Name\":\"n\",\"Type\":\"L2Bridge\",\"Ipams\":[{\"Subnets\":[{\"IpAddressPrefix\":\"%s\",\"Routes\":[{\"NextHop\":\"%s\","
             "\"DestinationPrefix\":\"%s\"}]}]}]," VERSION "}",
             prefix, gateway, strchr(gateway, ':') ? "::/0" : "0.0.0.0/0");
    return document;
}

TEST(ranges_that_are_none_are_refused, "an address plan that cannot work must not come to be") {
    static const struct {
        const char *prefix, *gateway;
        uint32_t code;
    } wrong[] = {
        {"0.0.0.0/0", "10.0.0.1", 0x803B0030u},          {"10.0.0.0/31", "10.0.0.1", 0x803B0030u},
        {"10.0.0.0/32", "10.0.0.1", 0x803B0030u},        {"10.0.0.5/24", "10.0.0.1", 0x803B0030u},
        {"10.0.0.0/33", "10.0.0.1", 0x803B0030u},        {"10.0.0.0", "10.0.0.1", 0x803B0030u},
        {"10.0.0/24", "10.0.0.1", 0x803B0030u},          {"010.0.0.0/24", "10.0.0.1", 0x803B0030u},
        {"::ffff:10.0.0.0/120", "fd00::1", 0x803B0030u}, {"fe80::%1/64", "fd00::1", 0x803B0030u},
        {"fd00::/127", "fd00::1", 0x803B0030u},          {"fd00::/129", "fd00::1", 0x803B0030u},
        {"10.0.0.0/24", "10.0.1.1", 0x803B0032u},        {"10.0.0.0/24", "10.0.0.0", 0x803B0032u},
        {"10.0.0.0/24", "10.0.0.255", 0x803B0032u},      {"10.0.0.0/24", "fd00::1", 0x803B0032u},
        {"10.0.0.0/24", "10.0.0.256", 0x803B001Eu},
    };
    HCN_NETWORK network = NULL;
    for (size_t at = 0; at < sizeof wrong / sizeof wrong[0]; ++at) {
        const HRESULT code = create_network(subnet_document(wrong[at].prefix, wrong[at].gateway), &network);
        if (code != (HRESULT)wrong[at].code) fprintf(stderr, "%s %s: %s\n", wrong[at].prefix, wrong[at].gateway, record);
        CHECK_EQUAL((HRESULT)wrong[at].code, code);
        CHECK(network == NULL && strstr(record, "\"Success\":false"));
    }
    CHECK(nothing_is_left());
}

TEST(the_narrowest_and_the_widest_range_work, "a limit that is one too strict is as wrong as none") {
    static const char *const ranges[][3] = {{"10.0.0.0/30", "10.0.0.1", "10.0.0.2"},
                                            {"128.0.0.0/1", "128.0.0.1", "128.0.0.2"},
                                            {"fd00::/126", "fd00::1", "fd00::2"},
                                            {"fd00::/8", "fd00::1", "fd00::2"}};
    for (int at = 0; at < 4; ++at) {
        HCN_NETWORK network = NULL;
        HCN_ENDPOINT endpoint = NULL;
        CHECK_EQUAL(OK_, create_network(subnet_document(ranges[at][0], ranges[at][1]), &network));
        CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
        query_endpoint(endpoint, QUERY_2);
        CHECK(text_is(answer, "IpAddress", ranges[at][2]));
        HcnCloseEndpoint(endpoint);
        CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
        HcnCloseNetwork(network);
    }
    CHECK(nothing_is_left());
}

TEST(documents_that_are_none_are_refused, "a client may send anything") {
    static const struct {
        const char *document;
        uint32_t code;
    } wrong[] = {
        {"nonsense", 0x803B001Bu},
        {"[]", 0x803B001Bu},
        {"17", 0x803B001Bu},
        {"{\"Name\":7}", 0x803B001Bu},
        {"{\"Name\":\"a\\u0000b\"}", 0x803B001Bu},
        {"{\"Name\":\"\\ud800\"}", 0x803B001Bu},
        {"{\"Type\":\"Nonsense\"}", 0x803B000Bu},
        {"{\"Type\":99}", 0x803B000Bu},
        {"{\"Flags\":\"EnableDnsProxy\"}", 0x803B001Bu},
        {"{\"SchemaVersion\":{\"Major\":3,\"Minor\":0}}", 0x803B0015u},
        {"{\"ID\":\"short\"}", 0x803B0019u},
        {"{\"Ipams\":{}," VERSION "}", 0x803B001Bu},
        {"{\"MacPool\":{\"Ranges\":[{\"StartMacAddress\":\"00155D000000\",\"EndMacAddress\":\"00155D000001\"}]}," VERSION "}", 0x803B000Au},
        {"{\"MacPool\":{\"Ranges\":[{\"StartMacAddress\":\"01-00-5E-00-00-00\",\"EndMacAddress\":\"01-00-5E-00-00-01\"}]}," VERSION "}",
         0x803B000Au},
        {"{\"Type\":\"L2Bridge\",\"Ipams\":[{\"Subnets\":[{\"IpAddressPrefix\":\"10.0.0.0/16\"},"
         "{\"IpAddressPrefix\":\"10.0.1.0/24\"}]}]," VERSION "}",
         0x803B0032u},
    };
    static char deep[4096], long_name[12000];
    HCN_NETWORK network = NULL;
    for (size_t at = 0; at < sizeof wrong / sizeof wrong[0]; ++at) {
        const HRESULT code = create_network(wrong[at].document, &network);
        if (code != (HRESULT)wrong[at].code) fprintf(stderr, "%s: %s\n", wrong[at].document, record);
        CHECK_EQUAL((HRESULT)wrong[at].code, code);
    }
    memset(deep, '[', 3000);
    CHECK_EQUAL(HR(0x803B001Bu), create_network(deep, &network));
    memset(long_name, 'n', sizeof long_name);
    memcpy(long_name, "{\"Name\":\"", 9);
    memcpy(long_name + 7000, "\"}", 3);
    CHECK_EQUAL(HR(0x803B000Au), create_network(long_name, &network));
    static const WCHAR lone[] = {'{', '"', 0xD800, '"', ':', '1', '}', 0};
    CHECK_EQUAL(E_INVALIDARG_, CALL(HcnCreateNetwork(&ANY_ID, lone, &network, &given_record)));
    CHECK(nothing_is_left());
}

TEST(an_object_may_be_written_twice_and_in_braces, "the last of two equal names counts, and a braced id is one (F-37)") {
    HCN_NETWORK network = NULL;
    CHECK_EQUAL(OK_,
                create_network("{\"Name\":\"a\",\"Name\":\"b\",\"ID\":\"{11111111-2222-3333-4444-aaaaaaaaaaaa}\",\"Type\":\"L2Bridge\"}",
                               &network));
    CHECK(strcmp("11111111-2222-3333-4444-AAAAAAAAAAAA", ID_OF(query_network, network)) == 0);
    CHECK(text_is(answer, "Name", "b"));
    CHECK_EQUAL(OK_, CALL(HcnEnumerateNetworks(wide("{\"Filter\":\"{\\\"VirtualNetwork\\\":\\\"x\\\"}\"}"), &given_answer, &given_record)));
    CHECK(strcmp("[]", answer) == 0); /* a filter for another kind */
    CHECK_EQUAL(HR(0x803B001Bu), CALL(HcnEnumerateNetworks(wide("{\"Filter\":\"nonsense\"}"), &given_answer, &given_record)));
    CHECK_EQUAL(HR(0x803B001Bu), query_network(network, "[1]"));
    CHECK_EQUAL(OK_, delete_network("11111111-2222-3333-4444-aaaaaaaaaaaa"));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}

TEST(a_refused_endpoint_takes_nothing, "its address and its hardware address are free again") {
    static const struct {
        const char *document;
        uint32_t code;
    } wrong[] = {
        {"{\"MacAddress\":\"00-15-5D-00-00-0\"," VERSION "}", 0x803B000Cu},
        {"{\"MacAddress\":\"01-00-5E-00-00-01\"," VERSION "}", 0x803B000Cu},
        {"{\"MacAddress\":\"00-15:5D-00-00-01\"," VERSION "}", 0x803B000Cu},
        {"{\"MacAddress\":\"00-00-00-00-00-00\"," VERSION "}", 0x803B000Cu},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.2\"},{\"IpAddress\":\"192.168.100.2\"}]," VERSION "}", 0x803B002Fu},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.2\",\"PrefixLength\":16}]," VERSION "}", 0x803B0030u},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.2\",\"PrefixLength\":33}]," VERSION "}", 0x803B0030u},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.2%1\"}]," VERSION "}", 0x803B001Eu},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.02\"}]," VERSION "}", 0x803B001Eu}, /* eight's, say some */
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.258\"}]," VERSION "}", 0x803B001Eu},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.4294967298\"}]," VERSION "}", 0x803B001Eu}, /* 2 in 32 bits */
        {"{\"IpConfigurations\":[{\"IpAddress\":\"::ffff:192.168.100.2\"}]," VERSION "}", 0x803B001Eu},
        {"{\"IpConfigurations\":[{\"IpAddress\":\"192.168.100.2\"}],\"Policies\":[{\"Type\":\"Nonsense\"}]," VERSION "}", 0x803B000Eu},
        {"{\"HostComputeNamespace\":\"11111111-2222-3333-4444-555555555555\"," VERSION "}", 0x80070490u},
        {"{\"Flags\":1," VERSION "}", 0x803B000Cu},
    };
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoint = NULL;
    char first[40];
    CHECK_EQUAL(OK_, create_network(NAT_NETWORK, &network));
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
    query_endpoint(endpoint, QUERY_2);
    snprintf(first, sizeof first, "%s", text_in(answer, "MacAddress"));
    CHECK_EQUAL(OK_, delete_endpoint(text_in(answer, "ID")));
    HcnCloseEndpoint(endpoint);
    for (size_t at = 0; at < sizeof wrong / sizeof wrong[0]; ++at) {
        const HRESULT code = create_endpoint(network, wrong[at].document, &endpoint);
        if (code != (HRESULT)wrong[at].code) fprintf(stderr, "%s: %s\n", wrong[at].document, record);
        CHECK_EQUAL((HRESULT)wrong[at].code, code);
    }
    CHECK_EQUAL(OK_, create_endpoint(network, PLAIN_ENDPOINT, &endpoint));
    query_endpoint(endpoint, QUERY_2);
    CHECK(text_is(answer, "IpAddress", "192.168.100.2") && text_is(answer, "MacAddress", first));
    HcnCloseEndpoint(endpoint);
    CHECK_EQUAL(OK_, delete_network(ID_OF(query_network, network)));
    HcnCloseNetwork(network);
    CHECK(nothing_is_left());
}
