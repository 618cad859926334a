// Windows has no overlay that a caller like this one could mount: every view is a copy.

#include "storage/view.h"

namespace hcsffi {

bool is_covered(const std::string&) { return false; }
std::optional<Folder> beneath_overlay(const std::string&) { return std::nullopt; }
bool may_mount_overlay() { return false; }
bool mount_overlay(const Folder&, const Folder&, const Chain&) { return false; }
void unmount_overlay(const std::string& path) { throw Refusal(kUnexpected, "no overlay was mounted at " + path); }
void make_whiteout(const Folder&, const std::string& name) { throw Refusal(kUnexpected, "no overlay deletes \"" + name + '"'); }

}  // namespace hcsffi
