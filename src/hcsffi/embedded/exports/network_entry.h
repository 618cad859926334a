// What every export of the network service does around its noun: as entry.h, but the reason of a failure is an error record, and both it
// and the answer are strings for CoTaskMemFree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exports/entry.h"

namespace hcsffi {

// The service's own word for a document that is none, where the reader has that of the compute service.
inline HRESULT as_network_code(HRESULT code) { return code == kInvalidJson ? kInvalidNetworkJson : code; }

// {"Success":false,"Error":"text ","ErrorCode":unsigned}, the text with the blank that Windows puts behind it.
inline Outcome error_record(HRESULT code, std::string_view message) {
    JsonWriter json;
    json.open('{').member("Success", false).member("Error", std::string(message) + " ");
    return {code, make_text(json.member("ErrorCode", static_cast<uint32_t>(code)).close('}').text())};
}

// The fault that was asked for, if this call is to have one; a delay is over then.
inline std::optional<FaultRule> struck(Owner& host, Function function) {
    auto fault = host.faults().strike(function);
    if (fault && fault->delay_us > 0) std::this_thread::sleep_for(std::chrono::microseconds(fault->delay_us));
    return fault && fault->code ? fault : std::nullopt;
}

// Runs one export. `body` takes the registry and returns the answer's text, or nothing. errors: as enter; `answer` and `record` are NULL
// where the call has none. A fault with a code that is no failure gives the call a record beside its success, which Windows never should.
template <class Body>
HRESULT enter_network(Function function, PWSTR* answer, PWSTR* record, Body body) noexcept {
    HRESULT why = kOk;
    Owner* const host = Owner::current(&why);
    if (host == nullptr) return why;
    if (answer != nullptr) *answer = nullptr;
    if (record != nullptr) *record = nullptr;
    if (!host->offers(function)) return kProcedureNotFound;
    Outcome beside;
    const Outcome outcome = attempt([&]() -> Outcome {
        try {
            if (const auto fault = struck(*host, function)) {
                beside = error_record(*fault->code, fault->message);
                if (failed(beside.code)) return beside;
            }
            if constexpr (std::is_same_v<decltype(body(host->networks())), std::string>) {
                return success(body(host->networks()));
            } else {
                body(host->networks());
                return success();
            }
        } catch (const Refusal& refusal) {
            return error_record(as_network_code(refusal.code()), refusal.what());
        }
    });
    if (failed(outcome.code)) return encode(*host, outcome, record, Allocator::kCoTaskMem);
    const HRESULT code = encode(*host, outcome, answer, Allocator::kCoTaskMem);
    return failed(code) || !beside.document ? code : encode(*host, {code, beside.document}, record, Allocator::kCoTaskMem);
}

}  // namespace hcsffi
