// The files the host itself reads and writes: guest state, saved state. Paths are UTF-8.
// errors: of all that look at a file, Refusal kNoSystemResources where the system has no room for the answer.
#pragma once

#include <string>

#include "ground/hresult.h"

namespace hcsffi {

// Whether a path can name a file of this platform: absolute, and off Windows without a drive letter or UNC prefix.
bool is_local_path(const std::string& path);
bool file_exists(const std::string& path);
// errors: Refusal kPathNotFound for a path of another platform or a missing folder, kFileExists with `fresh`, kAccessDenied.
void write_file(const std::string& path, const std::string& content, bool fresh);
// errors: Refusal kFileNotFound, kPathNotFound, kAccessDenied; kInvalidData beyond the document limit.
std::string read_file(const std::string& path);

}  // namespace hcsffi
