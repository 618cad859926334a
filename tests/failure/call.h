/* Which calls are counted, and what each answers when it fails. */
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace failure {

// Whose call it is. A life has one client with the host in it; `spawn` is the copy of it that becomes a reaper, `launch` the copy of the
// reaper that becomes a program; a `relay` leads published ports to containers. Programs are nobody's business.
enum class Role { host, spawn, guard, reaper, launch, relay, program };

struct Call {
    const char* name;
    std::vector<long> numbers;
    std::vector<int> errors;  // the system's answers that a caller has to live with; the first is the likeliest
};

// All that are counted. "allocation" is announced by the program itself; "thread" and "process" share the system calls of which the flags
// tell which it is.
const std::vector<Call>& calls();

// threads: one. The entry for a number, nullptr when it is not counted. Of those that make threads or processes `makes_thread` decides.
const Call* call_of(long number, bool makes_thread);
const Call* call_named(const std::string& name);

bool makes_something(long number);

const char* name_of(Role role);
const char* name_of_error(int error);
int error_named(const std::string& name);

}  // namespace failure
