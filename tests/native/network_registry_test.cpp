/* What the registry of the network service does when packets cannot follow a change, and who hears of what has happened. Who carries the
 * packets is this file's own, which writes down what it is told and refuses what a test says; the library's is not linked, and wire_test
 * tries it. */
#include "harness.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "network/registry.h"
#include "texts.h"

using namespace hcsffi;

namespace {

std::string number(uint64_t value) { return std::to_string(value); }

std::string wire_said;
std::vector<std::string> refused; /* what begins like one of these is refused */

void say(const std::string& what) {
    wire_said += (wire_said.empty() ? "" : ", ") + what;
    for (const std::string& one : refused)
        if (what.compare(0, one.size(), one) == 0) throw Refusal(kServiceNotAvailable, "not " + what);
}

std::string said() {
    std::string now;
    now.swap(wire_said);
    return now;
}

class SaidWire final : public Wire {
  public:
    bool carries() const override { return true; }
    void check(const std::vector<CarriedEndpoint>& endpoints) override {
        std::string names;
        for (const CarriedEndpoint& one : endpoints) names += " " + one.id.substr(0, 2);
        say("check" + names);
    }
    uint32_t open_holder() override { return 42; }
    void close_holder() noexcept override { say("end"); }
    void plug(const CarriedEndpoint& endpoint, uint32_t process, unsigned place) override {
        say("plug " + endpoint.id.substr(0, 2) + " at " + number(place) + " of " + number(process));
    }
    void shape(const CarriedEndpoint& endpoint, uint32_t) override {
        std::string types;
        for (const auto* policies : {&endpoint.policies, &endpoint.network.policies})
            for (const Policy& one : *policies) types += " " + one.type;
        say("shape " + endpoint.id.substr(0, 2) + types);
    }
    void cut(const std::string& endpoint_id, uint32_t) override { say("cut " + endpoint_id.substr(0, 2)); }
    void forget(const std::string& endpoint_id) noexcept override { say("forget " + endpoint_id.substr(0, 2)); }
    void drop_network(const std::string& network_id) noexcept override { say("drop " + network_id.substr(0, 2)); }
    Carriage count(const std::string&) override {
        Carriage one;
        one.bytes_received = 77;
        return one;
    }
};

}  // namespace

namespace hcsffi {

std::unique_ptr<Wire> make_wire(Host&) { return std::make_unique<SaidWire>(); }

}  // namespace hcsffi

namespace {

class BareHost final : public Host {
  public:
    uint32_t build = 26100;

    Scheduler& scheduler() override { return scheduler_; }
    uint32_t windows_build() const override { return build; }
    std::vector<SchemaVersion> supported_versions() override { return {}; }
    bool supports(uint32_t, uint32_t) override { return true; }
    bool spells_status() const override { return false; }
    std::string draw_guid() override { return make_guid(0, ++drawn_); }
    IsolationMode isolation() override { return IsolationMode::kNone; }
    std::shared_ptr<Spawner> spawner() override { return nullptr; }
    const Environment& inherited() const override { return inherited_; }

  private:
    Scheduler scheduler_;
    uint64_t drawn_ = 0;
    const Environment inherited_{};
};

/* "a1" is the id A1000000-0000-0000-0000-000000000000. */
std::string id_of(const std::string& name) { return in_capitals(name) + "000000-0000-0000-0000-000000000000"; }

const char kPlain[] = R"({"SchemaVersion":{"Major":2}})";

/* A registry with a network 01 of three endpoints e1, e2, e3, a network 02 with an endpoint f1, and a namespace aa with e1, e2 and f1. */
struct Stage {
    BareHost host;
    NetworkRegistry registry{host};
    void *network = nullptr, *other = nullptr, *space = nullptr;
    std::map<std::string, void*> endpoints;

    Stage() {
        network = create_network("01", "L2Bridge", "10.0.0.0/8");
        other = create_network("02", "L2Bridge", "11.0.0.0/8");
        for (const char* name : {"e1", "e2", "e3"}) endpoints[name] = registry.create_endpoint(network, guid_of(id_of(name)), kPlain);
        endpoints["f1"] = registry.create_endpoint(other, guid_of(id_of("f1")), kPlain);
        space = registry.create_namespace(guid_of(id_of("aa")), kPlain);
        for (const char* name : {"e1", "e2", "f1"}) member("Add", name);
    }
    ~Stage() { host.scheduler().stop(); } /* it may be about to tell something */
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    void* create_network(const std::string& name, const std::string& type, const std::string& prefix) {
        return registry.create_network(guid_of(id_of(name)), R"({"Type":")" + type + R"(","Ipams":[{"Subnets":[{"IpAddressPrefix":")" +
                                                                 prefix + R"("}]}],"SchemaVersion":{"Major":2}})");
    }
    std::string done(const std::function<void()>& work) {
        return answer_of([&] {
            work();
            return std::string("done");
        });
    }
    std::string member(const char* verb, const char* name) {
        return done([&] {
            registry.modify_namespace(space, std::string(R"({"ResourceType":"Endpoint","RequestType":")") + verb +
                                                 R"(","Settings":{"EndpointId":")" + id_of(name) + "\"}}");
        });
    }
    std::string policy(void* endpoint, const char* verb, const char* type) {
        return done([&] {
            registry.modify_endpoint(endpoint, std::string(R"({"ResourceType":"Policy","RequestType":")") + verb +
                                                   R"(","Settings":{"Policies":[{"Type":")" + type + "\"}]}}");
        });
    }
    /* A container of the namespace aa that runs. */
    uint64_t run(uint32_t process = 100) {
        const uint64_t ticket = registry.join(id_of("aa")).ticket;
        registry.connect(id_of("aa"), ticket, process);
        said();
        return ticket;
    }
    std::string members() {
        const std::string answer = registry.query<Namespace>(space, kPlain);
        std::string names;
        for (size_t at = answer.find("\"Id\":\""); at != std::string::npos; at = answer.find("\"Id\":\"", at + 1))
            names += (names.empty() ? "" : " ") + answer.substr(at + 6, 2);
        return names;
    }
    std::string policies(void* endpoint) {
        const std::string answer = registry.query<Endpoint>(endpoint, kPlain);
        return answer.substr(answer.find("\"Policies\""));
    }
    std::string counts() {
        JsonWriter json;
        json.open('{');
        registry.count(json);
        return json.close('}').text();
    }
};

}  // namespace

TEST(packets_follow_what_is_changed, "an adapter that stays behind a change carries what nobody wants any more") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    CHECK(same("", said()) && same("E1 E2 F1", place.members()));
    CHECK(same("done", place.policy(place.endpoints["e1"], "Add", "Firewall")) && same("", said())); /* nothing is plugged */
    registry.check_carried(id_of("aa"));
    CHECK(same("check E1 E2 F1", said()));
    const Joining joining = registry.join(id_of("aa"));
    CHECK(same("check E1 E2 F1", said()) && joining.holder == 42);
    registry.connect(id_of("aa"), joining.ticket, 100);
    CHECK(same("plug E1 at 0 of 100, plug E2 at 1 of 100, plug F1 at 2 of 100", said()));
    CHECK(same("done", place.member("Add", "e3")) && same("check E3, plug E3 at 3 of 100", said()));
    CHECK(same("done", place.member("Remove", "e2")) && same("cut E2", said()));
    CHECK(same("done", place.policy(place.endpoints["e1"], "Add", "Encryption")));
    CHECK(same("check E1, shape E1 Firewall Encryption", said()));
    CHECK(same("done", place.policy(place.endpoints["e2"], "Add", "Encryption")) && same("", said()));
    registry.modify_endpoint(place.endpoints["e1"], R"({"ResourceType":"Port","RequestType":"Refresh"})");
    registry.modify_endpoint(place.endpoints["e1"], R"({"ResourceType":"Policy","RequestType":"Update","Settings":{"Policies":[]}})");
    CHECK(same("", said())); /* its policies are the same */
    registry.modify_network(place.network,
                            R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"HostRoute"}]}})");
    CHECK(same("check E1, shape E1 Firewall Encryption HostRoute, check E3, shape E3 HostRoute", said()));
    CHECK(holds(registry.endpoint_statistics(place.endpoints["e1"], ""), R"("BytesReceived":77)"));
    void* const born = registry.create_endpoint(place.network, guid_of(id_of("e4")),
                                                R"({"HostComputeNamespace":")" + id_of("aa") + R"(","SchemaVersion":{"Major":2}})");
    CHECK(same("check E4, plug E4 at 1 of 100", said()));
    registry.close<Endpoint>(born);
    registry.remove<Endpoint>(guid_of(id_of("e4")));
    CHECK(same("cut E4", said()) && same("E1 F1 E3 E4", place.members())); /* F-34: the entry stays */
    registry.delete_network(guid_of(id_of("01")));
    CHECK(same("cut E1, cut E3, drop 01", said()));
    registry.leave(id_of("aa"), joining.ticket);
    CHECK(same("forget F1, end", said()));
    CHECK(same("done", place.member("Remove", "f1")) && same("", said()));
}

TEST(what_packets_cannot_follow_is_undone, "a document that says another thing than the packets do misleads whoever reads it") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    place.run();
    const std::string before = place.counts();
    const std::string inside = "\"HostComputeNamespace\":\"" + id_of("aa") + "\"";
    const auto query = [&](const char* name) { return registry.query<Endpoint>(place.endpoints[name], kPlain); };
    const auto network = [&] { return registry.query<Network>(place.network, kPlain); };
    const auto born = [&] {
        return place.done([&] {
            registry.create_endpoint(place.network, guid_of(id_of("e4")),
                                     R"({"HostComputeNamespace":")" + id_of("aa") + R"(","SchemaVersion":{"Major":2}})");
        });
    };
    const struct {
        std::vector<std::string> refused;
        std::function<std::string()> change;
        std::string answer, said;
    } rows[] = {
        {{"plug E3"}, [&] { return place.member("Add", "e3"); }, "plug E3 at 3 of 100", "check E3, plug E3 at 3 of 100"},
        {{"check E3"}, [&] { return place.member("Add", "e3"); }, "check E3", "check E3"},
        {{"cut E2"}, [&] { return place.member("Remove", "e2"); }, "cut E2", "cut E2"},
        {{"shape E1"},
         [&] { return place.policy(place.endpoints["e1"], "Add", "Firewall"); },
         "shape E1 Firewall",
         "check E1, shape E1 Firewall"},
        {{"shape E2"},
         [&] {
             return place.done([&] {
                 registry.modify_network(place.network,
                                         R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"HostRoute"}]}})");
             });
         },
         "shape E2 HostRoute",
         "check E1, shape E1 HostRoute, check E2, shape E2 HostRoute"},
        {{"cut E1"}, [&] { return place.done([&] { registry.remove<Endpoint>(guid_of(id_of("e1"))); }); }, "cut E1", "cut E1"},
        {{"cut E2"},
         [&] { return place.done([&] { registry.delete_network(guid_of(id_of("01"))); }); },
         "cut E2",
         "cut E1, cut E2, check E1, plug E1 at 0 of 100"},
        {{"cut F1"},
         [&] { return place.done([&] { registry.remove<Namespace>(guid_of(id_of("aa"))); }); },
         "cut F1",
         "cut E1, cut E2, cut F1, check E2, plug E2 at 0 of 100, check E1, plug E1 at 1 of 100"},
        {{"plug E4"}, born, "plug E4 at 3 of 100", "check E4, plug E4 at 3 of 100"},
    };
    for (const auto& row : rows) {
        refused = row.refused;
        CHECK(same("80370114 not " + row.answer, row.change()) && same(row.said, said()));
        refused.clear();
        CHECK(same(before, place.counts()) && same("E1 E2 F1", place.members()));
        for (const char* name : {"e1", "e2", "f1"})
            CHECK(holds(query(name), inside) && holds(query(name), R"("State":2)") && holds(query(name), R"("Policies":[])"));
        CHECK(query("e3").find("HostComputeNamespace") == std::string::npos && holds(network(), R"("Policies":[])"));
    }
}

TEST(the_first_error_is_told_and_all_that_can_be_is_plugged_again, "one adapter that is lost is no reason to lose the others") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    place.run();
    refused = {"cut F1", "plug E2"};
    CHECK(same("80370114 not cut F1", place.done([&] { registry.remove<Namespace>(guid_of(id_of("aa"))); })));
    CHECK(same("cut E1, cut E2, cut F1, check E2, plug E2 at 0 of 100, check E1, plug E1 at 0 of 100", said()));
    refused.clear();
    CHECK(same("done", place.done([&] { registry.remove<Namespace>(guid_of(id_of("aa"))); })) && same("cut E1, cut F1", said()));
    const std::string answer = registry.query<Endpoint>(place.endpoints["e1"], kPlain);
    CHECK(answer.find("HostComputeNamespace") == std::string::npos && holds(answer, R"("State":4)"));
}

TEST(a_container_is_in_its_namespace_until_it_is_dismissed,
     "a namespace in use is not deleted, and its endpoints know that they are shared (F-33)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    place.run();
    const auto state = [&](const char* name) {
        const std::string answer = registry.query<Endpoint>(place.endpoints[name], "");
        return answer.substr(answer.find("\"State\":") + 8, 1);
    };
    const auto admitted = [&](const std::string& id, const char* container) { return place.done([&] { registry.admit(id, container); }); };
    CHECK(same("done", admitted(id_of("aa"), "c1")) && same("2", state("e1")) && same("1", state("e3")));
    CHECK(same("done", admitted(id_of("aa"), "c2")) && same("3", state("e1")) && same("3", state("f1")));
    CHECK(same("803B0015 the namespace " + id_of("aa") + " still has a container in it",
               place.done([&] { registry.remove<Namespace>(guid_of(id_of("aa"))); })) &&
          same("", said()));
    registry.dismiss(id_of("aa"), "c1");
    registry.dismiss(id_of("bb"), "c2");
    CHECK(same("2", state("e1")) && same("80070490 no namespace has the id " + id_of("bb"), admitted(id_of("bb"), "c1")));
    registry.dismiss(id_of("aa"), "c2");
    registry.create_namespace(guid_of(id_of("dd")), R"({"Type":"HostDefault","SchemaVersion":{"Major":2}})");
    CHECK(same("80070057 the namespace " + id_of("dd") + " is the host's own", admitted(id_of("dd"), "c1")));
    registry.remove<Endpoint>(guid_of(id_of("e2")));
    CHECK(same("80070057 the namespace " + id_of("aa") + " lists the endpoint " + id_of("e2") + ", which is gone",
               admitted(id_of("aa"), "c1")));
    registry.join(id_of("aa"));
    CHECK(same("cut E2, check E1 F1", said())); /* of those that there are */
    registry.attach(id_of("e3"), "machine");
    CHECK(holds(place.done([&] { registry.attach(id_of("e3"), "other"); }), "803B0014"));
    registry.detach(id_of("e3"), "other");
    registry.detach(id_of("e9"), "machine");
    CHECK(same("2", state("e3")));
    registry.detach(id_of("e3"), "machine");
    CHECK(same("4", state("e3")));
}

TEST(what_is_asked_of_a_namespace_is_checked,
     "an endpoint is in one place at a time, and a request that means nothing changes nothing (F-37)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    registry.create_endpoint(place.network, guid_of(id_of("e5")),
                             R"({"Flags":1,"IpConfigurations":[{"IpAddress":"10.9.9.9"}],"SchemaVersion":{"Major":2}})");
    registry.attach(id_of("e3"), "machine");
    void* const guest = registry.create_namespace(guid_of(id_of("bb")), R"({"Type":"Guest","SchemaVersion":{"Major":2}})");
    const auto request = [&](void* handle, const std::string& text) {
        return place.done([&] { registry.modify_namespace(handle, text); });
    };
    const auto container = [](const char* verb, const char* settings) {
        return std::string(R"({"ResourceType":"Container","RequestType":")") + verb + R"(","Settings":)" + settings + "}";
    };
    const std::string refusal = "803B0015 $: the resource does not take this request";
    const struct {
        std::string request, answer;
    } rows[] = {
        {container("Add", R"({"ContainerId":"c1"})"), "done"},
        {container("Add", R"({"ContainerId":"c1"})"), "done"},
        {container("Add", R"({"ContainerId":"c1","EndpointId":"x"})"), "done"}, /* which is about no endpoint */
        {container("Remove", R"({"ContainerId":"c2"})"), "80070490 the container is not in the namespace " + id_of("aa")},
        {container("Remove", R"({"ContainerId":"c1"})"), "done"},
        {container("Remove", R"({"ContainerId":"c1"})"), "80070490 the container is not in the namespace " + id_of("aa")},
        {container("Add", "{}"), "80070057 $.Settings: the request names no container"},
        {container("Add", "[]"), "8037010D $.Settings: expected an object, found an array"},
        {container("Update", R"({"ContainerId":"c1"})"), refusal},
        {R"({"RequestType":"Add","Settings":{"EndpointId":"x"}})", refusal},
        {R"({"ResourceType":0,"RequestType":0,"Settings":{"ContainerId":"c3"}})", "done"},
        {R"({"ResourceType":1,"RequestType":0,"Settings":{}})", "803B0019 $.Settings: the request names no endpoint"},
        {R"({"ResourceType":1,"RequestType":2,"Settings":{"EndpointId":")" + id_of("e1") + "\"}}", refusal},
        {R"({"ResourceType":2,"RequestType":0,"Settings":{}})", "803B0015 $.ResourceType: no resource of a namespace has the number 2"},
        {R"({"ResourceType":"Endpoint","RequestType":"Add","Settings":{"EndpointId":"{)" + id_of("e3") + "}\"}}",
         "803B0019 $.Settings.EndpointId: the text is no GUID"},
        {R"({"ResourceType":"Endpoint","RequestType":"Add","Settings":"e3"})", "8037010D $.Settings: expected an object, found text"},
    };
    for (const auto& row : rows) CHECK(same(row.answer, request(place.space, row.request)));
    CHECK(holds(registry.query<Namespace>(place.space, kPlain), R"({"Type":"Container","Data":{"Id":"c3"}}])"));
    const auto member = [&](void* handle, const char* verb, const char* name) {
        return request(handle, std::string(R"({"ResourceType":"Endpoint","RequestType":")") + verb + R"(","Settings":{"EndpointId":")" +
                                   id_of(name) + "\"}}");
    };
    CHECK(same("803B002B the endpoint " + id_of("e1") + " is in the namespace " + id_of("aa"), member(guest, "Add", "e1")));
    CHECK(same("803B000F a remote endpoint enters no namespace", member(guest, "Add", "e5")));
    CHECK(same("803B0002 no endpoint has the id " + id_of("e9"), member(guest, "Add", "e9")));
    CHECK(same("803B0014 the endpoint " + id_of("e3") + " is attached to a machine's adapter", member(place.space, "Add", "e3")));
    CHECK(same("done", member(guest, "Add", "e3"))); /* a guest's own adapter */
    CHECK(same("80070490 the endpoint " + id_of("e1") + " is not in the namespace " + id_of("bb"), member(guest, "Remove", "e1")));
    place.run();
    CHECK(holds(member(guest, "Remove", "e1"), "80070490") && same("", said())); /* it keeps its packets where it is */
    CHECK(holds(place.done([&] {
        registry.create_endpoint(place.network, guid_of(id_of("e6")),
                                 R"({"Flags":1,"IpConfigurations":[{"IpAddress":"10.9.9.9"}],"HostComputeNamespace":")" + id_of("aa") +
                                     R"(","SchemaVersion":{"Major":2}})");
    }),
                "803B000F a remote endpoint enters no namespace"));
    CHECK(same("E1 E2 F1 c3", place.members()));
}

TEST(no_two_namespaces_have_one_compartment,
     "1 is the host's own, and whoever asks for one that is taken gets the lowest that is free (F-35)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    void* const second = registry.create_namespace(GUID(), kPlain);
    CHECK(holds(registry.query<Namespace>(place.space, kPlain), R"("NamespaceId":2,)") &&
          holds(registry.query<Namespace>(second, kPlain), R"("NamespaceId":3,)"));
    const struct {
        int wanted;
        const char* chosen;
    } compartments[] = {{1, "4"}, {9, "9"}, {4, "5"}, {0, "6"}, {7, "7"}, {2, "8"}, {10, "10"}};
    for (const auto& row : compartments) {
        void* const one = registry.create_namespace(
            GUID(), R"({"Type":"Guest","NamespaceId":)" + std::to_string(row.wanted) + R"(,"SchemaVersion":{"Major":2}})");
        CHECK(holds(registry.query<Namespace>(one, kPlain), std::string("\"NamespaceId\":") + row.chosen + ","));
    }
}

TEST(what_is_kept_and_not_carried_out_is_told, "whoever set a policy that does nothing here has to hear of it") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    const auto added = [&](const char* name, const std::string& policies) {
        registry.modify_endpoint(place.endpoints[name],
                                 R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[)" + policies + "]}}");
    };
    added("e1", R"({"Type":"ACL","Settings":{"Action":"Allow","Direction":"In"}},{"Type":"Firewall"},{"Type":"OutBoundNAT"})");
    added("e3", R"({"Type":"Firewall"})");
    registry.modify_network(place.other, R"({"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"HostRoute"}]}})");
    const auto of = [&](const char* id, const char* more) {
        return R"({"HostComputeEndpoints":[")" + id_of(id) + "\"]," + more + R"("SchemaVersion":{"Major":2}})";
    };
    const char *const mapping = R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":80}],)",
                      *const leg = R"("Routes":[{"DestinationPrefix":"10.0.0.0/8"}],)";
    registry.create_load_balancer(guid_of(id_of("b1")), of("e1", mapping));
    registry.create_sdn_route(guid_of(id_of("c1")), of("e1", leg));
    registry.create_sdn_route(guid_of(id_of("c3")), of("e3", leg));
    const std::string e1 = "endpoint " + id_of("e1") + ": ";
    const std::vector<std::string> expected = {e1 + "Firewall", "endpoint " + id_of("f1") + ": HostRoute",
                                               e1 + "load balancer " + id_of("b1"), e1 + "route " + id_of("c1")};
    const std::vector<std::string> told = registry.not_carried_in(id_of("aa"));
    CHECK_EQUAL(expected.size(), told.size());
    for (size_t at = 0; at < told.size(); ++at) CHECK(same(expected[at], told[at]));
    CarriedEndpoint one;
    one.policies = {
        {"ACL", R"({"Action":"Allow","Direction":"In"})"}, {"ACL", R"({"Action":1,"Direction":"In"})"}, {"QOS", "{}"}, {"Iov", "{}"}};
    one.network.policies = {{"NetworkACL", R"({"Action":"Allow","Direction":1})"}, {"SetPolicy", "{}"}, {"OutBoundNAT", "{}"}};
    std::string types;
    for (const std::string& type : policies_not_carried(one)) types += type + " ";
    CHECK(same("ACL Iov NetworkACL ", types));
}

TEST(networks_share_no_name_and_no_translated_range, "a client tells them apart by the first and the machine by the second (F-18, F-19)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    const auto created = [&](const std::string& document) { return place.done([&] { registry.create_network(GUID(), document); }); };
    const auto of = [](const char* type, const char* prefix, const char* name) {
        return std::string(R"({"Type":")") + type + R"(","Name":")" + name + R"(","Subnets":[{"AddressPrefix":")" + prefix + "\"}]}";
    };
    CHECK(same("done", created(of("NAT", "192.168.0.0/16", "n"))));
    CHECK(same("803B0010 a network is called \"n\" already", created(of("L2Bridge", "12.0.0.0/8", "n"))));
    CHECK(holds(created(of("ICS", "192.168.1.0/24", "m")), "80070057 192.168.1.0/24 overlaps the range of the network "));
    CHECK(same("done", created(of("L2Bridge", "192.168.1.0/24", ""))) && same("done", created(of("NAT", "10.0.0.0/8", ""))));
    CHECK(same("done", created(of("NAT", "192.169.0.0/16", ""))));
    const auto block = [&](void* network) {
        const std::string answer = registry.query<Network>(network, kPlain);
        return answer.substr(answer.find("\"StartMacAddress\""), 73);
    };
    CHECK(same(R"("StartMacAddress":"00-15-5D-00-00-00","EndMacAddress":"00-15-5D-00-0F-FF")", block(place.network)));
    CHECK(same(R"("StartMacAddress":"00-15-5D-00-10-00","EndMacAddress":"00-15-5D-00-1F-FF")", block(place.other)));
    const auto range = [&] {
        return answer_of([&] {
            const std::string answer = registry.query<Network>(registry.create_network(GUID(), kPlain), kPlain);
            const size_t at = answer.find("\"IpAddressPrefix\":\"") + 19;
            return answer.substr(at, answer.find('"', at) - at);
        });
    };
    CHECK(same("172.16.0.0/20", range()) && same("172.16.16.0/20", range()));
    place.create_network("03", "L2Bridge", "172.16.32.0/19");
    CHECK(same("172.16.64.0/20", range()));
    place.create_network("04", "L2Bridge", "172.16.0.0/13");
    CHECK(same("172.24.0.0/20", range()));
    place.create_network("05", "L2Bridge", "172.24.0.0/14");
    place.create_network("06", "L2Bridge", "172.28.0.0/15");
    place.create_network("07", "L2Bridge", "172.30.0.0/16");
    place.create_network("08", "L2Bridge", "172.31.0.0/17");
    place.create_network("09", "L2Bridge", "172.31.128.0/18");
    place.create_network("0a", "L2Bridge", "172.31.192.0/19");
    place.create_network("0b", "L2Bridge", "172.31.224.0/20");
    CHECK(same("172.31.240.0/20", range()) && holds(range(), "no range is left"));
}

namespace {

/* What one registration has heard. */
struct Heard {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> told;

    static void callback(DWORD kind, void* context, HRESULT status, PCWSTR text) {
        Heard& heard = *static_cast<Heard*>(context);
        std::string line = number(kind) + (status == 0 ? "" : " failed");
        for (const auto* at = reinterpret_cast<const uint16_t*>(text); at != nullptr && *at != 0; ++at)
            line += *at == '"' ? '\'' : static_cast<char>(*at);
        const std::lock_guard<std::mutex> lock(heard.mutex);
        heard.told.push_back(line);
        heard.changed.notify_all();
    }
    /* All there is, once there is so much. */
    std::string after(size_t many) {
        std::unique_lock<std::mutex> lock(mutex);
        changed.wait(lock, [&] { return told.size() >= many; });
        std::string text;
        for (const std::string& one : told) text += (text.empty() ? "" : ", ") + one;
        told.clear();
        return text;
    }
};

std::string about(int kind, const char* name) { return std::to_string(kind) + "{'ID':'" + id_of(name) + "'}"; }

}  // namespace

TEST(each_who_listens_hears_what_is_its_own, "of the service as a whole, or of one guest service, and from which Windows on (F-45)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    Heard all, one, gone;
    void* const guest = registry.create_guest_service(guid_of(id_of("aa")), kPlain);
    void* const of_all = registry.register_callback(Heard::callback, &all);
    void* const of_one = registry.register_callback(guest, Heard::callback, &one);
    void* const of_nobody = registry.register_callback(Heard::callback, &gone);
    registry.unregister_callback(of_nobody);
    CHECK(same("80070006 no callback is registered under this handle", place.done([&] { registry.unregister_callback(of_nobody); })));
    CHECK(same("80070057 the handle of a callback is NULL", place.done([&] { registry.unregister_callback(nullptr); })));
    CHECK(same("80070057 the callback is NULL", place.done([&] { registry.register_callback(nullptr, &all); })));
    place.host.build = 21999;
    place.member("Remove", "e1"); /* the headers of that build have no such notification */
    place.host.build = 22000;
    place.member("Add", "e1");
    place.member("Remove", "e1");
    registry.remove<Namespace>(guid_of(id_of("aa")));
    CHECK(same(about(9, "e1") + ", " + about(16, "e1") + ", " + about(16, "e2") + ", " + about(16, "f1") + ", " + about(6, "aa"),
               all.after(5)));
    for (const char* request : {R"("RequestType":"Add","Settings":{"VirtualMachineId":"11111111-1111-1111-1111-111111111111"}})",
                                R"("RequestType":"Refresh"})", R"("RequestType":"Remove"})"})
        registry.modify_endpoint(place.endpoints["e1"], std::string(R"({"ResourceType":"Port",)") + request);
    CHECK(same(about(9, "e1") + ", " + about(16, "e1"), all.after(2)));
    place.create_network("03", "L2Bridge", "12.0.0.0/8");
    registry.create_namespace(guid_of(id_of("bb")), kPlain);
    registry.delete_network(guid_of(id_of("03")));
    CHECK(
        same(about(1, "03") + ", " + about(2, "03") + ", " + about(5, "bb") + ", " + about(3, "03") + ", " + about(4, "03"), all.after(5)));
    const auto state = [&](const char* word) {
        registry.modify_guest_service(
            guest, std::string(R"({"ResourceType":"State","RequestType":"Update","Settings":{"State":")") + word + "\"}}");
    };
    state("Paused");
    state("Paused"); /* nothing changes */
    state("None");
    const std::string begin = "17{'ID':'" + id_of("aa") + "','Data':{'State':'";
    CHECK(same(begin + "Paused'}}, " + begin + "None'}}", one.after(2)));
    registry.remove<GuestNetworkService>(guid_of(id_of("aa")));
    registry.disconnect();
    CHECK(same(number(0x01000000), one.after(1)));
    CHECK(same(about(8, "aa") + ", " + number(0x01000000), all.after(2)));
    registry.create_guest_service(guid_of(id_of("cc")), kPlain);
    CHECK(same(about(7, "cc"), all.after(1)));
    registry.unregister_callback(of_one);
    registry.unregister_callback(of_all);
    CHECK(gone.told.empty() && one.told.empty() && all.told.empty());
}

namespace {

/* Hears one thing and goes on with it until it may end. */
struct Held {
    Heard heard;
    bool may_end = false; /* guarded by heard.mutex */

    static void callback(DWORD kind, void* context, HRESULT status, PCWSTR text) {
        Held& held = *static_cast<Held*>(context);
        Heard::callback(kind, &held.heard, status, text);
        std::unique_lock<std::mutex> lock(held.heard.mutex);
        held.heard.changed.wait(lock, [&] { return held.may_end; });
    }
};

}  // namespace

TEST(a_registration_that_was_removed_hears_nothing_more, "its context is gone, even where what it was to hear has happened before") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    Held held;
    Heard gone, late;
    void* const first = registry.register_callback(Held::callback, &held);
    void* const second = registry.register_callback(Heard::callback, &gone);
    registry.create_namespace(guid_of(id_of("bb")), kPlain);
    CHECK(same(about(5, "bb"), held.heard.after(1))); /* and the other is to hear it next */
    registry.unregister_callback(second);
    void* const third = registry.register_callback(Heard::callback, &late);
    registry.remove<Namespace>(guid_of(id_of("bb")));
    {
        const std::lock_guard<std::mutex> lock(held.heard.mutex);
        CHECK(held.heard.told.empty()); /* one after the other */
        held.may_end = true;
        held.heard.changed.notify_all();
    }
    CHECK(same(about(6, "bb"), held.heard.after(1)) && same(about(6, "bb"), late.after(1)));
    registry.unregister_callback(first);
    registry.unregister_callback(third);
    CHECK(gone.told.empty() && late.told.empty());
}

TEST(an_endpoint_that_could_not_be_plugged_is_told_as_gone, "an agent that has heard it come must not go on with it (F-45)") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    place.run();
    Heard all;
    void* const callback = registry.register_callback(Heard::callback, &all);
    refused = {"plug"};
    CHECK(holds(place.member("Add", "e3"), "80370114"));
    CHECK(same(about(9, "e3") + ", " + about(16, "e3"), all.after(2)));
    CHECK(holds(place.done([&] {
        registry.create_endpoint(place.network, guid_of(id_of("e4")),
                                 R"({"HostComputeNamespace":")" + id_of("aa") + R"(","SchemaVersion":{"Major":2}})");
    }),
                "80370114"));
    CHECK(same(about(9, "e4") + ", " + about(16, "e4"), all.after(2)));
    refused.clear();
    registry.attach(id_of("e3"), "machine");
    registry.detach(id_of("e3"), "other");
    registry.detach(id_of("e3"), "machine");
    CHECK(same(about(9, "e3") + ", " + about(16, "e3"), all.after(2)));
    registry.unregister_callback(callback);
    CHECK(all.told.empty());
}

TEST(what_is_deleted_is_gone_for_everybody_who_named_it,
     "a reference to what is not there leads packets nowhere, and keeps nobody from going") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    const auto of = [&](const char* more) {
        return R"({"HostComputeEndpoints":[")" + id_of("e1") + R"(",")" + id_of("e2") + R"("],)" + more + R"("SchemaVersion":{"Major":2}})";
    };
    void* const balancer =
        registry.create_load_balancer(guid_of(id_of("b1")), of(R"("PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":80}],)"));
    void* const route = registry.create_sdn_route(guid_of(id_of("c1")), of(R"("Routes":[{"DestinationPrefix":"10.0.0.0/8"}],)"));
    const auto named = [&] {
        const std::string texts[] = {registry.query<LoadBalancer>(balancer, kPlain), registry.query<SdnRoute>(route, kPlain)};
        std::string names;
        for (const std::string& text : texts)
            for (const char* name : {"e1", "e2"}) names += text.find(id_of(name)) == std::string::npos ? "" : name + std::string(" ");
        return names;
    };
    const auto counted = [&] { return registry.query<Network>(place.network, ""); };
    CHECK(same("e1 e2 e1 e2 ", named()) && holds(counted(), R"("CurrentEndpointCount":3,"TotalEndpoints":3)"));
    registry.remove<Endpoint>(guid_of(id_of("e1")));
    CHECK(same("e2 e2 ", named()) && holds(counted(), R"("CurrentEndpointCount":2,"TotalEndpoints":3)"));
    registry.delete_network(guid_of(id_of("01")));
    CHECK(same("", named()));
    const auto answer = [&](const std::function<std::string()>& query) { return answer_of(query).substr(0, 8); };
    CHECK(same("803B0031", answer([&] { return counted(); })) &&
          same("803B0031", answer([&] { return registry.query<Endpoint>(place.endpoints["e2"], ""); })));
    CHECK(same(R"({"ID":"F)", answer([&] { return registry.query<Endpoint>(place.endpoints["f1"], ""); })));
    CHECK(holds(place.counts(), R"("Networks":1,"NetworkHandles":2,"Endpoints":1,"EndpointHandles":4,)"));
    CHECK(same("803B0001", answer([&] {
                   registry.delete_network(guid_of(id_of("01")));
                   return std::string();
               })));
    registry.create_guest_service(GUID(), kPlain); /* of no machine, as is the next */
    void* const guest = registry.create_guest_service(guid_of(id_of("dd")), kPlain);
    uint16_t first = 0, last = 0;
    void* const ports = registry.reserve_ports(guest, 2, &first, &last);
    CHECK_EQUAL(1, registry.reserved_ports().size());
    registry.remove<GuestNetworkService>(guid_of(id_of("dd")));
    CHECK(registry.reserved_ports().empty() &&
          same("803B0031", answer([&] { return std::to_string(registry.reserve_ports(guest, 1, &first, &last) == nullptr); })));
    registry.release_ports(ports);
}

namespace {

/* Is quicker than who has told it what is about to come. */
struct Rival {
    NetworkRegistry& registry;
    GUID id;
    std::string document;
    bool has_come = false, was_first = false;

    static void callback(DWORD kind, void* context, HRESULT, PCWSTR) {
        Rival& rival = *static_cast<Rival*>(context);
        if (kind != HcnNotificationNetworkPreCreate || rival.has_come) return;
        rival.has_come = true;
        rival.was_first = answer_of([&] {
                              rival.registry.create_network(rival.id, rival.document);
                              return std::string("made");
                          }) == "made";
    }
};

}  // namespace

TEST(a_network_that_another_made_meanwhile_is_not_made_twice, "whoever is told that one is about to come may make it himself") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    const char* const named = R"({"Type":"L2Bridge","Name":"n"})";
    const struct {
        GUID id;
        const char *document, *answer;
    } rows[] = {{guid_of(id_of("03")), R"({"Type":"L2Bridge"})", "800700B7"}, {guid_of(id_of("04")), named, "803B0010"}};
    for (const auto& row : rows) {
        bool was_first = false;
        for (int turn = 0; turn < 20 && !was_first; ++turn) { /* nobody waits longer than a second for a callback */
            Rival rival{registry, row.id, row.document};
            void* const callback = registry.register_callback(Rival::callback, &rival);
            const std::string answer = place.done([&] { registry.create_network(guid_of(id_of("03")), named); });
            registry.unregister_callback(callback);
            was_first = rival.was_first;
            CHECK(holds(answer, was_first ? row.answer : "done"));
            CHECK(holds(place.counts(), R"("Networks":3,)"));
            registry.delete_network(was_first ? row.id : guid_of(id_of("03")));
        }
        if (!was_first) SKIP("the machine is too busy to be quick");
    }
}

TEST(everything_is_counted_and_everything_goes, "a host that ends leaves no adapter, no port and no object behind") {
    Stage place;
    NetworkRegistry& registry = place.registry;
    place.run();
    Heard heard;
    void* const callback = registry.register_callback(Heard::callback, &heard);
    registry.create_load_balancer(
        guid_of(id_of("b1")), R"({"HostComputeEndpoints":[")" + id_of("e1") +
                                  R"("],"PortMappings":[{"Protocol":6,"InternalPort":1,"ExternalPort":80}],"SchemaVersion":{"Major":2}})");
    void* const guest = registry.create_guest_service(guid_of(id_of("aa")), kPlain);
    uint16_t first = 0, last = 0;
    registry.reserve_ports(guest, 1, &first, &last);
    const auto listed = registry.reserved_ports();
    CHECK(listed.size() == 1 && listed[0].first.first == first && listed[0].second.empty());
    heard.after(1);
    const char* const handles = R"("PortReservations":1,"PortArrays":0,"PublishedPorts":0,"WrongArrayFrees":0,"NotificationCallbacks":1})";
    CHECK(same(std::string(R"({"Networks":2,"NetworkHandles":2,"Endpoints":4,"EndpointHandles":4,"Namespaces":1,"NamespaceHandles":1,)"
                           R"("LoadBalancers":1,"LoadBalancerHandles":1,"SdnRoutes":0,"SdnRouteHandles":0,"GuestNetworkServices":1,)"
                           R"("GuestNetworkServiceHandles":1,)") +
                   handles,
               place.counts()));
    registry.clear();
    CHECK(same("forget E1, forget E2, forget F1, end", said()));
    CHECK(same(std::string(R"({"Networks":0,"NetworkHandles":2,"Endpoints":0,"EndpointHandles":4,"Namespaces":0,"NamespaceHandles":1,)"
                           R"("LoadBalancers":0,"LoadBalancerHandles":1,"SdnRoutes":0,"SdnRouteHandles":0,"GuestNetworkServices":0,)"
                           R"("GuestNetworkServiceHandles":1,)") +
                   handles,
               place.counts()));
    CHECK(same("803B0031 the endpoint " + id_of("e1") + " was deleted", answer_of([&] { return place.policies(place.endpoints["e1"]); })));
    CHECK(registry.reserved_ports().empty());
    registry.unregister_callback(callback);
}
