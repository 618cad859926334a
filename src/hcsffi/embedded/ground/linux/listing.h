// The entries of a folder, as opendir gives them.
#pragma once

#include <dirent.h>

#include <memory>
#include <string>

namespace hcsffi {

using Listing = std::unique_ptr<DIR, int (*)(DIR*)>;

// threads: any. blocks: for a file system. owns: closed with it, whatever is thrown meanwhile. errors: empty with errno.
inline Listing list_entries(const std::string& folder) { return {opendir(folder.c_str()), closedir}; }

}  // namespace hcsffi
