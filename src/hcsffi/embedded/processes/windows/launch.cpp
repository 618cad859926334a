/* From a description to a suspended process inside its job: finds the program as CreateProcessW would
 * with the process's own PATH (but neither beside this program nor in its working directory), writes
 * the environment block, and lets the process inherit its three streams and nothing else. */
#ifdef _WIN32
#include <algorithm>
#include <map>

#include "ground/command_line.h"
#include "processes/windows/tree.h"

namespace hcsffi {

namespace {

#ifndef PROC_THREAD_ATTRIBUTE_JOB_LIST
constexpr DWORD_PTR kJobListAttribute = 0x0002000D;  // processthreadsapi.h, Windows 10
#else
constexpr DWORD_PTR kJobListAttribute = PROC_THREAD_ATTRIBUTE_JOB_LIST;
#endif
constexpr DWORD_PTR kHandleListAttribute = 0x00020002;  // PROC_THREAD_ATTRIBUTE_HANDLE_LIST
constexpr DWORD_PTR kPseudoConsoleAttribute = 0x00020016;  // PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE
constexpr size_t kCommandLineLimit = 32767;  // CreateProcessW's documentation, the final NUL included

// Sorted without regard to letter case, as the system expects.
using Variables = std::map<std::wstring, std::wstring, bool (*)(std::wstring_view, std::wstring_view)>;

// Of two spellings of one name the later one counts.
Variables sorted_variables(const ProcessStart& what) {
    Variables variables(letters_before);
    for (const auto& [name, value] : what.environment) variables[wide_text(name)] = wide_text(value);
    return variables;
}

std::wstring environment_block(const Variables& variables) {
    std::wstring block;
    for (const auto& [name, value] : variables) block.append(name).append(1, L'=').append(value).append(1, L'\0');
    if (block.empty()) block.append(1, L'\0');
    return block.append(1, L'\0');
}

std::wstring windows_folders() {
    std::wstring folder(MAX_PATH, L'\0');
    folder.resize(GetWindowsDirectoryW(folder.data(), MAX_PATH));
    return folder + L"\\System32;" + folder;
}

std::wstring system_drive() {
    std::wstring folder(MAX_PATH, L'\0');
    folder.resize(GetWindowsDirectoryW(folder.data(), MAX_PATH));
    return folder.substr(0, 3);
}

bool is_directory(const std::wstring& path) {
    const DWORD attributes = GetFileAttributesW(path.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool exists(const std::wstring& path) { return GetFileAttributesW(path.c_str()) != INVALID_FILE_ATTRIBUTES; }

std::wstring search(const std::wstring& folders, const std::wstring& program) {
    std::wstring found(32768, L'\0');
    const DWORD length = SearchPathW(folders.c_str(), program.c_str(), L".exe", static_cast<DWORD>(found.size()), found.data(), nullptr);
    found.resize(length < found.size() ? length : 0);
    return found;
}

// Empty when there is no such program.
std::wstring find_program(const std::wstring& program, const Variables& variables) {
    if (program.find_first_of(L"\\/:") != std::wstring::npos) {
        if (exists(program)) return program;
        return exists(program + L".exe") ? program + L".exe" : std::wstring();
    }
    std::wstring folders = windows_folders();
    for (const auto& [name, value] : variables) {
        if (same_letters(name, L"PATH") && !value.empty()) folders.append(1, L';').append(value);
    }
    return search(folders, program);
}

bool is_batch_file(const std::wstring& path) {
    const size_t dot = path.find_last_of(L'.');
    return dot != std::wstring::npos &&
           (same_letters(std::wstring_view(path).substr(dot), L".cmd") || same_letters(std::wstring_view(path).substr(dot), L".bat"));
}

// A binary begins with MZ. Asked here because Wine runs the other system's binaries, too, outside of every job.
SpawnOutcome check_image(const std::wstring& path) {
    if (is_batch_file(path)) return {};
    if (is_directory(path)) return refusal(SpawnReason::not_executable, "\"" + utf8_text(path) + "\" is a directory", ERROR_ACCESS_DENIED);
    const UniqueFd file =
        own_handle(CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr));
    if (!file) return system_refusal(GetLastError(), "opening \"" + utf8_text(path) + "\"");
    char magic[2] = {};
    DWORD taken = 0;
    if (!ReadFile(native_handle(file), magic, sizeof magic, &taken, nullptr))
        return system_refusal(GetLastError(), "reading \"" + utf8_text(path) + "\"");
    if (taken == sizeof magic && magic[0] == 'M' && magic[1] == 'Z') return {};
    return refusal(SpawnReason::bad_format, "\"" + utf8_text(path) + "\" is not a Windows program", ERROR_BAD_EXE_FORMAT);
}

// The list of a process's creation attributes, which wants to be sized, filled and deleted.
class Attributes {
  public:
    explicit Attributes(DWORD count) {
        SIZE_T size = 0;
        InitializeProcThreadAttributeList(nullptr, count, 0, &size);
        memory_.resize(size);
        filled_ = InitializeProcThreadAttributeList(list(), count, 0, &size) != FALSE;
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() {
        if (filled_) DeleteProcThreadAttributeList(list());
    }
    LPPROC_THREAD_ATTRIBUTE_LIST list() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data()); }
    bool set(DWORD_PTR attribute, void* value, size_t size) {
        return filled_ && UpdateProcThreadAttribute(list(), 0, attribute, value, size, nullptr, nullptr) != FALSE;
    }

  private:
    std::vector<char> memory_;
    bool filled_ = false;
};

bool is_account(const std::wstring& user) {
    BYTE identifier[SECURITY_MAX_SID_SIZE];
    wchar_t domain[256];
    DWORD identifier_size = sizeof identifier;
    DWORD domain_size = sizeof domain / sizeof *domain;
    SID_NAME_USE kind{};
    return LookupAccountNameW(nullptr, user.c_str(), identifier, &identifier_size, domain, &domain_size, &kind) != FALSE;
}

SpawnOutcome check_user(const ProcessStart& what) {
    if (what.user.empty()) return {};
    std::wstring name(257, L'\0');
    DWORD length = static_cast<DWORD>(name.size());
    if (GetUserNameW(name.data(), &length) && length > 0 &&
        same_letters(std::wstring_view(name).substr(0, length - 1), wide_text(what.user)))
        return {};
    if (!is_account(wide_text(what.user))) return refusal(SpawnReason::bad_user, "there is no user \"" + what.user + "\"");
    return refusal(SpawnReason::not_permitted, "user \"" + what.user + "\": only the client's own user can be had without a password");
}

SpawnOutcome create(const std::wstring& program, std::wstring line, std::wstring block, const std::wstring& directory, const UniqueFd& job,
                    const LaunchStreams& streams, PROCESS_INFORMATION* information) {
    HANDLE job_handle = native_handle(job);
    // A handle may stand in the list once only; the null device serves several streams.
    std::vector<HANDLE> inherited = {native_handle(streams.input), native_handle(streams.output), native_handle(streams.error)};
    std::sort(inherited.begin(), inherited.end());
    inherited.erase(std::unique(inherited.begin(), inherited.end()), inherited.end());
    Attributes attributes(2);
    const bool described = attributes.set(kJobListAttribute, &job_handle, sizeof job_handle) &&
                           (streams.console ? attributes.set(kPseudoConsoleAttribute, streams.console->native(), sizeof(void*))
                                            : attributes.set(kHandleListAttribute, inherited.data(), inherited.size() * sizeof(HANDLE)));
    if (!described) return system_refusal(GetLastError(), "describing the process");
    STARTUPINFOEXW startup = {};
    startup.StartupInfo.cb = sizeof startup;
    // With a pseudo console the three stay NULL: a client whose own streams are redirected would hand those on otherwise.
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    if (!streams.console) {
        startup.StartupInfo.hStdInput = native_handle(streams.input);
        startup.StartupInfo.hStdOutput = native_handle(streams.output);
        startup.StartupInfo.hStdError = native_handle(streams.error);
    }
    startup.lpAttributeList = attributes.list();
    DWORD flags = CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    if (!streams.console) flags |= CREATE_NO_WINDOW;
    if (!CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, streams.console == nullptr, flags, block.data(), directory.c_str(),
                        &startup.StartupInfo, information)) {
        return system_refusal(GetLastError(), "starting \"" + utf8_text(program) + "\"");
    }
    return {};
}

}  // namespace

SpawnOutcome launch_suspended(const ProcessStart& what, const UniqueFd& job, const LaunchStreams& streams, Launched* launched) {
    if (SpawnOutcome user = check_user(what); !user.ok()) return user;
    const Variables variables = sorted_variables(what);
    const std::string& wanted = what.program.empty() ? what.arguments[0] : what.program;
    const std::wstring program = find_program(wide_text(wanted), variables);
    if (program.empty()) return refusal(SpawnReason::not_found, "there is no program \"" + wanted + "\"", ERROR_FILE_NOT_FOUND);
    if (SpawnOutcome image = check_image(program); !image.ok()) return image;
    const std::wstring directory = what.working_directory.empty() ? system_drive() : wide_text(what.working_directory);
    if (!is_directory(directory)) {
        return refusal(SpawnReason::bad_directory, "\"" + what.working_directory + "\" is no directory that can be entered",
                       ERROR_DIRECTORY);
    }
    const std::wstring line = wide_text(what.command_line.empty() ? join_command_line(what.arguments) : what.command_line);
    if (line.size() >= kCommandLineLimit)
        return refusal(SpawnReason::bad_argument, "the arguments are longer than 32766 UTF-16 units", ERROR_FILENAME_EXCED_RANGE);
    PROCESS_INFORMATION information = {};
    SpawnOutcome created = create(program, line, environment_block(variables), directory, job, streams, &information);
    if (!created.ok()) return created;
    launched->process = own_handle(information.hProcess);
    launched->thread = own_handle(information.hThread);
    launched->id = information.dwProcessId;
    return {};
}

}  // namespace hcsffi
#endif
