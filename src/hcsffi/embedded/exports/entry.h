// What every export does around its noun: is the host there, is the function offered, was a failure asked for; text in, outcome out, and no
// exception over the border.
#pragma once

#include <chrono>
#include <cstring>
#include <string>
#include <thread>

#include "exports/owner.h"

namespace hcsffi {

// A text argument in UTF-8. NULL reads as "" where the argument is optional. errors: Refusal kInvalidArgument.
inline std::string optional_text(PCWSTR text) {
    std::string utf8;
    if (text != nullptr && !narrow(text, utf8)) throw Refusal(kInvalidArgument, "an argument is not well-formed UTF-16 or too long");
    return utf8;
}

inline std::string required_text(PCWSTR text) {
    if (text == nullptr) throw Refusal(kInvalidArgument, "an argument that must not be NULL is NULL");
    return optional_text(text);
}

// The number behind an enumeration argument. A client may pass any bits, which C++ must not load as a value of the enumeration.
template <class Enumeration>
uint32_t bits_of(const Enumeration& value) {
    static_assert(sizeof(Enumeration) == sizeof(uint32_t), "the enumerations of the C surface are 32 bits wide");
    uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

// owns: *document goes to the caller, freed with the library's own function; NULL when there is none.
inline HRESULT encode(Owner& host, const Outcome& outcome, PWSTR* document, Allocator allocator = Allocator::kLocal) {
    if (document == nullptr) return outcome.code;
    *document = nullptr;
    if (!outcome.document) return outcome.code;
    *document = host.spells_status() ? host.strings().hand_out(spelled_as_status(*outcome.document), allocator)
                                     : host.strings().hand_out(*outcome.document, allocator);
    if (*document == nullptr && !failed(outcome.code)) return kResultAllocationFailed;
    return outcome.code;
}

// A call that fails by order, for functions no operation tracks.
inline bool fails_by_order(Owner& host, Function function, Outcome* outcome) {
    if (kDeclaredFunctions[static_cast<size_t>(function)].tracked) return false;  // submit asks for these
    const auto fault = host.faults().strike(function);
    if (!fault) return false;
    if (fault->delay_us > 0) std::this_thread::sleep_for(std::chrono::microseconds(fault->delay_us));
    if (!fault->code) return false;
    *outcome = failure(*fault->code, fault->message);
    return failed(*fault->code);
}

// Runs one export. `body` takes the host and returns an Outcome or HRESULT. errors: kServiceDisconnect in a forked child,
// kProcedureNotFound for a function this configuration does not offer; whatever is thrown becomes a code and, where the export has one,
// a document.
template <class Body>
HRESULT enter(Function function, PWSTR* document, Body body) noexcept {
    HRESULT why = kOk;
    Owner* const host = Owner::current(&why);
    if (host == nullptr) return why;
    if (document != nullptr) *document = nullptr;
    if (!host->offers(function)) return kProcedureNotFound;
    const Outcome outcome = attempt([&]() -> Outcome {
        Outcome ordered;
        if (fails_by_order(*host, function, &ordered)) return ordered;
        if constexpr (std::is_same_v<decltype(body(*host)), HRESULT>) {
            return {body(*host), nullptr};
        } else {
            return body(*host);
        }
    });
    return host->spelled(outcome.document ? encode(*host, outcome, document) : outcome.code);
}

// What an export answers whose noun has not landed.
inline HRESULT not_landed(Function function) noexcept {
    return enter(function, nullptr, [](Owner&) { return kNotImplemented; });
}

}  // namespace hcsffi
