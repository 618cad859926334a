/* Networks, endpoints, namespaces and guest services by themselves: what they answer to a document, whole, and what each has of another.
 * docs/behaviour.md has a row (F-...) for each shape that was seen. */
#include "harness.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "network/endpoint.h"
#include "network/guest_service.h"
#include "network/namespace.h"
#include "texts.h"

using namespace hcsffi;

namespace {

constexpr uint32_t kNewest = 26100, kOldest = 17763;
constexpr uint64_t kBlock = 0x00'15'5D'00'00'10;
const std::string kId = "11111111-AAAA-1111-1111-111111111111", kOther = "22222222-BBBB-2222-2222-222222222222";
const std::string kV2 = R"("SchemaVersion":{"Major":2})";

/* The service: ids in order, blocks of two hardware addresses, and one range. */
class Plan final : public NetworkPlan {
  public:
    uint32_t build = kNewest;
    std::optional<Prefix> range = read_prefix("172.16.0.0/20");

    std::string draw_id() override { return "drawn " + std::to_string(++drawn_); }
    uint32_t windows_build() const override { return build; }
    std::optional<Prefix> free_range() override { return range; }
    std::pair<uint64_t, uint64_t> hardware_block() override {
        const uint64_t first = kBlock + 2 * blocks_++;
        return {first, first + 1};
    }

  private:
    int drawn_ = 0;
    uint64_t blocks_ = 0;
};

Query query_of(Generation generation) {
    Query query;
    query.generation = generation;
    return query;
}

/* An answer without what stands before Version, which every noun has. */
std::string behind_version(const std::string& text, Generation generation) {
    const std::string frame = generation == Generation::kTwo ? R"("SchemaVersion":{"Major":2,"Minor":0},)" : R"("Version":7,)";
    const size_t at = text.find(frame);
    return at == std::string::npos ? text : text.substr(at + frame.size());
}

std::shared_ptr<Network> network_of(const std::string& json, Plan& plan) {
    const Document document = Document::parse(json);
    auto network = std::make_shared<Network>();
    network->id = kId;
    network->configure(document.root(), plan);
    return network;
}

std::string network(const std::string& json, uint32_t build = kNewest, Generation written = Generation::kTwo) {
    return answer_of([&] {
        Plan plan;
        plan.build = build;
        return behind_version(network_of(json, plan)->json(query_of(written), 7), written);
    });
}

std::string change(Network& network, Plan& plan, const std::string& request) {
    return answer_of([&] {
        const Document document = Document::parse(request);
        network.modify(document.root(), plan);
        return std::string("done");
    });
}

/* Subnets as the second generation has them, with one range and its gateway each. */
std::string subnet(const std::string& prefix, const std::string& gateway, const std::string& more = "") {
    const std::string everywhere = gateway.find(':') == std::string::npos ? "0.0.0.0/0" : "::/0";
    return R"({"IpAddressPrefix":")" + prefix + R"(","Routes":[{"NextHop":")" + gateway + R"(","DestinationPrefix":")" + everywhere +
           "\"}]" + more + "}";
}

std::string plan_of(const std::string& type, const std::string& subnets, const std::string& more = "") {
    return R"({"Type":")" + type + R"(","Ipams":[{"Subnets":[)" + subnets + "]}]," + more + kV2 + "}";
}

}  // namespace

TEST(a_network_answers_its_whole_document, "clients compare it with what they asked for, member by member (F-12, F-15, F-21)") {
    const std::string ranges = R"([{"StartMacAddress":"00-15-5D-52-C0-00","EndMacAddress":"00-15-5D-52-C3-FF"}])";
    const std::string document =
        R"({"Name":"n","Owner":"o","AdditionalParams":{"a":1},"Type":"L2Bridge","Flags":9,"MacPool":{"Ranges":)" + ranges +
        R"(},"Dns":{"Domain":"d"},"Policies":[{"Type":"HostRoute","Settings":{}}],"Ipams":[{"Type":"Static","Subnets":[{"ID":")" + kOther +
        R"(","IpAddressPrefix":"10.0.0.0/8","IpSubnets":[{"ID":")" + kOther + R"(","IpAddressPrefix":"10.1.0.0/16"}]}]}],)" + kV2 + "}";
    Plan plan;
    const auto one = network_of(document, plan);
    const std::string frame = R"({"ID":")" + kId +
                              R"(","Name":"n","Owner":"o","AdditionalParams":{"a":1},"Health":{"LastErrorCode":0,"LastUpdateTime":0},)"
                              R"("Version":7,)";
    CHECK(same(frame + R"("SchemaVersion":{"Major":2,"Minor":5},"Type":"L2Bridge","MacPool":{"Ranges":)" + ranges +
                   R"(},"Ipams":[{"Type":"Static","Subnets":[{"ID":")" + kOther +
                   R"(","IpAddressPrefix":"10.0.0.0/8","Flags":0,"Routes":[{"NextHop":"10.0.0.1","DestinationPrefix":"0.0.0.0/0"}],)"
                   R"("Policies":[],"IpSubnets":[{"ID":")" +
                   kOther +
                   R"(","IpAddressPrefix":"10.1.0.0/16","Flags":0}]}]}],"Dns":{"Domain":"d"},)"
                   R"("Policies":[{"Type":"HostRoute","Settings":{}}],"Flags":9})",
               one->json({Generation::kTwo, 5, {}}, 7)));
    one->endpoints = 3;
    one->endpoints_ever = 4;
    CHECK(same(frame + R"("Type":"l2bridge","State":1,"CurrentEndpointCount":3,"TotalEndpoints":4,"MacPools":)" + ranges +
                   R"(,"Subnets":[{"ID":")" + kOther +
                   R"(","AddressPrefix":"10.0.0.0/8","Flags":0,"GatewayAddress":"10.0.0.1","ObjectType":5,"State":0,)"
                   R"("AdditionalParams":{},"Policies":[],"IpSubnets":[{"ID":")" +
                   kOther +
                   R"(","IpAddressPrefix":"10.1.0.0/16","Flags":0,"AdditionalParams":{},"ObjectType":6,"Policies":[],"State":0}]}],)"
                   R"("DNSDomain":"d","Policies":[{"Type":"HostRoute"}],"Flags":9})",
               one->json(query_of(Generation::kOne), 7)));
    const std::string own = R"([{"StartMacAddress":"00-15-5D-00-00-10","EndMacAddress":"00-15-5D-00-00-11"}])";
    const std::string plain =
        R"("MacPool":{"Ranges":)" + own +
        R"(},"Ipams":[{"Type":"Static","Subnets":[{"ID":"drawn 1","IpAddressPrefix":"172.16.0.0/20",)"
        R"("Flags":0,"Routes":[{"NextHop":"172.16.0.1","DestinationPrefix":"0.0.0.0/0"}],"Policies":[],"IpSubnets":[{"ID":"drawn 2",)"
        R"("IpAddressPrefix":"172.16.0.0/20","Flags":0}]}]}],"Dns":{},"Policies":[]})";
    CHECK(same(plain, network("{}")) && same(plain, network("{" + kV2 + "}")));
    CHECK(same(
        R"("Type":"private","State":1,"CurrentEndpointCount":0,"TotalEndpoints":0,"MacPools":)" + own + R"(,"Subnets":[],"Policies":[]})",
        network(R"({"Type":"Private"})", kNewest, Generation::kOne)));
}

TEST(each_type_of_network_is_what_its_name_says, "some translate and get a range, some are led into from outside, some have neither") {
    const struct {
        const char *type, *written;
        bool translates, maps;
    } rows[] = {
        {"nat", "NAT", true, true},
        {"ICS", "ICS", true, true},
        {"TRANSPARENT", "Transparent", false, true},
        {"L2Bridge", "L2Bridge", false, true},
        {"L2Tunnel", "L2Tunnel", false, true},
        {"Overlay", "Overlay", false, true},
        {"Private", "Private", false, false},
        {"Internal", "Internal", false, false},
        {"Mirrored", "Mirrored", false, true},
        {"Infiniband", "Infiniband", false, true},
        {"ConstrainedICS", "ConstrainedICS", true, true},
    };
    for (const auto& row : rows) {
        Plan plan;
        const auto one = network_of(plan_of(row.type, ""), plan);
        CHECK(same(row.written, std::string(one->mode_word())));
        CHECK(row.translates == one->is_translated() && row.maps == one->maps_ports());
        CHECK_EQUAL(row.translates, one->subnets().size());
        CHECK(same(row.written, one->carried().type) && row.translates == one->carried().translates);
        CHECK_EQUAL(strcmp(row.written, "Overlay") == 0, one->policies().size()); /* its own address outside (F-57) */
        CHECK(one->matches("type", row.type) && !one->matches("Type", "x"));
        const auto given = network_of(plan_of(row.type, subnet("10.0.0.0/8", "10.0.0.9")), plan);
        CHECK(given->subnets().size() == 1 && given->carried().ranges.size() == 1);
        const bool has_gateway = strcmp(row.written, "Private") != 0; /* nobody there has one */
        CHECK(same(has_gateway ? "10.0.0.9" : "", has_gateway ? text_of(*given->carried().ranges[0].gateway) : ""));
        CHECK(has_gateway == given->carried().ranges[0].gateway.has_value() &&
              same("10.0.0.0/8", text_of(given->carried().ranges[0].prefix)));
    }
    CHECK(holds(network(R"({"Type":3})"), "803B000B $.Type: no type of network has the number 3"));
    Plan plan;
    const auto provided = network_of(
        plan_of("Overlay", "", R"("Policies":[{"Type":"HostRoute"},{"Type":"ProviderAddress","Settings":{"ProviderAddress":"1.1.1.1"}}],)"),
        plan);
    CHECK(provided->policies().size() == 2 && same(kId, provided->carried().id) && provided->carried().policies.size() == 2);
    CHECK_EQUAL(2, network_of(plan_of("Overlay", "", R"("Policies":[{"Type":"HostRoute"}],)"), plan)->policies().size());
    plan.range.reset();
    CHECK(same("803B0032 $: no range is left for a network that names none", answer_of([&] {
                   network_of("{}", plan);
                   return std::string();
               })));
}

TEST(what_a_network_asks_for_is_checked_by_the_version,
     "an older service would not do what the flag or the second family asks for (F-14)") {
    const std::string four = subnet("10.0.0.0/8", "10.0.0.1"), six = subnet("fd00::/64", "fd00::1");
    const struct {
        std::string document;
        uint32_t first; /* build that has it; 0: all */
        const char* refusal;
    } rows[] = {
        {plan_of("NAT", four, R"("Flags":1024,)"), 22621, "803B0015 $.Flags: this version of the service does not know all of these"},
        {plan_of("NAT", four, R"("Flags":8192,)"), 26100, "803B0015 $.Flags: this version of the service does not know all of these"},
        {plan_of("NAT", four, R"("Flags":4294958079,)"), 0, ""}, /* all but these two */
        {plan_of("NAT", four), 0, ""},
        {plan_of("NAT", six), 0, ""},
        {plan_of("NAT", four + "," + six), 19041, "803B0015 $: this version of the service has no networks of both families"},
    };
    for (const auto& row : rows) {
        CHECK(holds(network(row.document, kOldest), row.first == 0 ? "\"Ipams\"" : row.refusal));
        CHECK(holds(network(row.document, row.first), "\"Ipams\""));
        if (row.first != 0) CHECK(holds(network(row.document, row.first - 1), row.refusal));
    }
    CHECK(holds(network(R"({"Flags":4294967296})"), "8037010D $.Flags: expected an integer from 0 to 4294967295"));
    CHECK(holds(network(R"({"Flags":4294967295})"), R"("Flags":4294967295})"));
    CHECK(holds(network(R"({"Name":")" + std::string(257, 'n') + "\"}"), "803B000A $.Name"));
    /* The first generation's subnets are no second one's, and the other way round. */
    const std::string both = R"("Type":"L2Bridge","Subnets":[{"AddressPrefix":"10.0.0.0/8"}],"Ipams":[{"Type":"Dhcp","Subnets":[)"
                             R"({"IpAddressPrefix":""},{"IpAddressPrefix":"11.0.0.0/8"}]},{"Subnets":[{"IpAddressPrefix":"12.0.0.0/8"}]}])";
    const std::string first = network("{" + both + "}"), second = network("{" + both + "," + kV2 + "}");
    CHECK(holds(first, "10.0.0.0/8") && first.find("11.0.0.0/8") == std::string::npos && holds(first, R"("Type":"Static")"));
    CHECK(second.find("10.0.0.0/8") == std::string::npos && holds(second, "11.0.0.0/8") && holds(second, "12.0.0.0/8"));
    CHECK(holds(second, R"("Ipams":[{"Type":"Dhcp")"));
    CHECK(holds(network(plan_of("L2Bridge", "1")), "expected an object, found the number 1"));
    CHECK(holds(network(R"({"Ipams":[{"Type":2}],)" + kV2 + "}"),
                "803B000A $.Ipams[0].Type: no type of address management has the number 2"));
    CHECK(holds(network(R"({"Ipams":[{"Type":1}],)" + kV2 + "}"), R"("Ipams":[{"Type":"Dhcp")"));
}

TEST(a_network_s_hardware_addresses_are_handed_out_once, "two adapters with one address on a network hear half of what they are sent") {
    const struct {
        const char *first, *last;
        bool fits;
    } rows[] = {
        {"00-15-5D-00-00-01", "00-15-5D-00-00-01", true},
        {"00-15-5D-00-00-02", "00-15-5D-00-00-01", false},
        {"x", "00-15-5D-00-00-01", false},
        {"00-15-5D-00-00-01", "x", false},
        {"00-00-00-00-00-00", "00-15-5D-00-00-01", false},
        {"00-15-5D-00-00-01", "01-15-5D-00-00-01", false},
        {"00:15:5d:00:00:01", "02:15:5d:00:00:02", true},
    };
    for (const auto& row : rows) {
        const std::string range = std::string(R"([{"StartMacAddress":")") + row.first + R"(","EndMacAddress":")" + row.last + "\"}]";
        const char* const refusal = "a range goes from one adapter's hardware address to another's";
        CHECK(holds(network(R"({"MacPools":)" + range + "}"), row.fits ? "MacPool" : refusal));
        CHECK(holds(network(R"({"MacPool":{"Ranges":)" + range + "}," + kV2 + "}"), row.fits ? "MacPool" : refusal));
    }
    const auto taken = [](Network& one, uint64_t address) {
        return answer_of([&] {
            one.take_hardware_address(address);
            return std::string("taken");
        });
    };
    Plan plan;
    const auto grows = network_of("{}", plan);
    CHECK(same("taken", taken(*grows, kBlock)) && same("taken", taken(*grows, kBlock + 2)));
    for (const uint64_t address : {kBlock, kBlock + 2})
        CHECK(holds(taken(*grows, address), "800700B7 00-15-5D-00-00-1" + std::to_string(address - kBlock) + " is in use"));
    CHECK_EQUAL(kBlock + 1, grows->take_hardware_address(plan));
    CHECK_EQUAL(kBlock + 3, grows->take_hardware_address(plan)); /* of its next block; the first of it is taken */
    CHECK_EQUAL(kBlock + 4, grows->take_hardware_address(plan));
    grows->give_hardware_address_back(kBlock + 1);
    CHECK_EQUAL(kBlock + 1, grows->take_hardware_address(plan));
    CHECK(same("taken", taken(*grows, 77)) && holds(taken(*grows, 77), "is in use"));
    grows->give_hardware_address_back(77);
    CHECK(same("taken", taken(*grows, 77)));
    const auto given =
        network_of(R"({"MacPools":[{"StartMacAddress":"00-15-5D-00-00-01","EndMacAddress":"00-15-5D-00-00-01"},{"StartMacAddress":)"
                   R"("00-15-5D-00-00-03","EndMacAddress":"00-15-5D-00-00-03"}]})",
                   plan);
    CHECK(given->take_hardware_address(plan) == 0x15'5D'00'00'01 && given->take_hardware_address(plan) == 0x15'5D'00'00'03);
    CHECK(same("800705AA the network's hardware addresses are used up",
               answer_of([&] { return std::to_string(given->take_hardware_address(plan)); })));
}

TEST(an_address_is_taken_once_wherever_it_lies, "a network without subnets has a router that knows them, and still no address twice") {
    Plan plan;
    const auto address = [](const char* text) { return *read_address(text); };
    const auto taken = [&](Network& one, const char* text) {
        return answer_of([&] {
            one.take_address(address(text));
            return std::string("taken");
        });
    };
    const auto wild = network_of(R"({"Type":"Transparent"})", plan);
    CHECK(same("taken", taken(*wild, "10.0.0.2")) && same("803B002F 10.0.0.2 is in use", taken(*wild, "10.0.0.2")));
    wild->give_address_back(address("10.0.0.2"));
    CHECK(same("taken", taken(*wild, "10.0.0.2")));
    const auto planned = network_of(plan_of("NAT", subnet("10.0.0.0/29", "10.0.0.1") + "," + subnet("fd00::/64", "fd00::1")), plan);
    CHECK(same("taken", taken(*planned, "10.0.0.2")) && same("803B002F 10.0.0.2 is in use", taken(*planned, "10.0.0.2")));
    CHECK(same("803B001E 10.0.0.9 lies in no subnet of the network", taken(*planned, "10.0.0.9")));
    CHECK(same("803B002F 10.0.0.1 is in use", taken(*planned, "10.0.0.1")));
    planned->give_address_back(address("10.0.0.2"));
    CHECK(same("taken", taken(*planned, "10.0.0.2")));
    const auto room = [&](std::optional<bool> six, const std::string& id) {
        const Subnet* const found = planned->subnet_with_room(six, id);
        return found == nullptr ? "none" : text_of(found->prefix);
    };
    CHECK(same("10.0.0.0/29", room(false, "")) && same("fd00::/64", room(true, "")) && same("10.0.0.0/29", room(std::nullopt, "")));
    const std::string second = planned->subnets()[1].ip_subnets[0].id;
    CHECK(same("fd00::/64", room(std::nullopt, second)) && same("none", room(false, second)) && same("none", room(std::nullopt, "x")));
    for (const char* one : {"10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"}) CHECK(same("taken", taken(*planned, one)));
    CHECK(same("none", room(false, "")) && same("fd00::/64", room(std::nullopt, "")));
    CHECK(planned->subnet_of(address("fd00::9")) == &planned->subnets()[1] && planned->subnet_of(address("fd01::")) == nullptr);
}

TEST(a_change_of_a_network_is_a_request_for_one_resource, "and what a service cannot change it refuses, rather than to do nothing") {
    Plan plan;
    const auto one = network_of(plan_of("L2Bridge", subnet("10.0.0.0/8", "10.0.0.1")), plan);
    const struct {
        const char *request, *answer;
    } rows[] = {
        {R"({"ResourceType":"DNS","RequestType":"Update","Settings":{"Domain":"x"}})", "done"},
        {R"({"ResourceType":"dns","RequestType":2,"Settings":{"ServerList":["1.1.1.1"]}})", "done"},
        {R"({"ResourceType":"DNS","RequestType":"Add","Settings":{}})", "803B0015 $: the resource does not take this request"},
        {R"({"ResourceType":"Extension","RequestType":"Update","Settings":{}})", "803B0015 $: the resource does not take this request"},
        {R"({"ResourceType":"Port","RequestType":"Add","Settings":{}})", "803B0015 $.ResourceType: no such resource of a network"},
        {R"({"RequestType":"Add","Settings":{}})", "803B0015 $: the request names no resource"},
        {R"({"ResourceType":"Policy","RequestType":"Add"})", "8037010D $.Settings: expected an object"},
        {R"({"ResourceType":"Policy","RequestType":"Refresh","Settings":{}})", "803B0015 policies are not changed by Refresh"},
        {R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"HostRoute"}]}})", "done"},
        {R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"HostRoute"}]}})",
         "803B0012 the very policy of type HostRoute is there already"},
        {R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"VxlanPort","Settings":{}}]}})", "803B000D"},
        {R"({"ResourceType":"Policy","RequestType":"Remove","Settings":{"Policies":[{"Type":"VxlanPort","Settings":{}}]}})", "803B0008"},
        {R"({"ResourceType":"Policy","RequestType":"Remove","Settings":{"Policies":[{"Type":"HostRoute"}]}})", "done"},
        {R"({"ResourceType":"Subnet","RequestType":"Add","Settings":{"Subnets":[{"IpAddressPrefix":"10.1.0.0/16"}]}})",
         "803B0032 10.1.0.0/16 and 10.0.0.0/8 overlap"},
        {R"({"ResourceType":"Subnet","RequestType":"Add","Settings":{"Subnets":[{"IpAddressPrefix":"11.0.0.0/8"},{"IpAddressPrefix":)"
         R"("12.0.0.0/8"},{"IpAddressPrefix":"13.0.0.0/8","ID":"33333333-3333-3333-3333-333333333333"}]}})",
         "done"},
        {R"({"ResourceType":"Subnet","RequestType":"Update","Settings":{"Subnets":[{"IpAddressPrefix":"11.0.0.0/8"}]}})",
         "803B0015 $.Settings.Subnets[0]: the resource does not take this request"},
        {R"({"ResourceType":"Subnet","RequestType":"Remove","Settings":{"Subnets":[{"IpAddressPrefix":"11.0.0.0/16"}]}})",
         "$.Settings.Subnets[0]: the network has no such subnet"},
        {R"({"ResourceType":"Subnet","RequestType":"Remove","Settings":{"Subnets":[{"IpAddressPrefix":"11.0.0.0/8"}]}})", "done"},
        {R"({"ResourceType":"Subnet","RequestType":"Remove","Settings":{"Subnets":[{"ID":"33333333-3333-3333-3333-333333333333",)"
         R"("IpAddressPrefix":"99.0.0.0/8"}]}})",
         "done"},
    };
    for (const auto& row : rows) {
        const std::string answer = change(*one, plan, row.request);
        if (strcmp(row.answer, "done") == 0) CHECK(same(row.answer, answer));
        CHECK(holds(answer, row.answer));
    }
    CHECK(one->subnets().size() == 2 && same("10.0.0.0/8", text_of(one->subnets()[0].prefix)) &&
          same("12.0.0.0/8", text_of(one->subnets()[1].prefix)));
    CHECK(one->policies().empty() && one->names().domain.empty() && one->names().servers.size() == 1);
    one->take_address(*read_address("12.0.0.2"));
    const char* const removal =
        R"({"ResourceType":"Subnet","RequestType":"Remove","Settings":{"Subnets":[{"IpAddressPrefix":"12.0.0.0/8"}]}})";
    CHECK(holds(change(*one, plan, removal), "803B002C $.Settings.Subnets[0]: endpoints have addresses in this subnet"));
    one->give_address_back(*read_address("12.0.0.2"));
    CHECK(same("done", change(*one, plan, removal)) && one->changed > 0);
    one->put_back({{"HostRoute", "{}"}});
    CHECK_EQUAL(1, one->policies().size());
}

TEST(ranges_within_a_subnet_come_and_go, "an orchestrator gives each node its own, and takes none away that somebody has an address of") {
    Plan plan;
    const auto one = network_of(plan_of("L2Bridge", subnet("10.0.0.0/8", "10.1.0.1",
                                                           R"(,"ID":")" + kOther + R"(","IpSubnets":[{"IpAddressPrefix":"10.9.0.0/16"}])")),
                                plan);
    const auto request = [&](const char* verb, const std::string& prefix, const std::string& id = kOther) {
        return change(*one, plan,
                      std::string(R"({"ResourceType":"IPSubnet","RequestType":")") + verb + R"(","Settings":{"SubnetId":")" + id +
                          R"(","IpSubnets":[{"IpAddressPrefix":")" + prefix + "\"}]}}");
    };
    CHECK(holds(request("Add", "10.1.0.0/16", kId), "$.Settings: the network has no such subnet"));
    CHECK(same("done", request("Add", "10.1.0.0/16")) && same("done", request("Add", "10.2.0.0/16")));
    CHECK(holds(request("Add", "10.1.1.0/24"), "$.Settings.IpSubnets[0]: two IP subnets overlap"));
    CHECK(holds(request("Add", "11.0.0.0/16"), "the range lies outside its subnet"));
    CHECK(holds(request("Update", "10.2.0.0/16"), "803B0015 $.Settings.IpSubnets[0]: the resource does not take this request"));
    CHECK(holds(request("Remove", "10.3.0.0/16"), "$.Settings.IpSubnets[0]: the subnet has no such IP subnet"));
    CHECK(holds(request("Remove", "10.2.0.0/24"), "$.Settings.IpSubnets[0]: the subnet has no such IP subnet"));
    const std::string ids[] = {one->subnets()[0].ip_subnets[1].id, one->subnets()[0].ip_subnets[2].id};
    Subnet* const subnet = one->subnet_with_room(false, ids[0]);
    CHECK(subnet != nullptr && same("10.1.0.2", text_of(*subnet->lowest_free(ids[0])))); /* the gateway is nobody's */
    CHECK(same("10.2.0.1", text_of(*subnet->lowest_free(ids[1]))));
    for (const char* taken : {"10.1.0.2", "10.2.0.1"}) one->take_address(*read_address(taken));
    for (const char* used : {"10.1.0.0/16", "10.2.0.0/16"}) CHECK(holds(request("Remove", used), "endpoints have addresses in this range"));
    for (const char* taken : {"10.1.0.2", "10.2.0.1"}) one->give_address_back(*read_address(taken));
    CHECK(same("done", request("Remove", "10.1.0.0/16")) && same("done", request("Remove", "10.2.0.0/16")));
    CHECK_EQUAL(1, one->subnets()[0].ip_subnets.size());
    CHECK(same("done", request("Add", "10.3.0.0/16")));
    CHECK(same("done", change(*one, plan,
                              R"({"ResourceType":"Subnet","RequestType":"Remove","Settings":{"Subnets":[{"ID":")" + kOther +
                                  R"(","IpAddressPrefix":"10.0.0.0/8"}]}})"))); /* nobody has an address of it */
}

namespace {

/* An endpoint of a network, or why there is none. */
struct Made {
    std::unique_ptr<Endpoint> endpoint;
    std::string refusal;
};

Made endpoint_of(const std::shared_ptr<Network>& network, Plan& plan, PortTable& table, const std::string& json) {
    Made made{std::make_unique<Endpoint>(network, table), ""};
    made.endpoint->id = kOther;
    made.refusal = answer_of([&] {
        const Document document = Document::parse(json);
        made.endpoint->configure(document.root(), plan);
        return std::string();
    });
    return made;
}

std::string v2(const std::string& members) { return "{" + members + (members.empty() ? "" : ",") + kV2 + "}"; }

}  // namespace

TEST(an_endpoint_answers_its_whole_document, "clients find its addresses, routes and gateway by nothing else (F-12, F-27, F-61)") {
    Plan plan;
    PortTable table;
    const auto net =
        network_of(R"({"Name":"n","Type":"L2Bridge","Dns":{"Domain":"of the network"},"Ipams":[{"Subnets":[)" +
                       subnet("10.0.0.0/8", "10.0.0.1", R"(,"IpSubnets":[{"ID":")" + kId + R"(","IpAddressPrefix":"10.1.0.0/16"}])") + "," +
                       subnet("fd00::/64", "fd00::1") + "]}]," + kV2 + "}",
                   plan);
    const Made plain = endpoint_of(net, plan, table, v2(R"("Name":"e")"));
    CHECK(same("", plain.refusal));
    const std::string six_id = net->subnets()[1].ip_subnets[0].id;
    const std::string configurations = R"("IpConfigurations":[{"IpAddress":"10.1.0.1","PrefixLength":8,"IpSubnetId":")" + kId +
                                       R"("},{"IpAddress":"fd00::2","PrefixLength":64,"IpSubnetId":")" + six_id + R"("}])";
    const std::string routes =
        R"("Routes":[{"NextHop":"10.0.0.1","DestinationPrefix":"0.0.0.0/0"},{"NextHop":"fd00::1","DestinationPrefix":)"
        R"("::/0"}])";
    const std::string mac = R"("MacAddress":"00-15-5D-00-00-10")";
    CHECK(same(
        R"("HostComputeNetwork":")" + kId + "\"," + configurations + "," + routes + "," + mac + R"(,"State":1,"Dns":{},"Policies":[]})",
        behind_version(plain.endpoint->json(query_of(Generation::kTwo), 7), Generation::kTwo)));
    CHECK(same(R"("VirtualNetwork":")" + kId +
                   R"(","VirtualNetworkName":"n","Type":"L2Bridge","IPAddress":"10.1.0.1","PrefixLength":8,"GatewayAddress":"10.0.0.1",)"
                   R"("IPv6Address":"fd00::2","IPv6PrefixLength":64,"GatewayAddressV6":"fd00::1",)" +
                   mac + R"(,"State":1,"Policies":[]})",
               behind_version(plain.endpoint->json(query_of(Generation::kOne), 7), Generation::kOne)));
    CHECK(same(configurations + "," + mac + "}",
               behind_version(plain.endpoint->addresses_json(query_of(Generation::kTwo), 7), Generation::kTwo)));
    const CarriedEndpoint carried = plain.endpoint->carried();
    CHECK(same(kOther, carried.id) && carried.hardware == kBlock && carried.addresses.size() == 2 && carried.routes.size() == 2);
    CHECK(same("of the network", carried.names.domain) && same(kId, carried.network.id));
    CHECK(carried.addresses[0].prefix_length == 8 && same("fd00::2", text_of(carried.addresses[1].address)));
    Carriage carriage;
    carriage.bytes_received = 1, carriage.bytes_sent = 2, carriage.packets_received = 3, carriage.packets_sent = 4;
    carriage.dropped_incoming = 5, carriage.dropped_outgoing = 6;
    const std::string figures = R"("BytesReceived":1,"BytesSent":2,"PacketsReceived":3,"PacketsSent":4,"DroppedPacketsIncoming":5,)"
                                R"("DroppedPacketsOutgoing":6})";
    CHECK(same(R"({"EndpointId":")" + kOther + R"(","InstanceId":"",)" + figures, plain.endpoint->statistics_json(carriage)));
    plain.endpoint->enter(kId);
    CHECK(same(R"({"EndpointId":")" + kOther + R"(","InstanceId":")" + kId + "\"," + figures, plain.endpoint->statistics_json(carriage)));
    CHECK(holds(plain.endpoint->json(query_of(Generation::kOne), 7), R"("Namespace":{"ID":")" + kId + "\"}"));
    CHECK(holds(plain.endpoint->json(query_of(Generation::kTwo), 7), R"("HostComputeNamespace":")" + kId + "\""));
    plain.endpoint->attach("machine");
    CHECK(same(R"({"EndpointId":")" + kOther + R"(","InstanceId":"machine",)" + figures, plain.endpoint->statistics_json(carriage)));
    const Made full =
        endpoint_of(net, plan, table,
                    R"({"VirtualNetwork":")" + kId +
                        R"(","IPAddress":"10.1.0.5","PrefixLength":32,"IPv6Address":"fd00::5","MacAddress":"02-00-00-00-00-01",)"
                        R"("DisableICC":true,"DNSDomain":"d","Policies":[{"Type":"VLAN","VLAN":5}]})");
    CHECK(same("", full.refusal));
    CHECK(same(R"("HostComputeNetwork":")" + kId + R"(","IpConfigurations":[{"IpAddress":"10.1.0.5","PrefixLength":32,"IpSubnetId":")" +
                   kId + R"("},{"IpAddress":"fd00::5","PrefixLength":64,"IpSubnetId":")" + six_id + R"("}],)" + routes +
                   R"(,"Flags":2,"MacAddress":"02-00-00-00-00-01","State":1,"Dns":{"Domain":"d"},)"
                   R"("Policies":[{"Type":"VLAN","Settings":{"IsolationId":5}}]})",
               behind_version(full.endpoint->json(query_of(Generation::kTwo), 7), Generation::kTwo)));
    CHECK(same("d", full.endpoint->carried().names.domain) && full.endpoint->carried().policies.size() == 1);
    CHECK(full.endpoint->matches("virtualnetwork", kId) && full.endpoint->matches("VirtualNetwork", "{" + kId + "}") &&
          !full.endpoint->matches("VirtualNetwork", "n") && full.endpoint->matches("VirtualNetworkName", "n") &&
          !full.endpoint->matches("VirtualNetworkName", kId) && !full.endpoint->matches("Other", "n") &&
          full.endpoint->matches("id", kOther));
}

TEST(the_flags_of_an_endpoint_are_members_in_the_first_generation, "a client of either finds what one of the other has set (F-14)") {
    Plan plan;
    PortTable table;
    const auto net = network_of(plan_of("L2Bridge", subnet("10.0.0.0/8", "10.0.0.1")), plan);
    const struct {
        const char* first;
        int flags;
    } rows[] = {{R"("IsRemoteEndpoint":true)", 1}, {R"("DisableICC":true)", 2}, {R"("EnableLowMetric":true)", 8}};
    for (const auto& row : rows) {
        const Made old = endpoint_of(net, plan, table, std::string("{\"IPAddress\":\"10.0.0.9\",") + row.first + "}");
        CHECK(holds(old.endpoint->json(query_of(Generation::kTwo), 7), "\"Flags\":" + std::to_string(row.flags) + ","));
        old.endpoint->retire();
        const Made fresh =
            endpoint_of(net, plan, table, v2(R"("IpConfigurations":[{"IpAddress":"10.0.0.9"}],"Flags":)" + std::to_string(row.flags)));
        const std::string answer = fresh.endpoint->json(query_of(Generation::kOne), 7);
        for (const auto& other : rows) CHECK((answer.find(other.first) != std::string::npos) == (other.flags == row.flags));
        CHECK(fresh.endpoint->is_remote() == (row.flags == 1));
    }
    const Made ignored = endpoint_of(net, plan, table, v2(R"("IsRemoteEndpoint":true,"DisableICC":true,"EnableLowMetric":true)"));
    CHECK(ignored.endpoint->json(query_of(Generation::kTwo), 7).find("Flags") == std::string::npos);
    const Made most = endpoint_of(net, plan, table, v2(R"("Flags":4294967294)"));
    CHECK(same("", most.refusal) && holds(most.endpoint->json(query_of(Generation::kTwo), 7), R"("Flags":4294967294,)"));
}

TEST(an_endpoint_that_cannot_be_is_refused_with_its_place, "of many members the client has to find the one") {
    Plan plan;
    PortTable table;
    const auto net = network_of(plan_of("Private", subnet("10.0.0.0/29", "10.0.0.1") + "," + subnet("fd00::/64", "fd00::1")), plan);
    const auto wild = network_of(R"({"Type":"Transparent"})", plan);
    const auto config = [](const std::string& address, const std::string& more = "") {
        return v2(R"("IpConfigurations":[{"IpAddress":")" + address + "\"" + more + "}]");
    };
    const struct {
        std::shared_ptr<Network> network;
        std::string document, answer;
    } rows[] = {
        {net, v2(R"("HostComputeNetwork":")" + kOther + "\""), "803B000C $.HostComputeNetwork: names another network than the handle"},
        {net, R"({"VirtualNetwork":")" + kOther + "\"}", "803B000C $.VirtualNetwork: names another network than the handle"},
        {net, v2(R"("HostComputeNetwork":"{)" + kId + "}\""), ""},
        {net, v2(R"("IpConfigurations":[1])"), "8037010D $.IpConfigurations[0]: expected an object"},
        {net, config("10.0.0.2", R"(,"PrefixLength":33)"),
         "803B0030 $.IpConfigurations[0].PrefixLength: no prefix of this family is as long"},
        {net, config("fd00::2", R"(,"PrefixLength":129)"), "no prefix of this family is as long"},
        {net, config("fd00::2", R"(,"PrefixLength":128)"), ""},
        {net, config("10.0.0.2", R"(,"PrefixLength":32)"), ""},
        {net, config("10.0.0.2", R"(,"PrefixLength":29)"), ""},
        {net, config("10.0.0.2", R"(,"PrefixLength":0)"), ""},
        {net, config("10.0.0.2", R"(,"PrefixLength":28)"), "the prefix is as long as the subnet's, or the whole address"},
        {net, config("10.0.0.2", R"(,"PrefixLength":256)"),
         "8037010D $.IpConfigurations[0].PrefixLength: expected an integer from 0 to 255"},
        {net, config("x"), "803B001E $.IpConfigurations[0].IpAddress: the text is no address"},
        {net, config("10.0.0.2", R"(,"IpSubnetId":")" + kOther + "\""),
         "803B001E $.IpConfigurations[0].IpAddress: lies outside the IP subnet it names"},
        {net, v2(R"("IpConfigurations":[{"IpSubnetId":")" + kOther + "\"}]"), "803B002F no address of the network is left"},
        {net, v2(R"("IpConfigurations":[{}])"), ""},
        {net, v2(R"("Flags":1,"IpConfigurations":[{"IpAddress":"10.0.0.9","PrefixLength":17}],"MacAddress":"02-00-00-00-00-09")"), ""},
        {net, v2(R"("Flags":1,"IpConfigurations":[{"IpAddress":"10.0.0.2","PrefixLength":17}])"), ""},
        {net, v2(R"("Flags":1)"), "803B000C a remote endpoint has an address of its own"},
        {net, v2(R"("MacAddress":"x")"), "803B000C $.MacAddress: the text is no adapter's hardware address"},
        {net, v2(R"("MacAddress":"01-00-00-00-00-00")"), "803B000C $.MacAddress: the text is no adapter's hardware address"},
        {net, v2(R"("Policies":[{"Type":"PortMapping","Settings":{"Protocol":6,"InternalPort":1,"ExternalPort":1}}])"),
         "803B0016 nothing comes into such a network from outside"},
        {net, v2(R"("Policies":[{"Type":"Firewall"}])"), ""},
        {net, v2(R"("Name":")" + std::string(257, 'n') + "\""), "803B000C $.Name"},
        {wild, config("10.0.0.2", R"(,"PrefixLength":24)"), ""},
        {wild, config("10.0.0.2"), ""},
        {wild, v2(R"("Policies":[{"Type":"PortMapping","Settings":{"Protocol":6,"InternalPort":1,"ExternalPort":1}}])"), ""},
        {wild, v2(R"("IpConfigurations":[{}])"), "803B002F no address of the network is left"},
    };
    for (const auto& row : rows) {
        const Made made = endpoint_of(row.network, plan, table, row.document);
        if (row.answer.empty()) CHECK(same("", made.refusal));
        CHECK(holds(made.refusal, row.answer));
    }
    /* Each has given back what it had: the same address and the same hardware address are there for the next. */
    const Made again = endpoint_of(net, plan, table, config("10.0.0.2"));
    CHECK(same("", again.refusal) && again.endpoint->carried().hardware == kBlock);
    const Made bare = endpoint_of(wild, plan, table, config("10.0.0.2"));
    CHECK(holds(bare.endpoint->json(query_of(Generation::kTwo), 7), R"("IpConfigurations":[{"IpAddress":"10.0.0.2","PrefixLength":32}])"));
    CHECK(bare.endpoint->json(query_of(Generation::kOne), 7).find("Gateway") == std::string::npos);
    CHECK(!endpoint_of(wild, plan, table, config("10.0.0.2")).refusal.empty());
}

TEST(an_endpoint_of_another_machine_takes_nothing_here, "kube-proxy describes the same one on every node (F-69)") {
    Plan plan;
    PortTable table;
    const auto net = network_of(plan_of("L2Bridge", subnet("10.0.0.0/8", "10.0.0.1")), plan);
    const std::string remote = v2(R"("Flags":1,"IpConfigurations":[{"IpAddress":"10.0.0.2"}],"MacAddress":"02-00-00-00-00-09")");
    const Made one = endpoint_of(net, plan, table, remote), two = endpoint_of(net, plan, table, remote);
    CHECK(same("", one.refusal) && same("", two.refusal) && one.endpoint->carried().routes.empty());
    const Made here = endpoint_of(net, plan, table, v2(R"("MacAddress":"02-00-00-00-00-09")"));
    CHECK(same("", here.refusal) && same("10.0.0.2", text_of(here.endpoint->carried().addresses[0].address)));
    CHECK(same("803B000F a remote endpoint is attached to nothing here", answer_of([&] {
                   one.endpoint->attach("machine");
                   return std::string();
               })));
    const Made routed = endpoint_of(net, plan, table, v2(R"("Routes":[{"NextHop":"10.0.0.7","DestinationPrefix":"10.9.0.0/16"}])"));
    CHECK(routed.endpoint->carried().routes.size() == 1 && same("10.0.0.7", routed.endpoint->carried().routes[0].next_hop));
    const auto more = network_of(plan_of("L2Bridge", subnet("10.0.0.0/8", "10.0.0.1") + "," + subnet("11.0.0.0/8", "11.0.0.1") +
                                                         R"(,)"
                                                         R"({"IpAddressPrefix":"12.0.0.0/8","Routes":[{"NextHop":"12.0.0.9",)"
                                                         R"("DestinationPrefix":"13.0.0.0/8"}]})"),
                                 plan);
    const Made eleven = endpoint_of(more, plan, table, v2(R"("IpConfigurations":[{"IpAddress":"11.0.0.5"}])"));
    CHECK(eleven.endpoint->carried().routes.size() == 1 && same("11.0.0.1", eleven.endpoint->carried().routes[0].next_hop));
    const Made twelve = endpoint_of(more, plan, table, v2(R"("IpConfigurations":[{"IpAddress":"12.0.0.5"}])"));
    CHECK(twelve.endpoint->carried().routes.size() == 1 && same("12.0.0.1", twelve.endpoint->carried().routes[0].next_hop));
}

TEST(what_an_endpoint_had_goes_back_once, "a client that closes late must not give away what is somebody else's by then") {
    Plan plan;
    PortTable table;
    const auto net = network_of(R"({"MacPools":[{"StartMacAddress":"00-15-5D-00-00-01","EndMacAddress":"00-15-5D-00-00-09"}]})", plan);
    const std::string document = v2(R"("IpConfigurations":[{"IpAddress":"172.16.0.9"}],"MacAddress":"00-15-5D-00-00-02",)"
                                    R"("Policies":[{"Type":"PortMapping","Settings":{"Protocol":6,"InternalPort":1,"ExternalPort":80}}])");
    Made first = endpoint_of(net, plan, table, document);
    CHECK(same("", first.refusal) && !first.endpoint->gone);
    first.endpoint->retire();
    CHECK(first.endpoint->gone);
    const Made second = endpoint_of(net, plan, table, document);
    CHECK(same("", second.refusal));
    first.endpoint.reset();
    const std::string address = R"("IpConfigurations":[{"IpAddress":"172.16.0.9"}])", hardware = R"("MacAddress":"00-15-5D-00-00-02")";
    CHECK(same("803B002F 172.16.0.9 is in use", endpoint_of(net, plan, table, v2(address)).refusal));
    CHECK(same("800700B7 00-15-5D-00-00-02 is in use", endpoint_of(net, plan, table, v2(hardware)).refusal));
    const auto modified = [&](Endpoint& one, const std::string& request) {
        return answer_of([&] {
            const Document change = Document::parse(request);
            one.modify(change.root(), kNewest);
            return std::string("done");
        });
    };
    const Made third = endpoint_of(net, plan, table, v2(""));
    const std::string mapping = R"({"Type":"PortMapping","Settings":{"Protocol":6,"InternalPort":1,"ExternalPort":80}})";
    const auto request = [](const std::string& verb, const std::string& policies) {
        return R"({"ResourceType":"Policy","RequestType":")" + verb + R"(","Settings":{"Policies":[)" + policies + "]}}";
    };
    CHECK(holds(modified(*third.endpoint, request("Add", mapping)), "803B0013 port 80"));
    CHECK(third.endpoint->policies().empty());
    const std::vector<Policy> before = second.endpoint->policies();
    CHECK(same("done", modified(*second.endpoint, request("Remove", mapping))) &&
          same("done", modified(*third.endpoint, request("Add", mapping))));
    CHECK(holds(answer_of([&] {
                    second.endpoint->put_back(before);
                    return std::string();
                }),
                "803B0013") &&
          second.endpoint->policies().empty());
    third.endpoint->put_back({});
    second.endpoint->put_back(before);
    CHECK(second.endpoint->policies().size() == 1 && holds(modified(*third.endpoint, request("Add", mapping)), "803B0013 port 80"));
}

TEST(an_endpoint_s_state_says_where_it_is_plugged_in, "old clients read it before they take a network away (F-32, F-33)") {
    Plan plan;
    PortTable table;
    const auto net = network_of("{}", plan);
    const Made made = endpoint_of(net, plan, table, "{}");
    Endpoint& one = *made.endpoint;
    const auto state = [&] {
        const std::string answer = one.json(query_of(Generation::kOne), 7), name = "\"State\":";
        return answer.substr(answer.find(name) + name.size(), 1);
    };
    const auto modify = [&](const std::string& request) {
        return answer_of([&] {
            const Document change = Document::parse(request);
            one.modify(change.root(), kNewest);
            return "done " + state() + one.machine();
        });
    };
    const std::string attach = R"({"ResourceType":"Port","RequestType":"Add","Settings":{"VirtualMachineId":")" + kId + "\"}}";
    const struct {
        std::string request, answer;
    } rows[] = {
        {R"({"ResourceType":"Port","RequestType":"Remove"})", "803B0034 $: the endpoint is attached to no adapter"},
        {R"({"ResourceType":"Port","RequestType":"Refresh"})", "done 1"},
        {R"({"ResourceType":"Port","RequestType":"Update"})", "803B0015 $: the resource does not take this request"},
        {R"({"ResourceType":"Port","RequestType":"Add","Settings":{}})", "803B000C $: the request names no virtual machine"},
        {R"({"ResourceType":"Port","RequestType":"Add","Settings":[]})", "8037010D $.Settings: expected an object, found an array"},
        {R"({"RequestType":"Add"})", "803B0015 $: the request names no resource"},
        {attach, "done 2" + kId},
        {attach, "803B0014 the endpoint " + kOther + " is attached to an adapter already"},
        {R"({"ResourceType":"Port","RequestType":"Remove"})", "done 4"},
        {attach, "done 2" + kId},
    };
    for (const auto& row : rows) CHECK(same(row.answer, modify(row.request)));
    one.enter(kId);
    one.detach();
    CHECK(same("2", state()) && same(kId, one.namespace_id())); /* it is in a namespace still */
    one.share(true);
    CHECK(same("3", state()));
    one.share(false);
    CHECK(same("2", state()));
    one.leave();
    CHECK(same("4", state()) && one.namespace_id().empty() && one.changed > 0);
}

TEST(a_namespace_answers_its_whole_document, "hcsshim finds endpoints and containers in it (F-12, F-35, F-38)") {
    const auto place = [](const std::string& json) {
        const Document document = Document::parse(json);
        auto one = std::make_unique<Namespace>();
        one->id = kId;
        one->configure(document.root());
        return one;
    };
    const auto first = place(R"({"IsDefault":true,"CompartmentId":4294967295})");
    first->add_endpoint("e1");
    first->add_container("c1");
    first->add_container("c2");
    first->add_container("c1");
    CHECK(
        same(R"("State":1,"IsDefault":true,"CompartmentId":4294967295,"Policies":[],"Containers":["c1","c2"],"ResourceList":[)"
             R"({"Type":"Endpoint","Data":{"Id":"e1"}},{"Type":"Container","Data":{"Id":"c1"}},{"Type":"Container","Data":{"Id":"c2"}}]})",
             behind_version(first->json(query_of(Generation::kOne), 7), Generation::kOne)));
    CHECK(same(R"("State":1,"NamespaceId":4294967295,"NamespaceGuid":")" + kId +
                   R"(","Type":"HostDefault","Resources":[{"Type":"Endpoint","Data":{"Id":"e1"}},{"Type":"Container","Data":{"Id":"c1"}},)"
                   R"({"Type":"Container","Data":{"Id":"c2"}}]})",
               behind_version(first->json(query_of(Generation::kTwo), 7), Generation::kTwo)));
    CHECK(first->matches("isdefault", "true") && !first->matches("IsDefault", "false") && first->matches("CompartmentId", "4294967295") &&
          !first->matches("CompartmentId", "1") && !first->matches("Other", "true") && first->matches("ID", "{" + kId + "}"));
    CHECK(first->remove_endpoint("e1") && !first->remove_endpoint("e1") && first->remove_container("c1") && !first->remove_container("c1"));
    CHECK(first->endpoints().empty() && first->containers().size() == 1);
    const struct {
        std::string document;
        Namespace::Kind kind;
        bool of_host;
    } rows[] = {
        {"{}", Namespace::Kind::kHost, true},
        {R"({"IsDefault":false})", Namespace::Kind::kHost, true},
        {v2(R"("IsDefault":true)"), Namespace::Kind::kHost, true}, /* a member of the first generation */
        {v2(R"("Type":"guest")"), Namespace::Kind::kGuest, false},
        {v2(R"("Type":3)"), Namespace::Kind::kGuestDefault, false},
        {v2(R"("Type":1)"), Namespace::Kind::kHostDefault, true},
    };
    for (const auto& row : rows) {
        const auto one = place(row.document);
        CHECK(row.kind == one->kind() && row.of_host == one->is_of_host() && one->compartment() == 0);
        CHECK(one->matches("IsDefault", row.kind == Namespace::Kind::kHostDefault ? "true" : "false"));
    }
    CHECK_EQUAL(7, place(v2(R"("NamespaceId":7,"CompartmentId":8)"))->compartment());
    CHECK_EQUAL(8, place(R"({"NamespaceId":7,"CompartmentId":8})")->compartment());
    const auto refused = [&](const std::string& json) { return answer_of([&] { return place(json)->id; }); };
    CHECK(holds(refused(R"({"Type":4})"), "80070057 $.Type: no type of namespace has the number 4"));
    CHECK(holds(refused(R"({"CompartmentId":4294967296})"), "8037010D $.CompartmentId: expected an integer from 0 to 4294967295"));
    CHECK(holds(refused(R"({"Resources":[1]})"), "8037010D $.Resources[0]: expected an object"));
    CHECK(holds(refused(R"({"Name":")" + std::string(257, 'n') + "\"}"), "$.Name"));
}

TEST(an_object_is_found_by_its_id_its_name_and_its_owner,
     "a filter of a list names them in any case, and ids with braces or without (F-13)") {
    Entity one;
    one.id = kId;
    one.name = "n";
    one.owner = "o";
    const struct {
        const char* key;
        std::string value;
        bool found;
    } rows[] = {
        {"ID", kId, true},     {"id", "{11111111-aaaa-1111-1111-111111111111}", true},
        {"ID", kOther, false}, {"ID", "n", false},
        {"name", "n", true},   {"Name", "N", false},
        {"Name", "o", false},  {"OWNER", "o", true},
        {"Owner", "n", false}, {"Other", "o", false},
        {"Other", "n", false},
    };
    for (const auto& row : rows) CHECK_EQUAL(row.found, one.is_named(row.key, row.value));
    JsonWriter json;
    json.open('{');
    Entity bare;
    bare.id = kId;
    bare.write(json, query_of(Generation::kOne), 7);
    CHECK(same(R"({"ID":")" + kId + R"(","Health":{"LastErrorCode":0,"LastUpdateTime":0},"Version":7})", json.close('}').text()));
    /* 2020-01-01 and 2100-01-01 in 100 ns since 1601, as Windows counts. */
    CHECK(ticks_now() > 132'223'104'000'000'000u && ticks_now() < 157'469'184'000'000'000u);
}

TEST(a_guest_service_goes_from_state_to_state, "the schema has nine, and whoever listens is told of each that is another") {
    const auto service = [](const std::string& json) {
        const Document document = Document::parse(json);
        auto one = std::make_unique<GuestNetworkService>();
        one->id = kId;
        one->configure(document.root());
        return one;
    };
    const auto one =
        service(R"({"VirtualMachineId":"{22222222-bbbb-2222-2222-222222222222}","MirrorHostNetworking":true,"Flags":4294967295,)"
                R"("MirroredInterfaces":[{}]})");
    CHECK(same(kOther, one->machine()));
    const auto state = [&] { return one->state_json(); };
    const auto modified = [&](const std::string& request) {
        return answer_of([&] {
            const Document document = Document::parse(request);
            return std::string(one->modify(document.root()) ? "another" : "the same");
        });
    };
    CHECK(same(R"({"ID":")" + kId + R"(","Data":{"State":"Created"}})", state()));
    const auto request = [](const std::string& wanted) {
        return R"({"ResourceType":"State","RequestType":"Update","Settings":{"State":)" + wanted + "}}";
    };
    for (const char* word :
         {"None", "Created", "Bootstrapping", "Synchronized", "Paused", "Desynchronized", "Rehydrating", "Degraded", "Destroyed"}) {
        const std::string quoted = "\"" + std::string(word) + "\"";
        CHECK(same("another", modified(request(quoted))) && same("the same", modified(request(quoted))));
        CHECK(same(R"({"ID":")" + kId + R"(","Data":{"State":)" + quoted + "}}", state()));
    }
    CHECK(holds(modified(request("\"Awake\"")), "80070057 $.Settings.State: no such state of a guest network service"));
    CHECK(holds(modified(R"({"ResourceType":"State","RequestType":"Update","Settings":{}})"),
                "80070057 $.Settings.State: the request names no state"));
    for (const char* wrong : {R"({"ResourceType":"State","RequestType":"Add","Settings":{"State":"None"}})",
                              R"({"RequestType":"Update","Settings":{"State":"None"}})"})
        CHECK(same("803B0015 $: the resource does not take this request", modified(wrong)));
    const auto refused = [&](const std::string& json) { return answer_of([&] { return service(json)->id; }); };
    CHECK(holds(refused(R"({"MirroredInterfaces":[1]})"), "8037010D $.MirroredInterfaces[0]: expected an object"));
    CHECK(holds(refused(R"({"Flags":4294967296})"), "8037010D $.Flags: expected an integer from 0 to 4294967295"));
    CHECK(holds(refused(R"({"MirrorHostNetworking":1})"), "8037010D $.MirrorHostNetworking"));
    CHECK(holds(refused(R"({"SchemaVersion":{"Major":3}})"), "no version 3 is known"));
    CHECK(holds(refused(R"({"Name":")" + std::string(257, 'n') + "\"}"), "80070057 $.Name"));
}
