// Records on a Unix socket with descriptors beside them. A vector of numbers owns nothing: who receives closes what he has got.
#pragma once

#include <sys/socket.h>
#include <sys/uio.h>

#include <cstring>
#include <vector>

#include "ground/uninterrupted.h"

namespace hcsffi {

constexpr std::size_t kMostPassed = 253;  // at once, by the kernel's SCM_MAX_FD

// threads: any. blocks: unless `flags` say otherwise. At most kMostPassed descriptors. errors: -1 with errno.
inline ssize_t send_with_descriptors(int socket, const void* record, std::size_t size, const std::vector<int>& given, int flags) {
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * kMostPassed)] = {};
    iovec piece{const_cast<void*>(record), size};  // sendmsg only reads it
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    if (!given.empty()) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * given.size());
        cmsghdr* const part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int) * given.size());
        memcpy(CMSG_DATA(part), given.data(), sizeof(int) * given.size());
    }
    return uninterrupted([&] { return sendmsg(socket, &message, flags | MSG_NOSIGNAL); });
}

// The same way back, at most `Most`; what came is added to *given, with whatever the record says, and no new program gets it.
template <std::size_t Most>
ssize_t receive_with_descriptors(int socket, void* record, std::size_t size, std::vector<int>* given, int flags) {
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * Most)];
    iovec piece{record, size};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t got = uninterrupted([&] { return recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC); });
    if (got < 0) return got;
    const cmsghdr* const part = CMSG_FIRSTHDR(&message);  // the kernel hands all of them over in one
    if (part == nullptr || part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) return got;
    const std::size_t before = given->size();
    given->resize(before + (part->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    memcpy(given->data() + before, CMSG_DATA(part), (given->size() - before) * sizeof(int));
    return got;
}

}  // namespace hcsffi
