// The overlay of the Linux kernel. Every folder it is made of is named by a held descriptor, so no path is looked up twice and none can
// hold a separator of the mount's options.

#include "storage/view.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "storage/difference.h"
#include "storage/linux/refusal.h"

namespace hcsffi {

namespace {

constexpr long kOverlayMagic = 0x794C7630;
constexpr long kOpenTree = 428;  // the same on every architecture
constexpr unsigned kOpenTreeClone = 1;  // OPEN_TREE_CLONE
constexpr size_t kLongestOptions = 4095;  // a page with its NUL
constexpr int kUnmountTurns = 50;
constexpr std::chrono::milliseconds kUnmountPause{10};
constexpr const char* kWhiteouts = "whiteouts";
constexpr const char* kWork = "work";
constexpr const char* kUpper = "upper";

int number_of(const Folder& folder) { return static_cast<int>(folder.descriptor()); }
std::string held_path(const Folder& folder) { return "/proc/self/fd/" + std::to_string(number_of(folder)); }

// What the parents below `layer` do not show any more. Folders on the way look as they do there.
void make_whiteouts(const Folder& top, const std::vector<MergedSource>& sources, size_t layer) {
    const std::vector<MergedSource> lower(sources.begin() + static_cast<std::ptrdiff_t>(layer) + 1, sources.end());
    for (const std::string& deleted : sources[layer].form->deletions) {
        if (deleted.compare(0, 6, "Files/") != 0) continue;
        MergedFolder shown(lower, kFilesName);
        Folder at = top.again();
        std::string_view rest = std::string_view(deleted).substr(6);
        bool exists = true;
        for (size_t slash; exists && (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
            const std::string name(rest.substr(0, slash));
            const MergedFolder::Entry entry = shown.find(name);
            exists = entry.fact.kind == EntryKind::kFolder && at.fact(name).kind != EntryKind::kWhiteout;
            if (!exists) break;
            Folder next = at.ensure_child(name);
            next.copy_metadata("", *entry.folder, name, entry.fact);
            at = std::move(next);
            shown = shown.enter(name);
        }
        if (exists && shown.find(std::string(rest)).fact.kind != EntryKind::kNothing) make_whiteout(at, std::string(rest));
    }
}

// Whether open_tree is not for this caller, or not there: everything else passes.
bool is_forbidden(int error) { return error == EPERM || error == EACCES || error == ENOSYS || error == EINVAL; }

std::string join_lower(const std::vector<Folder>& lower) {
    std::string joined;
    for (const Folder& folder : lower) joined += (joined.empty() ? "" : ":") + held_path(folder);
    return joined;
}

}  // namespace

bool is_covered(const std::string& path) {
    struct statfs system{};
    struct stat here{}, above{};
    // What is no folder, or none for this caller, covers nothing; who opens it says so.
    if (statfs(path.c_str(), &system) != 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == EACCES || errno == ENAMETOOLONG) return false;
        refuse("cannot look at", path);
    }
    if (system.f_type != kOverlayMagic) return false;
    std::string name;
    const Folder parent = Folder::parent_of(path, &name);
    if (stat(path.c_str(), &here) != 0 || fstat(number_of(parent), &above) != 0) refuse("cannot look at", path);
    return here.st_dev != above.st_dev;
}

std::optional<Folder> beneath_overlay(const std::string& path) {
    if (!is_covered(path)) return std::nullopt;
    std::string name;
    const Folder parent = Folder::parent_of(path, &name);
    const UniqueFd copy(syscall(kOpenTree, number_of(parent), "", kOpenTreeClone | AT_EMPTY_PATH | O_CLOEXEC));
    if (!copy && is_forbidden(errno)) return std::nullopt;
    if (!copy) refuse("cannot look beneath", path);
    return Folder::at("/proc/self/fd/" + std::to_string(copy.get())).find_child(name);
}

bool may_mount_overlay() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2] = {};
    if (syscall(SYS_capget, &header, sets) != 0) return false;
    if ((sets[CAP_TO_INDEX(CAP_SYS_ADMIN)].effective & CAP_TO_MASK(CAP_SYS_ADMIN)) == 0) return false;
    // What is mounted has to be seen through again, which takes Linux 5.2 and nobody who forbids the call. It is asked of no folder: a copy
    // of a mount would have to be taken away again, for which the kernel waits for all processors.
    const UniqueFd none(syscall(kOpenTree, -1, "", kOpenTreeClone | AT_EMPTY_PATH | O_CLOEXEC));
    if (none || errno == EBADF) return true;
    if (!is_forbidden(errno)) refuse("cannot look beneath", "/");
    return false;
}

bool mount_overlay(const Folder& root, const Folder& area, const Chain& parents) {
    for (const char* name : {kWhiteouts, kWork}) remove_tree(area, name);
    const Folder work = area.make_child(kWork), upper = area.ensure_child(kUpper);
    upper.copy_metadata("", root, "", root.fact());
    const std::vector<MergedSource> sources = sources_of(parents);
    std::vector<Folder> lower;
    for (size_t at = 0; at < sources.size(); ++at) {
        lower.push_back(sources[at].layer->child(kFilesName));
        if (sources[at].form->deletions.empty() || at + 1 == sources.size()) continue;
        lower.push_back(area.ensure_child(kWhiteouts).make_child(std::to_string(at)));
        make_whiteouts(lower.back(), sources, at);
    }
    // Copying is what a rename of a parent's folder, and a change of one of two names of a parent's file, then comes to.
    const std::string options = "redirect_dir=off,index=off,metacopy=off,xino=off,lowerdir=" + join_lower(lower) +
                                ",upperdir=" + held_path(upper) + ",workdir=" + held_path(work);
    if (options.size() > kLongestOptions) return false;
    if (mount("hcsffi", held_path(root).c_str(), "overlay", MS_NODEV | MS_NOSUID, options.c_str()) == 0) return true;
    // What another moment would bring is no reason to go another way from here on.
    if (errno == ENOMEM || errno == ENOSPC || errno == EMFILE || errno == ENFILE || errno == EIO) refuse("cannot mount on", root.path());
    return false;
}

void unmount_overlay(const std::string& path) {
    // A process that is just being started has a copy of every descriptor until it executes its program: that passes.
    for (int turn = 0; umount2(path.c_str(), UMOUNT_NOFOLLOW) != 0; ++turn) {
        if (errno != EBUSY) refuse("cannot unmount", path);
        if (turn == kUnmountTurns) throw Refusal(kSharingViolation, "somebody works in " + path);
        std::this_thread::sleep_for(kUnmountPause);
    }
}

void make_whiteout(const Folder& upper, const std::string& name) {
    if (mknodat(number_of(upper), name.c_str(), S_IFCHR, makedev(0, 0)) == 0) return;
    refuse("cannot mark as deleted", name);
}

}  // namespace hcsffi
