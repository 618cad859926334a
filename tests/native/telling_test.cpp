/* Compute systems on a machine that answers as it is told: what they tell of themselves, and how their documents change while they run. */
#include "harness.h"

#include <string>
#include <thread>

#include "texts.h"
#include "told_house.h"

using namespace told_house;

namespace {

std::string properties(System& system, const std::string& query) {
    const Outcome outcome = attempt([&] { return system.properties(query); });
    char hex[16];
    snprintf(hex, sizeof hex, "%08X", static_cast<unsigned>(outcome.code));
    return failed(outcome.code) ? hex : plain(outcome.document);
}

const std::string kBasic = std::string(R"({"Id":"system","SystemType":"Container","RuntimeOsType":")") +
                           (ON_WINDOWS ? "Windows" : "Linux") + R"(","Name":"system","State":"Running")";

}  // namespace

TEST(a_running_container_tells_what_is_measured_of_its_tree,
     "monitors add these up, and a figure in the wrong place is a wrong one (B-53, B-56)") {
    House house;
    const auto system = house.running(kPlain);
    house.machine.statistics = {1, 20, 3, 4, 5, 6, 7, 8, 9, 10};
    const std::string figures =
        R"(,"Processor":{"TotalRuntime100ns":21,"RuntimeUser100ns":1,"RuntimeKernel100ns":20},"Memory":{)"
        R"("MemoryUsageCommitBytes":3,"MemoryUsageCommitPeakBytes":4,"MemoryUsagePrivateWorkingSetBytes":5},"Storage":{)"
        R"("ReadCountNormalized":6,"ReadSizeBytes":7,"WriteCountNormalized":8,"WriteSizeBytes":9}})";
    const std::string query = R"({"PropertyTypes":["Statistics"]})", before = kBasic + R"(,"Statistics":{"Timestamp":")";
    const std::string first = properties(*system, query);
    const std::string began = first.substr(before.size(), first.find('"', before.size()) - before.size());
    CHECK(same(before + began + R"(","ContainerStartTime":")" + began + R"(","Uptime100ns":0)" + figures + "}", first));
    CHECK(house.host.scheduler().advance(36'000'000'000));
    const std::string second = properties(*system, query);
    const std::string now = second.substr(before.size(), second.find('"', before.size()) - before.size());
    CHECK(same(before + now + R"(","ContainerStartTime":")" + began + R"(","Uptime100ns":36000000000)" + figures + "}", second));
    CHECK(began < now && began.size() == now.size());
    house.machine.rows = {{7, "a", 0, 1, 2, 3, 4, 5}, {8, "\"", 10'000'000, 0, 0, 0, 0, 0}};
    CHECK(same(kBasic +
                   R"(,"ProcessList":[{"ProcessId":7,"ImageName":"a","CreateTimestamp":"1970-01-01T00:00:00.0000000Z","UserTime100ns":1,)"
                   R"("KernelTime100ns":2,"MemoryCommitBytes":3,"MemoryWorkingSetPrivateBytes":4,"MemoryWorkingSetSharedBytes":5},)"
                   R"({"ProcessId":8,"ImageName":"\"","CreateTimestamp":"1970-01-01T00:00:01.0000000Z","UserTime100ns":0,)"
                   R"("KernelTime100ns":0,"MemoryCommitBytes":0,"MemoryWorkingSetPrivateBytes":0,"MemoryWorkingSetSharedBytes":0}]})",
               properties(*system, R"({"PropertyTypes":["ProcessList"]})")));
    house.machine.measures = {SpawnReason::exhausted, 12, "no memory"};
    CHECK(same("800705AA", properties(*system, query)) && same("800705AA", properties(*system, R"({"PropertyTypes":["ProcessList"]})")));
    CHECK(properties(*system, R"({"Queries":{"ProcessList":{},"TerminateOnLastHandleClosed":{}}})")
              .find(R"("TerminateOnLastHandleClosed":{"Response":false}})") != std::string::npos);
    house.host.minor = 4;
    CHECK(same("8037010D", properties(*system, R"({"Queries":{}})")) && same(kBasic + "}", properties(*system, R"({"Queries":null})")));
    house.host.minor = 5;
    CHECK(same(kBasic + R"(,"PropertyResponses":{}})", properties(*system, R"({"Queries":{}})")));
    for (const char* basic : {"", "{}", R"({"PropertyTypes":[]})", R"({ "PropertyTypes": [ ] })", "null"})
        CHECK(same(kBasic + "}", properties(*system, basic)));
    system->finish(kTerminateExit);
    for (const char* basic : {"", "{}", "null"}) CHECK(same("80370110", properties(*system, basic)));
    CHECK(same("80070490", properties(*system, query)) && system->basic_json().empty());
}

TEST(a_system_tells_what_ends_it_and_what_it_does_not_carry_out, "nobody may take an accepted document for a promise") {
    House house;
    const std::string space = R"("Networking":{"Namespace":"11111111-2222-3333-4444-555555555555"})",
                      view = R"("Storage":{"Path":")" + std::string(ON_WINDOWS ? "C:\\\\view" : "/view") + "\"}",
                      volume = R"("Storage":{"Path":"\\\\?\\Volume{01234567-89ab-cdef-0123-456789abcdef}\\"})";
    const struct {
        std::string container;
        bool carries;
        const char* told;
    } rows[] = {{space, true, R"(["$.Container.Networking.Namespace: a policy"])"},
                {space, false, R"(["$.Container.Networking.Namespace"])"},
                {view, true, "[]"},
                {volume, true, R"(["$.Container.Storage.Path"])"},
                {R"("GuestOs":{})", true, "[]"}};
    for (const auto& row : rows) {
        house.networks.carry = row.carries;
        const auto system = house.made("system", "{\"Container\":{" + row.container + "}}");
        CHECK(same(row.told, system->unfulfilled()));
        CHECK(same(R"({"By":"Nothing","Problem":"the system runs no processes now","ErrorNumber":0})", system->ending()));
        CHECK_EQUAL(0, code_from([&] { return system->start(""); }));
        CHECK(same(row.told, system->unfulfilled()));
        CHECK(same(R"({"By":"PidNamespace","Problem":"no group","ErrorNumber":5})", system->ending()));
        system->finish(kTerminateExit);
        CHECK_EQUAL(HR(0x80370110), code_from([&] { return success(system->unfulfilled()); }));
    }
}

namespace {

HRESULT change(System& system, const std::string& place, const char* kind, const std::string& settings) {
    return code_from([&] {
        return system.modify(R"({"ResourcePath":"Container/)" + place + R"(","RequestType":")" + kind + R"(","Settings":)" + settings +
                             "}");
    });
}

std::string folder(const char* inside, const char* more = "") {
    return std::string(R"({"HostPath":")" FOLDER_IN_JSON R"(","ContainerPath":")") + inside + "\"" + more + "}";
}

}  // namespace

TEST(a_folder_of_a_running_container_comes_changes_and_goes,
     "programs see what the document says, and a document never what is not so (B-62)") {
    House house;
    const auto system = house.made("system", R"({"Container":{"Networking":{"Namespace":"11111111-2222-3333-4444-555555555555"}}})");
    CHECK(change(*system, "MappedDirectories", "Add", folder("/a")) == 0 && same("", house.machine.told())); /* the start will see to it */
    CHECK_EQUAL(0, code_from([&] { return system->start(""); }));
    house.machine.told();
    const char* const read_only = R"(,"ReadOnly":true)";
    const struct {
        const char* kind;
        std::string settings;
        HRESULT code;
        const char* asked;
    } rows[] = {{"Add", folder("/b"), 0, "unmap  map /b;"},
                {"Add", folder("/b"), HR(0x800700B7), ""},
                {"Add", folder("/a/x"), HR(0x80070057), ""},
                {"Update", folder("/a", read_only), 0, "unmap /a map /a;"},
                {"Update", folder("/b", read_only), 0, "unmap /b map /b;"},
                {"Update", folder("/c"), HR(0x80070490), ""},
                {"Remove", folder("/a"), 0, "unmap /a map ;"},
                {"Remove", folder("/a"), HR(0x80070490), ""},
                {"Add", folder("/a/x"), 0, "unmap  map /a/x;"}};
    for (const auto& row : rows) {
        const HRESULT code = change(*system, "MappedDirectories", row.kind, row.settings);
        if (code != row.code) fprintf(stderr, "%s %s\n", row.kind, row.settings.c_str());
        CHECK_EQUAL(row.code, code);
        CHECK(same(row.asked, house.machine.told()));
    }
    CHECK_EQUAL(0, change(*system, "MappedPipes", "Add", R"({"ContainerPipeName":"p","HostPath":"h"})"));
    CHECK(same("", house.machine.told()) && system->unfulfilled().find("$.Container.MappedPipes[0]") != std::string::npos);
    house.machine.requests = {SpawnReason::not_supported, 0, "no tool"};
    CHECK_EQUAL(HR(0x80370114), change(*system, "MappedDirectories", "Add", folder("/d")));
    house.machine.requests = {};
    CHECK_EQUAL(0, change(*system, "MappedDirectories", "Add", folder("/d"))); /* it was not added before */
    std::thread starting;
    Member one;
    house.machine.on_change = [&] {
        starting = std::thread([&] { one = house.started(system); });
        wait_ms(5);
        CHECK(house.machine.started == 0); /* a start would see half a change */
    };
    CHECK_EQUAL(0, change(*system, "MappedDirectories", "Remove", folder("/d")));
    starting.join();
    CHECK_EQUAL(0, one.started.code);
    system->finish(kTerminateExit);
    const auto other = house.running(kPlain); /* one without a root of its own has what the machine has */
    house.machine.told();
    CHECK(change(*other, "MappedDirectories", "Add", folder("/a")) == 0 && same("", house.machine.told()));
    CHECK(same(R"(["$.Container.MappedDirectories"])", other->unfulfilled()));
}

TEST(a_limit_follows_its_document_and_nothing_else_does, "the kernel is asked what has changed (B-55)") {
    House house;
    house.machine.held = {"m", "p", "w", nullptr};
    const auto system = house.running(kPlain);
    const struct {
        const char *place, *settings, *asked;
    } rows[] = {{"Memory/SizeInMB", "4294967296", "limit 4503599627370496 0;"},
                {"Processor", R"({"Count":1})", "limit 4503599627370496 0;"},
                {"RegistryFlushState", R"({"Enabled":true})", ""},
                {"Memory/SizeInMB", "1", "limit 1048576 0;"}};
    for (const auto& row : rows) CHECK(change(*system, row.place, "Update", row.settings) == 0 && same(row.asked, house.machine.told()));
    CHECK(same("[\"$.Container.RegistryFlushState.Enabled\"]", system->unfulfilled()));
    const auto machine = house.made("vm", R"({"VirtualMachine":{"GuestConnection":{}}})");
    const char* const of_guest = R"({"GuestRequest":{"ResourceType":"MappedDirectory"}})";
    CHECK_EQUAL(HR(0x80370105), code_from([&] { return machine->modify(of_guest); }));
    CHECK_EQUAL(0, code_from([&] { return machine->start(""); }));
    CHECK_EQUAL(0, code_from([&] { return machine->modify(of_guest); }));
    CHECK_EQUAL(HR(0x80004001), code_from([&] { return system->modify(of_guest); }));
    const auto inner = house.made("inner", R"({"HostingSystemId":"vm","HostedSystem":{"Container":{}}})");
    CHECK_EQUAL(0, code_from([&] { return inner->start(""); }));
    const std::string nowhere = std::string(R"({"ContainerPath":"/a","HostPath":")") + (ON_WINDOWS ? "C:/" : "/") + "hcsffi-nowhere\"}";
    CHECK_EQUAL(0, change(*inner, "MappedDirectories", "Add", nowhere)); /* the guest's folders are not this machine's */
    CHECK_EQUAL(HR(0x80070002), change(*system, "MappedDirectories", "Add", nowhere));
    CHECK(same(R"(["$.HostedSystem.Container.MappedDirectories"])", inner->unfulfilled()));
}
