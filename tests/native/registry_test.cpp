/* What a host keeps beside each system: who lives and is hosted by whom, who may open which files, whose networks are whose, and the
 * settings of the service. */
#include "harness.h"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "compute/service.h"
#include "texts.h"
#include "told_house.h"

using namespace told_house;

namespace {

template <class Systems>
std::string ids(const Systems& systems) {
    std::string text;
    for (const auto& system : systems) text += system->name_space() + "/" + system->id() + ";";
    return text;
}

// As a client reads it.
std::string listing_of(const Registry& registry, const char* name_space, const Document& query) {
    const Text text = registry.listing(name_space, query.root());
    const std::vector<WCHAR> units(text->c_str(), text->c_str() + text->size() + 1);
    std::string read;
    return narrow(units.data(), read) ? read : "no text";
}

}  // namespace

TEST(a_system_knows_its_own_tenants_and_no_others, "whoever ends a machine ends what runs in it, and nothing of its neighbour's (G-14)") {
    House house;
    Registry& registry = house.registry;
    const auto first = house.made("m", kMachine), next = house.made("n", kMachine), there = house.made("m", kMachine, "space");
    const auto in = [&](const char* machine, const char* id, const char* space = "") {
        return house.made(id, std::string(R"({"HostingSystemId":")") + machine + R"(","HostedSystem":{"Container":{}}})", space);
    };
    const auto a = in("m", "a"), b = in("m", "b"), c = in("n", "c"), far = in("m", "a", "space");
    CHECK(a && b && c && far && registry.size() == 7 && !house.entered("a"));
    CHECK(same("/a;/b;", ids(registry.hosted_by(*first))) && same("/c;", ids(registry.hosted_by(*next))) &&
          same("space/a;", ids(registry.hosted_by(*there))) && ids(registry.hosted_by(*a)).empty());
    CHECK(same("/a;/b;/c;/m;/n;space/a;space/m;", ids(registry.all())));
    const System stranger(house.host, registry, house.grants, house.layers, house.networks, "", "a");
    registry.leave(stranger); /* one of the same id, which is not there */
    registry.move_in(stranger, "n");
    const System nobody(house.host, registry, house.grants, house.layers, house.networks, "", "nobody");
    registry.leave(nobody);
    registry.move_in(nobody, "n");
    CHECK(registry.find("", "a") == a && same("/a;/b;", ids(registry.hosted_by(*first))) && same("/c;", ids(registry.hosted_by(*next))));
    registry.leave(*a);
    CHECK(!registry.find("", "a") && registry.find("space", "a") == far && same("/b;", ids(registry.hosted_by(*first))));
    const auto again = house.made("a", kPlain); /* the id is free, and its tenancy went with the other */
    CHECK(again && same("/b;", ids(registry.hosted_by(*first))));
    const Document everything = Document::parse("{}");
    const auto listed = [&](const char* space) {
        std::string text = listing_of(registry, space, everything), found;
        for (size_t at = 0; (at = text.find("\"Id\":\"", at)) != std::string::npos; at += 6) found += text.substr(at + 6, 1);
        return found;
    };
    CHECK(same("abcmn", listed("")) && same("am", listed("space")) && same("[]", listing_of(registry, "spac", everything)));
    first->finish(kTerminateExit);
    CHECK(same("acn", listed("")) && same("am", listed("space")));
}

TEST(a_listing_asks_each_member_and_shows_whole_systems, "how a client finds its own among all (B-49, B-50)") {
    House house;
    const auto machine = house.made("m", R"({"Owner":"o","VirtualMachine":{"Chipset":{"LinuxKernelDirect":{"KernelFilePath":"k"}}}})");
    const auto windows = house.made("w", kMachine);
    const auto inner = house.made("i", R"({"Owner":"p","HostingSystemId":"m","HostedSystem":{"Container":{}}})");
    const auto listing = [&](const char* query) { return listing_of(house.registry, "", Document::parse(query)); };
    const std::string runtime = R"(,"RuntimeId":"11111111-0000-0000-0000-000000000000","State":"Created"})";
    const std::string m = R"({"Id":"m","SystemType":"VirtualMachine","RuntimeOsType":"Linux","Name":"m","Owner":"o")" + runtime,
                      w = R"({"Id":"w","SystemType":"VirtualMachine","RuntimeOsType":"Windows","Name":"w")" + runtime,
                      i = std::string(R"({"Id":"i","SystemType":"Container","RuntimeOsType":")") + (ON_WINDOWS ? "Windows" : "Linux") +
                          R"(","Name":"i","Owner":"p","HostingSystemId":"m","State":"Created"})";
    CHECK(same("[" + i + "," + m + "," + w + "]", listing("{}")));
    CHECK(same("[" + m + "]", listing(R"({"Owners":["o"]})")) && same("[" + i + "]", listing(R"({"Types":["Container"]})")));
    CHECK(same("[" + w + "]", listing(R"({"Ids":["x","w"]})")) && same("[" + i + "]", listing(R"({"Names":["i"]})")));
    for (const char* contrary : {R"({"Ids":["m"],"Names":["w"]})", R"({"Names":["m"],"Types":["Container"]})",
                                 R"({"Types":["Container"],"Owners":["o"]})", R"({"Ids":["m"],"Owners":["p"]})"})
        CHECK(same("[]", listing(contrary)));
}

TEST(a_grant_is_of_one_machine_or_of_all_and_of_one_path, "a machine must not open what was granted to another (E-21)") {
    GrantLedger ledger;
    const std::string path = ON_WINDOWS ? "/dir/a.vhdx" : "C:\\dir\\a.vhdx", spelled = ON_WINDOWS ? "/dir/a.vhdx//" : "C:/dir/a.vhdx/\\";
    CHECK_EQUAL(0, ledger.revoke("vm", path)); /* never granted */
    CHECK_EQUAL(0, ledger.grant("vm", path));
    CHECK(ledger.allows("vm", path) && ledger.allows("vm", spelled) && !ledger.allows("other", path) && !ledger.allows("vm", path + "x"));
    CHECK_EQUAL(0, ledger.grant("", path));
    CHECK(ledger.allows("other", path));
    CHECK_EQUAL(0, ledger.revoke("vm", spelled));
    CHECK(ledger.allows("vm", path)); /* as one of all */
    CHECK_EQUAL(0, ledger.revoke("", path));
    CHECK(!ledger.allows("vm", path) && !ledger.allows("other", path));
    CHECK_EQUAL(0, ledger.grant("vm", "b/"));
    CHECK(ledger.allows("vm", "b") && !ledger.allows("vm", ""));
    CHECK_EQUAL(0, ledger.grant("vm", "\\"));
    CHECK(ledger.allows("vm", "\\") && ledger.allows("vm", "//") && !ledger.allows("vm", ""));
    const char* const nowhere = ON_WINDOWS ? "C:\\hcsffi-nowhere" : "/hcsffi-nowhere";
    CHECK_EQUAL(HR(0x80070002), ledger.grant("vm", nowhere));
    CHECK_EQUAL(HR(0x80070002), ledger.revoke("vm", nowhere));
    CHECK_EQUAL(0, ledger.grant("vm", PLAIN_FILE));
    CHECK_EQUAL(0, ledger.revoke("other", PLAIN_FILE));
    CHECK(ledger.allows("vm", PLAIN_FILE));
    ledger.clear();
    CHECK(!ledger.allows("vm", PLAIN_FILE) && !ledger.allows("vm", "b"));
}

TEST(a_machine_s_endpoints_are_those_of_its_adapters, "an endpoint that is forgotten stays taken, one too many is another's (F-4)") {
    ToldNetworks networks;
    Wiring wiring(networks);
    const auto node = [](const char* json) { return Document::parse(json); };
    const auto adapters = node(R"({"1":{"EndpointId":"a"},"2":{},"3":{"EndpointId":""},"4":{"EndpointId":"b"}})");
    wiring.attach_all(adapters.root(), "vm");
    CHECK(same("attach a vm;attach b vm;", networks.told()));
    const Document a = node(R"({"EndpointId":"a"})"), c = node(R"({"EndpointId":"c","MacAddress":"x"})"), none = node("{}"),
                   refused = node(R"({"EndpointId":"none"})"), renamed = node(R"({"EndpointId":"a","MacAddress":"x"})");
    wiring.exchange(a.root(), renamed.root());
    CHECK(same("", networks.told()));
    wiring.exchange(a.root(), c.root());
    CHECK(same("attach c vm;detach a vm;", networks.told()));
    CHECK(same("no such endpoint", refusal_of([&] { wiring.exchange(c.root(), refused.root()); }, HR(0x803B0002))));
    wiring.exchange(none.root(), a.root());
    CHECK(same("attach a vm;", networks.told()));
    wiring.exchange(a.root(), none.root());
    CHECK(same("detach a vm;", networks.told()));
    wiring.release();
    wiring.release();
    CHECK(same("detach b vm;detach c vm;", networks.told()));
    const Document half = node(R"({"1":{"EndpointId":"a"},"2":{"EndpointId":"none"}})");
    CHECK(same("no such endpoint", refusal_of([&] { wiring.attach_all(half.root(), "vm"); }, HR(0x803B0002))));
    CHECK(same("attach a vm;detach a vm;", networks.told()));
    const Document inside = node(R"({"Namespace":"11111111-2222-3333-4444-555555555555"})"), braced = node(R"({"Namespace":"{1}"})");
    wiring.enter(none.root(), "c");
    CHECK(same("$.Namespace: \"{1}\" is no GUID without braces", refusal_of([&] { wiring.enter(braced.root(), "c"); }, HR(0x80070490))));
    CHECK(same("", networks.told()));
    wiring.enter(inside.root(), "c");
    wiring.release();
    wiring.release();
    CHECK(same("enter 11111111 c;leave 11111111 c;", networks.told()));
}

namespace {

std::string change(const char* operation, const char* details, const char* type = "CpuGroup") {
    return std::string(R"({"PropertyType":")") + type + R"(","Settings":{"Operation":")" + operation + R"(","OperationDetails":)" +
           details + "}}";
}

}  // namespace

TEST(the_service_shows_each_group_and_guard_as_it_was_made, "what is read back is copied into documents (B-58)") {
    Service service;
    const auto make = [&](const std::string& request, HRESULT code = HR(0x8037010D)) {
        return refusal_of([&] { service.modify(request, "0a0b-c"); }, code);
    };
    const auto shown = [&](const char* type) { return service.properties(std::string(R"({"PropertyTypes":[")") + type + "\"]}", {}); };
    CHECK(same(R"({"Properties":[]})", service.properties("", {})));
    CHECK(same("", make(change("CreateGroup", R"({"GroupId":"g","LogicalProcessorCount":1,"LogicalProcessors":[0]})"))));
    CHECK(same("", make(change("CreateGroup", R"({"GroupId":"h","LogicalProcessorCount":0,"LogicalProcessors":[]})"))));
    CHECK(same("", make(change("SetProperty", R"({"GroupId":"h","PropertyCode":2,"PropertyValue":3})"))));
    CHECK(same("", make(change("SetProperty", R"({"GroupId":"h","PropertyCode":1,"PropertyValue":4})"))));
    CHECK(same("", make(change("SetProperty", R"({"GroupId":"h","PropertyCode":2,"PropertyValue":5})"))));
    CHECK(same("there is a CPU group g already",
               make(change("CreateGroup", R"({"GroupId":"g","LogicalProcessorCount":1,"LogicalProcessors":[0]})"), HR(0x800700B7))));
    CHECK(same("there is no CPU group x", make(change("DeleteGroup", R"({"GroupId":"x"})"), HR(0x80070490))));
    CHECK(same("there is no CPU group x",
               make(change("SetProperty", R"({"GroupId":"x","PropertyCode":2,"PropertyValue":3})"), HR(0x80070490))));
    const std::string beyond = std::to_string(std::max(std::thread::hardware_concurrency(), 1u));
    CHECK(same("$.Settings.OperationDetails.LogicalProcessors[0]: there is no such processor",
               make(change("CreateGroup", (R"({"GroupId":"i","LogicalProcessorCount":1,"LogicalProcessors":[)" + beyond + "]}").c_str()),
                    HR(0x80070057))));
    CHECK(same(R"({"Properties":[{"CpuGroups":[{"GroupId":"g","Affinity":{"LogicalProcessorCount":1,"LogicalProcessors":[0]},)"
               R"("GroupProperties":[]},{"GroupId":"h","Affinity":{"LogicalProcessorCount":0,"LogicalProcessors":[]},)"
               R"("GroupProperties":[{"PropertyCode":1,"PropertyValue":4},{"PropertyCode":2,"PropertyValue":5}]}]}]})",
               shown("CpuGroup")));
    CHECK(same("", make(change("DeleteGroup", R"({"GroupId":"g"})"))) && shown("CpuGroup").find("\"g\"") == std::string::npos);
    const char* const guards = "ContainerCredentialGuard";
    CHECK(same("", make(change("AddInstance", R"({"Id":"a","CredentialSpec":"s"})", guards))));
    CHECK(same("", make(change("AddInstance", R"({"Id":"b","CredentialSpec":"t","Transport":"HvSocket"})", guards))));
    CHECK(same("there is a credential guard instance a already",
               make(change("AddInstance", R"({"Id":"a","CredentialSpec":"s"})", guards), HR(0x800700B7))));
    CHECK(same("there is no credential guard instance x", make(change("RemoveInstance", R"({"Id":"x"})", guards), HR(0x80070490))));
    CHECK(same(R"({"Properties":[{"Instances":[{"Id":"a","CredentialGuard":{"Cookie":"0a0bc","RpcEndpoint":"hcsffi-a","Transport":"LRPC",)"
               R"("CredentialSpec":"s"}},{"Id":"b","CredentialGuard":{"Cookie":"0a0bc","RpcEndpoint":"hcsffi-b","Transport":"HvSocket",)"
               R"("CredentialSpec":"t"},"HvSocketConfig":{"ServiceId":"0a0b-c","ServiceConfig":{"AllowWildcardBinds":true}}}]}]})",
               shown(guards)));
    for (const char* wrong :
         {R"({"PropertyType":"CpuGroup"})", R"({"PropertyType":"CpuGroup","Settings":{"Operation":"CreateGroup"}})",
          R"({"PropertyType":"Basic","Settings":{}})", R"({})", R"({"PropertyType":"ContainerCredentialGuard","Settings":{}})"})
        CHECK(!make(wrong).empty() && make(wrong).rfind("another code", 0) != 0);
    service.clear();
    CHECK(same(R"({"Properties":[{"CpuGroups":[]}]})", shown("CpuGroup")) && same(R"({"Properties":[{"Instances":[]}]})", shown(guards)));
    CHECK(same(R"({"PropertyResponses":{"CpuGroup":{"Response":{"CpuGroups":[]}}}})",
               service.properties(R"({"PropertyQueries":{"CpuGroup":{}}})", {})));
    CHECK(same(R"({"Properties":[{"ProcessorQoSSupported":false}],"PropertyResponses":{}})",
               service.properties(R"({"PropertyTypes":["QoSCapabilities"],"PropertyQueries":{}})", {})));
}
