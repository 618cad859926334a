// What a container's document asks for that only a root and a process table of its own give.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "engine/host.h"
#include "processes/spawn.h"

namespace hcsffi {

struct Isolation {
    bool wanted = false;
    Enclosure enclosure;
    std::vector<std::string> members;  // the paths of the mappings in the document, in their order
    std::string root;                  // the path of what names the view that is the root; empty = the machine's own
    std::set<std::string> carried;     // the mappings themselves, as JSON

    // "$.Container" when no member asks for it, but the configuration.
    std::string asking() const { return !root.empty() ? root : members.empty() ? "$.Container" : members.front(); }
};

// threads: any but a worker's own locks held. A mapped directory whose host path is another platform's is kept and told as not carried out,
// and asks for nothing (chosen). errors: Refusal kInvalidArgument naming the member.
Isolation read_isolation(const Node& container, Host& host);

// threads: as above. blocks: at the first call, until isolation has been tried. errors: Refusal, naming the member, the step, the system's
// code and the remedy: kServiceNotAvailable where the machine cannot isolate, kInvalidArgument and others where it cannot map.
void check_isolation(const Isolation& isolation, Host& host);

// threads: any but the reactor. blocks: until the tree is there. errors: Refusal as above.
std::shared_ptr<ProcessTree> open_isolated(const Isolation& isolation, Host& host, std::weak_ptr<TreeListener> listener);

}  // namespace hcsffi
