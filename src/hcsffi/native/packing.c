/* A small file costs six calls of the system, and what Python spends around them takes ten times as long. So what most files are - one
 * name, no attributes of its own, no holes - is packed here, and every other one is left to Python, which knows all cases. Both write the
 * same bytes, which tests compare: a rule of headers that changes in entry.py changes here.
 *
 * A file is looked at before it is opened, since opening a device can do something, and again by its descriptor: the header says what the
 * descriptor says, whatever has taken the name meanwhile.
 */
#if defined(__linux__)
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#endif
#include "packing.h"

#if defined(_WIN32) || !defined(__linux__)

uint32_t hcsffi_pack_files(struct hcsffi_packing *packing) {
    packing->packed = 0;
    packing->names_used = packing->used = packing->content = 0;
    return HCSFFI_PACKED_OTHER;
}

#else
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define BLOCK 512u
#define NAME 100u
#define LEAF 80u /* of the name in an extended header's own header */
#define OCTAL_8 07777777u
#define OCTAL_12 077777777777
#define LONGEST 4096u /* of the name in the archive; the rest is Python's */
#define RECORDS 8192u /* of the extended records of one entry: a time and a name */
#define ATTRIBUTES 512u /* of the names of a file's attributes */
#define NANOSECONDS 9

/* One file's header, as text or numbers. */
struct entry {
    const char *name;
    size_t length;
    unsigned mode;
    unsigned owner;
    unsigned group;
    uint64_t size;
    uint64_t seconds;
    char kind;
};

static uint64_t padding(uint64_t size) { return (BLOCK - size % BLOCK) % BLOCK; }

/* `digits` octal digits; what stands behind them is the caller's. */
static void put_octal(char *field, unsigned digits, uint64_t value) {
    while (digits) {
        field[--digits] = (char)('0' + (value & 7));
        value >>= 3;
    }
}

static void put_block(char *block, const struct entry *entry) {
    unsigned sum = 0;
    memset(block, 0, BLOCK);
    memcpy(block, entry->name, entry->length);
    put_octal(block + 100, 7, entry->mode);
    put_octal(block + 108, 7, entry->owner);
    put_octal(block + 116, 7, entry->group);
    put_octal(block + 124, 11, entry->size);
    put_octal(block + 136, 11, entry->seconds);
    memset(block + 148, ' ', 8);
    block[156] = entry->kind;
    memcpy(block + 257, "ustar\00000", 8);
    put_octal(block + 329, 7, 0);
    put_octal(block + 337, 7, 0);
    for (unsigned at = 0; at < BLOCK; at++) sum += (unsigned char)block[at];
    put_octal(block + 148, 6, sum);
    block[154] = '\0';
}

static unsigned digits_of(size_t number) {
    unsigned found = 1;
    while (number >= 10) {
        number /= 10;
        found++;
    }
    return found;
}

/* One extended record, whose length counts itself; returns where the next one goes. */
static char *put_record(char *at, const char *key, const char *value, size_t length) {
    size_t rest = 1 + strlen(key) + 1 + length + 1;
    size_t whole = rest + digits_of(rest);
    if (digits_of(whole) != digits_of(rest)) whole++;
    at += sprintf(at, "%zu %s=", whole, key);
    memcpy(at, value, length);
    at[length] = '\n';
    return at + length + 1;
}

static int is_plain(const char *name, size_t length) {
    if (length > NAME) return 0;
    for (size_t at = 0; at < length; at++) {
        if ((unsigned char)name[at] >= 0x80) return 0;
    }
    return 1;
}

/* Headers of a file, extended records before the block where it cannot hold all; returns how many bytes, 0 where the room is too small. */
static size_t put_headers(char *room, uint64_t size, const struct entry *file, long fraction) {
    char records[RECORDS];
    char short_name[NAME];
    char extended_name[NAME] = "PaxHeaders.0/";
    char *end = records;
    struct entry entry = *file;
    if (fraction) {
        char text[48];
        size_t length = (size_t)sprintf(text, "%llu.%0*ld", (unsigned long long)file->seconds, NANOSECONDS, fraction);
        while (text[length - 1] == '0') length--;
        end = put_record(end, "mtime", text, length);
    }
    if (!is_plain(file->name, file->length)) {
        end = put_record(end, "path", file->name, file->length);
        entry.length = file->length < NAME ? file->length : NAME;
        memcpy(short_name, file->name + file->length - entry.length, entry.length);
        for (size_t at = 0; at < entry.length; at++) {
            if ((unsigned char)short_name[at] >= 0x80) short_name[at] = '_';
        }
        entry.name = short_name;
    }
    if (end == records) {
        if (size < BLOCK) return 0;
        put_block(room, &entry);
        return BLOCK;
    }
    size_t content = (size_t)(end - records);
    size_t filled = content + (size_t)padding(content);
    if (size < BLOCK + filled + BLOCK) return 0;
    size_t leaf = entry.length;
    while (leaf && entry.name[leaf - 1] != '/') leaf--;
    size_t kept = entry.length - leaf < LEAF ? entry.length - leaf : LEAF;
    size_t prefix = strlen(extended_name);
    memcpy(extended_name + prefix, entry.name + leaf, kept);
    struct entry extended = {extended_name, prefix + kept, 0644, 0, 0, content, 0, 'x'};
    put_block(room, &extended);
    memcpy(room + BLOCK, records, content);
    memset(room + BLOCK + content, 0, filled - content);
    put_block(room + BLOCK + filled, &entry);
    return BLOCK + filled + BLOCK;
}

/* Whether a file has attributes that Python has to judge. */
static int has_attributes(int file) {
    char names[ATTRIBUTES];
    ssize_t length = flistxattr(file, names, sizeof names);
    if (length < 0) return errno == ERANGE;
    for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
        if (strcmp(names + at, "security.capability") == 0 || strncmp(names + at, "user.", 5) == 0) return 1;
    }
    return 0;
}

/* Read the whole of a file; 0, or why the call ends. */
static uint32_t read_all(int file, char *to, uint64_t size) {
    while (size) {
        ssize_t taken = read(file, to, size);
        if (taken == 0) return HCSFFI_PACKED_SHORT;
        if (taken < 0 && errno != EINTR) return HCSFFI_PACKED_OTHER;
        if (taken > 0) {
            to += taken;
            size -= (uint64_t)taken;
        }
    }
    return HCSFFI_PACKED_ALL;
}

static int is_ordinary(const struct hcsffi_packing *packing, const struct stat *found) {
    if (!S_ISREG(found->st_mode) || found->st_nlink != 1 || found->st_size < 0) return 0;
    if ((uint64_t)found->st_size > packing->largest || (uint64_t)found->st_blocks * BLOCK < (uint64_t)found->st_size) return 0;
    if (found->st_uid != packing->owner && found->st_uid > OCTAL_8) return 0;
    if (found->st_gid != packing->group && found->st_gid > OCTAL_8) return 0;
    return found->st_mtim.tv_sec >= 0 && (uint64_t)found->st_mtim.tv_sec <= OCTAL_12;
}

/* Pack an open file; 0, or why the call ends. */
static uint32_t pack_open(struct hcsffi_packing *packing, int file, const char *name, size_t length) {
    struct stat found;
    if (fstat(file, &found) != 0 || !is_ordinary(packing, &found) || has_attributes(file)) return HCSFFI_PACKED_OTHER;
    struct entry entry = {
        .name = name,
        .length = length,
        .mode = found.st_mode & 07777,
        .owner = found.st_uid == packing->owner ? 0 : found.st_uid,
        .group = found.st_gid == packing->group ? 0 : found.st_gid,
        .size = (uint64_t)found.st_size,
        .seconds = (uint64_t)found.st_mtim.tv_sec,
        .kind = '0',
    };
    char *room = packing->room + packing->used;
    uint64_t left = packing->size - packing->used;
    uint64_t filled = entry.size + padding(entry.size);
    size_t headers = put_headers(room, left, &entry, found.st_mtim.tv_nsec);
    if (!headers || left - headers < filled) return packing->packed ? HCSFFI_PACKED_FULL : HCSFFI_PACKED_OTHER;
    uint32_t ended = read_all(file, room + headers, entry.size);
    if (ended) return ended;
    memset(room + headers + entry.size, 0, filled - entry.size);
    packing->used += headers + filled;
    packing->content += entry.size;
    return HCSFFI_PACKED_ALL;
}

static uint32_t pack_one(struct hcsffi_packing *packing, const char *leaf, const char *name, size_t length) {
    struct stat found;
    if (fstatat(packing->folder, leaf, &found, AT_SYMLINK_NOFOLLOW) != 0 || !is_ordinary(packing, &found)) return HCSFFI_PACKED_OTHER;
    int file = openat(packing->folder, leaf, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) return HCSFFI_PACKED_OTHER;
    uint32_t ended = pack_open(packing, file, name, length);
    close(file);
    return ended;
}

uint32_t hcsffi_pack_files(struct hcsffi_packing *packing) {
    char name[LONGEST];
    size_t prefix = strlen(packing->path);
    packing->packed = 0;
    packing->names_used = packing->used = packing->content = 0;
    if (prefix + 1 >= sizeof name) return HCSFFI_PACKED_OTHER;
    memcpy(name, packing->path, prefix);
    name[prefix] = '/';
    while (packing->packed < packing->count) {
        const char *leaf = packing->names + packing->names_used;
        size_t length = strlen(leaf);
        if (prefix + 1 + length > sizeof name) return HCSFFI_PACKED_OTHER;
        memcpy(name + prefix + 1, leaf, length);
        uint32_t ended = pack_one(packing, leaf, name, prefix + 1 + length);
        if (ended) return ended;
        packing->packed++;
        packing->names_used += length + 1;
    }
    return HCSFFI_PACKED_ALL;
}

#endif
