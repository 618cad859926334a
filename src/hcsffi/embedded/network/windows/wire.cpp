// Windows carries packets by its own service; there is no engine for it here.
#include "network/wire.h"

namespace hcsffi {

namespace {

class NoWire final : public Wire {
  public:
    bool carries() const override { return false; }
    void check(const std::vector<CarriedEndpoint>&) override {}
    uint32_t open_holder() override { throw Refusal(kNotSupported, "this platform carries no packets"); }
    void close_holder() noexcept override {}
    void plug(const CarriedEndpoint&, uint32_t, unsigned) override {}
    void shape(const CarriedEndpoint&, uint32_t) override {}
    void cut(const std::string&, uint32_t) override {}
    void forget(const std::string&) noexcept override {}
    void drop_network(const std::string&) noexcept override {}
    Carriage count(const std::string&) override { return {}; }
};

}  // namespace

std::unique_ptr<Wire> make_wire(Host&) { return std::make_unique<NoWire>(); }

}  // namespace hcsffi
