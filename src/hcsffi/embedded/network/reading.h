/* How the network service reads documents: names in any letter case (clients write ID and Id), two generations told apart by SchemaVersion,
 * GUIDs in capitals.
 *
 * A member of the wrong type is refused by the document itself; the exports give that the code this service has for it.
 */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "ground/json_writer.h"

namespace hcsffi {

// Which family of documents is spoken: that of the old HNS calls, or the HostCompute ones.
enum class Generation : uint8_t { kOne = 1, kTwo = 2 };

// A number and the text it stands for, in tables of enumerations; the published samples write some of them as numbers.
constexpr uint32_t kNoNumber = UINT32_MAX;
struct Word {
    std::string_view text;
    uint32_t number = kNoNumber;
};

// threads: any, as all of these. Empty when there is no such member. errors: Refusal when the node is no object.
Node member(const Node& node, std::string_view name);

// errors: Refusal kRequestUnsupported for a major version that is neither 1 nor 2.
Generation generation_of(const Node& root);

// The GUID in capitals, "" when absent. errors: Refusal kGuidConversionFailure; braces are taken where `braces` says so.
std::string read_guid(const Node& node, bool braces);
std::string in_capitals(std::string text);

// The index of the word in the table. errors: Refusal `code` for any other text or number; SIZE_MAX when absent.
template <size_t N>
size_t read_word(const Node& node, const Word (&words)[N], HRESULT code, std::string_view what);

std::vector<std::string> read_texts(const Node& node);
// "a,b" as the first generation writes lists.
std::vector<std::string> split_texts(const std::string& joined);
std::string join_texts(const std::vector<std::string>& texts);
void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);

// errors: Refusal `code` for a text that is longer than a name may be (chosen: 256 characters).
std::string read_name(const Node& node, HRESULT code);

size_t find_word(const Node& node, const Word* words, size_t count, HRESULT code, std::string_view what);

template <size_t N>
size_t read_word(const Node& node, const Word (&words)[N], HRESULT code, std::string_view what) {
    return find_word(node, words, N, code, what);
}

}  // namespace hcsffi
