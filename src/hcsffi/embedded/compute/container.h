// What a container's document must say.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/document.h"

namespace hcsffi {

// What a container asks about the layers it is to stand on.
class LayerCatalogue {
  public:
    virtual ~LayerCatalogue() = default;
    // threads: any. Whether the folder is a layer that may be a parent.
    virtual bool knows_layer(const std::string& path) const = 0;
    // threads: any. The paths of the layers below an attached writable layer, nearest first; empty where the folder shows none.
    virtual std::vector<std::string> layers_shown(const std::string& path) const = 0;
    // threads: any. Keeps that view for one container while the token lives. errors: Refusal kNotReparsePoint, kSharingViolation.
    virtual std::shared_ptr<void> stand_on(const std::string& path) = 0;
};

// threads: any. errors: Refusal with the code the service was seen to answer. Not of one inside a virtual machine, whose paths are the
// guest's own.
void check_container(const Node& container, const LayerCatalogue& layers);

// How long a shutdown waits for the processes before it ends them, in microseconds: the registry value a client may set, else five seconds
// as the service's own default.
uint64_t shutdown_grace_us(const Node& container);

}  // namespace hcsffi
