/* A ProcessStart in the reaper's form. */
#include <errno.h>
#include <unistd.h>

#include <algorithm>

#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

void append(std::string* text, const void* bytes, std::size_t length) { text->append(static_cast<const char*>(bytes), length); }

void append(std::string* text, const std::string& one) { text->append(one.c_str(), one.size() + 1); }

// What execve would answer E2BIG to, found before a process is made. The kernel takes 32 pages a text (execve(2); fs/exec.c).
SpawnOutcome check_room(const ProcessStart& what) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t longest = 32 * page - 1;
    const std::size_t most = most_start_bytes();
    std::size_t all = 0;
    std::size_t widest = 0;
    const auto count = [&all, &widest](std::size_t length) {
        all += length + kStartBytesEach;
        widest = std::max(widest, length);
    };
    for (const std::string& argument : what.arguments) count(argument.size());
    for (const auto& [name, value] : what.environment) count(name.size() + 1 + value.size());
    const auto refused = [](const std::string& text) { return SpawnOutcome{SpawnReason::bad_argument, E2BIG, text}; };
    if (widest > longest)
        return refused("an argument or variable of " + std::to_string(widest) + " bytes; this system takes " + std::to_string(longest));
    if (all > most)
        return refused("arguments and variables of " + std::to_string(all) + " bytes together; this system takes " + std::to_string(most));
    return {};
}

}  // namespace

// For all texts with a pointer each the kernel takes a quarter of the stack's limit, at most 6 MiB (execve(2); fs/exec.c).
std::size_t most_start_bytes() { return std::min(static_cast<std::size_t>(std::max(sysconf(_SC_ARG_MAX), 0L)), std::size_t{6} << 20); }

SpawnOutcome write_plan(const ProcessStart& what, const std::string& view, UniqueFd* plan) {
    if (SpawnOutcome outcome = check_start(what); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = check_room(what); !outcome.ok()) return outcome;
    Account account;
    if (!what.user.empty())
        if (SpawnOutcome outcome = resolve_account(what.user, view, &account); !outcome.ok()) return outcome;
    const reaper::Plan head{(what.console ? reaper::kConsole : 0u) | (account.change ? reaper::kChangeUser : 0u),
                            account.user,
                            account.group,
                            static_cast<std::uint32_t>(account.groups.size()),
                            static_cast<std::uint32_t>(what.arguments.size()),
                            static_cast<std::uint32_t>(what.environment.size())};
    std::string text;
    append(&text, &head, sizeof head);
    for (const gid_t group : account.groups) append(&text, &group, sizeof group);
    append(&text, what.program.empty() ? what.arguments[0] : what.program);
    append(&text, what.working_directory.empty() ? "/" : what.working_directory);
    for (const std::string& argument : what.arguments) append(&text, argument);
    for (const auto& [name, value] : what.environment) append(&text, name + "=" + value);
    UniqueFd file = memory_file("hcsffi-plan");
    if (!file) return failed("making a memory file", errno);
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t wrote = write(fd_of(file), text.data() + done, text.size() - done);
        if (wrote <= 0) return failed("writing a memory file", errno);
        done += static_cast<std::size_t>(wrote);
    }
    *plan = std::move(file);
    return {};
}

}  // namespace hcsffi
