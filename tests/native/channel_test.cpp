/* The client's end of one tree, with the test in the place of its reaper: what a reaper is told, word by word, and what each of its words
 * and its silence does (processes/reaper/protocol.h). No program is started but the test's own forks. */
#include "harness.h"
#include "watched_tree.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <atomic>
#include <cstring>
#include <future>
#include <optional>
#include <thread>
#include <utility>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/guard_of_all.h"
#include "processes/linux/tree.h"
#include "replaced_call.h"
#include "spawn_outcomes.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;

// Calls of the kernel that the test has fail; what is not told to fails as it may. Each is asked by its number in the order of the calls.
static std::atomic<int> refused_sendings{0}, refused_receivings{0}, refusal_error{0};
static std::atomic<bool> knows_no_descriptors_of_processes{false};

static bool is_refused(std::atomic<int>* left) {
    if (*left <= 0) return false;
    --*left;
    errno = refusal_error;
    return true;
}

extern "C" ssize_t sendmsg(int socket, const msghdr* message, int flags) {
    static const auto real = original<ssize_t (*)(int, const msghdr*, int)>(__func__);
    return is_refused(&refused_sendings) ? -1 : real(socket, message, flags);
}

extern "C" ssize_t recvmsg(int socket, msghdr* message, int flags) {
    static const auto real = original<ssize_t (*)(int, msghdr*, int)>(__func__);
    return is_refused(&refused_receivings) ? -1 : real(socket, message, flags);
}

extern "C" int waitid(idtype_t type, id_t id, siginfo_t* about, int options) {
    static const auto real = original<int (*)(idtype_t, id_t, siginfo_t*, int)>(__func__);
    if (!knows_no_descriptors_of_processes || type != P_PIDFD) return real(type, id, about, options);
    errno = EINVAL;  // as Linux 5.3 does
    return -1;
}

namespace {

constexpr int kPatienceMs = 60'000;

bool is_readable(int descriptor) {
    pollfd readable{descriptor, POLLIN, 0};
    return poll(&readable, 1, kPatienceMs) == 1;
}

const std::string kGone = words(SpawnReason::tree_gone, 0, "the processes of this system are gone");

/* Who listens to the tree. */
class Heard : public TreeListener {
  public:
    void process_ended(ProcessKey key, const ProcessEnd& end) noexcept override {
        const std::scoped_lock lock(mutex_);
        ends_ += std::to_string(key) + ": " + std::to_string(end.exit_code) + " " + std::to_string(end.signal) + " " +
                 std::to_string(end.user_100ns) + " " + std::to_string(end.kernel_100ns) + " " +
                 std::to_string(end.peak_working_set_bytes) + "; ";
    }
    void tree_lost(const SpawnOutcome& why) noexcept override {
        const std::scoped_lock lock(mutex_);
        losses_ += told(why) + "; ";
    }
    std::shared_ptr<void> stand_in() noexcept override {
        const std::scoped_lock lock(mutex_);
        ++stood_in_;
        changed_.notify_all();
        return token_;
    }
    std::string ends() {
        const std::scoped_lock lock(mutex_);
        return ends_;
    }
    std::string losses() {
        const std::scoped_lock lock(mutex_);
        return losses_;
    }
    /* Whether somebody has waited for longer than a moment, so often. */
    bool wait_for_waiting(int times) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, kPatience, [&] { return stood_in_ >= times; });
    }
    long tokens() const { return token_.use_count() - 1; }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string ends_, losses_;  // guarded by mutex_
    int stood_in_ = 0;           // guarded by mutex_
    const std::shared_ptr<int> token_ = std::make_shared<int>();
};

/* A fork of the test that lives until it is killed, or ends at once. */
pid_t forked(const std::function<void()>& life) {
    const pid_t pid = fork();
    if (pid != 0) return pid;
    life();
    _exit(0);
}
pid_t sleeping() {
    return forked([] {
        alarm(100);
        for (;;) pause();
    });
}
pid_t stopped() {
    const pid_t pid = sleeping();
    kill(pid, SIGSTOP);
    while (state_of(pid) != 'T') poll(nullptr, 0, 1);
    return pid;
}
bool goes_on(pid_t pid) {
    while (state_of(pid) == 'T') poll(nullptr, 0, 1);  // the test's time limit is the other way out
    return true;
}
/* The signal that ended it; it is waited for. */
int signal_of(pid_t pid) {
    int status = 0;
    return waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) ? WTERMSIG(status) : -1;
}
/* Ends one that still lives, and says whether it did. */
bool was_alive(pid_t pid) {
    const bool lives = waitpid(pid, nullptr, WNOHANG) == 0;
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
    return lives;
}

UniqueFd some_descriptor() { return UniqueFd(open("/dev/null", O_RDONLY | O_CLOEXEC)); }

std::pair<UniqueFd, UniqueFd> socket_ends() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) abort();
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/* A tree whose reaper is the test. */
struct Tree {
    std::shared_ptr<Heard> heard = std::make_shared<Heard>();
    std::shared_ptr<TreeChannel> channel = std::make_shared<TreeChannel>(heard);
    UniqueFd socket; /* the reaper's end */

    explicit Tree(ReaperProcess process = {}) {
        auto [mine, theirs] = socket_ends();
        socket = std::move(theirs);
        process.socket = std::move(mine);
        channel->adopt(std::move(process));
    }
    /* The next request; one of no kind when none comes. Where the machine is slow there are some that ask whether the reaper runs. */
    Request next(std::vector<int>* given = nullptr) const {
        Request request{Ask::alive, 0, 0, 0, 0};
        std::vector<int> dropped;
        while (request.ask == Ask::alive)
            if (!is_readable(fd_of(socket)) ||
                receive_with_descriptors<kStartDescriptors>(fd_of(socket), &request, sizeof request, given ? given : &dropped, 0) <= 0)
                return {};
        return request;
    }
    bool is_prodded() const {
        Request request{};
        const Request alive{Ask::alive, 0, 0, 0, 0};
        return is_readable(fd_of(socket)) && recv(fd_of(socket), &request, sizeof request, 0) > 0 &&
               memcmp(&alive, &request, sizeof alive) == 0;
    }
    bool is_let_go() const {
        Request request{Ask::alive, 0, 0, 0, 0};
        ssize_t got = 1;
        while (got > 0 && request.ask == Ask::alive)
            got = is_readable(fd_of(socket)) ? recv(fd_of(socket), &request, sizeof request, 0) : -1;
        return got == 0;
    }
    /* Nothing has been asked, and nobody has let go. */
    bool is_left_alone() const {
        Request request{Ask::alive, 0, 0, 0, 0};
        ssize_t got = 1;
        while (got > 0 && request.ask == Ask::alive) got = recv(fd_of(socket), &request, sizeof request, MSG_DONTWAIT);
        return got < 0 && errno == EAGAIN;
    }
    void say(const Report& report, const std::vector<int>& given = {}) const {
        const bool said = given.empty() ? send(fd_of(socket), &report, sizeof report, 0) > 0
                                        : send_with_descriptors(fd_of(socket), &report, sizeof report, given, 0) > 0;
        if (!said) perror("say");
    }
    static Report report(Say what, int error = 0, int status = 0, std::uint32_t ticket = 0) {
        return {what, ticket, 0, 0, error, Stage::none, status, 0, 0, 0, 0};
    }
    void answer(const Request& request, int error = 0, int status = 0) const {
        say(report(Say::answer, error, status, request.ticket));
        (void)channel->advance();
    }
    void be_ready() const {
        say(report(Say::ready));
        (void)channel->advance();
    }
    /* The end of the reaper's socket, and of all the client waits for then. */
    void end() {
        socket.reset();
        while (!channel->is_collected() && !channel->advance()) is_readable(channel->awaited());
    }
    /* What a call comes to that asks once and is answered so. */
    std::string asked(Ask what = Ask::measure) const {
        Report report{};
        return told(channel->ask(what, 0, 0, {}, &report));
    }
};

/* A call of a client that waits for its answer; where a check has failed meanwhile, the tree ends, and the call with it. */
template <class Result>
class Pending {
  public:
    Pending(Tree& tree, std::function<Result()> call) : tree_(tree), result_(std::async(std::launch::async, std::move(call))) {}
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;
    ~Pending() {
        refused_sendings = refused_receivings = 0;
        if (result_.valid()) tree_.end();
    }
    Result get() { return result_.get(); }

  private:
    Tree& tree_;
    std::future<Result> result_;
};

bool is(const Request& expected, const Request& actual) {
    if (memcmp(&expected, &actual, sizeof expected) == 0) return true;
    fprintf(stderr, "asked %u, ticket %u, key %llu, signal %d, padding %u\n", static_cast<unsigned>(actual.ask), actual.ticket,
            static_cast<unsigned long long>(actual.key), actual.signal, actual.padding);
    return false;
}

}  // namespace

TEST(a_request_is_told_word_by_word_and_answered_so, "both sides read the same structures, and a number between them is another process") {
    Tree tree;
    const Ask all[] = {Ask::start, Ask::signal_one,   Ask::signal_group,     Ask::pause,          Ask::resume, Ask::measure,
                       Ask::list,  Ask::limit_memory, Ask::limit_processors, Ask::limit_processes};
    std::uint32_t ticket = 0;
    for (const Ask what : all) {
        const UniqueFd lent = some_descriptor();
        Report report{};
        Pending<std::string> outcome(tree, [&] { return told(tree.channel->ask(what, 77, 9, {fd_of(lent), fd_of(lent)}, &report)); });
        std::vector<int> given;
        const Request request = tree.next(&given);
        CHECK(is({what, ++ticket, 77, 9, 0}, request));
        CHECK_EQUAL(2, given.size());
        for (const int one : given) close(one);
        const Report said{Say::answer, ticket, 5, 6, ESRCH, Stage::user, 0, 8, 9, 10, 11};
        tree.say(said);
        CHECK(!tree.channel->advance());
        CHECK(same(kFine, outcome.get()));
        CHECK(memcmp(&said, &report, sizeof said) == 0);
    }
    Report report{};
    Pending<std::string> cancelled(tree, [&] { return told(tree.channel->ask(Ask::pause, 0, 0, {}, &report)); });
    tree.answer(tree.next(), ECANCELED);
    CHECK(same(kGone, cancelled.get()));
}

TEST(an_answer_to_nobody_changes_nothing, "one who was let go of is not there any more, and the others wait for theirs") {
    Tree tree;
    Pending<std::string> outcome(tree, [&] { return tree.asked(); });
    const Request request = tree.next();
    tree.say(Tree::report(Say::answer, EPERM, 0, request.ticket + 1));
    tree.say(Tree::report(Say::answer, 0, 0, 0));
    tree.answer(request);
    CHECK(same(kFine, outcome.get()));
}

TEST(a_limit_is_told_where_it_differs_from_what_holds, "a reaper that was told twice walks through all processes twice") {
    Tree tree;
    const auto stand_in = [&](Ask what, std::uint64_t number) {
        return [&tree, what, number] { return tree.channel->stand_in_for_group(what, number); };
    };
    const auto told_of = [&](Ask what, std::uint64_t number, int error) {
        Pending<bool> holds(tree, stand_in(what, number));
        const Request request = tree.next();
        tree.answer(request, error);
        return std::string(request.ask == what && request.key == number && request.signal == 0 ? "" : "another word ") +
               (holds.get() ? "holds" : "does not");
    };
    for (const Ask what : {Ask::limit_memory, Ask::limit_processors}) {
        CHECK(!stand_in(what, 0)()); /* is what holds without a word */
        CHECK(same("holds", told_of(what, 1, 0)));
        CHECK(stand_in(what, 1)());
        CHECK(same("does not", told_of(what, 2, EPERM)));
        CHECK(same("does not", told_of(what, 2, EPERM)));
        CHECK(same("holds", told_of(what, 1, 0))); /* what was refused may hold in part */
        CHECK(same("does not", told_of(what, 0, 0)));
        CHECK(!stand_in(what, 0)());
    }
}

TEST(the_end_of_a_process_is_told_with_its_figures, "a client sees 137 for a kill, and what the process has used") {
    Tree tree;
    const auto token = std::make_shared<int>();
    for (const ProcessKey key : {1, 2, 3, 4}) tree.channel->keep_until_end(key, token);
    tree.channel->forget(3);
    CHECK_EQUAL(4, token.use_count());
    Report report = Tree::report(Say::ended, 0, 7 << 8);
    report.key = 1;
    report.user_100ns = 11;
    report.kernel_100ns = 12;
    report.peak_bytes = 13;
    tree.say(report);
    report.key = 2;
    report.status = SIGKILL;
    tree.say(report);
    report.key = 5;
    report.status = 0;
    tree.say(report);
    CHECK(!tree.channel->advance());
    CHECK(same("1: 7 0 11 12 13; 2: 137 9 11 12 13; 5: 0 0 11 12 13; ", tree.heard->ends()));
    CHECK_EQUAL(2, token.use_count());
    tree.end();
    CHECK_EQUAL(1, token.use_count());
    tree.channel->keep_until_end(6, token);
    CHECK_EQUAL(1, token.use_count());
    CHECK(same("", tree.heard->losses())); /* it had not been ready */
}

TEST(what_keeps_a_reaper_from_its_first_word_is_told,
     "a broken installation or a forbidden call has to show in the one sentence that a client gets") {
    constexpr bool kWithDescriptor = true;
    const auto reason = [](pid_t pid, bool with_descriptor, bool collected_by_another = false) {
        ReaperProcess process;
        process.pid = pid;
        if (with_descriptor) process.alive = UniqueFd(open_process(pid));
        if (collected_by_another) waitpid(pid, nullptr, 0);
        Tree tree(std::move(process));
        tree.end();
        return told(tree.channel->wait_until_ready());
    };
    const auto ended = [](const std::string& how) {
        return words(SpawnReason::no_reaper, 0, "the reaper ended " + how + " before it was ready");
    };
    const auto killed = [] { return forked([] { kill(getpid(), SIGKILL); }); };
    for (const bool old_kernel : {false, true}) {
        knows_no_descriptors_of_processes = old_kernel;
        for (const bool with_descriptor : {kWithDescriptor, !kWithDescriptor}) {
            CHECK(same(ended("with status 7"), reason(forked([] { _exit(7); }), with_descriptor)));
            CHECK(same(ended("by signal 9"), reason(killed(), with_descriptor)));
            CHECK(same(ended("with status 0"), reason(forked([] { _exit(7); }), with_descriptor, true)));
        }
    }
    knows_no_descriptors_of_processes = false;
    CHECK(same(words(SpawnReason::no_reaper, 0,
                     "no reaper came of what the guard of all systems was told: it was killed, or may open no more files"),
               reason(-1, !kWithDescriptor)));
    const std::pair<const char*, std::string> written[] = {
        {"bwrap: making it: Operation not permitted\n", words(SpawnReason::no_reaper, EPERM, "making it: Operation not permitted")},
        {"x", words(SpawnReason::no_reaper, 0, "x")},
        {"", words(SpawnReason::no_reaper, 0, "bubblewrap ended without a word")}};
    for (const auto& [text, expected] : written) {
        ReaperProcess process;
        process.pid = forked([] { _exit(1); });
        process.errors = memory_file("errors");
        CHECK(write(fd_of(process.errors), text, strlen(text)) == static_cast<ssize_t>(strlen(text)));
        Tree tree(std::move(process));
        tree.end();
        CHECK(same(expected, told(tree.channel->wait_until_ready())));
    }
}

TEST(the_first_word_and_the_last_one_say_how_it_goes, "a reaper that sees no processes, or was never made, is told apart") {
    {
        Tree tree;
        tree.say(Tree::report(Say::ready, ESRCH));
        CHECK(!tree.channel->advance());
        tree.end();
        CHECK(same(
            words(SpawnReason::no_reaper, ESRCH, "the reaper cannot see its processes: /proc is hidden or shows another pid namespace"),
            told(tree.channel->wait_until_ready())));
    }
    for (const int error : {EAGAIN, EPERM}) {
        Tree tree;
        tree.say(Tree::report(Say::over, error));
        tree.end();
        CHECK(same(words(error == EAGAIN ? SpawnReason::exhausted : SpawnReason::broken, error,
                         std::string("making a reaper: ") + strerror(error)),
                   told(tree.channel->wait_until_ready())));
    }
    {
        auto [mine, theirs] = socket_ends();
        const pid_t pid = forked([&theirs = theirs, &mine = mine] {
            mine.reset();
            is_readable(fd_of(theirs));
        });
        ReaperProcess process;
        process.guard = std::make_shared<GuardProcess>(pid, std::move(mine), UniqueFd(open_process(pid)), "");
        Tree tree(std::move(process));
        theirs.reset();
        tree.say(Tree::report(Say::over, 0, SIGKILL));
        tree.end();
        CHECK(same(words(SpawnReason::no_reaper, 0, "the reaper ended by signal 9 before it was ready"),
                   told(tree.channel->wait_until_ready())));
        CHECK(waitpid(pid, nullptr, WNOHANG) < 0); /* the guard has gone with its last tree */
    }
    ReaperProcess process;
    process.errors = some_descriptor();
    Tree tree(std::move(process));
    CHECK_EQUAL(2, tree.channel->descriptors());
    tree.be_ready();
    CHECK(same(kFine, told(tree.channel->wait_until_ready())));
    CHECK_EQUAL(1, tree.channel->descriptors());
}

TEST(what_is_held_is_counted_and_let_go_of_at_the_end, "a descriptor lost per system ends a long-lived service") {
    for (int held = 0; held < 8; ++held) {
        const pid_t ending = forked([] {});
        ReaperProcess process;
        const auto image = std::make_shared<UniqueFd>(some_descriptor());
        process.image = image;
        process.pid = ending;
        process.first_pid = 4711;
        process.has_antechamber = (held & 1) != 0;
        if ((held & 1) != 0) process.alive = UniqueFd(open_process(ending));
        const pid_t first = (held & 2) != 0 ? sleeping() : -1;
        if (first > 0) process.first = UniqueFd(open_process(first));
        if ((held & 4) != 0) process.errors = some_descriptor();
        const int alive = fd_of(process.alive);
        Tree tree(std::move(process));
        CHECK_EQUAL(1 + (held & 1) + (held & 2) / 2 + (held & 4) / 4, tree.channel->descriptors());
        CHECK(tree.channel->awaited() != alive && tree.channel->awaited() >= 0);
        CHECK_EQUAL((held & 2) != 0 ? 4711 : 0, tree.channel->first_process());
        CHECK_EQUAL((held & 1) != 0 ? ending : 0, tree.channel->antechamber());
        CHECK(!tree.channel->is_collected() && tree.channel->limit_groups() == nullptr);
        tree.socket.reset();
        bool collected = tree.channel->advance();
        if ((held & 1) != 0) {
            CHECK_EQUAL(alive, tree.channel->awaited());
            CHECK_EQUAL(0, tree.channel->antechamber());
            while (!collected) collected = is_readable(alive) && tree.channel->advance();
        }
        CHECK(collected && tree.channel->is_collected());
        CHECK_EQUAL((held & 4) / 4, tree.channel->descriptors()); /* what the engine wrote is read afterwards */
        CHECK_EQUAL(0, tree.channel->first_process());
        CHECK_EQUAL(1, image.use_count());
        if (first > 0) CHECK_EQUAL(SIGKILL, signal_of(first)); /* nobody inside outlives the tree */
    }
}

TEST(a_tree_waits_for_the_process_that_hung_up, "what it leaves is ended by then, and its number belongs to it until then") {
    int go[2];
    CHECK(pipe(go) == 0);
    const pid_t pid = forked([&] {
        char one = 0;
        _exit(read(go[0], &one, 1) == 1 ? 7 : 1);
    });
    ReaperProcess process;
    process.pid = pid;
    process.alive = UniqueFd(open_process(pid));
    Tree tree(std::move(process));
    tree.socket.reset();
    CHECK(!tree.channel->advance() && !tree.channel->is_collected());
    CHECK(write(go[1], "x", 1) == 1);
    while (!tree.channel->advance()) is_readable(tree.channel->awaited());
    CHECK(same(words(SpawnReason::no_reaper, 0, "the reaper ended with status 7 before it was ready"),
               told(tree.channel->wait_until_ready())));
    ReaperProcess slow; /* without a descriptor of it, there is nothing to wait at but its end */
    slow.pid = forked([] {
        poll(nullptr, 0, 20);
        _exit(7);
    });
    Tree other(std::move(slow));
    other.end();
    CHECK(same(words(SpawnReason::no_reaper, 0, "the reaper ended with status 7 before it was ready"),
               told(other.channel->wait_until_ready())));
    close(go[0]);
    close(go[1]);
}

TEST(an_end_that_was_asked_for_is_none_that_is_lost, "a client tells a system that it has ended from one that was taken from it") {
    const struct {
        int error;
        std::string told;
    } rows[] = {{0, kFine},
                {EPERM, words(SpawnReason::broken, EPERM, std::string("killing the last processes: ") + strerror(EPERM))},
                {EAGAIN, words(SpawnReason::exhausted, EAGAIN, std::string("killing the last processes: ") + strerror(EAGAIN))}};
    for (const auto& row : rows) {
        Tree tree;
        tree.be_ready();
        Pending<std::string> outcome(tree, [&] { return told(tree.channel->terminate()); });
        CHECK(is({Ask::terminate, 1, 0, 0, 0}, tree.next()));
        tree.say(Tree::report(Say::answer, row.error, 0, 1));
        tree.end();
        CHECK(same(row.told, outcome.get()));
        CHECK(same(kFine, told(tree.channel->terminate())));
        CHECK(same(kGone, tree.asked()));
        CHECK(same("", tree.heard->losses()));
    }
    for (const bool ran_out : {false, true}) {
        Tree tree;
        tree.be_ready();
        if (ran_out) tree.say(Tree::report(Say::ran_out));
        tree.end();
        CHECK(same(words(SpawnReason::tree_gone, 0,
                         ran_out ? "these processes took more memory than they may have" : "the reaper of these processes was killed") +
                       "; ",
                   tree.heard->losses()));
        CHECK(same(kGone, told(tree.channel->terminate())) && same(kGone, tree.asked()));
    }
}

TEST(a_tree_that_is_let_go_of_is_pressed_until_it_has_ended, "nobody else would come back for it") {
    Tree tree;
    tree.be_ready();
    CHECK(!tree.channel->press());
    tree.channel->abandon();
    CHECK(tree.is_let_go());
    CHECK(tree.channel->press() && tree.channel->press());
    CHECK(same(kGone, tree.asked()));
    tree.end();
    CHECK(!tree.channel->press());
    CHECK(same(kFine, told(tree.channel->terminate())));
    CHECK(same("", tree.heard->losses()));
    ReaperProcess process;
    process.pid = sleeping();
    process.alive = UniqueFd(open_process(process.pid));
    const pid_t pid = process.pid;
    Tree lost(std::move(process));
    lost.be_ready();
    lost.socket.reset();
    CHECK(!lost.channel->advance());
    lost.channel->abandon(); /* too late: it has hung up by itself */
    kill(pid, SIGKILL);
    lost.end();
    CHECK(same(words(SpawnReason::tree_gone, 0, "the reaper of these processes was killed") + "; ", lost.heard->losses()));
}

TEST(two_who_end_a_tree_at_once_end_it_once, "the second one must not let go of what the first one is being answered about") {
    Tree tree;
    tree.be_ready();
    const auto end = [&] { return told(tree.channel->terminate()); };
    Pending<std::string> first(tree, end);
    const Request request = tree.next();
    CHECK(tree.heard->wait_for_waiting(1));
    Pending<std::string> second(tree, end);
    CHECK(tree.heard->wait_for_waiting(2));
    CHECK(tree.is_left_alone());
    CHECK_EQUAL(2, tree.heard->tokens());
    tree.answer(request);
    CHECK(tree.heard->wait_for_waiting(3)); /* for the end by now */
    CHECK(tree.is_left_alone());
    tree.end();
    CHECK(same(kFine, first.get()) && same(kFine, second.get()));
    CHECK_EQUAL(0, tree.heard->tokens());
}

TEST(what_ends_a_tree_is_told_as_it_turned_out, "an operator reads there whether a daemon can escape") {
    const auto told_of = [](EndingMeans means, const std::vector<Report>& reports) {
        ReaperProcess process;
        process.ending.means = means;
        Tree tree(std::move(process));
        for (const Report& one : reports) tree.say(one);
        (void)tree.channel->advance();
        const Ending ending = tree.channel->ending();
        return std::to_string(static_cast<int>(ending.means)) + " " + std::to_string(ending.system_code) + " " + ending.problem;
    };
    const auto expected = [](EndingMeans means, int code, const std::string& problem) {
        return std::to_string(static_cast<int>(means)) + " " + std::to_string(code) + " " + problem;
    };
    const auto ready = [](int status) { return Tree::report(Say::ready, 0, status); };
    const auto answer = [](int status) { return Tree::report(Say::answer, 0, status); };
    const std::string group = "making a control group that the kernel ends (Linux 5.14): ",
                      program = "putting a program into its control group: ";
    CHECK(same(expected(EndingMeans::control_group, 0, ""), told_of(EndingMeans::control_group, {ready(0), answer(0)})));
    CHECK(same(expected(EndingMeans::walk, EPERM, group + strerror(EPERM)),
               told_of(EndingMeans::control_group, {ready(EPERM), answer(EBUSY)})));
    CHECK(same(expected(EndingMeans::walk, EBUSY, program + strerror(EBUSY)),
               told_of(EndingMeans::control_group, {ready(0), answer(EBUSY), answer(EPERM)})));
    CHECK(same(expected(EndingMeans::pid_namespace, 0, ""), told_of(EndingMeans::pid_namespace, {ready(EPERM), answer(EBUSY)})));
}

TEST(a_kill_of_a_reaper_meets_nobody_else, "what leads the tree is killed, and whoever ends it goes on") {
    {
        ReaperProcess process;
        const pid_t first = sleeping(), engine = stopped();
        process.pid = engine;
        process.first = UniqueFd(open_process(first));
        Tree tree(std::move(process));
        tree.channel->kill_reaper();
        CHECK_EQUAL(SIGKILL, signal_of(first));
        CHECK_EQUAL('T', state_of(engine));
        CHECK(was_alive(engine));
    }
    for (const bool spoke : {true, false}) {
        auto [mine, theirs] = socket_ends();
        const pid_t guard = stopped(), reaper = sleeping();
        ReaperProcess process;
        process.guard = std::make_shared<GuardProcess>(guard, std::move(mine), UniqueFd(open_process(guard)), "");
        Tree tree(std::move(process));
        const UniqueFd descriptor(open_process(reaper));
        if (spoke) {
            tree.say(Tree::report(Say::ready), {fd_of(descriptor)});
            tree.say(Tree::report(Say::answer));
            (void)tree.channel->advance();
            CHECK_EQUAL(2, tree.channel->descriptors());
        }
        tree.channel->kill_reaper();
        if (spoke) CHECK_EQUAL(SIGKILL, signal_of(reaper));
        if (!spoke) CHECK(tree.is_let_go() && was_alive(reaper));
        CHECK(goes_on(guard));
        kill(guard, SIGKILL);
        tree.end();
        CHECK(waitpid(guard, nullptr, WNOHANG) < 0);
    }
    for (const bool knows_inner : {true, false}) {
        ReaperProcess process;
        const pid_t outer = knows_inner ? stopped() : sleeping(), inner = sleeping();
        process.pid = outer;
        Tree tree(std::move(process));
        Report ready = Tree::report(Say::ready);
        ready.pid = inner;
        if (knows_inner) tree.say(ready);
        (void)tree.channel->advance();
        tree.channel->kill_reaper();
        CHECK_EQUAL(SIGKILL, signal_of(knows_inner ? inner : outer));
        if (knows_inner) CHECK(goes_on(outer));
        CHECK(was_alive(knows_inner ? outer : inner));
    }
}

TEST(a_number_that_was_waited_for_is_left_alone, "somebody else may have it by then, and a reaper that has hung up ends by itself") {
    const pid_t stranger = stopped(), ended = forked([] {});
    ReaperProcess process;
    process.pid = stranger;
    process.alive = UniqueFd(open_process(ended));
    Tree tree(std::move(process));
    tree.end();
    tree.channel->kill_reaper();
    CHECK_EQUAL('T', state_of(stranger));
    CHECK(was_alive(stranger));
    ReaperProcess hung_up;
    hung_up.pid = stopped();
    hung_up.alive = UniqueFd(open_process(hung_up.pid));
    const pid_t guard = hung_up.pid;
    Tree other(std::move(hung_up));
    other.socket.reset();
    CHECK(!other.channel->advance());
    other.channel->kill_reaper(); /* its guard has to go on, and ends by itself */
    CHECK(goes_on(guard));
    CHECK(waitpid(guard, nullptr, WNOHANG) == 0);
    kill(guard, SIGKILL);
    other.end();
}

TEST(what_cannot_be_sent_is_told_or_sent_again, "a full socket is no reason to fail, and a closed one is the end of the tree") {
    const std::string sending = "sending a request to the reaper: ";
    const struct {
        int error;
        std::string told;
    } rows[] = {{EPIPE, kGone},
                {ECONNRESET, kGone},
                {EMFILE, words(SpawnReason::exhausted, EMFILE, sending + strerror(EMFILE))},
                {EBADF, words(SpawnReason::broken, EBADF, sending + strerror(EBADF))},
                {EPERM, words(SpawnReason::broken, EPERM, sending + strerror(EPERM))}};
    for (const auto& row : rows) {
        Tree tree;
        refusal_error = row.error;
        refused_sendings = 1;
        CHECK(same(row.told, tree.asked()));
        CHECK(tree.is_left_alone());
    }
    for (const int error : {EAGAIN, ETOOMANYREFS}) {
        Tree tree;
        refusal_error = error;
        refused_sendings = 3;
        Pending<std::string> outcome(tree, [&] { return tree.asked(); });
        const Request request = tree.next();
        CHECK(is({Ask::measure, 1, 0, 0, 0}, request));
        tree.answer(request);
        CHECK(same(kFine, outcome.get()));
        CHECK_EQUAL(0, refused_sendings);
    }
    Tree closed;
    closed.socket.reset();
    CHECK(same(kGone, closed.asked()));
}

TEST(a_request_that_finds_no_room_does_not_keep_others_from_hearing, "the reaper reads on only once somebody takes what it has said") {
    Tree tree;
    refusal_error = EAGAIN;
    refused_sendings = 1 << 30;
    Pending<std::string> outcome(tree, [&] { return tree.asked(); });
    const int before = refused_sendings;
    while (refused_sendings > before - 2) poll(nullptr, 0, 1); /* it is trying */
    tree.say(Tree::report(Say::ended));
    CHECK(!tree.channel->advance());
    refused_sendings = 0;
    CHECK(same("0: 0 0 0 0 0; ", tree.heard->ends()));
    tree.answer(tree.next());
    CHECK(same(kFine, outcome.get()));
}

TEST(what_cannot_be_received_now_is_received_later, "an exit that is lost is waited for for ever") {
    for (const int error : {EAGAIN, ENOMEM, ENOBUFS}) {
        Tree tree;
        tree.say(Tree::report(Say::ended));
        refusal_error = error;
        refused_receivings = 1;
        CHECK(!tree.channel->advance());
        CHECK(same("", tree.heard->ends()));
        CHECK(!tree.channel->advance());
        CHECK(same("0: 0 0 0 0 0; ", tree.heard->ends()));
    }
    Tree reset; /* a request was unread when the reaper closed; what it had said before is heard in the same turn */
    for (int times = 0; times < 3; ++times) reset.say(Tree::report(Say::ended));
    refusal_error = ECONNRESET;
    refused_receivings = 1;
    CHECK(!reset.channel->advance());
    CHECK(same("0: 0 0 0 0 0; 0: 0 0 0 0 0; 0: 0 0 0 0 0; ", reset.heard->ends()));
    Tree broken;
    refusal_error = EBADF;
    refused_receivings = 1;
    CHECK(broken.channel->advance() && broken.channel->is_collected());
    for (const std::size_t length : {sizeof(Report) - 1, std::size_t{1}}) {
        Tree tree;
        const char cut[sizeof(Report)] = {};
        CHECK(send(fd_of(tree.socket), cut, length, 0) == static_cast<ssize_t>(length));
        CHECK(tree.channel->advance() && tree.channel->is_collected());
    }
}

TEST(whoever_waits_hears_at_once, "a word that wakes nobody costs each of them a moment: a thousand would take longer than a test may") {
    for (int life = 0; life < 1300; ++life) {
        Tree tree;
        Pending<std::string> client(tree, [&] {
            if (!tree.channel->wait_until_ready().ok()) return std::string("not ready");
            std::string all = tree.asked() == kFine ? "answered, " : "not answered, ";
            all += tree.asked() == kGone ? "hung up on, " : "not hung up on, ";
            return all + (told(tree.channel->terminate()) == kGone ? "lost" : "not lost");
        });
        tree.be_ready();
        tree.answer(tree.next());
        (void)tree.next();
        tree.end();
        CHECK(same("answered, hung up on, lost", client.get()));
    }
}

TEST(a_reaper_that_takes_its_time_is_asked_whether_it_runs, "a slow file system is no reason to kill, and silence is one") {
    const Request alive{Ask::alive, 0, 0, 0, 0};
    Tree slow, late, ending;
    ending.be_ready();
    Pending<std::string> begun(late, [&] { return told(late.channel->wait_until_ready()); });
    Pending<std::string> ended(ending, [&] { return told(ending.channel->terminate()); });
    ending.answer(ending.next());
    Pending<std::string> outcome(slow, [&] { return slow.asked(); });
    const Request request = slow.next();
    CHECK(slow.heard->wait_for_waiting(1));
    CHECK_EQUAL(1, slow.heard->tokens());
    CHECK(slow.is_prodded());
    slow.answer(alive);
    CHECK(ending.is_prodded());
    ending.end();
    CHECK(same(kFine, ended.get()));
    CHECK(slow.is_prodded()); /* and again, since it has answered */
    late.be_ready();
    CHECK(same(kFine, begun.get()));
    slow.answer(alive);
    slow.answer(request);
    CHECK(same(kFine, outcome.get()));
    CHECK_EQUAL(0, slow.heard->tokens());
}
