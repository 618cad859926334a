/* The plain C client that network.py measures against: the same calls in the same order, one after another, on the same library. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hcs_cdef.h"

#define FUNCTIONS(X)                                                                       \
    X(HRESULT, HcnCreateEndpoint, (HCN_NETWORK, REFGUID, PCWSTR, HCN_ENDPOINT *, PWSTR *)) \
    X(HRESULT, HcnOpenEndpoint, (REFGUID, HCN_ENDPOINT *, PWSTR *))                        \
    X(HRESULT, HcnQueryEndpointProperties, (HCN_ENDPOINT, PCWSTR, PWSTR *, PWSTR *))       \
    X(HRESULT, HcnDeleteEndpoint, (REFGUID, PWSTR *))                                      \
    X(HRESULT, HcnCloseEndpoint, (HCN_ENDPOINT))                                           \
    X(HRESULT, HcnEnumerateEndpoints, (PCWSTR, PWSTR *, PWSTR *))                          \
    X(HRESULT, HcnOpenNetwork, (REFGUID, HCN_NETWORK *, PWSTR *))                          \
    X(HRESULT, HcnCloseNetwork, (HCN_NETWORK))                                             \
    X(void, hcsffi_co_task_mem_free, (void *))

#define DECLARE(result, name, parameters) static result(*call_##name) parameters;
FUNCTIONS(DECLARE)

int network_client_load(const char *path) {
    void *library = dlopen(path, RTLD_NOW);
    if (!library) return -1;
#define FIND(result, name, parameters)              \
    *(void **)&call_##name = dlsym(library, #name); \
    if (!call_##name) return -1;
    FUNCTIONS(FIND)
    return 0;
}

static uint64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* Nanoseconds for `total` lives: create with an id of one's own, query twice, delete, close. 0: a call failed. */
uint64_t network_client_lives(const GUID *network, PCWSTR document, PCWSTR query, int total) {
    HCN_NETWORK held = NULL;
    if (call_HcnOpenNetwork(network, &held, NULL) < 0) return 0;
    uint64_t begun = now_ns();
    for (int life = 0; life < total; life++) {
        GUID id = *network;
        HCN_ENDPOINT endpoint = NULL;
        PWSTR answer = NULL;
        id.Data1 = (uint32_t)life + 1;
        if (call_HcnCreateEndpoint(held, &id, document, &endpoint, NULL) < 0) return 0;
        for (int asked = 0; asked < 2; asked++) {
            if (call_HcnQueryEndpointProperties(endpoint, query, &answer, NULL) < 0) return 0;
            call_hcsffi_co_task_mem_free(answer);
        }
        if (call_HcnDeleteEndpoint(&id, NULL) < 0) return 0;
        call_HcnCloseEndpoint(endpoint);
    }
    uint64_t taken = now_ns() - begun;
    call_HcnCloseNetwork(held);
    return taken;
}

static int digit(uint16_t letter) { return letter <= '9' ? letter - '0' : (letter | 32) - 'a' + 10; }

/* The GUID that 36 letters spell. */
static GUID read_guid(const uint16_t *text) {
    static const int places[16] = {6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34};
    uint8_t bytes[16];
    GUID id;
    for (int place = 0; place < 16; place++) bytes[place] = (uint8_t)(digit(text[places[place]]) << 4 | digit(text[places[place] + 1]));
    memcpy(&id, bytes, sizeof id);
    return id;
}

/* Nanoseconds for one enumeration with an open, a query and a close of each; *found is how many there were. 0: a call failed. */
uint64_t network_client_list(PCWSTR query, int *found) {
    PWSTR listed = NULL;
    uint64_t begun = now_ns();
    *found = 0;
    if (call_HcnEnumerateEndpoints(query, &listed, NULL) < 0) return 0;
    for (const uint16_t *at = listed; *at; at++) {
        if (*at != '"') continue;
        GUID id = read_guid(at + 1);
        HCN_ENDPOINT endpoint = NULL;
        PWSTR answer = NULL;
        if (call_HcnOpenEndpoint(&id, &endpoint, NULL) < 0) return 0;
        if (call_HcnQueryEndpointProperties(endpoint, query, &answer, NULL) < 0) return 0;
        call_hcsffi_co_task_mem_free(answer);
        call_HcnCloseEndpoint(endpoint);
        at += 37;
        ++*found;
    }
    call_hcsffi_co_task_mem_free(listed);
    return now_ns() - begun;
}
