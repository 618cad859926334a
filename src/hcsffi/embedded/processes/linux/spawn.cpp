#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/utsname.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <mutex>
#include <system_error>

#include "ground/linux/hundred_ns.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/guard_of_all.h"
#include "processes/linux/limit.h"
#include "processes/linux/mapping_change.h"
#include "processes/linux/program.h"
#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

using reaper::Ask;
using reaper::Report;
using reaper::Stage;

SpawnReason reason_of(int error) {
    switch (error) {
        case 0: return SpawnReason::none;
        case EAGAIN:
        case ENOMEM:
        case EMFILE:
        case ENFILE:
        case ENOSPC: return SpawnReason::exhausted;
        case ESRCH: return SpawnReason::process_gone;
        case EINVAL:
        case E2BIG: return SpawnReason::bad_argument;
        default: return SpawnReason::broken;
    }
}

SpawnReason reason_of_program(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
        case ELOOP: return SpawnReason::not_found;
        case EACCES:
        case EPERM:
        case EISDIR:
        case ETXTBSY: return SpawnReason::not_executable;
        case ENOEXEC:
        case ELIBBAD: return SpawnReason::bad_format;
        default: return reason_of(error);
    }
}

// Whether a program is linked to libraries: it names who loads them.
bool needs_a_loader(const std::string& path) {
    const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    ElfW(Ehdr) head{};
    if (!file || pread(fd_of(file), &head, sizeof head, 0) != static_cast<ssize_t>(sizeof head)) return true;
    for (unsigned at = 0; at < head.e_phnum; ++at) {
        ElfW(Phdr) part{};
        const auto place = static_cast<off_t>(head.e_phoff + at * sizeof part);
        if (pread(fd_of(file), &part, sizeof part, place) != static_cast<ssize_t>(sizeof part) || part.p_type == PT_INTERP) return true;
    }
    return false;
}

SpawnOutcome start_failed(const Report& report, const ProcessStart& what) {
    const std::string program = "\"" + (what.program.empty() ? what.arguments[0] : what.program) + "\"";
    const auto because = [&report](SpawnReason otherwise, const std::string& text) {
        SpawnOutcome outcome = failed(text, report.error);
        if (outcome.reason != SpawnReason::exhausted) outcome.reason = otherwise;
        return outcome;
    };
    switch (report.stage) {
        case Stage::paused: return {SpawnReason::paused, report.error, "the processes of this system are paused"};
        case Stage::key: return {SpawnReason::bad_argument, report.error, "a process with this key is running"};
        case Stage::directory: return because(SpawnReason::bad_directory, "entering \"" + what.working_directory + "\"");
        case Stage::user:
            return because(report.error == EPERM ? SpawnReason::not_permitted : SpawnReason::bad_user,
                           "becoming user \"" + what.user + "\"");
        case Stage::interpreter: return because(SpawnReason::not_found, "executing " + program + ", whose interpreter does not exist");
        case Stage::program: return because(reason_of_program(report.error), "executing " + program);
        case Stage::terminal: return because(SpawnReason::broken, "taking the pseudo-terminal");
        case Stage::none:
        case Stage::fork:
        case Stage::plan:
        case Stage::streams: break;
    }
    return failed("starting a process", report.error);
}

// Since 5.14 the kernel counts a user's processes in each user namespace by themselves; before, one limit was for all he has.
bool counts_by_namespace() {
    utsname about{};
    int major = 0, minor = 0;
    return uname(&about) == 0 && sscanf(about.release, "%d.%d", &major, &minor) == 2 && (major > 5 || (major == 5 && minor >= 14));
}

// What can be done for limits that no group holds. Root's processes are never counted, and parts of a processor cannot be left.
LimitsHeld substitutes_for(const TreeLimits& limits, bool enclosed) {
    LimitsHeld held;
    const auto whole = static_cast<std::uint64_t>(std::min(limits.processors, 1e9));
    if (limits.memory_bytes != 0) held.memory = "watch";
    if (whole != 0 && static_cast<double>(whole) == limits.processors) held.processors = "affinity";
    if (limits.processes != 0 && enclosed && getuid() != 0 && counts_by_namespace()) held.processes = "rlimit";
    return held;
}

class PosixTree final : public ProcessTree {
  public:
    PosixTree(std::shared_ptr<Reactor> reactor, std::shared_ptr<TreeChannel> channel, std::shared_ptr<PipeRoom> room, bool enclosed = false,
              std::string view = {})
        : reactor_(std::move(reactor)), channel_(std::move(channel)), room_(std::move(room)), enclosed_(enclosed), view_(std::move(view)) {}
    ~PosixTree() override { channel_->abandon(); }
    PosixTree(const PosixTree&) = delete;
    PosixTree& operator=(const PosixTree&) = delete;

    SpawnOutcome start(const ProcessStart& what, ProcessKey key, StartedProcess* started) override {
        if (reactor_->is_this_thread()) return wrong_thread();
        UniqueFd plan;
        Streams streams;
        if (SpawnOutcome outcome = write_plan(what, view_, &plan); !outcome.ok()) return outcome;
        std::shared_ptr<void> room = PipeRoom::take(room_);
        if (SpawnOutcome outcome = make_streams(what, room != nullptr, &streams); !outcome.ok()) return outcome;
        if (room) channel_->keep_until_end(key, std::move(room));
        Report report{};
        SpawnOutcome outcome = channel_->ask(
            Ask::start, key, 0, {fd_of(plan), fd_of(streams.theirs[0]), fd_of(streams.theirs[1]), fd_of(streams.theirs[2])}, &report);
        if (!outcome.ok() || report.error != 0) {
            if (report.stage != Stage::key) channel_->forget(key);
            return outcome.ok() ? start_failed(report, what) : outcome;
        }
        streams.started.id = static_cast<std::uint32_t>(report.pid);
        *started = std::move(streams.started);
        return {};
    }

    SpawnOutcome signal(ProcessKey key, ControlSignal signal) override {
        switch (signal) {
            case ControlSignal::ctrl_c: return request(Ask::signal_group, key, SIGINT);
            case ControlSignal::ctrl_break: return request(Ask::signal_group, key, SIGQUIT);
            case ControlSignal::ctrl_close:
            case ControlSignal::ctrl_log_off: return request(Ask::signal_group, key, SIGHUP);
            case ControlSignal::ctrl_shutdown: return request(Ask::signal_group, key, SIGTERM);
        }
        return {SpawnReason::bad_argument, EINVAL, "no such signal"};
    }

    SpawnOutcome signal(ProcessKey key, int number) override {
        if (number < 1 || number >= NSIG) return {SpawnReason::bad_argument, EINVAL, "there is no signal " + std::to_string(number)};
        return request(Ask::signal_one, key, number);
    }

    SpawnOutcome kill(ProcessKey key) override { return request(Ask::signal_one, key, SIGKILL); }
    SpawnOutcome pause() override { return request(Ask::pause); }
    SpawnOutcome resume() override { return request(Ask::resume); }

    SpawnOutcome measure(TreeStatistics* statistics) override {
        reaper::Measured measured{};
        Report report{};
        UniqueFd file;
        if (SpawnOutcome outcome = figures(Ask::measure, &file, &report); !outcome.ok()) return outcome;
        if (pread(fd_of(file), &measured, sizeof measured, 0) != static_cast<ssize_t>(sizeof measured))
            return failed("reading figures", EIO);
        *statistics = {measured.user_100ns,    measured.kernel_100ns,
                       measured.commit_bytes,  measured.commit_peak_bytes,
                       measured.private_bytes, measured.read_count,
                       measured.read_bytes,    measured.write_count,
                       measured.write_bytes,   static_cast<std::uint32_t>(measured.process_count)};
        if (const auto groups = channel_->limit_groups()) groups->measure(statistics);
        return {};
    }

    SpawnOutcome list(std::vector<ProcessRow>* processes) override {
        Report report{};
        UniqueFd file;
        if (SpawnOutcome outcome = figures(Ask::list, &file, &report); !outcome.ok()) return outcome;
        std::vector<reaper::Row> rows(static_cast<std::size_t>(report.rows));
        const std::size_t length = rows.size() * sizeof(reaper::Row);
        if (pread(fd_of(file), rows.data(), length, 0) != static_cast<ssize_t>(length)) return failed("reading figures", EIO);
        processes->clear();
        for (const reaper::Row& row : rows)
            processes->push_back({row.pid, printable(row.name), row.created_unix_100ns, row.user_100ns, row.kernel_100ns, row.commit_bytes,
                                  row.private_bytes, row.shared_bytes});
        return {};
    }

    LimitsHeld limit(const TreeLimits& limits) override {
        const auto groups = channel_->limit_groups();
        LimitsHeld held = groups ? groups->set(limits) : LimitsHeld{};
        if (reactor_->is_this_thread()) return held;
        const LimitsHeld otherwise = substitutes_for(limits, enclosed_);
        const auto stand_in = [this](const char** by, const char* otherwise, Ask what, std::uint64_t number) {
            const bool needed = *by == nullptr && otherwise != nullptr;
            if (channel_->stand_in_for_group(what, needed ? number : 0)) *by = otherwise;
        };
        stand_in(&held.memory, otherwise.memory, Ask::limit_memory, limits.memory_bytes);
        stand_in(&held.processors, otherwise.processors, Ask::limit_processors, static_cast<std::uint64_t>(limits.processors));
        stand_in(&held.processes, otherwise.processes, Ask::limit_processes, limits.processes);
        return held;
    }

    SpawnOutcome terminate() override { return reactor_->is_this_thread() ? wrong_thread() : channel_->terminate(); }
    Ending ending() const override { return channel_->ending(); }
    std::uint32_t first_process() const override { return channel_->first_process(); }
    std::uint32_t antechamber() const override { return channel_->antechamber(); }

  private:
    static SpawnOutcome wrong_thread() { return {SpawnReason::wrong_thread, 0, "a request from the thread that reports to listeners"}; }

    // The kernel cuts names at 15 bytes, within a character if need be, and takes any bytes: what is not ASCII is shown as '?'.
    static std::string printable(const char* name) {
        std::string text = name;
        for (char& one : text)
            if (one < ' ' || one > '~') one = '?';
        return text;
    }

    SpawnOutcome request(Ask what, ProcessKey key = 0, int number = 0) {
        if (reactor_->is_this_thread()) return wrong_thread();
        Report report{};
        if (SpawnOutcome outcome = channel_->ask(what, key, number, {}, &report); !outcome.ok()) return outcome;
        if (report.error == ESRCH) return {SpawnReason::process_gone, ESRCH, "the process has ended"};
        if (report.error == 0) return {};
        SpawnOutcome outcome = failed(what == Ask::pause ? "stopping all processes" : "signalling a process", report.error);
        if (report.error == EPERM) outcome.reason = SpawnReason::not_permitted;  // of a program that has become another user
        return outcome;
    }

    SpawnOutcome figures(Ask what, UniqueFd* file, Report* report) {
        if (reactor_->is_this_thread()) return wrong_thread();
        *file = memory_file("hcsffi-figures");
        if (!*file) return failed("making a memory file", errno);
        if (SpawnOutcome outcome = channel_->ask(what, 0, 0, {fd_of(*file)}, report); !outcome.ok()) return outcome;
        return report->error == 0 ? SpawnOutcome{} : failed("measuring processes", report->error);
    }

    const std::shared_ptr<Reactor> reactor_;
    const std::shared_ptr<TreeChannel> channel_;
    const std::shared_ptr<PipeRoom> room_;
    const bool enclosed_;
    const std::string view_;  // as in Enclosure
};

class PosixSpawner final : public Spawner {
  public:
    explicit PosixSpawner(std::string reaper_path)
        : reaper_path_(reaper_path.empty() ? reaper_beside_this_library() : std::move(reaper_path)),
          reactor_(std::make_shared<Reactor>()) {}
    ~PosixSpawner() override { reactor_->shutdown(); }
    PosixSpawner(const PosixSpawner&) = delete;
    PosixSpawner& operator=(const PosixSpawner&) = delete;

    using Spawner::open_tree;
    SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, const TreeLimits& limits, std::unique_ptr<ProcessTree>* tree) override {
        if (reactor_->is_this_thread()) return {SpawnReason::wrong_thread, 0, "a request from the thread that reports to listeners"};
        const auto channel = std::make_shared<TreeChannel>(std::move(listener));
        auto opened = std::make_unique<PosixTree>(reactor_, channel, room_);  // whatever comes now, it lets go of the tree
        ReaperProcess process;
        process.limits = groups_for(limits);
        if (process.limits && process.limits->has_unified()) {
            process.ending = process.limits->ending();
        } else if (const std::string folder = folder_of_groups(&process.ending); !folder.empty()) {
            process.group = group_beside(folder);
        }
        if (SpawnOutcome outcome = start_plain(&process); !outcome.ok()) return outcome;
        if (SpawnOutcome outcome = bring_up(channel, std::move(process)); !outcome.ok()) return outcome;
        (void)opened->limit(limits);
        *tree = std::move(opened);
        return {};
    }

    SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener> listener, const Enclosure& enclosure,
                                    std::unique_ptr<ProcessTree>* tree) override {
        const IsolationEngine engine = isolation_engine();
        if (!engine.works) return {SpawnReason::not_supported, engine.system_code, engine.problem};
        return open_with(engine, listener, enclosure, tree);
    }

    SpawnOutcome change_mapping(ProcessTree& tree, const MappingChange& change) override {
        if (reactor_->is_this_thread()) return {SpawnReason::wrong_thread, 0, "a request from the thread that reports to listeners"};
        return hcsffi::change_mapping(*this, tree, change);
    }

    bool offers_isolation() const override { return true; }
    std::vector<ProgramFound> programs() const override { return programs_of_machine(); }

    IsolationEngine isolation_engine() override {
        const std::scoped_lock lock(engine_mutex_);
        if (!engine_is_known_) engine_ = tried(bubblewrap::find(), &engine_is_known_);
        return engine_;
    }

    SpawnOutcome check_enclosure(const Enclosure& enclosure, std::size_t* culprit) override {
        *culprit = enclosure.mappings.size();
        if (!enclosure.view.empty() && needs_a_loader(reaper_path_))
            return {
                SpawnReason::not_supported, 0,
                "the reaper needs the machine's C library, which layers hide: build hcsffi where a static one can be linked, or install "
                "a wheel"};
        std::vector<std::string> arguments;
        return bubblewrap::plan_root(enclosure, &arguments, culprit);
    }

    SpawnOutcome resize_console(const UniqueFd& console, ConsoleSize size) override {
        if (!console) return no_console();
        if (size.rows == 0 || size.columns == 0) return {SpawnReason::bad_argument, EINVAL, "a console needs rows and columns"};
        winsize wanted{};
        wanted.ws_row = size.rows;
        wanted.ws_col = size.columns;
        return ioctl(fd_of(console), TIOCSWINSZ, &wanted) == 0 ? SpawnOutcome{} : failed("resizing the console", errno);
    }

    SpawnOutcome end_console_input(const UniqueFd& console) override {
        if (!console) return no_console();
        termios settings{};
        if (tcgetattr(fd_of(console), &settings) != 0) return failed("reading the settings of the console", errno);
        if ((settings.c_lflag & ICANON) == 0 || settings.c_cc[VEOF] == _POSIX_VDISABLE) return {};
        // The client may have made this blocking or not: ask first, and never wait for a process that does not read.
        const char ends[2] = {static_cast<char>(settings.c_cc[VEOF]), static_cast<char>(settings.c_cc[VEOF])};
        if (!becomes_writable(fd_of(console), 0)) return {SpawnReason::exhausted, EAGAIN, "the console takes no more input now"};
        return write(fd_of(console), ends, sizeof ends) == -1 ? failed("ending the input of the console", errno) : SpawnOutcome{};
    }

    SpawnCounters counters() const override {
        SpawnCounters counters = reactor_->counters();
        counters.descriptors += guard_.descriptors();
        return counters;
    }
    LimitsHeld would_hold(const TreeLimits& limits, bool enclosed) override {
        LimitsHeld held = groups_wanted_ ? LimitGroups::would_hold(limits) : LimitsHeld{};
        const LimitsHeld otherwise = substitutes_for(limits, enclosed);
        if (held.memory == nullptr) held.memory = otherwise.memory;
        if (held.processors == nullptr) held.processors = otherwise.processors;
        if (held.processes == nullptr) held.processes = otherwise.processes;
        return held;
    }
    void use_control_groups(bool wanted) override { groups_wanted_ = wanted; }
    void shutdown() override { reactor_->shutdown(); }

  private:
    SpawnOutcome start_plain(ReaperProcess* process) {
        SpawnOutcome outcome;
        if (process->limits || !guard_.start(reaper_path_, process, &outcome)) return start_reaper(reaper_path_, process);
        return outcome;
    }

    // Listens to a reaper and waits for its first word. Whoever owns the channel lets go of it when this fails.
    SpawnOutcome bring_up(const std::shared_ptr<TreeChannel>& channel, ReaperProcess process) {
        constexpr int kPressEveryMs = 1000;
        channel->adopt(std::move(process));
        if (SpawnOutcome outcome = listen_to(channel); !outcome.ok()) {
            channel->abandon();
            while (!channel->advance()) {
                (void)becomes_readable(channel->awaited(), kPressEveryMs);
                (void)channel->press();  // the reactor does so with those it listens to
            }
            return outcome;
        }
        return channel->wait_until_ready();
    }

    // The engine copies the machine's mounts one by one, and ends when one of them has gone meanwhile, as layers of another container or a
    // disk do: then the root is planned and made once more.
    SpawnOutcome open_with(const IsolationEngine& engine, const std::weak_ptr<TreeListener>& listener, const Enclosure& enclosure,
                           std::unique_ptr<ProcessTree>* tree) {
        constexpr int kTurns = 5;
        const auto may_be_gone = [](const SpawnOutcome& outcome) {
            return outcome.reason == SpawnReason::no_reaper && (outcome.system_code == ENOENT || outcome.system_code == EINVAL);
        };
        SpawnOutcome outcome = open_once(engine, listener, enclosure, tree);
        for (int turn = 1; turn < kTurns && may_be_gone(outcome); ++turn) outcome = open_once(engine, listener, enclosure, tree);
        return outcome;
    }

    SpawnOutcome open_once(const IsolationEngine& engine, const std::weak_ptr<TreeListener>& listener, const Enclosure& enclosure,
                           std::unique_ptr<ProcessTree>* tree) {
        if (reactor_->is_this_thread()) return {SpawnReason::wrong_thread, 0, "a request from the thread that reports to listeners"};
        EngineWords words{{}, enclosure.host_name, enclosure.network, {}};
        if (engine.changes && enclosure.network.kind != NetworkKind::holder)
            words.antechamber = antechamber::words(enclosure.network.kind == NetworkKind::held);
        words.arguments = bubblewrap::arguments(enclosure, !words.antechamber.empty());
        std::size_t culprit{};
        if (SpawnOutcome outcome = bubblewrap::plan_root(enclosure, &words.arguments, &culprit); !outcome.ok()) return outcome;
        const auto channel = std::make_shared<TreeChannel>(listener);
        auto opened =
            std::make_unique<PosixTree>(reactor_, channel, room_, true, enclosure.view);  // whatever comes now, it lets go of the tree
        ReaperProcess process;
        process.ending.means = EndingMeans::pid_namespace;
        process.limits = groups_for(enclosure.limits);
        if (SpawnOutcome outcome = start_enclosed_reaper(reaper_path_, engine.program, words, images_, &process); !outcome.ok())
            return outcome;
        if (SpawnOutcome outcome = bring_up(channel, std::move(process)); !outcome.ok()) return outcome;
        (void)opened->limit(enclosure.limits);
        *tree = std::move(opened);
        return {};
    }

    SpawnOutcome try_out(const IsolationEngine& engine) {
        std::unique_ptr<ProcessTree> tree;
        const SpawnOutcome outcome = open_with(engine, std::weak_ptr<TreeListener>(), Enclosure{}, &tree);
        return outcome.ok() ? tree->terminate() : outcome;
    }

    // Whether it works shows when it is used.
    IsolationEngine tried(IsolationEngine engine, bool* known) {
        *known = true;
        if (!engine.problem.empty()) return engine;
        engine.changes = !antechamber::words(false).empty();
        SpawnOutcome outcome = try_out(engine);
        if (!outcome.ok() && outcome.reason != SpawnReason::exhausted &&
            engine.changes) {  // a machine may let the engine do what it lets no other program do
            engine.changes = false;
            outcome = try_out(engine);
        }
        engine.works = outcome.ok();
        engine.layers = engine.works && !needs_a_loader(reaper_path_);
        *known = outcome.reason != SpawnReason::exhausted;  // else it is tried again
        if (engine.works) return engine;
        engine.problem = outcome.text;
        engine.system_code = outcome.system_code;
        engine.remedy = bubblewrap::remedy_for(outcome, engine.program);
        return engine;
    }

    std::shared_ptr<LimitGroups> groups_for(const TreeLimits& limits) const {
        return groups_wanted_ && limits.any() ? LimitGroups::make(limits) : nullptr;
    }

    // What killed clients have left is ended before the first tree of this one is opened.
    std::string folder_of_groups(Ending* ending) {
        if (!groups_wanted_) {
            ending->problem = "the configuration wants no control groups";
            return {};
        }
        std::call_once(groups_sought_, [this] {
            groups_folder_ = groups_folder(&with_groups_);
            if (!groups_folder_.empty()) sweep_groups(groups_folder_);
        });
        *ending = with_groups_;
        return groups_folder_;
    }

    SpawnOutcome listen_to(const std::shared_ptr<TreeChannel>& channel) {
        try {
            return reactor_->add(channel);
        } catch (const std::bad_alloc&) {
            return {SpawnReason::exhausted, ENOMEM, {}};
        }
    }

    static SpawnOutcome no_console() { return {SpawnReason::process_gone, 0, "the process has no console"}; }

    const std::string reaper_path_;
    CommonImage images_;
    GuardOfAll guard_;
    std::atomic<bool> groups_wanted_{true};
    std::once_flag groups_sought_;
    std::string groups_folder_;  // written once, under groups_sought_
    Ending with_groups_;  // the same
    std::mutex engine_mutex_;
    IsolationEngine engine_;  // guarded by engine_mutex_
    bool engine_is_known_ = false;  // guarded by engine_mutex_
    const std::shared_ptr<Reactor> reactor_;
    const std::shared_ptr<PipeRoom> room_ = std::make_shared<PipeRoom>();
};

}  // namespace

SpawnOutcome failed(const std::string& what, int error) {
    return {reason_of(error), error, what + ": " + std::generic_category().message(error)};
}

std::unique_ptr<Spawner> make_spawner(std::string reaper_path) { return std::make_unique<PosixSpawner>(std::move(reaper_path)); }

Environment client_environment() {
    std::vector<std::pair<std::string, std::string>> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const size_t equals = text.find('=');
        if (equals != std::string_view::npos) variables.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    }
    return variables;
}

bool variable_before(std::string_view left, std::string_view right) { return left < right; }

SystemMemory system_memory() {
    const auto of_pages = [page = sysconf(_SC_PAGESIZE)](long pages) {
        return static_cast<std::uint64_t>(std::max(pages, 0L)) * static_cast<std::uint64_t>(std::max(page, 0L));
    };
    return {of_pages(sysconf(_SC_PHYS_PAGES)), of_pages(sysconf(_SC_AVPHYS_PAGES))};
}

std::int64_t now_unix_100ns() { return clock_100ns(CLOCK_REALTIME); }

}  // namespace hcsffi
