/* Ports of this machine that lead into the network of containers. A process does the work, the relay (processes/relay/relay.h): it lives
 * while an object of this class does, and ends with its owner's process.
 */
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tuple>

#include "ground/outcome.h"

namespace hcsffi {

struct PublishedPort {
    uint32_t protocol = 0;  // 6: TCP, 17: UDP
    std::string address;  // of the machine; empty: its loopback, of both families
    uint16_t port = 0;
    std::string target;  // an address in the containers' network
    uint16_t target_port = 0;

    friend bool operator==(const PublishedPort& one, const PublishedPort& other) {
        return std::tie(one.protocol, one.address, one.port, one.target, one.target_port) ==
               std::tie(other.protocol, other.address, other.port, other.target, other.target_port);
    }
};

class PortRelay {
  public:
    struct Counts {
        uint32_t publications = 0, connections = 0, peers = 0, pipes = 0;
        uint32_t process = 0;
    };

    // How it is in tests.
    struct Manner {
        std::string program;  // empty: the reaper beside this library, which is one as well
        uint32_t idle_ms = 180'000;  // how long a peer of datagrams may be silent (chosen: longer than the 120 s of nf_conntrack)
        int limit_ms = 10'000;  // within which it answers: at once, and on a loaded machine within a second
    };

    // threads: one at a time, as all of these. blocks: for an exec. `process`: the number of one that lives in the network. errors: Refusal
    // kServiceNotAvailable.
    explicit PortRelay(uint32_t process, const Manner& manner);
    // The ports are free and all connections by them closed.
    ~PortRelay();
    PortRelay(const PortRelay&) = delete;
    PortRelay& operator=(const PortRelay&) = delete;

    // The publication's number. errors: Refusal kPortAlreadyExists with who has it, kAccessDenied, kAddressInvalidOrReserved,
    // kNoSystemResources; kServiceNotAvailable when the relay has ended.
    uint64_t publish(const PublishedPort& port);
    void withdraw(uint64_t publication) noexcept;
    // errors: Refusal kServiceNotAvailable.
    Counts counts();
    // Whether it answers.
    bool works() noexcept;

  private:
    void end() noexcept;

    struct Process;
    std::unique_ptr<Process> process_;
};

}  // namespace hcsffi
