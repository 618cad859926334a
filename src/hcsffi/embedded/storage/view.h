/* The merged view by the kernel's own overlay, where there is one and the caller may mount it. The copied view needs nothing of the system
 * and stands in scratch.cpp.
 */
#pragma once

#include <optional>
#include <string>

#include "storage/chain.h"

namespace hcsffi {

// Whether an overlay is mounted at `path`. Costs little, where looking beneath has the kernel wait for all processors.
bool is_covered(const std::string& path);
// What lies under an overlay of ours that is mounted at `path`; empty where none is.
std::optional<Folder> beneath_overlay(const std::string& path);

// Whether it is worth trying: the system has overlays, and the caller mounts. errors: the Refusal where that cannot be found out.
bool may_mount_overlay();
// Shows `parents` below what is written into `area`/upper at the folder `root`. errors: false where this file system or this kernel cannot;
// nothing is mounted then.
bool mount_overlay(const Folder& root, const Folder& area, const Chain& parents);
// errors: kSharingViolation while somebody works in it.
void unmount_overlay(const std::string& path);

// Makes in `upper` what an overlay takes for a deletion of `name`.
void make_whiteout(const Folder& upper, const std::string& name);

}  // namespace hcsffi
