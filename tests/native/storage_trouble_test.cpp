/* Layers in trouble: a full disk, a process killed at any moment, many threads at once, several paths to one layer. POSIX. */
static int import_for_ever(int count, char** arguments);
#define HARNESS_MODES import_for_ever
#include "layer_folders.h"

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

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
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit few{256, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
    std::vector<int> all;
    for (int one = dup(0); one >= 0; one = dup(0)) all.push_back(one);
    const HRESULT code = create(W("second"), (PCWSTR)wide(text).c_str(), &system).completed;
    for (const int one : all) close(one);
    setrlimit(RLIMIT_NOFILE, &before);
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
