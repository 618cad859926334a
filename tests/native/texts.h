// What tests of texts stand on: a comparison that shows both, and what a refusal says.
#pragma once

#include <cstdio>
#include <functional>
#include <string>

#include "ground/hresult.h"
#include "ground/outcome.h"

inline bool same(const std::string& expected, const std::string& actual) {
    if (expected == actual) return true;
    fprintf(stderr, "expected <%s>\n     got <%s>\n", expected.c_str(), actual.c_str());
    return false;
}

// Why `work` is refused with this code, or that it was another; "" when nothing is refused.
inline std::string refusal_of(const std::function<void()>& work, HRESULT code = hcsffi::kInvalidJson) {
    try {
        work();
    } catch (const hcsffi::Refusal& refusal) {
        return refusal.code() == code ? refusal.what() : "another code: " + std::to_string(refusal.code());
    }
    return "";
}
