/* Folders by path. A path is made of a folder that was opened and one plain name at a time, and everything is opened without following a
 * reparse point; between two calls somebody could put one in the place of a folder, which the descriptors of Linux exclude.
 */

#include "storage/folder.h"

// windows.h first: the others need it.
#include <windows.h>
// And this one.
#include <winioctl.h>

#include <algorithm>
#include <cstring>
#include <cwchar>

namespace hcsffi {

namespace {

constexpr size_t kPieceBytes = size_t{256} << 10;
constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
constexpr DWORD kKept = FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_ARCHIVE;
constexpr int64_t kTicksTo1970 = 116444736000000000;

[[noreturn]] void refuse(const char* what, const std::string& name, DWORD error = GetLastError()) {
    refuse_step(error, std::string(what) + " \"" + name + '"');
}

// As the wide functions take it: beyond the length of old paths, and with nothing left to be resolved.
std::wstring wide(const std::string& path) {
    const int units = MultiByteToWideChar(CP_UTF8, 0, path.data(), static_cast<int>(path.size()), nullptr, 0);
    std::wstring text(static_cast<size_t>(units), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, path.data(), static_cast<int>(path.size()), text.data(), units);
    std::replace(text.begin(), text.end(), L'/', L'\\');
    if (text.compare(0, 4, L"\\\\?\\") == 0) return text;
    return text.compare(0, 2, L"\\\\") == 0 ? L"\\\\?\\UNC" + text.substr(1) : L"\\\\?\\" + text;
}

std::string utf8(const wchar_t* text) {
    const int length = static_cast<int>(std::wcslen(text));
    const int bytes = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text, length, nullptr, 0, nullptr, nullptr);
    if (bytes == 0) refuse_step(ERROR_INVALID_DATA, "a name is no UTF-16");
    std::string narrowed(static_cast<size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, length, narrowed.data(), bytes, nullptr, nullptr);
    return narrowed;
}

HANDLE handle_of(const UniqueFd& descriptor) { return reinterpret_cast<HANDLE>(descriptor.get()); }

UniqueFd open(const std::string& path, DWORD access, DWORD sharing, DWORD disposition) {
    const HANDLE handle = CreateFileW(wide(path).c_str(), access, sharing, nullptr, disposition,
                                      FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    return handle == INVALID_HANDLE_VALUE ? UniqueFd() : UniqueFd(reinterpret_cast<NativeDescriptor>(handle));
}

UniqueFd open_or_refuse(const std::string& path, DWORD access, DWORD disposition = OPEN_EXISTING) {
    UniqueFd file = open(path, access, kShared, disposition);
    if (!file) refuse("cannot open", path);
    return file;
}

std::optional<FileLock> lock_file(UniqueFd file, bool exclusive, const std::string& name) {
    OVERLAPPED beyond{};
    beyond.OffsetHigh = 1;  // a byte beyond the end, which nobody reads
    const DWORD flags = LOCKFILE_FAIL_IMMEDIATELY | (exclusive ? LOCKFILE_EXCLUSIVE_LOCK : 0);
    if (LockFileEx(handle_of(file), flags, 0, 1, 0, &beyond)) return FileLock(std::move(file));
    if (GetLastError() == ERROR_LOCK_VIOLATION || GetLastError() == ERROR_IO_PENDING) return std::nullopt;
    refuse("cannot lock", name);
}

int64_t nanoseconds(int64_t ticks) { return (ticks - kTicksTo1970) * 100; }
int64_t ticks(int64_t nanoseconds) { return nanoseconds / 100 + kTicksTo1970; }
int64_t whole(DWORD high, DWORD low) { return static_cast<int64_t>((uint64_t{high} << 32) | low); }

Fact fact_of(const UniqueFd& file, const std::string& path) {
    BY_HANDLE_FILE_INFORMATION told{};
    FILE_BASIC_INFO times{};
    if (!GetFileInformationByHandle(handle_of(file), &told) ||
        !GetFileInformationByHandleEx(handle_of(file), FileBasicInfo, &times, sizeof times)) {
        refuse("cannot look at", path);
    }
    Fact fact;
    const bool folder = (told.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    const bool reparse = (told.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    fact.kind = reparse ? EntryKind::kLink : folder ? EntryKind::kFolder : EntryKind::kFile;
    fact.size = static_cast<uint64_t>(whole(told.nFileSizeHigh, told.nFileSizeLow));
    fact.device = told.dwVolumeSerialNumber;
    fact.number = static_cast<uint64_t>(whole(told.nFileIndexHigh, told.nFileIndexLow));
    fact.names = told.nNumberOfLinks;
    fact.mode = told.dwFileAttributes & kKept;
    fact.written_ns = nanoseconds(times.LastWriteTime.QuadPart);
    fact.changed_ns = nanoseconds(times.ChangeTime.QuadPart);
    return fact;
}

size_t read_some(const UniqueFd& file, void* to, size_t size, const std::string& name) {
    DWORD got = 0;
    if (!ReadFile(handle_of(file), to, static_cast<DWORD>(size), &got, nullptr)) refuse("cannot read", name);
    return got;
}

void write_all(const UniqueFd& file, const char* from, size_t size, const std::string& name) {
    while (size > 0) {
        DWORD done = 0;
        if (!WriteFile(handle_of(file), from, static_cast<DWORD>(std::min(size, kPieceBytes)), &done, nullptr))
            refuse("cannot write", name);
        from += done;
        size -= done;
    }
}

bool same_content(const UniqueFd& one, const UniqueFd& other, const std::string& name) {
    std::vector<char> first(kPieceBytes), second(kPieceBytes);
    for (;;) {
        const size_t got = read_some(one, first.data(), first.size(), name);
        size_t matched = 0;
        while (matched < got) {
            const size_t more = read_some(other, second.data() + matched, got - matched, name);
            if (more == 0) return false;
            matched += more;
        }
        if (std::memcmp(first.data(), second.data(), got) != 0) return false;
        if (got == 0) return read_some(other, second.data(), 1, name) == 0;
    }
}

// What stands in a reparse point, as it is.
std::vector<char> reparse_point(const std::string& path) {
    const UniqueFd file = open_or_refuse(path, FILE_READ_ATTRIBUTES);
    std::vector<char> content(MAXIMUM_REPARSE_DATA_BUFFER_SIZE);
    DWORD size = 0;
    if (!DeviceIoControl(handle_of(file), FSCTL_GET_REPARSE_POINT, nullptr, 0, content.data(), static_cast<DWORD>(content.size()), &size,
                         nullptr)) {
        refuse("cannot read the reparse point", path);
    }
    content.resize(size);
    return content;
}

}  // namespace

struct Folder::Held {
    UniqueFd descriptor;
    std::string path;

    std::string at(const std::string& name) const { return name.empty() ? path : path + '\\' + name; }
};

bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\:") == std::string_view::npos &&
           name.find('\0') == std::string_view::npos;
}

Folder::Folder(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Folder::Folder(Folder&& other) noexcept = default;
Folder& Folder::operator=(Folder&& other) noexcept = default;
Folder::~Folder() = default;

Folder Folder::at(const std::string& path) {
    const bool rooted = path.size() > 2 && (path[1] == ':' || path.compare(0, 2, "\\\\") == 0);
    if (!rooted) refuse_step(ERROR_PATH_NOT_FOUND, "no absolute path of this platform: " + path);
    auto held = std::make_unique<Held>();
    held->path = path;
    while (held->path.size() > 3 && (held->path.back() == '\\' || held->path.back() == '/')) held->path.pop_back();
    std::replace(held->path.begin(), held->path.end(), '/', '\\');
    held->descriptor = open(held->path, FILE_READ_ATTRIBUTES, kShared, OPEN_EXISTING);
    if (!held->descriptor) {
        const DWORD error = GetLastError();
        refuse("cannot open", path, error == ERROR_FILE_NOT_FOUND || error == ERROR_INVALID_NAME ? ERROR_PATH_NOT_FOUND : error);
    }
    const EntryKind kind = fact_of(held->descriptor, path).kind;
    if (kind != EntryKind::kFolder && kind != EntryKind::kLink) refuse_step(ERROR_DIRECTORY, "no folder: " + path);
    return Folder(std::move(held));
}

Folder Folder::parent_of(const std::string& path, std::string* name) {
    const size_t last = path.find_last_not_of("/\\");
    const size_t slash = last == std::string::npos ? last : path.find_last_of("/\\", last);
    if (slash == std::string::npos) refuse_step(ERROR_PATH_NOT_FOUND, "no absolute path of this platform: " + path);
    *name = path.substr(slash + 1, last - slash);
    if (!is_plain_name(*name)) refuse_step(ERROR_INVALID_PARAMETER, "no name at the end of " + path);
    return at(path.substr(0, slash + 1));
}

std::optional<Folder> Folder::find_child(const std::string& name) const {
    auto held = std::make_unique<Held>();
    held->path = held_->at(name);
    held->descriptor = open(held->path, FILE_READ_ATTRIBUTES, kShared, OPEN_EXISTING);
    if (!held->descriptor) {
        if (GetLastError() == ERROR_FILE_NOT_FOUND) return std::nullopt;
        refuse("cannot open the folder", held->path);
    }
    if (fact_of(held->descriptor, held->path).kind != EntryKind::kFolder) refuse_step(ERROR_DIRECTORY, "no folder: " + held->path);
    return Folder(std::move(held));
}

Folder Folder::child(const std::string& name) const {
    auto found = find_child(name);
    if (!found) refuse_step(ERROR_PATH_NOT_FOUND, "there is no folder " + held_->at(name));
    return std::move(*found);
}

Folder Folder::make_child(const std::string& name) const {
    if (!is_plain_name(name)) refuse_step(ERROR_INVALID_PARAMETER, "no name for a folder: \"" + name + '"');
    if (!CreateDirectoryW(wide(held_->at(name)).c_str(), nullptr)) refuse("cannot make the folder", name);
    return child(name);
}

Folder Folder::ensure_child(const std::string& name) const {
    auto found = find_child(name);
    return found ? std::move(*found) : make_child(name);
}

Folder Folder::again() const { return at(held_->path); }

std::vector<std::string> Folder::names() const {
    WIN32_FIND_DATAW entry{};
    const HANDLE listing = FindFirstFileW((wide(held_->path) + L"\\*").c_str(), &entry);
    if (listing == INVALID_HANDLE_VALUE) refuse("cannot list", held_->path);
    std::vector<std::string> found;
    do {
        const std::string name = utf8(entry.cFileName);
        if (name != "." && name != "..") found.push_back(name);
    } while (FindNextFileW(listing, &entry));
    const DWORD error = GetLastError();
    FindClose(listing);
    if (error != ERROR_NO_MORE_FILES) refuse("cannot list", held_->path, error);
    std::sort(found.begin(), found.end());
    return found;
}

Fact Folder::fact() const { return fact_of(held_->descriptor, held_->path); }

Fact Folder::fact(const std::string& name) const {
    const UniqueFd file = open(held_->at(name), FILE_READ_ATTRIBUTES, kShared, OPEN_EXISTING);
    if (file) return fact_of(file, name);
    if (GetLastError() != ERROR_FILE_NOT_FOUND) refuse("cannot look at", held_->at(name));
    return {};
}

std::optional<std::string> Folder::read_text(const std::string& name, size_t most) const {
    const Fact there = fact(name);
    if (there.kind == EntryKind::kNothing) return std::nullopt;
    if (there.kind != EntryKind::kFile) refuse_step(ERROR_INVALID_DATA, "no plain file: " + name);
    const UniqueFd file = open_or_refuse(held_->at(name), GENERIC_READ);
    std::string text;
    char piece[4096];  // most texts are short, and there is one to read of every layer of a chain
    while (const size_t got = read_some(file, piece, sizeof piece, name)) {
        if (text.size() + got > most) refuse_step(ERROR_INVALID_DATA, "too long: " + name);
        text.append(piece, got);
    }
    return text;
}

std::string Folder::read_beginning(const std::string& name, size_t most) const {
    std::string bytes(most, '\0');
    bytes.resize(read_some(open_or_refuse(held_->at(name), GENERIC_READ), bytes.data(), most, name));
    return bytes;
}

void Folder::write_text(const std::string& name, const std::string& text) const {
    const std::string fresh = name + ".new";
    write_all(open_or_refuse(held_->at(fresh), GENERIC_WRITE, CREATE_ALWAYS), text.data(), text.size(), fresh);
    move_here(name, *this, fresh);
}

std::string Folder::link_target(const std::string& name) const {
    const std::vector<char> content = reparse_point(held_->at(name));
    return {content.begin(), content.end()};
}

void Folder::copy_entry(const std::string& name, const Folder& from, const std::string& from_name, const Fact& fact) const {
    if (fact.kind == EntryKind::kLink) {
        const std::vector<char> content = reparse_point(from.held_->at(from_name));
        const bool folder = (GetFileAttributesW(wide(from.held_->at(from_name)).c_str()) & FILE_ATTRIBUTE_DIRECTORY) != 0;
        if (folder && !CreateDirectoryW(wide(held_->at(name)).c_str(), nullptr)) refuse("cannot make the link", name);
        const UniqueFd link = open_or_refuse(held_->at(name), GENERIC_WRITE, folder ? OPEN_EXISTING : CREATE_NEW);
        DWORD size = 0;
        if (!DeviceIoControl(handle_of(link), FSCTL_SET_REPARSE_POINT, const_cast<char*>(content.data()),
                             static_cast<DWORD>(content.size()), nullptr, 0, &size, nullptr)) {
            refuse("cannot make the link", name);
        }
        return;
    }
    if (fact.kind != EntryKind::kFile) refuse_step(ERROR_INVALID_DATA, "neither file nor folder nor link: " + from_name);
    // Content, alternate streams and extended attributes.
    if (!CopyFileExW(wide(from.held_->at(from_name)).c_str(), wide(held_->at(name)).c_str(), nullptr, nullptr, nullptr,
                     COPY_FILE_FAIL_IF_EXISTS)) {
        refuse("cannot copy", from_name);
    }
    copy_metadata(name, from, from_name, fact);
}

void Folder::copy_metadata(const std::string& name, const Folder&, const std::string&, const Fact& fact) const {
    const UniqueFd file = open_or_refuse(held_->at(name), FILE_WRITE_ATTRIBUTES);
    FILE_BASIC_INFO wanted{};
    wanted.LastWriteTime.QuadPart = ticks(fact.written_ns);
    wanted.FileAttributes = fact.mode == 0 ? FILE_ATTRIBUTE_NORMAL : fact.mode;
    if (!SetFileInformationByHandle(handle_of(file), FileBasicInfo, &wanted, sizeof wanted)) refuse("cannot set the attributes of", name);
}

bool Folder::same_entry(const std::string& name, const Fact& mine, const Folder& other, const std::string& other_name,
                        const Fact& its) const {
    if (mine.kind == EntryKind::kLink) return link_target(name) == other.link_target(other_name);
    if (mine.mode != its.mode) return false;
    if (mine.kind == EntryKind::kFolder) return true;
    if (mine.written_ns != its.written_ns || mine.size != its.size) return false;
    return same_content(open_or_refuse(held_->at(name), GENERIC_READ), open_or_refuse(other.held_->at(other_name), GENERIC_READ), name);
}

bool Folder::hides_below() const { return false; }

bool Folder::add_name(const std::string& name, const Folder& of, const std::string& of_name) const {
    if (of.fact(of_name).kind != EntryKind::kFile) return false;
    return CreateHardLinkW(wide(held_->at(name)).c_str(), wide(of.held_->at(of_name)).c_str(), nullptr) != 0;
}

void Folder::move_here(const std::string& name, const Folder& from, const std::string& from_name) const {
    if (!MoveFileExW(wide(from.held_->at(from_name)).c_str(), wide(held_->at(name)).c_str(), MOVEFILE_REPLACE_EXISTING))
        refuse("cannot move", from_name);
}

void Folder::remove_entry(const std::string& name, EntryKind) const {
    const std::wstring path = wide(held_->at(name));
    const DWORD attributes = GetFileAttributesW(path.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) return;
    if ((attributes & FILE_ATTRIBUTE_READONLY) != 0) SetFileAttributesW(path.c_str(), attributes & ~DWORD{FILE_ATTRIBUTE_READONLY});
    const bool done = (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? RemoveDirectoryW(path.c_str()) : DeleteFileW(path.c_str());
    if (!done && GetLastError() != ERROR_FILE_NOT_FOUND) refuse("cannot remove", held_->at(name));
}

// An administrator needs no grant, and nobody else uses the host on Windows.
void Folder::open_up() const {}

void FileLock::reset() noexcept { file_.reset(); }

std::optional<FileLock> Folder::lock(const std::string& name, bool exclusive) const {
    return lock_file(open_or_refuse(held_->at(name), GENERIC_READ), exclusive, name);
}

std::optional<FileLock> Folder::ensure_lock(const std::string& name) const {
    return lock_file(open_or_refuse(held_->at(name), GENERIC_READ, OPEN_ALWAYS), true, name);
}

NativeDescriptor Folder::descriptor() const { return held_->descriptor.get(); }
const std::string& Folder::path() const { return held_->path; }

}  // namespace hcsffi
