"""Builders of what people build: functions that return ordinary documents, one file for each noun."""

from __future__ import annotations

from hcsffi.documents.build.container import hyperv_container as hyperv_container
from hcsffi.documents.build.container import process_isolated_container as process_isolated_container
from hcsffi.documents.build.endpoint import acl as acl
from hcsffi.documents.build.endpoint import endpoint as endpoint
from hcsffi.documents.build.endpoint import outbound_nat as outbound_nat
from hcsffi.documents.build.endpoint import port_mapping as port_mapping
from hcsffi.documents.build.machine import linux_vm as linux_vm
from hcsffi.documents.build.machine import windows_vm as windows_vm
from hcsffi.documents.build.network import l2bridge_network as l2bridge_network
from hcsffi.documents.build.network import nat_network as nat_network
from hcsffi.documents.build.network import overlay_network as overlay_network
from hcsffi.documents.build.network import transparent_network as transparent_network
