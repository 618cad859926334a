/* What the machine's own programs are told when the mapped directories of a running container change, word by word; that they do so is
 * asked by isolation_test.cpp and mapping_test.c. The words are those of nsenter(1), unshare(1), mount(8) and umount(8); the steps are at
 * the top of processes/linux/mapping_change.h. */
#include "watched_tree.h"

#include "harness.h"

#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "ground/outcome.h"
#include "processes/linux/mapping_change.h"
#include "processes/linux/tree.h"
#include "texts.h"

using namespace hcsffi;
namespace fs = std::filesystem;

namespace {

/* A process whose root is a folder of ours, with a mount that guards its /proc; it does what signals tell it. */
class Inside {
  public:
    explicit Inside(bool root_is_read_only) {
        char made[] = "/tmp/hcsffi-inside-XXXXXX";
        if (!mkdtemp(made) || chmod(made, 0755) != 0) abort();
        top_ = made;
        for (const char* folder : {"proc/sys", "dir/below", "mounted"}) fs::create_directories(at(folder));
        for (const char* file : {"file", "dir/file"}) std::ofstream(at(file)) << "x";
        fs::create_symlink("nothing", at("dangling"));
        fs::create_symlink("/dir/below", at("link"));
        fs::create_symlink("/proc", at("away"));
        int ready[2];
        if (pipe2(ready, O_CLOEXEC) != 0) abort();
        pid_ = fork();
        if (pid_ == 0) live(root_is_read_only, ready[1]);
        close(ready[1]);
        char word = 0;
        is_there_ = read(ready[0], &word, 1) == 1;
        close(ready[0]);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        fs::remove_all(top_);
    }
    /* False where this process may not mount. */
    explicit operator bool() const { return is_there_; }
    std::uint32_t id() const { return static_cast<std::uint32_t>(pid_); }
    std::string at(const std::string& path) const { return top_ + "/" + path; }

  private:
    [[noreturn]] void live(bool root_is_read_only, int ready) const {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        sigset_t told;
        sigemptyset(&told);
        for (const int one : {SIGUSR1, SIGUSR2, SIGHUP, SIGWINCH}) sigaddset(&told, one);
        sigprocmask(SIG_BLOCK, &told, nullptr);
        const char* const top = top_.c_str();
        if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            mount(top, top, nullptr, MS_BIND, nullptr) != 0 || chdir(top) != 0 || syscall(SYS_pivot_root, ".", ".") != 0 ||
            umount2(".", MNT_DETACH) != 0 || chdir("/") != 0 || mount("none", "/proc/sys", "tmpfs", 0, nullptr) != 0 ||
            mount("none", "/mounted", "tmpfs", 0, nullptr) != 0 ||
            (root_is_read_only && mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0) ||
            write(ready, "r", 1) != 1)
            _exit(1);
        for (int one = 0; sigwait(&told, &one) == 0;) {
            if (one == SIGUSR1) umount2("/proc/sys", MNT_DETACH);
            if (one == SIGUSR2) mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND, nullptr);
            if (one == SIGWINCH) umount2("/mounted", MNT_DETACH);
            if (one == SIGHUP) mount("none", "/proc/sys", "tmpfs", 0, nullptr);
        }
        _exit(0);
    }
    std::string top_;
    pid_t pid_ = -1;
    bool is_there_ = false;
};

/* A tree in which nothing runs; it says how often it was asked for what. */
class QuietTree final : public ProcessTree {
  public:
    std::uint32_t first = 0, beside = 0;
    SpawnOutcome pausing, resuming, ending_it;
    bool throws = false;
    int pauses = 0, resumes = 0, ends = 0;

    LimitsHeld limit(const TreeLimits&) override { return {}; }
    SpawnOutcome start(const ProcessStart&, ProcessKey, StartedProcess*) override { return {}; }
    SpawnOutcome signal(ProcessKey, ControlSignal) override { return {}; }
    SpawnOutcome signal(ProcessKey, int) override { return {}; }
    SpawnOutcome kill(ProcessKey) override { return {}; }
    SpawnOutcome pause() override {
        ++pauses;
        return pausing;
    }
    SpawnOutcome resume() override {
        ++resumes;
        return resuming;
    }
    SpawnOutcome measure(TreeStatistics*) override { return {}; }
    SpawnOutcome list(std::vector<ProcessRow>*) override { return {}; }
    SpawnOutcome terminate() override {
        ++ends;
        if (throws) throw Refusal(kServiceNotAvailable, "thrown");
        return ending_it;
    }
    Ending ending() const override { return {}; }
    std::uint32_t first_process() const override { return first; }
    std::uint32_t antechamber() const override { return beside; }
};

/* Programs in the place of the machine's, which write down what they are told. */
class Ground {
  public:
    QuietTree tree;

    explicit Ground(bool root_is_read_only = false) : inside(root_is_read_only) {
        char made[] = "/tmp/hcsffi-change-XXXXXX";
        if (!mkdtemp(made)) abort();
        top_ = made;
        for (const char* folder : {"tools", "source"}) fs::create_directories(at(folder));
        std::ofstream(at("text")) << "x";
        for (const char* one : {"unshare", "mount", "umount"}) write(std::string("tools/") + one, "");
        script("");
        setenv("HCSFFI_NETWORK_TOOLS", at("tools").c_str(), 1);
        tree.first = inside.id();
        tree.beside = static_cast<std::uint32_t>(getpid());
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;
    ~Ground() { fs::remove_all(top_); }
    explicit operator bool() const { return static_cast<bool>(inside); }
    std::string at(const std::string& path) const { return top_ + "/" + path; }
    std::uint32_t id() const { return inside.id(); }
    std::string in_root(const std::string& path) const { return inside.at(path); }
    /* What the next programs do beside that; they have `$I`, the first process inside. */
    void script(const std::string& more) const {
        write("tools/nsenter", "for a; do case $a in *'\"$'*) a=SCRIPT ;; esac; printf '%s ' \"$a\" >> " + at("log") + "; done; echo >> " +
                                   at("log") + "\nI=" + std::to_string(inside.id()) + "\n" + more + "\n");
    }
    /* Whether the change was made, or the reason, the code and the words of why not. */
    std::string change(const MappingChange& wanted) {
        const SpawnOutcome outcome = change_mapping(*spawner_, tree, wanted);
        if (outcome.ok()) return "";
        return std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code) + " " + outcome.text;
    }
    /* What the programs were told since. */
    std::string log() {
        std::string text = file_text(at("log"));
        fs::remove(at("log"));
        text = std::regex_replace(text, std::regex("/fd/[0-9]+"), "/fd/N");
        for (const auto& [one, name] : {std::pair{at("tools"), "TOOLS"}, std::pair{at("source"), "SOURCE"}, std::pair{at("text"), "TEXT"}})
            for (std::size_t where; (where = text.find(one)) != std::string::npos;) text.replace(where, one.size(), name);
        return text;
    }

  private:
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(at(name)) << "#!/bin/sh\n" << text;
        if (chmod(at(name).c_str(), 0755) != 0) abort();
    }
    const Inside inside; /* before any thread */
    std::unique_ptr<Spawner> spawner_ = make_spawner();
    std::string top_;
};

std::string refusal(SpawnReason reason, int error, const std::string& text) {
    return std::to_string(static_cast<int>(reason)) + " " + std::to_string(error) + " " + text;
}

/* The lines of each step. */
struct Steps {
    explicit Steps(const Ground& ground)
        : beside("--mount=/proc/" + std::to_string(ground.tree.beside) + "/ns/mnt --preserve-credentials "),
          within("--user=/proc/" + std::to_string(getpid()) + "/fd/N --preserve-credentials "),
          mounts("/proc/" + std::to_string(ground.id()) + "/ns/mnt "),
          pids("--pid=/proc/" + std::to_string(ground.id()) + "/ns/pid ") {}
    std::string put(const std::string& what, const std::string& mode) const {
        return beside + "-- /bin/sh -c SCRIPT /bin/sh " + what + " " + mode + " /proc/driver /proc/tty/ldisc TOOLS/mount \n";
    }
    std::string clear() const { return beside + "-- /bin/sh -c SCRIPT /bin/sh /proc/driver /proc/tty/ldisc TOOLS/umount \n"; }
    std::string mount(const std::string& words) const {
        return within + "-- TOOLS/unshare --mount -- TOOLS/mount -n -i -c -N " + mounts + words + " \n";
    }
    std::string move(const std::string& place) const { return mount("--move /dev/.hcsffi/x " + place); }
    std::string unmount(const std::string& place) const {
        return within + pids + "-- TOOLS/unshare --mount -- TOOLS/umount -n -i -c -l -N " + mounts + place + " \n";
    }
    std::string root(const std::string& mode) const { return mount("-o remount,bind,nosuid,nodev," + mode + " none /"); }
    std::string beside, within, mounts, pids;
};

Mapping mapping(const std::string& source, const std::string& inside, bool read_only = false) { return {source, inside, read_only, false}; }

}  // namespace

TEST(each_step_of_a_change_is_told_word_by_word, "a word that is missing mounts somewhere else, or lets a container reach the machine") {
    umask(0);
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    const Steps steps(ground);
    const std::string source = ground.at("source"), text = ground.at("text");
    const struct {
        MappingChange wanted;
        std::string log;
    } rows[] = {
        {{"", mapping(source, "/new/deep", true)}, steps.put("SOURCE", "ro") + steps.move("/new/deep") + steps.clear()},
        {{"", mapping(source, "/dir/below")}, steps.put("SOURCE", "rw") + steps.move("/dir/below") + steps.clear()},
        {{"", mapping(text, "/single")}, steps.put("TEXT", "rw") + steps.move("/single") + steps.clear()},
        {{"", mapping(source, "/link/more")}, steps.put("SOURCE", "rw") + steps.move("/dir/below/more") + steps.clear()},
        {{"/link", mapping(source, "/link")},
         steps.put("SOURCE", "rw") + steps.unmount("/dir/below") + steps.move("/dir/below") + steps.clear()},
        {{"/dir/file", std::nullopt}, steps.unmount("/dir/file")},
        {{"/link", std::nullopt}, steps.unmount("/dir/below")},
    };
    int changes = 0;
    for (const auto& row : rows) {
        CHECK(same("", ground.change(row.wanted)));
        CHECK(same(row.log, ground.log()));
        ++changes;
        CHECK_EQUAL(changes, ground.tree.pauses);
        CHECK_EQUAL(changes, ground.tree.resumes);
    }
    CHECK_EQUAL(0, ground.tree.ends);
    struct stat about{};
    for (const auto& [path, mode] :
         {std::pair{"new", S_IFDIR | 0755u}, std::pair{"new/deep", S_IFDIR | 0755u}, std::pair{"single", S_IFREG | 0644u}}) {
        CHECK(stat(ground.in_root(path).c_str(), &about) == 0);
        CHECK_EQUAL(mode, about.st_mode);
    }
}

TEST(a_container_in_a_user_namespace_of_its_own_is_entered_with_its_rights, "an ordinary user has none over the mounts elsewhere") {
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    int ready[2];
    CHECK_EQUAL(0, pipe2(ready, O_CLOEXEC));
    const pid_t other = fork();
    if (other == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (unshare(CLONE_NEWUSER) != 0 || write(ready[1], "r", 1) != 1) _exit(1);
        for (;;) pause();
    }
    close(ready[1]);
    char word = 0;
    const bool is_apart = read(ready[0], &word, 1) == 1;
    close(ready[0]);
    ground.tree.beside = static_cast<std::uint32_t>(other);
    const std::string told = is_apart ? ground.change({"", mapping(ground.at("source"), "/dir")}) : "", log = ground.log();
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    if (!is_apart) SKIP("this machine gives no user namespaces");
    Steps steps(ground);
    steps.beside += "--user=/proc/" + std::to_string(other) + "/ns/user ";
    CHECK(same("", told) && same(steps.put("SOURCE", "rw") + steps.move("/dir") + steps.clear(), log));
}

TEST(what_is_in_the_way_of_a_change_is_named, "the place inside belongs to programs that may have made anything of it") {
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    const Steps steps(ground);
    const std::string source = ground.at("source"), around = steps.put("SOURCE", "rw") + steps.clear();
    const auto bad = [](int error, const std::string& text) { return refusal(SpawnReason::bad_argument, error, text); };
    const std::string own = "\", which is the container's own", mixed = "a folder and a file cannot lie on each other at ";
    const struct {
        MappingChange wanted;
        std::string refused, log;
    } rows[] = {
        {{"", mapping(source, "/file")}, bad(ENOTDIR, mixed + "\"/file\""), around},
        {{"", mapping(ground.at("text"), "/dir")}, bad(ENOTDIR, mixed + "\"/dir\""), steps.put("TEXT", "rw") + steps.clear()},
        {{"", mapping(source, "/dangling")}, bad(EEXIST, "\"/dangling\" is a link inside, and leads to nothing"), around},
        {{"", mapping(source, "/file/x")},
         refusal(SpawnReason::broken, ENOTDIR, "going through \"/file/x\" inside: Not a directory"),
         around},
        {{"", mapping(source, "/away")}, bad(EINVAL, "nothing is mapped onto \"/proc" + own), around},
        {{"", mapping(source, "/dev/x")}, bad(EINVAL, "nothing is mapped onto \"/dev/x" + own), ""},
        {{"", mapping("/dev/null", "/x")}, bad(EINVAL, "\"/dev/null\" is a device, and none is mapped"), ""},
        {{"/none", std::nullopt}, refusal(SpawnReason::broken, ENOENT, "going through \"/none\" inside: No such file or directory"), ""},
        {{"/file/", std::nullopt}, refusal(SpawnReason::broken, ENOTDIR, "going through \"/file/\" inside: Not a directory"), ""},
        {{"/away/sys", std::nullopt}, bad(EINVAL, "nothing is mapped onto \"/proc/sys" + own), ""},
    };
    for (const auto& row : rows) {
        CHECK(same(row.refused, ground.change(row.wanted)));
        CHECK(same(row.log, ground.log()));
        CHECK_EQUAL(ground.tree.pauses, ground.tree.resumes);
    }
    ground.script("case \"$*\" in *--move*) echo no >&2; exit 1 ;; esac");
    const std::string failed = refusal(SpawnReason::broken, 0, "mapping \"/link\": no"),
                      gone = "; what was mapped there before has been taken away";
    CHECK(same(std::regex_replace(failed, std::regex("/link"), "/dir/below"), ground.change({"", mapping(source, "/link")})));
    CHECK(same(std::regex_replace(failed, std::regex("/link"), "/dir/below") + gone, ground.change({"/link", mapping(source, "/link")})));
    ground.log();
    ground.script("case \"$*\" in *-N*) echo no >&2; exit 1 ;; esac");
    CHECK(same(refusal(SpawnReason::broken, 0, "taking \"/dir\" away: no"), ground.change({"/dir", mapping(source, "/dir")})));
    CHECK(same(steps.put("SOURCE", "rw") + steps.unmount("/dir") + steps.clear(), ground.log()));
}

TEST(a_tree_that_cannot_be_changed_says_why_before_anything_is_done, "who asks has to know whether to ask again") {
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    const std::string source = ground.at("source");
    const MappingChange wanted{"", mapping(source, "/new")};
    QuietTree& tree = ground.tree;
    tree.pausing = {SpawnReason::paused, 1, "it does not stand still"};
    CHECK(same(refusal(SpawnReason::paused, 1, "it does not stand still"), ground.change(wanted)));
    CHECK(same(refusal(SpawnReason::paused, 1, "it does not stand still"), ground.change({"/dir", std::nullopt})));
    CHECK(tree.resumes == 0 && !fs::exists(ground.in_root("new")));
    tree.pausing = {};
    tree.resuming = {SpawnReason::tree_gone, 0, "gone"};
    CHECK(same("", ground.change(wanted)));
    tree.resuming = {SpawnReason::broken, 1, "no"};
    CHECK(same(refusal(SpawnReason::broken, 1, "letting the container's processes go on: no"), ground.change(wanted)));
    CHECK(
        same(refusal(SpawnReason::broken, 1,
                     "letting the container's processes go on: no; before that, going through \"/none\" inside: No such file or directory"),
             ground.change({"/none", std::nullopt})));
    tree.resuming = {};
    ground.log();
    const std::uint32_t first = tree.first, beside = tree.beside;
    tree.beside = first; /* which has other mounts, in which the source is not, or is something else */
    const std::string unknown =
        refusal(SpawnReason::broken, 0, "\"" + source + "\" was mounted after the container's start, on a machine that shares no mounts");
    CHECK(same(unknown, ground.change(wanted)));
    fs::create_directories(ground.in_root(source));
    CHECK(same(unknown, ground.change(wanted)));
    tree.beside = 0;
    CHECK(same(refusal(SpawnReason::not_supported, 0,
                       "the container was started without what mapped directories are changed through: unshare was missing, or the machine "
                       "refused"),
               ground.change(wanted)));
    tree.first = 0;
    CHECK(same(refusal(SpawnReason::tree_gone, 0, "the container has ended"), ground.change(wanted)));
    tree.first = 4'000'000; /* beyond all numbers */
    tree.beside = beside;
    CHECK(ground.change(wanted).find(" 2 entering the container: No such file or directory") != std::string::npos);
    for (const char* missing : {"umount", "mount", "unshare", "nsenter"}) {
        fs::remove(ground.at(std::string("tools/") + missing));
        const std::string told = ground.change(wanted);
        CHECK(told.rfind(refusal(SpawnReason::not_supported, 0, std::string("the program ") + missing + ", "), 0) == 0);
    }
    CHECK(same("", ground.log()));
}

TEST(a_root_that_cannot_be_written_is_opened_for_its_first_folder_alone,
     "the root of a container without layers, which a program must not find open") {
    Ground ground(true);
    if (!ground) SKIP("mounting takes root");
    const Steps steps(ground);
    const std::string source = ground.at("source"), put = steps.put("SOURCE", "rw"), open = steps.root("rw"), shut = steps.root("ro");
    const std::string read_only = ": Read-only file system: it is mapped at the start, or once the machine has the folder";
    const auto not_made = [&](const std::string& place) {
        return refusal(SpawnReason::bad_argument, EROFS, "making \"" + place + "\" inside" + read_only);
    };
    CHECK(same(not_made("/dir/new"), ground.change({"", mapping(source, "/dir/new")})));
    CHECK(same(put + steps.clear(), ground.log()));
    CHECK(same(not_made("/new"), ground.change({"", mapping(source, "/new")}))); /* it is still read-only */
    CHECK(same(put + open + shut + steps.clear(), ground.log()));
    ground.script("case \"$*\" in *nodev,ro\" none /\"*) echo no >&2; exit 1 ;; esac");
    const std::string back = "changing the container's root: no";
    CHECK(same(not_made("/new") + "; and the root can be written from now on: " + back, ground.change({"", mapping(source, "/new")})));
    ground.log();
    ground.script("case \"$*\" in *nodev,rw\" none /\"*) echo no >&2; exit 1 ;; esac");
    CHECK(same(refusal(SpawnReason::broken, 0, back), ground.change({"", mapping(source, "/new")})));
    CHECK(same(put + open + steps.clear(), ground.log()));
    ground.script(
        "case \"$*\" in *nodev,rw\" none /\"*) kill -USR2 $I; until grep -q ' / rw' /proc/$I/mountinfo; do sleep 0.01; done ;;"
        " *nodev,ro\" none /\"*) echo no >&2; exit 1 ;; esac");
    CHECK(same(refusal(SpawnReason::broken, 0, back), ground.change({"", mapping(source, "/new/deep")})));
    CHECK(same(put + open + shut + steps.clear(), ground.log()));
    CHECK(fs::is_directory(ground.in_root("new/deep")));
}

TEST(a_container_that_turns_a_change_against_what_guards_it_is_ended, "its /proc would lead to the machine's settings") {
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    QuietTree& tree = ground.tree;
    const std::string guard = "grep -q ' /proc/sys ' /proc/$I/mountinfo";
    const std::string takes = "kill -USR1 $I; while " + guard + "; do sleep 0.01; done";
    const std::string turned = "a program inside turned the change against what guards the container, which ";
    ground.script("kill -HUP $I; until test $(grep -c ' /proc/sys ' /proc/$I/mountinfo) = 2; do sleep 0.01; done");
    CHECK(same("", ground.change({"/dir", std::nullopt}))); /* one more is none less */
    ground.script("kill -WINCH $I; while grep -q ' /mounted ' /proc/$I/mountinfo; do sleep 0.01; done");
    CHECK(same("", ground.change({"/mounted", std::nullopt}))); /* what is mapped is no guard */
    CHECK_EQUAL(0, tree.ends);
    ground.script("kill -USR1 $I; until test $(grep -c ' /proc/sys ' /proc/$I/mountinfo) = 1; do sleep 0.01; done");
    tree.ending_it = {SpawnReason::broken, 1, "somebody stays"};
    CHECK(
        same(refusal(SpawnReason::broken, 0, turned + "could not be ended whole: somebody stays"), ground.change({"/dir", std::nullopt})));
    CHECK_EQUAL(1, tree.ends);
    ground.script(takes);
    tree.ending_it = {};
    CHECK(same(refusal(SpawnReason::tree_gone, 0, turned + "has been ended"), ground.change({"/dir", std::nullopt})));
    CHECK_EQUAL(2, tree.ends);
    CHECK_EQUAL(tree.pauses, tree.resumes);
    ground.script("kill -KILL $I; until grep -q '^State:.*Z' /proc/$I/status; do sleep 0.01; done");
    tree.throws = true;
    CHECK(same(refusal(SpawnReason::broken, 0, "thrown"), ground.change({"/dir", std::nullopt})));
    CHECK_EQUAL(3, tree.ends);
    CHECK_EQUAL(tree.pauses, tree.resumes); /* while the exception is on its way */
}

TEST(a_container_whose_guards_nobody_can_count_is_ended, "what is not known to stand may have fallen") {
    Ground ground;
    if (!ground) SKIP("mounting takes root");
    ground.script("kill -KILL $I; until grep -q '^State:.*Z' /proc/$I/status; do sleep 0.01; done");
    const std::string told = ground.change({"/dir", std::nullopt});
    const std::string unknown = "nobody knows whether the change took what guards the container: reading the container's mounts: ";
    CHECK(told.rfind(refusal(SpawnReason::tree_gone, 0, unknown), 0) == 0);
    CHECK(told.find(", which has been ended") != std::string::npos);
    CHECK_EQUAL(1, ground.tree.ends);
}

TEST(an_antechamber_is_made_as_whoever_makes_it_can,
     "what a user namespace gets of the machine's mounts reaches out of it only where it is shared first") {
    if (geteuid() != 0 || unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        SKIP("mounting takes root");
    char made[] = "/tmp/hcsffi-antechamber-XXXXXX";
    CHECK(mkdtemp(made) != nullptr && chmod(made, 0755) == 0);
    const std::string top = made, program = top + "/unshare", mounts = top + "/mounts";
    std::ofstream(program) << "";
    std::ofstream(mounts) << "";
    CHECK(chmod(program.c_str(), 0755) == 0 && mount(mounts.c_str(), "/proc/self/mountinfo", nullptr, MS_BIND, nullptr) == 0);
    setenv("HCSFFI_NETWORK_TOOLS", top.c_str(), 1);
    const auto words = [](bool below) {
        std::string text;
        for (const std::string& one : antechamber::words(below)) text += one + " ";
        return text;
    };
    std::string said;
    for (const char* line : {"22 1 8:1 / / rw - ext4 /dev/sda rw\n", "22 1 8:1 / / rw shared:1 - ext4 /dev/sda rw\n"}) {
        std::ofstream(mounts) << "21 1 8:1 / /x rw master:1 - ext4 /dev/sdb rw\n" << line;
        for (const uid_t user : {0u, 65533u}) {
            if (seteuid(user) != 0) abort();
            for (const bool below : {false, true}) said += words(below) + "\n";
            if (seteuid(0) != 0) abort();
        }
    }
    const bool hidden = mount("none", "/proc/tty", "tmpfs", 0, nullptr) == 0;
    const std::string without = words(false);
    umount2("/proc/tty", MNT_DETACH);
    umount2("/proc/self/mountinfo", MNT_DETACH);
    fs::remove_all(top);
    const std::string root = program + " --mount --propagation shared -- \n",
                      user = program + " --map-root-user --mount --propagation shared -- \n";
    CHECK(same(root + root + user + root + program + " --mount --propagation slave -- " + root + root + user + root, said));
    CHECK(hidden && same("", without));
    CHECK(same("", words(false)));
}
