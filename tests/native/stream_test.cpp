/* Standard streams and consoles of real processes, through spawn.h. */
#include "harness.h"
#include "watched_tree.h"

#include <thread>

using namespace hcsffi;

TEST(three_streams_are_three, "a client that mixes them up prints errors into files") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("cat; echo complaint >&2");
    what.input = what.output = what.error = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(started.input.get() >= 3 && started.output.get() >= 3 && started.error.get() >= 3);
    CHECK(write_all(started.input, "to and fro"));
    started.input.reset();
    started.kept_input.reset();
    CHECK(read_to_end(started.output) == "to and fro");
    CHECK(read_to_end(started.error) == "complaint\n");
}

TEST(the_input_ends_when_the_host_lets_go_too, "closing one's own end is not the end of the input (C-5)") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("cat; echo end");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    started.input.reset();
    CHECK(write_all(started.kept_input, "still open\n"));
    CHECK(read_line(started.output) == "still open\n");
    started.kept_input.reset();
    CHECK(read_to_end(started.output) == "end\n");
}

TEST(streams_nobody_asked_for_are_empty_and_silent, "a process must not read or write the client's own streams") {
    if (ON_WINDOWS) SKIP("asks /proc what the streams are");
    WatchedTree watched;
    CHECK(watched);
    std::string text;
    CHECK(output_of(*watched.tree, shell("cat; readlink /proc/self/fd/0 /proc/self/fd/2"), 1, &text).ok());
    CHECK(text == "/dev/null\n/dev/null\n");
}

TEST(a_hundred_megabytes_pass_through_unchanged, "nothing but the kernel stands between a process and its reader") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("exec cat");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    constexpr std::size_t kPiece = 1u << 20;
    constexpr int kPieces = 100;
    std::string pattern(kPiece, '\0');
    std::uint32_t state = 12345;
    for (char& one : pattern) one = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    bool written = true;
    std::thread writer([&] {
        for (int piece = 0; piece < kPieces; ++piece) {
            pattern[0] = static_cast<char>(piece);
            written = written && write_all(started.input, pattern);
        }
        started.input.reset();
        started.kept_input.reset();
    });
    std::size_t total = 0;
    bool same = true;
    std::string piece(kPiece, '\0');
    for (std::ptrdiff_t got; (got = stream_read(started.output.get(), piece.data(), kPiece)) > 0;)
        for (std::ptrdiff_t at = 0; at < got; ++at, ++total) {
            const std::size_t place = total % kPiece;
            const char expected = place == 0 ? static_cast<char>(total / kPiece) : pattern[place];
            same = same && piece[static_cast<std::size_t>(at)] == expected;
        }
    writer.join();
    CHECK(written);
    CHECK_EQUAL(kPiece * kPieces, total);
    CHECK(same);
}

TEST(pipes_are_roomy_while_few_processes_run, "big pipes are three times as fast, and the kernel gives each user a limited amount") {
#ifdef _WIN32
    SKIP("a pipe has the size it was made with, and no user an allowance");
#else
    WatchedTree watched;
    CHECK(watched);
    const auto size_of_output = [&watched](const ProcessStart& what, ProcessKey key, StartedProcess* started) {
        return watched.tree->start(what, key, started).ok() ? fcntl(static_cast<int>(started->output.get()), F_GETPIPE_SZ) : -1;
    };
    ProcessStart what = shell("exit 0");
    what.output = true;
    StartedProcess first;
    int by_hand[2];
    CHECK(pipe(by_hand) == 0);
    const bool has_big_pipes = fcntl(by_hand[0], F_SETPIPE_SZ, 256 * 1024) == 256 * 1024;
    for (const int one : by_hand) close(one);
    if (!has_big_pipes) SKIP("this user may not have big pipes");
    CHECK_EQUAL(256 * 1024, size_of_output(what, 0, &first));
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(0, &end));
    // Ended and failed ones do not count.
    for (ProcessKey key = 1; key <= 60; ++key) {
        StartedProcess started;
        what.arguments[0] = key % 2 == 0 ? "no-such-program" : "sh";
        CHECK(size_of_output(what, key, &started) == (key % 2 == 0 ? -1 : 256 * 1024));
        if (key % 2 == 1) CHECK(watched.recorder->wait_for_end(key, &end));
    }
    what = shell("exec sleep 1000");
    what.output = true;
    StartedProcess living[50];
    int roomy = 0;
    for (ProcessKey at = 0; at < 50; ++at) roomy += size_of_output(what, 100 + at, &living[at]) == 256 * 1024;
    CHECK(roomy >= 10 && roomy <= 25);
#endif
}

TEST(a_console_has_the_size_asked_for_and_takes_another, "HCS gives rows first") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("stty -echo; stty size; cat; stty size");
    what.console = what.input = what.output = true;
    what.console_size = {30, 100};
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(started.input.get() != started.output.get());
    CHECK(!started.error);
    CHECK(read_line(started.output) == "30 100\r\n");
    CHECK(watched.spawner->resize_console(started.console, {50, 120}).ok());
    CHECK(watched.spawner->resize_console(started.console, {0, 120}).reason == SpawnReason::bad_argument);
    CHECK(write_all(started.input, "no line end"));
    CHECK(watched.spawner->end_console_input(started.console).ok());
    CHECK(read_to_end(started.output) == "no line end50 120\r\n");
}

TEST(a_console_has_the_ends_that_were_asked_for, "a client that only listens has nothing to close but what it listens to") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    WatchedTree watched;
    CHECK(watched);
    ProcessKey key = 0;
    for (const bool input : {false, true}) {
        for (const bool output : {false, true}) {
            ProcessStart what = shell("test -t 0 && test -t 1 && test -t 2 && exit 5");
            what.console = true;
            what.input = input;
            what.output = output;
            StartedProcess started;
            CHECK(watched.tree->start(what, ++key, &started).ok());
            CHECK(static_cast<bool>(started.input) == input && static_cast<bool>(started.output) == output);
            CHECK(started.console && !started.error && !started.kept_input);
            ProcessEnd end;
            CHECK(watched.recorder->wait_for_end(key, &end));
            CHECK_EQUAL(5, end.exit_code);
        }
    }
}

TEST(a_resized_console_signals_its_process, "a full-screen program redraws on that signal only") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("trap 'stty size; exit 3' WINCH; echo ready; while :; do sleep 0.01; done");
    what.console = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(!started.input);
    CHECK(read_line(started.output) == "ready\r\n");
    CHECK(watched.spawner->resize_console(started.console, {7, 9}).ok());
    CHECK(read_line(started.output) == "7 9\r\n");
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(3, end.exit_code);
}

TEST(a_console_is_the_controlling_terminal, "job control and a typed Ctrl-C depend on it") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("stty -echo; trap 'echo interrupted; exit 4' INT; echo ready > /dev/tty; while :; do sleep 0.01; done");
    what.console = what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "ready\r\n");
    CHECK(write_all(started.input, "\x03"));
    const std::string answer = read_line(started.output);
    if (answer != "interrupted\r\n") fprintf(stderr, "read <%s>\n", answer.c_str());
    CHECK(answer == "interrupted\r\n");
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(4, end.exit_code);
    const UniqueFd none;
    CHECK(watched.spawner->resize_console(none, {1, 1}).reason == SpawnReason::process_gone);
    CHECK(watched.spawner->end_console_input(none).reason == SpawnReason::process_gone);
}
