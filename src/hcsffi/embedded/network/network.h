// A network: its address plan, its hardware addresses, its policies.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/handle_table.h"
#include "network/carried.h"
#include "network/entity.h"
#include "network/name_service.h"
#include "network/policy.h"
#include "network/pool.h"
#include "network/subnet.h"

namespace hcsffi {

enum class Mode : uint8_t {
    kNat,
    kIcs,
    kTransparent,
    kL2Bridge,
    kL2Tunnel,
    kOverlay,
    kPrivate,
    kInternal,
    kMirrored,
    kInfiniband,
    kConstrainedIcs,
};

// What a network is asked of whoever holds all of them.
class NetworkPlan {
  public:
    virtual ~NetworkPlan() = default;
    virtual std::string draw_id() = 0;
    virtual uint32_t windows_build() const = 0;
    // errors: nothing when every range is in use.
    virtual std::optional<Prefix> free_range() = 0;
    // A block of hardware addresses nobody has: first and last.
    virtual std::pair<uint64_t, uint64_t> hardware_block() = 0;
};

class Network : public Entity {
  public:
    static constexpr HRESULT kMissing = kNetworkNotFound;
    static constexpr HandleKind kHandleKind = HandleKind::kNetwork;
    static constexpr const char* kWord = "network";

    // errors: Refusal. Nothing is entered anywhere.
    void configure(const Node& root, NetworkPlan& plan);
    std::string json(const Query& query, uint64_t service) const;
    bool matches(std::string_view name, const std::string& value) const;

    Mode mode() const { return mode_; }
    // Whether the host translates or shares, so that two such networks cannot have one range.
    bool is_translated() const;
    bool maps_ports() const { return mode_ != Mode::kPrivate && mode_ != Mode::kInternal; }
    std::string_view mode_word() const;
    const std::vector<Subnet>& subnets() const { return subnets_; }
    const std::vector<Policy>& policies() const { return policies_; }
    const NameService& names() const { return names_; }
    CarriedNetwork carried() const;
    Subnet* subnet_of(const Address& address);
    const Subnet* subnet_of(const Address& address) const { return const_cast<Network*>(this)->subnet_of(address); }
    // Where an address is looked for: the subnets in order, those of the family.
    Subnet* subnet_with_room(std::optional<bool> six, const std::string& ip_subnet_id);

    // errors: Refusal kInvalidIp, kAddressInvalidOrReserved.
    void take_address(const Address& address);
    void give_address_back(const Address& address) noexcept;
    // errors: Refusal kNoSystemResources when the ranges the network was given are used up.
    uint64_t take_hardware_address(NetworkPlan& plan);
    // errors: Refusal kAlreadyExists.
    void take_hardware_address(uint64_t address);
    void give_hardware_address_back(uint64_t address) noexcept;

    void put_back(std::vector<Policy> policies) { policies_ = std::move(policies); }

    // A ModifyNetworkSettingRequest. errors: Refusal; nothing has changed then.
    void modify(const Node& request, NetworkPlan& plan);

    uint32_t endpoints = 0;        // that exist
    uint32_t endpoints_ever = 0;

  private:
    void read_mode(const Node& root);
    void read_subnets(const Node& root, Generation generation, NetworkPlan& plan);
    void read_hardware_ranges(const Node& root, Generation generation);
    void modify_policies(std::string_view request, const Node& settings, uint32_t windows_build);
    void modify_subnets(std::string_view request, const Node& settings, NetworkPlan& plan);
    void modify_ip_subnets(std::string_view request, const Node& settings, NetworkPlan& plan);
    void write_first(JsonWriter& json) const;
    void write_second(JsonWriter& json) const;
    void write_ranges(JsonWriter& json, std::string_view name) const;

    Mode mode_ = Mode::kNat;
    uint64_t flags_ = 0;
    bool dhcp_ = false;
    NameService names_;
    std::vector<Subnet> subnets_;
    std::vector<Policy> policies_;
    std::vector<Pool<uint64_t>> hardware_;
    bool hardware_grows_ = false;         // its ranges are the host's own choice, so there can be more
    std::set<uint64_t> hardware_apart_;   // asked for by number, in no range
    std::set<Address> addresses_apart_;   // of endpoints where there is no subnet
};

}  // namespace hcsffi
