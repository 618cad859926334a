/* The one place that knows which function frees a string.
 *
 * computecore.dll and computestorage.dll document LocalFree, computenetwork.dll documents CoTaskMemFree. The embedded host exports a pair
 * of its own and counts a string freed by the wrong one.
 */
#include "text.h"

#include <string.h>

#include "functions.h"
#include "loading.h"
#include "platform.h"

/* Eight ASCII bytes at a time: documents are almost all ASCII, and this loop is where their time goes. */
static size_t widen_ascii(const unsigned char *text, size_t length, WCHAR *wide) {
    size_t done = 0;
    while (length - done >= 8) {
        uint64_t eight;
        memcpy(&eight, text + done, 8);
        if (eight & UINT64_C(0x8080808080808080)) break;
        for (int i = 0; i < 8; i++) wide[done + i] = text[done + i];
        done += 8;
    }
    while (done < length && text[done] < 0x80) {
        wide[done] = text[done];
        done++;
    }
    return done;
}

/* Decode one sequence of two to four bytes; 0 when it is malformed, overlong, a surrogate or above U+10FFFF. */
static size_t decode_sequence(const unsigned char *text, size_t length, uint32_t *point) {
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = text[0];
    size_t size = lead >= 0xF0 && lead <= 0xF4 ? 4 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xE0) == 0xC0 ? 2 : 0;
    if (size == 0 || size > length) return 0;
    uint32_t value = lead & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (text[i] & 0x3Fu);
    }
    if (value < smallest[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
    *point = value;
    return size;
}

uint32_t hcsffi_text_check(const char *text, size_t length, size_t *place) {
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t read = 0; read < length;) {
        uint64_t eight;
        if (length - read >= 8 && (memcpy(&eight, bytes + read, 8), !(eight & UINT64_C(0x8080808080808080)))) {
            read += 8;
            continue;
        }
        uint32_t point = bytes[read];
        size_t size = point < 0x80 ? 1 : decode_sequence(bytes + read, length - read, &point);
        if (size == 0) {
            *place = read;
            return HCSFFI_TEXT_MALFORMED;
        }
        read += size;
    }
    return HCSFFI_TEXT_FITS;
}

uint32_t hcsffi_text_widen(const char *text, size_t length, WCHAR **wide, size_t *place) {
    const unsigned char *bytes = (const unsigned char *)text;
    WCHAR *out = malloc((length + 1) * sizeof(WCHAR));
    *wide = NULL;
    if (out == NULL) return HCSFFI_TEXT_NO_MEMORY;
    size_t units = widen_ascii(bytes, length, out);
    for (size_t read = units; read < length;) {
        uint32_t point = bytes[read];
        size_t size = point < 0x80 ? 1 : decode_sequence(bytes + read, length - read, &point);
        if (size == 0) {
            *place = read;
            free(out);
            return HCSFFI_TEXT_MALFORMED;
        }
        if (point >= 0x10000) {
            out[units++] = (WCHAR)(0xD800 + ((point - 0x10000) >> 10));
            point = 0xDC00 + ((point - 0x10000) & 0x3FF);
        }
        out[units++] = (WCHAR)point;
        read += size;
    }
    out[units] = 0;
    *wide = out;
    return HCSFFI_TEXT_FITS;
}

static size_t encode_point(uint32_t point, char *out) {
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

/* How many units there are before the NUL; `bits` gets every bit that is set in any of them. Four at a time, and none after the NUL is
 * read: the string may end where the memory ends. */
static size_t measure(const WCHAR *wide, unsigned *bits) {
    const WCHAR *unit = wide;
    unsigned found = 0;
    for (; unit[0] && unit[1] && unit[2] && unit[3]; unit += 4) found |= (unsigned)(unit[0] | unit[1] | unit[2] | unit[3]);
    for (; *unit; unit++) found |= *unit;
    *bits = found;
    return (size_t)(unit - wide);
}

/* Eight units at a time, as `widen_ascii`. */
static void narrow_ascii(const WCHAR *wide, size_t units, char *out) {
    size_t done = 0;
    for (; units - done >= 8; done += 8) {
        uint64_t low;
        uint64_t high;
        memcpy(&low, wide + done, 8);
        memcpy(&high, wide + done + 4, 8);
        low = (low | low >> 8) & UINT64_C(0x0000FFFF0000FFFF);
        high = (high | high >> 8) & UINT64_C(0x0000FFFF0000FFFF);
        low = (low | low >> 16) & UINT64_C(0xFFFFFFFF);
        high = (high | high >> 16) << 32;
        low |= high;
        memcpy(out + done, &low, 8);
    }
    for (; done < units; done++) out[done] = (char)wide[done];
}

static char *narrow_into(char *room, size_t size, const WCHAR *wide, uint32_t *length) {
    unsigned bits;
    size_t units = measure(wide, &bits);
    int ascii = bits < 0x80;
    /* Three bytes a unit is the most: a pair of surrogates takes four for two. */
    size_t most = ascii ? units : units * 3;
    char *out = most < size ? room : most < UINT32_MAX ? malloc(most + 1) : NULL;
    if (out == NULL) return NULL;
    size_t written = 0;
    if (ascii) {
        narrow_ascii(wide, units, out);
        written = units;
    } else {
        for (size_t i = 0; i < units; i++) {
            uint32_t point = wide[i];
            if (point >= 0xD800 && point <= 0xDFFF) {
                int paired = point <= 0xDBFF && wide[i + 1] >= 0xDC00 && wide[i + 1] <= 0xDFFF;
                point = paired ? 0x10000 + ((point - 0xD800) << 10) + (wide[i + 1] - 0xDC00u) : 0xFFFD;
                i += (size_t)paired;
            }
            written += encode_point(point, out + written);
        }
    }
    out[written] = 0;
    *length = (uint32_t)written;
    return out;
}

char *hcsffi_text_narrow(const WCHAR *wide, uint32_t *length) { return narrow_into(NULL, 0, wide, length); }

static void release(uint32_t library, WCHAR *wide) {
    int network = library == HCSFFI_COMPUTENETWORK;
    void (*host_release)(void *) = network ? hcsffi_functions.hcsffi_co_task_mem_free : hcsffi_functions.hcsffi_local_free;
    if (host_release) host_release(wide);
    else hcsffi_system_free(network, wide);
}

char *hcsffi_text_take_into(char *room, size_t size, uint32_t library, WCHAR *wide, uint32_t *length) {
    *length = 0;
    if (wide == NULL) return NULL;
    char *text = narrow_into(room, size, wide, length);
    release(library, wide);
    return text;
}

char *hcsffi_text_take(uint32_t library, WCHAR *wide, uint32_t *length) { return hcsffi_text_take_into(NULL, 0, library, wide, length); }

void hcsffi_text_drop(void *text) { free(text); }
