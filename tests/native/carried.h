// Addresses and ranges as the tests of what a network's tools are told spell them.
#pragma once

#include "network/linux/ruleset.h"

inline hcsffi::CarriedAddress at(const char* text, int length) { return {hcsffi::read_address(text).value_or(hcsffi::Address()), length}; }

inline hcsffi::CarriedRange range(const char* prefix, const char* gateway) {
    hcsffi::CarriedRange one;
    one.prefix = hcsffi::read_prefix(prefix).value_or(hcsffi::Prefix());
    if (gateway) one.gateway = hcsffi::read_address(gateway).value_or(hcsffi::Address());
    return one;
}
