"""Processor features.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.system import Subnode
    from hcsffi.documents.topic.topology import Range

class NonArchitecturalCoreSharing(TextEnum):
    """Known values of `NonArchitecturalCoreSharing`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.NonArchitecturalCoreSharing"

    UNREPORTED = "Unreported"
    OFF = "Off"
    ON = "On"


class ProcessorFeature(TextEnum):
    """Known values of `ProcessorFeature`.

    Since schema 2.5; source: the published schema, the WSL service.
    """

    __published__ = "hcs.ProcessorFeature"
    __numeric__ = True

    SSE3 = "Sse3"
    LAHF_SAHF = "LahfSahf"
    SSSE3 = "Ssse3"
    SSE4_1 = "Sse4_1"
    SSE4_2 = "Sse4_2"
    SSE4_A = "Sse4A"
    XOP = "Xop"
    POPCNT = "Popcnt"
    CMPXCHG16_B = "Cmpxchg16B"
    ALTMOVCR8 = "Altmovcr8"
    LZCNT = "Lzcnt"
    MISALIGNSSE = "Misalignsse"
    MMX_EXT = "MmxExt"
    AMD3_DNOW = "Amd3Dnow"
    EXT_AMD3_DNOW = "ExtAmd3Dnow"
    PAGE1_GB = "Page1Gb"
    AMD_AES = "AmdAes"
    PCLMULQDQ = "Pclmulqdq"
    PCID = "Pcid"
    FMA4 = "Fma4"
    F16_C = "F16C"
    RDRAND = "Rdrand"
    RDWRFSGS = "Rdwrfsgs"
    SMEP = "Smep"
    ENHANCED_FAST_STRING = "EnhancedFastString"
    BMI1 = "Bmi1"
    BMI2 = "Bmi2"
    MOVBE = "Movbe"
    NPIEP1 = "Npiep1"
    DEP_X87_FPU_SAVE = "DepX87FpuSave"
    RDSEED = "Rdseed"
    ADX = "Adx"
    INTEL_PREFETCH = "IntelPrefetch"
    SMAP = "Smap"
    HLE = "Hle"
    RTM = "Rtm"
    RDTSCP = "Rdtscp"
    CLFLUSHOPT = "Clflushopt"
    CLWB = "Clwb"
    SHA = "Sha"
    X87_POINTERS_SAVED = "X87PointersSaved"
    INVPCID = "Invpcid"
    IBRS = "Ibrs"
    STIBP = "Stibp"
    IBPB = "Ibpb"
    UNRESTRICTED_GUEST = "UnrestrictedGuest"
    MDD = "Mdd"
    FAST_SHORT_REP_MOV = "FastShortRepMov"
    L1_D_CACHE_FLUSH = "L1DCacheFlush"
    RDCL_NO = "RdclNo"
    IBRS_ALL = "IbrsAll"
    SKIP_L1_DF = "SkipL1Df"
    SSB_NO = "SsbNo"
    RSBA_NO = "RsbaNo"
    VIRT_SPEC_CTRL = "VirtSpecCtrl"
    RDPID = "Rdpid"
    UMIP = "Umip"
    MBS_NO = "MbsNo"
    MB_CLEAR = "MbClear"
    TAA_NO = "TaaNo"
    TSX_CTRL = "TsxCtrl"
    ACOUNT_MCOUNT = "AcountMcount"
    TSC_INVARIANT = "TscInvariant"
    CLZERO = "Clzero"
    RDPRU = "Rdpru"
    LA57 = "La57"
    MBEC = "Mbec"
    NESTED_VIRT = "NestedVirt"
    PSFD = "Psfd"
    CET_SS = "CetSs"
    CET_IBT = "CetIbt"
    VMX_EXCEPTION_INJECT = "VmxExceptionInject"
    UMWAIT_TPAUSE = "UmwaitTpause"
    MOVDIRI = "Movdiri"
    MOVDIR64B = "Movdir64b"
    CLDEMOTE = "Cldemote"
    SERIALIZE = "Serialize"
    TSC_DEADLINE_TMR = "TscDeadlineTmr"
    TSC_ADJUST = "TscAdjust"
    FZL_REP_MOVSB = "FZLRepMovsb"
    FS_REP_STOSB = "FSRepStosb"
    FS_REP_CMPSB = "FSRepCmpsb"
    SENTINEL_AMD = "SentinelAmd"
    ASID16 = "Asid16"
    T_GRAN16 = "TGran16"
    T_GRAN64 = "TGran64"
    HAF = "Haf"
    HDBS = "Hdbs"
    PAN = "Pan"
    AT_S1_E1 = "AtS1E1"
    UAO = "Uao"
    EL0_AARCH32 = "El0Aarch32"
    FP = "Fp"
    FP_HP = "FpHp"
    ADV_SIMD = "AdvSimd"
    ADV_SIMD_HP = "AdvSimdHp"
    GIC_V3_V4 = "GicV3V4"
    PMU_V3 = "PmuV3"
    PMU_V3_ARM_V81 = "PmuV3ArmV81"
    PMU_V3_ARM_V84 = "PmuV3ArmV84"
    ARM_AES = "ArmAes"
    POLY_MUL = "PolyMul"
    SHA1 = "Sha1"
    SHA256 = "Sha256"
    SHA512 = "Sha512"
    CRC32 = "Crc32"
    ATOMIC = "Atomic"
    RDM = "Rdm"
    SHA3 = "Sha3"
    SM3 = "Sm3"
    SM4 = "Sm4"
    DP = "Dp"
    FHM = "Fhm"
    DC_CVAP = "DcCvap"
    DC_CVADP = "DcCvadp"
    APA_BASE = "ApaBase"
    APA_EP = "ApaEp"
    APA_EP2 = "ApaEp2"
    APA_EP2_FP = "ApaEp2Fp"
    APA_EP2_FPC = "ApaEp2Fpc"
    JSCVT = "Jscvt"
    FCMA = "Fcma"
    RCPC_V83 = "RcpcV83"
    RCPC_V84 = "RcpcV84"
    GPA = "Gpa"
    L1IP_PIPT = "L1ipPipt"
    DZ_PERMITTED = "DzPermitted"
    SENTINEL_ARM = "SentinelArm"


class ProcessorFeatureSetMode(TextEnum):
    """Known values of `ProcessorFeatureSetMode`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.ProcessorFeatureSetMode"

    STRICT = "Strict"
    PERMISSIVE = "Permissive"


class XsaveProcessorFeature(TextEnum):
    """Known values of `XsaveProcessorFeature`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.XsaveProcessorFeature"

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


class CpuGroup(Document):
    """The CPU group a machine belongs to.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CpuGroup"

    id: str | None = member(
        "Id", "guid", "2.1", "docs dump hcsshim", default=None
    )
    """Guid, since 2.1."""


class CpuGroupAffinity(Document):
    """Document type `CpuGroupAffinity`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CpuGroupAffinity"

    logical_processor_count: int | None = member(
        "LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    logical_processors: Sequence[int] | None = member(
        "LogicalProcessors", "array<uint32>", "2.1", "docs dump hcsshim", default=None
    )
    """Array<uint32>, since 2.1."""


class CpuGroupConfig(Document):
    """A CPU group of the host.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CpuGroupConfig"

    group_id: str | None = member(
        "GroupId", "guid", "2.1", "docs dump hcsshim", default=None
    )
    """Guid, since 2.1."""

    affinity: CpuGroupAffinity | None = member(
        "Affinity", "CpuGroupAffinity", "2.1", "docs dump hcsshim", default=None
    )
    """CpuGroupAffinity, since 2.1."""

    group_properties: Sequence[CpuGroupProperty] | None = member(
        "GroupProperties", "array<CpuGroupProperty>", "2.1", "docs dump hcsshim", default=None
    )
    """Array<CpuGroupProperty>, since 2.1."""

    hypervisor_group_id: int | None = member(
        "HypervisorGroupId", "uint64", "2.5", "docs dump hcsshim", default=None
    )
    """uint64, since 2.5."""


class CpuGroupConfigurations(Document):
    """All CPU groups of the host.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CpuGroupConfigurations"

    cpu_groups: Sequence[CpuGroupConfig] | None = member(
        "CpuGroups", "array<CpuGroupConfig>", "2.1", "docs dump hcsshim", default=None
    )
    """Array<CpuGroupConfig>, since 2.1."""


class CpuGroupProperty(Document):
    """Document type `CpuGroupProperty`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CpuGroupProperty"

    property_code: int | None = member(
        "PropertyCode", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    property_value: int | None = member(
        "PropertyValue", "uint64", "2.1", "docs dump hcsshim", default=None
    )
    """uint64, since 2.1."""


class IdleProcessorsRequest(Document):
    """How many processors a machine leaves idle.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.IdleProcessorsRequest"

    idle_processor_count: int | None = member(
        "IdleProcessorCount", "uint32", "2.3", "docs dump", default=None
    )
    """uint32, since 2.3."""


class LogicalProcessor(Document):
    """One logical processor of the host.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.LogicalProcessor"

    lp_index: int | None = member(
        "LpIndex", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    node_number: int | None = member(
        "NodeNumber", "uint8", "2.1", "docs dump hcsshim", default=None
    )
    """uint8, since 2.1."""

    package_id: int | None = member(
        "PackageId", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    core_id: int | None = member(
        "CoreId", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    root_vp_index: int | None = member(
        "RootVpIndex", "int32", "2.1", "docs dump hcsshim", default=None
    )
    """int32, since 2.1."""

    subnodes: Sequence[Subnode] | None = member(
        "Subnodes", "array<Subnode>", "2.4", "docs dump", default=None
    )
    """Array<Subnode>, since 2.4."""


class NumaProcessors(Document):
    """Document type `NumaProcessors`.

    Source: hcsshim.
    """

    __published__ = "hcs.NumaProcessors"

    count_per_node: Range | None = member(
        "count_per_node", "Range", None, "hcsshim", default=None
    )
    """Range; known from hcsshim."""

    node_per_socket: int | None = member(
        "node_per_socket", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class ProcessorCapabilitiesInfo(Document):
    """Processor features the host has.

    Since schema 2.5; source: the published schema, the WSL service.
    """

    __published__ = "hcs.ProcessorCapabilitiesInfo"

    processor_features: Sequence[ProcessorFeature | str | int] | None = member(
        "ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs wsl", default=None
    )
    """Array<ProcessorFeature>, since 2.5."""

    xsave_processor_features: Sequence[XsaveProcessorFeature | str] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs", default=None
    )
    """Array<XsaveProcessorFeature>, since 2.5."""

    cache_line_flush_size: int | None = member(
        "CacheLineFlushSize", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    implemented_physical_address_bits: int | None = member(
        "ImplementedPhysicalAddressBits", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    non_architectural_core_sharing: NonArchitecturalCoreSharing | str | None = member(
        "NonArchitecturalCoreSharing", "NonArchitecturalCoreSharing", "2.5", "docs", default=None
    )
    """NonArchitecturalCoreSharing, since 2.5."""


class ProcessorFeatureSet(Document):
    """Processor features a machine may use.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.ProcessorFeatureSet"

    processor_features: Sequence[ProcessorFeature | str | int] | None = member(
        "ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs", default=None
    )
    """Array<ProcessorFeature>, since 2.5."""

    xsave_processor_features: Sequence[XsaveProcessorFeature | str] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs", default=None
    )
    """Array<XsaveProcessorFeature>, since 2.5."""

    processor_feature_set_mode: ProcessorFeatureSetMode | str | None = member(
        "ProcessorFeatureSetMode", "ProcessorFeatureSetMode", "2.5", "docs", default=None
    )
    """ProcessorFeatureSetMode, since 2.5."""


class ProcessorLimits(Document):
    """Limits on the processors of a machine.

    Since schema 2.4; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ProcessorLimits"

    limit: int | None = member(
        "Limit", "uint64", "2.4", "docs dump hcsshim", default=None
    )
    """uint64, since 2.4."""

    weight: int | None = member(
        "Weight", "uint64", "2.4", "docs dump hcsshim", default=None
    )
    """uint64, since 2.4."""

    reservation: int | None = member(
        "Reservation", "uint64", "2.4", "docs dump hcsshim", default=None
    )
    """uint64, since 2.4."""

    maximum_frequency_mhz: int | None = member(
        "MaximumFrequencyMHz", "uint32", "2.4", "docs dump hcsshim", default=None
    )
    """uint32 (MHz), since 2.4."""


class ProcessorStats(Document):
    """Processor time used.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.ProcessorStats"

    total_runtime_100ns: int | None = member(
        "TotalRuntime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (units of 100 ns), since 2.1."""

    runtime_user_100ns: int | None = member(
        "RuntimeUser100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (units of 100 ns), since 2.1."""

    runtime_kernel_100ns: int | None = member(
        "RuntimeKernel100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (units of 100 ns), since 2.1."""


class ProcessorTopology(Document):
    """Logical processors of the host.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ProcessorTopology"

    logical_processor_count: int | None = member(
        "LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    logical_processors: Sequence[LogicalProcessor] | None = member(
        "LogicalProcessors", "array<LogicalProcessor>", "2.1", "docs dump hcsshim", default=None
    )
    """Array<LogicalProcessor>, since 2.1."""


class SystemProcessorModificationRequest(Document):
    """Document type `SystemProcessorModificationRequest`.

    Since schema 2.1; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.SystemProcessorModificationRequest"

    group_id: str | None = member(
        "GroupId", "guid", "2.1", "docs dump", default=None
    )
    """Guid, since 2.1."""


class VirtualMachineProcessor(Document):
    """Virtual processors, their limits and features.

    Published name VirtualMachine_Processor; since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualMachine_Processor"

    count: int | None = member(
        "Count", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """uint32, since 2.0."""

    limit: int | None = member(
        "Limit", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""

    weight: int | None = member(
        "Weight", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""

    reservation: int | None = member(
        "Reservation", "uint64", "2.4", "docs dump hcsshim", default=None
    )
    """uint64, since 2.4."""

    maximum_frequency_mhz: int | None = member(
        "MaximumFrequencyMHz", "uint32", "2.4", "docs dump", default=None
    )
    """uint32 (MHz), since 2.4."""

    expose_virtualization_extensions: bool | None = member(
        "ExposeVirtualizationExtensions", "bool", "2.0", "docs dump wsl hcs-rs", default=None
    )
    """Bool, since 2.0."""

    enable_perfmon_pmu: bool | None = member(
        "EnablePerfmonPmu", "bool", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_perfmon_arch_pmu: bool | None = member(
        "EnablePerfmonArchPmu", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""

    enable_perfmon_pebs: bool | None = member(
        "EnablePerfmonPebs", "bool", "2.2", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_perfmon_lbr: bool | None = member(
        "EnablePerfmonLbr", "bool", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_perfmon_ipt: bool | None = member(
        "EnablePerfmonIpt", "bool", "2.2", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_page_shattering: bool | None = member(
        "EnablePageShattering", "bool", "2.5", "docs", default=None
    )
    """Bool, since 2.5."""

    disable_speculation_controls: bool | None = member(
        "DisableSpeculationControls", "bool", "2.5", "docs", default=None
    )
    """Bool, since 2.5."""

    processor_feature_set: ProcessorFeatureSet | None = member(
        "ProcessorFeatureSet", "ProcessorFeatureSet", "2.5", "docs", default=None
    )
    """ProcessorFeatureSet, since 2.5."""

    cpu_group: CpuGroup | None = member(
        "CpuGroup", "CpuGroup", "2.5", "docs dump hcsshim", default=None
    )
    """CpuGroup, since 2.5."""

    numa_processors_settings: NumaProcessors | None = member(
        "NumaProcessorsSettings", "NumaProcessors", None, "hcsshim", default=None
    )
    """NumaProcessors; known from hcsshim."""


class VmProcessorRequirements(Document):
    """Processor features a saved machine needs.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.VmProcessorRequirements"

    processor_features: Sequence[ProcessorFeature | str | int] | None = member(
        "ProcessorFeatures", "array<ProcessorFeature>", "2.5", "docs", default=None
    )
    """Array<ProcessorFeature>, since 2.5."""

    xsave_processor_features: Sequence[XsaveProcessorFeature | str] | None = member(
        "XsaveProcessorFeatures", "array<XsaveProcessorFeature>", "2.5", "docs", default=None
    )
    """Array<XsaveProcessorFeature>, since 2.5."""

    cache_line_flush_size: int | None = member(
        "CacheLineFlushSize", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    implemented_physical_address_bits: int | None = member(
        "ImplementedPhysicalAddressBits", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    non_architectural_core_sharing: NonArchitecturalCoreSharing | str | None = member(
        "NonArchitecturalCoreSharing", "NonArchitecturalCoreSharing", "2.5", "docs", default=None
    )
    """NonArchitecturalCoreSharing, since 2.5."""
