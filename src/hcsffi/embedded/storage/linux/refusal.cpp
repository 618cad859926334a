#include "storage/linux/refusal.h"

#include <cstring>

#include "ground/outcome.h"

namespace hcsffi {

namespace {

HRESULT code_of(int error) {
    switch (error) {
        case ENOENT: return kFileNotFound;
        case ENOTDIR: return kDirectory;
        case ELOOP: return kDirectory;  // a link where a folder or file has to be
        case EACCES:
        case EPERM: return kAccessDenied;
        case EEXIST: return kAlreadyExists;
        case ENOTEMPTY: return kFolderNotEmpty;
        case EBUSY:
        case ETXTBSY: return kSharingViolation;
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return kDiskFull;
        case EMFILE:
        case ENFILE: return kTooManyOpenFiles;
        case ENAMETOOLONG: return kNameTooLong;
        case EROFS: return kWriteProtected;
        case EIO: return kDeviceError;
        case ENOMEM: return kOutOfMemory;
        case EINVAL: return kInvalidArgument;
        case EOPNOTSUPP:
        case ENOSYS: return kNotSupported;
        case ENOLCK:
        case EAGAIN: return kNoSystemResources;
        default: return kGeneralFailure;
    }
}

}  // namespace

void refuse(const char* what, const std::string& name, int error) {
    throw Refusal(code_of(error), std::string(what) + " \"" + name + "\": " + std::strerror(error));
}

}  // namespace hcsffi
