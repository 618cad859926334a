#include "ground/text.h"

#include "ground/string_memory.h"

#include <cstdlib>
#include <cstring>

namespace hcsffi {

namespace {

bool is_high(WCHAR unit) { return (unit & 0xFC00) == 0xD800; }
bool is_low(WCHAR unit) { return (unit & 0xFC00) == 0xDC00; }

void append_utf8(std::string& out, uint32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

// Reads one code point at `at`, moving it past what was read; ill-formed bytes read as U+FFFD, one byte at a time.
uint32_t next_point(std::string_view text, size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || text.size() - at < static_cast<size_t>(more)) return 0xFFFD;
    uint32_t point = lead & (0x7F >> more);  // leads beyond 0xF7 keep a bit that makes the point too large
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + static_cast<size_t>(i)]);
        if ((byte & 0xC0) != 0x80) return 0xFFFD;
        point = (point << 6) | (byte & 0x3Fu);
    }
    const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point & 0xFFFFF800) == 0xD800) return 0xFFFD;
    at += static_cast<size_t>(more);
    return point;
}

}  // namespace

bool narrow(const WCHAR* text, std::string& utf8) {
    size_t length = 0;
    while (length <= kDocumentLimit && text[length] != 0) ++length;
    if (length > kDocumentLimit) return false;
    utf8.clear();
    utf8.reserve(length);
    for (size_t at = 0; at < length; ++at) {
        const WCHAR unit = text[at];
        if (unit < 0x80) {
            utf8 += static_cast<char>(unit);
        } else if (is_high(unit)) {
            if (!is_low(text[at + 1])) return false;  // the terminator is not a low surrogate, so this never reads past the end
            append_utf8(utf8, 0x10000 + ((unit & 0x3FFu) << 10) + (text[at + 1] & 0x3FFu));
            ++at;
        } else if (is_low(unit)) {
            return false;
        } else {
            append_utf8(utf8, unit);
        }
    }
    return true;
}

std::u16string widen(std::string_view utf8) {
    std::u16string wide;
    wide.reserve(utf8.size());
    widen_onto(wide, utf8);
    return wide;
}

void widen_onto(std::u16string& wide, std::string_view utf8) {
    for (size_t at = 0; at < utf8.size();) {
        const size_t begin = at;
        while (at < utf8.size() && static_cast<unsigned char>(utf8[at]) < 0x80) ++at;
        wide.append(utf8.begin() + begin, utf8.begin() + at);
        if (at == utf8.size()) return;
        const uint32_t point = next_point(utf8, at);
        if (point < 0x10000) {
            wide += static_cast<char16_t>(point);
        } else {
            wide += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
            wide += static_cast<char16_t>(0xDC00 + (point & 0x3FF));
        }
    }
}

Text make_text(std::string_view utf8) { return std::make_shared<const std::u16string>(widen(utf8)); }

WCHAR* StringLedger::hand_out(std::u16string_view text, Allocator allocator) {
    const size_t bytes = text.size() * sizeof(WCHAR) + sizeof(WCHAR);
    auto* memory = static_cast<WCHAR*>(allocate_string(bytes, allocator == Allocator::kCoTaskMem));
    if (memory == nullptr) return nullptr;
    std::memcpy(memory, text.data(), text.size() * sizeof(WCHAR));
    memory[text.size()] = 0;
    try {
        Shard& home = shard(memory);
        Lock<Rank::kLeaf> lock(home.mutex_);
        // An address that is still listed was freed past us, with the system's own function.
        if (home.strings_.insert_or_assign(memory, allocator).second) live_.fetch_add(1, std::memory_order_relaxed);
    } catch (...) {
        free_string(memory, allocator == Allocator::kCoTaskMem);
        return nullptr;
    }
    return memory;
}

void StringLedger::take_back(void* memory, Allocator allocator) {
    if (memory == nullptr) return;
    Shard& home = shard(memory);
    Allocator actual = allocator;
    {
        Lock<Rank::kLeaf> lock(home.mutex_);
        const auto found = home.strings_.find(memory);
        if (found == home.strings_.end()) {
            wrong_frees_.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        // The other allocator's function still releases the string: on Windows both work in the field. The slip is counted.
        actual = found->second;
        if (actual != allocator) wrong_frees_.fetch_add(1, std::memory_order_relaxed);
        home.strings_.erase(found);
    }
    live_.fetch_sub(1, std::memory_order_relaxed);
    free_string(memory, actual == Allocator::kCoTaskMem);
}

}  // namespace hcsffi
