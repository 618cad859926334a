"""Which type fills the `Settings` of a network policy, by the policy's `Type` and its holder.

One text can mean different types for different holders (`ProviderAddress`, `L4Proxy`, `VLAN`), so each holder has its own table. Generation
1 policies are flat: the members stand beside `Type`, and the whole policy is the type found here.
"""

from __future__ import annotations

_ENDPOINT = {
    "PortMapping": "PortMappingPolicySetting",
    "ACL": "AclPolicySetting",
    "QOS": "QosPolicySetting",
    "OutBoundNAT": "OutboundNatPolicySetting",
    "SDNRoute": "SDNRoutePolicySetting",
    "L4Proxy": "L4ProxyPolicySetting_2",
    "L4WFPPROXY": "L4WfpProxyPolicySetting",
    "ProviderAddress": "ProviderAddressEndpointPolicySetting",
    "PortName": "PortnameEndpointPolicySetting",
    "EncapOverhead": "EncapOverheadEndpointPolicySetting",
    "InterfaceConstraint": "InterfaceConstraintEndpointPolicySetting",
    "Encryption": "EncryptionPolicySetting",
    "VLAN": "VlanPolicySetting",
    "InterfaceParameters": "InterfaceParametersPolicySetting",
    "Iov": "IovPolicySetting",
    "TierAcl": "TierAclPolicySetting",
    "Firewall": "FirewallPolicySetting",
}
_NETWORK = {
    "SourceMacAddress": "SourceMacAddressNetworkPolicySetting",
    "NetAdapterName": "NetAdapterNameNetworkPolicySetting",
    "InterfaceConstraint": "InterfaceConstraintNetworkPolicySetting",
    "VSwitchExtension": "VSwitchExtensionNetworkPolicySetting",
    "ProviderAddress": "ProviderAddressNetworkPolicySetting",
    "DrMacAddress": "DrMacAddressNetworkPolicySetting",
    "AutomaticDNS": "AutomaticDNSNetworkPolicySetting",
    "RemoteSubnetRoute": "RemoteSubnetRoutePolicySetting",
    "VxlanPort": "VxlanPortPolicySetting",
    "HostRoute": "HostRoutePolicySetting",
    "SetPolicy": "SetPolicySetting",
    "L4Proxy": "L4ProxyPolicySetting",
    "LayerConstraint": "LayerConstraintNetworkPolicySetting",
    "NetworkACL": "NetworkAclPolicySetting",
}
_SUBNET = {"VLAN": "VlanPolicySetting", "VSID": "VsidPolicySetting"}
_AUTHENTICATION = {"PresharedKey": "AuthenticationPresharedKey", "Certificate": "AuthenticationCertificate"}
_FLAT = {
    "NAT": "V1.NatPolicy",
    "ACL": "V1.ACLPolicy",
    "PA": "V1.PaPolicy",
    "VLAN": "V1.VlanPolicy",
    "VSID": "V1.VsidPolicy",
    "Isolation": "V1.IsolationPolicy",
    "QOS": "V1.QosPolicy",
    "OutBoundNAT": "V1.OutboundNatPolicy",
    "ELB": "V1.ELBPolicy",
    "ROUTE": "V1.RoutePolicy",
    "PROXY": "V1.ProxyPolicy",
    "L2Driver": "V1.Policy",
    "VNET": "V1.Policy",
}


def _table(names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {text: (f"hcn.{name}",) for text, name in names.items()}


_FLAT_TABLE = _table(_FLAT)

POLICIES = {
    "hcn.EndpointPolicy.Settings": _table(_ENDPOINT),
    "hcn.NetworkPolicy.Settings": _table(_NETWORK),
    "hcn.SubnetPolicy.Settings": _table(_SUBNET),
    "hcn.PrioritizedAuthenticationMethod.Settings": _table(_AUTHENTICATION),
    "hcn.V1.HNSEndpoint.Policies": _FLAT_TABLE,
    "hcn.V1.HNSNetwork.Policies": _FLAT_TABLE,
    "hcn.V1.PolicyList.Policies": _FLAT_TABLE,
    "hcn.V1.Subnet.Policies": _FLAT_TABLE,
}
"""Member -> policy type -> the type that stands there. `L2Driver` of an endpoint has no settings."""
