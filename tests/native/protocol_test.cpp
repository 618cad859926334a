/* The guard of all and a reaper of its making, spoken to as their client speaks (processes/reaper/protocol.h), and as no client would: what
 * they take, what they refuse, and what each of their words says. */
#include "watched_tree.h"

static int be_a_hasty_guard(int count, char** arguments);
#define HARNESS_MODES be_a_hasty_guard
#include "harness.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
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

/* A client's end of one tree. */
struct Tree {
    UniqueFd socket;
    UniqueFd reaper; /* what came with the first word */
    std::uint32_t tickets = 0;

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
        const Request request{what, ++tickets, key, signal, 0};
        (void)send_with_descriptors<kStartDescriptors>(fd_of(socket), &request, sizeof request, given, 0);
    }
    /* The error and the stage of an answer to what was asked last, which says nothing that was not asked. */
    std::pair<int, Stage> answer() {
        const Report told = word();
        if (told.say != Say::answer || told.ticket != tickets) return {-1, Stage::none};
        const bool says_more = told.key != 0 || told.user_100ns != 0 || told.kernel_100ns != 0 || told.peak_bytes != 0;
        return {says_more ? -2 : told.error, told.stage};
    }
    std::pair<int, Stage> start(std::uint64_t key, const std::string& plan) {
        const UniqueFd file(open_memory("plan", false));
        if (write(fd_of(file), plan.data(), plan.size()) != static_cast<ssize_t>(plan.size())) return {-2, Stage::none};
        const UniqueFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
        ask(Ask::start, key, 0, {fd_of(file), fd_of(nothing), fd_of(nothing), fd_of(nothing)});
        return answer();
    }
};

/* A guard of all, or one with its own reaper, whose only client is the test. */
struct GuardAlone {
    UniqueFd socket;
    pid_t pid = -1;

    explicit GuardAlone(const char* as = kGuardOfAll) {
        auto [mine, theirs] = socket_ends();
        const std::string program = built_reaper();
        pid = fork();
        if (pid == 0) {
            dup2(fd_of(theirs), kSocket);
            execl(program.c_str(), "hcsffi-reaper", as, nullptr);
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
};

std::string plan_of(const std::vector<std::string>& texts, std::uint32_t arguments, std::uint32_t variables = 0, std::uint32_t groups = 0) {
    const Plan head{0, 0, 0, groups, arguments, variables};
    std::string plan(reinterpret_cast<const char*>(&head), sizeof head);
    for (const std::string& text : texts) plan += text + '\0';
    return plan;
}

const std::string kSleep = plan_of({"sleep", "/", "sleep", "1000"}, 2);

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

/* The mode in which this program is a guard of all. */
static int be_a_hasty_guard(int count, char** arguments) {
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
    return recv(kSocket, &nothing, 1, 0) <= 0 ? status : 1;
}

TEST(a_tree_is_made_and_its_last_word_is_the_guard_s, "all is over when the guard says so, and then nobody holds the socket") {
    GuardAlone guard;
    Tree tree = guard.tree(), other = guard.tree();
    for (Tree* one : {&tree, &other}) {
        const Report ready = one->word();
        CHECK(ready.say == Say::ready && ready.error == 0 && ready.status == 0 && ready.pid > 0);
        CHECK(one->reaper && children_of(guard.pid).size() == 2);
    }
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
    CHECK(tree.start(1, kSleep) == kDone);
    GuardAlone own("/no/such/place/for-a-group");
    Tree its;
    its.socket = std::move(own.socket);
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
