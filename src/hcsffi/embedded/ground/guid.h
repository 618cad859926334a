// GUID text: 8-4-4-4-12 hexadecimal digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hcsffi {

// threads: any. The bare form only: braces are refused, letters may be of either case.
inline bool is_bare_guid(std::string_view text) {
    if (text.size() != 36) return false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !digit) return false;
    }
    return true;
}

// A version 4 GUID of 128 random bits.
inline std::string make_guid(uint64_t high, uint64_t low) {
    static constexpr char kHex[] = "0123456789abcdef";
    high = (high & ~uint64_t{0xF000}) | 0x4000;
    low = (low & ~(uint64_t{3} << 62)) | (uint64_t{2} << 62);
    std::string text;
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
        const uint64_t half = nibble < 16 ? high : low;
        text += kHex[(half >> (60 - 4 * (nibble % 16))) & 15];
    }
    return text;
}

}  // namespace hcsffi
