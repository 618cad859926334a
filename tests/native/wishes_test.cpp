/* Which members of a document count as carried out, given what the machine carries out of it: the rest is told. */
#include "harness.h"

#include <string>

#include "compute/unfulfilled.h"
#include "texts.h"

using namespace hcsffi;

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
