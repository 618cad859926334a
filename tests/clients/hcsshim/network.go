//go:build windows

package main

import (
	"encoding/json"
	"net/netip"
	"strings"

	"github.com/Microsoft/hcsshim/hcn"
)

const (
	nobody  = "01234567-89ab-cdef-0123-456789abcdef"
	allowed = "192.168.100.0/24,10.0.0.21"
)

func networkLife() {
	askForFeatures()
	network := makeNetwork()
	first, second := makeEndpoints(network)
	changeEndpointPolicies(first)
	changeNetworkPolicies()
	useNamespace(first, second)
	useGuestNamespace()
	balance(first, second)
	route(first, second)
	lookForNothing(network)
	done("delete of an endpoint", first.Delete())
	done("delete of an endpoint", second.Delete())
	done("delete of a network", network.Delete())
	expect("networks left", 0, len(answer(hcn.ListNetworks())))
	expect("endpoints left", 0, len(answer(hcn.ListEndpoints())))
	expect("namespaces left", 0, len(answer(hcn.ListNamespaces())))
	said("nothing is left of the networks")
}

// text is a setting as hcsshim's documents carry it.
func text(setting any) json.RawMessage { return answer(json.Marshal(setting)) }

func document(kind hcn.NetworkType, name, prefix, gateway string) *hcn.HostComputeNetwork {
	subnet := hcn.Subnet{IpAddressPrefix: prefix, Routes: []hcn.Route{{NextHop: gateway, DestinationPrefix: "0.0.0.0/0"}}}
	return &hcn.HostComputeNetwork{
		Type:          kind,
		Name:          name,
		MacPool:       hcn.MacPool{Ranges: []hcn.MacRange{{StartMacAddress: "00-15-5D-52-C0-00", EndMacAddress: "00-15-5D-52-CF-FF"}}},
		Ipams:         []hcn.Ipam{{Type: "Static", Subnets: []hcn.Subnet{subnet}}},
		Flags:         hcn.EnableNonPersistent,
		SchemaVersion: hcn.V2SchemaVersion(),
	}
}

func makeNetwork() *hcn.HostComputeNetwork {
	network := answer(document(hcn.NAT, "client-nat", "192.168.100.0/24", "192.168.100.1").Create())
	expect("the type of the network", hcn.NAT, network.Type)
	expect("its prefix", "192.168.100.0/24", network.Ipams[0].Subnets[0].IpAddressPrefix)
	expect("its flags", hcn.EnableNonPersistent, network.Flags)
	said("a network of the type %s, %s", network.Type, network.Ipams[0].Subnets[0].IpAddressPrefix)

	expect("a network by its name", network.Id, answer(hcn.GetNetworkByName("client-nat")).Id)
	expect("a network by its id", "client-nat", answer(hcn.GetNetworkByID(network.Id)).Name)
	expect("a network by its id in small letters", "client-nat", answer(hcn.GetNetworkByID(strings.ToLower(network.Id))).Name)
	expect("how many networks there are", 1, len(answer(hcn.ListNetworks())))
	said("found by name, by id, in the list")
	return network
}

func makeEndpoints(network *hcn.HostComputeNetwork) (first, second *hcn.HostComputeEndpoint) {
	mapping := hcn.PortMappingPolicySetting{Protocol: 6, InternalPort: 80, ExternalPort: 18080}
	policies := []hcn.EndpointPolicy{{Type: hcn.PortMapping, Settings: text(mapping)}}
	version := hcn.V2SchemaVersion()
	wanted := hcn.HostComputeEndpoint{Name: "client-eth0", HostComputeNetwork: network.Id, Policies: policies, SchemaVersion: version}
	first = answer(wanted.Create())
	second = answer(network.CreateEndpoint(&hcn.HostComputeEndpoint{
		Name:             "client-eth1",
		IpConfigurations: []hcn.IpConfig{{IpAddress: "192.168.100.77"}},
		Routes:           []hcn.Route{{NextHop: "192.168.100.1", DestinationPrefix: "0.0.0.0/0"}},
		SchemaVersion:    version,
	}))
	prefix := netip.MustParsePrefix("192.168.100.0/24")
	expect("an address out of the subnet", true, prefix.Contains(netip.MustParseAddr(first.IpConfigurations[0].IpAddress)))
	expect("the length of its prefix", 24, first.IpConfigurations[0].PrefixLength)
	expect("the gateway", "192.168.100.1", first.Routes[0].NextHop)
	expect("the beginning of its hardware address", "00-15-5D-52-C", first.MacAddress[:13])
	expect("its policies", 1, len(first.Policies))
	expect("the address that was asked for", "192.168.100.77", second.IpConfigurations[0].IpAddress)
	expect("the length that was not", 24, second.IpConfigurations[0].PrefixLength)
	said("endpoints: an address of the service's and one of the client's")

	expect("an endpoint by its name", first.Id, answer(hcn.GetEndpointByName("client-eth0")).Id)
	expect("an endpoint by its id", "client-eth1", answer(hcn.GetEndpointByID(second.Id)).Name)
	expect("the endpoints of the network", 2, len(answer(hcn.ListEndpointsOfNetwork(network.Id))))
	wanted.Name = "client-eth2"
	_, err := wanted.Create()
	expect("a port that is mapped already is told as such", true, hcn.IsPortAlreadyExistsError(err))
	said("found by name, by id, by network; a port that is taken is told as such")
	return first, second
}

func acl(direction hcn.DirectionType) hcn.EndpointPolicy {
	return hcn.EndpointPolicy{Type: hcn.ACL, Settings: text(hcn.AclPolicySetting{
		Protocols: "6", Action: hcn.ActionTypeAllow, Direction: direction, RuleType: hcn.RuleTypeSwitch, Priority: 200,
		LocalAddresses: allowed, RemoteAddresses: allowed, LocalPorts: "80,8080", RemotePorts: "80,8080",
	})}
}

func changeEndpointPolicies(endpoint *hcn.HostComputeEndpoint) {
	count := func(kind hcn.EndpointPolicyType) (found int) {
		for _, policy := range answer(hcn.GetEndpointByID(endpoint.Id)).Policies {
			if policy.Type == kind {
				found++
			}
		}
		return found
	}
	apply := func(request hcn.RequestType, policies ...hcn.EndpointPolicy) {
		done("policies of an endpoint", endpoint.ApplyPolicy(request, hcn.PolicyEndpointRequest{Policies: policies}))
	}
	apply(hcn.RequestTypeUpdate, acl(hcn.DirectionTypeIn), acl(hcn.DirectionTypeOut))
	expect("ACLs after an update", 2, count(hcn.ACL))
	proxy := hcn.EndpointPolicy{Type: hcn.L4WFPPROXY, Settings: text(hcn.L4WfpProxyPolicySetting{
		InboundProxyPort: "80", OutboundProxyPort: "81", FilterTuple: hcn.FiveTuple{Protocols: "6", RemoteAddresses: "10.0.0.4", Priority: 8},
		OutboundExceptions: hcn.ProxyExceptions{IpAddressExceptions: []string{"10.0.1.12"}, PortExceptions: []string{"81"}},
	})}
	apply(hcn.RequestTypeAdd, proxy)
	expect("proxies after an add", 1, count(hcn.L4WFPPROXY))
	apply(hcn.RequestTypeRemove, proxy)
	expect("proxies after a remove", 0, count(hcn.L4WFPPROXY))
	tier := func(name string, direction hcn.DirectionType, rules ...hcn.TierAclRule) hcn.EndpointPolicy {
		setting := hcn.TierAclPolicySetting{Name: name, Direction: direction, Order: 1001, TierAclRules: rules}
		return hcn.EndpointPolicy{Type: hcn.TierAcl, Settings: text(setting)}
	}
	pass := hcn.TierAclRule{Id: "pass", Protocols: "6", TierAclRuleAction: hcn.ActionTypePass, LocalPorts: "80", Priority: 2001}
	block := hcn.TierAclRule{Id: "block", TierAclRuleAction: hcn.ActionTypeBlock, Priority: 2100}
	apply(hcn.RequestTypeUpdate, tier("in", hcn.DirectionTypeIn, pass, block), tier("out", hcn.DirectionTypeOut, pass, block))
	expect("tiers after an update", 2, count(hcn.TierAcl))
	said("policies of an endpoint: updated, added, removed")
}

func changeNetworkPolicies() {
	wanted := document(hcn.Overlay, "client-overlay", "10.20.0.0/16", "10.20.0.1")
	vsid := hcn.SubnetPolicy{Type: hcn.VSID, Settings: text(hcn.VsidPolicySetting{IsolationId: 5000})}
	wanted.Ipams[0].Subnets[0].Policies = []json.RawMessage{text(vsid)}
	network := answer(wanted.Create())
	count := func(kind hcn.NetworkPolicyType) (found int) {
		for _, policy := range answer(hcn.GetNetworkByID(network.Id)).Policies {
			if policy.Type == kind {
				found++
			}
		}
		return found
	}
	expect("the network's type", hcn.Overlay, network.Type)
	expect("policies of its subnet", 1, len(network.Ipams[0].Subnets[0].Policies))
	expect("addresses of its provider", 1, count(hcn.ProviderAddress))
	subnetRoute := hcn.RemoteSubnetRoutePolicySetting{
		DestinationPrefix: "192.168.2.0/24", IsolationId: 5000, ProviderAddress: "1.1.1.1", DistributedRouterMacAddress: "00-12-34-56-78-9a",
	}
	rule := hcn.NetworkACLPolicySetting{
		Protocols: "6", Action: hcn.ActionTypeAllow, Direction: hcn.DirectionTypeIn, RuleType: hcn.RuleTypeSwitch, Priority: 200,
		LocalAddresses: allowed, RemoteAddresses: allowed, LocalPorts: "80,8080", RemotePorts: "80,8080",
	}
	addresses := hcn.SetPolicySetting{Id: "set-1", Name: "web", Type: hcn.SetPolicyTypeIpSet, Values: "10.20.0.5,10.20.0.6"}
	for _, policy := range []hcn.NetworkPolicy{
		{Type: hcn.RemoteSubnetRoute, Settings: text(subnetRoute)},
		{Type: hcn.HostRoute, Settings: json.RawMessage("{}")},
		{Type: hcn.NetworkACL, Settings: text(rule)},
		{Type: hcn.SetPolicy, Settings: text(addresses)},
	} {
		request := hcn.PolicyNetworkRequest{Policies: []hcn.NetworkPolicy{policy}}
		done("adding "+string(policy.Type), network.AddPolicy(request))
		expect(string(policy.Type)+" after an add", 1, count(policy.Type))
		done("removing "+string(policy.Type), network.RemovePolicy(request))
		expect(string(policy.Type)+" after a remove", 0, count(policy.Type))
	}
	elsewhere := text(hcn.ProviderAddressEndpointPolicySetting{ProviderAddress: "10.0.0.4"})
	provider := hcn.EndpointPolicy{Type: hcn.NetworkProviderAddress, Settings: elsewhere}
	remote := answer(network.CreateRemoteEndpoint(&hcn.HostComputeEndpoint{
		IpConfigurations: []hcn.IpConfig{{IpAddress: "10.30.0.9"}}, MacAddress: "00:15:5d:99:00:01", Policies: []hcn.EndpointPolicy{provider},
		SchemaVersion: hcn.V2SchemaVersion(),
	}))
	expect("the flags of a remote endpoint", hcn.EndpointFlagsRemoteEndpoint, remote.Flags)
	done("delete of a network with an endpoint", network.Delete())
	_, err := hcn.GetEndpointByID(remote.Id)
	expect("its endpoint went with it", true, hcn.IsNotFoundError(err))
	said("policies of a network and its subnet; a remote endpoint that goes with its network")
}

func useNamespace(first, second *hcn.HostComputeEndpoint) {
	namespace := answer(hcn.NewNamespace(hcn.NamespaceTypeHost).Create())
	done("adding to a namespace", hcn.AddNamespaceEndpoint(namespace.Id, second.Id))
	done("adding to a namespace", first.NamespaceAttach(namespace.Id))
	ids := answer(hcn.GetNamespaceEndpointIds(namespace.Id))
	expect("endpoints in the order they came", second.Id+" "+first.Id, strings.Join(ids, " "))
	expect("containers", 0, len(answer(hcn.GetNamespaceContainerIds(namespace.Id))))
	expect("the namespace of an endpoint", namespace.Id, answer(hcn.GetEndpointByID(first.Id)).HostComputeNamespace)
	done("a sync of a host's namespace", namespace.Sync())
	done("removing from a namespace", first.NamespaceDetach(namespace.Id))
	done("removing from a namespace", hcn.RemoveNamespaceEndpoint(namespace.Id, second.Id))
	expect("endpoints after that", 0, len(answer(hcn.GetNamespaceEndpointIds(namespace.Id))))
	expect("the namespace of an endpoint after that", "", answer(hcn.GetEndpointByID(first.Id)).HostComputeNamespace)
	said("a namespace: endpoints added, listed in order, removed")
	done("delete of a namespace", namespace.Delete())
	expect("a namespace that is gone is not found", true, hcn.IsElementNotFoundError(namespace.Delete()))
	said("the namespace deleted, and not found after that")
}

func useGuestNamespace() {
	wanted := hcn.NewNamespace(hcn.NamespaceTypeGuest)
	wanted.NamespaceId = 5
	namespace := answer(wanted.Create())
	expect("the type of the namespace", hcn.NamespaceTypeGuest, namespace.Type)
	expect("its compartment", 5, namespace.NamespaceId)
	expect("namespaces", 1, len(answer(hcn.ListNamespaces())))
	done("a sync with a guest that nobody runs", namespace.Sync())
	done("delete of a guest's namespace", namespace.Delete())
	said("a guest's namespace in compartment %d", namespace.NamespaceId)
}

func balance(first, second *hcn.HostComputeEndpoint) {
	front := []string{"1.1.1.2", "1.1.1.3"}
	endpoints := []hcn.HostComputeEndpoint{*first}
	flags, ofMapping := hcn.LoadBalancerFlagsDSR, hcn.LoadBalancerPortMappingFlagsILB
	balancer := answer(hcn.AddLoadBalancer(endpoints, flags, ofMapping, "10.0.0.1", front, 6, 8080, 8090))
	expect("the endpoint of a balancer", first.Id, strings.Join(balancer.HostComputeEndpoints, " "))
	expect("its flags", hcn.LoadBalancerFlagsDSR, balancer.Flags)
	expect("its mapping", hcn.LoadBalancerPortMapping{Protocol: 6, InternalPort: 8080, ExternalPort: 8090, Flags: 1}, balancer.PortMappings[0])
	expect("its addresses", "1.1.1.2 1.1.1.3", strings.Join(balancer.FrontendVIPs, " "))

	balancer = answer(balancer.AddEndpoint(second))
	expect("endpoints after an add", 2, len(balancer.HostComputeEndpoints))
	balancer = answer(balancer.RemoveEndpoint(first))
	expect("the endpoint after a remove", second.Id, strings.Join(balancer.HostComputeEndpoints, " "))
	balancer.PortMappings[0].InternalPort = 8081
	balancer.HostComputeEndpoints = append(balancer.HostComputeEndpoints, first.Id)
	updated := answer(balancer.Update(balancer.Id))
	expect("the id after an update", balancer.Id, updated.Id)
	expect("the port after an update", 8081, updated.PortMappings[0].InternalPort)
	expect("a balancer by its id", 2, len(answer(hcn.GetLoadBalancerByID(balancer.Id)).HostComputeEndpoints))
	expect("balancers", 1, len(answer(hcn.ListLoadBalancers())))
	said("a balancer: endpoints added and removed, updated under its id")
	done("delete of a balancer", updated.Delete())
	_, err := hcn.GetLoadBalancerByID(balancer.Id)
	expect("a balancer that is gone is not found", true, hcn.IsNotFoundError(err))
	said("the balancer deleted, and not found after that")
}

func route(first, second *hcn.HostComputeEndpoint) {
	made := answer(hcn.AddRoute([]hcn.HostComputeEndpoint{*first}, "169.254.169.254/24", "127.10.0.34", false))
	expect("where a route leads", hcn.SDNRoutePolicySetting{DestinationPrefix: "169.254.169.254/24", NextHop: "127.10.0.34"}, made.Setting[0])
	made = answer(made.AddEndpoint(second))
	expect("endpoints of a route after an add", 2, len(made.HostComputeEndpoints))
	made = answer(made.RemoveEndpoint(first))
	expect("the endpoint after a remove", second.Id, strings.Join(made.HostComputeEndpoints, " "))
	expect("a route by its id", second.Id, answer(hcn.GetRouteByID(made.ID)).HostComputeEndpoints[0])
	expect("routes", 1, len(answer(hcn.ListRoutes())))
	done("delete of a route", made.Delete())
	expect("routes after that", 0, len(answer(hcn.ListRoutes())))
	said("a route: endpoints added and removed, found, deleted")
}

func lookForNothing(network *hcn.HostComputeNetwork) {
	_, byName := hcn.GetNetworkByName("nobody")
	_, byID := hcn.GetNetworkByID(nobody)
	_, endpoint := hcn.GetEndpointByName("nobody")
	_, namespace := hcn.GetNamespaceByID(nobody)
	_, found := hcn.GetRouteByID(nobody)
	for _, err := range []error{byName, byID, endpoint, namespace, found} {
		expect("what nobody made is not found", true, hcn.IsNotFoundError(err))
	}
	elsewhere := hcn.HostComputeEndpoint{HostComputeNetwork: nobody, SchemaVersion: hcn.V2SchemaVersion()}
	_, err := elsewhere.Create()
	expect("an endpoint needs a network", true, err != nil)
	expect("endpoints of the network still", 2, len(answer(hcn.ListEndpointsOfNetwork(network.Id))))
	said("what is not there is not found, by name and by id")
}
