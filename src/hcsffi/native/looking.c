/* A list of a thousand things is three thousand calls, and what Python spends around each would be most of the list's time. The
 * functions of all nouns have the same shapes, so they are called through their slots. */
#include "looking.h"

#include <string.h>

#include "functions.h"
#include "loading.h"
#include "platform.h"
#include "text.h"

#define ABSENT ((HRESULT)0x8007007F)
#define OUT_OF_MEMORY 0x8007000Eu
#define FIRST_SIZE 65536u

typedef HRESULT (*opener)(REFGUID, void **, PWSTR *);
typedef HRESULT (*asker)(void *, PCWSTR, PWSTR *, PWSTR *);
typedef HRESULT (*closer)(void *);

static void *slot(uint32_t function) {
    void *found;
    memcpy(&found, (const char *)&hcsffi_functions + hcsffi_function_table[function].slot, sizeof found);
    return found;
}

void hcsffi_looks_free(struct hcsffi_looks *looks) {
    if (looks == NULL) return;
    free(looks->results);
    free(looks->asked);
    free(looks->has_record);
    free(looks->ends);
    free(looks->arena);
    free(looks);
}

static struct hcsffi_looks *open_looks(uint32_t count) {
    struct hcsffi_looks *looks = calloc(1, sizeof *looks);
    size_t room = count ? count : 1;
    if (looks == NULL) return NULL;
    looks->results = calloc(room, sizeof *looks->results);
    looks->asked = calloc(room, 1);
    looks->has_record = calloc(room, 1);
    looks->ends = calloc(room, sizeof *looks->ends);
    looks->arena = malloc(FIRST_SIZE);
    looks->arena_size = FIRST_SIZE;
    if (looks->results && looks->asked && looks->has_record && looks->ends && looks->arena) return looks;
    hcsffi_looks_free(looks);
    return NULL;
}

/* Append a text; 0: there is no memory for it. */
static int add_text(struct hcsffi_looks *looks, uint64_t start, const char *text, uint32_t length) {
    if (start + length > looks->arena_size) {
        size_t size = looks->arena_size * 2 > start + length ? looks->arena_size * 2 : (size_t)start + length;
        char *grown = realloc(looks->arena, size);
        if (grown == NULL) return 0;
        looks->arena = grown;
        looks->arena_size = size;
    }
    if (length) memcpy(looks->arena + start, text, length);
    return 1;
}

/* Keep the answer or the record of a look; the other one is freed. */
static void keep(struct hcsffi_looks *looks, HRESULT result, PWSTR answer, PWSTR record) {
    uint32_t place = looks->count++;
    uint64_t start = place ? looks->ends[place - 1] : 0;
    uint32_t length = 0;
    if (record && answer) hcsffi_text_drop(hcsffi_text_take(HCSFFI_COMPUTENETWORK, answer, &length));
    PWSTR wide = record ? record : answer;
    char *text = hcsffi_text_take(HCSFFI_COMPUTENETWORK, wide, &length);
    if (text == NULL) length = 0;
    looks->has_record[place] = record != NULL;
    looks->results[place] = (uint32_t)result;
    looks->ends[place] = start;
    if ((wide && text == NULL) || !add_text(looks, start, text, length)) looks->results[place] = OUT_OF_MEMORY;
    else looks->ends[place] += length;
    looks->special += result < 0 || record != NULL || looks->results[place] == OUT_OF_MEMORY;
    hcsffi_text_drop(text);
}

struct hcsffi_looks *hcsffi_look_at(const struct hcsffi_glance *glance, const GUID *ids, uint32_t count, const WCHAR *query,
                                    int (*goes_on)(void *), void *asker_of) {
    opener opens = (opener)slot(glance->opens);
    asker asks = (asker)slot(glance->asks);
    closer closes = (closer)slot(glance->closes);
    struct hcsffi_looks *looks = open_looks(count);
    if (looks == NULL) return NULL;
    looks->glance = *glance;
    while (looks->count < count && goes_on(asker_of)) {
        uint32_t place = looks->count;
        void *handle = NULL;
        PWSTR answer = NULL;
        PWSTR record = NULL;
        HRESULT result = ABSENT;
        if (!hcsffi_forked && opens && asks && closes) result = opens(&ids[place], &handle, &record);
        if (result >= 0 && record == NULL) {
            looks->asked[place] = 1;
            result = asks(handle, query, &answer, &record);
        }
        keep(looks, result, answer, record);
        if (handle) closes(handle);
    }
    return looks;
}

/* ---- the ids of an enumeration ---- */

static int digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    letter |= 32;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* The GUID that 36 letters spell; 0: they spell none. */
static int read_id(const char *text, GUID *id) {
    static const int places[16] = {6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34};
    uint8_t bytes[16];
    if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return 0;
    for (int place = 0; place < 16; place++) {
        int high = digit(text[places[place]]);
        int low = digit(text[places[place] + 1]);
        if (high < 0 || low < 0) return 0;
        bytes[place] = (uint8_t)(high << 4 | low);
    }
    memcpy(id, bytes, sizeof *id);
    return 1;
}

static const char *past_space(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')) at++;
    return at;
}

uint32_t hcsffi_ids_read(const char *text, size_t length, GUID *ids, uint32_t room) {
    const char *end = text + length;
    const char *at = past_space(text, end);
    uint32_t count = 0;
    if (at == end || *at != '[') return UINT32_MAX;
    at = past_space(at + 1, end);
    while (at < end && *at == '"') {
        if (count == room || end - at < 38 || at[37] != '"' || !read_id(at + 1, &ids[count])) return UINT32_MAX;
        count++;
        at = past_space(at + 38, end);
        if (at == end || *at != ',') break;
        at = past_space(at + 1, end);
        if (at == end || *at != '"') return UINT32_MAX;
    }
    if (at == end || *at != ']' || past_space(at + 1, end) != end) return UINT32_MAX;
    return count;
}
