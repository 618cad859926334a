// What no platform starts, whatever its system would make of it: a text with
// a NUL would be cut there, and a name with '=' read as another one.
#include "processes/spawn.h"

namespace hcsffi {

namespace {

bool has_nul(const std::string& text) { return text.find('\0') != std::string::npos; }

SpawnOutcome bad(const std::string& text) { return SpawnOutcome{SpawnReason::bad_argument, 0, text}; }

}  // namespace

SpawnOutcome check_start(const ProcessStart& what) {
    if (what.arguments.empty()) return bad("no program to start");
    if (what.program.empty() && what.arguments[0].empty()) return bad("the program has an empty name");
    if (what.console && (what.console_size.rows == 0 || what.console_size.columns == 0)) return bad("a console needs rows and columns");
    if (has_nul(what.program) || has_nul(what.working_directory) || has_nul(what.user) || has_nul(what.command_line))
        return bad("a NUL inside a text");
    for (const std::string& argument : what.arguments)
        if (has_nul(argument)) return bad("a NUL inside an argument");
    for (const auto& [name, value] : what.environment) {
        if (name.empty() || name.find('=') != std::string::npos) return bad("\"" + name + "\" is not the name of an environment variable");
        if (has_nul(name) || has_nul(value)) return bad("a NUL inside the environment");
    }
    return {};
}

}  // namespace hcsffi
