// The ways out: shutdown, termination, and what they leave.
#include "compute/system.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "compute/container.h"
#include "compute/virtual_machine.h"
#include "document/shape.h"
#include "ground/insist.h"
#include "ground/json_writer.h"

namespace hcsffi {

Outcome System::shut_down(const std::string& options) {
    const Document document = Document::parse_optional(options);
    check_shape(document.root(), "ShutdownOptions");
    refuse_unless(Request::kShutdown);
    if (kind() == SystemKind::kVirtualMachine) {
        if (!guest_cooperates(document.root())) {
            // The code is not recorded anywhere: newer builds have one for it, older ones answer with the general one (chosen).
            const HRESULT code = host_.windows_build() >= kNewestBuild ? kSystemNotConfigured : kInvalidState;
            throw Refusal(code, "nothing in the virtual machine answers a shutdown request", "Shutdown");
        }
        bool stops = true;
        if (document.root()["Type"].text_or("") == "Reboot") {
            Lock<Rank::kSystem> lock(mutex_);
            stops = document_.root()["VirtualMachine"]["StopOnReset"].boolean_or(false);
            started_100ns_ = host_.scheduler().now_100ns();
        }
        if (stops) finish(kShutdownExit);
        return success();
    }
    const Passing passing(*this, Request::kShutdown, SystemState::kStopping, SystemState::kRunning);
    shut_down_processes();
    return success();
}

bool System::guest_cooperates(const Node& options) {
    Lock<Rank::kSystem> lock(mutex_);
    const Node machine = document_.root()["VirtualMachine"];
    const std::string mechanism = options["Mechanism"].text_or("");
    if (mechanism != "IntegrationService" && has_guest_connection(machine)) return true;
    return mechanism != "GuestConnection" && boots(machine);
}

void System::shut_down_processes() {
    std::vector<ProcessKey> keys;
    std::shared_ptr<ProcessTree> tree;
    uint64_t grace_us = 0;
    {
        Lock<Rank::kSystem> lock(mutex_);
        for (const auto& [key, process] : processes_) keys.push_back(key);
        shutting_down_ = true;
        tree = tree_;
        const Node root = document_.root();
        grace_us = shutdown_grace_us(root["Container"] ? root["Container"] : root["HostedSystem"]["Container"]);
    }
    for (const ProcessKey key : keys) {
        // One that has ended meanwhile needs no signal.
        if (tree) insist([&] { (void)tree->signal(key, ControlSignal::ctrl_shutdown); });
    }
    bool none_left = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        none_left = processes_.empty();
    }
    if (none_left) return finish(kShutdownExit);
    std::weak_ptr<System> self = weak_from_this();
    insist([&] {
        host_.scheduler().post(
            [self] {
                if (const auto system = self.lock()) system->finish(kShutdownExit);
            },
            std::max<uint64_t>(grace_us, 1));
    });
}

Outcome System::terminate(const std::string&) {  // options are reserved
    refuse_unless(Request::kTerminate);
    finish(kTerminateExit);
    Lock<Rank::kSystem> lock(mutex_);
    return end_problem_.empty() ? success() : failure(kAccessDenied, end_problem_, "Terminate");
}

// What kept processes of the tree alive, "" when none is left.
std::string System::end_tree(ProcessTree& tree) {
    const SpawnOutcome ended = tree.terminate();
    if (ended.ok() || ended.reason == SpawnReason::tree_gone) return {};  // a lost reaper's processes were ended by its guard
    lose_processes();  // nobody will tell how they end
    return "processes of this system may still be running: " + ended.text;
}

void System::finish(const ExitCause& cause) {
    std::shared_ptr<ProcessTree> tree;
    std::shared_ptr<void> root;
    std::shared_ptr<OwnNetwork> network;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (state_ == SystemState::kStopped || state_ == SystemState::kFailed) return;
        if (std::exchange(finishing_, true)) {
            Scheduler::Standby standby(host_.scheduler());
            changed_.wait(lock, [this] { return state_ == SystemState::kStopped; });
            return;
        }
        set_state_locked(SystemState::kStopping);
        tree = std::move(tree_);
        tree_ = nullptr;
        root = std::move(root_);
        network = std::move(network_);
    }
    const std::string problem = insist([&] { return tree ? end_tree(*tree) : std::string(); });
    tree.reset();
    root.reset();
    network.reset();
    await_starts();
    lose_processes();  // those whose end nobody has told: the reaper was lost while it ended them
    for (const auto& hosted : insist([this] { return neighbours_.hosted_by(*this); })) hosted->finish(kTerminateExit);
    disconnect_networks();
    neighbours_.leave(*this);
    publish_exit(problem.empty() ? cause : kUnfinishedExit, problem);
}

void System::await_starts() {
    Lock<Rank::kSystem> lock(mutex_);
    if (starting_processes_ == 0 && opening_trees_ == 0) return;
    Scheduler::Standby standby(host_.scheduler());
    changed_.wait(lock, [this] { return starting_processes_ == 0 && opening_trees_ == 0; });
}

Text System::exit_text(const ExitCause& cause) {
    JsonWriter json;
    json.open('{').member("Status", host_.spelled(cause.status));
    if (host_.supports(2, 2)) json.member("ExitType", cause.type);
    if (host_.supports(2, 4)) {
        json.open("Attribution", '[').open('{').open("SystemExit", '{');
        json.member("Detail", cause.detail).member("Initiator", cause.initiator).close('}').close('}').close(']');
    }
    return make_text(json.close('}').text());
}

void System::publish_exit(const ExitCause& cause, const std::string& problem) {
    const Text text = insist([&] { return exit_text(cause); });
    std::string kept = insist([&] { return problem; });
    std::unordered_map<ProcessKey, std::shared_ptr<Process>> ended;  // dropped after the lock; whoever was to forget them may be stopped
    {
        Lock<Rank::kSystem> lock(mutex_);
        assert(finishing_ && state_ == SystemState::kStopping && !exit_);  // finish() lets one through, once
        assert(starting_processes_ == 0);
        exit_ = text;
        ended.swap(processes_);
        end_problem_ = std::move(kept);
        set_state_locked(SystemState::kStopped);
        changed_.notify_all();
    }
    for (const auto& reference : insist([this] { return references(); })) reference->subscription->notify_exit(HcsEventSystemExited, text);
}

void System::vanish() {
    std::shared_ptr<ProcessTree> tree;
    std::shared_ptr<void> root;
    std::shared_ptr<OwnNetwork> network;
    {
        Lock<Rank::kSystem> lock(mutex_);
        finishing_ = true;
        tree = std::move(tree_);
        tree_ = nullptr;
        root = std::move(root_);
        network = std::move(network_);
    }
    if (tree) insist([&] { (void)tree->terminate(); });
    tree.reset();
    root.reset();
    network.reset();
    disconnect_networks();
    neighbours_.leave(*this);
    std::unordered_map<ProcessKey, std::shared_ptr<Process>> ended;  // as in publish_exit
    {
        Lock<Rank::kSystem> lock(mutex_);
        ended.swap(processes_);
        set_state_locked(SystemState::kStopped);
        changed_.notify_all();
    }
    // Handles that were opened while the service went away are not among those it has told.
    for (const auto& reference : insist([this] { return references(); })) {
        reference->disconnected.store(true);
        reference->subscription->notify_disconnect();
    }
}

}  // namespace hcsffi
