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

// What `work` answers, or "803B000A reason" of its refusal.
inline std::string answer_of(const std::function<std::string()>& work) {
    try {
        return work();
    } catch (const hcsffi::Refusal& refusal) {
        char code[16];
        snprintf(code, sizeof code, "%08X ", static_cast<unsigned>(refusal.code()));
        return code + std::string(refusal.what());
    }
}

inline bool holds(const std::string& text, const std::string& piece) {
    if (text.find(piece) != std::string::npos) return true;
    fprintf(stderr, "expected <%s>\n      in <%s>\n", piece.c_str(), text.c_str());
    return false;
}
