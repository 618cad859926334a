/* Streams of processes through the plain C ABI: bytes, ends, consoles (C-3 to C-8). */
#include "harness.h"
#include "hcs_client.h"

#define INPUT "\"CreateStdInPipe\":true"
#define OUTPUT "\"CreateStdOutPipe\":true"
#define ERROR_ "\"CreateStdErrPipe\":true"
#define CONSOLE "\"EmulateConsole\":true,\"ConsoleSize\":[30,100]"

TEST(all_three_streams_are_separate, "output and errors go to different places") {
    HCS_SYSTEM system = running_system("streams");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("cat; echo complaint >&2; exit 3", INPUT "," OUTPUT "," ERROR_), &process));
    CHECK(process.input >= 3 && process.output >= 3 && process.error >= 3);
    CHECK(write_all(process.input, "to and fro", 10));
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    let_go(&process.input);
    CHECK(reads(process.output, "to and fro"));
    CHECK(reads(process.error, "complaint\n"));
    CHECK_EQUAL(3, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(closing_ones_own_end_is_not_the_end_of_the_input, "the service keeps a duplicate until it is told (C-5)") {
    HCS_SYSTEM system = running_system("c5");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("cat; echo end", INPUT "," OUTPUT), &process));
    CHECK(write_all(process.input, "first\n", 6));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    let_go(&process.input);
    CHECK(stream_stays_quiet(process.output, 100));
    PWSTR text = NULL;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForProcessExit(process.handle, 0, &text));
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    CHECK(reads(process.output, "end\n"));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

struct feed {
    stream to;
    size_t bytes;
    int done;
};

static unsigned char pattern_at(size_t place) { return (unsigned char)(place * 2654435761u >> 13); }

static void *feed_pattern(void *argument) {
    struct feed *feed = (struct feed *)argument;
    static char piece[1 << 16];
    for (size_t total = 0; total < feed->bytes;) {
        const size_t part = feed->bytes - total < sizeof piece ? feed->bytes - total : sizeof piece;
        for (size_t at = 0; at < part; ++at) piece[at] = (char)pattern_at(total + at);
        if (!write_all(feed->to, piece, part)) return NULL;
        total += part;
    }
    feed->done = 1;
    return NULL;
}

TEST(a_hundred_megabytes_come_back_as_they_went, "any byte, any amount, no loss at the end (C-7)") {
    enum { BYTES = 100 * 1000 * 1000 };
    HCS_SYSTEM system = running_system("bulk");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, "{\"CommandLine\":\"cat\"," INPUT "," OUTPUT "}", &process));
    struct feed feed = {process.input, BYTES, 0};
    pthread_t feeder;
    CHECK_EQUAL(0, pthread_create(&feeder, NULL, feed_pattern, &feed));
    static unsigned char piece[1 << 17];
    size_t total = 0, wrong = 0;
    while (total < BYTES) {
        const ptrdiff_t got = stream_read(process.output, piece, sizeof piece);
        if (got <= 0) break;
        for (ptrdiff_t at = 0; at < got; ++at) wrong += piece[at] != pattern_at(total + (size_t)at);
        total += (size_t)got;
    }
    pthread_join(feeder, NULL);
    CHECK_EQUAL(1, feed.done);
    CHECK_EQUAL(BYTES, total);
    CHECK_EQUAL(0, wrong);
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    let_go(&process.input);
    CHECK_EQUAL(0, stream_read(process.output, piece, sizeof piece));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(output_waits_in_the_pipe_after_the_exit, "the exit event comes before the last bytes are read (C-7)") {
    HCS_SYSTEM system = running_system("c7");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("head -c 60000 /dev/zero", OUTPUT), &process));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    HcsCloseProcess(process.handle);
    process.handle = NULL;
    end_system(system);
    size_t length = 0;
    free(read_to_end(process.output, &length));
    CHECK_EQUAL(60000, length);
    release_process(&process);
    CHECK(nothing_is_left());
}

TEST(unread_output_blocks_the_process_until_terminate, "a pipe holds so much and no more (C-8)") {
    HCS_SYSTEM system = running_system("c8");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("exec yes", OUTPUT), &process));
    PWSTR text = NULL;
    CHECK_EQUAL(OPERATION_TIMEOUT_, HcsWaitForProcessExit(process.handle, 50, &text));
    CHECK_EQUAL(0, terminate_system(system));
    CHECK_EQUAL(KILLED, exit_code_of(process.handle));
    release_process(&process);
    HcsCloseComputeSystem(system);
    CHECK(nothing_is_left());
}

TEST(a_reader_that_leaves_early_does_not_disturb, "head-like clients close the output while it is written") {
    HCS_SYSTEM system = running_system("early");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("exec yes", OUTPUT), &process));
    char piece[100];
    CHECK_EQUAL(100, stream_read(process.output, piece, sizeof piece));
    let_go(&process.output);
    CHECK_EQUAL(UNREAD, exit_code_of(process.handle)); /* SIGPIPE, not ignored in the process though it may be in the client */
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(without_pipes_a_process_reads_nothing_and_writes_nowhere, "the client's own streams are not the container's") {
    HCS_SYSTEM system = running_system("none");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("cat && echo dropped && echo dropped >&2 && exit 6", NULL), &process));
    CHECK_EQUAL(-1, process.input);
    CHECK_EQUAL(-1, process.output);
    CHECK_EQUAL(-1, process.error);
    CHECK_EQUAL(6, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_console_is_a_terminal_of_the_size_asked_for, "rows come first, and the error pipe is unused (C-2)") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    HCS_SYSTEM system = running_system("console");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system,
                                 script("stty -echo; test -t 0 && test -t 1 && test -t 2 && stty size; cat; stty size",
                                        CONSOLE "," INPUT "," OUTPUT "," ERROR_),
                                 &process));
    CHECK(process.input >= 3 && process.output >= 3 && process.input != process.output);
    CHECK_EQUAL(-1, process.error);
    char line[64];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK(strcmp(line, "30 100\r\n") == 0);
    CHECK_EQUAL(0, modify_process(process.handle, "{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":50,\"Width\":120}}"));
    CHECK(modify_process(process.handle, "{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":70000,\"Width\":120}}") < 0);
    CHECK(modify_process(process.handle, "{\"Operation\":\"ConsoleSize\"}") < 0);
    CHECK_EQUAL(0, modify_process(process.handle, CLOSE_STDIN));
    CHECK(reads(process.output, "50 120\r\n"));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(typing_ctrl_c_at_a_console_interrupts, "an interactive session depends on the controlling terminal") {
    if (ON_WINDOWS) SKIP(NO_TERMINAL);
    HCS_SYSTEM system = running_system("ctrl-c");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(
        0, start_process(system,
                         script("stty -echo; trap 'exit 4' INT; echo ready; while :; do sleep 0.01; done", CONSOLE "," INPUT "," OUTPUT),
                         &process));
    char line[64];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK(write_all(process.input, "\x03", 1));
    CHECK_EQUAL(4, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_console_size_without_a_console_is_refused, "there is nothing to resize") {
    HCS_SYSTEM system = running_system("no-console");
    struct started_process process;
    CHECK(system);
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", NULL), &process));
    CHECK(modify_process(process.handle, "{\"Operation\":\"ConsoleSize\",\"ConsoleSize\":{\"Height\":50,\"Width\":120}}") < 0);
    CHECK(modify_process(process.handle, "{\"Operation\":\"Unknown\"}") < 0);
    CHECK(modify_process(process.handle, "{}") < 0);
    CHECK(modify_process(process.handle, NULL) < 0);
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(streams_nobody_takes_are_closed_with_the_process_handle, "a client that gives up early must not leak the host's descriptors") {
    const int pipes = open_pipes();
    HCS_SYSTEM system = running_system("untaken");
    CHECK(system);
    for (int turn = 0; turn < 5; ++turn) {
        HCS_PROCESS process = NULL;
        const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
        CHECK(HcsCreateProcess(system, wide(script("exec sleep 1000", INPUT "," OUTPUT "," ERROR_)), operation, NULL, &process) >= 0);
        if (turn % 2 == 0) {
            CHECK_EQUAL(0, outcome_of(0, operation, NULL, NULL)); /* the plain wait takes no pipes */
        } else {
            HcsCloseOperation(operation); /* nobody waits at all */
        }
        HcsCloseProcess(process);
    }
    end_system(system);
    CHECK(nothing_is_left());
    CHECK_EQUAL(pipes, open_pipes());
}
