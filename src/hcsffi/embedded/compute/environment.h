// What a process of a compute system inherits: little, and known.
#pragma once

#include <string>

#include "document/document.h"
#include "processes/spawn.h"

namespace hcsffi {

// threads: any, while no other thread changes the environment. The client's variables that pass into a container without isolation: where
// programs are, language, terminal, time zone, who the user is.
Environment inherited_environment();

// Inherited, then the computer's name, then the document's own: the later wins.
Environment process_environment(const Environment& inherited, const std::string& host_name, const Node& own);

// Before anything is built of the parameters of a process: a million variables are read in tens of milliseconds, and would be a few hundred
// megabytes. What is inherited is not counted here, nor what is unusual: names that stand there twice count twice. errors: Refusal
// kInvalidArgument when arguments and variables are more than the system hands to any program.
void refuse_what_no_program_takes(std::string_view parameters);

}  // namespace hcsffi
