/* The guard of all and a reaper of its making, or a reaper with a guard of its own, started and spoken to as their client speaks
 * (processes/reaper/protocol.h). */
#pragma once

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cstddef>
#include <cstring>
#include <utility>

#include "ground/linux/newer_calls.h"
#include "ground/linux/passed_descriptors.h"
#include "processes/linux/tree.h"
#include "processes/reaper/protocol.h"
#include "watched_tree.h"

namespace hcsffi::reaper {

inline std::string own_path() {
    char self[4096];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    return {self, length > 0 ? static_cast<std::size_t>(length) : 0};
}

inline std::string built_reaper() { return own_path().substr(0, own_path().rfind('/') + 1) + "reaper"; }

inline std::pair<UniqueFd, UniqueFd> socket_ends() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) perror("socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

inline bool is_readable(const UniqueFd& descriptor) {
    pollfd readable{fd_of(descriptor), POLLIN, 0};
    return poll(&readable, 1, static_cast<int>(std::chrono::milliseconds(kPatience).count())) == 1;
}

/* Whether a word is the expected one, every byte of it. */
inline bool is(const Report& expected, const Report& told) {
    if (memcmp(&expected, &told, sizeof told) == 0) return true;
    for (const Report& one : {expected, told})
        fprintf(stderr, "%s: say %u, ticket %u, key %llu, pid %d, error %d, stage %u, status %d, %llu %llu %llu, rows %llu\n",
                &one == &expected ? "expected" : "told", static_cast<unsigned>(one.say), one.ticket,
                static_cast<unsigned long long>(one.key), one.pid, one.error, static_cast<unsigned>(one.stage), one.status,
                static_cast<unsigned long long>(one.user_100ns), static_cast<unsigned long long>(one.kernel_100ns),
                static_cast<unsigned long long>(one.peak_bytes), static_cast<unsigned long long>(one.rows));
    return false;
}

inline bool is_over_with(int error, int status, const Report& told) {
    return is({Say::over, 0, 0, 0, error, Stage::none, status, 0, 0, 0, 0}, told);
}

/* A client's end of one tree. */
struct Tree {
    UniqueFd socket;
    UniqueFd reaper; /* what came with the first word */
    std::uint32_t tickets = 0;
    Ask asked{};
    pid_t started = 0; /* by the last answer to a start */
    int kept_out = 0; /* what every answer to a start says of its group */

    /* The next word; one of no kind at the end of all, or when none comes. */
    Report word() {
        Report report{};
        std::vector<int> given;
        if (is_readable(socket)) {
            const ssize_t got = receive_with_descriptors<1>(fd_of(socket), &report, sizeof report, &given, 0);
            if (got != static_cast<ssize_t>(sizeof report)) report = {};
        }
        for (const int one : given) reaper = UniqueFd(one);
        return report;
    }
    bool is_over() {
        char more = 0;
        return is_readable(socket) && recv(fd_of(socket), &more, 1, 0) <= 0;
    }
    void ask(Ask what, std::uint64_t key = 0, int signal = 0, const std::vector<int>& given = {}) {
        asked = what;
        const Request request{what, ++tickets, key, signal, 0};
        (void)send_with_descriptors(fd_of(socket), &request, sizeof request, given, 0);
    }
    /* The error and the stage of an answer to what was asked last, which says nothing that was not asked. */
    std::pair<int, Stage> answer() {
        const Report told = word();
        if (asked == Ask::start) started = told.pid;
        if (told.say != Say::answer || told.ticket != tickets) return {-1, Stage::none};
        const pid_t pid = asked == Ask::start ? told.pid : 0;
        if (!is({Say::answer, tickets, 0, pid, told.error, told.stage, pid != 0 ? kept_out : 0, 0, 0, 0, 0}, told))
            return {-2, Stage::none};
        return {told.error, told.stage};
    }
    /* So many answers, each its ticket and its error, and every other word in between thrown away. */
    std::vector<std::pair<std::uint32_t, int>> answers(std::size_t count) {
        std::vector<std::pair<std::uint32_t, int>> all;
        for (Report told = word(); told.say != Say{}; told = word()) {
            if (told.say == Say::answer) all.emplace_back(told.ticket, told.error);
            if (all.size() == count) break;
        }
        return all;
    }
    void ask_start(std::uint64_t key, const std::string& plan, int output = -1) {
        const UniqueFd file(open_memory("plan", false));
        if (write(fd_of(file), plan.data(), plan.size()) != static_cast<ssize_t>(plan.size())) perror("plan");
        const UniqueFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
        ask(Ask::start, key, 0, {fd_of(file), fd_of(nothing), output < 0 ? fd_of(nothing) : output, fd_of(nothing)});
    }
    std::pair<int, Stage> start(std::uint64_t key, const std::string& plan, int output = -1) {
        ask_start(key, plan, output);
        return answer();
    }
};

/* A guard of all, or one with its own reaper, whose only client is the test. */
struct GuardAlone {
    UniqueFd socket;
    pid_t pid = -1;

    /* `first` is done in its process before it is a program. */
    explicit GuardAlone(const std::vector<std::string>& as = {kGuardOfAll}, const std::function<void()>& first = [] {}) {
        auto [mine, theirs] = socket_ends();
        const std::string program = built_reaper();
        std::string name = "hcsffi-reaper";
        std::vector<char*> words = {name.data()};
        for (const std::string& word : as) words.push_back(const_cast<char*>(word.c_str())); /* execv only reads it */
        words.push_back(nullptr);
        pid = fork();
        if (pid == 0) {
            const int end = fcntl(fd_of(theirs), F_DUPFD, 60); /* above what `first` puts where it is to be found */
            first();
            dup2(end, kSocket);
            close(end);
            execv(program.c_str(), words.data());
            _exit(127);
        }
        socket = std::move(mine);
    }
    ~GuardAlone() {
        if (pid > 0) (void)let_go();
    }
    /* How it ends; -1 when it does not. */
    int let_go() {
        const LifeOf life(static_cast<std::uint32_t>(pid));
        socket.reset();
        if (!life.ends_in_time()) kill(pid, SIGKILL);
        int status = -1;
        waitpid(std::exchange(pid, -1), &status, 0);
        return status;
    }
    bool order(const std::string& text, const std::vector<int>& given) const {
        return send_with_descriptors(fd_of(socket), text.data(), text.size(), given, 0) == static_cast<ssize_t>(text.size());
    }
    Tree tree(const std::string& group = "") const {
        auto [mine, theirs] = socket_ends();
        Tree made;
        made.socket = std::move(mine);
        (void)order(group + '\0', {fd_of(theirs)});
        return made;
    }
    /* The end of the only tree of one with its own reaper. */
    Tree own_tree() {
        Tree made;
        made.socket = std::move(socket);
        return made;
    }
    /* Does what the reaper is to meet at once: nobody lets it go on meanwhile. */
    void while_stopped(pid_t reaper, const std::function<void()>& ask) const {
        for (const pid_t one : {pid, reaper}) {
            kill(one, SIGSTOP);
            while (state_of(one) != 'T') poll(nullptr, 0, 1);
        }
        ask();
        for (const pid_t one : {reaper, pid}) kill(one, SIGCONT);
    }
};

/* Whether a process uses no processor in the end. */
inline bool comes_to_rest(pid_t pid) {
    std::string before;
    int quiet = 0;
    for (int look = 0; look < 600 && quiet < 6; ++look) {
        const std::string now = file_text("/proc/" + std::to_string(pid) + "/schedstat"); /* first its time on a processor, in ns */
        quiet = now == before ? quiet + 1 : 0;
        before = now;
        poll(nullptr, 0, 5);
    }
    return quiet >= 6;
}

inline std::string link_of(const std::string& path) {
    char target[4096];
    const ssize_t length = readlink(path.c_str(), target, sizeof target);
    return {target, length > 0 ? static_cast<std::size_t>(length) : 0};
}

/* What a process holds, by the names of the links in /proc. */
inline std::vector<std::string> held_by(pid_t pid) {
    const std::string folder = "/proc/" + std::to_string(pid) + "/fd/";
    std::vector<std::string> all;
    for (const std::string& name : entries(folder)) all.push_back(link_of(folder + name));
    return all;
}

inline std::string plan_of(const std::vector<std::string>& texts, std::uint32_t arguments, std::uint32_t variables = 0,
                           std::uint32_t groups = 0) {
    const Plan head{0, 0, 0, groups, arguments, variables};
    std::string plan(reinterpret_cast<const char*>(&head), sizeof head);
    for (const std::string& text : texts) plan += text + '\0';
    return plan;
}

inline const std::string kSleep = plan_of({"sleep", "/", "sleep", "1000"}, 2);

inline std::string plan_of_shell(const std::string& script) { return plan_of({"sh", "/", "sh", "-c", script}, 3); }

constexpr std::pair<int, Stage> kDone{0, Stage::none};

/* From here on this process and the program it becomes are refused these calls. */
inline void refuse(const std::vector<unsigned>& calls, unsigned error) {
    std::vector<sock_filter> filter = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const unsigned call : calls) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) perror("no filter");
}

#ifndef SYS_clone3
#define SYS_clone3 435
#endif

}  // namespace hcsffi::reaper
