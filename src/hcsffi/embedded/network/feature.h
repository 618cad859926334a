// What the simulated Windows' network service offers: its version follows from the build, and each feature begins with a version.
#pragma once

#include <cstdint>

namespace hcsffi {

enum class Feature : uint8_t {
    kAlways,
    kAclAddressLists,
    kSecondGeneration,
    kDirectServerReturn,
    kSlash32,
    kVxlanPort,
    kDualStack,
    kSessionAffinity,
    kL4Proxy,
    kSetPolicy,
    kL4WfpProxy,
    kTierAcl,
    kNetworkAcl,
    kDisableHostPort,
    kModifyLoadBalancer,
    kAcceleratedNetworking,
};

// The version as one number, major in the upper half, as documents carry it.
uint64_t service_version(uint32_t windows_build);
bool has(uint32_t windows_build, Feature feature);

}  // namespace hcsffi
