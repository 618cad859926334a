#include "network/plane.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "ground/insist.h"

namespace hcsffi {

namespace {

// How long a container waits for the one that opens its namespace: longer than a start takes.
constexpr std::chrono::seconds kStartLimit{60};

void add_once(std::vector<std::string>& texts, const std::vector<std::string>& more) {
    for (const std::string& one : more)
        if (std::find(texts.begin(), texts.end(), one) == texts.end()) texts.push_back(one);
}

std::string line(const char* word, const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    std::string joined = word;
    for (const std::string& one : texts) joined += " " + one;
    return joined + "\n";
}

// What stands in a name service comes from a document: a line of a resolver's file cannot hold a blank or the end of one.
std::vector<std::string> plain(const std::vector<std::string>& texts) {
    std::vector<std::string> kept;
    for (const std::string& one : texts) {
        const bool odd = one.empty() || std::any_of(one.begin(), one.end(), [](unsigned char letter) { return letter <= ' '; });
        if (!odd) kept.push_back(one);
    }
    return kept;
}

std::string resolver_of(const std::vector<CarriedEndpoint>& endpoints) {
    std::vector<std::string> servers, search, options;
    for (const CarriedEndpoint& endpoint : endpoints) {
        add_once(servers, plain(endpoint.names.servers));
        if (!endpoint.names.domain.empty()) add_once(search, plain({endpoint.names.domain}));
        add_once(search, plain(endpoint.names.search));
        add_once(options, plain(endpoint.names.options));
    }
    std::string text;
    for (const std::string& server : servers) text += "nameserver " + server + "\n";
    text += line("search", search) + line("options", options);
    return text.empty() ? "# no name servers\n" : text;
}

}  // namespace

uint32_t Plane::Site::process() const {
    for (const auto& [ticket, process] : containers)
        if (process != 0) return process;
    return 0;
}

Joining Plane::join(Turn& turn, const std::string& namespace_id, const std::vector<CarriedEndpoint>& endpoints) {
    // The first to come makes the network that the others have as well.
    const bool free = connected_.wait_for(turn, kStartLimit, [&] {
        const auto found = sites_.find(namespace_id);
        return found == sites_.end() || found->second.process() != 0;
    });
    if (!free) throw Refusal(kOperationTimeout, "another container of the namespace " + namespace_id + " has been starting for a minute");
    wire_->check(endpoints);
    Joining joining;
    joining.ticket = ++tickets_;
    joining.resolver = resolver_of(endpoints);
    Site& site = sites_[namespace_id];
    joining.peer = site.process();
    try {
        site.containers[joining.ticket] = 0;
        joining.holder = holder_ = wire_->open_holder();
    } catch (...) {
        leave(namespace_id, joining.ticket);
        throw;
    }
    return joining;
}

void Plane::connect(const std::string& namespace_id, uint64_t ticket, uint32_t process, const std::vector<CarriedEndpoint>& endpoints) {
    Site& site = sites_[namespace_id];
    site.containers[ticket] = process;
    try {
        for (const CarriedEndpoint& endpoint : endpoints)
            if (site.adapters.count(endpoint.id) == 0) plug_into(site, namespace_id, endpoint);
    } catch (...) {
        site.containers[ticket] = 0;  // whoever waits goes on waiting, until it leaves
        throw;
    }
    connected_.notify_all();
}

void Plane::leave(const std::string& namespace_id, uint64_t ticket) noexcept {
    const auto found = sites_.find(namespace_id);
    if (found != sites_.end()) found->second.containers.erase(ticket);
    if (found != sites_.end() && found->second.containers.empty()) {
        for (const auto& [endpoint_id, place] : found->second.adapters) {
            close_outlet(endpoint_id);
            wire_->forget(endpoint_id);
            plugged_.erase(endpoint_id);
        }
        sites_.erase(found);
    }
    if (sites_.empty()) {
        wire_->close_holder();
        holder_ = 0;
    }
    connected_.notify_all();
}

void Plane::plug_into(Site& site, const std::string& namespace_id, const CarriedEndpoint& endpoint) {
    std::set<unsigned> taken;
    for (const auto& [id, place] : site.adapters) taken.insert(place);
    unsigned place = 0;
    while (taken.count(place) != 0) ++place;
    const auto entered = site.adapters.emplace(endpoint.id, place).first;
    try {
        plugged_[endpoint.id] = namespace_id;
        wire_->plug(endpoint, site.process(), place);
        try {
            tell(endpoint);
        } catch (...) {
            wire_->cut(endpoint.id, site.process());
            throw;
        }
    } catch (...) {
        site.adapters.erase(entered);
        plugged_.erase(endpoint.id);
        throw;
    }
}

void Plane::plug(const std::string& namespace_id, const CarriedEndpoint& endpoint) {
    const auto found = sites_.find(namespace_id);
    if (found == sites_.end() || found->second.process() == 0) return;  // it is plugged when its container has come
    wire_->check({endpoint});
    plug_into(found->second, namespace_id, endpoint);
}

void Plane::cut(const std::string& endpoint_id) {
    const auto found = plugged_.find(endpoint_id);
    if (found == plugged_.end()) return;
    Site& site = sites_[found->second];
    wire_->cut(endpoint_id, site.process());
    close_outlet(endpoint_id);
    site.adapters.erase(endpoint_id);
    plugged_.erase(found);
}

void Plane::shape(const CarriedEndpoint& endpoint) {
    const auto found = plugged_.find(endpoint.id);
    if (found == plugged_.end()) return;
    wire_->check({endpoint});
    wire_->shape(endpoint, sites_[found->second].process());
    tell(endpoint);
}

void Plane::drop_network(const std::string& network_id) noexcept {
    if (!sites_.empty()) wire_->drop_network(network_id);
}

void Plane::tell(const CarriedEndpoint& endpoint) {
    if (outlets_ == nullptr) return;
    Outlet outlet;
    outlet.endpoint_id = endpoint.id;
    outlet.network_type = endpoint.network.type;
    for (const CarriedAddress& one : endpoint.addresses) outlet.addresses.push_back(one.address);
    outlet.policies = endpoint.policies;
    outlet.holder = holder_;
    outlets_->open(outlet);
}

void Plane::close_outlet(const std::string& endpoint_id) noexcept {
    if (outlets_ != nullptr) outlets_->close(endpoint_id);
}

void Plane::clear() noexcept {
    for (const auto& [endpoint_id, namespace_id] : plugged_) {
        close_outlet(endpoint_id);
        wire_->forget(endpoint_id);
    }
    plugged_.clear();
    sites_.clear();
    holder_ = 0;
    wire_->close_holder();
    connected_.notify_all();
}

}  // namespace hcsffi
