// What is done to a layer as a whole: taking it in, giving it out, removing it.
#pragma once

#include <string>
#include <vector>

#include "storage/chain.h"

namespace hcsffi {

// Makes the folder `layer` a layer of what `source` holds, above `parents`. A layer that was there is replaced, what else lies there stays.
// errors: kFileNotFound for a source without Files, kPathNotFound for a source or parent that is not there, kInvalidLayer for a parent
// that is none, kInvalidArgument where source and layer lie in each other, kFolderNotEmpty for somebody else's folder, kSharingViolation
// for a layer in use.
void import_layer(const std::string& layer, const std::string& source, const std::vector<LayerReference>& parents);

// Copies the layer into `target`, an empty folder. errors: as import_layer.
void export_layer(const std::string& layer, const std::string& target, const std::vector<LayerReference>& parents);

// The difference of a writable layer into `target`. errors: as export_layer; kInvalidLayer for what is no writable layer.
void export_scratch(const std::string& scratch, const std::string& target, const std::vector<LayerReference>& parents);

// Removes a layer or writable layer and its folder. The last name of `path` may be no link.
// errors: kPathNotFound, kInvalidLayer for any other folder, kSharingViolation for what is attached or parent of something attached.
void destroy_layer(const std::string& path);

}  // namespace hcsffi
