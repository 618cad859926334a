/* Layers in trouble: a full disk, a kernel that refuses, a process killed at any moment, many threads at once, several paths to one layer.
 * POSIX. */
static int import_for_ever(int count, char** arguments);
#define HARNESS_MODES import_for_ever
#include "layer_folders.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "stopped_call.h"
#include "storage/folder.h"
#include "storage/layer_store.h"
#include "storage/view.h"
#include "texts.h"

using namespace layers;

static int import_for_ever(int count, char** arguments) {
    if (count < 2 || std::string(arguments[1]) != "import") return -1;
    for (;;) {
        if (import(arguments[2], arguments[3], {arguments[4]}) != S_OK_) return 3;
    }
}

namespace {

void write_many(const std::string& folder, int files) {
    for (int at = 0; at < files; ++at) write(folder + "/" + std::to_string(at % 7) + "/" + std::to_string(at), std::string(1000, 'x'));
}

/* A file system with little room, mounted over a folder. */
class SmallDisk {
  public:
    explicit SmallDisk(const std::string& at) : at_(at) {
        fs::create_directories(at);
        mounted_ = mount("small", at.c_str(), "tmpfs", 0, "size=1m,mode=0777") == 0;
    }
    ~SmallDisk() {
        if (mounted_) umount2(at_.c_str(), MNT_DETACH);
    }
    explicit operator bool() const { return mounted_; }

  private:
    std::string at_;
    bool mounted_;
};

/* A call that the kernel answers by itself, whatever it asks: with an error, or with 0 as if it were done. */
struct Answer {
    unsigned call;
    int error;
    unsigned argument = 0; /* where only calls with this value of it are meant */
    uint32_t value = 0;
};
constexpr unsigned kOpenTree = 428; /* older headers do not know it */

/* Does `work` in a thread in which the kernel gives these answers. False where it takes no such wish. */
bool answered(const std::vector<Answer>& answers, const std::function<void()>& work) {
    std::vector<sock_filter> filter{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const Answer& one : answers) {
        const auto error = static_cast<unsigned>(SECCOMP_RET_ERRNO | one.error);
        const auto place = static_cast<unsigned>(offsetof(seccomp_data, args) + 8 * one.argument);
        if (one.argument == 0) {
            filter.insert(filter.end(), {BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, one.call, 0, 1), BPF_STMT(BPF_RET | BPF_K, error)});
        } else {
            filter.insert(filter.end(), {BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, one.call, 0, 4), BPF_STMT(BPF_LD | BPF_W | BPF_ABS, place),
                                         BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, one.value, 0, 1), BPF_STMT(BPF_RET | BPF_K, error),
                                         BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))});
        }
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    bool taken = false;
    std::thread thread([&] {
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        taken = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
        if (taken) work();
    });
    thread.join();
    return taken;
}

/* Why `work` is refused with this code where the kernel gives these answers; "" when it is not. */
std::string refused_with(const std::vector<Answer>& answers, HRESULT code, const std::function<void()>& work) {
    std::string why = "the kernel answers by no wish";
    answered(answers, [&] { why = refusal_of(work, code); });
    return why;
}

/* What a call comes to where the kernel gives these answers. */
HRESULT code_of(const std::vector<Answer>& answers, const std::function<HRESULT()>& call) {
    HRESULT code = HR(0x8000FFFF);
    answered(answers, [&] { code = call(); });
    return code;
}

enum class Fate { kDone, kKilled, kUnknown };

/* Does `work` in a process of its own, which is killed when it is about to make its `turn`-th call of this number. It is forked, where the
 * exports refuse themselves: what stands behind them knows no process. */
Fate killed_at(unsigned call, int turn, const std::function<void(hcsffi::LayerStore&)>& work) {
    const pid_t child = fork();
    if (child == 0) {
        int turns = 0;
        const StoppedCall stopped(call, [&](const seccomp_notif&) {
            if (++turns == turn) kill(getpid(), SIGKILL);
        });
        hcsffi::LayerStore layers;
        layers.choose(hcsffi::ViewWay::kCopy);
        if (stopped) work(layers);
        _exit(stopped ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    return status == 0 ? Fate::kDone : WIFSIGNALED(status) ? Fate::kKilled : Fate::kUnknown;
}

/* From here on this process has few descriptors, and these are all that were free. */
std::vector<int> take_all_descriptors() {
    rlimit few{};
    getrlimit(RLIMIT_NOFILE, &few);
    few.rlim_cur = std::min<rlim_t>(256, few.rlim_max);
    setrlimit(RLIMIT_NOFILE, &few);
    std::vector<int> all;
    for (int one = dup(2); one >= 0; one = dup(2)) all.push_back(one);
    return all;
}

/* A base with a file, a folder and two names of one file, imported. */
std::string base(const Ground& ground) {
    write(ground.at("s/Files/file"), "of the base");
    write(ground.at("s/Files/dir/deep/inner"), "inner");
    write(ground.at("s/Files/one"), "same");
    fs::create_hard_link(ground.at("s/Files/one"), ground.at("s/Files/two"));
    return import(ground.at("base"), ground.at("s"), {}) == S_OK_ ? ground.at("base") : "";
}

}  // namespace

TEST(an_import_that_finds_the_disk_full_leaves_nothing, "the next one needs the room, and half a layer is none") {
    Ground ground;
    const SmallDisk small(ground.at("small"));
    if (!small) SKIP("only root mounts a small disk");
    write(ground.at("s/Files/big"), std::string(size_t{2} << 20, 'x'));
    write(ground.at("t/Files/little"), "little");
    CHECK_EQUAL(HR(0x80070070), import(ground.at("small/l"), ground.at("s"), {}));
    CHECK(fs::is_empty(ground.at("small")));
    CHECK_EQUAL(S_OK_, import(ground.at("small/l"), ground.at("t"), {}));
    CHECK_EQUAL(HR(0x80070070), import(ground.at("small/l"), ground.at("s"), {}));
    CHECK("little" == read(ground.at("small/l/Files/little")));
    CHECK_EQUAL(S_OK_, import(ground.at("big"), ground.at("s"), {}));
    CHECK_EQUAL(HR(0x80070070), export_to(ground.at("big"), ground.at("small/out"), {}, false));
    CHECK(fs::is_empty(ground.at("small/out")));
    CHECK_EQUAL(S_OK_, destroy(ground.at("small/l")));
    CHECK_EQUAL(0, counter("Descriptors"));
}

TEST(an_attach_that_finds_the_disk_full_can_be_tried_again, "the writable layer is as it was") {
    Ground ground;
    const SmallDisk small(ground.at("small"));
    if (!small) SKIP("only root mounts a small disk");
    CHECK(go("copy"));
    write(ground.at("s/Files/big"), std::string(size_t{2} << 20, 'x'));
    write(ground.at("t/Files/little"), "little");
    CHECK_EQUAL(S_OK_, import(ground.at("big"), ground.at("s"), {}));
    CHECK_EQUAL(S_OK_, import(ground.at("little"), ground.at("t"), {}));
    const std::string view = ground.view("small/p");
    CHECK_EQUAL(S_OK_, initialize(view, {ground.at("big")}));
    for (int round = 0; round < 2; ++round) CHECK_EQUAL(HR(0x80070070), attach(view, {ground.at("big")}));
    CHECK_EQUAL(0, counter("CopiedViews"));
    CHECK_EQUAL(S_OK_, attach(view, {ground.at("little")}));
    CHECK("little" == read(view + "/little"));
    CHECK_EQUAL(S_OK_, detach(view));
}

TEST(a_detach_on_a_full_disk_ends_the_view, "what cannot be detached keeps the disk full, and the client can do nothing about it") {
    for (const char* way : {"copy", "overlay"}) {
        Ground ground;
        const SmallDisk small(ground.at("small"));
        if (!small) SKIP("only root mounts a small disk");
        CHECK(go(way));
        write(ground.at("s/Files/dir/file"), "of the base");
        CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
        const std::string view = ground.view("small/p");
        CHECK_EQUAL(S_OK_, initialize(view, {ground.at("l")}));
        CHECK_EQUAL(S_OK_, attach(view, {ground.at("l")}));
        write(view + "/dir/mine", "mine");
        write(ground.at("small/ballast"), std::string(size_t{2} << 20, 'x'));
        CHECK_EQUAL(HR(0x80070070), initialize(ground.view("small/q"), {ground.at("l")}));
        CHECK_EQUAL(S_OK_, detach(view));
        CHECK_EQUAL(0, counter("OverlayViews") + counter("CopiedViews"));
        CHECK(!fs::exists(view + "/dir"));
        CHECK_EQUAL(HR(0x80370105), detach(view));
        fs::remove(ground.at("small/ballast"));
        CHECK_EQUAL(S_OK_, attach(view, {ground.at("l")}));
        CHECK("mine" == read(view + "/dir/mine"));
        write(ground.at("small/ballast"), std::string(size_t{2} << 20, 'x'));
        CHECK_EQUAL(S_OK_, detach(view));
        CHECK_EQUAL(S_OK_, destroy(view));
        CHECK(!fs::exists(view));
        CHECK_EQUAL(0, counter("Descriptors"));
    }
}

TEST(what_a_killed_destroy_left_is_destroyed_by_the_next, "the mark goes last but for the lock, and neither alone may stay for ever") {
    Ground ground;
    for (const bool locked : {true, false}) {
        const std::string view = ground.view("p");
        fs::create_directories(view + "/.hcsffi");
        if (locked) write(view + "/.hcsffi/lock", "");
        CHECK_EQUAL(S_OK_, destroy(view));
        CHECK(!fs::exists(view));
    }
    write(ground.at("p/.hcsffi/lock"), "");
    write(ground.at("p/.hcsffi/foreign"), "");
    CHECK_EQUAL(HR(0x80370112), destroy(ground.at("p")));
    fs::remove(ground.at("p/.hcsffi/foreign"));
    write(ground.at("p/foreign"), "");
    CHECK_EQUAL(HR(0x80370112), destroy(ground.at("p")));
    CHECK(fs::exists(ground.at("p/.hcsffi/lock")));
}

TEST(a_layer_that_cannot_be_looked_at_is_not_taken_for_none, "E_INVALIDARG would make the client throw its layer away") {
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    const std::string text = "{\"Container\":{\"Storage\":{\"Layers\":[{\"Id\":\"1a3348c8-c43b-5c1a-83f4-4bbff0d32f39\",\"Path\":\"" +
                             ground.at("l") + "\"}]}}}";
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(S_OK_, create(W("first"), (PCWSTR)wide(text).c_str(), &system).completed);
    discard(system);
    const std::vector<int> all = take_all_descriptors();
    const HRESULT code = create(W("second"), (PCWSTR)wide(text).c_str(), &system).completed;
    for (const int one : all) close(one);
    CHECK_EQUAL(HR(0x80070004), code);
    CHECK_EQUAL(S_OK_, create(W("second"), (PCWSTR)wide(text).c_str(), &system).completed);
    discard(system);
}

TEST(an_import_killed_at_any_moment_is_done_by_the_next, "and its parents and its source are whole") {
    enum { ROUNDS = 20 };
    Ground ground;
    write_many(ground.at("s/Files"), 60);
    write(ground.at("b/Files/base"), "base");
    CHECK_EQUAL(S_OK_, import(ground.at("base"), ground.at("b"), {}));
    const std::string layer = ground.at("l"), source = ground.at("s"), base = ground.at("base");
    const std::string wanted = tree(source + "/Files"), below = tree(base);
    for (int round = 0; round < ROUNDS; ++round) {
        const char* const words[] = {"import", layer.c_str(), source.c_str(), base.c_str(), NULL};
        struct child child;
        long long status = -1;
        CHECK(start_self(&child, CHILD_SHARES_STREAMS, words));
        std::this_thread::sleep_for(std::chrono::microseconds(3000 + 4973 * round));
        child_kill(&child);
        CHECK(child_ends(&child, PATIENCE_MS, &status));
        child_close(&child);
        CHECK_EQUAL(S_OK_, import(layer, source, {base}));
        CHECK(wanted == tree(layer + "/Files"));
        CHECK(!fs::exists(layer + "/.hcsffi-staging"));
    }
    CHECK(wanted == tree(source + "/Files"));
    CHECK(below == tree(base));
    CHECK_EQUAL(S_OK_, destroy(layer));
    CHECK(!fs::exists(layer));
}

VIEW_TEST(many_threads_use_one_chain, "a service starts its containers at once, and all stand on the same layers") {
    enum { THREADS = 4, ROUNDS = 6 };
    Ground ground;
    write_many(ground.at("s/Files"), 20);
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    const std::vector<std::string> parents{ground.at("l")};
    std::vector<std::string> views;
    for (int at = 0; at < THREADS; ++at) views.push_back(ground.view("p" + std::to_string(at)));
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int at = 0; at < THREADS; ++at) {
        threads.emplace_back([&, at] {
            if (initialize(views[at], parents) != S_OK_) ++wrong;
            for (int round = 0; round < ROUNDS; ++round) {
                if (attach(views[at], parents) != S_OK_) ++wrong;
                write(views[at] + "/mine", std::to_string(round));
                if (detach(views[at]) != S_OK_) ++wrong;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK_EQUAL(0, wrong.load());
    CHECK_EQUAL(0, counter("Descriptors"));
    CHECK_EQUAL(S_OK_, destroy(ground.at("l")));
}

VIEW_TEST(many_threads_on_one_writable_layer_get_in_nobodys_way, "each call works on it alone or says that another does") {
    enum { THREADS = 4, ROUNDS = 100 };
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    const std::vector<std::string> parents{ground.at("l")};
    const std::string view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, parents));
    std::atomic<int> odd{0}, attached{0}, detached{0};
    std::vector<std::thread> threads;
    for (int at = 0; at < THREADS; ++at) {
        threads.emplace_back([&, at] {
            for (int round = 0; round < ROUNDS; ++round) {
                const HRESULT code = (at + round) % 2 == 0 ? attach(view, parents) : detach(view);
                if (code == S_OK_) ++((at + round) % 2 == 0 ? attached : detached);
                if (code != S_OK_ && code != HR(0x80370105) && code != HR(0x80070020)) {
                    fprintf(stderr, "0x%X\n", (unsigned)code);
                    ++odd;
                }
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK_EQUAL(0, odd.load());
    CHECK(attached.load() > 0);
    CHECK_EQUAL(attached.load() - detached.load(), counter("OverlayViews") + counter("CopiedViews"));
    if (attached.load() > detached.load()) CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(0, counter("Descriptors"));
}

VIEW_TEST(every_path_to_a_writable_layer_is_the_same_layer, "a client resolves its paths on one day and not on the next") {
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    const std::string view = ground.view("p");
    fs::create_directory_symlink(ground.at(""), ground.at("alias"));
    CHECK_EQUAL(S_OK_, initialize(view, {ground.at("l")}));
    CHECK_EQUAL(S_OK_, attach(ground.at("alias/p"), {ground.at("alias/l")}));
    CHECK("x" == read(view + "/x"));
    CHECK_EQUAL(HR(0x80370105), attach(ground.at("./p"), {ground.at("l")}));
    CHECK_EQUAL(S_OK_, detach(ground.at("s/../p/")));
    CHECK_EQUAL(0, counter("OverlayViews") + counter("CopiedViews"));
    CHECK_EQUAL(0, counter("Descriptors"));
}

TEST(a_file_is_copied_as_the_kernel_can, "every file system knows other ways, and what it does not know is no failure") {
    using namespace hcsffi;
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    std::string content;
    for (int at = 0; at < 300'001; ++at) content += static_cast<char>(at * 7 + at / 251 + 1);
    const std::string holes = content + std::string(size_t{1} << 20, '\0') + "end";
    const auto copy_of = [&](const std::string& text, const std::vector<Answer>& answers) -> std::string {
        write(ground.at("file"), "");
        fs::resize_file(ground.at("file"), text.size());
        std::fstream(ground.at("file"), std::ios::in | std::ios::out | std::ios::binary) << text.substr(0, content.size());
        if (text.size() > content.size())
            std::fstream(ground.at("file"), std::ios::in | std::ios::out | std::ios::binary).seekp(-3, std::ios::end) << "end";
        fs::remove(ground.at("copy"));
        const std::string why =
            refused_with(answers, kDeviceError, [&] { folder.copy_entry("copy", folder, "file", folder.fact("file")); });
        return why.empty() ? read(ground.at("copy")) : why;
    };
    if (!answered({}, [] {})) SKIP("this kernel answers by no wish");
    for (const std::string& text : {content, holes, std::string("1"), std::string()}) {
        for (const int unable : {EXDEV, EINVAL, ENOSYS, EOPNOTSUPP}) CHECK(text == copy_of(text, {{SYS_copy_file_range, unable}}));
        CHECK(text == copy_of(text, {{SYS_lseek, EINVAL, 2, SEEK_DATA}}));
        CHECK(text == copy_of(text, {{SYS_lseek, EINVAL, 2, SEEK_HOLE}}));
        CHECK(text == copy_of(text, {{SYS_ioctl, EOPNOTSUPP}}));
        CHECK(text == copy_of(text, {}));
    }
    CHECK(same("cannot copy \"copy\": Input/output error", copy_of(content, {{SYS_copy_file_range, EIO}})));
    CHECK(same("cannot lengthen \"copy\": Input/output error", copy_of(content, {{SYS_ftruncate, EIO}})));
    CHECK(same("cannot seek in \"copy\": Input/output error", copy_of(content, {{SYS_lseek, EIO, 2, SEEK_SET}})));
    /* A file system that clones has done it all: nothing is copied any more. */
    CHECK(same("", copy_of("1", {{SYS_ioctl, 0, 1, static_cast<uint32_t>(FICLONE)}, {SYS_ftruncate, EIO}, {SYS_copy_file_range, EIO}})));
    write(ground.at("file"), content);
    fs::remove(ground.at("copy"));
    const StoppedCall shorter(SYS_copy_file_range, [&](const seccomp_notif&) { fs::resize_file(ground.at("file"), 0); });
    if (!shorter) SKIP("this kernel lets nobody stop a call");
    folder.copy_entry("copy", folder, "file", folder.fact("file"));
    CHECK(std::string(content.size(), '\0') == read(ground.at("copy"))); /* of a file that is cut meanwhile, what there is */
}

TEST(a_copy_is_nobodys_until_it_is_whole, "its mode comes last, and until then others may not look at a secret") {
    using namespace hcsffi;
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("file"), "secret");
    CHECK(chmod(ground.at("file").c_str(), 0644) == 0 && mkfifo(ground.at("pipe").c_str(), 0644) == 0);
    umask(0);
    for (const char* name : {"file", "pipe"}) {
        bool can = false, is_closed = false;
        std::thread([&] {
            const StoppedCall looks(SYS_listxattr, [&](const seccomp_notif&) {
                struct stat told{};
                is_closed = lstat(ground.at("copy").c_str(), &told) == 0 && (told.st_mode & 07777) == 0600;
            });
            can = static_cast<bool>(looks);
            if (can) folder.copy_entry("copy", folder, name, folder.fact(name));
        }).join();
        if (!can) SKIP("this kernel lets nobody stop a call");
        CHECK(is_closed && folder.fact("copy").mode == 0644);
        fs::remove(ground.at("copy"));
    }
}

TEST(what_a_file_system_lacks_is_done_without, "no attributes, no further names: a layer is made there all the same") {
    using namespace hcsffi;
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("file"), "x");
    const bool has_attributes = setxattr(ground.at("file").c_str(), "user.mine", "1", 1, 0) == 0;
    const auto copy = [&] {
        fs::remove(ground.at("copy"));
        folder.copy_entry("copy", folder, "file", folder.fact("file"));
    };
    if (!answered({}, [] {})) SKIP("this kernel answers by no wish");
    for (const int none : {ENODATA, EOPNOTSUPP, EACCES, EPERM}) {
        for (const unsigned call : {SYS_listxattr, SYS_getxattr}) CHECK(same("", refused_with({{call, none}}, kDeviceError, copy)));
        CHECK(same("", refused_with({{SYS_fgetxattr, none}}, kDeviceError, [&] {
                       if (folder.hides_below()) throw Refusal(kInvalidData, "it hides what is below");
                   })));
    }
    CHECK(same("cannot list the attributes of \"file\": Input/output error", refused_with({{SYS_listxattr, EIO}}, kDeviceError, copy)));
    CHECK(!refused_with({{SYS_fgetxattr, EIO}}, kDeviceError, [&] { (void)folder.hides_below(); }).empty());
    if (has_attributes) {
        CHECK(same("cannot read an attribute of \"file\": Input/output error", refused_with({{SYS_getxattr, EIO}}, kDeviceError, copy)));
        for (const int none : {EOPNOTSUPP, EPERM}) CHECK(same("", refused_with({{SYS_setxattr, none}}, kDeviceError, copy)));
        CHECK(
            same("cannot set an attribute of \"copy\": No space left on device", refused_with({{SYS_setxattr, ENOSPC}}, kDiskFull, copy)));
    }
    for (const int none : {EPERM, EXDEV, EMLINK, EOPNOTSUPP}) {
        CHECK(same("", refused_with({{SYS_linkat, none}}, kDeviceError, [&] {
                       if (folder.add_name("second", folder, "file")) throw Refusal(kInvalidData, "it is given");
                   })));
    }
    CHECK(same("cannot name once more \"second\": Input/output error",
               refused_with({{SYS_linkat, EIO}}, kDeviceError, [&] { folder.add_name("second", folder, "file"); })));
    CHECK(!refused_with({{SYS_flock, ENOLCK}}, kNoSystemResources, [&] { (void)folder.lock("file", true); }).empty());
    CHECK(!refused_with({{SYS_unlinkat, EACCES}}, kAccessDenied, [&] { folder.remove_entry("file", EntryKind::kFile); }).empty());
    CHECK(!refused_with({{SYS_statfs, EIO}}, kDeviceError, [&] { (void)is_covered(ground.at("")); }).empty());
}

TEST(what_keeps_an_overlay_from_being_mounted_is_told_or_a_copy_made,
     "another moment may bring what is lacking; what this kernel lacks stays") {
    if (!go("overlay")) SKIP(NO_OVERLAY);
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    CHECK_EQUAL(S_OK_, configure(W("{\"LayerViews\":\"auto\"}")));
    if (!answered({}, [] {})) SKIP("this kernel answers by no wish");
    const auto attaches = [&] { return attach(view, {layer}); };
    const struct {
        unsigned call;
        int error;
        HRESULT code;
    } rows[] = {{SYS_mount, ENOMEM, HR(0x8007000E)}, {SYS_mount, ENOSPC, HR(0x80070070)}, {SYS_mount, EMFILE, HR(0x80070004)},
                {SYS_mount, ENFILE, HR(0x80070004)}, {SYS_mount, EIO, HR(0x8007045D)},    {kOpenTree, ENFILE, HR(0x80070004)},
                {SYS_statfs, EIO, HR(0x8007045D)},   {SYS_mount, EINVAL, S_OK_},          {SYS_mount, EPERM, S_OK_},
                {SYS_capget, EPERM, S_OK_},          {kOpenTree, EPERM, S_OK_},           {kOpenTree, EACCES, S_OK_},
                {kOpenTree, ENOSYS, S_OK_},          {kOpenTree, EINVAL, S_OK_}};
    for (const auto& row : rows) {
        CHECK_EQUAL(row.code, code_of({{row.call, row.error}}, attaches));
        CHECK_EQUAL(0, counter("OverlayViews"));
        CHECK_EQUAL(row.code == S_OK_ ? 1 : 0, counter("CopiedViews"));
        CHECK(fs::exists(view + "/file") == (row.code == S_OK_));
        if (row.code == S_OK_) CHECK_EQUAL(S_OK_, detach(view));
    }
    CHECK(go("overlay"));
    for (const unsigned call : {kOpenTree, static_cast<unsigned>(SYS_mount)})
        CHECK_EQUAL(HR(0x80070032), code_of({{call, EPERM}}, attaches));
    CHECK_EQUAL(S_OK_, attaches());
    CHECK_EQUAL(HR(0x80370112), code_of({{kOpenTree, EPERM}}, [&] { return detach(view); })); /* who may not look beneath sees no layer */
    CHECK_EQUAL(HR(0x80070004), code_of({{kOpenTree, ENFILE}}, [&] { return detach(view); }));
    CHECK_EQUAL(HR(0x80070005), code_of({{SYS_umount2, EPERM}}, [&] { return detach(view); }));
    CHECK(read(view + "/file") == "of the base");
    errno = EPERM; /* of a call that went well nobody asks why it failed */
    CHECK(hcsffi::beneath_overlay(view).has_value());
    CHECK_EQUAL(S_OK_, detach(view));
    fs::remove(view + "/nothing");
    CHECK(go("copy"));
    CHECK_EQUAL(S_OK_, attaches());
    fs::remove(view + "/file");
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(go("overlay"));
    CHECK_EQUAL(HR(0x80070005), code_of({{SYS_mknodat, EPERM}}, attaches));
    CHECK_EQUAL(S_OK_, attaches());
    CHECK(!fs::exists(view + "/file") && fs::exists(view + "/one"));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(0, counter("Descriptors"));
}

TEST(what_cannot_be_a_view_covers_nothing, "who opens it says why, by the code of a folder that is not there or none") {
    using namespace hcsffi;
    Ground ground;
    write(ground.at("file"), "x");
    fs::create_symlink("loop", ground.at("loop"));
    const std::string far(300, 'x');
    for (const auto& [path, code] : {std::pair{std::string("none"), kPathNotFound}, std::pair{std::string("file/below"), kDirectory},
                                     std::pair{std::string("loop"), kDirectory}, std::pair{far, kNameTooLong}}) {
        CHECK(!is_covered(ground.at(path)) && !beneath_overlay(ground.at(path)));
        CHECK_EQUAL(code, detach(ground.at(path)));
    }
    CHECK(!is_covered(ground.at("")));
    write(ground.at("closed/dir/file"), "x");
    CHECK(chmod(ground.at("").c_str(), 0755) == 0 && chmod(ground.at("closed").c_str(), 0) == 0);
    if (geteuid() == 0) CHECK(chown(ground.at("closed").c_str(), 65534, 65534) == 0);
    if (!become_ordinary() && geteuid() == 0) SKIP("cannot become another user");
    CHECK(!is_covered(ground.at("closed/dir")));
    CHECK_EQUAL(HR(0x80070005), detach(ground.at("closed/dir")));
    CHECK(chmod(ground.at("closed").c_str(), 0700) == 0);
}

TEST(of_many_that_make_one_folder_a_writable_layer_one_does, "its parents are those of whoever was told that it is done") {
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    const std::vector<std::string> parents{ground.at("a"), ground.at("b"), ground.at("c")};
    for (const std::string& parent : parents) CHECK_EQUAL(S_OK_, import(parent, ground.at("s"), {}));
    for (int turn = 0; turn < 100; ++turn) {
        const std::string view = ground.view("p" + std::to_string(turn));
        std::vector<HRESULT> codes(parents.size());
        std::atomic<int> missing(static_cast<int>(parents.size()));
        std::vector<std::thread> threads;
        for (size_t at = 0; at < parents.size(); ++at) {
            threads.emplace_back([&, at] {
                for (--missing; missing > 0;) {
                }
                codes[at] = initialize(view, {parents[at]});
            });
        }
        for (std::thread& thread : threads) thread.join();
        const auto winner = std::find(codes.begin(), codes.end(), S_OK_);
        CHECK(winner != codes.end());
        for (auto code = codes.begin(); code != codes.end(); ++code)
            CHECK(code == winner || *code == HR(0x80070020) || *code == HR(0x800700B7));
        CHECK(holds(read(view + "/.hcsffi/marker.json"), parents[static_cast<size_t>(winner - codes.begin())]));
        CHECK_EQUAL(S_OK_, destroy(view));
    }
}

TEST(each_call_has_a_writable_layer_to_itself, "two that work on it at once would take it apart") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    const std::vector<std::string> parents{layer};
    CHECK_EQUAL(S_OK_, initialize(view, parents));
    write(ground.at("left/.hcsffi/lock"), "");
    for (const std::string& one : {view, ground.at("left")}) {
        const int other = open((one + "/.hcsffi/lock").c_str(), O_RDONLY | O_CLOEXEC);
        CHECK(flock(other, LOCK_SH) == 0);
        CHECK_EQUAL(HR(0x80070020), destroy(one));
        if (one == view) {
            CHECK_EQUAL(HR(0x80070020), attach(view, parents));
            CHECK_EQUAL(HR(0x80070020), detach(view));
            CHECK_EQUAL(HR(0x80070020), export_to(view, ground.at("out"), parents, true));
        }
        close(other);
    }
    CHECK(fs::is_empty(ground.at("out")));
    for (const char* left : {"lock", "use", "marker.json.new"}) write(ground.at("left/.hcsffi/") + left, "");
    CHECK_EQUAL(S_OK_, destroy(ground.at("left")));
    CHECK_EQUAL(S_OK_, destroy(view));
    write(ground.at("p/.hcsffi"), "a file of somebody else's");
    CHECK_EQUAL(HR(0x80370112), destroy(view));
    fs::remove(ground.at("p/.hcsffi"));
    CHECK_EQUAL(HR(0x80370112), destroy(view)); /* an empty folder is no layer */
    write(ground.at("p/foreign"), "x");
    CHECK_EQUAL(HR(0x80370112), destroy(view));
}

TEST(killed_before_any_of_its_steps_an_attach_or_detach_loses_nothing, "whoever comes next finishes it or undoes it") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    const std::vector<std::string> parents{layer};
    CHECK_EQUAL(S_OK_, initialize(view, parents));
    for (const char* mine : {"mine", "other"}) { /* the second detach replaces what the first has written */
        CHECK_EQUAL(S_OK_, attach(view, parents));
        write(view + "/" + mine, mine);
        fs::remove(view + "/file");
        CHECK_EQUAL(S_OK_, detach(view));
    }
    CHECK_EQUAL(S_OK_, attach(view, parents));
    const std::string seen = tree(view);
    CHECK_EQUAL(S_OK_, detach(view));
    for (const unsigned call : {SYS_renameat, SYS_mkdirat, SYS_linkat, SYS_unlinkat}) {
        Fate fate = Fate::kKilled;
        for (int turn = 1; fate == Fate::kKilled; ++turn) {
            fate = killed_at(call, turn, [&](hcsffi::LayerStore& layers) {
                layers.attach(view, chain(parents));
                layers.detach(view);
            });
            if (fate == Fate::kUnknown) SKIP("this kernel lets nobody stop a call");
            const HRESULT code = attach(view, parents);
            CHECK(code == S_OK_ || code == HR(0x80370105)); /* killed between attach and detach */
            CHECK(same(seen, tree(view)));
            CHECK_EQUAL(S_OK_, detach(view));
            CHECK(!fs::exists(view + "/file") && !fs::exists(view + "/.hcsffi/spare") && !fs::exists(view + "/.hcsffi/difference.new"));
        }
    }
    CHECK_EQUAL(0, counter("Descriptors"));
}

TEST(killed_before_any_of_its_steps_a_destroy_is_done_by_the_next, "half a layer is in the way of the next one for ever") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground);
    const std::vector<std::string> parents{layer};
    const auto make_view = [&](const std::string& view) {
        return initialize(view, parents) == S_OK_ && attach(view, parents) == S_OK_ && detach(view) == S_OK_;
    };
    const std::string view = ground.view("p"), disk = ground.at("disk/sandbox.vhdx");
    for (const std::string& gone : {view, ground.at("disk"), layer}) {
        Fate fate = Fate::kKilled;
        for (int turn = 1; fate == Fate::kKilled; ++turn) {
            fs::create_directories(gone);
            if (gone == view) CHECK(make_view(view));
            if (gone == layer) CHECK_EQUAL(S_OK_, import(layer, ground.at("s"), {}));
            if (gone == ground.at("disk")) {
                write(disk, "hcsffi scratch disk, form 1\n");
                write(ground.at("disk/layerchain.json"), "[]");
                CHECK(make_view(ground.view("disk/sandbox.vhdx.mount")));
            }
            fate = killed_at(SYS_unlinkat, turn, [&](hcsffi::LayerStore& layers) { layers.destroy(gone); });
            if (fate == Fate::kUnknown) SKIP("this kernel lets nobody stop a call");
            if (fate == Fate::kDone) break;
            const bool is_empty =
                fs::is_empty(gone); /* of a layer whose mark has gone nothing is left but a folder, which anybody may remove */
            CHECK_EQUAL(is_empty ? HR(0x80370112) : S_OK_, destroy(gone));
            fs::remove_all(gone);
        }
        CHECK(!fs::exists(gone));
    }
}

VIEW_TEST(a_view_that_somebody_stands_on_stays, "a container's root does not go while it runs, and no two containers have one") {
    using namespace hcsffi;
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p"), other = ground.at("other");
    CHECK_EQUAL(S_OK_, import(other, ground.at("s"), {}));
    LayerStore layers;
    layers.choose(configured_overlay ? ViewWay::kOverlay : ViewWay::kCopy);
    layers.initialize(view, chain({layer}));
    CHECK(layers.knows(layer) && layers.knows(layer + "/") && !layers.knows(view) && !layers.knows(ground.at("none")));
    CHECK(layers.shown(view).empty() && layers.shown(layer).empty() && layers.shown(ground.at("none")).empty());
    CHECK(same("no view of layers is attached at \"" + view + "\"", refusal_of([&] { layers.stand_on(view); }, kNotReparsePoint)));
    layers.attach(view, chain({other + "//", layer}));
    CHECK((std::vector<std::string>{other, layer}) == layers.shown(view));
    CHECK_EQUAL(1, layers.attached(configured_overlay ? ViewWay::kOverlay : ViewWay::kCopy));
    CHECK_EQUAL(0, layers.attached(configured_overlay ? ViewWay::kCopy : ViewWay::kOverlay));
    for (int round = 0; round < 2; ++round) {
        const std::shared_ptr<void> standing = layers.stand_on(view);
        CHECK(same("another container stands on \"" + view + "\"", refusal_of([&] { layers.stand_on(view); }, kSharingViolation)));
        CHECK(same("a running container stands on \"" + view + "\"", refusal_of([&] { layers.detach(view); }, kSharingViolation)));
    }
    {
        const std::vector<int> all = take_all_descriptors();
        const std::string layer_says = refusal_of([&] { (void)layers.knows(layer); }, kTooManyOpenFiles);
        const std::string view_says = refusal_of([&] { (void)layers.shown(view); }, kTooManyOpenFiles);
        for (const int one : all) close(one);
        CHECK(!layer_says.empty() && !view_says.empty()); /* which is not to be no layer */
    }
    layers.detach(view);
    CHECK(layers.shown(view).empty() && layers.attached(ViewWay::kCopy) + layers.attached(ViewWay::kOverlay) == 0);
    layers.attach(view, chain({layer}));
    layers.clear();
    CHECK_EQUAL(0, layers.attached(ViewWay::kCopy) + layers.attached(ViewWay::kOverlay));
    CHECK(layers.shown(view).size() == 1);
    layers.destroy(view); /* which nobody holds any more */
    const int changing = open((layer + "/hcsffi-marker.json").c_str(), O_RDONLY | O_CLOEXEC);
    CHECK(flock(changing, LOCK_EX) == 0 && initialize(ground.view("q"), {layer}) == HR(0x80070020));
    close(changing);
}

TEST(what_could_not_be_put_into_a_view_is_no_change,
     "a file system without attributes would have every file in every layer that is made there") {
    CHECK(go("copy"));
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p");
    for (const char* file : {"file", "dir/deep/inner"}) {
        if (setxattr((layer + "/Files/" + file).c_str(), "user.mine", "1", 1, 0) != 0) SKIP("this file system keeps no attributes");
    }
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    for (int round = 0; round < 3; ++round) {
        const HRESULT code = code_of({{SYS_setxattr, EOPNOTSUPP}}, [&] { return attach(view, {layer}); });
        if (code == HR(0x8000FFFF)) SKIP("this kernel answers by no wish");
        CHECK_EQUAL(S_OK_, code);
        CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
        CHECK_EQUAL(1, std::distance(fs::recursive_directory_iterator(ground.at("out")), {})); /* Files alone */
        fs::remove_all(ground.at("out"));
        CHECK_EQUAL(S_OK_, detach(view));
    }
}
