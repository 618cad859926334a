#include "network/name_service.h"

#include "document/grammar.h"

namespace hcsffi {

NameService read_dns(const Node& dns) {
    check_rule(member(dns, "ServerList"), "address");
    return {member(dns, "Domain").text_or(""), read_texts(member(dns, "Search")), read_texts(member(dns, "ServerList")),
            read_texts(member(dns, "Options"))};
}

NameService read_name_service(const Node& root, Generation generation) {
    if (generation == Generation::kTwo) return read_dns(member(root, "Dns"));
    check_rule(member(root, "DNSServerList"), "addresses");
    return {member(root, "DNSDomain").text_or(""),
            split_texts(member(root, "DNSSuffix").text_or("")),
            split_texts(member(root, "DNSServerList").text_or("")),
            {}};
}

void NameService::write(JsonWriter& json, Generation generation) const {
    if (generation == Generation::kOne) {
        if (!domain.empty()) json.member("DNSDomain", domain);
        if (!search.empty()) json.member("DNSSuffix", join_texts(search));
        if (!servers.empty()) json.member("DNSServerList", join_texts(servers));
        return;
    }
    json.open("Dns", '{');
    if (!domain.empty()) json.member("Domain", domain);
    if (!search.empty()) write_texts(json, "Search", search);
    if (!servers.empty()) write_texts(json, "ServerList", servers);
    if (!options.empty()) write_texts(json, "Options", options);
    json.close('}');
}

}  // namespace hcsffi
