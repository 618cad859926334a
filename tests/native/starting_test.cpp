/* How reapers, their guard and the streams of a program are made, step by step, with a program of the test's own in the reaper's place:
 * what it is started with, and what comes of a step that the system refuses (processes/linux/tree.h, processes/linux/guard_of_all.h). */
#include "watched_tree.h"

static int be_started(int count, char** arguments);
#define HARNESS_MODES be_started
#include "harness.h"

#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
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
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/guard_of_all.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"
#include "replaced_call.h"
#include "spawn_outcomes.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;
namespace fs = std::filesystem;

// What the system refuses: the call of that name, from the one with this number on so many times, and the error it answers.
struct RefusedStep {
    int first = 0;
    int times = 1;
    int error = EMFILE;
    int calls = 0;
};
static std::map<std::string, RefusedStep> refusals;
static std::map<std::string, int> calls_made;
static std::map<long, int> refused_numbers;  // of syscall(2), and the error
static std::map<std::string, std::string> other_files;  // what is opened in the place of what
static bool is_seen_to_end = false;  // a started process has ended before anybody goes on

static int refused(const char* name) {
    ++calls_made[name];
    const auto found = refusals.find(name);
    if (found == refusals.end()) return 0;
    const int at = ++found->second.calls;
    return at >= found->second.first && at < found->second.first + found->second.times ? found->second.error : 0;
}

static bool is_refused(const char* name) {
    if (const int error = refused(name); error != 0) errno = error;
    else return false;
    return true;
}

#define STEP(name, declared, given)                                \
    extern "C" int name declared noexcept {                        \
        static const auto real = original<int(*) declared>(#name); \
        const int error = refused(#name);                          \
        return error != 0 ? error : real given;                    \
    }
STEP(posix_spawn_file_actions_init, (posix_spawn_file_actions_t * actions), (actions))
STEP(posix_spawn_file_actions_destroy, (posix_spawn_file_actions_t * actions), (actions))
STEP(posix_spawnattr_init, (posix_spawnattr_t * attributes), (attributes))
STEP(posix_spawnattr_destroy, (posix_spawnattr_t * attributes), (attributes))
STEP(posix_spawnattr_setsigmask, (posix_spawnattr_t * attributes, const sigset_t* mask), (attributes, mask))
STEP(posix_spawnattr_setflags, (posix_spawnattr_t * attributes, short flags), (attributes, flags))

#define CALL(type, name, declared, given)                           \
    extern "C" type name declared {                                 \
        static const auto real = original<type(*) declared>(#name); \
        return is_refused(#name) ? -1 : real given;                 \
    }
CALL(int, socketpair, (int family, int type, int protocol, int* ends), (family, type, protocol, ends))
CALL(int, pipe2, (int* ends, int flags), (ends, flags))
CALL(int, grantpt, (int console), (console))
CALL(int, unlockpt, (int console), (console))
CALL(int, posix_openpt, (int flags), (flags))
CALL(ssize_t, sendmsg, (int socket, const msghdr* message, int flags), (socket, message, flags))

extern "C" int waitid(idtype_t type, id_t id, siginfo_t* about, int options) {
    static const auto real = original<int (*)(idtype_t, id_t, siginfo_t*, int)>(__func__);
    return type == P_PIDFD && is_refused("waitid") ? -1 : real(type, id, about, options);
}

extern "C" int ptsname_r(int console, char* name, size_t size) noexcept {
    static const auto real = original<int (*)(int, char*, size_t)>(__func__);
    return is_refused("ptsname_r") ? errno : real(console, name, size);
}

extern "C" int ioctl(int descriptor, unsigned long what, ...) noexcept {
    static const auto real = original<int (*)(int, unsigned long, void*)>(__func__);
    va_list more;
    va_start(more, what);
    void* const given = va_arg(more, void*);
    va_end(more);
    return what == TIOCSWINSZ && is_refused("size") ? -1 : real(descriptor, what, given);
}

extern "C" int fcntl(int descriptor, int what, ...) {
    static const auto real = original<int (*)(int, int, long)>(__func__);
    va_list more;
    va_start(more, what);
    const long given = va_arg(more, long);
    va_end(more);
    return what == F_DUPFD_CLOEXEC && is_refused("duplicate") ? -1 : real(descriptor, what, given);
}

// An error of 0 is an end that nobody expected.
extern "C" ssize_t sendfile(int to, int from, off_t* at, size_t count) noexcept {
    static const auto real = original<ssize_t (*)(int, int, off_t*, size_t)>(__func__);
    if (!is_refused("sendfile")) return real(to, from, at, count);
    return errno == ENODATA ? 0 : -1;
}

extern "C" int open(const char* path, int flags, ...) {
    static const auto real = original<int (*)(const char*, int, mode_t)>(__func__);
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    if ((flags & O_TMPFILE) == O_TMPFILE && is_refused("open without a name")) return -1;
    const auto other = other_files.find(path);
    return real(other == other_files.end() ? path : other->second.c_str(), flags, mode);
}

extern "C" FILE* fopen64(const char* path, const char* mode) {
    static const auto real = original<FILE* (*)(const char*, const char*)>(__func__);
    const auto other = other_files.find(path);
    return real(other == other_files.end() ? path : other->second.c_str(), mode);
}

extern "C" long syscall(long number, ...) noexcept {
    static const auto real = original<long (*)(long, ...)>(__func__);
    va_list more;
    va_start(more, number);
    long given[6];
    for (long& one : given) one = va_arg(more, long);
    va_end(more);
    if (const auto found = refused_numbers.find(number); found != refused_numbers.end()) {
        errno = found->second;
        return -1;
    }
    return real(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

extern "C" int posix_spawn(pid_t* pid, const char* path, const posix_spawn_file_actions_t* actions, const posix_spawnattr_t* attributes,
                           char* const arguments[], char* const environment[]) {
    static const auto real = original<decltype(&posix_spawn)>("posix_spawn");
    if (const int error = refused("posix_spawn"); error != 0) return error;
    const int error = real(pid, path, actions, attributes, arguments, environment);
    siginfo_t about{};
    if (is_seen_to_end && error == 0) (void)waitid(P_PID, static_cast<id_t>(*pid), &about, WEXITED | WNOWAIT);
    return error;
}

namespace {

std::string own_path() { return fs::read_symlink("/proc/self/exe").string(); }

const char *const kStarted = "started", *const kBehaviour = "behaviour";

/* A folder in which the test and what it starts are; without any refusal when it has gone. */
struct Ground {
    std::string folder = "/tmp/hcsffi-starting-XXXXXX";
    Ground() {
        if (!mkdtemp(folder.data()) || chdir(folder.c_str()) != 0) abort();
        for (int given = 3; given < 1024; ++given) (void)fcntl(given, F_SETFD, FD_CLOEXEC);  // by whoever runs the tests
    }
    ~Ground() {
        refusals.clear();
        refused_numbers.clear();
        other_files.clear();
        if (chdir("/") == 0) fs::remove_all(folder);
    }
    void behave(const char* how) const { std::ofstream(kBehaviour) << how; }
    std::string started() const {
        const std::string text = file_text(kStarted);
        fs::remove(kStarted);
        return text;
    }
};

std::string target_of(const std::string& link) {
    std::error_code error;
    return fs::read_symlink(link, error).string();
}

/* What a new program finds: its words, its variables, its descriptors, whether it leads a group of its own, and the signals that it does
 * not hear. */
std::string what_is_found(int count, char** arguments) {
    std::string text;
    for (int at = 0; at < count; ++at) text += "<" + std::string(arguments[at]) + ">";
    int variables = 0;
    while (environ[variables]) ++variables;
    text += " " + std::to_string(variables) + " variables;";
    std::vector<std::string> numbers = entries("/proc/self/fd");
    std::sort(numbers.begin(), numbers.end());
    for (const std::string& number : numbers) {
        const std::string target = target_of("/proc/self/fd/" + number);
        if (target.empty()) continue;  // the list itself
        const int mode = fcntl(std::stoi(number), F_GETFL) & O_ACCMODE;
        text += " " + number + " " + target.substr(0, target.find(':')) + (mode == O_RDONLY ? " r" : mode == O_WRONLY ? " w" : " rw") + ";";
    }
    text += getpgrp() == getpid() ? " leads a group;" : " leads no group;";
    const std::string status = file_text("/proc/self/status");
    return text + " " + status.substr(status.find("SigBlk:"), status.find('\n', status.find("SigBlk:")) - status.find("SigBlk:"));
}

std::string expected(const std::string& arguments) {
    std::uint64_t blocked = ~std::uint64_t{0};
    for (const int never : {SIGKILL, SIGSTOP, 32, 33}) blocked &= ~(std::uint64_t{1} << (never - 1));  // the C library keeps two for itself
    char mask[17];
    snprintf(mask, sizeof mask, "%016llx", static_cast<unsigned long long>(blocked));
    return arguments + " 0 variables; 0 /dev/null r; 1 /dev/null w; 2 /dev/null w; 3 socket rw; leads a group; SigBlk:\t" + mask;
}

}  // namespace

/* The mode in which this program is a reaper or a guard, and does what a file in its folder says. */
static int be_started(int count, char** arguments) {
    if (strcmp(arguments[0], kName) != 0) return -1;
    const std::string found = what_is_found(count, arguments);
    std::ofstream(kStarted) << found;
    const std::string how = file_text(kBehaviour);
    if (how == "be deaf") {
        alarm(60);
        for (;;) pause();
    }
    std::ofstream orders("orders", std::ios::app);
    while (how == "serve") {
        char group[kMostGroupPath + 1];
        std::vector<int> given;
        const ssize_t got = receive_with_descriptors<2>(kSocket, group, sizeof group, &given, 0);
        if (got <= 0) break;
        orders << got << " " << std::string(group, static_cast<std::size_t>(got - 1)) << " " << given.size() << std::endl;
    }
    _exit(7);  // without what a client's program writes down at its end
}

TEST(a_reaper_is_started_with_its_socket_and_nothing_else, "what leaks into it is held for the life of the system") {
    const Ground ground;
    const std::pair<std::string, std::string> rows[] = {{"", "<hcsffi-reaper>"}, {"/a group", "<hcsffi-reaper></a group>"}};
    for (const auto& [group, arguments] : rows) {
        ReaperProcess reaper;
        reaper.group = group;
        CHECK(same(kFine, told(start_reaper(own_path(), &reaper))));
        CHECK(reaper.socket && reaper.alive && reaper.pid > 0 && reaper.group == group);
        int status = 0;
        CHECK(waitpid(reaper.pid, &status, 0) == reaper.pid && WEXITSTATUS(status) == 7);
        CHECK(same(expected(arguments), ground.started()));
    }
    const UniqueFd socket = raised(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    pid_t pid = -1;
    CHECK(same(kFine, told(start_guard(own_path(), fd_of(socket), &pid))));
    CHECK(waitpid(pid, nullptr, 0) == pid);
    CHECK(same(expected("<hcsffi-reaper><guard>"), ground.started()));
}

TEST(a_step_that_is_refused_starts_nothing, "a reaper without what was to be done for it would be the wrong one") {
    const Ground ground;
    const std::string program = own_path(), starting = "starting the reaper " + program;
    for (const char* step :
         {"posix_spawn_file_actions_init", "posix_spawnattr_init", "posix_spawnattr_setsigmask", "posix_spawnattr_setflags", "posix_spawn"})
        for (const auto& [error, reason] : {std::pair{ENOMEM, SpawnReason::exhausted}, std::pair{EAGAIN, SpawnReason::exhausted},
                                            std::pair{EPERM, SpawnReason::no_reaper}}) {
            calls_made.clear();
            refusals = {{step, {1, 1, error}}};
            ReaperProcess reaper;
            CHECK(same(refusal(reason, error, starting), told(start_reaper(program, &reaper))));
            CHECK(!reaper.socket && !reaper.alive && reaper.pid == -1);
            refusals.clear();
            const int made = strcmp(step, "posix_spawn_file_actions_init") == 0 ? 0 : 1,
                      with = made && strcmp(step, "posix_spawnattr_init");
            CHECK_EQUAL(made, calls_made["posix_spawn_file_actions_destroy"]);
            CHECK_EQUAL(with, calls_made["posix_spawnattr_destroy"]);
            CHECK(same("", ground.started()));
        }
    const std::string sockets = refusal(SpawnReason::exhausted, EMFILE, "making a socket for the reaper");
    for (const char* step : {"socketpair", "duplicate"}) {
        refusals = {{step, {1}}};
        ReaperProcess reaper;
        CHECK(same(sockets, told(start_reaper(program, &reaper))));
    }
    ReaperProcess reaper;
    CHECK(same(refusal(SpawnReason::no_reaper, ENOENT, "starting the reaper /no/such/program"),
               told(start_reaper("/no/such/program", &reaper))));
    CHECK(children_of(getpid()).empty());
}

TEST(a_file_that_may_not_be_executed_is_copied_whole_or_not_at_all, "half a program would run until its end is needed") {
    const Ground ground;
    fs::copy(fs::canonical("/bin/true"), "plain");
    CHECK(chmod("plain", 0644) == 0);
    ReaperProcess reaper;
    CHECK(same(kFine, told(start_reaper("plain", &reaper))));
    int status = -1;
    CHECK(reaper.pid > 0 && waitpid(reaper.pid, &status, 0) == reaper.pid && status == 0);
    const std::string starting = "starting the reaper plain";
    const std::pair<int, std::string> rows[] = {{ENODATA, refusal(SpawnReason::no_reaper, EIO, starting)},
                                                {EPERM, refusal(SpawnReason::no_reaper, EPERM, starting)},
                                                {ENOSPC, refusal(SpawnReason::exhausted, ENOSPC, starting)}};
    for (const auto& [error, text] : rows) {
        errno = 0;
        refusals = {{"sendfile", {1, 1, error}}};
        ReaperProcess none;
        CHECK(same(text, told(start_reaper("plain", &none))));
    }
    refusals.clear();
    refused_numbers = {{SYS_memfd_create, EMFILE}};
    CHECK(same(refusal(SpawnReason::exhausted, EMFILE, starting), told(start_reaper("plain", &reaper))));
    CHECK(same("", ground.started()) && children_of(getpid()).empty());
}

TEST(a_descriptor_is_given_a_number_that_no_reaper_looks_at, "what it finds there would be something else") {
    constexpr int kAbove = kGroups + 2 * kMostGroups;
    close(kAbove);
    for (const int number : {0, 1, 2, kAbove - 1}) {
        CHECK(dup3(open("/dev/null", O_RDWR | O_CLOEXEC), number, O_CLOEXEC) == number);
        const UniqueFd moved = raised(number);
        CHECK_EQUAL(kAbove, moved.get());
        CHECK(fcntl(number, F_GETFD) == -1 && (fcntl(kAbove, F_GETFD) & FD_CLOEXEC) != 0);
    }
    const std::int64_t live = UniqueFd::live();
    errno = ENFILE;
    CHECK(!raised(-1) && errno == ENFILE && live == UniqueFd::live());
    const UniqueFd one(open("/dev/null", O_RDWR | O_CLOEXEC));
    const rlimit few{10, 10};
    CHECK(setrlimit(RLIMIT_NOFILE, &few) == 0);
    CHECK(!duplicated(fd_of(one), 20) && errno == EMFILE);
    CHECK(!duplicated(99, 3) && errno == EBADF);
    CHECK(duplicated(fd_of(one), 3));
    refusals = {{"duplicate", {1, 1, ENOMEM}}};
    CHECK(!duplicated(fd_of(one), 3) && errno == ENOMEM);
}

TEST(without_memory_files_there_is_one_without_a_name, "kernels before 3.17 and sandboxes have no other, and nobody may find it") {
    const Ground ground;
    umask(0);
    const auto place = [](const UniqueFd& file) {
        const std::string link = target_of("/proc/self/fd/" + std::to_string(file.get()));
        struct stat about{};
        const bool hidden = fstat(fd_of(file), &about) == 0 && about.st_nlink == 0 && (about.st_mode & 07777) == 0700;
        const bool closes = (fcntl(fd_of(file), F_GETFD) & FD_CLOEXEC) != 0;
        return hidden && closes ? fs::path(link).parent_path().string() : "not hidden: " + link;
    };
    for (const int error : {ENOSYS, EPERM}) {
        for (const bool by_name : {false, true}) {
            refused_numbers = {{SYS_memfd_create, error}};
            if (by_name) refusals = {{"open without a name", {1, 100, EOPNOTSUPP}}};
            setenv("TMPDIR", ground.folder.c_str(), 1);
            CHECK(same(ground.folder, place(memory_file("some"))));
            for (const char* empty : {"", static_cast<const char*>(nullptr)}) {
                if (empty) setenv("TMPDIR", empty, 1);
                else unsetenv("TMPDIR");
                CHECK(same("/tmp", place(memory_file("some"))));
            }
            setenv("TMPDIR", "/no/such/folder", 1);
            CHECK(!memory_file("some") && errno == ENOENT);
            refusals.clear();
        }
    }
    setenv("TMPDIR", ground.folder.c_str(), 1);
    refused_numbers = {{SYS_memfd_create, EMFILE}};
    CHECK(!memory_file("some") && errno == EMFILE);
    refused_numbers.clear();
    const UniqueFd file = memory_file("some name");
    CHECK(target_of("/proc/self/fd/" + std::to_string(file.get())).find("some name") != std::string::npos);
    constexpr int kGetSeals = 1034;  // F_GET_SEALS
    CHECK_EQUAL(1, fcntl(fd_of(file), kGetSeals)); /* F_SEAL_SEAL: nothing is sealed, and nothing can be */
    CHECK(entries(".").empty());
}

TEST(the_reaper_lies_beside_the_library, "wherever its client has gone meanwhile, and where no map of its memory can be read") {
    Dl_info where{};
    CHECK(dladdr(reinterpret_cast<const void*>(&reaper_beside_this_library), &where) != 0);
    const std::string beside = (fs::absolute(where.dli_fname).parent_path() / "reaper").string();
    CHECK(chdir("/") == 0);
    CHECK(same(beside, reaper_beside_this_library()));
    other_files = {{"/proc/self/maps", "/no/such/file"}};
    CHECK(same(fs::path(where.dli_fname).is_absolute() ? beside : (fs::path(where.dli_fname).parent_path() / "reaper").string(),
               reaper_beside_this_library()));
}

TEST(streams_are_all_there_or_the_start_is_refused, "a program that lacks one reads or writes what is another's") {
    const std::int64_t live = UniqueFd::live();
    const std::size_t before = entries("/proc/self/fd").size();
    const std::string pipes = "making a pipe", console = "making a pseudo-terminal", copies = "duplicating the pseudo-terminal";
    const auto made = [](bool input, bool output, bool error, bool on_console) {
        ProcessStart what;
        what.input = input;
        what.output = output;
        what.error = error;
        what.console = on_console;
        Streams streams;
        return told(make_streams(what, false, &streams));
    };
    const auto counted = [&](const char* step, bool input, bool output, bool error, bool on_console) {
        calls_made.clear();
        refusals.clear();
        return same(kFine, made(input, output, error, on_console)) ? calls_made[step] : -1;
    };
    for (const char* step : {"pipe2", "duplicate"})
        for (const bool first_ones_are_free : {false, true}) {
            if (first_ones_are_free) close(0), close(1), close(2);
            for (int which = 0; which < 16; ++which) {
                const bool input = which & 1, output = which & 2, error = which & 4, on_console = which & 8;
                const int calls = counted(step, input, output, error, on_console);
                for (int at = 1; at <= calls; ++at) {
                    refusals = {{step, {at}}};
                    const std::string text = made(input, output, error, on_console);
                    refusals.clear();
                    const std::string duplicated = refusal(SpawnReason::exhausted, EMFILE, "duplicating a pipe");
                    CHECK(text == duplicated || same(refusal(SpawnReason::exhausted, EMFILE, on_console ? copies : pipes), text));
                    CHECK_EQUAL(live, UniqueFd::live());
                }
            }
            if (first_ones_are_free) CHECK(open("/dev/null", O_RDWR) == 0 && dup(0) == 1 && dup(0) == 2);
        }
    for (const char* step : {"posix_openpt", "grantpt", "unlockpt", "ptsname_r"})
        for (const auto& [error, reason] : {std::pair{EMFILE, SpawnReason::exhausted}, std::pair{EPERM, SpawnReason::broken}}) {
            refusals = {{step, {1, 1, error}}};
            CHECK(same(refusal(reason, error, console), made(true, true, false, true)));
        }
    refusals = {{"size", {1, 1, EIO}}};
    CHECK(same(refusal(SpawnReason::broken, EIO, "setting the size of the pseudo-terminal"), made(true, true, false, true)));
    refusals.clear();
    CHECK_EQUAL(before, entries("/proc/self/fd").size());
}

TEST(a_guard_is_made_once_and_told_of_each_tree, "a name that is cut off would be another group") {
    const Ground ground;
    ground.behave("serve");
    GuardOfAll all;
    CHECK_EQUAL(0, all.descriptors());
    SpawnOutcome outcome;
    ReaperProcess first, second, third, far, too_far;
    second.group = "/a group";
    far.group = std::string(kMostGroupPath - 1, 'x');
    too_far.group = std::string(kMostGroupPath, 'x');
    for (ReaperProcess* one : {&first, &second, &far}) {
        CHECK(all.start(own_path(), one, &outcome) && same(kFine, told(outcome)));
        CHECK(one->socket && one->guard == first.guard && one->pid == -1 && !one->alive);
        CHECK_EQUAL(2, all.descriptors());
    }
    CHECK(!all.start(own_path(), &too_far, &outcome) && !too_far.guard && !too_far.socket);
    CHECK_EQUAL(1, children_of(getpid()).size());
    for (ReaperProcess* one : {&first, &second, &far}) one->guard.reset();
    CHECK_EQUAL(0, all.descriptors());
    CHECK(children_of(getpid()).empty());
    CHECK(same(expected("<hcsffi-reaper><guard>"), ground.started()));
    CHECK(same("1  1\n9 /a group 1\n4096 " + far.group + " 1\n", file_text("orders")));
    const pid_t child = fork();
    if (child == 0) _exit(all.start(own_path(), &third, &outcome) ? 1 : 0); /* a guard of its own for each tree of a fork */
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
}

TEST(a_guard_that_cannot_be_is_told_or_done_without, "on kernels before 5.3 each system has one of its own") {
    const Ground ground;
    ground.behave("serve");
    const auto started = [](const std::string& program, std::string* text) {
        GuardOfAll all;
        ReaperProcess reaper;
        SpawnOutcome outcome;
        const bool took = all.start(program, &reaper, &outcome);
        *text = told(outcome);
        return took;
    };
    std::string text;
    CHECK(started("/no/such/program", &text));
    CHECK(same(refusal(SpawnReason::no_reaper, ENOENT, "starting the reaper /no/such/program"), text));
    for (const int error : {ENOSYS, EPERM, EINVAL}) {
        refused_numbers = {{SYS_pidfd_open, error}};
        CHECK(!started(own_path(), &text));
    }
    for (const int error : {EMFILE, ENFILE, ENOMEM}) {
        refused_numbers = {{SYS_pidfd_open, error}};
        CHECK(started(own_path(), &text));
        CHECK(same(refusal(SpawnReason::exhausted, error, "making a descriptor of the guard"), text));
        CHECK(children_of(getpid()).empty());
    }
    refused_numbers.clear();
    for (const char* step : {"socketpair", "duplicate"})
        for (int at = 1; at <= (*step == 's' ? 2 : 1); ++at) {
            refusals = {{step, {at}}};
            CHECK(started(own_path(), &text));
            CHECK(same(refusal(SpawnReason::exhausted, EMFILE, "making a socket for the reaper"), text));
        }
    for (const auto& [error, reason] :
         {std::pair{EBADF, SpawnReason::broken}, std::pair{ENOMEM, SpawnReason::exhausted}, std::pair{EPERM, SpawnReason::broken}}) {
        refusals = {{"sendmsg", {1, 1, error}}};
        CHECK(started(own_path(), &text));
        CHECK(same(refusal(reason, error, "handing a tree over to the guard of all"), text));
    }
    const std::string ended = words(SpawnReason::no_reaper, EPIPE, "the guard of all systems ended before it took the tree");
    for (const int error : {EPIPE, ECONNRESET}) {
        refusals = {{"sendmsg", {1, 100, error}}};
        CHECK(started(own_path(), &text) && same(ended, text));
        refusals = {{"sendmsg", {1, 1, error}}}; /* the next one may be well */
        CHECK(started(own_path(), &text) && same(kFine, text));
    }
    for (const int error : {EAGAIN, ETOOMANYREFS}) {
        refusals = {{"sendmsg", {1, 2, error}}};
        CHECK(started(own_path(), &text) && same(kFine, text));
    }
    refusals.clear();
    ground.behave("end");
    is_seen_to_end = true;
    CHECK(started(own_path(), &text) && same(ended, text));
    is_seen_to_end = false;
    CHECK(children_of(getpid()).empty());
}

TEST(whatever_its_client_has_by_then_makes_another_guard, "a client that gave up rights would have them in the next system") {
    const Ground ground;
    ground.behave("serve");
    const std::string status = file_text("/proc/thread-self/status"), path = ground.folder + "/status";
    other_files = {{"/proc/thread-self/status", path}};
    GuardOfAll all;
    std::shared_ptr<GuardProcess> before;
    const auto guard_with = [&](const std::string& text) {
        std::ofstream(path) << text;
        ReaperProcess reaper;
        SpawnOutcome outcome;
        const bool took = all.start(own_path(), &reaper, &outcome);
        const bool is_other = reaper.guard != before;
        before = reaper.guard;
        return std::string(!took ? "none" : !outcome.ok() ? told(outcome) : is_other ? "another" : "the same");
    };
    const auto line_at = [&](const std::string& name) { return status.find("\n" + name + ":") + 1; };
    const auto with = [&](const std::string& name, const std::string& value) {
        const std::size_t at = line_at(name);
        std::string text = status;
        return text.replace(at, text.find('\n', at) - at, name + ":\t" + value);
    };
    const auto without = [&](std::string text, const std::string& name) {
        const std::size_t at = text.find("\n" + name + ":");
        return at == std::string::npos ? text : text.erase(at, text.find('\n', at + 1) - at);
    };
    CHECK(same("another", guard_with(status)));
    CHECK(same("the same", guard_with(status)));
    CHECK(same("the same", guard_with(with("FDSize", "4711"))));
    for (const char* name : {"Umask", "Uid", "Gid", "Groups", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs",
                             "Cpus_allowed", "Mems_allowed"}) {
        if (line_at(name) == 0) continue; /* this kernel does not tell it */
        const std::string other = with(name, "4711");
        CHECK(same("another", guard_with(other)));
        CHECK(same("the same", guard_with(other)));
        CHECK(same("another", guard_with(status)));
    }
    CHECK(same("none", guard_with(without(status, "Seccomp"))));
    const std::string filtered = with("Seccomp", "2");
    CHECK(same("none", guard_with(without(filtered, "Seccomp_filters")))); /* before Linux 5.9 */
    CHECK(same("another", guard_with(without(with("Seccomp", "0"), "Seccomp_filters"))));
    if (line_at("Seccomp_filters") != 0) CHECK(same("another", guard_with(filtered)));
    before.reset();
    CHECK(children_of(getpid()).empty());
}

TEST(a_guard_that_is_stopped_or_deaf_is_seen_to, "a client that ends its last system must not wait for ever, nor leave it") {
    const auto guard_of = [](pid_t pid, UniqueFd socket) {
        return std::make_unique<GuardProcess>(pid, std::move(socket), UniqueFd(open_process(pid)), "");
    };
    int ends[2];
    CHECK(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0);
    UniqueFd mine(ends[0]);
    const UniqueFd theirs(ends[1]), some(open("/dev/null", O_RDONLY | O_CLOEXEC));
    const pid_t reading = fork();
    if (reading == 0) {
        mine.reset();
        char piece[100];
        while (recv(fd_of(theirs), piece, sizeof piece, 0) > 0) continue;
        _exit(0);
    }
    kill(reading, SIGSTOP);
    while (state_of(reading) != 'T') poll(nullptr, 0, 1);
    while (send(fd_of(mine), "x", 1, MSG_DONTWAIT) == 1) continue; /* until there is no room any more */
    auto guard = guard_of(reading, std::move(mine));
    CHECK_EQUAL(0, guard->make_tree("", fd_of(some)));
    guard.reset();
    const pid_t deaf = fork();
    if (deaf == 0) {
        signal(SIGTERM, SIG_IGN);
        alarm(60);
        for (;;) pause();
    }
    CHECK(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0);
    guard_of(deaf, UniqueFd(ends[0])).reset();
    close(ends[1]);
    CHECK(children_of(getpid()).empty());
    const pid_t ended = fork();
    if (ended == 0) _exit(0);
    CHECK(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0);
    refusals = {{"waitid", {1, 1, EINVAL}}}; /* as Linux 5.3 does, which knows no waiting by descriptor */
    guard_of(ended, UniqueFd(ends[0])).reset();
    close(ends[1]);
    CHECK(children_of(getpid()).empty());
}
