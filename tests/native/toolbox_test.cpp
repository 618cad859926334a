/* Programs of the machine that the host has do something: what they are told, what is heard of them, and how their end is. */
#include "watched_tree.h"

#include "harness.h"

#include <signal.h>

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
    CHECK(same("137 ", told(tools.shell("kill -9 $$"))));
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
    CHECK(!missing.ran && !missing.ok() && !missing.said.empty());
    CHECK(same("", told(tools.shell("exit 0")))); /* the next runs all the same */
    const std::string last = told(tools.shell("read line; kill -9 $PPID; sleep 10", "now\n"));
    CHECK(same("did not run: what runs it was killed", last));
    CHECK(!tools.shell("exit 0").ran);
}
