/* Starting, failing to start and signalling real processes, through spawn.h. Streams, figures, reapers and survival have programs of
 * their own. */
#include "harness.h"
#include "watched_tree.h"

#ifndef _WIN32
#include <pwd.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#endif

using namespace hcsffi;

TEST(a_process_runs_and_its_status_comes_back, "the one thing everything else stands on") {
    WatchedTree watched;
    CHECK(watched);
    std::string text;
    CHECK(output_of(*watched.tree, shell("echo hello; exit 7"), 1, &text).ok());
    CHECK(text == "hello\n");
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(7, end.exit_code);
    CHECK_EQUAL(0, end.signal);
}

TEST(a_process_holds_three_descriptors_and_no_more, "a descriptor that leaks into a process keeps files and pipes open for its life") {
#ifdef _WIN32
    SKIP("asks /proc what the process holds");
#else
    const int leaky = open("/dev/null", O_RDONLY);  // on purpose without close-on-exec
    WatchedTree watched;
    CHECK(watched);
    std::string text;
    CHECK(output_of(*watched.tree, shell("ls /proc/$$/fd"), 1, &text).ok());
    close(leaky);
    CHECK(text == "0\n1\n2\n");
#endif
}

// Wine hands every program variables of its own; Windows adds none.
static std::string without_wines_own(const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::string line = text.substr(at, text.find('\n', at) + 1 - at);
        const bool added =
            on_wine() && (line.rfind("WINE", 0) == 0 || line.rfind("SystemRoot=", 0) == 0 || line.rfind("SystemDrive=", 0) == 0);
        if (!added) kept += line;
        at += line.size();
    }
    return kept;
}

TEST(the_environment_is_exactly_what_was_asked_for,
     "nothing of the client's, its preloaded libraries and secrets included, may reach a process") {
    CHECK(putenv(const_cast<char*>("HCSFFI_TEST_SECRET=inherited")) == 0);
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what;
    what.arguments = {"env"};
    what.environment = {
        {"EMPTY", ""}, {"LETTER", "\xC3\xBC"}, shell("").environment[0], {"WORDS", "two words = three"}};  // as Windows sorts them
    std::string text;
    CHECK(output_of(*watched.tree, what, 1, &text).ok());
    CHECK(without_wines_own(text) == "EMPTY=\nLETTER=\xC3\xBC\nPATH=" + what.environment[2].second + "\nWORDS=two words = three\n");
}

TEST(arguments_arrive_untouched, "no shell and no quoting stands between the document and the program") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("printf '<%s>' \"$@\"");
    for (const char* argument : {"name", "first", "", "two words", "\"quoted\"", "$HOME", "new\nline"})
        what.arguments.emplace_back(argument);
    std::string text;
    CHECK(output_of(*watched.tree, what, 1, &text).ok());
    CHECK(text == "<first><><two words><\"quoted\"><$HOME><new\nline>");
}

TEST(the_program_may_differ_from_its_first_argument, "ApplicationName names the file, the command line what the program sees") {
    if (ON_WINDOWS) SKIP("asks /proc what the program sees");
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("echo $0");
    what.program = "/bin/sh";
    what.arguments = {"-other", "-c", "cat /proc/$$/cmdline | tr '\\000' '|'"};
    std::string text;
    CHECK(output_of(*watched.tree, what, 1, &text).ok());
    CHECK(text.rfind("-other|-c|", 0) == 0);
}

TEST(programs_are_found_along_the_path_of_the_process, "not along the client's") {
#ifdef _WIN32
    SKIP("writes a shell script as a program, which Windows has not; tests/contract starts all its programs by PATH");
#else
    char folder[] = "/tmp/hcsffi-path-XXXXXX";
    CHECK(mkdtemp(folder));
    const std::string program = std::string(folder) + "/only-here";
    const int file = open(program.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0755);
    const std::string text_of_program = "#!/bin/sh\necho found\n";
    CHECK(write(file, text_of_program.data(), text_of_program.size()) > 0);
    close(file);
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what;
    what.arguments = {"only-here"};
    what.environment = {{"PATH", "/nowhere::" + std::string(folder)}};
    std::string text;
    const bool found = output_of(*watched.tree, what, 1, &text).ok();
    what.environment = {{"PATH", "/nowhere"}};
    const SpawnReason elsewhere = output_of(*watched.tree, what, 2, &text).reason;
    unlink(program.c_str());
    rmdir(folder);
    CHECK(found);
    CHECK(text == "found\n");
    CHECK(elsewhere == SpawnReason::not_found);
#endif
}

#ifndef _WIN32
namespace {

// Folders with a program of one name each, gone with the test.
struct ManyOfOneName {
    std::string top = "/tmp/hcsffi-path-XXXXXX";
    ManyOfOneName() {
        if (mkdtemp(top.data()) == nullptr) abort();
        put("first", "#!/bin/sh\necho first\n", 0755);
        put("second", "#!/bin/sh\necho second\n", 0755);
        put("refused", "#!/bin/sh\necho refused\n", 0644);
        put("plain", "plain text\n", 0755);
        put("torn", "#!/no/interpreter\n", 0755);
    }
    ~ManyOfOneName() { std::filesystem::remove_all(top); }
    void put(const std::string& folder, const std::string& text, mode_t mode) const {
        std::filesystem::create_directories(top + "/" + folder);
        const std::string file = top + "/" + folder + "/only-here";
        std::ofstream(file) << text;
        if (chmod(file.c_str(), mode) != 0) abort();
    }
};

}  // namespace

TEST(a_client_without_standard_input_starts_what_it_likes, "a service has closed its streams, and the next descriptor has their number") {
    close(0);
    {
        WatchedTree watched;
        CHECK(watched);
        std::string text;
        CHECK(output_of(*watched.tree, shell("cat; echo hello; exit 7"), 1, &text).ok() && text == "hello\n");
        ProcessEnd end;
        CHECK(watched.recorder->wait_for_end(1, &end));
        CHECK_EQUAL(7, end.exit_code);
        ProcessStart what = shell("read line; echo $line; exec sleep 1000");
        what.input = what.output = what.error = true;
        StartedProcess started;
        CHECK(watched.tree->start(what, 2, &started).ok());
        CHECK(started.input.get() > 2 && started.output.get() > 2 && started.error.get() > 2);
        CHECK(write_all(started.input, "heard\n") && read_line(started.output) == "heard\n");
        CHECK(watched.tree->start(shell("exit 0"), 2, &started).reason == SpawnReason::bad_argument);
        what.arguments = {"no-such-program"};
        CHECK(watched.tree->start(what, 3, &started).reason == SpawnReason::not_found);
        what = shell("test -t 0");
        what.console = what.input = what.output = true;
        StartedProcess on_console;
        CHECK(watched.tree->start(what, 4, &on_console).ok() && on_console.console.get() > 2);
        CHECK(watched.recorder->wait_for_end(4, &end) && end.exit_code == 0);
        TreeStatistics statistics;
        std::vector<ProcessRow> rows;
        do CHECK(watched.tree->measure(&statistics).ok());  // what could not be started may be a moment from its end
        while (statistics.process_count != 1);
        CHECK(watched.tree->list(&rows).ok() && rows.size() == 1);
        CHECK(watched.tree->pause().ok() && watched.tree->resume().ok() && watched.tree->terminate().ok());
    }
    CHECK_EQUAL(-1, fcntl(0, F_GETFD)); /* nothing of it is left */
}

TEST(a_path_is_searched_folder_by_folder, "as execvp(3) does, but that a file of unknown format is no script") {
    const ManyOfOneName many;
    const std::string first = many.top + "/first", second = many.top + "/second", refused = many.top + "/refused",
                      plain = many.top + "/plain", torn = many.top + "/torn", file = first + "/only-here";
    WatchedTree watched;
    CHECK(watched);
    ProcessKey key = 0;
    const auto said = [&](const Environment& environment, const std::string& folder = "", const char* program = "only-here") {
        ProcessStart what;
        what.arguments = {program};
        what.environment = environment;
        what.working_directory = folder;
        std::string text;
        const SpawnOutcome outcome = output_of(*watched.tree, what, ++key, &text);
        return outcome.ok() ? text : std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code);
    };
    const auto along = [&](const std::string& path, const std::string& folder = "") { return said({{"PATH", path}}, folder); };
    const auto code = [](SpawnReason reason, int error) { return std::to_string(static_cast<int>(reason)) + " " + std::to_string(error); };
    const std::string missing = code(SpawnReason::not_found, ENOENT), not_mine = code(SpawnReason::not_executable, EACCES);
    CHECK("first\n" == along(first + ":" + second));
    CHECK("second\n" == along(second + ":" + first) && "second\n" == along("/nowhere:" + file + ":" + second));
    CHECK("second\n" == along(refused + ":" + second));
    CHECK(not_mine == along(refused) && not_mine == along(refused + ":/nowhere") && not_mine == along("/nowhere:" + refused));
    CHECK(missing == along("/nowhere") && missing == along("") && missing == along(":"));
    for (const char* here : {"", ":", "/nowhere:", ":/nowhere", "/nowhere::/nowhere"}) CHECK("first\n" == along(here, first));
    CHECK("second\n" == along(second + ":", first) && "first\n" == along(":" + second, first));
    CHECK(code(SpawnReason::bad_format, ENOEXEC) == along(plain + ":" + first));
    CHECK(missing == along(torn + ":" + first));
    CHECK("first\n" == said({{"PATH", second}}, many.top, "first/only-here") &&
          missing == said({{"PATH", first}}, many.top, "./only-here"));
    CHECK(missing == said({{"PATHS", first}, {"XPATH", first}, {"PAT", first}, {"PATH", "/nowhere"}}));
    CHECK("first\n" == said({{"PATH", first}, {"PATH", second}}));
    ProcessStart what;
    what.arguments = {"sh", "-c", "echo without"}; /* a path, which is /usr/local/bin, /usr/bin and /bin then */
    std::string text;
    CHECK(output_of(*watched.tree, what, ++key, &text).ok() && text == "without\n");
}
#endif

TEST(the_working_directory_is_the_one_asked_for_or_the_root, "a relative path in a document means the same on every machine") {
    WatchedTree watched;
    CHECK(watched);
    std::string text;
    ProcessStart what = shell("pwd");
    CHECK(output_of(*watched.tree, what, 1, &text).ok());
    CHECK(text == ROOT_FOLDER "\n");
    what.working_directory = FOLDER;
    CHECK(output_of(*watched.tree, what, 2, &text).ok());
    CHECK(text == FOLDER "\n");
}

// Why the start of a process that is spoilt in one way fails.
static SpawnReason reason_of(WatchedTree& watched, const std::function<void(ProcessStart&)>& spoil) {
    ProcessStart what = shell("exit 0");
    spoil(what);
    StartedProcess started;
    const SpawnOutcome outcome = watched.tree->start(what, 1, &started);
    if (outcome.text.empty()) fprintf(stderr, "a failure without words\n");
    return outcome.text.empty() || started.id != 0 ? SpawnReason::none : outcome.reason;
}

TEST(a_script_without_an_interpreter_says_what_was_wrong, "a missing interpreter is a missing file, and plain text is no program (C-9)") {
#ifdef _WIN32
    SKIP("Windows runs no script by its first line");
#else
    WatchedTree watched;
    CHECK(watched);
    const auto reason = [&watched](const std::function<void(ProcessStart&)>& spoil) { return reason_of(watched, spoil); };
    char script[] = "/tmp/hcsffi-script-XXXXXX";
    const int file = mkstemp(script);
    CHECK(write(file, "#!/no/interpreter\n", 18) == 18);
    fchmod(file, 0755);
    close(file);
    const SpawnReason no_interpreter = reason([&script](ProcessStart& what) { what.program = script; });
    const int again = open(script, O_WRONLY | O_TRUNC | O_CLOEXEC);
    CHECK(write(again, "plain text\n", 11) == 11);
    close(again);
    const SpawnReason no_program = reason([&script](ProcessStart& what) { what.program = script; });
    unlink(script);
    CHECK(no_interpreter == SpawnReason::not_found);
    CHECK(no_program == SpawnReason::bad_format);
#endif
}

TEST(a_failing_start_says_what_was_wrong, "the host answers each of them with another HRESULT (C-9)") {
    WatchedTree watched;
    CHECK(watched);
    const auto reason = [&watched](const std::function<void(ProcessStart&)>& spoil) { return reason_of(watched, spoil); };
    CHECK(reason([](ProcessStart& what) { what.arguments = {"no-such-program"}; }) == SpawnReason::not_found);
    CHECK(reason([](ProcessStart& what) { what.arguments = {"/no/such/program"}; }) == SpawnReason::not_found);
    CHECK(reason([](ProcessStart& what) { what.arguments = {PLAIN_FILE "/below"}; }) == SpawnReason::not_found);
    CHECK(reason([](ProcessStart& what) { what.arguments = {PLAIN_FILE}; }) ==
          (ON_WINDOWS ? SpawnReason::bad_format : SpawnReason::not_executable));
    CHECK(reason([](ProcessStart& what) { what.arguments = {FOLDER}; }) == SpawnReason::not_executable);
    CHECK(reason([](ProcessStart& what) { what.working_directory = "/no/such/place"; }) == SpawnReason::bad_directory);
    CHECK(reason([](ProcessStart& what) { what.working_directory = PLAIN_FILE; }) == SpawnReason::bad_directory);
    CHECK(reason([](ProcessStart& what) { what.user = "no-such-user"; }) == SpawnReason::bad_user);
    CHECK(reason([](ProcessStart& what) { what.user = "0:no-such-group"; }) == SpawnReason::bad_user);
    CHECK(reason([](ProcessStart& what) { what.user = "4000000000"; }) == SpawnReason::bad_user);
    CHECK(reason([](ProcessStart& what) { what.arguments = {}; }) == SpawnReason::bad_argument);
    CHECK(reason([](ProcessStart& what) { what.arguments = {""}; }) == SpawnReason::bad_argument);
    CHECK(reason([](ProcessStart& what) { what.arguments.emplace_back("a\0b", 3); }) == SpawnReason::bad_argument);
    CHECK(reason([](ProcessStart& what) { what.arguments.emplace_back(1u << 20, 'x'); }) == SpawnReason::bad_argument);
    CHECK(reason([](ProcessStart& what) { what.environment.emplace_back("A=B", "C"); }) == SpawnReason::bad_argument);
    CHECK(reason([](ProcessStart& what) { what.environment.emplace_back("", "C"); }) == SpawnReason::bad_argument);
    CHECK_EQUAL(0, watched.recorder->end_calls());
}

TEST(what_no_platform_starts_is_refused_by_name, "a text with a NUL would be cut, and a name with '=' read as another one") {
    const auto told = [](const std::function<void(ProcessStart&)>& spoil) {
        ProcessStart what;
        what.arguments = {"program", "argument"};
        what.environment = {{"NAME", "value"}};
        spoil(what);
        const SpawnOutcome outcome = check_start(what);
        const SpawnReason expected = outcome.text.empty() ? SpawnReason::none : SpawnReason::bad_argument;
        return outcome.reason == expected && outcome.system_code == 0 ? outcome.text : "another reason: " + outcome.text;
    };
    const std::string nul("a\0b", 3);
    const std::pair<std::string, std::function<void(ProcessStart&)>> rows[] = {
        {"", [](ProcessStart&) {}},
        {"", [](ProcessStart& what) { what.program = "x", what.arguments = {""}; }},
        {"", [](ProcessStart& what) { what.console = true, what.console_size = {1, 1}; }},
        {"", [](ProcessStart& what) { what.console_size = {0, 0}; }},
        {"", [](ProcessStart& what) { what.environment = {{"NAME", ""}, {"OTHER", "a=b"}}; }},
        {"no program to start", [](ProcessStart& what) { what.arguments = {}; }},
        {"the program has an empty name", [](ProcessStart& what) { what.arguments[0] = ""; }},
        {"a console needs rows and columns", [](ProcessStart& what) { what.console = true, what.console_size = {0, 1}; }},
        {"a console needs rows and columns", [](ProcessStart& what) { what.console = true, what.console_size = {1, 0}; }},
        {"a NUL inside a text", [&](ProcessStart& what) { what.program = nul; }},
        {"a NUL inside a text", [&](ProcessStart& what) { what.working_directory = nul; }},
        {"a NUL inside a text", [&](ProcessStart& what) { what.user = nul; }},
        {"a NUL inside a text", [&](ProcessStart& what) { what.command_line = nul; }},
        {"a NUL inside an argument", [&](ProcessStart& what) { what.arguments[1] = nul; }},
        {"\"\" is not the name of an environment variable", [](ProcessStart& what) { what.environment = {{"", "x"}}; }},
        {"\"A=B\" is not the name of an environment variable", [](ProcessStart& what) { what.environment = {{"A=B", "x"}}; }},
        {"a NUL inside the environment", [&](ProcessStart& what) { what.environment = {{nul, "x"}}; }},
        {"a NUL inside the environment", [&](ProcessStart& what) { what.environment = {{"x", nul}}; }}};
    for (const auto& [expected, spoil] : rows) {
        const std::string actual = told(spoil);
        if (actual != expected) fprintf(stderr, "expected <%s>, got <%s>\n", expected.c_str(), actual.c_str());
        CHECK(actual == expected);
    }
}

TEST(what_the_system_cannot_take_is_refused_before_a_process_is_made, "the limits of execve are known, and its own E2BIG names nothing") {
    if (ON_WINDOWS) SKIP("Windows tells no such limits before the call");
    WatchedTree watched;
    CHECK(watched);
    StartedProcess started;
    ProcessStart wide = shell("exit 0");
    wide.environment.emplace_back("WIDE", std::string(200'000, 'x'));
    const SpawnOutcome too_wide = watched.tree->start(wide, 1, &started);
    CHECK(too_wide.reason == SpawnReason::bad_argument);
    CHECK(too_wide.text.find("131071") != std::string::npos);
    ProcessStart many = shell("exit 0");
    for (int at = 0; at < 1'000'000; ++at) many.environment.emplace_back("v" + std::to_string(at), "x");
    CHECK(watched.tree->start(many, 2, &started).reason == SpawnReason::bad_argument);
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK_EQUAL(0, statistics.process_count);
}

TEST(a_user_is_looked_up_and_become, "a document's User is a promise about whose rights the process has") {
#ifdef _WIN32
    SKIP("another user's rights take a password on Windows");
#else
    if (geteuid() != 0) SKIP("only root may become another user");
    const passwd* nobody = getpwnam("nobody");
    if (!nobody) SKIP("this system has no user nobody");
    const std::string expected = std::to_string(nobody->pw_uid) + " " + std::to_string(nobody->pw_gid) + "\n";
    const std::string number = std::to_string(nobody->pw_uid);
    WatchedTree watched;
    CHECK(watched);
    std::string text;
    ProcessStart what = shell("echo $(id -u) $(id -g); cat /proc/self/status | grep Groups | wc -w");
    what.user = "nobody";
    CHECK(output_of(*watched.tree, what, 1, &text).ok());
    CHECK(text.rfind(expected, 0) == 0);
    what.user = number + ":0";
    CHECK(output_of(*watched.tree, what, 2, &text).ok());
    CHECK(text == number + " 0\n2\n");
#endif
}

TEST(a_user_one_may_not_become_is_refused, "running with more rights than promised is the worst answer") {
#ifdef _WIN32
    WatchedTree watched;
    CHECK(watched);
    CHECK(reason_of(watched, [](ProcessStart& what) { what.user = "SYSTEM"; }) == SpawnReason::not_permitted);
    CHECK(reason_of(watched, [](ProcessStart& what) { what.user = "nobody at all"; }) == SpawnReason::bad_user);
#else
    if (geteuid() == 0) SKIP("root may become any user");
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("exit 0");
    what.user = "root";
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).reason == SpawnReason::not_permitted);
    what.user = std::to_string(geteuid()) + ":" + std::to_string(getegid());
    CHECK(watched.tree->start(what, 2, &started).ok());
#endif
}

TEST(the_same_key_twice_is_refused, "two processes under one key could not be told apart") {
    WatchedTree watched;
    CHECK(watched);
    StartedProcess first;
    StartedProcess second;
    CHECK(watched.tree->start(shell("sleep 1000"), 1, &first).ok());
    CHECK(watched.tree->start(shell("sleep 1000"), 1, &second).reason == SpawnReason::bad_argument);
}

TEST(a_kill_ends_the_process_alone, "its descendants belong to the system and go with it") {
    WatchedTree watched;
    CHECK(watched);
    // A process of Wine that is killed while it starts another takes that along.
    ProcessStart what = shell(DAEMON("sleep 1000") "; echo begun; read line");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK_EQUAL(size_t{0}, read_line(started.output).rfind("begun", 0));
    const LifeOf child(id_beside(*watched.tree, started.id, "sleep"));
    CHECK(child.known());
    CHECK(watched.tree->kill(1).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(KILLED, end.exit_code);
    CHECK_EQUAL(9, end.signal);
    TreeStatistics statistics;
    do CHECK(watched.tree->measure(&statistics).ok());  // the test's time limit is the other way out
    while (statistics.process_count != 1);
    CHECK(watched.tree->terminate().ok());
    CHECK(child.ends_in_time());
}

TEST(control_signals_reach_the_group_and_numbers_the_process, "a console sends to all that are attached to it, a number names one") {
#ifdef _WIN32
    SKIP("a control event goes to the process alone; process_end_test asks that");
#else
    if (access("/usr/bin/perl", X_OK) != 0) SKIP("needs perl for a process whose child does not ignore SIGINT");
    WatchedTree watched;
    CHECK(watched);
    const std::pair<ControlSignal, const char*> controls[] = {{ControlSignal::ctrl_c, "INT"},
                                                              {ControlSignal::ctrl_break, "QUIT"},
                                                              {ControlSignal::ctrl_close, "HUP"},
                                                              {ControlSignal::ctrl_log_off, "HUP"},
                                                              {ControlSignal::ctrl_shutdown, "TERM"}};
    ProcessKey key = 0;
    for (const auto& [signal, name] : controls) {
        // Told by a child of the process, which is in its group; a shell makes children in the background deaf to two of them.
        const std::string number = std::string(name);
        ProcessStart what =
            shell("exec perl -e '$| = 1; $SIG{" + number + "} = sub {}; my $child = fork(); if ($child) { 1 while wait() < 0; exit 6 } " +
                  "$SIG{" + number + "} = sub { print \"got " + number + "\\n\"; exit }; print \"ready\\n\"; sleep 1 while 1'");
        what.output = true;
        StartedProcess started;
        CHECK(watched.tree->start(what, ++key, &started).ok());
        CHECK(read_line(started.output) == "ready\n");
        CHECK(watched.tree->signal(key, signal).ok());
        CHECK(read_line(started.output) == "got " + number + "\n");
        ProcessEnd end;
        CHECK(watched.recorder->wait_for_end(key, &end));
        CHECK_EQUAL(6, end.exit_code);
    }
    ProcessStart what = shell("trap 'exit 5' INT; echo ready; while :; do sleep 0.01; done");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, ++key, &started).ok());
    CHECK(read_line(started.output) == "ready\n");
    CHECK(watched.tree->signal(key, ControlSignal::ctrl_c).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(key, &end));
    CHECK_EQUAL(5, end.exit_code);
    CHECK(watched.tree->start(shell("exec sleep 1000"), ++key, &started).ok());
    CHECK(watched.tree->signal(key, SIGTERM).ok());
    CHECK(watched.recorder->wait_for_end(key, &end));
    CHECK_EQUAL(128 + SIGTERM, end.exit_code);
    CHECK(watched.tree->signal(key, 0).reason == SpawnReason::bad_argument);
    CHECK(watched.tree->signal(key, 65).reason == SpawnReason::bad_argument);
#endif
}

TEST(a_signal_sent_right_after_creation_is_not_lost,
     "accepted means delivered: a program that still comes up ends by it, sixteen of sixteen") {
    WatchedTree watched;
    CHECK(watched);
    for (ProcessKey key = 1; key <= 16; ++key) {
        ProcessStart what;
        what.arguments = {"cat"};
        what.environment = client_environment();
        what.input = true;
        StartedProcess started;
        CHECK(watched.tree->start(what, key, &started).ok());
        CHECK(watched.tree->signal(key, ControlSignal::ctrl_c).ok());
        ProcessEnd end;
        CHECK(watched.recorder->wait_for_end(key, &end));
    }
}

TEST(a_process_that_has_ended_is_gone, "a signal must never reach a stranger that got the number") {
    WatchedTree watched;
    CHECK(watched);
    StartedProcess started;
    CHECK(watched.tree->start(shell("exit 0"), 1, &started).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK(watched.tree->kill(1).reason == SpawnReason::process_gone);
    CHECK(watched.tree->signal(1, ControlSignal::ctrl_c).reason == SpawnReason::process_gone);
    CHECK(watched.tree->signal(99, 15).reason == SpawnReason::process_gone);
}
