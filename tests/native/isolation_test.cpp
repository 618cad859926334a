/* A tree with a root of its own: what its programs see and change, what they cannot reach, and that nothing is left of it. As root and as
 * an ordinary user, which each test becomes for itself. */
#include "stopped_call.h"
#include "watched_tree.h"

static int be_another(int count, char** arguments);
#define HARNESS_MODES be_another
#include "harness.h"

#include <grp.h>
#include <limits.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>

#include <atomic>

#include "isolating.h"

using namespace hcsffi;

namespace {

constexpr unsigned kNobody = 65534;

// A folder that everybody may enter and write to, gone with the test.
struct Folder {
    std::string path = std::string(getenv("TEST_FOLDER") ? getenv("TEST_FOLDER") : "/var/tmp") + "/hcsffi-isolation-XXXXXX";
    Folder() {
        if (mkdtemp(path.data()) != nullptr) chmod(path.c_str(), 0777);
    }
    ~Folder() {
        if (system(("rm -rf " + path).c_str()) != 0) fprintf(stderr, "%s is left\n", path.c_str());
    }
    std::string write(const char* name, const std::string& text, mode_t mode = 0666) const {
        const std::string file = path + "/" + name;
        FILE* const out = fopen(file.c_str(), "w");
        if (out) {
            fwrite(text.data(), 1, text.size(), out);
            fclose(out);
        }
        chmod(file.c_str(), mode);
        return file;
    }
};

std::string own_folder() {
    char path[PATH_MAX] = {};
    if (readlink("/proc/self/exe", path, sizeof path - 1) < 0) return {};
    return std::string(path).substr(0, std::string(path).rfind('/'));
}

// Whoever a test is: what it needs lies where that user can reach it.
struct Place {
    Folder folder;
    std::unique_ptr<Spawner> spawner;
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();

    explicit Place(bool as_root) {
        const std::string reaper = folder.path + "/reaper";
        if (system(("cp " + own_folder() + "/reaper " + reaper + " && chmod 755 " + reaper).c_str()) != 0) return;
        if (as_root == (geteuid() == 0) || become_nobody(folder.path)) spawner = make_spawner(reaper);
    }
    std::unique_ptr<ProcessTree> open(const Enclosure& enclosure) {
        std::unique_ptr<ProcessTree> tree;
        const SpawnOutcome outcome = spawner->open_enclosed_tree(recorder, enclosure, &tree);
        if (!outcome.ok()) fprintf(stderr, "no tree: %s\n", outcome.text.c_str());
        return tree;
    }
    // Its standard output and error; what it cannot do it says itself.
    static std::string said(ProcessTree& tree, const std::string& script, ProcessKey key = 1) {
        std::string text;
        const SpawnOutcome outcome = output_of(tree, shell("exec 2>&1; " + script), key, &text);
        return outcome.ok() ? text : "not started: " + outcome.text;
    }

  private:
    static bool become_nobody(const std::string& path) {
        if (geteuid() != 0) return false;
        if (chown(path.c_str(), kNobody, kNobody) != 0) return false;
        return setgroups(0, nullptr) == 0 && setgid(kNobody) == 0 && setuid(kNobody) == 0 && prctl(PR_SET_DUMPABLE, 1) == 0;
    }
};

// Or waits for whoever is its parent now to take note.
bool has_ended(pid_t pid) {
    const char state = state_of(pid);
    return state == '\0' || state == 'Z' || state == 'X';
}

bool has(const std::string& text, const std::string& part) {
    if (text.find(part) != std::string::npos) return true;
    fprintf(stderr, "\"%s\" is not in: %s\n", part.c_str(), text.c_str());
    return false;
}

}  // namespace

#define PLACE_FOR(as_root)                                                               \
    Place place(as_root);                                                                \
    if (!place.spawner) SKIP((as_root) ? "needs root" : "needs root to become another"); \
    const IsolationEngine engine = place.spawner->isolation_engine();                    \
    if (!engine.works) CHECK(!machine_isolates());                                       \
    if (!engine.works) SKIP(strdup(("this machine does not isolate: " + engine.problem).c_str()))

static bool engine_changes(const Place& place) { return place.spawner->isolation_engine().changes; }

static void see_a_root_of_its_own(Place& place) {
    const auto tree = place.open({"web", "", {}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "hostname; cat /proc/sys/kernel/hostname; grep -c 127.0.1.1.web /etc/hosts", 1), "web\nweb\n1\n"));
    CHECK(has(Place::said(*tree, "echo x > /usr/hcsffi-canary; echo x > /hcsffi-canary; echo x > /etc/hcsffi-canary", 2), "Read-only"));
    CHECK(access("/usr/hcsffi-canary", F_OK) != 0 && access("/hcsffi-canary", F_OK) != 0 && access("/etc/hcsffi-canary", F_OK) != 0);
    const std::string file = "/tmp/hcsffi-private-" + std::to_string(getpid());
    CHECK(has(Place::said(*tree, "echo mine > " + file + " && cat " + file, 3), "mine"));
    CHECK(access(file.c_str(), F_OK) != 0);
    CHECK(has(Place::said(*tree, "ls /run /home | wc -l; ls /proc | grep -c '^[0-9]'", 4), "\n"));
    CHECK(has(Place::said(*tree, "cat /proc/1/comm /proc/2/comm", 5), "hcsffi-reaper\nhcsffi-reaper\n"));
    CHECK(has(Place::said(*tree, "stat -c %a /dev; echo x > /dev/null; head -c 2 /dev/zero | wc -c; ls /dev/pts/ptmx", 6), "755\n2\n"));
    CHECK(tree->terminate().ok());
}

TEST(root_s_container_has_a_root_of_its_own, "a program that changes its system must not change the machine") {
    PLACE_FOR(true);
    see_a_root_of_its_own(place);
}

TEST(a_user_s_container_has_a_root_of_its_own, "the same for whom user namespaces are made") {
    PLACE_FOR(false);
    see_a_root_of_its_own(place);
}

static void live_without_input(Place& place) {
    place.folder.write("text", "mapped");
    close(0);
    auto tree = place.open({"web", "", {{place.folder.path, "/data", true, false}}});
    CHECK(tree != nullptr && tree->first_process() != 0);
    CHECK(has(Place::said(*tree, "hostname; cat /data/text /proc/1/comm", 1), "web\nmappedhcsffi-reaper\n"));
    if (engine_changes(place)) {
        MappingChange change;
        change.mapped = Mapping{place.folder.path, "/tmp/more", false, false};
        CHECK(place.spawner->change_mapping(*tree, change).ok());
        CHECK(has(Place::said(*tree, "cat /tmp/more/text", 2), "mapped"));
    }
    CHECK(tree->terminate().ok());
    tree.reset();
    place.spawner->shutdown();
    CHECK_EQUAL(-1, fcntl(0, F_GETFD));
}

TEST(root_without_standard_input_has_such_a_container, "a service has closed its streams, and the next descriptor has their number") {
    PLACE_FOR(true);
    live_without_input(place);
}

TEST(a_user_without_standard_input_has_such_a_container, "the same") {
    PLACE_FOR(false);
    live_without_input(place);
}

TEST(a_home_in_an_unusual_place_is_empty_and_the_container_s_own, "what lies in the client's home is not for its containers") {
    PLACE_FOR(true);
    setenv("TEST_FOLDER", "/usr/local", 1);
    const Folder home;
    home.write("secret", "told\n");
    setenv("HOME", home.path.c_str(), 1);
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "cd " + home.path + " && ls -A | wc -l && echo mine > mine && cat mine"), "0\nmine\n"));
    CHECK(access((home.path + "/mine").c_str(), F_OK) != 0);
    CHECK(tree->terminate().ok());
}

static void see_what_is_mapped(Place& place) {
    const Folder mapped;
    const std::string file = mapped.write("file", "one\n");
    const auto tree = place.open({"",
                                  "",
                                  {{mapped.path, "/data/deep", false},
                                   {mapped.path, "/read/only", true},
                                   {file, "/single", false},
                                   {mapped.path, "/usr/share/hcsffi-new/below", true},
                                   {mapped.path, "/tmp/inside", false}}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "cat /data/deep/file /read/only/file /single /usr/share/hcsffi-new/below/file /tmp/inside/file", 1),
              "one\none\none\none\none\n"));
    CHECK(
        has(Place::said(*tree, "echo two > /data/deep/file; cat /single; echo three > /single; cat /tmp/inside/file", 2), "two\nthree\n"));
    CHECK(file_text(file) == "three\n");
    CHECK(has(Place::said(*tree, "echo four > /read/only/file; touch /usr/share/hcsffi-new/below/x", 3), "Read-only"));
    CHECK(file_text(file) == "three\n");
    CHECK(access("/data", F_OK) != 0 || access("/data/deep", F_OK) != 0);
    CHECK(access("/usr/share/hcsffi-new", F_OK) != 0);
    CHECK(has(Place::said(*tree, "ls -d /usr/share/*/ | wc -l; ls /data/deep/../.. | head -3; echo x > /data/deep/../canary", 4),
              "Read-only"));
    CHECK(tree->terminate().ok());
}

TEST(root_maps_folders_and_files, "what a document maps is there, and can be written unless it says otherwise") {
    PLACE_FOR(true);
    see_what_is_mapped(place);
}

TEST(a_user_maps_folders_and_files, "without a right of root") {
    PLACE_FOR(false);
    see_what_is_mapped(place);
}

// A tree that lets its processes go on and says that it could not.
class Unresumed final : public ProcessTree {
  public:
    explicit Unresumed(ProcessTree& tree) : tree_(tree) {}
    LimitsHeld limit(const TreeLimits& limits) override { return tree_.limit(limits); }
    SpawnOutcome start(const ProcessStart& what, ProcessKey key, StartedProcess* started) override {
        return tree_.start(what, key, started);
    }
    SpawnOutcome signal(ProcessKey key, ControlSignal signal) override { return tree_.signal(key, signal); }
    SpawnOutcome signal(ProcessKey key, int number) override { return tree_.signal(key, number); }
    SpawnOutcome kill(ProcessKey key) override { return tree_.kill(key); }
    SpawnOutcome pause() override { return tree_.pause(); }
    SpawnOutcome resume() override {
        const SpawnOutcome resumed = tree_.resume();
        return resumed.ok() ? SpawnOutcome{SpawnReason::broken, EPERM, "somebody says no"} : resumed;
    }
    SpawnOutcome measure(TreeStatistics* statistics) override { return tree_.measure(statistics); }
    SpawnOutcome list(std::vector<ProcessRow>* processes) override { return tree_.list(processes); }
    SpawnOutcome terminate() override { return tree_.terminate(); }
    Ending ending() const override { return tree_.ending(); }
    std::uint32_t first_process() const override { return tree_.first_process(); }
    std::uint32_t antechamber() const override { return tree_.antechamber(); }

  private:
    ProcessTree& tree_;
};

static void change_what_is_mapped(Place& place) {
    if (!place.spawner->isolation_engine().changes) SKIP("this machine has no unshare");
    const Folder first, second;
    first.write("file", "one\n");
    second.write("file", "two\n");
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    const auto change = [&](const std::string& unmapped, std::optional<Mapping> mapped) {
        const SpawnOutcome outcome = place.spawner->change_mapping(*tree, {unmapped, std::move(mapped)});
        if (!outcome.ok()) fprintf(stderr, "not changed: %s\n", outcome.text.c_str());
        return outcome.ok();
    };
    CHECK(change("", Mapping{first.path, "/late/here", true}));
    CHECK(has(Place::said(*tree, "cat /late/here/file; touch /late/here/x", 1), "one\ntouch: "));
    CHECK(has(Place::said(*tree, "touch /x /late/x; ls -A /dev/.hcsffi | wc -l", 2), "Read-only file system\n0\n"));
    CHECK(change("/late/here", Mapping{second.path, "/late/here", false}));
    CHECK(has(Place::said(*tree, "cat /late/here/file; echo more >> /late/here/file; tail -n 1 /late/here/file", 3), "two\nmore\n"));
    CHECK(change("/late/here", std::nullopt));
    CHECK(has(Place::said(*tree, "ls -A /late/here | wc -l; grep -c hcsffi-isolation /proc/self/mountinfo", 4), "0\n0\n"));
    CHECK(!change("/late/here", std::nullopt));
    Unresumed stopped(*tree);
    const SpawnOutcome told = place.spawner->change_mapping(stopped, {"", Mapping{first.path, "/late/here", true}});
    CHECK(told.reason == SpawnReason::broken && has(told.text, "letting the container's processes go on: somebody says no"));
    const SpawnOutcome both = place.spawner->change_mapping(stopped, {"/nowhere", std::nullopt});
    CHECK(both.reason == SpawnReason::broken && has(both.text, "somebody says no; before that, "));
    CHECK(tree->terminate().ok());
    CHECK(!place.spawner->change_mapping(*tree, {"", Mapping{first.path, "/late", true}}).ok());
    CHECK(access((first.path + "/x").c_str(), F_OK) != 0);
    CHECK_EQUAL(0, place.spawner->counters().descriptors);
    CHECK(children_of(getpid()).empty());
}

TEST(root_changes_what_is_mapped_while_a_tree_runs, "a document that is changed says what programs see") {
    PLACE_FOR(true);
    change_what_is_mapped(place);
}

TEST(a_user_changes_what_is_mapped_while_a_tree_runs, "by rights over its own namespaces alone") {
    PLACE_FOR(false);
    change_what_is_mapped(place);
}

// Each line of the script tries one way out and says which one it found.
static const char kEscapes[] =
    "mount -t tmpfs none /tmp 2>/dev/null && echo OUT: mount; "
    "mount -o remount,rw,bind / 2>/dev/null && echo OUT: remount; "
    "umount /proc 2>/dev/null && echo OUT: umount; "
    "mknod /tmp/disk b 8 0 2>/dev/null && echo OUT: mknod; "
    "echo 1 > /proc/sys/kernel/panic_on_oops 2>/dev/null && echo OUT: sysctl; "
    "echo h > /proc/sysrq-trigger 2>/dev/null && echo OUT: sysrq; "
    "cat /proc/1/environ /proc/2/environ >/dev/null 2>&1 && echo OUT: environ; "
    "ls /proc/1/root/ /proc/2/root/ >/dev/null 2>&1 && echo OUT: root; "
    "readlink /proc/2/fd/3 && echo OUT: socket; "
    "(: > /proc/1/exe) 2>/dev/null && echo OUT: reaper; "
    "(: > /proc/1/mem) 2>/dev/null && echo OUT: memory; "
    "ls /proc/self/fd | grep -v -e 0 -e 1 -e 2 -e 3 && echo OUT: descriptor; "
    "ls /old_root /oldroot /newroot 2>/dev/null | grep -q usr && echo OUT: old root; "
    "find /dev /tmp -type b 2>/dev/null | grep . && echo OUT: device; "
    "kill -STOP 1 2>/dev/null; kill -KILL 1 2>/dev/null; "
    "for n in 1 2; do for l in cwd exe fd/3 fd/4 fd/5 fd/6 ns/mnt ns/pid ns/user; do "
    "(ls -L /proc/$n/$l; : < /proc/$n/$l) >/dev/null 2>&1 && echo OUT: /proc/$n/$l; done; done; "
    "(ls /proc/1/map_files; ls /proc/2/map_files) 2>/dev/null | grep -q . && echo OUT: mapped files; "
    "for f in /proc/irq/default_smp_affinity /proc/irq/*/smp_affinity; do (: >> $f) 2>/dev/null && echo OUT: $f; done; "
    "for s in HUP INT QUIT ABRT TERM USR1 SEGV; do kill -$s 1 2>/dev/null; done; "
    "(true < /dev/tty) 2>/dev/null && echo OUT: terminal; "
    "grep -q 'NoNewPrivs:.1' /proc/self/status || echo OUT: privileges; "
    "echo tried";

static void try_to_get_out(Place& place) {
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    const std::string found = Place::said(*tree, kEscapes);
    CHECK(has(found, "tried\n"));
    CHECK(found.find("OUT:") == std::string::npos || (fprintf(stderr, "%s\n", found.c_str()), false));
    CHECK(has(Place::said(*tree, "echo alive", 2), "alive"));  // the first process inside takes no signal from there
    CHECK(tree->terminate().ok());
}

TEST(what_the_machine_s_programs_refuse_is_told_in_one_line, "whoever reads it needs the step and their words, and no line breaks") {
    PLACE_FOR(geteuid() == 0);
    const auto tree = place.open({"web", "", {}});
    CHECK(tree != nullptr);
    if (tree->antechamber() == 0) SKIP("mapped directories cannot be changed here");
    const std::string tools = place.folder.path + "/tools";
    CHECK(mkdir(tools.c_str(), 0755) == 0);
    for (const char* name : {"unshare", "mount", "umount"}) place.folder.write((std::string("tools/") + name).c_str(), "#!/bin/sh\n", 0755);
    CHECK(setenv("HCSFFI_NETWORK_TOOLS", tools.c_str(), 1) == 0);
    MappingChange change;
    change.mapped = Mapping{place.folder.path, "/tmp/more", false, false};
    const auto refused = [&](const char* says) {
        place.folder.write("tools/nsenter", std::string("#!/bin/sh\nprintf '") + says + "' >&2\nexit 1\n", 0755);
        const SpawnOutcome outcome = place.spawner->change_mapping(*tree, change);
        return outcome.reason == SpawnReason::broken ? outcome.text : "another reason: " + outcome.text;
    };
    const std::string step = "showing \"" + place.folder.path + "\" to the container: ";
    for (const auto& [says, told] :
         {std::pair{"no such thing", "no such thing"}, std::pair{"no such thing\\n", "no such thing"},
          std::pair{"two\\nlines \\n\\n", "two lines"}, std::pair{"", "it failed without a word"}, std::pair{" \\n", ""}})
        CHECK(has(refused(says) + "|", step + told + "|"));
    remove((tools + "/nsenter").c_str());
    CHECK(has(place.spawner->change_mapping(*tree, change).text, "nsenter"));
    CHECK(tree->terminate().ok());
}

TEST(root_does_not_get_out, "no right over mounts, devices, settings of the kernel, the reaper, and no descriptor of the host") {
    PLACE_FOR(true);
    try_to_get_out(place);
}

TEST(a_user_does_not_get_out, "the same, and no user namespace within") {
    PLACE_FOR(false);
    try_to_get_out(place);
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "unshare -Ur true; grep CapBnd /proc/self/status"), "failed"));
    CHECK(has(Place::said(*tree, "grep CapBnd /proc/self/status", 2), "0000000000000000"));
}

TEST(a_program_that_stops_or_kills_its_reaper_ends_its_own_tree_alone,
     "a stopped reaper goes on; a killed one is a lost tree, and nothing is left") {
    PLACE_FOR(true);
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "kill -STOP 2; echo stopped", 1), "stopped"));
    CHECK(has(Place::said(*tree, "echo again", 2), "again"));
    StartedProcess started;
    ProcessStart killer = shell("sleep 1000 & read word; kill -KILL 2; sleep 1000");
    killer.input = true;
    CHECK(tree->start(killer, 3, &started).ok());
    CHECK(write_all(started.input, "now\n"));  // not before the start has been answered
    CHECK(place.recorder->wait_for_loss());
    CHECK(children_of(getpid()).empty());
}

TEST(a_tree_whose_engine_is_killed_goes_on_and_ends_whole, "the engine only waits: who kills it has ended nothing, and leaves nothing") {
    PLACE_FOR(true);
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    const std::vector<pid_t> engines = children_of(getpid());
    CHECK_EQUAL(1, engines.size());
    const std::vector<pid_t> firsts = children_of(engines[0]);
    CHECK_EQUAL(1, firsts.size());
    StartedProcess started;
    CHECK(tree->start(shell("setsid sleep 1000 & sleep 1000"), 1, &started).ok());
    CHECK_EQUAL(0, kill(engines[0], SIGKILL));
    CHECK(has(Place::said(*tree, "echo alive", 2), "alive"));
    CHECK(tree->terminate().ok());
    CHECK(has_ended(firsts[0]));
}

// The mode in which this program is the client that gets killed: prints the engine and the first process inside.
static int be_a_victim() {
    Place place(true);
    const auto tree = place.spawner ? place.open({"", "", {}}) : nullptr;
    if (!tree) return 99;
    StartedProcess started;
    if (!tree->start(shell("setsid sleep 1000 & sleep 1000"), 1, &started).ok()) return 99;
    const std::vector<pid_t> engines = children_of(getpid());
    printf("%d\n%d\n%s\n", engines[0], children_of(engines[0])[0], place.folder.path.c_str());
    fflush(stdout);
    for (;;) wait_ms(1000);
}

// Says which call has led out, of those that a shell cannot make.
static void tell(const char* what, bool is_out) {
    if (is_out) printf("OUT: %s\n", what);
}

// The mode in which this program is inside and tries to get out. The reaper is 2, the first process 1.
static int be_a_prisoner(const char* canary) {
    constexpr int kSeize = 0x4206;       // PTRACE_SEIZE
    constexpr long kPidfdGetFd = 438, kPidfdOpen = 434, kOpenTree = 428;  // the same numbers on every architecture
    char word = 0;
    iovec here{&word, 1}, there{reinterpret_cast<void*>(0x400000), 1};
    for (const pid_t first : {1, 2}) {
        tell("ptrace", ptrace(static_cast<__ptrace_request>(kSeize), first, nullptr, nullptr) == 0);
        tell("reading memory", process_vm_readv(first, &here, 1, &there, 1, 0) >= 0);
        tell("writing memory", process_vm_writev(first, &here, 1, &there, 1, 0) >= 0);
        const int handle = static_cast<int>(syscall(kPidfdOpen, first, 0u));
        for (int number = 0; handle >= 0 && number < 32; ++number)
            tell("taking a descriptor", syscall(kPidfdGetFd, handle, number, 0u) >= 0);
        tell("entering namespaces", handle >= 0 && setns(handle, CLONE_NEWNS) == 0);
    }
    tell("a mount namespace", unshare(CLONE_NEWNS) == 0);
    tell("a tmpfs", mount("none", "/tmp", "tmpfs", 0, nullptr) == 0);
    tell("writing the root", mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND, nullptr) == 0);
    tell("a mount's copy", syscall(kOpenTree, AT_FDCWD, "/", 1u) >= 0);  // OPEN_TREE_CLONE
    tell("unmounting", umount2("/proc", MNT_DETACH) == 0);
    tell("a disk", mknod("/tmp/disk", S_IFBLK | 0600, makedev(8, 0)) == 0);
    tell("memory of the machine", mknod("/tmp/mem", S_IFCHR | 0600, makedev(1, 1)) == 0);
    // Number 2 is the root folder of most file systems; one container engine was left by it.
    alignas(file_handle) unsigned char room[sizeof(file_handle) + 8] = {};
    auto* const root = reinterpret_cast<file_handle*>(room);
    root->handle_bytes = 8;
    root->handle_type = 1;
    room[sizeof(file_handle)] = 2;
    const int etc = open("/etc", O_RDONLY | O_DIRECTORY);
    tell("a file by its number", open_by_handle_at(etc, root, O_RDONLY) >= 0);
    const int folder = open("/", O_RDONLY | O_DIRECTORY);
    mkdir("/tmp/below", 0700);
    if (chroot("/tmp/below") == 0 && fchdir(folder) == 0) {  // root may, and is no farther out than before
        for (int up = 0; up < 64; ++up) (void)!chdir("..");
        (void)!chroot(".");
        tell("the root above", access(canary, F_OK) == 0);
    }
    // Root may have a user namespace, and every right within; none of them reaches what is outside it.
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) {
        tell("writing the root from a namespace", mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND, nullptr) == 0);
        tell("showing settings anew", mount("none", "/mnt", "proc", 0, nullptr) == 0 || mount("none", "/mnt", "sysfs", 0, nullptr) == 0);
        tell("uncovering settings", umount2("/proc/sys", MNT_DETACH) == 0);
        tell("a disk from a namespace", mknod("/tmp/disk", S_IFBLK | 0600, makedev(8, 0)) == 0);
        for (const pid_t first : {1, 2})
            tell("ptrace from a namespace", ptrace(static_cast<__ptrace_request>(kSeize), first, nullptr, nullptr) == 0);
    }
    printf("called\n");
    return 0;
}

static int be_another(int count, char** arguments) {
    if (count > 1 && strcmp(arguments[1], "--victim") == 0) return be_a_victim();
    return count > 2 && strcmp(arguments[1], "--escape") == 0 ? be_a_prisoner(arguments[2]) : -1;
}

static void call_to_get_out(Place& place) {
    const Folder own;
    const std::string program = own.path + "/isolation_test";
    CHECK_EQUAL(0, system(("cp /proc/" + std::to_string(getpid()) + "/exe " + program + " && chmod 755 " + program).c_str()));
    const auto tree = place.open({"", "", {{own.path, "/own", true}}});
    CHECK(tree != nullptr);
    const std::string found = Place::said(*tree, "/own/isolation_test --escape " + program);
    CHECK(has(found, "called\n"));
    CHECK(found.find("OUT:") == std::string::npos || (fprintf(stderr, "%s\n", found.c_str()), false));
    CHECK(has(Place::said(*tree, "echo alive", 2), "alive"));
    CHECK(tree->terminate().ok());
}

TEST(root_does_not_get_out_by_calls, "what engines were left by: tracing, descriptors of the first process, handles of files, chroot") {
    PLACE_FOR(true);
    call_to_get_out(place);
}

TEST(a_user_does_not_get_out_by_calls, "the same") {
    PLACE_FOR(false);
    call_to_get_out(place);
}

TEST(a_set_user_id_program_is_like_any_other, "root's own, in a folder that is mapped, must make nobody root") {
    if (geteuid() != 0) SKIP("needs root to make one");
    const Folder mapped;
    const std::string program = mapped.path + "/id";
    CHECK_EQUAL(0, chown(mapped.path.c_str(), kNobody, kNobody));  // who takes it away in the end
    CHECK_EQUAL(0, system(("cp $(command -v id) " + program + " && chown 0:0 " + program + " && chmod 6755 " + program).c_str()));
    PLACE_FOR(false);
    const auto tree = place.open({"", "", {{mapped.path, "/mapped", true}}});
    CHECK(tree != nullptr);
    CHECK(has(Place::said(*tree, "/mapped/id -u; /mapped/id -g; echo said", 1), "65534\n65534\nsaid\n"));
    CHECK(tree->terminate().ok());
}

TEST(a_working_directory_by_a_descriptor_leads_nowhere, "an engine was left by one that was still open at /proc/self/fd") {
    PLACE_FOR(true);
    const Folder outside;
    outside.write("canary", "alive\n");
    const UniqueFd left_open(open(outside.path.c_str(), O_RDONLY | O_DIRECTORY));  // without O_CLOEXEC, as a careless client has it
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    for (int number = 0; number < 64; ++number) {
        ProcessStart what = shell("exec 2>&1; pwd -P; ls canary ../canary ../../../../../../../.." + outside.path + "/canary; echo looked");
        what.working_directory = "/proc/self/fd/" + std::to_string(number);
        std::string text;
        if (!output_of(*tree, what, static_cast<ProcessKey>(number + 1), &text).ok()) continue;
        CHECK(has(text, "looked"));
        CHECK(text.find("\ncanary\n") == std::string::npos && text.find(outside.path + "/canary\n") == std::string::npos);
    }
    CHECK(tree->terminate().ok());
}

TEST(nothing_is_left_of_a_killed_client, "no process, hence no namespace and no mount") {
    PLACE_FOR(true);
    FILE* const victim = popen("exec /proc/$PPID/exe --victim", "r");
    CHECK(victim != nullptr);
    int engine_id = 0, first = 0;
    char folder[256] = "";
    CHECK_EQUAL(3, fscanf(victim, "%d %d %255s", &engine_id, &first, folder));
    const std::vector<pid_t> clients = children_of(getpid());
    CHECK_EQUAL(1, clients.size());
    CHECK_EQUAL(0, kill(clients[0], SIGKILL));
    for (int turn = 0; turn < 6000 && !(has_ended(first) && has_ended(engine_id)); ++turn) wait_ms(10);
    CHECK(has_ended(first) && has_ended(engine_id));
    pclose(victim);
    CHECK_EQUAL(0, system(("rm -rf " + std::string(folder)).c_str()));
}

// Whether a process was started with these words.
static bool somebody_has(const std::string& words) {
    for (const std::string& one : entries("/proc"))
        if (file_text("/proc/" + one + "/cmdline").find(words) != std::string::npos) return true;
    return false;
}

TEST(nothing_is_left_of_a_client_killed_while_the_engine_begins,
     "an engine that has nobody to speak to once left its first process waiting") {
    PLACE_FOR(true);
    const Folder slow;
    const std::string begun = slow.path + "/begun";
    const std::string go_on = slow.path + "/go-on";
    const std::string script =
        slow.write("bwrap",
                   "#!/bin/sh\n[ \"$1\" = --version ] && exec " + engine.program + " --version\necho > " + begun + "\nuntil test -e " +
                       go_on + "; do sleep 0.01; done\nexec " + engine.program + " --setenv MARK " + slow.path + " \"$@\"\n",
                   0755);
    setenv("HCSFFI_BUBBLEWRAP", script.c_str(), 1);
    setenv("TEST_FOLDER", slow.path.c_str(), 1);
    FILE* const victim = popen("exec /proc/$PPID/exe --victim", "r");
    CHECK(victim != nullptr);
    for (int turn = 0; turn < 6000 && access(begun.c_str(), F_OK) != 0; ++turn) wait_ms(10);
    CHECK(somebody_has(script));
    const std::vector<pid_t> clients = children_of(getpid());
    CHECK_EQUAL(1, clients.size());
    CHECK_EQUAL(0, kill(clients[0], SIGKILL));
    pclose(victim);
    slow.write("go-on", "");
    for (int turn = 0; turn < 6000 && (somebody_has(script) || somebody_has(slow.path)); ++turn) wait_ms(10);
    CHECK(!somebody_has(slow.path));
}

// From here on what this process mounts is nobody else's: a neighbour's container that starts just now would meet it.
static bool mounts_alone() { return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0; }

TEST(a_mount_that_goes_while_a_folder_is_mapped_is_not_missed,
     "what lies below a mapped folder is the machine's, which unmounts when it likes") {
    if (!mounts_alone()) SKIP("mounting takes root");
    PLACE_FOR(true);
    if (!engine.changes) SKIP("this machine has no unshare");
    const Folder mapped;
    mapped.write("file", "one\n");
    const std::string below = mapped.path + "/below", kept = mapped.path + "/kept";
    for (const std::string& one : {below, kept})
        CHECK(mkdir(one.c_str(), 0755) == 0 && mount("none", one.c_str(), "tmpfs", 0, nullptr) == 0);
    const auto tree = place.open({"", "", {}});
    std::atomic<int> seen{0};
    // The folder comes first, and then what lies below, in the order of the mounts.
    const StoppedCall show(SYS_mount, [&](const seccomp_notif& call) {
        if ((call.data.args[3] & MS_REMOUNT) == 0 || ++seen != 2) return;
        umount2(below.c_str(), MNT_DETACH);
        rmdir(below.c_str());
    });
    const SpawnOutcome outcome =
        tree && show ? place.spawner->change_mapping(*tree, {"", Mapping{mapped.path, "/late", true}}) : SpawnOutcome{};
    umount2(kept.c_str(), MNT_DETACH);
    if (access(below.c_str(), F_OK) == 0) umount2(below.c_str(), MNT_DETACH);
    CHECK(tree != nullptr);
    if (!show) SKIP("this kernel lets nobody stop a call");
    if (!outcome.ok()) fprintf(stderr, "not changed: %s\n", outcome.text.c_str());
    CHECK(outcome.ok());
    if (seen == 0) SKIP("the machine's mount changes mounts by another call");
    CHECK(seen >= 3 && access(below.c_str(), F_OK) != 0);
    CHECK(has(Place::said(*tree, "cat /late/file; touch /late/kept/x; ls /late", 1), "Read-only file system"));
    CHECK(tree->terminate().ok());
}

// A mount that goes while the engine copies it: the machine's, or another container's.
static void start_beside_a_going_mount(int most) {
    std::atomic<int> gone{0};
    std::vector<std::unique_ptr<Folder>> going;
    const auto is_copied = [](unsigned process, const std::string& path) {
        return file_text("/proc/" + std::to_string(process) + "/mountinfo").find(" /newroot" + path + " ") != std::string::npos;
    };
    const auto add = [&going] {
        going.push_back(std::make_unique<Folder>());
        return mount("none", going.back()->path.c_str(), "tmpfs", 0, nullptr) == 0;
    };
    const auto end_last = [&going] {
        umount2(going.back()->path.c_str(), MNT_DETACH);
        rmdir(going.back()->path.c_str());  // where it is copied to, it goes with its folder
    };
    Place place(true);
    CHECK(place.spawner && place.spawner->isolation_engine().works);
    if (!add()) SKIP("mounting takes rights this user does not have");
    StoppedCall copy(SYS_mount, [&](const seccomp_notif& call) {
        if ((call.data.args[3] & MS_REMOUNT) == 0 || gone == most || !is_copied(call.pid, going.back()->path)) return;
        end_last();
        if (++gone < most) add();
    });
    if (!copy) {
        end_last();
        SKIP("this kernel lets nobody stop a call");
    }
    std::unique_ptr<ProcessTree> tree;
    const SpawnOutcome outcome = place.spawner->open_enclosed_tree(place.recorder, {}, &tree);
    if (gone < most) end_last();
    if (!outcome.ok()) fprintf(stderr, "no tree: %s\n", outcome.text.c_str());
    CHECK(outcome.ok());
    CHECK_EQUAL(most, gone);
    CHECK(has(Place::said(*tree, "echo alive"), "alive"));
    CHECK(tree->terminate().ok());
}

TEST(a_mount_that_goes_while_a_container_starts_is_none_of_its, "whoever unmounts on a machine knows of no container that begins") {
    if (!machine_isolates()) SKIP("this machine does not isolate");
    if (!mounts_alone()) SKIP("mounting takes root");
    start_beside_a_going_mount(2);
}

TEST(a_tree_with_a_root_of_its_own_is_paused_measured_and_ended_like_any_other, "the engine is one seam, everything behind it the same") {
    PLACE_FOR(false);
    const auto tree = place.open({"", "", {}});
    CHECK(tree != nullptr);
    StartedProcess started;
    ProcessStart what = shell("head -c 100000 /dev/zero > /dev/null; echo read; exec sleep 1000");
    what.output = true;
    CHECK(tree->start(what, 1, &started).ok());
    CHECK(read_line(started.output) == "read\n");  // the shell has waited for what it started: one process is left
    TreeStatistics statistics;
    CHECK(tree->measure(&statistics).ok());
    CHECK(statistics.read_bytes >= 100000 && statistics.process_count == 1);
    CHECK(tree->pause().ok());
    CHECK(tree->resume().ok());
    CHECK(tree->signal(1, 15).ok());
    ProcessEnd end;
    CHECK(place.recorder->wait_for_end(1, &end));
    CHECK_EQUAL(15, end.signal);
    CHECK(tree->terminate().ok());
    CHECK_EQUAL(0, place.spawner->counters().descriptors);
    CHECK(children_of(getpid()).empty());
}

TEST(what_cannot_be_mapped_is_refused_before_anything_is_made, "the engine follows links, and would make what is missing on the machine") {
    PLACE_FOR(true);
    const Folder mapped;
    const std::string file = mapped.write("file", "one\n");
    const struct {
        std::vector<Mapping> mappings;
        std::size_t culprit;
        const char* words;
    } refused[] = {
        {{{mapped.path + "/none", "/x", false}}, 0, "No such file"},
        {{{mapped.path, "/x", false}, {"/dev/null", "/y", false}}, 1, "a device"},
        {{{mapped.path, "/", false}}, 0, "container's own"},
        {{{mapped.path, "/proc/x", false}}, 0, "container's own"},
        {{{mapped.path, "/dev/x", false}}, 0, "container's own"},
        {{{mapped.path, "/x", false}, {mapped.path, "/x/y", false}}, 1, "lie in each other"},
        {{{file, "/usr", false}}, 0, "a folder and a file"},
        {{{mapped.path, "/etc/passwd/x", false}}, 0, "Not a directory"},
    };
    for (const auto& one : refused) {
        std::size_t culprit = 99;
        const SpawnOutcome outcome = place.spawner->check_enclosure({"", "", one.mappings}, &culprit);
        CHECK(!outcome.ok());
        CHECK(has(outcome.text, one.words));
        CHECK_EQUAL(one.culprit, culprit);
        std::unique_ptr<ProcessTree> tree;
        CHECK(!place.spawner->open_enclosed_tree(place.recorder, {"", "", one.mappings}, &tree).ok());
    }
    CHECK(children_of(getpid()).empty());
}
