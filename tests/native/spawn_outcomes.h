/* What came of a start, or of a step before it, as "reason code text". */
#pragma once

#include <cstring>
#include <string>

#include "processes/spawn.h"

inline std::string told(const hcsffi::SpawnOutcome& outcome) {
    return std::to_string(static_cast<int>(outcome.reason)) + " " + std::to_string(outcome.system_code) + " " + outcome.text;
}

inline std::string words(hcsffi::SpawnReason reason, int code, const std::string& text) { return told({reason, code, text}); }

/* The refusal of a step. */
inline std::string refusal(hcsffi::SpawnReason reason, int code, const std::string& what) {
    return words(reason, code, what + ": " + strerror(code));
}

inline const std::string kFine = words(hcsffi::SpawnReason::none, 0, "");
