/* The guard of all and a reaper of its making, spoken to as their client speaks (processes/reaper/protocol.h), and as no client would: what
 * they take, what they refuse, and what each of their words says. */
#include "guard_alone.h"

static int be_another(int count, char** arguments);
#define HARNESS_MODES be_another
#include "harness.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstring>
#include <thread>
#include <utility>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"
#include "replaced_call.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;

static std::size_t most_written = SIZE_MAX;  // at once

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count) {
    static const auto real = original<ssize_t (*)(int, const void*, size_t)>(__func__);
    return real(descriptor, bytes, std::min(count, most_written));
}

namespace {

/* One that has more memory than the kernel counts roughly, and says so. */
const std::string kHolder = plan_of_shell("v=$(printf %4000000d 0); echo; sleep 1000");

using Answers = std::vector<std::pair<std::uint32_t, int>>;

constexpr ProcessKey kKeyOfHasty = 5;

}  // namespace

/* Answers what it was asked, tells of an exit, says that all is over and ends, all while the client is stopped, without having read the
 * request. */
static void be_a_hasty_reaper(int socket, pid_t client) {
    const UniqueFd self(open_process(getpid()));
    const auto say = [socket](Say what, std::uint32_t ticket, int status, const std::vector<int>& with) {
        const Report report{what, ticket, kKeyOfHasty, getpid(), 0, Stage::none, status, 0, 0, 0, 0};
        (void)send_with_descriptors(socket, &report, sizeof report, with, 0);
    };
    say(Say::ready, 0, 0, {fd_of(self)});
    Request asked{};
    if (recv(socket, &asked, sizeof asked, MSG_PEEK) <= 0) return;
    kill(client, SIGSTOP);
    while (state_of(client) != 'T') poll(nullptr, 0, 1);
    say(Say::ended, 0, 3 << 8, {});
    say(Say::answer, asked.ticket, 0, {});
    say(Say::over, 0, 0, {});
    close(socket);
    kill(client, SIGCONT);
}

/* Uses more than a second of processor time, and says in Figures what the kernel says of that. */
struct Figures {
    std::uint64_t used_100ns, peak_bytes;
};

static int burn() {
    const auto turn = [] {
        timespec now{};
        do clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        while (now.tv_sec == 0 && now.tv_nsec < 600'000'000);
    };
    std::thread other(turn);
    turn();
    other.join();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto in_100ns = [](const timeval& time) { return static_cast<std::uint64_t>(time.tv_sec * 1'000'000 + time.tv_usec) * 10; };
    const Figures figures{in_100ns(used.ru_utime) + in_100ns(used.ru_stime), static_cast<std::uint64_t>(used.ru_maxrss) * 1024};
    _exit(write(1, &figures, sizeof figures) == static_cast<ssize_t>(sizeof figures) ? 5 : 1);
}

/* Has a child that waits for it to go on, as one under a debugger does. */
static int debug() {
    const pid_t traced = fork();
    if (traced == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const char no = 'n';
        if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(write(1, &no, 1) == 1 ? 0 : 1);
        raise(SIGSTOP);
        _exit(0);
    }
    int status = 0;
    waitpid(traced, &status, 0);
    const char yes = 'y';
    if (WIFSTOPPED(status) && write(1, &yes, 1) != 1) return 1;
    for (;;) pause();
}

/* Has a second thread, which has a child, and says the number of both. */
static int be_two_threads() {
    std::thread([] {
        const pid_t child = fork();
        if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;) pause();
        }
        const pid_t both[] = {static_cast<pid_t>(syscall(SYS_gettid)), child};
        if (write(1, both, sizeof both) != static_cast<ssize_t>(sizeof both)) _exit(1);
        for (;;) pause();
    }).join();
    return 1;
}

/* The mode in which this program is a guard of all, or a program of a tree. */
static int be_another(int count, char** arguments) {
    if (count == 2 && strcmp(arguments[1], "--burn") == 0) return burn();
    if (count == 2 && strcmp(arguments[1], "--debug") == 0) return debug();
    if (count == 2 && strcmp(arguments[1], "--two-threads") == 0) return be_two_threads();
    if (count < 2 || strcmp(arguments[1], kGuardOfAll) != 0) return -1;
    char group[kMostGroupPath];
    std::vector<int> given;
    if (receive_with_descriptors<1>(kSocket, group, sizeof group, &given, 0) <= 0 || given.size() != 1) return 1;
    const pid_t client = getppid();
    const pid_t reaper = fork();
    if (reaper == 0) {
        be_a_hasty_reaper(given[0], client);
        _exit(0);
    }
    close(given[0]);
    int status = -1;
    waitpid(reaper, &status, 0);
    char nothing = 0;
    _exit(recv(kSocket, &nothing, 1, 0) <= 0 ? status : 1);  // without what a client's program writes down at its end
}

TEST(a_tree_is_made_and_its_last_word_is_the_guard_s, "all is over when the guard says so, and then nobody holds the socket") {
    GuardAlone guard;
    Tree tree = guard.tree(), other = guard.tree();
    for (Tree* one : {&tree, &other}) {
        const Report ready = one->word();
        CHECK(ready.say == Say::ready && ready.error == 0 && ready.status == 0 && ready.pid > 0);
        CHECK(one->reaper);
    }
    CHECK_EQUAL(2, children_of(guard.pid).size());
    CHECK(tree.start(7, kSleep) == kDone);
    tree.ask(Ask::terminate);
    const Report ended = tree.word();
    CHECK(ended.say == Say::ended && ended.key == 7 && WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGKILL);
    CHECK(tree.answer() == kDone);
    const Report over = tree.word();
    CHECK(over.say == Say::over && over.error == 0 && over.status == 0);
    CHECK(tree.is_over());
    other.ask(Ask::alive);
    CHECK(other.answer() == kDone);
    CHECK_EQUAL(1, children_of(guard.pid).size());
    other.socket.reset();
    CHECK(is_readable(other.reaper));  // its client has let go of it
    CHECK_EQUAL(0, guard.let_go());
}

TEST(what_is_no_order_makes_no_tree, "a group's name that is cut off would be another group") {
    GuardAlone guard;
    auto [mine, theirs] = socket_ends();
    auto [more, others] = socket_ends();
    CHECK(guard.order("no end", {fd_of(theirs)}));
    CHECK(guard.order(std::string(1, '\0'), {}));
    CHECK(guard.order(std::string(1, '\0'), {fd_of(others), fd_of(others)}));
    theirs.reset();
    others.reset();
    char nothing = 0;
    CHECK(is_readable(mine) && recv(fd_of(mine), &nothing, 1, 0) == 0);  // what came with it is closed
    CHECK(is_readable(more));
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    CHECK_EQUAL(1, children_of(guard.pid).size());
    tree.ask(Ask::terminate);
    CHECK(tree.answer() == kDone && tree.word().say == Say::over);
    CHECK_EQUAL(0, guard.let_go());
}

TEST(a_guard_that_is_let_go_of_ends_with_its_last_tree, "the systems of a client live as long as he holds them") {
    CHECK_EQUAL(0, GuardAlone().let_go());
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    shutdown(fd_of(guard.socket), SHUT_RDWR);
    CHECK(tree.start(1, kSleep) == kDone);
    tree.ask(Ask::terminate);
    CHECK(tree.word().say == Say::ended && tree.answer() == kDone && tree.word().say == Say::over);
    CHECK_EQUAL(0, guard.let_go());
}

TEST(what_a_killed_reaper_leaves_is_ended_and_the_guard_is_at_rest, "a guard that went on looking would take a processor for nothing") {
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(ready.say == Say::ready && tree.start(1, kSleep) == kDone);
    const std::vector<pid_t> programs = children_of(ready.pid);
    CHECK_EQUAL(1, programs.size());
    const LifeOf program(static_cast<std::uint32_t>(programs[0]));
    CHECK(kill(ready.pid, SIGKILL) == 0);
    const Report over = tree.word();
    CHECK(over.say == Say::over && over.error == 0 && WIFSIGNALED(over.status) && WTERMSIG(over.status) == SIGKILL);
    CHECK(tree.is_over() && program.ends_in_time());
    Tree next = guard.tree();
    CHECK(next.word().say == Say::ready);
    CHECK_EQUAL(1, children_of(guard.pid).size());
    next.ask(Ask::terminate);
    CHECK(next.answer() == kDone && next.word().say == Say::over);
    CHECK_EQUAL(0, guard.let_go());
}

TEST(a_group_that_cannot_be_made_is_told_with_the_first_word, "its programs stay outside, and who asks what ends them has to know") {
    GuardAlone guard;
    Tree tree = guard.tree("/no/such/place/for-a-group");
    const Report ready = tree.word();
    CHECK(ready.say == Say::ready && ready.error == 0);
    CHECK_EQUAL(ENOENT, ready.status);
    tree.kept_out = ENOENT;
    CHECK(tree.start(1, kSleep) == kDone);
    GuardAlone own({"/no/such/place/for-a-group"});
    Tree its = own.own_tree();
    const Report told = its.word();
    CHECK(told.say == Say::ready && told.error == 0);
    CHECK_EQUAL(ENOENT, told.status);
}

TEST(figures_are_told_in_the_file_that_came_with_the_request, "an answer has no room for them, and says how many there are") {
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(ready.say == Say::ready);
    for (const std::uint64_t key : {1, 2}) CHECK(tree.start(key, kSleep) == kDone);
    const UniqueFd file(open_memory("figures", false));
    tree.ask(Ask::measure, 0, 0, {fd_of(file)});
    Measured measured{};
    CHECK(tree.answer() == kDone && read(fd_of(file), &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured));
    CHECK_EQUAL(2, measured.process_count);
    const UniqueFd list(open_memory("rows", false));
    tree.ask(Ask::list, 0, 0, {fd_of(list)});
    const Report answer = tree.word();
    CHECK(answer.say == Say::answer && answer.ticket == tree.tickets && answer.error == 0 && answer.pid == 0 && answer.status == 0);
    CHECK_EQUAL(2, answer.rows);
    Row rows[3] = {};
    CHECK(read(fd_of(list), rows, sizeof rows) == static_cast<ssize_t>(2 * sizeof(Row)));
    const std::vector<pid_t> programs = children_of(ready.pid);
    for (int at = 0; at < 2; ++at) {
        CHECK(strcmp(rows[at].name, "sleep") == 0);
        CHECK(std::count(programs.begin(), programs.end(), static_cast<pid_t>(rows[at].pid)) == 1);
    }
}

TEST(a_guard_takes_all_descriptors_it_may_and_its_reapers_the_usual_number, "a program has the limit of its client") {
    rlimit before{};
    CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0 && before.rlim_max > 100);
    const rlimit few{100, before.rlim_max};
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(ready.say == Say::ready);
    rlimit of_guard{}, of_reaper{};
    CHECK(prlimit(guard.pid, RLIMIT_NOFILE, nullptr, &of_guard) == 0 && prlimit(ready.pid, RLIMIT_NOFILE, nullptr, &of_reaper) == 0);
    CHECK_EQUAL(before.rlim_max, of_guard.rlim_cur);
    CHECK_EQUAL(100, of_reaper.rlim_cur);
    CHECK_EQUAL(before.rlim_max, of_reaper.rlim_max);
}

TEST(what_no_client_asks_is_refused_by_its_reason, "both sides are of one build, and a word that was cut off must not be another one") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    tree.ask(static_cast<Ask>(99));
    CHECK(tree.answer() == std::make_pair(EINVAL, Stage::none));
    CHECK(send(fd_of(tree.socket), "short", 5, 0) == 5);  // no request: no answer
    const UniqueFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    tree.ask(Ask::start, 1, 0, {fd_of(nothing), fd_of(nothing), fd_of(nothing)});
    CHECK(tree.answer() == std::make_pair(EMFILE, Stage::streams));
    for (const Ask figures : {Ask::measure, Ask::list}) {
        tree.ask(figures);
        CHECK(tree.answer() == std::make_pair(EMFILE, Stage::none));
    }
    for (const Ask signal : {Ask::signal_one, Ask::signal_group}) {
        tree.ask(signal, 1, SIGTERM);
        CHECK(tree.answer() == std::make_pair(ESRCH, Stage::none));
    }
    CHECK(tree.start(1, kSleep) == kDone);
    CHECK(tree.start(1, kSleep) == std::make_pair(EEXIST, Stage::key));
    tree.ask(Ask::signal_one, 1, 4096);
    CHECK(tree.answer() == std::make_pair(EINVAL, Stage::none));
    tree.ask(Ask::pause);
    CHECK(tree.answer() == kDone);
    CHECK(tree.start(2, kSleep) == std::make_pair(EBUSY, Stage::paused));
    tree.ask(Ask::pause);
    CHECK(tree.answer() == kDone);
    tree.ask(Ask::resume);
    CHECK(tree.answer() == kDone && tree.start(2, kSleep) == kDone);
}

TEST(a_plan_that_is_none_starts_nothing, "texts that are missing or left over are not those of a program") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    const std::string unended = kSleep.substr(0, kSleep.size() - 1);
    const std::string plans[] = {"",
                                 kSleep.substr(0, sizeof(Plan) - 1),
                                 plan_of({}, 0),
                                 plan_of({}, 1),
                                 unended,
                                 plan_of({"sleep", "/"}, 0),
                                 plan_of({"sleep"}, 0),
                                 plan_of({"sleep", "/"}, 1),
                                 plan_of({"sleep", "/", "sleep"}, 2),
                                 plan_of({"sleep", "/", "sleep", "1", "more"}, 2),
                                 plan_of({"sleep", "/", "sleep", "1"}, 2, 1),
                                 plan_of({"sleep", "/", "sleep", "1"}, 2, 0, 1000)};
    for (const std::string& plan : plans) CHECK(tree.start(1, plan) == std::make_pair(EINVAL, Stage::plan));
    CHECK(tree.start(1, plan_of({"sleep", "/", "sleep", "1000", "A=1"}, 2, 1)) == kDone);
    CHECK(tree.start(2, plan_of({"abc", "sleep", "/", "sleep", "1000"}, 2, 0, 1)) == kDone);  // the four bytes of one group
    tree.ask(Ask::terminate);
    for (const std::uint64_t key : {1, 2}) {
        const Report ended = tree.word();
        CHECK(ended.say == Say::ended && (ended.key == key || ended.key == 3 - key));
    }
    CHECK(tree.answer() == kDone);
}

TEST(what_was_said_before_an_end_with_a_request_unread_is_heard, "a status would be lost when a request crosses the end of its system") {
    const auto spawner = make_spawner(own_path());
    const auto recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree;
    CHECK(spawner->open_tree(recorder, &tree).ok());
    CHECK(tree->terminate().ok());
    CHECK_EQUAL(1, recorder->end_calls());
    ProcessEnd end;
    CHECK(recorder->wait_for_end(kKeyOfHasty, &end) && end.exit_code == 3);
    CHECK_EQUAL(0, recorder->losses());
}

TEST(each_word_says_what_it_is_for_and_nothing_more, "what stands where nothing is to be said would be taken for a figure one day") {
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    const std::vector<pid_t> reapers = children_of(guard.pid);
    CHECK_EQUAL(1, reapers.size());
    CHECK(is({Say::ready, 0, 0, reapers[0], 0, Stage::none, 0, 0, 0, 0, 0}, ready));
    CHECK(tree.start(7, kSleep) == kDone);
    const std::vector<pid_t> programs = children_of(ready.pid);
    CHECK(programs.size() == 1 && programs[0] == tree.started);
    CHECK(tree.start(8, plan_of_shell("exit 3")) == kDone);
    const pid_t other = tree.started;
    Report ended = tree.word();
    CHECK(ended.peak_bytes > 0);
    ended.user_100ns = ended.kernel_100ns = ended.peak_bytes = 0;
    CHECK(is({Say::ended, 0, 8, other, 0, Stage::none, 3 << 8, 0, 0, 0, 0}, ended));
    tree.ask(Ask::signal_one, 7, SIGTERM);
    CHECK(tree.answer() == kDone);
    ended = tree.word();
    ended.user_100ns = ended.kernel_100ns = ended.peak_bytes = 0;
    CHECK(is({Say::ended, 0, 7, programs[0], 0, Stage::none, SIGTERM, 0, 0, 0, 0}, ended));
    tree.ask(Ask::terminate);
    CHECK(tree.answer() == kDone && is_over_with(0, 0, tree.word()) && tree.is_over());
}

TEST(the_times_and_the_memory_of_an_ended_program_are_the_kernels, "nobody else can tell them any more, and somebody may pay for them") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    int ends[2];
    CHECK(pipe2(ends, O_CLOEXEC) == 0);
    const UniqueFd reading(ends[0]), writing(ends[1]);
    CHECK(tree.start(1, plan_of({own_path(), "/", "burning", "--burn"}, 2), ends[1]) == kDone);
    Figures own{};
    CHECK(read(ends[0], &own, sizeof own) == static_cast<ssize_t>(sizeof own));
    const Report ended = tree.word();
    CHECK(ended.say == Say::ended && ended.status == 5 << 8);
    constexpr std::uint64_t kToEnd = 100'000; /* 10 ms: all that it still has to do */
    const std::uint64_t used = ended.user_100ns + ended.kernel_100ns;
    if (used < own.used_100ns || used > own.used_100ns + kToEnd)
        fprintf(stderr, "%llu, and by itself %llu\n", static_cast<unsigned long long>(used),
                static_cast<unsigned long long>(own.used_100ns));
    CHECK(own.used_100ns > 11'000'000 && used >= own.used_100ns && used <= own.used_100ns + kToEnd);
    CHECK(ended.peak_bytes % 4096 == 0 && ended.peak_bytes >= own.peak_bytes && ended.peak_bytes < 2 * own.peak_bytes);
    const UniqueFd file(open_memory("figures", false));
    tree.ask(Ask::measure, 0, 0, {fd_of(file)});
    Measured measured{};
    CHECK(tree.answer() == kDone && read(fd_of(file), &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured));
    CHECK_EQUAL(ended.user_100ns, measured.user_100ns);
    CHECK_EQUAL(ended.kernel_100ns, measured.kernel_100ns);
    CHECK_EQUAL(ended.peak_bytes, measured.commit_peak_bytes);
    CHECK(measured.process_count == 0 && measured.commit_bytes == 0 && measured.private_bytes == 0);
}

TEST(what_is_asked_at_once_is_answered_in_its_order, "requests cross, and each must be told what became of it: at the end, too") {
    const struct {
        std::vector<Ask> asked; /* `start` makes a second program, `limit_memory` allows one byte */
        Answers expected;
    } rows[] = {{{Ask::pause, Ask::terminate}, {{2, ECANCELED}, {3, 0}}},
                {{Ask::pause, Ask::resume}, {{2, ECANCELED}, {3, 0}}},
                {{Ask::pause, Ask::pause}, {{2, 0}, {3, 0}}},
                {{Ask::pause, Ask::start}, {{3, EBUSY}, {2, 0}}},
                {{Ask::pause, Ask::limit_memory}, {{3, 0}, {2, ECANCELED}}},
                {{Ask::pause, Ask::alive}, {{3, 0}, {2, 0}}},
                {{Ask::start, Ask::pause}, {{2, 0}, {3, 0}}},
                {{Ask::terminate, Ask::alive}, {{3, 0}, {2, 0}}},
                {{Ask::terminate, Ask::start}, {{3, ECANCELED}, {2, 0}}},
                {{Ask::terminate, Ask::pause}, {{3, ECANCELED}, {2, 0}}},
                {{Ask::terminate, Ask::terminate}, {{2, 0}, {3, 0}}}};
    for (const auto& row : rows) {
        GuardAlone guard;
        Tree tree = guard.tree();
        const Report ready = tree.word();
        int ends[2];
        CHECK(pipe2(ends, O_CLOEXEC) == 0);
        const UniqueFd reading(ends[0]), writing(ends[1]);
        char holds = 0;
        CHECK(tree.start(1, kHolder, ends[1]) == kDone && read(ends[0], &holds, 1) == 1);
        guard.while_stopped(ready.pid, [&] {
            for (const Ask one : row.asked) {
                if (one == Ask::start) tree.ask_start(2, kSleep);
                if (one != Ask::start) tree.ask(one, 1);
            }
        });
        const Answers told = tree.answers(row.expected.size());
        if (told != row.expected) {
            for (const auto& [ticket, error] : told) fprintf(stderr, "row %d: %u %d\n", static_cast<int>(&row - rows), ticket, error);
        }
        CHECK(told == row.expected);
        tree.socket.reset();
        CHECK_EQUAL(0, guard.let_go());
    }
}

TEST(whoever_takes_too_much_memory_is_ended_and_it_is_said_before, "a client that sees only ends looks for the fault in its programs") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    tree.ask(Ask::limit_memory, 1);
    CHECK(tree.answer() == kDone); /* there is nobody yet */
    CHECK(tree.start(1, kHolder) == kDone);
    CHECK(is({Say::ran_out, 0, 0, 0, 0, Stage::none, 0, 0, 0, 0, 0}, tree.word()));
    const Report ended = tree.word();
    CHECK(ended.say == Say::ended && ended.key == 1 && ended.status == SIGKILL);
    CHECK(is_over_with(0, 0, tree.word()) && tree.is_over());
}

TEST(answers_wait_for_a_client_that_does_not_read_and_none_is_lost, "a thread that waits for the one that was lost would wait for ever") {
    constexpr std::uint32_t kMany = 1500;
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    for (std::uint32_t at = 0; at < kMany; ++at) tree.ask(Ask::alive);
    for (std::uint32_t at = 1; at <= kMany; ++at) CHECK(is({Say::answer, at, 0, 0, 0, Stage::none, 0, 0, 0, 0, 0}, tree.word()));
    CHECK(!tree.reaper || comes_to_rest(children_of(guard.pid)[0]));
}

TEST(as_many_processors_are_left_as_are_asked_for_of_the_tree, "who asks for one must not have two, and none is no limit") {
    cpu_set_t all, left;
    CHECK(sched_getaffinity(0, sizeof all, &all) == 0);
    const auto count = static_cast<std::uint64_t>(CPU_COUNT(&all));
    if (count < 2) SKIP("this machine has one processor");
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(tree.start(1, kSleep) == kDone);
    const pid_t tree_of[] = {ready.pid, tree.started};
    for (const std::uint64_t asked :
         {std::uint64_t{1}, count - 1, count, std::uint64_t{1}, count + 1, std::uint64_t{1}, std::uint64_t{0}}) {
        tree.ask(Ask::limit_processors, asked);
        CHECK(tree.answer() == kDone);
        for (const pid_t one : tree_of) {
            CHECK(sched_getaffinity(one, sizeof left, &left) == 0);
            CHECK_EQUAL(asked == 0 ? count : std::min(asked, count), CPU_COUNT(&left));
            CPU_AND(&left, &left, &all);
            CHECK_EQUAL(asked == 0 ? count : std::min(asked, count), CPU_COUNT(&left)); /* of those that were had before */
        }
    }
}

TEST(a_signal_goes_to_the_program_of_its_key, "the first of many would be ended in the place of another") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    for (const std::uint64_t key : {1, 2, 3}) CHECK(tree.start(key, kSleep) == kDone);
    for (const std::uint64_t key : {3, 1, 2}) {
        tree.ask(key == 1 ? Ask::signal_group : Ask::signal_one, key, SIGUSR1);
        CHECK(tree.answer() == kDone);
        const Report ended = tree.word();
        CHECK(ended.say == Say::ended && ended.key == key && ended.status == SIGUSR1);
    }
}

TEST(who_has_ended_or_is_held_by_a_debugger_counts_as_stopped, "a system with one of them could not be paused") {
    for (const bool traced : {false, true}) {
        GuardAlone guard;
        Tree tree = guard.tree();
        const Report ready = tree.word();
        int ends[2];
        CHECK(pipe2(ends, O_CLOEXEC) == 0);
        const UniqueFd reading(ends[0]), writing(ends[1]);
        char said = 0;
        CHECK(tree.start(1, traced ? plan_of({own_path(), "/", "debugger", "--debug"}, 2) : plan_of_shell("exit 0 & echo; exec sleep 1000"),
                         ends[1]) == kDone);
        CHECK(read(ends[0], &said, 1) == 1);
        if (said == 'n') SKIP("nobody may be traced here");
        const std::vector<pid_t> below = children_of(tree.started);
        CHECK_EQUAL(1, below.size());
        while (state_of(below[0]) != (traced ? 't' : 'Z')) poll(nullptr, 0, 1);
        tree.ask(Ask::pause);
        CHECK(tree.answer() == kDone);
        CHECK(state_of(tree.started) == 'T' && state_of(below[0]) == (traced ? 't' : 'Z'));
        const UniqueFd file(open_memory("figures", false));
        tree.ask(Ask::measure, 0, 0, {fd_of(file)});
        Measured measured{};
        CHECK(tree.answer() == kDone && read(fd_of(file), &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured));
        CHECK_EQUAL(traced ? 2 : 1, measured.process_count); /* one that has ended is none any more */
        tree.ask(Ask::list, 0, 0, {fd_of(file)});
        CHECK_EQUAL(traced ? 2 : 1, tree.word().rows);
        CHECK(comes_to_rest(ready.pid) && comes_to_rest(guard.pid));
        tree.ask(Ask::resume);
        CHECK(tree.answer() == kDone);
        while (state_of(tree.started) == 'T') poll(nullptr, 0, 1);
    }
}

TEST(nothing_that_came_with_a_request_is_kept, "a reaper lives for days, and has as many descriptors as a program") {
    constexpr std::size_t kOwn = 8; /* streams, socket, children, owner, and two files of its own account */
    GuardAlone guard;
    Tree first = guard.tree();
    CHECK(first.word().say == Say::ready);
    first.ask(Ask::terminate);
    CHECK(first.answer() == kDone && first.word().say == Say::over && first.is_over());
    const std::vector<std::string> of_guard = held_by(guard.pid);
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(tree.start(1, kSleep) == kDone);
    CHECK(held_by(ready.pid).size() <= kOwn);
    const UniqueFd file(open_memory("figures", false)), nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    for (int round = 0; round < 3; ++round) {
        CHECK(tree.start(2, plan_of({"/no/such/program", "/", "x"}, 1)) == std::make_pair(ENOENT, Stage::program));
        CHECK(tree.start(1, kSleep) == std::make_pair(EEXIST, Stage::key));
        CHECK(tree.start(2, "no plan") == std::make_pair(EINVAL, Stage::plan));
        CHECK(tree.start(2, plan_of_shell("exit 0")) == kDone && tree.word().say == Say::ended);
        tree.ask(Ask::measure, 0, 0, {fd_of(file)});
        CHECK(tree.answer() == kDone);
        tree.ask(Ask::list, 0, 0, {fd_of(file), fd_of(file)});
        CHECK(tree.answer() == std::make_pair(EMFILE, Stage::none));
        tree.ask(static_cast<Ask>(99), 0, 0, {fd_of(nothing), fd_of(nothing), fd_of(nothing), fd_of(nothing)});
        CHECK(tree.answer() == std::make_pair(EINVAL, Stage::none));
        CHECK(send(fd_of(tree.socket), "short", 5, 0) == 5);
        tree.ask(Ask::alive);
        CHECK(tree.answer() == kDone);
        CHECK(held_by(ready.pid).size() <= kOwn);
    }
    CHECK(comes_to_rest(ready.pid));
    tree.ask(Ask::terminate);
    CHECK(tree.word().say == Say::ended && tree.answer() == kDone && tree.word().say == Say::over && tree.is_over());
    CHECK(held_by(guard.pid) == of_guard && comes_to_rest(guard.pid));
}

TEST(what_cannot_be_read_or_written_is_told_by_its_reason, "half a figure is worse than none") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    const UniqueFd plan(open_memory("plan", false)), full(open("/dev/full", O_RDWR | O_CLOEXEC));
    CHECK(write(fd_of(plan), kSleep.data(), kSleep.size()) == static_cast<ssize_t>(kSleep.size()));
    const UniqueFd unread(open(("/proc/self/fd/" + std::to_string(fd_of(plan))).c_str(), O_WRONLY | O_CLOEXEC));
    const UniqueFd unwritten(open(("/proc/self/fd/" + std::to_string(fd_of(plan))).c_str(), O_RDONLY | O_CLOEXEC));
    tree.ask(Ask::list, 0, 0, {fd_of(full)});
    CHECK(tree.answer() == kDone); /* a list of nobody needs no room */
    tree.ask(Ask::start, 1, 0, {fd_of(unread), fd_of(full), fd_of(full), fd_of(full)});
    CHECK(tree.answer() == std::make_pair(EBADF, Stage::fork));
    tree.ask(Ask::start, 1, 0, {fd_of(unwritten), fd_of(full), fd_of(full), fd_of(full)});
    CHECK(tree.answer() == kDone);
    for (const Ask figures : {Ask::measure, Ask::list}) {
        for (const auto& [file, error] : {std::make_pair(&full, ENOSPC), std::make_pair(&unwritten, EBADF)}) {
            tree.ask(figures, 0, 0, {fd_of(*file)});
            const Report told = tree.word();
            CHECK(is({Say::answer, tree.tickets, 0, 0, error, Stage::none, 0, 0, 0, 0, figures == Ask::list ? 1u : 0u}, told));
        }
    }
}

TEST(what_a_thread_has_made_is_found_and_what_is_told_to_a_process_is_told_to_its_threads,
     "a child belongs to the thread that made it, and so do the processors") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    int ends[2];
    CHECK(pipe2(ends, O_CLOEXEC) == 0);
    const UniqueFd reading(ends[0]), writing(ends[1]);
    CHECK(tree.start(1, plan_of({own_path(), "/", "threads", "--two-threads"}, 2), ends[1]) == kDone);
    pid_t both[2] = {};
    CHECK(read(ends[0], both, sizeof both) == static_cast<ssize_t>(sizeof both));
    const UniqueFd list(open_memory("rows", false));
    tree.ask(Ask::list, 0, 0, {fd_of(list)});
    CHECK_EQUAL(2, tree.word().rows);
    Row rows[2] = {};
    CHECK(read(fd_of(list), rows, sizeof rows) == static_cast<ssize_t>(sizeof rows));
    CHECK(static_cast<pid_t>(rows[0].pid) == tree.started && static_cast<pid_t>(rows[1].pid) == both[1]); /* the older first */
    tree.ask(Ask::limit_processors, 1);
    CHECK(tree.answer() == kDone);
    for (const pid_t one : {tree.started, both[0], both[1]}) {
        cpu_set_t left;
        CHECK(sched_getaffinity(one, sizeof left, &left) == 0);
        CHECK_EQUAL(1, CPU_COUNT(&left));
    }
    const LifeOf child(static_cast<std::uint32_t>(both[1]));
    tree.ask(Ask::terminate);
    CHECK(tree.word().say == Say::ended && tree.answer() == kDone && state_of(both[1]) == '\0');
}

TEST(a_start_that_fails_says_at_which_step_and_is_all_that_is_said,
     "the host answers each with another HRESULT, and waits for no end (C-9)") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    const std::uint32_t nobody = UINT32_MAX; /* no number of a user or a group: setuid(2) */
    const struct {
        Plan head;
        std::vector<std::string> texts;
        int error, of_user;
        Stage stage;
    } rows[] = {{{kConsole, 0, 0, 0, 1, 0}, {"sleep", "/", "sleep"}, ENOTTY, ENOTTY, Stage::terminal},
                {{kChangeUser, 0, nobody, 0, 1, 0}, {"sleep", "/", "sleep"}, EINVAL, EPERM, Stage::user},
                {{kChangeUser, nobody, 0, 0, 1, 0}, {"sleep", "/", "sleep"}, EINVAL, EPERM, Stage::user},
                {{0, 0, 0, 0, 1, 0}, {"sleep", "/no/such/place", "sleep"}, ENOENT, ENOENT, Stage::directory},
                {{0, 0, 0, 0, 1, 0}, {"sleep", "/dev/null", "sleep"}, ENOTDIR, ENOTDIR, Stage::directory},
                {{0, 0, 0, 0, 1, 0}, {"", "/", "sleep"}, ENOENT, ENOENT, Stage::program},
                {{0, 0, 0, 0, 1, 0}, {"no-such-program", "/", "sleep"}, ENOENT, ENOENT, Stage::program},
                {{0, 0, 0, 0, 1, 0}, {"/dev/null", "/", "sleep"}, EACCES, EACCES, Stage::program},
                {{0, 0, 0, 0, 1, 1}, {"sleep", "/", "sleep", "PATH=/dev"}, ENOENT, ENOENT, Stage::program}};
    for (const auto& row : rows) {
        std::string plan(reinterpret_cast<const char*>(&row.head), sizeof row.head);
        for (const std::string& text : row.texts) plan += text + '\0';
        CHECK(tree.start(1, plan) == std::make_pair(geteuid() == 0 ? row.error : row.of_user, row.stage));
    }
    tree.ask(Ask::terminate);
    CHECK(tree.answer() == kDone && is_over_with(0, 0, tree.word()));
}

TEST(a_program_that_no_process_can_be_made_for_is_refused, "a machine that is full for a moment loses no system and no descriptor") {
    constexpr uid_t kOrdinary = 65533;
    if (geteuid() == 0 && access(built_reaper().c_str(), X_OK) != 0) SKIP("nobody but root reaches the programs under test");
    GuardAlone guard({kGuardOfAll}, [] {
        if (geteuid() == 0 && setresuid(kOrdinary, kOrdinary, kOrdinary) != 0) _exit(1); /* root may have any number of processes */
    });
    Tree tree = guard.tree();
    const Report ready = tree.word();
    if (ready.say != Say::ready) SKIP("an ordinary user does not reach the programs under test");
    CHECK(tree.start(1, kSleep) == kDone);
    const std::size_t before = held_by(ready.pid).size();
    tree.ask(Ask::limit_processes, 1);
    CHECK(tree.answer() == kDone);
    for (int round = 0; round < 3; ++round) CHECK(tree.start(2, kSleep) == std::make_pair(EAGAIN, Stage::fork));
    CHECK_EQUAL(before, held_by(ready.pid).size());
    tree.ask(Ask::limit_processes, 0);
    CHECK(tree.answer() == kDone && tree.start(2, kSleep) == kDone);
}

namespace {

/* The request in the form the reaper reads: the numbers at its start, and then all texts with "|" for their ends; or why there is none. */
std::string request_of(const ProcessStart& what) {
    UniqueFd file;
    const SpawnOutcome outcome = write_plan(what, "", &file);
    if (!outcome.ok())
        return std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code) + " " + outcome.text;
    Plan head{};
    if (pread(fd_of(file), &head, sizeof head, 0) != static_cast<ssize_t>(sizeof head)) return "too short";
    std::string text;
    for (const std::uint32_t one : {head.flags, head.user_id, head.group_id, head.group_count, head.argument_count, head.environment_count})
        text += std::to_string(one) + " ";
    std::string rest(300, '?');
    rest.resize(static_cast<std::size_t>(std::max<ssize_t>(pread(fd_of(file), rest.data(), rest.size(), sizeof head), 0)));
    for (const char one : rest) text += one == '\0' ? '|' : one;
    return text;
}

}  // namespace

TEST(a_start_is_told_as_a_head_and_texts, "the reaper reads what is told to the last byte, and executes what it has read") {
    ProcessStart what;
    what.arguments = {"first", "", "third"};
    CHECK(same("0 0 0 0 3 0 first|/|first||third|", request_of(what)));
    what.program = "/bin/x";
    what.working_directory = "/there";
    what.environment = {{"A", "b=c"}, {"EMPTY", ""}};
    CHECK(same("0 0 0 0 3 2 /bin/x|/there|first||third|A=b=c|EMPTY=|", request_of(what)));
    what.console = true;
    what.console_size = {24, 80};
    CHECK(same("1 0 0 0 3 2 /bin/x|/there|first||third|A=b=c|EMPTY=|", request_of(what)));
    if (geteuid() != 0) SKIP("needs root to become another");
    what.user = "4711:815";
    const std::string other = request_of(what); /* and one group, four bytes of a number */
    CHECK(same("3 4711 815 1 3 2 ", other.substr(0, 17)) && same("/bin/x|/there|first||third|A=b=c|EMPTY=|", other.substr(21)));
    std::uint32_t group = 0;
    for (std::size_t at = 0; at < 4; ++at)
        group |= static_cast<std::uint32_t>(static_cast<unsigned char>(other[17 + at] == '|' ? 0 : other[17 + at])) << 8 * at;
    CHECK_EQUAL(815, group);
}

TEST(a_start_is_told_whole_though_it_is_taken_in_pieces, "a system short of memory may take less than it is given") {
    ProcessStart what;
    what.arguments = {"first", "", "third"};
    most_written = 5;
    const std::string text = request_of(what);
    most_written = SIZE_MAX;
    CHECK(same("0 0 0 0 3 0 first|/|first||third|", text));
}

TEST(a_start_that_the_kernel_would_not_take_is_refused_to_the_byte,
     "execve takes 32 pages a text, and of all texts with a pointer each a quarter of the stack's limit, at most 6 MiB") {
    const auto longest = static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) * 32 - 1; /* with the NUL behind it 32 pages */
    const std::string widest = "takes " + std::to_string(longest);
    ProcessStart what;
    what.arguments = {"x", std::string(longest, 'a')};
    CHECK(same("0 ", request_of(what).substr(0, 2)));
    what.arguments[1] += 'a';
    CHECK(same("7 7 an argument or variable of " + std::to_string(longest + 1) + " bytes; this system " + widest, request_of(what)));
    what.arguments = {"x"};
    what.environment = {{"N", std::string(longest - 2, 'v')}}; /* name, equals sign and value */
    CHECK(same("0 ", request_of(what).substr(0, 2)));
    what.environment[0].second += 'v';
    CHECK(same("7 7 an argument or variable of " + std::to_string(longest + 1) + " bytes; this system " + widest, request_of(what)));
    rlimit stack{};
    CHECK_EQUAL(0, getrlimit(RLIMIT_STACK, &stack));
    const std::pair<rlim_t, std::size_t> limits[] = {{1 << 20, 1 << 18},
                                                     {rlim_t{16} << 20, std::size_t{4} << 20},
                                                     {rlim_t{24} << 20, std::size_t{6} << 20},
                                                     {rlim_t{64} << 20, std::size_t{6} << 20}};
    for (const auto& [limit, most] : limits) {
        if (stack.rlim_max != RLIM_INFINITY && stack.rlim_max < limit) continue;
        const rlimit wanted{limit, stack.rlim_max};
        CHECK_EQUAL(0, setrlimit(RLIMIT_STACK, &wanted));
        CHECK_EQUAL(most, most_start_bytes());
    }
    const rlimit least{1 << 20, stack.rlim_max};
    CHECK_EQUAL(0, setrlimit(RLIMIT_STACK, &least));
    constexpr std::size_t kMost = 1 << 18, kEach = 1 + sizeof(char*); /* a NUL and a pointer */
    what.arguments = {std::string(100'000, 'a'), std::string(100'000, 'b')};
    what.environment = {{"N", std::string(kMost - 200'000 - 3 * kEach - 2, 'v')}};
    CHECK(same("0 ", request_of(what).substr(0, 2)));
    what.environment[0].second += 'v';
    CHECK(
        same("7 7 arguments and variables of " + std::to_string(kMost + 1) + " bytes together; this system takes " + std::to_string(kMost),
             request_of(what)));
    CHECK_EQUAL(7, static_cast<int>(SpawnReason::bad_argument));
    CHECK_EQUAL(7, E2BIG);
}
