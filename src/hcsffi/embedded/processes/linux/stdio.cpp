#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "processes/linux/tree.h"

namespace hcsffi {
namespace {

constexpr int kRoomyPipe = 256 * 1024;
constexpr int kLowest = 3;

// A client may look at 0 as "no pipe", and 0 to 2 are its own streams.
UniqueFd above_streams(UniqueFd descriptor) {
    return descriptor.get() >= kLowest ? std::move(descriptor) : duplicated(fd_of(descriptor), kLowest);
}

UniqueFd duplicate(const UniqueFd& descriptor) { return duplicated(fd_of(descriptor), kLowest); }

SpawnOutcome make_pipe(bool roomy, UniqueFd* reading, UniqueFd* writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return failed("making a pipe", errno);
    *reading = UniqueFd(ends[0]);
    *writing = UniqueFd(ends[1]);
    // Refused is as good: the pipe works with the size it has.
    if (roomy) fcntl(fd_of(*reading), F_SETPIPE_SZ, kRoomyPipe);
    *reading = above_streams(std::move(*reading));
    *writing = above_streams(std::move(*writing));
    return *reading && *writing ? SpawnOutcome{} : failed("making a pipe", errno);
}

SpawnOutcome make_terminal(const ProcessStart& what, Streams* streams) {
    UniqueFd master(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    char name[128];
    if (!master || grantpt(fd_of(master)) != 0 || unlockpt(fd_of(master)) != 0 || ptsname_r(fd_of(master), name, sizeof name) != 0)
        return failed("making a pseudo-terminal", errno);
    UniqueFd terminal(open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!terminal) return failed("opening the pseudo-terminal", errno);
    winsize size{};
    size.ws_row = what.console_size.rows;
    size.ws_col = what.console_size.columns;
    if (ioctl(fd_of(terminal), TIOCSWINSZ, &size) != 0) return failed("setting the size of the pseudo-terminal", errno);
    if (what.input) streams->started.input = duplicate(master);
    if (what.output) streams->started.output = duplicate(master);
    streams->started.console = above_streams(std::move(master));
    for (UniqueFd& stream : streams->theirs) stream = duplicate(terminal);
    const bool complete = streams->started.console && streams->theirs[0] && streams->theirs[1] && streams->theirs[2] &&
                          (!what.input || streams->started.input) && (!what.output || streams->started.output);
    return complete ? SpawnOutcome{} : failed("duplicating the pseudo-terminal", errno);
}

SpawnOutcome open_nothing(UniqueFd* stream, int mode) {
    *stream = UniqueFd(open("/dev/null", mode | O_CLOEXEC));
    return *stream ? SpawnOutcome{} : failed("opening /dev/null", errno);
}

}  // namespace

void close_descriptor(NativeDescriptor descriptor) noexcept {
    const int before = errno;  // a failing caller still has to report its own
    close(static_cast<int>(descriptor));
    errno = before;
}

std::shared_ptr<void> PipeRoom::take(const std::shared_ptr<PipeRoom>& room) {
    if (room->taken_.fetch_add(1) >= kProcesses) {
        room->taken_.fetch_sub(1);
        return nullptr;
    }
    return {room.get(), [room](PipeRoom* mine) { mine->taken_.fetch_sub(1); }};
}

SpawnOutcome make_streams(const ProcessStart& what, bool roomy, Streams* streams) {
    if (what.console) return make_terminal(what, streams);
    StartedProcess& mine = streams->started;
    SpawnOutcome outcome = what.input ? make_pipe(roomy, &streams->theirs[0], &mine.input) : open_nothing(&streams->theirs[0], O_RDONLY);
    if (outcome.ok() && what.input) {
        mine.kept_input = duplicate(mine.input);
        if (!mine.kept_input) outcome = failed("duplicating a pipe", errno);
    }
    if (outcome.ok())
        outcome = what.output ? make_pipe(roomy, &mine.output, &streams->theirs[1]) : open_nothing(&streams->theirs[1], O_WRONLY);
    if (outcome.ok())
        outcome = what.error ? make_pipe(roomy, &mine.error, &streams->theirs[2]) : open_nothing(&streams->theirs[2], O_WRONLY);
    return outcome;
}

}  // namespace hcsffi
