/* A control group (cgroup v2) that a tree's programs and all they start live in, where one can be had: see `linux/cgroup.cpp` for who makes
 * which. A program sees nothing of it but its path. It is what the kernel ends a tree by, whoever has been killed before, and whoever its
 * members have become: `cgroup.kill` needs no walk through /proc and no right over the members. What both sides do with one stands here.
 */
#pragma once

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/uninterrupted.h"

namespace hcsffi::cgroup {

// threads: any. Whether the folder of a group still has its name: the group may have been removed, and another one made under it.
inline bool is_there(int parent, const char* name, int folder) {
    struct stat named{};
    struct stat opened{};
    return fstatat(parent, name, &named, AT_SYMLINK_NOFOLLOW) == 0 && fstat(folder, &opened) == 0 && named.st_ino == opened.st_ino;
}

// threads: any. blocks: at most for 0.2 s. Makes a group and locks it, for as long as its folder is open. Between the two a sweep may take
// it for one that was left behind: then it is made once more. Whoever has the lock removes it and nobody else, or the sweep would do that
// to the next one of the name.
// owns: the folder, which it returns. errors: -1 with errno, and there is no group.
inline int make_locked(const char* path) {
    constexpr int kTurns = 200;
    int error = EWOULDBLOCK;
    for (int turn = 0; turn < kTurns && (error == EWOULDBLOCK || error == ENOENT); ++turn) {
        if (turn > 0) poll(nullptr, 0, 1);
        if (mkdir(path, 0755) != 0 && (turn == 0 || errno != EEXIST)) return -1;
        const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0 && flock(folder, LOCK_SH | LOCK_NB) == 0) {
            if (is_there(AT_FDCWD, path, folder)) return folder;
            errno = ENOENT;
        }
        error = errno;
        if (folder >= 0) close(folder);
    }
    rmdir(path);
    errno = error;
    return -1;
}

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
