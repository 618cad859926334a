// Control groups as a machine could show them, whatever this one has: what /proc says of them to this process, and folders in their place.
#pragma once

#include <sched.h>
#include <sys/mount.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

// Takes root, since it mounts, in a namespace of this process's own.
class ShownGroups {
  public:
    ShownGroups() {
        if (!mkdtemp(top_.data())) abort();
        for (const char* name : {"cgroup", "mountinfo"}) std::ofstream(at(name)) << "";
        is_there_ = unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && show("cgroup") &&
                    show("mountinfo");
    }
    ShownGroups(const ShownGroups&) = delete;
    ShownGroups& operator=(const ShownGroups&) = delete;
    ~ShownGroups() {
        if (is_there_ && (umount2("/proc/self/cgroup", MNT_DETACH) != 0 || umount2("/proc/self/mountinfo", MNT_DETACH) != 0)) abort();
        std::filesystem::remove_all(top_);
    }
    // False where this process may not mount.
    explicit operator bool() const { return is_there_; }
    std::string at(const std::string& name) const { return top_ + "/" + name; }
    void write(const std::string& name, const std::string& text) const { std::ofstream(at(name)) << text; }
    // What this process is in, and what is mounted; lines as in proc(5).
    void tell(const std::string& groups, const std::string& mounts) const {
        write("cgroup", groups);
        write("mountinfo", mounts);
    }

  private:
    bool show(const std::string& name) const {
        return mount(at(name).c_str(), ("/proc/self/" + name).c_str(), nullptr, MS_BIND, nullptr) == 0;
    }
    std::string top_ = "/tmp/hcsffi-groups-XXXXXX";
    bool is_there_ = false;
};

// Lines of mounts: of version 2, and of hierarchies of version 1 with these options.
inline std::string mounted(const std::string& root, const std::string& point) {
    return "41 31 0:38 " + root + " " + point + " rw,relatime shared:7 - cgroup2 cgroup2 rw\n";
}
inline std::string mounted(const std::string& root, const std::string& point, const std::string& options) {
    return "32 31 0:29 " + root + " " + point + " rw,relatime - cgroup cgroup " + options + "\n";
}
