// What a request came to: a code and, on failure, the reason as a ResultError document.
#pragma once

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "ground/hresult.h"
#include "ground/text.h"

namespace hcsffi {

struct Outcome {
    HRESULT code = kOk;
    Text document;
};

inline Outcome success() { return {}; }
Outcome success(std::string_view json);
inline Outcome success(Text document) { return {kOk, std::move(document)}; }

// `detail` is an OperationFailureDetail of the HCS schema ("Construct", "Start", ...) and becomes the attribution; "" leaves it out.
Outcome failure(HRESULT code, std::string_view message, std::string_view detail = "");
std::string result_error(HRESULT code, std::string_view message, std::string_view detail = "");

// The other spelling of the service's own codes: 0xC037xxxx for 0x8037xxxx, which the guest bridge and vmcompute.dll use. Other codes stay.
HRESULT spelled_as_status(HRESULT code);
// The same for the codes in a ResultError, or in several inside a document.
std::u16string spelled_as_status(std::u16string_view document);

// Thrown inside the host where a request cannot be carried out; caught where the operation or export encodes its outcome.
class Refusal : public std::runtime_error {
  public:
    Refusal(HRESULT code, const std::string& message, std::string detail = "")
        : std::runtime_error(message), code_(code), detail_(std::move(detail)) {}
    HRESULT code() const { return code_; }
    Outcome outcome() const { return failure(code_, what(), detail_); }
    // The same refusal with the place where it happened, unless a closer place is known already.
    Refusal within(const char* detail) const { return Refusal(code_, what(), detail_.empty() ? detail : detail_); }

  private:
    HRESULT code_;
    std::string detail_;
};

// Runs `work` (returning Outcome) and turns whatever it throws into an Outcome.
template <class Work>
Outcome attempt(Work&& work) noexcept {
    try {
        try {
            return work();
        } catch (const Refusal& refusal) {
            return refusal.outcome();
        } catch (const std::bad_alloc&) {
            return {kOutOfMemory, nullptr};
        } catch (const std::exception& error) {
            return failure(kUnexpected, error.what());
        }
    } catch (const std::bad_alloc&) {
        return {kOutOfMemory, nullptr};  // the reason could not be put into words
    } catch (...) {
        return {kUnexpected, nullptr};
    }
}

}  // namespace hcsffi
