// Where the machine's own programs are found, and what they are for.
#pragma once

#include <string>
#include <vector>

#include "processes/spawn.h"

namespace hcsffi {

struct MachineProgram {
    const char* name;
    const char* carries;
    const char* remedy;
};

inline constexpr MachineProgram kEnterNetworks{"nsenter", "networks of containers", "install util-linux"};
inline constexpr MachineProgram kAdapters{"ip", "adapters, addresses and routes of containers", "install iproute2"};
inline constexpr MachineProgram kFilter{"nft", "policies ACL, NetworkACL, PortMapping and OutBoundNAT", "install nftables"};
inline constexpr MachineProgram kTraffic{"tc", "policies QOS", "install iproute2 (iproute-tc of Fedora)"};

inline constexpr const char* kMappingChanges = "changes of mapped directories";
inline constexpr MachineProgram kEnter{"nsenter", kMappingChanges, "install util-linux"};
inline constexpr MachineProgram kApart{"unshare", kMappingChanges, "install util-linux"};
inline constexpr MachineProgram kMount{"mount", kMappingChanges, "install util-linux (mount of Debian)"};
inline constexpr MachineProgram kUnmount{"umount", kMappingChanges, "install util-linux (mount of Debian)"};

// threads: any. blocks: for file system calls. The absolute path of a program of that name: in the folder HCSFFI_NETWORK_TOOLS names, and
// nowhere else where it names one; in those of PATH; where systems keep what administrators use. Empty when there is none.
std::string find_program(const std::string& name);

// threads: any. What is said of one that is missing.
std::string missing(const MachineProgram& program);

// threads: any. blocks: as above. All of them, found or not.
std::vector<ProgramFound> programs_of_machine();

}  // namespace hcsffi
