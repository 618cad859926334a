// The host's own exports: configuration, counters, clock, and the two functions that take strings back.

#include <string_view>

#include "exports/entry.h"

namespace hcsffi {

namespace {

template <class Body>
HRESULT control(PWSTR* document, Body body) noexcept {
    HRESULT why = kOk;
    Owner* const host = Owner::current(&why);
    if (host == nullptr) return why;
    return encode(*host, attempt([&]() -> Outcome { return body(*host); }), document);
}

void take_back(void* memory, Allocator allocator) noexcept {
    // A forked child keeps what it inherited: the ledger's lock may be held by a thread that is not there.
    if (Owner* const host = Owner::current()) host->strings().take_back(memory, allocator);
}

}  // namespace

extern "C" {

HCSFFI_EXPORT HRESULT hcsffi_configure(PCWSTR configuration, PWSTR* resultDocument) {
    return control(resultDocument, [&](Owner& host) {
        host.configure(optional_text(configuration));
        return success();
    });
}

HCSFFI_EXPORT HRESULT hcsffi_counters(PWSTR* counters) {
    if (counters == nullptr) return kPointer;
    return control(counters, [](Owner& host) { return success(host.counters()); });
}

HCSFFI_EXPORT HRESULT hcsffi_isolation(PWSTR* answer) {
    if (answer == nullptr) return kPointer;
    return control(answer, [](Owner& host) { return success(host.isolation_json()); });
}

HCSFFI_EXPORT HRESULT hcsffi_advance_clock(UINT64 elapsed100ns) {
    return control(nullptr,
                   [&](Owner& host) -> Outcome { return {host.scheduler().advance(elapsed100ns) ? kOk : kInvalidState, nullptr}; });
}

HCSFFI_EXPORT HRESULT hcsffi_offers(const char* function) {
    if (function == nullptr) return kPointer;
    return control(nullptr, [&](Owner& host) -> Outcome {
        const uint32_t index = function_index(function);
        return {index < kFunctionCount && host.offers(static_cast<Function>(index)) ? kOk : kProcedureNotFound, nullptr};
    });
}

HCSFFI_EXPORT HRESULT hcsffi_not_carried_out(PCWSTR idNamespace, PCWSTR id, PWSTR* members) {
    if (members == nullptr) return kPointer;
    return control(members, [&](Owner& host) { return host.unfulfilled(optional_text(idNamespace), required_text(id)); });
}

HCSFFI_EXPORT HRESULT hcsffi_ending(PCWSTR idNamespace, PCWSTR id, PWSTR* means) {
    if (means == nullptr) return kPointer;
    return control(means, [&](Owner& host) { return host.ending(optional_text(idNamespace), required_text(id)); });
}

HCSFFI_EXPORT HRESULT hcsffi_limits(PCWSTR idNamespace, PCWSTR id, PCWSTR settings, PWSTR* limits) {
    if (limits == nullptr) return kPointer;
    return control(limits,
                   [&](Owner& host) { return host.limits(optional_text(idNamespace), required_text(id), optional_text(settings)); });
}

HCSFFI_EXPORT HRESULT hcsffi_shutdown(void) {
    return control(nullptr, [](Owner& host) {
        host.shutdown();
        return success();
    });
}

HCSFFI_EXPORT void hcsffi_local_free(void* memory) { take_back(memory, Allocator::kLocal); }

HCSFFI_EXPORT void hcsffi_co_task_mem_free(void* memory) { take_back(memory, Allocator::kCoTaskMem); }

}  // extern "C"

}  // namespace hcsffi
