// How a compute system starts, and what it may use while it runs.
#include "compute/system.h"

#include <utility>

#include "compute/container.h"
#include "compute/virtual_machine.h"
#include "document/shape.h"
#include "ground/file.h"
#include "ground/insist.h"

namespace hcsffi {

namespace {

constexpr const char* kNobodyCounts =
    "nothing here would count the processes: it takes a control group with the pids controller, or a root of its own and a client without "
    "rights of root";

}  // namespace

class System::OpeningTree {
  public:
    explicit OpeningTree(System& system) : system_(system) { count(1); }
    OpeningTree(const OpeningTree&) = delete;
    OpeningTree& operator=(const OpeningTree&) = delete;
    ~OpeningTree() { count(-1); }

  private:
    void count(int more) {
        Lock<Rank::kSystem> lock(system_.mutex_);
        system_.opening_trees_ += static_cast<uint32_t>(more);
        system_.changed_.notify_all();
    }

    System& system_;
};

Outcome System::start(const std::string& options) {
    check_shape(Document::parse_optional(options).root(), "StartOptions");
    return kind() == SystemKind::kVirtualMachine ? start_virtual_machine() : start_container();
}

std::shared_ptr<ProcessTree> System::open_tree(const Isolation& isolation, const TreeLimits& limits, std::shared_ptr<OwnNetwork>* network,
                                               LimitsHeld* held) {
    std::shared_ptr<ProcessTree> tree;
    if (isolation.wanted) {
        tree = open_isolated(isolation, host_, networks_, weak_from_this(), network);
    } else {
        std::unique_ptr<ProcessTree> plain;
        const SpawnOutcome opened = host_.spawner()->open_tree(weak_from_this(), limits, &plain);
        if (!opened.ok()) throw Refusal(code_of(opened.reason), opened.text, "Start");
        tree = std::move(plain);
    }
    if (limits.any()) *held = tree->limit(limits);
    if (limits.processes == 0 || held->processes != nullptr) return tree;
    (void)tree->terminate();
    throw Refusal(kServiceNotAvailable, kNobodyCounts);
}

TreeLimits System::limits() {
    Document document;
    uint32_t processes = 0;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (kind_ != SystemKind::kContainer) return {};
        document = document_;
        processes = most_processes_;
    }
    TreeLimits limits = read_limits(document.root()["Container"], host_);
    if (host_.isolation() != IsolationMode::kNone) limits.processes = processes;
    return limits;
}

std::string System::limits_told() {
    const TreeLimits wanted = limits();
    LimitsHeld held;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (failed(verdict(kind_, Request::kQuery, state_))) throw Refusal(verdict(kind_, Request::kQuery, state_), "the document is gone");
        held = limits_held_;
    }
    return limits_json(wanted, held);
}

void System::limit_processes(uint32_t count) {
    refuse_unless(Request::kModify);
    if (kind() != SystemKind::kContainer)
        throw Refusal(kNotImplemented, "only processes of a container of this machine are counted", "Modify");
    const auto exchange = [this](uint32_t wanted) {
        Lock<Rank::kSystem> lock(mutex_);
        return std::exchange(most_processes_, wanted);
    };
    const uint32_t before = exchange(count);
    follow_limits();
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (count == 0 || limits_held_.processes != nullptr) return;
    }
    exchange(before);
    follow_limits();
    throw Refusal(kServiceNotAvailable, kNobodyCounts, "Modify");
}

// Until they are those of the document: it may change again, by another request, while the kernel is told.
void System::follow_limits() {
    const std::shared_ptr<ProcessTree> processes = tree();
    bool isolated = false;
    if (!processes) {
        Document document;
        {
            Lock<Rank::kSystem> lock(mutex_);
            document = document_;
        }
        isolated = read_isolation(document.root()["Container"], host_, networks_).wanted;
    }
    for (;;) {
        const TreeLimits wanted = limits();
        const LimitsHeld held = processes ? processes->limit(wanted) : limits_to_hold(wanted, isolated, host_);
        {
            Lock<Rank::kSystem> lock(mutex_);
            limits_held_ = held;
        }
        if (limits() == wanted) return;
    }
}

Outcome System::start_container() {
    const OpeningTree opening(*this);
    const Passing passing(*this, Request::kStart, SystemState::kStarting, SystemState::kCreated);
    std::shared_ptr<ProcessTree> tree;
    std::shared_ptr<void> root;
    std::shared_ptr<OwnNetwork> network;
    Isolation isolation;
    LimitsHeld held;
    try {
        std::string hosting_id;
        Document document;
        {
            Lock<Rank::kSystem> lock(mutex_);
            document = document_;
            hosting_id = hosting_id_;
        }
        if (!hosting_id.empty()) {
            const auto hosting = neighbours_.find(name_space_, hosting_id);
            if (!hosting || failed(hosting->allowed(Request::kPause)))
                throw Refusal(kInvalidState, "the virtual machine \"" + hosting_id + "\" is not running");
        }
        TreeLimits limits;
        if (hosting_id.empty()) {
            isolation = read_isolation(document.root()["Container"], host_, networks_);
            limits = this->limits();
        }
        isolation.enclosure.limits = limits;
        if (!isolation.enclosure.view.empty()) root = layers_.stand_on(isolation.enclosure.view);
        tree = open_tree(isolation, limits, &network, &held);
    } catch (const Refusal& refusal) {
        throw refusal.within("Start");
    }
    bool ended_meanwhile = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        ended_meanwhile = state_ != SystemState::kStarting;
        if (!ended_meanwhile) {
            tree_ = tree;
            carried_mappings_ = std::move(isolation.carried);
            stands_on_layers_ = root != nullptr;
            root_ = std::move(root);
            network_ = std::move(network);
            carried_namespace_ = std::move(isolation.namespace_id);
            isolated_ = isolation.wanted;
            limits_held_ = held;
            started_100ns_ = host_.scheduler().now_100ns();
            started_unix_100ns_ = now_unix_100ns();
            set_state_locked(SystemState::kRunning);
        }
    }
    if (!ended_meanwhile) return success();
    (void)tree->terminate();
    return failure(kTerminatedDuringStart, "the compute system was ended while it started", "Start");
}

Outcome System::start_virtual_machine() {
    const Passing passing(*this, Request::kStart, SystemState::kStarting, SystemState::kCreated);
    Document document;
    std::string runtime_id;
    {
        Lock<Rank::kSystem> lock(mutex_);
        document = document_;
        runtime_id = runtime_id_;
    }
    // A machine opens its files when it is powered on, with its own account: that is when one that is missing, or a missing grant, shows.
    try {
        for (const HostFile& file : referenced_files(document.root()["VirtualMachine"])) check_file(file, runtime_id);
    } catch (const Refusal& refusal) {
        throw refusal.within("PowerOnCold");
    }
    {
        Lock<Rank::kSystem> lock(mutex_);
        started_100ns_ = host_.scheduler().now_100ns();
        started_unix_100ns_ = now_unix_100ns();
    }
    if (end_change(SystemState::kStarting, SystemState::kRunning)) return success();
    return failure(kTerminatedDuringStart, "the virtual machine was ended while it started", "Start");
}

void System::check_file(const HostFile& file, const std::string& runtime_id) {
    if (is_local_path(file.path) && !file_exists(file.path)) throw Refusal(kFileNotFound, "there is no \"" + file.path + "\"");
    if (!file.needs_grant || grants_.allows(id_, file.path) || grants_.allows(runtime_id, file.path)) return;
    throw Refusal(kAccessDenied, "the virtual machine may not open \"" + file.path + "\"");
}

}  // namespace hcsffi
