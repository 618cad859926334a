"""What an archive, an image or a layer is refused for: each rule has a name, and each refusal names the entry that broke it."""

from __future__ import annotations

from enum import Enum


class Rule(Enum):
    """The rules of a layer archive; the value is the sentence a refusal says."""

    TRUNCATED = "the archive ends in the middle"
    END_MARKER = "the archive ends without its end marker, and no diff-id was given that would prove it whole"
    HEADER = "the header is no header of a tar archive"
    CHECKSUM = "the header's checksum is wrong"
    RECORD = "an extended header is malformed"
    COMPRESSION = "the compressed stream is damaged"
    COMPRESSION_MISSING = "the compression needs a package that is not installed"
    ENTRY_TYPE = "the entry's type has no place in a layer"
    DEVICE = "a layer holds no devices, pipes or sockets"
    CONTENT = "an entry of this type has no content, but its header gives a size"
    ROOT = "the root entry may only be a directory"
    ABSOLUTE = "the name is absolute"
    PARENT_STEP = "the name steps upwards"
    EMPTY_STEP = "the name has an empty or a single-dot step"
    ENCODING = "the name is no UTF-8, or has a NUL or half a surrogate pair"
    CHARACTER = "the name has a character that Windows does not allow in names"
    COLON = "the name has a colon where no alternate stream can be"
    RESERVED = "the name is a device's on Windows"
    TRAILING = "the name ends with a dot or a blank, which Windows drops"
    FORM = "the name is one that the layer's folder form uses itself"
    TWIN = "the name differs from an earlier one by case alone"
    LENGTH = "the name or path is too long"
    DEPTH = "the path is too deep"
    TOP_LEVEL = "a layer holds Files, Hives and UtilityVM (with Files in it) and nothing else"
    HIVE = "Hives holds plain files alone"
    THROUGH_LINK = "the path goes through a link"
    THROUGH_FILE = "the path goes through an entry that is no directory"
    REPLACED_FOLDER = "the entry would replace a directory that has entries"
    LINK_LEAVES = "the link leads out of the layer"
    LINK_PLACE = "a hard link joins names below Files, or names below UtilityVM/Files, and never one of each"
    LINK_MISSING = "the hard link's target is neither an earlier entry nor in a parent"
    LINK_KIND = "the hard link's target is no file"
    WHITEOUT_PLACE = "a whiteout stands below Files or UtilityVM/Files"
    WHITEOUT_NAME = "a whiteout names what it hides"
    WHITEOUT_CONTENT = "a whiteout is an empty regular entry"
    WHITEOUT_BASE_LAYER = "a base layer hides nothing: it has no parents"
    STREAM_PLACE = "an alternate stream stands directly behind its file"
    SPARSE = "the map of a sparse file is wrong"
    REPARSE = "a reparse point is malformed, or of a kind that archives cannot hold"
    BACKUP = "a backup stream is malformed"
    ENTRIES = "more entries than the limit"
    TOTAL = "more bytes than the limit"
    FILE_SIZE = "a file is larger than the limit"
    RATIO = "the compression ratio is above the limit"
    HEADERS = "extended headers are larger than the limit"
    DIGEST = "the digest is not the one that was expected"
    DIFF_ID = "the diff-id is not the one that was expected"
    LAYOUT = "the image is laid out wrongly"
    FOREIGN = "the layer is not in the image: it has to be fetched from elsewhere"
    SIDECAR = "the folder's sidecar is malformed"


class ArchiveRefused(ValueError):
    """An archive, an image or a layer's folder breaks a rule; nothing of it was kept.

    Args:
        rule: which rule.
        entry: the name of the entry, as the archive has it, or of what was read.
        detail: what is known beyond the rule.

    Attributes:
        rule: which rule.
        entry: the name of the entry.
        detail: what is known beyond the rule, or ``""``.
    """

    def __init__(self, rule: Rule, entry: str, detail: str = "") -> None:
        super().__init__(rule, entry, detail)
        self.rule = rule
        self.entry = entry
        self.detail = detail

    def __str__(self) -> str:
        tail = f" ({self.detail})" if self.detail else ""
        return f"{ascii(self.entry) if self.entry else 'the archive'}: {self.rule.value}{tail}"
