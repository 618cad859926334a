#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "ground/linux/newer_calls.h"
#include "processes/linux/limit.h"
#include "processes/linux/tree.h"

namespace hcsffi {

UniqueFd duplicated(int descriptor, int lowest) {
    UniqueFd copy(fcntl(descriptor, F_DUPFD_CLOEXEC, lowest));
    if (!copy && errno == EINVAL) errno = EMFILE;  // said where the limit on descriptors lies below `lowest`
    return copy;
}

UniqueFd raised(int descriptor) {
    constexpr int kLowest = reaper::kGroups + 2 * reaper::kMostGroups;
    if (descriptor < 0) return {};
    const UniqueFd original(descriptor);
    return duplicated(descriptor, kLowest);
}

SpawnOutcome make_sockets(UniqueFd* mine, UniqueFd* theirs) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return failed("making a socket for the reaper", errno);
    *mine = UniqueFd(ends[0]);
    *theirs = raised(ends[1]);
    return *theirs ? SpawnOutcome{} : failed("making a socket for the reaper", errno);
}

bool copy_whole(const UniqueFd& from, const UniqueFd& to) {
    struct stat about{};
    if (fstat(fd_of(from), &about) != 0) return false;
    for (off_t done = 0; done < about.st_size;) {
        const ssize_t sent = sendfile(fd_of(to), fd_of(from), &done, static_cast<std::size_t>(about.st_size));
        if (sent == 0) errno = EIO;
        if (sent <= 0) return false;
    }
    return true;
}

PlannedSpawn::PlannedSpawn() {
    problem_ = posix_spawn_file_actions_init(&actions_);
    if (problem_ != 0) return;
    problem_ = posix_spawnattr_init(&attributes_);
    if (problem_ != 0) posix_spawn_file_actions_destroy(&actions_);
    ready_ = problem_ == 0;
}

PlannedSpawn::~PlannedSpawn() {
    if (!ready_) return;
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
}

// What cannot be noted for want of memory would not be done, and the process would not know.
void PlannedSpawn::note(int error) {
    if (problem_ == 0) problem_ = error;
}

void PlannedSpawn::open_nothing(int place, int flags) {
    if (ready_) note(posix_spawn_file_actions_addopen(&actions_, place, "/dev/null", flags, 0));
}

void PlannedSpawn::give(int descriptor, int place) {
    if (ready_) note(posix_spawn_file_actions_adddup2(&actions_, descriptor, place));
}

void PlannedSpawn::keep_signals_out() {
    if (!ready_) return;
    sigset_t all;
    sigfillset(&all);
    note(posix_spawnattr_setsigmask(&attributes_, &all));
    // The number of its group, which nobody sets, is 0: that of the process itself.
    note(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP));
}

int PlannedSpawn::start(const std::string& file, std::vector<std::string>& words, pid_t* pid) const {
    if (problem_ != 0) return problem_;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    char* const environment[] = {nullptr};
    return posix_spawn(pid, file.c_str(), &actions_, &attributes_, arguments.data(), environment);
}

void give_groups(const ReaperProcess& reaper, PlannedSpawn* planned, std::vector<std::string>* words) {
    if (!reaper.limits) return;
    words->push_back(reaper.limits->name());
    words->push_back(reaper.limits->kinds());
    int place = reaper::kGroups;
    for (const int given : reaper.limits->given()) planned->give(given, place++);
}

namespace {

// The process that is started is told `role`, or, where that is null, what becomes of the reaper's tree.
int spawn_file(const char* file, int socket, const ReaperProcess& reaper, const char* role, pid_t* pid) {
    PlannedSpawn planned;
    planned.open_nothing(0, O_RDONLY);
    for (const int stream : {1, 2}) planned.open_nothing(stream, O_WRONLY);
    planned.give(socket, reaper::kSocket);
    planned.keep_signals_out();
    std::vector<std::string> words{reaper::kName, role ? role : reaper.group};
    give_groups(reaper, &planned, &words);
    if (!reaper.limits && words[1].empty()) words.pop_back();
    return planned.start(file, words, pid);
}

std::string path_of(const UniqueFd& descriptor) { return "/proc/self/fd/" + std::to_string(descriptor.get()); }

// For kernels before 3.17, and for sandboxes that forbid memfd_create: a file without a name in the directory for such files.
UniqueFd nameless_file() {
    const char* wanted = secure_getenv("TMPDIR");
    const std::string folder = wanted && *wanted ? wanted : "/tmp";
    UniqueFd file(open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0700));
    if (file) return file;
    std::string name = folder + "/hcsffi-XXXXXX";  // file systems without such files
    file = UniqueFd(mkostemp(name.data(), O_CLOEXEC));
    if (!file) return file;
    unlink(name.c_str());
    fchmod(fd_of(file), 0700);
    return file;
}

// For a file that may not be executed where it lies, since an archive lost its mode or the file system forbids it.
int spawn_copy(const char* file, int socket, const ReaperProcess& reaper, const char* role, pid_t* pid) {
    const UniqueFd source(open(file, O_RDONLY | O_CLOEXEC));
    if (!source) return errno;
    UniqueFd copy = memory_file("hcsffi-reaper");
    if (!copy) return errno;
    if (!copy_whole(source, copy)) return errno;
    // Open for reading alone: a file that somebody may still write to is not executed.
    const UniqueFd finished(open(path_of(copy).c_str(), O_RDONLY | O_CLOEXEC));
    if (!finished) return errno;
    copy.reset();
    return spawn_file(path_of(finished).c_str(), socket, reaper, role, pid);
}

SpawnOutcome spawn(const std::string& path, int socket, const ReaperProcess& reaper, const char* role, pid_t* pid) {
    int error = spawn_file(path.c_str(), socket, reaper, role, pid);
    if (error == EACCES) error = spawn_copy(path.c_str(), socket, reaper, role, pid);
    if (error == 0) return {};
    SpawnOutcome outcome = failed("starting the reaper " + path, error);
    if (outcome.reason != SpawnReason::exhausted) outcome.reason = SpawnReason::no_reaper;
    return outcome;
}

const char kHere{};

// The file that is mapped at an address, from the root, or nothing. The loader knows it only as it was named when it was loaded: a
// relative name means another file once the working directory has changed.
std::string mapped_file(const void* address) {
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long first, last;
        const std::size_t path = line.find('/');
        if (sscanf(line.c_str(), "%lx-%lx", &first, &last) == 2 && wanted >= first && wanted < last)
            return path == std::string::npos ? std::string() : line.substr(path);
    }
    return {};
}

}  // namespace

UniqueFd memory_file(const char* name) {
    UniqueFd file(open_memory(name, false));
    return !file && (errno == ENOSYS || errno == EPERM) ? nameless_file() : std::move(file);
}

std::string reaper_beside_this_library() {
    std::string library = mapped_file(&kHere);
    if (library.empty()) {
        Dl_info where{};
        (void)dladdr(&kHere, &where);
        if (where.dli_fname) library = where.dli_fname;
    }
    const std::size_t slash = library.rfind('/');
    return slash == std::string::npos ? "./reaper" : library.substr(0, slash + 1) + "reaper";
}

SpawnOutcome start_guard(const std::string& path, int socket, pid_t* pid) { return spawn(path, socket, {}, reaper::kGuardOfAll, pid); }

SpawnOutcome start_reaper(const std::string& path, ReaperProcess* reaper) {
    UniqueFd mine, theirs;
    if (SpawnOutcome outcome = make_sockets(&mine, &theirs); !outcome.ok()) return outcome;
    pid_t pid = -1;
    if (SpawnOutcome outcome = spawn(path, fd_of(theirs), *reaper, nullptr, &pid); !outcome.ok()) return outcome;
    if (reaper->limits) reaper->limits->keep_folders_alone();
    reaper->pid = pid;
    reaper->socket = std::move(mine);
    // The process cannot have ended of itself yet, so the number is still its own.
    reaper->alive = UniqueFd(open_process(pid));
    return {};
}

}  // namespace hcsffi
