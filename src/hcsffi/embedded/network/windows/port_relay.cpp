#include "network/port_relay.h"

namespace hcsffi {

// No network here has containers of its own.
struct PortRelay::Process {};

PortRelay::PortRelay(uint32_t, const Manner&) { throw Refusal(kNotImplemented, "ports are published on Linux only"); }

PortRelay::~PortRelay() = default;

void PortRelay::end() noexcept {}

uint64_t PortRelay::publish(const PublishedPort&) { throw Refusal(kNotImplemented, "ports are published on Linux only"); }

void PortRelay::withdraw(uint64_t) noexcept {}

PortRelay::Counts PortRelay::counts() { return {}; }

bool PortRelay::works() noexcept { return false; }

}  // namespace hcsffi
