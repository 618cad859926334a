// What a container's document must say.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace hcsffi {

// threads: any. errors: Refusal with the code the service was seen to answer. `hosted`: inside a virtual machine, whose paths are the
// guest's own and are not judged here.
void check_container(const Node& container, bool hosted);

// How long a shutdown waits for the processes before it ends them, in microseconds: the registry value a client may set, else five seconds
// as the service's own default.
uint64_t shutdown_grace_us(const Node& container);

}  // namespace hcsffi
