#include "network/guest_service.h"

#include "network/request.h"

namespace hcsffi {

namespace {

constexpr Word kStates[] = {{"None"},           {"Created"},     {"Bootstrapping"}, {"Synchronized"}, {"Paused"},
                            {"Desynchronized"}, {"Rehydrating"}, {"Degraded"},      {"Destroyed"}};
constexpr Word kResources[] = {{"State"}};

}  // namespace

void GuestNetworkService::configure(const Node& root) {
    generation_of(root);
    read(root, kInvalidArgument);
    machine_ = read_guid(member(root, "VirtualMachineId"), true);
    member(root, "MirrorHostNetworking").boolean_or(false);
    member(root, "Flags").count(UINT32_MAX);
    for (const Node& node : member(root, "MirroredInterfaces").elements()) {
        if (!node.is_object()) node.refuse("an object");
    }
}

bool GuestNetworkService::modify(const Node& request) {
    const std::string_view verb = read_request_type(request);
    if (read_word(member(request, "ResourceType"), kResources, kRequestUnsupported, "resource of a guest network service") == SIZE_MAX ||
        verb != "Update")
        refuse_request(request);
    const Node state = member(member(request, "Settings"), "State");
    const size_t wanted = read_word(state, kStates, kInvalidArgument, "state of a guest network service");
    if (wanted == SIZE_MAX) throw Refusal(kInvalidArgument, state.path() + ": the request names no state");
    changed = ticks_now();
    if (wanted == state_) return false;
    state_ = wanted;
    return true;
}

std::string GuestNetworkService::state_json() const {
    return JsonWriter().open('{').member("ID", id).open("Data", '{').member("State", kStates[state_].text).close('}').close('}').text();
}

}  // namespace hcsffi
