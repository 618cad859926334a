// Folders by directory descriptors: each step is one name, opened without following a link.

#include "storage/folder.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <linux/limits.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "ground/linux/listing.h"
#include "ground/outcome.h"
#include "ground/uninterrupted.h"
#include "storage/linux/refusal.h"

#ifndef SYS_copy_file_range  // libc has the call since 2.27 only, manylinux2014's headers not even its number
#ifdef __x86_64__
#define SYS_copy_file_range 326
#else
#define SYS_copy_file_range 285
#endif
#endif

namespace hcsffi {

namespace {

constexpr mode_t kPermissions = 07777;
constexpr size_t kPieceBytes = size_t{256} << 10;

int number_of(const UniqueFd& descriptor) { return static_cast<int>(descriptor.get()); }

// The path by which this process reaches what it holds open, a link itself included.
std::string held_path(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

int64_t nanoseconds(const timespec& time) { return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

EntryKind kind_of(const struct stat& told) {
    switch (told.st_mode & S_IFMT) {
        case S_IFREG: return EntryKind::kFile;
        case S_IFDIR: return EntryKind::kFolder;
        case S_IFLNK: return EntryKind::kLink;
        case S_IFIFO: return EntryKind::kPipe;
        case S_IFSOCK: return EntryKind::kSocket;
        case S_IFCHR: return told.st_rdev == makedev(0, 0) ? EntryKind::kWhiteout : EntryKind::kDevice;
        default: return EntryKind::kDevice;
    }
}

Fact fact_of(const struct stat& told) {
    Fact fact;
    fact.kind = kind_of(told);
    fact.size = static_cast<uint64_t>(told.st_size);
    fact.device = told.st_dev;
    fact.number = told.st_ino;
    fact.names = told.st_nlink;
    fact.mode = told.st_mode & kPermissions;
    fact.owner = told.st_uid;
    fact.group = told.st_gid;
    fact.written_ns = nanoseconds(told.st_mtim);
    fact.changed_ns = nanoseconds(told.st_ctim);
    return fact;
}

void change_mode(int descriptor, mode_t mode, const std::string& name) {
    if (chmod(held_path(descriptor).c_str(), mode) != 0) refuse("cannot change the mode of", name);
}

// Opens for reading what the caller owns even where its mode says no: the mode is what it was when this is over.
class Unlocked {
  public:
    Unlocked(int folder, const std::string& name, mode_t wanted)
        : held_(openat(folder, name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC)), name_(name) {
        struct stat told{};
        if (!held_ || fstat(number_of(held_), &told) != 0) refuse("cannot open", name);
        mode_ = told.st_mode & kPermissions;
        change_mode(number_of(held_), mode_ | wanted, name);
    }
    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;
    ~Unlocked() { (void)chmod(held_path(number_of(held_)).c_str(), mode_); }  // unless it has gone meanwhile

  private:
    UniqueFd held_;
    std::string name_;
    mode_t mode_{};
};

UniqueFd open_file(int folder, const std::string& name, int flags, mode_t mode = 0) {
    UniqueFd file(openat(folder, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, mode));
    if (!file && errno == EACCES && (flags & O_CREAT) == 0) {
        const Unlocked unlocked(folder, name, S_IRUSR);
        file = UniqueFd(openat(folder, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    }
    if (!file) refuse("cannot open", name);
    return file;
}

std::optional<FileLock> lock_file(UniqueFd file, bool exclusive, const std::string& name) {
    if (flock(number_of(file), (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) return FileLock(std::move(file));
    if (errno == EWOULDBLOCK) return std::nullopt;
    refuse("cannot lock", name);
}

void write_all(int file, const char* from, size_t size, const std::string& name) {
    while (size > 0) {
        const ssize_t done = uninterrupted([=] { return write(file, from, size); });
        if (done < 0) refuse("cannot write", name);
        from += done;
        size -= static_cast<size_t>(done);
    }
}

size_t read_some(int file, char* to, size_t size, const std::string& name) {
    const ssize_t done = uninterrupted([=] { return read(file, to, size); });
    if (done < 0) refuse("cannot read", name);
    return static_cast<size_t>(done);
}

// One stretch of bytes from where both files stand; what the kernel cannot copy by itself goes through memory.
void copy_stretch(int from, int to, uint64_t size, const std::string& name) {
    std::vector<char> piece;
    while (size > 0) {
        if (piece.empty()) {
            const auto most = static_cast<size_t>(std::min<uint64_t>(size, 1u << 30));
            const long done = uninterrupted([=] { return syscall(SYS_copy_file_range, from, nullptr, to, nullptr, most, 0u); });
            if (done > 0) {
                size -= static_cast<uint64_t>(done);
                continue;
            }
            if (done == 0) return;
            if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) refuse("cannot copy", name);
            piece.resize(kPieceBytes);
        }
        const size_t got = read_some(from, piece.data(), static_cast<size_t>(std::min<uint64_t>(size, piece.size())), name);
        if (got == 0) return;
        write_all(to, piece.data(), got, name);
        size -= got;
    }
}

void copy_content(int from, int to, uint64_t size, const std::string& name) {
    if (size == 0) return;
    if (ioctl(to, FICLONE, from) == 0) return;
    if (ftruncate(to, static_cast<off_t>(size)) != 0) refuse("cannot lengthen", name);
    for (off_t at = 0; static_cast<uint64_t>(at) < size;) {
        off_t begin = lseek(from, at, SEEK_DATA);
        if (begin < 0 && errno == ENXIO) return;  // a hole to its end
        off_t end = begin < 0 ? begin : lseek(from, begin, SEEK_HOLE);
        if (end < 0) {  // a file system that knows no holes
            begin = at;
            end = static_cast<off_t>(size);
        }
        if (lseek(from, begin, SEEK_SET) < 0 || lseek(to, begin, SEEK_SET) < 0) refuse("cannot seek in", name);
        copy_stretch(from, to, static_cast<uint64_t>(end - begin), name);
        at = end;
    }
}

// As much as there is up to `size`, where a read may give less.
size_t read_fully(int file, char* to, size_t size, const std::string& name) {
    size_t got = 0;
    while (const size_t more = read_some(file, to + got, size - got, name)) got += more;
    return got;
}

bool same_content(int one, int other, const std::string& name) {
    std::vector<char> first(kPieceBytes), second(kPieceBytes);
    for (;;) {
        const size_t got = read_fully(one, first.data(), first.size(), name);
        if (read_fully(other, second.data(), second.size(), name) != got) return false;
        if (std::memcmp(first.data(), second.data(), got) != 0) return false;
        if (got < first.size()) return true;
    }
}

// An extended attribute that is the content's own. Those of an overlay, and of the machine's security modules, are not.
bool travels(std::string_view attribute) {
    if (attribute == "security.capability") return true;
    return attribute.substr(0, 5) == "user." && attribute.substr(0, 13) != "user.overlay.";
}

using Attributes = std::vector<std::pair<std::string, std::string>>;

// Whether it is nobody's fault that an attribute cannot be read: there is none (any more), or none for this caller.
bool has_none(int error) { return error == ENODATA || error == EOPNOTSUPP || error == EACCES || error == EPERM; }

Attributes attributes_of(const std::string& path, const std::string& name) {
    // The most the kernel keeps of either, and no bytes that are zeroed first: few files have any.
    const std::unique_ptr<char[]> names(new char[XATTR_LIST_MAX]), value(new char[XATTR_SIZE_MAX]);
    const ssize_t listed = listxattr(path.c_str(), names.get(), XATTR_LIST_MAX);
    if (listed < 0 && !has_none(errno)) refuse("cannot list the attributes of", name);
    Attributes attributes;
    for (const char* attribute = names.get(); attribute - names.get() < listed; attribute += std::strlen(attribute) + 1) {
        if (!travels(attribute)) continue;
        const ssize_t length = getxattr(path.c_str(), attribute, value.get(), XATTR_SIZE_MAX);
        if (length >= 0) {
            attributes.emplace_back(attribute, std::string(value.get(), static_cast<size_t>(length)));
        } else if (!has_none(errno)) {
            refuse("cannot read an attribute of", name);
        }
    }
    std::sort(attributes.begin(), attributes.end());
    return attributes;
}

// A name to reach an entry, or the folder itself, by a held descriptor.
UniqueFd hold(int folder, const std::string& name) {
    UniqueFd held(name.empty() ? fcntl(folder, F_DUPFD_CLOEXEC, 3) : openat(folder, name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!held) refuse("cannot open", name);
    return held;
}

}  // namespace

struct Folder::Held {
    UniqueFd descriptor;
    std::string path;
    std::unique_ptr<Unlocked> unlocked;

    int number() const { return number_of(descriptor); }
};

bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos;
}

Folder::Folder(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Folder::Folder(Folder&& other) noexcept = default;
Folder& Folder::operator=(Folder&& other) noexcept = default;
Folder::~Folder() = default;

Folder Folder::at(const std::string& path) {
    if (path.empty() || path.front() != '/') throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    auto held = std::make_unique<Held>();
    held->path = path;
    held->descriptor = UniqueFd(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!held->descriptor && errno == ENOENT) throw Refusal(kPathNotFound, "there is no folder " + path);
    if (!held->descriptor) refuse("cannot open", path);
    return Folder(std::move(held));
}

Folder Folder::parent_of(const std::string& path, std::string* name) {
    const size_t last = path.find_last_not_of('/');
    const size_t slash = last == std::string::npos ? last : path.rfind('/', last);
    if (slash == std::string::npos) throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    *name = path.substr(slash + 1, last - slash);
    if (!is_plain_name(*name)) throw Refusal(kInvalidArgument, "no name at the end of " + path);
    return at(slash == 0 ? "/" : path.substr(0, slash));
}

std::optional<Folder> Folder::find_child(const std::string& name) const {
    constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    auto held = std::make_unique<Held>();
    held->path = held_->path + '/' + name;
    held->descriptor = UniqueFd(openat(held_->number(), name.c_str(), kFlags));
    const int error = held->descriptor ? 0 : errno;
    if (error == ENOENT) return std::nullopt;
    struct stat told{};
    if (error == EACCES ||
        (error == 0 && geteuid() != 0 && fstat(held->number(), &told) == 0 && told.st_uid == geteuid() && (told.st_mode & S_IXUSR) == 0)) {
        held->unlocked = std::make_unique<Unlocked>(held_->number(), name, S_IRUSR | S_IXUSR);
        held->descriptor = UniqueFd(openat(held_->number(), name.c_str(), kFlags));
    }
    if (!held->descriptor) refuse("cannot open the folder", held->path);
    return Folder(std::move(held));
}

Folder Folder::child(const std::string& name) const {
    auto found = find_child(name);
    if (!found) throw Refusal(kPathNotFound, "there is no folder " + held_->path + '/' + name);
    return std::move(*found);
}

Folder Folder::make_child(const std::string& name) const {
    if (!is_plain_name(name)) throw Refusal(kInvalidArgument, "no name for a folder: \"" + name + '"');
    if (mkdirat(held_->number(), name.c_str(), 0755) != 0) refuse("cannot make the folder", name);
    return child(name);
}

Folder Folder::ensure_child(const std::string& name) const {
    auto found = find_child(name);
    return found ? std::move(*found) : make_child(name);
}

Folder Folder::again() const {
    auto held = std::make_unique<Held>();
    held->path = held_->path;
    held->descriptor = UniqueFd(fcntl(held_->number(), F_DUPFD_CLOEXEC, 3));
    if (!held->descriptor) refuse("cannot hold", held_->path);
    return Folder(std::move(held));
}

std::vector<std::string> Folder::names() const {
    // A descriptor of its own, since the place in the listing belongs to the open file.
    UniqueFd own(openat(held_->number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const Listing listing(own ? fdopendir(number_of(own)) : nullptr, closedir);
    if (!listing) refuse("cannot list", held_->path);
    (void)own.release();  // it is the listing's now
    std::vector<std::string> found;
    for (errno = 0; const dirent* entry = readdir(listing.get()); errno = 0) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") found.emplace_back(name);
    }
    if (errno != 0) refuse("cannot list", held_->path);
    std::sort(found.begin(), found.end());
    return found;
}

Fact Folder::fact() const {
    struct stat told{};
    if (fstat(held_->number(), &told) != 0) refuse("cannot look at", held_->path);
    return fact_of(told);
}

Fact Folder::fact(const std::string& name) const {
    struct stat told{};
    if (fstatat(held_->number(), name.c_str(), &told, AT_SYMLINK_NOFOLLOW) == 0) return fact_of(told);
    if (errno != ENOENT) refuse("cannot look at", held_->path + '/' + name);
    return {};
}

std::optional<std::string> Folder::read_text(const std::string& name, size_t most) const {
    const EntryKind kind = fact(name).kind;
    if (kind == EntryKind::kNothing) return std::nullopt;
    if (kind != EntryKind::kFile) throw Refusal(kInvalidData, "no plain file: " + name);
    const UniqueFd file = open_file(held_->number(), name, O_RDONLY | O_NONBLOCK);
    std::string text;
    // Most texts are short, and there is one to read of every layer of a chain.
    char piece[4096];
    while (const size_t got = read_some(number_of(file), piece, sizeof piece, name)) {
        if (text.size() + got > most) throw Refusal(kInvalidData, "too long: " + name);
        text.append(piece, got);
    }
    return text;
}

std::string Folder::read_beginning(const std::string& name, size_t most) const {
    const UniqueFd file = open_file(held_->number(), name, O_RDONLY | O_NONBLOCK);
    std::string bytes(most, '\0');
    bytes.resize(read_some(number_of(file), bytes.data(), most, name));
    return bytes;
}

void Folder::write_text(const std::string& name, const std::string& text) const {
    const std::string fresh = name + ".new";
    if (unlinkat(held_->number(), fresh.c_str(), 0) != 0 && errno != ENOENT) refuse("cannot replace", fresh);
    const UniqueFd file = open_file(held_->number(), fresh, O_WRONLY | O_CREAT | O_EXCL, 0644);
    write_all(number_of(file), text.data(), text.size(), fresh);
    move_here(name, *this, fresh);
}

std::string Folder::link_target(const std::string& name) const {
    char target[4096];
    const ssize_t length = readlinkat(held_->number(), name.c_str(), target, sizeof target);
    if (length < 0) refuse("cannot read the link", name);
    return {target, static_cast<size_t>(length)};
}

void Folder::copy_entry(const std::string& name, const Folder& from, const std::string& from_name, const Fact& fact) const {
    const int here = held_->number();
    switch (fact.kind) {
        case EntryKind::kFile: {
            const UniqueFd source = open_file(from.held_->number(), from_name, O_RDONLY | O_NONBLOCK);
            struct stat told{};
            if (fstat(number_of(source), &told) != 0) refuse("cannot look at", from_name);
            if (!S_ISREG(told.st_mode)) throw Refusal(kSharingViolation, "replaced: " + from_name);
            const UniqueFd target = open_file(here, name, O_RDWR | O_CREAT | O_EXCL, 0600);
            copy_content(number_of(source), number_of(target), static_cast<uint64_t>(told.st_size), name);
            break;
        }
        case EntryKind::kLink:
            if (symlinkat(from.link_target(from_name).c_str(), here, name.c_str()) != 0) refuse("cannot make the link", name);
            break;
        case EntryKind::kPipe:
            if (mkfifoat(here, name.c_str(), 0600) != 0) refuse("cannot make the pipe", name);
            break;
        default: throw Refusal(kInvalidData, "neither file nor folder nor link: " + from_name);
    }
    copy_metadata(name, from, from_name, fact);
}

void Folder::copy_metadata(const std::string& name, const Folder& from, const std::string& from_name, const Fact& fact) const {
    const UniqueFd target = hold(held_->number(), name);
    const std::string path = held_path(number_of(target));
    // Only root gives files away; what an ordinary caller makes is his.
    if (geteuid() == 0 && fchownat(number_of(target), "", fact.owner, fact.group, AT_EMPTY_PATH) != 0) refuse("cannot give away", name);
    if (fact.kind != EntryKind::kLink) {
        const UniqueFd source = hold(from.held_->number(), from_name);
        for (const auto& [attribute, value] : attributes_of(held_path(number_of(source)), from_name)) {
            if (setxattr(path.c_str(), attribute.c_str(), value.data(), value.size(), 0) == 0) continue;
            if (errno != EOPNOTSUPP && errno != EPERM) refuse("cannot set an attribute of", name);
        }
        change_mode(number_of(target), fact.mode, name);
    }
    timespec times[2] = {};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = fact.written_ns / 1'000'000'000 - (fact.written_ns % 1'000'000'000 < 0 ? 1 : 0);
    times[1].tv_nsec = fact.written_ns - int64_t{times[1].tv_sec} * 1'000'000'000;
    const int done = name.empty() ? futimens(held_->number(), times) : utimensat(held_->number(), name.c_str(), times, AT_SYMLINK_NOFOLLOW);
    if (done != 0) refuse("cannot set the time of", name);
}

bool Folder::same_entry(const std::string& name, const Fact& mine, const Folder& other, const std::string& other_name,
                        const Fact& its) const {
    if (geteuid() == 0 && (mine.owner != its.owner || mine.group != its.group)) return false;
    if (mine.kind == EntryKind::kLink) return link_target(name) == other.link_target(other_name) && mine.written_ns == its.written_ns;
    if (mine.mode != its.mode) return false;
    if (mine.kind != EntryKind::kFolder && mine.written_ns != its.written_ns) return false;
    const UniqueFd left = hold(held_->number(), name), right = hold(other.held_->number(), other_name);
    if (attributes_of(held_path(number_of(left)), name) != attributes_of(held_path(number_of(right)), other_name)) return false;
    if (mine.kind != EntryKind::kFile) return true;
    if (mine.size != its.size) return false;
    const UniqueFd one = open_file(held_->number(), name, O_RDONLY | O_NONBLOCK);
    const UniqueFd two = open_file(other.held_->number(), other_name, O_RDONLY | O_NONBLOCK);
    return same_content(number_of(one), number_of(two), name);
}

bool Folder::hides_below() const {
    char value[2] = {};
    for (const char* attribute : {"trusted.overlay.opaque", "user.overlay.opaque"}) {
        const ssize_t length = fgetxattr(held_->number(), attribute, value, sizeof value);
        if (length == 1 && value[0] == 'y') return true;
        if (length < 0 && errno != ERANGE && !has_none(errno)) refuse("cannot read an attribute of", held_->path);
    }
    return false;
}

bool Folder::add_name(const std::string& name, const Folder& of, const std::string& of_name) const {
    if (linkat(of.held_->number(), of_name.c_str(), held_->number(), name.c_str(), 0) == 0) return true;
    if (errno == EPERM || errno == EXDEV || errno == EMLINK || errno == EOPNOTSUPP) return false;
    refuse("cannot name once more", name);
}

void Folder::move_here(const std::string& name, const Folder& from, const std::string& from_name) const {
    if (renameat(from.held_->number(), from_name.c_str(), held_->number(), name.c_str()) != 0) refuse("cannot move", from_name);
}

void Folder::remove_entry(const std::string& name, EntryKind kind) const {
    const int flags = kind == EntryKind::kFolder ? AT_REMOVEDIR : 0;
    if (unlinkat(held_->number(), name.c_str(), flags) != 0 && errno != ENOENT) refuse("cannot remove", held_->path + '/' + name);
}

void Folder::open_up() const {
    struct stat told{};
    if (fstat(held_->number(), &told) != 0) refuse("cannot look at", held_->path);
    if ((told.st_mode & S_IRWXU) != S_IRWXU) change_mode(held_->number(), (told.st_mode & kPermissions) | S_IRWXU, held_->path);
}

void FileLock::reset() noexcept {
    if (file_) (void)flock(number_of(file_), LOCK_UN);
    file_.reset();
}

std::optional<FileLock> Folder::lock(const std::string& name, bool exclusive) const {
    return lock_file(open_file(held_->number(), name, O_RDONLY | O_NONBLOCK), exclusive, name);
}

std::optional<FileLock> Folder::ensure_lock(const std::string& name) const {
    return lock_file(open_file(held_->number(), name, O_RDONLY | O_NONBLOCK | O_CREAT, 0644), true, name);
}

NativeDescriptor Folder::descriptor() const { return held_->descriptor.get(); }
const std::string& Folder::path() const { return held_->path; }

}  // namespace hcsffi
