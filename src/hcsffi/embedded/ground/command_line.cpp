/* The rules, as Microsoft documents them for its C runtime since 2008:
 * The program: characters up to the first blank; a double quote starts or ends a part in which blanks do not separate; a backslash has no
 * meaning of its own. Each other argument: blanks separate outside quotes; 2n backslashes before a double quote stand for n
 * backslashes, and the quote starts or ends a quoted part; 2n+1 stand for n backslashes and a double quote itself; a backslash
 * before anything else is a backslash; two double quotes inside a quoted part stand for one, and the part goes on.
 * Blanks before the program are skipped (chosen: the C runtime would see an empty program).
 */
#include "ground/command_line.h"

namespace hcsffi {
namespace {

bool is_blank(char one) { return one == ' ' || one == '\t'; }

std::string take_program(std::string_view line, std::size_t& at) {
    std::string program;
    bool quoted = false;
    for (; at < line.size() && (quoted || !is_blank(line[at])); ++at) {
        if (line[at] == '"') {
            quoted = !quoted;
        } else {
            program += line[at];
        }
    }
    return program;
}

// At a run of backslashes or a double quote: what it stands for, and whether it turned quoting on or off.
void take_special(std::string_view line, std::size_t& at, std::string& argument, bool& quoted) {
    std::size_t backslashes = 0;
    for (; at < line.size() && line[at] == '\\'; ++at) ++backslashes;
    if (at == line.size() || line[at] != '"') {
        argument.append(backslashes, '\\');
        return;
    }
    argument.append(backslashes / 2, '\\');
    ++at;
    if (backslashes % 2 == 1) {
        argument += '"';
    } else if (quoted && at < line.size() && line[at] == '"') {
        argument += '"';
        ++at;
    } else {
        quoted = !quoted;
    }
}

std::string take_argument(std::string_view line, std::size_t& at) {
    std::string argument;
    bool quoted = false;
    while (at < line.size() && (quoted || !is_blank(line[at]))) {
        if (line[at] == '\\' || line[at] == '"') {
            take_special(line, at, argument, quoted);
        } else {
            argument += line[at++];
        }
    }
    return argument;
}

std::string quoted_argument(const std::string& argument) {
    if (!argument.empty() && argument.find_first_of(" \t\"") == std::string::npos) return argument;
    std::string text = "\"";
    std::size_t backslashes = 0;
    for (const char one : argument) {
        if (one == '"') text.append(backslashes + 1, '\\');
        text += one;
        backslashes = one == '\\' ? backslashes + 1 : 0;
    }
    return text.append(backslashes, '\\') + "\"";
}

}  // namespace

std::vector<std::string> split_command_line(std::string_view line) {
    std::vector<std::string> arguments;
    std::size_t at = 0;
    const auto skip_blanks = [&line, &at] {
        while (at < line.size() && is_blank(line[at])) ++at;
    };
    skip_blanks();
    if (at < line.size()) arguments.push_back(take_program(line, at));
    for (skip_blanks(); at < line.size(); skip_blanks()) arguments.push_back(take_argument(line, at));
    return arguments;
}

std::string join_command_line(const std::vector<std::string>& arguments) {
    std::string line;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (at > 0) {
            line += ' ' + quoted_argument(arguments[at]);
            continue;
        }
        std::string program;
        for (const char one : arguments[0])
            if (one != '"') program += one;
        line = program.empty() || program.find_first_of(" \t") != std::string::npos ? '"' + program + '"' : program;
    }
    return line;
}

}  // namespace hcsffi
