// A guest network service: what mirrors the host's network into a virtual machine, and reserves ports of the host for it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/handle_table.h"
#include "network/entity.h"

namespace hcsffi {

class GuestNetworkService : public Entity {
  public:
    static constexpr HRESULT kMissing = kNotFound;  // the service has no code of its own for it
    static constexpr HandleKind kHandleKind = HandleKind::kGuestNetworkService;
    static constexpr const char* kWord = "guest network service";

    // errors: Refusal.
    void configure(const Node& root);
    // A ModifyGuestNetworkServiceSettingRequest. errors: Refusal; nothing has changed then. Whether the state is another now.
    bool modify(const Node& request);
    const std::string& machine() const { return machine_; }
    std::string state_json() const;

  private:
    std::string machine_;
    size_t state_ = 1;  // Created
};

}  // namespace hcsffi
