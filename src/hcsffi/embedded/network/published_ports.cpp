#include "network/published_ports.h"

#include <algorithm>

namespace hcsffi {

namespace {

constexpr uint64_t kNowhere = 0;  // no relay's number

// The endpoint's first address of version 4; of version 6 where it has no other.
std::string target_of(const Outlet& outlet) {
    const auto four = std::find_if(outlet.addresses.begin(), outlet.addresses.end(), [](const Address& each) { return !each.six; });
    if (four != outlet.addresses.end()) return text_of(*four);
    return outlet.addresses.empty() ? "" : text_of(outlet.addresses.front());
}

std::vector<PublishedPort> wanted_of(const Outlet& outlet) {
    std::vector<PublishedPort> ports;
    const std::string target = target_of(outlet);
    for (const Policy& policy : outlet.policies) {
        if (policy.type != "PortMapping" || target.empty()) continue;
        const Document settings = Document::parse(policy.settings);
        const Node root = settings.root();
        ports.push_back({static_cast<uint32_t>(member(root, "Protocol").count(UINT8_MAX).value_or(0)), member(root, "VIP").text_or(""),
                         static_cast<uint16_t>(member(root, "ExternalPort").count(UINT16_MAX).value_or(0)), target,
                         static_cast<uint16_t>(member(root, "InternalPort").count(UINT16_MAX).value_or(0))});
    }
    return ports;
}

}  // namespace

// One that has ended, or lives in the network of an earlier holder, is replaced: what it had published is published again. Where somebody
// else was quicker a port leads nowhere, which is told, until it can be had again.
PortRelay& PublishedPorts::relay_of(uint32_t holder) {
    if (!relay_ || holder_ != holder || !relay_->works()) {
        relay_.reset();
        relay_ = std::make_unique<PortRelay>(holder, PortRelay::Manner{});
        holder_ = holder;
        for (auto& [endpoint_id, led] : led_)
            for (auto& [port, number] : led) number = kNowhere;
    }
    for (auto& [endpoint_id, led] : led_) {
        for (auto& [port, number] : led) {
            try {
                if (number == kNowhere) number = relay_->publish(port);
            } catch (const Refusal&) {
                // It stays as it is.
            }
        }
    }
    return *relay_;
}

bool PublishedPorts::leads_nowhere(const std::string& endpoint_id) {
    const auto found = led_.find(endpoint_id);
    if (found == led_.end()) return false;
    const auto is_lost = [](const auto& one) { return one.second == kNowhere; };
    return !relay_ || !relay_->works() || std::any_of(found->second.begin(), found->second.end(), is_lost);
}

void PublishedPorts::publish(Led& led, const std::vector<PublishedPort>& ports, uint32_t holder) {
    for (const PublishedPort& port : ports) {
        PortRelay& relay = relay_of(holder);
        led.reserve(led.size() + 1);
        led.emplace_back(port, relay.publish(port));
        live_.fetch_add(1, std::memory_order_relaxed);
    }
}

// The first of them stay.
void PublishedPorts::withdraw(Led& led, size_t kept) noexcept {
    for (; led.size() > kept; led.pop_back()) {
        if (relay_) relay_->withdraw(led.back().second);
        live_.fetch_sub(1, std::memory_order_relaxed);
    }
}

void PublishedPorts::open(const Outlet& outlet) {
    const std::vector<PublishedPort> wanted = wanted_of(outlet);
    const auto found = led_.find(outlet.endpoint_id);
    if (found == led_.end() && wanted.empty()) return;
    Led& led = found == led_.end() ? led_[outlet.endpoint_id] : found->second;
    const auto is_wanted = [&](const auto& one) { return std::find(wanted.begin(), wanted.end(), one.first) != wanted.end(); };
    const size_t kept = static_cast<size_t>(std::stable_partition(led.begin(), led.end(), is_wanted) - led.begin());
    std::vector<PublishedPort> before, fresh;
    for (size_t at = kept; at < led.size(); ++at) before.push_back(led[at].first);
    for (const PublishedPort& port : wanted) {
        const auto is_it = [&](const auto& one) { return one.first == port; };
        if (std::none_of(led.begin(), led.end(), is_it)) fresh.push_back(port);
    }
    withdraw(led, kept);  // the new ones may have their numbers
    const auto bring_back = [&]() -> std::string {
        std::string lost;
        withdraw(led, kept);
        try {
            publish(led, before, outlet.holder);
        } catch (const std::exception& error) {  // somebody else was quicker
            lost = error.what();
        }
        if (led.empty()) close(outlet.endpoint_id);
        return lost;
    };
    try {
        publish(led, fresh, outlet.holder);
    } catch (const Refusal& refusal) {
        const std::string lost = bring_back();
        if (lost.empty()) throw;
        throw Refusal(refusal.code(), std::string(refusal.what()) + "; nor is published what was before: " + lost);
    } catch (...) {
        bring_back();
        throw;
    }
    if (led.empty()) close(outlet.endpoint_id);
}

void PublishedPorts::close(const std::string& endpoint_id) noexcept {
    const auto found = led_.find(endpoint_id);
    if (found == led_.end()) return;
    withdraw(found->second, 0);
    led_.erase(found);
    if (led_.empty()) relay_.reset();  // it would keep the holder's network
}

}  // namespace hcsffi
