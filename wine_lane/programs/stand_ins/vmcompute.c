/* What the library asks vmcompute.dll for: the id by which the service knows a layer of that name. The rule is not public; these are ids
 * that Windows has given and people have published (E-4 of the facts: buildkit issue 5668). For tests/windows in the Wine lane alone. */
#include <windows.h>

#include <wchar.h>

static const struct {
    const wchar_t *name;
    GUID id;
} published[] = {
    {L"98", {0x1a3348c8, 0xc43b, 0x5c1a, {0x83, 0xf4, 0x4b, 0xbf, 0xf0, 0xd3, 0x2f, 0x39}}},
    {L"90", {0x9caf22d5, 0xd18a, 0x59e5, {0xaf, 0xd8, 0xa5, 0xe3, 0x87, 0x0a, 0x1f, 0xee}}},
};

__declspec(dllexport) HRESULT WINAPI NameToGuid(const wchar_t *name, GUID *id) {
    if (!name || !id) return E_POINTER;
    for (size_t at = 0; at < sizeof published / sizeof *published; at++) {
        if (wcscmp(name, published[at].name) != 0) continue;
        *id = published[at].id;
        return S_OK;
    }
    return E_INVALIDARG;
}
