#include "network/entity.h"

#include <chrono>

namespace hcsffi {

namespace {

constexpr uint64_t kTicksFrom1601To1970 = 116'444'736'000'000'000u;

}  // namespace

uint64_t ticks_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return kTicksFrom1601To1970 + static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() / 100);
}

void Entity::read(const Node& root, HRESULT code) {
    owner = read_name(member(root, "Owner"), code);
    name = read_name(member(root, "Name"), code);
    if (const Node params = member(root, "AdditionalParams")) additional = params.json();
}

void Entity::write(JsonWriter& json, const Query& query, uint64_t service) const {
    json.member("ID", id);
    if (!name.empty()) json.member("Name", name);
    if (!owner.empty()) json.member("Owner", owner);
    if (!additional.empty()) json.member_json("AdditionalParams", additional);
    json.open("Health", '{').member("LastErrorCode", uint32_t{0}).member("LastUpdateTime", changed).close('}');
    json.member("Version", service);
    if (query.generation == Generation::kTwo)
        json.open("SchemaVersion", '{').member("Major", uint32_t{2}).member("Minor", query.minor).close('}');
}

bool Entity::is_named(std::string_view key, const std::string& value) const {
    if (same_letters(key, "ID")) return same_letters(value, id) || same_letters(value, "{" + id + "}");
    if (same_letters(key, "Name")) return value == name;
    return same_letters(key, "Owner") && value == owner;
}

}  // namespace hcsffi
