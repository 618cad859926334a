// What a compute system has of the host's networks: the namespace its container is in, the endpoints of its adapters.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace hcsffi {

// What a system asks of the networks. Whoever holds them answers.
class Networks {
  public:
    virtual ~Networks() = default;
    // threads: any, as all of these; a system's lock may be held. errors: Refusal kNotFound for an unknown namespace, kInvalidArgument for
    // the host's default one or one that lists an endpoint which is gone.
    virtual void enter_namespace(const std::string& namespace_id, const std::string& container) = 0;
    virtual void leave_namespace(const std::string& namespace_id, const std::string& container) noexcept = 0;
    // errors: Refusal kEndpointNotFound, kEndpointAlreadyAttached.
    virtual void attach_endpoint(const std::string& endpoint_id, const std::string& machine) = 0;
    virtual void detach_endpoint(const std::string& endpoint_id, const std::string& machine) noexcept = 0;
};

// The lock of the system that has it is held, in all of these.
class Wiring {
  public:
    explicit Wiring(Networks& networks) : networks_(networks) {}
    Wiring(const Wiring&) = delete;
    Wiring& operator=(const Wiring&) = delete;

    // What the document names. errors: Refusal; nothing is connected then.
    void enter(const Node& networking, const std::string& container);
    void attach_all(const Node& adapters, const std::string& machine);
    // One adapter's endpoint for another; an empty node is no adapter. errors: Refusal; nothing has changed then.
    void exchange(const Node& before, const Node& after);
    void release() noexcept;

  private:
    void attach(const Node& adapter);

    Networks& networks_;
    std::string of_;
    std::string namespace_id_;
    std::vector<std::string> endpoints_;
};

}  // namespace hcsffi
