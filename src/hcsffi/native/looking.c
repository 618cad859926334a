/* A list of a thousand things is three thousand calls, and what Python spends around each would be most of the list's time. The
 * functions of all nouns have the same shapes, so they are called through their slots. */
#include "looking.h"

#include <string.h>

#include "functions.h"
#include "loading.h"
#include "platform.h"
#include "text.h"

#define ABSENT ((HRESULT)0x8007007F)

typedef HRESULT (*opener)(REFGUID, void **, PWSTR *);
typedef HRESULT (*asker)(void *, PCWSTR, PWSTR *, PWSTR *);
typedef HRESULT (*closer)(void *);

static void *slot(uint32_t function) {
    void *found;
    memcpy(&found, (const char *)&hcsffi_functions + hcsffi_function_table[function].slot, sizeof found);
    return found;
}

/* Take the answer or the record; the other one is freed. */
static void keep(struct hcsffi_look *look, PWSTR answer, PWSTR record) {
    uint32_t length;
    look->has_record = record != NULL;
    if (record && answer) hcsffi_text_drop(hcsffi_text_take(HCSFFI_COMPUTENETWORK, answer, &length));
    look->text = hcsffi_text_take(HCSFFI_COMPUTENETWORK, record ? record : answer, &look->length);
}

void hcsffi_look_at(const struct hcsffi_glance *glance, const GUID *ids, uint32_t count, const WCHAR *query, struct hcsffi_look *looks) {
    opener opens = (opener)slot(glance->opens);
    asker asks = (asker)slot(glance->asks);
    closer closes = (closer)slot(glance->closes);
    for (uint32_t place = 0; place < count; place++) {
        struct hcsffi_look *look = &looks[place];
        void *handle = NULL;
        PWSTR answer = NULL;
        PWSTR record = NULL;
        memset(look, 0, sizeof *look);
        if (hcsffi_forked || !opens || !asks || !closes) {
            look->result = ABSENT;
            continue;
        }
        look->result = opens(&ids[place], &handle, &record);
        if (look->result >= 0 && record == NULL) {
            look->asked = 1;
            look->result = asks(handle, query, &answer, &record);
        }
        keep(look, answer, record);
        if (handle) closes(handle);
    }
}
