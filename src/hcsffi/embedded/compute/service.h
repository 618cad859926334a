// The service as a whole: its properties and settings.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "document/document.h"
#include "engine/configuration.h"
#include "ground/lock_order.h"

namespace hcsffi {

class Service {
  public:
    // threads: any. errors: Refusal. The answer is a ServiceProperties document.
    std::string properties(const std::string& query, const std::vector<SchemaVersion>& versions);
    // errors: Refusal. A ModificationRequest. `fresh_id`: a GUID nobody has yet.
    void modify(const std::string& request, const std::string& fresh_id);
    void clear();

  private:
    struct CpuGroup {
        std::vector<uint64_t> processors;
        std::map<uint64_t, uint64_t> properties;
    };

    struct CredentialGuard {
        std::string specification;
        std::string transport;
        std::string cookie;
        std::string service_id;
    };

    std::string answer(const std::string& type, const std::vector<SchemaVersion>& versions);
    std::string cpu_groups_json();
    void change_cpu_groups(const Node& settings);
    void create_group(const Node& details);
    std::string credential_guards_json();
    void change_credential_guards(const Node& settings, const std::string& fresh_id);

    OrderedMutex<Rank::kLeaf> mutex_;
    std::map<std::string, CpuGroup> cpu_groups_;                // guarded by mutex_
    std::map<std::string, CredentialGuard> credential_guards_;  // guarded by mutex_
};

}  // namespace hcsffi
