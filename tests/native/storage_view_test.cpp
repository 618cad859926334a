/* Layers, the merged view of a writable layer, and its difference, through the C surface. E-5 to E-16. */
#include "layer_folders.h"

#ifndef _WIN32
#include <fcntl.h>
#endif

using layers::attach;
using layers::destroy;
using layers::detach;
using layers::export_to;
using layers::Ground;
using layers::import;
using layers::initialize;
using layers::read;
using layers::tree;
using layers::write;
namespace fs = std::filesystem;

namespace {

const HRESULT kInvalidLayer = HR(0x80370112), kInvalidState = HR(0x80370105), kPathMissing = HR(0x80070003);

/* Two layers: the upper one changes a file of the lower, adds one, and deletes one and a folder. */
struct Two {
    Ground ground;
    std::string lower = ground.at("lower"), upper = ground.at("upper");
    std::vector<std::string> both{upper, lower};
    HRESULT made;

    Two() {
        write(ground.at("s1/Files/kept.txt"), "kept");
        write(ground.at("s1/Files/changed.txt"), "old");
        write(ground.at("s1/Files/gone.txt"), "gone");
        write(ground.at("s1/Files/dir/a"), "a");
        write(ground.at("s1/Files/dir/b"), "b");
        write(ground.at("s1/Files/old/deep/x"), "x");
        write(ground.at("s2/Files/changed.txt"), "new");
        write(ground.at("s2/Files/dir/c"), "c");
        write(ground.at("s2/tombstones.txt"), "\xEF\xBB\xBFVersion 1.0\r\n\\gone.txt\r\n\\old\r\n\\dir\\a\r\n");
        made = import(lower, ground.at("s1"), {});
        if (made >= 0) made = import(upper, ground.at("s2"), {lower});
    }
    std::string scratch(const std::string& name) {
        const std::string path = ground.view(name);
        made = initialize(path, both);
        return path;
    }
};

std::vector<std::string> names(const std::string& folder) {
    std::vector<std::string> found;
    for (fs::recursive_directory_iterator at(folder), end; at != end; ++at) {
        const std::string path = at->path().lexically_relative(folder).generic_string();
        if (path.substr(0, 7) == ".hcsffi") {
            if (at->is_directory()) at.disable_recursion_pending();
        } else {
            found.push_back(path);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

VIEW_TEST(the_merged_view_shows_the_nearest_of_each_path, "what a container sees is what its image says (E-13, E-22)") {
    Two two;
    CHECK_EQUAL(S_OK_, two.made);
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, two.made);
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    CHECK((Names{"changed.txt", "dir", "dir/b", "dir/c", "kept.txt"}) == names(view));
    CHECK("new" == read(view + "/changed.txt"));
    CHECK_EQUAL(1, counter("OverlayViews") + counter("CopiedViews"));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK(Names{} == names(view));
    CHECK_EQUAL(0, counter("OverlayViews") + counter("CopiedViews"));
    CHECK_EQUAL(0, counter("Descriptors"));
}

VIEW_TEST(the_difference_is_exactly_what_was_changed, "whatever else it held would be shipped with every layer made here (E-8)") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    write(view + "/changed.txt", "newer");
    write(view + "/fresh/deep/file", "fresh");
    fs::remove(view + "/kept.txt");
    fs::rename(view + "/dir/c", view + "/dir/d");
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK((Names{"changed.txt", "dir", "dir/d", "fresh", "fresh/deep", "fresh/deep/file"}) == names(two.ground.at("out/Files")));
    CHECK("\xEF\xBB\xBFVersion 1.0\n\\dir\\c\n\\kept.txt\n" == read(two.ground.at("out/tombstones.txt")));
    CHECK("newer" == read(two.ground.at("out/Files/changed.txt")));
    const std::string seen = tree(view);
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, import(two.ground.at("third"), two.ground.at("out"), two.both));
    const std::string again = two.ground.view("again");
    const std::vector<std::string> three{two.ground.at("third"), two.upper, two.lower};
    CHECK_EQUAL(S_OK_, initialize(again, three));
    CHECK_EQUAL(S_OK_, attach(again, three));
    CHECK(seen == tree(again));
    CHECK_EQUAL(S_OK_, detach(again));
}

#ifndef _WIN32
VIEW_TEST(a_client_without_standard_input_has_layers_too, "a service has closed its streams, and the next descriptor has their number") {
    close(0);
    Two two;
    CHECK_EQUAL(S_OK_, two.made);
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    CHECK("new" == read(view + "/changed.txt"));
    write(view + "/changed.txt", "newer");
    fs::remove(view + "/kept.txt");
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK((Names{"changed.txt"}) == names(two.ground.at("out/Files")));
    CHECK_EQUAL(S_OK_, detach(view));
    for (const std::string& one : {view, two.upper, two.lower}) CHECK_EQUAL(S_OK_, destroy(one));
    CHECK_EQUAL(0, counter("Descriptors"));
    CHECK_EQUAL(-1, fcntl(0, F_GETFD)); /* nothing of it is left */
}
#endif

VIEW_TEST(a_view_that_nothing_was_written_into_has_no_difference, "looking is not changing") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    tree(view);
    if (!ON_WINDOWS) fs::last_write_time(view + "/dir", fs::last_write_time(view + "/dir"));
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK(Names{"Files"} == names(two.ground.at("out")));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out2"), two.both, true));
    CHECK(Names{"Files"} == names(two.ground.at("out2")));
}

VIEW_TEST(what_was_written_outlives_detaching, "a stopped container starts again with its own files") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    write(view + "/mine", "1");
    fs::remove_all(view + "/dir");
    write(view + "/dir/only", "2");
    const std::string seen = tree(view);
    for (int round = 0; round < 3; ++round) {
        CHECK_EQUAL(S_OK_, detach(view));
        CHECK(Names{} == names(view));
        CHECK_EQUAL(S_OK_, attach(view, two.both));
        CHECK(seen == tree(view));
    }
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK((Names{"dir", "dir/only", "mine"}) == names(two.ground.at("out/Files")));
    CHECK("\xEF\xBB\xBFVersion 1.0\n\\dir\\b\n\\dir\\c\n" == read(two.ground.at("out/tombstones.txt")));
}

VIEW_TEST(a_file_for_a_folder_and_a_folder_for_a_file_need_no_tombstone, "the nearer kind hides the other") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    fs::remove_all(view + "/dir");
    write(view + "/dir", "now a file");
    fs::remove(view + "/kept.txt");
    write(view + "/kept.txt/inside", "now a folder");
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK((Names{"Files", "Files/dir", "Files/kept.txt", "Files/kept.txt/inside"}) == names(two.ground.at("out")));
    const std::string seen = tree(view);
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    CHECK(seen == tree(view));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(attach_and_detach_are_a_pair, "a second attach would show the view below itself (E-13; code chosen)") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(kInvalidState, detach(view));
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    CHECK_EQUAL(kInvalidState, attach(view, two.both));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(kInvalidState, detach(view));
    CHECK_EQUAL(S_OK_, attach(view + "/", two.both));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(what_is_in_use_is_not_destroyed, "half a layer is worse than a refusal (E-16; chosen)") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    for (const std::string& one : {view, two.upper, two.lower}) CHECK_EQUAL(HR(0x80070020), destroy(one));
    CHECK_EQUAL(HR(0x80070020), import(two.lower, two.ground.at("s1"), {}));
    CHECK("kept" == read(view + "/kept.txt"));
    CHECK_EQUAL(S_OK_, detach(view));
    for (const std::string& one : {view, two.upper, two.lower}) {
        CHECK_EQUAL(S_OK_, destroy(one));
        CHECK(!fs::exists(one));
        CHECK_EQUAL(kPathMissing, destroy(one));
    }
    CHECK(fs::exists(two.ground.at("s1/Files/kept.txt")));
}

TEST(a_folder_that_is_no_layer_is_refused, "whatever is destroyed, or shown to a container, has to be the host's own") {
    Two two;
    const std::string plain = two.ground.at("plain");
    write(plain + "/Files/x", "x");
    CHECK_EQUAL(kInvalidLayer, destroy(plain));
    CHECK_EQUAL(kInvalidLayer, import(two.ground.at("l"), two.ground.at("s2"), {plain}));
    CHECK(!fs::exists(two.ground.at("l")));
    CHECK_EQUAL(HR(0x80070091), import(plain, two.ground.at("s2"), {two.lower}));
    CHECK_EQUAL(kInvalidLayer, attach(plain, two.both));
    CHECK_EQUAL(kInvalidLayer, detach(two.lower));
    CHECK_EQUAL(kInvalidLayer, export_to(plain, two.ground.at("out"), {}, false));
    CHECK_EQUAL(HR(0x80070091), initialize(plain, two.both));
    CHECK_EQUAL(HR(0x800700B7), initialize(two.lower, {two.upper}));
    CHECK("x" == read(plain + "/Files/x"));
    for (const char* marker :
         {"", "{", "[]", "{\"Form\":2,\"Kind\":\"layer\"}", "{\"Form\":1,\"Kind\":\"disk\"}", "{\"Form\":\"1\",\"Kind\":1}"}) {
        write(plain + "/hcsffi-marker.json", marker);
        CHECK_EQUAL(kInvalidLayer, destroy(plain));
    }
    CHECK("x" == read(plain + "/Files/x"));
}

TEST(what_is_missing_is_told_by_its_code, "E-5: a folder of the source is 2, a parent is 3") {
    Two two;
    fs::create_directories(two.ground.at("empty"));
    CHECK_EQUAL(HR(0x80070002), import(two.ground.at("l"), two.ground.at("empty"), {two.lower}));
    CHECK_EQUAL(kPathMissing, import(two.ground.at("l"), two.ground.at("no-source"), {two.lower}));
    CHECK_EQUAL(kPathMissing, import(two.ground.at("l"), two.ground.at("s2"), {two.ground.at("no-parent")}));
    CHECK_EQUAL(HR(0x80070057), import(two.lower, two.lower, {}));
    CHECK_EQUAL(HR(0x80070057), import(two.lower + "/Files/x", two.lower, {}));
    CHECK(!fs::exists(two.ground.at("l")));
    CHECK_EQUAL(kPathMissing, initialize(two.ground.at("no-scratch"), two.both));
    CHECK_EQUAL(HR(0x80070057), initialize(two.ground.view("p"), {}));
    CHECK_EQUAL(HR(0x80070057), HcsImportLayer(NULL, W("/x"), W("{}")));
    CHECK_EQUAL(HR(0x8037010D), HcsImportLayer(W("/x"), W("/x"), W("{\"Layers\":{}}")));
    CHECK_EQUAL(HR(0x80070057), HcsImportLayer(W("/x"), W("/y"), W("{\"Layers\":[{\"Id\":\"no-guid\",\"Path\":\"/z\"}]}")));
    CHECK_EQUAL(0, counter("Descriptors"));
    CHECK_EQUAL(0, counter("Strings"));
}

TEST(a_layer_is_exported_as_it_was_imported,
     "whoever ships a layer gets what he gave, its deletions and what Windows knows of it included") {
    Two two;
    const std::string line = "{\"attributes\":38,\"path\":\"Files/dir/c\",\"sd\":\"AQAEgA==\"}\n";
    write(two.ground.at("s2/hcsffi-layer.json"), line);
    write(two.ground.at("s2/Hives/System_Delta"), "hive");
    write(two.ground.at("s2/UtilityVM/Files/boot"), "boot");
    write(two.ground.at("s2/Layout"), "layout");
    if (!ON_WINDOWS) fs::permissions(two.ground.at("s2/Files"), fs::perms::owner_all | fs::perms::group_exec);
    CHECK_EQUAL(S_OK_, import(two.upper, two.ground.at("s2"), {two.lower}));
    CHECK_EQUAL(S_OK_, export_to(two.upper, two.ground.at("out"), {two.lower}, false));
    CHECK(tree(two.ground.at("s2/Files")) == tree(two.ground.at("out/Files")));
    CHECK("\xEF\xBB\xBFVersion 1.0\n\\dir\\a\n\\gone.txt\n\\old\n" == read(two.ground.at("out/tombstones.txt")));
    CHECK(line == read(two.ground.at("out/hcsffi-layer.json")));
    CHECK("hive" == read(two.ground.at("out/Hives/System_Delta")));
    CHECK("boot" == read(two.ground.at("out/UtilityVM/Files/boot")));
    CHECK("layout" == read(two.ground.at("out/Layout")));
    if (!ON_WINDOWS) CHECK((fs::perms::owner_all | fs::perms::group_exec) == fs::status(two.ground.at("out/Files")).permissions());
    CHECK_EQUAL(HR(0x80070091), export_to(two.upper, two.ground.at("out"), {two.lower}, false));
}

VIEW_TEST(what_only_windows_knows_of_a_changed_file_stays_with_it,
          "an image changed here goes back to Windows with its attributes and owners") {
    Ground ground;
    write(ground.at("s/Files/program"), "old");
    write(ground.at("s/Files/replaced"), "file");
    write(ground.at("s/hcsffi-layer.json"),
          "{\"attributes\":32,\"last_write_time\":132223104000000000,\"path\":\"Files/program\",\"sd\":\"AQAEgA==\"}\n"
          "{\"attributes\":33,\"path\":\"Files/replaced\"}\n");
    const std::string layer = ground.at("base"), view = ground.view("p");
    CHECK_EQUAL(S_OK_, import(layer, ground.at("s"), {}));
    CHECK_EQUAL(S_OK_, initialize(view, {layer}));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    write(view + "/program", "new");
    fs::remove(view + "/replaced");
    fs::create_directory(view + "/replaced");
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {layer}, true));
    CHECK(Names({"program", "replaced"}) == names(ground.at("out/Files")));
    CHECK("{\"attributes\":32,\"path\":\"Files/program\",\"sd\":\"AQAEgA==\"}\n" == read(ground.at("out/hcsffi-layer.json")));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(the_tops_of_a_layer_have_attributes_of_their_own,
          "go-winio writes them for Files and Hives as for any folder, and nothing of a layer is lost") {
    Two two;
    const std::string lines =
        "{\"attributes\":18,\"path\":\"Files\",\"sd\":\"AQAEgA==\"}\n{\"attributes\":16,\"path\":\"Hives\"}\n"
        "{\"attributes\":17,\"path\":\"UtilityVM\"}\n{\"attributes\":16,\"path\":\"UtilityVM/Files\"}\n";
    write(two.ground.at("s2/hcsffi-layer.json"), lines);
    CHECK_EQUAL(S_OK_, import(two.upper, two.ground.at("s2"), {two.lower}));
    CHECK_EQUAL(S_OK_, export_to(two.upper, two.ground.at("out"), {two.lower}, false));
    CHECK(lines == read(two.ground.at("out/hcsffi-layer.json")));
    const std::string view = two.ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {two.upper, two.lower}));
    CHECK_EQUAL(S_OK_, attach(view, {two.upper, two.lower}));
    CHECK_EQUAL(S_OK_, detach(view));
    for (const char* top : {"Files", "Hives", "UtilityVM", "UtilityVM/Files"}) {
        write(two.ground.at("s2/hcsffi-layer.json"), std::string("{\"deleted\":true,\"path\":\"") + top + "\"}\n");
        CHECK_EQUAL(HR(0x8007000D), import(two.upper, two.ground.at("s2"), {two.lower}));
    }
}

VIEW_TEST(a_layer_deletes_of_all_below_it_and_of_nothing_else, "each of three layers is written without a thought of the others") {
    Ground ground;
    for (const char* file : {"dir/a", "dir/b", "dir/sub/c", "keep", "hive", "old/deep/x", "again/lower", "twice"})
        write(ground.at("s0/Files/") + file, file);
    for (const char* file : {"one/only", "twice", "dir/new"}) write(ground.at("s1/Files/") + file, "of the second");
    write(ground.at("s1/tombstones.txt"), "Version 1.0\n\\dir\\sub\\c\n\\keep\\inside\n\\nowhere\\x\n\\old\n\\old\\deep\\x\n\\dir\\none\n");
    write(ground.at("s1/hcsffi-layer.json"), "{\"deleted\":true,\"path\":\"Hives/hive\"}\n");
    write(ground.at("s2/Files/again/upper"), "of the third");
    write(ground.at("s2/tombstones.txt"), "Version 1.0\n\\again\n\\dir\\a\n\\dir\\new\n\\one\\only\n\\twice\n");
    if (!ON_WINDOWS) fs::permissions(ground.at("s0/Files/dir"), fs::perms::owner_all | fs::perms::group_exec);
    if (!ON_WINDOWS) fs::permissions(ground.at("s0/Files/dir/sub"), fs::perms::owner_all);
    const std::string l0 = ground.at("l0"), l1 = ground.at("l1"), l2 = ground.at("l2");
    CHECK_EQUAL(S_OK_, import(l0, ground.at("s0"), {}));
    fs::remove_all(ground.at("s1/Files/dir/new"));
    if (!ON_WINDOWS) fs::permissions(ground.at("s1/Files/dir"), fs::perms::owner_all | fs::perms::group_read);
    CHECK_EQUAL(S_OK_, import(l1, ground.at("s1"), {l0}));
    CHECK_EQUAL(S_OK_, import(l2, ground.at("s2"), {l1, l0}));
    const std::string view = ground.view("p");
    CHECK_EQUAL(S_OK_, initialize(view, {l2, l1, l0}));
    if (!ON_WINDOWS) fs::permissions(view, fs::perms::owner_all | fs::perms::others_exec);
    CHECK_EQUAL(S_OK_, attach(view, {l2, l1, l0}));
    CHECK((Names{"again", "again/upper", "dir", "dir/b", "dir/sub", "hive", "keep", "one"}) == names(view));
    if (!ON_WINDOWS) {
        CHECK((fs::perms::owner_all | fs::perms::group_read) == fs::status(view + "/dir").permissions()); /* of the nearest that has it */
        CHECK(fs::perms::owner_all == fs::status(view + "/dir/sub").permissions());
        CHECK((fs::perms::owner_all | fs::perms::others_exec) == fs::status(view).permissions());
    }
    fs::remove(view + "/dir/b");
    CHECK_EQUAL(S_OK_, export_to(view, ground.at("out"), {l2, l1, l0}, true));
    CHECK((Names{"Files", "tombstones.txt"}) == names(ground.at("out"))); /* nothing of a folder of which something was deleted alone */
    CHECK("\xEF\xBB\xBFVersion 1.0\n\\dir\\b\n" == read(ground.at("out/tombstones.txt")));
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(a_view_stands_on_its_parents_as_they_were_attached, "reading what a layer says takes as long as it has files") {
    Two two;
    const std::string view = two.scratch("p");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    const std::string said = read(two.upper + "/tombstones.txt");
    write(two.upper + "/tombstones.txt", "no tombstones");
    write(view + "/mine", "1");
    CHECK_EQUAL(S_OK_, export_to(view, two.ground.at("out"), two.both, true));
    CHECK((Names{"Files", "Files/mine"}) == names(two.ground.at("out")));
    CHECK_EQUAL(HR(0x8007000D), initialize(two.ground.view("q"), two.both));
    write(two.upper + "/tombstones.txt", said);
    CHECK_EQUAL(S_OK_, detach(view));
}

VIEW_TEST(what_lies_in_each_other_is_refused, "a layer that holds itself would never be whole") {
    Two two;
    const std::string view = two.scratch("p");
    write(two.ground.at("inner/s/Files/x"), "x");
    fs::create_directories(two.ground.at("inner/s/into/it"));
    CHECK_EQUAL(HR(0x80070057), import(two.ground.at("inner"), two.ground.at("inner/s"), {}));
    CHECK_EQUAL(HR(0x80070057), import(two.ground.at("inner/s/into"), two.ground.at("inner/s"), {}));
    CHECK_EQUAL(HR(0x80070057), import(two.ground.at("inner/s/into"), two.ground.at("s1"), {two.ground.at("inner/s")}));
    CHECK_EQUAL(HR(0x80070057), export_to(two.lower, two.lower + "/out", {}, false));
    fs::remove(two.lower + "/out");
    CHECK_EQUAL(S_OK_, attach(view, two.both));
    CHECK_EQUAL(HR(0x80070057), export_to(view, view + "/out", two.both, true));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(HR(0x80070057), initialize(two.ground.view("q"), {two.upper, two.upper}));
    CHECK_EQUAL(kPathMissing, initialize(two.ground.view("q"), {two.ground.at("no-parent")}));
    CHECK_EQUAL(HR(0x8037010D), HcsExportLayer((PCWSTR)layers::wide(two.lower).c_str(), (PCWSTR)layers::wide(two.ground.at("e")).c_str(),
                                               (PCWSTR)layers::wide(layers::chain({})).c_str(), W("{\"IsWritableLayer\":1}")));
    write(two.ground.at("file"), "x");
    CHECK_EQUAL(kInvalidLayer, destroy(two.ground.at("file")));
}

TEST(what_clients_make_there_first_is_in_no_layers_way, "the names of Windows' own tools (E-10), and nothing else") {
    Two two;
    const std::string layer = two.ground.at("l");
    for (const char* expected : {"blank-base.vhdx", "blank.vhdx", "SystemTemplateBase.vhdx", "SystemTemplate.vhdx", "sandbox.vhdx",
                                 "layerchain.json", "hcsffi-marker.json", "tombstones.txt", "Hives/x", "Layout", ".hcsffi-staging/x"}) {
        write(layer + "/" + expected, "x");
        CHECK_EQUAL(S_OK_, import(layer, two.ground.at("s2"), {two.lower}));
        fs::remove_all(layer);
    }
    for (const char* foreign : {"x", "Windows/x", "hcsffi-marker.json.old"}) {
        write(layer + "/" + foreign, "x");
        CHECK_EQUAL(HR(0x80070091), import(layer, two.ground.at("s2"), {two.lower}));
        CHECK("x" == read(layer + "/" + foreign) && !fs::exists(layer + "/Files"));
        fs::remove_all(layer);
    }
}
