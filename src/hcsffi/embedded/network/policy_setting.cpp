#include "network/policy_setting.h"

#include <algorithm>

#include "document/shape.h"
#include "ground/address.h"
#include "network/reading.h"

namespace hcsffi {

namespace {

// What of a rule names whom it is about, and where rules stand within settings.
constexpr std::string_view kAddressLists[] = {"LocalAddresses", "RemoteAddresses"};

HRESULT code_of(std::string_view member) { return member == "InternalPort" ? kInvalidInternalPort : kInvalidPolicy; }

std::string trimmed(const std::string& text) {
    const size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// What stands beside addresses and prefixes is the id of a set that there is.
void check_sets(const Node& rule, const std::vector<std::string>& sets) {
    for (const std::string_view name : kAddressLists) {
        const Node node = member(rule, name);
        for (const std::string& part : split_texts(node.text_or(""))) {
            const std::string one = trimmed(part);
            if (read_address(one) || read_prefix(one) || std::find(sets.begin(), sets.end(), one) != sets.end()) continue;
            throw Refusal(kInvalidPolicy, node.path() + ": neither an address nor a prefix nor the id of a set: " + one);
        }
    }
}

}  // namespace

void check_settings(std::string_view holder, std::string_view type, const Node& settings, const std::vector<std::string>& sets) {
    check_policy_settings(settings, holder, type, code_of);
    check_sets(settings, sets);
    check_sets(member(settings, "FilterTuple"), sets);
    for (const Node& rule : member(settings, "TierAclRules").elements()) check_sets(rule, sets);
}

}  // namespace hcsffi
