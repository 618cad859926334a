/* A control group (cgroup v2) that a tree's programs and all they start live in, where one can be had: see `linux/cgroup.cpp` for who makes
 * which. A program sees nothing of it but its path. It is what the kernel ends a tree by, whoever has been killed before, and whoever its
 * members have become: `cgroup.kill` needs no walk through /proc and no right over the members. What both sides do with one stands here.
 */
#pragma once

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ground/uninterrupted.h"

namespace hcsffi::cgroup {

// threads: any. Has the kernel kill all members, those of groups below as well. False when there is no such group (any more), or on kernels
// before 5.14.
inline bool kill_members(int folder) {
    const int file = openat(folder, "cgroup.kill", O_WRONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool told = uninterrupted([file] { return write(file, "1", 1); }) == 1;
    close(file);
    return told;
}

// threads: any. Removes a group and those that its members made below it. False while somebody lives in one.
// NOLINTNEXTLINE(misc-no-recursion): as deep as its members nested groups, which the kernel limits
inline bool remove(int parent, const char* name) {
    if (unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT) return true;
    const int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR* const listing = folder < 0 ? nullptr : fdopendir(folder);
    if (!listing) {
        if (folder >= 0) close(folder);
        return false;
    }
    while (const dirent* entry = readdir(listing))
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.') remove(folder, entry->d_name);
    closedir(listing);
    return unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT;
}

}  // namespace hcsffi::cgroup
