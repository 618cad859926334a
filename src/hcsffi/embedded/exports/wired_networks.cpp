#include "exports/wired_networks.h"

#include "ground/insist.h"

namespace hcsffi {

void WiredNetworks::enter_namespace(const std::string& namespace_id, const std::string& container) {
    registry_.admit(in_capitals(namespace_id), container);
}

void WiredNetworks::leave_namespace(const std::string& namespace_id, const std::string& container) noexcept {
    registry_.dismiss(insist([&] { return in_capitals(namespace_id); }), container);
}

void WiredNetworks::attach_endpoint(const std::string& endpoint_id, const std::string& machine) {
    registry_.attach(in_capitals(endpoint_id), in_capitals(machine));
}

void WiredNetworks::detach_endpoint(const std::string& endpoint_id, const std::string& machine) noexcept {
    registry_.detach(insist([&] { return in_capitals(endpoint_id); }), insist([&] { return in_capitals(machine); }));
}

}  // namespace hcsffi
