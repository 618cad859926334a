#include "exports/owner.h"

#include <algorithm>
#include <thread>

#include "document/shape.h"
#include "ground/guid.h"
#include "ground/insist.h"
#include "ground/json_writer.h"

#ifndef _WIN32
#include <pthread.h>
#endif

namespace hcsffi {

namespace {

std::atomic<bool> forked_child{false};

// Takes back what a call has done when it is refused, thrown at or not.
template <class Step>
class Undone {
  public:
    explicit Undone(Step step) : step_(std::move(step)) {}
    Undone(const Undone&) = delete;
    Undone& operator=(const Undone&) = delete;
    ~Undone() {
        if (wanted_) step_();
    }
    void is_not_wanted() { wanted_ = false; }

  private:
    Step step_;
    bool wanted_ = true;
};

}  // namespace

Owner::Owner() {
    (void)attempt([]() -> Outcome { return (void)isolation_by_default(), success(); });  // read while there are few threads
    configuration_.supported_versions = versions_of_build(kNewestBuild);
    random_.seed(std::random_device{}());
#ifndef _WIN32
    pthread_atfork(nullptr, nullptr, [] { forked_child.store(true, std::memory_order_relaxed); });
#endif
}

Owner* Owner::current(HRESULT* why) {
    if (forked_child.load(std::memory_order_relaxed)) {
        if (why != nullptr) *why = kServiceDisconnect;
        return nullptr;
    }
    try {
        static Owner* const owner = new Owner;  // never destroyed, see the top of owner.h
        return owner;
    } catch (const std::exception&) {  // the next call tries again
        if (why != nullptr) *why = kOutOfMemory;
        return nullptr;
    }
}

// -- configuration

void Owner::configure(std::string_view json) {
    if (scheduler_.on_worker()) throw Refusal(kInvalidState, "the host is not configured from within a callback");
    Configuration wanted = read_configuration(json);
    const bool disconnects = wanted.service_disconnect;
    faults_.replace(wanted.faults);
    scheduler_.configure(wanted.pace);
    for (size_t at = 0; at < kFunctionCount; ++at) missing_[at].store(wanted.missing[at], std::memory_order_relaxed);
    windows_build_.store(wanted.windows_build, std::memory_order_relaxed);
    callback_during_close_.store(wanted.callback_during_close, std::memory_order_relaxed);
    layers_.choose(wanted.layer_views);
    spells_status_.store(wanted.status_codes, std::memory_order_relaxed);
    {
        Lock<Rank::kOwner> lock(mutex_);
        if (wanted.pace.seed != 0) random_.seed(wanted.pace.seed);  // else ids stay different in every run
        configuration_ = std::move(wanted);
        is_configured_ = true;
        if (spawner_) spawner_->use_control_groups(configuration_.control_groups);
    }
    if (disconnects) disconnect();
}

IsolationMode Owner::isolation() {
    {
        Lock<Rank::kOwner> lock(mutex_);
        if (is_configured_) return configuration_.isolation;
    }
    return isolation_by_default();
}

std::string Owner::isolation_json() {
    constexpr const char* kModes[] = {"auto", "none", "bubblewrap"};
    const IsolationMode mode = isolation();
    const IsolationEngine engine = spawner()->isolation_engine();
    JsonWriter json;
    const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 1}, engine.works);
    const auto by = [](const char* mechanism) { return mechanism == nullptr ? "" : mechanism; };
    json.open('{').member("Mode", kModes[static_cast<size_t>(mode)]);
    json.member("MemoryLimits", by(limits.memory)).member("ProcessorLimits", by(limits.processors));
    json.member("ProcessLimits", by(limits.processes));
    json.member("Works", engine.works).member("Program", engine.program).member("Version", engine.version);
    json.member("Layers", engine.layers)
        .member("Changes", engine.changes)
        .member("Problem", engine.problem)
        .member("ErrorNumber", int32_t{engine.system_code});
    json.member("Remedy", engine.remedy).open("Programs", '[');
    for (const ProgramFound& one : spawner()->programs()) {
        json.open('{').member("Name", one.name).member("Carries", one.carries).member("Path", one.path);
        json.member("Remedy", one.remedy).close('}');
    }
    return json.close(']').close('}').text();
}

std::vector<SchemaVersion> Owner::supported_versions() {
    Lock<Rank::kOwner> lock(mutex_);
    return configuration_.supported_versions;
}

bool Owner::supports(uint32_t major, uint32_t minor) {
    const auto versions = supported_versions();
    return std::any_of(versions.begin(), versions.end(),
                       [&](const SchemaVersion& each) { return each.major == major && minor <= each.minor; });
}

std::string Owner::counters() {
    SpawnCounters spawned;
    {
        Lock<Rank::kOwner> lock(mutex_);
        if (spawner_) spawned = spawner_->counters();
    }
    uint64_t processes = 0;
    for (const auto& system : registry_.all()) processes += system->process_count();
    JsonWriter json;
    json.open('{')
        .member("Operations", operations_.live())
        .member("Systems", static_cast<uint64_t>(registry_.size()))
        .member("SystemHandles", systems_.live());
    json.member("Processes", processes).member("ProcessHandles", processes_.live()).member("Strings", strings_.live());
    json.member("WrongFrees", strings_.wrong_frees()).member("ClosesInOwnCallback", closes_in_own_callback_.load());
    json.member("Descriptors", static_cast<uint64_t>(UniqueFd::live())).member("Reapers", static_cast<uint64_t>(spawned.reapers));
    json.member("OverlayViews", layers_.attached(ViewWay::kOverlay)).member("CopiedViews", layers_.attached(ViewWay::kCopy));
    json.member("Threads", scheduler_.threads() + static_cast<uint64_t>(spawned.threads));
    networks_.count(json);
    return json.close('}').text();
}

void Owner::disconnect() {
    // Handles die first, so that what ends below is not told to anybody as an exit.
    const auto systems = systems_.all();
    const auto processes = processes_.all();
    for (const auto& reference : systems) {
        reference->disconnected.store(true);
        reference->system->lose_reference(*reference);
    }
    for (const auto& reference : processes) reference->disconnected.store(true);
    // What was accepted ends here and finds nothing to do when its turn comes; what clients are being told they still hear.
    for (const auto& operation : operations_.all()) operation->abort(failure(kServiceDisconnect, "the service went away"));
    scheduler_.clear_delayed();
    for (const auto& system : registry_.all()) {
        // Containers are lost with the service; machines have workers of their own and live on, to be opened again.
        if (system->kind() != SystemKind::kVirtualMachine) system->vanish();
    }
    for (const auto& reference : systems) {
        reference->system->wake_waiters();
        reference->subscription->notify_disconnect();
    }
    for (const auto& reference : processes) {
        reference->process->wake_waiters();
        reference->subscription->notify_disconnect();
    }
    networks_.disconnect();
}

void Owner::shutdown() {
    if (scheduler_.on_worker()) throw Refusal(kInvalidState, "the host is not shut down from within a callback");
    for (const auto& system : registry_.all()) system->finish(kTerminateExit);
    for (const auto& operation : operations_.all()) operation->abort(failure(kServiceDisconnect, "the host was shut down"));
    scheduler_.stop();
    scheduler_.clear();  // else what the spawner posts below would start a worker that tells all that was waiting
    std::shared_ptr<Spawner> spawner;
    {
        Lock<Rank::kOwner> lock(mutex_);
        spawner = std::move(spawner_);
        spawner_ = nullptr;
    }
    if (spawner) spawner->shutdown();
    scheduler_.stop();
    scheduler_.clear();
    grants_.clear();
    service_.clear();
    networks_.clear();
    layers_.clear();
}

// -- handles

HRESULT Owner::find_operation(HCS_OPERATION handle, std::shared_ptr<Operation>* found) {
    if (handle == nullptr) return kInvalidArgument;
    *found = operations_.find(handle);
    return *found ? kOk : kHandle;
}

HRESULT Owner::find_system(HCS_SYSTEM handle, std::shared_ptr<SystemReference>* found) {
    if (handle == nullptr) return kInvalidArgument;
    *found = systems_.find(handle);
    if (!*found) return kHandle;
    return (*found)->disconnected.load() ? kServiceDisconnect : kOk;
}

HRESULT Owner::find_process(HCS_PROCESS handle, std::shared_ptr<ProcessReference>* found) {
    if (handle == nullptr) return kInvalidArgument;
    *found = processes_.find(handle);
    if (!*found) return kHandle;
    return (*found)->disconnected.load() ? kServiceDisconnect : kOk;
}

HCS_OPERATION Owner::open_operation(void* context, HCS_OPERATION_COMPLETION callback, HCS_EVENT_CALLBACK event_callback) {
    const uint64_t id = next_operation_.fetch_add(1);
    auto operation = std::allocate_shared<Operation>(Recycling<Operation>(), scheduler_, id, context, callback, event_callback);
    return static_cast<HCS_OPERATION>(
        operations_.insert(operation, [&](void* handle) { operation->set_handle(static_cast<HCS_OPERATION>(handle)); }));
}

void Owner::close_operation(HCS_OPERATION handle) {
    if (callback_during_close_.load(std::memory_order_relaxed)) {
        // What a client must survive: the completion arrives on another thread while the close is under way.
        if (const auto operation = operations_.find(handle); operation && operation->running()) {
            std::thread([&, waiter = std::this_thread::get_id()] {
                const Awaited::Wait wait(scheduler_.awaited(), waiter, std::this_thread::get_id(), &waiter);
                operation->abort(failure(kCancelled, "completed while it was closed, as was asked for"));
            }).join();
        }
    }
    // Closing in the callback is how clients are told to do it, so it is not counted.
    if (const auto operation = operations_.remove(handle)) operation->close();
}

HRESULT Owner::cancel_operation(HCS_OPERATION handle) {
    std::shared_ptr<Operation> operation;
    if (const HRESULT code = find_operation(handle, &operation); failed(code)) return code;
    // The published page says: not implemented. The code for a second request came with the newest headers, so does the function (chosen).
    if (windows_build() < kNewestBuild) return kNotImplemented;
    return operation->cancel(failure(kCancelled, "the operation was cancelled"));
}

// What a client must survive: an event arrives on another thread while the close is under way.
void Owner::provoke_callback(Subscription& subscription, HCS_EVENT_TYPE type) {
    if (callback_during_close_.load(std::memory_order_relaxed)) subscription.notify_now(type);
}

// -- systems

HRESULT Owner::create_system(Function function, const std::string& name_space, const std::string& id, std::string configuration,
                             HCS_OPERATION operation, const Registration& registration, HCS_SYSTEM* handle) {
    auto system = std::make_shared<System>(*this, registry_, grants_, *this, wired_networks_, name_space, id);
    auto reference = std::make_shared<SystemReference>(system);
    if (registration.callback != nullptr) {
        const HRESULT code = reference->subscription->set(registration.options, registration.context, registration.callback);
        if (failed(code)) return code;
    }
    *handle = nullptr;
    const bool fresh = registry_.enter(system);
    Undone undone([&] {
        systems_.remove(*handle);
        reference->subscription->close();
        *handle = nullptr;
        system->abandon();
    });
    system->add_reference(reference);
    const auto number = static_cast<HCS_SYSTEM>(systems_.insert(reference));
    *handle = number;  // before the operation can complete: its callback may use it
    Errand errand;
    errand.type = HcsOperationTypeCreate;
    errand.system = number;
    errand.subscription = reference->subscription;
    errand.dropped = [system] { system->abandon(); };
    const HRESULT code = submit(function, operation, std::move(errand), [system, fresh, configuration = std::move(configuration)] {
        if (!fresh) {
            system->abandon();
            throw Refusal(kSystemAlreadyExists, "a compute system with the id \"" + system->id() + "\" exists", "Construct");
        }
        return system->construct(configuration);
    });
    if (!failed(code)) undone.is_not_wanted();
    return code;
}

HRESULT Owner::open_system(const std::string& name_space, const std::string& id, HCS_SYSTEM* handle) {
    const auto system = registry_.find(name_space, id);
    if (!system) return kSystemNotFound;
    auto reference = std::make_shared<SystemReference>(system);
    system->add_reference(reference);
    Undone undone([&] { system->lose_reference(*reference); });
    *handle = static_cast<HCS_SYSTEM>(systems_.insert(reference));
    undone.is_not_wanted();
    return kOk;
}

void Owner::close_system(HCS_SYSTEM handle) {
    if (const auto open = systems_.find(handle)) provoke_callback(*open->subscription, HcsEventSystemGuestConnectionClosed);
    const auto reference = systems_.remove(handle);
    if (!reference) return;
    if (!reference->subscription->close()) closes_in_own_callback_.fetch_add(1);
    reference->system->drop_reference(*reference);
}

Outcome Owner::enumerate(const std::string& name_space, const std::string& query) {
    const Document document = Document::parse_optional(query);
    check_shape(document.root(), "SystemQuery");
    return success(registry_.listing(name_space, document.root()));
}

Outcome Owner::unfulfilled(const std::string& name_space, const std::string& id) {
    const auto system = registry_.find(name_space, id);
    if (!system) return failure(kSystemNotFound, "no compute system is called \"" + id + "\"");
    return success(system->unfulfilled());
}

Outcome Owner::ending(const std::string& name_space, const std::string& id) {
    const auto system = registry_.find(name_space, id);
    if (!system) return failure(kSystemNotFound, "no compute system is called \"" + id + "\"");
    return success(system->ending());
}

Outcome Owner::limits(const std::string& name_space, const std::string& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto system = registry_.find(name_space, id);
    if (!system) return failure(kSystemNotFound, "no compute system is called \"" + id + "\"");
    for (const auto& [name, value] : document.root().members()) {
        if (name != "Processes") throw Refusal(kInvalidArgument, value.path() + ": only Processes is limited this way");
        const auto count = value.count(UINT32_MAX);
        if (!count) value.refuse("a number of processes", kInvalidArgument);
        system->limit_processes(static_cast<uint32_t>(*count));
    }
    return success(system->limits_told());
}

// -- processes

HRESULT Owner::create_process(HCS_SYSTEM system_handle, std::string parameters, HCS_OPERATION operation, HCS_PROCESS* handle) {
    std::shared_ptr<SystemReference> owner;
    if (const HRESULT code = find_system(system_handle, &owner); failed(code)) return code;
    auto process = std::make_shared<Process>(owner->system, next_process_.fetch_add(1));
    auto reference = std::make_shared<ProcessReference>(process);
    process->add_reference(reference);
    *handle = nullptr;
    Undone undone([&] {
        processes_.remove(*handle);
        reference->subscription->close();
        *handle = nullptr;
    });
    const auto number = static_cast<HCS_PROCESS>(processes_.insert(reference));
    *handle = number;
    Errand errand;
    errand.type = HcsOperationTypeCreateProcess;
    errand.system = system_handle;
    errand.process = number;
    errand.informs_of = process;
    errand.subscription = owner->subscription;
    errand.dropped = [process] { process->never_started(); };
    const HRESULT code = submit(
        Function::HcsCreateProcess, operation, std::move(errand),
        [system = owner->system, process, parameters = std::move(parameters)] { return system->start_process(process, parameters); });
    if (!failed(code)) undone.is_not_wanted();
    return code;
}

HRESULT Owner::open_process(HCS_SYSTEM system_handle, DWORD process_id, HCS_PROCESS* handle) {
    std::shared_ptr<SystemReference> owner;
    if (const HRESULT code = find_system(system_handle, &owner); failed(code)) return code;
    const auto process = owner->system->find_process(process_id);
    if (!process) return owner->system->allowed(Request::kQuery) == kSystemAlreadyStopped ? kSystemAlreadyStopped : kNotFound;
    auto reference = std::make_shared<ProcessReference>(process);
    process->add_reference(reference);
    *handle = static_cast<HCS_PROCESS>(processes_.insert(std::move(reference)));
    return kOk;
}

void Owner::close_process(HCS_PROCESS handle) {
    if (const auto open = processes_.find(handle)) provoke_callback(*open->subscription, HcsEventInvalid);
    const auto reference = processes_.remove(handle);
    if (!reference) return;
    if (!reference->subscription->close()) closes_in_own_callback_.fetch_add(1);
}

// -- what nouns ask

std::string Owner::draw_guid() {
    Lock<Rank::kOwner> lock(mutex_);
    const uint64_t high = random_();
    return make_guid(high, random_());
}

std::shared_ptr<Spawner> Owner::spawner() {
    Lock<Rank::kOwner> lock(mutex_);
    if (!spawner_) {
        spawner_ = make_spawner();
        spawner_->use_control_groups(configuration_.control_groups);
    }
    return spawner_;
}

}  // namespace hcsffi
