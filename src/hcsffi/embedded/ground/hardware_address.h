// Hardware addresses: six bytes in the low bits of a number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hcsffi {

// threads: any. Six pairs of hexadecimal digits joined with '-' or ':', not both. errors: nothing for other text.
std::optional<uint64_t> read_hardware_address(std::string_view text);
// In capitals, joined with '-'.
std::string hardware_address_text(uint64_t address);
// An adapter cannot have a group's address, nor none.
bool is_of_one_adapter(uint64_t address);

}  // namespace hcsffi
