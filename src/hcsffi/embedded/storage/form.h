/* The form of a layer on disk off Windows: plain files below Files, UtilityVM and Hives, and beside them what plain files cannot hold.
 *
 *     tombstones.txt       deletions below Files: a byte order mark, "Version 1.0", then a path a line, "\dir\name"
 *     hcsffi-layer.json    a JSON object a line, sorted by path: what Windows knows of an entry, or a deletion that has no line above
 *     hcsffi-marker.json   what makes a folder a layer; the host writes it last
 *
 * Import's source folder and export's destination folder have the same form without the marker.
 */
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "ground/outcome.h"
#include "storage/folder.h"

namespace hcsffi {

constexpr const char* kFilesName = "Files";
constexpr const char* kUtilityName = "UtilityVM";
constexpr const char* kHivesName = "Hives";
constexpr const char* kLayoutName = "Layout";
constexpr const char* kTombstonesName = "tombstones.txt";
constexpr const char* kSidecarName = "hcsffi-layer.json";
constexpr const char* kMarkerName = "hcsffi-marker.json";

// Deepest folder below a layer's own (chosen: Windows' longest path holds no more names of typical length).
constexpr int kMostDepth = 512;

// Paths begin at the layer and have slashes: "Files/dir/name".
struct LayerForm {
    std::set<std::string> deletions;
    std::map<std::string, std::string> lines;  // JSON text without the deletions
};

// errors: kInvalidData for what is not of this form, paths that leave the layer among it.
LayerForm read_form(const Folder& layer);
// Leaves files out that would say nothing.
void write_form(const Folder& layer, const LayerForm& form);

// The line of an entry that was changed: what its parent's line says, without the times.
std::string changed_line(const std::string& line);

// kLegacy: the folder beside a writable layer that is mounted elsewhere. It is nobody's parent.
enum class LayerKind : uint8_t { kNone, kLayer, kBase, kLegacy };
LayerKind read_marker(const Folder& layer);
void write_marker(const Folder& layer, LayerKind kind);

}  // namespace hcsffi
