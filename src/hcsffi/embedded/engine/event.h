/* What a handle's owner is told: one Subscription per system or process handle, one EventLine per system.
 *
 * notify() puts the event in the subscription's own queue and the subscription in the line of its system, once per event. A task on the
 * scheduler serves the line: all handles of one system, its own and those of its processes, hear one event after the other in the
 * order they happened (Z-15), while different systems are served at the same time. No lock is held during a callback. A callback that
 * blocks holds back the events of its own system and nothing else: waits and completions of operations go past the line, and a close
 * waits for a callback of its own handle only.
 *
 * The order is that of the calls of notify. So the reactor, which hears of the end of processes before whoever ends their system does,
 * tells it at once; a task of its own for that could be overtaken. It must not run a client's code, hence notify_exit_elsewhere.
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
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "engine/scheduler.h"
#include "ground/hresult.h"
#include "ground/lock_order.h"
#include "ground/text.h"

namespace hcsffi {

class Subscription;

// What a handle is told of where completions are events: an operation that is done.
class Completion {
  public:
    virtual ~Completion() = default;
    virtual HCS_OPERATION handle() const = 0;
    virtual bool is_closed() const = 0;
};

// Who of one system's handles is to be told next. An entry whose event is
// gone (told already, callback removed, handle closed) does nothing.
class EventLine : public std::enable_shared_from_this<EventLine> {
  public:
    explicit EventLine(Scheduler& scheduler) : scheduler_(scheduler) {}

    Scheduler& scheduler() const { return scheduler_; }
    // threads: any, no lock held that a callback could want.
    void stand_in(std::shared_ptr<Subscription> next);
    // As stand_in, but no callback runs on the caller's stack.
    void stand_in_elsewhere(std::shared_ptr<Subscription> next);

  private:
    // errors: false when somebody serves the line already.
    bool append(const std::shared_ptr<Subscription>& next);
    void serve();

    Scheduler& scheduler_;
    OrderedMutex<Rank::kEventLine> mutex_;
    std::list<std::shared_ptr<Subscription>> waiting_;   // guarded by mutex_; an empty list takes no memory, as an empty deque does
    bool serving_ = false;                               // guarded by mutex_
};

class Subscription : public std::enable_shared_from_this<Subscription> {
  public:
    explicit Subscription(std::shared_ptr<EventLine> line) : line_(std::move(line)) {}

    // threads: any. blocks: removal waits for a running callback. errors: kCallbackAlreadySet, kInvalidArgument for unknown option bits or
    // options without a callback.
    HRESULT set(uint32_t options, void* context, HCS_EVENT_CALLBACK callback);
    // threads: any, no lock held that a callback could want.
    void notify(HCS_EVENT_TYPE type, Text data);
    // As notify, and kept for a later registration; the second terminal event of a handle is dropped.
    void notify_exit(HCS_EVENT_TYPE type, Text data);
    // As notify_exit, from a thread that must not run a client's code.
    void notify_exit_elsewhere(HCS_EVENT_TYPE type, Text data);
    // The service went away: told once, also to a registration that is being made at this moment.
    void notify_disconnect();
    void notify_completion(const std::shared_ptr<Completion>& operation);
    // threads: any. True while completions are delivered as events instead of through callbacks of operations.
    bool takes_completions() const { return takes_completions_.load(std::memory_order_acquire); }
    // threads: any. blocks: until it has been told, past the line and on a thread of its own. Dropped in the callback itself.
    void notify_now(HCS_EVENT_TYPE type);
    // threads: whoever serves the line. Delivers the oldest event, if there is one.
    void deliver_next();
    // threads: any. blocks: until a running callback has returned. No callback begins afterwards. errors: false from the callback itself,
    // and from one it waits for (awaited.h).
    bool close();

  private:
    struct Event {
        HCS_EVENT_TYPE type;
        Text data;
        std::weak_ptr<Completion> operation;
    };

    // Insists: what has happened is told.
    static void add(std::list<Event>& events, Event event);
    void keep(Event event);
    // False: kept for a later registration, so nobody needs to stand in line.
    bool tell_or_keep(Event event);
    // Entered and left with the lock, which is not held while the callback runs.
    void deliver(Lock<Rank::kSubscription>& lock, const Event& event);
    bool take_exit(HCS_EVENT_TYPE type, Text data);
    bool is_callback_here() const { return in_callback_ && callback_thread_ == std::this_thread::get_id(); }
    bool drain(Lock<Rank::kSubscription>& lock);

    const std::shared_ptr<EventLine> line_;
    std::atomic<bool> takes_completions_{false};  // written under mutex_; read by every request on the handle
    mutable OrderedMutex<Rank::kSubscription> mutex_;
    std::condition_variable idle_;
    HCS_EVENT_CALLBACK callback_ = nullptr;  // guarded by mutex_, as all below
    void* context_ = nullptr;
    uint32_t options_ = 0;
    std::list<Event> queue_;
    std::list<Event> kept_;
    bool exit_told_ = false;
    bool disconnect_told_ = false;
    bool in_callback_ = false;
    bool closed_ = false;
    std::thread::id callback_thread_;
};

}  // namespace hcsffi
