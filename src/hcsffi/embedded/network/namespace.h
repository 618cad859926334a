// A namespace: a compartment, the endpoints in it, and the containers that use it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/handle_table.h"
#include "network/entity.h"

namespace hcsffi {

class Namespace : public Entity {
  public:
    static constexpr HRESULT kMissing = kNotFound;  // the service has no code of its own for it
    static constexpr HandleKind kHandleKind = HandleKind::kNamespace;
    static constexpr const char* kWord = "namespace";

    enum class Kind : uint8_t { kHost, kHostDefault, kGuest, kGuestDefault };

    // errors: Refusal.
    void configure(const Node& root);
    std::string json(const Query& query, uint64_t service) const;
    bool matches(std::string_view name, const std::string& value) const;

    Kind kind() const { return kind_; }
    bool is_of_host() const { return kind_ == Kind::kHost || kind_ == Kind::kHostDefault; }
    uint32_t compartment() const { return compartment_; }
    void settle(uint32_t compartment) { compartment_ = compartment; }

    // In the order of adding; some may be gone (F-34).
    const std::vector<std::string>& endpoints() const { return endpoints_; }
    const std::vector<std::string>& containers() const { return containers_; }
    void add_endpoint(const std::string& id) { endpoints_.push_back(id); }
    void add_container(const std::string& id);
    // errors: false when it is not in here.
    bool remove_endpoint(const std::string& id) noexcept;
    bool remove_container(const std::string& id) noexcept;

  private:
    void write_resources(JsonWriter& json, std::string_view name) const;

    Kind kind_ = Kind::kHost;
    uint32_t compartment_ = 0;
    std::vector<std::string> endpoints_;
    std::vector<std::string> containers_;
};

}  // namespace hcsffi
