/* Programs of the machine that the host has do something: what they are told, what is heard of them, and how their end is. */
#include "watched_tree.h"

#include "harness.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>

#include <cstddef>
#include <filesystem>
#include <fstream>

#include "processes/linux/program.h"
#include "processes/linux/toolbox.h"
#include "texts.h"

using namespace hcsffi;

namespace {

struct Tools {
    std::unique_ptr<Spawner> spawner = make_spawner();
    Toolbox box{*spawner};
    ToolAnswer shell(const std::string& script, const std::string& input = "") { return box.run({"/bin/sh", "-c", script, "name"}, input); }
};

/* "said" when it ended well, else with how it ended before that. */
std::string told(const ToolAnswer& answer) {
    if (!answer.ran) return "did not run: " + answer.said;
    return answer.ok() ? answer.said : std::to_string(answer.exit_code) + " " + answer.said;
}

}  // namespace

TEST(a_tool_hears_its_input_and_is_heard, "a sheet of rules is told whole, and what a tool says of it is what a client gets to read") {
    Tools tools;
    CHECK(same("", told(tools.shell("echo this is its output; exit 0"))));
    CHECK(same("3 no\n", told(tools.shell("echo no >&2; exit 3"))));
    CHECK(same("a sheet", told(tools.shell("cat >&2", "a sheet"))));
    CHECK(same("", told(tools.shell("cat >&2"))));
    CHECK(same("name /usr/sbin:/usr/bin:/sbin:/bin C|\n", told(tools.shell("echo $0 $PATH $LC_ALL\"|$HOME\" >&2"))));
    const std::string much(1'000'000, 'x');
    CHECK(same("1000000\n", told(tools.shell("wc -c | tr -d ' ' >&2", much))));
    CHECK(same("the end", told(tools.shell("sleep 0.02; tail -c 7 >&2", much + "the end"))));
    CHECK(same("137 ", told(tools.shell("kill -9 $$"))));
    CHECK(same("x", told(tools.shell("cat >&2", "x"))));
    CHECK(same("y", told(tools.shell("printf y >&2"))));
    const ToolAnswer echo = tools.shell("cat >&2", much); /* both speak at once, and neither waits for the other */
    CHECK(echo.ok() && echo.said.substr(0, 4096) == much.substr(0, 4096));
}

TEST(a_tool_that_reads_nothing_says_why_and_harms_nobody, "its pipe breaks, and the signals of this process are its client's own affair") {
    Tools tools;
    const std::string much(1'000'000, 'x');
    struct sigaction before{};
    sigaction(SIGPIPE, nullptr, &before);
    CHECK(before.sa_handler == SIG_DFL);
    CHECK(same("4 it does not read\n", told(tools.shell("exec < /dev/null; sleep 0.05; echo it does not read >&2; exit 4", much))));
    sigset_t blocked, pending;
    sigemptyset(&blocked);
    pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
    sigpending(&pending);
    CHECK(!sigismember(&blocked, SIGPIPE) && !sigismember(&pending, SIGPIPE));
    /* One that was waiting for the client before is still there afterwards. */
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
    pthread_kill(pthread_self(), SIGPIPE);
    CHECK(same("4 ", told(tools.shell("exec < /dev/null; sleep 0.05; exit 4", much))));
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
    CHECK(sigismember(&pending, SIGPIPE) && sigismember(&blocked, SIGPIPE));
}

TEST(what_a_tool_says_has_an_end, "a refusal is a sentence, and a tool that never stops talking must not fill a client's memory") {
    Tools tools;
    const ToolAnswer answer = tools.shell("head -c 1000000 /dev/zero | tr '\\0' y >&2; exit 5");
    CHECK(answer.ran && answer.exit_code == 5 && answer.said.size() >= 4096 && answer.said.size() < 4096 + 1024);
    CHECK(answer.said.find_first_not_of('y') == std::string::npos);
    CHECK(same("first", told(tools.shell("printf first >&2; exec 2> /dev/null; sleep 0.05; echo no more >&2"))));
    CHECK(same("6 first", told(tools.shell("printf first >&2; exec 2> /dev/null; sleep 0.05; exit 6"))));
}

TEST(a_tool_that_cannot_be_run_is_told_of, "it is missing, or what runs it has been killed") {
    Tools tools;
    const ToolAnswer missing = tools.box.run({"/nowhere/tool"}, "x");
    CHECK(!missing.ran && !missing.ok() && missing.exit_code == 0);
    CHECK(missing.said.find("/nowhere/tool") != std::string::npos);
    CHECK(same("", told(tools.shell("exit 0")))); /* the next runs all the same */
    const std::string last = told(tools.shell("read line; kill -9 $PPID; sleep 10", "now\n"));
    CHECK(same("did not run: what runs it was killed", last));
    CHECK(!tools.shell("exit 0").ran);
}

TEST(a_tool_has_none_of_the_client_s_streams, "a client's standard input is its own, whatever can be done with it") {
    const int both = open("/dev/null", O_RDWR | O_CLOEXEC);
    CHECK(dup2(both, 0) == 0);
    Tools tools;
    CHECK(same("told and done\n", told(tools.shell("cat > /dev/null; sleep 0.02; echo told and done >&2", "x"))));
}

TEST(signals_of_the_client_do_not_break_a_tool_off, "a client that counts time by them is as good as any") {
    sigset_t alarms;
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    pthread_sigmask(SIG_BLOCK, &alarms, nullptr); /* those that are started here take none */
    Tools tools;
    static volatile sig_atomic_t heard;
    struct sigaction hear{};
    hear.sa_handler = [](int) { heard = heard + 1; };
    sigaction(SIGALRM, &hear, nullptr);
    const itimerval often{{0, 2000}, {0, 2000}}, never{};
    setitimer(ITIMER_REAL, &often, nullptr);
    pthread_sigmask(SIG_UNBLOCK, &alarms, nullptr);
    const std::string much(1'000'000, 'x');
    const std::string answer = told(tools.shell("sleep 0.1; wc -c | tr -d ' ' >&2; sleep 0.05; echo late >&2; exit 2", much));
    setitimer(ITIMER_REAL, &never, nullptr);
    CHECK(same("2 1000000\nlate\n", answer));
    CHECK(heard > 0);
}

/* From here on such a call of this thread fails: any, or with this number as its third argument. */
static bool refuse(unsigned call, unsigned third, unsigned error) {
    sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 3),
                            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, third, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST(a_tool_that_cannot_be_spoken_to_is_broken_off, "who has been told a part of a sheet would do that part") {
    Tools tools;
    constexpr unsigned kSheet = 4242, kPiece = 1024;
    CHECK(same("", told(tools.shell("cat > /dev/null", std::string(kSheet, 'x')))));
    if (!refuse(SYS_write, kSheet, EIO)) SKIP("this kernel takes no filter of calls");
    const ToolAnswer untold = tools.shell("read line; sleep 1000", std::string(kSheet, 'x'));
    CHECK(same("did not run: telling it what to do: Input/output error", told(untold)) && untold.exit_code == 0);
    CHECK(same("3 ", told(tools.shell("exit 3", "x"))));
    CHECK(refuse(SYS_read, kPiece, EIO));
    CHECK(same("did not run: hearing from it: Input/output error", told(tools.shell("echo said >&2; sleep 1000"))));
}

TEST(a_tool_that_cannot_be_waited_for_is_broken_off, "nobody knows what it would still do") {
#ifdef SYS_poll
    Tools tools;
    CHECK(same("", told(tools.shell("exit 0"))));
    sock_filter filter[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_poll, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOMEM),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{sizeof filter / sizeof *filter, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        SKIP("this kernel takes no filter of calls");
    CHECK(same("did not run: listening to it: Cannot allocate memory", told(tools.shell("sleep 1000"))));
#else
    SKIP("this machine waits by another call");
#endif
}

TEST(a_tool_that_does_not_end_is_given_up, "a call of the client's waits for it") {
    const std::unique_ptr<Spawner> spawner = make_spawner();
    Toolbox hasty(*spawner, std::chrono::seconds(0));
    CHECK(same("did not run: it did not end within 0 seconds", told(hasty.run({"/bin/sh", "-c", "sleep 1000"}, "x"))));
    CHECK_EQUAL(20, Toolbox::kUsualLimit.count());
}

TEST(a_program_of_the_machine_is_looked_for_where_it_may_lie, "one in the client's own folder of work is none of the machine's") {
    namespace fs = std::filesystem;
    char made[] = "/tmp/hcsffi-programs-XXXXXX";
    CHECK(mkdtemp(made) != nullptr);
    const std::string top = made;
    for (const char* folder : {"one", "two", "relative", "named", "none"}) fs::create_directories(top + "/" + folder);
    for (const char* folder : {"one", "two", "relative"}) std::ofstream(top + "/" + folder + "/nft") << "";
    for (const char* file : {"/two/nft", "/relative/nft", "/named/nft", "/named/mount"}) {
        std::ofstream(top + file) << "";
        chmod((top + file).c_str(), 0755);
    }
    chmod((top + "/one/nft").c_str(), 0644); /* nobody may execute it */
    fs::current_path(top);
    const std::string path = ":relative:" + top + "/one:" + top + "/two:" + top + "/named";
    setenv("PATH", path.c_str(), 1);
    unsetenv("HCSFFI_NETWORK_TOOLS");
    const std::string on_path = find_program("nft");
    setenv("HCSFFI_NETWORK_TOOLS", "", 1);
    const std::string unnamed = find_program("nft"), usual = find_program("sh"), unknown = find_program("hcsffi-no-such-program");
    setenv("HCSFFI_NETWORK_TOOLS", (top + "/named").c_str(), 1);
    const std::string named = find_program("nft"), nowhere_else = find_program("sh");
    std::string all;
    for (const ProgramFound& one : programs_of_machine())
        all += one.name + (one.path.empty() ? "- " : " " + one.path.substr(top.size()) + " ");
    unsetenv("HCSFFI_NETWORK_TOOLS");
    unsetenv("PATH");
    const std::string without_path = find_program("sh");
    fs::current_path("/");
    fs::remove_all(top);
    CHECK(same(top + "/two/nft", on_path) && same(top + "/two/nft", unnamed));
    CHECK(same(top + "/named/nft", named) && same("", nowhere_else) && same("", unknown));
    for (const std::string& shell : {usual, without_path}) CHECK(shell.size() > 3 && same("/sh", shell.substr(shell.size() - 3)));
    CHECK(same("nsenter- ip- nft /named/nft tc- nsenter- unshare- mount /named/mount umount- ", all));
    CHECK(same("the program tc, which carries policies QOS, was not found; remedy: install iproute2 (iproute-tc of Fedora)",
               missing(kTraffic)));
}
