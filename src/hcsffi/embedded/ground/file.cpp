#include "ground/file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "ground/outcome.h"

namespace hcsffi {

namespace {

using Kind = std::filesystem::file_type;

std::filesystem::path native_path(const std::string& path) { return std::filesystem::u8path(path); }

// A question that the system has no room to answer is not answered with "nothing is there".
Kind kind_of(const std::filesystem::path& native) {
    std::error_code error;
    const Kind kind = std::filesystem::status(native, error).type();
    for (const std::errc no_answer :
         {std::errc::not_enough_memory, std::errc::too_many_files_open, std::errc::too_many_files_open_in_system, std::errc::io_error})
        if (error == no_answer) throw Refusal(kNoSystemResources, "looking at \"" + native.u8string() + "\": " + error.message());
    return kind;
}

bool is_there(const std::filesystem::path& native) {
    const Kind kind = kind_of(native);
    return kind != Kind::not_found && kind != Kind::none;
}

}  // namespace

bool is_local_path(const std::string& path) { return native_path(path).is_absolute(); }

bool file_exists(const std::string& path) { return is_there(native_path(path)); }

void write_file(const std::string& path, const std::string& content, bool fresh) {
    const std::filesystem::path native = native_path(path);
    if (!native.is_absolute()) throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    if (kind_of(native.parent_path()) != Kind::directory)
        throw Refusal(kPathNotFound, "no such folder: " + native.parent_path().u8string());
    if (fresh && is_there(native)) throw Refusal(kFileExists, "the file exists: " + path);
    std::ofstream out(native, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.flush();
    if (!out) throw Refusal(kAccessDenied, "the file cannot be written: " + path);
}

std::string read_file(const std::string& path) {
    const std::filesystem::path native = native_path(path);
    std::error_code error;
    if (!native.is_absolute()) throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    if (kind_of(native) != Kind::regular) throw Refusal(kFileNotFound, "no such file: " + path);
    if (std::filesystem::file_size(native, error) > kDocumentLimit || error) throw Refusal(kInvalidData, "the file is too long: " + path);
    std::ifstream in(native, std::ios::binary);
    if (!in) throw Refusal(kAccessDenied, "the file cannot be read: " + path);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

}  // namespace hcsffi
