// What a container's document asks for that only a root and a process table of its own give.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compute/wiring.h"
#include "document/document.h"
#include "engine/host.h"
#include "processes/spawn.h"

namespace hcsffi {

struct Isolation {
    bool wanted = false;
    Enclosure enclosure;
    std::vector<std::string> members;  // the paths of the mappings in the document, in their order
    std::string root;                  // the path of what names the view that is the root; empty = the machine's own
    std::set<std::string> carried;     // the mappings themselves, directories and pipes, as JSON
    std::string network;               // the path of the namespace whose network it has; empty = the machine's
    std::string namespace_id;

    // "$.Container" when no member asks for it, but the configuration.
    std::string asking() const {
        if (!root.empty()) return root;
        if (!members.empty()) return members.front();
        return network.empty() ? "$.Container" : network;
    }
};

// threads: any but a worker's own locks held. A mapped directory whose host path is another platform's is kept and told as not carried out,
// and asks for nothing (chosen). errors: Refusal kInvalidArgument naming the member.
Isolation read_isolation(const Node& container, Host& host, const Networks& networks);

// threads: any but the reactor, one at a time for a system. blocks: until the machine's programs have changed what the tree's see. `before`
// and `after` are the mapped directory or pipe as the document has it and is to have it, either may be empty; *carried are those that are
// carried out. errors: Refusal: kInvalidArgument and others where it cannot be mapped, kServiceNotAvailable where the machine cannot change
// it.
void change_mapping(const Node& before, const Node& after, const std::vector<Node>& others, ProcessTree& tree, Host& host,
                    std::set<std::string>* carried);

// threads: as above. blocks: at the first call, until isolation has been tried. errors: Refusal, naming the member, the step, the system's
// code and the remedy: kServiceNotAvailable where the machine cannot isolate, kInvalidArgument and others where it cannot map.
void check_isolation(const Isolation& isolation, Host& host, Networks& networks);

// threads: any but the reactor. blocks: until the tree is there, and its adapters carry packets. *network is what it is to keep as long as
// the tree. errors: Refusal as above.
std::shared_ptr<ProcessTree> open_isolated(Isolation isolation, Host& host, Networks& networks, std::weak_ptr<TreeListener> listener,
                                           std::shared_ptr<OwnNetwork>* network);

}  // namespace hcsffi
