/* The one owner of everything the host holds: handles, systems, strings, workers, rules. Exports ask Host::current() and pass it on.
 *
 * It is made by the first call and never destroyed: its threads may be inside a client's callback when the process ends. hcsffi_shutdown
 * stops them and ends what lives; the next call starts over.
 *
 * After fork the child has none of the threads, and locks may be held by threads that are not there: a child's calls fail without touching
 * anything (HCS_E_SERVICE_DISCONNECT, chosen: to the child the service has gone away).
 */
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "compute/environment.h"
#include "compute/grant.h"
#include "compute/process.h"
#include "compute/service.h"
#include "compute/system.h"
#include "declared_functions.h"
#include "engine/configuration.h"
#include "engine/fault.h"
#include "engine/handle_table.h"
#include "engine/operation.h"
#include "engine/scheduler.h"
#include "ground/text.h"
#include "processes/spawn.h"

namespace hcsffi {

class Host {
  public:
    // errors: nullptr in a forked child.
    static Host* current();

    bool offers(Function function) const { return !missing_[static_cast<size_t>(function)].load(std::memory_order_relaxed); }

    // threads: any but a worker. errors: Refusal kInvalidArgument naming the JSON path, kInvalidState from a callback.
    void configure(std::string_view json);
    std::vector<SchemaVersion> supported_versions();
    std::string counters();
    // threads: any but a worker. blocks: until systems and threads are gone. errors: Refusal kInvalidState from a callback.
    void shutdown();

    // Accepts a request that an operation tracks. `work` runs later and returns the Outcome. errors: what the native call answers at
    // once; the errand's `dropped` has run then.
    template <class Work>
    HRESULT submit(Function function, HCS_OPERATION handle, Errand errand, Work work);

    HCS_OPERATION open_operation(void* context, HCS_OPERATION_COMPLETION callback, HCS_EVENT_CALLBACK event_callback);
    void close_operation(HCS_OPERATION handle);
    HRESULT cancel_operation(HCS_OPERATION handle);
    // errors: kInvalidArgument for NULL, kHandle for anything that is not a live handle, kServiceDisconnect for a dead one.
    HRESULT find_operation(HCS_OPERATION handle, std::shared_ptr<Operation>* found);
    HRESULT find_system(HCS_SYSTEM handle, std::shared_ptr<SystemReference>* found);
    HRESULT find_process(HCS_PROCESS handle, std::shared_ptr<ProcessReference>* found);

    struct Registration {
        uint32_t options = HcsEventOptionNone;
        void* context = nullptr;
        HCS_EVENT_CALLBACK callback = nullptr;
    };
    HRESULT create_system(Function function, const std::string& name_space, const std::string& id, std::string configuration,
                          HCS_OPERATION operation, const Registration& registration, HCS_SYSTEM* handle);
    HRESULT open_system(const std::string& name_space, const std::string& id, HCS_SYSTEM* handle);
    void close_system(HCS_SYSTEM handle);
    HRESULT create_process(HCS_SYSTEM system, std::string parameters, HCS_OPERATION operation, HCS_PROCESS* handle);
    HRESULT open_process(HCS_SYSTEM system, DWORD process_id, HCS_PROCESS* handle);
    void close_process(HCS_PROCESS handle);
    Outcome enumerate(const std::string& name_space, const std::string& query);

    // The registry. errors: false when the id is taken.
    bool register_system(const std::shared_ptr<System>& system);
    void unregister_system(const System& system);
    std::shared_ptr<System> find_registered(const std::string& name_space, const std::string& id);
    std::vector<std::shared_ptr<System>> registered();

    std::string draw_guid();
    // errors: Refusal with the place of a system whose processes cannot be owned.
    std::shared_ptr<ProcessTree> open_tree(const std::shared_ptr<System>& system);
    std::shared_ptr<Spawner> spawner();
    const Environment& inherited() const { return inherited_; }

    Scheduler& scheduler() { return scheduler_; }
    StringLedger& strings() { return strings_; }
    FaultTable& faults() { return faults_; }
    GrantLedger& grants() { return grants_; }
    Service& service() { return service_; }
    uint32_t windows_build() const { return windows_build_.load(std::memory_order_relaxed); }
    bool supports(uint32_t major, uint32_t minor);

  private:
    Host();
    void disconnect();
    void provoke_callback(Subscription& subscription, HCS_EVENT_TYPE type);

    Scheduler scheduler_;
    StringLedger strings_;
    FaultTable faults_;
    GrantLedger grants_;
    Service service_;
    HandleTable<Operation> operations_{HandleKind::kOperation};
    HandleTable<SystemReference> systems_{HandleKind::kSystem};
    HandleTable<ProcessReference> processes_{HandleKind::kProcess};
    std::array<std::atomic<bool>, kFunctionCount> missing_{};
    std::atomic<uint32_t> windows_build_{kNewestBuild};
    std::atomic<bool> callback_during_close_{false};
    std::atomic<uint64_t> next_operation_{1};
    std::atomic<uint64_t> next_process_{1};
    std::atomic<uint64_t> closes_in_own_callback_{0};

    const Environment inherited_ = inherited_environment();

    std::mutex mutex_;
    Configuration configuration_;                                                    // guarded by mutex_, as all below
    std::map<std::pair<std::string, std::string>, std::shared_ptr<System>> registry_;  // by name space and id
    std::shared_ptr<Spawner> spawner_;
    std::mt19937_64 random_;
};

template <class Work>
HRESULT Host::submit(Function function, HCS_OPERATION handle, Errand errand, Work work) {
    std::shared_ptr<Operation> operation;
    uint64_t run = 0;
    HRESULT refused = find_operation(handle, &operation);
    if (!failed(refused)) {
        std::function<void()> dropped = errand.dropped;
        refused = operation->begin(std::move(errand), &run);
        if (failed(refused) && dropped) dropped();
    } else if (errand.dropped) {
        errand.dropped();
    }
    if (failed(refused)) return refused;
    const std::optional<FaultRule> fault = faults_.strike(function);
    if (fault && fault->at_call) {
        operation->refuse(run, failure(*fault->code, fault->message));
        return *fault->code;
    }
    if (fault && fault->never) return kOk;
    if (!scheduler_.staff()) {
        operation->refuse(run, failure(kOutOfMemory, "no thread could be started to do what was asked for"));
        return kOutOfMemory;
    }
    uint64_t delay_us = fault ? fault->delay_us : 0;
    if (delay_us == 0) delay_us = scheduler_.draw_delay_us();
    if (fault && fault->code) {
        scheduler_.post(
            Task([operation, run, code = *fault->code, message = fault->message] { operation->complete(run, failure(code, message)); }),
            delay_us);
        return kOk;
    }
    scheduler_.post(Task([operation = std::move(operation), run, work = std::move(work)]() mutable {
                        if (!operation->work_begins(run)) return;
                        operation->complete(run, attempt(work));
                    }),
                    delay_us);
    return kOk;
}

}  // namespace hcsffi
