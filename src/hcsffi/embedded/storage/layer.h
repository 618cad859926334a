// What is done to a layer as a whole: taking it in, giving it out, removing it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "storage/scratch.h"

namespace hcsffi {

// Makes the folder `layer` a layer of what `source` holds, above `parents`. A layer that was there is replaced, what else lies there stays.
// errors: kFileNotFound for a source without Files, kPathNotFound for a source or parent that is not there, kInvalidLayer for a parent
// that is none, kInvalidArgument where source and layer lie in each other, kFolderNotEmpty for somebody else's folder, kSharingViolation
// for a layer in use.
void import_layer(const std::string& layer, const std::string& source, const std::vector<LayerReference>& parents);

// Copies the layer into `target`, an empty folder. errors: as import_layer.
void export_layer(const std::string& layer, const std::string& target, const std::vector<LayerReference>& parents);

// Which layers this process holds for a writable one that it has attached.
using HeldBy = std::function<Chain(const Scratch&)>;
// The difference of a writable layer into `target`. errors: as export_layer; kInvalidLayer for what is no writable layer.
void export_scratch(const std::string& scratch, const std::string& target, const std::vector<LayerReference>& parents, const HeldBy& held);

// errors: kFolderNotEmpty for a folder that holds something else than a layer, what an import has left, or disks by their usual names.
void check_becomes_layer(const Folder& folder);

// The older pair for a writable layer with two folders: `mount` shows the view, `folder` is where its disk lies, or is the same.
// errors: as Scratch::initialize and export_scratch; kInvalidLayer for a folder that was not initialised so.
void initialize_legacy(const std::string& mount, const std::string& folder, const std::vector<LayerReference>& parents);
void export_legacy(const std::string& mount, const std::string& folder, const std::string& target,
                   const std::vector<LayerReference>& parents, const HeldBy& held);

// Removes a layer, a writable layer, or a folder with a formatted disk, and the folder. The last name of `path` may be no link.
// errors: kPathNotFound, kInvalidLayer for any other folder, kSharingViolation for what is attached or parent of something attached.
void destroy_layer(const std::string& path);

}  // namespace hcsffi
