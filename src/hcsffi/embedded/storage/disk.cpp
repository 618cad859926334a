#include "storage/disk.h"

#include <algorithm>

#include "ground/outcome.h"
#include "storage/scratch.h"

namespace hcsffi {

namespace {

constexpr size_t kHeaderBytes = 4096;
constexpr std::string_view kHeader = "hcsffi scratch disk, form 1\n";

bool begins_as_ours(std::string_view bytes) { return bytes.substr(0, kHeader.size()) == kHeader; }

bool is_attached(const std::string& disk_path) {
    std::string name;
    const Folder parent = Folder::parent_of(disk_path + kMountSuffix, &name);
    if (parent.fact(name).kind != EntryKind::kFolder || !Scratch::is_one(disk_path + kMountSuffix)) return false;
    return Scratch::open(disk_path + kMountSuffix).is_attached();
}

}  // namespace

void format_disk(NativeDescriptor disk) {
    const std::string path = path_of_file(disk);
    const std::string there = read_beginning(disk, kHeaderBytes);
    const bool blank = std::all_of(there.begin(), there.end(), [](char byte) { return byte == '\0'; });
    // Somebody's virtual disk would be lost.
    if (!blank && !begins_as_ours(there)) throw Refusal(kNotSupported, "the file holds something else than a disk of the host's: " + path);
    if (is_attached(path)) throw Refusal(kSharingViolation, "the volume of the disk is attached: " + path);
    std::string header(kHeader);
    header.resize(kHeaderBytes, '\0');
    write_beginning(disk, header);
}

bool is_formatted(NativeDescriptor disk) { return begins_as_ours(read_beginning(disk, kHeader.size())); }

std::string mount_path_of(NativeDescriptor disk) {
    const std::string path = path_of_file(disk);
    if (!is_formatted(disk)) throw Refusal(kUnrecognizedVolume, "the disk was not formatted: " + path);
    std::string name;
    const Folder parent = Folder::parent_of(path + kMountSuffix, &name);
    parent.ensure_child(name);
    return path + kMountSuffix + path[path.find_last_of("/\\")];
}

bool is_disk_mount(const Folder& folder, const std::string& name) {
    const std::string_view suffix = kMountSuffix;
    if (name.size() <= suffix.size() || name.substr(name.size() - suffix.size()) != suffix) return false;
    return is_disk(folder, name.substr(0, name.size() - suffix.size()));
}

bool is_disk(const Folder& folder, const std::string& name) {
    return folder.fact(name).kind == EntryKind::kFile && begins_as_ours(folder.read_beginning(name, kHeader.size()));
}

}  // namespace hcsffi
