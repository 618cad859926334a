#include "storage/form.h"

#include <algorithm>

#include "document/document.h"
#include "ground/json_writer.h"

namespace hcsffi {

namespace {

constexpr size_t kLongestForm = size_t{1} << 30;
constexpr size_t kLongestMarker = 4096;
constexpr std::pair<LayerKind, const char*> kKinds[] = {
    {LayerKind::kLayer, "layer"}, {LayerKind::kBase, "base"}, {LayerKind::kLegacy, "legacy"}};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kVersion = "Version 1.0";

[[noreturn]] void malformed(const std::string& what) { throw Refusal(kInvalidData, what); }

bool is_within_layer(std::string_view path) {
    const bool known = path.substr(0, 6) == "Files/" || path.substr(0, 6) == "Hives/" || path.substr(0, 16) == "UtilityVM/Files/";
    if (!known || path.size() >= size_t{32768} * 4) return false;
    while (!path.empty()) {
        const size_t slash = std::min(path.find('/'), path.size());
        if (!is_plain_name(path.substr(0, slash))) return false;
        if (slash + 1 == path.size()) return false;  // a slash at the end
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return true;
}

// A folder that every layer may have: it has attributes as any folder has, but nothing can take it away.
bool is_top(std::string_view path) { return path == kFilesName || path == kHivesName || path == kUtilityName || path == "UtilityVM/Files"; }

int sextet(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(const std::string& text) {
    std::string bytes;
    uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        if (c == '=') break;
        if (sextet(c) < 0) malformed("path_bytes: no base64");
        bits = (bits << 6) | static_cast<uint32_t>(sextet(c));
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>((bits >> held) & 0xFF);
    }
    return bytes;
}

std::string to_base64(std::string_view bytes) {
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (size_t at = 0; at < bytes.size(); at += 3) {
        uint32_t bits = 0;
        for (size_t part = 0; part < 3; ++part)
            bits = (bits << 8) | (at + part < bytes.size() ? static_cast<uint8_t>(bytes[at + part]) : 0u);
        for (size_t digit = 0; digit < 4; ++digit) text += at + digit > bytes.size() ? '=' : kDigits[(bits >> (18 - 6 * digit)) & 63];
    }
    return text;
}

bool is_utf8(std::string_view bytes) { return widen(bytes).find(u'\uFFFD') == std::u16string::npos; }

// Whether tombstones.txt can name it: below Files, and no name that its lines and separators would tear.
bool has_a_line(std::string_view path) {
    return path.substr(0, 6) == "Files/" && path.find_first_of("\\\r\n") == std::string_view::npos && is_utf8(path);
}

void read_tombstones(const Folder& layer, LayerForm& form) {
    const auto text = layer.read_text(kTombstonesName, kLongestForm);
    if (!text) return;
    std::string_view rest = *text;
    if (rest.substr(0, kByteOrderMark.size()) == kByteOrderMark) rest.remove_prefix(kByteOrderMark.size());
    bool first = true;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (std::exchange(first, false)) {
            if (line != kVersion) malformed("tombstones.txt does not begin with its version");
            continue;
        }
        if (line.empty()) continue;
        std::string path = kFilesName + std::string(line.front() == '\\' ? "" : "/") + std::string(line);
        std::replace(path.begin(), path.end(), '\\', '/');
        if (!is_within_layer(path)) malformed("tombstones.txt names something outside the layer: " + path);
        form.deletions.insert(std::move(path));
    }
    if (first) malformed("tombstones.txt is empty");
}

void read_line(std::string_view line, LayerForm& form) {
    const Document document = Document::parse(line, kInvalidData);
    const Node root = document.root();
    if (!root.is_object()) malformed("hcsffi-layer.json holds a line that is no object");
    std::string path = root["path_bytes"] ? from_base64(root["path_bytes"].text_or("")) : root["path"].text_or("");
    const bool deletes = root["deleted"].boolean_or(false);
    if (!(is_top(path) && !deletes) && !is_within_layer(path)) malformed("hcsffi-layer.json names something outside the layer: " + path);
    if (deletes) {
        form.deletions.insert(std::move(path));
    } else {
        form.lines.emplace(std::move(path), std::string(line));
    }
}

void read_sidecar(const Folder& layer, LayerForm& form) {
    const auto text = layer.read_text(kSidecarName, kLongestForm);
    if (!text) return;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        if (end > 0) read_line(rest.substr(0, end), form);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

std::string deletion_line(const std::string& path) {
    JsonWriter json;
    json.open('{').member("deleted", true);
    if (is_utf8(path)) {
        json.member("path", path);
    } else {
        json.member("path_bytes", to_base64(path));
    }
    return json.close('}').text();
}

}  // namespace

LayerForm read_form(const Folder& layer) {
    LayerForm form;
    try {
        read_tombstones(layer, form);
        read_sidecar(layer, form);
    } catch (const Refusal& refusal) {
        // A member of the wrong kind in a line is the layer's fault, not that of the document the client passed.
        throw Refusal(refusal.code() == kInvalidJson ? kInvalidData : refusal.code(), refusal.what());
    }
    return form;
}

void write_form(const Folder& layer, const LayerForm& form) {
    std::string tombstones;
    std::map<std::string, std::string> lines = form.lines;
    for (const std::string& path : form.deletions) {
        if (!has_a_line(path)) {
            lines[path] = deletion_line(path);
            continue;
        }
        std::string line = path.substr(std::string_view(kFilesName).size());
        std::replace(line.begin(), line.end(), '/', '\\');
        tombstones += line + '\n';
    }
    if (!tombstones.empty()) layer.write_text(kTombstonesName, std::string(kByteOrderMark) + std::string(kVersion) + '\n' + tombstones);
    std::string sidecar;
    for (const auto& [path, line] : lines) sidecar += line + '\n';
    if (!sidecar.empty()) layer.write_text(kSidecarName, sidecar);
}

std::string changed_line(const std::string& line) {
    Document document = Document::parse(line, kInvalidData);
    for (const char* time : {"last_access_time", "last_write_time", "change_time"}) {
        if (document.root()[time]) document.erase({}, time);
    }
    return document.json();
}

LayerKind read_marker(const Folder& layer) {
    try {
        const auto text = layer.read_text(kMarkerName, kLongestMarker);
        if (!text) return LayerKind::kNone;
        const Document document = Document::parse(*text);
        const Node root = document.root();
        if (root["Form"].count().value_or(0) != 1) return LayerKind::kNone;
        const std::string kind = root["Kind"].text_or("");
        for (const auto& [known, name] : kKinds) {
            if (kind == name) return known;
        }
        return LayerKind::kNone;
    } catch (const Refusal& refusal) {
        if (refusal.code() == kInvalidJson || refusal.code() == kInvalidData) return LayerKind::kNone;  // somebody else's file
        throw;
    }
}

void write_marker(const Folder& layer, LayerKind kind) {
    JsonWriter json;
    for (const auto& [known, name] : kKinds) {
        if (kind == known)
            layer.write_text(kMarkerName, json.open('{').member("Form", uint32_t{1}).member("Kind", name).close('}').text() + '\n');
    }
}

}  // namespace hcsffi
