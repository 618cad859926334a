/* One HCS_OPERATION: what a client holds while the host works.
 *
 * Actors. The client begins an operation by handing it to a call, waits for it, polls it, cancels it and closes it, from any threads. A
 * worker carries the call out and completes the operation. Each use is a run with a number of its own; whatever comes late for an
 * earlier run (a cancelled one, one that a disconnect has ended) finds another number and is dropped.
 *
 * Steps of a run. (1) begin: Idle, Refused or Done -> Running; an operation that runs is not disturbed, and one whose callback runs is
 * not free yet (chosen). (2) The work is carried out, or dropped before it began. (3) complete: outcome stored, Done, waiters woken, so
 * that the result can be read from here on. (4) The callback runs, with no lock held, once. In event mode the handle's subscription is
 * told instead. A call that fails at once goes to Refused: no completion, no callback, but its document can be read.
 *
 * Close. From the callback itself: at once. From elsewhere: waits for a running callback; none begins afterwards. An unfinished run goes on
 * and its result is thrown away.
 *
 * Lock order of the host, outermost first. No lock is held while a client's callback runs, while a tree of spawn.h is asked for anything,
 * or while a task is posted.
 *   System::mutex_, Process::mutex_, Owner::mutex_, Subscription::mutex_, EventLine::mutex_, OperationLock, Scheduler::batch_mutex_,
 *   Scheduler::mutex_, then the leaves: HandleTable, FaultTable, StringLedger, GrantLedger.
 */
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "engine/event.h"
#include "engine/operation_lock.h"
#include "engine/scheduler.h"
#include "ground/lock_order.h"
#include "ground/outcome.h"

namespace hcsffi {

// Whom the AndProcessInfo calls ask: what an operation about a process hands out.
class Informant {
  public:
    virtual ~Informant() = default;
    // owns: the caller gets the pipes nobody fetched yet. Absent ones are NULL from create, INVALID_HANDLE_VALUE later.
    virtual HCS_PROCESS_INFORMATION hand_out(bool from_create) = 0;
};

// What a run is about.
struct Errand {
    HCS_OPERATION_TYPE type = HcsOperationTypeNone;
    HCS_SYSTEM system = nullptr;                  // handles as the client gave or got them
    HCS_PROCESS process = nullptr;
    std::shared_ptr<Informant> informs_of;        // of the process whose id and pipes the AndProcessInfo calls hand out
    std::shared_ptr<Subscription> subscription;   // of the handle the call was made on
    std::function<void()> dropped;                // undoes what the accepting call did, when the work is never carried out
};

class Operation final : public Completion, public std::enable_shared_from_this<Operation> {
  public:
    Operation(Scheduler& scheduler, uint64_t id, void* context, HCS_OPERATION_COMPLETION callback, HCS_EVENT_CALLBACK event_callback)
        : scheduler_(scheduler), id_(id), context_(context), callback_(callback), event_callback_(event_callback) {}

    void set_handle(HCS_OPERATION handle) { handle_ = handle; }
    HCS_OPERATION handle() const override { return handle_; }
    uint64_t id() const { return id_; }

    // threads: any. errors: kOperationAlreadyStarted while a run is unfinished, kCallbackAlreadySet when the errand's handle delivers
    // completions as events and this operation has a callback of its own.
    HRESULT begin(Errand errand, uint64_t* run);
    // The accepting call failed: keeps its reason for whoever reads the result.
    void refuse(uint64_t run, Outcome outcome);
    // threads: worker. False: the run is over already and the work must not be carried out.
    bool work_begins(uint64_t run);
    // threads: any, no lock held. Runs the callback. Late completions are dropped.
    void complete(uint64_t run, Outcome outcome);
    // Ends whatever runs with `outcome`, undoing what was accepted and had not begun.
    void abort(Outcome outcome);
    // errors: kOperationNotStarted, kOperationAlreadyCancelled.
    HRESULT cancel(Outcome outcome);
    // threads: any. blocks: for a running callback. errors: false when called from that callback, or from one it waits for (awaited.h).
    bool close();

    // errors: kOperationNotStarted, kOperationPending as code of the outcome.
    Outcome result();
    // blocks: `timeout_ms`, kInfinite for ever. errors: also kOperationTimeout.
    Outcome wait(DWORD timeout_ms);
    // Whose information this operation carries; empty for all types but CreateProcess and GetProcessInfo.
    std::shared_ptr<Informant> informs_of() const;

    void* context() const;
    void set_context(void* context);
    // errors: kOperationAlreadyStarted while running.
    HRESULT set_callback(void* context, HCS_OPERATION_COMPLETION callback);
    HCS_OPERATION_TYPE type() const;
    HCS_SYSTEM system() const;
    HCS_PROCESS process() const;
    bool running() const;
    bool is_closed() const override;

  private:
    enum class State : uint8_t { kIdle, kRunning, kDone, kRefused };

    OperationLock& own_lock() const { return scheduler_.operation_lock(id_); }
    void finish(Lock<Rank::kOperation>& lock, Outcome outcome);
    Outcome result_locked() const;

    Scheduler& scheduler_;
    const uint64_t id_;
    HCS_OPERATION handle_ = nullptr;  // written once, before anybody else sees this
    void* context_;                        // guarded by own_lock().mutex, as all below
    HCS_OPERATION_COMPLETION callback_;
    HCS_EVENT_CALLBACK event_callback_;
    Errand errand_;
    Outcome outcome_;
    uint64_t run_ = 0;
    uint32_t watchers_ = 0;                // threads that wait for own_lock().changed
    State state_ = State::kIdle;
    bool work_begun_ = false;
    bool cancel_asked_ = false;
    bool closed_ = false;
    bool in_callback_ = false;
    std::thread::id callback_thread_;
};

}  // namespace hcsffi
