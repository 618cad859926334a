#include "network/query.h"

namespace hcsffi {

Query read_query(const std::string& text) {
    const Document document = Document::parse_optional(text);
    const Node root = document.root();
    Query query;
    query.generation = generation_of(root);
    query.minor = static_cast<uint32_t>(member(member(root, "SchemaVersion"), "Minor").count(UINT32_MAX).value_or(0));
    member(root, "Flags").count(UINT32_MAX);
    const std::string filter = member(root, "Filter").text_or("");
    if (filter.empty()) return query;
    const Document inside = Document::parse_optional(filter);
    for (const auto& [name, value] : inside.root().members())
        query.filter.emplace_back(name, value.is_text() ? value.text_or("") : value.json());
    return query;
}

}  // namespace hcsffi
