// Disks by the descriptors that clients hand over for handles.

#include "storage/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "ground/outcome.h"
#include "storage/linux/refusal.h"

namespace hcsffi {

namespace {

// A handle that was opened for something else is no right to do this.
[[noreturn]] void refuse_disk(const char* what) { refuse(what, "the disk", errno == EBADF ? EACCES : errno); }

}  // namespace

std::string path_of_file(NativeDescriptor file) {
    struct stat told{};
    const bool known = fstat(static_cast<int>(file), &told) == 0;
    if (!known && errno != EBADF) refuse("cannot look at", "the disk");
    if (!known || !S_ISREG(told.st_mode)) throw Refusal(kHandle, "no handle of a disk");
    char name[4096];
    const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), name, sizeof name);
    if (length < 0) refuse("cannot read the name of", "the disk");
    const std::string path(name, static_cast<size_t>(length));
    struct stat named{};
    if (lstat(path.c_str(), &named) != 0 || named.st_dev != told.st_dev || named.st_ino != told.st_ino)
        throw Refusal(kFileNotFound, "the disk has no name any more");
    return path;
}

std::string read_beginning(NativeDescriptor file, size_t most) {
    std::string bytes(most, '\0');
    const ssize_t got = pread(static_cast<int>(file), bytes.data(), most, 0);
    if (got < 0) refuse_disk("cannot read");
    bytes.resize(static_cast<size_t>(got));
    return bytes;
}

void write_beginning(NativeDescriptor file, const std::string& bytes) {
    if (pwrite(static_cast<int>(file), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size())) return;
    refuse_disk("cannot write");
}

}  // namespace hcsffi
