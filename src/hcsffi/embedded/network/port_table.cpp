#include "network/port_table.h"

#include <algorithm>

namespace hcsffi {

std::vector<MappedPort> ports_of(const std::vector<Policy>& policies) {
    std::vector<MappedPort> ports;
    for (const Policy& policy : policies) {
        if (policy.type != "PortMapping") continue;
        const Document settings = Document::parse(policy.settings);
        const Node root = settings.root();
        ports.push_back({static_cast<uint32_t>(member(root, "Protocol").count(UINT8_MAX).value_or(0)),
                         static_cast<uint16_t>(member(root, "ExternalPort").count(UINT16_MAX).value_or(0)),
                         member(root, "VIP").text_or("")});
    }
    return ports;
}

bool PortTable::is_free(const MappedPort& wanted) const {
    const auto first = claimed_.lower_bound({wanted.protocol, wanted.port, ""});
    for (auto at = first; at != claimed_.end() && at->protocol == wanted.protocol && at->port == wanted.port; ++at) {
        if (at->address.empty() || wanted.address.empty() || at->address == wanted.address) return false;
    }
    return true;
}

void PortTable::exchange(std::vector<MappedPort>& held, std::vector<MappedPort> wanted) {
    const auto stands_in = [](const std::vector<MappedPort>& ports, const MappedPort& port) {
        return std::any_of(ports.begin(), ports.end(), [&](const MappedPort& each) { return !(each < port) && !(port < each); });
    };
    std::vector<MappedPort> fresh;
    fresh.reserve(wanted.size());
    try {
        for (const MappedPort& port : wanted) {
            if (stands_in(held, port) && !stands_in(fresh, port)) continue;
            if (!is_free(port))
                throw Refusal(kPortAlreadyExists, "port " + std::to_string(port.port) + " of the host leads to an endpoint already");
            fresh.push_back(port);
            claimed_.insert(port);
        }
    } catch (...) {
        for (const MappedPort& port : fresh) claimed_.erase(port);
        throw;
    }
    for (const MappedPort& port : held) {
        if (!stands_in(wanted, port)) claimed_.erase(port);
    }
    held = std::move(wanted);
}

void PortTable::release(std::vector<MappedPort>& held) noexcept {
    for (const MappedPort& port : held) claimed_.erase(port);
    held.clear();
}

}  // namespace hcsffi
