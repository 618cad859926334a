// Checks a document against the schema's member types, and the rules of members and relations between them, before anything acts on it.
#pragma once

#include <string_view>

#include "document/document.h"

namespace hcsffi {

// threads: any. errors: Refusal kInvalidJson with the JSON path of the first member that is of the wrong type, breaks its rule, is missing
// or does not go together with others. Unknown members pass.
void check_shape(const Node& node, std::string_view type);

// The same for the settings of a network policy, whose names and words come in any letter case. A policy that has no settings passes.
// holder: Endpoint, Network or Subnet. errors: as above for what has the wrong type; for a broken rule Refusal with the code of the member.
void check_policy_settings(const Node& settings, std::string_view holder, std::string_view type,
                           HRESULT (*code_of)(std::string_view member));

}  // namespace hcsffi
