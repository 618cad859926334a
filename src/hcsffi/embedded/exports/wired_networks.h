// The host's networks as compute systems know them.
#pragma once

#include "compute/wiring.h"
#include "network/registry.h"

namespace hcsffi {

class WiredNetworks final : public Networks {
  public:
    explicit WiredNetworks(NetworkRegistry& registry) : registry_(registry) {}

    void enter_namespace(const std::string& namespace_id, const std::string& container) override;
    void leave_namespace(const std::string& namespace_id, const std::string& container) noexcept override;
    void attach_endpoint(const std::string& endpoint_id, const std::string& machine) override;
    void detach_endpoint(const std::string& endpoint_id, const std::string& machine) noexcept override;
    bool carry_packets() const override { return registry_.carries(); }
    void check_network(const std::string& namespace_id) override;
    std::unique_ptr<OwnNetwork> open_network(const std::string& namespace_id) override;
    std::vector<std::string> not_carried(const std::string& namespace_id) override;

  private:
    NetworkRegistry& registry_;
};

}  // namespace hcsffi
