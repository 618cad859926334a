/* A tree lives in a control group where one can be had, and ends with it though nobody is left who would walk through /proc: guard and
 * reaper killed together, the client killed with them, for root and for a user to whom a group was delegated. */
#include "stopped_call.h"
#include "watched_tree.h"

static int be_a_victim(int count, char** arguments);
#define HARNESS_MODES be_a_victim
#include "harness.h"

#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <future>

#include "processes/linux/tree.h"
#include "processes/reaper/cgroup.h"
#include "shown_groups.h"
#include "texts.h"

using namespace hcsffi;
namespace fs = std::filesystem;

// A daemon, a daemon of a daemon and a process that has stopped itself, each in a session of its own, and the shell that made them.
static const char kMembers[] =
    "setsid sh -c 'setsid sh -c \"echo \\$\\$; exec sleep 1000\" & echo $$; exec sleep 1000' & "
    "setsid sh -c 'echo $$; kill -STOP $$; exec sleep 1000' & echo $$; exec sleep 1000";
constexpr int kCount = 4;

static std::vector<std::uint32_t> start_members(ProcessTree& tree) {
    ProcessStart what = shell(kMembers);
    what.output = true;
    StartedProcess started;
    std::vector<std::uint32_t> ids;
    if (!tree.start(what, 1, &started).ok()) return ids;
    for (int line = 0; line < kCount; ++line) ids.push_back(read_id(started.output));
    return ids;
}

static std::vector<pid_t> reaper_pair() {
    const std::vector<pid_t> guards = children_of(getpid());
    const std::vector<pid_t> reapers = guards.size() == 1 ? children_of(guards[0]) : std::vector<pid_t>{};
    return reapers.size() == 1 ? std::vector<pid_t>{guards[0], reapers[0]} : std::vector<pid_t>{};
}

// The mode in which this program is the client that gets killed: prints guard, reaper and members.
static int be_a_victim(int count, char** arguments) {
    if (count < 2 || strcmp(arguments[1], "--victim") != 0) return -1;
    WatchedTree watched;
    if (!watched) return 99;
    for (const pid_t one : reaper_pair()) printf("%u\n", static_cast<unsigned>(one));
    for (const std::uint32_t id : start_members(*watched.tree)) printf("%u\n", static_cast<unsigned>(id));
    fflush(stdout);
    for (;;) wait_ms(1000);
}

static std::string group_of(std::uint32_t id) {
    const std::string text = file_text("/proc/" + std::to_string(id) + "/cgroup");
    const std::size_t at = text.find("0::");
    return at == std::string::npos ? std::string() : text.substr(at + 3, text.find('\n', at) - at - 3);
}

// Where this process's group is on this machine, if it may make groups there that the kernel can kill; found out by making one.
static std::string own_folder() {
    for (const std::string mount : {"/sys/fs/cgroup", "/sys/fs/cgroup/unified"}) {
        std::string folder = mount + group_of(static_cast<std::uint32_t>(getpid()));
        if (folder.back() == '/') folder.pop_back();
        const std::string made = folder + "/probe-" + std::to_string(getpid());
        if (mkdir(made.c_str(), 0755) != 0) continue;
        const bool kills = access((made + "/cgroup.kill").c_str(), W_OK) == 0;
        rmdir(made.c_str());
        if (kills) return folder;
    }
    return {};
}

static int groups_left(const std::string& folder) {
    int count = 0;
    for (const std::string& name : entries(folder)) count += name.rfind("hcsffi-" + std::to_string(getpid()) + "-", 0) == 0;
    return count;
}

static bool all_end(const std::vector<std::uint32_t>& ids, const std::function<bool()>& cause) {
    std::vector<std::unique_ptr<LifeOf>> lives;
    for (const std::uint32_t id : ids) {
        lives.push_back(std::make_unique<LifeOf>(id));
        if (id <= 1 || !lives.back()->known()) return false;
    }
    if (ids.size() != kCount || !cause()) return false;
    for (const auto& life : lives)
        if (!life->ends_in_time()) return false;
    return true;
}

static bool a_killed_pair_leaves_nothing(const std::string& folder) {
    WatchedTree watched;
    if (!watched) return false;
    const std::vector<pid_t> pair = reaper_pair();
    const std::vector<std::uint32_t> ids = start_members(*watched.tree);
    if (pair.size() != 2 || ids.size() != kCount || group_of(ids[0]).find("/hcsffi-") == std::string::npos) return false;
    const bool ended = all_end(ids, [&pair] { return kill(pair[0], SIGKILL) == 0 && kill(pair[1], SIGKILL) == 0; });
    if (!ended || !watched.recorder->wait_for_loss() || watched.tree->terminate().reason != SpawnReason::tree_gone) return false;
    watched.spawner->shutdown();
    return groups_left(folder) == 0 && watched.spawner->counters().descriptors == 0;
}

TEST(guard_and_reaper_killed_together_leave_nothing_behind, "what the system's programs have started has no other owner") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    for (int round = 0; round < 15; ++round) CHECK(a_killed_pair_leaves_nothing(folder));
}

TEST(they_leave_nothing_of_a_user_to_whom_a_group_was_delegated, "an ordinary user's session has a group of its own on most machines") {
    const std::string folder = own_folder();
    if (geteuid() != 0 || folder.empty()) SKIP("delegating a control group takes root and version 2");
    constexpr uid_t kOrdinary = 65533;
    const std::string delegated = folder + "/delegated-" + std::to_string(getpid());
    CHECK(mkdir(delegated.c_str(), 0755) == 0);
    const std::string members = delegated + "/cgroup.procs";
    const int file = open(members.c_str(), O_WRONLY | O_CLOEXEC);
    bool ready = chown(delegated.c_str(), kOrdinary, kOrdinary) == 0 && chown(members.c_str(), kOrdinary, kOrdinary) == 0;
    ready = file >= 0 && write(file, "0", 1) == 1 && ready && setgroups(0, nullptr) == 0 && setresuid(kOrdinary, kOrdinary, 0) == 0;
    prctl(PR_SET_DUMPABLE, 1);
    char self[4096];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    const bool reachable = length > 0 && access(std::string(self, static_cast<std::size_t>(length)).c_str(), X_OK) == 0;
    bool nothing_left = ready;
    for (int round = 0; ready && reachable && round < 15; ++round) nothing_left = nothing_left && a_killed_pair_leaves_nothing(delegated);
    const bool back = setresuid(0, 0, 0) == 0;
    const int home = open((folder + "/cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC);
    const bool home_again = home >= 0 && write(home, "0", 1) == 1;
    close(home);
    close(file);
    const bool removed = rmdir(delegated.c_str()) == 0;
    CHECK(ready && back && home_again && removed);
    if (!reachable) SKIP("an ordinary user cannot reach the programs under test");
    CHECK(nothing_left);
}

TEST(the_next_client_ends_what_is_left_when_the_client_was_killed_as_well, "nobody else would, and nobody else is asked") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    const char* const words[] = {"--victim", nullptr};
    child victim;
    CHECK(start_self(&victim, CHILD_TALKS_TO_US, words));
    const UniqueFd output(victim.output);
    victim.output = NO_STREAM;
    const std::uint32_t pair[2] = {read_id(output), read_id(output)};
    std::vector<std::uint32_t> ids;
    for (int line = 0; line < kCount; ++line) ids.push_back(read_id(output));
    CHECK(pair[0] > 1 && pair[1] > 1);
    CHECK(group_of(ids[0]) != group_of(static_cast<std::uint32_t>(getpid())));
    CHECK(all_end(ids, [&victim, &pair] {
        child_kill(&victim);
        for (const std::uint32_t one : pair) kill(static_cast<pid_t>(one), SIGKILL);
        const LifeOf guard(pair[0]), reaper(pair[1]);  // unknown when it has been collected already
        if (guard.known() && !guard.ends_in_time()) return false;
        if (reaper.known() && !reaper.ends_in_time()) return false;
        return static_cast<bool>(WatchedTree());
    }));
    child_close(&victim);
}

TEST(a_living_clients_groups_are_left_alone, "a sweep that took them would end the systems of a neighbour") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    WatchedTree watched;
    CHECK(watched);
    CHECK_EQUAL(kCount, start_members(*watched.tree).size());
    CHECK(WatchedTree());  // its spawner sweeps, as a new client's does
    TreeStatistics statistics;
    CHECK(watched.tree->measure(&statistics).ok());
    CHECK_EQUAL(kCount, statistics.process_count);
    CHECK_EQUAL(1, groups_left(folder));
}

static UniqueFd opened(const std::string& folder) { return UniqueFd(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); }

static std::string own_group_in(const std::string& folder) {
    for (const std::string& name : entries(folder))
        if (name.rfind("hcsffi-" + std::to_string(getpid()) + "-", 0) == 0) return folder + "/" + name;
    return {};
}

TEST(a_group_that_a_sweep_takes_before_it_is_locked_is_made_once_more, "what the system's programs start would have no owner left") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    UniqueFd taken;
    std::atomic<int> locks{0};
    // One neighbour has done before the guard locks; another has the lock, and does its work while the guard waits.
    const StoppedCall lock(SYS_flock, [&](const seccomp_notif&) {
        const std::string group = own_group_in(folder);
        if (group.empty()) return;  // a neighbour's that this process looks at
        const int before = locks++;
        if (before == 0) sweep_groups(folder);
        if (before == 1 && (taken = opened(group))) flock(taken.get(), LOCK_EX | LOCK_NB);
        if (before == 2) rmdir(group.c_str());
        if (before == 2) taken.reset();
    });
    if (!lock) SKIP("this kernel lets nobody stop a call");
    WatchedTree watched;
    CHECK(watched);
    CHECK(locks >= 4);
    CHECK(watched.tree->ending().means == EndingMeans::control_group);
    CHECK_EQUAL(1, groups_left(folder));
    const std::vector<std::uint32_t> ids = start_members(*watched.tree);
    CHECK_EQUAL(kCount, ids.size());
    CHECK(group_of(ids[0]).find("/hcsffi-") != std::string::npos);
    CHECK(watched.tree->terminate().ok());
    CHECK_EQUAL(0, groups_left(folder));
}

TEST(a_group_that_stays_locked_by_others_is_given_up, "a sweep that somebody has stopped would keep every system from starting") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    UniqueFd taken;
    const StoppedCall lock(SYS_flock, [&](const seccomp_notif&) {
        if (taken) return;
        const std::string group = own_group_in(folder);
        UniqueFd one = opened(group);  // unless another client has been quicker
        if (one && flock(one.get(), LOCK_EX | LOCK_NB) == 0 && cgroup::is_there(AT_FDCWD, group.c_str(), one.get())) taken = std::move(one);
    });
    if (!lock) SKIP("this kernel lets nobody stop a call");
    WatchedTree watched;
    CHECK(watched);
    CHECK(watched.tree->ending().means == EndingMeans::walk);
    CHECK_EQUAL(EWOULDBLOCK, watched.tree->ending().system_code);
    CHECK_EQUAL(0, groups_left(folder));
    CHECK(watched.tree->terminate().ok());
}

TEST(a_sweep_that_comes_late_leaves_the_group_made_meanwhile, "it would end the programs of a system that has just started") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    const std::string nest = folder + "/nest-" + std::to_string(getpid());
    const std::string group = nest + "/hcsffi-" + std::to_string(getpid()) + "-again";
    CHECK(mkdir(nest.c_str(), 0755) == 0 && mkdir(group.c_str(), 0755) == 0);
    const pid_t member = fork();
    if (member == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;) pause();
    }
    UniqueFd made;
    bool moved = false;
    // Another sweep removes it, and its tree makes it once more.
    const auto make_again = [&](const seccomp_notif&) {
        if (made || rmdir(group.c_str()) != 0 || mkdir(group.c_str(), 0755) != 0 || !(made = opened(group))) return;
        const UniqueFd members(open((group + "/cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC));
        const std::string text = std::to_string(member);
        moved = flock(made.get(), LOCK_SH | LOCK_NB) == 0 && write(members.get(), text.data(), text.size()) > 0;
    };
    std::promise<bool> stopped;
    std::thread([&] {
        const StoppedCall lock(SYS_flock, make_again);
        if (lock) sweep_groups(nest);
        stopped.set_value(static_cast<bool>(lock));
    }).join();
    int status = 0;
    const bool ended = waitpid(member, &status, WNOHANG) != 0;
    kill(member, SIGKILL);
    if (!ended) waitpid(member, nullptr, 0);
    made.reset();
    for (int turn = 0; rmdir(group.c_str()) != 0 && errno == EBUSY && turn < 1000; ++turn) wait_ms(1);
    const bool removed = rmdir(nest.c_str()) == 0;
    if (!stopped.get_future().get()) SKIP("this kernel lets nobody stop a call");
    CHECK(moved && removed);
    CHECK(!ended);
}

TEST(groups_that_programs_have_made_go_with_the_tree, "a program of a container may run containers of its own") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    WatchedTree watched;
    CHECK(watched);
    const std::string mount = folder.substr(0, folder.size() - group_of(static_cast<std::uint32_t>(getpid())).size() +
                                                   (group_of(static_cast<std::uint32_t>(getpid())) == "/" ? 1 : 0));
    std::string text;
    const std::string script = "d=" + mount + "$(sed -n 's/^0:://p' /proc/$$/cgroup)/one; mkdir -p $d/two && echo made";
    CHECK(output_of(*watched.tree, shell(script), 1, &text).ok());
    CHECK(text == "made\n");
    CHECK(watched.tree->terminate().ok());
    CHECK_EQUAL(0, groups_left(folder));
}

TEST(a_client_that_wants_no_groups_has_none, "a machine whose manager counts every group has to be left as it is") {
    WatchedTree watched;
    CHECK(watched);
    watched.spawner->use_control_groups(false);
    std::unique_ptr<ProcessTree> tree;
    CHECK(watched.spawner->open_tree(watched.recorder, &tree).ok());
    std::string text;
    CHECK(output_of(*tree, shell("cat /proc/$$/cgroup"), 1, &text).ok());
    CHECK(!text.empty() && text.find("hcsffi-") == std::string::npos);
}

// A call that is refused, all of it or with one number as its third argument.
struct Refused {
    unsigned call;
    int third;  // -1 = any
    unsigned error;
};

// From here on this process and all it makes are refused these; false when the kernel lets nobody say so.
static bool refuse(const std::vector<Refused>& calls) {
    std::vector<sock_filter> filter;
    for (const Refused& one : calls) {
        const unsigned char otherwise = one.third < 0 ? 1 : 3;
        filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, one.call, 0, otherwise));
        if (one.third >= 0) {
            filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])));
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(one.third), 0, 1));
        }
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | one.error));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#ifndef SYS_clone3
#define SYS_clone3 435
#endif
constexpr Refused kNoClone3{SYS_clone3, -1, ENOSYS};

static bool runs_one(ProcessTree& tree) {
    std::string text;
    return output_of(tree, shell("echo runs"), 1, &text).ok() && text == "runs\n";
}

TEST(a_system_tells_that_a_control_group_ends_it, "who relies on it has to be able to ask") {
    if (own_folder().empty()) SKIP("no control group of version 2 can be made here");
    WatchedTree watched;
    CHECK(watched);
    CHECK(runs_one(*watched.tree));
    const Ending ending = watched.tree->ending();
    CHECK(ending.means == EndingMeans::control_group);
    CHECK_EQUAL(0, ending.system_code);
    CHECK(ending.problem.empty());
}

TEST(a_sandbox_without_clone3_keeps_nobody_out_of_the_group, "runtimes of containers forbid the call, and the kernel has another way in") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    if (!refuse({kNoClone3})) SKIP("this kernel takes no filter of calls");
    CHECK(syscall(SYS_clone3, nullptr, 0) < 0 && errno == ENOSYS);
    CHECK(a_killed_pair_leaves_nothing(folder));
    WatchedTree watched;
    CHECK(watched);
    CHECK(runs_one(*watched.tree));
    CHECK(watched.tree->ending().means == EndingMeans::control_group);
    CHECK(watched.tree->ending().problem.empty());
}

TEST(a_program_that_stays_out_of_the_group_is_told_with_the_reason, "it is ended by a walk then, which a kill of both reapers cuts short") {
    if (own_folder().empty()) SKIP("no control group of version 2 can be made here");
    if (!refuse({kNoClone3, {SYS_write, 1, EPERM}})) SKIP("this kernel takes no filter of calls");
    WatchedTree watched;
    CHECK(watched);
    CHECK(watched.tree->ending().means == EndingMeans::control_group);  // nothing has failed yet
    CHECK(runs_one(*watched.tree));
    const Ending ending = watched.tree->ending();
    CHECK(ending.means == EndingMeans::walk);
    CHECK_EQUAL(EPERM, ending.system_code);
    CHECK(ending.problem.find("putting a program into its control group: ") == 0);
    CHECK(watched.tree->terminate().ok());
}

TEST(a_group_that_cannot_be_made_is_told_with_the_reason, "nothing is done otherwise than asked for in silence") {
    if (own_folder().empty()) SKIP("no control group of version 2 can be made here");
#ifdef SYS_mkdir
    constexpr unsigned kMkdir = SYS_mkdir;
#else
    constexpr unsigned kMkdir = SYS_mkdirat;
#endif
    if (!refuse({{kMkdir, -1, EROFS}})) SKIP("this kernel takes no filter of calls");
    WatchedTree watched;
    CHECK(watched);
    const Ending ending = watched.tree->ending();
    CHECK(ending.means == EndingMeans::walk);
    CHECK_EQUAL(EROFS, ending.system_code);
    CHECK(ending.problem.find("making a control group that the kernel ends (Linux 5.14): ") == 0);
    CHECK(runs_one(*watched.tree));
    CHECK(watched.tree->terminate().ok());
}

TEST(a_group_that_was_made_and_cannot_be_used_is_taken_away_and_let_go,
     "it would gather on the machine, and hold a program out of its place") {
    const std::string folder = own_folder();
    if (folder.empty()) SKIP("no control group of version 2 can be made here");
    if (!refuse({{SYS_flock, -1, ENOLCK}})) SKIP("this kernel takes no filter of calls");
    WatchedTree watched;
    CHECK(watched);
    CHECK_EQUAL(0, groups_left(folder));
    CHECK(runs_one(*watched.tree));
    const Ending ending = watched.tree->ending();
    CHECK(ending.means == EndingMeans::walk);
    CHECK_EQUAL(ENOLCK, ending.system_code);
    const std::vector<pid_t> pair = reaper_pair();
    CHECK_EQUAL(2, pair.size());
    for (const pid_t one : pair) {
        const std::string held = "/proc/" + std::to_string(one) + "/fd/";
        std::error_code unreadable;
        for (const std::string& name : entries(held))
            CHECK(fs::read_symlink(held + name, unreadable).string().find("/hcsffi-") == std::string::npos);
    }
    CHECK(watched.tree->terminate().ok());
}

TEST(where_no_group_is_wanted_or_can_be_had_that_is_the_reason, "else somebody looks for a fault where there is a choice") {
    const auto spawner = make_spawner();
    spawner->use_control_groups(false);
    std::unique_ptr<ProcessTree> tree;
    CHECK(spawner->open_tree(std::make_shared<Recorder>(), &tree).ok());
    CHECK(tree->ending().means == EndingMeans::walk);
    CHECK(tree->ending().problem == "the configuration wants no control groups");
}

TEST(a_control_group_is_found_by_what_the_kernel_tells_of_it, "a group in the wrong place limits nobody, or somebody else") {
    const ShownGroups shown;
    if (!shown) SKIP("mounting takes root");
    const std::string here = mounted("/", "/m"), first = mounted("/", "/v", "rw,cpu,cpuacct");
    const struct {
        std::string groups, mounts;
        const char *controller, *folder, *mount;
    } rows[] = {
        {"0::/a/b\n", here, "", "/m/a/b", "/m"},
        {"0::/\n", here, "", "/m", "/m"},
        {"0::/\n", mounted("/", "/"), "", "", "/"},
        {"0::/a/b\n", mounted("/a", "/m"), "", "/m/b", "/m"},
        {"0::/a\n", mounted("/a", "/m"), "", "/m", "/m"},
        {"0::/ab\n", mounted("/a", "/m"), "", "", ""},
        {"0::/b/a/b\n", mounted("/a", "/m"), "", "", ""},
        {"0::/a/b\n", mounted("/x", "/m") + mounted("/", "/n"), "", "/n/a/b", "/n"},
        {"0::/../x\n", here, "", "", ""},
        {"0::/../x\n", mounted("/..", "/m"), "", "", ""},
        {"0::/..\n", here, "", "", ""},
        {"0::/.x/y\n", here, "", "/m/.x/y", "/m"},
        {"", here, "", "", ""},
        {"10::/x\n1:name=systemd:/s\n0::/a\n", here, "", "/m/a", "/m"},
        {"1:name=systemd:/s\n", here, "", "", ""},
        {"0::/a\n", first, "", "", ""},
        {"4:cpu,cpuacct:/c\n0::/a\n", here + first, "cpu", "/v/c", "/v"},
        {"4:cpu,cpuacct:/c\n0::/a\n", here + first, "cpuacct", "/v/c", "/v"},
        {"4:cpu,cpuacct:/c\n0::/a\n", here + first, "memory", "", ""},
        {"4:cpu:/c\n", here, "cpu", "", ""},
        {"4:cpu:/c\n", mounted("/", "/v", "cpu,rw"), "cpu", "/v/c", "/v"},
        {"4:cpu:/c\n", mounted("/", "/v", "rw,cpuset"), "cpu", "", ""},
        {"4:cpu:/c\n", "32 31 0:29 / /v rw - tmpfs none rw,cpu\n", "cpu", "", ""},
        {"4:cpuset:/c\n", mounted("/", "/v", "rw,cpu"), "cpu", "", ""},
        {"cpu\n5:cpu\n4:cpu:/c\n", first, "cpu", "/v/c", "/v"},
        {"0::/a\n", mounted("/", "/m\\040x"), "", "/m x/a", "/m x"},
        {"0::/a\n", mounted("/", "/m\\0407"), "", "/m 7/a", "/m 7"},
        {"0::/a\n", mounted("/", "/m\\040"), "", "/m /a", "/m "},
        {"0::/a\n", mounted("/", "\\057m\\04"), "", "/m\\04/a", "/m\\04"},
        {"0::/a b/c\n", mounted("/a\\040b", "/m"), "", "/m/c", "/m"},
    };
    for (const auto& row : rows) {
        shown.tell(row.groups, row.mounts);
        const ShownGroup found = own_group(row.controller);
        CHECK(same(row.folder, found.folder) && same(row.mount, found.mount));
    }
}

TEST(what_keeps_a_tree_from_a_group_of_its_own_is_named, "it ends by other means then, which whoever relies on the kernel has to know") {
    const ShownGroups shown;
    if (!shown) SKIP("mounting takes root");
    const std::string folder = shown.at("a");
    const auto look = [&shown](const char* group, const std::string& mounts) {
        shown.tell(group, mounts);
        Ending why;
        const std::string found = groups_folder(&why);
        if (why.means == EndingMeans::control_group) return found + " " + std::to_string(why.system_code) + why.problem;
        return found + std::to_string(why.system_code) + ": " + why.problem;
    };
    const std::string none = std::to_string(ENOENT) + ": ", here = mounted("/", shown.at(""));
    CHECK(same(none + "this process is in no control group of version 2", look("1:name=systemd:/a\n", here)));
    CHECK(same(none + "the control group of this process is outside its cgroup namespace", look("0::/../a\n", here)));
    CHECK(same(none + "no mount shows the control group of this process", look("0::/a\n", mounted("/b", "/m"))));
    CHECK(same(none + "writing to " + shown.at("/a") + ": No such file or directory", look("0::/a\n", here)));
    CHECK(mkdir(folder.c_str(), 0755) == 0);
    CHECK(same(none + "writing to " + shown.at("/a/cgroup.procs") + ": No such file or directory", look("0::/a\n", here)));
    shown.write("a/cgroup.procs", "");
    CHECK(same(shown.at("/a") + " 0", look("0::/a\n", here)));
    const std::string beside = group_beside("/x"), next = group_beside("/x");
    const std::string own = "/x/hcsffi-" + std::to_string(getpid()) + "-";
    CHECK(same(own, beside.substr(0, own.size())) && beside != next);
    CHECK(beside.substr(own.size(), 3) != "00-");  // the time, since a number of a process comes again
}

TEST(a_sweep_takes_what_nobody_has_locked_and_nothing_else,
     "a group that will not go is tried for twenty milliseconds and left to the next") {
#ifdef SYS_poll
    constexpr unsigned kPause = SYS_poll;
    char made[] = "/tmp/hcsffi-sweep-XXXXXX";
    CHECK(mkdtemp(made) != nullptr);
    const std::string nest = made;
    for (const char* name : {"hcsffi-left", "hcsffi-locked", "hcsffi-full", "hcsffi-nested", "hcsffi-nested/below", "other-left", "target"})
        CHECK(mkdir((nest + "/" + name).c_str(), 0755) == 0);
    fs::create_directory_symlink("target", nest + "/hcsffi-link");
    for (const char* name : {"hcsffi-file", "hcsffi-full/file"})
        CHECK(UniqueFd(open((nest + "/" + name).c_str(), O_CREAT | O_CLOEXEC, 0600)));
    UniqueFd locked = opened(nest + "/hcsffi-locked");
    CHECK(flock(locked.get(), LOCK_SH | LOCK_NB) == 0);
    std::atomic<int> pauses{0}, others{0};
    std::promise<bool> stopped;
    std::thread([&] {
        const StoppedCall pause(kPause,
                                [&](const seccomp_notif& call) { ++(call.data.args[1] == 0 && call.data.args[2] == 1 ? pauses : others); });
        if (pause) sweep_groups(nest);
        if (pause) sweep_groups(nest + "/missing");
        if (pause) end_group_of_killed(nest + "/missing");
        stopped.set_value(static_cast<bool>(pause));
    }).join();
    std::vector<std::string> left = entries(nest);
    std::sort(left.begin(), left.end());
    std::string names;
    for (const std::string& one : left) names += one + " ";
    fs::remove_all(nest);
    if (!stopped.get_future().get()) SKIP("this kernel lets nobody stop a call");
    CHECK(same("hcsffi-file hcsffi-full hcsffi-link hcsffi-locked other-left target ", names));
    CHECK_EQUAL(19, pauses);
    CHECK_EQUAL(0, others);
#else
    SKIP("this machine pauses by another call");
#endif
}
