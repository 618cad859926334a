// Writes JSON answers member by member; reading is the business of document.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hcsffi {

// Usage: open('{').member("Id", "x").member("Count", 3).close('}'). Commas are placed by itself.
class JsonWriter {
  public:
    JsonWriter& open(char bracket) { return separate().raw_char(bracket).fresh(); }
    JsonWriter& open(std::string_view name, char bracket) { return key(name).raw_char(bracket).fresh(); }
    JsonWriter& close(char bracket) {
        text_ += bracket;
        first_ = false;
        return *this;
    }
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).quote(value); }
    JsonWriter& member(std::string_view name, const char* value) { return key(name).quote(value); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).append(value ? "true" : "false"); }
    JsonWriter& member(std::string_view name, uint64_t value) { return key(name).append(std::to_string(value)); }
    JsonWriter& member(std::string_view name, uint32_t value) { return key(name).append(std::to_string(value)); }
    JsonWriter& member(std::string_view name, int32_t value) { return key(name).append(std::to_string(value)); }
    // `json` is a complete JSON value already.
    JsonWriter& member_json(std::string_view name, std::string_view json) { return key(name).append(json); }
    JsonWriter& element(std::string_view value) { return separate().quote(value); }
    JsonWriter& element_json(std::string_view json) { return separate().append(json); }

    const std::string& text() const { return text_; }

  private:
    JsonWriter& separate() {
        if (!first_) text_ += ',';
        first_ = false;
        return *this;
    }
    JsonWriter& key(std::string_view name) {
        separate().quote(name);
        text_ += ':';
        return *this;
    }
    JsonWriter& raw_char(char c) {
        text_ += c;
        return *this;
    }
    JsonWriter& fresh() {
        first_ = true;
        return *this;
    }
    JsonWriter& append(std::string_view json) {
        text_ += json;
        return *this;
    }
    JsonWriter& quote(std::string_view value) {
        static constexpr char kHex[] = "0123456789abcdef";
        text_ += '"';
        for (const char c : value) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                text_ += '\\';
                text_ += c;
            } else if (byte < 0x20) {
                text_ += "\\u00";
                text_ += kHex[byte >> 4];
                text_ += kHex[byte & 15];
            } else {
                text_ += c;
            }
        }
        text_ += '"';
        return *this;
    }

    std::string text_;
    bool first_ = true;
};

}  // namespace hcsffi
