#include "processes/linux/limit.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <mutex>
#include <set>

#include "ground/uninterrupted.h"
#include "processes/reaper/cgroup.h"

namespace hcsffi {
namespace {

enum Resource : unsigned { kMemory = 1, kProcessor = 2, kProcesses = 4, kTransfers = 8 };

struct Controller {
    unsigned resource;
    const char* name;  // in both versions
};
constexpr Controller kControllers[] = {{kMemory, "memory"}, {kProcessor, "cpu"}, {kProcesses, "pids"}, {kTransfers, "io"}};
// The other one only counts; version 1 does so where something is throttled.
constexpr unsigned kLimiting = kMemory | kProcessor | kProcesses;

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 62;  // beyond any machine, and a number the kernel takes
constexpr double kPeriodUs = 100'000;     // the kernel's own
constexpr double kLongPeriodUs = 1'000'000;
constexpr double kLeastQuotaUs = 1'000;   // the kernel takes no less
constexpr std::uint32_t kUsualWeight = 100;
constexpr std::uint32_t kMostWeight = 10'000;
constexpr std::uint64_t kSharesOfUsualWeight = 1024;  // what version 1 calls the same

struct Place {
    std::string folder;
    unsigned holds;
    bool unified;
};

bool may_write(const std::string& path) { return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

// The controllers a file of a group lists.
unsigned listed(const std::string& path) {
    std::ifstream file(path);
    unsigned found = 0;
    for (std::string word; file >> word;)
        for (const Controller& one : kControllers)
            if (word == one.name) found |= one.resource;
    return found;
}

bool has_members(const std::string& folder) {
    std::ifstream file(folder + "/cgroup.procs");
    return file.peek() != std::ifstream::traits_type::eof();
}

// What groups in this one can have: what it passes on, and what it may be told to. The first group of all has no type and may have
// members beside groups.
unsigned passed_on(const std::string& folder) {
    const std::string passing = folder + "/cgroup.subtree_control";
    const bool can_be_told = may_write(passing) && (access((folder + "/cgroup.type").c_str(), F_OK) != 0 || !has_members(folder));
    return listed(passing) | (can_be_told ? listed(folder + "/cgroup.controllers") : 0);
}

// The nearest group of version 2 that has most of `wanted` for groups in it.
Place unified_place(unsigned wanted) {
    const ShownGroup own = own_group("");
    Place best{};
    for (std::string folder = own.folder; folder.size() >= own.mount.size() && !folder.empty(); folder.resize(folder.rfind('/'))) {
        if (may_write(folder) && may_write(folder + "/cgroup.procs")) {
            const unsigned holds = passed_on(folder) & wanted;
            const bool has_more = holds != best.holds && (holds & best.holds) == best.holds;
            if (has_more) best = {folder, holds, true};
        }
        if (best.holds == wanted) break;
    }
    return best;
}

// Transfers are counted where that asks for no other place.
std::vector<Place> places_for(unsigned wanted) {
    std::vector<Place> places;
    if (wanted == 0) return places;
    if (Place unified = unified_place(wanted & kLimiting); unified.holds != 0) {
        unified.holds |= passed_on(unified.folder) & wanted;
        places.push_back(std::move(unified));
    }
    const unsigned held = places.empty() ? 0 : places.front().holds;
    for (const Controller& one : kControllers) {
        if ((wanted & kLimiting & ~held & one.resource) == 0) continue;
        const std::string folder = own_group(one.name).folder;
        if (!folder.empty() && may_write(folder) && may_write(folder + "/cgroup.procs")) places.push_back({folder, one.resource, false});
    }
    return places;
}

bool put(const UniqueFd& folder, const char* name, const std::string& text) {
    const UniqueFd file(openat(fd_of(folder), name, O_WRONLY | O_CLOEXEC));
    return file && uninterrupted([&] { return write(fd_of(file), text.data(), text.size()); }) == static_cast<ssize_t>(text.size());
}

std::ifstream opened(const UniqueFd& folder, const char* name) {
    return std::ifstream("/proc/self/fd/" + std::to_string(fd_of(folder)) + "/" + name);
}

// The only number of a file, or the one behind a word at the start of a line, blank and all; `otherwise` where there is none.
std::uint64_t number_in(const UniqueFd& folder, const char* name, std::uint64_t otherwise, const char* word = "") {
    std::ifstream lines = opened(folder, name);
    for (std::string line; std::getline(lines, line);) {
        if (line.compare(0, strlen(word), word) != 0) continue;
        const char* const digits = line.c_str() + strlen(word);
        char* end = nullptr;
        const unsigned long long number = strtoull(digits, &end, 10);
        return end == digits ? otherwise : number;
    }
    return otherwise;
}

// No swapping either, or a program would only become slow.
bool set_memory(const UniqueFd& folder, bool unified, std::uint64_t limit) {
    const std::string bytes = std::to_string(std::min(limit, kMostBytes));
    if (unified) {
        (void)put(folder, "memory.swap.max", limit == 0 ? "max" : "0");  // a machine without swap has no such file
        return put(folder, "memory.max", limit == 0 ? "max" : bytes);
    }
    // That with swap may never be the smaller one.
    (void)put(folder, "memory.memsw.limit_in_bytes", "-1");
    if (!put(folder, "memory.limit_in_bytes", limit == 0 ? "-1" : bytes)) return false;
    if (limit != 0) (void)put(folder, "memory.memsw.limit_in_bytes", bytes);
    return true;
}

bool set_processors(const UniqueFd& folder, bool unified, double processors) {
    const double period = processors * kPeriodUs < kLeastQuotaUs ? kLongPeriodUs : kPeriodUs;
    const std::string quota = std::to_string(std::llround(std::max(kLeastQuotaUs, std::min(processors * period, 1e12))));
    const std::string per = std::to_string(std::llround(period));
    if (unified) return put(folder, "cpu.max", processors > 0 ? quota + " " + per : "max");
    if (!put(folder, "cpu.cfs_quota_us", "-1")) return false;
    return processors <= 0 || (put(folder, "cpu.cfs_period_us", per) && put(folder, "cpu.cfs_quota_us", quota));
}

bool set_weight(const UniqueFd& folder, bool unified, std::uint32_t weight) {
    const std::uint64_t within = weight == 0 ? kUsualWeight : std::min(weight, kMostWeight);
    if (unified) return put(folder, "cpu.weight", std::to_string(within));
    return put(folder, "cpu.shares", std::to_string(within * kSharesOfUsualWeight / kUsualWeight));
}

unsigned wanted_by(const TreeLimits& limits) {
    return (limits.memory_bytes != 0 ? kMemory : 0u) | (limits.processors > 0 || limits.processor_weight != 0 ? kProcessor : 0u) |
           (limits.processes != 0 ? kProcesses : 0u);
}

const char* name_of(bool unified) { return unified ? "cgroup2" : "cgroup1"; }

// The sum over all devices of what `8:0 rbytes=4096 wbytes=0 rios=1 wios=0` says under a word.
std::uint64_t transfers_in(const UniqueFd& folder, const std::string& word) {
    std::ifstream words = opened(folder, "io.stat");
    std::uint64_t sum = 0;
    for (std::string one; words >> one;)
        if (one.compare(0, word.size(), word) == 0) sum += strtoull(one.c_str() + word.size(), nullptr, 10);
    return sum;
}

// Told one by one: those before were taken whatever becomes of the next.
void pass_on(const std::string& folder, unsigned resources) {
    const unsigned missing = resources & ~listed(folder + "/cgroup.subtree_control");
    for (const Controller& one : kControllers)
        if ((missing & one.resource) != 0) std::ofstream(folder + "/cgroup.subtree_control") << "+" << one.name << std::flush;
}

// What killed clients have left there.
void sweep_once(const std::string& parent) {
    static std::mutex mutex;
    static std::set<std::string> swept;
    {
        const std::scoped_lock lock(mutex);
        if (!swept.insert(parent).second) return;
    }
    sweep_groups(parent);
}

}  // namespace

std::shared_ptr<LimitGroups> LimitGroups::make(const TreeLimits& limits) {
    std::shared_ptr<LimitGroups> made(new LimitGroups);
    const std::string whole = group_beside("");
    made->name_ = whole.substr(1);
    const unsigned wanted = wanted_by(limits);
    if (wanted == 0) return nullptr;
    for (const Place& place : places_for(wanted | kTransfers)) made->add(place.folder, place.holds, place.unified);
    return made->groups_.empty() ? nullptr : made;
}

LimitsHeld LimitGroups::would_hold(const TreeLimits& limits) {
    LimitsHeld known;
    for (const Place& place : places_for(wanted_by(limits))) {
        const char* const mechanism = name_of(place.unified);
        if ((place.holds & kMemory) != 0 && limits.memory_bytes != 0) known.memory = mechanism;
        if ((place.holds & kProcessor) != 0 && limits.processors > 0) known.processors = mechanism;
        if ((place.holds & kProcessor) != 0 && limits.processor_weight != 0) known.weight = mechanism;
        if ((place.holds & kProcesses) != 0 && limits.processes != 0) known.processes = mechanism;
    }
    return known;
}

void LimitGroups::add(const std::string& parent, unsigned holds, bool unified) {
    if (unified) pass_on(parent, holds);
    sweep_once(parent);
    Group group;
    group.path = parent + "/" + name_;
    group.unified = unified;
    group.holds = holds;
    const auto open_raised = [](const std::string& path, int flags) { return raised(open(path.c_str(), flags | O_CLOEXEC)); };
    group.folder = UniqueFd(cgroup::make_locked(group.path.c_str()));
    if (!group.folder) return;
    group.parent = open_raised(parent, O_RDONLY | O_DIRECTORY);
    group.members = open_raised(group.path + "/cgroup.procs", O_WRONLY);
    if (group.parent && group.members) {
        groups_.push_back(std::move(group));
    } else {
        rmdir(group.path.c_str());
    }
}

LimitGroups::~LimitGroups() { end(); }

void LimitGroups::end() {
    if (ended_ || getpid() != home_) return;
    ended_ = true;
    for (const Group& group : groups_) end_group_of_killed(group.path);  // the folders stay open: somebody may be reading in them
}

const LimitGroups::Group* LimitGroups::holding(unsigned resource) const {
    const auto found = std::find_if(groups_.begin(), groups_.end(), [resource](const Group& one) { return (one.holds & resource) != 0; });
    return found == groups_.end() ? nullptr : &*found;
}

LimitsHeld LimitGroups::set(const TreeLimits& limits) const {
    LimitsHeld held;
    const auto note = [](const Group& group, bool done, bool wanted) { return done && wanted ? name_of(group.unified) : nullptr; };
    if (const Group* const group = holding(kMemory))
        held.memory = note(*group, set_memory(group->folder, group->unified, limits.memory_bytes), limits.memory_bytes != 0);
    if (const Group* const group = holding(kProcessor)) {
        held.processors = note(*group, set_processors(group->folder, group->unified, limits.processors), limits.processors > 0);
        held.weight = note(*group, set_weight(group->folder, group->unified, limits.processor_weight), limits.processor_weight != 0);
    }
    if (const Group* const group = holding(kProcesses)) {
        const std::string most = limits.processes == 0 ? "max" : std::to_string(limits.processes);
        held.processes = note(*group, put(group->folder, "pids.max", most), limits.processes != 0);
    }
    return held;
}

void LimitGroups::measure(TreeStatistics* statistics) const {
    constexpr std::uint64_t kIn100ns = 10;  // a microsecond
    TreeStatistics& known = *statistics;
    for (const Group& group : groups_) {
        if (!group.unified) continue;
        known.user_100ns = number_in(group.folder, "cpu.stat", known.user_100ns / kIn100ns, "user_usec ") * kIn100ns;
        known.kernel_100ns = number_in(group.folder, "cpu.stat", known.kernel_100ns / kIn100ns, "system_usec ") * kIn100ns;
    }
    if (const Group* const counting = holding(kTransfers)) {
        known.read_count = transfers_in(counting->folder, "rios=");
        known.read_bytes = transfers_in(counting->folder, "rbytes=");
        known.write_count = transfers_in(counting->folder, "wios=");
        known.write_bytes = transfers_in(counting->folder, "wbytes=");
    }
    const Group* const group = holding(kMemory);
    if (!group) return;
    const bool unified = group->unified;
    known.commit_bytes = number_in(group->folder, unified ? "memory.current" : "memory.usage_in_bytes", known.commit_bytes);
    const std::uint64_t peak = number_in(group->folder, unified ? "memory.peak" : "memory.max_usage_in_bytes", known.commit_peak_bytes);
    known.commit_peak_bytes = std::max(peak, known.commit_bytes);
    known.private_working_set_bytes =
        number_in(group->folder, "memory.stat", known.private_working_set_bytes, unified ? "anon " : "total_rss ");
}

bool LimitGroups::has_unified() const {
    return std::any_of(groups_.begin(), groups_.end(), [](const Group& one) { return one.unified; });
}

Ending LimitGroups::ending() const {
    for (const Group& one : groups_) {
        if (!one.unified) continue;
        const bool ends = faccessat(fd_of(one.folder), "cgroup.kill", W_OK, AT_EACCESS) == 0;
        return ends ? Ending{EndingMeans::control_group, 0, {}}
                    : Ending{EndingMeans::walk, errno, failed("writing to cgroup.kill of " + one.path, errno).text};
    }
    return {};
}

std::string LimitGroups::kinds() const {
    std::string kinds;
    for (const Group& one : groups_) kinds += one.unified ? reaper::kUnifiedGroup : reaper::kFirstVersionGroup;
    return kinds;
}

std::vector<int> LimitGroups::given() const {
    std::vector<int> given;
    for (const Group& one : groups_) {
        given.push_back(fd_of(one.parent));
        given.push_back(fd_of(one.members));
    }
    return given;
}

void LimitGroups::keep_folders_alone() {
    for (Group& one : groups_) {
        one.parent.reset();
        one.members.reset();
    }
}

}  // namespace hcsffi
