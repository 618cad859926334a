// The registry of the network service: what is asked of guest network services, their ports, and who hears of changes.
#include "network/registry.h"

#include "ground/insist.h"

namespace hcsffi {

void* NetworkRegistry::create_guest_service(const GUID& id, const std::string& settings) {
    const Document document = Document::parse_optional(settings);
    const auto service = std::make_shared<GuestNetworkService>();
    service->configure(document.root());
    Transaction transaction(*this);
    service->id = choose_id<GuestNetworkService>(id, document.root());
    for (const auto& [other_id, other] : shelf<GuestNetworkService>().nouns) {
        if (!service->machine().empty() && other->machine() == service->machine())
            throw Refusal(kAlreadyExists, "the machine " + service->machine() + " has a guest network service already");
    }
    void* const handle = enter(service);
    tell(HcnNotificationGuestNetworkServiceCreate, service->id);
    return handle;
}

void NetworkRegistry::modify_guest_service(const void* handle, const std::string& request) {
    const Document document = Document::parse(request);
    Transaction transaction(*this);
    const auto service = find<GuestNetworkService>(handle);
    if (!service->modify(document.root())) return;
    insist([&] { notifier_.append(HcnNotificationGuestNetworkServiceStateChanged, service->state_json(), service->id); });
}

void NetworkRegistry::retire(GuestNetworkService& service) noexcept {
    reservations_.release_of(service.id);
    service.gone = true;
    tell(HcnNotificationGuestNetworkServiceDelete, service.id);
}

void* NetworkRegistry::reserve_port(const void* guest_service, uint8_t protocols, bool shared, uint16_t port) {
    Transaction transaction(*this);
    return reservations_.reserve(find<GuestNetworkService>(guest_service)->id, protocols, shared, port);
}

void* NetworkRegistry::reserve_ports(const void* guest_service, uint16_t count, uint16_t* first, uint16_t* last) {
    Transaction transaction(*this);
    return reservations_.reserve_range(find<GuestNetworkService>(guest_service)->id, count, first, last);
}

void NetworkRegistry::release_ports(const void* handle) {
    Transaction transaction(*this);
    reservations_.release(handle);
}

std::vector<std::pair<ReservedPorts, std::string>> NetworkRegistry::reserved_ports() {
    Transaction transaction(*this);
    std::vector<std::pair<ReservedPorts, std::string>> listed;
    for (const ReservedPorts& ports : reservations_.all()) listed.emplace_back(ports, seek<GuestNetworkService>(ports.service)->machine());
    return listed;
}

void* NetworkRegistry::register_callback(HCN_NOTIFICATION_CALLBACK callback, void* context) { return notifier_.add(callback, context, ""); }

void* NetworkRegistry::register_callback(const void* guest_service, HCN_NOTIFICATION_CALLBACK callback, void* context) {
    Transaction transaction(*this);
    return notifier_.add(callback, context, find<GuestNetworkService>(guest_service)->id);
}

}  // namespace hcsffi
