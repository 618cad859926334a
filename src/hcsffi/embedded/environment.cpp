#include "environment.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "spawn.h"

namespace hcsffi {

namespace {

#ifdef _WIN32
constexpr std::string_view kPassing[] = {"PATH", "PATHEXT", "SystemRoot", "SystemDrive", "windir", "ComSpec", "TEMP", "TMP", "USERNAME", "USERPROFILE", "NUMBER_OF_PROCESSORS"};
#else
constexpr std::string_view kPassing[] = {"PATH", "HOME", "LANG", "TERM", "TMPDIR", "TZ", "USER", "LOGNAME", "SHELL"};
#endif
constexpr std::string_view kPassingPrefix = "LC_";

void assign(Environment& environment, const std::string& name, const std::string& value) {
    const auto found = std::find_if(environment.begin(), environment.end(), [&](const auto& each) { return same_variable(each.first, name); });
    if (found == environment.end()) {
        environment.emplace_back(name, value);
    } else {
        found->second = value;
    }
}

}  // namespace

Environment inherited_environment() {
    Environment environment;
    for (auto& [name, value] : client_environment()) {
        const bool named = std::any_of(std::begin(kPassing), std::end(kPassing), [&name = name](std::string_view passing) { return same_variable(name, passing); });
        if (named || name.substr(0, kPassingPrefix.size()) == kPassingPrefix) environment.emplace_back(name, value);
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
