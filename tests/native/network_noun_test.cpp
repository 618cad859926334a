/* What the network service makes of its documents, by itself: policies in both of their shapes, address plans, balancers, routes, versions.
 * The shapes are those of the HNS schema and of hcsshim's documents; docs/behaviour.md has a row (F-...) for each that was seen. */
#include "harness.h"

#include <functional>
#include <string>
#include <vector>

#include "ground/json_writer.h"
#include "network/load_balancer.h"
#include "network/name_service.h"
#include "network/port_table.h"
#include "network/request.h"
#include "network/sdn_route.h"
#include "network/subnet.h"
#include "texts.h"

using namespace hcsffi;

namespace {

constexpr uint32_t kNewest = 26100, kOldest = 17763;
const std::string kFirst = "11111111-AAAA-1111-1111-111111111111", kSecond = "22222222-BBBB-2222-2222-222222222222";

std::string policies(Place place, Generation generation, const std::string& json, uint32_t build = kNewest,
                     Generation written = Generation::kTwo) {
    return answer_of([&] {
        JsonWriter writer;
        const Document document = Document::parse(json);
        writer.open('{');
        write_policies(writer, read_policies(document.root(), {place, generation, build, {"set-1"}}), written);
        return writer.text().substr(sizeof "{\"Policies\":" - 1);
    });
}

std::string subnet(Generation generation, const std::string& json, Generation written = Generation::kTwo) {
    return answer_of([&] {
        int drawn = 0;
        JsonWriter writer;
        const Document document = Document::parse(json);
        read_subnet(document.root(), generation, [&] { return "drawn " + std::to_string(++drawn); }, kNewest).write(writer, written);
        return writer.text();
    });
}

std::string balancer(const std::string& json, uint32_t build = kNewest, Generation written = Generation::kTwo) {
    return answer_of([&] {
        LoadBalancer one;
        const Document document = Document::parse(json);
        one.configure(document.root(), build);
        Query query;
        query.generation = written;
        const std::string text = one.json(query, 7);
        const size_t frame = text.find(written == Generation::kTwo ? "\"Minor\":0}," : "\"Version\":7,");
        return text.substr(frame + (written == Generation::kTwo ? 11 : 12));
    });
}

std::string route(const std::string& json) {
    return answer_of([&] {
        SdnRoute one;
        const Document document = Document::parse(json);
        one.configure(document.root());
        const std::string text = one.json({Generation::kTwo, 0, {}}, 7);
        return text.substr(text.find("\"Minor\":0},") + 11);
    });
}

}  // namespace

TEST(a_service_s_version_follows_from_the_build, "clients ask for the version once, and take each feature from it") {
    const struct {
        uint32_t build;
        uint64_t major, minor;
    } rows[] = {{0, 9, 5},      {17763, 9, 5},  {18361, 9, 5},  {18362, 10, 5}, {19041, 11, 11}, {20347, 11, 11},
                {20348, 13, 3}, {22000, 14, 0}, {22621, 15, 1}, {26099, 15, 1}, {26100, 15, 4}};
    for (const auto& row : rows) CHECK_EQUAL(row.major << 32 | row.minor, service_version(row.build));
    /* hcsshim's gates, hcn/hcnglobals.go, for these versions: 9.5, 10.5, 11.11, 13.3, 14.0, 15.1, 15.4 */
    const uint32_t builds[] = {17763, 18362, 19041, 20348, 22000, 22621, 26100};
    const struct {
        Feature feature;
        const char* offered;
    } features[] = {
        {Feature::kAlways, "1111111"},
        {Feature::kAclAddressLists, "1111111"},
        {Feature::kSecondGeneration, "1111111"},
        {Feature::kDirectServerReturn, "1111111"},
        {Feature::kSlash32, "1111111"},
        {Feature::kVxlanPort, "0111111"},
        {Feature::kDualStack, "0011111"},
        {Feature::kSessionAffinity, "0001111"},
        {Feature::kL4Proxy, "1111111"},
        {Feature::kSetPolicy, "0001111"},
        {Feature::kL4WfpProxy, "0001111"},
        {Feature::kTierAcl, "0000111"},
        {Feature::kNetworkAcl, "0000011"},
        {Feature::kDisableHostPort, "0000011"},
        {Feature::kModifyLoadBalancer, "0000001"},
        {Feature::kAcceleratedNetworking, "0000001"},
    };
    for (const auto& row : features)
        for (size_t at = 0; at < 7; ++at) CHECK_EQUAL(row.offered[at] == '1', has(builds[at], row.feature));
}

namespace {

const struct {
    const char *type, *settings, *places; /* endpoint, network, subnet */
    uint32_t first; /* build that has it */
} kTypes[] = {
    {"PortMapping", R"({"ExternalPort":1,"InternalPort":1,"Protocol":6})", "e", 0},
    {"ACL", R"({"Action":"Allow","Direction":"In"})", "e", 0},
    {"QOS", R"({"MaximumOutgoingBandwidthInBytes":1})", "e", 0},
    {"L2Driver", "{}", "e", 0},
    {"OutBoundNAT", "{}", "e", 0},
    {"SDNRoute", R"({"DestinationPrefix":"10.0.0.0/8"})", "e", 0},
    {"L4Proxy", R"({"Port":"1"})", "en", 0},
    {"L4WFPPROXY", "{}", "e", 20348},
    {"ProviderAddress", R"({"ProviderAddress":"1.1.1.1"})", "en", 0},
    {"PortName", R"({"Name":"x"})", "e", 0},
    {"EncapOverhead", R"({"Overhead":1})", "e", 0},
    {"InterfaceConstraint", "{}", "en", 0},
    {"Encryption", "{}", "e", 0},
    {"VLAN", R"({"IsolationId":1})", "es", 0},
    {"VSID", R"({"IsolationId":1})", "s", 0},
    {"InterfaceParameters", "{}", "e", 0},
    {"Iov", "{}", "e", 26100},
    {"TierAcl", R"({"Direction":"In","Name":"x"})", "e", 22000},
    {"Firewall", "{}", "e", 0},
    {"SourceMacAddress", R"({"SourceMacAddress":"00-15-5D-00-00-01"})", "n", 0},
    {"NetAdapterName", R"({"NetworkAdapterName":"x"})", "n", 0},
    {"VSwitchExtension", R"({"ExtensionID":"11111111-1111-1111-1111-111111111111"})", "n", 0},
    {"DrMacAddress", R"({"Address":"00-15-5D-00-00-01"})", "n", 0},
    {"AutomaticDNS", "{}", "n", 0},
    {"RemoteSubnetRoute",
     R"({"DestinationPrefix":"10.0.0.0/8","DistributedRouterMacAddress":"00-15-5D-00-00-01","IsolationId":1,"ProviderAddress":)"
     R"("1.1.1.1"})",
     "n", 0},
    {"VxlanPort", R"({"Port":1})", "n", 18362},
    {"HostRoute", "{}", "n", 0},
    {"SetPolicy", R"({"Id":"a-1","PolicyType":"IPSET"})", "n", 20348},
    {"LayerConstraint", R"({"LayerId":"11111111-1111-1111-1111-111111111111"})", "n", 0},
    {"NetworkACL", R"({"Action":"Allow","Direction":"In"})", "n", 22621},
};

}  // namespace

TEST(each_type_of_policy_has_its_places_and_its_version, "a policy elsewhere, or one that a service does not know, would do nothing") {
    const std::pair<char, Place> places[] = {{'e', Place::kEndpoint}, {'n', Place::kNetwork}, {'s', Place::kSubnet}};
    for (const auto& row : kTypes) {
        const std::string json = std::string("[{\"Type\":\"") + row.type + "\",\"Settings\":" + row.settings + "}]";
        for (const auto& [letter, place] : places) {
            const bool fits = std::string(row.places).find(letter) != std::string::npos;
            CHECK(
                same(fits ? json : "803B000E $[0].Type: a policy of this type belongs elsewhere", policies(place, Generation::kTwo, json)));
            if (!fits) continue;
            CHECK(same(row.first <= kOldest ? json : "803B000E $[0].Type: this version of the service has no policy of this type",
                       policies(place, Generation::kTwo, json, kOldest)));
            if (row.first > kOldest) CHECK(same(json, policies(place, Generation::kTwo, json, row.first)));
        }
    }
}

TEST(a_policy_that_is_none_says_where, "of a list of many the client has to find the one") {
    const Place endpoint = Place::kEndpoint;
    CHECK(same("803B000E $[0].Type: no such type of policy", policies(endpoint, Generation::kTwo, R"([{"Type":"Nothing"}])")));
    CHECK(same("803B000D $[0].Type: a policy has a type", policies(endpoint, Generation::kTwo, "[{}]")));
    CHECK(same("8037010D $[0].Type: expected text, found the number 1", policies(endpoint, Generation::kTwo, R"([{"Type":1}])")));
    CHECK(same("8037010D $[0]: expected an object, found the number 1", policies(endpoint, Generation::kTwo, "[1]")));
    CHECK(same("8037010D $[0].Settings: expected an object, found an array",
               policies(endpoint, Generation::kTwo, R"([{"Type":"Firewall","Settings":[]}])")));
    CHECK(same(R"([{"Type":"Firewall","Settings":{}}])", policies(endpoint, Generation::kTwo, R"([{"type":"FIREWALL"}])")));
    const char* const sets =
        R"([{"Type":"ACL","Settings":{"Action":"Allow","Direction":"In","LocalAddresses":"1.1.1.1, set-1 ,10.0.0.0/8"}}])";
    CHECK(same(sets, policies(endpoint, Generation::kTwo, sets)));
    CHECK(same("803B000D $[0].Settings.RemoteAddresses: neither an address nor a prefix nor the id of a set: set-2",
               policies(endpoint, Generation::kTwo,
                        R"([{"Type":"ACL","Settings":{"Action":"Allow","Direction":"In","RemoteAddresses":"set-1,set-2"}}])")));
    CHECK(same("803B000D $[0].Settings.TierAclRules[1].LocalAddresses: neither an address nor a prefix nor the id of a set: no-set",
               policies(endpoint, Generation::kTwo,
                        R"([{"Type":"TierAcl","Settings":{"Name":"x","Direction":"In","TierAclRules":[{"TierAclRuleAction":"Allow"},{)"
                        R"("TierAclRuleAction":"Allow","LocalAddresses":"no-set"}]}}])")));
    CHECK(same("803B000D $[0].Settings.FilterTuple.LocalAddresses: neither an address nor a prefix nor the id of a set: no-set",
               policies(endpoint, Generation::kTwo, R"([{"Type":"L4WFPPROXY","Settings":{"FilterTuple":{"LocalAddresses":"no-set"}}}])")));
}

TEST(policies_go_from_one_generation_to_the_other, "a daemon writes the old shape and kube-proxy reads the new one") {
    const struct {
        Place place;
        const char *flat, *nested, *flat_again;
    } rows[] = {
        {Place::kEndpoint, R"([{"Type":"NAT","Protocol":"TCP","InternalPort":80,"ExternalPort":8080}])",
         R"([{"Type":"PortMapping","Settings":{"ExternalPort":8080,"InternalPort":80,"Protocol":6}}])",
         R"([{"Type":"NAT","ExternalPort":8080,"InternalPort":80,"Protocol":"tcp"}])"},
        {Place::kEndpoint, R"([{"type":"nat","Protocol":"udp","InternalPort":80,"ExternalPort":8080}])",
         R"([{"Type":"PortMapping","Settings":{"ExternalPort":8080,"InternalPort":80,"Protocol":17}}])",
         R"([{"Type":"NAT","ExternalPort":8080,"InternalPort":80,"Protocol":"udp"}])"},
        {Place::kEndpoint, R"([{"Type":"NAT","Protocol":"TCP","InternalPort":17,"ExternalPort":6,"VIP":"1.1.1.1"}])",
         R"([{"Type":"PortMapping","Settings":{"ExternalPort":6,"InternalPort":17,"Protocol":6,"VIP":"1.1.1.1"}}])",
         R"([{"Type":"NAT","ExternalPort":6,"InternalPort":17,"Protocol":"tcp","VIP":"1.1.1.1"}])"},
        {Place::kEndpoint, R"([{"Type":"VLAN","VLAN":5,"Protocol":"sctp","Other":6}])", /* members that no row names stay as they are */
         R"([{"Type":"VLAN","Settings":{"IsolationId":5,"Other":6,"Protocol":"sctp"}}])",
         R"([{"Type":"VLAN","VLAN":5,"Other":6,"Protocol":"sctp"}])"},
        {Place::kEndpoint, R"([{"Type":"VLAN","VLAN":5,"Protocol":6}])", R"([{"Type":"VLAN","Settings":{"IsolationId":5,"Protocol":6}}])",
         R"([{"Type":"VLAN","VLAN":5,"Protocol":6}])"},
        {Place::kEndpoint, R"([{"Type":"PA","PA":"1.1.1.1"}])", R"([{"Type":"ProviderAddress","Settings":{"ProviderAddress":"1.1.1.1"}}])",
         R"([{"Type":"PA","PA":"1.1.1.1"}])"},
        {Place::kEndpoint, R"([{"Type":"VLAN","VLAN":5}])", R"([{"Type":"VLAN","Settings":{"IsolationId":5}}])",
         R"([{"Type":"VLAN","VLAN":5}])"},
        {Place::kSubnet, R"([{"Type":"VSID","vsid":5}])", R"([{"Type":"VSID","Settings":{"IsolationId":5}}])",
         R"([{"Type":"VSID","VSID":5}])"},
        {Place::kEndpoint, R"([{"Type":"OutBoundNAT","VIP":"1.1.1.1","ExceptionList":["10.0.0.0/8"]}])",
         R"([{"Type":"OutBoundNAT","Settings":{"Exceptions":["10.0.0.0/8"],"VirtualIP":"1.1.1.1"}}])",
         R"([{"Type":"OutBoundNAT","ExceptionList":["10.0.0.0/8"],"VIP":"1.1.1.1"}])"},
        {Place::kEndpoint, R"([{"Type":"ROUTE","DestinationPrefix":"10.0.0.0/8","NeedEncap":true}])",
         R"([{"Type":"SDNRoute","Settings":{"DestinationPrefix":"10.0.0.0/8","NeedEncap":true}}])",
         R"([{"Type":"ROUTE","DestinationPrefix":"10.0.0.0/8","NeedEncap":true}])"},
        {Place::kEndpoint, R"([{"Type":"PROXY","Port":"1"}])", R"([{"Type":"L4Proxy","Settings":{"Port":"1"}}])",
         R"([{"Type":"PROXY","Port":"1"}])"},
        {Place::kEndpoint, R"([{"Type":"QOS","MaximumOutgoingBandwidthInBytes":1}])",
         R"([{"Type":"QOS","Settings":{"MaximumOutgoingBandwidthInBytes":1}}])", R"([{"Type":"QOS","MaximumOutgoingBandwidthInBytes":1}])"},
        {Place::kEndpoint, R"([{"Type":"Firewall"}])", R"([{"Type":"Firewall","Settings":{}}])", R"([{"Type":"Firewall"}])"},
    };
    for (const auto& row : rows) {
        CHECK(same(row.nested, policies(row.place, Generation::kOne, row.flat)));
        CHECK(same(row.flat_again, policies(row.place, Generation::kTwo, row.nested, kNewest, Generation::kOne)));
    }
    CHECK(
        same("803B000D $[0].Protocol: no such protocol",
             policies(Place::kEndpoint, Generation::kOne, R"([{"Type":"NAT","Protocol":"sctp","InternalPort":80,"ExternalPort":8080}])")));
}

TEST(a_list_of_policies_is_changed_by_verbs, "Add, Remove by content or by type, Update of a type as a whole") {
    const Policy one{"ACL", "{\"a\":1}"}, two{"ACL", "{\"a\":2}"}, other{"QOS", "{\"a\":1}"};
    const auto told = [](const std::function<std::vector<Policy>()>& change) {
        return answer_of([&] {
            std::string text;
            for (const Policy& each : change()) text += each.type + each.settings;
            return text;
        });
    };
    CHECK(same("ACL{\"a\":1}ACL{\"a\":2}", told([&] { return with_added({one}, {two}); })));
    CHECK(same("803B0012 the very policy of type ACL is there already", told([&] { return with_added({one}, {one}); })));
    CHECK(told([&] { return with_added({one}, {two, two}); }).find("is there already") != std::string::npos);
    CHECK(same("ACL{\"a\":1}QOS{\"a\":1}", told([&] { return with_added({one}, {other}); })));
    CHECK(same("ACL{\"a\":2}QOS{\"a\":1}", told([&] { return with_removed({one, two, other}, {one}); })));
    CHECK(same("QOS{\"a\":1}", told([&] { return with_removed({one, two, other}, {{"ACL", "{}"}}); })));
    CHECK(told([&] { return with_removed({one, other}, {two}); }).find("803B0008 there is no such policy of type ACL") !=
          std::string::npos);
    CHECK(told([&] { return with_removed({other}, {{"ACL", "{}"}}); }).find("803B0008 there is no such policy of type ACL") !=
          std::string::npos);
    CHECK(same("QOS{\"a\":1}ACL{\"a\":2}", told([&] { return with_replaced({one, other}, {two}); })));
    CHECK(same("QOS{\"a\":1}ACL{\"a\":2}", told([&] { return with_replaced({other}, {two}); })));
}

namespace {

const struct {
    const char *document, *refusal;
} kWrongPlans[] = {
    {R"({"IpAddressPrefix":"10.0.0.0"})", "803B0030 $.IpAddressPrefix: the text is no prefix"},
    {R"({"IpAddressPrefix":"10.0.0.1/8"})", "803B0030 $.IpAddressPrefix: bits behind the prefix are set"},
    {R"({"IpAddressPrefix":"10.0.0.0/31"})", "803B0030 $.IpAddressPrefix: a range goes from /1 to /30"},
    {R"({"IpAddressPrefix":"0.0.0.0/0"})", "803B0030 $.IpAddressPrefix: a range goes from /1 to /30"},
    {R"({"IpAddressPrefix":"fd00::/127"})", "803B0030 $.IpAddressPrefix: a range goes from /1 to /126"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","IpSubnets":[{"IpAddressPrefix":"11.0.0.0/16"}]})",
     "$.IpSubnets[0].IpAddressPrefix: the range lies outside its subnet"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","IpSubnets":[{"IpAddressPrefix":"10.0.0.0/7"}]})",
     "$.IpSubnets[0].IpAddressPrefix: the range lies outside its subnet"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","IpSubnets":[{"IpAddressPrefix":"10.0.0.0/31"}]})",
     "$.IpSubnets[0].IpAddressPrefix: a range goes from /1 to /30"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","IpSubnets":[1]})", "8037010D $.IpSubnets[0]: expected an object, found the number 1"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","IpSubnets":[{"IpAddressPrefix":"10.1.0.0/16"},{"IpAddressPrefix":"10.2.0.0/16"},{)"
     R"("IpAddressPrefix":"10.1.1.0/24"}]})",
     "$: two IP subnets overlap"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"x","DestinationPrefix":"0.0.0.0/0"}]})",
     "$.Routes[0].NextHop: the text is no address"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"10.0.0.1","DestinationPrefix":"x"}]})",
     "803B0030 $.Routes[0].DestinationPrefix: the text is no prefix"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"10.0.0.1","DestinationPrefix":"1.0.0.0/0"}]})",
     "$.Routes[0].DestinationPrefix: expected a prefix; 0.0.0.0/0 or ::/0 for all addresses"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[1]})", "8037010D $.Routes[0]: expected an object, found the number 1"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"10.0.0.0","DestinationPrefix":"0.0.0.0/0"}]})",
     "$: the gateway is no host of the subnet"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"10.255.255.255","DestinationPrefix":"0.0.0.0/0"}]})",
     "$: the gateway is no host of the subnet"},
    {R"({"IpAddressPrefix":"10.0.0.0/8","Routes":[{"NextHop":"11.0.0.1","DestinationPrefix":"0.0.0.0/0"}]})",
     "$: the gateway is no host of the subnet"},
    {"[]", "8037010D $: expected an object, found an array"},
};

}  // namespace

TEST(an_address_plan_is_what_its_document_says, "who may have which address, and who is nobody") {
    const std::string plan = R"("Routes":[{"NextHop":"10.0.0.1","DestinationPrefix":"0.0.0.0/0"}],"Policies":[],"IpSubnets":[)";
    CHECK(same(R"({"ID":"drawn 1","IpAddressPrefix":"10.0.0.0/30","Flags":0,)" + plan +
                   R"({"ID":"drawn 2","IpAddressPrefix":"10.0.0.0/30","Flags":0}]})",
               subnet(Generation::kTwo, R"({"IpAddressPrefix":"10.0.0.0/30"})")));
    CHECK(same(
        R"({"ID":")" + kFirst +
            R"(","IpAddressPrefix":"10.0.0.0/8","Flags":1,"Routes":[{"NextHop":"10.0.0.9","DestinationPrefix":"0.0.0.0/0","Metric":65535},)"
            R"({"NextHop":"","DestinationPrefix":"10.9.0.0/16"}],"Policies":[],"IpSubnets":[{"ID":")" +
            kSecond + R"(","IpAddressPrefix":"10.1.0.0/16","Flags":3}]})",
        subnet(Generation::kTwo,
               R"({"ID":"{11111111-aaaa-1111-1111-111111111111}","IpAddressPrefix":"10.0.0.0/8","Flags":1,"Routes":[{"NextHop":)"
               R"("10.0.0.9","DestinationPrefix":"0.0.0.0/0","Metric":65535},)"
               R"({"DestinationPrefix":"10.9.0.0/16"}],"IpSubnets":[{"ID":"22222222-bbbb-2222-2222-222222222222","IpAddressPrefix":)"
               R"("10.1.0.0/16","Flags":3}]})")));
    CHECK(same(R"({"ID":"drawn 1","AddressPrefix":"fd00::/64","Flags":0,"GatewayAddress":"fd00::9","ObjectType":5,"State":0,)"
               R"("AdditionalParams":{},"Policies":[],"IpSubnets":[)"
               R"({"ID":"drawn 2","IpAddressPrefix":"fd00::/64","Flags":0,"AdditionalParams":{},"ObjectType":6,"Policies":[],"State":0}]})",
               subnet(Generation::kOne, R"({"AddressPrefix":"fd00::/64","GatewayAddress":"fd00::9"})", Generation::kOne)));
    for (const auto& row : kWrongPlans) {
        const std::string said = subnet(Generation::kTwo, row.document);
        if (said.find(row.refusal) == std::string::npos) fprintf(stderr, "%s: %s\n", row.document, said.c_str());
        CHECK(said.find(row.refusal) != std::string::npos);
    }
    CHECK(subnet(Generation::kTwo,
                 R"({"IpAddressPrefix":"fd00::/64","Routes":[{"NextHop":"fd00::ffff:ffff:ffff:ffff","DestinationPrefix":"::/0"}]})")[0] ==
          '{');
    CHECK(subnet(Generation::kOne, R"({"AddressPrefix":"10.0.0.0/8","GatewayAddress":"x"})")
              .find("$.GatewayAddress: the text is no address") != std::string::npos);
}

TEST(an_address_is_somebody_s_or_nobody_s,
     "of a range the first, the last and the gateway are nobody's, and a range in use is not taken away") {
    const auto plan = [](const char* json) {
        int drawn = 0;
        const Document document = Document::parse(json);
        return read_subnet(document.root(), Generation::kTwo, [&] { return "drawn " + std::to_string(++drawn); }, kNewest);
    };
    const auto address = [](const char* text) { return read_address(text).value_or(Address()); };
    const auto free = [&](const Subnet& one, const char* text) {
        return answer_of([&] {
            one.check_free(address(text));
            return std::string();
        });
    };
    Subnet four =
        plan(R"({"IpAddressPrefix":"10.0.0.0/29","IpSubnets":[{"IpAddressPrefix":"10.0.0.0/30"},{"IpAddressPrefix":"10.0.0.4/30"}]})");
    CHECK(same("10.0.0.1", text_of(*four.gateway)));
    CHECK(four.is_free());
    for (const char* nobody : {"10.0.0.0", "10.0.0.3", "10.0.0.4", "10.0.0.7"})
        CHECK(free(four, nobody).find("is no host's address") != std::string::npos);
    CHECK(free(four, "10.0.0.1").find("is in use") != std::string::npos);
    CHECK(free(four, "10.0.0.8").find("lies in no IP subnet") != std::string::npos);
    CHECK(same("", free(four, "10.0.0.2")));
    CHECK(same("10.0.0.2", text_of(*four.lowest_free())));
    CHECK(same("10.0.0.5", text_of(*four.lowest_free(four.ip_subnets[1].id))));
    CHECK(!four.lowest_free("nobody's"));
    CHECK(four.take(address("10.0.0.2")) && !four.take(address("10.0.0.2")) && !four.take(address("10.0.0.7")) && !four.is_free());
    CHECK(same("10.0.0.5", text_of(*four.lowest_free())));
    CHECK(!four.lowest_free(four.ip_subnets[0].id));
    CHECK(same(four.ip_subnets[1].id, four.ip_subnet_of(address("10.0.0.5"))) && same(four.id, four.ip_subnet_of(address("9.9.9.9"))));
    four.give_back(address("10.0.0.2"));
    CHECK(four.is_free() && same("10.0.0.2", text_of(*four.lowest_free())));
    Subnet six = plan(R"({"IpAddressPrefix":"fd00::/126","Flags":1})");
    CHECK(six.is_free() && same("", free(six, "fd00::1")) && same("", free(six, "fd00::3")) &&
          free(six, "fd00::").find("is no host's address") != std::string::npos);
    CHECK(six.take(*six.gateway) && !six.is_free());
    const auto draw = [] { return std::string("x"); };
    CHECK(same("", answer_of([&] {
                   check_apart({plain_subnet(*read_prefix("10.0.0.0/8"), draw), plain_subnet(*read_prefix("11.0.0.0/8"), draw)});
                   return std::string();
               })));
    CHECK(answer_of([&] {
              check_apart({plain_subnet(*read_prefix("10.0.0.0/8"), draw), plain_subnet(*read_prefix("11.0.0.0/8"), draw),
                           plain_subnet(*read_prefix("10.1.0.0/16"), draw)});
              return std::string();
          }).find("10.1.0.0/16 and 10.0.0.0/8 overlap") != std::string::npos);
}

TEST(a_balancer_is_what_its_document_says, "in both generations, and each of its mistakes by its place") {
    const std::string endpoints = R"("HostComputeEndpoints":[")" + kFirst + R"("])", v2 = R"("SchemaVersion":{"Major":2},)";
    const auto second = [&](const std::string& more, uint32_t build = kNewest) {
        return balancer("{" + v2 + endpoints + "," + more + "}", build);
    };
    const std::string mapping = R"("PortMappings":[{"Protocol":6,"InternalPort":80,"ExternalPort":8080}])";
    CHECK(same(endpoints + "," + mapping + "}", second(mapping)));
    const std::string full =
        R"("HostComputeNetwork":")" + kSecond + R"(",)" + endpoints +
        R"(,"SourceVIP":"1.1.1.1","FrontendVIPs":["2.2.2.2","::2"],)"
        R"("PortMappings":[{"Protocol":17,"InternalPort":65535,"ExternalPort":1,"DistributionType":2,"Flags":4294967295}],"Flags":3})";
    CHECK(same(full, balancer("{" + v2 + full.substr(0))));
    const struct {
        const char* more;
        uint32_t build;
        const char* refusal;
    } rows[] = {
        {R"("PortMappings":[])", kNewest, "803B000D $: a load balancer has a port mapping"},
        {R"("PortMappings":[1])", kNewest, "8037010D $.PortMappings[0]: expected an object"},
        {R"("PortMappings":[{"Protocol":1,"InternalPort":80,"ExternalPort":8080}])", kNewest,
         "803B000D $.PortMappings[0]: the protocol is 6 or 17"},
        {R"("PortMappings":[{"Protocol":6,"ExternalPort":8080}])", kNewest, "$.PortMappings[0]: the internal port is missing"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":80}])", kNewest, "803B000D $.PortMappings[0]: the external port is missing"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":65536,"ExternalPort":1}])", kNewest, "expected an integer from 0 to 65535"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":65536}])", kNewest, "expected an integer from 0 to 65535"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1,"DistributionType":3}])", kNewest,
         "expected an integer from 0 to 2"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1,"DistributionType":1}])", 19041,
         "this version of the service has no session affinity"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1}],"Flags":2)", 18362,
         "$.Flags: this version of the service does not know all of these"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1}],"SourceVIP":"x")", kNewest,
         "$.SourceVIP: the text is no address"},
        {R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1}],"FrontendVIPs":["1.1.1.1","x"])", kNewest,
         "$.FrontendVIPs[1]: the text is no address"},
    };
    for (const auto& row : rows) {
        const std::string said = second(row.more, row.build);
        if (said.find(row.refusal) == std::string::npos) fprintf(stderr, "%s: %s\n", row.more, said.c_str());
        CHECK(said.find(row.refusal) != std::string::npos);
    }
    CHECK(second(R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":1}],"Flags":1)", 18362)[0] == '"');
    CHECK(same("803B000D $: a load balancer leads to endpoints", balancer("{" + v2 + mapping + "}")));
}

TEST(a_balancer_of_the_first_generation_is_a_policy_list, "a daemon writes references to endpoints, and one policy of type ELB") {
    const auto first = [](const std::string& references, const std::string& policy) {
        return balancer("{\"References\":[" + references + "],\"Policies\":[" + policy + "]}", kNewest, Generation::kOne);
    };
    const std::string reference = "\"/endpoints/" + kFirst + "\"",
                      elb = R"({"Type":"ELB","Protocol":6,"InternalPort":80,"ExternalPort":8080)";
    CHECK(same("\"References\":[" + reference + "],\"Policies\":[" + elb + R"(,"VIPs":[],"ILB":false,"IsDSR":false}]})",
               first(reference, elb + "}")));
    CHECK(same(
        "\"References\":[" + reference + "],\"Policies\":[" + elb +
            R"(,"SourceVIP":"1.1.1.1","VIPs":["2.2.2.2"],"ILB":true,"IsDSR":false}]})",
        first("\"/ENDPOINTS/{11111111-aaaa-1111-1111-111111111111}\"", elb + R"(,"SourceVIP":"1.1.1.1","VIPs":["2.2.2.2"],"ILB":true})")));
    CHECK(same("\"References\":[" + reference + "],\"Policies\":[" + elb + R"(,"VIPs":[],"ILB":false,"IsDSR":true}]})",
               first(reference, elb + R"(,"IsDSR":true})")));
    CHECK(first(reference, R"({"Type":"NAT"})").find("$.Policies[0].Type: a policy list has policies of type ELB") != std::string::npos);
    for (const char* wrong : {"\"/endpoints/\"", "\"/endpointz/11111111-1111-1111-1111-111111111111\"",
                              "\"/networks/11111111-1111-1111-1111-111111111111\"", "\"11111111-1111-1111-1111-111111111111\"", "\"\""})
        CHECK(first(wrong, elb + "}").find("$.References[0]: the text is no GUID") != std::string::npos);
}

TEST(a_balancer_s_flags_mean_the_same_in_both_generations, "a daemon sets by one what kube-proxy reads by the other") {
    const std::string references = R"({"References":["/endpoints/)" + kFirst +
                                   R"("],"Policies":[{"Type":"elb","Protocol":6,)"
                                   R"("InternalPort":80,"ExternalPort":8080)",
                      endpoints = R"({"HostComputeEndpoints":["{)" + kFirst + R"(}"],"HostComputeNetwork":"{)" + kSecond +
                                  R"(}","SchemaVersion":{"Major":2},)";
    const auto mapping = [](const char* flags) {
        return R"("PortMappings":[{"Protocol":6,"InternalPort":80,"ExternalPort":8080)" + std::string(flags) + "}]";
    };
    const auto ends = [](const std::string& text, const std::string& end) {
        return text.size() >= end.size() && same(end, text.substr(text.size() - end.size()));
    };
    CHECK(ends(balancer(references + "}]}"), mapping("") + "}"));
    CHECK(ends(balancer(references + R"(,"ILB":true}]})"), mapping(",\"Flags\":1") + "}"));
    CHECK(ends(balancer(references + R"(,"IsDSR":true}]})"), mapping("") + ",\"Flags\":1}"));
    const struct {
        const char *of_mapping, *of_balancer, *written;
    } rows[] = {
        {"", "", R"("ILB":false,"IsDSR":false}]})"},
        {R"(,"Flags":1)", "", R"("ILB":true,"IsDSR":false}]})"},
        {R"(,"Flags":2)", R"(,"Flags":1)", R"("ILB":false,"IsDSR":true}]})"},
        {R"(,"Flags":4294967294)", R"(,"Flags":4294967294)", R"("ILB":false,"IsDSR":false}]})"},
    };
    for (const auto& row : rows)
        CHECK(ends(balancer(endpoints + mapping(row.of_mapping) + row.of_balancer + "}", kNewest, Generation::kOne), row.written));
    CHECK(balancer(endpoints + mapping("") + "}").find(R"("HostComputeNetwork":")" + kSecond) != std::string::npos);
}

TEST(what_replaces_a_balancer_or_a_route_is_all_of_it, "a member of the one before that stays leads packets where nobody wants them") {
    const auto balancer_of = [](const std::string& number, const std::string& id) {
        return R"({"Owner":"o)" + number + R"(","Name":"n)" + number + R"(","AdditionalParams":{"a":)" + number +
               R"(},"HostComputeNetwork":")" + id + R"(","HostComputeEndpoints":[")" + id + R"("],"SourceVIP":"1.1.1.)" + number +
               R"(","FrontendVIPs":["2.2.2.)" + number + R"("],"PortMappings":[{"Protocol":6,"InternalPort":80,"ExternalPort":)" + number +
               R"(}],"Flags":)" + number + R"(,"SchemaVersion":{"Major":2}})";
    };
    PortTable table;
    const auto settled = [&](LoadBalancer& one, const std::string& json) {
        return answer_of([&] {
            const Document document = Document::parse(json);
            one.configure(document.root(), kNewest);
            one.settle(table);
            return std::string("settled");
        });
    };
    const Query query{Generation::kTwo, 0, {}};
    LoadBalancer one, two, third, fourth, fifth;
    CHECK(same("settled", settled(one, balancer_of("1", kFirst))));
    const Document document = Document::parse(balancer_of("2", kSecond));
    two.configure(document.root(), kNewest);
    const std::string wanted = two.json(query, 7);
    one.replace(std::move(two), table);
    CHECK(same(wanted, one.json(query, 7)));
    CHECK(settled(third, balancer_of("2", kFirst)).find("803B0013 port 2") == 0); /* the front ends are the new ones */
    CHECK(same("settled", settled(fourth, balancer_of("1", kFirst))));
    one.forget_endpoint(kFirst);
    CHECK_EQUAL(1, one.endpoints().size());
    one.forget_endpoint(kSecond);
    CHECK(one.endpoints().empty() && !one.gone);
    one.retire(table);
    CHECK(one.gone && same("settled", settled(fifth, balancer_of("2", kFirst))));
    const auto route_of = [](SdnRoute& route, const std::string& number, const std::string& id) {
        const Document text = Document::parse(R"({"Owner":"o)" + number + R"(","Name":"n)" + number + R"(","AdditionalParams":{"a":)" +
                                              number + R"(},"HostComputeNetwork":"{)" + id + R"(}","HostComputeEndpoints":["{)" + id +
                                              R"(}"],"Routes":[{"DestinationPrefix":"10.0.0.0/)" + number + "\"}]}");
        route.configure(text.root());
    };
    SdnRoute route, other;
    route_of(route, "1", kFirst);
    route_of(other, "2", kSecond);
    const std::string whole = other.json(query, 7);
    CHECK(whole.find(R"("HostComputeNetwork":")" + kSecond + R"(","HostComputeEndpoints":[")" + kSecond + R"("])") != std::string::npos);
    route.replace(std::move(other));
    CHECK(same(whole, route.json(query, 7)));
    route.forget_endpoint(kFirst);
    CHECK_EQUAL(1, route.endpoints().size());
    route.forget_endpoint(kSecond);
    CHECK(route.endpoints().empty());
}

TEST(a_route_of_endpoints_leads_somewhere, "hcsshim writes its legs under another name than the schema") {
    const std::string endpoints = R"("HostComputeEndpoints":[")" + kFirst + R"("],)", v2 = R"({"SchemaVersion":{"Major":2},)";
    const std::string leg = R"([{"DestinationPrefix":"10.0.0.0/8","NextHop":"1.1.1.1","NeedEncap":true,"AutomaticEndpointMonitor":true},{)"
                            R"("DestinationPrefix":"::/0","NeedEncap":false}])";
    const std::string answer = endpoints + "\"Routes\":" + leg + ",\"Setting\":" + leg + "}";
    CHECK(same(answer, route(v2 + endpoints + "\"Routes\":" + leg + "}")));
    CHECK(same(answer, route(v2 + endpoints + "\"Setting\":" + leg + "}")));
    CHECK(same(R"("HostComputeNetwork":")" + kSecond + "\"," + answer,
               route(v2 + R"("HostComputeNetwork":")" + kSecond + "\"," + endpoints + "\"Routes\":" + leg + ",\"Setting\":[]}")));
    CHECK(same("803B000D $: a route leads somewhere", route(v2 + endpoints + "\"Routes\":[]}")));
    CHECK(same("803B000D $: a route is of endpoints", route(v2 + "\"Routes\":" + leg + "}")));
    CHECK(route(v2 + endpoints + R"("Routes":[1]})").find("$.Routes[0]: expected an object") != std::string::npos);
    CHECK(route(v2 + endpoints + R"("Routes":[{"DestinationPrefix":"x"}]})").find("$.Routes[0].DestinationPrefix: the text is no prefix") !=
          std::string::npos);
    CHECK(route(v2 + endpoints + R"("Routes":[{"DestinationPrefix":"::/0","NextHop":"x"}]})")
              .find("$.Routes[0].NextHop: the text is no address") != std::string::npos);
}

TEST(words_and_ids_are_read_leniently_and_written_strictly, "GUIDs in capitals, names in any case, lists with commas") {
    const auto guid = [](const char* json, bool braces) {
        const Document document = Document::parse(json);
        return answer_of([&] { return read_guid(document.root(), braces); });
    };
    CHECK(same(kFirst, guid(R"("11111111-aaaa-1111-1111-111111111111")", false)) &&
          same(kFirst, guid(R"("{11111111-aaaa-1111-1111-111111111111}")", true)));
    CHECK(same("", guid("\"\"", true)));
    for (const char* wrong : {R"("{11111111-aaaa-1111-1111-111111111111")", R"("(11111111-aaaa-1111-1111-111111111111}")",
                              "\"{11111111-aaaa-1111-1111-111111111111)\"", "\"x\""})
        CHECK(guid(wrong, true).find("$: the text is no GUID") != std::string::npos);
    CHECK(guid(R"("{11111111-aaaa-1111-1111-111111111111}")", false).find("$: the text is no GUID") != std::string::npos);
    const Word words[] = {{"NAT", 1}, {"Overlay", kNoNumber}, {"L2Bridge", 3}};
    const auto found = [&](const char* json) {
        const Document document = Document::parse(json);
        return answer_of([&] { return std::to_string(find_word(document.root()["w"], words, 3, kInvalidArgument, "type")); });
    };
    CHECK(same("0", found(R"({"w":"nat"})")) && same("1", found(R"({"w":"OVERLAY"})")) && same("2", found(R"({"w":3})")) &&
          same("0", found(R"({"w":1})")));
    CHECK(same(std::to_string(SIZE_MAX), found("{}")));
    CHECK(same("80070057 $.w: no such type", found(R"({"w":"x"})")));
    CHECK(same("80070057 $.w: no type has the number 2", found(R"({"w":2})")));
    CHECK(same("80070057 $.w: no type has the number " + std::to_string(kNoNumber),
               found((R"({"w":)" + std::to_string(kNoNumber) + "}").c_str())));
}

TEST(a_request_names_its_verb_by_a_word_or_its_number, "the schema has an enumeration, and writers send what theirs makes of it") {
    const auto verb = [](const std::string& json) {
        const Document document = Document::parse(json);
        return answer_of([&] { return std::string(read_request_type(document.root())); });
    };
    const char* const verbs[] = {"Add", "Remove", "Update", "Refresh", "Reset"};
    for (int number = 0; number < 5; ++number) {
        const std::string word = verbs[number];
        CHECK(same(word, verb("{\"RequestType\":" + std::to_string(number) + "}")));
        CHECK(same(word, verb("{\"requesttype\":\"" + word + "\"}")));
    }
    CHECK(same("803B0015 $.RequestType: no request has the number 5", verb(R"({"RequestType":5})")));
    CHECK(same("803B0015 $.RequestType: no such request", verb(R"({"RequestType":"Ad"})")));
    CHECK(same("803B0015 $: the request names no verb", verb("{}")));
}

TEST(a_document_s_generation_follows_from_its_version, "and names are resolved by what either of them says") {
    const auto generation = [](const char* json) {
        const Document document = Document::parse(json);
        return answer_of([&] { return std::string(generation_of(document.root()) == Generation::kTwo ? "2" : "1"); });
    };
    CHECK(same("1", generation("{}")) && same("1", generation(R"({"SchemaVersion":{}})")) &&
          same("1", generation(R"({"SchemaVersion":{"Major":1,"Minor":7}})")) && same("2", generation(R"({"SchemaVersion":{"Major":2}})")));
    CHECK(generation(R"({"SchemaVersion":{"Major":3}})").find("$.SchemaVersion: no version 3 is known") != std::string::npos);
    CHECK(generation(R"({"SchemaVersion":{"Major":2,"Minor":"x"}})").find("$.SchemaVersion.Minor: expected an integer") !=
          std::string::npos);
    CHECK(join_texts(split_texts(",a,,b c,")) == "a,b c" && split_texts("").empty() && join_texts({}).empty() &&
          in_capitals("aZz`{1") == "AZZ`{1");
    const auto names = [](const char* json, Generation read, Generation written) {
        const Document document = Document::parse(json);
        return answer_of([&] {
            JsonWriter writer;
            writer.open('{');
            read_name_service(document.root(), read).write(writer, written);
            return writer.close('}').text();
        });
    };
    CHECK(same(R"({"Dns":{"Domain":"d","Search":["a","b"],"ServerList":["1.1.1.1","::1"]}})",
               names(R"({"DNSDomain":"d","DNSSuffix":"a,b","DNSServerList":"1.1.1.1,::1"})", Generation::kOne, Generation::kTwo)));
    CHECK(same(R"({"DNSDomain":"d","DNSSuffix":"a,b","DNSServerList":"1.1.1.1,::1"})",
               names(R"({"Dns":{"Domain":"d","Search":["a","b"],"ServerList":["1.1.1.1","::1"],"Options":["o"]}})", Generation::kTwo,
                     Generation::kOne)));
    CHECK(same(R"({"Dns":{"Options":["o"]}})", names(R"({"Dns":{"Options":["o"]}})", Generation::kTwo, Generation::kTwo)));
    CHECK(same("{}", names("{}", Generation::kOne, Generation::kOne)) &&
          same(R"({"Dns":{}})", names("{}", Generation::kTwo, Generation::kTwo)));
    CHECK(names(R"({"Dns":{"ServerList":["x"]}})", Generation::kTwo, Generation::kTwo)
              .find("$.Dns.ServerList[0]: expected an IPv4 or IPv6 address") != std::string::npos);
    CHECK(names(R"({"DNSServerList":"1.1.1.1,x"})", Generation::kOne, Generation::kTwo).find("$.DNSServerList: expected addresses") !=
          std::string::npos);
}

TEST(a_query_names_a_shape_and_what_it_is_about,
     "a filter's numbers and truths are compared as the old documents write them (F-11, F-13)") {
    const auto told = [](const char* text) {
        return answer_of([&] {
            const Query query = read_query(text);
            std::string answer = std::to_string(static_cast<int>(query.generation)) + "." + std::to_string(query.minor);
            for (const auto& [name, value] : query.filter) answer += " " + name + "=" + value;
            return answer;
        });
    };
    CHECK(same("1.0", told("")) && same("1.0", told("{}")) && same("2.0", told(R"({"SchemaVersion":{"Major":2}})")));
    CHECK(same("2.4294967295", told(R"({"SchemaVersion":{"Major":2,"Minor":4294967295},"Flags":4294967295})")));
    CHECK(same("1.0 Id=x IsDefault=true Number=7", told(R"({"Filter":"{\"Id\":\"x\",\"IsDefault\":true,\"Number\":7}"})")));
    CHECK(told(R"({"Flags":4294967296})").find("$.Flags: expected an integer from 0 to 4294967295") != std::string::npos);
    CHECK(told(R"({"SchemaVersion":{"Minor":4294967296}})").find("$.SchemaVersion.Minor: expected") != std::string::npos);
}
