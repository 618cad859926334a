/* The promise the layers stand on: a folder held open, and what is done in it by the names of its entries alone.
 *
 * Nothing here takes a path below a folder and nothing follows a link, so no content of a layer can lead a walk out of it. `linux/` keeps
 * the promise by directory descriptors; `windows/` by paths whose components it has looked at. Names are bytes: UTF-8 on Windows,
 * whatever the file system holds on Linux.
 *
 * A failing system call is a Refusal with the Win32 code a Windows would give for the same. No type of the C surface is named here, because
 * Windows' own headers have some of the same names.
 */
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/unique_fd.h"

namespace hcsffi {

enum class EntryKind : uint8_t { kNothing, kFile, kFolder, kLink, kPipe, kSocket, kDevice, kWhiteout };

// What the file system tells of an entry, of a link itself rather than of its target.
struct Fact {
    EntryKind kind = EntryKind::kNothing;
    uint64_t size = 0;
    uint64_t device = 0;
    uint64_t number = 0;  // with `device`, the same for two names of one file
    uint64_t names = 1;
    uint32_t mode = 0;  // POSIX permission bits; Windows' attributes there
    uint32_t owner = 0;
    uint32_t group = 0;
    int64_t written_ns = 0;
    int64_t changed_ns = 0;  // by any change, its times included; nobody can set it back
};

// Throws the Refusal of a step that failed.
[[noreturn]] void refuse_step(uint32_t win32, const std::string& why);

// A name no entry may have that the host is asked to make: "", ".", "..", or one with a separator or NUL in it.
bool is_plain_name(std::string_view name);

// A lock of a file, which ends with this object: where a lock belongs to everybody who has the descriptor, it is taken from all. A process
// that is just being started has a copy until it executes its program.
class FileLock {
  public:
    FileLock() noexcept = default;
    explicit FileLock(UniqueFd file) noexcept : file_(std::move(file)) {}
    FileLock(FileLock&&) noexcept = default;
    FileLock& operator=(FileLock&& other) noexcept {
        reset();
        file_ = std::move(other.file_);
        return *this;
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock() { reset(); }

    explicit operator bool() const noexcept { return static_cast<bool>(file_); }
    void reset() noexcept;

  private:
    UniqueFd file_;
};

class Folder {
  public:
    // By the client's own path, links in it followed. errors: kPathNotFound, kDirectory for something else than a folder.
    static Folder at(const std::string& path);
    // The folder `path` lies in, and its last name. errors: kInvalidArgument for a path without one.
    static Folder parent_of(const std::string& path, std::string* name);

    Folder(Folder&& other) noexcept;
    Folder& operator=(Folder&& other) noexcept;
    ~Folder();

    // errors: kPathNotFound when there is none; whatever is no folder, a link included, is kDirectory.
    Folder child(const std::string& name) const;
    std::optional<Folder> find_child(const std::string& name) const;  // empty where there is no entry
    Folder make_child(const std::string& name) const;                 // errors: kAlreadyExists
    Folder ensure_child(const std::string& name) const;               // as child, made where there is none
    Folder again() const;                                             // this folder, held once more

    // Sorted by their bytes.
    std::vector<std::string> names() const;
    Fact fact() const;
    Fact fact(const std::string& name) const;  // kNothing where there is no entry

    std::optional<std::string> read_text(const std::string& name, size_t most) const;  // errors: kInvalidData beyond `most`
    std::string read_beginning(const std::string& name, size_t most) const;             // of a file
    void write_text(const std::string& name, const std::string& text) const;           // whole or not at all
    std::string link_target(const std::string& name) const;

    // Makes `name` here what `from_name` is there, whatever its kind but a folder: content with its holes, then its metadata.
    void copy_entry(const std::string& name, const Folder& from, const std::string& from_name, const Fact& fact) const;
    // Owner where the caller may, mode, attributes, the time it was written. `name` may be "" for the folders themselves.
    void copy_metadata(const std::string& name, const Folder& from, const std::string& from_name, const Fact& fact) const;
    // Both are of one kind. True where content and metadata, but not the time of a folder, are the same.
    bool same_entry(const std::string& name, const Fact& mine, const Folder& other, const std::string& other_name, const Fact& its) const;

    // Whether an overlay has marked the folder as standing alone: nothing of the layers below shows through.
    bool hides_below() const;

    // A further name for a file. errors: false where the file system gives none.
    bool add_name(const std::string& name, const Folder& of, const std::string& of_name) const;
    void move_here(const std::string& name, const Folder& from, const std::string& from_name) const;  // replaces a file
    void remove_entry(const std::string& name, EntryKind kind) const;                                 // an empty folder or anything else
    void open_up() const;  // grants its owner, who is the caller, what removing its entries takes

    // Held until the result is dropped, across processes; it ends with the process. `name` is a file. errors: empty where somebody holds
    // it otherwise.
    std::optional<FileLock> lock(const std::string& name, bool exclusive) const;
    std::optional<FileLock> ensure_lock(const std::string& name) const;  // as lock, exclusive, of a file made where there is none

    // The folder as the system knows it, for what only it can do.
    NativeDescriptor descriptor() const;
    const std::string& path() const;

  private:
    struct Held;
    explicit Folder(std::unique_ptr<Held> held);
    std::unique_ptr<Held> held_;
};

// Removes an entry with all below it, however deep and whatever modes its folders have. Never follows a link.
void remove_tree(const Folder& folder, const std::string& name);

}  // namespace hcsffi
