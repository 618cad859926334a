/* One whole life of layers through the plain C ABI: a base and a layer on it imported, a writable layer initialised, attached, written in,
 * exported, detached, attached again, and all of them destroyed; once with views that are copied and, where the caller may, once with
 * overlays (living.h).
 *
 * Everything lies in the working directory. The storage functions answer codes alone, so "something unexpected" is never a reason. What a
 * refused or killed call leaves half done is finished by the next one that succeeds: then nothing may be left. */
#define _GNU_SOURCE /* nftw */
#include "living.h"

#define HcsImportLayer(...) IN_HOST(HcsImportLayer(__VA_ARGS__))
#define HcsExportLayer(...) IN_HOST(HcsExportLayer(__VA_ARGS__))
#define HcsDestroyLayer(...) IN_HOST(HcsDestroyLayer(__VA_ARGS__))
#define HcsInitializeWritableLayer(...) IN_HOST(HcsInitializeWritableLayer(__VA_ARGS__))
#define HcsAttachLayerStorageFilter(...) IN_HOST(HcsAttachLayerStorageFilter(__VA_ARGS__))
#define HcsDetachLayerStorageFilter(...) IN_HOST(HcsDetachLayerStorageFilter(__VA_ARGS__))
#define hcsffi_configure(...) IN_HOST(hcsffi_configure(__VA_ARGS__))
#define hcsffi_counters(...) IN_HOST(hcsffi_counters(__VA_ARGS__))
#define hcsffi_local_free(...) IN_HOST_SILENT(hcsffi_local_free(__VA_ARGS__))
#define hcsffi_shutdown(...) IN_HOST(hcsffi_shutdown(__VA_ARGS__))
#include "hcs_client.h"

#include <ftw.h>
#include <limits.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

static bool went(const char *step, HRESULT code) { return told(step, code, NULL); }

/* ---- paths, documents, files: the client's own ---- */

static char root[PATH_MAX];

/* Valid until seven more were asked for. */
static const char *at(const char *name) {
    static char kept[8][PATH_MAX + 64];
    static unsigned next;
    char *path = kept[next++ % 8];
    snprintf(path, sizeof kept[0], "%s/%s", root, name);
    return path;
}

static const char *chain(bool with_second) {
    static char document[4 * PATH_MAX];
    char second[PATH_MAX + 128] = "";
    if (with_second) snprintf(second, sizeof second, "{\"Id\":\"00000000-0000-4000-8000-000000000002\",\"Path\":\"%s\"},", at("second"));
    snprintf(document, sizeof document,
             "{\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"Layers\":[%s{\"Id\":\"00000000-0000-4000-8000-000000000001\","
             "\"Path\":\"%s\"}]}",
             second, at("base"));
    return document;
}

static void write_file(const char *name, const char *text) {
    FILE *file = fopen(at(name), "w");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) fault("the client cannot write %s: %s", name, strerror(errno));
}

static bool holds(const char *name, const char *text) {
    char found[4096] = "";
    FILE *file = fopen(at(name), "r");
    if (!file) return false;
    const size_t length = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    found[length] = '\0';
    return strstr(found, text) != NULL;
}

static bool exists(const char *name) { return access(at(name), F_OK) == 0; }

static int remove_one(const char *path, const struct stat *told_of, int kind, struct FTW *place) {
    (void)told_of;
    (void)kind;
    (void)place;
    return remove(path);
}

static void remove_all(const char *name) {
    if (exists(name) && nftw(at(name), remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0)
        fault("the client cannot remove %s: %s", name, strerror(errno));
}

static bool has_attributes; /* whether the file system here keeps attributes of users */

static void lay_sources(void) {
    static const char *const folders[] = {"source", "source/Files", "source/Files/folder", "more", "more/Files", "more/Files/folder",
                                          "work"};
    for (size_t each = 0; each < sizeof folders / sizeof *folders; ++each) mkdir(at(folders[each]), 0755);
    write_file("source/Files/kept.txt", "from the base");
    write_file("source/Files/folder/unwanted.txt", "x");
    write_file("source/Files/folder/gone.txt", "y");
    write_file("source/Files/two.txt", "two names");
    if (link(at("source/Files/two.txt"), at("source/Files/names.txt")) != 0 && errno != EEXIST) fault("the client cannot link");
    if (symlink("kept.txt", at("source/Files/link")) != 0 && errno != EEXIST) fault("the client cannot link");
    has_attributes = setxattr(at("source/Files/kept.txt"), "user.life", "a", 1, 0) == 0;
    write_file("more/Files/upper.txt", "from the second");
    write_file("more/tombstones.txt", "\xEF\xBB\xBFVersion 1.0\n\\folder\\gone.txt\n");
}

static bool has_attribute(const char *name) {
    char value[4];
    return !has_attributes || getxattr(at(name), "user.life", value, sizeof value) == 1;
}

/* ---- steps ---- */

static bool import(const char *layer, const char *source, bool on_base) {
    char step[64];
    snprintf(step, sizeof step, "import of %s", layer);
    const char *none = "{\"SchemaVersion\":{\"Major\":2,\"Minor\":1}}";
    return went(step, HcsImportLayer(wide(at(layer)), wide(at(source)), wide(on_base ? chain(false) : none)));
}

static bool attach(const char *step) { return went(step, HcsAttachLayerStorageFilter(wide(at("work")), wide(chain(true)))); }

static bool detach(const char *step) { return went(step, HcsDetachLayerStorageFilter(wide(at("work")))); }

static void expect_view(bool again) {
    if (!holds("work/kept.txt", "from the base") || !holds("work/upper.txt", "from the second")) fault("the view lacks a parent's file");
    if (!has_attribute("work/kept.txt")) fault("the view lacks an attribute of a parent's file");
    if (exists("work/folder/gone.txt")) fault("the view has what a layer deletes");
    if (exists("work/folder/unwanted.txt") == again) fault("the view is not as it was left: unwanted.txt");
    if (exists("work/folder/written.txt") != again) fault("the view is not as it was left: written.txt");
}

static void change(void) {
    write_file("work/folder/written.txt", "new");
    write_file("work/upper.txt", "changed");
    if (has_attributes) setxattr(at("work/folder/written.txt"), "user.life", "b", 1, 0);
    if (remove(at("work/folder/unwanted.txt")) != 0) fault("the client cannot delete");
    write_file("work/upper.txt", "from the second, changed");
}

static void export_difference(void) {
    mkdir(at("difference"), 0755);
    const HRESULT code = HcsExportLayer(wide(at("work")), wide(at("difference")), wide(chain(true)), wide("{\"IsWritableLayer\":true}"));
    if (went("export", code)) {
        if (!holds("difference/Files/folder/written.txt", "new")) fault("what was written is not exported");
        if (!holds("difference/Files/upper.txt", "changed")) fault("what was changed is not exported");
        if (!holds("difference/tombstones.txt", "\\folder\\unwanted.txt")) fault("what was deleted is not exported");
        if (exists("difference/Files/kept.txt")) fault("what was not changed is exported");
        if (!has_attribute("difference/Files/folder/written.txt")) fault("an attribute of what was written is not exported");
    } else if (entries(at("difference")) != 2) {
        fault("a refused export has left something");
    }
    remove_all("difference");
}

static bool destroy(const char *layer) {
    char step[64];
    snprintf(step, sizeof step, "destroy of %s", layer);
    const bool done = went(step, HcsDestroyLayer(wide(at(layer)))) || went("once more", HcsDestroyLayer(wide(at(layer))));
    if (done && exists(layer)) fault("%s was destroyed and is there", layer);
    return done;
}

static void use_scratch(void) {
    if (!went("initialisation", HcsInitializeWritableLayer(wide(at("work")), wide(chain(true)), wide("")))) return;
    if (attach("attach")) {
        expect_view(false);
        change();
        export_difference();
        if (detach("detach") && attach("attach again")) {
            expect_view(true);
            detach("detach again");
        }
    }
    destroy("work");
}

static void live_once(void) {
    lay_sources();
    if (import("base", "source", false)) {
        if (!holds("base/Files/kept.txt", "from the base")) fault("the base is not whole");
        if (!has_attribute("base/Files/kept.txt")) fault("the base lacks an attribute");
        if (import("second", "more", true)) {
            use_scratch();
            destroy("second");
        }
        destroy("base");
    }
}

/* Whoever comes next finds what was left: half layers are imported again, a half writable layer is initialised again, and then they go. */
static void end_what_is_left(void) {
    lay_sources();
    const HRESULT detached = HcsDetachLayerStorageFilter(wide(at("work")));
    printf("detach of what is left 0x%08X\n", (unsigned)detached);
    if (HcsDestroyLayer(wide(at("work"))) < 0) {
        import("base", "source", false);
        import("second", "more", true);
        const HRESULT code = HcsInitializeWritableLayer(wide(at("work")), wide(chain(true)), wide(""));
        printf("initialisation of what is left 0x%08X\n", (unsigned)code);
        destroy("work");
    }
    static const char *const layers[] = {"second", "base"};
    for (size_t each = 0; each < sizeof layers / sizeof *layers; ++each) {
        if (!exists(layers[each]) || HcsDestroyLayer(wide(at(layers[each]))) >= 0) continue;
        import(layers[each], "source", false);
        destroy(layers[each]);
    }
    static const char *const own[] = {"difference", "source", "more"};
    for (size_t each = 0; each < sizeof own / sizeof *own; ++each) remove_all(own[each]);
    if (entries(root) != 2) fault("files are left");
    if (!nothing_is_left()) fault("objects are left");
}

static bool configure(const char *step, const char *document) {
    PWSTR refusal = NULL;
    const HRESULT code = hcsffi_configure(wide(document), &refusal);
    free(take(refusal));
    return went(step, code);
}

static void live(void) {
    if (configure("copies", "{\"LayerViews\":\"copy\"}")) live_once();
    if (geteuid() == 0 && configure("overlays", "{\"LayerViews\":\"overlay\"}")) live_once();
}

static HRESULT shut_down(void) { return hcsffi_shutdown(); }

int main(void) {
    if (!getcwd(root, sizeof root)) abort();
    return live_twice(live, end_what_is_left, shut_down);
}
