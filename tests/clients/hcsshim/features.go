//go:build windows

package main

import "github.com/Microsoft/hcsshim/hcn"

// Everything hcsshim asks the version for; kube-proxy and the CNI plugins ask these before they use what they are about.
var features = []struct {
	name  string
	check func() error
}{
	{"the V2 API", hcn.V2ApiSupported},
	{"remote subnets", hcn.RemoteSubnetSupported},
	{"host routes", hcn.HostRouteSupported},
	{"direct server return", hcn.DSRSupported},
	{"/32 prefixes", hcn.Slash32EndpointPrefixesSupported},
	{"ACLs of protocol 252", hcn.AclSupportForProtocol252Supported},
	{"session affinity", hcn.SessionAffinitySupported},
	{"two families", hcn.IPv6DualStackSupported},
	{"L4 proxies", hcn.L4proxyPolicySupported},
	{"L4 WFP proxies", hcn.L4WfpProxyPolicySupported},
	{"sets", hcn.SetPolicySupported},
	{"changing balancers", hcn.ModifyLoadbalancerSupported},
	{"VXLAN ports", hcn.VxlanPortSupported},
	{"tiers of ACLs", hcn.TierAclPolicySupported},
	{"ACLs of networks", hcn.NetworkACLPolicySupported},
	{"sets of sets", hcn.NestedIpSetSupported},
	{"no port of the host", hcn.DisableHostPortSupported},
	{"Accelnet", hcn.AccelnetSupported},
}

func askForFeatures() {
	version := answer(hcn.GetGlobals()).Version
	said("the service is %d.%d", version.Major, version.Minor)
	for _, feature := range features {
		done(feature.name, feature.check())
	}
	said("it has all %d features that hcsshim asks for", len(features))
}
