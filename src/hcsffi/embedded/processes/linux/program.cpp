#include "processes/linux/program.h"

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace hcsffi {

std::string find_program(const std::string& name) {
    const char* only = secure_getenv("HCSFFI_NETWORK_TOOLS");
    const char* path = secure_getenv("PATH");
    const bool named = only != nullptr && *only != '\0';
    std::istringstream folders(named ? std::string(only) : std::string(path ? path : "") + ":/usr/sbin:/usr/bin:/sbin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (folder.empty() || folder.front() != '/') continue;
        const std::string file = folder + "/" + name;
        if (access(file.c_str(), X_OK) == 0) return file;
    }
    return {};
}

std::string missing(const MachineProgram& program) {
    return std::string("the program ") + program.name + ", which carries " + program.carries + ", was not found; remedy: " + program.remedy;
}

std::vector<ProgramFound> programs_of_machine() {
    std::vector<ProgramFound> found;
    for (const MachineProgram& one : {kEnterNetworks, kAdapters, kFilter, kTraffic, kEnter, kApart, kMount, kUnmount})
        found.push_back({one.name, one.carries, one.remedy, find_program(one.name)});
    return found;
}

}  // namespace hcsffi
