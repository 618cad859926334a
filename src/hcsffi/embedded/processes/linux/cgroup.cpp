/* Control groups from the client's side: where one can be made, what becomes of one whose reapers were killed.
 *
 * A tree's group is a child of the client's own, so what limits the client limits its programs as before, and it has no controllers. The
 * client's process chooses the name and the guard makes the group; it needs the right to write there, which root has and a user in a
 * delegated subtree. Guard and reaper remove it. When both were killed the client's process finds it there once the guard has ended, and
 * has the kernel kill its members. When the client was killed as well, nobody holds the lock of the group, and the next client that opens a
 * tree beside it does the same.
 */
#include "processes/reaper/cgroup.h"

#include <poll.h>
#include <sys/file.h>
#include <time.h>

#include <atomic>
#include <fstream>
#include <sstream>

#include "ground/linux/listing.h"
#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

constexpr const char* kPrefix = "hcsffi-";

bool begins_with(const std::string& text, const std::string& start) { return text.compare(0, start.size(), start) == 0; }

bool names(const std::string& list, const std::string& word) { return ("," + list + ",").find("," + word + ",") != std::string::npos; }

// The path of this process in the hierarchy of a controller, for an empty name in the only one of version 2; empty when there is none.
std::string own_path(const std::string& controller) {
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        if (controller.empty() ? begins_with(line, "0::") : names(controllers, controller)) return line.substr(second + 1);
    }
    return {};
}

// /proc writes the blanks of a path as octal numbers.
std::string unescaped(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escaped = text[at] == '\\' && at + 3 < text.size();
        plain += escaped ? static_cast<char>(std::stoi(text.substr(at + 1, 3), nullptr, 8)) : text[at];
        at += escaped ? 3 : 0;
    }
    return plain;
}

// Whether a line about a mount is of the hierarchy.
bool shows(const std::string& line, const std::string& controller) {
    if (controller.empty()) return line.find(" - cgroup2 ") != std::string::npos;
    return line.find(" - cgroup ") != std::string::npos && names(line.substr(line.rfind(' ') + 1), controller);
}

// The folder of a group in a mount that shows it; empty when none does.
ShownGroup folder_of(const std::string& group, const std::string& controller) {
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        if (!shows(line, controller)) continue;
        std::istringstream fields(line);
        std::string skipped, root, point;
        fields >> skipped >> skipped >> skipped >> root >> point;
        root = unescaped(root);
        point = unescaped(point);
        if (root == "/") return {point + group, point};
        if (group == root || begins_with(group, root + "/")) return {point + group.substr(root.size()), point};
    }
    return {};
}

// Members that have been killed leave within a moment; a group that is not empty then is left for the next client.
void end_group(int parent, const char* name, int turns) {
    for (int turn = 0; turn < turns; ++turn) {
        if (turn > 0) poll(nullptr, 0, 1);
        const UniqueFd folder(openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (folder) cgroup::kill_members(fd_of(folder));
        if (cgroup::remove(parent, name)) return;
    }
}

}  // namespace

void sweep_groups(const std::string& parent) {
    const Listing listing = list_entries(parent);
    if (!listing) return;
    const int folder = dirfd(listing.get());
    while (const dirent* entry = readdir(listing.get())) {
        if (strncmp(entry->d_name, kPrefix, strlen(kPrefix)) != 0) continue;
        const UniqueFd group(openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!group || flock(fd_of(group), LOCK_EX | LOCK_NB) != 0) continue;
        // Another sweep may have been quicker, and the group of the name be a new one, of a tree that lives.
        if (cgroup::is_there(folder, entry->d_name, fd_of(group))) end_group(folder, entry->d_name, 20);
    }
}

ShownGroup own_group(const std::string& controller) {
    const std::string group = own_path(controller);
    if (group.empty() || begins_with(group, "/..")) return {};  // outside of this process's namespace of groups
    ShownGroup shown = folder_of(group, controller);
    while (!shown.folder.empty() && shown.folder.back() == '/') shown.folder.pop_back();
    return shown;
}

std::string groups_folder(Ending* why) {
    const auto none = [why](int error, const std::string& problem) {
        *why = {EndingMeans::walk, error, problem};
        return std::string();
    };
    const std::string group = own_path("");
    if (group.empty()) return none(ENOENT, "this process is in no control group of version 2");
    if (begins_with(group, "/..")) return none(ENOENT, "the control group of this process is outside its cgroup namespace");
    const std::string folder = own_group("").folder;
    if (folder.empty()) return none(ENOENT, "no mount shows the control group of this process");
    for (const std::string& path : {folder, folder + "/cgroup.procs"})
        if (faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return none(errno, failed("writing to " + path, errno).text);
    why->means = EndingMeans::control_group;
    return folder;
}

std::string group_beside(const std::string& parent) {
    static std::atomic<unsigned> count{};
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return parent + "/" + kPrefix + std::to_string(getpid()) + "-" + std::to_string(now.tv_sec) + std::to_string(now.tv_nsec) + "-" +
           std::to_string(count++);
}

void end_group_of_killed(const std::string& path) {
    constexpr int kTurns = 200;
    end_group(AT_FDCWD, path.c_str(), kTurns);
}

}  // namespace hcsffi
