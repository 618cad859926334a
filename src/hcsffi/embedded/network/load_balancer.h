// A load balancer: front ends that lead to endpoints. In the first generation it is a policy list with one policy of type ELB.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/handle_table.h"
#include "network/entity.h"
#include "network/port_table.h"

namespace hcsffi {

class LoadBalancer : public Entity {
  public:
    static constexpr HRESULT kMissing = kNotFound;  // the service has no code of its own for it
    static constexpr HandleKind kHandleKind = HandleKind::kLoadBalancer;
    static constexpr const char* kWord = "load balancer";

    // What the document says; nothing of it holds before `settle`. errors: Refusal.
    void configure(const Node& root, uint32_t windows_build);
    std::string json(const Query& query, uint64_t service) const;
    bool matches(std::string_view name, const std::string& value) const { return is_named(name, value); }

    const std::vector<std::string>& endpoints() const { return endpoints_; }
    void forget_endpoint(const std::string& endpoint_id) noexcept;
    // Claims the front ends. errors: Refusal kPortAlreadyExists.
    void settle(PortTable& front_ends) { front_ends.exchange(claimed_, front_ends_of()); }
    void retire(PortTable& front_ends) noexcept;
    // All of the other's document, with the claims; what this had is given back. errors: Refusal, and nothing has changed.
    void replace(LoadBalancer&& other, PortTable& front_ends);

  private:
    struct Mapping {
        uint32_t protocol = 0;
        uint16_t internal_port = 0;
        uint16_t external_port = 0;
        uint64_t distribution = 0;
        uint64_t flags = 0;
    };

    void read_second(const Node& root, uint32_t windows_build);
    void read_first(const Node& root);
    void read_mapping(const Node& node, uint32_t windows_build);
    std::vector<MappedPort> front_ends_of() const;
    void write_first(JsonWriter& json) const;
    void write_second(JsonWriter& json) const;

    std::string network_;
    std::vector<std::string> endpoints_;
    std::string source_;
    std::vector<std::string> addresses_;
    std::vector<Mapping> mappings_;
    uint64_t flags_ = 0;
    std::vector<MappedPort> claimed_;
};

}  // namespace hcsffi
