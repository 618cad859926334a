/* Mapped directories and pipes of a running container through the plain C ABI: added, updated, removed, and refused without a change. As
 * root and as an ordinary user, who gets a copy of this program that he may execute. */
#include "hcs_client.h"

static int be_somebody(int count, char **arguments);
#define HARNESS_MODES be_somebody
#include "harness.h"
#include "isolating.h"

#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

#define SERVICE_NOT_AVAILABLE_ HR(0x80370114u)

/* A new folder below /var/tmp, which no container has of its own; true when it was made. */
static bool make_open_folder(char *path, size_t size, const char *what) {
    snprintf(path, size, "/var/tmp/hcsffi-%s-XXXXXX", what);
    return mkdtemp(path) != NULL && chmod(path, 0755) == 0;
}

static bool run_shell(const char *format, const char *first, const char *second) {
    char command[3 * PATH_MAX];
    snprintf(command, sizeof command, format, first, second);
    return system(command) == 0;
}

/* The whole text of a file, "" where there is none. */
static const char *text_of(const char *folder, const char *name) {
    static char text[256];
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *const file = fopen(path, "r");
    text[file ? fread(text, 1, sizeof text - 1, file) : 0] = '\0';
    if (file) fclose(file);
    return text;
}

/* The machine's own folders and two of this test: what is mapped, and what comes in its place; and sockets. */
struct place {
    char folder[64], first[80], second[80], web[80], other[80];
    char program[PATH_MAX]; /* the folder of this program */
    pid_t serving[2];
};

/* A process that says a word to whoever connects, until it is killed. */
static pid_t serve(const char *path, const char *word) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 8) != 0) return -1;
    const pid_t pid = fork();
    while (pid == 0) {
        const int peer = accept(listener, NULL, NULL);
        if (peer < 0 || write(peer, word, strlen(word)) < 0) _exit(1);
        close(peer);
    }
    close(listener);
    return pid;
}

static bool open_place(struct place *place) {
    memset(place, 0, sizeof *place);
    if (!make_open_folder(place->folder, sizeof place->folder, "mapping")) return false;
    snprintf(place->first, sizeof place->first, "%s/first", place->folder);
    snprintf(place->second, sizeof place->second, "%s/second", place->folder);
    snprintf(place->web, sizeof place->web, "%s/web", place->folder);
    snprintf(place->other, sizeof place->other, "%s/other", place->folder);
    if (!run_shell("mkdir %s %s", place->first, place->second)) return false;
    if (!run_shell("echo one > %s/file && echo two > %s/file", place->first, place->second)) return false;
    if (readlink("/proc/self/exe", place->program, sizeof place->program - 1) < 0) return false;
    *strrchr(place->program, '/') = '\0';
    place->serving[0] = serve(place->web, "web\n");
    place->serving[1] = serve(place->other, "other\n");
    return place->serving[0] > 0 && place->serving[1] > 0;
}

static void close_place(struct place *place) {
    for (int at = 0; at < 2; ++at)
        if (place->serving[at] > 0 && kill(place->serving[at], SIGKILL) == 0) waitpid(place->serving[at], NULL, 0);
    run_shell("rm -rf %s%s", place->folder, "");
}

/* A running container that sees the folder of this program as /own; NULL when that fails. */
static HCS_SYSTEM container_at(const struct place *place) {
    char document[2 * PATH_MAX];
    HCS_SYSTEM system = NULL;
    snprintf(document, sizeof document,
             "{\"Container\":{\"MappedDirectories\":[{\"HostPath\":\"%s\",\"ContainerPath\":\"/own\",\"ReadOnly\":true}]}}",
             place->program);
    const HRESULT created = create_system("mapping", document, &system);
    if (created < 0) fprintf(stderr, "not created: 0x%08X\n", (unsigned)created);
    if (created >= 0 && start_system(system) >= 0) return system;
    if (system) end_system(system);
    return NULL;
}

/* What a change comes to; *why is its result document, the caller's. */
static HRESULT change(HCS_SYSTEM system, const char *what, const char *kind, const char *settings, char **why) {
    char request[2 * PATH_MAX];
    snprintf(request, sizeof request, "{\"ResourcePath\":\"Container/%s\",\"RequestType\":\"%s\",\"Settings\":%s}", what, kind, settings);
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    return outcome_of(HcsModifyComputeSystem(system, operation, wide(request), NULL), operation, NULL, why);
}

static HRESULT change_directory(HCS_SYSTEM system, const char *kind, const char *host, const char *inside, bool read_only) {
    char settings[2 * PATH_MAX], *why = NULL;
    snprintf(settings, sizeof settings, "{\"HostPath\":\"%s\",\"ContainerPath\":\"%s\",\"ReadOnly\":%s}", host, inside,
             read_only ? "true" : "false");
    const HRESULT result = change(system, "MappedDirectories", kind, settings, &why);
    if (result < 0) fprintf(stderr, "%s %s: 0x%08X %s\n", kind, inside, (unsigned)result, why ? why : "");
    free(why);
    return result;
}

static HRESULT change_pipe(HCS_SYSTEM system, const char *kind, const char *host) {
    char settings[2 * PATH_MAX], *why = NULL;
    snprintf(settings, sizeof settings, "{\"HostPath\":\"%s\",\"ContainerPipeName\":\"late\"}", host);
    const HRESULT result = change(system, "MappedPipes", kind, settings, &why);
    if (result < 0) fprintf(stderr, "%s late: 0x%08X %s\n", kind, (unsigned)result, why ? why : "");
    free(why);
    return result;
}

/* Whether a shell inside writes this. */
static bool says(HCS_SYSTEM system, const char *text, const char *expected) {
    struct started_process process;
    if (start_process(system, script(text, "\"CreateStdOutPipe\":true"), &process) < 0) return false;
    const bool same = reads(process.output, expected);
    exit_code_of(process.handle);
    release_process(&process);
    return same;
}

/* Whether everything that the document and its changes ask for is carried out. */
static bool nothing_is_told(const char *id) {
    PWSTR members = NULL;
    if (hcsffi_not_carried_out(NULL, wide(id), &members) < 0) return false;
    char *const told = take(members);
    const bool nothing = strcmp(told, "[]") == 0;
    if (!nothing) fprintf(stderr, "not carried out: %s\n", told);
    free(told);
    return nothing;
}

/* Why containers cannot be changed here, for a machine that cannot; NULL where they can. */
static const char *why_not(void) {
    PWSTR text = NULL;
    if (hcsffi_isolation(&text) < 0) return NULL;
    char *const isolation = take(text);
    const bool can = is_true(isolation, "Works") && is_true(isolation, "Changes");
    if (!can) fprintf(stderr, "%s\n", isolation);
    free(isolation);
    return can ? NULL : "this machine does not isolate";
}

static void change_directories(struct place *place) {
    HCS_SYSTEM system = container_at(place);
    CHECK(system != NULL);
    CHECK_EQUAL(0, change_directory(system, "Add", place->first, "C:\\\\late\\\\here", false));
    CHECK(says(system, "cat /late/here/file; echo inside > /late/here/back", "one\n"));
    CHECK(strcmp(text_of(place->first, "back"), "inside\n") == 0);
    CHECK(nothing_is_told("mapping"));
    CHECK_EQUAL(0, change_directory(system, "Update", place->first, "C:\\\\late\\\\here", true));
    CHECK(says(system, "cat /late/here/file; { echo no > /late/here/file; } 2> /dev/null || echo kept", "one\nkept\n"));
    CHECK_EQUAL(0, change_directory(system, "Update", place->second, "C:\\\\late\\\\here", false));
    CHECK(says(system, "cat /late/here/file; ls /late/here", "two\nfile\n"));
    CHECK_EQUAL(0, change_directory(system, "Remove", place->second, "C:\\\\late\\\\here", false));
    CHECK(says(system, "ls -A /late/here; grep -c ' /late/here ' /proc/self/mountinfo", "0\n"));
    CHECK(nothing_is_told("mapping"));
    end_system(system);
    CHECK(strcmp(text_of(place->first, "file"), "one\n") == 0);
    CHECK(nothing_is_left_but("None"));
}

static void change_pipes(struct place *place) {
    static const char kAsk[] = "/own/mapping_test --ask /run/pipe/late";
    HCS_SYSTEM system = container_at(place);
    CHECK(system != NULL);
    CHECK_EQUAL(0, change_pipe(system, "Add", place->web));
    CHECK(says(system, kAsk, "web\n"));
    CHECK_EQUAL(0, change_pipe(system, "Update", place->other));
    CHECK(says(system, kAsk, "other\n"));
    CHECK(nothing_is_told("mapping"));
    CHECK_EQUAL(0, change_pipe(system, "Remove", place->other));
    CHECK(says(system, kAsk, "nobody\n"));
    CHECK(nothing_is_told("mapping"));
    end_system(system);
    CHECK(nothing_is_left_but("None"));
}

static void refuse_changes(struct place *place) {
    static const struct {
        const char *what, *kind, *settings;
        HRESULT expected;
        const char *words;
    } kRefused[] = {
        {"MappedDirectories", "Add", "{\"HostPath\":\"/var/tmp/hcsffi-none\",\"ContainerPath\":\"/late\"}", FILE_NOT_FOUND_, "hcsffi-none"},
        {"MappedDirectories", "Add", "{\"HostPath\":\"/usr\",\"ContainerPath\":\"/proc/x\"}", E_INVALIDARG_, "container's own"},
        {"MappedDirectories", "Add", "{\"HostPath\":\"/usr\",\"ContainerPath\":\"/own/x\"}", E_INVALIDARG_, "lie in each other"},
        {"MappedDirectories", "Add", "{\"HostPath\":\"/dev/null\",\"ContainerPath\":\"/late\"}", E_INVALIDARG_, "is a device"},
        {"MappedDirectories", "Remove", "{\"HostPath\":\"/usr\",\"ContainerPath\":\"/none\"}", NOT_FOUND_, ""},
        {"MappedPipes", "Add", "{\"HostPath\":\"/usr\",\"ContainerPipeName\":\"late\"}", E_INVALIDARG_, "neither a Unix socket"},
    };
    HCS_SYSTEM system = container_at(place);
    CHECK(system != NULL);
    for (size_t at = 0; at < sizeof kRefused / sizeof *kRefused; ++at) {
        char *why = NULL;
        const HRESULT result = change(system, kRefused[at].what, kRefused[at].kind, kRefused[at].settings, &why);
        const bool named = strstr(why ? why : "", kRefused[at].words) != NULL;
        if (!named || result != kRefused[at].expected) fprintf(stderr, "%zu: 0x%08X %s\n", at, (unsigned)result, why ? why : "");
        free(why);
        CHECK(named && result == kRefused[at].expected);
    }
    CHECK(says(system, "ls -d /late /run/pipe/late /own/x 2> /dev/null; ls -A /dev/.hcsffi", ""));
    CHECK(nothing_is_told("mapping"));
    end_system(system);
    CHECK(nothing_is_left_but("None"));
}

static void with_a_place(void (*body)(struct place *)) {
    struct place place;
    const char *const reason = why_not();
    if (reason) {
        CHECK(!machine_isolates());
        SKIP(reason);
    }
    const bool opened = open_place(&place);
    if (opened) body(&place);
    close_place(&place);
    CHECK(opened);
}

TEST(directories_of_a_running_container_come_change_and_go, "a document that is changed says what programs see") {
    with_a_place(change_directories);
}

TEST(pipes_of_a_running_container_come_change_and_go, "who speaks to a socket of the machine finds whoever the document names now") {
    with_a_place(change_pipes);
}

TEST(what_cannot_be_mapped_is_refused_with_its_reason_and_changes_nothing, "half a change would be told as a whole one") {
    with_a_place(refuse_changes);
}

/* The exit status of this program, run with one test by an ordinary user from a folder that he may enter; -1 where that cannot be tried. */
static int run_as_nobody(const char *test) {
    char folder[64], self[PATH_MAX] = "", copy[128];
    if (!make_open_folder(folder, sizeof folder, "nobody") || readlink("/proc/self/exe", self, sizeof self - 1) < 0) return -1;
    snprintf(copy, sizeof copy, "%s/mapping_test", folder);
    *strrchr(self, '/') = '\0';
    int status = -1;
    if (run_shell("cp %s/mapping_test %s/", self, folder) && run_shell("cp %s/reaper %s/", self, folder)) {
        const pid_t pid = fork();
        if (pid == 0) {
            enum { NOBODY = 65534 };
            if (chdir("/") != 0 || setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0) _exit(98);
            execl(copy, copy, "--here", test, (char *)NULL);
            _exit(99);
        }
        if (pid > 0) waitpid(pid, &status, 0);
    }
    run_shell("rm -rf %s%s", folder, "");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void pass_as_nobody(const char *test) {
    if (geteuid() != 0) SKIP("needs root to become another");
    const int status = run_as_nobody(test);
    if (status == HARNESS_SKIPPED) SKIP("this machine does not isolate for an ordinary user");
    CHECK_EQUAL(0, status);
}

TEST(a_user_s_directories_come_change_and_go, "by rights over his own namespaces alone") {
    pass_as_nobody("directories_of_a_running_container_come_change_and_go");
}

TEST(a_user_s_pipes_come_change_and_go, "the same") { pass_as_nobody("pipes_of_a_running_container_come_change_and_go"); }

TEST(a_user_s_changes_are_refused_and_change_nothing, "the same") {
    pass_as_nobody("what_cannot_be_mapped_is_refused_with_its_reason_and_changes_nothing");
}

/* The mode in which this program is what asks inside: writes what a socket says, or that nobody does. */
static int be_somebody(int count, char **arguments) {
    if (count < 3 || strcmp(arguments[1], "--ask") != 0) return -1;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char word[64];
    snprintf(address.sun_path, sizeof address.sun_path, "%s", arguments[2]);
    const int asking = socket(AF_UNIX, SOCK_STREAM, 0);
    const bool answered = asking >= 0 && connect(asking, (struct sockaddr *)&address, sizeof address) == 0;
    const ssize_t got = answered ? read(asking, word, sizeof word) : 0;
    if (asking >= 0) close(asking);
    printf("%.*s", got > 0 ? (int)got : 7, got > 0 ? word : "nobody\n");
    return 0;
}
