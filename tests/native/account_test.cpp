/* Whom a text makes of a program, by the lists of the machine and by those of a root made of layers, which anybody may have written. What
 * the lists look like is passwd(5) and group(5). */
#include "harness.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "processes/linux/tree.h"
#include "replaced_call.h"
#include "texts.h"

using namespace hcsffi;

// A machine that lists somebody whose entry takes so much space, and who has many groups.
static std::size_t space_taken = 0, most_space_offered = 0;
static bool has_many_groups = false, tells_how_many = false;

extern "C" int getpwnam_r(const char* name, passwd* entry, char* space, size_t size, passwd** found) {
    static const auto real = original<int (*)(const char*, passwd*, char*, size_t, passwd**)>(__func__);
    if (space_taken == 0) return real(name, entry, space, size, found);
    most_space_offered = std::max(most_space_offered, size);
    *found = nullptr;
    if (size < space_taken) return ERANGE;
    *entry = {};
    entry->pw_name = const_cast<char*>("somebody");
    entry->pw_uid = 1001;
    entry->pw_gid = 2001;
    *found = entry;
    return 0;
}

extern "C" int getgrouplist(const char* user, gid_t group, gid_t* groups, int* count) {
    static const auto real = original<int (*)(const char*, gid_t, gid_t*, int*)>(__func__);
    if (!has_many_groups) return real(user, group, groups, count);
    constexpr int kMany = 40;
    const int room = *count;
    for (int at = 0; at < std::min(room, kMany); ++at) groups[at] = 100 + static_cast<gid_t>(at);
    if (room >= kMany || tells_how_many) *count = kMany;
    return room >= kMany ? kMany : -1;
}

namespace fs = std::filesystem;

namespace {

/* A root that lists somebody. */
struct Root {
    explicit Root(const std::string& users, const std::string& groups) {
        char path[] = "/tmp/hcsffi-account-XXXXXX";
        if (!mkdtemp(path)) abort();
        top = path;
        fs::create_directories(top + "/etc");
        std::ofstream(top + "/etc/passwd") << users;
        std::ofstream(top + "/etc/group") << groups;
    }
    ~Root() { fs::remove_all(top); }
    /* "user group [each of his groups]", or why there is none. */
    std::string told(const std::string& text, bool* changes = nullptr) const {
        Account account;
        const SpawnOutcome outcome = resolve_account(text, top, &account);
        if (outcome.reason == SpawnReason::bad_user && outcome.system_code == 0) return outcome.text;
        if (!outcome.ok()) return "another reason: " + outcome.text;
        std::string all;
        for (const gid_t group : account.groups) all += (all.empty() ? "" : " ") + std::to_string(group);
        if (changes) *changes = account.change;
        return std::to_string(account.user) + " " + std::to_string(account.group) + " [" + all + "]";
    }
    std::string top;
};

const char kUsers[] =
    "first:x:1001:2001:a comment:/home:/bin/sh\n"
    "\n"
    "torn:x:1002\n"
    "short:x:1003:2003\n"
    "worded:x:one:2004::/:\n"
    "wrong:x:1005:two::/:\n"
    "nobody:x:4294967295:1::/:\n"
    "last:x:4294967294:4294967294::/:\n"
    "1001:x:1007:2007::/:\n"
    "again:x:1003:2008::/:\n"
    "first:x:1009:2009::/:\n";
const char kGroups[] =
    "own:x:2001:first\n"
    "some:x:3001:other,first\n"
    "none:x:3002:\n"
    "only:x:3003:first\n"
    "near:x:3004:firsts,fir\n"
    "torn:x:3005\n"
    "worded:x:three:first\n"
    "last:x:3006:other,last,first";

}  // namespace

TEST(a_user_of_layers_is_whom_their_own_lists_name, "the same name is somebody else on the machine, and has other rights there") {
    const Root root(kUsers, kGroups);
    const std::pair<const char*, const char*> rows[] = {
        {"first", "1001 2001 [2001 3001 3003 3006]"},
        {"short", "1003 2003 [2003]"},
        {"1003", "1003 2003 [2003]"},
        {"1001", "1007 2007 [2007]"}, /* a name of digits is one */
        {"last", "4294967294 4294967294 [4294967294 3006]"},
        {"4294967294", "4294967294 4294967294 [4294967294 3006]"},
        {"first:some", "1001 3001 [3001]"},
        {"first:torn", "1001 3005 [3005]"},
        {"first:7", "1001 7 [7]"},
        {"first:4294967294", "1001 4294967294 [4294967294]"},
        {"77:none", "77 3002 [3002]"},
        {"77:78", "77 78 [78]"},
        {"0:0", "0 0 [0]"},
        {"77", "user 77 is not listed, so its group has to be given: \"77:GROUP\""},
        {"1002", "user 1002 is not listed, so its group has to be given: \"1002:GROUP\""},
        {"1005", "user 1005 is not listed, so its group has to be given: \"1005:GROUP\""},
        {"worded", "there is no user \"worded\""},
        {"wrong", "there is no user \"wrong\""},
        {"torn", "there is no user \"torn\""},
        {"nobody", "there is no user \"nobody\""}, /* that number means "as it is" to the system */
        {"4294967295:1", "there is no user \"4294967295\""},
        {"00000000077:1", "there is no user \"00000000077\""},
        {"-1:1", "there is no user \"-1\""},
        {"1x:1", "there is no user \"1x\""},
        {":1", "there is no user \"\""},
        {"first:", "there is no group \"\""},
        {"first:some:x", "there is no group \"some:x\""},
        {"first:worded", "there is no group \"worded\""},
        {"first:4294967295", "there is no group \"4294967295\""},
        {"77:who", "there is no group \"who\""},
    };
    for (const auto& [text, told] : rows) CHECK(same(told, root.told(text)));
}

TEST(who_becomes_himself_changes_nothing, "an ordinary user may not change, and need not to stay who he is") {
    const Root root("", "");
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    bool changes = true;
    CHECK(same(user + " " + group + " [" + group + "]", root.told(user + ":" + group, &changes)));
    CHECK(!changes);
    CHECK(same("7 " + group + " [" + group + "]", root.told("7:" + group, &changes)) && changes);
    changes = false;
    CHECK(same(user + " 7 [7]", root.told(user + ":7", &changes)) && changes);
}

TEST(lists_of_layers_are_read_in_their_root_and_up_to_a_mebibyte, "whoever made the layers wrote them, links and all") {
    const Root root("first:x:1001:2001::/:\n", "");
    const std::string list = root.top + "/etc/passwd", elsewhere = root.top + "-elsewhere";
    Account account;
    std::ofstream(elsewhere) << "first:x:6:6::/:\n";
    fs::remove(list);
    fs::create_symlink(elsewhere, list);
    SpawnOutcome outcome = resolve_account("first", root.top, &account);
    fs::remove(elsewhere);
    CHECK(outcome.reason == SpawnReason::bad_user && outcome.system_code == ENOENT);
    fs::remove(list);
    fs::create_symlink("/below/../../list", list);
    std::ofstream(root.top + "/list") << "first:x:8:9::/:\n";
    fs::create_directory(root.top + "/below");
    CHECK(same("8 9 [9]", root.told("first")));
    fs::remove(list);
    CHECK(mkfifo(list.c_str(), 0600) == 0); /* nobody writes to it, and nobody waits for that */
    CHECK(same("there is no user \"first\"", root.told("first")));
    fs::remove(list);
    const std::string filling(64, '#');
    {
        std::ofstream file(list);
        constexpr int kLines = (1 << 20) / 65 - 1;
        for (int at = 0; at < kLines; ++at) file << filling << "\n";
        file << "within:x:8:9::/:\n" << std::string((1 << 20) - kLines * 65 - 18, '#') << "\n";
        file << "beyond:x:8:9::/:\n"; /* the first letter after the mebibyte */
    }
    CHECK(same("8 9 [9]", root.told("within")));
    CHECK(same("there is no user \"beyond\"", root.told("beyond")));
    fs::remove_all(root.top + "/etc");
    outcome = resolve_account("first", root.top, &account);
    CHECK(outcome.reason == SpawnReason::bad_user && outcome.system_code == ENOENT);
    CHECK(resolve_account("first", root.top + "/none", &account).system_code == ENOENT);
    outcome = resolve_account("0:first", root.top, &account);
    CHECK(outcome.reason == SpawnReason::bad_user && outcome.system_code == ENOENT);
}

TEST(lists_of_layers_are_read_to_their_last_letter, "a number that is cut off is another user") {
    const std::string last = "last:x:1001:2001";
    for (const std::size_t size : {std::size_t{4095}, std::size_t{4096}, std::size_t{4097}, std::size_t{8193}}) {
        const Root root(std::string(size - last.size() - 1, '#') + "\n" + last, "");
        CHECK(same("1001 2001 [2001]", root.told("last")));
    }
}

TEST(a_user_of_layers_has_as_many_groups_as_a_process_may_have, "the kernel refuses one more, and the program with it") {
    std::string groups;
    for (int at = 0; at < 65'540; ++at) groups += ":::first\n";
    for (int at = 0; at < 65'540; ++at) groups += "::3:u\n";
    const Root root("u:x:1001:2001::/:\n", groups);
    Account account;
    CHECK(resolve_account("u", root.top, &account).ok());
    CHECK_EQUAL(65'536, account.groups.size()); /* NGROUPS_MAX */
}

TEST(a_user_of_the_machine_is_whom_its_lists_name, "with all his groups, however many") {
    Account account;
    CHECK(resolve_account("root", "", &account).ok());
    CHECK(account.user == 0 && account.group == 0 && !account.groups.empty() && account.groups.front() == 0);
    CHECK(account.change == (geteuid() != 0 || getegid() != 0));
    Account numbered;
    CHECK(resolve_account("0", "", &numbered).ok());
    CHECK(numbered.user == 0 && numbered.groups == account.groups);
    Account unlisted;
    CHECK(resolve_account("4294967294:4294967293", "", &unlisted).ok());
    CHECK(unlisted.user == 4294967294u && unlisted.group == 4294967293u && unlisted.groups == std::vector<gid_t>{4294967293u});
    const group* first = getgrgid(0);
    if (first) {
        const std::string text = std::string("7:") + first->gr_name;
        Account named;
        CHECK(resolve_account(text, "", &named).ok());
        CHECK(named.user == 7 && named.group == 0 && named.change);
    }
    CHECK(same("there is no user \"nobody at all\"", resolve_account("nobody at all", "", &account).text));
    CHECK(same("there is no group \"none at all\"", resolve_account("0:none at all", "", &account).text));
    CHECK(same("user 4294967294 is not listed, so its group has to be given: \"4294967294:GROUP\"",
               resolve_account("4294967294", "", &account).text) ||
          getpwuid(4294967294u) != nullptr);
}

TEST(an_entry_of_any_size_is_read_and_all_groups_with_it,
     "a directory of users has long entries, and a group that is lost or too many is a right") {
    has_many_groups = true;
    std::vector<gid_t> all;
    for (gid_t group = 100; group < 140; ++group) all.push_back(group);
    for (const std::size_t space : {std::size_t{1}, std::size_t{1024}, std::size_t{1025}, std::size_t{5000}, std::size_t{1} << 20})
        for (const bool tells : {true, false}) { /* some C libraries only say that it was not enough */
            space_taken = space;
            tells_how_many = tells;
            most_space_offered = 0;
            Account account;
            CHECK(resolve_account("somebody", "", &account).ok());
            CHECK(account.user == 1001 && account.group == 2001 && account.groups == all);
            CHECK(most_space_offered >= space && most_space_offered < std::max(std::size_t{2048}, 4 * space));
        }
    space_taken = SIZE_MAX;
    Account account;
    const SpawnOutcome outcome = resolve_account("somebody", "", &account);
    CHECK(outcome.reason == SpawnReason::bad_user && same("there is no user \"somebody\"", outcome.text));
    CHECK_EQUAL(ERANGE, outcome.system_code);
}
