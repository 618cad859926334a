/* Starts the engine, and has it start the reaper. The engine is this process's child and waits for the first process inside, which is the
 * reaper's guard: when it ends, the kernel has ended everybody in its namespace. The steps:
 *
 * 1. The reaper's file is copied into a sealed file in memory, which all trees have together, the engine's arguments into one of its own.
 * 2. The engine starts with them, the reaper's socket, and a descriptor of this process, which has no number inside.
 * 3. It makes the namespaces and writes the number of the first process, from which a descriptor of that process is made.
 * 4. As root, the numbers of users are written into the new user namespace and the engine is told to go on.
 *    A client that is killed by then leaves an end-of-file, on which it goes on, and the reaper finds that its owner has gone.
 * 5. It mounts the root and executes the reaper, which says that it is ready. If it cannot, it writes why and ends.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "ground/linux/newer_calls.h"
#include "ground/uninterrupted.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/limit.h"
#include "processes/linux/program.h"
#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

SpawnOutcome no_reaper(const std::string& what, int error) {
    SpawnOutcome outcome = failed(what, error);
    if (outcome.reason != SpawnReason::exhausted) outcome.reason = SpawnReason::no_reaper;
    return outcome;
}

SpawnOutcome sealed_copy(const std::string& path, UniqueFd* image) {
    constexpr int kAddSeals = 1033;                  // F_ADD_SEALS
    constexpr int kAllSeals = 0xF;                   // F_SEAL_SEAL, _SHRINK, _GROW and _WRITE
    const UniqueFd source(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!source) return no_reaper("opening the reaper " + path, errno);
    UniqueFd copy(open_memory(reaper::kName, true));
    if (!copy) return no_reaper("making a memory file for the reaper", errno);
    if (!copy_whole(source, copy)) return no_reaper("copying the reaper", errno);
    if (fcntl(fd_of(copy), kAddSeals, kAllSeals) != 0) return no_reaper("sealing the reaper's copy", errno);
    *image = raised(static_cast<int>(copy.release()));
    return *image ? SpawnOutcome{} : no_reaper("making a memory file for the reaper", errno);
}

SpawnOutcome written_down(const std::string& text, UniqueFd* file) {
    UniqueFd made = memory_file("hcsffi-arguments");
    if (!made) return failed("making a memory file", errno);
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t wrote = pwrite(fd_of(made), text.data() + done, text.size() - done, static_cast<off_t>(done));
        if (wrote <= 0) return failed("writing a memory file", errno);
        done += static_cast<std::size_t>(wrote);
    }
    *file = raised(static_cast<int>(made.release()));
    return *file ? SpawnOutcome{} : failed("making a memory file", errno);
}

// As the engine reads them.
std::string joined(const std::vector<std::string>& arguments) {
    std::string text;
    for (const std::string& one : arguments) text.append(one.c_str(), one.size() + 1);
    return text;
}

// The machine's names of addresses, and that of the container itself, which programs look up.
std::string hosts_with(const std::string& name) {
    std::ifstream file("/etc/hosts");
    const std::string own = name.empty() ? "" : "\n127.0.1.1\t" + name + "\n";
    return std::string(std::istreambuf_iterator<char>(file), {}) + own;
}

// What the engine is given, and what stays here.
struct Given {
    std::shared_ptr<UniqueFd> image;
    UniqueFd socket, owner, arguments, hosts, resolver, first, mapped, errors;
    UniqueFd my_socket, my_first, my_mapped;
};

SpawnOutcome make_pipe(UniqueFd* reading, UniqueFd* writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return failed("making a pipe", errno);
    *reading = raised(ends[0]);
    *writing = raised(ends[1]);
    return *reading && *writing ? SpawnOutcome{} : failed("making a pipe", errno);
}

SpawnOutcome make_given(const std::string& path, const EngineWords& words, CommonImage& images, Given* given) {
    if (SpawnOutcome outcome = make_sockets(&given->my_socket, &given->socket); !outcome.ok()) return outcome;
    const int owner = open_process(getpid());
    if (owner < 0) return no_reaper("making a descriptor of this process, which takes Linux 5.3", errno);
    given->owner = raised(owner);
    if (SpawnOutcome outcome = images.take(path, &given->image); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = written_down(joined(words.arguments), &given->arguments); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = written_down(hosts_with(words.host_name), &given->hosts); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = written_down(words.network.resolver, &given->resolver); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = make_pipe(&given->my_first, &given->first); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = make_pipe(&given->mapped, &given->my_mapped); !outcome.ok()) return outcome;
    UniqueFd errors = memory_file("hcsffi-errors");
    if (!errors || !given->owner) return failed("making a memory file", errno);
    given->errors = raised(static_cast<int>(errors.release()));
    return given->errors ? SpawnOutcome{} : failed("making a memory file", errno);
}

std::string namespace_of(std::uint32_t process, const char* kind) { return "/proc/" + std::to_string(process) + "/ns/" + kind; }

// Words that have those behind them executed in the antechamber, where there is to be one.
std::vector<std::string> in_antechamber(std::vector<std::string> before, const std::vector<std::string>& words) {
    before.insert(before.end(), words.begin(), words.end());
    return before;
}

// What has the words executed in the holder's user namespace, or at once where there is no holder. Its process becomes what it executes.
std::vector<std::string> below(const EnclosedNetwork& network, bool with_network, const std::vector<std::string>& words) {
    if (network.kind != NetworkKind::held) return words;
    std::vector<std::string> entering{find_program("nsenter"), "--user=" + namespace_of(network.holder, "user"), "--preserve-credentials"};
    if (with_network) entering.push_back("--net=" + namespace_of(network.peer != 0 ? network.peer : network.holder, "net"));
    entering.emplace_back("--");
    entering.insert(entering.end(), words.begin(), words.end());
    return entering;
}

int spawn_engine(const std::string& engine, const EngineWords& told, const Given& given, const ReaperProcess& reaper, pid_t* pid) {
    PlannedSpawn planned;
    planned.open_nothing(0, O_RDONLY);
    planned.open_nothing(1, O_WRONLY);
    const std::pair<const UniqueFd*, int> places[] = {{&given.errors, 2},
                                                      {&given.socket, reaper::kSocket},
                                                      {&given.owner, reaper::kOwner},
                                                      {given.image.get(), bubblewrap::kImage},
                                                      {&given.arguments, bubblewrap::kArguments},
                                                      {&given.hosts, bubblewrap::kHosts},
                                                      {&given.resolver, bubblewrap::kResolver},
                                                      {&given.first, bubblewrap::kFirst},
                                                      {&given.my_first, bubblewrap::kReader},
                                                      {&given.mapped, bubblewrap::kMapped}};
    for (const auto& [descriptor, place] : places) planned.give(fd_of(*descriptor), place);
    planned.keep_signals_out();
    std::vector<std::string> words{
        engine,           "--args", std::to_string(bubblewrap::kArguments), "--", "/proc/self/fd/" + std::to_string(bubblewrap::kImage),
        reaper::kEnclosed};
    give_groups(reaper, &planned, &words);
    const EnclosedNetwork& network = told.network;
    words = below(network, true, in_antechamber(told.antechamber, words));
    const std::string file = words[0];
    if (file == engine) words[0] = "bwrap";  // by which ps shows it
    return planned.start(file, words, pid);
}

// The engine's words about the first process inside; -1 when it has ended before, or says nothing.
pid_t read_first(const UniqueFd& from) {
    constexpr int kLimitMs = 30'000;
    std::string text;
    while (text.find('}') == std::string::npos && text.size() < 4096) {
        if (!becomes_readable(fd_of(from), kLimitMs)) return -1;
        char piece[512];
        const ssize_t got = read(fd_of(from), piece, sizeof piece);
        if (got <= 0) return -1;
        text.append(piece, static_cast<std::size_t>(got));
    }
    const std::size_t at = text.find("\"child-pid\":");
    return at == std::string::npos ? -1 : static_cast<pid_t>(strtol(text.c_str() + at + strlen("\"child-pid\":"), nullptr, 10));
}

constexpr const char* kAll = "0 0 4294967295\n";

// The numbers of a namespace below a holder's are for a process of the holder's to write.
SpawnOutcome map_numbers_below(const EnclosedNetwork& network, pid_t first) {
    const std::string folder = "/proc/" + std::to_string(first);
    const std::string all(kAll, strlen(kAll) - 1);
    const std::string script = "echo " + all + " > " + folder + "/uid_map && echo " + all + " > " + folder + "/gid_map";
    std::vector<std::string> words = below(network, false, {"/bin/sh", "-c", script});
    PlannedSpawn planned;
    for (const int stream : {0, 1, 2}) planned.open_nothing(stream, O_RDWR);
    pid_t pid = -1;
    if (const int error = planned.start(words[0], words, &pid); error != 0) return no_reaper("starting " + words[0], error);
    uninterrupted([pid] { return waitpid(pid, nullptr, 0); });
    // The client may have waited for it, too: what it has done counts.
    std::ifstream file(folder + "/gid_map");
    unsigned long inner = 1, outer = 1, count = 0;
    if (file >> inner >> outer >> count && count == 4294967295) return {};
    return no_reaper("writing the numbers of users", EPERM);
}

// All numbers as they are: files keep their owners. Only root may.
SpawnOutcome map_numbers(const EnclosedNetwork& network, pid_t first, const UniqueFd& told) {
    if (network.kind == NetworkKind::held) {
        if (SpawnOutcome outcome = map_numbers_below(network, first); !outcome.ok()) return outcome;
        return write(fd_of(told), "1", 1) == 1 ? SpawnOutcome{} : no_reaper("telling the engine to go on", errno);
    }
    for (const char* which : {"/uid_map", "/gid_map"}) {
        const UniqueFd file(open(("/proc/" + std::to_string(first) + which).c_str(), O_WRONLY | O_CLOEXEC));
        if (!file || write(fd_of(file), kAll, strlen(kAll)) < 0) return no_reaper("writing the numbers of users", errno);
    }
    return write(fd_of(told), "1", 1) == 1 ? SpawnOutcome{} : no_reaper("telling the engine to go on", errno);
}

void end_engine(pid_t pid) {
    kill(pid, SIGKILL);
    uninterrupted([pid] { return waitpid(pid, nullptr, 0); });
}

}  // namespace

SpawnOutcome CommonImage::take(const std::string& path, std::shared_ptr<UniqueFd>* image) {
    const std::scoped_lock lock(mutex_);
    *image = image_.lock();
    if (*image) return {};
    UniqueFd copy;
    if (SpawnOutcome outcome = sealed_copy(path, &copy); !outcome.ok()) return outcome;
    *image = std::make_shared<UniqueFd>(std::move(copy));
    image_ = *image;
    return {};
}

SpawnOutcome start_enclosed_reaper(const std::string& path, const std::string& engine, const EngineWords& words, CommonImage& images,
                                   ReaperProcess* reaper) {
    Given given;
    if (SpawnOutcome outcome = make_given(path, words, images, &given); !outcome.ok()) return outcome;
    pid_t pid = -1;
    if (const int error = spawn_engine(engine, words, given, *reaper, &pid); error != 0) return no_reaper("starting " + engine, error);
    // All but what the engine is told through: without a reader, telling one that has ended would end this process by SIGPIPE.
    for (UniqueFd* theirs : {&given.socket, &given.owner, &given.arguments, &given.hosts, &given.resolver, &given.first}) theirs->reset();
    if (reaper->limits) reaper->limits->keep_folders_alone();
    const pid_t first = read_first(given.my_first);
    reaper->first = UniqueFd(open_process(first));  // there is none where the number is not above zero
    reaper->first_pid = first;
    if (reaper->first && geteuid() == 0) {
        if (SpawnOutcome outcome = map_numbers(words.network, first, given.my_mapped); !outcome.ok()) {
            syscall(SYS_kill, first, SIGKILL);
            end_engine(pid);
            return outcome;
        }
    }
    reaper->pid = pid;
    reaper->has_antechamber = !words.antechamber.empty();
    reaper->socket = std::move(given.my_socket);
    reaper->errors = std::move(given.errors);
    reaper->image = std::move(given.image);
    // The engine has not been waited for, so the number is still its own, ended or not: then the socket hangs up and its words are read.
    reaper->alive = UniqueFd(open_process(pid));
    return {};
}

}  // namespace hcsffi
