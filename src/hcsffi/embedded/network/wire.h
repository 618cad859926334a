/* What carries packets between containers: the promise of a platform. Its networks lie within a holder, a network namespace that belongs to
 * the host alone; a container that joins has a network namespace below it, found by the number of a process in there.
 *
 * Whoever has the turn of the plane (`plane.h`) calls, so calls come one at a time; no lock of the host's is held.
 */
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/host.h"
#include "network/carried.h"

namespace hcsffi {

class Wire {
  public:
    virtual ~Wire() = default;

    // threads: any. Whether this platform carries packets at all.
    virtual bool carries() const = 0;
    // blocks: for file system calls. errors: Refusal kServiceNotAvailable naming the program that is missing, what it is for, and where it
    // comes from.
    virtual void check(const std::vector<CarriedEndpoint>& endpoints) = 0;
    // blocks: until there is a holder. Its first process. errors: Refusal.
    virtual uint32_t open_holder() = 0;
    // blocks: until it is gone, with everything in it.
    virtual void close_holder() noexcept = 0;

    // blocks: until the adapter carries packets, as all below. `process` is one of the container's, `place` the number of its adapter.
    // errors: Refusal naming the step, the tool's words and the remedy; nothing is left of the adapter then.
    virtual void plug(const CarriedEndpoint& endpoint, uint32_t process, unsigned place) = 0;
    // The same endpoint with other policies, or another network. errors: Refusal; what was is put back as far as it can be.
    virtual void shape(const CarriedEndpoint& endpoint, uint32_t process) = 0;
    // errors: Refusal; the adapter is there then. One that is gone is none.
    virtual void cut(const std::string& endpoint_id, uint32_t process) = 0;
    // The network namespace it was in has ended, and with it the adapter.
    virtual void forget(const std::string& endpoint_id) noexcept = 0;
    // No endpoint of the network is plugged any more.
    virtual void drop_network(const std::string& network_id) noexcept = 0;

    // The kernel's figures; zeros for one that is not plugged.
    virtual Carriage count(const std::string& endpoint_id) = 0;
};

std::unique_ptr<Wire> make_wire(Host& host);

}  // namespace hcsffi
