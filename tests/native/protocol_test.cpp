/* The guard of all and a reaper of its making, spoken to as their client speaks (processes/reaper/protocol.h), and as no client would: what
 * they take, what they refuse, and what each of their words says. */
#include "watched_tree.h"

static int be_another(int count, char** arguments);
#define HARNESS_MODES be_another
#include "harness.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <thread>
#include <utility>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"

using namespace hcsffi;
using namespace hcsffi::reaper;

namespace {

std::string own_path() {
    char self[4096];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    return {self, length > 0 ? static_cast<std::size_t>(length) : 0};
}

std::string built_reaper() { return own_path().substr(0, own_path().rfind('/') + 1) + "reaper"; }

std::pair<UniqueFd, UniqueFd> socket_ends() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) perror("socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

bool is_readable(const UniqueFd& descriptor) {
    pollfd readable{fd_of(descriptor), POLLIN, 0};
    return poll(&readable, 1, static_cast<int>(std::chrono::milliseconds(kPatience).count())) == 1;
}

/* Whether a word is the expected one, every byte of it. */
bool is(const Report& expected, const Report& told) {
    if (memcmp(&expected, &told, sizeof told) == 0) return true;
    for (const Report& one : {expected, told})
        fprintf(stderr, "%s: say %u, ticket %u, key %llu, pid %d, error %d, stage %u, status %d, %llu %llu %llu, rows %llu\n",
                &one == &expected ? "expected" : "told", static_cast<unsigned>(one.say), one.ticket,
                static_cast<unsigned long long>(one.key), one.pid, one.error, static_cast<unsigned>(one.stage), one.status,
                static_cast<unsigned long long>(one.user_100ns), static_cast<unsigned long long>(one.kernel_100ns),
                static_cast<unsigned long long>(one.peak_bytes), static_cast<unsigned long long>(one.rows));
    return false;
}

bool is_over_with(int error, int status, const Report& told) {
    return is({Say::over, 0, 0, 0, error, Stage::none, status, 0, 0, 0, 0}, told);
}

/* A client's end of one tree. */
struct Tree {
    UniqueFd socket;
    UniqueFd reaper; /* what came with the first word */
    std::uint32_t tickets = 0;
    Ask asked{};
    pid_t started = 0; /* by the last answer to a start */
    int kept_out = 0; /* what every answer to a start says of its group */

    /* The next word; one of no kind at the end of all, or when none comes. */
    Report word() {
        Report report{};
        std::vector<int> given;
        if (is_readable(socket)) {
            const ssize_t got = receive_with_descriptors<1>(fd_of(socket), &report, sizeof report, &given, 0);
            if (got != static_cast<ssize_t>(sizeof report)) report = {};
        }
        for (const int one : given) reaper = UniqueFd(one);
        return report;
    }
    bool is_over() {
        char more = 0;
        return is_readable(socket) && recv(fd_of(socket), &more, 1, 0) <= 0;
    }
    void ask(Ask what, std::uint64_t key = 0, int signal = 0, const std::vector<int>& given = {}) {
        asked = what;
        const Request request{what, ++tickets, key, signal, 0};
        (void)send_with_descriptors<kStartDescriptors>(fd_of(socket), &request, sizeof request, given, 0);
    }
    /* The error and the stage of an answer to what was asked last, which says nothing that was not asked. */
    std::pair<int, Stage> answer() {
        const Report told = word();
        if (asked == Ask::start) started = told.pid;
        if (told.say != Say::answer || told.ticket != tickets) return {-1, Stage::none};
        const pid_t pid = asked == Ask::start ? told.pid : 0;
        if (!is({Say::answer, tickets, 0, pid, told.error, told.stage, pid != 0 ? kept_out : 0, 0, 0, 0, 0}, told))
            return {-2, Stage::none};
        return {told.error, told.stage};
    }
    /* So many answers, each its ticket and its error, and every other word in between thrown away. */
    std::vector<std::pair<std::uint32_t, int>> answers(std::size_t count) {
        std::vector<std::pair<std::uint32_t, int>> all;
        for (Report told = word(); told.say != Say{}; told = word()) {
            if (told.say == Say::answer) all.emplace_back(told.ticket, told.error);
            if (all.size() == count) break;
        }
        return all;
    }
    void ask_start(std::uint64_t key, const std::string& plan, int output = -1) {
        const UniqueFd file(open_memory("plan", false));
        if (write(fd_of(file), plan.data(), plan.size()) != static_cast<ssize_t>(plan.size())) perror("plan");
        const UniqueFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
        ask(Ask::start, key, 0, {fd_of(file), fd_of(nothing), output < 0 ? fd_of(nothing) : output, fd_of(nothing)});
    }
    std::pair<int, Stage> start(std::uint64_t key, const std::string& plan, int output = -1) {
        ask_start(key, plan, output);
        return answer();
    }
};

/* A guard of all, or one with its own reaper, whose only client is the test. */
struct GuardAlone {
    UniqueFd socket;
    pid_t pid = -1;

    /* `first` is done in its process before it is a program. */
    explicit GuardAlone(const std::vector<std::string>& as = {kGuardOfAll}, const std::function<void()>& first = [] {}) {
        auto [mine, theirs] = socket_ends();
        const std::string program = built_reaper();
        std::string name = "hcsffi-reaper";
        std::vector<char*> words = {name.data()};
        for (const std::string& word : as) words.push_back(const_cast<char*>(word.c_str())); /* execv only reads it */
        words.push_back(nullptr);
        pid = fork();
        if (pid == 0) {
            const int end = fcntl(fd_of(theirs), F_DUPFD, 60); /* above what `first` puts where it is to be found */
            first();
            dup2(end, kSocket);
            close(end);
            execv(program.c_str(), words.data());
            _exit(127);
        }
        socket = std::move(mine);
    }
    ~GuardAlone() {
        if (pid > 0) (void)let_go();
    }
    /* How it ends; -1 when it does not. */
    int let_go() {
        const LifeOf life(static_cast<std::uint32_t>(pid));
        socket.reset();
        if (!life.ends_in_time()) kill(pid, SIGKILL);
        int status = -1;
        waitpid(std::exchange(pid, -1), &status, 0);
        return status;
    }
    bool order(const std::string& text, const std::vector<int>& given) const {
        return send_with_descriptors<2>(fd_of(socket), text.data(), text.size(), given, 0) == static_cast<ssize_t>(text.size());
    }
    Tree tree(const std::string& group = "") const {
        auto [mine, theirs] = socket_ends();
        Tree made;
        made.socket = std::move(mine);
        (void)order(group + '\0', {fd_of(theirs)});
        return made;
    }
    /* The end of the only tree of one with its own reaper. */
    Tree own_tree() {
        Tree made;
        made.socket = std::move(socket);
        return made;
    }
    /* Does what the reaper is to meet at once: nobody lets it go on meanwhile. */
    void while_stopped(pid_t reaper, const std::function<void()>& ask) const {
        for (const pid_t one : {pid, reaper}) {
            kill(one, SIGSTOP);
            while (state_of(one) != 'T') poll(nullptr, 0, 1);
        }
        ask();
        for (const pid_t one : {reaper, pid}) kill(one, SIGCONT);
    }
};

/* Whether a process uses no processor in the end. */
bool comes_to_rest(pid_t pid) {
    std::string before;
    int quiet = 0;
    for (int look = 0; look < 600 && quiet < 6; ++look) {
        const std::string now = file_text("/proc/" + std::to_string(pid) + "/schedstat"); /* first its time on a processor, in ns */
        quiet = now == before ? quiet + 1 : 0;
        before = now;
        poll(nullptr, 0, 5);
    }
    return quiet >= 6;
}

std::string link_of(const std::string& path) {
    char target[4096];
    const ssize_t length = readlink(path.c_str(), target, sizeof target);
    return {target, length > 0 ? static_cast<std::size_t>(length) : 0};
}

/* What a process holds, by the names of the links in /proc. */
std::vector<std::string> held_by(pid_t pid) {
    const std::string folder = "/proc/" + std::to_string(pid) + "/fd/";
    std::vector<std::string> all;
    for (const std::string& name : entries(folder)) all.push_back(link_of(folder + name));
    return all;
}

std::string plan_of(const std::vector<std::string>& texts, std::uint32_t arguments, std::uint32_t variables = 0, std::uint32_t groups = 0) {
    const Plan head{0, 0, 0, groups, arguments, variables};
    std::string plan(reinterpret_cast<const char*>(&head), sizeof head);
    for (const std::string& text : texts) plan += text + '\0';
    return plan;
}

const std::string kSleep = plan_of({"sleep", "/", "sleep", "1000"}, 2);

std::string plan_of_shell(const std::string& script) { return plan_of({"sh", "/", "sh", "-c", script}, 3); }

using Answers = std::vector<std::pair<std::uint32_t, int>>;

constexpr std::pair<int, Stage> kDone{0, Stage::none};
constexpr ProcessKey kKeyOfHasty = 5;

}  // namespace

/* Answers what it was asked, tells of an exit, says that all is over and ends, all while the client is stopped, without having read the
 * request. */
static void be_a_hasty_reaper(int socket, pid_t client) {
    const UniqueFd self(open_process(getpid()));
    const auto say = [socket](Say what, std::uint32_t ticket, int status, const std::vector<int>& with) {
        const Report report{what, ticket, kKeyOfHasty, getpid(), 0, Stage::none, status, 0, 0, 0, 0};
        (void)send_with_descriptors<1>(socket, &report, sizeof report, with, 0);
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

/* The mode in which this program is a guard of all, or a program of a tree. */
static int be_another(int count, char** arguments) {
    if (count == 2 && strcmp(arguments[1], "--burn") == 0) return burn();
    if (count == 2 && strcmp(arguments[1], "--debug") == 0) return debug();
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
        CHECK(tree.start(1, kSleep) == kDone);
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
    CHECK(tree.start(1, kSleep) == kDone);
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
        CHECK_EQUAL(traced ? 2 : 1, measured.process_count); /* one that has ended is no process of a client's list */
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
    first.socket.reset();
    CHECK(is_readable(first.reaper) && comes_to_rest(guard.pid));
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
    CHECK(tree.word().say == Say::ended && tree.answer() == kDone && tree.word().say == Say::over);
    CHECK(comes_to_rest(guard.pid) && held_by(guard.pid) == of_guard);
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

TEST(guard_and_reaper_are_called_alike_and_keep_no_folder_and_no_session,
     "who looks for what runs must find them, and a folder that they are in cannot be let go") {
    CHECK(chdir("/proc") == 0);
    for (const bool common : {true, false}) {
        GuardAlone guard = common ? GuardAlone() : GuardAlone(std::vector<std::string>{});
        Tree tree = common ? guard.tree() : guard.own_tree();
        const Report ready = tree.word();
        CHECK(is({Say::ready, 0, 0, ready.pid, 0, Stage::none, 0, 0, 0, 0, 0}, ready) &&
              children_of(guard.pid) == std::vector<pid_t>{ready.pid});
        CHECK(static_cast<bool>(tree.reaper) == common);
        for (const pid_t one : {guard.pid, ready.pid}) {
            const std::string folder = "/proc/" + std::to_string(one);
            CHECK(file_text(folder + "/comm") == std::string(kName) + "\n" && link_of(folder + "/cwd") == "/");
        }
        CHECK_EQUAL(ready.pid, getsid(ready.pid));
        CHECK(tree.start(1, kSleep) == kDone);
        CHECK_EQUAL(tree.started, getsid(tree.started));
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGPIPE, SIGALRM, SIGTSTP, SIGRTMAX})
            CHECK(kill(guard.pid, signal) == 0 && kill(ready.pid, signal) == 0);
        CHECK(kill(ready.pid, SIGSTOP) == 0);
        tree.ask(Ask::alive);
        CHECK(tree.answer() == kDone);
        CHECK(comes_to_rest(guard.pid) && comes_to_rest(ready.pid));
        const LifeOf program(static_cast<std::uint32_t>(tree.started));
        if (!common)
            for (const std::string& held : held_by(guard.pid)) CHECK(held.rfind("socket:", 0) != 0); /* the end of it is the reaper's */
        tree.socket.reset();
        CHECK(program.ends_in_time());
        CHECK_EQUAL(0, guard.let_go());
    }
}

TEST(what_a_killed_reaper_of_its_own_guard_leaves_is_ended, "nobody else is left who could") {
    GuardAlone guard(std::vector<std::string>{});
    Tree tree = guard.own_tree();
    const Report ready = tree.word();
    CHECK(tree.start(1, plan_of_shell("setsid sleep 1000 & exec sleep 1000")) == kDone);
    while (children_of(tree.started).empty()) poll(nullptr, 0, 1);
    const LifeOf daemon(static_cast<std::uint32_t>(children_of(tree.started)[0]));
    CHECK(kill(ready.pid, SIGKILL) == 0);
    CHECK(tree.is_over() && daemon.ends_in_time());
    CHECK_EQUAL(0, guard.let_go());
}

TEST(all_is_ended_when_the_guard_says_so, "a client takes the folders of its programs away after that") {
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(tree.start(1,
                     plan_of_shell("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 1000 & done; exec sleep 1000")) ==
          kDone);
    std::vector<pid_t> all;
    while (all.size() < 20) all = children_of(tree.started);
    all.push_back(tree.started);
    CHECK(kill(ready.pid, SIGKILL) == 0);
    CHECK(is_over_with(0, SIGKILL, tree.word()));
    for (const pid_t one : all) CHECK(state_of(one) == '\0');
}

TEST(a_program_dies_with_its_reaper_though_the_guard_is_stopped, "what it was to be ended by is gone") {
    GuardAlone guard;
    Tree tree = guard.tree();
    const Report ready = tree.word();
    CHECK(tree.start(1, kSleep) == kDone);
    const LifeOf program(static_cast<std::uint32_t>(tree.started));
    CHECK(kill(guard.pid, SIGSTOP) == 0 && kill(ready.pid, SIGKILL) == 0);
    CHECK(program.ends_in_time());
    CHECK(kill(guard.pid, SIGCONT) == 0);
    CHECK(is_over_with(0, SIGKILL, tree.word()));
}

TEST(a_client_that_has_let_go_of_its_tree_hears_its_end, "the reaper ends it in its own time, and nobody ends the reaper before that") {
    GuardAlone guard;
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready && tree.start(1, kSleep) == kDone);
    CHECK(shutdown(fd_of(tree.socket), SHUT_WR) == 0);
    const Report ended = tree.word();
    CHECK(ended.say == Say::ended && ended.status == SIGKILL && is_over_with(0, 0, tree.word()) && tree.is_over());
    /* So does the guard, of whose trees one lives. */
    Tree other = guard.tree();
    CHECK(other.word().say == Say::ready && shutdown(fd_of(guard.socket), SHUT_WR) == 0);
    CHECK(other.start(1, kSleep) == kDone && comes_to_rest(guard.pid));
    other.ask(Ask::alive);
    CHECK(other.answer() == kDone);
}

TEST(a_guard_ends_whoever_was_its_child_before, "the next owner of its number would take it for a reaper's") {
    pid_t before = -1;
    int ends[2];
    CHECK(pipe2(ends, O_CLOEXEC) == 0);
    GuardAlone guard({kGuardOfAll}, [&ends] {
        const pid_t child = fork();
        if (child == 0) {
            alarm(60);
            close_range_of(kSocket, ~0u);
            for (;;) pause();
        }
        if (write(ends[1], &child, sizeof child) < 0) _exit(1);
    });
    CHECK(read(ends[0], &before, sizeof before) == static_cast<ssize_t>(sizeof before));
    for (const int one : ends) close(one);
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready);
    tree.ask(Ask::terminate);
    CHECK(tree.answer() == kDone && tree.word().say == Say::over);
    CHECK(state_of(before) != '\0' && comes_to_rest(guard.pid));
    const LifeOf life(static_cast<std::uint32_t>(before));
    CHECK_EQUAL(0, guard.let_go());
    CHECK(life.ends_in_time());
}

/* From here on this process and the program it becomes are refused these calls. */
static void refuse(const std::vector<unsigned>& calls, unsigned error) {
    std::vector<sock_filter> filter = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const unsigned call : calls) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) perror("no filter");
}

#ifndef SYS_clone3
#define SYS_clone3 435
#endif

TEST(a_tree_that_cannot_be_made_is_over_with_the_reason, "a client that waits for its first word waits for ever") {
    std::vector<unsigned> forks = {SYS_clone, SYS_clone3};
#ifdef SYS_fork
    forks.push_back(SYS_fork);
#endif
    GuardAlone guard({kGuardOfAll}, [&forks] { refuse(forks, EAGAIN); });
    const std::vector<std::string> before = held_by(guard.pid);
    for (const char* group : {"", "/no/such/place/for-a-group"}) {
        Tree tree = guard.tree(group);
        const Report told = tree.word();
        if (told.say == Say::ready) SKIP("this kernel takes no filter of calls");
        CHECK(is_over_with(EAGAIN, 0, told) && tree.is_over());
    }
    const UniqueFd no_socket(open("/dev/null", O_RDWR | O_CLOEXEC));
    CHECK(guard.order(std::string(1, '\0'), {fd_of(no_socket)}));
    Tree last = guard.tree();
    CHECK(is_over_with(EAGAIN, 0, last.word()) && last.is_over());
    CHECK(comes_to_rest(guard.pid) && children_of(guard.pid).empty());
    CHECK(held_by(guard.pid).size() <= std::max(before.size(), std::size_t{7}));
    CHECK_EQUAL(0, guard.let_go());
}

TEST(nothing_of_the_client_is_held_wherever_it_stood, "whoever reads what a client writes would never see its end") {
    for (const bool older : {false, true}) {
        for (const std::vector<std::string>& as :
             {std::vector<std::string>{kGuardOfAll}, {}, {"/no/such/place/for-a-group"}, {kEnclosed}, {"hcsffi-relay"}}) {
            int ends[2];
            CHECK(pipe2(ends, O_CLOEXEC) == 0);
            const UniqueFd reading(ends[0]);
            UniqueFd writing(ends[1]);
            const bool enclosed = !as.empty() && as[0] == kEnclosed;
            const int owner = open_process(getpid());
            GuardAlone guard(as, [&] {
                const int high = fcntl(ends[1], F_DUPFD_CLOEXEC, 100), its = fcntl(owner, F_DUPFD_CLOEXEC, 101);
                for (int place = kOwner; place < 40; ++place) dup2(high, place);
                dup2(high, 90);
                if (enclosed) dup2(its, kOwner);
                if (older) refuse({SYS_close_range}, ENOSYS);
            });
            close(owner);
            writing.reset();
            CHECK(is_readable(reading)); /* nobody writes any more */
            char nothing = 0;
            CHECK(read(ends[0], &nothing, 1) == 0);
            if (as.empty() || enclosed) {
                Tree tree = guard.own_tree();
                CHECK(tree.word().say == Say::ready);
                CHECK(tree.start(1, plan_of_shell("exit $(ls /proc/self/fd | wc -l)")) == kDone);
                CHECK_EQUAL(4 << 8, tree.word().status); /* its streams, and the folder that is listed */
            }
            CHECK_EQUAL(0, guard.let_go());
        }
    }
}
