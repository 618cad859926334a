// Where the machine's own programs are found.
#pragma once

#include <string>

namespace hcsffi {

// threads: any. blocks: for file system calls. The absolute path of a program of that name: in the folder HCSFFI_NETWORK_TOOLS names, and
// nowhere else where it names one; in those of PATH; where systems keep what administrators use. Empty when there is none.
std::string find_program(const std::string& name);

}  // namespace hcsffi
