// A route of the software-defined network: where packets of some endpoints go.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/handle_table.h"
#include "network/entity.h"

namespace hcsffi {

class SdnRoute : public Entity {
  public:
    static constexpr HRESULT kMissing = kNotFound;  // the service has no code of its own for it
    static constexpr HandleKind kHandleKind = HandleKind::kSdnRoute;
    static constexpr const char* kWord = "route";

    // errors: Refusal.
    void configure(const Node& root);
    std::string json(const Query& query, uint64_t service) const;
    bool matches(std::string_view name, const std::string& value) const { return is_named(name, value); }

    const std::vector<std::string>& endpoints() const { return endpoints_; }
    void forget_endpoint(const std::string& endpoint_id) noexcept;
    void replace(SdnRoute&& other) noexcept;

  private:
    struct Leg {
        std::string destination, next_hop;
        bool encapsulated = false;
        bool watched = false;
    };

    void write_legs(JsonWriter& json, std::string_view name) const;

    std::string network_;
    std::vector<std::string> endpoints_;
    std::vector<Leg> legs_;
};

}  // namespace hcsffi
