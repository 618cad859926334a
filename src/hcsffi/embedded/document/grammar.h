// What a text or a number of a document must be beyond its type: the rules that stand in the shapes (see shape_table.h).
#pragma once

#include <string_view>

#include "document/document.h"

namespace hcsffi {

// threads: any. A rule of the table, `mac` or `from-1-10000`; an empty text keeps every grammar, and so does what is absent. Of an array
// each element is asked. errors: Refusal `code` with the JSON path and what is allowed; kUnexpected for a rule that is in no table.
void check_rule(const Node& node, std::string_view rule, HRESULT code = kInvalidJson);

}  // namespace hcsffi
