// Which virtual machines may open which files: HcsGrantVmAccess and its kin.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "ground/hresult.h"
#include "ground/lock_order.h"

namespace hcsffi {

// Grants are kept by path as given, with separators made alike: the host changes no access list of the file itself. A path of this
// platform must name an existing file; a Windows path off Windows names nothing here and is taken as text (chosen).
class GrantLedger {
  public:
    // Empty vm_id: every virtual machine (the group). errors: kFileNotFound.
    HRESULT grant(const std::string& vm_id, const std::string& path);
    // errors: kFileNotFound. Revoking what was never granted is no error (chosen).
    HRESULT revoke(const std::string& vm_id, const std::string& path);
    bool allows(const std::string& vm_id, const std::string& path) const;
    void clear();

  private:
    mutable OrderedMutex<Rank::kLeaf> mutex_;
    std::map<std::string, std::set<std::string>> grants_;  // path to virtual machines; guarded by mutex_
};

}  // namespace hcsffi
