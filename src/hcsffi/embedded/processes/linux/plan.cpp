/* A ProcessStart in the reaper's form. Users are looked up here and not in the reaper, which is small because it needs no name service. */
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

struct Account {
    bool change = false;
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

SpawnOutcome bad_user(const std::string& text, int error = 0) { return {SpawnReason::bad_user, error, text}; }

bool as_number(const std::string& text, unsigned long* number) {
    if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos) return false;
    *number = strtoul(text.c_str(), nullptr, 10);
    return *number < 0xFFFFFFFFul;  // that one means "unchanged" to the system
}

// Calls a reentrant look-up with a buffer that grows until the entry fits; 0 with a null entry when there is none.
template <typename Entry>
int look_up(const std::function<int(Entry*, char*, std::size_t, Entry**)>& call, Entry* entry, std::vector<char>* buffer, Entry** found) {
    buffer->resize(1024);
    for (;;) {
        const int error = call(entry, buffer->data(), buffer->size(), found);
        if (error != ERANGE || buffer->size() > (1u << 20)) return error;
        buffer->resize(buffer->size() * 2);
    }
}

SpawnOutcome resolve_group(const std::string& text, gid_t* group) {
    ::group entry{};
    ::group* found = nullptr;
    std::vector<char> buffer;
    const int error = look_up<::group>([&text](::group* one, char* space, std::size_t size,
                                               ::group** result) { return getgrnam_r(text.c_str(), one, space, size, result); },
                                       &entry, &buffer, &found);
    unsigned long number = 0;
    if (found) {
        *group = found->gr_gid;
    } else if (as_number(text, &number)) {
        *group = static_cast<gid_t>(number);
    } else {
        return bad_user("there is no group \"" + text + "\"", error);
    }
    return {};
}

void add_groups_of(const passwd& entry, Account* account) {
    int count = 32;
    for (;;) {
        account->groups.resize(static_cast<std::size_t>(count));
        const int before = count;
        if (getgrouplist(entry.pw_name, entry.pw_gid, account->groups.data(), &count) >= 0) break;
        if (count <= before) count = before * 2;
    }
    account->groups.resize(static_cast<std::size_t>(count));
}

SpawnOutcome resolve_user(const std::string& text, Account* account) {
    const std::size_t colon = text.find(':');
    const std::string user = text.substr(0, colon);
    unsigned long number = 0;
    const bool numeric = as_number(user, &number);
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer;
    int error = look_up<passwd>(
        [&user](passwd* one, char* space, std::size_t size, passwd** result) { return getpwnam_r(user.c_str(), one, space, size, result); },
        &entry, &buffer, &found);
    if (!found && numeric)
        error = look_up<passwd>([number](passwd* one, char* space, std::size_t size,
                                         passwd** result) { return getpwuid_r(static_cast<uid_t>(number), one, space, size, result); },
                                &entry, &buffer, &found);
    if (!found && !numeric) return bad_user("there is no user \"" + user + "\"", error);
    account->user = found ? found->pw_uid : static_cast<uid_t>(number);
    if (colon != std::string::npos) {
        if (SpawnOutcome outcome = resolve_group(text.substr(colon + 1), &account->group); !outcome.ok()) return outcome;
        account->groups = {account->group};
    } else if (found) {
        account->group = found->pw_gid;
        add_groups_of(*found, account);
    } else {
        return bad_user("user " + user + " is not listed, so its group has to be given: \"" + user + ":GROUP\"");
    }
    account->change = account->user != geteuid() || account->group != getegid();
    return {};
}

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

SpawnOutcome write_plan(const ProcessStart& what, UniqueFd* plan) {
    if (SpawnOutcome outcome = check_start(what); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = check_room(what); !outcome.ok()) return outcome;
    Account account;
    if (!what.user.empty())
        if (SpawnOutcome outcome = resolve_user(what.user, &account); !outcome.ok()) return outcome;
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
