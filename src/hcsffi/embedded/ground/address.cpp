#include "ground/address.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hcsffi {

namespace {

constexpr size_t kGroups = 8;
using Groups = std::array<uint16_t, kGroups>;

// The whole of `text` as a number without sign and leading zeros.
std::optional<uint32_t> read_decimal(std::string_view text, uint32_t most) {
    if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    uint32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<uint32_t>(c - '0');
        if (value > most) return std::nullopt;
    }
    return value;
}

std::optional<uint32_t> read_four(std::string_view text) {
    uint32_t value{};
    for (int left = 3;; --left) {
        const size_t end = left > 0 ? text.find('.') : text.size();
        if (end == std::string_view::npos) return std::nullopt;
        const auto octet = read_decimal(text.substr(0, end), 255);
        if (!octet) return std::nullopt;
        value = value << 8 | *octet;
        if (left == 0) return value;
        text.remove_prefix(end + 1);
    }
}

// One side of "::", or the whole; the number of groups read. errors: nothing.
std::optional<size_t> read_groups(std::string_view text, Groups& groups) {
    size_t count = 0;
    while (!text.empty()) {
        const size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (group.find('.') != std::string_view::npos) {
            const auto four = read_four(group);
            if (!four || colon != std::string_view::npos || count + 2 > kGroups) return std::nullopt;
            groups[count++] = static_cast<uint16_t>(*four >> 16);
            groups[count++] = static_cast<uint16_t>(*four);
            return count;
        }
        if (group.empty() || group.size() > 4 || count == kGroups) return std::nullopt;
        const auto read = std::from_chars(group.data(), group.data() + group.size(), groups[count], 16);
        if (read.ec != std::errc() || read.ptr != group.data() + group.size()) return std::nullopt;
        ++count;
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
        if (text.empty()) return std::nullopt;  // a colon ends nothing
    }
    return count;
}

std::optional<Address> read_six(std::string_view text) {
    Groups all{};
    const size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        if (read_groups(text, all) != kGroups) return std::nullopt;
    } else {
        Groups tail{};
        const std::string_view head = text.substr(0, gap);
        const auto before = read_groups(head, all);
        const auto after = read_groups(text.substr(gap + 2), tail);
        if (!before || !after || *before + *after >= kGroups) return std::nullopt;
        if (head.find('.') != std::string_view::npos) return std::nullopt;
        for (size_t at = 0; at < *after; ++at) all[kGroups - *after + at] = tail[at];
    }
    Address address{true, 0, 0};
    for (size_t at = 0; at < kGroups; ++at) {
        uint64_t& half = at < kGroups / 2 ? address.high : address.low;
        half = half << 16 | all[at];
    }
    const bool mapped = address.high == 0 && address.low >> 32 == 0xFFFF;
    return mapped ? std::nullopt : std::optional<Address>(address);
}

uint16_t group_of(const Address& address, size_t at) {
    const uint64_t half = at < kGroups / 2 ? address.high : address.low;
    return static_cast<uint16_t>(half >> (48 - 16 * (at % (kGroups / 2))));
}

// The bits behind the prefix, all set.
std::pair<uint64_t, uint64_t> host_mask(const Prefix& prefix) {
    const int host = prefix.first.bits() - prefix.length;
    const auto ones = [](int count) { return count >= 64 ? UINT64_MAX : (uint64_t{1} << std::max(count, 0)) - 1; };
    return {ones(host - 64), ones(host)};
}

}  // namespace

std::optional<Address> read_address(std::string_view text) {
    if (text.find(':') != std::string_view::npos) return read_six(text);
    const auto four = read_four(text);
    return four ? std::optional<Address>(ipv4_address(*four)) : std::nullopt;
}

std::string text_of(const Address& address) {
    std::string text;
    if (!address.six) {
        for (int shift = 24; shift >= 0; shift -= 8) text += std::to_string((address.low >> shift) & 255) + (shift > 0 ? "." : "");
        return text;
    }
    size_t longest = 1, where = kGroups;  // the first longest run of zero groups; one alone is written
    for (size_t at = 0; at < kGroups; ++at) {
        size_t run = 0;
        while (at + run < kGroups && group_of(address, at + run) == 0) ++run;
        if (run > longest) longest = run, where = at;
    }
    for (size_t at = 0; at < kGroups; ++at) {
        if (at == where) {
            text += "::";
            at += longest - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':') text += ':';
        std::array<char, 4> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), group_of(address, at), 16).ptr;
        text.append(digits.data(), end);
    }
    return text;
}

Address successor(Address address) {
    if (++address.low == 0 && address.six) ++address.high;
    return address;
}

Address predecessor(Address address) {
    if (address.low-- == 0 && address.six) --address.high;
    return address;
}

Address Prefix::last() const {
    const auto [high, low] = host_mask(*this);
    return {first.six, first.high | high, first.low | low};
}

bool Prefix::contains(const Address& address) const { return exact({address, length}).first == exact(*this).first; }

std::optional<Prefix> read_prefix(std::string_view text) {
    const size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto address = read_address(text.substr(0, slash));
    if (!address) return std::nullopt;
    const auto length = read_decimal(text.substr(slash + 1), static_cast<uint32_t>(address->bits()));
    return length ? std::optional<Prefix>(Prefix{*address, static_cast<int>(*length)}) : std::nullopt;
}

Prefix exact(const Prefix& prefix) {
    const auto [high, low] = host_mask(prefix);
    return {{prefix.first.six, prefix.first.high & ~high, prefix.first.low & ~low}, prefix.length};
}

bool is_exact(const Prefix& prefix) { return exact(prefix).first == prefix.first; }

std::string text_of(const Prefix& prefix) { return text_of(prefix.first) + "/" + std::to_string(prefix.length); }

}  // namespace hcsffi
