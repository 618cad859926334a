#include "processes/linux/mapping_change.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "ground/linux/newer_calls.h"
#include "ground/outcome.h"
#include "processes/linux/bubblewrap.h"
#include "processes/linux/program.h"
#include "processes/linux/toolbox.h"
#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kShell = "/bin/sh";

// $1: what is mapped, $2: "ro" or "rw", $3: where it is prepared, $4: what the mailbox shows, then mount. Every mount of it gets the flags,
// since a folder may have others' mounts below it, of which one may have gone by then; the kernel's file writes blanks of their paths as
// \040.
constexpr const char* kPut = R"sh(set -e
what=$1 mode=$2 preparing=$3 shown=$4 mount=$5
make() { if test -d "$what"; then mkdir "$1"; else : > "$1"; fi; }
"$mount" -n -i -t tmpfs -o mode=0700,size=64k none "$preparing"
mkdir -m 0700 "$preparing/box"
make "$preparing/x"
make "$preparing/box/x"
"$mount" -n -i -c --rbind "$what" "$preparing/x"
while read -r id parent device root point options rest; do
    case $point in
    "$preparing/x" | "$preparing/x/"*)
        if "$mount" -n -i -c -o "remount,bind,$options,nosuid,nodev,$mode" none "$(printf '%b' "$point")"; then continue; fi
        case $(cat /proc/self/mountinfo) in *" $point "*) exit 1 ;; esac ;;
    esac
done < /proc/self/mountinfo
"$mount" -n -i -c --bind "$preparing/box" "$preparing/box"
"$mount" -n -i -c -o remount,bind,nosuid,nodev,ro none "$preparing/box"
"$mount" -n -i -c --bind "$preparing/box" "$shown"
"$mount" -n -i -c --rbind "$preparing/x" "$shown/x")sh";

// $1: where it is prepared, $2: what the mailbox shows, then umount. Both have a mount only if the steps before came so far.
constexpr const char* kClear = R"sh("$3" -n -i -c -l "$2"; "$3" -n -i -c -l "$1"; true)sh";

struct Programs {
    std::string enter, apart, mount, unmount;
};

SpawnOutcome find_programs(Programs* programs) {
    const std::pair<MachineProgram, std::string*> wanted[] = {
        {kEnter, &programs->enter}, {kApart, &programs->apart}, {kMount, &programs->mount}, {kUnmount, &programs->unmount}};
    for (const auto& [named, program] : wanted) {
        *program = find_program(named.name);
        if (program->empty()) return {SpawnReason::not_supported, 0, missing(named)};
    }
    return {};
}

std::string namespace_file(std::uint32_t process, const char* kind) { return "/proc/" + std::to_string(process) + "/ns/" + kind; }

// The same namespace has the same number, whichever process it is asked of.
bool is_own_namespace(const std::string& file, const char* kind) {
    struct stat theirs{}, own{};
    return stat(file.c_str(), &theirs) == 0 && stat((std::string("/proc/self/ns/") + kind).c_str(), &own) == 0 &&
           theirs.st_ino == own.st_ino;
}

std::string one_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// A place inside, looked for as a program there would, and never left.
class Place {
  public:
    // Without `makes` what is missing is an error, and a folder as good as a file.
    Place(std::uint32_t inside, bool makes) : makes_(makes), root_("/proc/" + std::to_string(inside) + "/root") {}

    // Makes what is missing: folders, and what is mounted on, a folder or a file.
    // errors: *read_only where the root itself lacks the first folder and cannot be written.
    SpawnOutcome find(const std::string& path, bool folder, bool* read_only) {
        *read_only = false;
        const UniqueFd root(open(root_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!root) return failed("entering the container's root", errno);
        UniqueFd at = open_below(root, "/");
        if (!at) return failed("entering the container's root", errno);
        std::string done;
        for (std::size_t start = 1; start <= path.size();) {
            const std::size_t end = std::min(path.find('/', start), path.size());
            const std::string name = path.substr(start, end - start);
            done += "/" + name;
            const bool is_last = end >= path.size();
            UniqueFd next = open_below(root, done);
            if (!next && errno == ENOENT && makes_) {
                if (!make(at, name, folder || !is_last)) {
                    *read_only = errno == EROFS && start == 1;
                    return not_made(done, errno);
                }
                next = open_below(root, done);
            }
            if (!next) return failed("going through \"" + done + "\" inside", errno);
            at = std::move(next);
            start = end + 1;
        }
        struct stat about{};
        if (fstat(fd_of(at), &about) != 0) return failed("looking at \"" + path + "\" inside", errno);
        if (makes_ && folder != S_ISDIR(about.st_mode))
            return {SpawnReason::bad_argument, ENOTDIR, "a folder and a file cannot lie on each other at \"" + path + "\""};
        return tell(at);
    }

    // Without links, as it is called inside.
    const std::string& path() const { return path_; }

  private:
    static UniqueFd open_below(const UniqueFd& root, const std::string& path) {
        return UniqueFd(open_within(fd_of(root), path.c_str(), O_PATH));
    }

    static bool make(const UniqueFd& folder, const std::string& name, bool is_folder) {
        if (is_folder) return mkdirat(fd_of(folder), name.c_str(), 0755) == 0;
        const UniqueFd made(openat(fd_of(folder), name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0644));
        return static_cast<bool>(made);
    }

    static SpawnOutcome not_made(const std::string& path, int error) {
        SpawnOutcome outcome = failed("making \"" + path + "\" inside", error);
        if (error == EEXIST) outcome.text = "\"" + path + "\" is a link inside, and leads to nothing";
        if (error == EROFS) outcome.text += ": it is mapped at the start, or once the machine has the folder";
        if (error == EEXIST || error == EROFS) outcome.reason = SpawnReason::bad_argument;
        return outcome;
    }

    SpawnOutcome tell(const UniqueFd& found) {
        std::error_code problem;
        path_ = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(fd_of(found)), problem).string();
        if (problem) return failed("asking for a path inside", problem.value());
        return bubblewrap::check_place(path_);
    }

    const bool makes_;
    const std::string root_;
    std::string path_;
};

// The processes by which a tree's namespaces are entered.
struct TreeDoors {
    std::uint32_t antechamber;
    std::uint32_t inside;
};

// While it lives no process inside does anything.
class Standstill {
  public:
    explicit Standstill(ProcessTree& tree) : tree_(tree), outcome_(tree.pause()) {}
    ~Standstill() {
        if (outcome_.ok() && !ended_) (void)tree_.resume();  // while an exception is on its way
    }
    Standstill(const Standstill&) = delete;
    Standstill& operator=(const Standstill&) = delete;
    const SpawnOutcome& outcome() const { return outcome_; }
    // Lets them go on; what came of the change, or why they do not.
    SpawnOutcome end(SpawnOutcome change) {
        ended_ = true;
        SpawnOutcome resumed = tree_.resume();
        if (resumed.ok() || resumed.reason == SpawnReason::tree_gone) return change;
        resumed.text = "letting the container's processes go on: " + resumed.text + (change.ok() ? "" : "; before that, " + change.text);
        return resumed;
    }

  private:
    ProcessTree& tree_;
    const SpawnOutcome outcome_;
    bool ended_ = false;
};

class Change {
  public:
    Change(Spawner& spawner, ProcessTree& tree, const TreeDoors& doors, Programs programs)
        : tree_(tree), doors_(doors), programs_(std::move(programs)), tools_(spawner) {}

    SpawnOutcome open() {
        const UniqueFd mounts(::open(namespace_file(doors_.inside, "mnt").c_str(), O_RDONLY | O_CLOEXEC));
        if (!mounts) return failed("entering the container", errno);
        constexpr unsigned long kOwner = 0xb701;  // NS_GET_USERNS, which older headers lack
        owner_ = UniqueFd(ioctl(fd_of(mounts), kOwner));
        return owner_ ? SpawnOutcome{} : failed("asking who owns the container's mounts", errno);
    }

    SpawnOutcome unmap(const std::string& path) {
        Words words = inside(true);
        words.insert(words.end(), {programs_.unmount, "-n", "-i", "-c", "-l", "-N", namespace_file(doors_.inside, "mnt"), path});
        std::size_t before = 0, after = 0;
        if (SpawnOutcome counted = count_guards(&before); !counted.ok()) return counted;
        const SpawnOutcome outcome = use(words, "taking \"" + path + "\" away");
        const SpawnOutcome counted = count_guards(&after);
        if (counted.ok() && after >= before) return outcome;
        const std::string why = counted.ok() ? "a program inside turned the change against what guards the container"
                                             : "nobody knows whether the change took what guards the container: " + counted.text;
        const SpawnOutcome ended = tree_.terminate();
        if (ended.ok()) return {SpawnReason::tree_gone, 0, why + ", which has been ended"};
        return {SpawnReason::broken, 0, why + ", which could not be ended whole: " + ended.text};
    }

    SpawnOutcome put(const std::string& source, bool read_only) {
        Words words = outside();
        words.insert(words.end(), {kShell, "-c", kPut, kShell, source, read_only ? "ro" : "rw", antechamber::kPreparing,
                                   antechamber::kShown, programs_.mount});
        return use(words, "showing \"" + source + "\" to the container");
    }

    SpawnOutcome move(const std::string& path) {
        return mount_inside({"--move", std::string(antechamber::kMailbox) + "/x", path}, "mapping \"" + path + "\"");
    }

    // The root of a container without layers, in which folders for what is mapped are made.
    SpawnOutcome let_root_be_written(bool wanted) {
        return mount_inside({"-o", wanted ? "remount,bind,nosuid,nodev,rw" : "remount,bind,nosuid,nodev,ro", "none", "/"},
                            "changing the container's root");
    }

    void clear() {
        Words words = outside();
        words.insert(words.end(), {kShell, "-c", kClear, kShell, antechamber::kPreparing, antechamber::kShown, programs_.unmount});
        (void)tools_.run(words, "");
    }

  private:
    // Mounts on what is the container's own.
    SpawnOutcome count_guards(std::size_t* count) const {
        const std::string name = "/proc/" + std::to_string(doors_.inside) + "/mountinfo";
        std::ifstream file(name);
        if (!file) return failed("reading the container's mounts", errno);
        for (std::string line; std::getline(file, line);) {
            std::istringstream fields(line);
            std::string skipped, point;
            fields >> skipped >> skipped >> skipped >> skipped >> point;
            if (point != "/" && !bubblewrap::check_place(point).ok()) ++*count;
        }
        return file.bad() ? failed("reading the container's mounts", EIO) : SpawnOutcome{};
    }

    Words outside() const {
        Words words{programs_.enter, "--mount=" + namespace_file(doors_.antechamber, "mnt"), "--preserve-credentials"};
        const std::string user = namespace_file(doors_.antechamber, "user");
        if (!is_own_namespace(user, "user")) words.push_back("--user=" + user);
        words.emplace_back("--");
        return words;
    }

    // In the user namespace that owns the container's mounts, with a copy of the machine's own, to which `mount` can come back. One that
    // looks for the process's own entry in the container's /proc has to be among its processes.
    Words inside(bool among) const {
        Words words{programs_.enter, "--user=/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(fd_of(owner_)),
                    "--preserve-credentials"};
        if (among) words.push_back("--pid=" + namespace_file(doors_.inside, "pid"));
        words.insert(words.end(), {"--", programs_.apart, "--mount", "--"});
        return words;
    }

    SpawnOutcome mount_inside(const Words& more, const std::string& step) {
        Words words = inside(false);
        words.insert(words.end(), {programs_.mount, "-n", "-i", "-c", "-N", namespace_file(doors_.inside, "mnt")});
        words.insert(words.end(), more.begin(), more.end());
        return use(words, step);
    }

    SpawnOutcome use(const Words& words, const std::string& step) {
        const ToolAnswer answer = tools_.run(words, "");
        if (answer.ok()) return {};
        return {SpawnReason::broken, 0, step + ": " + (answer.said.empty() ? "it failed without a word" : one_line(answer.said))};
    }

    ProcessTree& tree_;
    const TreeDoors doors_;
    const Programs programs_;
    Toolbox tools_;
    UniqueFd owner_;
};

SpawnOutcome find_place(Change& change, Place& place, const std::string& path, bool folder) {
    bool read_only{};
    SpawnOutcome found = place.find(path, folder, &read_only);
    if (found.ok() || !read_only) return found;
    if (SpawnOutcome outcome = change.let_root_be_written(true); !outcome.ok()) return outcome;
    found = place.find(path, folder, &read_only);
    const SpawnOutcome back = change.let_root_be_written(false);
    if (!back.ok() && !found.ok()) found.text += "; and the root can be written from now on: " + back.text;
    return found.ok() ? back : found;
}

// Whether the antechamber shows the same: a machine that shares no mounts has some since the container's start that it has not.
bool is_known(const TreeDoors& doors, const std::string& source) {
    struct stat here{}, there{};
    return stat(source.c_str(), &here) == 0 &&
           stat(("/proc/" + std::to_string(doors.antechamber) + "/root" + source).c_str(), &there) == 0 && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

SpawnOutcome exchange(Change& change, const TreeDoors& doors, const MappingChange& wanted, bool folder) {
    Place place(doors.inside, true);
    if (SpawnOutcome outcome = find_place(change, place, wanted.mapped->path_inside, folder); !outcome.ok()) return outcome;
    if (!wanted.unmapped.empty())
        if (SpawnOutcome outcome = change.unmap(place.path()); !outcome.ok()) return outcome;
    SpawnOutcome outcome = change.move(place.path());
    if (!outcome.ok() && !wanted.unmapped.empty()) outcome.text += "; what was mapped there before has been taken away";
    return outcome;
}

SpawnOutcome map(Change& change, ProcessTree& tree, const TreeDoors& doors, const MappingChange& wanted) {
    std::string source;
    bool folder{};
    if (SpawnOutcome outcome = bubblewrap::check_source(*wanted.mapped, &source, &folder); !outcome.ok()) return outcome;
    if (SpawnOutcome outcome = bubblewrap::check_place(wanted.mapped->path_inside); !outcome.ok()) return outcome;
    if (!is_known(doors, source))
        return {SpawnReason::broken, 0, "\"" + source + "\" was mounted after the container's start, on a machine that shares no mounts"};
    SpawnOutcome outcome = change.put(source, wanted.mapped->read_only);
    if (outcome.ok()) {
        Standstill standstill(tree);
        outcome = standstill.outcome().ok() ? standstill.end(exchange(change, doors, wanted, folder)) : standstill.outcome();
    }
    change.clear();
    return outcome;
}

SpawnOutcome take_away(Change& change, const TreeDoors& doors, const std::string& path) {
    Place place(doors.inside, false);
    bool read_only{};
    if (SpawnOutcome outcome = place.find(path, true, &read_only); !outcome.ok()) return outcome;
    return change.unmap(place.path());
}

SpawnOutcome unmap(Change& change, ProcessTree& tree, const TreeDoors& doors, const std::string& path) {
    Standstill standstill(tree);
    return standstill.outcome().ok() ? standstill.end(take_away(change, doors, path)) : standstill.outcome();
}

bool machine_shares_mounts() {
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);)
        if (line.find(" shared:") != std::string::npos) return true;
    return false;
}

}  // namespace

namespace antechamber {

std::vector<std::string> words(bool below) {
    const std::string program = find_program(kApart.name);
    if (program.empty() || access(kShown, F_OK) != 0) return {};
    // A new user namespace gets no mount that reaches out of it. Root has none: what the machine shares is first made a copy that follows.
    Words made;
    if (!below && geteuid() == 0 && machine_shares_mounts()) made = {program, "--mount", "--propagation", "slave", "--"};
    made.push_back(program);
    if (!below && geteuid() != 0) made.emplace_back("--map-root-user");
    made.insert(made.end(), {"--mount", "--propagation", "shared", "--"});
    return made;
}

}  // namespace antechamber

SpawnOutcome change_mapping(Spawner& spawner, ProcessTree& tree, const MappingChange& wanted) {
    const TreeDoors doors{tree.antechamber(), tree.first_process()};
    Programs programs;
    if (SpawnOutcome outcome = find_programs(&programs); !outcome.ok()) return outcome;
    if (doors.inside == 0) return {SpawnReason::tree_gone, 0, "the container has ended"};
    if (doors.antechamber == 0)
        return {
            SpawnReason::not_supported, 0,
            "the container was started without what mapped directories are changed through: unshare was missing, or the machine refused"};
    try {
        Change change(spawner, tree, doors, programs);
        if (SpawnOutcome outcome = change.open(); !outcome.ok()) return outcome;
        return wanted.mapped ? map(change, tree, doors, wanted) : unmap(change, tree, doors, wanted.unmapped);
    } catch (const Refusal& refusal) {
        return {SpawnReason::broken, 0, refusal.what()};
    }
}

}  // namespace hcsffi
