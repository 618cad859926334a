/* The files beside a layer's own, by themselves: what may stand in them, and what is written (storage/form.h; base64 is RFC 4648's). */
#include "layer_folders.h"

#include "ground/hresult.h"
#include "storage/form.h"
#include "texts.h"

using namespace hcsffi;
using namespace layers;

namespace {

/* The deletions, then the lines; or why there are none. */
std::string form_of(const Ground& ground) {
    try {
        const LayerForm form = read_form(Folder::at(ground.at("layer")));
        std::string text;
        for (const std::string& path : form.deletions) text += "-" + path + " ";
        for (const auto& [path, line] : form.lines) text += path + "=" + line + " ";
        return text;
    } catch (const Refusal& refusal) {
        return refusal.code() == kInvalidData ? std::string("refused: ") + refusal.what() : "another code";
    }
}

std::string with(const Ground& ground, const char* name, const std::string& text) {
    write(ground.at(std::string("layer/") + name), text);
    const std::string form = form_of(ground);
    fs::remove(ground.at(std::string("layer/") + name));
    return form;
}

}  // namespace

TEST(tombstones_are_read_as_windows_writes_them, "a mark, a version, and a path a line") {
    Ground ground;
    const std::string outside = "refused: tombstones.txt names something outside the layer: Files/";
    CHECK(same("-Files/a/b -Files/c -Files/d ", with(ground, "tombstones.txt", "\xEF\xBB\xBFVersion 1.0\r\n\\a\\b\r\n\nc\nd")));
    CHECK(same("", with(ground, "tombstones.txt", "Version 1.0")));
    CHECK(same("refused: tombstones.txt is empty", with(ground, "tombstones.txt", "")));
    CHECK(same("refused: tombstones.txt is empty", with(ground, "tombstones.txt", "\xEF\xBB\xBF")));
    for (const char* wrong : {"\n", "Version 1.1\n", "\\a\n", "\xEF\xBBVersion 1.0\n", " Version 1.0\n"})
        CHECK(same("refused: tombstones.txt does not begin with its version", with(ground, "tombstones.txt", wrong)));
    for (const char* wrong : {"..", ".", "a//b", "a/", "a/../b", "a/.", "/c"})
        CHECK(same(outside + wrong, with(ground, "tombstones.txt", std::string("Version 1.0\n\\") + wrong + "\n")));
}

TEST(a_sidecar_has_an_object_a_line, "what plain files cannot hold, and nothing of what lies outside the layer") {
    Ground ground;
    const auto read = [&](const std::string& text) { return with(ground, "hcsffi-layer.json", text); };
    for (const char* path : {"Files", "Hives", "UtilityVM", "UtilityVM/Files", "Files/a", "Hives/a/b", "UtilityVM/Files/a"}) {
        const std::string line = std::string("{\"path\":\"") + path + "\",\"x\":1}";
        CHECK(same(path + ("=" + line + " "), read("\n" + line + "\n\n")));
    }
    for (const char* path : {"Files/a", "Hives/a", "UtilityVM/Files/a"})
        CHECK(same(std::string("-") + path + " ", read(std::string("{\"deleted\":true,\"path\":\"") + path + "\"}")));
    for (const char* path : {"", "File/a", "Files/", "Files//a", "Files/a/", "Files/.", "Files/../a", "Hives/", "UtilityVM/a",
                             "UtilityVM/File/a", "a", "/Files/a", "files/a", "Layout"})
        CHECK(same(std::string("refused: hcsffi-layer.json names something outside the layer: ") + path,
                   read(std::string("{\"path\":\"") + path + "\"}")));
    for (const char* top : {"Files", "Hives", "UtilityVM", "UtilityVM/Files"})
        CHECK(same(std::string("refused: hcsffi-layer.json names something outside the layer: ") + top,
                   read(std::string("{\"deleted\":true,\"path\":\"") + top + "\"}")));
    CHECK(same("refused: hcsffi-layer.json holds a line that is no object", read("[]")));
    CHECK(same("refused: $.path: expected text, found the number 7", read("{\"path\":7}")));
    CHECK(read("{").rfind("refused: the document is not JSON: ", 0) == 0);
    const std::string longest(size_t{32768} * 4 - 7, 'x');
    CHECK(read("{\"path\":\"Files/" + longest + "\"}").rfind("Files/xx", 0) == 0);
    CHECK(read("{\"path\":\"Files/" + longest + "x\"}").rfind("refused: ", 0) == 0);
}

TEST(any_bytes_are_a_name, "a name that is no text goes through as base64, whatever its length and its bits") {
    Ground ground;
    const struct {
        const char *bytes, *base64;
    } rows[] = {{"\xFF\xFE", "RmlsZXMv//4="},
                {"\xFF", "RmlsZXMv/w=="},
                {"\xFF\xFE\xFD", "RmlsZXMv//79"},
                {"\xFB\xEF\xBE", "RmlsZXMv++++"},
                {"\x80"
                 "AZaz09",
                 "RmlsZXMvgEFaYXowOQ=="},
                {"M\xFC", "RmlsZXMvTfw="},
                {"\x01\xAC\xF4\xF5\x9C\xF4", "RmlsZXMvAaz09Zz0"}};
    for (const auto& row : rows) {
        const std::string path = std::string("Files/") + row.bytes;
        CHECK(same("-" + path + " ",
                   with(ground, "hcsffi-layer.json", std::string("{\"deleted\":true,\"path_bytes\":\"") + row.base64 + "\"}")));
        LayerForm form;
        form.deletions = {path};
        fs::create_directories(ground.at("layer"));
        write_form(Folder::at(ground.at("layer")), form);
        CHECK(same(std::string("{\"deleted\":true,\"path_bytes\":\"") + row.base64 + "\"}\n", read(ground.at("layer/hcsffi-layer.json"))));
        CHECK(same("-" + path + " ", form_of(ground)));
        fs::remove(ground.at("layer/hcsffi-layer.json"));
    }
    for (const char* wrong : {"!", "RmlsZXMv/w-", "RmlsZXMv[", "RmlsZXMv`", "RmlsZXMv{", "RmlsZXMv@", "RmlsZXMv:"})
        CHECK(same("refused: path_bytes: no base64",
                   with(ground, "hcsffi-layer.json", std::string("{\"deleted\":true,\"path_bytes\":\"") + wrong + "\"}")));
}

TEST(a_form_is_written_where_there_is_something_to_say, "deletions that a line can name beside those that none can") {
    Ground ground;
    fs::create_directories(ground.at("layer"));
    const Folder layer = Folder::at(ground.at("layer"));
    write_form(layer, {});
    CHECK(fs::is_empty(ground.at("layer")));
    LayerForm form;
    form.deletions = {"Files/a/b", "Files/back\\slash", "Files/new\nline", "Files/ret\rurn", "Hives/h", "UtilityVM/Files/u"};
    form.lines = {{"Files/x", "{\"path\":\"Files/x\",\"y\":1}"}};
    write_form(layer, form);
    CHECK(same("\xEF\xBB\xBFVersion 1.0\n\\a\\b\n", read(ground.at("layer/tombstones.txt"))));
    CHECK(
        same("{\"deleted\":true,\"path\":\"Files/back\\\\slash\"}\n{\"deleted\":true,\"path\":\"Files/new\\u000aline\"}\n"
             "{\"deleted\":true,\"path\":\"Files/ret\\u000durn\"}\n{\"path\":\"Files/x\",\"y\":1}\n{\"deleted\":true,\"path\":"
             "\"Hives/h\"}\n"
             "{\"deleted\":true,\"path\":\"UtilityVM/Files/u\"}\n",
             read(ground.at("layer/hcsffi-layer.json"))));
    const LayerForm again = read_form(layer);
    CHECK(again.deletions == form.deletions && again.lines == form.lines);
    CHECK(same("{\"path\":\"Files/x\",\"size\":3}",
               changed_line("{\"path\":\"Files/x\",\"last_write_time\":1,\"last_access_time\":2,\"change_time\":3,\"size\":3}")));
    CHECK(same("{\"path\":\"Files/x\"}", changed_line("{\"path\":\"Files/x\"}")));
}

TEST(a_folder_is_a_layer_by_its_mark, "and a file that somebody else put there is no mark") {
    Ground ground;
    fs::create_directories(ground.at("layer"));
    const Folder layer = Folder::at(ground.at("layer"));
    CHECK(read_marker(layer) == LayerKind::kNone);
    const std::pair<LayerKind, const char*> kinds[] = {
        {LayerKind::kLayer, "layer"}, {LayerKind::kBase, "base"}, {LayerKind::kLegacy, "legacy"}};
    for (const auto& [kind, word] : kinds) {
        write_marker(layer, kind);
        CHECK(same(std::string("{\"Form\":1,\"Kind\":\"") + word + "\"}\n", read(ground.at("layer/hcsffi-marker.json"))));
        CHECK(read_marker(layer) == kind);
    }
    const std::string room(4096 - strlen("{\"Form\":1,\"Kind\":\"base\"}"), ' ');
    write(ground.at("layer/hcsffi-marker.json"), "{\"Form\":1,\"Kind\":\"base\"}" + room);
    CHECK(read_marker(layer) == LayerKind::kBase);
    for (const std::string& other :
         {"{\"Form\":1,\"Kind\":\"base\"}" + room + " ", std::string("{\"Form\":2,\"Kind\":\"base\"}"), std::string("{\"Kind\":\"base\"}"),
          std::string("{\"Form\":1,\"Kind\":\"x\"}"), std::string("{\"Form\":1}"), std::string("["), std::string("[]"), std::string()}) {
        write(ground.at("layer/hcsffi-marker.json"), other);
        CHECK(read_marker(layer) == LayerKind::kNone);
    }
}
