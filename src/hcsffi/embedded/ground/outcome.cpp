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

HRESULT spelled_as_status(HRESULT code) {
    const auto bits = static_cast<uint32_t>(code);
    return (bits >> 16) == 0x8037 ? hresult(bits | 0x40000000u) : code;
}

std::u16string spelled_as_status(std::u16string_view document) {
    // Inside a text the quotes would have backslashes before them.
    static constexpr std::u16string_view kMember = u"\"Error\":-";
    std::u16string spelled;
    for (size_t at = 0;;) {
        const size_t found = document.find(kMember, at);
        if (found == std::u16string_view::npos) return spelled.append(document.substr(at));
        const size_t number = found + kMember.size();
        int64_t code = 0;
        size_t end = number;
        for (; end < document.size() && document[end] >= u'0' && document[end] <= u'9' && code <= INT32_MAX; ++end)
            code = code * 10 + (document[end] - u'0');
        spelled.append(document.substr(at, number - 1 - at));
        for (const char digit : std::to_string(spelled_as_status(static_cast<HRESULT>(-code)))) spelled += static_cast<char16_t>(digit);
        at = end;
    }
}

Outcome failure(HRESULT code, std::string_view message, std::string_view detail) {
    return {code, make_text(result_error(code, message, detail))};
}

}  // namespace hcsffi
