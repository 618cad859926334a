#include "compute/wiring.h"

#include <algorithm>

#include "ground/guid.h"
#include "ground/room.h"

namespace hcsffi {

void Wiring::enter(const Node& networking, const std::string& container) {
    const Node name = networking["Namespace"];
    const std::string id = name.text_or("");
    if (id.empty()) return;
    if (!is_bare_guid(id)) throw Refusal(kNotFound, name.path() + ": \"" + id + "\" is no GUID without braces");
    of_ = container;
    networks_.enter_namespace(id, container);
    namespace_id_ = id;
}

void Wiring::attach(const Node& adapter) {
    const std::string id = adapter["EndpointId"].text_or("");
    if (id.empty()) return;
    make_room(endpoints_);
    std::string kept = id;
    networks_.attach_endpoint(id, of_);
    endpoints_.push_back(std::move(kept));
}

void Wiring::attach_all(const Node& adapters, const std::string& machine) {
    of_ = machine;
    try {
        for (const auto& [name, adapter] : adapters.members()) attach(adapter);
    } catch (...) {
        release();
        throw;
    }
}

void Wiring::exchange(const Node& before, const Node& after) {
    const std::string old = before["EndpointId"].text_or("");
    if (old == after["EndpointId"].text_or("")) return;
    attach(after);
    const auto found = std::find(endpoints_.begin(), endpoints_.end(), old);
    if (found == endpoints_.end()) return;
    networks_.detach_endpoint(old, of_);
    endpoints_.erase(found);
}

void Wiring::release() noexcept {
    if (!namespace_id_.empty()) networks_.leave_namespace(namespace_id_, of_);
    namespace_id_.clear();
    for (const std::string& endpoint_id : endpoints_) networks_.detach_endpoint(endpoint_id, of_);
    endpoints_.clear();
}

}  // namespace hcsffi
