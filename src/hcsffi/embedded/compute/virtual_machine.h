// The model of a virtual machine: what its document says, without a guest that runs.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace hcsffi {

// threads: any. errors: Refusal with the code the service answers while it constructs the machine.
void check_virtual_machine(const Node& machine);

// A file of this host that a machine opens.
struct HostFile {
    std::string path;
    bool needs_grant;  // for the machine's own account; the folders of shares are opened by the service
};

// Every file of this host the machine opens when it is powered on: disks, memory-mapped images, share roots, guest state.
std::vector<HostFile> referenced_files(const Node& machine);

// errors: Refusal for no memory and for a size Hyper-V has no use for: it hands out memory by 2 MiB.
void check_memory_size(const Node& size_mb);

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
