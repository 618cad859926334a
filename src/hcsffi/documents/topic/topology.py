"""Memory, processors and NUMA nodes of a virtual machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.cpu_group import CpuGroup


@define(frozen=True, kw_only=True)
class Topology(Document, published="hcs.Topology", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Memory and processors of a virtual machine."""

    memory: VirtualMachineMemory | None = member("Memory", "VirtualMachine_Memory", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    processor: VirtualMachineProcessor | None = member(
        "Processor", "VirtualMachine_Processor", "2.0", "docs dump hcsshim wsl hcs-rs zlayer"
    )
    numa: Numa | None = member("Numa", "Numa", None, "hcsshim")


@define(frozen=True, kw_only=True)
class VirtualMachineMemory(Document, published="hcs.VirtualMachine_Memory", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Memory of a virtual machine and how it is backed."""

    size_in_mb: int | None = member(
        "SizeInMB", "uint64", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", unit="MiB", rule="step 2: kubernetes/minikube#6973, whole 2 MB"
    )
    allow_overcommit: bool | None = member("AllowOvercommit", "bool", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    backing_page_size: MemoryBackingPageSize | None = member("BackingPageSize", "MemoryBackingPageSize", "2.2", "docs dump wsl hcs-rs")
    # since: first sdk 2004; the published version is kept, the older SDK is a back-port (the next 2 rows).
    fault_cluster_size_shift: int | None = member("FaultClusterSizeShift", "uint32", "2.4", "docs dump wsl")
    direct_map_fault_cluster_size_shift: int | None = member("DirectMapFaultClusterSizeShift", "uint32", "2.4", "docs dump wsl")
    pin_backing_pages: bool | None = member("PinBackingPages", "bool", "2.2", "docs dump hcs-rs")
    forbid_small_backing_pages: bool | None = member("ForbidSmallBackingPages", "bool", "2.2", "docs dump hcs-rs")
    enable_hot_hint: bool | None = member("EnableHotHint", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    enable_cold_hint: bool | None = member("EnableColdHint", "bool", "2.0", "docs dump hcsshim hcs-rs")
    enable_cold_discard_hint: bool | None = member("EnableColdDiscardHint", "bool", "2.2", "docs dump hcsshim wsl hcs-rs")
    enable_deferred_commit: bool | None = member("EnableDeferredCommit", "bool", "2.1", "docs dump hcsshim wsl hcs-rs")
    low_mmio_gap_in_mb: int | None = member("LowMmioGapInMB", "uint64", "2.3", "docs dump hcsshim", unit="MiB")
    high_mmio_base_in_mb: int | None = member("HighMmioBaseInMB", "uint64", "2.3", "docs dump hcsshim wsl", unit="MiB")
    high_mmio_gap_in_mb: int | None = member("HighMmioGapInMB", "uint64", "2.3", "docs dump hcsshim wsl", unit="MiB")
    backing: MemoryBackingType | None = member(
        "Backing", "MemoryBackingType", None, "hcsshim", "In the docs' own samples and hcsshim, in no schema table."
    )
    slit_type: VirtualSlitType | None = member("SlitType", "VirtualSlitType", None, "hcsshim")
    hosting_process_name_suffix: str | None = member("HostingProcessNameSuffix", "string", None, "wsl")


class MemoryBackingType(TextEnum, published="hcs.MemoryBackingType", sources="hcsshim"):
    """What kind of memory stands behind a machine's."""

    PHYSICAL = "Physical"
    VIRTUAL = "Virtual"
    HYBRID = "Hybrid"


class MemoryBackingPageSize(TextEnum, published="hcs.MemoryBackingPageSize", since="2.2", sources="docs dump wsl hcs-rs"):
    """Size of the pages behind a machine's memory."""

    SMALL = "Small", "2.2", "docs dump wsl hcs-rs", 0
    LARGE = "Large", "2.2", "docs dump hcs-rs"


class VirtualSlitType(TextEnum, published="hcs.VirtualSlitType", sources="hcsshim"):
    """Where a guest's table of NUMA distances comes from."""

    NONE = "None"
    FIRMWARE = "Firmware"
    MEASURED = "Measured"
    FIRMWARE_FALLBACK_MEASURED = "FirmwareFallbackMeasured"


@define(frozen=True, kw_only=True)
class Numa(Document, published="hcs.Numa", sources="hcsshim"):
    """Virtual NUMA nodes of a machine."""

    virtual_node_count: int | None = member("VirtualNodeCount", "uint8", None, "hcsshim")
    preferred_physical_nodes: Sequence[int] | None = member("PreferredPhysicalNodes", "array<int64>", None, "hcsshim")
    settings: Sequence[NumaSetting] | None = member("Settings", "array<NumaSetting>", None, "hcsshim")
    max_size_per_node: int | None = member("MaxSizePerNode", "uint64", None, "hcsshim")


@define(frozen=True, kw_only=True)
class NumaSetting(Document, published="hcs.NumaSetting", sources="hcsshim"):
    """One virtual NUMA node."""

    virtual_node_number: int | None = member("VirtualNodeNumber", "uint32", None, "hcsshim")
    physical_node_number: int | None = member("PhysicalNodeNumber", "uint32", None, "hcsshim")
    virtual_socket_number: int | None = member("VirtualSocketNumber", "uint32", None, "hcsshim")
    count_of_processors: int | None = member("CountOfProcessors", "uint32", None, "hcsshim")
    count_of_memory_blocks: int | None = member("CountOfMemoryBlocks", "uint64", None, "hcsshim")
    memory_backing_type: MemoryBackingType | None = member("MemoryBackingType", "MemoryBackingType", None, "hcsshim")


@define(frozen=True, kw_only=True)
class NumaNode(Document, published="hcs.NumaNode", sources="hcsshim"):
    """Which node of the host stands behind a virtual one."""

    virtual_node_index: int | None = member("VirtualNodeIndex", "uint32", None, "hcsshim")
    physical_node_index: int | None = member("PhysicalNodeIndex", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class NumaNodeMemory(Document, published="hcs.NumaNodeMemory", sources="hcsshim"):
    """Memory of one node of the host."""

    total_consumable_memory_in_pages: int | None = member("TotalConsumableMemoryInPages", "uint64", None, "hcsshim", unit="pages")
    available_memory_in_pages: int | None = member("AvailableMemoryInPages", "uint64", None, "hcsshim", unit="pages")


@define(frozen=True, kw_only=True)
class NumaNodeProcessor(Document, published="hcs.NumaNodeProcessor", sources="hcsshim"):
    """Processors of one node of the host."""

    total_assigned_processors: int | None = member("TotalAssignedProcessors", "uint32", None, "hcsshim")
    total_available_processors: int | None = member("TotalAvailableProcessors", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class VirtualMachineProcessor(
    Document, published="hcs.VirtualMachine_Processor", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"
):
    """Virtual processors, their limits and features."""

    count: int | None = member("Count", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", rule="from 1 to 4294967295: Hyper-V")
    limit: int | None = member("Limit", "uint64", "2.1", "docs dump hcsshim hcs-rs")
    weight: int | None = member("Weight", "uint64", "2.1", "docs dump hcsshim hcs-rs")
    reservation: int | None = member("Reservation", "uint64", "2.4", "docs dump hcsshim")
    maximum_frequency_mhz: int | None = member("MaximumFrequencyMHz", "uint32", "2.4", "docs dump", unit="MHz")
    expose_virtualization_extensions: bool | None = member("ExposeVirtualizationExtensions", "bool", "2.0", "docs dump wsl hcs-rs")
    enable_perfmon_pmu: bool | None = member("EnablePerfmonPmu", "bool", "2.2", "docs dump wsl hcs-rs")
    enable_perfmon_arch_pmu: bool | None = member("EnablePerfmonArchPmu", "bool", "2.5", "docs dump")
    enable_perfmon_pebs: bool | None = member("EnablePerfmonPebs", "bool", "2.2", "docs dump hcs-rs")
    enable_perfmon_lbr: bool | None = member("EnablePerfmonLbr", "bool", "2.2", "docs dump wsl hcs-rs")
    enable_perfmon_ipt: bool | None = member("EnablePerfmonIpt", "bool", "2.2", "docs dump hcs-rs")
    enable_page_shattering: bool | None = member("EnablePageShattering", "bool", "2.5", "docs")
    disable_speculation_controls: bool | None = member("DisableSpeculationControls", "bool", "2.5", "docs")
    processor_feature_set: ProcessorFeatureSet | None = member("ProcessorFeatureSet", "ProcessorFeatureSet", "2.5", "docs")
    cpu_group: CpuGroup | None = member("CpuGroup", "CpuGroup", "2.5", "docs dump hcsshim")
    numa_processors_settings: NumaProcessors | None = member("NumaProcessorsSettings", "NumaProcessors", None, "hcsshim")


@define(frozen=True, kw_only=True)
class ProcessorLimits(Document, published="hcs.ProcessorLimits", since="2.4", sources="docs dump hcsshim"):
    """Limits on the processors of a machine."""

    limit: int | None = member("Limit", "uint64", "2.4", "docs dump hcsshim")
    weight: int | None = member("Weight", "uint64", "2.4", "docs dump hcsshim")
    reservation: int | None = member("Reservation", "uint64", "2.4", "docs dump hcsshim")
    maximum_frequency_mhz: int | None = member("MaximumFrequencyMHz", "uint32", "2.4", "docs dump hcsshim", unit="MHz")


@define(frozen=True, kw_only=True)
class NumaProcessors(Document, published="hcs.NumaProcessors", sources="hcsshim"):
    """Processors in a NUMA node, and nodes in a socket."""

    count_per_node: Range | None = member("count_per_node", "Range", None, "hcsshim")
    node_per_socket: int | None = member("node_per_socket", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class Range(Document, published="hcs.Range", sources="hcsshim"):
    """An upper bound."""

    max: int | None = member("max", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class IdleProcessorsRequest(Document, published="hcs.IdleProcessorsRequest", since="2.3", sources="docs dump"):
    """How many processors a machine leaves idle."""

    idle_processor_count: int | None = member("IdleProcessorCount", "uint32", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class SystemProcessorModificationRequest(Document, published="hcs.SystemProcessorModificationRequest", since="2.1", sources="docs dump"):
    """The CPU group a machine is moved to."""

    group_id: str | None = member("GroupId", "guid", "2.1", "docs dump")


@define(frozen=True, kw_only=True)
class ProcessorFeatureSet(Document, published="hcs.ProcessorFeatureSet", since="2.5", sources="docs"):
    """Processor features a machine may use."""

    processor_features: Sequence[ProcessorFeature] | None = member("ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs")
    xsave_processor_features: Sequence[XsaveProcessorFeature] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs"
    )
    processor_feature_set_mode: ProcessorFeatureSetMode | None = member("ProcessorFeatureSetMode", "ProcessorFeatureSetMode", "2.5", "docs")


class ProcessorFeatureSetMode(TextEnum, published="hcs.ProcessorFeatureSetMode", since="2.5", sources="docs"):
    """What happens where the host lacks a feature."""

    STRICT = "Strict"
    PERMISSIVE = "Permissive"


@define(frozen=True, kw_only=True)
class ProcessorCapabilitiesInfo(Document, published="hcs.ProcessorCapabilitiesInfo", since="2.5", sources="docs wsl"):
    """Processor features the host has."""

    # enum-as-string: wsl array<string>; the published enum is kept, unknown texts pass.
    processor_features: Sequence[ProcessorFeature] | None = member("ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs wsl")
    xsave_processor_features: Sequence[XsaveProcessorFeature] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs"
    )
    cache_line_flush_size: int | None = member("CacheLineFlushSize", "uint64", "2.5", "docs")
    implemented_physical_address_bits: int | None = member("ImplementedPhysicalAddressBits", "uint64", "2.5", "docs")
    non_architectural_core_sharing: NonArchitecturalCoreSharing | None = member(
        "NonArchitecturalCoreSharing", "NonArchitecturalCoreSharing", "2.5", "docs"
    )


@define(frozen=True, kw_only=True)
class VmProcessorRequirements(Document, published="hcs.VmProcessorRequirements", since="2.5", sources="docs"):
    """Processor features a saved machine needs."""

    processor_features: Sequence[ProcessorFeature] | None = member("ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs")
    xsave_processor_features: Sequence[XsaveProcessorFeature] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs"
    )
    cache_line_flush_size: int | None = member("CacheLineFlushSize", "uint64", "2.5", "docs")
    implemented_physical_address_bits: int | None = member("ImplementedPhysicalAddressBits", "uint64", "2.5", "docs")
    non_architectural_core_sharing: NonArchitecturalCoreSharing | None = member(
        "NonArchitecturalCoreSharing", "NonArchitecturalCoreSharing", "2.5", "docs"
    )


class NonArchitecturalCoreSharing(TextEnum, published="hcs.NonArchitecturalCoreSharing", since="2.5", sources="docs"):
    """Whether unrelated processors may share a core."""

    UNREPORTED = "Unreported"
    OFF = "Off"
    ON = "On"


class ProcessorFeature(TextEnum, published="hcs.ProcessorFeature", since="2.5", sources="docs wsl", numeric=True):
    """One feature of a processor."""

    SSE3 = "Sse3", "2.5", "docs"
    LAHF_SAHF = "LahfSahf", "2.5", "docs"
    SSSE3 = "Ssse3", "2.5", "docs"
    SSE4_1 = "Sse4_1", "2.5", "docs"
    SSE4_2 = "Sse4_2", "2.5", "docs"
    SSE4_A = "Sse4A", "2.5", "docs"
    XOP = "Xop", "2.5", "docs"
    POPCNT = "Popcnt", "2.5", "docs"
    CMPXCHG16_B = "Cmpxchg16B", "2.5", "docs"
    ALTMOVCR8 = "Altmovcr8", "2.5", "docs"
    LZCNT = "Lzcnt", "2.5", "docs"
    MISALIGNSSE = "Misalignsse", "2.5", "docs"
    MMX_EXT = "MmxExt", "2.5", "docs"
    AMD3_DNOW = "Amd3Dnow", "2.5", "docs"
    EXT_AMD3_DNOW = "ExtAmd3Dnow", "2.5", "docs"
    PAGE1_GB = "Page1Gb", "2.5", "docs"
    AMD_AES = "AmdAes", "2.5", "docs"
    PCLMULQDQ = "Pclmulqdq", "2.5", "docs"
    PCID = "Pcid", "2.5", "docs"
    FMA4 = "Fma4", "2.5", "docs"
    F16_C = "F16C", "2.5", "docs"
    RDRAND = "Rdrand", "2.5", "docs"
    RDWRFSGS = "Rdwrfsgs", "2.5", "docs"
    SMEP = "Smep", "2.5", "docs"
    ENHANCED_FAST_STRING = "EnhancedFastString", "2.5", "docs"
    BMI1 = "Bmi1", "2.5", "docs"
    BMI2 = "Bmi2", "2.5", "docs"
    MOVBE = "Movbe", "2.5", "docs"
    NPIEP1 = "Npiep1", "2.5", "docs"
    DEP_X87_FPU_SAVE = "DepX87FpuSave", "2.5", "docs"
    RDSEED = "Rdseed", "2.5", "docs"
    ADX = "Adx", "2.5", "docs"
    INTEL_PREFETCH = "IntelPrefetch", "2.5", "docs"
    SMAP = "Smap", "2.5", "docs"
    HLE = "Hle", "2.5", "docs"
    RTM = "Rtm", "2.5", "docs"
    RDTSCP = "Rdtscp", "2.5", "docs"
    CLFLUSHOPT = "Clflushopt", "2.5", "docs"
    CLWB = "Clwb", "2.5", "docs"
    SHA = "Sha", "2.5", "docs"
    X87_POINTERS_SAVED = "X87PointersSaved", "2.5", "docs"
    INVPCID = "Invpcid", "2.5", "docs"
    IBRS = "Ibrs", "2.5", "docs"
    STIBP = "Stibp", "2.5", "docs"
    IBPB = "Ibpb", "2.5", "docs"
    UNRESTRICTED_GUEST = "UnrestrictedGuest", "2.5", "docs"
    MDD = "Mdd", "2.5", "docs"
    FAST_SHORT_REP_MOV = "FastShortRepMov", "2.5", "docs"
    L1_D_CACHE_FLUSH = "L1DCacheFlush", "2.5", "docs"
    RDCL_NO = "RdclNo", "2.5", "docs"
    IBRS_ALL = "IbrsAll", "2.5", "docs"
    SKIP_L1_DF = "SkipL1Df", "2.5", "docs"
    SSB_NO = "SsbNo", "2.5", "docs"
    RSBA_NO = "RsbaNo", "2.5", "docs"
    VIRT_SPEC_CTRL = "VirtSpecCtrl", "2.5", "docs"
    RDPID = "Rdpid", "2.5", "docs"
    UMIP = "Umip", "2.5", "docs"
    MBS_NO = "MbsNo", "2.5", "docs"
    MB_CLEAR = "MbClear", "2.5", "docs"
    TAA_NO = "TaaNo", "2.5", "docs"
    TSX_CTRL = "TsxCtrl", "2.5", "docs"
    ACOUNT_MCOUNT = "AcountMcount", "2.5", "docs"
    TSC_INVARIANT = "TscInvariant", "2.5", "docs"
    CLZERO = "Clzero", "2.5", "docs"
    RDPRU = "Rdpru", "2.5", "docs"
    LA57 = "La57", "2.5", "docs"
    MBEC = "Mbec", "2.5", "docs"
    NESTED_VIRT = "NestedVirt", "2.5", "docs wsl", 70
    PSFD = "Psfd", "2.5", "docs"
    CET_SS = "CetSs", "2.5", "docs"
    CET_IBT = "CetIbt", "2.5", "docs"
    VMX_EXCEPTION_INJECT = "VmxExceptionInject", "2.5", "docs"
    UMWAIT_TPAUSE = "UmwaitTpause", "2.5", "docs"
    MOVDIRI = "Movdiri", "2.5", "docs"
    MOVDIR64B = "Movdir64b", "2.5", "docs"
    CLDEMOTE = "Cldemote", "2.5", "docs"
    SERIALIZE = "Serialize", "2.5", "docs"
    TSC_DEADLINE_TMR = "TscDeadlineTmr", "2.5", "docs"
    TSC_ADJUST = "TscAdjust", "2.5", "docs"
    FZL_REP_MOVSB = "FZLRepMovsb", "2.5", "docs"
    FS_REP_STOSB = "FSRepStosb", "2.5", "docs"
    FS_REP_CMPSB = "FSRepCmpsb", "2.5", "docs"
    SENTINEL_AMD = "SentinelAmd", "2.5", "docs"
    ASID16 = "Asid16", "2.5", "docs"
    T_GRAN16 = "TGran16", "2.5", "docs"
    T_GRAN64 = "TGran64", "2.5", "docs"
    HAF = "Haf", "2.5", "docs"
    HDBS = "Hdbs", "2.5", "docs"
    PAN = "Pan", "2.5", "docs"
    AT_S1_E1 = "AtS1E1", "2.5", "docs"
    UAO = "Uao", "2.5", "docs"
    EL0_AARCH32 = "El0Aarch32", "2.5", "docs"
    FP = "Fp", "2.5", "docs"
    FP_HP = "FpHp", "2.5", "docs"
    ADV_SIMD = "AdvSimd", "2.5", "docs"
    ADV_SIMD_HP = "AdvSimdHp", "2.5", "docs"
    GIC_V3_V4 = "GicV3V4", "2.5", "docs"
    PMU_V3 = "PmuV3", "2.5", "docs"
    PMU_V3_ARM_V81 = "PmuV3ArmV81", "2.5", "docs"
    PMU_V3_ARM_V84 = "PmuV3ArmV84", "2.5", "docs"
    ARM_AES = "ArmAes", "2.5", "docs"
    POLY_MUL = "PolyMul", "2.5", "docs"
    SHA1 = "Sha1", "2.5", "docs"
    SHA256 = "Sha256", "2.5", "docs"
    SHA512 = "Sha512", "2.5", "docs"
    CRC32 = "Crc32", "2.5", "docs"
    ATOMIC = "Atomic", "2.5", "docs"
    RDM = "Rdm", "2.5", "docs"
    SHA3 = "Sha3", "2.5", "docs"
    SM3 = "Sm3", "2.5", "docs"
    SM4 = "Sm4", "2.5", "docs"
    DP = "Dp", "2.5", "docs"
    FHM = "Fhm", "2.5", "docs"
    DC_CVAP = "DcCvap", "2.5", "docs"
    DC_CVADP = "DcCvadp", "2.5", "docs"
    APA_BASE = "ApaBase", "2.5", "docs"
    APA_EP = "ApaEp", "2.5", "docs"
    APA_EP2 = "ApaEp2", "2.5", "docs"
    APA_EP2_FP = "ApaEp2Fp", "2.5", "docs"
    APA_EP2_FPC = "ApaEp2Fpc", "2.5", "docs"
    JSCVT = "Jscvt", "2.5", "docs"
    FCMA = "Fcma", "2.5", "docs"
    RCPC_V83 = "RcpcV83", "2.5", "docs"
    RCPC_V84 = "RcpcV84", "2.5", "docs"
    GPA = "Gpa", "2.5", "docs"
    L1IP_PIPT = "L1ipPipt", "2.5", "docs"
    DZ_PERMITTED = "DzPermitted", "2.5", "docs"
    SENTINEL_ARM = "SentinelArm", "2.5", "docs"


class XsaveProcessorFeature(TextEnum, published="hcs.XsaveProcessorFeature", since="2.5", sources="docs"):
    """One feature of a processor that the XSAVE state holds."""

    XSAVE = "Xsave"
    XSAVE_OPT = "Xsave_Opt"
    AVX = "Avx"
    AVX2 = "Avx2"
    FMA = "Fma"
    MPX = "Mpx"
    AVX512 = "Avx512"
    AVX512_DQ = "Avx512Dq"
    AVX512_CD = "Avx512Cd"
    AVX512_BW = "Avx512Bw"
    AVX512_VL = "Avx512Vl"
    XSAVE_COMP = "Xsave_Comp"
    XSAVE_SUPERVISOR = "Xsave_Supervisor"
    XCR1 = "Xcr1"
    AVX512_BITALG = "Avx512_Bitalg"
    AVX512_IFMA = "AVX512_Ifma"
    AVX512_VBMI = "Avx512_Vbmi"
    AVX512_VBMI2 = "Avx512_Vbmi2"
    AVX512_VNNI = "Avx512_Vnni"
    GFNI = "Gfni"
    VAES = "Vaes"
    AVX512_VPOPCNTDQ = "Avx512_Vpopcntdq"
    VPCLMULQDQ = "Vpclmulqdq"
    AVX512_BF16 = "Avx512_Bf16"
    AVX512_VP2_INTERSECT = "Avx512_Vp2Intersect"
    AVX512_FP16 = "Avx512Fp16"
    XFD = "Xfd"
    AMX_TILE = "AmxTile"
    AMX_BF16 = "AmxBf16"
    AMX_INT8 = "AmxInt8"
    AVX_VNNI = "AvxVnni"
    SENTINEL_AMD_XSAVE = "SentinelAmdXsave"
