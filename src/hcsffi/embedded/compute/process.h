/* A process of a compute system, and what one HCS_PROCESS stands for.
 *
 * The handle exists before the program does: the create call writes it, the operation starts the program. The pipes belong to the process
 * until a client fetches them, through the create operation or a later HcsGetProcessInfo, whichever asks first; then they are the
 * client's for good. The host keeps a duplicate of the standard input, so that end-of-file comes by request (CloseHandle) and not by a
 * client closing its end.
 *
 * The end is recorded by the reactor, which wakes waiters and puts the handles into their
 * system's event line; a worker tells them and lets the system forget the process.
 */
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "document/document.h"
#include "engine/event.h"
#include "engine/host.h"
#include "engine/operation.h"
#include "ground/lock_order.h"
#include "ground/outcome.h"
#include "processes/spawn.h"

namespace hcsffi {

class Process;

// What a refused request of spawn.h is to a client of the service.
HRESULT code_of(SpawnReason reason);

struct ProcessReference {
    explicit ProcessReference(std::shared_ptr<Process> named);

    const std::shared_ptr<Process> process;
    const std::shared_ptr<Subscription> subscription;
    std::atomic<bool> disconnected{false};
};

// What a process asks of the compute system it runs in.
class Household {
  public:
    virtual ~Household() = default;
    virtual Host& host() = 0;
    // Where its handles and those of its processes stand to be told.
    virtual const std::shared_ptr<EventLine>& event_line() const = 0;
    // By the document; "" when it says nothing.
    virtual std::string host_name() = 0;
    // Whether its programs have a root of their own.
    virtual bool is_isolated() = 0;
    // Empty when the system does not run.
    virtual std::shared_ptr<ProcessTree> tree() = 0;
    virtual void forget_process(ProcessKey key) = 0;
};

class Process final : public Informant, public std::enable_shared_from_this<Process> {
  public:
    Process(std::shared_ptr<Household> system, ProcessKey key) : system_(std::move(system)), key_(key) {}

    ProcessKey key() const { return key_; }
    uint32_t id();
    bool alive();

    // threads: worker. errors: as Outcome or Refusal.
    Outcome start(ProcessTree& tree, const Node& parameters);
    Outcome terminate(const std::string& options);
    Outcome signal(const std::string& options);
    Outcome modify(const std::string& request);
    Outcome properties(const std::string& query);
    // The check of HcsGetProcessInfo; hand_out then fills the structure.
    Outcome describe(const std::string& nothing);

    HCS_PROCESS_INFORMATION hand_out(bool from_create) override;

    // The create was dropped or failed.
    void never_started();
    void end(const ProcessEnd& end);
    // The tree is gone and nobody knows how the process ended.
    void lose();
    // Tells every handle of the end; callbacks run on workers.
    void publish_end();

    void add_reference(const std::shared_ptr<ProcessReference>& reference);
    // errors: kOperationTimeout (chosen), kServiceDisconnect, kProcessInfoNotAvailable when it never started.
    Outcome wait_exit(const ProcessReference& reference, DWORD timeout_ms);
    void wake_waiters();
    const std::shared_ptr<EventLine>& event_line() const { return system_->event_line(); }

  private:
    enum class State : uint8_t { kStarting, kNeverStarted, kAlive, kEnded };

    ProcessStart read_parameters(const Node& parameters);
    void record_end_locked(uint32_t exit_code, HRESULT last_wait_result);
    std::string status_json_locked() const;
    std::shared_ptr<ProcessTree> tree_of_living();

    const std::shared_ptr<Household> system_;
    const ProcessKey key_;

    OrderedMutex<Rank::kProcess> mutex_;
    std::condition_variable changed_;
    State state_ = State::kStarting;  // guarded by mutex_, as all below
    bool ended_before_started_ = false;
    StartedProcess started_;
    bool asked_input_ = false, asked_output_ = false, asked_error_ = false;
    uint32_t exit_code_ = 0;
    HRESULT last_wait_result_ = kOk;
    Text status_;
    std::vector<std::weak_ptr<ProcessReference>> references_;
};

}  // namespace hcsffi
