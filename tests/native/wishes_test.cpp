/* Which members of a document count as carried out, given what the machine carries out of it: the rest is told. And what the
 * members for limits, layers and folders must say. */
#include "harness.h"

#include <algorithm>
#include <string>
#include <thread>

#include "compute/unfulfilled.h"
#include "texts.h"
#include "told_house.h"

using namespace told_house;

namespace {

std::string listed(const std::set<std::string>& paths) {
    std::string text;
    for (const std::string& path : paths) text += (text.empty() ? "" : " ") + path;
    return text;
}

std::string told(const std::string& json, const Carried& carried = {}) {
    const Document document = Document::parse(json);
    return listed(unfulfilled_of_system(document.root(), carried));
}

std::string told_of_process(const std::string& json) {
    const Document document = Document::parse(json);
    return listed(unfulfilled_of_process(document.root()));
}

}  // namespace

TEST(what_is_carried_is_not_told_and_its_neighbours_are, "a machine that can do one thing of a document need not be able to do another") {
    const std::string all = R"({"Container":{"Memory":{"SizeInMB":512},"Networking":{"Namespace":"n","NetworkSharedContainerName":"o"},)"
                            R"("Processor":{"Count":2,"Maximum":5},"Storage":{"Layers":[{"Id":"i"}],"Path":"p","QoS":{"IopsMaximum":5}}}})";
    const std::string memory = "$.Container.Memory.SizeInMB ", space = "$.Container.Networking.Namespace ",
                      shared = "$.Container.Networking.NetworkSharedContainerName ", count = "$.Container.Processor.Count ",
                      maximum = "$.Container.Processor.Maximum ", layers = "$.Container.Storage.Layers ",
                      path = "$.Container.Storage.Path ", quality = "$.Container.Storage.QoS.IopsMaximum";
    CHECK(same(memory + space + shared + count + maximum + layers + path + quality, told(all)));
    CHECK(same(memory + shared + count + maximum + layers + path + quality, told(all, {{}, {}, false, true})));
    CHECK(same(memory + space + shared + count + maximum + quality, told(all, {{}, {}, true, false})));
    CHECK(same(space + shared + count + layers + path + quality, told(all, {{}, {"Memory.SizeInMB", "Processor.Maximum"}, false, false})));
    CHECK(same(shared + count + maximum + quality, told(all, {{}, {"Memory.SizeInMB"}, true, true})));
}

TEST(a_mapping_that_is_carried_out_is_not_told, "of several the one that is not has its place in the list") {
    const std::string one = R"({"ContainerPath":"/a","HostPath":"/b"})", cloud = R"({"ContainerPath":"/c","SupportCloudFiles":true})";
    const std::string document = R"({"Container":{"MappedDirectories":[)" + one + "," + cloud + R"(],"MappedPipes":[{"HostPath":"x"}]}})";
    const auto kept = [](const std::string& text) { return Document::parse(text).json(); };
    CHECK(same("$.Container.MappedDirectories $.Container.MappedPipes", told(document)));
    CHECK(same("$.Container.MappedDirectories[1] $.Container.MappedPipes[0]", told(document, {{kept(one)}, {}, false, false})));
    CHECK(same("$.Container.MappedDirectories[1].SupportCloudFiles $.Container.MappedPipes[0]",
               told(document, {{kept(one), kept(cloud)}, {}, false, false})));
}

TEST(what_asks_for_nothing_is_not_told, "writers send false, empty lists and empty objects with every document") {
    CHECK(same("", told(R"({"Container":{"A":false,"B":"","C":[],"D":{},"E":{"F":{"G":false}}},"Unheard":{},"More":[]})")));
    CHECK(same("$.Container.A $.Container.B $.Container.C $.Container.E.F.G $.Container.Zero $.More $.Unheard",
               told(R"({"Container":{"A":true,"B":" ","C":[0],"D":null,"E":{"F":{"G":"x"}},"Zero":0},"Unheard":{"A":1},"More":[1]})")));
    CHECK(same("", told(R"({"Owner":"o","SchemaVersion":{"Major":2},"HostingSystemId":"h","ShouldTerminateOnLastHandleClosed":true,)"
                        R"("Container":{"GuestOs":{"HostName":"web"}}})")));
    CHECK(same("$.Container.GuestOs.Other $.Container.HostName",
               told(R"({"Container":{"GuestOs":{"HostName":"web","Other":1},"HostName":"web"}})")));
}

TEST(of_the_registry_only_the_time_to_end_is_read, "one value beside it, and the list is told") {
    const auto values = [](const std::string& list) { return R"({"Container":{"RegistryChanges":{"AddValues":[)" + list + "]}}}"; };
    const std::string ours = R"({"Name":"WaitToKillServiceTimeout","StringValue":"5000"})", other = R"({"Name":"Other"})";
    CHECK(same("", told(values(ours))) && same("", told(values(ours + "," + ours))));
    for (const std::string& list : {other, ours + "," + other, other + "," + ours})
        CHECK(same("$.Container.RegistryChanges.AddValues", told(values(list))));
    CHECK(same("$.Container.RegistryChanges.DeleteKeys", told(R"({"Container":{"RegistryChanges":{"DeleteKeys":[{"Name":"k"}]}}})")));
}

TEST(a_hosted_container_is_read_as_one_and_a_machine_by_its_members, "the same wishes, one step further down") {
    CHECK(
        same("$.HostedSystem.Container.Memory.SizeInMB $.HostedSystem.Other",
             told(R"({"HostedSystem":{"SchemaVersion":{},"Container":{"Memory":{"SizeInMB":1},"GuestOs":{"HostName":"w"}},"Other":1}})")));
    CHECK(same("$.HostedSystem", told(R"({"HostedSystem":"text"})")));
    CHECK(same("", told(R"({"HostedSystem":{"Container":{"Memory":{"SizeInMB":1}}}})", {{}, {"Memory.SizeInMB"}, false, false})));
    CHECK(same("$.VirtualMachine.Chipset $.VirtualMachine.Devices",
               told(R"({"VirtualMachine":{"Chipset":{},"Devices":{"Scsi":{}},"StopOnReset":true,"RestoreState":{"A":"b"}}})")));
}

TEST(what_a_process_asks_beside_its_command_is_told, "a token that is not restricted is a right too many") {
    CHECK(same("", told_of_process(R"({"ApplicationName":"a","CommandLine":"c","CommandArgs":["c"],"User":"u","WorkingDirectory":"/",)"
                                   R"("Environment":{"A":"b"},"CreateStdInPipe":true,"CreateStdOutPipe":true,"CreateStdErrPipe":true,)"
                                   R"("EmulateConsole":true,"ConsoleSize":[1,2],"RestrictedToken":false,"SecurityDescriptor":""})")));
    CHECK(
        same("ProcessParameters.RestrictedToken ProcessParameters.Unheard", told_of_process(R"({"RestrictedToken":true,"Unheard":[1]})")));
}

TEST(limits_are_read_as_bytes_processors_and_a_weight, "a limit that is read wrong holds a program back, or does not (B-55)") {
    House house;
    const auto read = [&](const std::string& json) {
        const Document document = Document::parse(json);
        const TreeLimits limits = read_limits(document.root(), house.host);
        return std::to_string(limits.memory_bytes) + " " + std::to_string(limits.processors) + " " +
               std::to_string(limits.processor_weight);
    };
    const double processors = std::max(std::thread::hardware_concurrency(), 1u);
    const std::string nothing = "0 0.000000 0";
    for (const char* empty : {"{}", R"({"Memory":{}})", R"({"Processor":{}})", R"({"Memory":{},"Processor":{}})"})
        CHECK(same(nothing, read(empty)));
    CHECK(same("3145728 0.000000 0", read(R"({"Memory":{"SizeInMB":3}})")));
    CHECK(same("18446744073708503040 0.000000 0", read(R"({"Memory":{"SizeInMB":18446744073709551615}})")));
    CHECK(same("0 1.000000 0", read(R"({"Processor":{"Count":1}})")) &&
          same("0 2.000000 0", read(R"({"Processor":{"Count":2,"Maximum":1}})")));
    CHECK(same("0 " + std::to_string(processors / 2) + " 0", read(R"({"Processor":{"Count":0,"Maximum":5000}})")));
    CHECK(same("1048576 0.000000 4294967295", read(R"({"Memory":{"SizeInMB":1},"Processor":{"Weight":4294967296}})")));
    house.host.mode = IsolationMode::kNone;
    CHECK(same(nothing, read(R"({"Memory":{"SizeInMB":3},"Processor":{"Count":2,"Weight":5}})")));
    CHECK(limits_to_hold({}, true, house.host).memory == nullptr && same("", house.machine.told()));
    CHECK(same(R"({"MemoryBytes":{"Limit":1,"By":"a"},"ProcessorPercent":{"Limit":150,"By":"b"},"ProcessorWeight":{"Limit":3,"By":"c"},)"
               R"("Processes":{"Limit":4,"By":"d"}})",
               limits_json({1, 1.5, 3, 4}, {"a", "b", "c", "d"})));
    CHECK(limits_json({0, 2e9, 0, 0}, {}).find(R"("ProcessorPercent":{"Limit":100000000000,"By":""})") != std::string::npos);
}

TEST(a_limit_is_met_where_something_holds_it_or_nothing_is_asked, "what is told as met is looked after by nobody else") {
    const auto held = [](const char* json, const LimitsHeld& by) {
        const Document document = Document::parse(json);
        return listed(members_held(document.root(), by));
    };
    const char* const all = R"({"Memory":{"SizeInMB":1},"Processor":{"Count":1,"Maximum":1,"Weight":1}})";
    CHECK(same("", held(all, {})) && same("Memory.SizeInMB", held(all, {"x", nullptr, nullptr, nullptr})));
    CHECK(same("Processor.Count Processor.Maximum", held(all, {nullptr, "x", nullptr, "x"})));
    CHECK(same("Processor.Weight", held(all, {nullptr, nullptr, "x", nullptr})) && same("", held("{}", {"x", "x", "x", "x"})));
    CHECK(same("Memory.SizeInMB Processor.Weight", held(R"({"Memory":{"SizeInMB":0},"Processor":{"Maximum":1,"Weight":0}})", {})));
}

TEST(a_scratch_is_a_volume_or_a_view_and_a_layer_is_there, "a container on the wrong folder runs on somebody else's files (B-13 to B-15)") {
    House house;
    const auto refused = [&](const std::string& storage, HRESULT code) {
        const Document document = Document::parse("{\"Storage\":{" + storage + "}}");
        return refusal_of([&] { check_container(document.root(), house.layers); }, code);
    };
    const HRESULT no_scratch = HR(0x80071126), no_layer = HR(0x80070057);
    const std::string id = "01234567-89ab-cdef-0123-456789abcdef";
    const auto path = [](const std::string& text) { return R"("Path":")" + text + "\""; };
    CHECK(same("", refused(path(R"(\\\\?\\Volume{)" + id + R"(}\\)"), no_scratch)) && same("", refused("", no_scratch)));
    for (const std::string& wrong :
         {R"(\\\\?\\Volume{)" + id + "}", R"(\\\\?\\Volume{)" + id + R"(}\\x)", R"(\\\\?\\Volume{x)" + id.substr(1) + R"(}\\)",
          R"(\\\\.\\Volume{)" + id + R"(}\\)", R"(\\\\?\\Volume{)" + id + R"()\\)", std::string(R"(C:\\scratch)")}) {
        const std::string text = refused(path(wrong), no_scratch);
        CHECK(text.rfind("$.Storage.Path: expected the volume of a prepared scratch, ", 0) == 0 &&
              text.find(", found \"") != std::string::npos);
    }
    const std::string view = path(ON_WINDOWS ? R"(C:\\view)" : "/view");
    const auto layers = [](const std::string& list) { return R"("Layers":[)" + list + "]"; };
    const std::string a = R"({"Path":"/layer/a"})", a_more = R"({"Path":"/layer/a//"})", b = R"({"Path":"/layer/b"})";
    CHECK(same("", refused(view, no_scratch)) && same("", refused(view + "," + layers(""), no_layer)));
    for (const std::string& right : {a + "," + b, a_more + "," + b}) CHECK(same("", refused(view + "," + layers(right), no_layer)));
    for (const std::string& wrong : {a, b + "," + a, a + "," + b + "," + b})
        CHECK(refused(view + "," + layers(wrong), no_layer).rfind("$.Storage.Layers: expected the layers that \"", 0) == 0);
    CHECK(same("", refused(layers(b), no_layer))); /* of no view, whose layers nobody knows */
    CHECK(same("$.Storage.Layers[1].Path: no layer is at \"x\"", refused(layers(a + R"(,{"Path":"x"})"), no_layer)));
    const auto folder = [&](const std::string& text) {
        const Document document = Document::parse(R"({"MappedDirectories":[{"HostPath":"other:there"},{"HostPath":")" + text + "\"}]}");
        return refusal_of([&] { check_container(document.root(), house.layers); }, HR(0x80070002));
    };
    CHECK(same("", folder(FOLDER_IN_JSON)));
    const std::string nowhere = ON_WINDOWS ? "C:/hcsffi-nowhere" : "/hcsffi-nowhere";
    CHECK(same("$.MappedDirectories[1].HostPath: there is no \"" + nowhere + "\"", folder(nowhere)));
}
