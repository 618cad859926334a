/* The control groups that hold a tree's limits: where they are made, what is written into them and what is read, on hierarchies that the
 * machine has not, so that both versions are asked everywhere. That the kernel does as it is told is asked by limit_test.cpp. The files and
 * what stands in them are those of the kernel's documentation (cgroup-v1 and cgroup-v2). */
#include "stopped_call.h"
#include "watched_tree.h"

#include "harness.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "processes/linux/limit.h"
#include "shown_groups.h"
#include "texts.h"

using namespace hcsffi;

namespace {

constexpr std::uint64_t kMebibyte = 1 << 20;

// Groups of version 2 at /a/b below a mount, and of version 1 at /c of three hierarchies; all of them folders.
class Hierarchies {
  public:
    explicit operator bool() const { return static_cast<bool>(shown_); }
    Hierarchies() {
        for (const char* one : {"up/two/a/b", "memory/c", "cpu/c", "pids/c", "io/c"}) std::filesystem::create_directories(shown_.at(one));
        for (const char* one : {"memory", "cpu", "pids", "io"}) write(std::string(one) + "/c/cgroup.procs", "");
        tell(true);
    }
    void tell(bool first) const {
        std::string mounts = mounted("/", shown_.at("up/two"));
        for (const char* one : {"memory", "cpu", "pids", "io"}) mounts += mounted("/", shown_.at(one), std::string("rw,") + one);
        shown_.tell(std::string(first ? "2:memory:/c\n3:cpu,cpuacct:/c\n4:pids:/c\n5:io:/c\n" : "") + "0::/a/b\n",
                    mounts + mounted("/", shown_.at("cpu"), "rw,cpu,cpuacct"));
    }
    // What a group of version 2 can have, what it passes on, whether it has a type and members; "-" = without the file.
    void make(const std::string& group, const char* controllers, const char* passing, const char* type = "",
              const char* members = "") const {
        const std::pair<const char*, const char*> files[] = {
            {"cgroup.controllers", controllers}, {"cgroup.subtree_control", passing}, {"cgroup.type", type}, {"cgroup.procs", members}};
        for (const auto& [name, text] : files) {
            std::filesystem::remove(shown_.at(group + "/" + name));
            const bool is_there = strcmp(name, "cgroup.type") == 0 ? *text != '\0' : strcmp(text, "-") != 0;
            if (is_there) write(group + "/" + name, text);
        }
    }
    void clear() const {
        for (const char* one : {"up", "up/two", "up/two/a", "up/two/a/b"}) make(one, "-", "-", "", "-");
    }
    void write(const std::string& name, const std::string& text) const { shown_.write(name, text); }
    std::string at(const std::string& name) const { return shown_.at(name); }
    std::string text(const std::string& name) const { return file_text(shown_.at(name)); }
    // The groups of this process that are there now.
    std::vector<std::string> groups() const {
        std::vector<std::string> found;
        for (const char* parent : {"up", "up/two", "up/two/a", "up/two/a/b", "memory/c", "cpu/c", "pids/c", "io/c"})
            for (const std::string& one : entries(shown_.at(parent)))
                if (one.rfind("hcsffi-" + std::to_string(getpid()) + "-", 0) == 0) found.push_back(std::string(parent) + "/" + one);
        return found;
    }
    // What the kernel has in a new one.
    void furnish() const {
        const std::vector<const char*> second{"cgroup.procs", "cgroup.kill", "memory.max", "memory.swap.max",
                                              "cpu.max",      "cpu.weight",  "pids.max"};
        const std::vector<const char*> first{"cgroup.procs",     "memory.limit_in_bytes", "memory.memsw.limit_in_bytes",
                                             "cpu.cfs_quota_us", "cpu.cfs_period_us",     "cpu.shares",
                                             "pids.max"};
        for (const std::string& group : groups())
            for (const char* file : group.rfind("up", 0) == 0 ? second : first) write(group + "/" + file, "");
    }
    void strip() const {
        for (const std::string& group : groups())
            for (const std::string& one : entries(at(group))) std::filesystem::remove(at(group + "/" + one));
    }
    // Everything that stands in a group's files; they are empty again.
    std::string take(const std::string& group) const {
        std::vector<std::string> files = entries(at(group));
        std::sort(files.begin(), files.end());
        std::string all;
        for (const std::string& one : files) {
            if (const std::string text = file_text(at(group + "/" + one)); !text.empty()) all += one + "=" + text + " ";
            write(group + "/" + one, "");
        }
        return all;
    }

  private:
    ShownGroups shown_;
};

std::string told(const LimitsHeld& held) {
    std::string text;
    for (const char* one : {held.memory, held.processors, held.weight, held.processes}) text += std::string(one ? one : "-") + " ";
    return text;
}

constexpr TreeLimits kAllOfThem{kMebibyte, 2, 300, 50};

// As a test that goes through `body` with groups that are furnished when they are made; false where that cannot be.
bool with_groups(const std::function<void(const Hierarchies&)>& body) {
    const Hierarchies groups;
    const StoppedCall lock(SYS_flock, [&groups](const seccomp_notif&) { groups.furnish(); });
    if (!groups || !lock) return false;
    body(groups);
    return true;
}

}  // namespace

static void hold_where_they_can(const Hierarchies& groups) {
    const char all[] = "memory cpu pids io", typed[] = "domain\n", somebody[] = "1\n";
    using Row = std::pair<std::function<void()>, const char*>;
    const Row rows[] = {
        {[] {}, "cgroup1 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, ""); }, "cgroup2 cgroup2 cgroup2 cgroup2 "},
        {[&] { groups.make("up/two/a/b", all, "", "", somebody); }, "cgroup2 cgroup2 cgroup2 cgroup2 "},
        {[&] { groups.make("up/two/a/b", all, "", typed, somebody); }, "cgroup1 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, "memory", typed, somebody); }, "cgroup2 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, "cpu", typed, somebody); }, "cgroup1 cgroup2 cgroup2 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, "pids", typed, somebody); }, "cgroup1 cgroup1 cgroup1 cgroup2 "},
        {[&] { groups.make("up/two/a/b", all, "io", typed, somebody); }, "cgroup1 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, "", typed); }, "cgroup2 cgroup2 cgroup2 cgroup2 "},
        {[&] { groups.make("up/two/a/b", all, "-"); }, "cgroup1 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, all, "", "-"); }, "cgroup1 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two/a/b", all, all, "", "-"), groups.make("up/two/a", "", "cpu"); }, "cgroup1 cgroup2 cgroup2 cgroup1 "},
        {[&] { groups.make("up/two/a/b", "", "memory"), groups.make("up/two/a", "", "memory cpu"); }, "cgroup2 cgroup2 cgroup2 cgroup1 "},
        {[&] { groups.make("up/two/a/b", "", "memory"), groups.make("up/two/a", "", "cpu pids"); }, "cgroup2 cgroup1 cgroup1 cgroup1 "},
        {[&] { groups.make("up/two", "", all); }, "cgroup2 cgroup2 cgroup2 cgroup2 "},
        {[&] { groups.make("up", "", all); }, "cgroup1 cgroup1 cgroup1 cgroup1 "},
    };
    for (const auto& [arrange, expected] : rows) {
        groups.clear();
        arrange();
        CHECK(same(expected, told(LimitGroups::would_hold(kAllOfThem))));
    }
    groups.clear();
    groups.make("up/two/a/b", "", "memory pids");
    const std::pair<TreeLimits, const char*> wishes[] = {{{}, "- - - - "},
                                                         {{1, 0, 0, 0}, "cgroup2 - - - "},
                                                         {{0, 0.5, 0, 0}, "- cgroup1 - - "},
                                                         {{0, 0, 1, 0}, "- - cgroup1 - "},
                                                         {{0, 0, 0, 1}, "- - - cgroup2 "},
                                                         {{1, 0, 0, 1}, "cgroup2 - - cgroup2 "}};
    for (const auto& [limits, expected] : wishes) CHECK(same(expected, told(LimitGroups::would_hold(limits))));
    std::filesystem::remove(groups.at("cpu/c/cgroup.procs"));
    CHECK(same("cgroup2 - - cgroup2 ", told(LimitGroups::would_hold(kAllOfThem))));
    groups.make("up/two/a/b", "", "memory cpu");
    std::filesystem::remove(groups.at("pids/c/cgroup.procs"));
    CHECK(same("cgroup2 cgroup2 cgroup2 - ", told(LimitGroups::would_hold(kAllOfThem))));
    groups.tell(false);
    groups.clear();
    CHECK(same("- - - - ", told(LimitGroups::would_hold(kAllOfThem))));
    CHECK(LimitGroups::make(kAllOfThem) == nullptr && groups.groups().empty());
}

TEST(a_limit_is_held_in_the_nearest_group_that_can,
     "a group too far up is not the client's to use, and one without the controller limits nothing") {
    if (!with_groups(hold_where_they_can)) SKIP("showing groups takes root, and a kernel that stops a call");
}

// The groups made for these limits, by their parents, and what the reaper is told of them.
static std::string made_for(const Hierarchies& groups, const TreeLimits& limits) {
    const std::shared_ptr<LimitGroups> made = LimitGroups::make(limits);
    if (!made) return groups.groups().empty() ? "none" : "one is left";
    std::string text;
    for (const std::string& one : groups.groups()) {
        const std::size_t at = one.rfind('/');
        text += one.substr(0, at) + " ";
        if (one.substr(at + 1) != made->name()) text += "named " + one + " ";
    }
    const std::size_t expected = made->kinds().size();
    const bool counted = expected == static_cast<std::size_t>(made->descriptors()) && made->given().size() == 2 * expected;
    groups.strip();
    return text + made->kinds() + (made->has_unified() ? "!" : "") + (counted ? "" : " miscounted");
}

static void make_what_is_needed(const Hierarchies& groups) {
    groups.make("up/two/a/b", "memory cpu pids io", "memory");
    CHECK(same("up/two/a/b u!", made_for(groups, {kMebibyte, 0, 0, 0})));
    CHECK(same("+io", groups.text("up/two/a/b/cgroup.subtree_control")));
    groups.make("up/two/a/b", "memory cpu pids", "memory pids");
    CHECK(same("up/two/a/b u!", made_for(groups, {0, 0, 200, 9})));
    CHECK(same("+cpu", groups.text("up/two/a/b/cgroup.subtree_control")));
    groups.make("up/two/a/b", "", "memory cpu pids");
    CHECK(same("up/two/a/b u!", made_for(groups, {0, 2, 0, 0})));
    CHECK(same("memory cpu pids", groups.text("up/two/a/b/cgroup.subtree_control")));
    groups.clear();
    groups.make("up/two/a/b", "", "pids");
    CHECK(same("up/two/a/b memory/c cpu/c uvv!", made_for(groups, kAllOfThem)));
    CHECK(same("memory/c v", made_for(groups, {kMebibyte, 0, 0, 0})));
    CHECK(same("cpu/c v", made_for(groups, {0, 0, 200, 0})));
    groups.clear();
    CHECK(same("pids/c v", made_for(groups, {0, 0, 0, 9})));
    CHECK(same("memory/c cpu/c pids/c vvv", made_for(groups, kAllOfThem)));
    CHECK(same("none", made_for(groups, {})));
    CHECK(groups.groups().empty());
}

TEST(the_groups_of_a_tree_are_those_its_limits_need,
     "one more is work for the kernel, and one that is left stays until the machine is started anew") {
    if (!with_groups(make_what_is_needed)) SKIP("showing groups takes root, and a kernel that stops a call");
}

TEST(a_group_without_a_list_of_members_is_taken_away_again, "nobody could enter it, and it would hold a limit of nothing") {
    const Hierarchies groups;
    if (!groups) SKIP("showing groups takes root");
    const std::string left = groups.at("memory/c/hcsffi-of-somebody");
    CHECK(mkdir(left.c_str(), 0755) == 0);
    CHECK(same("none", made_for(groups, {kMebibyte, 0, 0, 0})));
    CHECK(access(left.c_str(), F_OK) != 0);  // as the first in a place is made, what others left there goes
}

static const struct {
    TreeLimits limits;
    const char *held, *second, *first;
} kStanding[] = {
    {{},
     "",
     "cpu.max=max cpu.weight=100 memory.max=max memory.swap.max=max pids.max=max ",
     "memory.limit_in_bytes=-1 memory.memsw.limit_in_bytes=-1 cpu.cfs_quota_us=-1 cpu.shares=1024 pids.max=max "},
    {{kMebibyte, 0, 0, 0},
     "memory",
     "cpu.max=max cpu.weight=100 memory.max=1048576 memory.swap.max=0 pids.max=max ",
     "memory.limit_in_bytes=1048576 memory.memsw.limit_in_bytes=1048576 cpu.cfs_quota_us=-1 cpu.shares=1024 pids.max=max "},
    {{UINT64_MAX, 0.01, 0, 0},
     "memory processors",
     "cpu.max=1000 100000 cpu.weight=100 memory.max=4611686018427387904 memory.swap.max=0 pids.max=max ",
     "memory.limit_in_bytes=4611686018427387904 memory.memsw.limit_in_bytes=4611686018427387904 cpu.cfs_period_us=100000 "
     "cpu.cfs_quota_us=1000 cpu.shares=1024 pids.max=max "},
    {{0, 0.001, 10'000, 1},
     "processors weight processes",
     "cpu.max=1000 1000000 cpu.weight=10000 memory.max=max memory.swap.max=max pids.max=1 ",
     "memory.limit_in_bytes=-1 memory.memsw.limit_in_bytes=-1 cpu.cfs_period_us=1000000 cpu.cfs_quota_us=1000 cpu.shares=102400 "
     "pids.max=1 "},
    {{1, 1e9, 10'001, 4'000'000'000},
     "memory processors weight processes",
     "cpu.max=1000000000000 100000 cpu.weight=10000 memory.max=1 memory.swap.max=0 pids.max=4000000000 ",
     "memory.limit_in_bytes=1 memory.memsw.limit_in_bytes=11 cpu.cfs_period_us=100000 cpu.cfs_quota_us=1000000000000 cpu.shares=102400 "
     "pids.max=4000000000 "},
    {{0, 0, 1, 0},
     "weight",
     "cpu.max=max cpu.weight=1 memory.max=max memory.swap.max=max pids.max=max ",
     "memory.limit_in_bytes=-1 memory.memsw.limit_in_bytes=-1 cpu.cfs_quota_us=-1 cpu.shares=10 pids.max=max "},
};

static std::string held_by(const LimitsHeld& held, const std::string& mechanism) {
    std::string text;
    for (const auto& [one, name] : {std::pair{held.memory, "memory"}, std::pair{held.processors, "processors"},
                                    std::pair{held.weight, "weight"}, std::pair{held.processes, "processes"}})
        if (one) text += (text.empty() ? "" : " ") + std::string(name) + (one == mechanism ? "" : std::string(" by ") + one);
    return text;
}

static void stand_in_files(const Hierarchies& groups) {
    for (const bool second : {true, false}) {
        groups.clear();
        if (second) groups.make("up/two/a/b", "", "memory cpu pids");
        const std::shared_ptr<LimitGroups> made = LimitGroups::make(kAllOfThem);
        CHECK(made != nullptr);
        const std::vector<std::string> folders = groups.groups();
        CHECK_EQUAL(second ? 1 : 3, folders.size());
        for (const auto& row : kStanding) {
            CHECK(same(row.held, held_by(made->set(row.limits), second ? "cgroup2" : "cgroup1")));
            std::string all;
            for (const std::string& one : folders) all += groups.take(one);
            if (second) CHECK(same(row.second, all));
            if (second) continue;
            std::string sorted;
            for (const char* file : {"memory.limit_in_bytes=", "memory.memsw.limit_in_bytes=", "cpu.cfs_period_us=", "cpu.cfs_quota_us=",
                                     "cpu.shares=", "pids.max="})
                if (const std::size_t at = all.find(file); at != std::string::npos) sorted += all.substr(at, all.find(' ', at) + 1 - at);
            CHECK(same(row.first, sorted));
            CHECK_EQUAL(all.size(), sorted.size());
        }
        groups.strip();
        CHECK(same("", held_by(made->set(kAllOfThem), "")));  // what cannot be written is not held
    }
}

TEST(each_limit_is_written_as_both_versions_want_it, "a number in another unit is another limit") {
    if (!with_groups(stand_in_files)) SKIP("showing groups takes root, and a kernel that stops a call");
}

static std::string figures(const TreeStatistics& one) {
    std::string text;
    for (const std::uint64_t number : {one.user_100ns, one.kernel_100ns, one.commit_bytes, one.commit_peak_bytes,
                                       one.private_working_set_bytes, one.read_count, one.read_bytes, one.write_count, one.write_bytes})
        text += std::to_string(number) + " ";
    return text;
}

static void count_by_files(const Hierarchies& groups) {
    using Files = std::vector<std::pair<const char*, const char*>>;
    const TreeStatistics walked{10, 20, 30, 40, 50, 60, 70, 80, 90, 5};
    const struct {
        bool second;
        Files files;
        const char* expected;
    } rows[] = {
        {true, {}, "10 20 30 40 50 0 0 0 0 "},
        {true,
         {{"cpu.stat", "usage_usec 99\nuser_usec_x 3\nuser_usec 123\nsystem_usec 45\n"},
          {"memory.current", "4096\n"},
          {"memory.peak", "8192\n"},
          {"memory.stat", "anon_thp 11\nanon 1024\nfile 2048\n"},
          {"io.stat", "8:0 rbytes=4096 wbytes=100 rios=1 wios=3 dbytes=9 dios=9\n8:16 rbytes=14 wbytes=1 rios=20 wios=30\n"}},
         "1230 450 4096 8192 1024 21 4110 33 101 "},
        {true,
         {{"memory.current", "7"}, {"memory.peak", "max\n"}, {"memory.stat", "anon\n"}, {"io.stat", "8:0\n"}},
         "10 20 7 40 50 0 0 0 0 "},
        {true, {{"memory.current", "100\n"}, {"memory.peak", "99\n"}}, "10 20 100 100 50 0 0 0 0 "},
        {false,
         {{"memory.usage_in_bytes", "4096\n"},
          {"memory.max_usage_in_bytes", "8192\n"},
          {"memory.stat", "rss 1\ntotal_rss 1024\n"},
          {"cpu.stat", "user_usec 123\nsystem_usec 45\n"},
          {"io.stat", "8:0 rbytes=4096 wbytes=100 rios=1 wios=3\n"}},
         "10 20 4096 8192 1024 60 70 80 90 "},
    };
    for (const auto& row : rows) {
        groups.clear();
        if (row.second) groups.make("up/two/a/b", "memory io", "memory io");
        const std::shared_ptr<LimitGroups> made = LimitGroups::make({kMebibyte, 0, 0, 0});
        CHECK(made != nullptr && groups.groups().size() == 1);
        for (const auto& [name, text] : row.files) groups.write(groups.groups()[0] + "/" + name, text);
        TreeStatistics counted = walked;
        made->measure(&counted);
        groups.strip();
        CHECK(same(row.expected, figures(counted)));
    }
}

TEST(what_groups_count_takes_the_place_of_what_a_walk_has_found, "they count what has ended as well, and a walk only who lives") {
    if (!with_groups(count_by_files)) SKIP("showing groups takes root, and a kernel that stops a call");
}

static void be_passed_to_the_reaper(const Hierarchies& groups) {
    groups.make("up/two/a/b", "", "memory");
    std::shared_ptr<LimitGroups> made = LimitGroups::make({kMebibyte, 0, 200, 0});
    CHECK(made != nullptr);
    const std::vector<std::string> folders = groups.groups();
    CHECK_EQUAL(2, folders.size());
    const auto leads_to = [](int descriptor) {
        return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor)).string();
    };
    const std::vector<int> given = made->given();
    CHECK_EQUAL(4, given.size());
    for (std::size_t at = 0; at < 2; ++at) {
        CHECK(same(std::filesystem::path(groups.at(folders[at])).parent_path().string(), leads_to(given[2 * at])));
        CHECK(same(groups.at(folders[at]) + "/cgroup.procs", leads_to(given[2 * at + 1])));
    }
    made->keep_folders_alone();
    CHECK(made->given() == std::vector<int>(4, -1));
    for (const int one : given) CHECK(fcntl(one, F_GETFD) == -1);
    Ending ending = made->ending();
    CHECK(ending.means == EndingMeans::control_group && ending.system_code == 0 && same("", ending.problem));
    CHECK(std::filesystem::remove(groups.at(folders[0] + "/cgroup.kill")));
    ending = made->ending();
    CHECK(ending.means == EndingMeans::walk && ending.system_code == ENOENT);
    CHECK(same("writing to cgroup.kill of " + groups.at(folders[0]) + ": No such file or directory", ending.problem));
    groups.strip();
    const pid_t fork_of_client = fork();
    if (fork_of_client == 0) {
        made->end();
        _exit(access(groups.at(folders[0]).c_str(), F_OK) == 0 && access(groups.at(folders[1]).c_str(), F_OK) == 0 ? 0 : 1);
    }
    int status = -1;
    CHECK(waitpid(fork_of_client, &status, 0) == fork_of_client && status == 0);
    made->end();
    CHECK(groups.groups().empty());
    const std::shared_ptr<LimitGroups> first = LimitGroups::make({0, 0, 200, 0});
    CHECK(first != nullptr && !first->has_unified() && first->ending().means == EndingMeans::walk && same("", first->ending().problem));
    groups.strip();
}

TEST(the_reaper_is_given_each_group_and_who_made_them_takes_them_away, "a fork of the client has no tree, and must not end the client's") {
    if (!with_groups(be_passed_to_the_reaper)) SKIP("showing groups takes root, and a kernel that stops a call");
}
