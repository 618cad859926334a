#include "network/registry.h"

#include "ground/insist.h"

namespace hcsffi {

namespace {

// 00-15-5D is Microsoft's; a block is as wide as those in the service's own answers.
constexpr uint64_t kFirstHardware = 0x00'15'5D'00'00'00, kBlock = 0x1000, kBlocks = 0x1000;

// What a network without subnets gets a /20 of (chosen: where Windows' own answers have theirs).
constexpr Prefix kPrivateRanges{ipv4_address(0xAC10'0000), 12};
constexpr int kRangeLength = 20;

// The headers of this build were the first to have the notifications of endpoints and guest network services.
constexpr uint32_t kEndpointNotifications = 22000;

std::string id_json(const std::string& id) { return JsonWriter().open('{').member("ID", id).close('}').text(); }

}  // namespace

uint64_t NetworkRegistry::service() const { return service_version(host_.windows_build()); }

std::string NetworkRegistry::draw_id() { return in_capitals(host_.draw_guid()); }

std::optional<Prefix> NetworkRegistry::free_range() {
    const uint64_t step = uint64_t{1} << (32 - kRangeLength);
    for (uint64_t low = kPrivateRanges.first.low; low < kPrivateRanges.last().low; low += step) {
        const Prefix range{ipv4_address(static_cast<uint32_t>(low)), kRangeLength};
        bool free = true;
        for (const auto& [id, network] : shelf<Network>().nouns) {
            for (const Subnet& subnet : network->subnets()) free = free && !subnet.prefix.overlaps(range);
        }
        if (free) return range;
    }
    return std::nullopt;
}

std::pair<uint64_t, uint64_t> NetworkRegistry::hardware_block() {
    const uint64_t first = kFirstHardware + blocks_++ % kBlocks * kBlock;
    return {first, first + kBlock - 1};
}

void NetworkRegistry::tell(HCN_NOTIFICATIONS kind, const std::string& id) noexcept {
    insist([&] { notifier_.append(kind, id_json(id)); });
}

void NetworkRegistry::tell_first(HCN_NOTIFICATIONS kind, const std::string& id) { notifier_.tell_first(kind, id_json(id)); }

void NetworkRegistry::tell_attached(const Endpoint& endpoint, bool attached) noexcept {
    if (host_.windows_build() < kEndpointNotifications) return;
    tell(attached ? HcnNotificationNetworkEndpointAttached : HcnNotificationNetworkEndpointDetached, endpoint.id);
}

void NetworkRegistry::count(JsonWriter& json) {
    Lock<Rank::kNetwork> lock(mutex_);
    const auto both = [&](std::string_view nouns, std::string_view handles, const auto& shelf) {
        json.member(nouns, static_cast<uint64_t>(shelf.nouns.size())).member(handles, shelf.handles.live());
    };
    both("Networks", "NetworkHandles", shelf<Network>());
    both("Endpoints", "EndpointHandles", shelf<Endpoint>());
    both("Namespaces", "NamespaceHandles", shelf<Namespace>());
    both("LoadBalancers", "LoadBalancerHandles", shelf<LoadBalancer>());
    both("SdnRoutes", "SdnRouteHandles", shelf<SdnRoute>());
    both("GuestNetworkServices", "GuestNetworkServiceHandles", shelf<GuestNetworkService>());
    json.member("PortReservations", reservations_.live()).member("PortArrays", arrays_.live());
    json.member("PublishedPorts", published_.live());
    json.member("WrongArrayFrees", arrays_.wrong_frees()).member("NotificationCallbacks", notifier_.live());
}

void NetworkRegistry::clear() {
    notifier_.clear();
    {
        const Plane::Turn turn = plane_.turn();
        plane_.clear();
    }
    Lock<Rank::kNetwork> lock(mutex_);
    std::apply(
        [&](auto&... shelves) {
            const auto empty = [&](auto& shelf) {
                for (const auto& [id, noun] : shelf.nouns) noun->gone = true;
                shelf.nouns.clear();
            };
            for (const auto& [id, endpoint] : shelf<Endpoint>().nouns) endpoint->retire();
            for (const auto& [id, balancer] : shelf<LoadBalancer>().nouns) balancer->retire(front_ends_);
            reservations_.release_of("");
            (empty(shelves), ...);
        },
        shelves_);
}

}  // namespace hcsffi
