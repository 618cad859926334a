/* Compute systems on a machine that answers as it is told: how they end, whatever else is under way, what their
 * limits are, and what their options may say. */
#include "harness.h"

#include <functional>
#include <string>
#include <thread>

#include "texts.h"
#include "told_house.h"

using namespace told_house;

TEST(an_exit_says_how_it_came_in_the_words_of_its_schema, "older clients refuse members that came later (B-28, B-31)") {
    const struct {
        uint32_t minor;
        const char* document;
    } rows[] = {{1, R"({"Status":0})"},
                {2, R"({"Status":0,"ExitType":"ForcedExit"})"},
                {3, R"({"Status":0,"ExitType":"ForcedExit"})"},
                {4, kForced}};
    for (const auto& row : rows) {
        House house;
        house.host.minor = row.minor;
        const auto system = house.running(kPlain);
        Listening first(system);
        CHECK_EQUAL(HR(0x80370118), first.waited());
        CHECK_EQUAL(0, code_from([&] { return system->terminate(""); }));
        CHECK(same(exited(row.document), first.heard()) && first.waited() == 0);
        Listening late(system);
        CHECK(same(exited(row.document), late.heard()) && !late.reference->disconnected.load() && !system->is_listed());
        CHECK_EQUAL(HR(0x80370110), code_from([&] { return system->terminate(""); }));
        system->finish(kLostExit); /* the first cause counts */
        CHECK(same(exited(row.document), first.heard()));
    }
}

TEST(what_is_left_of_a_system_that_cannot_be_ended_is_told, "nobody may believe that its programs have stopped (B-31)") {
    House house;
    auto system = house.running(kPlain);
    Listening first(system);
    const Member one = house.started(system);
    house.machine.ends = {SpawnReason::broken, 1, "one may not be killed"};
    const Outcome ended = attempt([&] { return system->terminate(""); });
    CHECK_EQUAL(HR(0x80070005), ended.code);
    CHECK(plain(ended.document).find("processes of this system may still be running: one may not be killed") != std::string::npos);
    CHECK(same(exited(R"({"Status":-2143878906,"ExitType":"UnexpectedExit","Attribution":[{"SystemExit":{"Detail":"Terminate","Initiator":)"
                      R"("Internal"}}]})"),
               first.heard()));
    CHECK(same(status(0, true), plain(one.process->properties("").document)));
    house.machine.ends = {SpawnReason::tree_gone, 0, "the reaper is gone"}; /* its guard has ended everything */
    system = house.running(kPlain);
    Listening second(system);
    const Member other = house.started(system);
    CHECK_EQUAL(0, code_from([&] { return system->terminate(""); }));
    CHECK(same(exited(kForced), second.heard()) && same(status(0, true), plain(other.process->properties("").document)));
}

TEST(a_lost_tree_ends_its_system_and_its_processes, "whoever waits for one of them would wait for ever (C-26)") {
    House house;
    const auto system = house.running(kPlain);
    Listening first(system);
    const Member one = house.started(system);
    Gate looked;
    house.machine.on_end = [&] { looked.pass(); };
    system->tree_lost({SpawnReason::no_reaper, 0, "killed"});
    CHECK(same(status(0, true), plain(one.process->wait_exit(*one.reference, 0).document))); /* before the system has ended */
    looked.open();
    CHECK(first.watcher.wait_for(HcsEventSystemExited));
    CHECK(first.heard().find(
              R"("ExitType":"UnexpectedExit","Attribution":[{"SystemExit":{"Detail":"UnexpectedExit","Initiator":"Internal")") !=
          std::string::npos);
}

TEST(an_exit_waits_for_the_starts_that_are_under_way, "a program that comes up after the exit is nobody's") {
    House house;
    const auto system = house.running(kPlain);
    Listening listening(system);
    Member one = house.process(system);
    Gate inside, ended, leave;
    house.machine.on_start = [&] {
        inside.open();
        leave.pass();
    };
    house.machine.on_end = [&] { ended.open(); };
    std::thread starting([&] { one.started = attempt([&] { return system->start_process(one.process, R"({"CommandLine":"x"})"); }); });
    inside.pass();
    std::thread ending([&] { system->finish(kTerminateExit); });
    ended.pass();
    wait_ms(5); /* so that the exit waits, most likely */
    CHECK(listening.waited() == HR(0x80370118) && listening.heard().empty());
    leave.open();
    starting.join();
    ending.join();
    CHECK_EQUAL(0, one.started.code);
    CHECK(same(exited(kForced), listening.heard()) && same(status(0, true), plain(one.process->properties("").document)));
}

TEST(a_system_that_is_ended_while_it_starts_leaves_nothing, "its start is told as ended, and what it opened has gone by then (B-25)") {
    House house;
    const auto system = house.made("system", kNetworked);
    Listening listening(system);
    Gate inside, leave;
    house.machine.on_open = [&] {
        inside.open();
        leave.pass();
    };
    HRESULT started = 0;
    int left = -1;
    std::thread starting([&] { started = code_from([&] { return system->start(""); }); });
    inside.pass();
    std::thread ending([&] {
        system->finish(kTerminateExit);
        left = house.machine.trees + house.networks.opened;
    });
    while (system->basic_json().find("\"State\":\"Running\"") == std::string::npos) std::this_thread::yield(); /* it is being ended */
    wait_ms(5);
    CHECK_EQUAL(HR(0x80370118), listening.waited());
    leave.open();
    starting.join();
    ending.join();
    CHECK_EQUAL(HR(0x80370100), started);
    CHECK_EQUAL(0, left);
    CHECK(same(exited(kForced), listening.heard()));
}

TEST(whoever_ends_a_system_that_is_being_ended_waits_for_its_exit, "what is asked of it next must find it gone (B-31, B-39)") {
    for (const bool vanishes : {false, true}) {
        House house;
        const auto system = house.running(kPlain);
        Listening listening(system);
        Gate leave;
        std::thread second;
        HRESULT seen = -1;
        std::atomic<bool> returned{false};
        house.machine.on_end = [&] {
            second = std::thread([&] {
                system->finish(kLostExit);
                seen = listening.waited();
                returned.store(true);
            });
            wait_ms(5);
            CHECK(!returned.load());
        };
        if (vanishes) system->vanish();
        else system->finish(kTerminateExit);
        second.join();
        CHECK_EQUAL(vanishes ? HR(0x8037011E) : 0, seen);
        CHECK(same(vanishes ? kDisconnected : exited(kForced), listening.heard()));
        system->finish(kLostExit);
        system->abandon();
        CHECK(same(vanishes ? kDisconnected : exited(kForced), listening.heard()));
    }
}

TEST(nothing_of_a_system_is_left_when_its_end_is_told, "the folder and the address can be had again by whoever hears of it (B-38)") {
    const std::string document = R"({"Container":{"Networking":{"Namespace":"11111111-2222-3333-4444-555555555555"},"Storage":{"Path":")" +
                                 std::string(ON_WINDOWS ? "C:\\\\view" : "/view") + "\"}}}";
    for (const bool vanishes : {false, true}) {
        House house;
        const auto system = house.running(document);
        CHECK(system != nullptr && house.machine.trees == 1 && house.layers.roots == 1 && house.networks.opened == 1);
        CHECK(same("enter 11111111 system;", house.networks.told()));
        Listening listening(system);
        std::string left = "nothing was told";
        listening.watcher.on_event = [&](const HCS_EVENT&) {
            left = std::to_string(house.machine.trees) + std::to_string(house.layers.roots) + std::to_string(house.networks.opened) +
                   house.networks.told() + (house.registry.find("", "system") ? "found" : "") + (system->is_listed() ? "listed" : "");
        };
        if (vanishes) system->vanish();
        else system->finish(kTerminateExit);
        CHECK(same("000leave 11111111 system;", left));
        Listening late(system); /* found by its id a moment before */
        CHECK(same(vanishes ? kDisconnected : exited(kForced), late.heard()) && late.reference->disconnected.load() == vanishes);
        system->finish(kLostExit);
        CHECK(!system->tree() && same("", house.networks.told()));
    }
}

TEST(a_wait_ends_with_the_system_or_its_creation, "a wait without an end is a client that hangs (B-47, D-7)") {
    House house;
    const auto failing = house.entered("failing");
    const auto system = house.running(kPlain);
    auto refused = std::make_shared<SystemReference>(failing), lost = std::make_shared<SystemReference>(system);
    failing->add_reference(refused);
    system->add_reference(lost);
    HRESULT never = 0, gone = 0;
    std::thread first([&] { never = failing->wait_exit(*refused, kInfinite).code; });
    std::thread second([&] { gone = system->wait_exit(*lost, kInfinite).code; });
    wait_ms(5);
    CHECK_EQUAL(HR(0x8037010D), code_from([&] { return failing->construct("{}"); }));
    lost->disconnected.store(true);
    system->wake_waiters();
    first.join();
    second.join();
    CHECK_EQUAL(HR(0x8037010E), never);
    CHECK_EQUAL(HR(0x8037011E), gone);
}

TEST(a_hosted_container_pauses_with_its_tree_and_says_when_it_was_ended, "a success of a system that has gone would be believed (B-21)") {
    House house;
    const auto machine = house.made("vm", kMachine);
    CHECK(machine != nullptr && code_from([&] { return machine->start(""); }) == 0);
    const std::string inner = R"({"HostingSystemId":"vm","HostedSystem":{"Container":{}}})";
    for (const bool resumes : {false, true}) {
        const auto system = house.running(inner);
        CHECK(system != nullptr);
        const auto pause = [&] { return code_from([&] { return system->pause(""); }); };
        const auto resume = [&] { return code_from([&] { return system->resume(""); }); };
        CHECK_EQUAL(HR(0x80370105), resume());
        house.machine.pauses = {SpawnReason::broken, 1, "one runs on"};
        CHECK_EQUAL(HR(0x8000FFFF), pause());
        house.machine.pauses = {};
        if (resumes) CHECK_EQUAL(0, pause());
        house.machine.on_pause = [&] { system->finish(kTerminateExit); };
        CHECK_EQUAL(HR(0x80370110), resumes ? resume() : pause());
        house.machine.on_pause = nullptr;
    }
}

TEST(limits_are_held_or_refused_and_told, "a limit that nobody holds must not be believed") {
    House house;
    house.machine.held = {"watch", "affinity", nullptr, nullptr};
    const std::string limited =
        R"({"Container":{"Memory":{"SizeInMB":2},"Networking":{"Namespace":"11111111-2222-3333-4444-555555555555"}}})";
    const auto told = [](const char* memory, const std::string& processes, const char* by) {
        return std::string(R"({"MemoryBytes":{"Limit":2097152,"By":")") + memory + R"("},"ProcessorPercent":{"Limit":0,"By":"affinity"},)" +
               R"("ProcessorWeight":{"Limit":0,"By":""},"Processes":{"Limit":)" + processes + R"(,"By":")" + by + "\"}}";
    };
    const auto system = house.made("system", limited);
    CHECK(same("would limit 2097152 0 enclosed;", house.machine.told()) && same(told("watch", "0", ""), system->limits_told()));
    const auto limit = [&](uint32_t count) { return code_from([&] { return system->limit_processes(count), success(); }); };
    CHECK_EQUAL(HR(0x80370114), limit(5)); /* nobody counts */
    CHECK(same("would limit 2097152 5 enclosed;would limit 2097152 0 enclosed;", house.machine.told()));
    CHECK(same(told("watch", "0", ""), system->limits_told()));
    house.machine.held.processes = "rlimit";
    CHECK_EQUAL(0, limit(5));
    CHECK(same(told("watch", "5", "rlimit"), system->limits_told()));
    house.machine.told();
    house.machine.held.processes = nullptr;
    CHECK_EQUAL(HR(0x80370114), code_from([&] { return system->start(""); })); /* what was counted before is not any more */
    CHECK(same("enclosed limit 2097152 5 view ;limit 2097152 5;end;", house.machine.told()));
    CHECK(house.machine.trees == 0 && house.networks.opened == 0);
    house.machine.held.processes = "rlimit";
    house.machine.held.memory = "cgroup2";
    CHECK_EQUAL(0, code_from([&] { return system->start(""); }));
    CHECK(same(told("cgroup2", "5", "rlimit"), system->limits_told()));
    house.machine.held.processes = nullptr;
    CHECK_EQUAL(HR(0x80370114), limit(6));
    CHECK_EQUAL(0, limit(0)); /* no limit needs nobody */
    CHECK(same("enclosed limit 2097152 5 view ;limit 2097152 5;limit 2097152 6;limit 2097152 5;limit 2097152 0;", house.machine.told()));
    house.host.mode = IsolationMode::kNone;
    CHECK_EQUAL(HR(0x80370114), limit(7));
    house.host.mode = IsolationMode::kAuto;
    system->finish(kTerminateExit);
    CHECK_EQUAL(HR(0x80370110), limit(0));
    CHECK_EQUAL(HR(0x80370110), code_from([&] { return success(system->limits_told()); }));
    const auto machine = house.made("vm", kMachine);
    CHECK_EQUAL(HR(0x80004001), code_from([&] { return machine->limit_processes(1), success(); }));
}

TEST(a_handle_is_counted_out_once, "a system that ends with its last handle must not end with the last but one (B-41)") {
    House house;
    const auto system = house.entered("system");
    Listening first(system), second(system), third(system);
    CHECK_EQUAL(0, code_from([&] { return system->construct(R"({"ShouldTerminateOnLastHandleClosed":true,"Container":{}})"); }));
    system->drop_reference(*first.reference);
    system->drop_reference(*first.reference);
    system->lose_reference(*first.reference);
    system->lose_reference(*second.reference); /* it died with the service, and its close changes nothing */
    system->drop_reference(*second.reference);
    CHECK(system->is_listed() && third.heard().empty());
    system->drop_reference(*third.reference);
    CHECK(!system->is_listed() && same(exited(kForced), third.heard()));
    const auto created = house.entered("created");
    Listening early(created);
    created->drop_reference(*early.reference); /* before its document is read */
    CHECK_EQUAL(0, code_from([&] { return created->construct(R"({"ShouldTerminateOnLastHandleClosed":true,"Container":{}})"); }));
    CHECK(!created->is_listed() && !house.registry.find("", "created"));
    const auto kept = house.entered("kept");
    Listening other(kept);
    kept->drop_reference(*other.reference);
    CHECK_EQUAL(0, code_from([&] { return kept->construct(kPlain); }));
    CHECK(kept->is_listed());
}

TEST(a_crash_is_reported_with_its_parameters_and_ends_what_stops_on_reset, "a debugger reads them, and others live on (B-36, B-37)") {
    for (const bool stops : {false, true}) {
        House house;
        const auto system =
            house.running(stops ? R"({"VirtualMachine":{"StopOnReset":true}})" : R"({"VirtualMachine":{"StopOnReset":false}})");
        Listening listening(system);
        CHECK_EQUAL(0, code_from([&] { return system->crash(R"({"Type":"CrashGuest"})"); }));
        const std::string report =
            R"({"SystemId":"system","ActivityId":"11111111-0000-0000-0000-000000000000","CrashParameters":[226,0,0,0,0]})";
        const std::string crashed = "00000002 " + report + ";00000003 " + report + ";";
        const std::string exit = R"({"Status":-2143878906,"ExitType":"UnexpectedExit","Attribution":[{"SystemExit":{"Detail":)"
                                 R"("UnexpectedExit","Initiator":"GuestOS"}}]})";
        CHECK(same(crashed + (stops ? exited(exit) : ""), listening.heard()) && system->is_listed() != stops);
    }
    House house;
    const auto system = house.running(kMachine); /* nothing is said of it */
    CHECK(code_from([&] { return system->crash(""); }) == 0 && system->is_listed());
}

TEST(a_machine_is_shut_down_through_whoever_answers_in_it, "a request that nobody hears would be waited for (B-29, B-30)") {
    const char *const boots = R"("Chipset":{"Uefi":{"BootThis":{"DevicePath":"x","DeviceType":"VmbFs"}}})", *const connects =
                                                                                                                R"("GuestConnection":{})";
    const struct {
        std::string machine;
        bool plainly, connection, integration;
    } rows[] = {{"", false, false, false},
                {boots, true, false, true},
                {connects, true, true, false},
                {std::string(boots) + "," + connects, true, true, true}};
    for (const auto& row : rows) {
        for (const auto& [options, answers] : {std::pair{std::string(), row.plainly},
                                               {R"({"Mechanism":"GuestConnection"})", row.connection},
                                               {R"({"Mechanism":"IntegrationService","Type":"Shutdown"})", row.integration}}) {
            House house;
            const auto system = house.made("system", "{\"VirtualMachine\":{" + row.machine + "}}");
            const auto shut_down = [&, &options = options] { return code_from([&] { return system->shut_down(options); }); };
            CHECK_EQUAL(HR(0x80370105), shut_down()); /* it does not run yet */
            CHECK_EQUAL(0, code_from([&] { return system->start(""); }));
            house.host.build = kNewestBuild - 1;
            if (!answers) CHECK_EQUAL(HR(0x80370105), shut_down());
            house.host.build = kNewestBuild;
            CHECK_EQUAL(answers ? 0 : HR(0x80370120), shut_down());
            CHECK_EQUAL(answers, !system->is_listed());
        }
    }
}

TEST(options_of_the_wrong_kind_are_refused_and_change_nothing, "a mistyped wish must not be taken for none") {
    House house;
    const auto vm = house.made("vm", R"({"VirtualMachine":{"GuestConnection":{}}})");
    using Asked = Outcome (System::*)(const std::string&);
    const auto ask = [&](Asked request, const char* options) { return code_from([&] { return (*vm.*request)(options); }); };
    CHECK_EQUAL(HR(0x8037010D), ask(&System::start, "[]"));
    CHECK_EQUAL(0, ask(&System::start, "null"));
    for (const Asked request : {&System::shut_down, &System::pause, &System::crash})
        for (const char* wrong : {"[]", "5", "{"}) CHECK_EQUAL(HR(0x8037010D), ask(request, wrong));
    CHECK_EQUAL(HR(0x8037010D), ask(&System::shut_down, R"({"Type":5})"));
    CHECK_EQUAL(HR(0x8037010D), ask(&System::shut_down, R"({"Mechanism":"Nobody"})"));
    CHECK_EQUAL(HR(0x8037010D), ask(&System::pause, R"({"SuspensionLevel":"Deep"})"));
    CHECK_EQUAL(HR(0x8037010D), ask(&System::crash, R"({"Type":5})"));
    CHECK(vm->basic_json().find("\"State\":\"Running\"") != std::string::npos);
    CHECK_EQUAL(0, ask(&System::pause, ""));
    CHECK_EQUAL(HR(0x8037010D), ask(&System::save, R"({"SaveType":"ToNowhere"})"));
    CHECK_EQUAL(HR(0x80370120), ask(&System::migrate, ""));
    char folder[512];
    CHECK(make_folder(folder, sizeof folder));
    const std::string file = std::string(folder) + "/state", save = R"({"SaveType":"ToFile","SaveStateFilePath":")" + file + "\"}";
    for (int round = 0; round < 2; ++round) CHECK_EQUAL(0, ask(&System::save, save.c_str())); /* over what was saved before */
    CHECK(file_exists(file.c_str()) && vm->basic_json().find("\"State\":\"Paused\"") != std::string::npos);
    remove_file(file.c_str());
    remove_folder(folder);
    vm->finish(kTerminateExit);
    CHECK_EQUAL(HR(0x80370110), ask(&System::migrate, ""));
}

TEST(a_document_names_a_version_that_is_known, "half a version is none, and what is missing counts as nothing (B-19)") {
    House house;
    const auto make = [&](const std::string& version) {
        const auto system = house.made("versioned", "{\"SchemaVersion\":" + version + ",\"Container\":{}}");
        if (system) system->finish(kTerminateExit);
        return system ? std::string("made") : plain(house.last.document);
    };
    const auto refused = [&](const std::string& version, const char* why) { return make(version).find(why) != std::string::npos; };
    CHECK(same("made", make(R"({"Major":2,"Minor":7})")) &&
          refused(R"({"Major":2,"Minor":8})", "$.SchemaVersion: version 2.8 is not supported"));
    CHECK(refused(R"({"Major":3,"Minor":0})", "version 3.0 is not supported") && refused(R"({"Major":1})", "a generation 1 document"));
    CHECK(refused("{}", "version 0.0 is not supported"));
    house.host.minor = 0;
    CHECK(same("made", make(R"({"Major":2})")));
}

TEST(a_shutdown_asks_every_process_and_ends_with_the_last_or_the_grace, "who stops in time is not killed (B-27, C-16)") {
    const auto graced = [](const char* grace) {
        return R"({"Container":{"RegistryChanges":{"AddValues":[{"Key":{"Hive":"System","Name":"ControlSet001\\Control"},)"
               R"("Name":"WaitToKillServiceTimeout","StringValue":")" +
               std::string(grace) + R"(","Type":"String"}]}}})";
    };
    const std::string graceful =
        exited(R"({"Status":0,"ExitType":"GracefulExit","Attribution":[{"SystemExit":{"Detail":"Shutdown","Initiator":"Client"}}]})");
    for (const auto& [grace, ticks] : {std::pair{"0", 10}, {"3", 30000}}) { /* a tick is 100 ns; without a grace the clock's next step */
        House house;
        const auto system = house.running(graced(grace));
        CHECK(system != nullptr);
        Listening listening(system);
        const Member first = house.started(system), second = house.started(system);
        CHECK_EQUAL(0, code_from([&] { return system->shut_down(""); }));
        house.machine.on_end = [&] { first.process->end({}), second.process->end({}); };
        CHECK(house.machine.told().size() == sizeof "signal 1 named 4;signal 2 named 4;" - 1);
        CHECK(house.host.scheduler().advance(static_cast<uint64_t>(ticks - 1)) && listening.heard().empty());
        CHECK(house.host.scheduler().advance(1));
        CHECK(same(graceful, listening.heard()));
    }
    House house;
    const auto system = house.running(kPlain);
    Listening listening(system);
    const Member first = house.started(system), second = house.started(system);
    CHECK_EQUAL(0, code_from([&] { return system->shut_down(""); }));
    CHECK_EQUAL(HR(0x80370110), code_from([&] { return system->limit_processes(0), success(); })); /* it is on its way out */
    first.process->end({});
    while (system->process_count() != 1) std::this_thread::yield();
    CHECK(listening.heard().empty());
    second.process->end({});
    CHECK(listening.watcher.wait_for(HcsEventSystemExited) && same(graceful, listening.heard()));
    const auto idle = house.running(R"({"Container":{}})");
    Listening other(idle);
    CHECK(code_from([&] { return idle->shut_down(""); }) == 0 && same(graceful, other.heard()));
}

TEST(a_system_that_has_ended_holds_no_process, "the two would hold each other for ever where the worker that was to part them is stopped") {
    for (const bool vanishes : {false, true}) {
        House house;
        Gate leave;
        house.host.scheduler().post_elsewhere([&] { leave.pass(); }); /* nobody else forgets what has ended */
        const auto system = house.running(kPlain);
        const Member one = house.started(system);
        CHECK_EQUAL(1, system->process_count());
        if (vanishes) system->vanish();
        else system->finish(kTerminateExit);
        const uint64_t left = system->process_count();
        leave.open();
        CHECK_EQUAL(0, left);
    }
}
