/* What the host makes of a reaper's answers, and what it asks for: with this program in the place of guard and reaper, which answers as it
 * is told to (spawn.h, processes/reaper/protocol.h). And what else of spawn.h is decided without a reaper. */
#include "watched_tree.h"

static int be_the_reaper(int count, char** arguments);
#define HARNESS_MODES be_the_reaper
#include "harness.h"

#include <elf.h>
#include <link.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <termios.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"
#include "replaced_call.h"
#include "spawn_outcomes.h"
#include "texts.h"

using namespace hcsffi;
using namespace hcsffi::reaper;
namespace fs = std::filesystem;

// What the machine says about itself, where a test says something else.
static const char* kernel_release = nullptr;
static long user_id = -1, pages = 0, page_size = 0;
static bool tells_pages = false;
static int write_error = 0;
static timespec fixed_time{};

extern "C" int uname(utsname* about) noexcept {
    static const auto real = original<int (*)(utsname*)>(__func__);
    const int code = real(about);
    if (kernel_release) snprintf(about->release, sizeof about->release, "%s", kernel_release);
    return kernel_release && *kernel_release == '\0' ? -1 : code;
}

extern "C" uid_t getuid() noexcept {
    static const auto real = original<uid_t (*)()>(__func__);
    return user_id < 0 ? real() : static_cast<uid_t>(user_id);
}

extern "C" long sysconf(int name) noexcept {
    static const auto real = original<long (*)(int)>(__func__);
    if (!tells_pages) return real(name);
    return name == _SC_PAGESIZE ? page_size : name == _SC_PHYS_PAGES ? pages : name == _SC_AVPHYS_PAGES ? pages - 1 : real(name);
}

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count) {
    static const auto real = original<ssize_t (*)(int, const void*, size_t)>(__func__);
    if (write_error == 0) return real(descriptor, bytes, count);
    errno = write_error;
    return -1;
}

extern "C" int clock_gettime(clockid_t which, timespec* now) noexcept {
    static const auto real = original<int (*)(clockid_t, timespec*)>(__func__);
    if (which != CLOCK_REALTIME || fixed_time.tv_sec == 0) return real(which, now);
    *now = fixed_time;
    return 0;
}

namespace {

std::string own_path() { return fs::read_symlink("/proc/self/exe").string(); }

/* A key says how a start, or what is asked of a process, is answered. */
constexpr ProcessKey key_of(ProcessKey number, Stage stage, int error) {
    return number << 16 | static_cast<ProcessKey>(stage) << 8 | static_cast<ProcessKey>(error);
}
constexpr ProcessKey kNextError = 1 << 30;  // and the error: that of what comes next without a key
constexpr ProcessKey kShort = 1 << 29;      // what comes next is written down without its last byte
constexpr ProcessKey kEnds = 1 << 28;       // its end is told
const char* const kAsked = "asked";         // the file that tells what was asked

Row row_of(std::uint32_t pid, const char* name) {
    Row row{};
    row.pid = pid;
    snprintf(row.name, sizeof row.name, "%s", name);
    row.created_unix_100ns = pid + 1;
    row.user_100ns = pid + 2;
    row.kernel_100ns = pid + 3;
    row.commit_bytes = pid + 4;
    row.private_bytes = pid + 5;
    row.shared_bytes = pid + 6;
    return row;
}

/* One tree's reaper. */
class Answering {
  public:
    explicit Answering(int socket) : socket_(socket) {}
    void live() {
        const UniqueFd self(open_process(getpid()));
        Report ready{};
        ready.say = Say::ready;
        ready.pid = getpid();
        (void)send_with_descriptors(socket_, &ready, sizeof ready, {fd_of(self)}, 0);
        for (Request asked{};;) {
            std::vector<int> given;
            if (receive_with_descriptors<kStartDescriptors>(socket_, &asked, sizeof asked, &given, 0) <= 0) return;
            if (asked.ask == Ask::alive) {  // where the machine is slow
                Report runs{};
                runs.say = Say::answer;
                if (send(socket_, &runs, sizeof runs, 0) < 0) return;
                continue;
            }
            std::ofstream(kAsked, std::ios::app) << static_cast<int>(asked.ask) << " " << asked.key << " " << asked.signal << " "
                                                 << asked.padding << " " << given.size() << "\n";
            const Report report = answer(asked, given);
            for (const int one : given) close(one);
            if (send(socket_, &report, sizeof report, 0) < 0 || asked.ask == Ask::terminate) return;
            if (asked.ask == Ask::signal_one && (asked.key & kEnds) != 0) {
                Report ended{};
                ended.say = Say::ended;
                ended.key = asked.key;
                if (send(socket_, &ended, sizeof ended, 0) < 0) return;
            }
        }
    }

  private:
    Report answer(const Request& asked, const std::vector<int>& given) {
        Report report{};
        report.say = Say::answer;
        report.ticket = asked.ticket;
        report.pid = 4711;
        switch (asked.ask) {
            case Ask::start:
                report.stage = static_cast<Stage>(asked.key >> 8 & 0xFF);
                report.error = static_cast<int>(asked.key & 0xFF);
                break;
            case Ask::signal_one:
                if ((asked.key & kNextError) != 0) next_ = static_cast<int>(asked.key & 0xFF);
                else if ((asked.key & kShort) != 0) short_ = true;
                else report.error = static_cast<int>(asked.key & 0xFF);
                break;
            case Ask::signal_group: report.error = static_cast<int>(asked.key & 0xFF); break;
            case Ask::measure: {
                const Measured measured{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
                write_down(given, &measured, sizeof measured, &report);
                break;
            }
            case Ask::list: {
                const Row rows[] = {row_of(100, "plain name~"), row_of(200, "a\x1F\x7F\xC3\xBC ")};
                report.rows = 2;
                write_down(given, rows, sizeof rows, &report);
                break;
            }
            default: report.error = std::exchange(next_, 0);
        }
        return report;
    }
    void write_down(const std::vector<int>& given, const void* what, std::size_t length, Report* report) {
        report->error = std::exchange(next_, 0);
        if (given.size() != 1 || write(given[0], what, std::exchange(short_, false) ? length - 1 : length) < 0) report->error = EPROTO;
    }

    const int socket_;
    int next_ = 0;
    bool short_ = false;
};

/* A spawner whose reapers answer, with one tree, in a folder of its own. */
struct Answered {
    std::string folder = "/tmp/hcsffi-spawner-XXXXXX";
    std::unique_ptr<Spawner> spawner;
    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    std::unique_ptr<ProcessTree> tree;

    Answered() {
        if (!mkdtemp(folder.data()) || chdir(folder.c_str()) != 0) abort();
        spawner = make_spawner(own_path());
        spawner->use_control_groups(false);
        const SpawnOutcome outcome = spawner->open_tree(recorder, &tree);
        if (!outcome.ok()) fprintf(stderr, "no tree: %s\n", outcome.text.c_str());
    }
    ~Answered() {
        spawner->shutdown();
        if (chdir("/") == 0) fs::remove_all(folder);
    }
    explicit operator bool() const { return tree != nullptr; }
    /* What has been asked since the last time: kind, key, signal, padding and how many descriptors came with it. */
    std::string asked() const {
        const std::string text = file_text(kAsked);
        fs::remove(kAsked);
        return text;
    }
    void prepare(ProcessKey what) const {
        if (!tree->signal(what, 1).ok()) fprintf(stderr, "not prepared\n");
        (void)asked();
    }
};

std::string row(Ask what, ProcessKey key, int signal, int given = 0) {
    return std::to_string(static_cast<int>(what)) + " " + std::to_string(key) + " " + std::to_string(signal) + " 0 " +
           std::to_string(given) + "\n";
}

std::string text_of(const LimitsHeld& held) {
    std::string text;
    for (const char* one : {held.memory, held.processors, held.weight, held.processes}) text += std::string(one ? one : "-") + " ";
    return text;
}

}  // namespace

/* The mode in which this program is the guard of all, and for each tree its reaper. */
static int be_the_reaper(int count, char** arguments) {
    if (strcmp(arguments[0], kName) != 0) return -1;
    if (count < 2 || strcmp(arguments[1], kGuardOfAll) != 0) {
        Answering(kSocket).live();
        _exit(0);  // without what a client's program writes down at its end
    }
    for (;;) {
        char group[kMostGroupPath];
        std::vector<int> given;
        if (receive_with_descriptors<1>(kSocket, group, sizeof group, &given, 0) <= 0 || given.size() != 1) _exit(0);
        if (fork() == 0) {
            close(kSocket);
            Answering(given[0]).live();
            _exit(0);
        }
        close(given[0]);
    }
}

TEST(a_start_that_fails_says_what_was_tried_and_why, "the host answers each of them with another HRESULT and with this sentence (C-9)") {
    const Answered answered;
    CHECK(answered);
    ProcessStart what;
    what.arguments = {"first word", "second"};
    what.working_directory = "/the folder";
    what.user = "0:0";
    const std::string program = "executing \"first word\"", start = "starting a process";
    const struct {
        Stage stage;
        int error;
        SpawnReason reason;
        std::string tried;
    } rows[] = {
        {Stage::fork, EPERM, SpawnReason::broken, start},
        {Stage::none, EIO, SpawnReason::broken, start},
        {Stage::plan, EIO, SpawnReason::broken, start},
        {Stage::streams, EIO, SpawnReason::broken, start},
        {Stage::fork, EAGAIN, SpawnReason::exhausted, start},
        {Stage::fork, ENOMEM, SpawnReason::exhausted, start},
        {Stage::fork, EMFILE, SpawnReason::exhausted, start},
        {Stage::fork, ENFILE, SpawnReason::exhausted, start},
        {Stage::fork, ENOSPC, SpawnReason::exhausted, start},
        {Stage::fork, ESRCH, SpawnReason::process_gone, start},
        {Stage::plan, EINVAL, SpawnReason::bad_argument, start},
        {Stage::plan, E2BIG, SpawnReason::bad_argument, start},
        {Stage::directory, ENOENT, SpawnReason::bad_directory, "entering \"/the folder\""},
        {Stage::directory, ENOMEM, SpawnReason::exhausted, "entering \"/the folder\""},
        {Stage::user, EPERM, SpawnReason::not_permitted, "becoming user \"0:0\""},
        {Stage::user, EINVAL, SpawnReason::bad_user, "becoming user \"0:0\""},
        {Stage::user, EAGAIN, SpawnReason::exhausted, "becoming user \"0:0\""},
        {Stage::interpreter, ENOENT, SpawnReason::not_found, program + ", whose interpreter does not exist"},
        {Stage::program, ENOENT, SpawnReason::not_found, program},
        {Stage::program, ENOTDIR, SpawnReason::not_found, program},
        {Stage::program, ENAMETOOLONG, SpawnReason::not_found, program},
        {Stage::program, ELOOP, SpawnReason::not_found, program},
        {Stage::program, EACCES, SpawnReason::not_executable, program},
        {Stage::program, EPERM, SpawnReason::not_executable, program},
        {Stage::program, EISDIR, SpawnReason::not_executable, program},
        {Stage::program, ETXTBSY, SpawnReason::not_executable, program},
        {Stage::program, ENOEXEC, SpawnReason::bad_format, program},
        {Stage::program, ELIBBAD, SpawnReason::bad_format, program},
        {Stage::program, E2BIG, SpawnReason::bad_argument, program},
        {Stage::program, EMFILE, SpawnReason::exhausted, program},
        {Stage::program, EIO, SpawnReason::broken, program},
        {Stage::terminal, EIO, SpawnReason::broken, "taking the pseudo-terminal"},
    };
    StartedProcess started;
    for (const auto& one : rows)
        CHECK(same(words(one.reason, one.error, one.tried + ": " + strerror(one.error)),
                   told(answered.tree->start(what, key_of(1, one.stage, one.error), &started))));
}

TEST(a_start_that_is_refused_by_its_tree_says_so, "these are no errors of the system, and name what is in the way") {
    const Answered answered;
    CHECK(answered);
    ProcessStart what;
    what.arguments = {"first word", "second"};
    StartedProcess started;
    CHECK(same(words(SpawnReason::paused, EBUSY, "the processes of this system are paused"),
               told(answered.tree->start(what, key_of(1, Stage::paused, EBUSY), &started))));
    CHECK(same(words(SpawnReason::bad_argument, EEXIST, "a process with this key is running"),
               told(answered.tree->start(what, key_of(1, Stage::key, EEXIST), &started))));
    what.program = "/another program";
    CHECK(same(words(SpawnReason::not_found, ENOENT, "executing \"/another program\": No such file or directory"),
               told(answered.tree->start(what, key_of(1, Stage::program, ENOENT), &started))));
    CHECK_EQUAL(0, started.id);
    (void)answered.asked();
    CHECK(same(kFine, told(answered.tree->start(what, key_of(1, Stage::none, 0), &started))));
    CHECK_EQUAL(4711, started.id);
    CHECK(same(row(Ask::start, key_of(1, Stage::none, 0), 0, 4), answered.asked()));
}

TEST(each_request_is_asked_as_it_is_meant, "a signal that reaches another process, or more of them, cannot be taken back") {
    const Answered answered;
    CHECK(answered);
    const std::pair<ControlSignal, int> controls[] = {{ControlSignal::ctrl_c, SIGINT},
                                                      {ControlSignal::ctrl_break, SIGQUIT},
                                                      {ControlSignal::ctrl_close, SIGHUP},
                                                      {ControlSignal::ctrl_log_off, SIGHUP},
                                                      {ControlSignal::ctrl_shutdown, SIGTERM}};
    for (const auto& [control, number] : controls) {
        CHECK(same(kFine, told(answered.tree->signal(0, control))));
        CHECK(same(row(Ask::signal_group, 0, number), answered.asked()));
    }
    for (const int number : {1, 2, 63, 64}) {
        CHECK(same(kFine, told(answered.tree->signal(0, number))));
        CHECK(same(row(Ask::signal_one, 0, number), answered.asked()));
    }
    for (const int number : {-1, 0, 65, 66}) {
        CHECK(same(words(SpawnReason::bad_argument, EINVAL, "there is no signal " + std::to_string(number)),
                   told(answered.tree->signal(0, number))));
        CHECK(same("", answered.asked()));
    }
    CHECK(same(kFine, told(answered.tree->kill(0))));
    CHECK(same(row(Ask::signal_one, 0, SIGKILL), answered.asked()));
    CHECK(same(kFine, told(answered.tree->pause())) && same(kFine, told(answered.tree->resume())));
    CHECK(same(row(Ask::pause, 0, 0) + row(Ask::resume, 0, 0), answered.asked()));
    const std::pair<int, SpawnReason> errors[] = {{EPERM, SpawnReason::not_permitted},
                                                  {EAGAIN, SpawnReason::exhausted},
                                                  {EINVAL, SpawnReason::bad_argument},
                                                  {EIO, SpawnReason::broken}};
    for (const auto& [error, reason] : errors) {
        CHECK(same(words(reason, error, std::string("signalling a process: ") + strerror(error)),
                   told(answered.tree->kill(static_cast<ProcessKey>(error)))));
        answered.prepare(kNextError | static_cast<ProcessKey>(error));
        CHECK(same(words(reason, error, std::string("stopping all processes: ") + strerror(error)), told(answered.tree->pause())));
        answered.prepare(kNextError | static_cast<ProcessKey>(error));
        CHECK(same(words(reason, error, std::string("signalling a process: ") + strerror(error)), told(answered.tree->resume())));
    }
    CHECK(same(words(SpawnReason::process_gone, ESRCH, "the process has ended"), told(answered.tree->kill(ESRCH))));
    (void)answered.asked();
    CHECK(same(kFine, told(answered.tree->terminate())));
    CHECK(same(row(Ask::terminate, 0, 0), answered.asked()));
}

TEST(figures_are_those_of_the_reaper, "a number in another place is another figure") {
    const Answered answered;
    CHECK(answered);
    TreeStatistics all;
    CHECK(same(kFine, told(answered.tree->measure(&all))));
    CHECK(same(row(Ask::measure, 0, 0, 1), answered.asked()));
    const std::uint64_t expected[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                        actual[] = {
                            all.user_100ns, all.kernel_100ns, all.commit_bytes, all.commit_peak_bytes, all.private_working_set_bytes,
                            all.read_count, all.read_bytes,   all.write_count,  all.write_bytes,       all.process_count};
    CHECK(memcmp(expected, actual, sizeof expected) == 0);
    std::vector<ProcessRow> rows(3);
    CHECK(same(kFine, told(answered.tree->list(&rows))));
    CHECK(same(row(Ask::list, 0, 0, 1), answered.asked()));
    std::string text;
    for (const ProcessRow& one : rows)
        text += std::to_string(one.id) + " <" + one.image_name + "> " + std::to_string(one.created_unix_100ns) + " " +
                std::to_string(one.user_100ns) + " " + std::to_string(one.kernel_100ns) + " " + std::to_string(one.commit_bytes) + " " +
                std::to_string(one.working_set_private_bytes) + " " + std::to_string(one.working_set_shared_bytes) + "; ";
    CHECK(same("100 <plain name~> 101 102 103 104 105 106; 200 <a????\x20> 201 202 203 204 205 206; ", text));
    const std::string cut = words(SpawnReason::broken, EIO, std::string("reading figures: ") + strerror(EIO));
    answered.prepare(kShort);
    CHECK(same(cut, told(answered.tree->measure(&all))));
    answered.prepare(kShort);
    CHECK(same(cut, told(answered.tree->list(&rows))));
    for (const auto& [error, reason] : {std::pair{EPERM, SpawnReason::broken}, std::pair{ENOMEM, SpawnReason::exhausted}}) {
        const std::string refused = words(reason, error, std::string("measuring processes: ") + strerror(error));
        answered.prepare(kNextError | static_cast<ProcessKey>(error));
        CHECK(same(refused, told(answered.tree->measure(&all))));
        answered.prepare(kNextError | static_cast<ProcessKey>(error));
        CHECK(same(refused, told(answered.tree->list(&rows))));
    }
}

TEST(limits_without_groups_are_held_by_what_stands_in, "what the answer names holds, and what it does not name is not limited") {
    const Answered answered;
    CHECK(answered);
    user_id = 1000;
    kernel_release = "6.1.0";
    const auto limits = [](std::uint64_t memory, double processors, std::uint32_t processes) {
        TreeLimits all;
        all.memory_bytes = memory;
        all.processors = processors;
        all.processor_weight = 7;
        all.processes = processes;
        return all;
    };
    const struct {
        TreeLimits limits;
        bool enclosed;
        const char* held;
    } rows[] = {
        {limits(0, 0, 0), true, "- - - - "},
        {limits(1, 0, 0), true, "watch - - - "},
        {limits(0, 1, 0), true, "- affinity - - "},
        {limits(0, 0.5, 0), true, "- - - - "},
        {limits(0, 1.5, 0), true, "- - - - "},
        {limits(0, 3, 1), false, "- affinity - - "},
        {limits(0, 0, 1), true, "- - - rlimit "},
        {limits(0, 0, 0), false, "- - - - "},
        {limits(2, 2, 2), true, "watch affinity - rlimit "},
    };
    for (const auto& one : rows) CHECK(same(one.held, text_of(answered.spawner->would_hold(one.limits, one.enclosed))));
    const std::pair<const char*, const char*> kernels[] = {
        {"4.20.1", "-"},   {"5.0.0", "-"},    {"5.13.19-generic", "-"}, {"5.14.0", "rlimit"}, {"5.15.1", "rlimit"},
        {"6.0", "rlimit"}, {"7.1", "rlimit"}, {"unknown", "-"},         {"6", "-"},           {"", "-"}};
    for (const auto& [release, held] : kernels) {
        kernel_release = release;
        CHECK(same("- - - " + std::string(held) + " ", text_of(answered.spawner->would_hold(limits(0, 0, 1), true))));
    }
    kernel_release = "6.1.0";
    for (const auto& [user, held] : {std::pair{0, "- - - - "}, std::pair{1, "- - - rlimit "}}) { /* root's are never counted */
        user_id = user;
        CHECK(same(held, text_of(answered.spawner->would_hold(limits(0, 0, 1), true))));
    }
    (void)answered.asked();
    CHECK(same("watch affinity - - ", text_of(answered.tree->limit(limits(1, 2, 3)))));
    CHECK(same(row(Ask::limit_memory, 1, 0) + row(Ask::limit_processors, 2, 0), answered.asked()));
    CHECK(same("watch - - - ", text_of(answered.tree->limit(limits(1, 2.5, 3)))));
    CHECK(same(row(Ask::limit_processors, 0, 0), answered.asked()));
    answered.prepare(kNextError | EPERM);
    CHECK(same("- - - - ", text_of(answered.tree->limit(limits(5, 0, 0)))));
    CHECK(same(row(Ask::limit_memory, 5, 0), answered.asked()));
    CHECK(same("- - - - ", text_of(answered.tree->limit({}))));
    CHECK(same(row(Ask::limit_memory, 0, 0), answered.asked()));
}

TEST(a_place_for_a_big_pipe_is_given_back_by_the_process_that_has_it, "twenty-one processes have them, and a start that fails is none") {
    const Answered answered;
    CHECK(answered);
    int by_hand[2];
    CHECK(pipe(by_hand) == 0);
    const bool has_big_pipes = fcntl(by_hand[0], F_SETPIPE_SZ, 256 * 1024) == 256 * 1024;
    for (const int one : by_hand) close(one);
    if (!has_big_pipes) SKIP("this user may not have big pipes");
    ProcessStart what;
    what.arguments = {"x"};
    what.output = true;
    const auto is_roomy = [&](ProcessKey key) {
        StartedProcess started;
        (void)answered.tree->start(what, key, &started);
        return started.output && fcntl(fd_of(started.output), F_GETPIPE_SZ) == 256 * 1024;
    };
    for (ProcessKey number = 2; number <= 20; ++number) CHECK(is_roomy(key_of(number, Stage::none, 0)));
    for (int times = 0; times < 3; ++times) CHECK(!is_roomy(key_of(30, Stage::program, ENOENT)));
    CHECK(is_roomy(key_of(21, Stage::none, 0)) && is_roomy(kEnds));
    for (ProcessKey number = 22; number <= 24; ++number) CHECK(!is_roomy(key_of(number, Stage::none, 0)));
    ProcessEnd end;
    CHECK(answered.tree->signal(kEnds, 1).ok() && answered.recorder->wait_for_end(kEnds, &end));
    CHECK(is_roomy(key_of(25, Stage::none, 0)) && !is_roomy(key_of(26, Stage::none, 0)));
    const auto room = std::make_shared<PipeRoom>();
    std::vector<std::shared_ptr<void>> taken;
    for (int place = 0; place < 21; ++place) taken.push_back(PipeRoom::take(room));
    for (const auto& one : taken) CHECK(one != nullptr);
    for (int times = 0; times < 3; ++times) CHECK(PipeRoom::take(room) == nullptr);
    taken.pop_back();
    taken.push_back(PipeRoom::take(room));
    CHECK(taken.back() != nullptr && PipeRoom::take(room) == nullptr);
    taken.clear();
    for (int place = 0; place < 21; ++place) taken.push_back(PipeRoom::take(room));
    CHECK(taken.back() != nullptr && PipeRoom::take(room) == nullptr);
}

TEST(a_key_that_is_taken_keeps_its_place, "who is refused must not take it from the process that runs") {
    const Answered answered;
    CHECK(answered);
    ProcessStart what;
    what.arguments = {"x"};
    what.output = true;
    StartedProcess started;
    CHECK(answered.tree->start(what, key_of(1, Stage::key, EEXIST), &started).reason == SpawnReason::bad_argument);
    int roomy = 0; /* the place that was kept under the key is one of 21 */
    for (ProcessKey number = 2; number <= 30; ++number) {
        CHECK(answered.tree->start(what, key_of(number, Stage::none, 0), &started).ok());
        roomy += fcntl(fd_of(started.output), F_GETPIPE_SZ) == 256 * 1024;
    }
    if (roomy == 0) SKIP("this user may not have big pipes");
    CHECK_EQUAL(20, roomy);
}

TEST(who_listens_may_not_ask, "the thread that tells him would wait for itself") {
    const Answered answered;
    CHECK(answered);
    std::string all;
    answered.recorder->on_end = [&](ProcessKey) {
        ProcessStart what;
        what.arguments = {"x"};
        StartedProcess started;
        TreeStatistics statistics;
        std::vector<ProcessRow> rows;
        std::unique_ptr<ProcessTree> other;
        ProcessTree& tree = *answered.tree;
        TreeLimits limits;
        limits.memory_bytes = 1;
        for (const SpawnOutcome& one :
             {tree.start(what, 1, &started), tree.signal(1, ControlSignal::ctrl_c), tree.signal(1, 9), tree.kill(1), tree.pause(),
              tree.resume(), tree.measure(&statistics), tree.list(&rows), tree.terminate(),
              answered.spawner->open_tree(answered.recorder, &other), answered.spawner->change_mapping(tree, {})})
            all += told(one) + "\n";
        all += text_of(tree.limit(limits));
    };
    ProcessEnd end;
    CHECK(answered.tree->signal(kEnds, 1).ok() && answered.recorder->wait_for_end(kEnds, &end));
    std::string expected;
    for (int times = 0; times < 11; ++times)
        expected += words(SpawnReason::wrong_thread, 0, "a request from the thread that reports to listeners") + "\n";
    CHECK(same(expected + "- - - - ", all));
    CHECK(same(row(Ask::signal_one, kEnds, 1), answered.asked()));
}

TEST(a_fork_of_the_client_opens_no_tree, "nobody would listen to it") {
    const Answered answered;
    CHECK(answered);
    const pid_t child = fork();
    if (child == 0) {
        std::unique_ptr<ProcessTree> tree;
        const std::string text = told(answered.spawner->open_tree(std::make_shared<Recorder>(), &tree));
        _exit(same(words(SpawnReason::tree_gone, 0, "the host is shut down"), text) ? 0 : 1);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK_EQUAL(0, status);
    std::unique_ptr<ProcessTree> tree;
    answered.spawner->shutdown();
    CHECK(same(words(SpawnReason::tree_gone, 0, "the host is shut down"), told(answered.spawner->open_tree(answered.recorder, &tree))));
}

/* A file with the head of a program, so many parts, and the kind of each of them. */
static void write_program(const std::string& path, const std::vector<unsigned>& kinds, unsigned counted, std::size_t cut = 0) {
    ElfW(Ehdr) head{};
    const std::string gap(24, 'x');
    head.e_phoff = sizeof head + gap.size();
    head.e_phnum = static_cast<decltype(head.e_phnum)>(counted);
    std::string text(reinterpret_cast<const char*>(&head), sizeof head);
    text += gap;
    for (const unsigned kind : kinds) {
        ElfW(Phdr) part{};
        part.p_type = kind;
        text.append(reinterpret_cast<const char*>(&part), sizeof part);
    }
    std::ofstream(path) << text.substr(0, text.size() - cut);
}

TEST(layers_need_a_reaper_that_needs_no_library, "the machine's C library is hidden there, and a reaper that cannot start says nothing") {
    char folder[] = "/tmp/hcsffi-loader-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr);
    const std::string program = std::string(folder) + "/reaper";
    const auto refusal = [&](const std::string& view) {
        Enclosure enclosure;
        enclosure.view = view;
        std::size_t culprit = 9;
        const SpawnOutcome outcome = make_spawner(program)->check_enclosure(enclosure, &culprit);
        return culprit == 0 ? told(outcome) : "another culprit";
    };
    const std::string needs = words(SpawnReason::not_supported, 0,
                                    "the reaper needs the machine's C library, which layers hide: build hcsffi where a static one can be "
                                    "linked, or install a wheel");
    CHECK(same(needs, refusal(folder))); /* there is none */
    const struct {
        std::vector<unsigned> kinds;
        unsigned counted;
        std::size_t cut;
        bool needs;
    } rows[] = {{{PT_LOAD}, 1, 0, false},
                {{}, 0, 0, false},
                {{PT_LOAD, PT_LOAD, PT_DYNAMIC}, 3, 0, false},
                {{PT_INTERP}, 1, 0, true},
                {{PT_INTERP, PT_LOAD}, 2, 0, true},
                {{PT_LOAD, PT_LOAD, PT_INTERP}, 3, 0, true},
                {{PT_LOAD, PT_LOAD, PT_INTERP}, 2, 0, false},
                {{PT_LOAD, PT_LOAD}, 2, 1, true},
                {{PT_LOAD, PT_LOAD}, 3, 0, true}};
    bool as_said = true;
    for (const auto& one : rows) {
        write_program(program, one.kinds, one.counted, one.cut);
        as_said = same(one.needs ? needs : kFine, refusal(folder)) && same(kFine, refusal("")) && as_said;
    }
    std::ofstream(program) << "#!/bin/sh\n";
    as_said = same(needs, refusal(folder)) && same(kFine, refusal("")) && as_said;
    fs::remove_all(folder);
    CHECK(as_said);
}

/* A console whose terminal does not show what is typed. */
struct Console {
    std::unique_ptr<Spawner> spawner = make_spawner(own_path());
    UniqueFd console{posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)}, terminal;
    termios settings{};

    Console() {
        if (grantpt(fd_of(console)) != 0 || unlockpt(fd_of(console)) != 0) abort();
        terminal = UniqueFd(open(ptsname(fd_of(console)), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
        if (tcgetattr(fd_of(terminal), &settings) != 0) abort();
        settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        use(settings);
    }
    void use(const termios& wanted) const {
        if (tcsetattr(fd_of(terminal), TCSANOW, &wanted) != 0) abort();
    }
    bool type(const std::string& text) const {
        return write(fd_of(console), text.data(), text.size()) == static_cast<ssize_t>(text.size());
    }
    /* What a program reads at once; the kernel hands it over in a thread of its own. */
    std::string heard() const {
        char text[100];
        ssize_t got = -1;
        while ((got = read(fd_of(terminal), text, sizeof text)) < 0) poll(nullptr, 0, 1);
        return {text, static_cast<std::size_t>(got)};
    }
    std::string ended() const { return told(spawner->end_console_input(console)); }
};

TEST(a_console_takes_a_size, "a program draws into as much as it was told") {
    const Console one;
    const std::string none = words(SpawnReason::process_gone, 0, "the process has no console");
    CHECK(same(none, told(one.spawner->resize_console(UniqueFd(), {1, 1}))));
    CHECK(same(none, told(one.spawner->end_console_input(UniqueFd()))));
    const UniqueFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    CHECK(same(words(SpawnReason::broken, ENOTTY, std::string("resizing the console: ") + strerror(ENOTTY)),
               told(one.spawner->resize_console(nothing, {1, 1}))));
    CHECK(same(words(SpawnReason::broken, ENOTTY, std::string("reading the settings of the console: ") + strerror(ENOTTY)),
               told(one.spawner->end_console_input(nothing))));
    const std::string neither = words(SpawnReason::bad_argument, EINVAL, "a console needs rows and columns");
    for (const ConsoleSize size : {ConsoleSize{0, 1}, ConsoleSize{1, 0}, ConsoleSize{0, 0}})
        CHECK(same(neither, told(one.spawner->resize_console(one.console, size))));
    for (const ConsoleSize size : {ConsoleSize{1, 1}, ConsoleSize{33, 99}}) {
        CHECK(same(kFine, told(one.spawner->resize_console(one.console, size))));
        winsize seen{};
        CHECK(ioctl(fd_of(one.terminal), TIOCGWINSZ, &seen) == 0 && seen.ws_row == size.rows && seen.ws_col == size.columns);
    }
}

TEST(an_end_of_input_is_typed_and_nothing_more, "a letter more would be the next program's") {
    const Console one;
    write_error = EIO;
    const std::string refused = one.ended();
    write_error = 0;
    CHECK(same(words(SpawnReason::broken, EIO, std::string("ending the input of the console: ") + strerror(EIO)), refused));
    CHECK(one.type("begun") && same(kFine, one.ended()) && one.type("more\n"));
    CHECK(same("begun", one.heard()));
    CHECK(same("", one.heard()));
    CHECK(same("more\n", one.heard()));
    termios without_end = one.settings, raw = one.settings;
    without_end.c_cc[VEOF] = _POSIX_VDISABLE;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON);
    for (const termios& settings : {without_end, raw}) { /* nothing is typed where it would be no end */
        one.use(settings);
        CHECK(same(kFine, one.ended()) && one.type("x\n"));
        std::string all;
        while (all.size() < 2) all += one.heard();
        CHECK(same("x\n", all));
    }
    one.use(one.settings);
    CHECK(fcntl(fd_of(one.console), F_SETFL, O_NONBLOCK) == 0);
    pollfd writable{fd_of(one.console), POLLOUT, 0};
    while (poll(&writable, 1, 50) == 1 && (writable.revents & POLLOUT) != 0) (void)one.type("a line that nobody reads\n");
    CHECK(same(words(SpawnReason::exhausted, EAGAIN, "the console takes no more input now"), one.ended()));
}

TEST(variables_and_the_machine_are_told_as_they_are, "a client's program is started with the first, and its memory is shown") {
    char one[] = "ONE=1", empty[] = "EMPTY=", nested[] = "NESTED=a=b", junk[] = "JUNK", nameless[] = "=C:=x";
    char* all[] = {one, empty, junk, nested, nameless, nullptr};
    char** const before = environ;
    environ = all;
    const Environment told_all = client_environment();
    environ = nullptr;
    const Environment told_none = client_environment();
    environ = before;
    CHECK((told_all == Environment{{"ONE", "1"}, {"EMPTY", ""}, {"NESTED", "a=b"}, {"", "C:=x"}}) && told_none.empty());
    CHECK(variable_before("A", "a") && !variable_before("a", "A") && !variable_before("A", "A") && variable_before("A", "B"));
    tells_pages = true;
    const struct {
        long pages, size;
        std::uint64_t total, available;
    } rows[] = {{2, 4096, 8192, 4096}, {1, 4096, 4096, 0}, {2, 1, 2, 1}, {0, 4096, 0, 0}, {-1, 4096, 0, 0}, {2, -1, 0, 0}, {-2, -2, 0, 0}};
    bool as_told = true;
    for (const auto& row : rows) {
        pages = row.pages;
        page_size = row.size;
        const SystemMemory memory = system_memory();
        as_told = as_told && memory.total_bytes == row.total && memory.available_bytes == row.available;
    }
    tells_pages = false;
    CHECK(as_told);
    fixed_time = {12, 345'678'999};
    const std::int64_t now = now_unix_100ns();
    fixed_time = {};
    CHECK_EQUAL(123'456'789, now);
}
