#include "ground/hardware_address.h"

namespace hcsffi {

namespace {

constexpr int kBytes = 6;

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::optional<uint64_t> read_hardware_address(std::string_view text) {
    if (text.size() != kBytes * 3 - 1 || (text[2] != '-' && text[2] != ':')) return std::nullopt;
    uint64_t address = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        if (at % 3 == 2) {
            if (text[at] != text[2]) return std::nullopt;
            continue;
        }
        const int digit = digit_of(text[at]);
        if (digit < 0) return std::nullopt;
        address = address << 4 | static_cast<uint64_t>(digit);
    }
    return address;
}

std::string hardware_address_text(uint64_t address) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string text;
    for (int at = kBytes - 1; at >= 0; --at) {
        text += kHex[(address >> (8 * at + 4)) & 15];
        text += kHex[(address >> (8 * at)) & 15];
        if (at > 0) text += '-';
    }
    return text;
}

bool is_of_one_adapter(uint64_t address) { return address != 0 && ((address >> 40) & 1) == 0; }

}  // namespace hcsffi
