#include "network/sdn_route.h"

#include <algorithm>

#include "ground/address.h"

namespace hcsffi {

void SdnRoute::configure(const Node& root) {
    generation_of(root);
    read(root, kInvalidPolicy);
    network_ = read_guid(member(root, "HostComputeNetwork"), true);
    for (const Node& node : member(root, "HostComputeEndpoints").elements()) endpoints_.push_back(read_guid(node, true));
    // The published name and the one that a shipping client writes.
    const Node published = member(root, "Routes");
    for (const Node& node : (published ? published : member(root, "Setting")).elements()) {
        if (!node.is_object()) node.refuse("an object");
        const Node destination = member(node, "DestinationPrefix"), hop = member(node, "NextHop");
        Leg leg{destination.text_or(""), hop.text_or(""), member(node, "NeedEncap").boolean_or(false),
                member(node, "AutomaticEndpointMonitor").boolean_or(false)};
        if (!read_prefix(leg.destination)) throw Refusal(kInvalidPrefix, destination.path() + ": the text is no prefix");
        if (!leg.next_hop.empty() && !read_address(leg.next_hop)) throw Refusal(kInvalidIp, hop.path() + ": the text is no address");
        legs_.push_back(std::move(leg));
    }
    if (endpoints_.empty()) throw Refusal(kInvalidPolicy, root.path() + ": a route is of endpoints");
    if (legs_.empty()) throw Refusal(kInvalidPolicy, root.path() + ": a route leads somewhere");
}

void SdnRoute::forget_endpoint(const std::string& endpoint_id) noexcept {
    endpoints_.erase(std::remove(endpoints_.begin(), endpoints_.end(), endpoint_id), endpoints_.end());
}

void SdnRoute::replace(SdnRoute&& other) noexcept {
    owner.swap(other.owner);
    name.swap(other.name);
    additional.swap(other.additional);
    network_.swap(other.network_);
    endpoints_.swap(other.endpoints_);
    legs_.swap(other.legs_);
}

void SdnRoute::write_legs(JsonWriter& json, std::string_view name) const {
    json.open(name, '[');
    for (const Leg& leg : legs_) {
        json.open('{').member("DestinationPrefix", leg.destination);
        if (!leg.next_hop.empty()) json.member("NextHop", leg.next_hop);
        json.member("NeedEncap", leg.encapsulated);
        if (leg.watched) json.member("AutomaticEndpointMonitor", true);
        json.close('}');
    }
    json.close(']');
}

std::string SdnRoute::json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    if (!network_.empty()) json.member("HostComputeNetwork", network_);
    write_texts(json, "HostComputeEndpoints", endpoints_);
    write_legs(json, "Routes");
    write_legs(json, "Setting");
    return json.close('}').text();
}

}  // namespace hcsffi
