#include "document/shape.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <vector>

#include "document/grammar.h"
#include "shape_table.h"

namespace hcsffi {

namespace {

HRESULT invalid_json(std::string_view) { return kInvalidJson; }

// Which table holds the shapes, and how it is read.
struct Manner {
    const Shape* first;
    const Shape* last;
    bool any_case;
    HRESULT (*code_of)(std::string_view member);

    const Shape& find(std::string_view type) const {
        const auto* found =
            std::lower_bound(first, last, type, [](const Shape& shape, std::string_view wanted) { return shape.type < wanted; });
        if (found == last || found->type != type) throw Refusal(kUnexpected, "no shape is known for " + std::string(type));
        return *found;
    }
    bool same(std::string_view one, std::string_view other) const { return any_case ? same_letters(one, other) : one == other; }
    Node member(const Node& node, std::string_view name) const { return any_case ? node.in_any_case(name) : node.member(name); }
};

void check_kind(const Node& node, std::string_view kind, const Manner& manner, HRESULT code);

// The next of the words that stand between these signs; nothing at the end.
std::string_view next_word(std::string_view& rest, char between) {
    const size_t end = std::min(rest.find(between), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

void check_enumeration(const Node& node, std::string_view texts, const Manner& manner, HRESULT code) {
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
        if (manner.same(rest.substr(0, end), text)) return;
        if (end == std::string_view::npos) break;  // the last one may be the empty text
        rest.remove_prefix(end + 1);
    }
    throw Refusal(code, node.path() + ": \"" + text + "\" is none of " + std::string(texts));
}

void check_integer(const Node& node, std::string_view kind) {
    const std::string_view width_text = kind.substr(1);
    unsigned width{};
    std::from_chars(width_text.data(), width_text.data() + width_text.size(), width);
    if (kind.front() == 'u') {
        node.count(UINT64_MAX >> (64 - width));
    } else {
        const int64_t most = INT64_MAX >> (64 - width);
        node.integer(-most - 1, most);
    }
}

void check_array(const Node& node, std::string_view kind, const Manner& manner, HRESULT code) {
    const size_t close = kind.find(']');
    const auto elements = node.elements();
    if (close > 1) {
        size_t wanted{};
        std::from_chars(kind.data() + 1, kind.data() + close, wanted);
        if (elements.size() != wanted) node.refuse("an array of " + std::to_string(wanted));
    }
    for (const Node& element : elements) check_kind(element, kind.substr(close + 1), manner, code);
}

void check_map(const Node& node, std::string_view kind, const Manner& manner, HRESULT code) {
    const size_t close = kind.find('}');
    const bool numbered = close > 1;
    for (const auto& [key, value] : node.members()) {
        const bool digits = !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
        if (numbered && !digits) throw Refusal(kInvalidJson, node.path() + ": the key \"" + key + "\" is no decimal number");
        check_kind(value, kind.substr(close + 1), manner, code);
    }
}

bool is_empty(const Node& node) {
    return !node || (node.is_text() && node.text_or("").empty()) || (node.is_array() && node.elements().empty());
}

// exactly one of A B, at least one of A B, at most one of A B
void check_number_of(const Node& node, std::string_view relation, std::string_view names, const Manner& manner) {
    size_t there = 0;
    bool filled = false;
    for (std::string_view rest = names; !rest.empty();) {
        const Node value = manner.member(node, next_word(rest, ' '));
        there += value ? 1 : 0;
        filled = filled || !is_empty(value);
    }
    const bool least = relation.substr(0, 8) == "at least", most = relation.substr(0, 7) == "at most";
    if ((there > 1 && !least) || (!filled && !most)) node.refuse(std::string(relation), manner.code_of(""));
}

void check_relation(const Node& node, std::string_view relation, const Manner& manner) {
    if (const size_t of = relation.find(" one of "); of != std::string_view::npos)
        return check_number_of(node, relation, relation.substr(of + 8), manner);
    std::string_view rest = relation;
    const Node subject = manner.member(node, next_word(rest, ' '));
    const std::string_view verb = next_word(rest, ' ');
    const Node object = manner.member(node, next_word(rest, ' '));
    if (verb == "counts") {
        if (subject && subject.count() != uint64_t{object.elements().size()}) subject.refuse("as much as there is", manner.code_of(""));
        return;
    }
    const std::string value = object ? object.text_or("") : "absent";
    for (next_word(rest, ' '); !rest.empty();) {  // A if B is X Y
        if (manner.same(next_word(rest, ' '), value) && is_empty(subject)) subject.refuse(std::string(relation), manner.code_of(""));
    }
}

// Name:kind!rule
void check_member(const Node& node, std::string_view member, const Manner& manner) {
    std::string_view rest = member;
    const std::string_view name = next_word(rest, ':');
    const std::string_view kind = next_word(rest, '!');
    const HRESULT code = manner.code_of(name);
    const Node value = manner.member(node, name);
    const bool needed = rest.substr(0, 6) == "needed";
    if (needed) {
        next_word(rest, ',');
        if (is_empty(value)) value.refuse("a value", code);
    }
    if (!value) return;
    check_kind(value, kind, manner, code);
    if (!rest.empty()) check_rule(value, rest, code);
}

void check_type(const Node& node, std::string_view type, const Manner& manner, HRESULT code) {
    const Shape& shape = manner.find(type);
    std::string_view members = shape.members;
    if (!members.empty() && members.front() == '=') return check_enumeration(node, members.substr(1), manner, code);
    if (!node.is_object()) node.refuse("an object");
    while (!members.empty()) check_member(node, next_word(members, ' '), manner);
    for (std::string_view relations = shape.relations; !relations.empty();) {
        std::string_view relation = next_word(relations, ';');
        relation.remove_prefix(relation.front() == ' ' ? 1 : 0);
        check_relation(node, relation, manner);
    }
}

void check_kind(const Node& node, std::string_view kind, const Manner& manner, HRESULT code) {
    switch (kind.front()) {
        case '*': return;
        case 's': node.text(); return;
        case 'b': node.boolean_or(false); return;
        case 'f':
            if (node && !node.is_number()) node.refuse("a number");
            return;
        case '@':
            if (node) check_type(node, kind.substr(1), manner, code);
            return;
        case '[': return check_array(node, kind, manner, code);
        case '{': return check_map(node, kind, manner, code);
        default: check_integer(node, kind);
    }
}

}  // namespace

void check_shape(const Node& node, std::string_view type) {
    const Manner manner{std::begin(kShapes), std::end(kShapes), false, invalid_json};
    if (node) check_type(node, type, manner, kInvalidJson);
}

void check_policy_settings(const Node& settings, std::string_view holder, std::string_view type,
                           HRESULT (*code_of)(std::string_view member)) {
    const auto* found = std::find_if(std::begin(kSettings), std::end(kSettings),
                                     [&](const Setting& each) { return each.holder == holder && each.type == type; });
    if (found == std::end(kSettings)) return;
    const Manner manner{std::begin(kNetworkShapes), std::end(kNetworkShapes), true, code_of};
    check_type(settings, found->shape, manner, code_of(""));
}

}  // namespace hcsffi
