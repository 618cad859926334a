/* What hcsshim asks vmcompute.dll before it calls the network service: the service's version, by the one call of the first generation
 * that is left in its `hcn` package. For the Wine lane alone; the host is no vmcompute.dll. The version is that of the newest Windows
 * that hcsshim's gates name, as the host's own default is (src/hcsffi/embedded/network/feature.cpp). */
#include <objbase.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t kVersion[] = L"{\"Success\":true,\"Output\":{\"Major\":15,\"Minor\":4}}";

__declspec(dllexport) HRESULT WINAPI HNSCall(PCWSTR method, PCWSTR path, PCWSTR request, PWSTR* response) {
    (void)request;
    if (response == NULL) return E_POINTER;
    *response = NULL;
    if (wcscmp(method, L"GET") != 0 || wcscmp(path, L"/globals/version") != 0) return E_NOTIMPL;
    *response = CoTaskMemAlloc(sizeof kVersion); /* the caller frees it with CoTaskMemFree */
    if (*response == NULL) return E_OUTOFMEMORY;
    wmemcpy(*response, kVersion, sizeof kVersion / sizeof *kVersion);
    return S_OK;
}
