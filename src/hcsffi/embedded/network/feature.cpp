#include "network/feature.h"

namespace hcsffi {

namespace {

constexpr uint64_t version(uint32_t major, uint32_t minor) { return uint64_t{major} << 32 | minor; }

// Chosen: a build with all its updates, the newest version that clients' gates name for that generation of Windows.
constexpr struct {
    uint32_t build;
    uint64_t version;
} kVersions[] = {
    {0, version(9, 5)},      {18362, version(10, 5)}, {19041, version(11, 11)}, {20348, version(13, 3)},
    {22000, version(14, 0)}, {22621, version(15, 1)}, {26100, version(15, 4)},
};

// From `first` on, within its major version where `ends` says so. Source: hcsshim's gates.
constexpr struct {
    Feature feature;
    uint64_t first;
    bool ends;
} kFeatures[] = {
    {Feature::kAlways, 0, false},
    {Feature::kAclAddressLists, version(7, 2), false},
    {Feature::kSecondGeneration, version(9, 2), false},
    {Feature::kDirectServerReturn, version(9, 3), true},
    {Feature::kDirectServerReturn, version(10, 2), false},
    {Feature::kSlash32, version(9, 3), true},
    {Feature::kSlash32, version(10, 4), false},
    {Feature::kVxlanPort, version(10, 3), false},
    {Feature::kDualStack, version(11, 10), false},
    {Feature::kSessionAffinity, version(12, 0), false},
    {Feature::kL4Proxy, version(9, 5), true},
    {Feature::kL4Proxy, version(10, 5), true},
    {Feature::kL4Proxy, version(11, 11), true},
    {Feature::kL4Proxy, version(12, 1), true},
    {Feature::kL4Proxy, version(13, 1), false},
    {Feature::kSetPolicy, version(13, 0), false},
    {Feature::kL4WfpProxy, version(13, 2), false},
    {Feature::kTierAcl, version(14, 0), false},
    {Feature::kNetworkAcl, version(15, 0), false},
    {Feature::kDisableHostPort, version(15, 1), false},
    {Feature::kModifyLoadBalancer, version(15, 4), false},
    {Feature::kAcceleratedNetworking, version(15, 4), false},
};

}  // namespace

uint64_t service_version(uint32_t windows_build) {
    uint64_t found = 0;
    for (const auto& row : kVersions) {
        if (windows_build >= row.build) found = row.version;
    }
    return found;
}

bool has(uint32_t windows_build, Feature feature) {
    const uint64_t running = service_version(windows_build);
    for (const auto& row : kFeatures) {
        if (row.feature != feature || running < row.first) continue;
        if (!row.ends || running >> 32 == row.first >> 32) return true;
    }
    return false;
}

}  // namespace hcsffi
