/* What bubblewrap is told about a container, word by word; that it does so is asked by isolation_test.cpp. The words are those of its
 * manual page, bwrap(1); which of them stand where is said at the top of processes/linux/root_plan.cpp and bubblewrap.h. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "processes/linux/bubblewrap.h"
#include "processes/linux/mapping_change.h"
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
    CHECK(same(mixed + "\"/dir\"", mount_of(ground, {ground.at("text"), "/dir", false, false})));
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

TEST(the_engine_is_told_what_a_container_has_to_itself, "a word that is missing is a door that stands open") {
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
