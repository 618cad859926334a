/* Everything the network service holds, by kind and id, and the handles that are open on it. Each call is one transaction: it holds the one
 * lock, checks everything before it changes anything, and what it has taken comes back when it is refused.
 *
 * The objects outlive the handles, as they do on Windows; an open handle keeps nobody from deleting its object, and answers
 * kUsedAfterUnload from then on.
 */
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/handle_table.h"
#include "engine/host.h"
#include "ground/guid.h"
#include "ground/json_writer.h"
#include "ground/lock_order.h"
#include "network/endpoint.h"
#include "network/guest_service.h"
#include "network/load_balancer.h"
#include "network/namespace.h"
#include "network/network.h"
#include "network/notification.h"
#include "network/plane.h"
#include "network/port_array.h"
#include "network/port_reservation.h"
#include "network/port_table.h"
#include "network/published_ports.h"
#include "network/sdn_route.h"

namespace hcsffi {

class NetworkRegistry final : public NetworkPlan {
  public:
    explicit NetworkRegistry(Host& host) : host_(host), notifier_(host), plane_(make_wire(host)) { plane_.lead(&published_); }

    // threads: any, as all of these. A create answers the new handle. `id`: a zero GUID leaves the choice to the document or the service.
    // errors: Refusal; kInvalidArgument for a NULL handle, kHandle for one that is not open, kUsedAfterUnload.
    void* create_network(const GUID& id, const std::string& settings);
    void* create_endpoint(const void* network, const GUID& id, const std::string& settings);
    void* create_namespace(const GUID& id, const std::string& settings);
    void* create_load_balancer(const GUID& id, const std::string& settings);
    void* create_sdn_route(const GUID& id, const std::string& settings);
    void* create_guest_service(const GUID& id, const std::string& settings);
    void modify_network(const void* handle, const std::string& request);
    void modify_endpoint(const void* handle, const std::string& request);
    void modify_namespace(const void* handle, const std::string& request);
    void modify_load_balancer(const void* handle, const std::string& settings);
    void modify_sdn_route(const void* handle, const std::string& settings);
    void modify_guest_service(const void* handle, const std::string& request);
    // blocks: until all who are registered have heard that it is about to happen.
    void delete_network(const GUID& id);
    std::string endpoint_addresses(const void* handle, const std::string& query);
    std::string endpoint_statistics(const void* handle, const std::string& query);

    // errors: Refusal with the kind's own code where no object has the id.
    template <class Noun>
    void* open(const GUID& id);
    template <class Noun>
    void close(const void* handle);
    template <class Noun>
    std::string query(const void* handle, const std::string& text);
    // A JSON array of ids in the order of creation.
    template <class Noun>
    std::string enumerate(const std::string& query);
    template <class Noun>
    void remove(const GUID& id);

    // `protocols`: bits of PortHold::Protocol.
    void* reserve_port(const void* guest_service, uint8_t protocols, bool shared, uint16_t port);
    void* reserve_ports(const void* guest_service, uint16_t count, uint16_t* first, uint16_t* last);
    void release_ports(const void* handle);
    // With the machine of each.
    std::vector<std::pair<ReservedPorts, std::string>> reserved_ports();
    PortArrays& arrays() { return arrays_; }

    void* register_callback(HCN_NOTIFICATION_CALLBACK callback, void* context);
    void* register_callback(const void* guest_service, HCN_NOTIFICATION_CALLBACK callback, void* context);
    // blocks: while the callback runs, unless this is it.
    void unregister_callback(const void* handle) { notifier_.remove(handle); }
    // The service went away and came back: the objects are there, and everybody hears of it.
    void disconnect() { notifier_.tell_disconnect(); }

    // What the compute service asks, with ids in capitals. A container that uses a namespace keeps it from being deleted. errors: Refusal
    // kNotFound, kInvalidArgument for the host's default namespace and for one that lists an endpoint which is gone.
    void admit(const std::string& namespace_id, const std::string& container);
    void dismiss(const std::string& namespace_id, const std::string& container) noexcept;
    // errors: Refusal kEndpointNotFound, kEndpointAlreadyAttached, kInvalidRemoteEndpoint.
    void attach(const std::string& endpoint_id, const std::string& machine);
    void detach(const std::string& endpoint_id, const std::string& machine) noexcept;

    // Packets, for a container that has a network of its own; none of the host's locks may be held. errors: Refusal kServiceNotAvailable
    // with the step, the words of who refused and the remedy; kNotFound.
    bool carries() const { return plane_.carries(); }
    // blocks: for file system calls.
    void check_carried(const std::string& namespace_id);
    // blocks: until the container may be started; `leave` follows in any case.
    Joining join(const std::string& namespace_id);
    // blocks: until its adapters carry packets. `process`: its first.
    void connect(const std::string& namespace_id, uint64_t ticket, uint32_t process);
    void leave(const std::string& namespace_id, uint64_t ticket) noexcept;
    // What is kept and not carried out: policies of these endpoints and their networks, "endpoint ID: TYPE"; balancers and routes that name
    // one of them, "endpoint ID: route ID".
    std::vector<std::string> not_carried_in(const std::string& namespace_id);

    void count(JsonWriter& json);
    // blocks: until what carried packets is gone. Everything goes; handles that are open stay so until they are closed.
    void clear();

    // NetworkPlan; the lock is held.
    std::string draw_id() override;
    uint32_t windows_build() const override { return host_.windows_build(); }
    std::optional<Prefix> free_range() override;
    std::pair<uint64_t, uint64_t> hardware_block() override;

  private:
    template <class Noun>
    struct Shelf {
        std::map<std::string, std::shared_ptr<Noun>> nouns;
        HandleTable<Noun> handles{Noun::kHandleKind};
    };

    // A call: what it appends to the notifications is told when it is over.
    class Transaction {
      public:
        explicit Transaction(NetworkRegistry& registry) : notifier_(registry.notifier_), lock_(registry.mutex_) {}
        ~Transaction() {
            lock_.unlock();
            notifier_.serve();
        }
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;

      private:
        Notifier& notifier_;
        Lock<Rank::kNetwork> lock_;
    };

    template <class Noun>
    Shelf<Noun>& shelf() {
        return std::get<Shelf<Noun>>(shelves_);
    }
    // errors: Refusal.
    template <class Noun>
    std::shared_ptr<Noun> find(const void* handle);
    template <class Noun>
    std::shared_ptr<Noun> seek(const std::string& id);
    template <class Noun>
    std::string choose_id(const GUID& id, const Node& root);
    // errors: Refusal kAlreadyExists.
    template <class Noun>
    void check_id(const std::string& id);
    template <class Noun>
    void* enter(const std::shared_ptr<Noun>& noun);

    std::vector<CarriedEndpoint> carried_in(const std::string& namespace_id);
    // Those of a network or of a namespace that there are. The lock is held.
    template <class Belongs>
    std::vector<CarriedEndpoint> carried_if(Belongs belongs);
    // All of those, or none. Whoever has the turn. errors: Refusal.
    void cut_those(const std::function<bool(const Endpoint&)>& belongs);
    void take_back(const std::string& endpoint_id, const void* handle) noexcept;
    void take_out(const std::string& namespace_id, const std::string& endpoint_id) noexcept;
    void* enter_into(const std::shared_ptr<Endpoint>& endpoint, const std::string& place_id);
    void check_ranges(const Network& fresh) const;
    template <class Noun>
    void check_endpoints(const Noun& noun);
    void tell(HCN_NOTIFICATIONS kind, const std::string& id) noexcept;
    // Not in a call. blocks: until all who are registered have heard it.
    void tell_first(HCN_NOTIFICATIONS kind, const std::string& id);
    void tell_attached(const Endpoint& endpoint, bool attached) noexcept;
    uint32_t choose_compartment(uint32_t wanted) const;
    std::shared_ptr<Endpoint> check_member(const Namespace& place, const std::string& endpoint_id);
    void modify_members(Namespace& place, std::string_view verb, const Node& request);
    void share(const Namespace& place) noexcept;
    void retire(Network& network) noexcept;
    void retire(Endpoint& endpoint) noexcept;
    void retire(Namespace& place);
    void retire(LoadBalancer& balancer) noexcept { balancer.retire(front_ends_); }
    void retire(SdnRoute& route) noexcept { route.gone = true; }
    void retire(GuestNetworkService& service) noexcept;
    uint64_t service() const;

    Host& host_;
    Notifier notifier_;
    PublishedPorts published_;
    Plane plane_;
    PortArrays arrays_;
    OrderedMutex<Rank::kNetwork> mutex_;
    // all below are guarded by mutex_
    std::tuple<Shelf<Network>, Shelf<Endpoint>, Shelf<Namespace>, Shelf<LoadBalancer>, Shelf<SdnRoute>, Shelf<GuestNetworkService>>
        shelves_;
    PortTable ports_;
    PortTable front_ends_;
    PortReservations reservations_;
    uint64_t created_ = 0;
    uint64_t blocks_ = 0;
};

template <>
void NetworkRegistry::remove<Endpoint>(const GUID& id);
template <>
void NetworkRegistry::remove<Namespace>(const GUID& id);

template <class Noun>
std::shared_ptr<Noun> NetworkRegistry::find(const void* handle) {
    if (handle == nullptr) throw Refusal(kInvalidArgument, std::string("a handle of a ") + Noun::kWord + " is NULL");
    auto noun = shelf<Noun>().handles.find(handle);
    if (!noun) throw Refusal(kHandle, std::string("no ") + Noun::kWord + " is open under this handle");
    if (noun->gone) throw Refusal(kUsedAfterUnload, std::string("the ") + Noun::kWord + " " + noun->id + " was deleted");
    return noun;
}

template <class Noun>
std::shared_ptr<Noun> NetworkRegistry::seek(const std::string& id) {
    const auto found = shelf<Noun>().nouns.find(id);
    if (found == shelf<Noun>().nouns.end()) throw Refusal(Noun::kMissing, std::string("no ") + Noun::kWord + " has the id " + id);
    return found->second;
}

template <class Noun>
std::string NetworkRegistry::choose_id(const GUID& id, const Node& root) {
    std::string chosen = is_zero_guid(id) ? read_guid(member(root, "ID"), true) : guid_text(id);
    if (chosen.empty()) return draw_id();
    check_id<Noun>(chosen);
    return chosen;
}

template <class Noun>
void NetworkRegistry::check_id(const std::string& id) {
    if (shelf<Noun>().nouns.count(id) != 0) throw Refusal(kAlreadyExists, std::string("a ") + Noun::kWord + " has the id " + id);
}

template <class Noun>
void* NetworkRegistry::enter(const std::shared_ptr<Noun>& noun) {
    noun->order = ++created_;
    noun->changed = ticks_now();
    const auto entered = shelf<Noun>().nouns.emplace(noun->id, noun).first;
    try {
        return shelf<Noun>().handles.insert(noun);
    } catch (...) {
        shelf<Noun>().nouns.erase(entered);
        throw;
    }
}

template <class Noun>
void* NetworkRegistry::open(const GUID& id) {
    const std::string text = guid_text(id);
    Lock<Rank::kNetwork> lock(mutex_);
    return shelf<Noun>().handles.insert(seek<Noun>(text));
}

template <class Noun>
void NetworkRegistry::close(const void* handle) {
    if (handle == nullptr) throw Refusal(kInvalidArgument, std::string("a handle of a ") + Noun::kWord + " is NULL");
    std::shared_ptr<Noun> noun;  // dropped under the lock, which its last owner needs
    Lock<Rank::kNetwork> lock(mutex_);
    noun = shelf<Noun>().handles.remove(handle);
    if (!noun) throw Refusal(kHandle, std::string("no ") + Noun::kWord + " is open under this handle");
    noun = nullptr;
}

template <class Noun>
std::string NetworkRegistry::query(const void* handle, const std::string& text) {
    Lock<Rank::kNetwork> lock(mutex_);
    const auto noun = find<Noun>(handle);
    return noun->json(read_query(text), service());
}

template <class Noun>
std::string NetworkRegistry::enumerate(const std::string& text) {
    const Query query = read_query(text);
    std::vector<std::pair<uint64_t, const Noun*>> found;
    Lock<Rank::kNetwork> lock(mutex_);
    for (const auto& entry : shelf<Noun>().nouns) {
        const Noun& noun = *entry.second;
        const bool fits = std::all_of(query.filter.begin(), query.filter.end(),
                                      [&noun](const auto& wanted) { return noun.matches(wanted.first, wanted.second); });
        if (fits) found.emplace_back(noun.order, &noun);
    }
    std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
    JsonWriter json;
    json.open('[');
    for (const auto& [order, noun] : found) json.element(noun->id);
    return json.close(']').text();
}

template <class Noun>
void NetworkRegistry::remove(const GUID& id) {
    const std::string text = guid_text(id);
    Transaction transaction(*this);
    const auto noun = seek<Noun>(text);
    retire(*noun);
    shelf<Noun>().nouns.erase(text);
}

}  // namespace hcsffi
