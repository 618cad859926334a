/* Many small files of one folder as entries of an archive, in one call: what a layer's export is mostly made of. */
#ifndef HCSFFI_PACKING_H
#define HCSFFI_PACKING_H
#include <stdint.h>

/* Why a call ended: every name is packed; the next file does not fit any more; the next name is no small, ordinary file, or cannot be read,
 * and is the caller's to look at; the next file has become shorter while it was read. */
#define HCSFFI_PACKED_ALL 0
#define HCSFFI_PACKED_FULL 1
#define HCSFFI_PACKED_OTHER 2
#define HCSFFI_PACKED_SHORT 3

/* Above: what is asked. Below: what came of it. */
struct hcsffi_packing {
    int32_t folder;      /* a descriptor */
    uint32_t owner;      /* the user and the group that an archive calls 0 */
    uint32_t group;
    uint32_t count;      /* of names */
    const char *names;   /* one behind another, each with its NUL */
    const char *path;    /* the folder's name in the archive */
    char *room;
    uint64_t size;       /* of the room */
    uint64_t largest;    /* bytes of a file that is still a small one */

    uint32_t packed;     /* how many of the names */
    uint64_t names_used; /* their bytes */
    uint64_t used;       /* bytes of the room */
    uint64_t content;    /* bytes of the files */
};

/* Write header, content and zeroes to the next block for one name after another, just as entry.py does; names are opened below the
 * folder and never followed. Off Linux no name is an ordinary file.
 * threads: any, one at a time per room; GIL: not needed; blocks: as the file system does; errors: what it returns, one of the above. */
uint32_t hcsffi_pack_files(struct hcsffi_packing *packing);
#endif
