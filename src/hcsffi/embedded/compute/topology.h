// The processors of a machine, or of this one, as the schema lists them.
#pragma once

#include <cstdint>
#include <string>

namespace hcsffi {

// A ProcessorTopology document: one package with a core for each logical processor. The standard library tells no more (chosen).
std::string processor_topology_json(uint32_t processors);

}  // namespace hcsffi
