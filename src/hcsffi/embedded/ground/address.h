// IP addresses and prefixes as numbers: what is counted, compared and handed out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace hcsffi {

// An IPv4 address is its 32 bits in `low`.
struct Address {
    bool six = false;
    uint64_t high = 0;
    uint64_t low = 0;

    int bits() const { return six ? 128 : 32; }
    friend bool operator<(const Address& one, const Address& other) {
        return std::tie(one.six, one.high, one.low) < std::tie(other.six, other.high, other.low);
    }
    friend bool operator==(const Address& one, const Address& other) { return !(one < other) && !(other < one); }
};

constexpr Address ipv4_address(uint32_t bits) { return {false, 0, bits}; }

// threads: any. errors: nothing for other text; leading zeros, zones and IPv4-mapped IPv6 are other text.
std::optional<Address> read_address(std::string_view text);
// IPv6 as RFC 5952 has it.
std::string text_of(const Address& address);
Address successor(Address address);
Address predecessor(Address address);

struct Prefix {
    Address first;
    int length = 0;

    Address last() const;
    bool contains(const Address& address) const;
    bool contains(const Prefix& other) const { return other.length >= length && contains(other.first); }
    bool overlaps(const Prefix& other) const { return contains(other.first) || other.contains(first); }
};

// threads: any. `address/length`. errors: nothing for other text. Bits behind the prefix stay; `is_exact` tells them, `exact` clears them.
std::optional<Prefix> read_prefix(std::string_view text);
Prefix exact(const Prefix& prefix);
bool is_exact(const Prefix& prefix);
std::string text_of(const Prefix& prefix);

}  // namespace hcsffi
