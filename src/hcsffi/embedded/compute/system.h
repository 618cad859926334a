/* A compute system. It lives in the host, not in a handle: handles come and go (SystemReference), the system ends by its own exit.
 *
 * Requests run on workers. Each asks the lifecycle table, moves to a passing state, does what takes time with no lock held, and moves on.
 * What ends a system (a finished shutdown, terminate, the last handle, a guest crash, the loss of its reaper) goes through finish(), once:
 * the tree dies, the id becomes free, exit status and waiters follow, every handle is told. The ends of its processes
 * stand in its event line by then: the reactor has told those that ran, start_process those that ended while they were being started.
 */
#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "compute/container.h"
#include "compute/grant.h"
#include "compute/isolation.h"
#include "compute/lifecycle.h"
#include "compute/limit.h"
#include "compute/process.h"
#include "compute/wiring.h"
#include "document/document.h"
#include "engine/event.h"
#include "engine/host.h"
#include "ground/lock_order.h"
#include "ground/outcome.h"
#include "processes/spawn.h"

namespace hcsffi {

class System;
struct HostFile;

// What a system asks about the others of the host.
class Neighbours {
  public:
    virtual ~Neighbours() = default;
    virtual std::shared_ptr<System> find(const std::string& name_space, const std::string& id) const = 0;
    // `hosted` runs in the system of its name space that has this id, until it leaves.
    virtual void move_in(const System& hosted, const std::string& hosting_id) = 0;
    virtual std::vector<std::shared_ptr<System>> hosted_by(const System& hosting) const = 0;
    // The id is free again.
    virtual void leave(const System& system) = 0;
};

// What one HCS_SYSTEM stands for.
struct SystemReference {
    explicit SystemReference(std::shared_ptr<System> named);

    const std::shared_ptr<System> system;
    const std::shared_ptr<Subscription> subscription;
    std::atomic<bool> disconnected{false};  // the service went away while this handle was open
    std::atomic<bool> counted{true};        // among the open handles of the system
};

// How a system came to its end; texts of NotificationType and SystemExitDetail.
struct ExitCause {
    HRESULT status;
    const char* type;
    const char* detail;
    const char* initiator;
};

inline constexpr ExitCause kShutdownExit{kOk, "GracefulExit", "Shutdown", "Client"};
inline constexpr ExitCause kTerminateExit{kOk, "ForcedExit", "Terminate", "Client"};
inline constexpr ExitCause kGuestCrashExit{kUnexpectedExit, "UnexpectedExit", "UnexpectedExit", "GuestOS"};
inline constexpr ExitCause kUnfinishedExit{kUnexpectedExit, "UnexpectedExit", "Terminate", "Internal"};  // processes are left
inline constexpr ExitCause kLostExit{kUnexpectedExit, "UnexpectedExit", "UnexpectedExit", "Internal"};

class System final : public Household, public TreeListener, public std::enable_shared_from_this<System> {
  public:
    System(Host& host, Neighbours& neighbours, const GrantLedger& grants, LayerCatalogue& layers, Networks& networks,
           std::string name_space, std::string id);

    const std::string& id() const { return id_; }
    const std::string& name_space() const { return name_space_; }

    // threads: worker. blocks: as spawn.h says. errors: as Outcome or Refusal. Text arguments are documents as the client sent them.
    Outcome construct(const std::string& configuration);
    Outcome start(const std::string& options);
    Outcome shut_down(const std::string& options);
    Outcome terminate(const std::string& options);
    Outcome pause(const std::string& options);
    Outcome resume(const std::string& options);
    Outcome save(const std::string& options);
    Outcome crash(const std::string& options);
    Outcome modify(const std::string& request);
    Outcome migrate(const std::string& options);
    Outcome properties(const std::string& query);
    Outcome start_process(const std::shared_ptr<Process>& process, const std::string& parameters);
    // threads: any. A JSON array of what its documents ask for, those of its processes included, and nobody carries out.
    std::string unfulfilled();
    // threads: any. A JSON object: what ends its processes as a whole, and what kept it from something better.
    std::string ending();
    // threads: any but a worker's own locks held. A JSON object: its limits, and what holds each.
    std::string limits_told();
    // threads: worker or a client's. How many processes there may be, for which the documents of HCS have no member; 0 = any number.
    // errors: Refusal kServiceNotAvailable where nobody would count them, and nothing has changed; kNotImplemented of others' systems.
    void limit_processes(uint32_t count);

    // The create was dropped or refused: the id is free again.
    void abandon();
    // threads: any but the reactor. blocks: until the exit is complete. Ends the system; the first cause counts.
    void finish(const ExitCause& cause);
    // Ends it without telling anybody: the service went away.
    void vanish();

    void add_reference(const std::shared_ptr<SystemReference>& reference);
    // The handle behind a reference was closed. blocks: when it was the last and the system goes with it.
    void drop_reference(SystemReference& reference);
    // A handle died with the service: it counts no longer, its close changes nothing.
    void lose_reference(SystemReference& reference);
    // blocks: until the exit or `timeout_ms`. errors: kOperationTimeout (chosen), kServiceDisconnect, kSystemNotFound for a failed create.
    Outcome wait_exit(const SystemReference& reference, DWORD timeout_ms);
    void wake_waiters();

    // Properties every answer carries. Empty while the system cannot be listed.
    Text basic();
    // As basic, in UTF-8; "" while the system cannot be listed.
    std::string basic_json();
    uint64_t process_count();
    bool matches(const Node& query);

    // A process of this system; empty when none with that id lives.
    std::shared_ptr<Process> find_process(uint32_t process_id);
    HRESULT allowed(Request request);
    SystemKind kind();
    bool is_listed();
    bool is_template();
    std::string hosting_id() const;

    // Household
    Host& host() override { return host_; }
    const std::shared_ptr<EventLine>& event_line() const override { return event_line_; }
    std::string host_name() override;
    bool is_isolated() override;
    std::shared_ptr<ProcessTree> tree() override;
    void forget_process(ProcessKey key) override;

    // TreeListener
    void process_ended(ProcessKey key, const ProcessEnd& end) noexcept override;
    std::shared_ptr<void> stand_in() noexcept override;
    void tree_lost(const SpawnOutcome& why) noexcept override;

  private:
    class Starting;
    class OpeningTree;

    // A state that is passed through. Whoever throws on the way leaves it for where it came from.
    class Passing {
      public:
        Passing(System& system, Request request, SystemState passing, SystemState back)
            : system_(system), passing_(passing), back_(back), throwing_(std::uncaught_exceptions()) {
            system_.begin_change(request, passing);
        }
        Passing(const Passing&) = delete;
        Passing& operator=(const Passing&) = delete;
        ~Passing() {
            if (std::uncaught_exceptions() > throwing_) system_.end_change(passing_, back_);
        }

      private:
        System& system_;
        const SystemState passing_;
        const SystemState back_;
        const int throwing_;
    };

    // Throws what the table says against `request`; else moves to `passing`.
    void begin_change(Request request, SystemState passing);
    // Moves from `passing` to `next`; false when the system began to end meanwhile.
    bool end_change(SystemState passing, SystemState next);
    void refuse_unless(Request request);

    std::string basic_members_locked() const;
    void set_state_locked(SystemState state);
    std::vector<std::shared_ptr<SystemReference>> references();
    void notify(HCS_EVENT_TYPE type, const Text& data);
    void read_document(const Document& document);
    // Into its namespace, its adapters to their endpoints. errors: Refusal.
    void connect();
    void disconnect_networks() noexcept;
    Outcome crash_guest();
    void lose_processes();

    // start.cpp
    // errors: Refusal where its processes cannot be owned.
    std::shared_ptr<ProcessTree> open_tree(const Isolation& isolation, const TreeLimits& limits, std::shared_ptr<OwnNetwork>* network,
                                           LimitsHeld* held);
    // Has the tree that runs hold what the document says now.
    void follow_limits();
    TreeLimits limits();
    Outcome start_container();
    Outcome start_virtual_machine();
    // errors: Refusal when the machine could not open the file.
    void check_file(const HostFile& file, const std::string& runtime_id);

    // exit.cpp
    void shut_down_processes();
    bool guest_cooperates(const Node& options);
    // blocks: until the ends of the processes that were being started are told, and a tree that was being opened has gone.
    void await_starts();
    Text exit_text(const ExitCause& cause);
    void publish_exit(const ExitCause& cause, const std::string& problem);
    std::string end_tree(ProcessTree& tree);

    // property.cpp
    std::string property_member(const std::string& type);
    std::string statistics_json();
    std::string process_list_json();
    std::string virtual_memory_json();
    std::string shared_memory_json();
    std::string guest_connection_json();
    std::string query_response(const std::string& name);

    // modify.cpp
    void modify_place(const Node& request, const std::string& path);
    // What runs is changed first: a document never says what is not so. errors: Refusal.
    void carry_mapping(const std::vector<std::string>& steps, const std::string& request, const Node& settings);

    Host& host_;
    Neighbours& neighbours_;
    const GrantLedger& grants_;
    LayerCatalogue& layers_;
    Networks& networks_;
    const std::string name_space_;
    const std::string id_;
    const std::shared_ptr<EventLine> event_line_;

    // Before mutex_: alone while mapped directories are changed, which stops the processes; together where they are started or paused.
    std::shared_mutex mapping_mutex_;
    mutable OrderedMutex<Rank::kSystem> mutex_;
    std::condition_variable changed_;
    SystemState state_ = SystemState::kCreating;  // guarded by mutex_, as all below
    SystemKind kind_ = SystemKind::kContainer;
    Document document_;                           // as created, with every modification since
    std::string owner_;
    std::string runtime_id_;
    std::string hosting_id_;
    std::string template_id_;
    bool ends_with_last_handle_ = false;
    bool finishing_ = false;
    bool shutting_down_ = false;
    bool isolated_ = false;  // since the start
    uint64_t started_100ns_ = 0;                  // of the scheduler's clock
    int64_t started_unix_100ns_ = 0;
    Text basic_;                                  // cached until state or document change
    Text exit_;
    std::string end_problem_;  // guarded by mutex_: what kept processes alive when all was ended
    std::shared_ptr<ProcessTree> tree_;
    std::shared_ptr<OwnNetwork> network_;         // nullptr where it is the machine's
    std::string carried_namespace_;               // whose network it has or, before the start, would have
    std::shared_ptr<void> root_;                  // what keeps the view of layers that is its root; nullptr without
    bool stands_on_layers_ = false;
    Wiring wiring_;
    std::unordered_map<ProcessKey, std::shared_ptr<Process>> processes_;
    std::vector<std::weak_ptr<SystemReference>> references_;
    std::set<std::string> unfulfilled_of_processes_;
    std::set<std::string> carried_mappings_;      // as JSON: of the document before the start, of the tree since then
    uint32_t most_processes_ = 0;
    LimitsHeld limits_held_;                      // before the start those that would be
    uint32_t open_handles_ = 0;
    uint32_t opening_trees_ = 0;                  // starts under way, which end what they opened when the system ended meanwhile
    uint32_t starting_processes_ = 0;             // between their entry into processes_ and the answer of the tree
};

}  // namespace hcsffi
