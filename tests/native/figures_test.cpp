/* Pausing, measuring and listing real processes, through spawn.h. */
#include "ground/timestamp.h"
#include "harness.h"
#include "watched_tree.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <sstream>

using namespace hcsffi;

// Burns this thread's own processor time, so that as much of the clock has passed.
static void burn(std::chrono::milliseconds amount) {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    const long long end = now.tv_sec * 1000LL + now.tv_nsec / 1000000 + amount.count();
    do clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    while (now.tv_sec * 1000LL + now.tv_nsec / 1000000 < end);
}

TEST(a_paused_tree_uses_no_processor_and_a_resumed_one_goes_on, "pause has to stop what forks while it is being stopped, too") {
    if (on_wine()) SKIP("Wine 8 tells the asking process's own times for those of any other");
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what =
        shell("(while :; do sleep 0; done) & (while :; do :; done) & " DAEMON("sh -c 'while :; do sleep 0; done'") "; echo ready; wait");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "ready\n");
    std::vector<ProcessRow> processes;
    const std::size_t living = ON_WINDOWS ? 2 : 4;  // there a shell's subshells are its threads
    do CHECK(watched.tree->list(&processes).ok());
    while (processes.size() < living);
    for (int round = 0; round < 3; ++round) {
        CHECK(watched.tree->pause().ok());
        CHECK(watched.tree->pause().ok());
        CHECK(watched.tree->list(&processes).ok());
        CHECK(processes.size() >= living);
#ifndef _WIN32
        for (const ProcessRow& one : processes) {
            const char state = state_of(static_cast<pid_t>(one.id));
            CHECK(state == 'T' || state == 'D');  // D: a shell in vfork, whose child was stopped before its exec
        }
#endif
        TreeStatistics before;
        TreeStatistics after;
        CHECK(watched.tree->measure(&before).ok());
        burn(std::chrono::milliseconds(60));
        CHECK(watched.tree->measure(&after).ok());
        CHECK_EQUAL(before.user_100ns + before.kernel_100ns, after.user_100ns + after.kernel_100ns);
        StartedProcess refused;
        CHECK(watched.tree->start(shell("exit 0"), 2, &refused).reason == SpawnReason::paused);
        CHECK(watched.tree->resume().ok());
        do {
            CHECK(watched.tree->measure(&after).ok());
        } while (after.user_100ns == before.user_100ns);  // ends only because it runs again; the test's time limit is the other way out
    }
    CHECK(watched.tree->pause().ok());
    CHECK(watched.tree->terminate().ok());
}

TEST(a_paused_tree_writes_nothing_and_a_resumed_one_goes_on, "what a user sees of a pause") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell(DAEMON("sh -c 'while :; do echo daemon; sleep 0.01; done'") "; while :; do echo parent; sleep 0.01; done");
    what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    for (int round = 0; round < 3; ++round) {
        bool heard[2] = {false, false};
        while (!heard[0] || !heard[1]) {
            const std::string line = read_line(started.output);
            CHECK(line == "daemon\n" || line == "parent\n");
            heard[line == "parent\n"] = true;
        }
        CHECK(watched.tree->pause().ok());
        char piece[4096];
        // What was written before the pause; a process that is not paused writes many times within the wait.
        while (!stream_stays_quiet(started.output.get(), 200)) CHECK(stream_read(started.output.get(), piece, sizeof piece) > 0);
        CHECK(watched.tree->resume().ok());
    }
}

TEST(a_paused_process_can_be_killed, "terminating a frozen system must not wait for it to thaw") {
    WatchedTree watched;
    CHECK(watched);
    StartedProcess started;
    CHECK(watched.tree->start(shell("exec sleep 1000"), 1, &started).ok());
    CHECK(watched.tree->pause().ok());
    CHECK(watched.tree->kill(1).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(KILLED, end.exit_code);
}

TEST(figures_count_the_living_and_the_ended, "a container's processor time is that of all it ever ran (B-53)") {
    if (on_wine()) SKIP("Wine 8 tells the asking process's own times for those of any other");
    WatchedTree watched;
    CHECK(watched);
    TreeStatistics empty;
    CHECK(watched.tree->measure(&empty).ok());
    CHECK_EQUAL(0, empty.process_count);
    CHECK_EQUAL(0, empty.commit_bytes);
    const auto before = std::chrono::steady_clock::now();
    StartedProcess started;
    CHECK(watched.tree->start(shell("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"), 1, &started).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    const std::uint64_t used = end.user_100ns + end.kernel_100ns;
    const auto elapsed = std::chrono::steady_clock::now() - before;
    CHECK(used > 100'000);  // 10 ms: two hundred thousand turns of a shell take more on any machine
    CHECK(used <= static_cast<std::uint64_t>(elapsed.count() / 100) + 200'000);
    CHECK(end.peak_working_set_bytes > 100'000);
    TreeStatistics ended;
    CHECK(watched.tree->measure(&ended).ok());
    CHECK(ended.user_100ns + ended.kernel_100ns >= used);
    CHECK_EQUAL(0, ended.process_count);
    CHECK(ended.commit_peak_bytes >= end.peak_working_set_bytes);
    // A child waited for by its parent, the parent still living.
    ProcessStart what = shell("sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; echo done; read line");
    what.input = what.output = true;
    CHECK(watched.tree->start(what, 2, &started).ok());
    CHECK(read_line(started.output) == "done\n");
    TreeStatistics later;
    CHECK(watched.tree->measure(&later).ok());
    CHECK(later.user_100ns + later.kernel_100ns >= ended.user_100ns + ended.kernel_100ns + 100'000);
    CHECK_EQUAL(1, later.process_count);
    CHECK(later.commit_bytes > 0 && later.private_working_set_bytes > 0);
    CHECK(later.commit_peak_bytes >= later.commit_bytes);
}

TEST(reads_and_writes_are_counted_even_of_ended_processes,
     "a job object counts them, and a build's I/O is done by processes that are gone") {
    if (ON_WINDOWS) SKIP("asks dd, and Wine's jobs count nothing");
    WatchedTree watched;
    CHECK(watched);
    TreeStatistics before;
    CHECK(watched.tree->measure(&before).ok());
    StartedProcess started;
    CHECK(watched.tree->start(shell("exec dd if=/dev/zero of=/dev/null bs=1000000 count=10"), 1, &started).ok());
    ProcessEnd end;
    CHECK(watched.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(0, end.exit_code);
    TreeStatistics after;
    CHECK(watched.tree->measure(&after).ok());
    CHECK(after.read_count >= before.read_count + 10);
    CHECK(after.write_count >= before.write_count + 10);
    CHECK(after.read_bytes - before.read_bytes >= 10'000'000 && after.read_bytes - before.read_bytes < 11'000'000);
    CHECK(after.write_bytes - before.write_bytes >= 10'000'000 && after.write_bytes - before.write_bytes < 11'000'000);
    // Measuring is not the system's own doing.
    TreeStatistics again;
    CHECK(watched.tree->measure(&again).ok());
    CHECK(watched.tree->measure(&again).ok());
    CHECK_EQUAL(after.read_bytes, again.read_bytes);
    CHECK_EQUAL(after.read_count, again.read_count);
}

TEST(time_in_the_kernel_is_counted_apart_even_of_a_child_that_has_ended, "what a program has the kernel do is not its own time") {
    if (ON_WINDOWS) SKIP("asks dd, and Wine tells other times");
    WatchedTree watched;
    CHECK(watched);
    TreeStatistics before;
    CHECK(watched.tree->measure(&before).ok());
    ProcessStart what = shell("dd if=/dev/zero of=/dev/null bs=1 count=1000000 2> /dev/null; echo done; read line");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "done\n");
    TreeStatistics after;
    CHECK(watched.tree->measure(&after).ok());
    const std::uint64_t kernel = after.kernel_100ns - before.kernel_100ns;
    CHECK(kernel >= 200'000 && kernel < 600'000'000);  // of two million calls; a minute would be another figure
    CHECK(watched.tree->terminate().ok());
}

TEST(the_process_list_shows_every_descendant_once, "an orphan and a daemon belong to the system as much as what was started (B-56)") {
    WatchedTree watched;
    CHECK(watched);
    constexpr std::int64_t kTick = 1'000'000;
    const std::int64_t before = now_unix_100ns();
    ProcessStart what = shell(DAEMON("sleep 1000") "; read line");
    what.input = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    const std::uint32_t daemon_id = id_beside(*watched.tree, started.id, "sleep");
    std::vector<ProcessRow> processes;
    const auto named = [&processes](std::uint32_t id) {
        const auto found = std::find_if(processes.begin(), processes.end(), [id](const ProcessRow& one) { return one.id == id; });
        return found == processes.end() ? std::string() : found->image_name;
    };
    const auto mapped = [&processes] {
        return std::all_of(processes.begin(), processes.end(), [](const ProcessRow& one) { return one.working_set_shared_bytes > 0; });
    };
    // Both names change within their exec, a little before the program's file is mapped. Nothing else tells of it; the test's time limit is
    // the other way out. Wine has a process before the time it began, for which the host says the present, and shows
    // one name for all hard links of a file, which the programs there are.
    std::vector<ProcessRow> again;
    const auto begun = [&] {
        return processes.size() == 2 && watched.tree->list(&again).ok() &&
               std::equal(
                   processes.begin(), processes.end(), again.begin(), again.end(),
                   [](const ProcessRow& one, const ProcessRow& other) { return one.created_unix_100ns == other.created_unix_100ns; });
    };
    do CHECK(watched.tree->list(&processes).ok());
    while (ON_WINDOWS ? !begun() : named(started.id) != "sh" || named(daemon_id) != "sleep" || !mapped());
    CHECK_EQUAL(2, processes.size());
    for (const ProcessRow& one : processes) {
        CHECK(one.created_unix_100ns >= before - kTick && one.created_unix_100ns <= now_unix_100ns() + kTick);
        CHECK(one.working_set_private_bytes > 0 && one.commit_bytes > 0);
    }
    CHECK(watched.tree->list(&again).ok());
    CHECK_EQUAL(2, again.size());
    for (std::size_t at = 0; at < again.size(); ++at) CHECK_EQUAL(processes[at].created_unix_100ns, again[at].created_unix_100ns);
}

#ifndef _WIN32
TEST(a_name_that_is_no_text_is_shown_all_the_same, "the kernel takes any bytes as a name, and a document takes none that are no UTF-8") {
    WatchedTree watched;
    CHECK(watched);
    ProcessStart what = shell("printf 'o ~\\177\\377\\001' > /proc/$$/comm; echo named; read line");
    what.input = what.output = true;
    StartedProcess started;
    CHECK(watched.tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "named\n");
    std::vector<ProcessRow> processes;
    CHECK(watched.tree->list(&processes).ok());
    CHECK_EQUAL(1, processes.size());
    CHECK(processes[0].image_name == "o ~???");
    CHECK(watched.tree->terminate().ok());
}
#endif

#ifndef _WIN32
namespace {

// What the kernel says of a process by now, in the units of a document: proc(5).
struct Kernel {
    std::uint64_t user = 0, kernel = 0, waited_user = 0, waited_kernel = 0, started = 0;  // 100 ns
    std::uint64_t commit = 0, anonymous = 0, mapped = 0;
    std::uint64_t read_bytes = 0, write_bytes = 0, read_count = 0, write_count = 0;

    explicit Kernel(std::uint32_t id) {
        const std::string folder = "/proc/" + std::to_string(id) + "/", stat = file_text(folder + "stat");
        std::istringstream fields(stat.substr(stat.rfind(')') + 1));
        std::vector<std::string> all;
        for (std::string one; fields >> one;) all.push_back(one);
        const std::uint64_t tick = 10'000'000 / static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK));
        // The third field of the file is the first here.
        const auto ticks = [&](std::size_t field) { return all.size() > field ? std::stoull(all[field - 3]) * tick : 0; };
        user = ticks(14), kernel = ticks(15), waited_user = ticks(16), waited_kernel = ticks(17), started = ticks(22);
        const std::string status = file_text(folder + "status"), counted = file_text(folder + "smaps_rollup");
        commit = (number(status, "VmData:") + number(status, "VmStk:")) * 1024;
        anonymous = number(status, "RssAnon:") * 1024;
        mapped = (number(status, "RssFile:") + number(status, "RssShmem:")) * 1024;
        if (anonymous + mapped < 4u << 20 && !counted.empty()) {  // below that `status` is rough
            anonymous = number(counted, "Anonymous:") * 1024;
            mapped = number(counted, "Rss:") * 1024 - anonymous;
        }
        const std::string transfers = file_text(folder + "io");
        read_bytes = number(transfers, "rchar:"), write_bytes = number(transfers, "wchar:");
        read_count = number(transfers, "syscr:"), write_count = number(transfers, "syscw:");
    }
    static std::uint64_t number(const std::string& text, const std::string& label) {
        const std::string lines = "\n" + text;
        const std::size_t at = lines.find("\n" + label);
        return at == std::string::npos ? 0 : std::stoull(lines.substr(at + 1 + label.size()));
    }
};

bool same(std::uint64_t expected, std::uint64_t actual) {
    if (expected != actual)
        fprintf(stderr, "expected %llu, got %llu\n", static_cast<unsigned long long>(expected), static_cast<unsigned long long>(actual));
    return expected == actual;
}

bool rows_are_the_kernels(ProcessTree& tree, const std::string& script, const std::string& name) {
    TreeStatistics before, after;
    CHECK_OR(tree.measure(&before).ok(), false);
    ProcessStart what = shell(script + "; printf '" + name + "' > /proc/$$/comm; echo done; read line");
    what.input = what.output = true;
    StartedProcess started;
    CHECK_OR(tree.start(what, 1, &started).ok(), false);
    CHECK_OR(read_line(started.output) == "done\n", false);
    while (state_of(static_cast<pid_t>(started.id)) !=
           'S') {  // until then it is on its way to reading; the test's limit is the other way out
    }
    std::vector<ProcessRow> rows;
    Kernel earlier(started.id), told = earlier;
    do {  // the machine may take pages back meanwhile
        earlier = Kernel(started.id);
        CHECK_OR(tree.list(&rows).ok() && tree.measure(&after).ok(), false);
        told = Kernel(started.id);
    } while (memcmp(&earlier, &told, sizeof told) != 0);
    CHECK_OR(rows.size() == 1 && rows[0].id == started.id && rows[0].image_name == name, false);
    CHECK_OR(rows[0].user_100ns == told.user && rows[0].kernel_100ns == told.kernel, false);
    CHECK_OR(rows[0].commit_bytes == told.commit, false);
    CHECK_OR(rows[0].working_set_private_bytes == told.anonymous && rows[0].working_set_shared_bytes == told.mapped, false);
    timespec now{}, since_boot{};
    clock_gettime(CLOCK_BOOTTIME, &since_boot);
    clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t boot = (now.tv_sec - since_boot.tv_sec) * 10'000'000LL + (now.tv_nsec - since_boot.tv_nsec) / 100;
    constexpr std::int64_t kClocks = 10'000'000;  // who sets the machine's clock meanwhile moves it by less than a second
    CHECK_OR(std::abs(rows[0].created_unix_100ns - boot - static_cast<std::int64_t>(told.started)) < kClocks, false);
    CHECK_OR(same(told.user + told.waited_user, after.user_100ns - before.user_100ns), false);
    CHECK_OR(same(told.kernel + told.waited_kernel, after.kernel_100ns - before.kernel_100ns), false);
    CHECK_OR(told.waited_user + told.waited_kernel > 0, false);
    CHECK_OR(after.process_count == 1 && after.commit_bytes == told.commit && after.private_working_set_bytes == told.anonymous, false);
    CHECK_OR(after.commit_peak_bytes >= told.commit, false);
    CHECK_OR(same(told.read_bytes, after.read_bytes - before.read_bytes), false);
    CHECK_OR(same(told.write_bytes, after.write_bytes - before.write_bytes), false);
    CHECK_OR(same(told.read_count, after.read_count - before.read_count), false);
    CHECK_OR(same(told.write_count, after.write_count - before.write_count), false);
    return true;
}

}  // namespace

TEST(figures_of_a_living_process_are_those_of_the_kernel,
     "whoever compares them with top has to find the same, with the children it waited for") {
    const std::string work =
        "sh -c 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done'; dd if=/dev/zero of=/dev/null bs=1000 count=7 2> /dev/null";
    WatchedTree small;
    CHECK(small);
    CHECK(rows_are_the_kernels(*small.tree, work, "a) b (c"));
    WatchedTree big;  // too big for its pages to be counted one by one
    CHECK(big);
    CHECK(rows_are_the_kernels(*big.tree, work + "; x=$(head -c 8000000 /dev/zero | tr '\\0' x)", "sixteen letters"));
}
#endif

TEST(times_are_written_to_the_tick, "HCS documents carry seven digits, and losing one breaks comparing") {
    CHECK(timestamp_text(0) == "1970-01-01T00:00:00.0000000Z");
    CHECK(timestamp_text(9'999'999) == "1970-01-01T00:00:00.9999999Z");
    CHECK(timestamp_text(-1) == "1969-12-31T23:59:59.9999999Z");
    CHECK(timestamp_text(951'782'400LL * 10'000'000 + 5) == "2000-02-29T00:00:00.0000005Z");
}
