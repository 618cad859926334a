/* Virtual machines through the C surface: life cycle, grants, saved state, changes, and what properties show of them. */
#include <uchar.h>

#include "client.h"
#include "harness.h"

#define BOOTING(extra)                                                                         \
    W("{\"Owner\":\"tests\",\"VirtualMachine\":{" extra                                        \
      "\"Chipset\":{\"Uefi\":{\"BootThis\":{\"DevicePath\":\"x\",\"DeviceType\":\"VmbFs\"}}}," \
      "\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":1024},\"Processor\":{\"Count\":2}},"      \
      "\"Devices\":{\"Scsi\":{\"Primary disk\":{\"Attachments\":{}}}}}}")

static HCS_SYSTEM open_machine(PCWSTR id, PCWSTR configuration, bool start) {
    HCS_SYSTEM system = NULL;
    if (create(id, configuration, &system).completed != S_OK_) return NULL;
    if (start && run_on_system(HcsStartComputeSystem, system, NULL).completed != S_OK_) return NULL;
    return system;
}

static PCWSTR widened(const char *text) {
    static WCHAR wide[4096];
    size_t at = 0;
    for (; text[at] != 0 && at + 1 < sizeof wide / sizeof *wide; ++at) wide[at] = (unsigned char)text[at];
    wide[at] = 0;
    return wide;
}

/* An empty file as a disk in a folder of its own; where Windows' paths mean something, only files that are there can be granted. */
static bool make_disk(char *folder, size_t folder_size, char *disk, size_t size) {
    if (!make_folder(folder, folder_size)) return false;
    snprintf(disk, size, "%s/a.vhdx", folder);
    FILE *file = fopen(disk, "wb");
    return file != NULL && fclose(file) == 0;
}

static void remove_disk(const char *folder, const char *disk) {
    remove_file(disk);
    remove_folder(folder);
}

TEST(a_machine_pauses_resumes_and_refuses_what_it_cannot_now, "Created - Running - Paused - Running (B-21, B-34)") {
    HCS_SYSTEM system = open_machine(W("vm"), MACHINE, true);
    CHECK(system != NULL);
    const struct answer properties = run_on_system(HcsGetComputeSystemProperties, system, NULL);
    CHECK(strstr(properties.document, "\"SystemType\":\"VirtualMachine\"") && strstr(properties.document, "\"RuntimeId\":\"") &&
          !strstr(properties.document, "\"RuntimeId\":\"vm\""));
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsResumeComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370105),
                run_on_system(HcsSaveComputeSystem, system, W("{\"SaveType\":\"ToFile\",\"SaveStateFilePath\":\"/tmp/x\"}")).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsPauseComputeSystem, system,
                                     W("{\"SuspensionLevel\":\"Suspend\",\"HostedNotification\":{\"Reason\":\"Save\"}}"))
                           .completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, W("{}")).document, "\"State\":\"Paused\"") != NULL);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsPauseComputeSystem, system, W("")).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsResumeComputeSystem, system, W("")).completed);
    CHECK_EQUAL(HR(0x8037010D), run_on_system(HcsPauseComputeSystem, system, W("{\"SuspensionLevel\":\"Deep\"}")).completed);
    discard(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(shutdown_needs_somebody_inside_who_answers, "the empty machine has to be terminated (B-29, B-30)") {
    HCS_SYSTEM empty = open_machine(W("empty"), MACHINE, true), full = open_machine(W("full"), BOOTING(""), true);
    CHECK(run_on_system(HcsShutDownComputeSystem, empty, NULL).completed < 0);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, empty, NULL).document, "Running") != NULL);
    CHECK_EQUAL(S_OK_,
                run_on_system(HcsShutDownComputeSystem, full, W("{\"Mechanism\":\"IntegrationService\",\"Type\":\"Shutdown\"}")).completed);
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(full, PATIENCE_MS, NULL));
    HcsCloseComputeSystem(full);
    discard(empty);
}

TEST(a_reboot_is_an_exit_only_with_stop_on_reset, "a guest reboot keeps the system else (B-37)") {
    HCS_SYSTEM keeps = open_machine(W("keeps"), BOOTING(""), true),
               stops = open_machine(W("stops"), BOOTING("\"StopOnReset\":true,"), true);
    CHECK_EQUAL(S_OK_, run_on_system(HcsShutDownComputeSystem, keeps, W("{\"Type\":\"Reboot\"}")).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, keeps, NULL).document, "Running") != NULL);
    CHECK_EQUAL(S_OK_, run_on_system(HcsShutDownComputeSystem, stops, W("{\"Type\":\"Reboot\"}")).completed);
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(stops, PATIENCE_MS, NULL));
    discard(keeps);
    HcsCloseComputeSystem(stops);
}

TEST(a_missing_grant_shows_when_the_machine_is_powered_on, "create does not open files (B-26)") {
    char folder[512], disk[1024], text[2048];
    CHECK(make_disk(folder, sizeof folder, disk, sizeof disk));
    snprintf(text, sizeof text,
             "{\"VirtualMachine\":{\"Devices\":{\"Scsi\":{\"0\":{\"Attachments\":{\"0\":{\"Type\":\"VirtualDisk\",\"Path\":\"%s\"}}}}}}}",
             disk);
    HCS_SYSTEM system = open_machine(W("grants"), widened(text), false);
    CHECK(system != NULL);
    const struct answer refused = run_on_system(HcsStartComputeSystem, system, NULL);
    CHECK_EQUAL(HR(0x80070005), refused.completed);
    CHECK(strstr(refused.document, "PowerOnCold") && strstr(refused.document, "a.vhdx"));
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, NULL).document, "Created") != NULL);
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(W("other"), widened(disk)));
    CHECK_EQUAL(HR(0x80070005), run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(W("grants"), widened(disk)));
    CHECK_EQUAL(S_OK_, HcsRevokeVmAccess(W("grants"), widened(disk)));
    CHECK_EQUAL(HR(0x80070005), run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, HcsGrantVmGroupAccess(widened(disk)));
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, HcsRevokeVmGroupAccess(widened(disk)));
    discard(system);
    remove_disk(folder, disk);
    CHECK_EQUAL(HR(0x80070002), HcsGrantVmAccess(W("grants"), widened(disk)));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(no_process_runs_in_a_machine_without_an_agent, "host-side processes need a bridge the host owns (C-11)") {
    HCS_SYSTEM system = open_machine(W("vm"), MACHINE, true);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_PROCESS process = NULL;
    CHECK_EQUAL(HR(0x80070032),
                await_answer(HcsCreateProcess(system, W("{\"CommandLine\":\"true\"}"), operation, NULL, &process), operation).completed);
    HcsCloseProcess(process);
    discard(system);
}

TEST(memory_shows_what_was_assigned_and_follows_changes, "the statistics of every machine watcher (B-55, B-67)") {
    const PCWSTR query = W("{\"PropertyTypes\":[\"Memory\"]}"),
                 change = W("{\"ResourcePath\":\"VirtualMachine/ComputeTopology/Memory/SizeInMB\",\"Settings\":2048}");
    HCS_SYSTEM system = open_machine(W("vm"), BOOTING(""), false);
    CHECK_EQUAL(HR(0x80370105), modify(system, change).completed);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsGetComputeSystemProperties, system, query).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, query).document, "\"AssignedMemory\":262144,") != NULL);
    CHECK_EQUAL(S_OK_, modify(system, change).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, query).document, "\"AssignedMemory\":524288,") != NULL);
    CHECK_EQUAL(HR(0x8037010D),
                modify(system, W("{\"ResourcePath\":\"VirtualMachine/ComputeTopology/Memory/SizeInMB\",\"Settings\":\"2048\"}")).completed);
    discard(system);
}

#define REMOVING(key) W("{\"ResourcePath\":\"VirtualMachine/Devices/Scsi/" key "/Attachments/0\",\"RequestType\":\"Remove\"}")

/* The request that adds the disk at this key and unit 0. */
static PCWSTR adding(const char *key, const char *disk) {
    char text[2048];
    snprintf(text, sizeof text,
             "{\"ResourcePath\":\"VirtualMachine/Devices/Scsi/%s/Attachments/0\",\"RequestType\":\"Add\","
             "\"Settings\":{\"Type\":\"VirtualDisk\",\"Path\":\"%s\"}}",
             key, disk);
    return widened(text);
}

TEST(disks_come_and_go_by_the_key_of_the_document, "an ordinal that is no key is not found (B-64)") {
    char folder[512], disk[1024];
    CHECK(make_disk(folder, sizeof folder, disk, sizeof disk));
    HCS_SYSTEM system = open_machine(W("disks"), MACHINE, true);
    CHECK_EQUAL(HR(0x80070005), modify(system, adding("Primary disk", disk)).completed);
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(W("disks"), widened(disk)));
    CHECK_EQUAL(HR(0x80070490), modify(system, adding("0", disk)).completed);
    CHECK_EQUAL(S_OK_, modify(system, adding("Primary disk", disk)).completed);
    CHECK_EQUAL(HR(0x800700B7), modify(system, adding("Primary disk", disk)).completed);
    CHECK_EQUAL(S_OK_, modify(system, REMOVING("Primary disk")).completed);
    CHECK_EQUAL(HR(0x80070490), modify(system, REMOVING("Primary disk")).completed);
    CHECK_EQUAL(HR(0x80070057), modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/Scsi/Primary disk/Attachments/0\","
                                                 "\"Settings\":{\"Type\":\"VirtualDisk\",\"Path\":\"C:\\\\b.vhdx\"}}"))
                                    .completed);
    discard(system);
    remove_disk(folder, disk);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(shares_are_addressed_by_their_collection, "an index in the path is wrong (B-65)") {
    HCS_SYSTEM system = open_machine(W("shares"), MACHINE, true);
    const char *const add =
        "{\"ResourcePath\":\"VirtualMachine/Devices/Plan9/Shares\",\"RequestType\":\"Add\","
        "\"Settings\":{\"Name\":\"s\",\"Path\":\"C:\\\\windows\",\"Port\":564}}";
    CHECK_EQUAL(S_OK_, modify(system, widened(add)).completed);
    CHECK_EQUAL(HR(0x800700B7), modify(system, widened(add)).completed);
    CHECK_EQUAL(HR(0x80070057),
                modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/Plan9/Shares/0\",\"RequestType\":\"Remove\"}")).completed);
    CHECK_EQUAL(
        HR(0x80070057),
        modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/VirtualSmb/Shares/0\",\"RequestType\":\"Add\",\"Settings\":{}}"))
            .completed);
    CHECK_EQUAL(
        S_OK_,
        modify(system,
               W("{\"ResourcePath\":\"VirtualMachine/Devices/Plan9/Shares\",\"RequestType\":\"Remove\",\"Settings\":{\"Name\":\"s\"}}"))
            .completed);
    CHECK_EQUAL(
        HR(0x80070490),
        modify(system,
               W("{\"ResourcePath\":\"VirtualMachine/Devices/Plan9/Shares\",\"RequestType\":\"Remove\",\"Settings\":{\"Name\":\"s\"}}"))
            .completed);
    discard(system);
}

/* A network and an endpoint on it under the id that the requests below name. */
static const GUID NETWORK_ID = {0x11111111, 0x2222, 0x4333, {0x84, 0x44, 0x55, 0x55, 0x55, 0x55, 0x55, 0x55}};
static const GUID ENDPOINT_ID = {0xAAAAAAAA, 0xBBBB, 0x4CCC, {0x8D, 0xDD, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE}};

static void create_endpoint(void) {
    HCN_NETWORK network = NULL;
    HCN_ENDPOINT endpoint = NULL;
    CHECK_EQUAL(S_OK_, HcnCreateNetwork(&NETWORK_ID, W("{\"Name\":\"n\",\"SchemaVersion\":{\"Major\":2}}"), &network, NULL));
    CHECK_EQUAL(S_OK_, HcnCreateEndpoint(network, &ENDPOINT_ID, W("{\"SchemaVersion\":{\"Major\":2}}"), &endpoint, NULL));
    HcnCloseEndpoint(endpoint);
    HcnCloseNetwork(network);
}

TEST(an_endpoint_is_one_adapters_at_a_time, "a second machine with it would be on the network under the first one's address (F-4)") {
    static const char16_t add[] =
        u"{\"ResourcePath\":\"VirtualMachine/Devices/NetworkAdapters/01234567-89ab-4cde-8f01-23456789abcd\",\"RequestType\":\"Add\","
        u"\"Settings\":{\"EndpointId\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\"}}";
    HCS_SYSTEM first = open_machine(W("first"), MACHINE, true), second = open_machine(W("second"), MACHINE, true), third = NULL;
    CHECK_EQUAL(HR(0x803B0002), modify(first, (PCWSTR)add).completed);
    create_endpoint();
    CHECK_EQUAL(S_OK_, modify(first, (PCWSTR)add).completed);
    CHECK_EQUAL(HR(0x803B0014), modify(second, (PCWSTR)add).completed);
    CHECK_EQUAL(HR(0x803B0014),
                create(W("third"),
                       W("{\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"VirtualMachine\":{\"Devices\":{\"NetworkAdapters\":"
                         "{\"a\":{\"EndpointId\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\"}}}}}"),
                       &third)
                    .completed);
    if (third) HcsCloseComputeSystem(third);
    discard(first); /* gives it back */
    CHECK_EQUAL(S_OK_, modify(second, (PCWSTR)add).completed);
    discard(second);
    CHECK_EQUAL(S_OK_, HcnDeleteNetwork(&NETWORK_ID, NULL));
}

TEST(adapters_answer_to_their_guid_in_braces_too, "that is how a shipping client removes them") {
    HCS_SYSTEM system = open_machine(W("nics"), MACHINE, true);
    create_endpoint();
    CHECK_EQUAL(
        S_OK_,
        modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/NetworkAdapters/01234567-89ab-4cde-8f01-23456789abcd\","
                         "\"RequestType\":\"Add\","
                         "\"Settings\":{\"EndpointId\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\",\"MacAddress\":\"00-15-5D-52-C0-10\"}}"))
            .completed);
    CHECK_EQUAL(S_OK_,
                modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/NetworkAdapters/{01234567-89AB-4CDE-8F01-23456789ABCD}\","
                                 "\"RequestType\":\"Remove\"}"))
                    .completed);
    discard(system);
}

TEST(requests_that_fit_nothing_are_told_apart, "unknown path, other kind of system, guest that is not there (B-61, B-69)") {
    HCS_SYSTEM system = open_machine(W("vm"), MACHINE, true), container = open_machine(W("container"), CONTAINER, true);
    CHECK_EQUAL(
        HR(0x80070057),
        modify(system, W("{\"ResourcePath\":\"VirtualMachine/Devices/Nothing\",\"RequestType\":\"Add\",\"Settings\":{}}")).completed);
    CHECK_EQUAL(HR(0x80004001), modify(system, W("{\"ResourcePath\":\"Container/MappedPipes\",\"RequestType\":\"Add\","
                                                 "\"Settings\":{\"ContainerPipeName\":\"p\",\"HostPath\":\"h\"}}"))
                                    .completed);
    CHECK_EQUAL(HR(0x80370120), modify(system, W("{\"GuestRequest\":{\"ResourceType\":\"MappedDirectory\"}}")).completed);
    CHECK_EQUAL(HR(0x8037010D), modify(system, W("{}")).completed);
    CHECK_EQUAL(HR(0x8037010D), modify(system, W("{\"RequestType\":\"Destroy\"}")).completed);
    CHECK_EQUAL(S_OK_, modify(container, W("{\"ResourcePath\":\"Container/MappedPipes\",\"RequestType\":\"Add\","
                                           "\"Settings\":{\"ContainerPipeName\":\"p\",\"HostPath\":\"h\"}}"))
                           .completed);
    CHECK_EQUAL(
        HR(0x80004001),
        modify(container,
               W("{\"ResourcePath\":\"VirtualMachine/Devices/Plan9/Shares\",\"RequestType\":\"Add\",\"Settings\":{\"Name\":\"s\"}}"))
            .completed);
    discard(system);
    discard(container);
}

TEST(a_saved_machine_is_restored_by_a_new_create, "save leaves it paused, the file is what lasts (B-35)") {
    char folder[512], text[1024];
    CHECK(make_folder(folder, sizeof folder));
    HCS_SYSTEM system = open_machine(W("saved"), MACHINE, true), restored = NULL;
    CHECK_EQUAL(S_OK_, run_on_system(HcsPauseComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x8037010D), run_on_system(HcsSaveComputeSystem, system, NULL).completed);
    CHECK_EQUAL(
        HR(0x80070003),
        run_on_system(HcsSaveComputeSystem, system, W("{\"SaveType\":\"ToFile\",\"SaveStateFilePath\":\"/no/such/folder/x\"}")).completed);
    snprintf(text, sizeof text, "{\"SaveType\":\"ToFile\",\"SaveStateFilePath\":\"%s/vm.vmrs\"}", folder);
    CHECK_EQUAL(S_OK_, run_on_system(HcsSaveComputeSystem, system, widened(text)).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, NULL).document, "Paused") != NULL);
    discard(system);
    snprintf(text, sizeof text, "{\"VirtualMachine\":{\"RestoreState\":{\"SaveStateFilePath\":\"%s/other.vmrs\"}}}", folder);
    CHECK_EQUAL(HR(0x80070002), create(W("saved"), widened(text), &restored).completed);
    HcsCloseComputeSystem(restored);
    snprintf(text, sizeof text, "{\"VirtualMachine\":{\"RestoreState\":{\"SaveStateFilePath\":\"%s/vm.vmrs\"}}}", folder);
    CHECK_EQUAL(S_OK_, create(W("saved"), widened(text), &restored).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, restored, NULL).completed);
    snprintf(text, sizeof text, "%s/vm.vmrs", folder);
    PCWSTR requirements = NULL;
    CHECK_EQUAL(S_OK_, HcsGetProcessorCompatibilityFromSavedState(widened(text), &requirements));
    CHECK(take_text((PWSTR)requirements, text, sizeof text) && strstr(text, "ProcessorFeatures"));
    discard(restored);
    snprintf(text, sizeof text, "%s/vm.vmrs", folder);
    remove_file(text);
    remove_folder(folder);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_template_is_a_state_of_its_own, "SaveType AsTemplate (B-35)") {
    HCS_SYSTEM system = open_machine(W("template"), MACHINE, true);
    CHECK_EQUAL(S_OK_, run_on_system(HcsPauseComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsSaveComputeSystem, system, W("{\"SaveType\":\"AsTemplate\"}")).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, NULL).document, "SavedAsTemplate") != NULL);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsResumeComputeSystem, system, NULL).completed);
    HCS_SYSTEM clone = NULL;
    CHECK_EQUAL(HR(0x8037010E),
                create(W("clone"), W("{\"VirtualMachine\":{\"RestoreState\":{\"TemplateSystemId\":\"nobody\"}}}"), &clone).completed);
    HcsCloseComputeSystem(clone);
    CHECK_EQUAL(S_OK_,
                create(W("clone"), W("{\"VirtualMachine\":{\"RestoreState\":{\"TemplateSystemId\":\"template\"}}}"), &clone).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, clone, NULL).document, "\"RuntimeTemplateId\":\"template\"") != NULL);
    discard(clone);
    discard(system);
}

TEST(state_files_are_made_empty_and_never_over_another, "HcsCreateEmptyGuestStateFile and its kin") {
    char folder[512], path[1024];
    CHECK(make_folder(folder, sizeof folder));
    snprintf(path, sizeof path, "%s/guest.vmgs", folder);
    CHECK_EQUAL(S_OK_, HcsCreateEmptyGuestStateFile(widened(path)));
    CHECK(file_exists(path));
    CHECK_EQUAL(HR(0x80070050), HcsCreateEmptyGuestStateFile(widened(path)));
    CHECK_EQUAL(HR(0x80070003), HcsCreateEmptyRuntimeStateFile(W("/no/such/folder/x")));
    remove_file(path);
    remove_folder(folder);
}

TEST(a_container_inside_a_machine_needs_that_machine, "HostedSystem names the machine it is sent to (G-14)") {
    HCS_SYSTEM machine = open_machine(W("host"), MACHINE, false), hosted = NULL;
    CHECK_EQUAL(HR(0x8037010E),
                create(W("inner"), W("{\"HostingSystemId\":\"nobody\",\"HostedSystem\":{\"Container\":{}}}"), &hosted).completed);
    HcsCloseComputeSystem(hosted);
    CHECK_EQUAL(HR(0x8037010D),
                create(W("inner"),
                       W("{\"HostingSystemId\":\"host\",\"HostedSystem\":{\"Container\":{\"Memory\":{\"SizeInMB\":\"much\"}}}}"), &hosted)
                    .completed);
    HcsCloseComputeSystem(hosted);
    CHECK_EQUAL(
        S_OK_,
        create(W("inner"), W("{\"HostingSystemId\":\"host\",\"HostedSystem\":{\"Container\":{\"GuestOs\":{\"HostName\":\"h\"}}}}"), &hosted)
            .completed);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsStartComputeSystem, hosted, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, machine, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, hosted, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsPauseComputeSystem, hosted, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsResumeComputeSystem, hosted, NULL).completed);
    CHECK_EQUAL(S_OK_, modify(hosted, W("{\"ResourcePath\":\"Container/Memory/SizeInMB\",\"Settings\":512}")).completed);
    discard(machine);
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(hosted, PATIENCE_MS, NULL));
    HcsCloseComputeSystem(hosted);
    CHECK_EQUAL(0, live_objects());
}
