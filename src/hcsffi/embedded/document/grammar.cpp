#include "document/grammar.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "ground/address.h"
#include "ground/guid.h"
#include "ground/hardware_address.h"

namespace hcsffi {

namespace {

constexpr unsigned kAnyProtocol = 256;  // protocols are 0 to 255, and access rules have one number for all of them
constexpr size_t kHostNameLimit = 63;

std::optional<unsigned> read_number(std::string_view text) {
    unsigned number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.size() > 5 || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Whether each part of the comma-joined text is what `fits` says.
template <class Fits>
bool each_part(std::string_view text, Fits fits) {
    for (;;) {
        const size_t comma = text.find(',');
        if (!fits(trimmed(text.substr(0, comma)))) return false;
        if (comma == std::string_view::npos) return true;
        text.remove_prefix(comma + 1);
    }
}

bool is_address(std::string_view text) { return read_address(text).has_value(); }
bool is_prefix(std::string_view text) { return read_prefix(text).has_value(); }

// With room for a gateway and a host.
bool is_subnet(std::string_view text) {
    const auto prefix = read_prefix(text);
    return prefix && is_exact(*prefix) && prefix->length >= 1 && prefix->length <= prefix->first.bits() - 2;
}

bool is_route(std::string_view text) {
    const auto prefix = read_prefix(text);
    return prefix && (prefix->length > 0 || text == "0.0.0.0/0" || text == "::/0");
}

// The id of a set of addresses, a GUID or "azure-npm-1": words with dashes between them.
bool is_set(std::string_view text) {
    constexpr std::string_view kLettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    bool in_word = false, dashed = false;
    for (const char c : text) {
        const bool dash = c == '-';
        if (dash ? !in_word : kLettersAndDigits.find(c) == std::string_view::npos) return false;
        in_word = !dash;
        dashed = dashed || dash;
    }
    return in_word && dashed;
}

bool is_range(std::string_view text) { return is_address(text) || is_prefix(text); }

bool is_address_list(std::string_view text) {
    return each_part(text, [](std::string_view part) { return is_range(part) || is_set(part); });
}

std::optional<unsigned> read_port(std::string_view text) {
    const auto port = read_number(text);
    return port && *port >= 1 && *port <= 65535 ? port : std::nullopt;
}

bool is_port(std::string_view text) { return read_port(text).has_value(); }

bool is_port_range(std::string_view text) {
    const size_t dash = text.find('-');
    const auto first = read_port(trimmed(text.substr(0, dash)));
    if (dash == std::string_view::npos) return first.has_value();
    const auto last = read_port(trimmed(text.substr(dash + 1)));
    return first && last && *first <= *last;
}

bool is_port_list(std::string_view text) { return each_part(text, is_port_range); }

bool is_protocol_list(std::string_view text) {
    return each_part(text, [](std::string_view part) {
        const auto number = read_number(part);
        return number && *number <= kAnyProtocol;
    });
}

bool is_mac(std::string_view text) {
    const auto address = read_hardware_address(text);
    return address && ((*address >> 40) & 1) == 0;
}

bool is_bare_guid(std::string_view text) {
    static constexpr size_t kDashes[] = {8, 13, 18, 23};
    for (size_t at = 0; at < text.size(); ++at) {
        const bool dash = std::find(std::begin(kDashes), std::end(kDashes), at) != std::end(kDashes);
        if (dash ? text[at] != '-' : std::string_view("0123456789abcdefABCDEF").find(text[at]) == std::string_view::npos) return false;
    }
    return text.size() == 36;
}

bool is_id(std::string_view text) {
    const bool braces = text.size() == 38 && text.front() == '{' && text.back() == '}';
    return is_bare_guid(braces ? text.substr(1, 36) : text);
}

size_t letters_of(std::string_view text) {
    size_t letters = 0;
    for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return letters;
}

bool is_host_name(std::string_view text) {
    return letters_of(text) <= kHostNameLimit && text.front() != '.' &&
           text.find_first_of("\\/:*?\"<>| \t\r\n\v\f") == std::string_view::npos;
}

// Letters of flags and entries in brackets, which may hold brackets of a condition. One that is never closed stays.
void take_entries(std::string_view& rest) {
    const size_t flags = rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    rest.remove_prefix(std::min(flags, rest.size()));
    while (!rest.empty() && rest.front() == '(') {
        int depth = 0;
        size_t at = 0;
        do {
            if (at == rest.size()) return;
            depth += rest[at] == '(' ? 1 : rest[at] == ')' ? -1 : 0;
            ++at;
        } while (depth > 0);
        rest.remove_prefix(at);
    }
}

// [MS-DTYP] 2.5.1: owner, group and the two lists, each at most once and in this order.
bool is_sddl(std::string_view rest) {
    for (const std::string_view part : {"O:", "G:"}) {
        if (rest.substr(0, 2) != part) continue;
        rest.remove_prefix(2);
        size_t end = rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
        if (end == 0 || rest.empty()) return false;
        if (end != std::string_view::npos && rest[end] == ':' && --end == 0) return false;  // the letter belongs to the next part
        rest.remove_prefix(std::min(end, rest.size()));
    }
    for (const std::string_view part : {"D:", "S:"}) {
        if (rest.substr(0, 2) != part) continue;
        rest.remove_prefix(2);
        take_entries(rest);
        // Behind the flags of an empty list the next part begins: its letter was taken for one of them.
        if (!rest.empty() && rest.front() == ':' && part == "D:") rest = std::string_view(rest.data() - 1, rest.size() + 1);
    }
    return rest.empty();
}

bool is_volume_path(std::string_view text) {
    constexpr std::string_view kVolume = "\\\\?\\Volume{";
    const bool volume = text.size() == kVolume.size() + 37 && text.back() == '}' && text.substr(0, 4) == kVolume.substr(0, 4);
    return !volume;  // a volume's path ends with a backslash; any other path is no volume's
}

// A path that names another machine names its share, too; \\?\ and \\.\ begin paths of this one.
bool is_unc(std::string_view text) {
    if (text.substr(0, 2) != "\\\\" || text.substr(0, 4) == "\\\\?\\" || text.substr(0, 4) == "\\\\.\\") return true;
    constexpr std::string_view kForbidden = "/:*?\"<>|";
    const size_t slash = text.find('\\', 2);
    if (slash == std::string_view::npos || slash == 2) return false;
    const std::string_view share = text.substr(slash + 1, text.find('\\', slash + 1) - slash - 1);
    return !share.empty() && text.substr(2, slash - 2).find_first_of(kForbidden) == std::string_view::npos &&
           share.find_first_of(kForbidden) == std::string_view::npos;
}

bool is_json_object(std::string_view text) {
    const auto read = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    return read.is_object();
}

struct Grammar {
    std::string_view name;
    bool (*fits)(std::string_view text);
    std::string_view allowed;
};

constexpr Grammar kGrammars[] = {
    {"address", is_address, "an IPv4 or IPv6 address"},
    {"addresses", is_address_list, "addresses and prefixes with commas between them"},
    {"guid", is_bare_guid, "a GUID without braces"},
    {"host-name", is_host_name, "a host name"},
    {"id", is_id, "a GUID"},
    {"json", is_json_object, "a JSON object as text"},
    {"mac", is_mac, "six pairs of hexadecimal digits, of one adapter"},
    {"port", is_port, "a port"},
    {"port-range", is_port_range, "a port or a range of them"},
    {"ports", is_port_list, "ports and ranges of them with commas between them"},
    {"prefix", is_prefix, "an address, a slash and the length of the prefix"},
    {"protocols", is_protocol_list, "numbers of protocols with commas between them"},
    {"range", is_range, "an address or prefix"},
    {"route", is_route, "a prefix; 0.0.0.0/0 or ::/0 for all addresses"},
    {"sddl", is_sddl, "a security descriptor in SDDL"},
    {"subnet", is_subnet, "a prefix without host bits, with room for hosts"},
    {"unc", is_unc, "a path; of another machine with its share"},
    {"volume", is_volume_path, "the path of a volume with a backslash behind it"},
};

int64_t read_bound(std::string_view& words) {
    int64_t bound{};
    const auto read = std::from_chars(words.data(), words.data() + words.size(), bound);
    words.remove_prefix(std::min<size_t>(static_cast<size_t>(read.ptr - words.data()) + 1, words.size()));
    return bound;
}

bool keeps_number(std::string_view kind, std::string_view words, int64_t value) {
    const int64_t first = read_bound(words);
    if (kind == "step") return value != 0 && value % first == 0;
    if (kind == "from") return value >= first && value <= read_bound(words);
    for (int64_t allowed = first;; allowed = read_bound(words)) {
        if (value == allowed) return true;
        if (words.empty()) return false;
    }
}

// from-LOW-HIGH, step-N, among-A-B; false for a rule that is of no number.
bool check_number(const Node& node, std::string_view rule, HRESULT code) {
    const size_t dash = rule.find('-');
    const std::string_view kind = rule.substr(0, dash);
    if (kind != "step" && kind != "from" && kind != "among") return false;
    const std::optional<int64_t> value = node.integer(INT64_MIN, INT64_MAX);
    if (value && !keeps_number(kind, rule.substr(dash + 1), *value))
        node.refuse("a number as the rule " + std::string(rule) + " has it", code);
    return true;
}

// up-N-letters
bool check_length(const Node& node, std::string_view rule, HRESULT code) {
    if (rule.substr(0, 3) != "up-") return false;
    std::string_view words = rule.substr(3);
    const int64_t most = read_bound(words);
    if (static_cast<int64_t>(letters_of(node.text_or(""))) > most) node.refuse("at most " + std::to_string(most) + " letters", code);
    return true;
}

}  // namespace

void check_rule(const Node& node, std::string_view rule, HRESULT code) {
    if (!node) return;
    if (check_number(node, rule, code) || check_length(node, rule, code)) return;
    if (node.is_array()) {
        for (const Node& element : node.elements()) check_rule(element, rule, code);
        return;
    }
    const auto* found = std::find_if(std::begin(kGrammars), std::end(kGrammars), [&](const Grammar& each) { return each.name == rule; });
    if (found == std::end(kGrammars)) throw Refusal(kUnexpected, "no rule is called " + std::string(rule));
    const std::string text = node.text_or("");
    if (!text.empty() && !found->fits(text)) node.refuse(std::string(found->allowed), code);
}

}  // namespace hcsffi
