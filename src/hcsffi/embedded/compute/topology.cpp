#include "compute/topology.h"

#include "ground/json_writer.h"

namespace hcsffi {

std::string processor_topology_json(uint32_t processors) {
    JsonWriter json;
    json.open('{').member("LogicalProcessorCount", processors).open("LogicalProcessors", '[');
    for (uint32_t index = 0; index < processors; ++index) {
        json.open('{')
            .member("LpIndex", index)
            .member("NodeNumber", uint32_t{0})
            .member("PackageId", uint32_t{0})
            .member("CoreId", index)
            .member("RootVpIndex", int32_t(index))
            .close('}');
    }
    return json.close(']').close('}').text();
}

}  // namespace hcsffi
