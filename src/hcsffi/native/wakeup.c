#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "wakeup.h"

#if defined(_WIN32)
#include <winsock2.h>
#else
#include <unistd.h>
#endif

#if defined(_WIN32)

int hcsffi_wakeup_open(struct hcsffi_wakeup *wakeup) {
    (void)wakeup;
    return 0;
}

void hcsffi_wakeup_signal(const struct hcsffi_wakeup *wakeup) {
    /* A blocking socket: it never holds more than a few tokens, so nothing is waited for. One that does not block may refuse a token
     * although it is empty, while another thread's send has delivered its own and not returned yet (Wine); and a refused
     * token is a loop that is never woken. */
    char token = 0;
    send((SOCKET)wakeup->write_end, &token, 1, 0);
}

void hcsffi_wakeup_clear(const struct hcsffi_wakeup *wakeup) {
    /* Proactor and trio read the token themselves before they drain; a selector loop leaves it to us. -1 says that the loop reads it. */
    char tokens[64];
    if (wakeup->read_end == -1) return;
    while (recv((SOCKET)wakeup->read_end, tokens, sizeof tokens, 0) == sizeof tokens) continue;
}

void hcsffi_wakeup_close(const struct hcsffi_wakeup *wakeup) { closesocket((SOCKET)wakeup->write_end); }

#elif defined(__linux__)
#include <sys/eventfd.h>

int hcsffi_wakeup_open(struct hcsffi_wakeup *wakeup) {
    wakeup->read_end = wakeup->write_end = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return wakeup->read_end >= 0;
}

void hcsffi_wakeup_signal(const struct hcsffi_wakeup *wakeup) {
    eventfd_write((int)wakeup->write_end, 1); /* can only fail when the counter is full, and then the descriptor is readable */
}

void hcsffi_wakeup_clear(const struct hcsffi_wakeup *wakeup) {
    eventfd_t tokens;
    eventfd_read((int)wakeup->read_end, &tokens);
}

void hcsffi_wakeup_close(const struct hcsffi_wakeup *wakeup) { close((int)wakeup->read_end); }

#else
#include <fcntl.h>

int hcsffi_wakeup_open(struct hcsffi_wakeup *wakeup) {
    int ends[2];
    if (pipe(ends) != 0) return 0;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    wakeup->read_end = ends[0];
    wakeup->write_end = ends[1];
    return 1;
}

void hcsffi_wakeup_signal(const struct hcsffi_wakeup *wakeup) {
    char token = 0;
    ssize_t ignored = write((int)wakeup->write_end, &token, 1); /* a full pipe is readable already */
    (void)ignored;
}

void hcsffi_wakeup_clear(const struct hcsffi_wakeup *wakeup) {
    char tokens[64];
    while (read((int)wakeup->read_end, tokens, sizeof tokens) == sizeof tokens) continue;
}

void hcsffi_wakeup_close(const struct hcsffi_wakeup *wakeup) {
    close((int)wakeup->read_end);
    close((int)wakeup->write_end);
}
#endif
