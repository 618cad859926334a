/* Whom a program becomes. Users are looked up here and not in the reaper, which is small because it needs no name service.
 *
 * A root made of layers has users of its own, in files that whoever made the layers wrote: they are read as text, at most so much of them,
 * and the way to them does not leave the root, whatever is a link there and however programs inside change it meanwhile.
 */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "ground/linux/newer_calls.h"
#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

SpawnOutcome bad_user(const std::string& text, int error = 0) { return {SpawnReason::bad_user, error, text}; }

bool as_number(const std::string& text, unsigned long* number) {
    if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos) return false;
    *number = strtoul(text.c_str(), nullptr, 10);
    return *number < 0xFFFFFFFFul;  // that one means "unchanged" to the system
}

struct Listed {
    std::string name;
    uid_t user{};
    gid_t group{};
};

// Where users and groups are listed. errors: errno in `error`, nothing is found then.
class Users {
  public:
    virtual ~Users() = default;
    virtual std::optional<Listed> named(const std::string& name) = 0;
    virtual std::optional<Listed> numbered(unsigned long number) = 0;
    virtual std::optional<gid_t> group_named(const std::string& name) = 0;
    virtual std::vector<gid_t> groups_of(const Listed& user) = 0;
    int error = 0;
};

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

class UsersOfMachine final : public Users {
  public:
    std::optional<Listed> named(const std::string& name) override {
        return entry([&name](passwd* one, char* space, std::size_t size, passwd** result) {
            return getpwnam_r(name.c_str(), one, space, size, result);
        });
    }

    std::optional<Listed> numbered(unsigned long number) override {
        return entry([number](passwd* one, char* space, std::size_t size, passwd** result) {
            return getpwuid_r(static_cast<uid_t>(number), one, space, size, result);
        });
    }

    std::optional<gid_t> group_named(const std::string& name) override {
        ::group entry{};
        ::group* found = nullptr;
        std::vector<char> buffer;
        error = look_up<::group>([&name](::group* one, char* space, std::size_t size,
                                         ::group** result) { return getgrnam_r(name.c_str(), one, space, size, result); },
                                 &entry, &buffer, &found);
        return found ? std::optional<gid_t>(found->gr_gid) : std::nullopt;
    }

    std::vector<gid_t> groups_of(const Listed& user) override {
        std::vector<gid_t> groups;
        int count = 32;
        for (;;) {
            groups.resize(static_cast<std::size_t>(count));
            const int before = count;
            if (getgrouplist(user.name.c_str(), user.group, groups.data(), &count) != -1) break;
            if (count <= before) count = before * 2;
        }
        groups.resize(static_cast<std::size_t>(count));
        return groups;
    }

  private:
    std::optional<Listed> entry(const std::function<int(passwd*, char*, std::size_t, passwd**)>& call) {
        passwd one{};
        passwd* found = nullptr;
        std::vector<char> buffer;
        error = look_up<passwd>(call, &one, &buffer, &found);
        return found ? std::optional<Listed>({found->pw_name, found->pw_uid, found->pw_gid}) : std::nullopt;
    }
};

class UsersOfView final : public Users {
  public:
    explicit UsersOfView(std::string view) : view_(std::move(view)) {}

    std::optional<Listed> named(const std::string& name) override {
        return first([&name](const Listed& one) { return one.name == name; });
    }

    std::optional<Listed> numbered(unsigned long number) override {
        return first([number](const Listed& one) { return one.user == number; });
    }

    std::optional<gid_t> group_named(const std::string& name) override {
        for (const auto& row : rows("etc/group", 3))
            if (unsigned long number = 0; row[0] == name && as_number(row[2], &number)) return static_cast<gid_t>(number);
        return std::nullopt;
    }

    std::vector<gid_t> groups_of(const Listed& user) override {
        constexpr std::size_t kMost = 65536;  // NGROUPS_MAX
        std::vector<gid_t> groups{user.group};
        for (const auto& row : rows("etc/group", 4)) {
            unsigned long number = 0;
            const std::vector<std::string> members = split(row[3], ',');
            if (groups.size() < kMost && as_number(row[2], &number) && number != user.group &&
                std::find(members.begin(), members.end(), user.name) != members.end())
                groups.push_back(static_cast<gid_t>(number));
        }
        return groups;
    }

  private:
    static std::vector<std::string> split(const std::string& text, char at) {
        std::vector<std::string> parts;
        for (std::size_t begin = 0;;) {
            const std::size_t end = std::min(text.find(at, begin), text.size());
            parts.push_back(text.substr(begin, end - begin));
            if (end == text.size()) return parts;
            begin = end + 1;
        }
    }

    std::optional<Listed> first(const std::function<bool(const Listed&)>& is_it) {
        for (const auto& row : rows("etc/passwd", 4)) {
            unsigned long user = 0, group = 0;
            if (!as_number(row[2], &user) || !as_number(row[3], &group)) continue;
            const Listed one{row[0], static_cast<uid_t>(user), static_cast<gid_t>(group)};
            if (is_it(one)) return one;
        }
        return std::nullopt;
    }

    // The lines with at least so many fields.
    std::vector<std::vector<std::string>> rows(const char* path, std::size_t fields) {
        std::vector<std::vector<std::string>> found;
        for (const std::string& line : split(content(path), '\n'))
            if (std::vector<std::string> row = split(line, ':'); row.size() >= fields) found.push_back(std::move(row));
        return found;
    }

    std::string content(const char* path) {
        constexpr std::size_t kMost = std::size_t{1} << 20;
        const UniqueFd root(open(view_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const UniqueFd file(root ? open_within(fd_of(root), path, O_RDONLY | O_NONBLOCK | O_NOCTTY) : -1);
        struct stat about{};
        if (!file || fstat(fd_of(file), &about) != 0) {
            error = errno;
            return {};
        }
        if (!S_ISREG(about.st_mode)) return {};
        std::string text;
        char piece[4096];
        for (ssize_t got; text.size() < kMost && (got = read(fd_of(file), piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(got));
        return text;
    }

    const std::string view_;
};

SpawnOutcome resolve(const std::string& text, Users& users, Account* account) {
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    unsigned long number = 0;
    const bool numeric = as_number(name, &number);
    std::optional<Listed> found = users.named(name);
    if (!found && numeric) found = users.numbered(number);
    if (!found && !numeric) return bad_user("there is no user \"" + name + "\"", users.error);
    account->user = found ? found->user : static_cast<uid_t>(number);
    if (colon != std::string::npos) {
        const std::string group = text.substr(colon + 1);
        unsigned long group_number = 0;
        if (const std::optional<gid_t> listed = users.group_named(group); listed) {
            account->group = *listed;
        } else if (as_number(group, &group_number)) {
            account->group = static_cast<gid_t>(group_number);
        } else {
            return bad_user("there is no group \"" + group + "\"", users.error);
        }
        account->groups = {account->group};
    } else if (found) {
        account->group = found->group;
        account->groups = users.groups_of(*found);
    } else {
        return bad_user("user " + name + " is not listed, so its group has to be given: \"" + name + ":GROUP\"");
    }
    account->change = account->user != geteuid() || account->group != getegid();
    return {};
}

}  // namespace

SpawnOutcome resolve_account(const std::string& text, const std::string& view, Account* account) {
    if (view.empty()) {
        UsersOfMachine users;
        return resolve(text, users, account);
    }
    UsersOfView users(view);
    return resolve(text, users, account);
}

}  // namespace hcsffi
