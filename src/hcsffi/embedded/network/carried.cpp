#include "network/carried.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace hcsffi {

namespace {

constexpr std::string_view kCarriedOut[] = {"ACL", "NetworkACL", "SetPolicy", "PortMapping", "OutBoundNAT", "QOS"};

}  // namespace

bool is_spelled_out(const Policy& rule) {
    const Document document = Document::parse(rule.settings);
    return member(document.root(), "Action").is_text() && member(document.root(), "Direction").is_text();
}

std::vector<std::string> policies_not_carried(const CarriedEndpoint& endpoint) {
    std::vector<std::string> types;
    for (const auto* policies : {&endpoint.policies, &endpoint.network.policies}) {
        for (const Policy& policy : *policies) {
            const bool unknown = std::find(std::begin(kCarriedOut), std::end(kCarriedOut), policy.type) == std::end(kCarriedOut);
            const bool is_rule = policy.type == "ACL" || policy.type == "NetworkACL";
            if (unknown || (is_rule && !is_spelled_out(policy))) types.push_back(policy.type);
        }
    }
    return types;
}

}  // namespace hcsffi
