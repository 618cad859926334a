// Making a base operating system layer of files that were written in place.
#pragma once

#include <string>

#include "storage/folder.h"

namespace hcsffi {

constexpr NativeDescriptor kNoDisk = 0;  // a NULL handle

// Makes Hives and Layout, and marks the folder as a base. `options` is an OsLayerOptions document; without Type it is Container.
// errors: kFileNotFound for a folder without Files, kAlreadyExists where Hives or Layout are, kInvalidArgument for a disk that the type
// does not take or lacks, kUnrecognizedVolume for one that was not formatted, kFolderNotEmpty where something else lies, kInvalidData for
// deletions.
void set_up_os_layer(const std::string& layer, NativeDescriptor disk, const std::string& options);

// The same for a layer whose hives go to a volume instead: both folders exist, and the volume holds neither Hives nor Layout.
void set_up_os_volume(const std::string& layer, const std::string& volume, const std::string& options);

}  // namespace hcsffi
