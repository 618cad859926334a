#include "trial.h"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "announcement.h"
#include "interception.h"

namespace failure {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kStarved = 0.3, kStarved_s = 3;  // of its time; shorter than any limit of the host
constexpr int kTurns = 4;

std::string link_of(pid_t pid) {
    char file[4096];
    const ssize_t length = readlink(("/proc/" + std::to_string(pid) + "/exe").c_str(), file, sizeof file);
    return length > 0 ? std::string(file, static_cast<std::size_t>(length)) : std::string();
}

struct Status {
    pid_t group = -1;   // of threads: the process
    pid_t parent = -1;
    std::string name;
};

Status status_of(pid_t pid) {
    Status status;
    std::ifstream file("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("Name:\t", 0) == 0) status.name = line.substr(6);
        if (line.rfind("Tgid:\t", 0) == 0) status.group = atoi(line.c_str() + 6);
        if (line.rfind("PPid:\t", 0) == 0) {
            status.parent = atoi(line.c_str() + 6);
            break;
        }
    }
    return status;
}

// Everything below this process, which is a subreaper: what loses its parent becomes its child.
std::vector<pid_t> descendants() {
    std::map<pid_t, pid_t> parents;
    DIR* const listing = opendir("/proc");
    while (const dirent* entry = listing ? readdir(listing) : nullptr)
        if (const pid_t pid = atoi(entry->d_name); pid > 0) parents[pid] = status_of(pid).parent;
    if (listing) closedir(listing);
    std::vector<pid_t> found{getpid()};
    for (std::size_t at = 0; at < found.size(); ++at)
        for (const auto& [pid, parent] : parents)
            if (parent == found[at]) found.push_back(pid);
    found.erase(found.begin());
    return found;
}

// What the flags of a call that makes threads or processes say.
bool makes_thread(const Stopped& stopped) {
    std::uint64_t flags = stopped.arguments[0];
    if (stopped.number == SYS_clone3) {
        iovec mine{&flags, sizeof flags};
        iovec theirs{reinterpret_cast<void*>(stopped.arguments[0]), sizeof flags};
        if (process_vm_readv(stopped.thread, &mine, 1, &theirs, 1, 0) != static_cast<ssize_t>(sizeof flags)) return false;
    } else if (stopped.number != SYS_clone) {
        return false;
    }
    return (flags & CLONE_THREAD) != 0;
}

// Whether a control group of one of the client's trees is there. It would be in this process's own, on whatever mount shows that.
bool leaves_a_group(pid_t client) {
    std::ifstream groups("/proc/self/cgroup");
    std::string own;
    for (std::string line; std::getline(groups, line);)
        if (line.rfind("0::", 0) == 0) own = line.substr(3);
    bool found = false;
    for (const char* mount : {"/sys/fs/cgroup", "/sys/fs/cgroup/unified"}) {
        DIR* const listing = own.empty() ? nullptr : opendir((mount + own).c_str());
        while (const dirent* entry = listing ? readdir(listing) : nullptr)
            found = found || std::string(entry->d_name).rfind("hcsffi-" + std::to_string(client) + "-", 0) == 0;
        if (listing) closedir(listing);
    }
    return found;
}

// By its first argument; the program is the reaper's.
bool is_relay(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/cmdline");
    std::string program, argument;
    return std::getline(file, program, '\0') && std::getline(file, argument, '\0') && argument == "hcsffi-relay";
}

class Trial {
  public:
    Trial(std::string life, const Plan& plan, bool places) : life_(std::move(life)), plan_(plan), places_(places) {}
    Result run();

  private:
    struct Known {
        Role role = Role::program;
        pid_t process = -1;
        bool stale = true;    // it may be another program by now
        bool in_host = true;  // the client's first thread: between entry and leave
    };

    void decide(Interception& life, const Stopped& stopped);
    void settle(Known* known, pid_t thread);
    bool strikes(Known& known, const Call* call);
    bool reap(pid_t program);
    void end_what_is_left();
    void live_again(int output, const std::string& folder);
    void judge(int output, const std::string& folder);
    void fault(const std::string& text) { result_.faults.push_back(text); }

    const std::string life_;
    const Plan plan_;
    const bool places_;
    Result result_;
    std::map<pid_t, Known> known_;
    pid_t client_ = -1;
    int status_ = -1;
    bool peace_ = false;
};

// Who makes the call follows from the program it is and from whose child it was when it was first seen.
void Trial::settle(Known* known, pid_t thread) {
    const Status status = status_of(thread);
    const std::string file = link_of(thread);
    const bool is_reaper = file.size() > 7 && (file.substr(file.rfind('/')) == "/reaper" || file.rfind("/memfd:hcsffi-reaper", 0) == 0);
    known->process = status.group;
    known->stale = false;
    if (file == life_) {
        known->role = status.group == client_ ? Role::host : Role::spawn;
        known->in_host = thread != client_;
    } else if (is_reaper) {
        const auto parent = known_.find(status.parent);
        const Role of_parent = parent == known_.end() ? Role::program : parent->second.role;
        known->role = of_parent == Role::guard ? Role::reaper : of_parent == Role::reaper ? Role::launch : Role::guard;
        if (known->role == Role::guard && is_relay(thread)) known->role = Role::relay;
    } else {
        known->role = Role::program;
    }
}

// Counts the call, and tells whether it is the one.
bool Trial::strikes(Known& known, const Call* call) {
    if (peace_) return false;
    const int count_of_call = ++result_.counts[{known.role, call}];
    const int count_of_all = ++result_.all_calls[known.role];
    if (known.role != plan_.role || (plan_.call && plan_.call != call)) return false;
    const int count = plan_.call ? count_of_call : count_of_all;
    return count == plan_.k || (plan_.for_good && count > plan_.k);
}

void Trial::decide(Interception& life, const Stopped& stopped) {
    Known& known = known_[stopped.thread];
    if (known.stale) settle(&known, stopped.thread);
    const bool is_exec = stopped.number == SYS_execve;
    switch (stopped.number) {
        case ANNOUNCE_ENTRY: known.in_host = true; return life.answer(stopped, 0);
        case ANNOUNCE_LEAVE: known.in_host = false; return life.answer(stopped, 0);
        case ANNOUNCE_PEACE: peace_ = true; return life.answer(stopped, 0);
        case SYS_tgkill:
            if (known.role != Role::program) fault(std::string("the ") + name_of(known.role) + " aborts");
            return life.let_go(stopped);
        case SYS_exit_group: known.stale = true; return life.let_go(stopped);
        default: break;
    }
    const Call* const call = call_of(stopped.number, makes_something(stopped.number) && makes_thread(stopped));
    const bool counted = call && known.role != Role::program && known.in_host;
    const bool strikes_now = counted && strikes(known, call);
    if (is_exec && !(strikes_now && plan_.call)) known.stale = true;
    if (strikes_now) result_.reached = true;
    if (strikes_now && !plan_.call) {
        kill(known.process, SIGKILL);
        known.stale = true;
    } else if (stopped.number == ANNOUNCE_ALLOCATION) {
        life.answer(stopped, strikes_now ? 1 : 0);
    } else if (strikes_now) {
        life.fail(stopped, plan_.error);
    } else {
        life.let_go(stopped);
    }
}

// True when no process is left.
bool Trial::reap(pid_t program) {
    for (;;) {
        int status = 0;
        const pid_t gone = waitpid(-1, &status, WNOHANG);
        if (gone < 0 && errno == ECHILD) return true;
        if (gone <= 0) return false;
        if (gone == program) status_ = status;
        known_.erase(gone);
    }
}

void Trial::end_what_is_left() {
    std::string names;
    for (const pid_t pid : descendants()) names += " " + status_of(pid).name;
    fault((status_ < 0 ? "not done after " : "processes are left after ") + std::to_string(limit_s) + " s:" + names);
    for (int status = 0; waitpid(-1, &status, WNOHANG) >= 0 || errno != ECHILD;) {
        for (const pid_t pid : descendants()) kill(pid, SIGKILL);
        usleep(1000);
    }
}

// What a killed client leaves on the disk is there for the next one, which lives undisturbed in the same folder.
void Trial::live_again(int output, const std::string& folder) {
    const pid_t next = fork();
    if (next == 0) {
        std::string temporary = "TMPDIR=" + folder;
        char* const arguments[] = {const_cast<char*>(life_.c_str()), nullptr};
        char* const environment[] = {const_cast<char*>("PATH=/usr/local/bin:/usr/bin:/bin"), const_cast<char*>("LIFE_AGAIN=1"),
                                     temporary.data(), nullptr};
        if (dup2(output, 1) == 1 && dup2(output, 2) == 2 && chdir(folder.c_str()) == 0) execve(arguments[0], arguments, environment);
        _exit(126);
    }
    int status = -1;
    const auto limit = Clock::now() + std::chrono::seconds(limit_s);
    while (next > 0 && waitpid(next, &status, WNOHANG) == 0 && Clock::now() < limit) usleep(1000);
    if (status == -1) end_what_is_left();
    if (status != 0) fault("the life after it ends with status " + std::to_string(status));
}

void Trial::judge(int output, const std::string& folder) {
    char piece[4096];
    const bool dies = plan_.role == Role::host && !plan_.call && result_.reached;
    const bool is_empty = rmdir(folder.c_str()) == 0;
    if (is_empty) mkdir(folder.c_str(), 0700);
    if (dies && !is_empty) live_again(output, folder);
    lseek(output, 0, SEEK_SET);
    for (ssize_t got; (got = read(output, piece, sizeof piece)) > 0;) result_.said.append(piece, static_cast<std::size_t>(got));
    std::istringstream lines(result_.said);
    bool peace = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("fault: ", 0) == 0) fault(line.substr(7));
        if (line == "peace") peace = true;
        const std::size_t code = line.rfind(" 0x8");
        const bool is_refused = code != std::string::npos && code + 11 == line.size() && line.rfind("start of nothing", 0) != 0;
        if (!peace && is_refused) result_.refused.push_back(line);
    }
    if (WIFSIGNALED(status_) && !(dies && WTERMSIG(status_) == SIGKILL))
        fault(std::string("the client crashes: ") + strsignal(WTERMSIG(status_)));
    if (WIFEXITED(status_) && WEXITSTATUS(status_) != 0 && result_.faults.empty())
        fault("the life ends with status " + std::to_string(WEXITSTATUS(status_)));
    if (leaves_a_group(client_)) fault("a control group is left");
    if (rmdir(folder.c_str()) != 0) fault("files are left in the client's working directory");
}

// What tells whose call it is, and of the calls that are counted those that the plan is about: every stop costs, and a life has thousands.
std::vector<long> stopped_numbers(const Plan& plan, bool all) {
    std::vector<long> numbers{ANNOUNCE_ENTRY, ANNOUNCE_LEAVE, ANNOUNCE_PEACE, SYS_clone,
                              SYS_clone3,     SYS_execve,     SYS_tgkill,     SYS_exit_group};
#ifdef SYS_fork
    numbers.push_back(SYS_fork);
    numbers.push_back(SYS_vfork);
#endif
    for (const Call& one : calls())
        if (all || !plan.call || plan.call == &one) numbers.insert(numbers.end(), one.numbers.begin(), one.numbers.end());
    return numbers;
}

// Whether what fails is what a reaper or its guard cannot be without: it ends, and its tree with it.
bool gives_up(const Plan& plan) {
    if (plan.role == Role::reaper) return plan.call == call_named("poll") && plan.error == EINVAL;
    return plan.role == Role::guard && plan.call == call_named("wait") && plan.error == ECHILD;
}

// For how long this process, whose nice value is the life's, could have run and was not let. 0 where the kernel does not say.
double kept_waiting_s() {
    std::ifstream file("/proc/self/schedstat");
    double ran_ns = 0, waited_ns = 0;
    return file >> ran_ns >> waited_ns ? waited_ns / 1e9 : 0;
}

Result Trial::run() {
    const auto begin = Clock::now();
    const double waited_before_s = kept_waiting_s();
    const char* const given = getenv("TMPDIR");
    std::string folder = std::string(given && *given ? given : "/tmp") + "/counted-XXXXXX";
    const int output = static_cast<int>(syscall(SYS_memfd_create, "life", 1u));
    if (!mkdtemp(folder.data()) || output < 0) abort();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "TMPDIR=" + folder};
    if (plan_.role != Role::program && (!plan_.call || gives_up(plan_))) environment.emplace_back("LIFE_KILLS=1");
    if (places_) environment.emplace_back("LIFE_PLACES=1");
    if (const char* engine = getenv("HCSFFI_BUBBLEWRAP")) environment.push_back(std::string("HCSFFI_BUBBLEWRAP=") + engine);
    Interception life(life_, environment, folder, output, stopped_numbers(plan_, places_));
    client_ = life.program();
    result_.impossible = life.why();
    const auto limit = begin + std::chrono::seconds(limit_s);
    Stopped stopped{};
    while (life.why().empty() && !reap(client_) && Clock::now() < limit)
        while (life.next(&stopped, 10) && Clock::now() < limit) decide(life, stopped);
    if (!reap(client_)) end_what_is_left();
    result_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    result_.starved = (kept_waiting_s() - waited_before_s) / result_.seconds;
    judge(output, folder);
    close(output);
    return std::move(result_);
}

}  // namespace

int limit_s = 100;

std::string Plan::text() const {
    if (role == Role::program) return "nothing";
    const std::string head = std::string(name_of(role)) + "/";
    if (!call) return head + "killed/" + std::to_string(k);
    return head + call->name + "/" + name_of_error(error) + "/" + std::to_string(k) + (for_good ? "+" : "");
}

Plan Plan::of(const std::string& text) {
    Plan plan;
    std::vector<std::string> words;
    std::istringstream parts(text);
    for (std::string word; std::getline(parts, word, '/');) words.push_back(word);
    if (words.size() < 3) return plan;
    for (const Role role : {Role::host, Role::spawn, Role::guard, Role::reaper, Role::launch, Role::relay})
        if (words[0] == name_of(role)) plan.role = role;
    const bool kills = words[1] == "killed";
    plan.call = kills ? nullptr : call_named(words[1]);
    if (!kills && (words.size() != 4 || !plan.call)) return plan;
    plan.error = kills ? 0 : error_named(words[2]);
    plan.for_good = words.back().back() == '+';
    if (kills || plan.error != 0) plan.k = atoi(words.back().c_str());
    return plan;
}

// The host's own limits are of seconds, too. What was wrong is wrong again, unless it was the machine that let the life wait.
Result try_life(const std::string& life, const Plan& plan, bool places) {
    for (int turn = 1;; ++turn) {
        Result result = Trial(life, plan, places).run();
        const bool starved = result.starved > kStarved && result.starved * result.seconds > kStarved_s;
        if (result.faults.empty() || !starved || turn == kTurns) return result;
        fprintf(stderr, "%s was kept from the processor for %.0f%% of %.0f s, and is lived again: %s\n", plan.text().c_str(),
                100 * result.starved, result.seconds, result.faults.front().c_str());
    }
}

}  // namespace failure
