/* What an engine of isolation is started with, and what comes of what it says: with this program in its place, and in that of nsenter (the
 * steps are those at the top of processes/linux/enclosed_start.cpp, the descriptors those of bubblewrap.h). */
#include "watched_tree.h"

static int be_started(int count, char** arguments);
#define HARNESS_MODES be_started
#include "harness.h"

#include <sched.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstdarg>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>

#include "ground/linux/newer_calls.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/mapping_change.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"
#include "replaced_call.h"
#include "spawn_outcomes.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;
namespace fs = std::filesystem;

// Which call of a name the system refuses, and with which error; how many were made. ENODATA stands for an answer of 0.
static std::map<std::string, std::pair<int, int>> refusals;
static std::map<std::string, int> calls_made;
static std::map<long, int> refused_numbers;  // of syscall(2)
static std::size_t most_written = SIZE_MAX;  // at once

static bool is_refused(const char* name) {
    const auto found = refusals.find(name);
    const int call = ++calls_made[name];
    if (found == refusals.end() || found->second.first != call) return false;
    errno = found->second.second;
    return true;
}

extern "C" int socketpair(int family, int type, int protocol, int* ends) noexcept {
    static const auto real = original<int (*)(int, int, int, int*)>(__func__);
    return is_refused("socketpair") ? -1 : real(family, type, protocol, ends);
}

extern "C" int pipe2(int* ends, int flags) noexcept {
    static const auto real = original<int (*)(int*, int)>(__func__);
    return is_refused("pipe2") ? -1 : real(ends, flags);
}

extern "C" int fcntl(int descriptor, int what, ...) {
    static const auto real = original<int (*)(int, int, long)>(__func__);
    constexpr int kAddSeals = 1033;
    va_list more;
    va_start(more, what);
    const long given = va_arg(more, long);
    va_end(more);
    if (what == F_DUPFD_CLOEXEC && is_refused("duplicate")) return -1;
    return what == kAddSeals && is_refused("seal") ? -1 : real(descriptor, what, given);
}

extern "C" ssize_t sendfile(int to, int from, off_t* at, size_t count) noexcept {
    static const auto real = original<ssize_t (*)(int, int, off_t*, size_t)>(__func__);
    return !is_refused("sendfile") ? real(to, from, at, count) : errno == ENODATA ? 0 : -1;
}

extern "C" ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
    static const auto real = original<ssize_t (*)(int, const void*, size_t, off_t)>(__func__);
    if (!is_refused("pwrite")) return real(descriptor, bytes, std::min(count, most_written), at);
    return errno == ENODATA ? 0 : -1;
}

extern "C" long syscall(long number, ...) noexcept {
    static const auto real = original<long (*)(long, ...)>(__func__);
    va_list more;
    va_start(more, number);
    long given[6];
    for (long& one : given) one = va_arg(more, long);
    va_end(more);
    if (number == SYS_memfd_create && is_refused("memory")) return -1;
    const auto found = refused_numbers.find(number);
    if (found == refused_numbers.end()) return real(number, given[0], given[1], given[2], given[3], given[4], given[5]);
    errno = found->second;
    return -1;
}

namespace {

std::string own_path() { return fs::read_symlink("/proc/self/exe").string(); }

const std::string kAll = "         0          0 4294967295\n";  // as the kernel shows it

std::string text_of(int descriptor) {
    std::string text;
    char piece[4096];
    for (ssize_t got; (got = pread(descriptor, piece, sizeof piece, static_cast<off_t>(text.size()))) > 0;)
        text.append(piece, static_cast<std::size_t>(got));
    return text;
}

/* Its words, its variables, its descriptors, and whether it leads a group of its own. */
std::string what_is_found(int count, char** arguments) {
    std::string text;
    for (int at = 0; at < count; ++at) text += "<" + std::string(arguments[at]) + ">";
    text += environ[0] ? " some variables;" : "";
    for (int number = 0; number < 1024; ++number) {
        std::error_code error;
        std::string target = fs::read_symlink("/proc/self/fd/" + std::to_string(number), error).string();
        if (target.empty()) continue;
        if (target.rfind("/memfd:", 0) != 0) target.resize(std::min(target.find(':'), target.size()));
        const int mode = fcntl(number, F_GETFL) & O_ACCMODE;
        text += " " + std::to_string(number) + " " + target + (mode == O_RDONLY ? " r" : mode == O_WRONLY ? " w" : " rw") + ";";
    }
    return text + (getpgrp() == getpid() ? " leads a group\n" : " leads no group\n");
}

const std::string kGiven =
    " 0 /dev/null r; 1 /dev/null w; 2 /memfd:hcsffi-errors (deleted) rw; 3 socket rw; 4 anon_inode rw; 5 /memfd:hcsffi-reaper (deleted) rw;"
    " 6 /memfd:hcsffi-arguments (deleted) rw; 7 pipe w; 8 pipe r; 9 pipe r; 10 /memfd:hcsffi-arguments (deleted) rw;"
    " 11 /memfd:hcsffi-arguments (deleted) rw; leads a group\n";

/* A folder in which the test and what it starts are. */
struct Ground {
    std::string folder = "/tmp/hcsffi-engine-XXXXXX";
    CommonImage images;
    EngineWords words;
    ReaperProcess reaper;

    Ground() {
        if (!mkdtemp(folder.data()) || chdir(folder.c_str()) != 0) abort();
        for (int given = 3; given < 1024; ++given) (void)fcntl(given, F_SETFD, FD_CLOEXEC);  // by whoever runs the tests
        std::ofstream("reaper") << "the reaper's file";
        fs::create_symlink(own_path(), "nsenter");
        setenv("HCSFFI_NETWORK_TOOLS", folder.c_str(), 1);
        words.arguments = {"--one", "", "two words"};
        words.host_name = "inside";
        words.network.resolver = "nameserver 192.0.2.1\n";
    }
    ~Ground() {
        if (chdir("/") == 0) fs::remove_all(folder);
    }
    /* What comes of it; `said` is what the engine says about the first process, with its own number for @ and a break for |. */
    std::string started(const std::string& said) {
        std::ofstream("said") << said;
        reaper = ReaperProcess();
        return told(start_enclosed_reaper("reaper", own_path(), words, images, &reaper));
    }
    /* Whether the engine has ended, of itself. */
    bool is_over() const {
        int status = -1;
        return waitpid(reaper.pid, &status, 0) == reaper.pid && WIFEXITED(status) && WEXITSTATUS(status) == 3;
    }
    std::string found(const char* name) const {
        const std::string text = file_text(name);
        fs::remove(name);
        return text;
    }
    static bool apart() { return geteuid() == 0; }
};

void be_an_engine(int count, char** arguments) {
    const std::string found = what_is_found(count, arguments);
    std::ofstream("engine") << found;
    std::ofstream("given") << text_of(bubblewrap::kArguments) << "|" << text_of(bubblewrap::kHosts) << "|" << text_of(bubblewrap::kResolver)
                           << "|" << text_of(bubblewrap::kImage);
    const std::string said = file_text("said");
    const bool is_apart = said.find('@') != std::string::npos && geteuid() == 0 && unshare(CLONE_NEWUSER) == 0;
    std::string piece;
    for (const char one : said + "|") {
        if (one == '@') piece += std::to_string(getpid());
        else if (one != '|') piece += one;
        if (one != '|') continue;
        if (write(bubblewrap::kFirst, piece.data(), piece.size()) < 0) _exit(4);
        piece.clear();
        poll(nullptr, 0, 5);
    }
    if (is_apart) {
        char go_on[10];
        const ssize_t got = read(bubblewrap::kMapped, go_on, sizeof go_on);
        std::ofstream("mapped") << got << " " << (got > 0 ? go_on[0] : '-') << "\n"
                                << file_text("/proc/self/uid_map") << file_text("/proc/self/gid_map");
    }
    _exit(3);  // without what a client's program writes down at its end
}

void enter(int count, char** arguments) {
    std::ofstream log("entered", std::ios::app);
    int at = 1;
    for (; at < count && strcmp(arguments[at], "--") != 0; ++at) log << "<" << arguments[at] << ">";
    const bool is_script = at + 1 < count && strcmp(arguments[at + 1], "/bin/sh") == 0;
    for (int word = at; is_script && word < count; ++word) log << "<" << arguments[word] << ">";
    log << std::endl;
    log.close();
    if (!is_script || !fs::exists("refuse")) execv(arguments[at + 1], arguments + at + 1);
    _exit(5);
}

}  // namespace

/* The modes in which this program is an engine, or nsenter. */
static int be_started(int count, char** arguments) {
    const std::string name = fs::path(arguments[0]).filename().string();
    if (name == "nsenter") enter(count, arguments);
    for (int at = 1; at < count; ++at)
        if (strcmp(arguments[at], "--args") == 0) be_an_engine(count, arguments);
    return -1;
}

TEST(an_engine_is_started_with_what_it_needs_and_nothing_else, "what leaks into it leaks into the container") {
    Ground ground;
    const std::string hosts = file_text("/etc/hosts"), given = std::string("--one\0\0two words\0|", 18);
    CHECK(same(kFine, ground.started("nothing")));
    CHECK(ground.is_over());
    CHECK(same("<bwrap><--args><6><--></proc/self/fd/5><enclosed>" + kGiven, ground.found("engine")));
    CHECK(same(given + hosts + "\n127.0.1.1\tinside\n|nameserver 192.0.2.1\n|the reaper's file", ground.found("given")));
    CHECK(!ground.reaper.has_antechamber && ground.reaper.socket && ground.reaper.errors && ground.reaper.alive && !ground.reaper.first);
    ground.words.host_name.clear();
    ground.words.network.resolver.clear();
    const std::string outer = ground.folder + "/outer";
    fs::create_symlink(own_path(), outer);
    ground.words.antechamber = {outer, "--word"};
    CHECK(same(kFine, ground.started("nothing")));
    CHECK(ground.is_over() && ground.reaper.has_antechamber);
    CHECK(same("<" + outer + "><--word><" + own_path() + "><--args><6><--></proc/self/fd/5><enclosed>" + kGiven, ground.found("engine")));
    CHECK(same(given + hosts + "||the reaper's file", ground.found("given")));
    most_written = 1; /* a file that takes a letter at a time has all of them */
    CHECK(same(kFine, ground.started("nothing")) && ground.is_over());
    CHECK(same(given + hosts + "||the reaper's file", ground.found("given")));
}

TEST(the_first_process_inside_is_whom_the_engine_names, "whoever is taken for it is killed with the tree") {
    Ground ground;
    const bool root = Ground::apart();
    const char* const rows[] = {"{\n    \"child-pid\": @,\n    \"net-namespace\": 1\n}\n", "{\"child-pid\": @}",
                                "{\"chi|ld-pid\"|: @, |\"x\": 1}", "{ \"child-pid\":@ }"};
    for (const char* row : rows) {
        fs::remove("mapped");
        CHECK(same(kFine, ground.started(row)));
        CHECK_EQUAL(ground.reaper.pid, ground.reaper.first_pid);
        CHECK(ground.reaper.first && ground.is_over());
        if (!root) continue;
        if (ground.found("mapped").empty()) SKIP("no user namespace is made here");
    }
    CHECK(same(kFine, ground.started("{\"child-pid\": @}")) && ground.is_over());
    if (root) CHECK(same("1 1\n" + kAll + kAll, ground.found("mapped")));
    const std::string filling(5000, 'x');
    for (const std::string& row : {std::string("{}"), std::string("{\"child-pid\": 0}"), std::string("no braces"),
                                   std::string("{\"child-pid\": 4194304"), filling, std::string("{\"child-pid\": -7}")}) {
        CHECK(same(kFine, ground.started(row)));
        CHECK(!ground.reaper.first && ground.reaper.first_pid <= 0 && ground.is_over());
    }
}

TEST(numbers_of_users_that_cannot_be_written_end_the_engine, "as root a container without them would run as nobody") {
    if (!Ground::apart()) SKIP("only root writes numbers of users");
    Ground ground;
    const pid_t other = fork(); /* in the machine's own namespace, whose numbers are what they are */
    if (other == 0) {
        alarm(60);
        for (;;) pause();
    }
    CHECK(same(refusal(SpawnReason::no_reaper, EPERM, "writing the numbers of users"),
               ground.started("{\"child-pid\": " + std::to_string(other) + "}")));
    int status = 0;
    CHECK(waitpid(other, &status, 0) == other && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    CHECK(children_of(getpid()).empty());
}

TEST(a_container_below_a_holder_is_started_and_numbered_from_there, "rights over its network are the holder's alone") {
    Ground ground;
    ground.words.network = {NetworkKind::held, 41, 0, ""};
    const std::string user = "<--user=/proc/41/ns/user><--preserve-credentials>";
    CHECK(same(kFine, ground.started("nothing")) && ground.is_over());
    CHECK(same(user + "<--net=/proc/41/ns/net>\n", ground.found("entered")));
    CHECK(same("<" + own_path() + "><--args><6><--></proc/self/fd/5><enclosed>" + kGiven, ground.found("engine")));
    ground.words.network.peer = 42;
    if (!Ground::apart()) SKIP("only root writes numbers of users");
    const std::string text = ground.started("{\"child-pid\": @}");
    const std::string map = "/proc/" + std::to_string(ground.reaper.first_pid) + "/";
    CHECK(same(kFine, text) && ground.is_over());
    CHECK(same(user + "<--net=/proc/42/ns/net>\n" + user + "<--></bin/sh><-c><echo 0 0 4294967295 > " + map +
                   "uid_map && echo 0 0 4294967295 > " + map + "gid_map>\n",
               ground.found("entered")));
    CHECK(same("1 1\n" + kAll + kAll, ground.found("mapped")));
    std::ofstream("refuse") << "x";
    CHECK(same(refusal(SpawnReason::no_reaper, EPERM, "writing the numbers of users"), ground.started("{\"child-pid\": @}")));
    fs::remove("nsenter");
    setenv("HCSFFI_NETWORK_TOOLS", "/nowhere", 1);
    CHECK(ground.started("nothing").rfind(std::to_string(static_cast<int>(SpawnReason::no_reaper)) + " " + std::to_string(ENOENT), 0) == 0);
    CHECK(children_of(getpid()).empty());
}

TEST(the_reaper_s_file_is_copied_once_and_sealed, "nobody inside may change what the others run from") {
    const Ground ground;
    CommonImage images;
    std::shared_ptr<UniqueFd> first, second;
    CHECK(same(kFine, told(images.take("reaper", &first))) && same(kFine, told(images.take("reaper", &second))));
    CHECK(first == second && first->get() >= kGroups + 2 * kMostGroups);
    CHECK(same("the reaper's file", text_of(fd_of(*first))));
    constexpr int kGetSeals = 1034, kAllSeals = 0xF;
    CHECK_EQUAL(kAllSeals, fcntl(fd_of(*first), kGetSeals));
    std::ofstream("reaper") << "another";
    first.reset();
    CHECK(same(kFine, told(images.take("reaper", &first))) && same("the reaper's file", text_of(fd_of(*first))));
    first.reset();
    second.reset();
    CHECK(same(kFine, told(images.take("reaper", &first))) && same("another", text_of(fd_of(*first))));
    CommonImage others;
    CHECK(same(refusal(SpawnReason::no_reaper, ENOENT, "opening the reaper /no/such/file"), told(others.take("/no/such/file", &second))));
    const struct {
        const char* step;
        int error;
        std::string told;
    } rows[] = {{"sendfile", ENODATA, refusal(SpawnReason::no_reaper, EIO, "copying the reaper")},
                {"sendfile", EPERM, refusal(SpawnReason::no_reaper, EPERM, "copying the reaper")},
                {"sendfile", ENOSPC, refusal(SpawnReason::exhausted, ENOSPC, "copying the reaper")},
                {"memory", EMFILE, refusal(SpawnReason::exhausted, EMFILE, "making a memory file for the reaper")},
                {"memory", ENOSYS, refusal(SpawnReason::no_reaper, ENOSYS, "making a memory file for the reaper")},
                {"seal", EPERM, refusal(SpawnReason::no_reaper, EPERM, "sealing the reaper's copy")},
                {"duplicate", EMFILE, refusal(SpawnReason::exhausted, EMFILE, "making a memory file for the reaper")}};
    for (const auto& row : rows) {
        calls_made.clear();
        refusals = {{row.step, {1, row.error}}};
        CHECK(same(row.told, told(others.take("reaper", &second))) && !second);
    }
}

TEST(a_step_before_the_engine_that_is_refused_leaves_nothing, "a service that is short of descriptors would lose more with each try") {
    Ground ground;
    CHECK(same(kFine, ground.started("nothing")) && ground.is_over());
    ground.reaper = ReaperProcess();
    const std::int64_t live = UniqueFd::live();
    const std::string socket = "making a socket for the reaper", pipe = "making a pipe", memory = "making a memory file",
                      image = "making a memory file for the reaper", writing = "writing a memory file";
    const std::map<std::string, std::vector<std::string>> steps = {
        {"socketpair", {socket}},
        {"pipe2", {pipe, pipe}},
        {"memory", {image, memory, memory, memory, memory}},
        {"pwrite", {writing, writing, writing}},
        {"duplicate", {socket, memory, image, memory, memory, memory, pipe, pipe, pipe, pipe, memory}}};
    for (const auto& [step, tried] : steps)
        for (std::size_t at = 0; at < tried.size(); ++at) {
            calls_made.clear();
            refusals = {{step, {static_cast<int>(at) + 1, EMFILE}}};
            CHECK(same(refusal(SpawnReason::exhausted, EMFILE, tried[at]), ground.started("nothing")));
            CHECK(!ground.reaper.socket && ground.reaper.pid == -1);
            CHECK_EQUAL(live, UniqueFd::live());
        }
    refusals.clear();
    refused_numbers = {{SYS_pidfd_open, ENOSYS}};
    CHECK(same(refusal(SpawnReason::no_reaper, ENOSYS, "making a descriptor of this process, which takes Linux 5.3"), ground.started("")));
    refused_numbers.clear();
    CHECK(children_of(getpid()).empty());
    CHECK(same(refusal(SpawnReason::no_reaper, ENOENT, "starting /no/such/engine"),
               told(start_enclosed_reaper("reaper", "/no/such/engine", ground.words, ground.images, &ground.reaper))));
}

TEST(an_engine_that_does_not_work_is_told_with_its_own_words, "whoever may not isolate has to know who forbids it, and is asked once") {
    const Ground ground;
    const std::string engine = ground.folder + "/bwrap";
    const auto write_engine = [&](const std::string& last_words) {
        std::ofstream(engine) << "#!/bin/sh\n[ \"$1\" = --version ] && { echo bubblewrap 0.11.0; exit; }\necho x >> " << ground.folder
                              << "/tries\necho 'bwrap: " << last_words << "' >&2\nexit 1\n";
        if (chmod(engine.c_str(), 0755) != 0) abort();
    };
    unsetenv("HCSFFI_NETWORK_TOOLS");
    const std::size_t ways = antechamber::words(false).empty() ? 1 : 2;
    setenv("HCSFFI_BUBBLEWRAP", engine.c_str(), 1);
    write_engine("making it: Operation not permitted");
    const auto spawner = make_spawner(own_path());
    for (int times = 0; times < 2; ++times) {
        const IsolationEngine found = spawner->isolation_engine();
        CHECK(!found.works && !found.layers && !found.changes && !found.remedy.empty());
        CHECK(same("making it: Operation not permitted", found.problem) && same(engine, found.program));
        CHECK_EQUAL(EPERM, found.system_code);
        CHECK_EQUAL(2 * ways, file_text("tries").size()); /* "x\n" for each */
    }
    std::unique_ptr<ProcessTree> tree;
    CHECK(same(words(SpawnReason::not_supported, EPERM, "making it: Operation not permitted"),
               told(spawner->open_enclosed_tree(std::make_shared<Recorder>(), Enclosure{}, &tree))));
    CHECK_EQUAL(2 * ways, file_text("tries").size());
    for (const char* gone : {"source path /x: No such file or directory", "mounting: Invalid argument"}) {
        fs::remove("tries");
        write_engine(gone); /* what it copies may have gone meanwhile: it is tried again, and given up */
        CHECK(same(gone, make_spawner(own_path())->isolation_engine().problem));
        CHECK(file_text("tries").size() > 2 * ways);
    }
    fs::remove(engine);
    const auto without = make_spawner(own_path());
    CHECK(same("no bubblewrap was found", without->isolation_engine().problem));
    write_engine("making it: Operation not permitted");
    CHECK(same("no bubblewrap was found", without->isolation_engine().problem)); /* it was asked once */
    CHECK(without->offers_isolation());
}
