#include "network/reading.h"

#include <algorithm>

#include "document/grammar.h"
#include "ground/guid.h"

namespace hcsffi {

namespace {

constexpr const char* kNameRule = "up-256-letters";

}  // namespace

std::string in_capitals(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

Node member(const Node& node, std::string_view name) { return node.in_any_case(name); }

Generation generation_of(const Node& root) {
    const Node version = member(root, "SchemaVersion");
    if (!version) return Generation::kOne;
    const uint64_t major = member(version, "Major").count(UINT32_MAX).value_or(0);
    member(version, "Minor").count(UINT32_MAX);
    if (major == 0 || major == 1) return Generation::kOne;
    if (major == 2) return Generation::kTwo;
    throw Refusal(kRequestUnsupported, version.path() + ": no version " + std::to_string(major) + " is known");
}

std::string read_guid(const Node& node, bool braces) {
    std::string text = node.text_or("");
    if (text.empty()) return text;
    if (braces && text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
    if (!is_bare_guid(text)) throw Refusal(kGuidConversionFailure, node.path() + ": the text is no GUID");
    return in_capitals(std::move(text));
}

size_t find_word(const Node& node, const Word* words, size_t count, HRESULT code, std::string_view what) {
    if (!node) return SIZE_MAX;
    if (node.is_integer()) {
        const auto number = static_cast<uint32_t>(*node.count(UINT32_MAX));
        for (size_t at = 0; at < count; ++at) {
            if (words[at].number == number && number != kNoNumber) return at;
        }
        throw Refusal(code, node.path() + ": no " + std::string(what) + " has the number " + std::to_string(number));
    }
    const std::string text = node.text_or("");
    for (size_t at = 0; at < count; ++at) {
        if (same_letters(words[at].text, text)) return at;
    }
    throw Refusal(code, node.path() + ": no such " + std::string(what));
}

std::vector<std::string> read_texts(const Node& node) {
    std::vector<std::string> texts;
    for (const Node& element : node.elements()) {
        const auto text = element.text();
        if (!text) element.refuse("text");
        texts.push_back(*text);
    }
    return texts;
}

std::vector<std::string> split_texts(const std::string& joined) {
    std::vector<std::string> texts;
    size_t at = 0;
    while (at < joined.size()) {
        const size_t end = std::min(joined.find(',', at), joined.size());
        if (end > at) texts.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return texts;
}

std::string join_texts(const std::vector<std::string>& texts) {
    std::string joined;
    for (const std::string& text : texts) joined += (joined.empty() ? "" : ",") + text;
    return joined;
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    json.open(name, '[');
    for (const std::string& text : texts) json.element(text);
    json.close(']');
}

std::string read_name(const Node& node, HRESULT code) {
    check_rule(node, kNameRule, code);
    return node.text_or("");
}

}  // namespace hcsffi
