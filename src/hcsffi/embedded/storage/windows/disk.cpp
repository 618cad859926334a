// Disks by the handles of CreateFile.

#include "storage/disk.h"

// windows.h alone: the rest of the host names some of its types.
#include <windows.h>

namespace hcsffi {

namespace {

HANDLE handle_of(NativeDescriptor file) { return reinterpret_cast<HANDLE>(file); }

OVERLAPPED from_the_start() {
    OVERLAPPED place{};
    return place;
}

}  // namespace

std::string path_of_file(NativeDescriptor file) {
    if (GetFileType(handle_of(file)) != FILE_TYPE_DISK) refuse_step(ERROR_INVALID_HANDLE, "no handle of a disk");
    std::wstring path(32768, L'\0');
    const DWORD length = GetFinalPathNameByHandleW(handle_of(file), path.data(), static_cast<DWORD>(path.size()), 0);
    if (length == 0 || length >= path.size()) refuse_step(ERROR_INVALID_HANDLE, "the disk has no name");
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, path.c_str(), static_cast<int>(length), nullptr, 0, nullptr, nullptr);
    std::string narrowed(static_cast<size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, path.c_str(), static_cast<int>(length), narrowed.data(), bytes, nullptr, nullptr);
    return narrowed.compare(0, 4, "\\\\?\\") == 0 && narrowed.compare(0, 8, "\\\\?\\UNC\\") != 0 ? narrowed.substr(4) : narrowed;
}

std::string read_beginning(NativeDescriptor file, size_t most) {
    std::string bytes(most, '\0');
    OVERLAPPED place = from_the_start();
    DWORD got = 0;
    if (!ReadFile(handle_of(file), bytes.data(), static_cast<DWORD>(most), &got, &place) && GetLastError() != ERROR_HANDLE_EOF)
        refuse_step(GetLastError(), "cannot read the disk");
    bytes.resize(got);
    return bytes;
}

void write_beginning(NativeDescriptor file, const std::string& bytes) {
    OVERLAPPED place = from_the_start();
    DWORD done = 0;
    if (!WriteFile(handle_of(file), bytes.data(), static_cast<DWORD>(bytes.size()), &done, &place))
        refuse_step(GetLastError(), "cannot write the disk");
}

}  // namespace hcsffi
