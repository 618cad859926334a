/* What a handle's owner is told: one Subscription per system or process handle.
 *
 * notify() puts the event in the subscription's own queue; a task on the scheduler empties it, so that the events of one handle come
 * one after the other and in order while different handles are served at the same time. No lock is held during a callback.
 *
 * An exit that happens before a callback is registered is kept and delivered after the registration; each handle gets it once. So are
 * the last completions of operations without a callback of their own, for clients that register for completions only after the call (the
 * published sample does, A-23), as long as those operations are open. Other events nobody listens to are gone.
 *
 * close() and the removal of a callback wait for a running callback, so that its context may be freed afterwards. Called from that very
 * callback they cannot wait; they say so, and the host counts it.
 */
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "hresult.h"
#include "scheduler.h"
#include "text.h"

namespace hcsffi {

class Operation;

class Subscription : public std::enable_shared_from_this<Subscription> {
  public:
    explicit Subscription(Scheduler& scheduler) : scheduler_(scheduler) {}

    // threads: any. blocks: removal waits for a running callback. errors: kCallbackAlreadySet, kInvalidArgument for unknown option bits or
    // options without a callback.
    HRESULT set(uint32_t options, void* context, HCS_EVENT_CALLBACK callback);
    // threads: any, no lock held that a callback could want.
    void notify(HCS_EVENT_TYPE type, Text data);
    // As notify, and kept for a later registration; the second terminal event of a handle is dropped.
    void notify_exit(HCS_EVENT_TYPE type, Text data);
    // The service went away: told once, also to a registration that is being made at this moment.
    void notify_disconnect();
    void notify_completion(const std::shared_ptr<Operation>& operation);
    // threads: any. True while completions are delivered as events instead of through callbacks of operations.
    bool takes_completions() const { return takes_completions_.load(std::memory_order_acquire); }
    // threads: any. blocks: until everything told so far has been delivered; not at all in the callback itself.
    void flush();
    // threads: any. blocks: until a running callback has returned. No callback begins afterwards. errors: false from the callback itself.
    bool close();

  private:
    struct Event {
        HCS_EVENT_TYPE type;
        Text data;
        std::weak_ptr<Operation> operation;
    };

    void keep(Event event);
    void tell_or_keep(std::unique_lock<std::mutex>& lock, Event event);
    void enqueue(std::unique_lock<std::mutex>& lock, Event event);
    void deliver();
    bool drain(std::unique_lock<std::mutex>& lock);

    Scheduler& scheduler_;
    std::atomic<bool> takes_completions_{false};  // written under mutex_; read by every request on the handle
    mutable std::mutex mutex_;
    std::condition_variable idle_;
    HCS_EVENT_CALLBACK callback_ = nullptr;  // guarded by mutex_, as all below
    void* context_ = nullptr;
    uint32_t options_ = 0;
    std::deque<Event> queue_;
    std::deque<Event> kept_;
    bool exit_told_ = false;
    bool disconnect_told_ = false;
    bool delivering_ = false;
    bool in_callback_ = false;
    bool closed_ = false;
    std::thread::id callback_thread_;
};

}  // namespace hcsffi
