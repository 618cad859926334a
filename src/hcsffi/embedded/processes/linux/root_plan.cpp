/* The root of a container.
 *
 * With layers it is the view of them that the storage functions have attached, and may be written. Nobody knows who made the layers: every
 * place where something is mounted is looked for here first, link by link as a program inside would go, because bubblewrap follows links
 * while the machine's own root is still in reach. /proc and /dev have to be folders or missing. What is mounted where the view has nothing
 * leaves an empty folder or file there.
 *
 * Without layers it is the machine's own, read-only, with folders of its own where programs write: a new, empty file system on which the
 * machine's top folders are shown one by one, so that a mapped folder may lie where the machine has none. Where a mapped folder is missing
 * deeper down, the folder it would lie in is taken apart in the same way.
 */
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "ground/linux/listing.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/mapping_change.h"
#include "processes/linux/tree.h"

namespace hcsffi::bubblewrap {
namespace {

using Told = std::vector<std::string>;

constexpr int kMostLinks = 40;         // as the kernel's own walk
constexpr std::size_t kMostParts = 2000;  // a mount each: bubblewrap takes 9,000 words

// What the host keeps of a copied view in its folder. No part of the view.
constexpr const char* kKept = "/.hcsffi";

// The container's own: nothing may be mapped there, since programs and the reaper rely on what is there.
constexpr const char* kOwn[] = {"/proc", "/sys", "/dev", kKept};

// All of the machine's /sys that is shown, since programs count by it. The rest names its devices, and its adapters whatever the network.
constexpr const char* kProcessors = "/sys/devices/system/cpu";

// What root may write in /proc by its number alone, whatever its rights; and memory of the machine. Shown read-only.
constexpr const char* kGuarded[] = {"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi"};

struct PrivateFolder {
    std::string path;
    const char* mode;
};

SpawnOutcome refused(SpawnReason reason, int error, const std::string& text) { return {reason, error, text}; }

bool lies_in(const std::string& path, const std::string& folder) {
    return path == folder || path.compare(0, folder.size() + 1, folder + "/") == 0;
}

std::string parent_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

bool means_absent(int error) { return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP; }

// What is at a path: its mode, 0 where nothing is that this user could see.
// errors: Unseen where the kernel does not tell. Taken for an absence it would show the container what the plan has to hide.
struct Unseen {
    SpawnOutcome outcome;
};

mode_t mode_of(const std::string& path) {
    struct stat about{};
    if (lstat(path.c_str(), &about) == 0) return about.st_mode;
    if (!means_absent(errno)) throw Unseen{failed("looking at \"" + path + "\"", errno)};
    return 0;
}

bool is_folder(const std::string& path) { return S_ISDIR(mode_of(path)); }

// The path without links, "" where it leads nowhere. errors: Unseen.
std::string real_path(const std::string& path) {
    char real[PATH_MAX];
    if (realpath(path.c_str(), real) != nullptr) return real;
    if (!means_absent(errno)) throw Unseen{failed("looking at \"" + path + "\"", errno)};
    return "";
}

// Where programs may write, and nobody else sees it. A home elsewhere is one, too, unless it is a top folder.
std::vector<PrivateFolder> private_folders() {
    std::vector<PrivateFolder> folders;
    for (const PrivateFolder& one : {PrivateFolder{"/tmp", "1777"}, PrivateFolder{"/run", "0755"}, PrivateFolder{"/home", "0755"},
                                     PrivateFolder{"/root", "0700"}, PrivateFolder{"/var/tmp", "1777"}})
        if (is_folder(one.path)) folders.push_back(one);
    const char* named = secure_getenv("HOME");
    const std::string home = named && *named == '/' ? real_path(named) : "";
    if (std::count(home.begin(), home.end(), '/') < 2 || !is_folder(home)) return folders;
    if (std::any_of(std::begin(kOwn), std::end(kOwn), [&home](const char* own) { return lies_in(home, own); })) return folders;
    const bool listed = std::any_of(folders.begin(), folders.end(), [&home](const PrivateFolder& one) { return one.path == home; });
    if (!listed) folders.push_back({home, "0700"});
    return folders;
}

// Where a mapped path lies in the machine's root.
struct Spot {
    std::string path;    // no link on the way
    std::string anchor;  // the deepest folder of the machine on the way there; "" in a private folder, which is empty
    bool exists;
    bool folder;
};

Spot folder_at(const std::string& path) { return {path, path, true, true}; }

class RootPlan {
  public:
    explicit RootPlan(std::string view)
        : view_(std::move(view)), private_(view_.empty() ? private_folders() : std::vector<PrivateFolder>()) {}

    SpawnOutcome place(const Mapping& mapping) {
        std::string source;
        bool folder{};
        if (SpawnOutcome outcome = check_source(mapping, &source, &folder); !outcome.ok()) return outcome;
        Spot spot{};
        if (SpawnOutcome outcome = find(mapping.path_inside, &spot); !outcome.ok()) return outcome;
        if (spot.exists && spot.folder != folder)
            return refused(SpawnReason::bad_argument, ENOTDIR, "a folder and a file cannot lie on each other at \"" + spot.path + "\"");
        for (const auto& [path, from, read_only] : mounts_)
            if (lies_in(spot.path, path) || lies_in(path, spot.path))
                return refused(SpawnReason::bad_argument, EINVAL, "\"" + spot.path + "\" and \"" + path + "\" lie in each other");
        if (!spot.exists && !spot.anchor.empty() && view_.empty())
            for (std::string folder = spot.anchor; folder != "/"; folder = parent_of(folder)) taken_apart_.insert(folder);
        mounts_.push_back({spot.path, source, mapping.read_only});
        return {};
    }

    SpawnOutcome tell(bool own_name, bool own_resolver, Told* told) {
        if (SpawnOutcome outcome = view_.empty() ? show_machine(told) : show_view(told); !outcome.ok()) return outcome;
        told->insert(told->end(), {"--proc", "/proc", "--dev", "/dev", "--ro-bind-try", antechamber::kShown, antechamber::kMailbox});
        if (geteuid() == 0)
            for (const char* guarded : kGuarded) told->insert(told->end(), {"--ro-bind-try", guarded, guarded});
        if (SpawnOutcome outcome = show_names(own_name, own_resolver, told); !outcome.ok()) return outcome;
        for (const Mount& mount : mounts_) {
            make_parents(mount.path, told);
            told->insert(told->end(), {mount.read_only ? "--ro-bind" : "--bind", mount.source, mount.path});
        }
        if (view_.empty()) told->insert(told->end(), {"--remount-ro", "/"});
        told->insert(told->end(), {"--chdir", "/"});
        return {};
    }

  private:
    struct Mount {
        std::string path, source;
        bool read_only;
    };

    bool is_private(const std::string& path) const {
        return std::any_of(private_.begin(), private_.end(), [&path](const PrivateFolder& one) { return lies_in(path, one.path); });
    }

    std::string on_machine(const std::string& path) const { return view_ + path; }

    SpawnOutcome show_machine(Told* told) {
        if (SpawnOutcome outcome = show("/", told); !outcome.ok()) return outcome;
        for (const PrivateFolder& one : private_) told->insert(told->end(), {"--perms", one.mode, "--tmpfs", one.path});
        make_folder("/sys", 0555, told);
        told->insert(told->end(), {"--ro-bind-try", kProcessors, kProcessors});
        return {};
    }

    SpawnOutcome show_view(Told* told) {
        if (!is_folder(view_)) return refused(SpawnReason::bad_argument, ENOTDIR, "\"" + view_ + "\" is no folder");
        for (const char* own : {"/proc", "/dev", kKept})
            if (const mode_t mode = mode_of(on_machine(own)); mode != 0 && !S_ISDIR(mode))
                return refused(SpawnReason::bad_argument, ENOTDIR,
                               "the layers have something else than a folder at \"" + std::string(own) + "\"");
        told->insert(told->end(), {"--bind", view_, "/"});
        if (is_folder(on_machine(kKept))) told->insert(told->end(), {"--perms", "0000", "--tmpfs", kKept, "--remount-ro", kKept});
        return {};
    }

    // Goes the way of `inside` as a program in the container would, and looks where it ends.
    SpawnOutcome find(const std::string& inside, Spot* spot) const {
        std::deque<std::string> left;
        const auto put_before = [&left](const std::string& path) {
            std::vector<std::string> steps;
            for (std::size_t at = 0; at < path.size();) {
                const std::size_t end = std::min(path.find('/', at), path.size());
                if (end > at) steps.push_back(path.substr(at, end - at));
                at = end + 1;
            }
            left.insert(left.begin(), steps.begin(), steps.end());
        };
        put_before(inside);
        *spot = folder_at("/");
        for (int links = 0; !left.empty();) {
            const std::string step = left.front();
            left.pop_front();
            if (step == ".") continue;
            if (step == "..") {
                *spot = folder_at(parent_of(spot->path));
                continue;
            }
            const std::string next = (spot->path == "/" ? "" : spot->path) + "/" + step;
            const bool hidden = is_private(next);
            struct stat about{};
            if (!spot->exists || hidden || lstat(on_machine(next).c_str(), &about) != 0) {
                if (spot->exists && !hidden && errno != ENOENT) return failed("looking at \"" + next + "\"", errno);
                const bool is_top =
                    std::any_of(private_.begin(), private_.end(), [&](const PrivateFolder& one) { return one.path == next; });
                *spot = {next, hidden ? "" : spot->anchor, is_top, is_top};
                continue;
            }
            if (S_ISLNK(about.st_mode)) {
                std::error_code problem;
                const std::filesystem::path target = std::filesystem::read_symlink(on_machine(next), problem);
                if (++links > kMostLinks) problem = std::make_error_code(std::errc::too_many_symbolic_link_levels);
                if (problem) return failed("following \"" + next + "\"", problem.value());
                if (target.is_absolute()) *spot = folder_at("/");
                put_before(target.string());
                continue;
            }
            if (!S_ISDIR(about.st_mode) && !left.empty()) return failed("going through \"" + next + "\"", ENOTDIR);
            *spot = {next, S_ISDIR(about.st_mode) ? next : spot->path, true, S_ISDIR(about.st_mode)};
        }
        return check_place(spot->path);
    }

    // The entries of a folder that is taken apart.
    SpawnOutcome show(const std::string& folder, Told* told) {
        const Listing listing = list_entries(folder);
        if (!listing) return failed("reading \"" + folder + "\"", errno);
        std::vector<std::string> names;
        for (errno = 0; const dirent* entry = readdir(listing.get()); errno = 0)
            if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) names.emplace_back(entry->d_name);
        if (errno != 0) return failed("reading \"" + folder + "\"", errno);
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            if (++parts_ > kMostParts)
                return refused(SpawnReason::bad_argument, E2BIG,
                               "\"" + folder + "\" has too many entries to put another one beside them: make the folder on this machine");
            if (SpawnOutcome outcome = show_entry((folder == "/" ? "" : folder) + "/" + name, told); !outcome.ok()) return outcome;
        }
        return {};
    }

    SpawnOutcome show_entry(const std::string& path, Told* told) {
        if (path == "/proc" || path == "/dev" || path == "/sys") return {};
        const mode_t mode = mode_of(path);
        if (mode == 0) return {};  // gone meanwhile
        if (std::any_of(private_.begin(), private_.end(), [&path](const PrivateFolder& one) { return one.path == path; })) return {};
        if (S_ISLNK(mode)) {
            std::error_code problem;
            const std::filesystem::path target = std::filesystem::read_symlink(path, problem);
            if (problem && !means_absent(problem.value()) && problem.value() != EINVAL)
                return failed("following \"" + path + "\"", problem.value());
            if (!problem) told->insert(told->end(), {"--symlink", target.string(), path});
            return {};
        }
        if (taken_apart_.count(path) == 0) {
            told->insert(told->end(), {"--ro-bind", path, path});
            return {};
        }
        make_folder(path, mode & 07777, told);
        return show(path, told);
    }

    static void make_folder(const std::string& path, unsigned mode, Told* told) {
        char octal[8];
        snprintf(octal, sizeof octal, "%04o", mode);
        told->insert(told->end(), {"--perms", octal, "--dir", path});
    }

    // Left to itself bubblewrap makes folders that only their owner may enter.
    void make_parents(const std::string& path, Told* told) {
        std::vector<std::string> missing;
        for (std::string folder = parent_of(path); folder != "/" && made_.insert(folder).second; folder = parent_of(folder)) {
            const bool is_there =
                (!is_private(folder) && is_folder(on_machine(folder))) ||
                std::any_of(private_.begin(), private_.end(), [&](const PrivateFolder& one) { return one.path == folder; });
            if (is_there) break;
            missing.push_back(folder);
        }
        for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) make_folder(*folder, 0755, told);
    }

    // The addresses of names, the container's own among them, and who else knows some. Without layers these files are there, but the way to
    // the second often leads through /run, which is empty inside.
    SpawnOutcome show_names(bool own_name, bool own_resolver, Told* told) {
        std::optional<Spot> hosts, resolver;  // none where the machine's own leads into /proc, which is shown
        for (const auto& [name, spot] : {std::pair{"/etc/hosts", &hosts}, std::pair{"/etc/resolv.conf", &resolver}}) {
            Spot found{};
            if (SpawnOutcome outcome = find(name, &found); outcome.ok()) *spot = found;
            else if (!view_.empty()) return outcome;
        }
        if ((own_name || !view_.empty()) && may_lie_at(hosts)) {
            make_parents(hosts->path, told);
            told->insert(told->end(), {"--perms", "0644", "--ro-bind-data", std::to_string(kHosts), hosts->path});
        }
        if (own_resolver) {
            if (!may_lie_at(resolver)) return {};
            make_parents(resolver->path, told);
            told->insert(told->end(), {"--perms", "0644", "--ro-bind-data", std::to_string(kResolver), resolver->path});
            return {};
        }
        const std::string machines = real_path("/etc/resolv.conf");
        const bool is_shown = view_.empty() && !is_private(machines);
        if (machines.empty() || is_shown || !may_lie_at(resolver)) return {};
        make_parents(resolver->path, told);
        told->insert(told->end(), {"--ro-bind-try", machines, resolver->path});
        return {};
    }

    // A file of ours; with the machine's own folders none is added where they have none.
    bool may_lie_at(const std::optional<Spot>& spot) const {
        if (!spot) return false;
        if (spot->exists) return S_ISREG(mode_of(on_machine(spot->path)));
        return !view_.empty() || spot->anchor.empty();
    }

    const std::string view_;
    const std::vector<PrivateFolder> private_;
    std::vector<Mount> mounts_;
    std::set<std::string> taken_apart_;
    std::set<std::string> made_;
    std::size_t parts_ = 0;
};

}  // namespace

SpawnOutcome check_source(const Mapping& mapping, std::string* real, bool* folder) {
    const std::string& host_path = mapping.host_path;
    char path[PATH_MAX];
    struct stat about{};
    if (realpath(host_path.c_str(), path) == nullptr || stat(path, &about) != 0) return failed("looking at \"" + host_path + "\"", errno);
    if (S_ISCHR(about.st_mode) || S_ISBLK(about.st_mode))
        return refused(SpawnReason::bad_argument, EINVAL, "\"" + host_path + "\" is a device, and none is mapped");
    if (mapping.is_pipe && !S_ISSOCK(about.st_mode) && !S_ISFIFO(about.st_mode))
        return refused(SpawnReason::bad_argument, EINVAL, "\"" + host_path + "\" is neither a Unix socket nor a named pipe");
    *real = path;
    *folder = S_ISDIR(about.st_mode);
    return {};
}

SpawnOutcome check_place(const std::string& path) {
    const bool own = path == "/" || std::any_of(std::begin(kOwn), std::end(kOwn), [&](const char* one) { return lies_in(path, one); });
    return own ? refused(SpawnReason::bad_argument, EINVAL, "nothing is mapped onto \"" + path + "\", which is the container's own")
               : SpawnOutcome{};
}

SpawnOutcome plan_root(const Enclosure& enclosure, std::vector<std::string>* arguments, std::size_t* culprit) {
    try {
        RootPlan plan(enclosure.view);
        for (std::size_t at = 0; at < enclosure.mappings.size(); ++at) {
            *culprit = at;
            if (SpawnOutcome outcome = plan.place(enclosure.mappings[at]); !outcome.ok()) return outcome;
        }
        *culprit = enclosure.mappings.size();
        return plan.tell(!enclosure.host_name.empty(), enclosure.network.kind == NetworkKind::held, arguments);
    } catch (const Unseen& unseen) {
        return unseen.outcome;
    }
}

}  // namespace hcsffi::bubblewrap
