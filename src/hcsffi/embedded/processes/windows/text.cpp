#ifdef _WIN32
#include "processes/windows/tree.h"

#include <objbase.h>

#include <cstdint>

#include "ground/string_memory.h"

namespace hcsffi {

std::wstring wide_text(std::string_view utf8) {
    if (utf8.empty()) return {};
    const int units = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), nullptr, 0);
    std::wstring wide(static_cast<size_t>(units), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), wide.data(), units);
    return wide;
}

std::string utf8_text(std::wstring_view wide) {
    if (wide.empty()) return {};
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, wide.data(), static_cast<int>(wide.size()), nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, wide.data(), static_cast<int>(wide.size()), utf8.data(), bytes, nullptr, nullptr);
    return utf8;
}

SpawnOutcome refusal(SpawnReason reason, std::string text, DWORD code) {
    SpawnOutcome outcome;
    outcome.reason = reason;
    outcome.system_code = static_cast<int>(code);
    outcome.text = std::move(text);
    return outcome;
}

namespace {

struct CodeReason {
    DWORD code;
    SpawnReason reason;
};

// winerror.h; what CreateProcessW and the pipe and job functions document or are known to answer.
constexpr CodeReason kReasons[] = {
    {ERROR_FILE_NOT_FOUND, SpawnReason::not_found},
    {ERROR_PATH_NOT_FOUND, SpawnReason::not_found},
    {ERROR_MOD_NOT_FOUND, SpawnReason::not_found},
    {ERROR_INVALID_NAME, SpawnReason::not_found},
    {ERROR_BAD_PATHNAME, SpawnReason::not_found},
    {ERROR_ACCESS_DENIED, SpawnReason::not_executable},
    {740, SpawnReason::not_executable},  // ERROR_ELEVATION_REQUIRED
    {ERROR_SHARING_VIOLATION, SpawnReason::not_executable},
    {225, SpawnReason::not_executable},  // ERROR_VIRUS_INFECTED
    {ERROR_BAD_EXE_FORMAT, SpawnReason::bad_format},
    {ERROR_EXE_MACHINE_TYPE_MISMATCH, SpawnReason::bad_format},
    {ERROR_INVALID_EXE_SIGNATURE, SpawnReason::bad_format},
    {ERROR_DIRECTORY, SpawnReason::bad_directory},
    {ERROR_FILENAME_EXCED_RANGE, SpawnReason::bad_argument},
    {ERROR_NOT_ENOUGH_MEMORY, SpawnReason::exhausted},
    {ERROR_OUTOFMEMORY, SpawnReason::exhausted},
    {ERROR_NO_SYSTEM_RESOURCES, SpawnReason::exhausted},
    {ERROR_COMMITMENT_LIMIT, SpawnReason::exhausted},
    {ERROR_NOT_ENOUGH_QUOTA, SpawnReason::exhausted},
    {ERROR_TOO_MANY_OPEN_FILES, SpawnReason::exhausted},
};

std::string message_of(DWORD code) {
    wchar_t* text = nullptr;
    const DWORD length = FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
                                        nullptr, code, 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
    std::string message = length ? utf8_text({text, length}) : "error " + std::to_string(code);
    LocalFree(text);
    while (!message.empty() && (message.back() == '\n' || message.back() == '\r' || message.back() == '.' || message.back() == ' '))
        message.pop_back();
    return message;
}

}  // namespace

SpawnOutcome system_refusal(DWORD code, const std::string& tried) {
    SpawnReason reason = SpawnReason::broken;
    for (const CodeReason& row : kReasons) {
        if (row.code == code) reason = row.reason;
    }
    return refusal(reason, tried + ": " + message_of(code), code);
}

// CreateProcess limits the command line alone, and says so itself.
std::size_t most_start_bytes() { return SIZE_MAX; }

Environment client_environment() {
    std::vector<std::pair<std::string, std::string>> variables;
    wchar_t* block = GetEnvironmentStringsW();
    for (const wchar_t* row = block; row != nullptr && *row != L'\0'; row += wcslen(row) + 1) {
        const std::wstring_view text(row);
        const size_t equals = text.find(L'=', 1);  // the rows of drives' working directories begin with one
        if (equals != std::wstring_view::npos)
            variables.emplace_back(utf8_text(text.substr(0, equals)), utf8_text(text.substr(equals + 1)));
    }
    FreeEnvironmentStringsW(block);
    return variables;
}

bool same_letters(std::wstring_view left, std::wstring_view right) {
    return CompareStringOrdinal(left.data(), static_cast<int>(left.size()), right.data(), static_cast<int>(right.size()), TRUE) ==
           CSTR_EQUAL;
}

bool letters_before(std::wstring_view left, std::wstring_view right) {
    return CompareStringOrdinal(left.data(), static_cast<int>(left.size()), right.data(), static_cast<int>(right.size()), TRUE) ==
           CSTR_LESS_THAN;
}

bool variable_before(std::string_view left, std::string_view right) { return letters_before(wide_text(left), wide_text(right)); }

void* allocate_string(size_t bytes, bool task) noexcept { return task ? CoTaskMemAlloc(bytes) : LocalAlloc(LMEM_FIXED, bytes); }

void free_string(void* memory, bool task) noexcept {
    if (task) {
        CoTaskMemFree(memory);
    } else {
        LocalFree(memory);
    }
}

UniqueFd own_handle(HANDLE handle) { return handle == nullptr ? UniqueFd() : UniqueFd(reinterpret_cast<NativeDescriptor>(handle)); }

void close_descriptor(NativeDescriptor descriptor) noexcept { CloseHandle(reinterpret_cast<HANDLE>(descriptor)); }

}  // namespace hcsffi
#endif
