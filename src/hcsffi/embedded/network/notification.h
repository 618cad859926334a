/* Who is told what happens to networks.
 *
 * What is told stands in one queue, in the order in which it happened: the registry appends while it holds its lock. A task on the
 * scheduler serves the queue, one notification after the other, each to all who were registered when it happened, with no lock held.
 * Removing a registration waits for its running callback, unless it is that very callback which removes it, or one that this one waits
 * for (awaited.h).
 *
 * "Pre" is told before the change: tell_first waits until all have heard it. From within a callback it cannot wait for itself, and does
 * not; nor does it wait longer than a second for a callback that waits for it.
 */
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/handle_table.h"
#include "engine/host.h"
#include "ground/lock_order.h"
#include "ground/text.h"

namespace hcsffi {

class Notifier {
  public:
    explicit Notifier(Host& host) : host_(host) {}

    // threads: any, as all of these. `of` is the id of a guest network service, or "" for the service as a whole. errors: Refusal
    // kInvalidArgument; kOutOfMemory where there is no thread to tell anything.
    void* add(HCN_NOTIFICATION_CALLBACK callback, void* context, const std::string& of);
    // blocks: while the callback runs, unless this is it. errors: Refusal kInvalidArgument, kHandle.
    void remove(const void* handle);

    // For those who listen to `of`. owns: nothing yet; `serve` has it told. Does not fail.
    void append(HCN_NOTIFICATIONS kind, const std::string& json, const std::string& of = "") noexcept;
    // No callback runs on the caller's stack.
    void serve() noexcept;
    // blocks: until it has been told.
    void tell_first(HCN_NOTIFICATIONS kind, const std::string& json);
    // To all, whatever they listen to.
    void tell_disconnect() noexcept;

    uint64_t live() const { return handles_.live(); }
    // What is not told yet is dropped. The scheduler stands still.
    void clear();

  private:
    struct Registration {
        HCN_NOTIFICATION_CALLBACK callback;
        void* context;
        std::string of;
        bool closed = false;  // guarded by mutex_, as all below
        bool running = false;
        std::thread::id thread;
    };
    struct Notification {
        HCN_NOTIFICATIONS kind;
        Text text;
        std::vector<std::shared_ptr<Registration>> to;
        bool told = false;  // guarded by mutex_
    };

    std::shared_ptr<Notification> compose(HCN_NOTIFICATIONS kind, const std::string& json, const std::string* of) const;
    void enqueue(std::shared_ptr<Notification> notification);
    void work();
    void tell(Lock<Rank::kSubscription>& lock, const Notification& notification);

    Host& host_;
    HandleTable<Registration> handles_{HandleKind::kNotificationCallback};
    OrderedMutex<Rank::kSubscription> mutex_;
    std::condition_variable changed_;
    std::deque<std::shared_ptr<Notification>> queue_;  // guarded by mutex_, as all below
    bool serving_ = false;
    std::thread::id server_;
};

}  // namespace hcsffi
