/* Policies: which there are, what holds them, from which version on, and how the first generation writes them.
 *
 * The first generation's policies are flat: {"Type":"VLAN","VLAN":5}. The second has {"Type":"VLAN","Settings":{"IsolationId":5}}. They are
 * kept as the second writes them.
 */
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "network/feature.h"
#include "network/reading.h"

namespace hcsffi {

enum class Place : uint8_t { kEndpoint = 1, kNetwork = 2, kSubnet = 4 };

struct Policy {
    std::string type;      // as the table spells it
    std::string settings;  // JSON of an object with its members in order of their names; "{}" where there are none

    friend bool operator==(const Policy& one, const Policy& other) { return one.type == other.type && one.settings == other.settings; }
};

// Where policies are read: what holds them, in which documents, on which Windows, and the ids of the network's sets of addresses.
struct PolicyContext {
    Place place;
    Generation generation;
    uint32_t windows_build;
    std::vector<std::string> sets = {};
};

// threads: any. An array of policies. `names_types`: settings may be absent, as where policies are removed by type. errors: Refusal
// kInvalidPolicyType for a type that is unknown, belongs elsewhere or came with a later version; as check_settings.
std::vector<Policy> read_policies(const Node& array, const PolicyContext& context, bool names_types = false);
// The ids of the sets of addresses among them.
std::vector<std::string> sets_of(const std::vector<Policy>& policies);
void write_policies(JsonWriter& json, const std::vector<Policy>& policies, Generation generation);

// What a list becomes by a request. Add: a content that is there is refused with kPolicyAlreadyExists. Remove goes by content, or by type
// where the request names no settings: kPolicyNotFound. Update replaces all of the types it names (chosen).
std::vector<Policy> with_added(std::vector<Policy> policies, const std::vector<Policy>& more);
std::vector<Policy> with_removed(std::vector<Policy> policies, const std::vector<Policy>& fewer);
std::vector<Policy> with_replaced(std::vector<Policy> policies, const std::vector<Policy>& others);

}  // namespace hcsffi
