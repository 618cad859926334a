"""Every type of the network schema.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.topic.endpoint import (
        EndpointAdditionalParams as EndpointAdditionalParams,
    )
    from hcsffi.documents.topic.endpoint import (
        EndpointFlags as EndpointFlags,
    )
    from hcsffi.documents.topic.endpoint import (
        EndpointResourceType as EndpointResourceType,
    )
    from hcsffi.documents.topic.endpoint import (
        EndpointStats as EndpointStats,
    )
    from hcsffi.documents.topic.endpoint import (
        HostComputeEndpoint as HostComputeEndpoint,
    )
    from hcsffi.documents.topic.endpoint import (
        ModifyEndpointSettingRequest as ModifyEndpointSettingRequest,
    )
    from hcsffi.documents.topic.endpoint import (
        VmEndpointRequest as VmEndpointRequest,
    )
    from hcsffi.documents.topic.filter import (
        AclFeatures as AclFeatures,
    )
    from hcsffi.documents.topic.filter import (
        AclPolicySetting as AclPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        ActionType as ActionType,
    )
    from hcsffi.documents.topic.filter import (
        AuthenticationCertificate as AuthenticationCertificate,
    )
    from hcsffi.documents.topic.filter import (
        AuthenticationMethod as AuthenticationMethod,
    )
    from hcsffi.documents.topic.filter import (
        AuthenticationPresharedKey as AuthenticationPresharedKey,
    )
    from hcsffi.documents.topic.filter import (
        AuthenticationType as AuthenticationType,
    )
    from hcsffi.documents.topic.filter import (
        CommonAclPolicySetting as CommonAclPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        CommonL4ProxyPolicySetting as CommonL4ProxyPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        DirectionType as DirectionType,
    )
    from hcsffi.documents.topic.filter import (
        EncryptionMethod as EncryptionMethod,
    )
    from hcsffi.documents.topic.filter import (
        EncryptionPolicySetting as EncryptionPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        EndpointL4ProxyPolicySetting as EndpointL4ProxyPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        FirewallPolicyFlags as FirewallPolicyFlags,
    )
    from hcsffi.documents.topic.filter import (
        FirewallPolicySetting as FirewallPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        FirewallVMType as FirewallVMType,
    )
    from hcsffi.documents.topic.filter import (
        FiveTuple as FiveTuple,
    )
    from hcsffi.documents.topic.filter import (
        FiveTuple2 as FiveTuple2,
    )
    from hcsffi.documents.topic.filter import (
        L4ProxyPolicySetting as L4ProxyPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        L4WfpProxyPolicySetting as L4WfpProxyPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        NetworkAclPolicySetting as NetworkAclPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        PrioritizedAuthenticationMethod as PrioritizedAuthenticationMethod,
    )
    from hcsffi.documents.topic.filter import (
        ProtocolType as ProtocolType,
    )
    from hcsffi.documents.topic.filter import (
        ProxyExceptions as ProxyExceptions,
    )
    from hcsffi.documents.topic.filter import (
        ProxyType as ProxyType,
    )
    from hcsffi.documents.topic.filter import (
        RuleType as RuleType,
    )
    from hcsffi.documents.topic.filter import (
        TierAclPolicySetting as TierAclPolicySetting,
    )
    from hcsffi.documents.topic.filter import (
        TierAclRule as TierAclRule,
    )
    from hcsffi.documents.topic.guest_interface import (
        CreateDeviceFlags as CreateDeviceFlags,
    )
    from hcsffi.documents.topic.guest_interface import (
        CreateDeviceRequest as CreateDeviceRequest,
    )
    from hcsffi.documents.topic.guest_interface import (
        GuestDeviceType as GuestDeviceType,
    )
    from hcsffi.documents.topic.guest_interface import (
        GuestDNS as GuestDNS,
    )
    from hcsffi.documents.topic.guest_interface import (
        GuestEndpointState as GuestEndpointState,
    )
    from hcsffi.documents.topic.guest_interface import (
        GuestOperationType as GuestOperationType,
    )
    from hcsffi.documents.topic.guest_interface import (
        GuestRoute as GuestRoute,
    )
    from hcsffi.documents.topic.guest_interface import (
        InitialIpConfigurationNotification as InitialIpConfigurationNotification,
    )
    from hcsffi.documents.topic.guest_interface import (
        InitialIpConfigurationNotificationFlags as InitialIpConfigurationNotificationFlags,
    )
    from hcsffi.documents.topic.guest_interface import (
        InterfaceNetFilterRequest as InterfaceNetFilterRequest,
    )
    from hcsffi.documents.topic.guest_interface import (
        InterfaceNotificationMessage as InterfaceNotificationMessage,
    )
    from hcsffi.documents.topic.guest_interface import (
        IPAddress as IPAddress,
    )
    from hcsffi.documents.topic.guest_interface import (
        LoopbackRoutesRequest as LoopbackRoutesRequest,
    )
    from hcsffi.documents.topic.guest_interface import (
        MacAddress as MacAddress,
    )
    from hcsffi.documents.topic.guest_interface import (
        Neighbor as Neighbor,
    )
    from hcsffi.documents.topic.guest_interface import (
        NetworkInterface as NetworkInterface,
    )
    from hcsffi.documents.topic.guest_interface import (
        RegistryKey as RegistryKey,
    )
    from hcsffi.documents.topic.guest_interface import (
        RegKey as RegKey,
    )
    from hcsffi.documents.topic.guest_interface import (
        VmNicCreatedNotification as VmNicCreatedNotification,
    )
    from hcsffi.documents.topic.guest_interface import (
        Xlat as Xlat,
    )
    from hcsffi.documents.topic.guest_network import (
        EntityFlags as EntityFlags,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestEndpoint as GuestEndpoint,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestEndpointResourceType as GuestEndpointResourceType,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestFirewall as GuestFirewall,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestModifySettingRequest as GuestModifySettingRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNamespace as GuestNamespace,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNamespaceResource as GuestNamespaceResource,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNamespaceResourceType as GuestNamespaceResourceType,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkService as GuestNetworkService,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceFlags as GuestNetworkServiceFlags,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceInterface as GuestNetworkServiceInterface,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceInterfaceState as GuestNetworkServiceInterfaceState,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceNotificationData as GuestNetworkServiceNotificationData,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceNotificationType as GuestNetworkServiceNotificationType,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceResourceType as GuestNetworkServiceResourceType,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceState as GuestNetworkServiceState,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestNetworkServiceStateRequest as GuestNetworkServiceStateRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestResourceType as GuestResourceType,
    )
    from hcsffi.documents.topic.guest_network import (
        GuestService as GuestService,
    )
    from hcsffi.documents.topic.guest_network import (
        ModifyGuestDeviceSettingRequest as ModifyGuestDeviceSettingRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        ModifyGuestEndpointSettingRequest as ModifyGuestEndpointSettingRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        ModifyGuestNamespaceSettingRequest as ModifyGuestNamespaceSettingRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        ModifyGuestNetworkServiceSettingRequest as ModifyGuestNetworkServiceSettingRequest,
    )
    from hcsffi.documents.topic.guest_network import (
        RpcConnectionInformation as RpcConnectionInformation,
    )
    from hcsffi.documents.topic.guest_network import (
        RpcEndpointType as RpcEndpointType,
    )
    from hcsffi.documents.topic.load_balancer import (
        HostComputeLoadBalancer as HostComputeLoadBalancer,
    )
    from hcsffi.documents.topic.load_balancer import (
        HostComputePolicyList as HostComputePolicyList,
    )
    from hcsffi.documents.topic.load_balancer import (
        HostComputeRoute as HostComputeRoute,
    )
    from hcsffi.documents.topic.load_balancer import (
        LoadBalancerDistribution as LoadBalancerDistribution,
    )
    from hcsffi.documents.topic.load_balancer import (
        LoadBalancerFlags as LoadBalancerFlags,
    )
    from hcsffi.documents.topic.load_balancer import (
        LoadBalancerPortMapping as LoadBalancerPortMapping,
    )
    from hcsffi.documents.topic.load_balancer import (
        LoadBalancerPortMappingFlags as LoadBalancerPortMappingFlags,
    )
    from hcsffi.documents.topic.namespace import (
        HostComputeNamespace as HostComputeNamespace,
    )
    from hcsffi.documents.topic.namespace import (
        ModifyNamespaceSettingRequest as ModifyNamespaceSettingRequest,
    )
    from hcsffi.documents.topic.namespace import (
        ModifyNamespaceSettingResponse as ModifyNamespaceSettingResponse,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceContainerRequest as NamespaceContainerRequest,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceEndpointRequest as NamespaceEndpointRequest,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceResource as NamespaceResource,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceResourceContainer as NamespaceResourceContainer,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceResourceEndpoint as NamespaceResourceEndpoint,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceResourceType as NamespaceResourceType,
    )
    from hcsffi.documents.topic.namespace import (
        NamespaceType as NamespaceType,
    )
    from hcsffi.documents.topic.network import (
        DNS as DNS,
    )
    from hcsffi.documents.topic.network import (
        Base as Base,
    )
    from hcsffi.documents.topic.network import (
        Extension as Extension,
    )
    from hcsffi.documents.topic.network import (
        ExtraParams as ExtraParams,
    )
    from hcsffi.documents.topic.network import (
        Health as Health,
    )
    from hcsffi.documents.topic.network import (
        HostComputeNetwork as HostComputeNetwork,
    )
    from hcsffi.documents.topic.network import (
        Ipam as Ipam,
    )
    from hcsffi.documents.topic.network import (
        IpamType as IpamType,
    )
    from hcsffi.documents.topic.network import (
        IpConfig as IpConfig,
    )
    from hcsffi.documents.topic.network import (
        IpSubnet as IpSubnet,
    )
    from hcsffi.documents.topic.network import (
        IPSubnetFlags as IPSubnetFlags,
    )
    from hcsffi.documents.topic.network import (
        IPSubnetNetworkRequest as IPSubnetNetworkRequest,
    )
    from hcsffi.documents.topic.network import (
        MacPool as MacPool,
    )
    from hcsffi.documents.topic.network import (
        MacRange as MacRange,
    )
    from hcsffi.documents.topic.network import (
        ModifyNetworkSettingRequest as ModifyNetworkSettingRequest,
    )
    from hcsffi.documents.topic.network import (
        NetworkAdditionalParams as NetworkAdditionalParams,
    )
    from hcsffi.documents.topic.network import (
        NetworkFlags as NetworkFlags,
    )
    from hcsffi.documents.topic.network import (
        NetworkMode as NetworkMode,
    )
    from hcsffi.documents.topic.network import (
        NetworkResourceType as NetworkResourceType,
    )
    from hcsffi.documents.topic.network import (
        Route as Route,
    )
    from hcsffi.documents.topic.network import (
        Subnet as Subnet,
    )
    from hcsffi.documents.topic.network import (
        SubnetFlags as SubnetFlags,
    )
    from hcsffi.documents.topic.network import (
        SubnetNetworkRequest as SubnetNetworkRequest,
    )
    from hcsffi.documents.topic.network import (
        Telemetry as Telemetry,
    )
    from hcsffi.documents.topic.network_service import (
        ApiSupport as ApiSupport,
    )
    from hcsffi.documents.topic.network_service import (
        Feature as Feature,
    )
    from hcsffi.documents.topic.network_service import (
        Globals as Globals,
    )
    from hcsffi.documents.topic.network_service import (
        HostComputeQuery as HostComputeQuery,
    )
    from hcsffi.documents.topic.network_service import (
        HostComputeQueryFlags as HostComputeQueryFlags,
    )
    from hcsffi.documents.topic.network_service import (
        HostResourceType as HostResourceType,
    )
    from hcsffi.documents.topic.network_service import (
        ModifyRequestType as ModifyRequestType,
    )
    from hcsffi.documents.topic.network_service import (
        ModifySettingRequest as ModifySettingRequest,
    )
    from hcsffi.documents.topic.network_service import (
        ModifySettingResponse as ModifySettingResponse,
    )
    from hcsffi.documents.topic.network_service import (
        NotificationBase as NotificationBase,
    )
    from hcsffi.documents.topic.network_service import (
        Response as Response,
    )
    from hcsffi.documents.topic.network_service import (
        SupportedFeatures as SupportedFeatures,
    )
    from hcsffi.documents.topic.network_service import (
        Version as Version,
    )
    from hcsffi.documents.topic.policy import (
        AutomaticDNSNetworkPolicySetting as AutomaticDNSNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        BasePolicy as BasePolicy,
    )
    from hcsffi.documents.topic.policy import (
        DrMacAddressNetworkPolicySetting as DrMacAddressNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        EncapOverheadEndpointPolicySetting as EncapOverheadEndpointPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        EndpointPolicy as EndpointPolicy,
    )
    from hcsffi.documents.topic.policy import (
        EndpointPolicyType as EndpointPolicyType,
    )
    from hcsffi.documents.topic.policy import (
        HostRoutePolicySetting as HostRoutePolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        InterfaceConstraintEndpointPolicySetting as InterfaceConstraintEndpointPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        InterfaceConstraintNetworkPolicySetting as InterfaceConstraintNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        InterfaceParametersPolicySetting as InterfaceParametersPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        IovInterruptModerationType as IovInterruptModerationType,
    )
    from hcsffi.documents.topic.policy import (
        IovPolicySetting as IovPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        LayerConstraintNetworkPolicySetting as LayerConstraintNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        NatFlags as NatFlags,
    )
    from hcsffi.documents.topic.policy import (
        NetAdapterNameNetworkPolicySetting as NetAdapterNameNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        NetworkPolicy as NetworkPolicy,
    )
    from hcsffi.documents.topic.policy import (
        NetworkPolicyType as NetworkPolicyType,
    )
    from hcsffi.documents.topic.policy import (
        OutboundNatPolicySetting as OutboundNatPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        PolicyEndpointRequest as PolicyEndpointRequest,
    )
    from hcsffi.documents.topic.policy import (
        PolicyNetworkRequest as PolicyNetworkRequest,
    )
    from hcsffi.documents.topic.policy import (
        PortMappingPolicySetting as PortMappingPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        PortnameEndpointPolicySetting as PortnameEndpointPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        ProviderAddressEndpointPolicySetting as ProviderAddressEndpointPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        ProviderAddressNetworkPolicySetting as ProviderAddressNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        QosPolicySetting as QosPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        RemoteSubnetRoutePolicySetting as RemoteSubnetRoutePolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        SDNRoutePolicySetting as SDNRoutePolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        SetPolicySetting as SetPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        SetPolicyTypes as SetPolicyTypes,
    )
    from hcsffi.documents.topic.policy import (
        SourceMacAddressNetworkPolicySetting as SourceMacAddressNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        SubnetPolicy as SubnetPolicy,
    )
    from hcsffi.documents.topic.policy import (
        SubnetPolicyType as SubnetPolicyType,
    )
    from hcsffi.documents.topic.policy import (
        VlanPolicySetting as VlanPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        VsidPolicySetting as VsidPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        VSwitchExtensionNetworkPolicySetting as VSwitchExtensionNetworkPolicySetting,
    )
    from hcsffi.documents.topic.policy import (
        VxlanPortPolicySetting as VxlanPortPolicySetting,
    )

HOMES = {
    "AclFeatures": ("filter", "AclFeatures"),
    "AclPolicySetting": ("filter", "AclPolicySetting"),
    "ActionType": ("filter", "ActionType"),
    "ApiSupport": ("network_service", "ApiSupport"),
    "AuthenticationCertificate": ("filter", "AuthenticationCertificate"),
    "AuthenticationMethod": ("filter", "AuthenticationMethod"),
    "AuthenticationPresharedKey": ("filter", "AuthenticationPresharedKey"),
    "AuthenticationType": ("filter", "AuthenticationType"),
    "AutomaticDNSNetworkPolicySetting": ("policy", "AutomaticDNSNetworkPolicySetting"),
    "Base": ("network", "Base"),
    "BasePolicy": ("policy", "BasePolicy"),
    "CommonAclPolicySetting": ("filter", "CommonAclPolicySetting"),
    "CommonL4ProxyPolicySetting": ("filter", "CommonL4ProxyPolicySetting"),
    "CreateDeviceFlags": ("guest_interface", "CreateDeviceFlags"),
    "CreateDeviceRequest": ("guest_interface", "CreateDeviceRequest"),
    "DNS": ("network", "DNS"),
    "DirectionType": ("filter", "DirectionType"),
    "DrMacAddressNetworkPolicySetting": ("policy", "DrMacAddressNetworkPolicySetting"),
    "EncapOverheadEndpointPolicySetting": ("policy", "EncapOverheadEndpointPolicySetting"),
    "EncryptionMethod": ("filter", "EncryptionMethod"),
    "EncryptionPolicySetting": ("filter", "EncryptionPolicySetting"),
    "EndpointAdditionalParams": ("endpoint", "EndpointAdditionalParams"),
    "EndpointFlags": ("endpoint", "EndpointFlags"),
    "EndpointL4ProxyPolicySetting": ("filter", "EndpointL4ProxyPolicySetting"),
    "EndpointPolicy": ("policy", "EndpointPolicy"),
    "EndpointPolicyType": ("policy", "EndpointPolicyType"),
    "EndpointResourceType": ("endpoint", "EndpointResourceType"),
    "EndpointStats": ("endpoint", "EndpointStats"),
    "EntityFlags": ("guest_network", "EntityFlags"),
    "Extension": ("network", "Extension"),
    "ExtraParams": ("network", "ExtraParams"),
    "Feature": ("network_service", "Feature"),
    "FirewallPolicyFlags": ("filter", "FirewallPolicyFlags"),
    "FirewallPolicySetting": ("filter", "FirewallPolicySetting"),
    "FirewallVMType": ("filter", "FirewallVMType"),
    "FiveTuple": ("filter", "FiveTuple"),
    "FiveTuple2": ("filter", "FiveTuple2"),
    "Globals": ("network_service", "Globals"),
    "GuestDNS": ("guest_interface", "GuestDNS"),
    "GuestDeviceType": ("guest_interface", "GuestDeviceType"),
    "GuestEndpoint": ("guest_network", "GuestEndpoint"),
    "GuestEndpointResourceType": ("guest_network", "GuestEndpointResourceType"),
    "GuestEndpointState": ("guest_interface", "GuestEndpointState"),
    "GuestFirewall": ("guest_network", "GuestFirewall"),
    "GuestModifySettingRequest": ("guest_network", "GuestModifySettingRequest"),
    "GuestNamespace": ("guest_network", "GuestNamespace"),
    "GuestNamespaceResource": ("guest_network", "GuestNamespaceResource"),
    "GuestNamespaceResourceType": ("guest_network", "GuestNamespaceResourceType"),
    "GuestNetworkService": ("guest_network", "GuestNetworkService"),
    "GuestNetworkServiceFlags": ("guest_network", "GuestNetworkServiceFlags"),
    "GuestNetworkServiceInterface": ("guest_network", "GuestNetworkServiceInterface"),
    "GuestNetworkServiceInterfaceState": ("guest_network", "GuestNetworkServiceInterfaceState"),
    "GuestNetworkServiceNotificationData": ("guest_network", "GuestNetworkServiceNotificationData"),
    "GuestNetworkServiceNotificationType": ("guest_network", "GuestNetworkServiceNotificationType"),
    "GuestNetworkServiceResourceType": ("guest_network", "GuestNetworkServiceResourceType"),
    "GuestNetworkServiceState": ("guest_network", "GuestNetworkServiceState"),
    "GuestNetworkServiceStateRequest": ("guest_network", "GuestNetworkServiceStateRequest"),
    "GuestOperationType": ("guest_interface", "GuestOperationType"),
    "GuestResourceType": ("guest_network", "GuestResourceType"),
    "GuestRoute": ("guest_interface", "GuestRoute"),
    "GuestService": ("guest_network", "GuestService"),
    "Health": ("network", "Health"),
    "HostComputeEndpoint": ("endpoint", "HostComputeEndpoint"),
    "HostComputeLoadBalancer": ("load_balancer", "HostComputeLoadBalancer"),
    "HostComputeNamespace": ("namespace", "HostComputeNamespace"),
    "HostComputeNetwork": ("network", "HostComputeNetwork"),
    "HostComputePolicyList": ("load_balancer", "HostComputePolicyList"),
    "HostComputeQuery": ("network_service", "HostComputeQuery"),
    "HostComputeQueryFlags": ("network_service", "HostComputeQueryFlags"),
    "HostComputeRoute": ("load_balancer", "HostComputeRoute"),
    "HostResourceType": ("network_service", "HostResourceType"),
    "HostRoutePolicySetting": ("policy", "HostRoutePolicySetting"),
    "IPAddress": ("guest_interface", "IPAddress"),
    "IPSubnetFlags": ("network", "IPSubnetFlags"),
    "IPSubnetNetworkRequest": ("network", "IPSubnetNetworkRequest"),
    "InitialIpConfigurationNotification": ("guest_interface", "InitialIpConfigurationNotification"),
    "InitialIpConfigurationNotificationFlags": ("guest_interface", "InitialIpConfigurationNotificationFlags"),
    "InterfaceConstraintEndpointPolicySetting": ("policy", "InterfaceConstraintEndpointPolicySetting"),
    "InterfaceConstraintNetworkPolicySetting": ("policy", "InterfaceConstraintNetworkPolicySetting"),
    "InterfaceNetFilterRequest": ("guest_interface", "InterfaceNetFilterRequest"),
    "InterfaceNotificationMessage": ("guest_interface", "InterfaceNotificationMessage"),
    "InterfaceParametersPolicySetting": ("policy", "InterfaceParametersPolicySetting"),
    "IovInterruptModerationType": ("policy", "IovInterruptModerationType"),
    "IovPolicySetting": ("policy", "IovPolicySetting"),
    "IpConfig": ("network", "IpConfig"),
    "IpSubnet": ("network", "IpSubnet"),
    "Ipam": ("network", "Ipam"),
    "IpamType": ("network", "IpamType"),
    "L4ProxyPolicySetting": ("filter", "L4ProxyPolicySetting"),
    "L4WfpProxyPolicySetting": ("filter", "L4WfpProxyPolicySetting"),
    "LayerConstraintNetworkPolicySetting": ("policy", "LayerConstraintNetworkPolicySetting"),
    "LoadBalancerDistribution": ("load_balancer", "LoadBalancerDistribution"),
    "LoadBalancerFlags": ("load_balancer", "LoadBalancerFlags"),
    "LoadBalancerPortMapping": ("load_balancer", "LoadBalancerPortMapping"),
    "LoadBalancerPortMappingFlags": ("load_balancer", "LoadBalancerPortMappingFlags"),
    "LoopbackRoutesRequest": ("guest_interface", "LoopbackRoutesRequest"),
    "MacAddress": ("guest_interface", "MacAddress"),
    "MacPool": ("network", "MacPool"),
    "MacRange": ("network", "MacRange"),
    "ModifyEndpointSettingRequest": ("endpoint", "ModifyEndpointSettingRequest"),
    "ModifyGuestDeviceSettingRequest": ("guest_network", "ModifyGuestDeviceSettingRequest"),
    "ModifyGuestEndpointSettingRequest": ("guest_network", "ModifyGuestEndpointSettingRequest"),
    "ModifyGuestNamespaceSettingRequest": ("guest_network", "ModifyGuestNamespaceSettingRequest"),
    "ModifyGuestNetworkServiceSettingRequest": ("guest_network", "ModifyGuestNetworkServiceSettingRequest"),
    "ModifyNamespaceSettingRequest": ("namespace", "ModifyNamespaceSettingRequest"),
    "ModifyNamespaceSettingResponse": ("namespace", "ModifyNamespaceSettingResponse"),
    "ModifyNetworkSettingRequest": ("network", "ModifyNetworkSettingRequest"),
    "ModifyRequestType": ("network_service", "ModifyRequestType"),
    "ModifySettingRequest": ("network_service", "ModifySettingRequest"),
    "ModifySettingResponse": ("network_service", "ModifySettingResponse"),
    "NamespaceContainerRequest": ("namespace", "NamespaceContainerRequest"),
    "NamespaceEndpointRequest": ("namespace", "NamespaceEndpointRequest"),
    "NamespaceResource": ("namespace", "NamespaceResource"),
    "NamespaceResourceContainer": ("namespace", "NamespaceResourceContainer"),
    "NamespaceResourceEndpoint": ("namespace", "NamespaceResourceEndpoint"),
    "NamespaceResourceType": ("namespace", "NamespaceResourceType"),
    "NamespaceType": ("namespace", "NamespaceType"),
    "NatFlags": ("policy", "NatFlags"),
    "Neighbor": ("guest_interface", "Neighbor"),
    "NetAdapterNameNetworkPolicySetting": ("policy", "NetAdapterNameNetworkPolicySetting"),
    "NetworkAclPolicySetting": ("filter", "NetworkAclPolicySetting"),
    "NetworkAdditionalParams": ("network", "NetworkAdditionalParams"),
    "NetworkFlags": ("network", "NetworkFlags"),
    "NetworkInterface": ("guest_interface", "NetworkInterface"),
    "NetworkMode": ("network", "NetworkMode"),
    "NetworkPolicy": ("policy", "NetworkPolicy"),
    "NetworkPolicyType": ("policy", "NetworkPolicyType"),
    "NetworkResourceType": ("network", "NetworkResourceType"),
    "NotificationBase": ("network_service", "NotificationBase"),
    "OutboundNatPolicySetting": ("policy", "OutboundNatPolicySetting"),
    "PolicyEndpointRequest": ("policy", "PolicyEndpointRequest"),
    "PolicyNetworkRequest": ("policy", "PolicyNetworkRequest"),
    "PortMappingPolicySetting": ("policy", "PortMappingPolicySetting"),
    "PortnameEndpointPolicySetting": ("policy", "PortnameEndpointPolicySetting"),
    "PrioritizedAuthenticationMethod": ("filter", "PrioritizedAuthenticationMethod"),
    "ProtocolType": ("filter", "ProtocolType"),
    "ProviderAddressEndpointPolicySetting": ("policy", "ProviderAddressEndpointPolicySetting"),
    "ProviderAddressNetworkPolicySetting": ("policy", "ProviderAddressNetworkPolicySetting"),
    "ProxyExceptions": ("filter", "ProxyExceptions"),
    "ProxyType": ("filter", "ProxyType"),
    "QosPolicySetting": ("policy", "QosPolicySetting"),
    "RegKey": ("guest_interface", "RegKey"),
    "RegistryKey": ("guest_interface", "RegistryKey"),
    "RemoteSubnetRoutePolicySetting": ("policy", "RemoteSubnetRoutePolicySetting"),
    "Response": ("network_service", "Response"),
    "Route": ("network", "Route"),
    "RpcConnectionInformation": ("guest_network", "RpcConnectionInformation"),
    "RpcEndpointType": ("guest_network", "RpcEndpointType"),
    "RuleType": ("filter", "RuleType"),
    "SDNRoutePolicySetting": ("policy", "SDNRoutePolicySetting"),
    "SetPolicySetting": ("policy", "SetPolicySetting"),
    "SetPolicyTypes": ("policy", "SetPolicyTypes"),
    "SourceMacAddressNetworkPolicySetting": ("policy", "SourceMacAddressNetworkPolicySetting"),
    "Subnet": ("network", "Subnet"),
    "SubnetFlags": ("network", "SubnetFlags"),
    "SubnetNetworkRequest": ("network", "SubnetNetworkRequest"),
    "SubnetPolicy": ("policy", "SubnetPolicy"),
    "SubnetPolicyType": ("policy", "SubnetPolicyType"),
    "SupportedFeatures": ("network_service", "SupportedFeatures"),
    "Telemetry": ("network", "Telemetry"),
    "TierAclPolicySetting": ("filter", "TierAclPolicySetting"),
    "TierAclRule": ("filter", "TierAclRule"),
    "VSwitchExtensionNetworkPolicySetting": ("policy", "VSwitchExtensionNetworkPolicySetting"),
    "Version": ("network_service", "Version"),
    "VlanPolicySetting": ("policy", "VlanPolicySetting"),
    "VmEndpointRequest": ("endpoint", "VmEndpointRequest"),
    "VmNicCreatedNotification": ("guest_interface", "VmNicCreatedNotification"),
    "VsidPolicySetting": ("policy", "VsidPolicySetting"),
    "VxlanPortPolicySetting": ("policy", "VxlanPortPolicySetting"),
    "Xlat": ("guest_interface", "Xlat"),
}
"""Where each type lives: name here, topic, name there."""


def __getattr__(name: str) -> type:
    """Load the type's topic when its name is first used (PEP 562)."""
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(f"{__name__} has no type {name!r}")
    found: type = getattr(import_module(f"hcsffi.documents.topic.{home[0]}"), home[1])
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
