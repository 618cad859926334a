// Name resolution of a network or an endpoint: Dns of the second generation, DNSSuffix and DNSServerList of the first.
#pragma once

#include <string>
#include <vector>

#include "network/reading.h"

namespace hcsffi {

struct NameService {
    std::string domain;
    std::vector<std::string> search, servers, options;

    bool is_empty() const { return domain.empty() && search.empty() && servers.empty() && options.empty(); }
    void write(JsonWriter& json, Generation generation) const;
};

// Of the document that has them. errors: Refusal.
NameService read_name_service(const Node& root, Generation generation);
// Of a Dns object. errors: Refusal.
NameService read_dns(const Node& dns);

}  // namespace hcsffi
