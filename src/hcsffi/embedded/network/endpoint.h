// An endpoint: an adapter's place on a network, with its addresses and policies.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "network/carried.h"
#include "network/entity.h"
#include "network/name_service.h"
#include "network/network.h"
#include "network/policy.h"
#include "network/port_table.h"

namespace hcsffi {

// What an endpoint has of its network and of the host, given back when it goes.
class Holding {
  public:
    Holding(std::shared_ptr<Network> network, PortTable& table) : network_(std::move(network)), table_(table) {}
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;
    ~Holding() { release(); }

    // errors: Refusal as Network has them.
    void take(const Address& address);
    uint64_t take_hardware(NetworkPlan& plan);  // one that is free
    void take_hardware(uint64_t address);
    void exchange_ports(std::vector<MappedPort> wanted) { table_.exchange(ports_, std::move(wanted)); }
    void release() noexcept;

    Network& network() const { return *network_; }

  private:
    const std::shared_ptr<Network> network_;
    PortTable& table_;
    std::vector<Address> addresses_;
    std::optional<uint64_t> hardware_;
    std::vector<MappedPort> ports_;
};

class Endpoint : public Entity {
  public:
    static constexpr HRESULT kMissing = kEndpointNotFound;
    static constexpr HandleKind kHandleKind = HandleKind::kEndpoint;
    static constexpr const char* kWord = "endpoint";

    // The numbers of the first generation's State.
    enum class State : uint32_t { kCreated = 1, kAttached = 2, kAttachedSharing = 3, kDetached = 4 };

    Endpoint(std::shared_ptr<Network> network, PortTable& table) : holding_(std::move(network), table) {}

    // errors: Refusal; what was taken has been given back when the endpoint is destroyed.
    void configure(const Node& root, NetworkPlan& plan);
    // As it is to be answered, which needs the addresses. errors: Refusal.
    std::string json(const Query& query, uint64_t service) const;
    std::string addresses_json(const Query& query, uint64_t service) const;
    std::string statistics_json(const Carriage& carriage) const;
    CarriedEndpoint carried() const;
    bool matches(std::string_view name, const std::string& value) const;

    // A ModifyEndpointSettingRequest. errors: Refusal; nothing has changed then.
    void modify(const Node& request, uint32_t windows_build);
    const std::vector<Policy>& policies() const { return policies_; }
    // Those it had before a change. errors: Refusal; it has the others then.
    void put_back(const std::vector<Policy>& policies);
    bool is_remote() const;
    Network& network() const { return holding_.network(); }

    void enter(const std::string& id) noexcept;  // into a namespace; `id` has room for a GUID
    void leave() noexcept;
    void share(bool among_several) noexcept { state_ = among_several ? State::kAttachedSharing : State::kAttached; }
    const std::string& namespace_id() const { return namespace_id_; }
    // To a virtual machine's adapter. errors: Refusal kEndpointAlreadyAttached.
    void attach(std::string machine);
    void detach() noexcept;
    const std::string& machine() const { return machine_; }

    // Everything it has goes back.
    void retire() noexcept;

  private:
    struct IpConfig {
        Address address;
        int prefix_length = 0;
        std::string ip_subnet_id;
    };

    void read_configurations(const Node& root, Generation generation, uint32_t windows_build);
    void add_address(const Node& text, const Node& length, const std::string& ip_subnet_id, uint32_t windows_build);
    void assign_address(std::optional<bool> six, const std::string& ip_subnet_id);
    void assign_missing();
    void read_hardware(const Node& root, NetworkPlan& plan);
    void read_flags(const Node& root, Generation generation);
    void add_routes();
    void modify_policies(std::string_view verb, const Node& settings, uint32_t windows_build);
    void modify_port(std::string_view verb, const Node& request, const Node& settings);
    void check_policies(const std::vector<Policy>& policies) const;
    void write_first(JsonWriter& json) const;
    void write_second(JsonWriter& json) const;
    void write_configurations(JsonWriter& json) const;

    Holding holding_;
    uint64_t flags_ = 0;
    uint64_t hardware_ = 0;
    std::vector<IpConfig> configurations_;
    std::vector<Route> routes_;
    NameService names_;
    std::vector<Policy> policies_;
    std::string namespace_id_;
    std::string machine_;
    State state_ = State::kCreated;
};

}  // namespace hcsffi
