/* Processes of a compute system, on a machine that answers as it is told: what is started, asked, handed out, and told of their end. */
#include "harness.h"

#include <functional>
#include <string>
#include <thread>

#include "texts.h"
#include "told_house.h"

using namespace told_house;

namespace {

std::string as_text(const ProcessStart& what) {
    std::string text = what.program + "|";
    for (const std::string& one : what.arguments) text += one + ",";
    text += "|" + what.command_line + "|" + what.working_directory + "|" + what.user + "|";
    text += std::string(what.input ? "i" : "") + (what.output ? "o" : "") + (what.error ? "e" : "") + (what.console ? "c" : "");
    return text + "|" + std::to_string(what.console_size.rows) + "x" + std::to_string(what.console_size.columns);
}

}  // namespace

TEST(a_program_is_started_as_its_document_says, "who sends a document has no other way to say what is to run (C-2)") {
    House house;
    const auto system = house.running(kPlain);
    CHECK(system != nullptr);
    const struct {
        const char *parameters, *started;
    } rows[] = {
        {R"({"CommandLine":"sh -c \"a b\""})", "|sh,-c,a b,|sh -c \"a b\"||||24x80"},
        {R"({"ApplicationName":"/bin/sh"})", "/bin/sh|/bin/sh,|||||24x80"},
        {R"({"ApplicationName":"/bin/sh","CommandArgs":["a","b"]})", "/bin/sh|a,b,|||||24x80"},
        {R"({"CommandArgs":["a"],"CommandLine":"b c"})", "|a,|||||24x80"},
        {R"({"CommandLine":"x","CreateStdInPipe":true,"WorkingDirectory":"/d","User":"u"})", "|x,|x|/d|u|i|24x80"},
        {R"({"CommandLine":"x","CreateStdOutPipe":true,"CreateStdInPipe":false})", "|x,|x|||o|24x80"},
        {R"({"CommandLine":"x","CreateStdErrPipe":true})", "|x,|x|||e|24x80"},
        {R"({"CommandLine":"x","EmulateConsole":true,"ConsoleSize":[65535,1]})", "|x,|x|||c|65535x1"},
    };
    for (const auto& row : rows) {
        house.machine.starts.clear();
        CHECK_EQUAL(0, house.started(system, row.parameters).started.code);
        CHECK(house.machine.starts.size() == 1 && same(row.started, as_text(house.machine.starts[0])));
    }
    const Outcome blank = house.started(system, R"({"CommandLine":"  "})").started;
    CHECK_EQUAL(HR(0x80070057), blank.code);
    CHECK(plain(blank.document).find("$: one of CommandLine, CommandArgs and ApplicationName must name a program") != std::string::npos);
    const auto variables = [&] {
        std::string text;
        for (const auto& [name, value] : house.machine.starts.back().environment) text += name + "=" + value + ";";
        return text;
    };
    CHECK_EQUAL(0, house.started(system, R"({"CommandLine":"x","Environment":{"A":"b"}})").started.code);
    CHECK(same("PATH=/bin;TMPDIR=/own;HOSTNAME=web;COMPUTERNAME=web;A=b;", variables()));
    system->finish(kTerminateExit);
    const auto isolated = house.running(kNetworked);
    CHECK(isolated != nullptr && isolated->is_isolated());
    CHECK_EQUAL(0, house.started(isolated).started.code);
    CHECK(same("PATH=/bin;", variables())); /* a root of its own has no folder of the client's */
}

TEST(a_request_finds_a_process_that_lives_and_no_other, "a kill must not go to whoever has the number next (C-6, C-15, C-18, C-21)") {
    House house;
    const auto system = house.running(kPlain);
    Process* current = nullptr;
    const auto codes = [&] {
        Process& process = *current;
        const HRESULT each[] = {code_from([&] { return process.terminate(""); }),
                                code_from([&] { return process.signal(R"({"Signal":1})"); }),
                                code_from([&] { return process.modify(kCloseOutput); }), code_from([&] { return process.properties(""); }),
                                code_from([&] { return process.describe(""); })};
        std::string text;
        char hex[16];
        for (const HRESULT code : each) snprintf(hex, sizeof hex, "%08X ", static_cast<unsigned>(code)), text += hex;
        return text;
    };
    std::string starting;
    Member one = house.process(system);
    current = one.process.get();
    house.machine.on_start = [&] { starting = codes(); };
    house.machine.runs = {SpawnReason::not_found, 2, "no such program"};
    one.started = attempt([&] { return system->start_process(one.process, R"({"CommandLine":"x"})"); });
    CHECK_EQUAL(HR(0x80070002), one.started.code);
    CHECK(plain(one.started.document).find("no such program") != std::string::npos);
    const std::string never = "80070490 80070490 80070490 80070490 8037011D ";
    CHECK(same(never, starting) && same(never, codes()) && same("", house.machine.told()));
    CHECK_EQUAL(HR(0x8037011D), one.process->wait_exit(*one.reference, 0).code);
    CHECK(system->process_count() == 0 && !one.process->alive() && !system->find_process(7));
    house.machine.runs = {};
    Member other = house.process(system);
    current = other.process.get();
    house.machine.on_start = [&] { starting = codes() + (other.process->alive() ? "alive" : ""); };
    other.started = attempt([&] { return system->start_process(other.process, R"({"CommandLine":"x"})"); });
    CHECK(same(never, starting) && other.process->alive() && system->find_process(7) == other.process && !system->find_process(8));
    CHECK(same("00000000 00000000 00000000 00000000 00000000 ", codes()) && same("kill 2;signal 2 number 1;", house.machine.told()));
    house.machine.requests = {SpawnReason::process_gone, 0, "it has gone"};
    CHECK_EQUAL(HR(0x8037011F), code_from([&] { return other.process->terminate(""); }));
    house.machine.requests = {};
    house.machine.told();
    CHECK_EQUAL(HR(0x80370118), other.process->wait_exit(*other.reference, 0).code);
    other.process->end({});
    CHECK(same("8037011F 8037011F 8037011F 00000000 8037011F ", codes()) && same("", house.machine.told()));
    CHECK_EQUAL(HR(0x8037010D), code_from([&] { return other.process->signal("{}"); })); /* a wrong document, whoever it is for */
    CHECK_EQUAL(HR(0x8037010D), code_from([&] { return other.process->modify("{}"); }));
}

TEST(a_signal_has_one_of_five_names_or_a_number_that_systems_know, "nothing else can be sent, and the one that was asked for is (C-15)") {
    House house;
    const auto system = house.running(kPlain);
    const Member one = house.started(system);
    for (const char* signal : {"\"CtrlC\"", "\"CtrlBreak\"", "\"CtrlClose\"", "\"CtrlLogOff\"", "\"CtrlShutdown\"", "1", "64"})
        CHECK_EQUAL(0, code_from([&] { return one.process->signal(std::string("{\"Signal\":") + signal + "}"); }));
    CHECK(same("signal 1 named 0;signal 1 named 1;signal 1 named 2;signal 1 named 3;signal 1 named 4;signal 1 number 1;signal 1 number 64;",
               house.machine.told()));
    for (const char* signal : {"\"ctrlc\"", "\"\"", "0", "65", "-1", "true", "null", "[1]"})
        CHECK_EQUAL(HR(0x8037010D), code_from([&] { return one.process->signal(std::string("{\"Signal\":") + signal + "}"); }));
    CHECK(same("", house.machine.told()));
}

TEST(pipes_are_closed_by_name_and_handed_out_once, "a program waits for an end of file that only the host can give (C-3, C-5)") {
    House house;
    const auto system = house.running(kPlain);
    const intptr_t none = -1;
    const auto number = [](HANDLE handle) { return reinterpret_cast<intptr_t>(handle); };
    const char kAll[] = R"({"CommandLine":"x","CreateStdInPipe":true,"CreateStdOutPipe":true,"CreateStdErrPipe":true)";
    const struct {
        const char* closed;
        int held;
        bool input, output, error;
    } rows[] = {{"StdOut", 3, true, false, true},
                {"StdErr", 3, true, true, false},
                {"StdIn", 2, false, true, true},
                {"All", 0, false, false, false}};
    const int64_t before = UniqueFd::live();
    for (const auto& row : rows) {
        house.give_streams(false);
        Member one = house.started(system, std::string(kAll) + "}");
        CHECK_EQUAL(before + 4, UniqueFd::live());
        CHECK_EQUAL(
            0, code_from([&] {
                return one.process->modify(std::string(R"({"Operation":"CloseHandle","CloseHandle":{"Handle":")") + row.closed + "\"}}");
            }));
        CHECK_EQUAL(before + row.held, UniqueFd::live());
        for (const bool first : {true, false}) {
            const HCS_PROCESS_INFORMATION told = one.process->hand_out(first);
            CHECK_EQUAL(7, told.ProcessId);
            CHECK((number(told.StdInput) != none) == (first && row.input) && (number(told.StdOutput) != none) == (first && row.output) &&
                  (number(told.StdError) != none) == (first && row.error));
            for (const HANDLE handle : {told.StdInput, told.StdOutput, told.StdError})
                if (number(handle) != none) stream_close(number(handle));
        }
        one.process->end({});
    }
    CHECK_EQUAL(before, UniqueFd::live());
    house.give_streams(true);
    Member console = house.started(system, std::string(kAll) + R"(,"EmulateConsole":true})");
    CHECK_EQUAL(
        0, code_from([&] { return console.process->modify(R"({"Operation":"ConsoleSize","ConsoleSize":{"Height":1,"Width":65535}})"); }));
    CHECK_EQUAL(0, code_from([&] { return console.process->modify(R"({"Operation":"CloseHandle","CloseHandle":{"Handle":"StdIn"}})"); }));
    CHECK(same("size 1x65535;end of input;", house.machine.told()));
    HCS_PROCESS_INFORMATION told = console.process->hand_out(true);
    CHECK(number(told.StdOutput) != none && told.StdError == nullptr); /* a console has one stream for both */
    stream_close(number(told.StdOutput));
    CHECK_EQUAL(before + 1, UniqueFd::live());
    console.process->end({}); /* what the host keeps goes with the process, however long its handle is open */
    CHECK_EQUAL(before, UniqueFd::live());
    house.machine.gives = nullptr;
    Member silent = house.started(system);
    told = silent.process->hand_out(true);
    CHECK(told.StdInput == nullptr && told.StdOutput == nullptr && told.StdError == nullptr);
    told = silent.process->hand_out(false);
    CHECK(number(told.StdInput) == none && number(told.StdOutput) == none && number(told.StdError) == none);
}

TEST(the_first_end_of_a_process_counts_whenever_it_is_noticed,
     "an end before its start has returned must not be lost, nor told twice (C-23)") {
    House house;
    const auto system = house.running(kPlain);
    const struct {
        std::function<void(Process&)> while_starting, later;
        uint32_t code;
        bool lost;
    } rows[] = {
        {[](Process& one) { one.end(with_code(3)); }, [](Process& one) { one.end(with_code(4)); }, 3, false},
        {[](Process& one) { one.lose(); }, [](Process& one) { one.end(with_code(4)); }, 0, true},
        {[](Process& one) { one.end(with_code(3)), one.lose(); }, [](Process& one) { one.lose(); }, 3, false},
        {[](Process&) {}, [](Process& one) { one.end(with_code(5)), one.end(with_code(6)), one.lose(); }, 5, false},
        {[](Process&) {}, [](Process& one) { one.lose(), one.end(with_code(5)), one.lose(); }, 0, true},
    };
    for (const auto& row : rows) {
        Member one = house.process(system);
        Watcher early, gone, late;
        CHECK_EQUAL(0, one.reference->subscription->set(0, &early, Watcher::event));
        auto lost = std::make_shared<ProcessReference>(one.process);
        one.process->add_reference(lost);
        CHECK_EQUAL(0, lost->subscription->set(0, &gone, Watcher::event));
        lost->disconnected.store(true);
        {
            one.process->add_reference(std::make_shared<ProcessReference>(one.process));
        } /* closed: nobody is to be told */
        house.machine.on_start = [&] { row.while_starting(*one.process); };
        one.started = attempt([&] { return system->start_process(one.process, R"({"CommandLine":"x"})"); });
        CHECK_EQUAL(0, one.started.code);
        row.later(*one.process);
        CHECK(early.wait_for(HcsEventProcessExited));
        const std::string expected = status(row.code, row.lost);
        CHECK(same(expected, early.events()[0].text) && same(expected, plain(one.process->wait_exit(*one.reference, 0).document)) &&
              same(expected, plain(one.process->properties("").document)));
        auto after = std::make_shared<ProcessReference>(one.process);
        one.process->add_reference(after);
        CHECK_EQUAL(0, after->subscription->set(0, &late, Watcher::event));
        CHECK(late.wait_for(HcsEventProcessExited) && same(expected, late.events()[0].text));
        CHECK_EQUAL(HR(0x8037011E), one.process->wait_exit(*lost, 0).code);
        while (system->process_count() != 0) std::this_thread::yield(); /* a worker forgets it */
        CHECK(early.events().size() == 1 && late.events().size() == 1 && gone.events().empty());
    }
}

TEST(whoever_waits_for_a_process_hears_that_there_is_none, "a wait without an end is a client that hangs (C-22, D-7)") {
    House house;
    const auto system = house.running(kPlain);
    const auto waiting = [&](Member& one, HRESULT* code) {
        return std::thread([&one, code] { *code = one.process->wait_exit(*one.reference, kInfinite).code; });
    };
    HRESULT never = 0, disconnected = 0, ended = -1;
    Member first = house.process(system);
    house.machine.runs = {SpawnReason::not_found, 2, "no such program"};
    std::thread waiter;
    house.machine.on_start = [&] {
        waiter = waiting(first, &never);
        wait_ms(5); /* so that it waits, most likely */
    };
    first.started = attempt([&] { return system->start_process(first.process, R"({"CommandLine":"x"})"); });
    waiter.join();
    CHECK_EQUAL(HR(0x8037011D), never);
    house.machine.runs = {};
    house.machine.on_start = nullptr;
    Member second = house.started(system), third = house.started(system);
    waiter = waiting(second, &disconnected);
    std::thread other = waiting(third, &ended);
    wait_ms(5);
    second.reference->disconnected.store(true);
    second.process->wake_waiters();
    third.process->end({});
    waiter.join();
    other.join();
    CHECK_EQUAL(HR(0x8037011E), disconnected);
    CHECK_EQUAL(0, ended);
}
