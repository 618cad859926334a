/* Disks, the set-up of base layers, the older pair and the overlay filter, through the C surface. E-9 to E-14, E-17, E-24 to E-26. */
#include "layer_folders.h"

#ifndef _WIN32
#include <fcntl.h>
#endif

using namespace layers;

namespace {

const HRESULT kInvalidArgument_ = HR(0x80070057), kUnrecognized = HR(0x800703ED);

/* A disk as clients hold one: a file opened for reading and writing. */
class Disk {
  public:
    explicit Disk(const std::string& path) : descriptor_(open_disk(path.c_str())) {}
    ~Disk() { stream_close(descriptor_); }
    HANDLE handle() const { return reinterpret_cast<HANDLE>(descriptor_); }

  private:
    stream descriptor_;
};

std::string mount_path(const Disk& disk, HRESULT* code) {
    char text[4096];
    PWSTR result = NULL;
    *code = HcsGetLayerVhdMountPath(disk.handle(), &result);
    take_text(result, text, sizeof text);
    return text;
}

HRESULT set_up(const std::string& layer, HANDLE disk, PCWSTR options) {
    return HcsSetupBaseOSLayer((PCWSTR)wide(layer).c_str(), disk, options);
}

std::string base(Ground& ground) {
    write(ground.at("base/Files/Windows/System32/config/SYSTEM"), "system hive");
    write(ground.at("base/Files/Windows/System32/config/SOFTWARE"), "software hive");
    write(ground.at("base/Files/readme"), "of the base");
    return ground.at("base");
}

HRESULT filter(bool attaching, const std::string& volume, const std::string& document) {
    return (attaching ? HcsAttachOverlayFilter : HcsDetachOverlayFilter)((PCWSTR)wide(volume).c_str(), (PCWSTR)wide(document).c_str());
}

std::string filtered(const std::string& path, const char* type) {
    return std::string("{\"SchemaVersion\":{},\"FilterType\":\"") + type +
           "\",\"Layers\":[{\"Id\":\"00000000-0000-4000-8000-000000000000\",\"Path\":\"" + path + "\"}]}";
}

}  // namespace

TEST(a_base_layer_is_files_that_were_set_up, "it makes Hives and Layout, once (E-7, E-9, E-26)") {
    Ground ground;
    const std::string layer = base(ground);
    CHECK_EQUAL(HR(0x80370112), import(ground.at("above"), layer, {layer}));
    for (const char* hive : {"DEFAULT", "SAM", "SECURITY"}) write(layer + "/Files/Windows/System32/config/" + hive, hive);
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("{\"Type\":\"Container\"}")));
    CHECK("DEFAULT" == read(layer + "/Hives/DefaultUser_Base") && "SAM" == read(layer + "/Hives/Sam_Base"));
    CHECK("SECURITY" == read(layer + "/Hives/Security_Base") && "{\"Type\":\"Container\"}\n" == read(layer + "/Layout"));
    CHECK("system hive" == read(layer + "/Hives/System_Base"));
    CHECK("software hive" == read(layer + "/Hives/Software_Base"));
    CHECK(fs::exists(layer + "/Layout"));
    CHECK_EQUAL(HR(0x800700B7), set_up(layer, NULL, W("{\"Type\":\"Container\"}")));
    fs::remove_all(layer + "/Hives");
    CHECK_EQUAL(HR(0x800700B7), set_up(layer, NULL, W("")));
    fs::remove(layer + "/Layout");
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("")));
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, import(ground.at("above"), ground.at("s"), {layer}));
    CHECK_EQUAL(S_OK_, destroy(layer));
}

TEST(a_set_up_is_refused_before_it_changes_anything, "E-9: a container takes no disk, a machine a formatted one; the rest is chosen") {
    Ground ground;
    const std::string layer = base(ground);
    write(ground.at("d.vhdx"), "");
    const Disk disk(ground.at("d.vhdx"));
    CHECK_EQUAL(kInvalidArgument_, set_up(layer, disk.handle(), W("{\"Type\":\"Container\"}")));
    CHECK_EQUAL(kInvalidArgument_, set_up(layer, NULL, W("{\"Type\":\"Vm\"}")));
    CHECK_EQUAL(kUnrecognized, set_up(layer, disk.handle(), W("{\"Type\":\"Vm\"}")));
    CHECK_EQUAL(HR(0x8037010D), set_up(layer, NULL, W("{\"Type\":\"Disk\"}")));
    CHECK_EQUAL(HR(0x80070003), set_up(ground.at("none"), NULL, W("{}")));
    write(ground.at("empty/x"), "x");
    CHECK_EQUAL(HR(0x80070002), set_up(ground.at("empty"), NULL, W("{}")));
    write(layer + "/precious", "of somebody else");
    CHECK_EQUAL(HR(0x80070091), set_up(layer, NULL, W("{}")));
    fs::remove(layer + "/precious");
    write(layer + "/tombstones.txt", "Version 1.0\n\\x\n");
    CHECK_EQUAL(HR(0x8007000D), set_up(layer, NULL, W("{}")));
    fs::remove(layer + "/tombstones.txt");
    CHECK(!fs::exists(layer + "/Hives") && !fs::exists(layer + "/Layout"));
    CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle()));
    CHECK_EQUAL(S_OK_, set_up(layer, disk.handle(), W("{\"Type\":\"Vm\"}")));
    CHECK("{\"Type\":\"Vm\"}\n" == read(layer + "/Layout"));
    for (const char* file : {"x", "Windows/x"}) { /* without a registry there are no hives, and it is a base all the same */
        write(ground.at("small/Files/") + file, "x");
        CHECK_EQUAL(S_OK_, set_up(ground.at("small"), NULL, W("{}")));
        CHECK(fs::is_empty(ground.at("small/Hives")) && "{\"Type\":\"Container\"}\n" == read(ground.at("small/Layout")));
        for (const char* made : {"Hives", "Layout"}) fs::remove_all(ground.at("small/") + made);
    }
    stream read_end = NO_STREAM, write_end = NO_STREAM;
    CHECK(make_pipe(&read_end, &write_end));
    CHECK_EQUAL(HR(0x80070006), set_up(ground.at("small"), reinterpret_cast<HANDLE>(read_end), W("{\"Type\":\"Vm\"}")));
    stream_close(read_end);
    stream_close(write_end);
}

TEST(a_volume_gets_the_state_instead_of_the_layer, "HcsSetupBaseOSVolume, which only newer builds have (E-17)") {
    Ground ground;
    const std::string layer = base(ground), volume = ground.at("volume");
    fs::create_directories(volume);
    const auto set_up_volume = [&] {
        return HcsSetupBaseOSVolume((PCWSTR)wide(layer).c_str(), (PCWSTR)wide(volume).c_str(), W("{\"Type\":\"Container\"}"));
    };
    CHECK_EQUAL(S_OK_, configure(W("{\"WindowsBuild\":19645}")));
    CHECK_EQUAL(HR(0x8007007F), set_up_volume());
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(S_OK_, set_up_volume());
    CHECK("system hive" == read(volume + "/Hives/System_Base"));
    CHECK(!fs::exists(layer + "/Hives"));
    CHECK_EQUAL(HR(0x800700B7), set_up_volume());
    for (const char* made : {"Hives", "Layout"}) fs::remove_all(volume + "/" + made);
    fs::create_directories(volume + "/Layout.new/in/the/way");
    CHECK(set_up_volume() < 0);
    CHECK(!fs::exists(volume + "/Hives") && !fs::exists(volume + "/Layout")); /* half a state would be taken for a whole one */
}

TEST(a_disk_leads_to_a_writable_layer,
     "format, ask for the volume, initialise there, attach, write: the way of every client (E-10 to E-14)") {
    Ground ground;
    const std::string layer = base(ground);
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("")));
    const std::string folder = ground.at("scratch");
    write(folder + "/sandbox.vhdx", "");
    HRESULT code = S_OK_;
    {
        const Disk disk(folder + "/sandbox.vhdx");
        CHECK(mount_path(disk, &code) == "");
        CHECK_EQUAL(kUnrecognized, code);
        CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle()));
        CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle()));
        std::string view = mount_path(disk, &code);
        CHECK_EQUAL(S_OK_, code);
        CHECK(fs::is_directory(view));
        CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle()));
        CHECK(view.back() == '/' || view.back() == '\\');
        std::replace(view.begin(), view.end(), '\\', '/');
        ground.view("scratch/sandbox.vhdx.mount");
        CHECK_EQUAL(S_OK_, initialize(view, {layer}));
        CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle())); /* while nothing is attached */
        CHECK_EQUAL(S_OK_, attach(view, {layer}));
        CHECK("of the base" == read(view + "readme"));
        CHECK_EQUAL(HR(0x80070020), HcsFormatWritableLayerVhd(disk.handle()));
        CHECK_EQUAL(HR(0x80070020), destroy(folder));
        CHECK("of the base" == read(view + "readme"));
        CHECK_EQUAL(S_OK_, detach(view));
    }
    CHECK_EQUAL(S_OK_, destroy(folder));
    CHECK(!fs::exists(folder));
    CHECK_EQUAL(0, counter("Strings"));
}

TEST(what_is_no_disk_is_refused, "formatting a file that holds something would lose it") {
    Ground ground;
    write(ground.at("real.vhdx"), "vhdxfile and somebody's machine");
    {
        const Disk disk(ground.at("real.vhdx"));
        CHECK_EQUAL(HR(0x80070032), HcsFormatWritableLayerVhd(disk.handle()));
        HRESULT code = S_OK_;
        mount_path(disk, &code);
        CHECK_EQUAL(kUnrecognized, code);
        CHECK_EQUAL(HR(0x80004003), HcsGetLayerVhdMountPath(disk.handle(), NULL));
    }
    CHECK("vhdxfile and somebody's machine" == read(ground.at("real.vhdx")));
    const std::string page(4096, '\0');
    for (const auto& [content, code] : {std::pair(page.substr(1) + "x", HR(0x80070032)), std::pair(page.substr(1), S_OK_)}) {
        write(ground.at("blank.vhdx"), content); /* what is not all zeros as far as the header goes is somebody's */
        const Disk disk(ground.at("blank.vhdx"));
        CHECK_EQUAL(code, HcsFormatWritableLayerVhd(disk.handle()));
    }
    CHECK_EQUAL(page.size(), read(ground.at("blank.vhdx")).size());
#ifndef _WIN32
    for (const int mode : {O_RDONLY, O_WRONLY}) { /* a handle that was opened for something else is no right */
        const int limited = open(ground.at("blank.vhdx").c_str(), mode | O_CLOEXEC);
        CHECK_EQUAL(HR(0x80070005), HcsFormatWritableLayerVhd(reinterpret_cast<HANDLE>(intptr_t{limited})));
        close(limited);
    }
    const Disk renamed(ground.at("blank.vhdx"));
    HRESULT told = S_OK_;
    fs::remove(ground.at("blank.vhdx"));
    mount_path(renamed, &told);
    CHECK_EQUAL(HR(0x80070002), told);
    write(ground.at("blank.vhdx"), "another one");
    CHECK_EQUAL(HR(0x80070002), HcsFormatWritableLayerVhd(renamed.handle()));
    for (const intptr_t none : {intptr_t{-1}, intptr_t{1'000'000}})
        CHECK_EQUAL(HR(0x80070006), HcsFormatWritableLayerVhd(reinterpret_cast<HANDLE>(none)));
#endif
    PWSTR text = NULL;
    CHECK_EQUAL(kInvalidArgument_, HcsFormatWritableLayerVhd(NULL));
    CHECK_EQUAL(kInvalidArgument_, HcsGetLayerVhdMountPath(NULL, &text));
    stream read_end = NO_STREAM, write_end = NO_STREAM;
    CHECK(make_pipe(&read_end, &write_end));
    CHECK_EQUAL(HR(0x80070006), HcsFormatWritableLayerVhd(reinterpret_cast<HANDLE>(write_end)));
    stream_close(read_end);
    stream_close(write_end);
}

TEST(a_folder_with_a_disk_of_somebody_else_is_not_destroyed, "nothing foreign may go with a layer") {
    Ground ground;
    write(ground.at("f/sandbox.vhdx"), "vhdxfile");
    CHECK_EQUAL(HR(0x80370112), destroy(ground.at("f")));
    write(ground.at("g/sandbox.vhdx"), "");
    {
        const Disk disk(ground.at("g/sandbox.vhdx"));
        CHECK_EQUAL(S_OK_, HcsFormatWritableLayerVhd(disk.handle()));
    }
    for (const char* foreign : {"thesis.txt", "x", "x.mount/x", "sandbox.vhdy.mount/x", ".mount/x", "sandbox.vhdx.mounts/x"}) {
        write(ground.at("g/") + foreign, "years of work");
        CHECK_EQUAL(HR(0x80370112), destroy(ground.at("g")));
        CHECK("years of work" == read(ground.at("g/") + foreign));
        fs::remove_all(ground.at("g/") + std::string(foreign).substr(0, std::string(foreign).find('/')));
    }
    HRESULT code = S_OK_;
    {
        const Disk disk(ground.at("g/sandbox.vhdx"));
        mount_path(disk, &code); /* asked for, and no writable layer yet */
        CHECK_EQUAL(S_OK_, code);
    }
    for (const char* own : {"layerchain.json", "hcsffi-marker.json"}) write(ground.at("g/") + own, "{}");
    CHECK_EQUAL(S_OK_, destroy(ground.at("g")));
    CHECK(!fs::exists(ground.at("g")));
}

VIEW_TEST(the_older_pair_has_a_folder_beside_the_mount, "HcsInitializeLegacyWritableLayer and HcsExportLegacyWritableLayer") {
    Ground ground;
    const std::string layer = base(ground);
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("")));
    const std::string folder = ground.at("folder"), view = ground.view("folder/mounted"), out = ground.at("out");
    fs::create_directories(out);
    const std::u16string mount = wide(view), outside = wide(folder), parents = wide(chain({layer})), target = wide(out);
    const auto give_out = [&] {
        return HcsExportLegacyWritableLayer((PCWSTR)mount.c_str(), (PCWSTR)outside.c_str(), (PCWSTR)target.c_str(),
                                            (PCWSTR)parents.c_str());
    };
    CHECK_EQUAL(HR(0x80370112), give_out());
    CHECK_EQUAL(S_OK_, HcsInitializeLegacyWritableLayer((PCWSTR)mount.c_str(), (PCWSTR)outside.c_str(), (PCWSTR)parents.c_str(), W("")));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    write(view + "/mine", "1");
    CHECK_EQUAL(S_OK_, give_out());
    CHECK("1" == read(out + "/Files/mine"));
    CHECK(!fs::exists(out + "/Files/readme"));
    CHECK_EQUAL(HR(0x80370112), import(ground.at("above"), out, {folder}));
    CHECK_EQUAL(S_OK_, detach(view));
    CHECK_EQUAL(S_OK_, destroy(view));
    CHECK_EQUAL(S_OK_, destroy(folder));
}

VIEW_TEST(the_older_pair_takes_one_folder_for_both, "and a folder that holds what is no writable layer's for neither") {
    Ground ground;
    const std::string layer = base(ground), view = ground.view("p"), folder = ground.at("folder"), out = ground.at("out");
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("")));
    for (const std::string& made : {out, folder + "/mounted"}) fs::create_directories(made);
    const auto make = [&](const std::string& mount, const std::string& beside, const std::vector<std::string>& parents) {
        return HcsInitializeLegacyWritableLayer((PCWSTR)wide(mount).c_str(), (PCWSTR)wide(beside).c_str(),
                                                (PCWSTR)wide(chain(parents)).c_str(), W(""));
    };
    CHECK_EQUAL(HR(0x80070057), make(view, view, {}));
    CHECK_EQUAL(HR(0x80070003), make(view, view, {ground.at("none")}));
    CHECK(fs::is_empty(view));
    CHECK_EQUAL(S_OK_, make(view, view, {layer}));
    CHECK_EQUAL(S_OK_, attach(view, {layer}));
    write(view + "/mine", "1");
    CHECK_EQUAL(S_OK_, HcsExportLegacyWritableLayer((PCWSTR)wide(view).c_str(), (PCWSTR)wide(view).c_str(), (PCWSTR)wide(out).c_str(),
                                                    (PCWSTR)wide(chain({layer})).c_str()));
    CHECK("1" == read(out + "/Files/mine"));
    CHECK_EQUAL(S_OK_, detach(view));
    write(folder + "/foreign", "x");
    CHECK_EQUAL(HR(0x80070091), make(folder + "/mounted", folder, {layer}));
    CHECK(fs::is_empty(folder + "/mounted"));
    fs::remove(folder + "/foreign");
    write(folder + "/sandbox.vhdx", "x");
    CHECK_EQUAL(S_OK_, make(folder + "/mounted", folder, {layer}));
    CHECK_EQUAL(HR(0x800700B7), make(folder + "/mounted", folder, {layer}));
    fs::create_directories(layer + "/mounted");
    CHECK_EQUAL(HR(0x800700B7), make(layer + "/mounted", layer, {layer}));
}

VIEW_TEST(the_overlay_filter_takes_one_layer_by_its_files, "E-25, and only where the build has it (E-17)") {
    Ground ground;
    const std::string layer = base(ground), volume = ground.view("volume");
    CHECK_EQUAL(S_OK_, set_up(layer, NULL, W("")));
    CHECK_EQUAL(kInvalidArgument_, filter(true, volume, filtered(layer, "UnionFS")));
    CHECK_EQUAL(kInvalidArgument_, filter(true, volume, filtered(layer + "/Files", "Mirror")));
    CHECK_EQUAL(kInvalidArgument_, filter(true, volume, "{\"SchemaVersion\":{},\"FilterType\":\"UnionFS\"}"));
    const auto two = [&](const std::string& other) {
        return "{\"FilterType\":\"WCIFS\",\"Layers\":[{\"Id\":\"00000000-0000-4000-8000-000000000000\",\"Path\":\"" + layer +
               "/Files\"},{\"Id\":\"00000000-0000-4000-8000-000000000001\",\"Path\":\"" + other + "\"}]}";
    };
    CHECK_EQUAL(kInvalidArgument_, filter(true, volume, two(ground.at("l/Files"))));
    for (const char* wrong : {"Files", "/Files", "/", "//", "/x/myFiles", "/x/Files/y", "/x/files"})
        CHECK_EQUAL(kInvalidArgument_, filter(true, volume, filtered(wrong, "WCIFS")));
    for (const char* none : {"x/Files", "/none/Files", "/none/Files//"})
        CHECK_EQUAL(HR(0x80070003), filter(true, volume, filtered(none, "WCIFS")));
    CHECK(fs::is_empty(volume));
    CHECK_EQUAL(S_OK_, filter(true, volume, filtered(layer + "/Files", "UnionFS")));
    CHECK("of the base" == read(volume + "/readme"));
    CHECK_EQUAL(HR(0x80370105), filter(true, volume, filtered(layer + "/Files", "UnionFS")));
    CHECK_EQUAL(kInvalidArgument_, filter(false, volume, "{}"));
    CHECK_EQUAL(S_OK_, filter(false, volume, "{\"SchemaVersion\":{},\"FilterType\":\"UnionFS\"}"));
    CHECK(!fs::exists(volume + "/readme"));
    CHECK_EQUAL(S_OK_, filter(true, volume, filtered(layer + "//Files//", "WCIFS")));
    CHECK("of the base" == read(volume + "/readme"));
    CHECK_EQUAL(S_OK_, filter(false, volume, "{\"FilterType\":\"WCIFS\"}"));
    CHECK_EQUAL(HR(0x80370105), filter(false, volume, "{\"SchemaVersion\":{},\"FilterType\":\"UnionFS\"}"));
    CHECK_EQUAL(S_OK_, configure(W("{\"WindowsBuild\":20348}")));
    CHECK_EQUAL(HR(0x8007007F), filter(true, volume, filtered(layer + "/Files", "UnionFS")));
}

TEST(a_fault_is_answered_before_anything_is_touched, "clients test their recovery with it") {
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, configure(W("{\"Faults\":[{\"Function\":\"HcsImportLayer\",\"HResult\":\"0x80070070\",\"Skip\":1},"
                                   "{\"Function\":\"HcsDestroyLayer\",\"HResult\":\"0x80070020\"}]}")));
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    CHECK_EQUAL(HR(0x80070070), import(ground.at("m"), ground.at("s"), {}));
    CHECK(!fs::exists(ground.at("m")));
    CHECK_EQUAL(S_OK_, import(ground.at("m"), ground.at("s"), {}));
    CHECK_EQUAL(HR(0x80070020), destroy(ground.at("l")));
    CHECK(fs::exists(ground.at("l/Files/x")));
    CHECK_EQUAL(S_OK_, destroy(ground.at("l")));
    CHECK_EQUAL(S_OK_, configure(W("{\"MissingFunctions\":[\"HcsImportLayer\"]}")));
    CHECK_EQUAL(HR(0x8007007F), import(ground.at("n"), ground.at("s"), {}));
}

TEST(a_container_stands_on_layers_only, "B-15: what is no layer is E_INVALIDARG in Construct, and a layer is taken") {
    Ground ground;
    write(ground.at("s/Files/x"), "x");
    CHECK_EQUAL(S_OK_, import(ground.at("l"), ground.at("s"), {}));
    for (const auto& [path, expected] : {std::pair(ground.at("s"), kInvalidArgument_), std::pair(ground.at("l"), S_OK_)}) {
        const std::string text =
            "{\"Container\":{\"Storage\":{\"Layers\":[{\"Id\":\"1a3348c8-c43b-5c1a-83f4-4bbff0d32f39\",\"Path\":\"" + path + "\"}]}}}";
        HCS_SYSTEM system = NULL;
        CHECK_EQUAL(expected, create(W("on-layers"), (PCWSTR)wide(text).c_str(), &system).completed);
        discard(system);
    }
}
