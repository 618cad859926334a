#include "network/request.h"

namespace hcsffi {

namespace {

constexpr Word kVerbs[] = {{"Add", 0}, {"Remove", 1}, {"Update", 2}, {"Refresh", 3}, {"Reset", 4}};

}  // namespace

std::string_view read_request_type(const Node& request) {
    const size_t verb = read_word(member(request, "RequestType"), kVerbs, kRequestUnsupported, "request");
    if (verb == SIZE_MAX) throw Refusal(kRequestUnsupported, request.path() + ": the request names no verb");
    return kVerbs[verb].text;
}

void refuse_request(const Node& request) {
    throw Refusal(kRequestUnsupported, request.path() + ": the resource does not take this request");
}

std::vector<Policy> with_changed(const std::vector<Policy>& policies, std::string_view verb, const std::vector<Policy>& named) {
    if (verb == "Add") return with_added(policies, named);
    if (verb == "Remove") return with_removed(policies, named);
    if (verb == "Update") return with_replaced(policies, named);
    throw Refusal(kRequestUnsupported, "policies are not changed by " + std::string(verb));
}

}  // namespace hcsffi
