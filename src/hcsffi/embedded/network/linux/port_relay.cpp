#include "network/port_relay.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <vector>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "ground/uninterrupted.h"
#include "network/linux/port_listener.h"
#include "network/linux/socket_address.h"
#include "processes/linux/tree.h"
#include "processes/relay/protocol.h"

namespace hcsffi {
namespace {

Refusal no_relay(const std::string& step, int error) {
    return Refusal(kServiceNotAvailable,
                   "no relay for published ports: " + step + ": " + strerror(error) + " (errno " + std::to_string(error) + ")");
}

}  // namespace

// The other end of the relay's socket.
struct PortRelay::Process {
    ReaperProcess started;
    uint64_t last = 0;
    int limit_ms;

    // errors: Refusal kServiceNotAvailable; what the relay answers is in the answer.
    relay::Answer ask(const relay::Order& order, const std::vector<UniqueFd>& given) const;

    // The program that uses the library may have waited for all its children: then only the descriptor still tells which process it was. A
    // sandbox may know no signals by descriptor, and who still waits to be collected has its number.
    void kill_it() const {
        if (started.alive && kill_process(fd_of(started.alive)) == 0) return;
        siginfo_t own{};
        if (!started.alive || waitid(P_PID, static_cast<id_t>(started.pid), &own, WEXITED | WNOHANG | WNOWAIT) == 0)
            kill(started.pid, SIGKILL);
    }

  private:
    void send(const relay::Order& order, const std::vector<UniqueFd>& given) const;
};

void PortRelay::Process::send(const relay::Order& order, const std::vector<UniqueFd>& given) const {
    std::vector<int> numbers;
    for (const UniqueFd& one : given) numbers.push_back(fd_of(one));
    const ssize_t sent = send_with_descriptors(fd_of(started.socket), &order, sizeof order, numbers, 0);
    if (sent == static_cast<ssize_t>(sizeof order)) return;
    const int error = errno;
    kill_it();  // who cannot be told to give a port back would keep it
    throw no_relay("speaking to it", error);
}

relay::Answer PortRelay::Process::ask(const relay::Order& order, const std::vector<UniqueFd>& given) const {
    send(order, given);
    pollfd readable{fd_of(started.socket), POLLIN, {}};
    const int ready = uninterrupted([&] { return poll(&readable, 1, limit_ms); });
    int error = ready < 0 ? errno : ETIMEDOUT;
    if (ready > 0) {
        relay::Answer answer{};
        const ssize_t got = recv(fd_of(started.socket), &answer, sizeof answer, MSG_DONTWAIT);
        if (got == static_cast<ssize_t>(sizeof answer) && answer.key == order.key) return answer;
        error = got < 0 ? errno : ECONNRESET;
    }
    kill_it();  // who does not answer may have a port still
    throw no_relay("hearing from it", error);
}

PortRelay::PortRelay(uint32_t process, const Manner& manner) : process_(std::make_unique<Process>()) {
    std::vector<UniqueFd> network;
    network.emplace_back(open(("/proc/" + std::to_string(process) + "/ns/net").c_str(), O_RDONLY | O_CLOEXEC));
    if (!network.front()) throw no_relay("opening the network of process " + std::to_string(process), errno);
    process_->started.group = relay::kName;
    process_->limit_ms = manner.limit_ms;
    const SpawnOutcome outcome = start_reaper(manner.program.empty() ? reaper_beside_this_library() : manner.program, &process_->started);
    if (!outcome.ok()) throw Refusal(kServiceNotAvailable, "no relay for published ports: " + outcome.text);
    try {
        relay::Order order{};
        order.ask = relay::Ask::enter;
        order.idle_ms = manner.idle_ms;
        if (const int error = process_->ask(order, network).error; error != 0) throw no_relay("entering the containers' network", error);
    } catch (...) {
        end();
        throw;
    }
}

PortRelay::~PortRelay() { end(); }

void PortRelay::end() noexcept {
    process_->kill_it();
    siginfo_t ended{};
    const ReaperProcess& it = process_->started;
    uninterrupted([&] {
        return it.alive ? waitid(P_PIDFD, static_cast<id_t>(fd_of(it.alive)), &ended, WEXITED)
                        : waitid(P_PID, static_cast<id_t>(it.pid), &ended, WEXITED);
    });
}

uint64_t PortRelay::publish(const PublishedPort& port) {
    const auto target = read_address(port.target);
    if (!target) throw Refusal(kInvalidIp, "\"" + port.target + "\" is no address");
    const SocketAddress inside = socket_address(*target, port.target_port);
    relay::Order order{};
    order.ask = relay::Ask::publish;
    order.key = ++process_->last;
    order.target = inside.storage;
    order.target_length = inside.length;
    if (const int error = process_->ask(order, listen_on(port)).error; error != 0) throw no_relay("publishing a port", error);
    return order.key;
}

void PortRelay::withdraw(uint64_t publication) noexcept {
    relay::Order order{};
    order.ask = relay::Ask::withdraw;
    order.key = publication;
    try {
        process_->ask(order, {});
    } catch (const std::exception&) {
        // It has ended, and its ports with it.
    }
}

PortRelay::Counts PortRelay::counts() {
    relay::Order order{};
    order.ask = relay::Ask::count;
    const relay::Answer answer = process_->ask(order, {});
    return {answer.publications, answer.connections, answer.peers, answer.pipes, static_cast<uint32_t>(process_->started.pid)};
}

bool PortRelay::works() noexcept {
    try {
        counts();
    } catch (const std::exception&) {
        return false;
    }
    return true;
}

}  // namespace hcsffi
