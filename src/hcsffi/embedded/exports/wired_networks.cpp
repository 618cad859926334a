#include "exports/wired_networks.h"

#include "ground/insist.h"

namespace hcsffi {

namespace {

class JoinedNetwork final : public OwnNetwork {
  public:
    JoinedNetwork(NetworkRegistry& registry, std::string namespace_id) : registry_(registry), namespace_id_(std::move(namespace_id)) {
        Joining joining = registry_.join(namespace_id_);
        ticket_ = joining.ticket;
        place_ = {NetworkKind::held, joining.holder, joining.peer, std::move(joining.resolver)};
    }
    JoinedNetwork(const JoinedNetwork&) = delete;
    JoinedNetwork& operator=(const JoinedNetwork&) = delete;
    ~JoinedNetwork() override { registry_.leave(namespace_id_, ticket_); }
    const EnclosedNetwork& place() const override { return place_; }
    void connect(uint32_t first_process) override { registry_.connect(namespace_id_, ticket_, first_process); }

  private:
    NetworkRegistry& registry_;
    const std::string namespace_id_;
    uint64_t ticket_ = 0;
    EnclosedNetwork place_;
};

}  // namespace

void WiredNetworks::enter_namespace(const std::string& namespace_id, const std::string& container) {
    registry_.admit(in_capitals(namespace_id), container);
}

void WiredNetworks::leave_namespace(const std::string& namespace_id, const std::string& container) noexcept {
    registry_.dismiss(insist([&] { return in_capitals(namespace_id); }), container);
}

void WiredNetworks::attach_endpoint(const std::string& endpoint_id, const std::string& machine) {
    registry_.attach(in_capitals(endpoint_id), in_capitals(machine));
}

void WiredNetworks::detach_endpoint(const std::string& endpoint_id, const std::string& machine) noexcept {
    registry_.detach(insist([&] { return in_capitals(endpoint_id); }), insist([&] { return in_capitals(machine); }));
}

void WiredNetworks::check_network(const std::string& namespace_id) { registry_.check_carried(in_capitals(namespace_id)); }

std::unique_ptr<OwnNetwork> WiredNetworks::open_network(const std::string& namespace_id) {
    return std::make_unique<JoinedNetwork>(registry_, in_capitals(namespace_id));
}

std::vector<std::string> WiredNetworks::not_carried(const std::string& namespace_id) {
    return registry_.not_carried_in(in_capitals(namespace_id));
}

}  // namespace hcsffi
