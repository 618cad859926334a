// The service as a whole: its properties and settings.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "document/document.h"
#include "engine/configuration.h"

namespace hcsffi {

class Service {
  public:
    // threads: any. errors: Refusal. The answer is a ServiceProperties document.
    std::string properties(const std::string& query, const std::vector<SchemaVersion>& versions);
    // errors: Refusal. A ModificationRequest.
    void modify(const std::string& request);
    void clear();

  private:
    struct CpuGroup {
        std::vector<uint64_t> processors;
        std::map<uint64_t, uint64_t> properties;
    };

    std::string answer(const std::string& type, const std::vector<SchemaVersion>& versions);
    std::string cpu_groups_json();
    void change_cpu_groups(const Node& settings);
    void create_group(const Node& details);

    std::mutex mutex_;
    std::map<std::string, CpuGroup> cpu_groups_;  // guarded by mutex_
};

}  // namespace hcsffi
