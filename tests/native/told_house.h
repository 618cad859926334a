/* A host on a machine, on layers and in networks that answer as they are told: what compute systems and processes do there needs no real
 * one, which does some of it too seldom, or in an order that nobody can choose. */
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "compute/registry.h"
#include "watcher.h"

namespace told_house {

using namespace hcsffi;  // a test's own copy of the host: nearly every name here is the host's

/* What the machine answers, and what it was asked. */
struct Machine {
    std::vector<std::string> asked;
    std::vector<ProcessStart> starts;
    SpawnOutcome opens, runs, requests, pauses, measures, ends;
    LimitsHeld held;
    std::function<void()> on_open, on_start, on_pause, on_end, on_change;
    std::function<void(StartedProcess*)> gives;
    std::atomic<int> trees{0}, started{0};
    TreeStatistics statistics;
    std::vector<ProcessRow> rows;
    std::weak_ptr<TreeListener> listener;

    std::string told() {
        std::string text;
        for (const std::string& one : asked) text += one + ";";
        asked.clear();
        return text;
    }
    static void call(const std::function<void()>& what) {
        if (what) what();
    }
};

inline std::string of_limits(const TreeLimits& limits) {
    return "limit " + std::to_string(limits.memory_bytes) + " " + std::to_string(limits.processes);
}

class ToldTree final : public ProcessTree {
  public:
    explicit ToldTree(Machine& machine) : machine_(machine) { ++machine_.trees; }
    ~ToldTree() override { --machine_.trees; }
    LimitsHeld limit(const TreeLimits& limits) override {
        machine_.asked.push_back(of_limits(limits));
        return machine_.held;
    }
    SpawnOutcome start(const ProcessStart& what, ProcessKey, StartedProcess* started) override {
        ++machine_.started;
        machine_.starts.push_back(what);
        Machine::call(machine_.on_start);
        if (!machine_.runs.ok()) return machine_.runs;
        started->id = 7;
        if (machine_.gives) machine_.gives(started);
        return {};
    }
    SpawnOutcome signal(ProcessKey key, ControlSignal signal) override {
        return ask("signal " + std::to_string(key) + " named " + std::to_string(static_cast<int>(signal)));
    }
    SpawnOutcome signal(ProcessKey key, int number) override {
        return ask("signal " + std::to_string(key) + " number " + std::to_string(number));
    }
    SpawnOutcome kill(ProcessKey key) override { return ask("kill " + std::to_string(key)); }
    SpawnOutcome pause() override {
        Machine::call(machine_.on_pause);
        return machine_.pauses;
    }
    SpawnOutcome resume() override {
        Machine::call(machine_.on_pause);
        return machine_.pauses;
    }
    SpawnOutcome measure(TreeStatistics* statistics) override {
        *statistics = machine_.statistics;
        return machine_.measures;
    }
    SpawnOutcome list(std::vector<ProcessRow>* rows) override {
        *rows = machine_.rows;
        return machine_.measures;
    }
    SpawnOutcome terminate() override {
        machine_.asked.emplace_back("end");
        Machine::call(machine_.on_end);
        return machine_.ends;
    }
    Ending ending() const override { return {EndingMeans::pid_namespace, 5, "no group"}; }

  private:
    SpawnOutcome ask(const std::string& what) {
        machine_.asked.push_back(what);
        return machine_.requests;
    }
    Machine& machine_;
};

class ToldSpawner final : public Spawner {
  public:
    explicit ToldSpawner(Machine& machine) : machine_(machine) {}
    SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, const TreeLimits&, std::unique_ptr<ProcessTree>* tree) override {
        Machine::call(machine_.on_open);
        machine_.listener = std::move(listener);
        if (machine_.opens.ok()) *tree = std::make_unique<ToldTree>(machine_);
        return machine_.opens;
    }
    SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener> listener, const Enclosure& enclosure,
                                    std::unique_ptr<ProcessTree>* tree) override {
        machine_.asked.push_back("enclosed " + of_limits(enclosure.limits) + " view " + enclosure.view);
        return open_tree(std::move(listener), {}, tree);
    }
    SpawnOutcome change_mapping(ProcessTree&, const MappingChange& change) override {
        machine_.asked.push_back("unmap " + change.unmapped + " map " + (change.mapped ? change.mapped->path_inside : ""));
        Machine::call(machine_.on_change);
        return machine_.requests;
    }
    bool offers_isolation() const override { return true; }
    IsolationEngine isolation_engine() override {
        IsolationEngine engine;
        engine.works = true;
        return engine;
    }
    SpawnOutcome check_enclosure(const Enclosure&, std::size_t*) override { return {}; }
    SpawnOutcome resize_console(const UniqueFd&, ConsoleSize size) override {
        machine_.asked.push_back("size " + std::to_string(size.rows) + "x" + std::to_string(size.columns));
        return machine_.requests;
    }
    SpawnOutcome end_console_input(const UniqueFd&) override {
        machine_.asked.emplace_back("end of input");
        return machine_.requests;
    }
    LimitsHeld would_hold(const TreeLimits& limits, bool enclosed) override {
        machine_.asked.push_back("would " + of_limits(limits) + (enclosed ? " enclosed" : ""));
        return machine_.held;
    }
    void use_control_groups(bool) override {}
    SpawnCounters counters() const override { return {}; }
    void shutdown() override {}

  private:
    Machine& machine_;
};

/* Everything runs on the thread that asks for it, and the clock stands; but ends of processes are told by a worker. */
class ToldHost final : public Host {
  public:
    explicit ToldHost(Machine& machine) : machine_(std::make_shared<ToldSpawner>(machine)) {
        Pace pace;
        pace.workers = 0;
        pace.manual_clock = true;
        scheduler_.configure(pace);
    }
    Scheduler& scheduler() override { return scheduler_; }
    uint32_t windows_build() const override { return build; }
    std::vector<SchemaVersion> supported_versions() override { return {{2, minor}}; }
    bool supports(uint32_t major, uint32_t wanted) override { return major == 2 && wanted <= minor; }
    bool spells_status() const override { return false; }
    std::string draw_guid() override { return "11111111-0000-0000-0000-000000000000"; }
    IsolationMode isolation() override { return mode; }
    std::shared_ptr<Spawner> spawner() override { return machine_; }
    const Environment& inherited() const override { return inherited_; }

    uint32_t build = kNewestBuild, minor = 7;
    IsolationMode mode = IsolationMode::kAuto;

  private:
    Scheduler scheduler_;
    const std::shared_ptr<Spawner> machine_;
    const Environment inherited_{{"PATH", "/bin"}, {"TMPDIR", "/own"}};
};

/* Counts what lives of what a container is given. */
class Token {
  public:
    explicit Token(std::atomic<int>& living) : living_(living) { ++living_; }
    Token(const Token&) = delete;
    Token& operator=(const Token&) = delete;
    ~Token() { --living_; }

  private:
    std::atomic<int>& living_;
};

const char* const kView = ON_WINDOWS ? "C:\\view" : "/view";

class ToldLayers final : public LayerCatalogue {
  public:
    bool knows_layer(const std::string& path) const override { return path.rfind("/layer", 0) == 0; }
    std::vector<std::string> layers_shown(const std::string& path) const override {
        return path == kView ? std::vector<std::string>{"/layer/a", "/layer/b"} : std::vector<std::string>();
    }
    std::shared_ptr<void> stand_on(const std::string& path) override {
        return path == kView ? std::make_shared<Token>(roots) : throw Refusal(kNotReparsePoint, "no view");
    }
    std::atomic<int> roots{0};
};

class ToldNetwork final : public OwnNetwork {
  public:
    explicit ToldNetwork(std::atomic<int>& living) : token_(living) { place_.holder = 9; }
    const EnclosedNetwork& place() const override { return place_; }
    void connect(uint32_t) override {}

  private:
    Token token_;
    EnclosedNetwork place_;
};

class ToldNetworks final : public Networks {
  public:
    void enter_namespace(const std::string& id, const std::string& of) override { did.push_back("enter " + id.substr(0, 8) + " " + of); }
    void leave_namespace(const std::string& id, const std::string& of) noexcept override {
        did.push_back("leave " + id.substr(0, 8) + " " + of);
    }
    void attach_endpoint(const std::string& id, const std::string& of) override {
        if (id == "none") throw Refusal(kEndpointNotFound, "no such endpoint");
        did.push_back("attach " + id + " " + of);
    }
    void detach_endpoint(const std::string& id, const std::string& of) noexcept override { did.push_back("detach " + id + " " + of); }
    bool carry_packets() const override { return carry; }
    std::unique_ptr<OwnNetwork> open_network(const std::string&) override { return std::make_unique<ToldNetwork>(opened); }
    std::vector<std::string> not_carried(const std::string&) override { return {"a policy"}; }

    std::string told() {
        std::string text;
        for (const std::string& one : did) text += one + ";";
        did.clear();
        return text;
    }
    bool carry = true;
    std::atomic<int> opened{0};
    std::vector<std::string> did;
};

struct Member {
    std::shared_ptr<Process> process;
    std::shared_ptr<ProcessReference> reference;
    Outcome started;
};

inline std::string plain(const Text& text) { return text ? std::string(text->begin(), text->end()) : "nothing"; }

template <class Work>
HRESULT code_from(Work&& work) {
    return attempt(std::forward<Work>(work)).code;
}

struct House {
    Machine machine;
    ToldHost host{machine};
    Registry registry;
    GrantLedger grants;
    ToldLayers layers;
    ToldNetworks networks;
    Outcome last;
    ProcessKey keys = 0;
    std::vector<std::shared_ptr<System>> systems;

    House() = default;
    House(const House&) = delete;
    House& operator=(const House&) = delete;
    ~House() {
        machine.on_end = nullptr;
        for (const auto& system : systems) {
            system->finish(kTerminateExit);
            while (system->process_count() != 0) std::this_thread::yield();  // a worker forgets those that have ended
        }
        host.scheduler().stop();
        host.scheduler().clear();
    }
    std::shared_ptr<System> entered(const std::string& id, const std::string& name_space = "") {
        auto system = std::make_shared<System>(host, registry, grants, layers, networks, name_space, id);
        systems.push_back(system);
        return registry.enter(system) ? system : nullptr;
    }
    std::shared_ptr<System> made(const std::string& id, const std::string& json, const std::string& name_space = "") {
        auto system = entered(id, name_space);
        last = attempt([&] { return system->construct(json); });
        return failed(last.code) ? nullptr : system;
    }
    std::shared_ptr<System> running(const std::string& json) {
        auto system = made("system", json);
        last = attempt([&] { return system->start(""); });
        return failed(last.code) ? nullptr : system;
    }
    Member process(const std::shared_ptr<System>& system) {
        Member one;
        one.process = std::make_shared<Process>(system, ++keys);
        one.reference = std::make_shared<ProcessReference>(one.process);
        one.process->add_reference(one.reference);
        return one;
    }
    Member started(const std::shared_ptr<System>& system, const std::string& parameters = R"({"CommandLine":"x"})") {
        Member one = process(system);
        one.started = attempt([&] { return system->start_process(one.process, parameters); });
        return one;
    }
    /* The pipes as handles that are only counted: their numbers are of ends of pipes of this process. */
    void give_streams(bool console) {
        machine.gives = [console](StartedProcess* started) {
            stream first[2], second[2], third[2];
            if (!make_pipe(&first[0], &first[1]) || !make_pipe(&second[0], &second[1]) || !make_pipe(&third[0], &third[1])) abort();
            started->input = UniqueFd(first[0]);
            started->kept_input = UniqueFd(first[1]);
            started->output = UniqueFd(second[0]);
            (console ? started->console : started->error) = UniqueFd(second[1]);
            stream_close(third[0]);
            stream_close(third[1]);
        };
    }
};

const char kPlain[] = R"({"Container":{"GuestOs":{"HostName":"web"}}})";
const char kNetworked[] = R"({"Container":{"Networking":{"Namespace":"11111111-2222-3333-4444-555555555555"}}})";
const char kCloseOutput[] = R"({"Operation":"CloseHandle","CloseHandle":{"Handle":"StdOut"}})";
const char kMachine[] = R"({"VirtualMachine":{}})";

inline std::string status(uint32_t code, bool lost) {
    return "{\"ProcessId\":7,\"Exited\":true,\"ExitCode\":" + std::to_string(code) + ",\"LastWaitResult\":" + (lost ? "-2147418113" : "0") +
           "}";
}

inline ProcessEnd with_code(uint32_t code) {
    ProcessEnd end;
    end.exit_code = code;
    return end;
}

struct Listening {
    Watcher watcher;
    std::shared_ptr<SystemReference> reference;

    explicit Listening(const std::shared_ptr<System>& system) : reference(std::make_shared<SystemReference>(system)) {
        if (failed(reference->subscription->set(0, &watcher, Watcher::event))) abort();
        system->add_reference(reference);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    ~Listening() { reference->subscription->close(); }
    /* "type text;" of each event. */
    std::string heard() {
        std::string text;
        char type[16];
        for (const auto& event : watcher.events()) {
            snprintf(type, sizeof type, "%08X ", static_cast<unsigned>(event.type));
            text += type + event.text + ";";
        }
        return text;
    }
    HRESULT waited() const { return reference->system->wait_exit(*reference, 0).code; }
};

const char kForced[] = R"({"Status":0,"ExitType":"ForcedExit","Attribution":[{"SystemExit":{"Detail":"Terminate","Initiator":"Client"}}]})";

inline std::string exited(const std::string& document) { return "00000001 " + document + ";"; }
const char kDisconnected[] = "02000000 ;";

}  // namespace told_house
