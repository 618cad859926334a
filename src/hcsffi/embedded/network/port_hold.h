// Ports of this machine that nobody else can have: sockets that are bound and never used.
#pragma once

#include <cstdint>
#include <vector>

namespace hcsffi {

class PortHold {
  public:
    enum Protocol : uint8_t { kTcp = 1, kUdp = 2 };
    // Whether it is held now, or why not: a program has it, the system keeps it to itself, or there are no more sockets.
    enum class Result : uint8_t { kHeld, kInUse, kDenied, kNoResources };

    PortHold() = default;
    PortHold(PortHold&& other) noexcept : sockets_(std::move(other.sockets_)) { other.sockets_.clear(); }
    PortHold& operator=(PortHold&& other) noexcept;
    PortHold(const PortHold&) = delete;
    PortHold& operator=(const PortHold&) = delete;
    ~PortHold() { release(); }

    // threads: any. blocks: no. Takes the port on every address of both families, for each of the protocols (bits of Protocol). errors:
    // nothing is held then.
    Result take(uint8_t protocols, uint16_t port);
    void release() noexcept;

  private:
    // A socket that has the port on every address of one family; kNone with kHeld where the machine has no such family. errors: kNone.
    static intptr_t open(bool six, Protocol protocol, uint16_t port, Result* result);
    static void close(intptr_t socket) noexcept;

    static constexpr intptr_t kNone = -1;
    std::vector<intptr_t> sockets_;
};

}  // namespace hcsffi
