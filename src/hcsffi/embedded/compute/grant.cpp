#include "compute/grant.h"

#include <algorithm>

#include "ground/file.h"

namespace hcsffi {

namespace {

std::string key_of(const std::string& path) {
    std::string key = path;
    std::replace(key.begin(), key.end(), '\\', '/');
    while (key.size() > 1 && key.back() == '/') key.pop_back();
    return key;
}

}  // namespace

HRESULT GrantLedger::grant(const std::string& vm_id, const std::string& path) {
    if (is_local_path(path) && !file_exists(path)) return kFileNotFound;
    Lock<Rank::kLeaf> lock(mutex_);
    grants_[key_of(path)].insert(vm_id);
    return kOk;
}

HRESULT GrantLedger::revoke(const std::string& vm_id, const std::string& path) {
    if (is_local_path(path) && !file_exists(path)) return kFileNotFound;
    Lock<Rank::kLeaf> lock(mutex_);
    const auto found = grants_.find(key_of(path));
    if (found == grants_.end()) return kOk;
    found->second.erase(vm_id);
    if (found->second.empty()) grants_.erase(found);
    return kOk;
}

bool GrantLedger::allows(const std::string& vm_id, const std::string& path) const {
    Lock<Rank::kLeaf> lock(mutex_);
    const auto found = grants_.find(key_of(path));
    return found != grants_.end() && (found->second.count(vm_id) > 0 || found->second.count("") > 0);
}

void GrantLedger::clear() {
    Lock<Rank::kLeaf> lock(mutex_);
    grants_.clear();
}

}  // namespace hcsffi
