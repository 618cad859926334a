/* Folders for the tests of layers: trees written from a few words, and read back as text that can be compared. C++17. */
#ifndef HCSFFI_TESTS_LAYER_FOLDERS_H
#define HCSFFI_TESTS_LAYER_FOLDERS_H

#include "harness.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#ifndef _WIN32
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include "client.h"

namespace layers {

namespace fs = std::filesystem;

inline std::u16string wide(const std::string& text) {
    std::u16string units;
    for (const char c : text) units += static_cast<char16_t>(static_cast<unsigned char>(c));  // ASCII, as all of these tests
    return units;
}

/* A folder of its own that goes away with everything in it, mounted views included. */
class Ground {
  public:
    Ground() {
        char path[512];
        if (!make_folder(path, sizeof path)) abort();
        path_ = path;
    }
    ~Ground() {
#ifndef _WIN32
        for (const std::string& view : views_) umount2(view.c_str(), MNT_DETACH);
#endif
        std::error_code error;
        for (fs::recursive_directory_iterator at(path_, fs::directory_options::skip_permission_denied, error), end; at != end;
             at.increment(error)) {
            if (at->is_directory(error) && !at->is_symlink(error))
                fs::permissions(at->path(), fs::perms::owner_all, fs::perm_options::add, error);
        }
        fs::remove_all(path_, error);
    }
    std::string at(const std::string& below) const { return path_ + "/" + below; }
    std::string view(const std::string& below) {
        fs::create_directories(at(below));
        views_.push_back(at(below));
        return at(below);
    }

  private:
    std::string path_;
    std::vector<std::string> views_;
};

inline void write(const std::string& path, const std::string& text) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

inline std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    std::string text(in ? static_cast<size_t>(in.tellg()) : 0, '\0');
    in.seekg(0).read(text.data(), static_cast<std::streamsize>(text.size()));  // at once: a sanitizer looks at every step
    return text;
}

/* Every entry below a folder as "path kind mode content"; the host's own entry at the top is left out. */
inline std::string tree(const std::string& top) {
    std::map<std::string, std::string> lines;
    for (fs::recursive_directory_iterator at(top), end; at != end; ++at) {
        const std::string path = at->path().lexically_relative(top).generic_string();
        if (path.substr(0, 7) == ".hcsffi") {
            if (at->is_directory()) at.disable_recursion_pending();
            continue;
        }
        std::ostringstream line;
        if (at->is_symlink()) {
            line << " -> " << fs::read_symlink(at->path()).string();
        } else {
            if (!ON_WINDOWS) line << " " << std::oct << static_cast<unsigned>(at->symlink_status().permissions());
            line << (at->is_directory() ? "/" : " \"" + read(at->path().string()) + "\"");
        }
        lines[path] = line.str();
    }
    std::string text;
    for (const auto& [path, line] : lines) text += path + line + "\n";
    return text;
}

inline std::string chain(const std::vector<std::string>& paths) {
    std::string json = "{\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Layers\":[";
    for (size_t at = 0; at < paths.size(); ++at) {
        json += std::string(at ? "," : "") + "{\"Id\":\"00000000-0000-4000-8000-00000000000" + std::to_string(at) + "\",\"Path\":\"" +
                paths[at] + "\"}";
    }
    return json + "]}";
}

inline HRESULT import(const std::string& layer, const std::string& source, const std::vector<std::string>& parents) {
    return HcsImportLayer((PCWSTR)wide(layer).c_str(), (PCWSTR)wide(source).c_str(), (PCWSTR)wide(chain(parents)).c_str());
}
inline HRESULT initialize(const std::string& path, const std::vector<std::string>& parents) {
    return HcsInitializeWritableLayer((PCWSTR)wide(path).c_str(), (PCWSTR)wide(chain(parents)).c_str(), W(""));
}
inline HRESULT attach(const std::string& path, const std::vector<std::string>& parents) {
    return HcsAttachLayerStorageFilter((PCWSTR)wide(path).c_str(), (PCWSTR)wide(chain(parents)).c_str());
}
inline HRESULT detach(const std::string& path) { return HcsDetachLayerStorageFilter((PCWSTR)wide(path).c_str()); }
inline HRESULT destroy(const std::string& path) { return HcsDestroyLayer((PCWSTR)wide(path).c_str()); }
inline HRESULT export_to(const std::string& path, const std::string& target, const std::vector<std::string>& parents, bool writable) {
    fs::create_directories(target);
    return HcsExportLayer((PCWSTR)wide(path).c_str(), (PCWSTR)wide(target).c_str(), (PCWSTR)wide(chain(parents)).c_str(),
                          writable ? W("{\"IsWritableLayer\":true}") : W("{}"));
}

/* Which way go() chose last. */
inline bool configured_overlay = false;

/* Makes views in one way from here on. An overlay needs Linux and root: where it cannot be, the test says so. */
inline bool go(const char* way) {
    const bool overlay = strcmp(way, "overlay") == 0;
#ifdef _WIN32
    if (overlay) return false;
#else
    if (overlay && geteuid() != 0) return false;
#endif
    configured_overlay = overlay;
    return configure(overlay ? W("{\"LayerViews\":\"overlay\"}") : W("{\"LayerViews\":\"copy\"}")) == S_OK_;
}

}  // namespace layers

#define NO_OVERLAY "an overlay is mounted by root on Linux"
/* A test of both ways a view is made, as its caller and, where that is root, as an ordinary user. */
#define VIEW_TEST(name, why)                                                                  \
    static void name(void);                                                                   \
    TEST(name##_in_a_copied_view, why) {                                                      \
        CHECK(layers::go("copy"));                                                            \
        name();                                                                               \
    }                                                                                         \
    TEST(name##_in_an_overlay, why) {                                                         \
        if (!layers::go("overlay")) SKIP(NO_OVERLAY);                                         \
        name();                                                                               \
    }                                                                                         \
    TEST(name##_for_an_ordinary_user, why) {                                                  \
        if (!become_ordinary()) SKIP("this is an ordinary user already, or no POSIX system"); \
        CHECK(layers::go("copy"));                                                            \
        name();                                                                               \
    }                                                                                         \
    static void name(void)

static inline bool become_ordinary(void) {
#ifdef _WIN32
    return false;
#else
    enum { NOBODY = 65534 };
    return geteuid() == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0;
#endif
}

#endif
