/* The relay: one single-threaded process that leads published ports of the machine into the network of containers.
 *
 * Its listeners were made outside by the host, and stay of the machine's network whoever accepts from them. The relay itself has entered
 * the network namespace of the containers' networks, and makes the sockets to their ports there: a socket belongs for its whole life to the
 * network its maker was in.
 *
 * Its life is one loop over epoll: control socket, owner, listeners, both sockets of each connection (edge-triggered), one socket for each
 * peer of datagrams. Bytes of a connection go by splice through a pipe, which a direction has only while something is in it: an idle
 * connection costs two descriptors and no buffer. An end-of-file is passed on when all before it has been; a connection that fails on one
 * side is reset on the other.
 *
 * End-of-file on the control socket or the end of the owner's process end it. All signals are blocked.
 */
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "processes/relay/protocol.h"

namespace hcsffi::relay {

class Relay;
struct Publication;

constexpr std::int64_t kNever = INT64_MAX;

// By a clock that nobody sets.
std::int64_t clock_ms();

// A descriptor of its own that closes with it.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

// Whatever epoll tells about. It lives until the events at hand are served, though it be over.
class Watched {
  public:
    explicit Watched(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    virtual ~Watched() = default;
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;
    virtual void ready(std::uint32_t events) = 0;
    int descriptor() const { return descriptor_.get(); }
    bool is_over() const { return !descriptor_; }
    void close() { descriptor_ = Descriptor(); }

  private:
    Descriptor descriptor_;
};

// Where bytes are on their way.
struct Pipe {
    Descriptor reading, writing;
    std::size_t room = 0;
    std::uint32_t* counted = nullptr;  // how many large ones there are, where this is one

    Pipe() = default;
    ~Pipe() {
        if (counted != nullptr) --*counted;
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
};

class Connection {
  public:
    Connection(Relay& relay, Publication& publication, Descriptor outer, Descriptor inner);

    // errors: false; it cannot be watched.
    bool begin();
    // Passes on what there is, up to a limit: others want their turn.
    void go_on();
    // Both sides hear that it failed.
    void reset();
    bool is_over() const { return outer_.is_over(); }

  private:
    class Side final : public Watched {
      public:
        Side(Connection& connection, Descriptor descriptor) : Watched(std::move(descriptor)), connection_(connection) {}
        void ready(std::uint32_t events) override { connection_.ready(*this, events); }

      private:
        Connection& connection_;
    };
    struct Way {
        Side& from;
        Side& to;
        std::unique_ptr<Pipe> pipe = nullptr;
        std::size_t held = 0;  // bytes in the pipe
        bool ended = false;    // nothing more comes
        bool told = false;     // and the other side knows
        bool hurried = false;  // there may be more, and its turn was over
    };
    enum class Passed { all, failed };

    void ready(Side& side, std::uint32_t events);
    Passed pass(Way& way);
    bool fill(Way& way, bool* failed);
    void run(Way& way);
    void finish_if_done();
    void close();

    Relay& relay_;
    Publication& publication_;
    Side outer_, inner_;
    Way in_{outer_, inner_}, out_{inner_, outer_};
    bool connected_ = false;
};

class StreamListener final : public Watched {
  public:
    StreamListener(Relay& relay, Publication& publication, Descriptor descriptor)
        : Watched(std::move(descriptor)), relay_(relay), publication_(publication) {}
    void ready(std::uint32_t events) override;

  private:
    Relay& relay_;
    Publication& publication_;
};

class DatagramListener;

// One who sends datagrams to a listener, and the socket that stands for him inside.
class Peer final : public Watched {
  public:
    Peer(DatagramListener& listener, std::string name, Descriptor inner)
        : Watched(std::move(inner)), listener_(listener), name_(std::move(name)) {}
    // An answer from inside.
    void ready(std::uint32_t events) override;
    const std::string& name() const { return name_; }

    std::int64_t used_ms = 0;
    std::list<std::unique_ptr<Peer>>::iterator place;

  private:
    DatagramListener& listener_;
    const std::string name_;
};

class DatagramListener final : public Watched {
  public:
    DatagramListener(Relay& relay, Publication& publication, Descriptor descriptor)
        : Watched(std::move(descriptor)), relay_(relay), publication_(publication) {}
    void ready(std::uint32_t events) override;
    // The bytes go to whom the peer stands for.
    void answer(Peer& peer, const char* bytes, std::size_t count);
    // Those who have been silent since then are forgotten. The time of the one who has been silent longest of the others, or of the future.
    std::int64_t forget(std::int64_t since_ms);

  private:
    Peer* find(const std::string& name);
    void refresh(Peer& peer);
    void end(Peer& peer);

    Relay& relay_;
    Publication& publication_;
    std::list<std::unique_ptr<Peer>> peers_;  // the longest silent first
    std::map<std::string, Peer*> by_name_;
};

struct Publication {
    sockaddr_storage target{};
    socklen_t target_length = 0;
    std::vector<std::unique_ptr<StreamListener>> streams;
    std::vector<std::unique_ptr<DatagramListener>> datagrams;
    std::set<Connection*> connections;
};

// A member of the loop that is told of events and has nothing else to it.
class Ear final : public Watched {
  public:
    Ear(Relay& relay, Descriptor descriptor, void (Relay::*hears)()) : Watched(std::move(descriptor)), relay_(relay), hears_(hears) {}
    void ready(std::uint32_t) override { (relay_.*hears_)(); }

  private:
    Relay& relay_;
    void (Relay::*hears_)();
};

class Relay {
  public:
    Relay();
    // Until the owner lets go. errors: what the process exits with.
    int run();

    bool watch(Watched& watched, std::uint32_t events) const;
    // A socket that is on its way to the publication's target; `kind` is SOCK_STREAM or SOCK_DGRAM. errors: unset.
    Descriptor reach(const Publication& publication, int kind) const;

    // Whether there are descriptors for one more connection, with a pipe for each way.
    bool has_room() const;
    // Nobody is accepted until there is room again.
    void pause();
    void keep(std::unique_ptr<Connection> connection, Publication& publication);
    // It has been closed; its memory goes with the events at hand.
    void bury(Connection& connection, Publication& publication);
    void come_back(Connection& connection) { hurried_.insert(&connection); }

    // errors: empty.
    std::unique_ptr<Pipe> take_pipe();
    void give_back(std::unique_ptr<Pipe> pipe);

    // A peer of datagrams has come, or is over: his memory goes with the events at hand.
    void note_peer();
    void bury(std::unique_ptr<Peer> peer);

  private:
    int patience_ms() const;
    void hear_order();
    void finish() { finished_ = true; }
    int enter(const Order& order, const std::vector<Descriptor>& given);
    int publish(const Order& order, std::vector<Descriptor> given);
    bool listen(Publication& publication, Descriptor listener);
    int withdraw(std::uint64_t key);
    int carry_out(const Order& order, std::vector<Descriptor> given);
    void resume();
    void forget_silent();
    void forget(Publication& publication);

    std::uint32_t large_pipes_ = 0;
    bool finished_ = false;
    Descriptor poller_;
    Ear orders_, owner_;
    std::map<std::uint64_t, std::unique_ptr<Publication>> publications_;
    std::map<Connection*, std::unique_ptr<Connection>> connections_;
    std::vector<std::unique_ptr<Pipe>> pipes_;  // at rest, empty
    std::set<Connection*> hurried_;
    std::vector<std::unique_ptr<Connection>> buried_connections_;
    std::vector<std::unique_ptr<Watched>> buried_;
    std::vector<std::unique_ptr<Publication>> buried_publications_;
    std::uint32_t peers_ = 0;
    std::uint32_t idle_ms_ = 0;
    std::int64_t next_look_ms_ = kNever;  // for silent peers
    std::uint64_t limit_ = 0;  // of descriptors
    std::int64_t resume_ms_ = kNever;  // accepting rests until then, if it rests
};

}  // namespace hcsffi::relay
