/* What a document asks for and this host does not carry out is told, member by member. */
#include "client.h"
#include "harness.h"

static const char *told(PCWSTR id) {
    static char text[4096];
    PWSTR members = NULL;
    CHECK_OR(hcsffi_not_carried_out(NULL, id, &members) == S_OK_, "failed");
    CHECK_OR(take_text(members, text, sizeof text), "nothing");
    return text;
}

static HCS_SYSTEM created(PCWSTR id, PCWSTR configuration) {
    HCS_SYSTEM system = NULL;
    CHECK_OR(create(id, configuration, &system).completed == S_OK_, NULL);
    return system;
}

TEST(a_document_whose_wishes_are_met_has_nothing_to_tell, "a warning for everybody is a warning for nobody") {
    HCS_SYSTEM system = created(W("met"), W("{\"Owner\":\"o\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},"
                                            "\"ShouldTerminateOnLastHandleClosed\":true,\"Container\":{\"GuestOs\":{\"HostName\":\"web\"},"
                                            "\"Storage\":{\"Layers\":[]},\"Networking\":{\"AllowUnqualifiedDnsQuery\":false},"
                                            "\"RegistryChanges\":{\"AddValues\":[{\"Name\":\"WaitToKillServiceTimeout\","
                                            "\"StringValue\":\"1000\"}]}}}"));
    CHECK(strcmp("[]", told(W("met"))) == 0);
    discard(system);
    CHECK_EQUAL(HR(0x8037010E), hcsffi_not_carried_out(NULL, W("met"), (PWSTR[]){NULL}));
}

TEST(a_container_s_unmet_wishes_are_named_by_their_paths, "limits, directories, pipes, layers, devices, credentials, the registry") {
    CHECK_EQUAL(S_OK_, configure(W("{\"Isolation\":\"none\"}")));  // else limits are held where they can be
    HCS_SYSTEM system =
        created(W("unmet"),
                W("{\"Container\":{\"Memory\":{\"SizeInMB\":512},\"Processor\":{\"Maximum\":5000},"
                  "\"MappedPipes\":[{\"ContainerPipeName\":\"p\",\"HostPath\":\"h\"}],\"Storage\":{\"QoS\":{\"IopsMaximum\":5}},"
                  "\"RegistryChanges\":{\"AddValues\":[{\"Name\":\"WaitToKillServiceTimeout\",\"StringValue\":\"1000\"},{\"Name\":\"x\"}]},"
                  "\"ContainerCredentialGuard\":{\"CredentialSpec\":\"s\"},\"NewerThanThisHost\":{\"Wish\":true}},\"Unheard\":1}"));
    CHECK(strcmp("[\"$.Container.ContainerCredentialGuard.CredentialSpec\",\"$.Container.MappedPipes\",\"$.Container.Memory.SizeInMB\","
                 "\"$.Container.NewerThanThisHost.Wish\",\"$.Container.Processor.Maximum\",\"$.Container.RegistryChanges.AddValues\","
                 "\"$.Container.Storage.QoS.IopsMaximum\",\"$.Unheard\"]",
                 told(W("unmet"))) == 0);
    discard(system);
}

TEST(a_pipe_of_another_kind_is_told_whatever_it_names, "a machine's own file beside its name would make it a socket of this one (B-81)") {
    HCS_SYSTEM system =
        created(W("smb"), W("{\"Container\":{\"MappedPipes\":[{\"ContainerPipeName\":\"p\",\"HostPath\":\"/dev/null\",\"HostPathType\":"
                            "\"VirtualSmbPipeName\"}]}}"));
    CHECK(strcmp("[\"$.Container.MappedPipes\"]", told(W("smb"))) == 0);
    discard(system);
}

TEST(what_is_asked_for_later_is_told_too, "a change and a process come after the document") {
    CHECK_EQUAL(S_OK_, configure(W("{\"Isolation\":\"none\"}")));
    HCS_SYSTEM system = created(W("later"), CONTAINER);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK(strcmp("[]", told(W("later"))) == 0);
    CHECK_EQUAL(S_OK_, modify(system, W("{\"ResourcePath\":\"Container/Memory/SizeInMB\",\"Settings\":512}")).completed);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_PROCESS process = NULL;
    const PCWSTR parameters = W("{\"CommandLine\":\"true\",\"RestrictedToken\":true,\"UseLegacyConsole\":false}");
    CHECK_EQUAL(S_OK_, await_answer(HcsCreateProcess(system, parameters, operation, NULL, &process), operation).completed);
    CHECK(strcmp("[\"$.Container.Memory.SizeInMB\",\"ProcessParameters.RestrictedToken\"]", told(W("later"))) == 0);
    HcsCloseProcess(process);
    discard(system);
}

TEST(of_a_machine_everything_but_the_model_is_told, "no guest runs here") {
    HCS_SYSTEM system = created(W("model"), W("{\"VirtualMachine\":{\"StopOnReset\":true,\"Chipset\":{\"Uefi\":{}},"
                                              "\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":64}},\"Devices\":{\"Plan9\":{}}}}"));
    CHECK(strcmp("[\"$.VirtualMachine.Chipset\",\"$.VirtualMachine.ComputeTopology\",\"$.VirtualMachine.Devices\"]", told(W("model"))) ==
          0);
    discard(system);
}
