#include "ground/file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "ground/outcome.h"

namespace hcsffi {

namespace {

std::filesystem::path native_path(const std::string& path) { return std::filesystem::u8path(path); }

}  // namespace

bool is_local_path(const std::string& path) { return native_path(path).is_absolute(); }

bool file_exists(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(native_path(path), error);
}

void write_file(const std::string& path, const std::string& content, bool fresh) {
    const std::filesystem::path native = native_path(path);
    std::error_code error;
    if (!native.is_absolute()) throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    if (!std::filesystem::is_directory(native.parent_path(), error))
        throw Refusal(kPathNotFound, "no such folder: " + native.parent_path().u8string());
    if (fresh && std::filesystem::exists(native, error)) throw Refusal(kFileExists, "the file exists: " + path);
    std::ofstream out(native, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.flush();
    if (!out) throw Refusal(kAccessDenied, "the file cannot be written: " + path);
}

std::string read_file(const std::string& path) {
    const std::filesystem::path native = native_path(path);
    std::error_code error;
    if (!native.is_absolute()) throw Refusal(kPathNotFound, "no absolute path of this platform: " + path);
    if (!std::filesystem::is_regular_file(native, error)) throw Refusal(kFileNotFound, "no such file: " + path);
    if (std::filesystem::file_size(native, error) > kDocumentLimit || error) throw Refusal(kInvalidData, "the file is too long: " + path);
    std::ifstream in(native, std::ios::binary);
    if (!in) throw Refusal(kAccessDenied, "the file cannot be read: " + path);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

}  // namespace hcsffi
