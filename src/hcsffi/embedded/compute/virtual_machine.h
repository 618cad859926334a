// The model of a virtual machine: what its document says, without a guest that runs.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace hcsffi {

// threads: any. errors: Refusal with the code the service answers while it constructs the machine.
void check_virtual_machine(const Node& machine);

// Every file of this host the machine opens when it is powered on: disks, memory-mapped images, share roots, guest state.
std::vector<std::string> referenced_files(const Node& machine);

// Whether something in there would answer a shutdown request: a guest connection, or, for the integration service, anything that boots.
bool has_guest_connection(const Node& machine);
bool boots(const Node& machine);

struct SavedState {
    std::string system_id;
    std::string runtime_id;
    std::string processor_requirements;  // VmProcessorRequirements as JSON
};

// The content of a saved state file of this host.
std::string write_saved_state(const std::string& system_id, const std::string& runtime_id, const Node& machine);
// errors: Refusal kInvalidData for a file this host did not write.
SavedState read_saved_state(const std::string& content);

}  // namespace hcsffi
