/* What shipping clients send and look for, where it differs from what a reader of the published pages would expect. */
#include "client.h"
#include "harness.h"

#include <uchar.h>

/* ASCII text as the UTF-16 the C surface wants; two texts at a time. */
static PCWSTR widened(const char *text) {
    static char16_t places[2][4096];
    static int turn;
    char16_t *wide = places[turn ^= 1];
    size_t at = 0;
    for (; text[at] && at < 4095; ++at) wide[at] = (unsigned char)text[at];
    wide[at] = 0;
    return (PCWSTR)wide;
}

static HCS_SYSTEM open_system(PCWSTR id, PCWSTR configuration, bool start) {
    HCS_SYSTEM system = NULL;
    CHECK_OR(create(id, configuration, &system).completed == S_OK_, NULL);
    if (start) CHECK_OR(run_on_system(HcsStartComputeSystem, system, NULL).completed == S_OK_, NULL);
    return system;
}

static HRESULT create_and_discard(PCWSTR configuration, const char *why) {
    HCS_SYSTEM system = NULL;
    const struct answer answer = create(W("refused"), configuration, &system);
    if (why != NULL && strstr(answer.document, why) == NULL) {
        fprintf(stderr, "not \"%s\": %s\n", why, answer.document);
        harness_fail(__FILE__, __LINE__, "the reason");
    }
    discard(system);
    return answer.completed;
}

static bool asked(HCS_SYSTEM system, PCWSTR query, const char *part) {
    const struct answer answer = run_on_system(HcsGetComputeSystemProperties, system, query);
    const bool found = answer.completed == S_OK_ && strstr(answer.document, part) != NULL;
    if (!found) fprintf(stderr, "0x%08X without \"%s\": %s\n", (unsigned)answer.completed, part, answer.document);
    return found;
}

#define SERVICE(request, settings)                                                                                              \
    W("{\"ResourcePath\":\"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/0b52781f-b24d-5685-ddf6-69830ed40ec3\"," \
      "\"RequestType\":\"" request "\",\"Settings\":" settings "}")

TEST(a_socket_service_is_made_by_an_update_and_taken_away_by_one, "a client sets services without asking whether they are there") {
    HCS_SYSTEM system = open_system(W("sockets"), MACHINE, true);
    CHECK_EQUAL(HR(0x80070490), modify(system, SERVICE("Remove", "null")).completed);
    CHECK_EQUAL(
        S_OK_, modify(system, SERVICE("Update", "{\"BindSecurityDescriptor\":\"D:P(A;;FA;;;SY)\",\"AllowWildcardBinds\":true}")).completed);
    CHECK_EQUAL(HR(0x800700B7), modify(system, SERVICE("Add", "{}")).completed);
    CHECK_EQUAL(S_OK_,
                modify(system, SERVICE("Update", "{\"Disabled\":true,\"ConnectSecurityDescriptor\":\"D:P(A;;FA;;;WD)\"}")).completed);
    CHECK_EQUAL(HR(0x800700B7), modify(system, SERVICE("Add", "{}")).completed); /* disabled for those it names, and still there */
    CHECK_EQUAL(S_OK_, modify(system, SERVICE("Update", "{\"Disabled\":true,\"BindSecurityDescriptor\":\"\"}")).completed);
    CHECK_EQUAL(HR(0x80070490), modify(system, SERVICE("Remove", "null")).completed);
    CHECK_EQUAL(S_OK_, modify(system, SERVICE("Update", "{\"Disabled\":true}")).completed); /* nothing to take away */
    CHECK_EQUAL(HR(0x80070490), modify(system, SERVICE("Remove", "null")).completed);
    discard(system);
}

TEST(what_is_measured_of_a_system_that_has_ended_is_not_found, "monitors take four codes for \"none now\" and no fifth (B-54)") {
    HCS_SYSTEM system = open_system(W("measured"), CONTAINER, false);
    const PCWSTR statistics = W("{\"PropertyTypes\":[\"Statistics\"]}");
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsGetComputeSystemProperties, system, statistics).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK(asked(system, statistics, "\"Uptime100ns\":"));
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80070490), run_on_system(HcsGetComputeSystemProperties, system, statistics).completed);
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsGetComputeSystemProperties, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370110),
                run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"TerminateOnLastHandleClosed\"]}")).completed);
    HcsCloseComputeSystem(system);
}

TEST(a_null_is_an_empty_query, "a client's empty structure is written as null") {
    char text[4096];
    PWSTR result = NULL;
    HCS_SYSTEM system = open_system(W("nulls"), MACHINE, true);
    CHECK(asked(system, W("null"), "\"State\":\"Running\""));
    CHECK(asked(system, W("{\"PropertyTypes\":null,\"Queries\":null}"), "\"State\":\"Running\""));
    CHECK(asked(system, W("{\"Queries\":{\"Memory\":null}}"), "\"PropertyResponses\":{\"Memory\":{\"Response\":{\"VirtualNodeCount\":1,"));
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(W("{\"PropertyTypes\":null,\"PropertyQueries\":{\"Basic\":null}}"), &result));
    CHECK(take_text(result, text, sizeof text) && strstr(text, "{\"Basic\":{\"Response\":{\"SupportedSchemaVersions\":"));
    CHECK(strstr(enumerate(W("null")).document, "\"nulls\"") != NULL);
    discard(system);
}

TEST(a_group_and_a_topology_are_read_where_they_are_set, "a scheduler looks before it moves a machine") {
    const PCWSTR group = W("{\"PropertyTypes\":[\"CpuGroup\"]}");
    HCS_SYSTEM machine = open_system(W("grouped"), MACHINE, true), container = open_system(W("plain"), CONTAINER, true);
    CHECK(asked(machine, group, "\"CpuGroup\":{\"Id\":\"00000000-0000-0000-0000-000000000000\"}"));
    CHECK_EQUAL(S_OK_, modify(machine, W("{\"ResourcePath\":\"VirtualMachine/ComputeTopology/Processor/CpuGroup\","
                                         "\"Settings\":{\"Id\":\"6d0f4c4a-1111-4222-8333-944455566677\"}}"))
                           .completed);
    CHECK(asked(machine, group, "\"CpuGroup\":{\"Id\":\"6d0f4c4a-1111-4222-8333-944455566677\"}"));
    CHECK(asked(machine, W("{\"PropertyTypes\":[\"ProcessorTopology\"]}"), "\"ProcessorTopology\":{\"LogicalProcessorCount\":2,"));
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsGetComputeSystemProperties, container, group).completed);
    discard(machine);
    discard(container);
}

TEST(the_service_tells_the_memory_of_its_host, "a published sample asks for it") {
    char text[4096];
    PWSTR result = NULL;
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(W("{\"PropertyTypes\":[\"Memory\"]}"), &result));
    CHECK(take_text(result, text, sizeof text));
    const char *total = strstr(text, "\"TotalConsumableMemoryInPages\":"), *available = strstr(text, "\"AvailableMemoryInPages\":");
    CHECK(total && available);
    const long long pages = atoll(strchr(total, ':') + 1), free_pages = atoll(strchr(available, ':') + 1);
    CHECK(pages >= (64LL << 20) / 4096 && free_pages > 0 && free_pages <= pages);
}

#define GUARD(operation, details) \
    W("{\"PropertyType\":\"ContainerCredentialGuard\",\"Settings\":{\"Operation\":\"" operation "\",\"OperationDetails\":" details "}}")

TEST(credential_guards_are_kept_until_they_are_removed, "a client adds one, reads it back and copies it into its container's document") {
    char text[4096];
    PWSTR result = NULL;
    const PCWSTR query = W("{\"PropertyTypes\":[\"ContainerCredentialGuard\"]}");
    CHECK_EQUAL(S_OK_,
                HcsModifyServiceSettings(GUARD("AddInstance", "{\"Id\":\"one\",\"CredentialSpec\":\"{}\",\"Transport\":\"LRPC\"}"), NULL));
    CHECK_EQUAL(HR(0x800700B7), HcsModifyServiceSettings(GUARD("AddInstance", "{\"Id\":\"one\",\"CredentialSpec\":\"{}\"}"), NULL));
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(
                           GUARD("AddInstance", "{\"Id\":\"two\",\"CredentialSpec\":\"s\",\"Transport\":\"HvSocket\"}"), NULL));
    CHECK_EQUAL(HR(0x8037010D), HcsModifyServiceSettings(GUARD("AddInstance", "{\"CredentialSpec\":\"s\"}"), NULL));
    CHECK_EQUAL(HR(0x8037010D), HcsModifyServiceSettings(GUARD("AddInstance", "{\"Id\":\"three\"}"), NULL));
    CHECK_EQUAL(HR(0x8037010D), HcsModifyServiceSettings(GUARD("Explode", "{\"Id\":\"one\"}"), NULL));
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(query, &result));
    CHECK(take_text(result, text, sizeof text));
    CHECK(strstr(text, "{\"Id\":\"one\",\"CredentialGuard\":{\"Cookie\":\"") &&
          strstr(text, "\"Transport\":\"LRPC\",\"CredentialSpec\":\"{}\"}}"));
    CHECK(strstr(text, "\"Transport\":\"HvSocket\",\"CredentialSpec\":\"s\"},\"HvSocketConfig\":{\"ServiceId\":\""));
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(GUARD("RemoveInstance", "{\"Id\":\"one\"}"), NULL));
    CHECK_EQUAL(HR(0x80070490), HcsModifyServiceSettings(GUARD("RemoveInstance", "{\"Id\":\"one\"}"), NULL));
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(GUARD("RemoveInstance", "{\"Id\":\"two\"}"), NULL));
    CHECK_EQUAL(S_OK_, HcsGetServiceProperties(query, &result));
    CHECK(take_text(result, text, sizeof text) && strcmp("{\"Properties\":[{\"Instances\":[]}]}", text) == 0);
}

#define MEMORY(size) \
    W("{\"VirtualMachine\":{\"Chipset\":{\"Uefi\":{\"BootThis\":{}}},\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":" size "}}}}")
#define RESIZED(size) W("{\"ResourcePath\":\"VirtualMachine/ComputeTopology/Memory/SizeInMB\",\"Settings\":" size "}")

TEST(a_machine_has_memory_in_whole_two_mebibytes, "Hyper-V refuses an odd size, and a test against this host must find it") {
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(MEMORY("4019"), "$.VirtualMachine.ComputeTopology.Memory.SizeInMB: expected"));
    HCS_SYSTEM system = open_system(W("even"), MEMORY("4018"), true);
    CHECK_EQUAL(HR(0x8037010D), modify(system, RESIZED("2047")).completed);
    CHECK_EQUAL(HR(0x8037010D), modify(system, RESIZED("0")).completed);
    CHECK_EQUAL(S_OK_, modify(system, RESIZED("2048")).completed);
    discard(system);
}

TEST(shared_memory_regions_stand_apart_by_whole_pages, "a region's length need not be a multiple of a page, its place has to be") {
    HCS_SYSTEM system = open_system(W("regions"),
                                    W("{\"VirtualMachine\":{\"ComputeTopology\":{\"Memory\":{\"SizeInMB\":2}},"
                                      "\"Devices\":{\"SharedMemory\":{\"Regions\":[{\"SectionName\":\"a\",\"Length\":1},"
                                      "{\"SectionName\":\"b\",\"Length\":4097},{\"SectionName\":\"c\",\"Length\":4096},"
                                      "{\"SectionName\":\"d\"}]}}}}"),
                                    false);
    CHECK(asked(system, W("{\"PropertyTypes\":[\"SharedMemoryRegion\"]}"),
                "[{\"SectionName\":\"a\",\"GuestPhysicalAddress\":2097152},{\"SectionName\":\"b\",\"GuestPhysicalAddress\":2101248},"
                "{\"SectionName\":\"c\",\"GuestPhysicalAddress\":2109440},{\"SectionName\":\"d\",\"GuestPhysicalAddress\":2113536}]"));
    discard(system);
}

/* A request that adds something with a file: `where` is the path below VirtualMachine/Devices. */
static HRESULT add_file(HCS_SYSTEM system, const char *where, const char *settings, const char *file) {
    char text[4096];
    const int begun =
        snprintf(text, sizeof text, "{\"ResourcePath\":\"VirtualMachine/Devices/%s\",\"RequestType\":\"Add\",\"Settings\":", where);
    snprintf(text + begun, sizeof text - (size_t)begun, settings, file);
    strcat(text, "}");
    return modify(system, widened(text)).completed;
}

TEST(disks_need_a_grant_and_shares_need_none, "clients grant access to disks, physical ones too, and to nothing else (E-21)") {
    char folder[512], disk[1024];
    CHECK(make_folder(folder, sizeof folder));
    snprintf(disk, sizeof disk, "%s/a.vhdx", folder);
    CHECK_EQUAL(S_OK_, HcsCreateEmptyGuestStateFile(widened(disk)));
    HCS_SYSTEM system = open_system(W("granted"), MACHINE, true);
    const char *const first = "Scsi/Primary disk/Attachments/0", *const second = "Scsi/Primary disk/Attachments/1";
    const char *const passed = "{\"Type\":\"PassThru\",\"Path\":\"%s\"}";
    CHECK_EQUAL(S_OK_, add_file(system, "VirtualSmb/Shares", "{\"Name\":\"v\",\"Path\":\"%s\"}", folder));
    CHECK_EQUAL(S_OK_, add_file(system, "Plan9/Shares", "{\"Name\":\"p\",\"Port\":564,\"Path\":\"%s\"}", folder));
    CHECK_EQUAL(HR(0x80070005), add_file(system, first, "{\"Type\":\"VirtualDisk\",\"Path\":\"%s\"}", disk));
    CHECK_EQUAL(HR(0x80070005), add_file(system, second, passed, disk));
    CHECK_EQUAL(S_OK_, HcsGrantVmAccess(W("granted"), widened(disk)));
    CHECK_EQUAL(S_OK_, add_file(system, second, passed, disk));
    remove_file(disk);
    CHECK_EQUAL(HR(0x80070002), add_file(system, first, "{\"Type\":\"VirtualDisk\",\"Path\":\"%s\"}", disk));
    remove_folder(folder);
    CHECK_EQUAL(HR(0x80070002), add_file(system, "VirtualSmb/Shares", "{\"Name\":\"gone\",\"Path\":\"%s\"}", folder));
    discard(system);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}

TEST(what_a_document_names_and_is_not_there_is_refused, "a container that lacks its folder fails late and far from the cause") {
    char folder[512], text[2048];
    CHECK(make_folder(folder, sizeof folder));
    const char *const mapping = "{\"Container\":{\"MappedDirectories\":[{\"HostPath\":\"%s\",\"ContainerPath\":\"/seen\"}]}}";
    const char *const layer =
        "{\"Container\":{\"Storage\":{\"Layers\":[{\"Id\":\"1a3348c8-c43b-5c1a-83f4-4bbff0d32f39\",\"Path\":\"%s\"}]}}}";
    const char *const disk =
        "{\"VirtualMachine\":{\"Devices\":{\"Scsi\":{\"0\":{\"Attachments\":{\"0\":"
        "{\"Type\":\"VirtualDisk\",\"Path\":\"%s/no.vhdx\"}}}}}}}";
    CHECK_EQUAL(S_OK_, hcsffi_configure(W("{\"Isolation\":\"none\"}"), NULL)); /* a machine may have no engine for it */
    snprintf(text, sizeof text, mapping, folder);
    CHECK_EQUAL(S_OK_, create_and_discard(widened(text), NULL));
    snprintf(text, sizeof text, layer, folder);
    CHECK_EQUAL(HR(0x80070057), create_and_discard(widened(text), "$.Container.Storage.Layers[0].Path")); /* a folder, and no layer */
    snprintf(text, sizeof text, disk, folder);
    HCS_SYSTEM machine = open_system(W("diskless"), widened(text), false);
    CHECK_EQUAL(HR(0x80070002), run_on_system(HcsStartComputeSystem, machine, NULL).completed);
    discard(machine);
    remove_folder(folder);
    snprintf(text, sizeof text, mapping, folder);
    CHECK_EQUAL(HR(0x80070002), create_and_discard(widened(text), "$.Container.MappedDirectories[0].HostPath"));
    snprintf(text, sizeof text, layer, folder);
    CHECK_EQUAL(HR(0x80070057), create_and_discard(widened(text), "$.Container.Storage.Layers[0].Path")); /* B-15: nothing there */
    HCS_SYSTEM container = open_system(W("mapped"), CONTAINER, true);
    snprintf(text, sizeof text,
             "{\"ResourcePath\":\"Container/MappedDirectories\",\"RequestType\":\"Add\","
             "\"Settings\":{\"HostPath\":\"%s\",\"ContainerPath\":\"/seen\"}}",
             folder);
    CHECK_EQUAL(HR(0x80070002), modify(container, widened(text)).completed);
    discard(container);
}

TEST(a_refusal_says_what_stands_in_the_way, "a state alone sends its reader looking for a race") {
    HCS_SYSTEM container = open_system(W("container"), CONTAINER, true), machine = open_system(W("machine"), MACHINE, true);
    const struct answer paused = run_on_system(HcsPauseComputeSystem, container, NULL);
    CHECK(paused.completed == HR(0x80004001) && strstr(paused.document, "containers cannot be paused"));
    CHECK(strstr(run_on_system(HcsResumeComputeSystem, container, NULL).document, "containers cannot be resumed") != NULL);
    CHECK(strstr(run_on_system(HcsSaveComputeSystem, container, NULL).document, "containers cannot be saved") != NULL);
    CHECK(strstr(run_on_system(HcsCrashComputeSystem, container, NULL).document, "containers cannot be crashed") != NULL);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_PROCESS process = NULL;
    const struct answer foreign =
        await_answer(HcsCreateProcess(machine, W("{\"CommandLine\":\"true\"}"), operation, NULL, &process), operation);
    CHECK(foreign.completed == HR(0x80070032) && strstr(foreign.document, "no guest runs code here"));
    HcsCloseProcess(process);
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"SystemType\":\"Container\",\"Name\":\"old\",\"Layers\":[],\"HvPartition\":false}"),
                                                   "generation 1 document"));
    CHECK_EQUAL(HR(0x8037010D),
                create_and_discard(W("{\"SchemaVersion\":{\"Major\":1,\"Minor\":0},\"Container\":{}}"), "generation 1 document"));
    discard(container);
    discard(machine);
}

TEST(codes_come_in_their_other_spelling_when_asked, "clients of the older library compare 0xC037 codes (A-26)") {
    PWSTR result = NULL;
    char text[1024];
    HCS_SYSTEM system = open_system(W("spelled"), W("{\"VirtualMachine\":{\"StopOnReset\":true,\"Chipset\":{\"Uefi\":{}}}}"), true),
               unknown = NULL;
    CHECK_EQUAL(S_OK_, configure(W("{\"StatusCodes\":true}")));
    const struct answer started = run_on_system(HcsStartComputeSystem, system, NULL);
    CHECK_EQUAL(HR(0xC0370105), started.completed);
    CHECK(strstr(started.document, "{\"Error\":-1070137083,") != NULL);
    CHECK_EQUAL(HR(0xC037010E), HcsOpenComputeSystem(W("nobody"), 0x10000000, &unknown));
    CHECK_EQUAL(
        HR(0x80004001),
        modify(system, W("{\"ResourcePath\":\"Container/Memory/SizeInMB\",\"Settings\":1}")).completed); /* nobody spells this otherwise */
    CHECK(asked(system, W("{\"Queries\":{\"GuestConnection\":{}}}"), "{\"Error\":-1070137056,"));
    CHECK_EQUAL(S_OK_, run_on_system(HcsCrashComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, &result));
    CHECK(take_text(result, text, sizeof text) && strstr(text, "\"Status\":-1070137082"));
    CHECK_EQUAL(HR(0xC0370110), run_on_system(HcsGetComputeSystemProperties, system, NULL).completed);
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsGetComputeSystemProperties, system, NULL).completed);
    HcsCloseComputeSystem(system);
}
