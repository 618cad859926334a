// GUID text: 8-4-4-4-12 hexadecimal digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ground/native_abi.h"

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

// The bare form in capitals, which is how the network service writes GUIDs.
inline std::string guid_text(const GUID& guid) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string text;
    const auto append = [&text](uint32_t value, int digits) {
        for (int at = digits - 1; at >= 0; --at) text += kHex[(value >> (4 * at)) & 15];
    };
    append(guid.Data1, 8);
    text += '-';
    append(guid.Data2, 4);
    text += '-';
    append(guid.Data3, 4);
    for (int at = 0; at < 8; ++at) {
        if (at == 0 || at == 2) text += '-';
        append(guid.Data4[at], 2);
    }
    return text;
}

// All zeros for text that is no bare GUID.
inline GUID guid_of(std::string_view text) {
    GUID guid{};
    if (!is_bare_guid(text)) return guid;
    uint64_t halves[2] = {};
    int nibble = 0;
    for (const char c : text) {
        if (c == '-') continue;
        const auto digit = static_cast<uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        halves[nibble / 16] = halves[nibble / 16] << 4 | digit;
        ++nibble;
    }
    guid.Data1 = static_cast<uint32_t>(halves[0] >> 32);
    guid.Data2 = static_cast<uint16_t>(halves[0] >> 16);
    guid.Data3 = static_cast<uint16_t>(halves[0]);
    for (int at = 0; at < 8; ++at) guid.Data4[at] = static_cast<uint8_t>(halves[1] >> (56 - 8 * at));
    return guid;
}

inline bool is_zero_guid(const GUID& guid) {
    bool zero = guid.Data1 == 0 && guid.Data2 == 0 && guid.Data3 == 0;
    for (const uint8_t byte : guid.Data4) zero = zero && byte == 0;
    return zero;
}

}  // namespace hcsffi
