/* Compute systems through the C surface: documents, identity, states, exits, enumeration, properties. */
#include "client.h"
#include "harness.h"

#define OF_OWNER(owner) W("{\"Owner\":\"" owner "\",\"Container\":{}}")
#define FLAGGED W("{\"Owner\":\"tests\",\"ShouldTerminateOnLastHandleClosed\":true,\"Container\":{}}")

static HRESULT create_and_discard(PCWSTR configuration, char *document, size_t size) {
    HCS_SYSTEM system = NULL;
    const struct answer answer = create(W("probe"), configuration, &system);
    if (document != NULL) snprintf(document, size, "%.2000s", answer.document);
    HcsCloseComputeSystem(system);
    if (answer.completed == S_OK_) {
        HcsOpenComputeSystem(W("probe"), 0x10000000, &system);
        discard(system);
    }
    return answer.completed;
}

TEST(a_container_goes_from_created_to_running_to_gone, "the main path of every client") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("web"), CONTAINER, &system).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, NULL).document, "\"State\":\"Created\"") != NULL);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, W("")).completed);
    const struct answer running = run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[]}"));
    CHECK(strstr(running.document, "\"Id\":\"web\"") && strstr(running.document, "\"SystemType\":\"Container\"") &&
          strstr(running.document, "\"State\":\"Running\""));
    CHECK(strstr(running.document, "\"Owner\":\"tests\"") != NULL);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsShutDownComputeSystem, system, NULL).completed);
    PWSTR result = NULL;
    char text[512];
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, PATIENCE_MS, &result));
    CHECK(take_text(result, text, sizeof text) && strstr(text, "\"Status\":0") && strstr(text, "\"ExitType\":\"GracefulExit\""));
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsGetComputeSystemProperties, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsTerminateComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370110),
                modify(system, W("{\"ResourcePath\":\"Container/Memory/SizeInMB\",\"RequestType\":\"Update\",\"Settings\":5}")).completed);
    CHECK_EQUAL(0, counter("Systems"));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(0, live_objects());
}

TEST(an_exit_can_be_asked_for_again_and_its_wait_can_elapse, "a late waiter must not hang, an early one must not lie (B-47, B-48)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("exit"), CONTAINER, &system).completed);
    PWSTR result = (PWSTR)1;
    CHECK_EQUAL(HR(0x80370118), HcsWaitForComputeSystemExit(system, 1, &result));
    CHECK(result == NULL);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, system, NULL).completed);
    for (int round = 0; round < 2; ++round) {
        char text[512];
        CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, 0, &result));
        CHECK(take_text(result, text, sizeof text) && strstr(text, "\"ExitType\":\"ForcedExit\"") && strstr(text, "\"Status\":0"));
    }
    HcsCloseComputeSystem(system);
}

TEST(the_document_names_exactly_one_kind, "none and two are refused (B-1)") {
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Owner\":\"x\"}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{},\"VirtualMachine\":{}}"), NULL, 0));
    CHECK_EQUAL(S_OK_, create_and_discard(W("{\"Container\":{},\"VirtualMachine\":null}"), NULL, 0));
}

TEST(wrong_types_are_invalid_json_and_the_path_is_told, "the code is observed, the path is our help to the author (B-2)") {
    char document[2048];
    CHECK_EQUAL(HR(0x8037010D),
                create_and_discard(W("{\"Container\":{\"Networking\":{\"Namespace\":[\"a\"]}}}"), document, sizeof document));
    CHECK(strstr(document, "$.Container.Networking.Namespace") && strstr(document, "\"Error\":-2143878899") &&
          strstr(document, "\"Detail\":\"Construct\""));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Networking\":{\"DnsSearchList\":[\"a\"]}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D),
                create_and_discard(W("{\"VirtualMachine\":{\"Devices\":{\"VirtualSmb\":{\"Shares\":{\"a\":{}}}}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"VirtualMachine\":{\"Devices\":{\"Scsi\":[]}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Processor\":{\"Count\":-1}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Processor\":{\"Count\":4294967296}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("[]"), NULL, 0));
    CHECK_EQUAL(S_OK_, create_and_discard(W("{\"Container\":{\"NewerThanThisHost\":[1]},\"AlsoNew\":true}"), NULL, 0));
    CHECK_EQUAL(0, live_objects());
}

TEST(what_a_container_says_about_its_surroundings_is_checked,
     "the codes clients have met, and no host name needed (B-13, B-14, B-16, B-17, B-18)") {
    CHECK_EQUAL(HR(0x80071126), create_and_discard(W("{\"Container\":{\"Storage\":{\"Path\":\"C:\\\\scratch\"}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D),
                create_and_discard(
                    W("{\"Container\":{\"Storage\":{\"Path\":\"\\\\\\\\?\\\\Volume{01234567-89ab-cdef-0123-456789abcdef}\"}}}"), NULL, 0));
    CHECK_EQUAL(S_OK_, create_and_discard(
                           W("{\"Container\":{\"Storage\":{\"Path\":\"\\\\\\\\?\\\\Volume{01234567-89ab-cdef-0123-456789abcdef}\\\\\"}}}"),
                           NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Storage\":{\"Layers\":[{\"Id\":\"x\"}]}}}"), NULL, 0));
    /* The empty text is a value of this enumeration: what is refused is a folder that is no layer. */
    CHECK_EQUAL(
        HR(0x80070057),
        create_and_discard(W("{\"Container\":{\"Storage\":{\"Layers\":[{\"Id\":\"x\",\"Path\":\"C:\\\\x\",\"Cache\":\"\"}]}}}"), NULL, 0));
    CHECK_EQUAL(
        HR(0x8037010D),
        create_and_discard(W("{\"Container\":{\"Networking\":{\"Namespace\":\"{01234567-89ab-cdef-0123-456789abcdef}\"}}}"), NULL, 0));
    CHECK_EQUAL(
        HR(0x80070490),
        create_and_discard(W("{\"Container\":{\"Networking\":{\"Namespace\":\"01234567-89ab-cdef-0123-456789abcdef\"}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Processor\":{\"Count\":1,\"Weight\":5}}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"Container\":{\"Processor\":{\"Maximum\":10001}}}"), NULL, 0));
}

TEST(a_schema_version_beyond_the_supported_ones_is_refused, "a document of the future must not be half understood (B-19)") {
    CHECK_EQUAL(S_OK_, create_and_discard(W("{\"SchemaVersion\":{\"Major\":2,\"Minor\":7},\"Container\":{}}"), NULL, 0));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"SchemaVersion\":{\"Major\":2,\"Minor\":8},\"Container\":{}}"), NULL, 0));
    CHECK_EQUAL(S_OK_, configure(W("{\"SupportedSchemaVersions\":[{\"Major\":2,\"Minor\":1}]}")));
    CHECK_EQUAL(HR(0x8037010D), create_and_discard(W("{\"SchemaVersion\":{\"Major\":2,\"Minor\":2},\"Container\":{}}"), NULL, 0));
    CHECK_EQUAL(S_OK_, configure(NULL));
}

TEST(an_id_is_taken_until_the_exit_and_exact_in_its_letters, "leaked systems of a crashed client are found this way (B-5, B-6, B-38)") {
    HCS_SYSTEM first = NULL, second = NULL, upper = NULL;
    CHECK_EQUAL(S_OK_, create(W("name"), CONTAINER, &first).completed);
    const struct answer taken = create(W("name"), CONTAINER, &second);
    CHECK_EQUAL(S_OK_, taken.called);
    CHECK_EQUAL(HR(0x8037010F), taken.completed);
    CHECK(second != NULL);
    CHECK_EQUAL(HR(0x8037010E), run_on_system(HcsStartComputeSystem, second, NULL).completed);
    HcsCloseComputeSystem(second);
    CHECK_EQUAL(S_OK_, create(W("NAME"), CONTAINER, &upper).completed);
    discard(upper);
    CHECK_EQUAL(S_OK_, run_on_system(HcsTerminateComputeSystem, first, NULL).completed);
    CHECK_EQUAL(S_OK_, create(W("name"), CONTAINER, &second).completed);
    CHECK_EQUAL(HR(0x80370110), run_on_system(HcsStartComputeSystem, first, NULL).completed);
    HcsCloseComputeSystem(first);
    discard(second);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_system_outlives_its_handles, "it is reopened by id, and both handles see one state (B-7, B-40)") {
    HCS_SYSTEM system = NULL, again = NULL;
    CHECK_EQUAL(S_OK_, create(W("lasting"), CONTAINER, &system).completed);
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, counter("Systems"));
    CHECK_EQUAL(0, counter("SystemHandles"));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("lasting"), 0x10000000, &system));
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("lasting"), 0x10000000, &again));
    CHECK(system != again);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, again, NULL).document, "Running") != NULL);
    HcsCloseComputeSystem(again);
    discard(system);
    CHECK_EQUAL(HR(0x8037010E), HcsOpenComputeSystem(W("lasting"), 0x10000000, &system));
    CHECK(system == NULL);
}

TEST(the_last_handle_takes_a_flagged_system_with_it, "a crash of the only client must not leak (B-41)") {
    HCS_SYSTEM system = NULL, again = NULL;
    CHECK_EQUAL(S_OK_, create(W("flagged"), FLAGGED, &system).completed);
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystem(W("flagged"), 0x10000000, &again));
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"TerminateOnLastHandleClosed\"]}")).document,
                 "\"TerminateOnLastHandleClosed\":true"));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(1, counter("Systems"));
    HcsCloseComputeSystem(again);
    CHECK_EQUAL(0, live_objects());
}

TEST(a_process_isolated_container_refuses_what_only_machines_do, "and stays as it was (B-33)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("plain"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsPauseComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsResumeComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsSaveComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsCrashComputeSystem, system, NULL).completed);
    CHECK_EQUAL(HR(0x80370120), run_on_system(HcsStartLiveMigrationTransfer, system, NULL).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, NULL).document, "Running") != NULL);
    discard(system);
}

TEST(an_enumeration_filters_by_all_members_and_any_value, "how a client finds its own (B-49, B-50)") {
    HCS_SYSTEM systems[3] = {NULL};
    CHECK_EQUAL(S_OK_, create(W("a"), OF_OWNER("one"), &systems[0]).completed);
    CHECK_EQUAL(S_OK_, create(W("b"), OF_OWNER("two"), &systems[1]).completed);
    CHECK_EQUAL(S_OK_, create(W("c"), MACHINE, &systems[2]).completed);
    struct answer found = enumerate(NULL);
    CHECK(strstr(found.document, "\"Id\":\"a\"") && strstr(found.document, "\"Id\":\"b\"") && strstr(found.document, "\"Id\":\"c\""));
    found = enumerate(W("{\"Owners\":[\"one\",\"tests\"]}"));
    CHECK(strstr(found.document, "\"Id\":\"a\"") && !strstr(found.document, "\"Id\":\"b\"") && strstr(found.document, "\"Id\":\"c\""));
    found = enumerate(W("{\"Owners\":[\"one\",\"tests\"],\"Types\":[\"VirtualMachine\"]}"));
    CHECK(!strstr(found.document, "\"Id\":\"a\"") && strstr(found.document, "\"Id\":\"c\""));
    CHECK(strcmp("[]", enumerate(W("{\"Ids\":[\"nobody\"]}")).document) == 0);
    CHECK(strcmp("[]", enumerate(W("{\"Ids\":[]}")).document) == 0);
    CHECK(strstr(enumerate(W("{\"Names\":[\"b\"]}")).document, "\"Id\":\"b\"") != NULL);
    CHECK_EQUAL(HR(0x8037010D), enumerate(W("{\"Owners\":\"one\"}")).completed);
    for (int at = 0; at < 3; ++at) discard(systems[at]);
    CHECK(strcmp("[]", enumerate(W("{}")).document) == 0);
}

TEST(name_spaces_keep_ids_apart, "HcsCreateComputeSystemInNamespace and its kin") {
    HCS_SYSTEM here = NULL, there = NULL, again = NULL;
    CHECK_EQUAL(S_OK_, create(W("same"), CONTAINER, &here).completed);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(
        S_OK_,
        await_answer(HcsCreateComputeSystemInNamespace(W("space"), W("same"), CONTAINER, operation, NULL, &there), operation).completed);
    operation = HcsCreateOperation(NULL, NULL);
    CHECK(strstr(await_answer(HcsEnumerateComputeSystemsInNamespace(W("space"), NULL, operation), operation).document, "\"Id\":\"same\"") !=
          NULL);
    CHECK_EQUAL(S_OK_, HcsOpenComputeSystemInNamespace(W("space"), W("same"), 0x10000000, &again));
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, again, NULL).completed);
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, here, NULL).document, "Created") != NULL);
    HcsCloseComputeSystem(again);
    discard(here);
    discard(there);
    CHECK_EQUAL(0, live_objects());
}

TEST(statistics_come_only_from_what_runs, "clients map the code to: none now (B-54)") {
    HCS_SYSTEM system = NULL;
    const PCWSTR query = W("{\"PropertyTypes\":[\"Statistics\",\"ProcessList\"]}");
    CHECK_EQUAL(S_OK_, create(W("figures"), CONTAINER, &system).completed);
    CHECK_EQUAL(HR(0x80370105), run_on_system(HcsGetComputeSystemProperties, system, query).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    const struct answer figures = run_on_system(HcsGetComputeSystemProperties, system, query);
    CHECK_EQUAL(S_OK_, figures.completed);
    CHECK(strstr(figures.document, "\"Uptime100ns\":") && strstr(figures.document, "\"TotalRuntime100ns\":") &&
          strstr(figures.document, "\"ProcessList\":["));
    CHECK_EQUAL(HR(0x80004001), run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"Memory\"]}")).completed);
    CHECK_EQUAL(HR(0x8037010D), run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"Nonsense\"]}")).completed);
    discard(system);
}

TEST(one_query_may_fail_where_the_others_answer, "schema 2.5 queries carry an error of their own (B-57)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("queries"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    const struct answer answer = run_on_system(HcsGetComputeSystemProperties, system, W("{\"Queries\":{\"Statistics\":{},\"Memory\":{}}}"));
    CHECK_EQUAL(S_OK_, answer.completed);
    CHECK(strstr(answer.document, "\"Memory\":{\"Error\":{\"Error\":-2147467263") &&
          strstr(answer.document, "\"Statistics\":{\"Response\":{"));
    discard(system);
}

TEST(uptime_follows_the_manual_clock, "a test of time must not sleep") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, configure(W("{\"ManualClock\":true}")));
    CHECK_EQUAL(S_OK_, create(W("clock"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, hcsffi_advance_clock(36000000000));
    CHECK(strstr(run_on_system(HcsGetComputeSystemProperties, system, W("{\"PropertyTypes\":[\"Statistics\"]}")).document,
                 "\"Uptime100ns\":36000000000") != NULL);
    discard(system);
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(HR(0x80370105), hcsffi_advance_clock(1));
}

TEST(shutting_the_host_down_ends_everything_and_the_next_call_begins_anew, "tests and programs leave nothing behind") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("doomed"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
    CHECK_EQUAL(0, counter("Systems") + counter("Threads") + counter("Reapers") + counter("Descriptors"));
    CHECK_EQUAL(S_OK_, HcsWaitForComputeSystemExit(system, 0, NULL));
    HcsCloseComputeSystem(system);
    CHECK_EQUAL(S_OK_, create(W("doomed"), CONTAINER, &system).completed);
    CHECK_EQUAL(S_OK_, run_on_system(HcsStartComputeSystem, system, NULL).completed);
    discard(system);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
}
