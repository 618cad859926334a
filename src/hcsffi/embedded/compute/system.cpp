#include "compute/system.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <exception>
#include <utility>

#include "compute/container.h"
#include "compute/environment.h"
#include "compute/unfulfilled.h"
#include "compute/virtual_machine.h"
#include "document/shape.h"
#include "ground/file.h"
#include "ground/insist.h"
#include "ground/json_writer.h"

namespace hcsffi {

namespace {

Outcome refused_by_state(HRESULT code, Request request, SystemState state) {
    return failure(code, std::string("the compute system is ") + state_text(state) + ", " + request_text(request) + " is not possible",
                   request_text(request));
}

// What vmcompute.dll took: the kind in words and everything else flat beside it.
bool is_first_generation(const Node& root) {
    const bool says_so = root["SchemaVersion"]["Major"].count() == uint64_t{1};
    return says_so || (root["SystemType"] && !root["Container"] && !root["VirtualMachine"] && !root["HostedSystem"]);
}

}  // namespace

SystemReference::SystemReference(std::shared_ptr<System> named)
    : system(std::move(named)), subscription(std::make_shared<Subscription>(system->event_line())) {}

System::System(Host& host, Neighbours& neighbours, const GrantLedger& grants, LayerCatalogue& layers, Networks& networks,
               std::string name_space, std::string id)
    : host_(host),
      neighbours_(neighbours),
      grants_(grants),
      layers_(layers),
      networks_(networks),
      name_space_(std::move(name_space)),
      id_(std::move(id)),
      event_line_(std::make_shared<EventLine>(host.scheduler())),
      wiring_(networks) {}

// -- creation

Outcome System::construct(const std::string& configuration) {
    try {
        read_document(Document::parse(configuration));
        connect();
    } catch (const Refusal& refusal) {
        abandon();
        throw refusal.within("Construct");
    }
    bool unwanted = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (state_ != SystemState::kCreating) return refused_by_state(kSystemAlreadyStopped, Request::kStart, state_);
        set_state_locked(SystemState::kCreated);
        unwanted = ends_with_last_handle_ && open_handles_ == 0;
    }
    if (unwanted) finish(kTerminateExit);
    return success();
}

void System::read_document(const Document& document) {
    const Node root = document.root();
    if (is_first_generation(root))
        throw Refusal(kInvalidJson,
                      "$: a generation 1 document (SystemType beside flat members), which vmcompute.dll takes and this library does not");
    check_shape(root, "ComputeSystem");
    if (const Node version = root["SchemaVersion"]) {
        const auto major = static_cast<uint32_t>(version["Major"].count().value_or(0));
        const auto minor = static_cast<uint32_t>(version["Minor"].count().value_or(0));
        if (!host_.supports(major, minor)) {
            throw Refusal(kInvalidJson, version.path() + ": version " + std::to_string(major) + "." + std::to_string(minor) +
                                            " is not supported");  // code chosen
        }
    }
    const Node container = root["Container"];
    const Node machine = root["VirtualMachine"];
    const Node hosted = root["HostedSystem"];
    const std::string hosting_id = root["HostingSystemId"].text_or("");
    SystemKind kind = machine ? SystemKind::kVirtualMachine : SystemKind::kContainer;
    if (hosted || (container && !hosting_id.empty())) {
        kind = SystemKind::kHosted;
        const auto hosting = neighbours_.find(name_space_, hosting_id);
        if (!hosting || hosting->kind() != SystemKind::kVirtualMachine)
            throw Refusal(kSystemNotFound, root["HostingSystemId"].path() + ": no virtual machine is called \"" + hosting_id + "\"");
    }
    if (hosted && !hosted.is_object()) hosted.refuse("an object");
    if (hosted) check_shape(hosted["Container"], "Container");
    Isolation isolation;
    LimitsHeld held;
    if (kind == SystemKind::kContainer) {
        check_container(container, layers_);
        isolation = read_isolation(container, host_, networks_);
        check_isolation(isolation, host_, networks_);
        held = limits_to_hold(read_limits(container, host_), isolation.wanted, host_);
    }
    if (machine) check_virtual_machine(machine);
    const std::string template_id = machine["RestoreState"]["TemplateSystemId"].text_or("");
    if (!template_id.empty()) {
        const auto original = neighbours_.find(name_space_, template_id);
        if (!original || !original->is_template())
            throw Refusal(kSystemNotFound, "$.VirtualMachine.RestoreState.TemplateSystemId: no template is called \"" + template_id + "\"");
    }
    const std::string runtime_id = machine ? host_.draw_guid() : "";
    {
        Lock<Rank::kSystem> lock(mutex_);
        document_ = document;
        carried_mappings_ = std::move(isolation.carried);
        carried_namespace_ = std::move(isolation.namespace_id);
        stands_on_layers_ = !isolation.enclosure.view.empty();
        limits_held_ = held;
        kind_ = kind;
        owner_ = root["Owner"].text_or("");
        hosting_id_ = hosting_id;
        template_id_ = template_id;
        runtime_id_ = runtime_id;
        ends_with_last_handle_ = root["ShouldTerminateOnLastHandleClosed"].boolean_or(false);
    }
    if (kind == SystemKind::kHosted) neighbours_.move_in(*this, hosting_id);
}

void System::connect() {
    Lock<Rank::kSystem> lock(mutex_);
    if (state_ != SystemState::kCreating) return;  // ended meanwhile, and has given back what it had
    const Node root = document_.root();
    if (kind_ == SystemKind::kContainer) {
        wiring_.enter(root["Container"]["Networking"], id_);
    } else if (kind_ == SystemKind::kVirtualMachine) {
        wiring_.attach_all(root["VirtualMachine"]["Devices"]["NetworkAdapters"], runtime_id_);
    }
}

void System::disconnect_networks() noexcept {
    Lock<Rank::kSystem> lock(mutex_);
    wiring_.release();
}

void System::abandon() {
    disconnect_networks();
    neighbours_.leave(*this);
    Lock<Rank::kSystem> lock(mutex_);
    if (state_ == SystemState::kCreating) set_state_locked(SystemState::kFailed);
    changed_.notify_all();
}

// -- state

void System::set_state_locked(SystemState state) {
    state_ = state;
    basic_ = nullptr;
}

HRESULT System::allowed(Request request) {
    Lock<Rank::kSystem> lock(mutex_);
    return verdict(kind_, request, state_);
}

void System::refuse_unless(Request request) {
    Lock<Rank::kSystem> lock(mutex_);
    const HRESULT code = verdict(kind_, request, state_);
    if (failed(code)) throw Refusal(code, refusal_text(kind_, request, state_), request_text(request));
}

void System::begin_change(Request request, SystemState passing) {
    Lock<Rank::kSystem> lock(mutex_);
    const HRESULT code = verdict(kind_, request, state_);
    if (failed(code)) throw Refusal(code, refusal_text(kind_, request, state_), request_text(request));
    set_state_locked(passing);
}

bool System::end_change(SystemState passing, SystemState next) {
    Lock<Rank::kSystem> lock(mutex_);
    if (state_ != passing) return false;
    set_state_locked(next);
    return true;
}

SystemKind System::kind() {
    Lock<Rank::kSystem> lock(mutex_);
    return kind_;
}

bool System::is_listed() {
    Lock<Rank::kSystem> lock(mutex_);
    return state_ != SystemState::kCreating && state_ != SystemState::kFailed && state_ != SystemState::kStopped;
}

bool System::is_template() {
    Lock<Rank::kSystem> lock(mutex_);
    return state_ == SystemState::kTemplate;
}

std::string System::hosting_id() const {
    Lock<Rank::kSystem> lock(mutex_);
    return hosting_id_;
}

std::shared_ptr<ProcessTree> System::tree() {
    Lock<Rank::kSystem> lock(mutex_);
    return tree_;
}

bool System::is_isolated() {
    Lock<Rank::kSystem> lock(mutex_);
    return isolated_;
}

std::string System::host_name() {
    Lock<Rank::kSystem> lock(mutex_);
    const Node root = document_.root();
    const Node container = root["Container"] ? root["Container"] : root["HostedSystem"]["Container"];
    return container["GuestOs"]["HostName"].text_or("");
}

// -- pause, resume, save, crash

Outcome System::pause(const std::string& options) {
    check_shape(Document::parse_optional(options).root(), "PauseOptions");
    const std::shared_lock unchanging(mapping_mutex_);
    const Passing passing(*this, Request::kPause, SystemState::kChanging, SystemState::kRunning);
    if (const auto processes = tree())
        if (const SpawnOutcome paused = processes->pause(); !paused.ok()) throw Refusal(code_of(paused.reason), paused.text, "Pause");
    if (end_change(SystemState::kChanging, SystemState::kPaused)) return success();
    return failure(kSystemAlreadyStopped, "the compute system was ended meanwhile", "Pause");
}

Outcome System::resume(const std::string& options) {
    (void)Document::parse_optional(options);  // reserved: read, not used
    const Passing passing(*this, Request::kResume, SystemState::kChanging, SystemState::kPaused);
    if (const auto processes = tree())
        if (const SpawnOutcome resumed = processes->resume(); !resumed.ok()) throw Refusal(code_of(resumed.reason), resumed.text, "Resume");
    if (end_change(SystemState::kChanging, SystemState::kRunning)) return success();
    return failure(kSystemAlreadyStopped, "the compute system was ended meanwhile", "Resume");
}

Outcome System::save(const std::string& options) {
    const Document document = Document::parse_optional(options);
    const Node root = document.root();
    const Passing passing(*this, Request::kSave, SystemState::kChanging, SystemState::kPaused);
    bool as_template = false;
    try {
        check_shape(root, "SaveOptions");
        as_template = root["SaveType"].text_or("ToFile") == "AsTemplate";
        const auto path = root["SaveStateFilePath"].text();
        std::string content;
        {
            Lock<Rank::kSystem> lock(mutex_);
            content = write_saved_state(id_, runtime_id_, document_.root()["VirtualMachine"]);
        }
        if (path) write_file(*path, content, false);
    } catch (const Refusal& refusal) {
        throw refusal.within("Save");
    }
    if (end_change(SystemState::kChanging, as_template ? SystemState::kTemplate : SystemState::kPaused)) return success();
    return failure(kSystemAlreadyStopped, "the compute system was ended meanwhile", "Save");
}

Outcome System::crash(const std::string& options) {
    check_shape(Document::parse_optional(options).root(), "CrashOptions");
    refuse_unless(Request::kCrash);
    // Success says that the interrupt was injected; what the guest makes of it comes as events.
    host_.scheduler().post([self = shared_from_this()] { (void)attempt([&] { return self->crash_guest(); }); });
    return success();
}

Outcome System::crash_guest() {
    constexpr uint64_t kManuallyInitiatedCrash = 0xE2;  // the bug check a guest shows after such an interrupt
    JsonWriter report;
    report.open('{').member("SystemId", id_).member("ActivityId", host_.draw_guid());
    report.open("CrashParameters", '[').element_json(std::to_string(kManuallyInitiatedCrash));
    for (int at = 0; at < 4; ++at) report.element_json("0");
    report.close(']').close('}');
    const Text text = make_text(report.text());
    notify(HcsEventSystemCrashInitiated, text);
    notify(HcsEventSystemCrashReport, text);
    bool stops = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        stops = document_.root()["VirtualMachine"]["StopOnReset"].boolean_or(false);
    }
    if (stops) finish(kGuestCrashExit);
    return success();
}

Outcome System::migrate(const std::string&) {
    refuse_unless(Request::kQuery);
    throw Refusal(kSystemNotConfigured, "the compute system is not set up for live migration");  // chosen
}

// -- handles and waiters

void System::add_reference(const std::shared_ptr<SystemReference>& reference) {
    Text exit;
    bool vanished = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        references_.erase(std::remove_if(references_.begin(), references_.end(), [](const auto& each) { return each.expired(); }),
                          references_.end());
        references_.push_back(reference);
        ++open_handles_;
        exit = exit_;
        vanished = state_ == SystemState::kStopped && !exit;
    }
    // Found by its id a moment before it ended: the exit was told to the handles of that moment (C-24).
    if (exit) reference->subscription->notify_exit(HcsEventSystemExited, exit);
    if (vanished) {
        reference->disconnected.store(true);
        reference->subscription->notify_disconnect();
    }
}

void System::drop_reference(SystemReference& reference) {
    if (!reference.counted.exchange(false)) return;
    bool last = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        assert(open_handles_ > 0);  // `counted` lets each handle leave once
        --open_handles_;
        last = open_handles_ == 0 && ends_with_last_handle_ && state_ != SystemState::kCreating;
    }
    if (last) finish(kTerminateExit);
}

void System::lose_reference(SystemReference& reference) {
    if (!reference.counted.exchange(false)) return;
    Lock<Rank::kSystem> lock(mutex_);
    assert(open_handles_ > 0);
    --open_handles_;
}

std::vector<std::shared_ptr<SystemReference>> System::references() {
    Lock<Rank::kSystem> lock(mutex_);
    std::vector<std::shared_ptr<SystemReference>> live;
    for (const auto& each : references_) {
        if (auto reference = each.lock(); reference && !reference->disconnected.load()) live.push_back(std::move(reference));
    }
    return live;
}

void System::notify(HCS_EVENT_TYPE type, const Text& data) {
    for (const auto& reference : references()) reference->subscription->notify(type, data);
}

Outcome System::wait_exit(const SystemReference& reference, DWORD timeout_ms) {
    Lock<Rank::kSystem> lock(mutex_);
    const auto over = [&] { return reference.disconnected.load() || state_ == SystemState::kStopped || state_ == SystemState::kFailed; };
    if (!host_.scheduler().wait(lock, changed_, timeout_ms, over)) return {kOperationTimeout, nullptr};
    if (state_ == SystemState::kFailed) return {kSystemNotFound, nullptr};
    if (exit_ == nullptr) return {kServiceDisconnect, nullptr};
    return success(exit_);
}

void System::wake_waiters() {
    Lock<Rank::kSystem> lock(mutex_);
    changed_.notify_all();
}

// -- processes

// Holds a place among the starts that the exit of the system waits for.
class System::Starting {
  public:
    explicit Starting(System& system) : system_(system) {}
    Starting(const Starting&) = delete;
    Starting& operator=(const Starting&) = delete;
    ~Starting() {
        Lock<Rank::kSystem> lock(system_.mutex_);
        assert(system_.starting_processes_ > 0);
        if (--system_.starting_processes_ == 0) system_.changed_.notify_all();
    }

  private:
    System& system_;
};

Outcome System::start_process(const std::shared_ptr<Process>& process, const std::string& parameters) {
    Outcome outcome;
    try {
        refuse_what_no_program_takes(parameters);
        const Document document = Document::parse(parameters);
        check_shape(document.root(), "ProcessParameters");
        std::shared_ptr<ProcessTree> tree;
        {
            Lock<Rank::kSystem> lock(mutex_);
            const HRESULT code = verdict(kind_, Request::kCreateProcess, state_);
            if (failed(code)) throw Refusal(code, refusal_text(kind_, Request::kCreateProcess, state_));
            tree = tree_;
            processes_.emplace(process->key(), process);
            ++starting_processes_;
        }
        const Starting place(*this);
        const std::shared_lock unchanging(mapping_mutex_);
        outcome = process->start(*tree, document.root());
        if (!failed(outcome.code)) {
            const std::set<std::string> unfulfilled = unfulfilled_of_process(document.root());
            Lock<Rank::kSystem> lock(mutex_);
            unfulfilled_of_processes_.insert(unfulfilled.begin(), unfulfilled.end());
        }
    } catch (const Refusal& refusal) {
        outcome = attempt([&]() -> Outcome { throw refusal.within(request_text(Request::kCreateProcess)); });
    } catch (...) {
        process->never_started();
        forget_process(process->key());
        throw;
    }
    if (failed(outcome.code)) {
        process->never_started();
        forget_process(process->key());
    }
    return outcome;
}

std::string System::unfulfilled() {
    std::set<std::string> paths;
    Carried carried;
    Document document;
    std::string namespace_id;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (failed(verdict(kind_, Request::kQuery, state_))) throw Refusal(verdict(kind_, Request::kQuery, state_), "the document is gone");
        document = document_;
        paths = unfulfilled_of_processes_;
        carried = {carried_mappings_, members_held(document_.root()["Container"], limits_held_), stands_on_layers_,
                   !carried_namespace_.empty()};
        namespace_id = carried_namespace_;
    }
    if (!namespace_id.empty())
        for (const std::string& kept : networks_.not_carried(namespace_id)) paths.insert("$.Container.Networking.Namespace: " + kept);
    paths.merge(unfulfilled_of_system(document.root(), carried));
    JsonWriter json;
    json.open('[');
    for (const std::string& path : paths) json.element(path);
    return json.close(']').text();
}

std::string System::ending() {
    constexpr const char* kMeans[] = {"ControlGroup", "PidNamespace", "Walk", "JobObject"};  // in the order of EndingMeans
    const std::shared_ptr<ProcessTree> processes = tree();
    const Ending ending = processes ? processes->ending() : Ending{EndingMeans::walk, 0, "the system runs no processes now"};
    JsonWriter json;
    json.open('{').member("By", processes ? kMeans[static_cast<size_t>(ending.means)] : "Nothing");
    return json.member("Problem", ending.problem).member("ErrorNumber", int32_t{ending.system_code}).close('}').text();
}

std::shared_ptr<Process> System::find_process(uint32_t process_id) {
    std::vector<std::shared_ptr<Process>> living;
    {
        Lock<Rank::kSystem> lock(mutex_);
        for (const auto& [key, process] : processes_) living.push_back(process);
    }
    const auto found = std::find_if(living.begin(), living.end(),
                                    [process_id](const auto& process) { return process->alive() && process->id() == process_id; });
    return found == living.end() ? nullptr : *found;
}

uint64_t System::process_count() {
    Lock<Rank::kSystem> lock(mutex_);
    return processes_.size();
}

void System::forget_process(ProcessKey key) {
    std::shared_ptr<Process> ended;  // dropped after the lock
    bool last_of_shutdown = false;
    {
        Lock<Rank::kSystem> lock(mutex_);
        const auto found = processes_.find(key);
        if (found == processes_.end()) return;
        ended = std::move(found->second);
        processes_.erase(found);
        last_of_shutdown = shutting_down_ && processes_.empty();
    }
    if (last_of_shutdown) finish(kShutdownExit);
}

void System::process_ended(ProcessKey key, const ProcessEnd& end) noexcept {
    assert(holds_no_lock());
    std::shared_ptr<Process> process;
    {
        Lock<Rank::kSystem> lock(mutex_);
        const auto found = processes_.find(key);
        if (found != processes_.end()) process = found->second;
    }
    if (process) process->end(end);
}

std::shared_ptr<void> System::stand_in() noexcept {
    try {
        return std::make_shared<Scheduler::Standby>(host_.scheduler());
    } catch (const std::exception&) {
        return nullptr;  // no thread to be had: the request waits on the thread it has
    }
}

void System::tree_lost(const SpawnOutcome&) noexcept {
    lose_processes();
    insist([this] { host_.scheduler().post_elsewhere([self = shared_from_this()] { self->finish(kLostExit); }); });
}

void System::lose_processes() {
    const auto orphans = insist([this] {
        Lock<Rank::kSystem> lock(mutex_);
        std::vector<std::shared_ptr<Process>> found;
        for (const auto& [key, process] : processes_) found.push_back(process);
        return found;
    });
    for (const auto& process : orphans) process->lose();
}

}  // namespace hcsffi
