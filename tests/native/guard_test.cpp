/* Guards: how they and their reapers live beside other programs, what they hold of a client, and what becomes of a tree whose reaper or
 * whose client has gone. Spoken to as a client speaks (processes/reaper/protocol.h). */
#include "guard_alone.h"
#include "harness.h"

#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace hcsffi;
using namespace hcsffi::reaper;

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
    CHECK(tree.start(1, plan_of_shell("for i in 1 2 3 4 5 6 7 8 9; do setsid sleep 1000 & done; exec sleep 1000")) == kDone);
    std::vector<pid_t> all;
    while (all.size() < 9) all = children_of(tree.started);
    CHECK(kill(ready.pid, SIGKILL) == 0);
    CHECK(tree.is_over());
    CHECK_EQUAL(0, guard.let_go());
    for (const pid_t one : all) CHECK(state_of(one) == '\0');
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

TEST(a_tree_that_cannot_be_made_is_over_with_the_reason, "a client that waits for its first word waits for ever") {
    std::vector<unsigned> forks = {SYS_clone, SYS_clone3};
#ifdef SYS_fork
    forks.push_back(SYS_fork);
#endif
    GuardAlone guard({kGuardOfAll}, [&forks] {
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1); /* a leak check makes a process, too */
        refuse(forks, EAGAIN);
    });
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

namespace {

/* Groups that limit, as a client makes them before it starts a guard, and hands over: here folders and files, one pair for each letter. */
struct Groups {
    std::string top = "/tmp/hcsffi-limits-XXXXXX";
    const std::string kinds;

    explicit Groups(std::string letters) : kinds(std::move(letters)) {
        if (mkdtemp(top.data()) == nullptr) abort();
        for (std::size_t at = 0; at < kinds.size(); ++at) {
            std::filesystem::create_directories(folder(at) + "/below");
            std::ofstream(members(at)) << "";
        }
    }
    Groups(const Groups&) = delete;
    Groups& operator=(const Groups&) = delete;
    ~Groups() { std::filesystem::remove_all(top); }

    std::string parent(std::size_t at) const { return top + "/" + std::to_string(at); }
    std::string folder(std::size_t at) const { return parent(at) + "/limited"; }
    std::string members(std::size_t at) const { return top + "/members" + std::to_string(at); }
    void write(std::size_t at, const std::string& name, const std::string& text) const { std::ofstream(folder(at) + "/" + name) << text; }
    GuardAlone guard(const std::string& path = "", int how = O_WRONLY) const {
        return GuardAlone({path, "limited", kinds}, [this, how] {
            for (std::size_t at = 0; at < kinds.size(); ++at) {
                const int place = kGroups + 2 * static_cast<int>(at);
                const int own[] = {fcntl(open(parent(at).c_str(), O_RDONLY | O_DIRECTORY), F_DUPFD, 70),
                                   fcntl(open(members(at).c_str(), how), F_DUPFD, 70)};
                for (const int one : {0, 1})
                    if (dup2(own[one], place + one) < 0) abort();
            }
        });
    }
    bool are_gone() const {
        for (std::size_t at = 0; at < kinds.size(); ++at)
            if (access(folder(at).c_str(), F_OK) == 0) return false;
        return true;
    }
};

}  // namespace

TEST(a_program_enters_each_of_its_groups_and_nothing_else_does, "a limit that one of them does not have is none") {
    for (const char* kinds : {"u", "v", "uvv", "vuv"}) {
        const Groups groups(kinds);
        GuardAlone guard = groups.guard();
        Tree tree = guard.own_tree();
        const Report ready = tree.word();
        CHECK(is({Say::ready, 0, 0, ready.pid, 0, Stage::none, 0, 0, 0, 0, 0}, ready));
        std::string expected;
        for (const std::uint64_t key : {1, 2}) {
            for (std::size_t at = 0; at < groups.kinds.size(); ++at) CHECK(file_text(groups.members(at)) == expected);
            CHECK(tree.start(key, kSleep) == kDone);
            expected += "0"; /* the number of whoever writes it */
            while (held_by(tree.started).size() != 3) poll(nullptr, 0, 1); /* it reads its libraries first */
        }
        for (std::size_t at = 0; at < groups.kinds.size(); ++at) {
            CHECK(file_text(groups.members(at)) == expected);
            const UniqueFd folder(open(groups.folder(at).c_str(), O_RDONLY | O_CLOEXEC));
            CHECK(flock(fd_of(folder), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK); /* or a sweep would take it */
        }
        tree.ask(Ask::terminate);
        CHECK(tree.word().say == Say::ended && tree.word().say == Say::ended && tree.answer() == kDone);
        CHECK_EQUAL(0, guard.let_go());
        CHECK(groups.are_gone());
    }
}

TEST(a_group_has_too_many_only_above_its_most, "the kernel lets those in that come from elsewhere, however many there are") {
    const Groups groups("v");
    GuardAlone guard = groups.guard();
    Tree tree = guard.own_tree();
    CHECK(tree.word().say == Say::ready);
    const struct {
        const char *now, *most;
        bool starts;
    } rows[] = {{"5\n", "5\n", true}, {"6\n", "5\n", false},  {"10", "9", false}, {"9", "10", true}, {"1", "0", false},
                {"0", "0", true},     {"7\n", "max\n", true}, {"7", "", true},    {"", "0", true},   {"max", "0", true}};
    std::uint64_t key = 0;
    for (const auto& row : rows) {
        groups.write(0, "pids.current", row.now);
        groups.write(0, "pids.max", row.most);
        const auto told = tree.start(++key, kSleep);
        if (told != (row.starts ? kDone : std::make_pair(EAGAIN, Stage::fork))) fprintf(stderr, "%s of %s\n", row.now, row.most);
        CHECK(told == (row.starts ? kDone : std::make_pair(EAGAIN, Stage::fork)));
    }
    /* What cannot be removed is left in the end, though another time somebody may be in it no longer. */
    tree.socket.reset();
    CHECK_EQUAL(0, guard.let_go());
    CHECK(!groups.are_gone());
}

TEST(a_group_that_cannot_be_entered_keeps_the_program_from_running, "it would run without the limit that it is to have") {
    for (const char* kinds : {"u", "v"}) {
        const Groups groups(kinds);
        GuardAlone guard = groups.guard("", O_RDONLY);
        Tree tree = guard.own_tree();
        CHECK(tree.word().status == 0);
        CHECK(tree.start(1, kSleep) == std::make_pair(EBADF, Stage::fork));
    }
}

TEST(the_one_group_of_version_2_is_what_a_tree_is_ended_by, "its members are killed whoever they have become") {
    for (const char* kinds : {"uv", "vu", "v"}) {
        const Groups groups(kinds);
        for (std::size_t at = 0; at < groups.kinds.size(); ++at) groups.write(at, "cgroup.kill", "");
        GuardAlone guard = groups.guard();
        Tree tree = guard.own_tree();
        CHECK(tree.word().status == 0 && tree.start(1, kSleep) == kDone);
        tree.ask(Ask::terminate);
        CHECK(tree.word().say == Say::ended && tree.answer() == kDone);
        CHECK_EQUAL(0, guard.let_go());
        for (std::size_t at = 0; at < groups.kinds.size(); ++at)
            CHECK(file_text(groups.folder(at) + "/cgroup.kill") == (kinds[at] == 'u' ? "1" : ""));
    }
}

TEST(a_group_that_is_missing_is_told_where_the_kernel_was_to_end_it, "the others limit and end nobody") {
    for (const std::string kinds : {"u", "v", "vu"}) {
        const Groups groups(kinds);
        for (std::size_t at = 0; at < kinds.size(); ++at) std::filesystem::remove_all(groups.folder(at));
        GuardAlone guard = groups.guard();
        Tree tree = guard.own_tree();
        CHECK_EQUAL(kinds == "v" ? 0 : ENOENT, tree.word().status);
    }
    const Groups groups("v");
    GuardAlone guard = groups.guard("/no/such/place/for-a-group");
    Tree tree = guard.own_tree();
    CHECK_EQUAL(ENOENT, tree.word().status);
}

TEST(a_count_of_processes_leaves_out_the_reaper_and_its_guard, "who may have five has five, and cannot have more by asking") {
    constexpr rlim_t kUsual = 50'000, kMost = 60'000;
    const auto limit_of = [](pid_t pid) {
        rlimit limit{};
        prlimit(pid, RLIMIT_NPROC, nullptr, &limit);
        return std::make_pair(limit.rlim_cur, limit.rlim_max);
    };
    bool is_set = false;
    rlimit before{};
    CHECK(getrlimit(RLIMIT_NPROC, &before) == 0);
    const rlimit limits{kUsual, kMost};
    is_set = setrlimit(RLIMIT_NPROC, &limits) == 0;
    if (!is_set) SKIP("this user may have fewer processes");
    GuardAlone guard(std::vector<std::string>{});
    Tree tree = guard.own_tree();
    const Report ready = tree.word();
    const struct {
        std::uint64_t asked;
        rlim_t of_reaper, of_program, most_of_program;
    } rows[] = {{40'000, 40'002, 40'002, 40'002}, {39'999, 40'001, 40'001, 40'001}, {0, kUsual, kUsual, kMost},
                {99'999, kMost, kMost, kMost},    {0, kUsual, kUsual, kMost},       {30'000, 30'002, 30'002, 30'002}};
    std::uint64_t key = 0;
    for (const auto& row : rows) {
        tree.ask(Ask::limit_processes, row.asked);
        CHECK(tree.answer() == kDone);
        CHECK(limit_of(ready.pid) == std::make_pair(row.of_reaper, kMost));
        CHECK(tree.start(++key, kSleep) == kDone);
        CHECK(limit_of(tree.started) == std::make_pair(row.of_program, row.most_of_program));
    }
    const pid_t running = tree.started;
    tree.ask(Ask::limit_processes, 29'998);
    CHECK(tree.answer() == kDone && limit_of(running) == std::make_pair(rlim_t{30'000}, rlim_t{30'000})); /* whoever runs has it at once */
}

TEST(a_tree_that_may_not_be_ended_or_stopped_says_so,
     "a clean answer would be a lie, and one that never comes takes a thread of the client") {
    GuardAlone guard({kGuardOfAll}, [] { refuse({SYS_kill}, EPERM); });
    Tree tree = guard.tree();
    CHECK(tree.word().say == Say::ready && tree.start(1, kSleep) == kDone);
    const LifeOf program(static_cast<std::uint32_t>(tree.started));
    const auto told = [&tree](Ask what) {
        tree.ask(what, 1, SIGTERM);
        return tree.answer();
    };
    if (told(Ask::signal_one) == kDone) SKIP("this kernel takes no filter of calls");
    constexpr std::pair<int, Stage> kRefused{EPERM, Stage::none};
    CHECK(told(Ask::signal_one) == kRefused && told(Ask::signal_group) == kRefused && told(Ask::resume) == kRefused);
    CHECK(told(Ask::pause) == kRefused && state_of(tree.started) == 'S');
    CHECK(tree.start(2, kSleep) == kDone); /* nothing is paused */
    CHECK(told(Ask::terminate) == kRefused);
    CHECK(is_over_with(0, 2 << 8, tree.word()) && tree.is_over());
    CHECK(program.ends_in_time()); /* the kernel's doing, when its reaper has gone */
    CHECK_EQUAL(0, guard.let_go());
}

TEST(a_program_has_the_usual_signals_whatever_its_client_ignores, "a program that is asked to end would not hear it") {
    GuardAlone guard(std::vector<std::string>{}, [] {
        for (const int one : {SIGHUP, SIGUSR1, SIGPIPE, SIGCHLD, SIGRTMAX}) signal(one, SIG_IGN);
        /* 32 and 33 are the C library's: it ignores them in what it starts by posix_spawn, and refuses to say so */
        const std::uint64_t ignored[8] = {1};
        for (const int one : {32, 33}) (void)syscall(SYS_rt_sigaction, one, ignored, nullptr, (NSIG - 1) / 8);
    });
    Tree tree = guard.own_tree();
    const Report ready = tree.word();
    CHECK(ready.say == Say::ready && tree.start(1, kSleep) == kDone);
    const auto says = [&](const char* none) {
        return file_text("/proc/" + std::to_string(tree.started) + "/status").find(none) != std::string::npos;
    };
    for (const char* none : {"SigBlk:\t0000000000000000\n", "SigIgn:\t0000000000000000\n"}) {
        for (int tries = 0; tries < 5000 && !says(none); ++tries) usleep(1000); /* a program that comes up may block some for a moment */
        CHECK(says(none));
    }
    tree.ask(Ask::signal_one, 1, SIGRTMAX);
    const int ending = SIGRTMAX;
    CHECK(tree.answer() == kDone && tree.word().status == ending);
}
