// Checks a document against the schema's member types before anything acts on it.
#pragma once

#include <string_view>

#include "document/document.h"

namespace hcsffi {

// threads: any. errors: Refusal kInvalidJson with the JSON path of the first member of the wrong type. Unknown members pass.
void check_shape(const Node& node, std::string_view type);

}  // namespace hcsffi
