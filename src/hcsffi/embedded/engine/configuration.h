// What hcsffi_configure asks for. One document replaces the whole configuration; what it leaves out takes its default.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "declared_functions.h"
#include "engine/fault.h"
#include "engine/scheduler.h"

namespace hcsffi {

struct SchemaVersion {
    uint32_t major;
    uint32_t minor;
};

// Windows 11 24H2 and Server 2025; the newest build whose headers hcs_cdef.h knows.
constexpr uint32_t kNewestBuild = 26100;

constexpr bool no_function_is_newer(uint32_t build) {
    for (const DeclaredFunction& one : kDeclaredFunctions) {
        if (one.since > build) return false;
    }
    return true;
}
static_assert(no_function_is_newer(kNewestBuild), "hcs_cdef.h names a build that no configuration can be of");

// How the merged view of layers is made: by the kernel's overlay, as a copy, or by the first of them that can be.
enum class ViewWay : uint8_t { kAuto, kOverlay, kCopy };

// Which containers have a root and a process table of their own: those whose documents ask for what only these give, none, or every one.
enum class IsolationMode : uint8_t { kAuto, kNone, kBubblewrap };

struct Configuration {
    Pace pace;
    std::vector<FaultRule> faults;
    bool callback_during_close = false;
    bool status_codes = false;        // 0xC037xxxx for 0x8037xxxx
    bool service_disconnect = false;  // now, once
    uint32_t windows_build = kNewestBuild;
    ViewWay layer_views = ViewWay::kAuto;
    IsolationMode isolation = IsolationMode::kAuto;
    bool control_groups = true;  // a tree's processes live in one of their own where it can be had
    std::vector<SchemaVersion> supported_versions;
    std::bitset<kFunctionCount> missing;  // by MissingFunctions or by windows_build
};

// threads: any. errors: Refusal kInvalidArgument naming the JSON path.
Configuration read_configuration(std::string_view json);

// threads: any; at the first call no other thread may change the environment. What HCSFFI_EMBEDDED_ISOLATION said
// then, else `auto`. errors: Refusal kInvalidArgument naming the variable.
IsolationMode isolation_by_default();

// errors: kFunctionCount when no such function is declared.
uint32_t function_index(std::string_view name);

// The schema versions a Windows build supports, oldest generation first.
std::vector<SchemaVersion> versions_of_build(uint32_t build);

}  // namespace hcsffi
