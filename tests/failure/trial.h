/* One life under one plan: what fails or is killed, at the how manieth time, and what was left afterwards. */
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "call.h"

namespace failure {

// How long a life may take, from its start to the end of its last process, before it counts as hanging. The host's own limits for what
// does not answer add up to less.
extern int limit_s;

struct Plan {
    Role role = Role::program;     // `program`: nothing fails, calls are counted alone
    const Call* call = nullptr;    // nullptr: the process is killed at its k-th call of any kind
    int error = 0;
    int k = 0;                     // the first is 1
    bool for_good = false;         // also every later one, until the life announces peace

    // "host/open/EMFILE/3", "reaper/send/ENOBUFS/2+" or "guard/killed/7".
    std::string text() const;
    // errors: k is 0.
    static Plan of(const std::string& text);
};

struct Result {
    std::string impossible;           // why there was no trial at all
    bool reached = false;             // the plan's call was made at all
    std::vector<std::string> faults;  // empty: the life kept its word
    std::vector<std::string> refused; // the steps that were refused, with their codes
    std::string said;                 // everything the life wrote
    double seconds = 0;
    double starved = 0;               // the share of them in which the life could not run because others did
    std::map<std::pair<Role, const Call*>, int> counts;
    std::map<Role, int> all_calls;
};

// threads: one. blocks: for a life, at most limit_s; one that went wrong where the machine did not let it run is lived again, up to three
// times. `life` is the program, with the reaper beside it.
// `places`: where an allocation failed is in what it says.
Result try_life(const std::string& life, const Plan& plan, bool places = false);

}  // namespace failure
