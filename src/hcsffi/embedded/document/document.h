/* The documents the host takes. JSON is parsed here and nowhere else; the rest of the host asks a Node for typed members and gets a
 * Refusal with HCS_E_INVALID_JSON and the JSON path ("$.Container.Storage.Path") when something else stands there.
 *
 * A member whose value is null counts as absent (chosen: absent means default everywhere in the schema).
 */
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/outcome.h"

namespace hcsffi {

// Deepest nesting that is read; a worker's stack and the copy of a tree are safe far beyond it.
constexpr int kDepthLimit = 256;
static_assert(kDepthLimit > 100, "DEPTH_LIMIT of documents/reading.py: what the client may write is read here");

// Whether they are the same but for the case of ASCII letters.
bool same_letters(std::string_view one, std::string_view other);

class Node {
  public:
    Node() = default;
    Node(const nlohmann::json* value, std::string path) : value_(value), path_(std::move(path)) {}

    // False for a member that is absent or null.
    explicit operator bool() const { return value_ != nullptr; }
    const std::string& path() const { return path_; }

    // errors: Refusal when this is not an object; absent members and members of absent objects are empty nodes.
    Node member(std::string_view name) const;
    Node operator[](std::string_view name) const { return member(name); }
    // The same, with the name in any letter case where it does not stand there as it is written.
    Node in_any_case(std::string_view name) const;

    // Each: errors: Refusal when the value has another type or does not fit; `fallback` or nothing when absent.
    std::optional<std::string> text() const;
    std::string text_or(std::string_view fallback) const;
    bool boolean_or(bool fallback) const;
    std::optional<int64_t> integer(int64_t least, int64_t most) const;
    std::optional<uint64_t> count(uint64_t most = UINT64_MAX) const;
    std::vector<Node> elements() const;
    std::vector<std::pair<std::string, Node>> members() const;
    // As members, with those whose value is null: their nodes are empty.
    std::vector<std::pair<std::string, Node>> named() const;

    bool is_object() const;
    bool is_array() const;
    bool is_text() const;
    bool is_boolean() const;
    bool is_integer() const;
    bool is_number() const;
    std::string json() const;

    [[noreturn]] void refuse(const std::string& expectation, HRESULT code = kInvalidJson) const;
    std::string found() const;

  private:
    friend class Document;

    const nlohmann::json* value_ = nullptr;
    std::string path_;
};

class Document {
  public:
    // errors: Refusal with `code` for text that is not JSON, too deep or too long.
    static Document parse(std::string_view text, HRESULT code = kInvalidJson);
    // As parse; NULL, "", blanks alone and `null` give an empty object.
    static Document parse_optional(std::string_view text);
    static Document copy_of(const Node& node);
    // How many bytes the texts of these members of the outermost object have, those of elements and members below them included, each name
    // with `of_name` more and each text with `of_text`; a name whose value is no text is none. Counted while the text is read, which ends
    // beyond `most`: nothing is built, however long the text is. What is not JSON counts as far as it is.
    static size_t bytes_below(std::string_view text, const std::vector<std::string_view>& members, size_t of_name, size_t of_text,
                              size_t most);

    Node root() const { return Node(value_.get(), "$"); }
    Node root(std::string path) const { return Node(value_.get(), std::move(path)); }
    std::string json() const { return root().json(); }

    // The member reached by these names; empty when one of them is absent.
    Node at(const std::vector<std::string>& place) const;
    // Changes below make a new tree: nodes and copies of the former one stay as they are for as long as a copy keeps it.
    // put makes missing objects on the way; the others need `place` to exist.
    void put(const std::vector<std::string>& place, const Node& value);
    void append(const std::vector<std::string>& place, const Node& value);
    void erase(const std::vector<std::string>& place, std::string_view name);
    void erase(const std::vector<std::string>& place, size_t index);

  private:
    std::shared_ptr<const nlohmann::json> value_;
};

}  // namespace hcsffi
