/* Ports of the host that guest network services have reserved: who has which, and that nobody else on this machine can.
 *
 * A port that is shared can be reserved again by whoever shares it, too; the machine's port is held as long as one reservation is left.
 */
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/handle_table.h"
#include "network/port_hold.h"

namespace hcsffi {

// What one reservation is of, as an enumeration tells it.
struct ReservedPorts {
    std::string service;  // the id of the guest network service
    uint8_t protocols = 0;
    bool shared = false;
    uint16_t first = 0;
    uint16_t last = 0;
};

class PortReservations {
  public:
    // The registry's lock is held, in all of these. errors: Refusal kPortAlreadyExists, kAccessDenied, kNoSystemResources.
    void* reserve(const std::string& service, uint8_t protocols, bool shared, uint16_t port);
    // As many ports in a row as the caller wants, of the range that systems give out by themselves.
    void* reserve_range(const std::string& service, uint16_t count, uint16_t* first, uint16_t* last);
    // errors: Refusal kInvalidArgument, kHandle.
    void release(const void* handle);
    // The ports are free; the handles stay until they are released.
    void release_of(const std::string& service) noexcept;

    std::vector<ReservedPorts> all() const;
    uint64_t live() const { return handles_.live(); }

  private:
    struct Reservation {
        ReservedPorts ports;
        bool over = false;
    };
    struct Held {
        PortHold hold;
        uint32_t owners = 0;
        bool shared = false;
    };
    using Key = std::pair<uint8_t, uint16_t>;  // one protocol, port

    void hold(Key key, bool shared);
    void let_go(Key key) noexcept;
    void take(const ReservedPorts& ports);
    void give_back(const ReservedPorts& ports) noexcept;
    void* enter(const ReservedPorts& ports);

    HandleTable<Reservation> handles_{HandleKind::kPortReservation};
    std::map<Key, Held> held_;
};

}  // namespace hcsffi
