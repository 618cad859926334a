/* Windows' rules for one string that holds a whole command (ProcessParameters.CommandLine). */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hcsffi {

// threads: any. blocks: no. The arguments a program of the Microsoft C runtime (2008 and later) would get, the program first; empty for a
// line of nothing but blanks. Nothing is an error: a quote that is never closed reaches to the end. Text is UTF-8 and stays as it is.
std::vector<std::string> split_command_line(std::string_view line);

// threads: any. blocks: no. The one line from which split_command_line gets these arguments back. The program (first argument) cannot
// carry a double quote by those rules: it is left out.
std::string join_command_line(const std::vector<std::string>& arguments);

}  // namespace hcsffi
