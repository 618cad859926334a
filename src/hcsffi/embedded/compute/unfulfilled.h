// What a document asks for and this host does not carry out: told, so that nobody takes an accepted document for a promise.
#pragma once

#include <set>
#include <string>

#include "document/document.h"

namespace hcsffi {

// What is carried out of this very document, since the machine can.
struct Carried {
    std::set<std::string> mappings;  // mapped directories and pipes, as JSON
    std::set<std::string> limits;    // members below Container
    bool layers = false;             // are the root
    bool network = false;            // of the namespace it names
};

// threads: any. The JSON paths of such members in a ComputeSystem document. Members that ask for nothing (empty, false) are left out; of a
// virtual machine its direct members stand for all below them.
std::set<std::string> unfulfilled_of_system(const Node& root, const Carried& carried);

// threads: any. The same for ProcessParameters.
std::set<std::string> unfulfilled_of_process(const Node& parameters);

}  // namespace hcsffi
