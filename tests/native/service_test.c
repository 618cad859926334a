/* The service as a whole, configuration and offered functions, through the C surface. */
#include <uchar.h>

#include "client.h"
#include "harness.h"

static HRESULT service(PCWSTR query, char *text, size_t size) {
    PWSTR result = NULL;
    const HRESULT code = HcsGetServiceProperties(query, &result);
    take_text(result, text, size);
    return code;
}

static HRESULT refused_configuration(PCWSTR configuration, char *text, size_t size) {
    PWSTR result = NULL;
    const HRESULT code = hcsffi_configure(configuration, &result);
    take_text(result, text, size);
    return code;
}

TEST(the_service_tells_its_schema_versions, "clients choose their documents by it") {
    char text[4096];
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyTypes\":[\"Basic\"]}"), text, sizeof text));
    CHECK(strcmp("{\"Properties\":[{\"SupportedSchemaVersions\":[{\"Major\":1,\"Minor\":0},{\"Major\":2,\"Minor\":7}]}]}", text) == 0);
    CHECK_EQUAL(S_OK_, configure(W("{\"WindowsBuild\":17763}")));
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyTypes\":[\"Basic\"]}"), text, sizeof text));
    CHECK(strstr(text, "{\"Major\":2,\"Minor\":1}") != NULL);
    CHECK_EQUAL(S_OK_, configure(W("{\"SupportedSchemaVersions\":[{\"Major\":2,\"Minor\":4}]}")));
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyQueries\":{\"Basic\":{}}}"), text, sizeof text));
    CHECK(strcmp("{\"PropertyResponses\":{\"Basic\":{\"Response\":{\"SupportedSchemaVersions\":[{\"Major\":2,\"Minor\":4}]}}}}", text) ==
          0);
    CHECK_EQUAL(S_OK_, configure(NULL));
}

TEST(service_queries_are_checked, "an unknown type is an invalid document, an unknown query an answer with an error (B-58, B-59)") {
    char text[4096];
    CHECK_EQUAL(HR(0x8037010D), service(W("{\"PropertyTypes\":[\"Nonsense\"]}"), text, sizeof text));
    CHECK(strstr(text, "$.PropertyTypes[0]") != NULL);
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyQueries\":{\"Nonsense\":{},\"Basic\":{}}}"), text, sizeof text));
    CHECK(strstr(text, "\"Nonsense\":{\"Error\":{") && strstr(text, "\"Basic\":{\"Response\":{"));
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyTypes\":[\"ProcessorTopology\"]}"), text, sizeof text));
    CHECK(strstr(text, "\"LogicalProcessorCount\":") != NULL);
    CHECK_EQUAL(HR(0x80004003), HcsGetServiceProperties(NULL, NULL));
    CHECK_EQUAL(0, counter("Strings"));
}

TEST(cpu_groups_are_made_shown_and_removed, "HcsModifyServiceSettings") {
    const PCWSTR make =
        W("{\"PropertyType\":\"CpuGroup\","
          "\"Settings\":{\"Operation\":\"CreateGroup\",\"OperationDetails\":{\"GroupId\":\"g\","
          "\"LogicalProcessorCount\":1,\"LogicalProcessors\":[0]}}}");
    char text[4096];
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(make, NULL));
    CHECK_EQUAL(HR(0x800700B7), HcsModifyServiceSettings(make, NULL));
    CHECK_EQUAL(S_OK_, HcsModifyServiceSettings(W("{\"PropertyType\":\"CpuGroup\","
                                                  "\"Settings\":{\"Operation\":\"SetProperty\",\"OperationDetails\":{\"GroupId\":\"g\","
                                                  "\"PropertyCode\":65536,\"PropertyValue\":50}}}"),
                                                NULL));
    CHECK_EQUAL(S_OK_, service(W("{\"PropertyTypes\":[\"CpuGroup\"]}"), text, sizeof text));
    CHECK(strstr(text, "\"GroupId\":\"g\"") && strstr(text, "\"LogicalProcessors\":[0]") &&
          strstr(text, "{\"PropertyCode\":65536,\"PropertyValue\":50}"));
    CHECK_EQUAL(
        S_OK_,
        HcsModifyServiceSettings(
            W("{\"PropertyType\":\"CpuGroup\",\"Settings\":{\"Operation\":\"DeleteGroup\",\"OperationDetails\":{\"GroupId\":\"g\"}}}"),
            NULL));
    CHECK_EQUAL(
        HR(0x80070490),
        HcsModifyServiceSettings(
            W("{\"PropertyType\":\"CpuGroup\",\"Settings\":{\"Operation\":\"DeleteGroup\",\"OperationDetails\":{\"GroupId\":\"g\"}}}"),
            NULL));
    PWSTR reason = NULL;
    CHECK_EQUAL(HR(0x8037010D), HcsModifyServiceSettings(W("{\"PropertyType\":5}"), &reason));
    CHECK(take_text(reason, text, sizeof text) && strstr(text, "$.PropertyType"));
    CHECK_EQUAL(S_OK_, HcsSubmitWerReport(W("{\"SystemId\":\"x\"}")));
    CHECK_EQUAL(HR(0x8037010D), HcsSubmitWerReport(W("{\"SystemId\":5}")));
}

TEST(an_older_windows_lacks_the_newer_functions, "clients ask before they call") {
    CHECK_EQUAL(S_OK_, hcsffi_offers("HcsWaitForComputeSystemExit"));
    CHECK_EQUAL(S_OK_, hcsffi_offers("HcnQueryEndpointStats"));
    CHECK_EQUAL(HR(0x8007007F), hcsffi_offers("HcsNothingOfTheKind"));
    CHECK_EQUAL(S_OK_, configure(W("{\"WindowsBuild\":17763,\"MissingFunctions\":[\"HcsGrantVmAccess\"]}")));
    CHECK_EQUAL(HR(0x8007007F), hcsffi_offers("HcsWaitForComputeSystemExit"));
    CHECK_EQUAL(HR(0x8007007F), hcsffi_offers("HcsGrantVmAccess"));
    CHECK_EQUAL(S_OK_, hcsffi_offers("HcsRevokeVmAccess"));
    CHECK_EQUAL(HR(0x8007007F), HcsGrantVmAccess(W("a"), W("b")));
    CHECK_EQUAL(HR(0x8007007F), HcsWaitForComputeSystemExit(NULL, 0, NULL));
    CHECK_EQUAL(S_OK_, configure(NULL));
    CHECK_EQUAL(S_OK_, hcsffi_offers("HcsWaitForComputeSystemExit"));
}

TEST(a_wrong_configuration_says_where_and_changes_nothing, "a typing error in a test must not be a silent default") {
    static const struct {
        const char16_t *text;
        const char *place;
    } wrong[] = {
        {u"{\"Sede\":1}", "$.Sede"},
        {u"{\"Workers\":-1}", "$.Workers"},
        {u"{\"Workers\":\"2\"}", "$.Workers"},
        {u"{\"DelayMinUs\":5,\"DelayMaxUs\":4}", "$.DelayMaxUs"},
        {u"{\"MissingFunctions\":[\"HcsNothing\"]}", "$.MissingFunctions[0]"},
        {u"{\"Faults\":[{}]}", "$.Faults[0].Function"},
        {u"{\"Faults\":[{\"Function\":\"HcsStart\"}]}", "$.Faults[0].Function"},
        {u"{\"Faults\":[{\"Function\":\"HcsStartComputeSystem\",\"HResult\":\"80070005\"}]}", "$.Faults[0].HResult"},
        {u"{\"Faults\":[{\"Function\":\"HcsStartComputeSystem\",\"Sync\":true}]}", "$.Faults[0].Sync"},
        {u"{\"Faults\":[{\"Function\":\"HcsOpenComputeSystem\",\"Never\":true}]}", "$.Faults[0].Never"},
        {u"{\"Faults\":[{\"Function\":\"HcsCloseOperation\",\"HResult\":5}]}", "$.Faults[0].HResult"},
        {u"{\"SupportedSchemaVersions\":[{\"Major\":2}]}", "$.SupportedSchemaVersions[0]"},
        {u"[", ""},
    };
    CHECK_EQUAL(S_OK_, configure(W("{\"MissingFunctions\":[\"HcsGrantVmAccess\"]}")));
    for (size_t at = 0; at < sizeof wrong / sizeof *wrong; ++at) {
        char text[2048] = "";
        CHECK_EQUAL(HR(0x80070057), refused_configuration((PCWSTR)wrong[at].text, text, sizeof text));
        if (strstr(text, wrong[at].place) == NULL) fprintf(stderr, "row %zu: %s\n", at, text);
        CHECK(strstr(text, wrong[at].place) != NULL);
    }
    CHECK_EQUAL(HR(0x8007007F), hcsffi_offers("HcsGrantVmAccess"));
    CHECK_EQUAL(S_OK_, configure(W("{}")));
    CHECK_EQUAL(S_OK_, hcsffi_offers("HcsGrantVmAccess"));
}

TEST(a_synchronous_function_fails_by_order_too, "skip and count say which call") {
    CHECK_EQUAL(S_OK_,
                configure(W("{\"Faults\":[{\"Function\":\"HcsOpenComputeSystem\",\"HResult\":2147942405,\"Skip\":1,\"Count\":2}]}")));
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(HR(0x8037010E), HcsOpenComputeSystem(W("x"), 0, &system));
    CHECK_EQUAL(HR(0x80070005), HcsOpenComputeSystem(W("x"), 0, &system));
    CHECK_EQUAL(HR(0x80070005), HcsOpenComputeSystem(W("x"), 0, &system));
    CHECK_EQUAL(HR(0x8037010E), HcsOpenComputeSystem(W("x"), 0, &system));
    CHECK_EQUAL(S_OK_, configure(NULL));
}
