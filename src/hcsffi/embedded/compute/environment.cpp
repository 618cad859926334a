#include "compute/environment.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "processes/spawn.h"

namespace hcsffi {

namespace {

#ifdef _WIN32
constexpr std::string_view kPassing[] = {"PATH", "PATHEXT",  "SystemRoot",  "SystemDrive",         "windir", "ComSpec", "TEMP",
                                         "TMP",  "USERNAME", "USERPROFILE", "NUMBER_OF_PROCESSORS"};
#else
constexpr std::string_view kPassing[] = {"PATH", "HOME", "LANG", "TERM", "TMPDIR", "TZ", "USER", "LOGNAME", "SHELL"};
#endif
constexpr std::string_view kPassingPrefix = "LC_";

// An environment under way, with the place of each name: documents may have a million variables.
class Assembly {
  public:
    explicit Assembly(const Environment& inherited) : environment_(inherited) {
        for (std::size_t at = 0; at < environment_.size(); ++at) places_.emplace(environment_[at].first, at);
    }

    void assign(const std::string& name, const std::string& value) {
        const auto [place, added] = places_.emplace(name, environment_.size());
        if (added) {
            environment_.emplace_back(name, value);
        } else {
            environment_[place->second].second = value;
        }
    }

    Environment take() { return std::move(environment_); }

  private:
    Environment environment_;
    std::map<std::string, std::size_t, bool (*)(std::string_view, std::string_view)> places_{variable_before};
};

bool same_variable(std::string_view left, std::string_view right) { return !variable_before(left, right) && !variable_before(right, left); }

constexpr std::size_t kEquals = 1;  // between a variable's name and its value

}  // namespace

Environment inherited_environment() {
    Environment environment;
    for (auto& [name, value] : client_environment()) {
        const bool named = std::any_of(std::begin(kPassing), std::end(kPassing),
                                       [&name = name](std::string_view passing) { return same_variable(name, passing); });
        if (named || name.substr(0, kPassingPrefix.size()) == kPassingPrefix) environment.emplace_back(name, value);
    }
    return environment;
}

Environment process_environment(const Environment& inherited, const std::string& host_name, const Node& own) {
    Assembly assembly(inherited);
    if (!host_name.empty()) {
        assembly.assign("HOSTNAME", host_name);
        assembly.assign("COMPUTERNAME", host_name);
    }
    for (const auto& [name, value] : own.members()) {
        if (name.empty() || name.find('=') != std::string::npos || name.find('\0') != std::string::npos) {
            throw Refusal(kInvalidArgument, own.path() + ": \"" + name + "\" is no name of a variable");
        }
        assembly.assign(name, value.text_or(""));
    }
    return assembly.take();
}

void refuse_what_no_program_takes(std::string_view parameters) {
    const std::size_t most = most_start_bytes();
    // No JSON of a quarter as many bytes says so much: an empty argument and its comma are three, and nine in the kernel's count.
    if (parameters.size() <= most / 4) return;
    const std::size_t bytes = Document::bytes_below(parameters, {"CommandArgs", "Environment"}, kEquals, kStartBytesEach, most);
    if (bytes > most)
        throw Refusal(kInvalidArgument, "arguments and variables of more than " + std::to_string(most) +
                                            " bytes together; this system takes no more than that");
}

}  // namespace hcsffi
