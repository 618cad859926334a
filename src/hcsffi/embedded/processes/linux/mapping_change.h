/* Mapped directories of an enclosed tree that runs, by the machine's own programs.
 *
 * The engine of such a tree was started in a mount namespace that `unshare` had made for it: the antechamber, a copy of the client's whose
 * mounts are shared, and which lives as long as the engine's process. What is mounted there on an empty folder of /proc appears on the
 * mailbox, the folder inside that shows it. A change has these steps:
 *
 * 1. In the antechamber, where the container sees nothing: what is mapped is bound into a fresh file system, without devices, without
 *    rights of files, and read-only where it is to be.
 * 2. In the antechamber, on the mailbox: it is bound again below a folder that cannot be written, and is in the container, with the flags
 *    it has. Nothing that programs inside do changes what these two steps meet.
 * 3. All processes inside are stopped. The place is looked for, or made, below the container's root.
 * 4. In the container's own mount namespace what was there is taken away, and what comes is moved there. Processes go on.
 * 5. In the antechamber all goes again, which leaves what was moved.
 *
 * A container's links, and folders that change their names, lead to no place but its own. What guards its /proc is one: whoever gets that
 * unmounted in spite of all is ended.
 *
 * No program of the container is executed for it: whoever enters a namespace of the container's has the machine's folders for its own.
 */
#pragma once

#include <string>
#include <vector>

#include "processes/spawn.h"

namespace hcsffi {

namespace antechamber {

// threads: any. blocks: for file system calls. What makes an antechamber and executes the words behind it in there; empty where a program
// for that is missing. `below`: in a user namespace whose root this process is already.
std::vector<std::string> words(bool below);

constexpr const char* kMailbox = "/dev/.hcsffi";        // inside
constexpr const char* kShown = "/proc/tty/ldisc";       // the folder it shows, which is empty on every kernel
constexpr const char* kPreparing = "/proc/driver";      // where things are bound before they are shown

}  // namespace antechamber

// threads: any but reactor, one at a time for a tree. blocks: until the programs have ended (some ten milliseconds). errors: not_supported,
// naming the program that is missing; bad_argument, broken, with the text of who refused. What was mapped before is still there then, but
// where the text says that it is not.
SpawnOutcome change_mapping(Spawner& spawner, ProcessTree& tree, const MappingChange& change);

}  // namespace hcsffi
