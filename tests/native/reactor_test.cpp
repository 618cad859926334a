/* The thread that hears all reapers, with the test in the place of those: whom it waits for and how long, and what comes of a step that the
 * system refuses (processes/linux/tree.h). */
#include "harness.h"
#include "watched_tree.h"

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <atomic>
#include <fstream>
#include <future>
#include <map>
#include <thread>

#include "ground/linux/newer_calls.h"
#include "processes/linux/tree.h"
#include "replaced_call.h"
#include "spawn_outcomes.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;

// Which call of a name the system refuses, and with which error; before the thread begins, or while it sleeps.
static std::map<std::string, std::pair<int, int>> refusals;
static std::map<std::string, int> calls_made;
static std::atomic<int> last_patience_ms{-2};  // of the last wait for reapers

static bool is_refused(const char* name) {
    const auto found = refusals.find(name);
    if (found == refusals.end() || found->second.first != ++calls_made[name]) return false;
    errno = found->second.second;
    return true;
}

extern "C" int epoll_create1(int flags) noexcept {
    static const auto real = original<int (*)(int)>(__func__);
    return is_refused("epoll_create1") ? -1 : real(flags);
}

extern "C" int eventfd(unsigned value, int flags) noexcept {
    static const auto real = original<int (*)(unsigned, int)>(__func__);
    return is_refused("eventfd") ? -1 : real(value, flags);
}

extern "C" int epoll_ctl(int poller, int what, int descriptor, epoll_event* event) noexcept {
    static const auto real = original<int (*)(int, int, int, epoll_event*)>(__func__);
    return is_refused("epoll_ctl") ? -1 : real(poller, what, descriptor, event);
}

extern "C" int epoll_wait(int poller, epoll_event* events, int most, int patience_ms) {
    static const auto real = original<int (*)(int, epoll_event*, int, int)>(__func__);
    last_patience_ms = patience_ms;
    return real(poller, events, most, patience_ms);
}

extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* given) noexcept {
    static const auto real = original<int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>(__func__);
    return is_refused("pthread_create") ? errno : real(thread, attributes, run, given);
}

namespace {

std::string counted(const Reactor& reactor) {
    const SpawnCounters counters = reactor.counters();
    return std::to_string(counters.reapers) + " " + std::to_string(counters.descriptors) + " " + std::to_string(counters.threads);
}

/* A tree whose reaper is the test. */
struct Tree {
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    std::shared_ptr<TreeChannel> channel = std::make_shared<TreeChannel>(recorder);
    UniqueFd socket;

    explicit Tree(ReaperProcess process = {}) {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) abort();
        process.socket = UniqueFd(ends[0]);
        socket = UniqueFd(ends[1]);
        channel->adopt(std::move(process));
    }
    /* The next request; where the machine is slow there are some that ask whether the reaper runs. */
    ssize_t next(Request* request) const {
        ssize_t got = 0;
        do got = recv(fd_of(socket), request, sizeof *request, 0);
        while (got > 0 && request->ask == Ask::alive);
        return got;
    }
    /* Answers one request. */
    bool answer() const {
        Request request{};
        if (next(&request) <= 0) return false;
        Report report{};
        report.say = Say::answer;
        report.ticket = request.ticket;
        return send(fd_of(socket), &report, sizeof report, 0) > 0;
    }
    SpawnReason asked() const {
        Report report{};
        return channel->ask(Ask::measure, 0, 0, {}, &report).reason;
    }
    bool is_served() const {
        auto outcome = std::async(std::launch::async, [&] { return asked(); });
        return answer() && outcome.get() == SpawnReason::none;
    }
    bool is_let_go() const {
        Request request{};
        return next(&request) == 0;
    }
};

/* Where this process shows its thread of that name, or nothing. */
std::string thread_named(const std::string& name) {
    for (const std::string& task : entries("/proc/self/task"))
        if (file_text("/proc/self/task/" + task + "/comm") == name + "\n") return "/proc/self/task/" + task;
    return {};
}

}  // namespace

TEST(a_reactor_hears_its_reapers_and_sleeps_else, "a host at rest takes no processor, and none of its client's signals") {
    sigset_t some, before, after;
    sigemptyset(&some);
    sigaddset(&some, SIGUSR1);
    CHECK(pthread_sigmask(SIG_SETMASK, &some, &before) == 0);
    Reactor reactor;
    CHECK(same("0 0 0", counted(reactor)) && !reactor.is_this_thread());
    Tree tree, other;
    CHECK(same(kFine, told(reactor.add(tree.channel))) && same(kFine, told(reactor.add(other.channel))));
    CHECK(same("2 2 1", counted(reactor)) && !reactor.is_this_thread());
    CHECK(pthread_sigmask(SIG_SETMASK, nullptr, &after) == 0 && memcmp(&some, &after, 8) == 0);
    CHECK(tree.is_served() && other.is_served());
    std::string place;
    while ((place = thread_named("hcsffi-reactor")).empty()) poll(nullptr, 0, 1); /* it names itself when it begins */
    const std::string status = file_text(place + "/status");
    const std::size_t blocked = status.find("SigBlk:");
    CHECK(same("SigBlk:\tfffffffe7ffbfeff", status.substr(blocked, 24))); /* all that can be, but the C library's own two */
    while (last_patience_ms != -1 || file_text(place + "/stat").find(") S ") == std::string::npos) poll(nullptr, 0, 1);
    std::atomic<bool> was_its_own{false};
    other.recorder->on_end = [&](ProcessKey) { was_its_own = reactor.is_this_thread(); };
    Report ended{};
    ended.say = Say::ended;
    ProcessEnd end;
    CHECK(send(fd_of(other.socket), &ended, sizeof ended, 0) > 0 && other.recorder->wait_for_end(0, &end) && was_its_own);
    tree.channel->abandon();
    CHECK(tree.is_let_go());
    CHECK(other.is_served());
    while (last_patience_ms <= 0) poll(nullptr, 0, 1); /* it comes back for who was let go of */
    tree.socket.reset();
    while (counted(reactor) != "1 1 1") poll(nullptr, 0, 1);
    CHECK(other.is_served());
    while (last_patience_ms != -1) poll(nullptr, 0, 1);
    other.socket.reset();
    while (counted(reactor) != "0 0 1") poll(nullptr, 0, 1);
    reactor.shutdown();
    CHECK(same("0 0 0", counted(reactor)) && thread_named("hcsffi-reactor").empty());
    Tree late;
    CHECK(same(words(SpawnReason::tree_gone, 0, "the host is shut down"), told(reactor.add(late.channel))));
    CHECK(pthread_sigmask(SIG_SETMASK, &before, nullptr) == 0);
}

TEST(a_reaper_that_hung_up_and_lives_on_keeps_nobody_waiting, "the end of one system is no other's trouble") {
    for (const bool is_refused : {false, true}) {
        int go[2];
        CHECK(pipe(go) == 0);
        const pid_t pid = fork();
        if (pid == 0) {
            char one = 0;
            close(go[1]);
            (void)!read(go[0], &one, 1);
            _exit(0);
        }
        close(go[0]);
        ReaperProcess process;
        process.pid = pid;
        process.alive = UniqueFd(open_process(pid));
        Reactor reactor;
        Tree first(std::move(process)), second;
        CHECK(reactor.add(first.channel).ok() && reactor.add(second.channel).ok());
        CHECK(same("2 3 1", counted(reactor)) && first.is_served());
        calls_made.clear();
        if (is_refused) refusals = {{"epoll_ctl", {1, ENOSPC}}}; /* then the one that is about to end is waited for */
        first.socket.reset();
        while (counted(reactor) != "2 2 1") poll(nullptr, 0, 1);
        CHECK(first.asked() == SpawnReason::tree_gone);
        if (is_refused) close(go[1]);
        CHECK(second.is_served());
        if (!is_refused) close(go[1]);
        while (counted(reactor) != "1 1 1") poll(nullptr, 0, 1);
        refusals.clear();
        CHECK(first.channel->is_collected() && second.is_served());
        second.socket.reset();
    }
}

TEST(what_a_reactor_cannot_be_made_of_is_told_and_tried_again, "a service that was short of descriptors once goes on") {
    const std::string preparing = "preparing to listen to reapers", thread = "starting the thread that listens to reapers";
    const struct {
        const char* step;
        int call;
        int error;
        std::string told;
    } rows[] = {{"epoll_create1", 1, EMFILE, refusal(SpawnReason::exhausted, EMFILE, preparing)},
                {"eventfd", 1, EMFILE, refusal(SpawnReason::exhausted, EMFILE, preparing)},
                {"epoll_ctl", 1, ENOSPC, refusal(SpawnReason::exhausted, ENOSPC, preparing)},
                {"epoll_ctl", 1, EPERM, refusal(SpawnReason::broken, EPERM, preparing)},
                {"pthread_create", 1, EAGAIN, refusal(SpawnReason::exhausted, EAGAIN, thread)},
                {"epoll_ctl", 2, ENOSPC, refusal(SpawnReason::exhausted, ENOSPC, "listening to a reaper")},
                {"epoll_ctl", 2, EPERM, refusal(SpawnReason::broken, EPERM, "listening to a reaper")}};
    for (const auto& row : rows)
        for (const bool has_standard_input : {true, false}) {
            const std::size_t before = entries("/proc/self/fd").size();
            {
                Tree tree;
                Reactor reactor;
                if (!has_standard_input) close(0); /* the next descriptor has its number */
                calls_made.clear();
                refusals = {{row.step, {row.call, row.error}}};
                CHECK(same(row.told, told(reactor.add(tree.channel))));
                CHECK(same(row.call == 2 ? "0 0 1" : "0 0 0", counted(reactor)));
                refusals.clear();
                CHECK(same(kFine, told(reactor.add(tree.channel))) && tree.is_served());
                tree.socket.reset();
                reactor.shutdown();
            }
            if (!has_standard_input) CHECK(open("/dev/null", O_RDWR) == 0); /* nothing of it is left */
            CHECK_EQUAL(before, entries("/proc/self/fd").size());
        }
}

TEST(a_reactor_closes_what_it_opened_under_any_number, "a service without standard input has a descriptor of that number") {
    auto reactor = std::make_unique<Reactor>();
    Tree tree;
    refusals = {{"eventfd", {1, EMFILE}}};
    CHECK(!reactor->add(tree.channel).ok());
    close(0); /* the second of its two has this number now */
    calls_made.clear();
    refusals = {{"pthread_create", {1, EAGAIN}}};
    CHECK(!reactor->add(tree.channel).ok());
    refusals.clear();
    CHECK(reactor->add(tree.channel).ok() && tree.is_served());
    const std::size_t before = entries("/proc/self/fd").size();
    tree.socket.reset();
    reactor.reset();
    CHECK_EQUAL(before - 4, entries("/proc/self/fd").size()); /* two of the tree, two of its own */
    CHECK_EQUAL(-1, fcntl(0, F_GETFD));
}

TEST(an_end_of_all_is_over_when_all_have_ended,
     "one that nobody is told of would be noticed a quarter of a minute later, and eight of them not at all") {
    for (int life = 0; life < 8; ++life) {
        Tree trees[3];
        Reactor reactor;
        for (Tree& one : trees) CHECK(reactor.add(one.channel).ok());
        auto reapers = std::async(std::launch::async, [&] {
            for (Tree& one : trees) {
                if (!one.is_let_go()) return false;
                one.socket.reset();
            }
            return true;
        });
        reactor.shutdown();
        CHECK(reapers.get());
        for (const Tree& one : trees) CHECK(one.channel->is_collected() && one.recorder->losses() == 0);
        CHECK(same("0 0 0", counted(reactor)));
    }
}
