#include "network/namespace.h"

#include <algorithm>

namespace hcsffi {

namespace {

constexpr Word kKinds[] = {{"Host", 0}, {"HostDefault", 1}, {"Guest", 2}, {"GuestDefault", 3}};

bool remove(std::vector<std::string>& ids, const std::string& id) noexcept {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return false;
    ids.erase(found);
    return true;
}

void write_ids(JsonWriter& json, std::string_view type, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) json.open('{').member("Type", type).open("Data", '{').member("Id", id).close('}').close('}');
}

}  // namespace

void Namespace::configure(const Node& root) {
    const Generation generation = generation_of(root);
    read(root, kInvalidData);
    const size_t kind = read_word(member(root, "Type"), kKinds, kInvalidArgument, "type of namespace");
    if (kind != SIZE_MAX) kind_ = static_cast<Kind>(kind);
    if (generation == Generation::kOne && member(root, "IsDefault").boolean_or(false)) kind_ = Kind::kHostDefault;
    const Node number = member(root, generation == Generation::kOne ? "CompartmentId" : "NamespaceId");
    compartment_ = static_cast<uint32_t>(number.count(UINT32_MAX).value_or(0));
    for (const Node& resource : member(root, "Resources").elements()) {
        if (!resource.is_object()) resource.refuse("an object");
    }
}

void Namespace::add_container(const std::string& id) {
    if (std::find(containers_.begin(), containers_.end(), id) == containers_.end()) containers_.push_back(id);
}

bool Namespace::remove_endpoint(const std::string& id) noexcept { return remove(endpoints_, id); }

bool Namespace::remove_container(const std::string& id) noexcept { return remove(containers_, id); }

bool Namespace::matches(std::string_view name, const std::string& value) const {
    if (is_named(name, value)) return true;
    if (same_letters(name, "CompartmentId")) return value == std::to_string(compartment_);
    return same_letters(name, "IsDefault") && value == (kind_ == Kind::kHostDefault ? "true" : "false");
}

void Namespace::write_resources(JsonWriter& json, std::string_view name) const {
    json.open(name, '[');
    write_ids(json, "Endpoint", endpoints_);
    write_ids(json, "Container", containers_);
    json.close(']');
}

std::string Namespace::json(const Query& query, uint64_t service) const {
    JsonWriter json;
    json.open('{');
    write(json, query, service);
    json.member("State", uint32_t{1});
    if (query.generation == Generation::kOne) {
        json.member("IsDefault", kind_ == Kind::kHostDefault).member("CompartmentId", compartment_).open("Policies", '[').close(']');
        write_texts(json, "Containers", containers_);
        write_resources(json, "ResourceList");
    } else {
        json.member("NamespaceId", compartment_).member("NamespaceGuid", id).member("Type", kKinds[static_cast<size_t>(kind_)].text);
        write_resources(json, "Resources");
    }
    return json.close('}').text();
}

}  // namespace hcsffi
