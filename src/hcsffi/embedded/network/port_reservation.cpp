#include "network/port_reservation.h"

#include "ground/outcome.h"

namespace hcsffi {

namespace {

constexpr uint8_t kProtocols[] = {PortHold::kTcp, PortHold::kUdp};
constexpr uint32_t kFirstDynamic = 49152, kLastDynamic = 65535;  // RFC 6335

HRESULT code_of(PortHold::Result result) {
    switch (result) {
        case PortHold::Result::kHeld: return kOk;
        case PortHold::Result::kInUse: return kPortAlreadyExists;
        case PortHold::Result::kDenied: return kAccessDenied;
        default: return kNoSystemResources;
    }
}

}  // namespace

void PortReservations::hold(Key key, bool shared) {
    const auto there = held_.find(key);
    if (there != held_.end()) {
        if (!shared || !there->second.shared) throw Refusal(kPortAlreadyExists, "port " + std::to_string(key.second) + " is reserved");
        ++there->second.owners;
        return;
    }
    const auto entered = held_.emplace(key, Held{PortHold(), 1, shared}).first;
    const HRESULT code = code_of(entered->second.hold.take(key.first, key.second));
    if (!failed(code)) return;
    held_.erase(entered);
    throw Refusal(code, "port " + std::to_string(key.second) + " of this machine cannot be had");
}

void PortReservations::let_go(Key key) noexcept {
    const auto there = held_.find(key);
    if (there != held_.end() && --there->second.owners == 0) held_.erase(there);
}

void PortReservations::take(const ReservedPorts& ports) {
    std::vector<Key> taken;
    taken.reserve(2 * (size_t{ports.last} - ports.first + 1));
    try {
        for (uint32_t port = ports.first; port <= ports.last; ++port) {
            for (const uint8_t protocol : kProtocols) {
                if ((ports.protocols & protocol) == 0) continue;
                const Key key{protocol, static_cast<uint16_t>(port)};
                hold(key, ports.shared);
                taken.push_back(key);
            }
        }
    } catch (...) {
        for (const Key& key : taken) let_go(key);
        throw;
    }
}

void PortReservations::give_back(const ReservedPorts& ports) noexcept {
    for (uint32_t port = ports.first; port <= ports.last; ++port) {
        for (const uint8_t protocol : kProtocols) {
            if ((ports.protocols & protocol) != 0) let_go({protocol, static_cast<uint16_t>(port)});
        }
    }
}

void* PortReservations::enter(const ReservedPorts& ports) {
    auto reservation = std::make_shared<Reservation>();
    reservation->ports = ports;
    take(ports);
    try {
        return handles_.insert(std::move(reservation));
    } catch (...) {
        give_back(ports);
        throw;
    }
}

void* PortReservations::reserve(const std::string& service, uint8_t protocols, bool shared, uint16_t port) {
    if (port == 0) throw Refusal(kInvalidArgument, "no port has the number 0");
    return enter({service, protocols, shared, port, port});
}

void* PortReservations::reserve_range(const std::string& service, uint16_t count, uint16_t* first, uint16_t* last) {
    if (count == 0) throw Refusal(kInvalidArgument, "a range has at least one port");
    for (uint32_t start = kFirstDynamic; start + count - 1 <= kLastDynamic; ++start) {
        const ReservedPorts ports{service, PortHold::kTcp | PortHold::kUdp, false, static_cast<uint16_t>(start),
                                  static_cast<uint16_t>(start + count - 1)};
        try {
            void* const handle = enter(ports);
            *first = ports.first;
            *last = ports.last;
            return handle;
        } catch (const Refusal& refusal) {
            if (refusal.code() != kPortAlreadyExists && refusal.code() != kAccessDenied) throw;
        }
    }
    throw Refusal(kNoSystemResources, "this machine has not as many free ports in a row");
}

void PortReservations::release(const void* handle) {
    if (handle == nullptr) throw Refusal(kInvalidArgument, "the handle of a reservation is NULL");
    const auto reservation = handles_.remove(handle);
    if (!reservation) throw Refusal(kHandle, "no ports are reserved under this handle");
    if (!reservation->over) give_back(reservation->ports);
}

void PortReservations::release_of(const std::string& service) noexcept {
    handles_.each([&](Reservation& reservation) {
        if (reservation.over || (!service.empty() && reservation.ports.service != service)) return;
        reservation.over = true;
        give_back(reservation.ports);
    });
}

std::vector<ReservedPorts> PortReservations::all() const {
    std::vector<ReservedPorts> ports;
    for (const auto& reservation : handles_.all()) {
        if (!reservation->over) ports.push_back(reservation->ports);
    }
    return ports;
}

}  // namespace hcsffi
