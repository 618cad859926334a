// What a compute system has of the host's networks: the namespace its container is in, the endpoints of its adapters.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.h"
#include "processes/spawn.h"

namespace hcsffi {

// Where a container is to be started that has a network of its own, and what brings its adapters.
class OwnNetwork {
  public:
    virtual ~OwnNetwork() = default;  // threads: any, no lock held. blocks: until what only this container needed is gone
    virtual const EnclosedNetwork& place() const = 0;
    // threads: as above. blocks: until its adapters carry packets. errors: Refusal kServiceNotAvailable.
    virtual void connect(uint32_t first_process) = 0;
};

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

    // threads: any, as all below; no lock may be held. Whether packets are carried here at all.
    virtual bool carry_packets() const { return false; }
    // blocks: for file system calls. errors: Refusal kServiceNotAvailable naming what is missing, kNotFound for an unknown namespace.
    virtual void check_network(const std::string&) {}
    // blocks: until a container may be started in it. errors: the same.
    virtual std::unique_ptr<OwnNetwork> open_network(const std::string&) { return nullptr; }
    // What is kept of that network and not carried out there.
    virtual std::vector<std::string> not_carried(const std::string&) { return {}; }
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
