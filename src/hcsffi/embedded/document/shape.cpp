#include "document/shape.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include "document/grammar.h"
#include "shape_table.h"

namespace hcsffi {

namespace {

void check_kind(const Node& node, std::string_view kind);

const Shape& find_shape(std::string_view type) {
    const auto* found = std::lower_bound(std::begin(kShapes), std::end(kShapes), type,
                                         [](const Shape& shape, std::string_view wanted) { return shape.type < wanted; });
    if (found == std::end(kShapes) || found->type != type) throw Refusal(kUnexpected, "no shape is known for " + std::string(type));
    return *found;
}

void check_enumeration(const Node& node, std::string_view texts) {
    if (texts.front() == '#') {
        if (node.is_number()) {
            node.count(UINT32_MAX);
            return;
        }
        texts.remove_prefix(1);
    }
    const std::string text = node.text_or("");
    for (std::string_view rest = texts;;) {
        const size_t end = rest.find('|');
        if (rest.substr(0, end) == text) return;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    throw Refusal(kInvalidJson, node.path() + ": \"" + text + "\" is none of " + std::string(texts));
}

void check_integer(const Node& node, std::string_view kind) {
    const std::string_view width_text = kind.substr(1);
    unsigned width = 0;
    std::from_chars(width_text.data(), width_text.data() + width_text.size(), width);
    if (kind.front() == 'u') {
        node.count(width == 64 ? UINT64_MAX : (uint64_t{1} << width) - 1);
    } else {
        node.integer(width == 64 ? INT64_MIN : -(int64_t{1} << (width - 1)), width == 64 ? INT64_MAX : (int64_t{1} << (width - 1)) - 1);
    }
}

void check_array(const Node& node, std::string_view kind) {
    const size_t close = kind.find(']');
    const auto elements = node.elements();
    if (close > 1) {
        size_t wanted = 0;
        std::from_chars(kind.data() + 1, kind.data() + close, wanted);
        if (elements.size() != wanted) node.refuse("an array of " + std::to_string(wanted));
    }
    for (const Node& element : elements) check_kind(element, kind.substr(close + 1));
}

void check_map(const Node& node, std::string_view kind) {
    const size_t close = kind.find('}');
    const bool numbered = close > 1;
    for (const auto& [key, value] : node.members()) {
        const bool digits = !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
        if (numbered && !digits) throw Refusal(kInvalidJson, node.path() + ": the key \"" + key + "\" is no decimal number");
        check_kind(value, kind.substr(close + 1));
    }
}

void check_kind(const Node& node, std::string_view kind) {
    switch (kind.front()) {
        case '*': return;
        case 's': node.text(); return;
        case 'b': node.boolean_or(false); return;
        case 'f':
            if (node && !node.is_number()) node.refuse("a number");
            return;
        case '@': check_shape(node, kind.substr(1)); return;
        case '[': check_array(node, kind); return;
        case '{': check_map(node, kind); return;
        default: check_integer(node, kind);
    }
}

}  // namespace

void check_shape(const Node& node, std::string_view type) {
    if (!node) return;
    std::string_view members = find_shape(type).members;
    if (!members.empty() && members.front() == '=') return check_enumeration(node, members.substr(1));
    if (!node.is_object()) node.refuse("an object");
    while (!members.empty()) {
        const size_t end = std::min(members.find(' '), members.size());
        const std::string_view member = members.substr(0, end);
        const size_t colon = member.find(':');
        if (const Node value = node.member(member.substr(0, colon))) {
            const size_t rule = member.find('!');
            check_kind(value, member.substr(colon + 1, rule - colon - 1));
            if (rule != std::string_view::npos) check_rule(value, member.substr(rule + 1));
        }
        members.remove_prefix(std::min(end + 1, members.size()));
    }
}

}  // namespace hcsffi
