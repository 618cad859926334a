#include "ground/outcome.h"

#include "ground/json_writer.h"

namespace hcsffi {

Outcome success(std::string_view json) { return {kOk, make_text(json)}; }

std::string result_error(HRESULT code, std::string_view message, std::string_view detail) {
    JsonWriter json;
    json.open('{').member("Error", code).member("ErrorMessage", message);  // Error is signed on the wire
    json.open("ErrorEvents", '[').open('{');
    json.member("Message", message)
        .member("Provider", "00000000-0000-0000-0000-000000000000")
        .member("EventId", uint32_t{0})
        .member("Flags", uint32_t{0});
    json.member("Source", "hcsffi embedded host").open("Data", '[').close(']').close('}').close(']');
    if (!detail.empty()) {
        json.open("Attribution", '[').open('{').open("OperationFailure", '{').member("Detail", detail).close('}').close('}').close(']');
    }
    return json.close('}').text();
}

Outcome failure(HRESULT code, std::string_view message, std::string_view detail) {
    return {code, make_text(result_error(code, message, detail))};
}

}  // namespace hcsffi
