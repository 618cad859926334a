/* A folder held open and what is done in it, by itself (storage/folder.h): what is told of an entry, what a copy keeps, and what makes two
 * entries differ. Layers stand on it, and a change that it does not see is lost with the next export. */
#include "layer_folders.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/xattr.h>

#include "ground/hresult.h"
#include "storage/folder.h"
#include "texts.h"

using namespace hcsffi;
using namespace layers;

namespace {

constexpr int64_t kSecond = 1'000'000'000;

void set_time(const std::string& path, int64_t seconds, long nanoseconds) {
    const timespec times[2] = {{0, UTIME_OMIT}, {seconds, nanoseconds}};
    if (utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0) abort();
}

bool has_attributes(const std::string& path) { return setxattr(path.c_str(), "user.try", "", 0, 0) == 0; }

std::string attribute(const std::string& path, const char* name) {
    char value[64];
    const ssize_t length = getxattr(path.c_str(), name, value, sizeof value);
    return length < 0 ? "none" : std::string(value, static_cast<size_t>(length));
}

/* Copied to the name "copy"; whether the two are the same then. */
bool copied(const Folder& folder, const std::string& name) {
    folder.copy_entry("copy", folder, name, folder.fact(name));
    return folder.same_entry(name, folder.fact(name), folder, "copy", folder.fact("copy"));
}

bool same_of(const Folder& folder, const std::string& one, const std::string& other) {
    return folder.same_entry(one, folder.fact(one), folder, other, folder.fact(other));
}

}  // namespace

TEST(an_entry_is_told_as_it_is, "whatever a layer holds is kept, refused or left out by its kind") {
    Ground ground;
    write(ground.at("top/file"), "12345");
    fs::create_directory(ground.at("top/dir"));
    fs::create_symlink("nowhere", ground.at("top/link"));
    CHECK(mkfifo(ground.at("top/pipe").c_str(), 0600) == 0);
    const Folder folder = Folder::at(ground.at("top"));
    CHECK((std::vector<std::string>{"dir", "file", "link", "pipe"}) == folder.names());
    CHECK(folder.fact("file").kind == EntryKind::kFile && folder.fact("dir").kind == EntryKind::kFolder);
    CHECK(folder.fact("link").kind == EntryKind::kLink && folder.fact("pipe").kind == EntryKind::kPipe);
    CHECK(folder.fact("none").kind == EntryKind::kNothing);
    const UniqueFd made(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    snprintf(place.sun_path, sizeof place.sun_path, "%s", ground.at("top/socket").c_str());
    CHECK(bind(static_cast<int>(made.get()), reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
    CHECK(folder.fact("socket").kind == EntryKind::kSocket);
    if (mknod(ground.at("top/whiteout").c_str(), S_IFCHR | 0600, makedev(0, 0)) == 0)
        CHECK(folder.fact("whiteout").kind == EntryKind::kWhiteout);
    if (mknod(ground.at("top/null").c_str(), S_IFCHR | 0600, makedev(1, 3)) == 0) CHECK(folder.fact("null").kind == EntryKind::kDevice);
    if (mknod(ground.at("top/disk").c_str(), S_IFBLK | 0600, makedev(7, 0)) == 0) CHECK(folder.fact("disk").kind == EntryKind::kDevice);
    CHECK(chmod(ground.at("top/file").c_str(), 06751) == 0);
    set_time(ground.at("top/file"), -2, 7);
    fs::create_hard_link(ground.at("top/file"), ground.at("top/second"));
    const Fact fact = folder.fact("file"), second = folder.fact("second");
    CHECK_EQUAL(5, fact.size);
    CHECK_EQUAL(06751, fact.mode);
    CHECK_EQUAL(2, fact.names);
    CHECK_EQUAL(-2 * kSecond + 7, fact.written_ns);
    CHECK(fact.device == second.device && fact.number == second.number && fact.number != folder.fact("dir").number);
    CHECK(fact.owner == geteuid() && fact.changed_ns > 1'600'000'000 * kSecond);
    CHECK(folder.fact().kind == EntryKind::kFolder && folder.again().fact().number == folder.fact().number);
    CHECK(same("nowhere", folder.link_target("link")));
}

TEST(a_folder_is_found_by_one_name_at_a_time, "no content of a layer leads a walk out of it") {
    Ground ground;
    write(ground.at("top/file"), "x");
    fs::create_directory(ground.at("top/dir"));
    fs::create_directory_symlink("dir", ground.at("top/link"));
    const Folder folder = Folder::at(ground.at("top"));
    CHECK(same(ground.at("top"), folder.path()) && same(ground.at("top/dir"), folder.child("dir").path()));
    CHECK(!folder.find_child("none") && folder.find_child("dir"));
    CHECK(same("there is no folder " + ground.at("top/none"), refusal_of([&] { folder.child("none"); }, kPathNotFound)));
    for (const char* other : {"file", "link"}) CHECK(!refusal_of([&] { folder.find_child(other); }, kDirectory).empty());
    CHECK(same("there is no folder " + ground.at("gone"), refusal_of([&] { Folder::at(ground.at("gone")); }, kPathNotFound)));
    CHECK(!refusal_of([&] { Folder::at(ground.at("top/file")); }, kDirectory).empty());
    for (const char* relative : {"", "top", "./top"})
        CHECK(
            same(std::string("no absolute path of this platform: ") + relative, refusal_of([&] { Folder::at(relative); }, kPathNotFound)));
    for (const char* name : {"", ".", "..", "a/b", "/"}) {
        CHECK(!is_plain_name(name));
        CHECK(same(std::string("no name for a folder: \"") + name + '"', refusal_of([&] { folder.make_child(name); }, kInvalidArgument)));
    }
    CHECK(!is_plain_name(std::string("a\0b", 3)) && is_plain_name("...") && is_plain_name(" "));
    CHECK(!refusal_of([&] { folder.make_child("dir"); }, kAlreadyExists).empty());
    umask(0022);
    folder.make_child("made");
    CHECK_EQUAL(0755, folder.fact("made").mode);
    folder.ensure_child("made");
    folder.ensure_child("ensured");
    CHECK(fs::is_directory(ground.at("top/made")) && fs::is_directory(ground.at("top/ensured")));
    std::string name;
    CHECK(same(ground.at("top"), Folder::parent_of(ground.at("top/file"), &name).path()) && same("file", name));
    CHECK(same(ground.at("top"), Folder::parent_of(ground.at("top/none//"), &name).path()) && same("none", name));
    CHECK(same("/", Folder::parent_of("/tmp", &name).path()) && same("tmp", name));
    CHECK(same("/", Folder::parent_of("/x/", &name).path()) && same("x", name));
    for (const char* none : {"", "/", "//", "x"})
        CHECK(same(std::string("no absolute path of this platform: ") + none,
                   refusal_of([&] { Folder::parent_of(none, &name); }, kPathNotFound)));
    for (const char* none : {"/..", "/tmp/.", "/tmp/../"})
        CHECK(same(std::string("no name at the end of ") + none, refusal_of([&] { Folder::parent_of(none, &name); }, kInvalidArgument)));
}

TEST(a_text_is_read_to_its_limit_and_written_whole, "a file of somebody else's may be endless, and half a chain is none") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    CHECK(!folder.read_text("text", 10));
    const std::string text(5000, 'x');
    umask(0022);
    folder.write_text("text", text);
    folder.write_text("text", text + "y");
    CHECK_EQUAL(0644, folder.fact("text").mode);
    CHECK((std::vector<std::string>{"text"}) == folder.names());
    CHECK(same(text + "y", folder.read_text("text", 5001).value_or("none")));
    CHECK(same("too long: text", refusal_of([&] { (void)folder.read_text("text", 5000); }, kInvalidData)));
    write(ground.at("text.new"), "what a killed writer left");
    folder.write_text("text", "");
    CHECK(same("", folder.read_text("text", 0).value_or("none")) && !fs::exists(ground.at("text.new")));
    folder.make_child("dir");
    CHECK(same("no plain file: dir", refusal_of([&] { (void)folder.read_text("dir", 1); }, kInvalidData)));
    CHECK(mkfifo(ground.at("pipe").c_str(), 0600) == 0);
    CHECK(same("no plain file: pipe", refusal_of([&] { (void)folder.read_text("pipe", 1); }, kInvalidData)));
    for (const char* little : {"a", "abc"}) {
        write(ground.at("text.new"), "left");
        errno = 0; /* of a removal that went well nobody asks why it failed */
        folder.write_text("text", little);
        CHECK(same(little, folder.read_text("text", 3).value_or("none")));
    }
    CHECK(same("ab", folder.read_beginning("text", 2)) && same("abc", folder.read_beginning("text", 9)));
    CHECK(!refusal_of([&] { folder.read_beginning("none", 1); }, kFileNotFound).empty());
    fs::create_symlink("text", ground.at("link"));
    CHECK(!refusal_of([&] { folder.read_beginning("link", 1); }, kDirectory).empty());
    CHECK(!refusal_of([&] { folder.lock("link", true); }, kDirectory).empty());
}

TEST(looking_is_not_touching, "what was changed is known by its times, and a mode that is given for a moment is seen by others") {
    Ground ground;
    write(ground.at("file"), "x");
    write(ground.at("dir/inside"), "x");
    const Folder top = Folder::at(ground.at(""));
    set_time(ground.at("file"), 5, 6);
    for (const bool ordinary : {false, true}) {
        if (ordinary && geteuid() == 0) {
            CHECK(chmod(ground.at("dir").c_str(), 0400) == 0);
            const Folder closed = top.child("dir");
            CHECK_EQUAL(0400, top.fact("dir").mode); /* root needs no right of his own */
            CHECK(chmod(ground.at("dir").c_str(), 0755) == 0);
            for (const char* mine : {"", "file", "dir", "dir/inside"}) CHECK(chown(ground.at(mine).c_str(), 65534, 65534) == 0);
            if (setresuid(65534, 65534, 65534) != 0) SKIP("cannot become another user");
        }
        const Fact file = top.fact("file"), dir = top.fact("dir");
        CHECK(same("x", top.read_text("file", 1).value_or("none")) && same("x", top.read_beginning("file", 1)));
        CHECK(top.lock("file", true).has_value() && same_of(top, "file", "file"));
        CHECK((std::vector<std::string>{"inside"}) == top.child("dir").names());
        CHECK(!refusal_of([&] { top.find_child("file"); }, kDirectory).empty());
        CHECK_EQUAL(file.changed_ns, top.fact("file").changed_ns);
        CHECK_EQUAL(dir.changed_ns, top.fact("dir").changed_ns);
    }
}

TEST(what_cannot_be_looked_into_says_so, "a list that is not the whole one would make an entry a deletion") {
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0) SKIP("cannot become another user");
    Ground ground;
    write(ground.at("dir/file"), "x");
    const Folder folder = Folder::at(ground.at("dir"));
    CHECK(chmod(ground.at("dir").c_str(), 0400) == 0);
    CHECK(same("cannot open \"file\": Permission denied", refusal_of([&] { folder.read_beginning("file", 1); }, kAccessDenied)));
    CHECK(same("cannot look at \"" + ground.at("dir/file") + "\": Permission denied",
               refusal_of([&] { (void)folder.fact("file"); }, kAccessDenied)));
    CHECK(chmod(ground.at("dir").c_str(), 0) == 0);
    CHECK(same("cannot list \"" + ground.at("dir") + "\": Permission denied", refusal_of([&] { (void)folder.names(); }, kAccessDenied)));
    CHECK(!refusal_of([&] { Folder::at(ground.at("dir/file")); }, kAccessDenied).empty());
    CHECK(chmod(ground.at("dir").c_str(), 0700) == 0);
    CHECK(!refusal_of([&] { (void)folder.fact(std::string(300, 'x')); }, kNameTooLong).empty());
    fs::remove_all(ground.at("dir"));
    CHECK(folder.names().empty()); /* the folder has gone, and with it all that was in it */
}

TEST(a_copy_is_what_it_was_made_of, "content with its holes, mode, attributes, and the time it was written, before 1970 too") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    for (const int64_t seconds : {int64_t{1'700'000'000}, int64_t{0}, int64_t{-1}, int64_t{-100'000}}) {
        for (const long part : {0L, 1L, 999'999'999L}) {
            write(ground.at("file"), "content");
            CHECK(chmod(ground.at("file").c_str(), 04711) == 0);
            set_time(ground.at("file"), seconds, part);
            CHECK(copied(folder, "file"));
            const Fact copy = folder.fact("copy");
            CHECK_EQUAL(seconds * kSecond + part, copy.written_ns);
            CHECK_EQUAL(04711, copy.mode);
            struct stat read_last{};
            CHECK(stat(ground.at("copy").c_str(), &read_last) == 0 && read_last.st_atim.tv_sec > 1'600'000'000);
            CHECK(same("content", read(ground.at("copy"))));
            fs::remove(ground.at("copy"));
        }
    }
    for (const size_t size : {size_t{0}, size_t{1}, size_t{4096}, size_t{300'001}}) {
        std::string content;
        for (size_t at = 0; at < size; ++at) content += static_cast<char>(at * 7 + at / 251 + 1);
        write(ground.at("file"), content);
        CHECK(copied(folder, "file") && content == read(ground.at("copy")));
        fs::remove(ground.at("copy"));
    }
    write(ground.at("holes"), "begin");
    fs::resize_file(ground.at("holes"), 1 << 20);
    {
        std::fstream file(ground.at("holes"), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(1 << 19).write("middle", 6);
    }
    CHECK(copied(folder, "holes") && read(ground.at("holes")) == read(ground.at("copy")));
    struct stat told{};
    CHECK(stat(ground.at("copy").c_str(), &told) == 0 && told.st_blocks * 512 < 1 << 19);
    CHECK(!refusal_of([&] { folder.copy_entry("copy", folder, "holes", folder.fact("holes")); }, kAlreadyExists).empty());
    fs::remove(ground.at("copy"));
    fs::create_symlink("../else where", ground.at("link"));
    set_time(ground.at("link"), 1'000'000, 5);
    CHECK(copied(folder, "link") && same("../else where", folder.link_target("copy")));
    CHECK_EQUAL(1'000'000 * kSecond + 5, folder.fact("copy").written_ns);
    fs::remove(ground.at("copy"));
    CHECK(mkfifo(ground.at("pipe").c_str(), 0640) == 0 && copied(folder, "pipe"));
    CHECK(folder.fact("copy").kind == EntryKind::kPipe && folder.fact("copy").mode == 0640);
    fs::remove(ground.at("copy"));
    folder.make_child("dir");
    CHECK(same("neither file nor folder nor link: dir",
               refusal_of([&] { folder.copy_entry("copy", folder, "dir", folder.fact("dir")); }, kInvalidData)));
    fs::create_directory(ground.at("target"));
    CHECK(chmod(ground.at("dir").c_str(), 01750) == 0);
    set_time(ground.at("dir"), 77, 8);
    folder.copy_metadata("target", folder, "dir", folder.fact("dir"));
    CHECK(folder.fact("target").mode == 01750 && folder.fact("target").written_ns == 77 * kSecond + 8);
    const Folder target = folder.child("target"), dir = folder.child("dir");
    set_time(ground.at("dir"), 78, 9);
    target.copy_metadata("", dir, "", dir.fact());
    CHECK_EQUAL(78 * kSecond + 9, target.fact().written_ns);
}

TEST(a_copy_belongs_to_whom_its_original_did, "where the caller may give files away, and else to him") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("file"), "x");
    CHECK(copied(folder, "file") && folder.fact("copy").owner == geteuid() && folder.fact("copy").group == folder.fact("file").group);
    if (geteuid() != 0) SKIP("only root gives files away");
    fs::remove(ground.at("copy"));
    CHECK(chown(ground.at("file").c_str(), 5, 6) == 0 && chmod(ground.at("file").c_str(), 0644) == 0);
    fs::create_symlink("x", ground.at("link"));
    CHECK(lchown(ground.at("link").c_str(), 7, 8) == 0);
    CHECK(copied(folder, "file") && folder.fact("copy").owner == 5 && folder.fact("copy").group == 6);
    fs::remove(ground.at("copy"));
    CHECK(copied(folder, "link") && folder.fact("copy").owner == 7 && folder.fact("copy").group == 8);
    fs::remove(ground.at("copy"));
    CHECK(chmod(ground.at("").c_str(), 0777) == 0);
    if (setresuid(65534, 65534, 65534) != 0) SKIP("cannot become another user");
    CHECK(copied(folder, "file") && folder.fact("copy").owner == 65534);
}

TEST(attributes_of_the_content_travel_and_no_others, "an overlay's own marks would hide what lies below somewhere else") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("file"), "x");
    if (!has_attributes(ground.at("file"))) SKIP("this file system keeps no attributes");
    const std::string file = ground.at("file"), copy = ground.at("copy");
    for (const char* name : {"user.first", "user.second", "user.overlay.opaque", "user.overlays"})
        CHECK(setxattr(file.c_str(), name, name, strlen(name), 0) == 0);
    if (geteuid() == 0) (void)setxattr(file.c_str(), "trusted.own", "t", 1, 0);
    CHECK(copied(folder, "file"));
    for (const char* name : {"user.first", "user.second", "user.overlays"}) CHECK(same(name, attribute(copy, name)));
    CHECK(same("", attribute(copy, "user.try")));
    for (const char* name : {"user.overlay.opaque", "trusted.own"}) CHECK(same("none", attribute(copy, name)));
    errno = EIO; /* of a call that went well nobody asks why it failed */
    folder.copy_metadata("copy", folder, "file", folder.fact("file"));
    errno = EIO;
    CHECK(same_of(folder, "file", "copy"));
    write(ground.at("bare"), "x");
    errno = EIO;
    CHECK(same_of(folder, "bare", "bare"));
    CHECK(setxattr(copy.c_str(), "user.first", "other", 5, 0) == 0 && !same_of(folder, "file", "copy"));
    CHECK(setxattr(copy.c_str(), "user.first", "user.first", 10, 0) == 0 && same_of(folder, "file", "copy"));
    CHECK(removexattr(copy.c_str(), "user.second") == 0 && !same_of(folder, "file", "copy"));
    for (const char* name : {"user.z", "user.a"}) CHECK(setxattr(file.c_str(), name, "", 0, 0) == 0);
    for (const char* name : {"user.a", "user.z", "user.second"}) CHECK(setxattr(copy.c_str(), name, "", 0, 0) == 0);
    CHECK(setxattr(copy.c_str(), "user.second", "user.second", 11, 0) == 0 && same_of(folder, "file", "copy")); /* in whatever order */
    folder.make_child("dir");
    const std::string dir = ground.at("dir");
    CHECK(!folder.child("dir").hides_below());
    for (const auto& [value, hides] :
         {std::pair{"", false}, std::pair{"n", false}, std::pair{"yy", false}, std::pair{"yes", false}, std::pair{"y", true}}) {
        CHECK(setxattr(dir.c_str(), "user.overlay.opaque", value, strlen(value), 0) == 0);
        errno = EIO;
        CHECK(folder.child("dir").hides_below() == hides);
    }
    CHECK(removexattr(dir.c_str(), "user.overlay.opaque") == 0);
    if (geteuid() == 0 && setxattr(dir.c_str(), "trusted.overlay.opaque", "", 0, 0) == 0) {
        errno = EIO;
        CHECK(!folder.child("dir").hides_below());
        CHECK(setxattr(dir.c_str(), "trusted.overlay.opaque", "y", 1, 0) == 0 && folder.child("dir").hides_below());
    }
    vfs_cap_data right{};
    right.magic_etc = VFS_CAP_REVISION_2;
    right.data[0].permitted = 1u << CAP_NET_BIND_SERVICE;
    if (setxattr(file.c_str(), "security.capability", &right, XATTR_CAPS_SZ_2, 0) != 0) SKIP("only root gives a program a capability");
    fs::remove(copy);
    CHECK(copied(folder, "file"));
    CHECK_EQUAL(XATTR_CAPS_SZ_2, static_cast<int>(attribute(copy, "security.capability").size()));
}

TEST(what_makes_two_entries_differ_is_seen, "a change that is taken for none is lost with the next export") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    const auto fresh = [&] {
        for (const char* name : {"a", "b"}) {
            write(ground.at(name), "content");
            (void)chmod(ground.at(name).c_str(), 0644);
            set_time(ground.at(name), 1000, 0);
        }
    };
    const auto differs = [&](const std::function<void()>& change) {
        fresh();
        if (!same_of(folder, "a", "b")) return false;
        change();
        return !same_of(folder, "a", "b") && !same_of(folder, "b", "a");
    };
    CHECK(differs([&] { (void)chmod(ground.at("b").c_str(), 0645); }));
    CHECK(differs([&] { (void)chmod(ground.at("b").c_str(), 01644); }));
    CHECK(differs([&] { set_time(ground.at("b"), 1000, 1); }));
    const auto rewritten = [&](const std::string& text) {
        write(ground.at("b"), text);
        set_time(ground.at("b"), 1000, 0);
    };
    for (const char* text : {"Content", "contenT", "content.", "conten", ""}) CHECK(differs([&] { rewritten(text); }));
    if (geteuid() == 0) {
        CHECK(differs([&] { (void)chown(ground.at("b").c_str(), 1, static_cast<gid_t>(-1)); }));
        fs::remove(ground.at("b"));
        CHECK(differs([&] { (void)chown(ground.at("b").c_str(), static_cast<uid_t>(-1), 1); }));
        fs::remove(ground.at("b"));
    }
    std::string long_one(600'000, 'x');
    write(ground.at("long"), long_one);
    set_time(ground.at("long"), 1000, 0);
    for (const size_t at : {size_t{0}, size_t{262'143}, size_t{262'144}, size_t{599'999}}) {
        std::string other = long_one;
        other[at] = 'y';
        write(ground.at("other"), other);
        set_time(ground.at("other"), 1000, 0);
        CHECK(!same_of(folder, "long", "other"));
    }
    write(ground.at("other"), long_one);
    set_time(ground.at("other"), 1000, 0);
    CHECK(same_of(folder, "long", "other"));
    for (const char* name : {"one", "two"}) folder.make_child(name);
    set_time(ground.at("one"), 5, 0);
    CHECK(same_of(folder, "one", "two")); /* a folder's time changes with what is in it */
    CHECK(chmod(ground.at("two").c_str(), 0700) == 0 && !same_of(folder, "one", "two"));
    for (const char* name : {"l1", "l2", "l3"}) {
        fs::create_symlink(std::string(name) == "l3" ? "there" : "here", ground.at(name));
        set_time(ground.at(name), 6, 0);
    }
    CHECK(same_of(folder, "l1", "l2") && !same_of(folder, "l1", "l3"));
    set_time(ground.at("l2"), 6, 1);
    CHECK(!same_of(folder, "l1", "l2"));
}

TEST(content_is_compared_to_its_end, "a file changes while it is read, and some are given a piece at a time") {
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("a"), "ab");
    write(ground.at("b"), std::string("ab\0", 3));
    Fact told = folder.fact("a"); /* and one of the two has changed since */
    CHECK(!folder.same_entry("a", told, folder, "b", told) && !folder.same_entry("b", told, folder, "a", told));
    const Folder kernel = Folder::at("/proc"); /* whose files give a page at a time */
    if (const std::string all = kernel.read_text("crypto", 1 << 20).value_or(""); !all.empty()) {
        write(ground.at("a"), all);
        told = folder.fact("a");
        CHECK(folder.same_entry("a", told, kernel, "crypto", told) && kernel.same_entry("crypto", told, folder, "a", told));
        write(ground.at("a"), all.substr(0, all.size() - 1) + "!");
        CHECK(!folder.same_entry("a", told, kernel, "crypto", told) && !kernel.same_entry("crypto", told, folder, "a", told));
    }
}

TEST(an_owner_gets_at_what_its_modes_keep_from_him, "layers hold files and folders that nobody may read, and they belong to their user") {
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0) SKIP("cannot become another user");
    Ground ground;
    const Folder folder = Folder::at(ground.at(""));
    write(ground.at("file"), "secret");
    CHECK(chmod(ground.at("file").c_str(), 0000) == 0);
    CHECK(same("secret", folder.read_text("file", 10).value_or("none")));
    CHECK_EQUAL(0, folder.fact("file").mode);
    write(ground.at("dir/inside"), "x");
    for (const mode_t mode : {0000, 0200, 0400, 0500}) {
        CHECK(chmod(ground.at("dir").c_str(), mode) == 0);
        {
            const Folder dir = folder.child("dir");
            CHECK((std::vector<std::string>{"inside"}) == dir.names());
            CHECK(dir.fact("inside").kind == EntryKind::kFile);
        }
        CHECK_EQUAL(mode, folder.fact("dir").mode);
    }
    CHECK(!refusal_of([&] { folder.copy_entry("copy", folder, "none", Fact{EntryKind::kFile}); }, kFileNotFound).empty());
    {
        const Folder dir = folder.child("dir");
        dir.open_up();
        CHECK_EQUAL(0700, folder.fact("dir").mode & 0700);
    }
    CHECK(chmod(ground.at("dir").c_str(), 0000) == 0);
    remove_tree(folder, "dir");
    CHECK(!fs::exists(ground.at("dir")));
}

TEST(names_are_given_moved_and_taken, "a file of two names is one file, and what is gone already is gone") {
    Ground ground;
    const Folder folder = Folder::at(ground.at("")), dir = folder.make_child("dir");
    write(ground.at("file"), "x");
    CHECK(folder.add_name("second", folder, "file") && folder.fact("file").names == 2);
    CHECK(!refusal_of([&] { folder.add_name("second", folder, "file"); }, kAlreadyExists).empty());
    dir.move_here("moved", folder, "second");
    CHECK(!fs::exists(ground.at("second")) && fs::exists(ground.at("dir/moved")));
    CHECK(!refusal_of([&] { dir.move_here("x", folder, "none"); }, kFileNotFound).empty());
    folder.remove_entry("none", EntryKind::kFile);
    folder.remove_entry("none", EntryKind::kFolder);
    CHECK(!refusal_of([&] { folder.remove_entry("dir", EntryKind::kFolder); }, kFolderNotEmpty).empty());
    dir.remove_entry("moved", EntryKind::kFile);
    folder.remove_entry("dir", EntryKind::kFolder);
    CHECK((std::vector<std::string>{"file"}) == folder.names());
    auto mine = folder.lock("file", true);
    CHECK(mine && *mine && !folder.lock("file", false) && !folder.lock("file", true));
    mine->reset();
    CHECK(!*mine);
    auto first = folder.lock("file", false), second = folder.lock("file", false);
    CHECK(first && second && !folder.lock("file", true));
    first->reset();
    second.reset();
    CHECK(folder.lock("file", true).has_value());
}
