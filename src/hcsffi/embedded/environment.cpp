#include "environment.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#ifdef _WIN32
#include <stdlib.h>
#else
extern char** environ;
#endif

namespace hcsffi {

namespace {

#ifdef _WIN32
char** client_environment() { return _environ; }
constexpr std::string_view kPassing[] = {"PATH", "PATHEXT", "SystemRoot", "SystemDrive", "windir", "ComSpec", "TEMP", "TMP", "USERNAME", "USERPROFILE", "NUMBER_OF_PROCESSORS"};
#else
char** client_environment() { return environ; }
constexpr std::string_view kPassing[] = {"PATH", "HOME", "LANG", "TERM", "TMPDIR", "TZ", "USER", "LOGNAME", "SHELL"};
#endif
constexpr std::string_view kPassingPrefix = "LC_";

void assign(Environment& environment, const std::string& name, const std::string& value) {
    const auto found = std::find_if(environment.begin(), environment.end(), [&](const auto& each) { return each.first == name; });
    if (found == environment.end()) {
        environment.emplace_back(name, value);
    } else {
        found->second = value;
    }
}

}  // namespace

Environment inherited_environment() {
    Environment environment;
    for (char** entry = client_environment(); entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const size_t equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = text.substr(0, equals);
        const bool passes = std::find(std::begin(kPassing), std::end(kPassing), name) != std::end(kPassing) || name.substr(0, kPassingPrefix.size()) == kPassingPrefix;
        if (passes) environment.emplace_back(name, text.substr(equals + 1));
    }
    return environment;
}

Environment process_environment(const Environment& inherited, const std::string& host_name, const Node& own) {
    Environment environment = inherited;
    if (!host_name.empty()) {
        assign(environment, "HOSTNAME", host_name);
        assign(environment, "COMPUTERNAME", host_name);
    }
    for (const auto& [name, value] : own.members()) {
        if (name.empty() || name.find('=') != std::string::npos || name.find('\0') != std::string::npos) {
            throw Refusal(kInvalidArgument, own.path() + ": \"" + name + "\" is no name of a variable");
        }
        assign(environment, name, value.text_or(""));
    }
    return environment;
}

}  // namespace hcsffi
