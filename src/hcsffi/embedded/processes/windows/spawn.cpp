#ifdef _WIN32
#include <algorithm>
#include <cassert>
#include <cstdio>
#include <set>

#include "ground/lock_order.h"
#include "processes/windows/tree.h"

namespace hcsffi {

namespace {

SpawnOutcome tree_gone() { return refusal(SpawnReason::tree_gone, "the tree has been terminated"); }
SpawnOutcome wrong_thread() { return refusal(SpawnReason::wrong_thread, "a listener call cannot make a request"); }
SpawnOutcome process_gone(ProcessKey key) {
    return refusal(SpawnReason::process_gone, "no process with key " + std::to_string(key) + " runs");
}

// Consoles by the handle that stands for each in StartedProcess::console.
class ConsoleTable {
  public:
    void add(const UniqueFd& stand_in, const std::shared_ptr<PseudoConsole>& console) {
        const std::scoped_lock lock(mutex_);
        for (auto row = rows_.begin(); row != rows_.end();) row = row->second.expired() ? rows_.erase(row) : std::next(row);
        rows_[stand_in.get()] = console;
    }
    std::shared_ptr<PseudoConsole> find(const UniqueFd& stand_in) {
        const std::scoped_lock lock(mutex_);
        const auto row = rows_.find(stand_in.get());
        return row == rows_.end() ? nullptr : row->second.lock();
    }

  private:
    std::mutex mutex_;
    std::map<NativeDescriptor, std::weak_ptr<PseudoConsole>> rows_;  // guarded by mutex_
};

struct Running {
    UniqueFd process;
    DWORD id = 0;
    HANDLE wait = nullptr;
    std::shared_ptr<PseudoConsole> console;
    bool announced = false;  // its start has succeeded, so its end is told
    bool killed = false;
};

// Owned by the tree's owner and by each exit that is still to come; its end closes the job.
class TreeState : public std::enable_shared_from_this<TreeState> {
  public:
    TreeState(std::weak_ptr<TreeListener> listener, std::shared_ptr<Reactor> reactor, std::shared_ptr<ConsoleTable> consoles)
        : listener_(std::move(listener)), reactor_(std::move(reactor)), consoles_(std::move(consoles)) {}

    SpawnOutcome open() { return job_.open(); }
    SpawnOutcome start(const ProcessStart& what, ProcessKey key, StartedProcess* started);
    SpawnOutcome signal(ProcessKey key, DWORD control_event);
    SpawnOutcome kill(ProcessKey key);
    SpawnOutcome pause();
    SpawnOutcome resume();
    SpawnOutcome measure(TreeStatistics* statistics);
    SpawnOutcome list(std::vector<ProcessRow>* processes);
    SpawnOutcome terminate();
    void abandon();  // kills all and does not wait

  private:
    struct Sums {
        std::uint64_t user = 0, kernel = 0;
    };
    // Holds a place among the starts that pause and terminate wait for.
    class Starting {
      public:
        explicit Starting(TreeState* tree) : tree_(tree) {}
        Starting(const Starting&) = delete;
        Starting& operator=(const Starting&) = delete;
        ~Starting() {
            const std::scoped_lock lock(tree_->mutex_);
            assert(tree_->starting_ > 0);
            --tree_->starting_;
            tree_->changed_.notify_all();
        }

      private:
        TreeState* tree_;
    };

    // Every request begins with it: a listener must not make one, nor whoever holds a lock that a listener takes.
    bool is_listening() const {
        assert(holds_no_lock());
        return reactor_->is_current();
    }
    SpawnOutcome enter_start();
    SpawnOutcome launch(const ProcessStart& what, StartedProcess* started, Running* running, UniqueFd* thread);
    SpawnOutcome watch(ProcessKey key, Running running, const UniqueFd& thread);
    static void CALLBACK exited(void* context, BOOLEAN timed_out);
    void finish(ProcessKey key);
    void count_times(const std::vector<ProcessRow>& living, TreeStatistics* statistics);

    const std::weak_ptr<TreeListener> listener_;
    const std::shared_ptr<Reactor> reactor_;
    const std::shared_ptr<ConsoleTable> consoles_;
    Job job_;
    std::mutex pausing_;  // one pause or resume at a time; taken before mutex_
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<ProcessKey, Running> running_;  // guarded by mutex_
    int starting_ = 0;                       // guarded by mutex_
    bool paused_ = false;                    // guarded by mutex_
    bool gone_ = false;                      // guarded by mutex_
    std::vector<UniqueFd> suspended_;        // guarded by pausing_
    std::uint64_t commit_peak_ = 0;          // guarded by mutex_
    std::map<std::pair<DWORD, std::int64_t>, Sums> seen_;  // guarded by mutex_; processes met while measuring, by id and creation
};

struct ExitWait {
    std::shared_ptr<TreeState> tree;
    ProcessKey key;
};

SpawnOutcome open_streams(const ProcessStart& what, StartedProcess* started, LaunchStreams* streams) {
    PipeEnds input, output, error;
    UniqueFd nothing;
    if (what.input || what.console) {
        if (SpawnOutcome made = open_pipe(PipeDirection::into_process, &input); !made.ok()) return made;
        if (SpawnOutcome copied = duplicate_handle(input.ours, &started->kept_input); !copied.ok()) return copied;
    } else if (SpawnOutcome made = open_null_device(&input.theirs); !made.ok()) {
        return made;
    }
    if (what.output || what.console) {
        if (SpawnOutcome made = open_pipe(PipeDirection::out_of_process, &output); !made.ok()) return made;
    } else if (SpawnOutcome made = open_null_device(&output.theirs); !made.ok()) {
        return made;
    }
    if (what.error && !what.console) {
        if (SpawnOutcome made = open_pipe(PipeDirection::out_of_process, &error); !made.ok()) return made;
    } else if (SpawnOutcome made = open_null_device(&error.theirs); !made.ok()) {
        return made;
    }
    if (what.console) {
        SpawnOutcome opened =
            PseudoConsole::open(what.console_size, std::move(input.theirs), std::move(output.theirs), input.ours, &streams->console);
        if (!opened.ok()) return opened;
        started->console = own_handle(CreateEventW(nullptr, TRUE, FALSE, nullptr));
        if (!started->console) return system_refusal(GetLastError(), "making an event");
    }
    started->input = std::move(input.ours);
    started->output = std::move(output.ours);
    started->error = std::move(error.ours);
    streams->input = std::move(input.theirs);
    streams->output = std::move(output.theirs);
    streams->error = std::move(error.theirs);
    return {};
}

SpawnOutcome TreeState::enter_start() {
    const std::scoped_lock lock(mutex_);
    if (gone_) return tree_gone();
    if (paused_) return refusal(SpawnReason::paused, "the tree is paused");
    ++starting_;
    return {};
}

SpawnOutcome TreeState::launch(const ProcessStart& what, StartedProcess* started, Running* running, UniqueFd* thread) {
    LaunchStreams streams;
    if (SpawnOutcome opened = open_streams(what, started, &streams); !opened.ok()) return opened;
    Launched launched;
    if (SpawnOutcome created = launch_suspended(what, job_.handle(), streams, &launched); !created.ok()) return created;
    started->id = launched.id;
    running->process = std::move(launched.process);
    running->id = launched.id;
    running->console = streams.console;
    *thread = std::move(launched.thread);
    if (streams.console) consoles_->add(started->console, streams.console);
    return {};
}

SpawnOutcome TreeState::watch(ProcessKey key, Running running, const UniqueFd& thread) {
    auto waiting = std::make_unique<ExitWait>(ExitWait{shared_from_this(), key});
    const std::scoped_lock lock(mutex_);
    const auto [row, fresh] = running_.try_emplace(key, std::move(running));
    if (!fresh) {  // `running` is as it was
        TerminateProcess(native_handle(running.process), kKilledExitCode);
        return refusal(SpawnReason::bad_argument, "a process with key " + std::to_string(key) + " runs already");
    }
    Running& kept = row->second;
    if (!RegisterWaitForSingleObject(&kept.wait, native_handle(kept.process), &TreeState::exited, waiting.get(), INFINITE,
                                     WT_EXECUTEONLYONCE)) {
        const DWORD code = GetLastError();
        TerminateProcess(native_handle(kept.process), kKilledExitCode);
        running_.erase(key);
        return system_refusal(code, "waiting for the process");
    }
    static_cast<void>(waiting.release());  // the wait's callback runs once, whatever happens, and frees it
    if (ResumeThread(native_handle(thread)) == static_cast<DWORD>(-1)) {
        const DWORD code = GetLastError();
        TerminateProcess(native_handle(kept.process), kKilledExitCode);
        return system_refusal(code, "letting the process run");
    }
    kept.announced = true;
    return {};
}

SpawnOutcome TreeState::start(const ProcessStart& what, ProcessKey key, StartedProcess* started) {
    if (is_listening()) return wrong_thread();
    if (SpawnOutcome checked = check_start(what); !checked.ok()) return checked;
    if (SpawnOutcome entered = enter_start(); !entered.ok()) return entered;
    const Starting place(this);
    StartedProcess fresh;
    Running running;
    UniqueFd thread;
    if (SpawnOutcome launched = launch(what, &fresh, &running, &thread); !launched.ok()) return launched;
    if (SpawnOutcome watched = watch(key, std::move(running), thread); !watched.ok()) return watched;
    *started = std::move(fresh);
    return {};
}

void CALLBACK TreeState::exited(void* context, BOOLEAN) {
    std::unique_ptr<ExitWait> waiting(static_cast<ExitWait*>(context));
    const std::shared_ptr<Reactor> reactor = waiting->tree->reactor_;
    reactor->post([tree = std::move(waiting->tree), key = waiting->key] { tree->finish(key); });
}

void TreeState::finish(ProcessKey key) {
    Running ended;
    {
        const std::scoped_lock lock(mutex_);
        ended = std::move(running_[key]);  // its row stays, empty, until the listener has been told
    }
    // Registered to run once, so this only frees it; the callback may still be returning, and no one waits for that.
    static_cast<void>(UnregisterWaitEx(ended.wait, nullptr));
    ProcessEnd end = account_of(ended.process);
    if (ended.killed && end.exit_code == kKilledExitCode) end.signal = kKillSignal;
    if (ended.console) PseudoConsole::close_later(std::move(ended.console));
    ended.process.reset();
    if (const std::shared_ptr<TreeListener> listener = listener_.lock(); listener && ended.announced) listener->process_ended(key, end);
    const std::scoped_lock lock(mutex_);
    running_.erase(key);
    changed_.notify_all();
}

SpawnOutcome TreeState::signal(ProcessKey key, DWORD control_event) {
    if (is_listening()) return wrong_thread();
    UniqueFd process;
    {
        const std::scoped_lock lock(mutex_);
        if (gone_) return tree_gone();
        const auto row = running_.find(key);
        if (row == running_.end() || !row->second.process) return process_gone(key);
        if (SpawnOutcome copied = duplicate_handle(row->second.process, &process); !copied.ok()) return copied;
    }
    // With no lock held: the process may have to take part in it, and only its end may be what lets this call return.
    return raise_control_event(std::move(process), control_event, reactor_);
}

SpawnOutcome TreeState::kill(ProcessKey key) {
    if (is_listening()) return wrong_thread();
    const std::scoped_lock lock(mutex_);
    if (gone_) return tree_gone();
    const auto row = running_.find(key);
    if (row == running_.end() || !row->second.process) return process_gone(key);
    if (!TerminateProcess(native_handle(row->second.process), kKilledExitCode)) {
        const DWORD code = GetLastError();
        if (WaitForSingleObject(native_handle(row->second.process), 0) == WAIT_OBJECT_0) return process_gone(key);
        return system_refusal(code, "ending the process");
    }
    row->second.killed = true;
    return {};
}

SpawnOutcome TreeState::pause() {
    if (is_listening()) return wrong_thread();
    const std::scoped_lock pausing(pausing_);
    {
        std::unique_lock lock(mutex_);
        if (gone_) return tree_gone();
        if (paused_) return {};
        paused_ = true;
        changed_.wait(lock, [this] { return starting_ == 0; });
    }
    SpawnOutcome stopped = job_.suspend(&suspended_);
    if (!stopped.ok()) {
        const std::scoped_lock lock(mutex_);
        paused_ = false;
    }
    return stopped;
}

SpawnOutcome TreeState::resume() {
    if (is_listening()) return wrong_thread();
    const std::scoped_lock pausing(pausing_);
    const std::scoped_lock lock(mutex_);
    if (gone_) return tree_gone();
    Job::resume(&suspended_);
    paused_ = false;
    return {};
}

// Wine keeps no times in a job: there the sums are of what was met while measuring, which the job's own number, where kept, is never below.
void TreeState::count_times(const std::vector<ProcessRow>& living, TreeStatistics* statistics) {
    const std::scoped_lock lock(mutex_);
    for (const ProcessRow& row : living) {
        Sums& sums = seen_[{row.id, row.created_unix_100ns}];
        sums.user = std::max(sums.user, row.user_100ns);
        sums.kernel = std::max(sums.kernel, row.kernel_100ns);
    }
    std::uint64_t user = 0;
    std::uint64_t kernel = 0;
    for (const auto& [process, sums] : seen_) {
        user += sums.user;
        kernel += sums.kernel;
    }
    statistics->user_100ns = std::max(statistics->user_100ns, user);
    statistics->kernel_100ns = std::max(statistics->kernel_100ns, kernel);
    commit_peak_ = std::max(commit_peak_, statistics->commit_peak_bytes);
    statistics->commit_peak_bytes = commit_peak_;
}

SpawnOutcome TreeState::measure(TreeStatistics* statistics) {
    std::vector<ProcessRow> living;
    if (SpawnOutcome listed = list(&living); !listed.ok()) return listed;
    *statistics = job_.account(living);
    count_times(living, statistics);
    return {};
}

SpawnOutcome TreeState::list(std::vector<ProcessRow>* processes) {
    if (is_listening()) return wrong_thread();
    {
        const std::scoped_lock lock(mutex_);
        if (gone_) return tree_gone();
    }
    processes->clear();
    job_.list(processes);
    return {};
}

SpawnOutcome TreeState::terminate() {
    if (is_listening()) return wrong_thread();
    {
        std::unique_lock lock(mutex_);
        gone_ = true;
        for (auto& [key, running] : running_) running.killed = true;
        changed_.wait(lock, [this] { return starting_ == 0; });
        for (auto& [key, running] : running_) running.killed = true;
    }
    job_.kill_and_wait();
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return running_.empty(); });
    }
    reactor_->drain();  // the last exit's hold on this tree goes, and its job is counted no more once its owner lets go, too
    const std::scoped_lock pausing(pausing_);
    suspended_.clear();
    return {};
}

void TreeState::abandon() {
    {
        const std::scoped_lock lock(mutex_);
        gone_ = true;
        for (auto& [key, running] : running_) running.killed = true;
    }
    job_.kill_members();
}

class WindowsTree : public ProcessTree {
  public:
    explicit WindowsTree(std::shared_ptr<TreeState> state) : state_(std::move(state)) {}
    ~WindowsTree() override { state_->abandon(); }

    SpawnOutcome start(const ProcessStart& what, ProcessKey key, StartedProcess* started) override {
        return state_->start(what, key, started);
    }
    SpawnOutcome signal(ProcessKey key, ControlSignal signal) override {
        switch (signal) {
            case ControlSignal::ctrl_c: return state_->signal(key, CTRL_C_EVENT);
            case ControlSignal::ctrl_break: return state_->signal(key, CTRL_BREAK_EVENT);
            case ControlSignal::ctrl_close: return state_->signal(key, CTRL_CLOSE_EVENT);
            case ControlSignal::ctrl_log_off: return state_->signal(key, CTRL_LOGOFF_EVENT);
            case ControlSignal::ctrl_shutdown: return state_->signal(key, CTRL_SHUTDOWN_EVENT);
        }
        return refusal(SpawnReason::bad_argument, "no such control signal");
    }
    // The numbers of a Linux guest that mean the same here (chosen): hang-up, interrupt, quit, kill, terminate.
    SpawnOutcome signal(ProcessKey key, int number) override {
        switch (number) {
            case 1: return state_->signal(key, CTRL_CLOSE_EVENT);
            case 2: return state_->signal(key, CTRL_C_EVENT);
            case 3: return state_->signal(key, CTRL_BREAK_EVENT);
            case 9: return state_->kill(key);
            case 15: return state_->signal(key, CTRL_SHUTDOWN_EVENT);
            default: break;
        }
        const std::string text = "signal " + std::to_string(number);
        return number < 1 || number > 64 ? refusal(SpawnReason::bad_argument, text + " does not exist")
                                         : refusal(SpawnReason::not_supported, text + " has no like on Windows");
    }
    SpawnOutcome kill(ProcessKey key) override { return state_->kill(key); }
    SpawnOutcome pause() override { return state_->pause(); }
    SpawnOutcome resume() override { return state_->resume(); }
    SpawnOutcome measure(TreeStatistics* statistics) override { return state_->measure(statistics); }
    LimitsHeld limit(const TreeLimits&) override { return {}; }
    SpawnOutcome list(std::vector<ProcessRow>* processes) override { return state_->list(processes); }
    SpawnOutcome terminate() override { return state_->terminate(); }
    Ending ending() const override { return {EndingMeans::job_object, 0, {}}; }

  private:
    const std::shared_ptr<TreeState> state_;
};

class WindowsSpawner : public Spawner {
  public:
    ~WindowsSpawner() override { close(); }

    SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, const TreeLimits&, std::unique_ptr<ProcessTree>* tree) override {
        if (reactor_->is_current()) return wrong_thread();
        auto state = std::make_shared<TreeState>(std::move(listener), reactor_, consoles_);
        if (SpawnOutcome opened = state->open(); !opened.ok()) return opened;
        const std::scoped_lock lock(mutex_);
        if (closed_) return tree_gone();
        reactor_->start();
        trees_.erase(std::remove_if(trees_.begin(), trees_.end(), [](const auto& row) { return row.expired(); }), trees_.end());
        trees_.push_back(state);
        *tree = std::make_unique<WindowsTree>(std::move(state));
        return {};
    }

    // A container with a root of its own is Windows' own service's to make.
    SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener>, const Enclosure&, std::unique_ptr<ProcessTree>*) override {
        return {SpawnReason::not_supported, 0, "isolation needs Linux"};
    }
    SpawnOutcome change_mapping(ProcessTree&, const MappingChange&) override {
        return {SpawnReason::not_supported, 0, "isolation needs Linux"};
    }
    bool offers_isolation() const override { return false; }
    IsolationEngine isolation_engine() override {
        IsolationEngine engine;
        engine.problem = "isolation needs Linux";
        return engine;
    }
    SpawnOutcome check_enclosure(const Enclosure&, std::size_t*) override {
        return {SpawnReason::not_supported, 0, "isolation needs Linux"};
    }

    SpawnOutcome resize_console(const UniqueFd& console, ConsoleSize size) override {
        const std::shared_ptr<PseudoConsole> found = consoles_->find(console);
        return found ? found->resize(size) : refusal(SpawnReason::process_gone, "the console has been closed");
    }

    SpawnOutcome end_console_input(const UniqueFd& console) override {
        const std::shared_ptr<PseudoConsole> found = consoles_->find(console);
        return found ? found->type_end_of_input() : refusal(SpawnReason::process_gone, "the console has been closed");
    }

    SpawnCounters counters() const override {
        SpawnCounters counted;
        counted.threads = reactor_->runs() ? 1 : 0;
        const std::scoped_lock lock(mutex_);
        for (const std::weak_ptr<TreeState>& tree : trees_) counted.descriptors += tree.expired() ? 0 : 1;
        counted.reapers = counted.descriptors;  // a job does the work of a reaper, and is one handle
        return counted;
    }

    LimitsHeld would_hold(const TreeLimits&, bool) override { return {}; }
    void use_control_groups(bool) override {}  // the job object of a tree does their work
    void shutdown() override { close(); }

  private:
    void close() {
        std::vector<std::weak_ptr<TreeState>> left;
        {
            const std::scoped_lock lock(mutex_);
            closed_ = true;
            left.swap(trees_);
        }
        for (const std::weak_ptr<TreeState>& row : left) {
            if (const std::shared_ptr<TreeState> tree = row.lock()) static_cast<void>(tree->terminate());
        }
        reactor_->stop();
    }

    mutable std::mutex mutex_;
    bool closed_ = false;                           // guarded by mutex_
    std::vector<std::weak_ptr<TreeState>> trees_;  // guarded by mutex_; a state lives until its owner and the last of its exits are done
    const std::shared_ptr<Reactor> reactor_ = std::make_shared<Reactor>();
    const std::shared_ptr<ConsoleTable> consoles_ = std::make_shared<ConsoleTable>();
};

}  // namespace

std::unique_ptr<Spawner> make_spawner(std::string) { return std::make_unique<WindowsSpawner>(); }

SystemMemory system_memory() {
    MEMORYSTATUSEX status = {};
    status.dwLength = sizeof status;
    if (!GlobalMemoryStatusEx(&status)) return {};
    return {status.ullTotalPhys, status.ullAvailPhys};
}

std::int64_t now_unix_100ns() {
    FILETIME now = {};
    GetSystemTimePreciseAsFileTime(&now);
    return static_cast<std::int64_t>((static_cast<std::uint64_t>(now.dwHighDateTime) << 32) | now.dwLowDateTime) - kUnixEpochIn100ns;
}

}  // namespace hcsffi
#endif
