/* Scratch disks off Windows: a plain file with a header of the host's, and beside it the folder that stands for the volume on it.
 *
 * Nothing here makes or reads a virtual disk. What clients do with one on the way to a writable layer works: they format it, ask where it
 * is mounted, and initialise the writable layer there.
 */
#pragma once

#include <string>

#include "storage/folder.h"

namespace hcsffi {

// What is added to the disk's own name for the folder of its volume.
constexpr const char* kMountSuffix = ".mount";

// Writes the header. errors: kHandle for what is no file that can be written, kNotSupported for a file that holds something else,
// kSharingViolation while its volume is attached.
void format_disk(NativeDescriptor disk);
bool is_formatted(NativeDescriptor disk);
// The folder of its volume, made where there is none, with a separator at its end.
// errors: kHandle, kUnrecognizedVolume for a disk that was not formatted.
std::string mount_path_of(NativeDescriptor disk);
// Whether `name` in the folder is a disk that was formatted.
bool is_disk(const Folder& folder, const std::string& name);

// Whether `name` in the folder is that of a disk's volume.
bool is_disk_mount(const Folder& folder, const std::string& name);

// What the systems differ in.
// errors: refuse_step ERROR_INVALID_HANDLE for what is no plain file.
std::string path_of_file(NativeDescriptor file);
std::string read_beginning(NativeDescriptor file, size_t most);
void write_beginning(NativeDescriptor file, const std::string& bytes);

}  // namespace hcsffi
