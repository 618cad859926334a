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

// The first build whose version passes hcsshim's gate, which stands behind it. What has no row is in every build.
constexpr struct {
    Feature feature;
    uint32_t build;
} kFeatures[] = {
    {Feature::kVxlanPort, 18362},              // 10.3
    {Feature::kDualStack, 19041},              // 11.10
    {Feature::kSessionAffinity, 20348},        // 12.0
    {Feature::kSetPolicy, 20348},              // 13.0
    {Feature::kL4WfpProxy, 20348},             // 13.2
    {Feature::kTierAcl, 22000},                // 14.0
    {Feature::kNetworkAcl, 22621},             // 15.0
    {Feature::kDisableHostPort, 22621},        // 15.1
    {Feature::kModifyLoadBalancer, 26100},     // 15.4
    {Feature::kAcceleratedNetworking, 26100},  // 15.4
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
    for (const auto& row : kFeatures) {
        if (row.feature == feature) return windows_build >= row.build;
    }
    return true;
}

}  // namespace hcsffi
