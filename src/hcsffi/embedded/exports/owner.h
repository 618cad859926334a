/* The one owner of everything the host holds: handles, systems, strings, workers, rules. Exports ask Owner::current() and pass it on; nouns
 * know it as the Host of engine/host.h, if at all.
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
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "compute/container.h"
#include "compute/environment.h"
#include "compute/grant.h"
#include "compute/process.h"
#include "compute/registry.h"
#include "compute/service.h"
#include "compute/system.h"
#include "declared_functions.h"
#include "engine/configuration.h"
#include "engine/fault.h"
#include "engine/handle_table.h"
#include "engine/host.h"
#include "engine/operation.h"
#include "engine/scheduler.h"
#include "engine/submission.h"
#include "exports/wired_networks.h"
#include "ground/lock_order.h"
#include "ground/text.h"
#include "network/registry.h"
#include "processes/spawn.h"
#include "storage/layer_store.h"

namespace hcsffi {

class Owner final : public Host, public LayerCatalogue {
  public:
    // errors: nullptr in a forked child (kServiceDisconnect in *why) and where it cannot be made (kOutOfMemory).
    static Owner* current(HRESULT* why = nullptr);

    bool offers(Function function) const { return !missing_[static_cast<size_t>(function)].load(std::memory_order_relaxed); }

    // threads: any but a worker. errors: Refusal kInvalidArgument naming the JSON path, kInvalidState from a callback.
    void configure(std::string_view json);
    std::string counters();
    // threads: any but a worker. blocks: at the first call, until isolation has been tried. How containers are isolated here, as JSON.
    std::string isolation_json();
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
    // errors: kSystemNotFound, kSystemAlreadyStopped.
    Outcome unfulfilled(const std::string& name_space, const std::string& id);
    // errors: kSystemNotFound.
    Outcome ending(const std::string& name_space, const std::string& id);
    // blocks: until the limits of `settings`, if any, hold. errors: kSystemNotFound; Refusal as System::limit_processes.
    Outcome limits(const std::string& name_space, const std::string& id, const std::string& settings);

    // Host
    Scheduler& scheduler() override { return scheduler_; }
    uint32_t windows_build() const override { return windows_build_.load(std::memory_order_relaxed); }
    std::vector<SchemaVersion> supported_versions() override;
    bool supports(uint32_t major, uint32_t minor) override;
    bool spells_status() const override { return spells_status_.load(std::memory_order_relaxed); }
    std::string draw_guid() override;
    IsolationMode isolation() override;
    std::shared_ptr<Spawner> spawner() override;
    const Environment& inherited() const override { return inherited_; }

    // LayerCatalogue
    bool knows_layer(const std::string& path) const override { return layers_.knows(path); }
    std::vector<std::string> layers_shown(const std::string& path) const override { return layers_.shown(path); }
    std::shared_ptr<void> stand_on(const std::string& path) override { return layers_.stand_on(path); }

    StringLedger& strings() { return strings_; }
    FaultTable& faults() { return faults_; }
    GrantLedger& grants() { return grants_; }
    Service& service() { return service_; }
    NetworkRegistry& networks() { return networks_; }
    LayerStore& layers() { return layers_; }

  private:
    Owner();
    void disconnect();
    void provoke_callback(Subscription& subscription, HCS_EVENT_TYPE type);

    Scheduler scheduler_;
    StringLedger strings_;
    FaultTable faults_;
    GrantLedger grants_;
    Service service_;
    LayerStore layers_;
    Registry registry_;
    NetworkRegistry networks_{*this};
    WiredNetworks wired_networks_{networks_};
    HandleTable<Operation> operations_{HandleKind::kOperation};
    HandleTable<SystemReference> systems_{HandleKind::kSystem};
    HandleTable<ProcessReference> processes_{HandleKind::kProcess};
    std::array<std::atomic<bool>, kFunctionCount> missing_{};
    std::atomic<uint32_t> windows_build_{kNewestBuild};
    std::atomic<bool> callback_during_close_{false};
    std::atomic<bool> spells_status_{false};
    std::atomic<uint64_t> next_operation_{1};
    std::atomic<uint64_t> next_process_{1};
    std::atomic<uint64_t> closes_in_own_callback_{0};

    const Environment inherited_ = inherited_environment();

    OrderedMutex<Rank::kOwner> mutex_;
    Configuration configuration_;  // guarded by mutex_, as all below
    bool is_configured_ = false;  // else the environment decides about isolation
    std::shared_ptr<Spawner> spawner_;
    std::mt19937_64 random_;
};

template <class Work>
HRESULT Owner::submit(Function function, HCS_OPERATION handle, Errand errand, Work work) {
    std::shared_ptr<Operation> operation;
    if (const HRESULT code = find_operation(handle, &operation); failed(code)) {
        if (errand.dropped) errand.dropped();
        return code;
    }
    return hcsffi::submit(scheduler_, faults_, function, std::move(operation), std::move(errand), std::move(work));
}

}  // namespace hcsffi
