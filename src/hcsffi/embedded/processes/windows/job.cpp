/* What a job object can tell and do. Two things have no job-wide call and go through its members: stopping and resuming (the freeze
 * information class is not documented), and memory. Members come and go meanwhile; a handle is opened first and then asked whether it is
 * of this job, so that a reused id never hits a stranger. */
#ifdef _WIN32
#include "processes/windows/tree.h"

#include <psapi.h>
#include <tlhelp32.h>

#include <algorithm>
#include <cstddef>

namespace hcsffi {

namespace {

constexpr DWORD kStopLimitMs = 10000;

std::uint64_t hundreds_of_ns(const FILETIME& time) { return (static_cast<std::uint64_t>(time.dwHighDateTime) << 32) | time.dwLowDateTime; }

// ntdll's pair has been there since Windows XP and in no header; threads are stopped as one.
using ProcessFunction = LONG(WINAPI*)(HANDLE);
ProcessFunction native_call(const char* name) {
    return reinterpret_cast<ProcessFunction>(reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name)));
}

std::wstring image_path(const UniqueFd& process) {
    std::wstring path(32768, L'\0');
    DWORD length = static_cast<DWORD>(path.size());
    if (!QueryFullProcessImageNameW(native_handle(process), 0, path.data(), &length)) length = 0;
    path.resize(length);
    return path;
}

std::wstring file_name(const std::wstring& path) {
    const size_t separator = path.find_last_of(L'\\');
    return separator == std::wstring::npos ? path : path.substr(separator + 1);
}

bool is_console_host(const UniqueFd& process) { return _wcsicmp(file_name(image_path(process)).c_str(), L"conhost.exe") == 0; }

// Needs SYNCHRONIZE. A list may still name what has ended: see kill_and_wait.
bool has_ended(const UniqueFd& process) { return WaitForSingleObject(native_handle(process), 0) == WAIT_OBJECT_0; }

ProcessRow describe(DWORD id, const UniqueFd& process) {
    ProcessRow row;
    row.id = id;
    row.image_name = utf8_text(file_name(image_path(process)));
    FILETIME created = {}, exited = {}, kernel = {}, user = {}, now = {};
    GetSystemTimeAsFileTime(&now);
    row.created_unix_100ns = static_cast<std::int64_t>(hundreds_of_ns(now)) - kUnixEpochIn100ns;
    // Of a process that is just being made Wine answers memory it has not filled: a birth that lies ahead. It is born now.
    if (GetProcessTimes(native_handle(process), &created, &exited, &kernel, &user) && hundreds_of_ns(created) <= hundreds_of_ns(now)) {
        row.created_unix_100ns = static_cast<std::int64_t>(hundreds_of_ns(created)) - kUnixEpochIn100ns;
        row.kernel_100ns = hundreds_of_ns(kernel);
        row.user_100ns = hundreds_of_ns(user);
    }
    PROCESS_MEMORY_COUNTERS_EX memory = {};
    memory.cb = sizeof memory;
    if (K32GetProcessMemoryInfo(native_handle(process), reinterpret_cast<PROCESS_MEMORY_COUNTERS*>(&memory), sizeof memory)) {
        row.commit_bytes = memory.PrivateUsage ? memory.PrivateUsage : memory.PagefileUsage;
        // The private part of the working set has no documented counter before Windows 11: what is committed bounds it (chosen).
        row.working_set_private_bytes =
            row.commit_bytes ? std::min<std::uint64_t>(memory.WorkingSetSize, row.commit_bytes) : memory.WorkingSetSize;
        row.working_set_shared_bytes = memory.WorkingSetSize - row.working_set_private_bytes;
    }
    return row;
}

}  // namespace

SpawnOutcome Job::open() {
    UniqueFd job = own_handle(CreateJobObjectW(nullptr, nullptr));
    if (!job) return system_refusal(GetLastError(), "making a job object");
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (!SetInformationJobObject(native_handle(job), JobObjectExtendedLimitInformation, &limits, sizeof limits)) {
        return system_refusal(GetLastError(), "limiting a job object");
    }
    job_ = std::move(job);
    return {};
}

std::vector<DWORD> Job::all_members() const {
    std::vector<char> memory(sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + 64 * sizeof(ULONG_PTR));
    while (true) {
        auto* list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST*>(memory.data());
        const DWORD size = static_cast<DWORD>(memory.size());
        const BOOL all = QueryInformationJobObject(native_handle(job_), JobObjectBasicProcessIdList, list, size, nullptr);
        if (!all && GetLastError() != ERROR_MORE_DATA) return {};
        const size_t room = (memory.size() - offsetof(JOBOBJECT_BASIC_PROCESS_ID_LIST, ProcessIdList)) / sizeof(ULONG_PTR);
        // Wine calls a list that was cut short a success, too, and may count a process that it no longer lists.
        if (all && (list->NumberOfProcessIdsInList >= list->NumberOfAssignedProcesses || list->NumberOfProcessIdsInList < room)) {
            return {list->ProcessIdList, list->ProcessIdList + list->NumberOfProcessIdsInList};
        }
        memory.resize(memory.size() * 2);
    }
}

UniqueFd Job::open_member(DWORD id, DWORD access) const {
    // Membership can be asked with the limited right on Windows, with the
    // full one alone on Wine; a protected process grants only the first.
    UniqueFd process = own_handle(OpenProcess(access | PROCESS_QUERY_INFORMATION, FALSE, id));
    if (!process) process = own_handle(OpenProcess(access | PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    BOOL ours = FALSE;
    if (process && IsProcessInJob(native_handle(process), native_handle(job_), &ours) && ours) return process;
    return {};
}

std::vector<DWORD> Job::members() const {
    std::vector<DWORD> found;
    for (const DWORD id : all_members()) {
        const UniqueFd process = open_member(id, SYNCHRONIZE);
        if (process && !has_ended(process) && !is_console_host(process)) found.push_back(id);
    }
    return found;
}

void Job::kill_members() const { TerminateJobObject(native_handle(job_), kKilledExitCode); }

// A member that has ended may stay in the list: for a moment on Windows, and on Wine for ever when its creator was killed before it had
// given it a thread. So the walk ends once a list names nobody but the ended. That they had ended before the list was made shows that
// none of them has started anybody since; their handles are kept because a free id may come back as another member.
void Job::kill_and_wait() const {
    std::map<DWORD, UniqueFd> ended;
    for (bool again = true; again;) {
        kill_members();
        again = false;
        for (const DWORD id : all_members()) {
            if (ended.count(id) != 0) continue;
            again = true;
            UniqueFd process = open_member(id, SYNCHRONIZE);
            if (!process) {
                Sleep(1);  // it is on its way in or out
            } else if (WaitForSingleObject(native_handle(process), 1000) == WAIT_OBJECT_0) {
                ended.emplace(id, std::move(process));
            }
        }
    }
}

SpawnOutcome Job::suspend(std::vector<UniqueFd>* suspended) const {
    static const ProcessFunction stop = native_call("NtSuspendProcess");
    static const ProcessFunction go = native_call("NtResumeProcess");
    if (!stop || !go) return refusal(SpawnReason::not_supported, "this system cannot stop a whole process");
    std::vector<DWORD> done;
    const ULONGLONG limit = GetTickCount64() + kStopLimitMs;
    // A process that still runs may start another one while the list is walked: all are stopped once a walk finds nobody new.
    for (bool again = true; again;) {
        again = false;
        for (const DWORD id : members()) {
            if (std::find(done.begin(), done.end(), id) != done.end()) continue;
            again = true;
            UniqueFd process = open_member(id, PROCESS_SUSPEND_RESUME);
            if (process && stop(native_handle(process)) >= 0) {
                done.push_back(id);
                suspended->push_back(std::move(process));
            }
        }
        if (again && GetTickCount64() > limit) {
            resume(suspended);
            return refusal(SpawnReason::broken, "a process could not be stopped within 10 seconds");
        }
    }
    return {};
}

void Job::resume(std::vector<UniqueFd>* suspended) {
    static const ProcessFunction go = native_call("NtResumeProcess");
    for (const UniqueFd& process : *suspended) go(native_handle(process));
    suspended->clear();
}

void Job::list(std::vector<ProcessRow>* rows) const {
    for (const DWORD id : all_members()) {
        const UniqueFd process = open_member(id, PROCESS_VM_READ | SYNCHRONIZE);
        if (!process || has_ended(process) || is_console_host(process)) continue;
        // Wine tells no time of creation and no image while a process is still being made; it may yet turn out to be a console host.
        if (const ProcessRow row = describe(id, process); row.created_unix_100ns > 0 && !row.image_name.empty()) rows->push_back(row);
    }
    std::sort(rows->begin(), rows->end(), [](const ProcessRow& left, const ProcessRow& right) {
        return std::make_pair(left.created_unix_100ns, left.id) < std::make_pair(right.created_unix_100ns, right.id);
    });
}

TreeStatistics Job::account(const std::vector<ProcessRow>& living) const {
    TreeStatistics sums;
    JOBOBJECT_BASIC_AND_IO_ACCOUNTING_INFORMATION accounting = {};
    if (QueryInformationJobObject(native_handle(job_), JobObjectBasicAndIoAccountingInformation, &accounting, sizeof accounting, nullptr)) {
        sums.user_100ns = static_cast<std::uint64_t>(accounting.BasicInfo.TotalUserTime.QuadPart);
        sums.kernel_100ns = static_cast<std::uint64_t>(accounting.BasicInfo.TotalKernelTime.QuadPart);
        sums.read_count = accounting.IoInfo.ReadOperationCount;
        sums.read_bytes = accounting.IoInfo.ReadTransferCount;
        sums.write_count = accounting.IoInfo.WriteOperationCount;
        sums.write_bytes = accounting.IoInfo.WriteTransferCount;
    }
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    if (QueryInformationJobObject(native_handle(job_), JobObjectExtendedLimitInformation, &limits, sizeof limits, nullptr)) {
        sums.commit_peak_bytes = limits.PeakJobMemoryUsed;
    }
    for (const ProcessRow& row : living) {
        sums.commit_bytes += row.commit_bytes;
        sums.private_working_set_bytes += row.working_set_private_bytes;
    }
    sums.commit_peak_bytes = std::max(sums.commit_peak_bytes, sums.commit_bytes);
    sums.process_count = static_cast<std::uint32_t>(living.size());
    return sums;
}

ProcessEnd account_of(const UniqueFd& process) {
    ProcessEnd end;
    DWORD code = 0;
    GetExitCodeProcess(native_handle(process), &code);
    end.exit_code = code;
    const ProcessRow row = describe(0, process);
    end.user_100ns = row.user_100ns;
    end.kernel_100ns = row.kernel_100ns;
    PROCESS_MEMORY_COUNTERS memory = {};
    memory.cb = sizeof memory;
    if (K32GetProcessMemoryInfo(native_handle(process), &memory, sizeof memory)) end.peak_working_set_bytes = memory.PeakWorkingSetSize;
    return end;
}

}  // namespace hcsffi
#endif
