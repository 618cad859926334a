/* The few steps between fork and exec. Everything that can fail there is told through a close-on-exec pipe: end-of-file means that the
 * program executes, a LaunchFailure says which step failed and why. */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "processes/reaper/reaper.h"

namespace hcsffi::reaper {
namespace {

constexpr int kTellTurns = 10'000;

// A plan taken apart: the pointers go into the plan's text.
struct Program {
    Plan plan{};
    std::vector<gid_t> groups;
    const char* file = nullptr;
    const char* directory = nullptr;
    std::vector<char*> arguments;    // ends with a null pointer, as execve wants it
    std::vector<char*> environment;  // the same
};

// False when the text is not a plan; the texts are taken only while there are bytes left.
bool take_apart(const std::string& text, Program* program) {
    if (text.size() < sizeof(Plan) || text.back() != '\0') return false;
    memcpy(&program->plan, text.data(), sizeof(Plan));
    const std::size_t groups_bytes = std::size_t{program->plan.group_count} * sizeof(gid_t);
    if (text.size() - sizeof(Plan) < groups_bytes) return false;
    program->groups.resize(program->plan.group_count);
    if (groups_bytes > 0) memcpy(program->groups.data(), text.data() + sizeof(Plan), groups_bytes);
    const char* at = text.data() + sizeof(Plan) + groups_bytes;
    const char* const end = text.data() + text.size();
    const auto next = [&at, end]() -> char* {
        if (at == end) return nullptr;
        const char* here = at;
        at += strlen(at) + 1;
        return const_cast<char*>(here);  // execve's argument type predates const
    };
    program->file = next();
    program->directory = next();
    for (std::uint32_t i = 0; i < program->plan.argument_count; ++i) program->arguments.push_back(next());
    for (std::uint32_t i = 0; i < program->plan.environment_count; ++i) program->environment.push_back(next());
    if (!program->directory || at != end) return false;
    for (const char* text_of_one : program->arguments)
        if (!text_of_one) return false;
    for (const char* text_of_one : program->environment)
        if (!text_of_one) return false;
    program->arguments.push_back(nullptr);
    program->environment.push_back(nullptr);
    return program->plan.argument_count > 0;
}

[[noreturn]] void fail(int report, Stage stage, int error) {
    const LaunchFailure failure{stage, error};
    // The reaper holds the other end and reads it; if it is gone there is nobody left to tell. Silence would mean that the program
    // executes.
    const auto tell = [&] { return write(report, &failure, sizeof failure) > 0 || errno == EPIPE; };
    for (int turn = 0; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 1);
    _exit(127);
}

void take_default_signals() {
    // The kernel's own call: that of the library leaves out the signals it uses itself, and what starts processes by posix_spawn, make and
    // our host among them, has these ignored there. Zeros mean the default, no flag and no mask on every architecture.
    const std::uint64_t standard[8] = {};
    // Fails for SIGKILL and SIGSTOP, which are never changed.
    for (int number = 1; number < NSIG; ++number) syscall(SYS_rt_sigaction, number, standard, nullptr, (NSIG - 1) / 8);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

const char* variable(const Program& program, const char* name) {
    const std::size_t length = strlen(name);
    for (char* const entry : program.environment)
        if (entry && strncmp(entry, name, length) == 0 && entry[length] == '=') return entry + length + 1;
    return nullptr;
}

void execute_at(const Program& program, const std::string& file, int report) {
    execve(file.c_str(), program.arguments.data(), program.environment.data());
    const int error = errno;
    if (error == ENOENT && access(file.c_str(), F_OK) == 0) fail(report, Stage::interpreter, error);
    errno = error;
}

// As execvp, with the new process's PATH, and without running a file of unknown format as a shell script.
[[noreturn]] void execute(const Program& program, int report) {
    const std::string file = program.file;
    if (file.empty()) fail(report, Stage::program, ENOENT);
    if (file.find('/') != std::string::npos) {
        execute_at(program, file, report);
        fail(report, Stage::program, errno);
    }
    const char* path = variable(program, "PATH");
    std::string left = path ? path : "/usr/local/bin:/usr/bin:/bin";
    bool refused = false;
    for (bool more = true; more;) {
        const std::size_t colon = left.find(':');
        more = colon != std::string::npos;
        const std::string directory = left.substr(0, colon);
        left = more ? left.substr(colon + 1) : "";
        execute_at(program, directory.empty() ? "./" + file : directory + "/" + file, report);
        if (errno == EACCES) {
            refused = true;
        } else if (errno != ENOENT && errno != ENOTDIR && errno != ESTALE && errno != ENODEV && errno != ETIMEDOUT) {
            fail(report, Stage::program, errno);
        }
    }
    fail(report, Stage::program, refused ? EACCES : ENOENT);
}

[[noreturn]] void become(const Program& program, const int (&streams)[3], int report, pid_t reaper, Home& home) {
    if (const int error = home.enter(); error != 0) fail(report, Stage::fork, error);
    take_default_signals();
    setsid();
    for (int number = 0; number < 3; ++number)
        if (dup2(streams[number], number) < 0) fail(report, Stage::streams, errno);
    if ((program.plan.flags & kConsole) != 0 && ioctl(0, TIOCSCTTY, 0) != 0) fail(report, Stage::terminal, errno);
    if ((program.plan.flags & kChangeUser) != 0) {
        if (setgroups(program.groups.size(), program.groups.data()) != 0) fail(report, Stage::user, errno);
        if (setgid(program.plan.group_id) != 0) fail(report, Stage::user, errno);
        if (setuid(program.plan.user_id) != 0) fail(report, Stage::user, errno);
    }
    if (chdir(program.directory) != 0) fail(report, Stage::directory, errno);
    // Changing the user clears this, hence after it. Only for the case that the reaper is killed; the guard sees to the descendants.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != reaper) _exit(127);
    execute(program, report);
}

}  // namespace

pid_t launch(const std::string& plan, const int (&streams)[3], Home& home, int* report, Stage* stage) {
    Program program;
    *stage = Stage::plan;
    if (!take_apart(plan, &program)) return -EINVAL;
    *stage = Stage::fork;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
    const pid_t reaper = getpid();
    const pid_t child = home.fork_into();
    if (child == 0) become(program, streams, ends[1], reaper, home);
    const int error = errno;
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return -error;
    }
    *report = ends[0];
    return child;
}

}  // namespace hcsffi::reaper
