// What every noun of the network service has: an id, a name, and the members that are kept as they came.
#pragma once

#include <cstdint>
#include <string>

#include "network/query.h"
#include "network/reading.h"

namespace hcsffi {

struct Entity {
    std::string id;  // a GUID in capitals
    std::string owner;
    std::string name;
    std::string additional;  // JSON of AdditionalParams; "" where there are none
    uint64_t order = 0;      // in which they were created
    uint64_t changed = 0;    // 100 ns since 1601
    bool gone = false;       // deleted while somebody had it open

    // errors: Refusal `code` for a name that is too long.
    void read(const Node& root, HRESULT code);
    // Id to Version, without the brackets. `service` is the version of the service, major and minor in one number.
    void write(JsonWriter& json, const Query& query, uint64_t service) const;
    // Of an entry of a filter.
    bool is_named(std::string_view name, const std::string& value) const;
};

// Now, as Health carries it: 100 ns since 1601.
uint64_t ticks_now();

}  // namespace hcsffi
