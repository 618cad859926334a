/* Windows' command line rules. The expected results are those of Microsoft's page "main function and command-line arguments" (rules and
 * table) and of David Deley's collection of cases, which were run on Windows. */
#include "harness.h"

#include "ground/command_line.h"

using hcsffi::join_command_line;
using hcsffi::split_command_line;

static bool splits(const char* line, const std::vector<std::string>& expected) {
    const std::vector<std::string> actual = split_command_line(line);
    if (actual == expected) return true;
    fprintf(stderr, "%s gives %zu arguments:", line, actual.size());
    for (const std::string& argument : actual) fprintf(stderr, " <%s>", argument.c_str());
    fprintf(stderr, "\n");
    return false;
}

TEST(plain_words_are_separated_by_blanks, "the common case") {
    CHECK(splits("cmd /c echo hi", {"cmd", "/c", "echo", "hi"}));
    CHECK(splits("a  b\t c ", {"a", "b", "c"}));
    CHECK(splits("  a", {"a"}));
    CHECK(splits("", {}));
    CHECK(splits(" \t ", {}));
    CHECK(splits("a\nb c", {"a\nb", "c"}));
}

TEST(the_published_table_holds, "these five lines are in every description of the rules") {
    CHECK(splits(R"(x "abc" d e)", {"x", "abc", "d", "e"}));
    CHECK(splits(R"(x a\\\b d"e f"g h)", {"x", R"(a\\\b)", "de fg", "h"}));
    CHECK(splits(R"(x a\\\"b c d)", {"x", R"(a\"b)", "c", "d"}));
    CHECK(splits(R"(x a\\\\"b c" d e)", {"x", R"(a\\b c)", "d", "e"}));
    CHECK(splits(R"(x a"b"" c d)", {"x", R"(ab" c d)"}));
}

TEST(quotes_group_and_double_quotes_stand_for_one, "paths with blanks are quoted, and quotes inside quotes doubled") {
    CHECK(splits(R"(x "call me ishmael")", {"x", "call me ishmael"}));
    CHECK(splits(R"(x "" y)", {"x", "", "y"}));
    CHECK(splits(R"(x """" y)", {"x", "\"", "y"}));
    CHECK(splits(R"(x "a""b" c)", {"x", "a\"b", "c"}));
    CHECK(splits(R"(x """a""" b)", {"x", "\"a\"", "b"}));
    CHECK(splits(R"(x "unclosed until the end )", {"x", "unclosed until the end "}));
    CHECK(splits(R"(x CallMeIshmael" b")", {"x", "CallMeIshmael b"}));
}

TEST(backslashes_mean_something_before_a_quote_only, "a path that ends in a backslash is the classic trap") {
    CHECK(splits(R"(x C:\dir\file "C:\two words\\" y)", {"x", R"(C:\dir\file)", R"(C:\two words\)", "y"}));
    CHECK(splits(R"(x \"quoted\" \\"a b\\")", {"x", "\"quoted\"", R"(\a b\)"}));
    CHECK(splits(R"(x a\\b \\ \)", {"x", R"(a\\b)", R"(\\)", R"(\)"}));
    CHECK(splits(R"(x "C:\TEST A\" y)", {"x", R"(C:\TEST A" y)"}));
}

TEST(the_program_knows_no_escapes, "a path is a path, and backslashes before its closing quote belong to it") {
    CHECK(splits(R"("C:\Program Files\app.exe" -v)", {R"(C:\Program Files\app.exe)", "-v"}));
    CHECK(splits(R"("C:\dir\" next)", {R"(C:\dir\)", "next"}));
    CHECK(splits(R"(C:\"Program Files"\app.exe x)", {R"(C:\Program Files\app.exe)", "x"}));
    CHECK(splits(R"("" x)", {"", "x"}));
    CHECK(splits(R"(a\"b c" d)", {R"(a\b c)", "d"}));
}

TEST(text_beyond_ascii_passes_unchanged, "documents are UTF-8 and the rules know four ASCII characters only") {
    CHECK(splits("x \"gr\xC3\xBC\xC3\x9F dich\" \xF0\x9F\x8C\x8D", {"x", "gr\xC3\xBC\xC3\x9F dich", "\xF0\x9F\x8C\x8D"}));
}

TEST(joining_is_the_reverse_of_splitting, "a list of arguments has to survive a service that only takes one string") {
    // Every argument of up to five characters out of those that matter.
    const char letters[] = {'a', ' ', '\\', '"', '\t'};
    std::vector<std::string> arguments{""};
    for (std::size_t from = 0, length = 0; length < 5; ++length) {
        const std::size_t to = arguments.size();
        for (; from < to; ++from)
            for (const char letter : letters) arguments.push_back(arguments[from] + letter);
    }
    CHECK_EQUAL(3906, arguments.size());
    for (const std::string& argument : arguments) {
        const std::vector<std::string> list{"program", argument, "after"};
        CHECK(split_command_line(join_command_line(list)) == list);
    }
    CHECK(join_command_line({"C:\\Program Files\\a.exe", "b"}) == "\"C:\\Program Files\\a.exe\" b");
    CHECK(join_command_line({"sh", "-c", "echo \"hi\""}) == R"(sh -c "echo \"hi\"")");
}
