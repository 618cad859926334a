/* What only POSIX files have, and what a hostile layer does with them: modes, owners, links, holes, devices, odd names, depth. */
static int attach_and_die(int count, char** arguments);
#define HARNESS_MODES attach_and_die
#include "layer_folders.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "stopped_call.h"
#include "storage/view.h"
#include "texts.h"

using namespace layers;

namespace {

struct stat looked_at(const std::string& path) {
    struct stat told{};
    if (lstat(path.c_str(), &told) != 0) told.st_mode = 0;
    return told;
}

/* A base with one file, imported. */
std::string base(Ground& ground) {
    write(ground.at("s/Files/file"), "of the base");
    write(ground.at("s/Files/dir/inner"), "inner");
    return import(ground.at("base"), ground.at("s"), {}) == S_OK_ ? ground.at("base") : "";
}

std::string attached(Ground& ground, const std::string& layer) {
    const std::string view = ground.view("p");
    return initialize(view, {layer}) == S_OK_ && attach(view, {layer}) == S_OK_ ? view : "";
}

/* For good, as far as this process goes. */
void give_up(unsigned right) {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2] = {};
    if (syscall(SYS_capget, &header, sets) != 0) abort();
    sets[right / 32].effective &= ~(1u << (right % 32));
    sets[right / 32].permitted &= ~(1u << (right % 32));
    if (syscall(SYS_capset, &header, sets) != 0) abort();
}

std::string sparse(const std::string& path, off_t hole) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT, 0644);
    if (ftruncate(file, hole) != 0 || pwrite(file, "end", 3, hole) != 3) abort();
    close(file);
    return path;
}

}  // namespace

VIEW_TEST(what_is_let_go_is_free_though_a_process_that_is_just_being_started_has_a_copy,
          "with many containers at once there is always one, and a layer would be in use by nobody") {
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    CHECK(!view.empty());
    const pid_t copy = fork();  // and never executes anything
    if (copy == 0)
        for (;;) pause();
    const HRESULT detached = detach(view), view_gone = destroy(view), layer_gone = destroy(layer);
    kill(copy, SIGKILL);
    waitpid(copy, nullptr, 0);
    CHECK_EQUAL(S_OK_, detached);
    CHECK_EQUAL(S_OK_, view_gone);
    CHECK_EQUAL(S_OK_, layer_gone);
}

VIEW_TEST(modes_times_and_links_are_the_same_on_both_sides, "a set-uid bit or a link lost is another program") {
    Ground ground;
    write(ground.at("s/Files/tool"), "tool");
    CHECK(chmod(ground.at("s/Files/tool").c_str(), 04711) == 0);
    fs::create_symlink("/etc/passwd", ground.at("s/Files/absolute"));
    fs::create_symlink("../../../outside", ground.at("s/Files/upwards"));
    CHECK(mkfifo(ground.at("s/Files/pipe").c_str(), 0640) == 0);
    fs::create_directories(ground.at("s/Files/sticky"));
    CHECK(chmod(ground.at("s/Files/sticky").c_str(), 01777) == 0);
    const timespec times[2] = {{1, 2}, {-5, 123456789}};
    CHECK(utimensat(AT_FDCWD, ground.at("s/Files/tool").c_str(), times, 0) == 0);
    CHECK_EQUAL(S_OK_, import(ground.at("base"), ground.at("s"), {}));
    const std::string view = attached(ground, ground.at("base"));
    for (const std::string& top : {ground.at("base/Files"), view}) {
        CHECK_EQUAL(04711, looked_at(top + "/tool").st_mode & 07777);
        CHECK_EQUAL(-5, looked_at(top + "/tool").st_mtim.tv_sec);
        CHECK_EQUAL(123456789, looked_at(top + "/tool").st_mtim.tv_nsec);
        CHECK("/etc/passwd" == fs::read_symlink(top + "/absolute"));
        CHECK("../../../outside" == fs::read_symlink(top + "/upwards"));
        CHECK(S_ISFIFO(looked_at(top + "/pipe").st_mode));
        CHECK_EQUAL(01777, looked_at(top + "/sticky").st_mode & 07777);
    }
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(a_change_of_mode_alone_is_a_change, "chmod in a container has to be in the layer made of it") {
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    CHECK(chmod((view + "/file").c_str(), 0600) == 0);
    CHECK(chmod((view + "/dir").c_str(), 0700) == 0);
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK_EQUAL(0600, looked_at(ground.at("out/Files/file")).st_mode & 07777);
    CHECK_EQUAL(0700, looked_at(ground.at("out/Files/dir")).st_mode & 07777);
    CHECK(!fs::exists(ground.at("out/Files/dir/inner")));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(what_was_changed_and_changed_back_is_in_no_difference, "a program may put a temporary file somewhere and take it away") {
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    const mode_t mode = looked_at(view + "/file").st_mode & 07777;
    CHECK(chmod((view + "/file").c_str(), 0600) == 0 && chmod((view + "/file").c_str(), mode) == 0);
    write(view + "/dir/temporary", "x");
    CHECK(unlink((view + "/dir/temporary").c_str()) == 0);
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK(!fs::exists(ground.at("out/Files/file")));
    CHECK(!fs::exists(ground.at("out/Files/dir")));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(holes_stay_holes, "a disk of a database with a terabyte of nothing has to fit") {
    enum { HOLE = 64 << 20 };
    Ground ground;
    fs::create_directories(ground.at("s/Files"));
    sparse(ground.at("s/Files/below"), HOLE);
    CHECK_EQUAL(S_OK_, import(ground.at("base"), ground.at("s"), {}));
    const std::string view = attached(ground, ground.at("base"));
    sparse(view + "/above", HOLE);
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {ground.at("base")}, true));
    for (const std::string& path : {ground.at("base/Files/below"), view + "/below", ground.at("out/Files/above")}) {
        CHECK_EQUAL(HOLE + 3, looked_at(path).st_size);
        CHECK(looked_at(path).st_blocks * 512 < HOLE / 2);
        CHECK("end" == read(path).substr(HOLE));
    }
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(a_change_to_one_of_two_names_breaks_them_apart, "the kernel's overlay does so, and both ways have to tell one difference") {
    Ground ground;
    write(ground.at("s/Files/one"), "same");
    write(ground.at("s/Files/plain"), "plain");
    fs::create_hard_link(ground.at("s/Files/one"), ground.at("s/Files/two"));
    for (const char* deep : {"u/v/x", "u/w/y"}) fs::create_directories(fs::path(ground.at("s/Files/") + deep).parent_path());
    write(ground.at("s/Files/u/v/x"), "deep");
    fs::create_hard_link(ground.at("s/Files/u/v/x"), ground.at("s/Files/u/w/y"));
    CHECK_EQUAL(S_OK_, import(ground.at("base"), ground.at("s"), {}));
    CHECK_EQUAL(2, looked_at(ground.at("base/Files/one")).st_nlink);
    CHECK_EQUAL(looked_at(ground.at("base/Files/one")).st_ino, looked_at(ground.at("base/Files/two")).st_ino);
    CHECK_EQUAL(looked_at(ground.at("base/Files/u/v/x")).st_ino, looked_at(ground.at("base/Files/u/w/y")).st_ino);
    const std::string view = attached(ground, ground.at("base"));
    std::ofstream(view + "/one", std::ios::app) << ", changed";
    CHECK("same" == read(view + "/two"));
    const std::pair<const char*, const char*> links[] = {{"three", "four"}, {"a/b/five", "c/d/six"}, {"plain", "more"}};
    for (const auto& [name, other] : links) {
        if (!fs::exists(view + "/" + name)) write(view + "/" + name, "linked"); /* or it is a file of the base, and gets a name more */
        fs::create_directories(fs::path(view + "/" + other).parent_path());
        fs::create_hard_link(view + "/" + name, view + "/" + other);
    }
    const auto are_linked = [&](const std::string& top) {
        for (const auto& [name, other] : links) {
            const struct stat one = looked_at(top + "/" + name), two = looked_at(top + "/" + other);
            if (!S_ISREG(one.st_mode) || one.st_ino != two.st_ino || one.st_dev != two.st_dev) return false;
        }
        return true;
    };
    const ino_t mine = looked_at(view + "/three").st_ino;
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {ground.at("base")}, true));
    CHECK("same, changed" == read(ground.at("out/Files/one")));
    CHECK(!fs::exists(ground.at("out/Files/two")));
    CHECK(are_linked(ground.at("out/Files")) && looked_at(ground.at("out/Files/three")).st_nlink == 2);
    CHECK_EQUAL(S_OK_, detach(view));
    if (!configured_overlay) CHECK(mine == looked_at(view + "/.hcsffi/difference/Files/three").st_ino); /* nothing is copied */
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("later"), {ground.at("base")}, true));
    CHECK(are_linked(ground.at("later/Files")) && looked_at(ground.at("later/Files/three")).st_nlink == 2);
    CHECK_EQUAL(S_OK_, attach(view, {ground.at("base")}));
    CHECK(are_linked(view));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(names_that_no_line_can_hold_are_deleted_all_the_same, "Debian has backslashes in file names, and any bytes are a name") {
    Ground ground;
    for (const char* name : {"back\\slash", "new\nline", "ret\rurn", "\xFF\xFE"}) write(ground.at("s/Files/") + name, name);
    write(ground.at("s/Files/plain"), "plain");
    CHECK_EQUAL(S_OK_, import(ground.at("base"), ground.at("s"), {}));
    const std::string view = attached(ground, ground.at("base"));
    for (const char* name : {"back\\slash", "new\nline", "ret\rurn", "\xFF\xFE"}) CHECK(unlink((view + "/" + name).c_str()) == 0);
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {ground.at("base")}, true));
    CHECK(!fs::exists(ground.at("out/tombstones.txt")));
    CHECK(
        "{\"deleted\":true,\"path\":\"Files/back\\\\slash\"}\n{\"deleted\":true,\"path\":\"Files/new\\u000aline\"}\n"
        "{\"deleted\":true,\"path\":\"Files/ret\\u000durn\"}\n{\"deleted\":true,\"path_bytes\":\"RmlsZXMv//4=\"}\n" ==
        read(ground.at("out/hcsffi-layer.json")));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, import(ground.at("above"), ground.at("out"), {ground.at("base")}));
    const std::vector<std::string> two{ground.at("above"), ground.at("base")};
    const std::string again = ground.view("again");
    CHECK_EQUAL(S_OK_, initialize(again, two));
    CHECK_EQUAL(S_OK_, attach(again, two));
    CHECK(tree(again).substr(0, 6) == "plain ");
    CHECK_EQUAL(S_OK_, detach(again));
}

VIEW_TEST(what_is_closed_to_its_owner_is_taken_and_removed, "a program closes its own files, and a layer has to be made of them") {
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    write(view + "/closed/file", "secret");
    CHECK(chmod((view + "/closed/file").c_str(), 0) == 0 && chmod((view + "/closed").c_str(), 0) == 0);
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK_EQUAL(0, looked_at(ground.at("out/Files/closed")).st_mode & 07777);
    CHECK_EQUAL(0, looked_at(view + "/closed").st_mode & 07777);
    if (!configured_overlay) CHECK(chmod(view.c_str(), 0500) == 0);
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(!fs::exists(view + "/file"));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK_EQUAL(0, looked_at(view + "/closed").st_mode & 07777);
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK(!fs::exists(view));
}

namespace {

/* Folders within each other, one more with each turn. */
bool make_deep(const std::string& top, int depth) {
    int at = open(top.c_str(), O_RDONLY | O_DIRECTORY);
    for (; depth > 0 && at >= 0; --depth) {
        const int below = mkdirat(at, "d", 0700) == 0 || errno == EEXIST ? openat(at, "d", O_RDONLY | O_DIRECTORY) : -1;
        close(at);
        at = below;
    }
    if (at >= 0) close(at);
    return at >= 0;
}

/* So many descriptors are for this process from here on. */
bool may_open(rlim_t many) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max < many) return false;
    limit.rlim_cur = many;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

}  // namespace

TEST(a_layer_has_so_many_folders_in_each_other_and_no_more, "a walk of it has an end on every stack") {
    enum { DEEPEST = 512 };
    if (!may_open(4096)) SKIP("a walk holds each folder it is in, and there may be too few descriptors");
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    fs::create_directories(ground.at("d/Files"));
    CHECK(make_deep(view, DEEPEST) && make_deep(ground.at("d/Files"), DEEPEST));
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK_EQUAL(S_OK_, import(ground.at("deep"), ground.at("d"), {}));
    CHECK(make_deep(view, DEEPEST + 1) && make_deep(ground.at("d/Files"), DEEPEST + 1));
    CHECK_EQUAL(HR(0x800700CE), export_to(view, ground.at("more"), {layer}, true));
    CHECK_EQUAL(HR(0x800700CE), import(ground.at("deeper"), ground.at("d"), {}));
    for (const char* gone : {"out", "d"}) CHECK(fs::remove_all(ground.at(gone)) > DEEPEST);
    CHECK_EQUAL(S_OK_, hcsffi_shutdown());
    for (const std::string& gone : {view, ground.at("deep")}) CHECK_EQUAL(S_OK_, destroy(gone));
}

VIEW_TEST(a_tree_too_deep_is_refused_and_still_removed, "whoever made it must not be able to keep it") {
    enum { DEPTH = 2000 };
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    CHECK(make_deep(view, DEPTH));
    CHECK_EQUAL(HR(0x800700CE), export_to(view, ground.at("out"), {layer}, true));
    CHECK(fs::is_empty(ground.at("out")));
    CHECK_EQUAL(S_OK_, hcsffi_shutdown()); /* which forgets what is attached, as the end of the process does */
    CHECK_EQUAL(0, counter("CopiedViews") + counter("OverlayViews"));
    CHECK(may_open(400)); /* it does not take one for each folder */
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK(!fs::exists(view));
    CHECK("of the base" == read(layer + "/Files/file"));
}

TEST(a_device_in_a_layer_is_refused, "it would reach the machine's own hardware") {
    if (geteuid() != 0) SKIP("only root makes devices");
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK(mknod(ground.at("s/Files/zero").c_str(), S_IFCHR | 0666, makedev(1, 5)) == 0);
    CHECK_EQUAL(HR(0x8007000D), import(ground.at("l"), ground.at("s"), {}));
    CHECK(!fs::exists(ground.at("l")));
    unlink(ground.at("s/Files/zero").c_str());
    CHECK(mknod(ground.at("s/Files/x2").c_str(), S_IFCHR, makedev(0, 0)) == 0);
    CHECK_EQUAL(HR(0x8007000D), import(ground.at("l"), ground.at("s"), {}));
    CHECK(!fs::exists(ground.at("l")));
}

TEST(the_right_to_mount_is_the_one_an_overlay_needs,
     "root of a container that was given it has few others (docker run --cap-add SYS_ADMIN)") {
    if (!go("overlay")) SKIP(NO_OVERLAY);
    for (const unsigned right : {CAP_SYS_MODULE, CAP_SYS_RAWIO, CAP_SYS_BOOT, CAP_SYS_TIME}) give_up(right);
    {
        Ground ground;
        CHECK(!attached(ground, base(ground)).empty());
        CHECK_EQUAL(1, counter("OverlayViews"));
        CHECK_EQUAL(S_OK_, detach(ground.at("p")));
    }
    int ends[2];
    CHECK(pipe(ends) == 0 && dup2(ends[0], 0) == 0);
    CHECK(hcsffi::may_mount_overlay()); /* whatever standard input is */
    give_up(CAP_SYS_ADMIN);
    CHECK(!hcsffi::may_mount_overlay()); /* whatever other processes may */
    Ground ground;
    CHECK_EQUAL(S_OK_, configure(W("{\"LayerViews\":\"auto\"}")));
    CHECK(!attached(ground, base(ground)).empty());
    CHECK_EQUAL(1, counter("CopiedViews"));
    CHECK_EQUAL(S_OK_, detach(ground.at("p")));
}

TEST(what_a_layer_says_of_paths_outside_is_refused, "nothing it names may lead anywhere else") {
    Ground ground;
    write(ground.at("outside"), "canary");
    write(ground.at("s/Files/x"), "x");
    for (const char* line : {"\\..\\..\\outside", "\\a\\..\\b", "\\.", "\\", "\\a\\\\b", "/../x"}) {
        write(ground.at("s/tombstones.txt"), std::string("Version 1.0\n") + line + "\n");
        CHECK_EQUAL(HR(0x8007000D), import(ground.at("l"), ground.at("s"), {}));
    }
    for (const char* text : {"", "Version 2.0\n", "\\x\n"}) {
        write(ground.at("s/tombstones.txt"), text);
        CHECK_EQUAL(HR(0x8007000D), import(ground.at("l"), ground.at("s"), {}));
    }
    unlink(ground.at("s/tombstones.txt").c_str());
    for (const char* line :
         {"{\"path\":\"../outside\",\"deleted\":true}", "{\"path\":\"Files/../../outside\"}", "{\"path\":\"/etc/passwd\"}", "[]",
          "{\"path\":7}", "{", "{\"path\":\"Files/a/\"}", "{\"path_bytes\":\"!\"}", "{\"path\":\"Windows/x\"}"}) {
        write(ground.at("s/hcsffi-layer.json"), std::string(line) + "\n");
        CHECK_EQUAL(HR(0x8007000D), import(ground.at("l"), ground.at("s"), {}));
    }
    CHECK(!fs::exists(ground.at("l")));
    CHECK("canary" == read(ground.at("outside")));
}

TEST(no_link_leads_out_of_a_layer, "Files, the staging folder and the scratch area are looked at themselves, never what they lead to") {
    Ground ground;
    write(ground.at("outside/canary"), "canary");
    write(ground.at("s/Files/x"), "x");
    fs::create_directories(ground.at("linked"));
    fs::create_symlink(ground.at("outside"), ground.at("linked/Files"));
    CHECK_EQUAL(HR(0x80070002), import(ground.at("l"), ground.at("linked"), {}));
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    fs::create_symlink(ground.at("outside"), ground.at("l/Files/out"));
    fs::create_symlink(ground.at("outside"), ground.at("l/sandbox.vhdx"));
    fs::create_symlink(ground.at("outside"), ground.at("l/.hcsffi-staging"));
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    fs::create_symlink(ground.at("outside"), ground.at("l/Hives"));
    fs::create_directory_symlink(ground.at("l"), ground.at("alias"));
    CHECK_EQUAL(HR(0x80370112), destroy(ground.at("alias")));
    CHECK(fs::exists(ground.at("l/Files/x")));
    CHECK_EQUAL(S_OK_, destroy(ground.at("l")));
    const std::string scratch = ground.view("p");
    fs::create_symlink(ground.at("outside"), scratch + "/.hcsffi");
    const std::string layer = base(ground);
    CHECK_EQUAL(HR(0x8007010B), initialize(scratch, {layer}));
    CHECK_EQUAL(HR(0x80370112), attach(scratch, {layer}));
    CHECK_EQUAL(HR(0x80370112), destroy(scratch));
    CHECK("canary" == read(ground.at("outside/canary")));
    CHECK_EQUAL(1, std::distance(fs::directory_iterator(ground.at("outside")), fs::directory_iterator()));
}

VIEW_TEST(a_link_in_the_view_is_never_followed, "a program in a container makes any link it likes") {
    Ground ground;
    write(ground.at("outside/canary"), "canary");
    const std::string layer = base(ground), view = attached(ground, layer);
    fs::remove_all(view + "/dir");
    fs::create_directory_symlink(ground.at("outside"), view + "/dir");
    fs::create_directory_symlink("/", view + "/root");
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK(fs::is_symlink(ground.at("out/Files/dir")) && fs::is_symlink(ground.at("out/Files/root")));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK("canary" == read(ground.at("outside/canary")));
}

/* A process that attaches and dies without a word, or is killed while it works on a layer. */
static int attach_and_die(int count, char** arguments) {
    if (count < 2) return -1;
    const std::string mode = arguments[1];
    if (mode == "attach") {
        if (!go(arguments[2])) return 2;
        const std::vector<std::string> parents{arguments[4]};
        return attach(arguments[3], parents) == S_OK_ ? 0 : 3;
    }
    if (mode != "work") return -1;
    if (!go(arguments[2])) return 2;
    const std::vector<std::string> parents{arguments[4]};
    for (;;) {
        if (attach(arguments[3], parents) != S_OK_ || detach(arguments[3]) != S_OK_) return 3;
    }
}

namespace {

bool dies_attached(const char* way, const std::string& view, const std::string& layer) {
    const char* const words[] = {"attach", way, view.c_str(), layer.c_str(), NULL};
    struct child child;
    long long status = -1;
    if (!start_self(&child, CHILD_SHARES_STREAMS, words)) return false;
    const bool ended = child_ends(&child, PATIENCE_MS, &status);
    child_close(&child);
    return ended && status == 0;
}

const char* way_of_now() { return geteuid() == 0 && configured_overlay ? "overlay" : "copy"; }

}  // namespace

VIEW_TEST(another_process_detaches_what_a_dead_one_attached, "a view outlives its client, and somebody has to clear up (E-13)") {
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    CHECK(dies_attached(way_of_now(), view, layer));
    CHECK("of the base" == read(view + "/file"));
    write(view + "/mine", "1");
    CHECK_EQUAL(HR(0x80370105), attach(view, {layer}));
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK("1" == read(ground.at("out/Files/mine")));
    CHECK(!fs::exists(ground.at("out/Files/file")));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(!fs::exists(view + "/file"));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK("1" == read(view + "/mine"));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(dies_attached(way_of_now(), view, layer));
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK(!fs::exists(view));
    CHECK("of the base" == read(layer + "/Files/file"));
}

TEST(an_overlay_is_attached_for_as_long_as_it_is_mounted,
     "a machine that goes down unmounts it and tells nobody; and to note each step cost more than the mount") {
    if (geteuid() != 0) SKIP("only root mounts an overlay");
    CHECK(go("overlay"));
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer), marker = view + "/.hcsffi/marker.json";
    write(view + "/mine", "1");
    CHECK_EQUAL(0, umount2(view.c_str(), 0));
    const ino_t noted = looked_at(marker).st_ino;
    CHECK_EQUAL(HR(0x80370105), detach(view));
    CHECK_EQUAL(0, counter("OverlayViews"));
    CHECK(noted == looked_at(marker).st_ino);
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK_EQUAL(HR(0x80370105), attach(view, {layer}));
    CHECK("1" == read(view + "/mine"));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(!fs::exists(view + "/mine"));
    for (const char* way : {"copy", "overlay"}) {
        CHECK(go(way));
        CHECK_EQUAL(S_OK_, attach(view, {layer}));
        CHECK("1" == read(view + "/mine"));
        CHECK_EQUAL(S_OK_, detach(view));
    }
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK(!fs::exists(view));
    CHECK_EQUAL(0, counter("Descriptors"));
}

VIEW_TEST(killed_at_any_moment_nothing_written_is_lost, "attach and detach are finished or undone by whoever comes next") {
    enum { ROUNDS = 12 };
    Ground ground;
    for (int file = 0; file < 40; ++file) write(ground.at("s/Files/many/" + std::to_string(file)), "x");
    const std::string layer = base(ground), view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    write(view + "/mine", "1");
    fs::remove(view + "/file");
    const std::string seen = tree(view);
    CHECK_EQUAL(S_OK_, detach(view));
    for (int round = 0; round < ROUNDS; ++round) {
        const char* const words[] = {"work", way_of_now(), view.c_str(), layer.c_str(), NULL};
        struct child child;
        long long status = -1;
        CHECK(start_self(&child, CHILD_SHARES_STREAMS, words));
        std::this_thread::sleep_for(std::chrono::microseconds(20000 + 7919 * round));
        child_kill(&child);
        CHECK(child_ends(&child, PATIENCE_MS, &status));
        child_close(&child);
        const HRESULT code = attach(view, {layer});
        if (code != S_OK_ && code != HR(0x80370105)) fprintf(stderr, "attach after a kill: 0x%X\n", (unsigned)code);
        CHECK(code == S_OK_ || code == HR(0x80370105)); /* killed between attach and detach */
        CHECK(seen == tree(view));
        CHECK_EQUAL(S_OK_, detach(view));
    }
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK("of the base" == read(layer + "/Files/file"));
}

VIEW_TEST(a_socket_is_no_part_of_a_layer, "it lives with whoever listens, and what it has taken the place of is deleted") {
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    fs::remove(view + "/file");
    for (const std::string& place : {view + "/file", view + "/new", ground.at("s/Files/in-a-source")}) {
        const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        snprintf(address.sun_path, sizeof address.sun_path, "%s", place.c_str());
        CHECK(bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        close(made);
    }
    write(view + "/dir/.hcsffi/own", "the host's name is the host's at the top alone");
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK("\xEF\xBB\xBFVersion 1.0\n\\file\n" == read(ground.at("out/tombstones.txt")));
    CHECK(!fs::exists(ground.at("out/Files/file")) && !fs::exists(ground.at("out/Files/new")));
    CHECK(fs::exists(ground.at("out/Files/dir/.hcsffi/own")));
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    CHECK(fs::exists(ground.at("l/Files/file")) && !fs::exists(ground.at("l/Files/in-a-source")));
    CHECK_EQUAL(S_OK_, detach(view));
}

TEST(a_change_is_seen_from_the_first_moment_on, "a file system's clock stands still for a while, and a program does not wait for it") {
    enum { ROUNDS = 8 };
    CHECK(go("copy"));
    Ground ground;
    for (int round = 0; round < ROUNDS; ++round) write(ground.at("s/Files/" + std::to_string(round)), "before");
    const std::string layer = base(ground), view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    for (int round = 0; round < ROUNDS; ++round) {
        const std::string file = view + "/" + std::to_string(round);
        CHECK_EQUAL(S_OK_, attach(view, {layer}));
        const int changed = open(file.c_str(), O_WRONLY | O_CLOEXEC);
        struct stat told{};
        CHECK(fstat(changed, &told) == 0 && pwrite(changed, "after!", 6, 0) == 6);
        const timespec times[2] = {told.st_atim, told.st_mtim};
        CHECK(futimens(changed, times) == 0);
        close(changed);
        CHECK_EQUAL(S_OK_, detach(view));
        CHECK("after!" == read(view + "/.hcsffi/difference/Files/" + std::to_string(round)));
    }
}

namespace {

/* The marker of a writable layer with another word in it. */
std::string marker_with(const std::string& view, const std::string& word, const std::string& other) {
    std::string text = read(view + "/.hcsffi/marker.json");
    const size_t at = text.find(word);
    if (at == std::string::npos) abort();
    return text.replace(at, word.size(), other);
}

}  // namespace

TEST(a_writable_layer_is_known_by_its_marker, "a folder that happens to have the name of the host's is somebody else's") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p"), place = view + "/.hcsffi/marker.json";
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    const std::string good = read(place), longest = good + std::string((size_t{4} << 20) - good.size(), ' ');
    CHECK(good ==
          "{\"Form\":1,\"Kind\":\"scratch\",\"Step\":\"ready\",\"Way\":\"copy\",\"UnchangedUntil\":0,\"Parents\":[{\"Id\":"
          "\"00000000-0000-4000-8000-000000000000\",\"Path\":\"" +
              layer + "\"}]}\n");
    for (const std::string& other : {std::string(), std::string("{"), std::string("[]"), marker_with(view, "\"Form\":1", "\"Form\":2"),
                                     marker_with(view, "\"Form\":1,", ""), marker_with(view, "scratch", "layer"), longest + " "}) {
        write(place, other);
        CHECK_EQUAL(HR(0x80370112), attach(view, {layer}));
        CHECK_EQUAL(HR(0x80370112), detach(view));
        CHECK_EQUAL(HR(0x80370112), destroy(view));
        CHECK(other == read(place));
        CHECK_EQUAL(S_OK_, initialize(view, {layer})); /* as where an initialisation was killed */
        CHECK_EQUAL(HR(0x800700B7), initialize(view, {layer}));
    }
    fs::remove(place);
    CHECK_EQUAL(HR(0x80370112), attach(view, {layer}));
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    write(place, marker_with(view, "ready", "begun"));
    CHECK_EQUAL(HR(0x80370112), attach(view, {layer}));
    write(place, longest);
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK_EQUAL(S_OK_, detach(view));
}

TEST(what_a_marker_says_is_half_done_is_finished_or_undone, "by the next call, whichever it is") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p"), place = view + "/.hcsffi/marker.json";
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    write(place, marker_with(view, "ready", "attaching"));
    write(view + "/half", "a view");
    write(view + "/.hcsffi/spare", "room");
    CHECK_EQUAL(HR(0x80370105), detach(view));
    CHECK(!fs::exists(view + "/half") && !fs::exists(view + "/.hcsffi/spare"));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    write(view + "/mine", "1");
    write(view + "/.hcsffi/difference.new/left", "by a detach that was killed");
    CHECK_EQUAL(S_OK_, detach(view));
    fs::rename(view + "/.hcsffi/difference", view + "/.hcsffi/difference.new");
    write(place, marker_with(view, "ready", "detaching"));
    write(view + "/half", "a view");
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    CHECK("1" == read(view + "/mine") && !fs::exists(view + "/half"));
    if (mknod((view + "/zero").c_str(), S_IFCHR | 0600, makedev(1, 5)) == 0) {
        CHECK_EQUAL(HR(0x8007000D), detach(view));
        CHECK("1" == read(view + "/mine") && !fs::exists(view + "/.hcsffi/difference.new"));
        CHECK(unlink((view + "/zero").c_str()) == 0);
    }
    CHECK_EQUAL(S_OK_, detach(view));
    write(view + "/foreign", "put there while nothing was attached");
    CHECK_EQUAL(HR(0x80070091), attach(view, {layer}));
}

TEST(the_ways_of_a_view_take_turns, "a client is root on one day and not on the next, and what was written is the same") {
    if (!go("overlay")) SKIP(NO_OVERLAY);
    Ground ground;
    for (const char* file : {"dir/deep/inner", "dir/deep/other", "gone/a", "one", "kept"}) write(ground.at("s/Files/") + file, file);
    CHECK(chmod(ground.at("s/Files/dir").c_str(), 0710) == 0 && chmod(ground.at("s/Files/dir/deep").c_str(), 0750) == 0);
    const std::string layer = base(ground), view = ground.view("p"), area = view + "/.hcsffi/";
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    std::string seen;
    int turn = 0;
    for (const char* way : {"copy", "overlay", "copy", "overlay", "overlay", "copy"}) {
        CHECK(go(way));
        CHECK_EQUAL(S_OK_, attach(view, {layer}));
        CHECK(turn == 0 || same(seen, tree(view)));
        if (turn == 0) {
            fs::remove(view + "/dir/deep/inner");
            fs::remove_all(view + "/gone");
            fs::remove(view + "/one");
            write(view + "/one/of/a/folder", "x");
            write(view + "/mine", "x");
            fs::create_hard_link(view + "/mine", view + "/also");
        } else {
            CHECK(looked_at(view + "/mine").st_ino == looked_at(view + "/also").st_ino);
        }
        write(view + "/turn", way);
        if (turn == 2) fs::remove(view + "/kept");
        seen = tree(view);
        CHECK_EQUAL(S_OK_, detach(view));
        CHECK(fs::exists(area + "upper") == configured_overlay && fs::exists(area + "difference") != configured_overlay);
        const std::string out = ground.at("out" + std::to_string(turn));
        CHECK_EQUAL(S_OK_, export_to(view, out, {layer}, true));
        CHECK(same(way, read(out + "/Files/turn")) && fs::exists(out + "/Files/also") && !fs::exists(out + "/Files/file"));
        CHECK(same(std::string("\xEF\xBB\xBFVersion 1.0\n\\dir\\deep\\inner\n\\gone\n") + (turn < 2 ? "" : "\\kept\n"),
                   read(out + "/tombstones.txt")));
        if (turn == 2) write(area + "upper/left", "by an attach that was killed");
        ++turn;
    }
    CHECK_EQUAL(S_OK_, destroy(view));
}

TEST(an_overlay_that_somebody_works_in_stays, "and one that is left in a moment is waited for") {
    if (!go("overlay")) SKIP(NO_OVERLAY);
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    int at_work = open((view + "/dir").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    CHECK_EQUAL(HR(0x80070020), detach(view));
    CHECK("of the base" == read(view + "/file"));
    int calls = 0;
    const StoppedCall unmount(SYS_umount2, [&](const seccomp_notif&) {
        if (++calls == 2) close(at_work);
    });
    if (!unmount) SKIP("this kernel lets nobody stop a call");
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(2, calls);
    CHECK_EQUAL(0, counter("OverlayViews"));
}

TEST(an_overlay_of_somebody_else_is_no_view, "a container's own root is one, as the kernel tells it") {
    if (!go("overlay")) SKIP(NO_OVERLAY);
    Ground ground;
    const std::string layer = base(ground), place = ground.view("foreign"), view = ground.view("p");
    for (const char* part : {"lower", "upper", "work"}) fs::create_directories(ground.at(part));
    const std::string options = "lowerdir=" + ground.at("lower") + ",upperdir=" + ground.at("upper") + ",workdir=" + ground.at("work");
    if (mount("test", place.c_str(), "overlay", 0, options.c_str()) != 0) SKIP("this file system carries no overlay");
    for (const HRESULT code : {attach(place, {layer}), detach(place), destroy(place)}) CHECK_EQUAL(HR(0x80370112), code);
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    for (int round = 0; round < 2; ++round) { /* unmounted by another, who tells nobody */
        CHECK_EQUAL(S_OK_, attach(view, {layer}));
        CHECK_EQUAL(0, umount2(view.c_str(), 0));
    }
    CHECK_EQUAL(HR(0x80370105), detach(view));
    CHECK_EQUAL(0, counter("OverlayViews"));
    CHECK_EQUAL(S_OK_, destroy(layer));
}

TEST(more_layers_than_a_mount_can_name_are_copied, "the kernel takes a page of options, and an image may have more layers") {
    enum { LAYERS = 240 };
    if (geteuid() != 0) SKIP("an ordinary user's view is copied anyway");
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    std::string parents = "{\"Layers\":[";
    for (int at = 0; at < LAYERS; ++at) {
        char id[40];
        snprintf(id, sizeof id, "00000000-0000-4000-8000-%012d", at);
        fs::create_directory_symlink(layer, ground.at(id));
        parents += std::string(at ? "," : "") + "{\"Id\":\"" + id + "\",\"Path\":\"" + ground.at(id) + "\"}";
    }
    parents += "]}";
    const auto attaches = [&] { return HcsAttachLayerStorageFilter((PCWSTR)wide(view).c_str(), (PCWSTR)wide(parents).c_str()); };
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    CHECK(go("overlay"));
    CHECK_EQUAL(HR(0x80070032), attaches());
    CHECK_EQUAL(S_OK_, configure(W("{\"LayerViews\":\"auto\"}")));
    CHECK_EQUAL(S_OK_, attaches());
    CHECK_EQUAL(1, counter("CopiedViews"));
    CHECK("of the base" == read(view + "/file"));
    CHECK_EQUAL(S_OK_, detach(view));
}

TEST(whatever_a_client_keeps_from_what_he_makes_a_layer_has_its_own_modes, "a umask is for files of one's own, and a layer is a copy") {
    if (geteuid() == 0 && !become_ordinary()) SKIP("cannot become another user");
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = attached(ground, layer);
    write(view + "/dir/new", "x");
    CHECK(chmod((view + "/dir").c_str(), 0750) == 0 && chmod((view + "/dir/new").c_str(), 0640) == 0);
    fs::create_directories(ground.at("out"));
    umask(0577);
    const HRESULT given = export_to(view, ground.at("out"), {layer}, true), detached = detach(view);
    umask(0022);
    CHECK_EQUAL(S_OK_, given);
    CHECK_EQUAL(S_OK_, detached);
    for (const std::string& files : {ground.at("out/Files"), view + "/.hcsffi/difference/Files"}) {
        for (const std::string& top : {fs::path(files).parent_path().string(), files}) CHECK(chmod(top.c_str(), 0700) == 0);
        CHECK_EQUAL(0750, looked_at(files + "/dir").st_mode & 07777);
        CHECK_EQUAL(0640, looked_at(files + "/dir/new").st_mode & 07777);
    }
}
