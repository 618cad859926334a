/* Figures from /proc. A living process shows its times in clock ticks (10 ms as a rule); what has ended and been waited for by the reaper
 * comes from its own resource usage, exact. A child waited for by its parent inside the tree is in the parent's figures, for times
 * and for reads and writes alike, so that living processes plus the reaper's own account is the whole tree. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "ground/linux/hundred_ns.h"
#include "ground/uninterrupted.h"
#include "processes/reaper/reaper.h"

namespace hcsffi::reaper {
namespace {

struct Figures {
    char name[20];
    std::uint64_t user, kernel, waited_user, waited_kernel, started;  // ticks
    std::uint64_t commit, private_bytes, shared;
    bool living;  // else only its exit status and its times are left
};

struct Transfers {
    std::uint64_t read_bytes, write_bytes, read_count, write_count;
};

std::string small_file(const std::string& path, int* obstacle) {
    char text[8192];
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text);
    if (got < 0) note_obstacle(errno, obstacle);
    close_quietly(file);
    return got > 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();
}

// The same for what only the process's own user may read.
std::string private_file(const std::string& path, int* obstacle) {
    int own = 0;
    const std::string text = small_file(path, &own);
    if (own != 0 && own != EACCES && own != EPERM) *obstacle = own;
    return text;
}

// The number behind `label` at the start of a line; 0 when there is none.
std::uint64_t labelled(const std::string& text, const char* label) {
    const std::string at_line_start = std::string("\n") + label;
    const std::size_t found = text.find(at_line_start);
    return found == std::string::npos ? 0 : strtoull(text.c_str() + found + at_line_start.size(), nullptr, 10);
}

// The kernel keeps the sizes in `status` per processor and adds them up roughly: a small process may show nothing at all. Counting its
// pages is exact, cheap for a small one, and allowed for processes of the same user.
constexpr std::uint64_t kRoughBelow = 4u << 20;

void refine(const std::string& directory, Figures* figures, int* obstacle) {
    const std::string counted = private_file(directory + "/smaps_rollup", obstacle);
    const std::uint64_t resident = labelled(counted, "Rss:") * 1024;
    const std::uint64_t anonymous = labelled(counted, "Anonymous:") * 1024;
    if (resident < anonymous || resident == 0) return;
    figures->private_bytes = anonymous;
    figures->shared = resident - anonymous;
}

// False when there is no such process (any more).
bool read_figures(pid_t pid, Figures* figures, int* obstacle) {
    const std::string directory = "/proc/" + std::to_string(pid);
    const std::string stat = small_file(directory + "/stat", obstacle);
    const std::size_t open_name = stat.find('(');
    const std::size_t close_name = stat.rfind(')');
    if (open_name == std::string::npos || close_name == std::string::npos) return false;
    const std::string name = stat.substr(open_name + 1, std::min(close_name - open_name - 1, sizeof figures->name - 1));
    memcpy(figures->name, name.data(), name.size());
    char state = 0;
    unsigned long long user = 0, kernel = 0, started = 0;
    long long waited_user = 0, waited_kernel = 0;
    const int read =
        sscanf(stat.c_str() + close_name + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %lld %lld %*d %*d %*d %*d %llu",
               &state, &user, &kernel, &waited_user, &waited_kernel, &started);
    if (read != 6 || state == 'X') return false;
    figures->living = state != 'Z';
    figures->user = user;
    figures->kernel = kernel;
    figures->waited_user = static_cast<std::uint64_t>(std::max(waited_user, 0LL));
    figures->waited_kernel = static_cast<std::uint64_t>(std::max(waited_kernel, 0LL));
    figures->started = started;
    const std::string status = small_file(directory + "/status", obstacle);
    figures->commit = (labelled(status, "VmData:") + labelled(status, "VmStk:")) * 1024;
    figures->private_bytes = labelled(status, "RssAnon:") * 1024;
    figures->shared = (labelled(status, "RssFile:") + labelled(status, "RssShmem:")) * 1024;
    if (figures->living && figures->private_bytes + figures->shared < kRoughBelow) refine(directory, figures, obstacle);
    return true;
}

Transfers transfers_in(const std::string& listing) {
    const std::string text = "\n" + listing;
    return {labelled(text, "rchar:"), labelled(text, "wchar:"), labelled(text, "syscr:"), labelled(text, "syscw:")};
}

// From a file of this process that stays open once it could be opened.
std::string again(int& file, const std::string& path, int* obstacle) {
    if (file < 0) file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    char text[8192];
    const ssize_t got = file < 0 ? -1 : uninterrupted([&] { return pread(file, text, sizeof text, 0); });
    if (got < 0 && errno != EACCES && errno != EPERM) note_obstacle(errno, obstacle);
    return got > 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();
}

void add(Measured* sum, const Transfers& transfers) {
    sum->read_count += transfers.read_count;
    sum->read_bytes += transfers.read_bytes;
    sum->write_count += transfers.write_count;
    sum->write_bytes += transfers.write_bytes;
}

constexpr const char* kAllFile = "/proc/self/io";

std::string own_file() { return "/proc/self/task/" + std::to_string(getpid()) + "/io"; }

// What the reaper's account got from processes that have ended: its whole account without its only thread's.
void add_ended(Measured* sum, int& own_transfers, int& all_transfers, int* obstacle) {
    rusage ended{};
    getrusage(RUSAGE_CHILDREN, &ended);
    sum->user_100ns += in_100ns(ended.ru_utime);
    sum->kernel_100ns += in_100ns(ended.ru_stime);
    sum->commit_peak_bytes = static_cast<std::uint64_t>(ended.ru_maxrss) * 1024;
    const std::string listing = again(own_transfers, own_file(), obstacle);
    Transfers own = transfers_in(listing);
    own.read_count += 1;  // that reading shows in the second file only
    own.read_bytes += listing.size();
    const Transfers all = transfers_in(again(all_transfers, kAllFile, obstacle));
    const auto without = [](std::uint64_t whole, std::uint64_t part) { return whole > part ? whole - part : 0; };
    add(sum, {without(all.read_bytes, own.read_bytes), without(all.write_bytes, own.write_bytes), without(all.read_count, own.read_count),
              without(all.write_count, own.write_count)});
}

}  // namespace

Meter::Meter()
    : own_transfers_(open(own_file().c_str(), O_RDONLY | O_CLOEXEC)),
      all_transfers_(open(kAllFile, O_RDONLY | O_CLOEXEC)),
      boot_unix_100ns_(clock_100ns(CLOCK_REALTIME) - clock_100ns(CLOCK_BOOTTIME)),
      ticks_per_second_(sysconf(_SC_CLK_TCK)) {}

Meter::~Meter() {
    close_quietly(own_transfers_);
    close_quietly(all_transfers_);
}

Measured Meter::measure(int* obstacle) {
    Measured sum{};
    const std::uint64_t tick = 10'000'000 / static_cast<std::uint64_t>(ticks_per_second_);
    add_ended(&sum, own_transfers_, all_transfers_, obstacle);
    for (const pid_t pid : descendants(getpid(), obstacle)) {
        Figures one{};
        if (!read_figures(pid, &one, obstacle)) continue;
        sum.user_100ns += (one.user + one.waited_user) * tick;
        sum.kernel_100ns += (one.kernel + one.waited_kernel) * tick;
        sum.commit_bytes += one.commit;
        sum.private_bytes += one.private_bytes;
        sum.process_count += one.living ? 1 : 0;
        add(&sum, transfers_in(private_file("/proc/" + std::to_string(pid) + "/io", obstacle)));
    }
    const auto keep = [](std::uint64_t& highest, std::uint64_t& now) { highest = now = std::max(highest, now); };
    sum.commit_peak_bytes = std::max(sum.commit_peak_bytes, sum.commit_bytes);
    keep(highest_.user_100ns, sum.user_100ns);
    keep(highest_.kernel_100ns, sum.kernel_100ns);
    keep(highest_.commit_peak_bytes, sum.commit_peak_bytes);
    keep(highest_.read_count, sum.read_count);
    keep(highest_.read_bytes, sum.read_bytes);
    keep(highest_.write_count, sum.write_count);
    keep(highest_.write_bytes, sum.write_bytes);
    return sum;
}

std::uint64_t Meter::resident(int* obstacle) {
    std::uint64_t sum = 0;
    for (const pid_t pid : descendants(getpid(), obstacle)) {
        const std::string status = small_file("/proc/" + std::to_string(pid) + "/status", obstacle);
        sum += (labelled(status, "RssAnon:") + labelled(status, "VmSwap:")) * 1024;
    }
    return sum;
}

std::vector<Row> Meter::list(int* obstacle) const {
    std::vector<Row> rows;
    const std::uint64_t tick = 10'000'000 / static_cast<std::uint64_t>(ticks_per_second_);
    for (const pid_t pid : descendants(getpid(), obstacle)) {
        Figures one{};
        if (!read_figures(pid, &one, obstacle) || !one.living) continue;
        Row row{};
        row.pid = static_cast<std::uint32_t>(pid);
        memcpy(row.name, one.name, sizeof row.name);
        row.created_unix_100ns = boot_unix_100ns_ + static_cast<std::int64_t>(one.started * tick);
        row.user_100ns = one.user * tick;
        row.kernel_100ns = one.kernel * tick;
        row.commit_bytes = one.commit;
        row.private_bytes = one.private_bytes;
        row.shared_bytes = one.shared;
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& left, const Row& right) { return left.created_unix_100ns < right.created_unix_100ns; });
    return rows;
}

}  // namespace hcsffi::reaper
