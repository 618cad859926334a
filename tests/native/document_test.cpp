/* The host's reading of documents, by itself: JSON, what a member must be, what a text must look like. What is allowed is what
 * grammar/rule.py says with its sources: RFC 4291 and 5952 for addresses, [MS-DTYP] for GUIDs and security descriptors. */
#include "harness.h"

#include <functional>
#include <memory>
#include <new>

#include "document/document.h"
#include "document/grammar.h"
#include "document/shape.h"
#include "texts.h"

using namespace hcsffi;

namespace {

thread_local bool is_without_memory = false;  // an allocation of this thread fails now

}  // namespace

// Not inlined: the compiler would take free() for the other end of the usual operator new.
__attribute__((noinline)) void* operator new(size_t size) {
    void* const memory = is_without_memory ? nullptr : malloc(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
__attribute__((noinline)) void operator delete(void* memory) noexcept { free(memory); }
__attribute__((noinline)) void operator delete(void* memory, size_t) noexcept { free(memory); }

namespace {

std::string quoted(const std::string& text) {
    std::string json = "\"";
    for (const char c : text) json += c == '"' || c == '\\' ? std::string("\\") + c : c == '\t' ? "\\t" : std::string(1, c);
    return json + '"';
}

std::string rule_says(const char* rule, const std::string& json) {
    const Document document = Document::parse(json);
    return refusal_of([&] { check_rule(document.root(), rule); });
}

std::string shape_says(const char* type, const std::string& json) {
    const Document document = Document::parse(json);
    return refusal_of([&] { check_shape(document.root(), type); });
}

HRESULT code_of(std::string_view name) { return name.empty() ? kInvalidPolicy : kInvalidArgument; }

std::string settings_say(const char* holder, const char* type, const std::string& json, HRESULT code) {
    const Document document = Document::parse(json);
    return refusal_of([&] { check_policy_settings(document.root("$.Settings"), holder, type, code_of); }, code);
}

struct Words {
    const char* rule;
    const char* allowed; /* as the refusal says it */
    std::vector<std::string> kept;
    std::vector<std::string> refused;
};

const std::string kSixtyThree(63, 'h');

const std::vector<Words> kWords = {
    {"address", "an IPv4 or IPv6 address", {"", "1.2.3.4", "::1"}, {"1.2.3", "1.2.3.4/8", " 1.2.3.4"}},
    {"prefix", "an address, a slash and the length of the prefix", {"1.2.3.4/8", "::/128"}, {"1.2.3.4", "1.2.3.4/33", "/8"}},
    {"range", "an address or prefix", {"1.2.3.4", "1.2.3.4/8"}, {"x", "1.2.3.4,1.2.3.5"}},
    {"route",
     "a prefix; 0.0.0.0/0 or ::/0 for all addresses",
     {"10.0.0.0/8", "10.0.0.0/1", "0.0.0.0/0", "::/0"},
     {"10.0.0.0/0", "::1/0", "10.0.0.0"}},
    {"subnet",
     "a prefix without host bits, with room for hosts",
     {"128.0.0.0/1", "10.0.0.0/30", "8000::/1", "fd00::/126"},
     {"10.0.0.0/31", "10.0.0.0/32", "10.0.0.1/30", "0.0.0.0/0", "::/0", "fd00::/127", "fd00::1/64", "10.0.0.0"}},
    {"addresses",
     "addresses and prefixes with commas between them",
     {"1.2.3.4", "1.2.3.4, 10.0.0.0/8 ,\t::1", "azure-npm-1", "a-b", "Z-0z", "a-b-c,1.2.3.4"},
     {"1.2.3.4,", ",1.2.3.4", "a", "-a", "a-", "a--b", "a_b-c", "a-\xC3\xBC", "1.2.3.4,,::1", "1.2.3.4,word"}},
    {"port", "a port", {"1", "80", "65535", "00080"}, {"0", "65536", "-1", "+1", "80 ", "000080", "x", "8x"}},
    {"port-range", "a port or a range of them", {"1", "1-2", "2-2", "1 - 65535"}, {"2-1", "0-1", "1-65536", "1-", "-1", "1-2-3", "x"}},
    {"ports", "ports and ranges of them with commas between them", {"80", "80,443", "80 , 1-2"}, {"80,", ",80", "80;81", "80,0"}},
    {"protocols", "numbers of protocols with commas between them", {"0", "6,17", "256"}, {"257", "6,", "tcp", "-1", "6,257"}},
    {"mac",
     "six pairs of hexadecimal digits, of one adapter",
     {"00-15-5D-00-00-01", "02:00:00:00:00:01", "FE-ff-FF-FF-FF-FF"},
     {"01-00-00-00-00-00", "00-15-5D-00-00", "00155D000001"}},
    {"guid",
     "a GUID without braces",
     {"01234567-89ab-CDEF-aBcD-ef0123456789"},
     {"{01234567-89ab-CDEF-aBcD-ef0123456789}", "01234567-89ab-CDEF-aBcD-ef012345678", "01234567-89ab-CDEF-aBcD-ef01234567890",
      "0123456-789ab-CDEF-aBcD-ef0123456789", "01234567-89a-bCDEF-aBcD-ef0123456789", "01234567-89ab-CDE-FaBcD-ef0123456789",
      "01234567-89ab-CDEF-aBc-Def0123456789", "g1234567-89ab-CDEF-aBcD-ef0123456789", "01234567089ab-CDEF-aBcD-ef0123456789",
      "01234567-89ab0CDEF-aBcD-ef0123456789", "01234567-89ab-CDEF0aBcD-ef0123456789", "01234567-89ab-CDEF-aBcD0ef0123456789"}},
    {"id",
     "a GUID",
     {"01234567-89ab-CDEF-aBcD-ef0123456789", "{01234567-89ab-CDEF-aBcD-ef0123456789}"},
     {"{01234567-89ab-CDEF-aBcD-ef0123456789", "01234567-89ab-CDEF-aBcD-ef0123456789}", "(01234567-89ab-CDEF-aBcD-ef0123456789}",
      "{01234567-89ab-CDEF-aBcD-ef0123456789)", "{01234567-89ab-CDEF-aBcD-ef012345678}", "{}"}},
    {"host-name",
     "a host name",
     {"h", "a.b", "a.", kSixtyThree, "\xC3\xBC" + std::string(62, 'h')},
     {kSixtyThree + "h", ".a", "a b", "a\tb", "a/b", "a\\b", "a:b", "a*", "a?", "\"", "<", ">", "a|b"}},
    {"json", "a JSON object as text", {"{}", " {\"a\":[1]} "}, {"[]", "1", "{", "null", "x"}},
    {"volume",
     "the path of a volume with a backslash behind it",
     {"\\\\?\\Volume{01234567-89ab-cdef-abcd-ef0123456789}\\", "/volume", "C:\\", "/?/Volume{01234567-89ab-cdef-abcd-ef0123456789}",
      "\\\\?\\Volume{01234567-89ab-cdef-abcd-ef0123456789)", "\\\\?\\Volume{1234567-89ab-cdef-abcd-ef0123456789}", "\\\\?\\Volume{}"},
     {"\\\\?\\Volume{01234567-89ab-cdef-abcd-ef0123456789}", "\\\\?\\Volume{ABCDEF67-89ab-cdef-abcd-ef0123456789}"}},
    {"unc",
     "a path; of another machine with its share",
     {"C:\\x", "/x", "\\x", "\\\\machine\\share", "\\\\machine\\share\\folder:*", "\\\\?\\C:\\x", "\\\\.\\pipe\\x", "\\\\?\\", "\\\\m\\s",
      "\\\\m\\s\\:"},
     {"\\\\machine", "\\\\machine\\", "\\\\\\share", "\\\\\\a\\b", "\\\\:m\\s", "\\\\m\\s|\\x", "\\\\machine\\\\x", "\\\\mach*ne\\share",
      "\\\\machine\\sh<re", "\\\\machine\\sh>re\\x", "\\\\machine\\s|", "\\\\m:\\s", "\\\\m\\a/b", "\\\\", "\\\\?", "\\\\."}},
    {"sddl",
     "a security descriptor in SDDL",
     {"D:", "S:", "D:S:", "D:PS:", "D:(A;;GA;;;SY)", "D:PAI(A;;GA;;;SY)(D;;GA;;;BA)", "O:BAG:SYD:(A;;GA;;;SY)S:(AU;FA;GA;;;WD)", "O:BA",
      "G:SY", "O:BAG:SY", "O:S-1-5-18G:S-1-5-32-544", "O:BAD:", "O:AD:", "G:SYS:", "O:S-1-5-18D:(XA;;FX;;;SY;(@User.a == 1))",
      "D:S:(AU;FA;GA;;;WD)"},
     {"x",
      "D",
      ":",
      "O:",
      "G:",
      "O::",
      "G::",
      "O:G:SY",
      "G:SYO:BA",
      "S:D:",
      "D:(",
      "D:)",
      "D:(A;;GA;;;SY",
      "D:((A;;GA;;;SY)",
      "D:(A;;GA;;;SY))",
      "D:p",
      "D:(A;;GA;;;SY) ",
      "O:ba",
      "D:D:",
      "S:S:",
      "O:BAO:BA",
      "D:(A)P",
      "S:P:"}},
};

}  // namespace

TEST(a_text_keeps_its_rule_or_is_refused_with_it, "each rule stands once, and every document that names it rests on it") {
    for (const Words& row : kWords) {
        for (const std::string& text : row.kept) CHECK(same("", rule_says(row.rule, quoted(text))));
        for (const std::string& text : row.refused) {
            const std::string said = rule_says(row.rule, quoted(text));
            if (said.empty()) fprintf(stderr, "%s: <%s> is kept\n", row.rule, text.c_str());
            CHECK(said.rfind("$: expected " + std::string(row.allowed) + ", found ", 0) == 0);
        }
        CHECK(same("", rule_says(row.rule, "\"\"")));
        CHECK(same("", rule_says(row.rule, "[]")));
        CHECK(same("", rule_says(row.rule, "[" + quoted(row.kept.back()) + "]")));
        CHECK(rule_says(row.rule, "[\"\"," + quoted(row.refused.back()) + "]").rfind("$[1]: expected ", 0) == 0);
    }
    check_rule(Node(), "port");
    const Document wrong = Document::parse("\"x\"");
    CHECK(same("no rule is called ports-", refusal_of([&] { check_rule(wrong.root(), "ports-"); }, kUnexpected)));
    CHECK(same("$: expected a port, found text", refusal_of([&] { check_rule(wrong.root(), "port", kPathNotFound); }, kPathNotFound)));
}

TEST(a_number_keeps_its_rule_or_is_refused_with_it, "weights, ports and sizes have bounds that the schema does not say") {
    const struct {
        const char* rule;
        std::vector<const char*> kept, refused;
    } rows[] = {
        {"from-1-10000", {"1", "2", "9999", "10000"}, {"0", "-1", "10001", "18446744073709551615"}},
        {"from-0-4094", {"0", "4094"}, {"-1", "4095"}},
        {"step-2", {"2", "4", "256"}, {"0", "1", "3"}},
        {"among-6-17", {"6", "17"}, {"0", "5", "7", "16", "18", "617"}},
    };
    for (const auto& row : rows) {
        for (const char* number : row.kept) CHECK(same("", rule_says(row.rule, number)));
        for (const char* number : row.refused) {
            const std::string said = rule_says(row.rule, number);
            if (said.rfind("$: expected ", 0) != 0) fprintf(stderr, "%s: %s is kept\n", row.rule, number);
            CHECK(said.rfind("$: expected ", 0) == 0);
        }
    }
    CHECK(same("$: expected a number as the rule step-2 has it, found the number 3", rule_says("step-2", "3")));
    CHECK(same("$: expected an integer from -9223372036854775808 to 9223372036854775807, found text", rule_says("step-2", "\"4\"")));
    CHECK(same("", rule_says("up-3-letters", "\"\xC3\xBC\xE2\x82\xAC\xF0\x9F\x8C\x8D\"")));
    CHECK(same("", rule_says("up-3-letters", "\"\"")));
    CHECK(same("$: expected at most 3 letters, found text", rule_says("up-3-letters", "\"abcd\"")));
}

namespace {

const struct {
    const char *type, *document, *refusal;
} kMembers[] = {
    {"Attachment", R"({"Type":"Iso","Path":"x","ReadOnly":true,"Unknown":[]})", ""},
    {"Attachment", R"({"Type":"iso"})", "$.Type: \"iso\" is none of VirtualDisk|Iso|PassThru"},
    {"Attachment", R"({"Type":"VirtualDisk"})", ""},
    {"Attachment", R"({"Type":"PassThru"})", ""},
    {"Attachment", R"({"Type":""})", "$.Type: \"\" is none of VirtualDisk|Iso|PassThru"},
    {"Attachment", R"({"Type":1})", "$.Type: expected text, found the number 1"},
    {"Attachment", R"({"Type":null,"Path":null})", ""},
    {"Attachment", R"({"Path":7})", "$.Path: expected text, found the number 7"},
    {"Attachment", R"({"ReadOnly":"x"})", "$.ReadOnly: expected a boolean, found text"},
    {"Attachment", "[]", "$: expected an object, found an array"},
    {"Layer", R"({"Id":"x","Path":"/x","Cache":""})", ""},
    {"Layer", R"({"Id":"x","Path":"\\\\x"})", "$.Path: expected a path; of another machine with its share, found text"},
    {"Layer", R"({"Id":"","Path":"/x"})", "$.Id: expected a value, found text"},
    {"Layer", R"({"Path":"/x"})", "$.Id: expected a value, found nothing"},
    {"ConsoleSize", R"({"Height":0,"Width":65535})", ""},
    {"ConsoleSize", R"({"Height":0,"Width":65536})", "$.Width: expected an integer from 0 to 65535, found the number 65536"},
    {"ConsoleSize", R"({"Height":-1,"Width":1})", "$.Height: expected an integer from 0 to 65535, found the number -1"},
    {"BlockCIMDevice", R"({"Lun":-2147483648})", ""},
    {"BlockCIMDevice", R"({"Lun":2147483647})", ""},
    {"BlockCIMDevice", R"({"Lun":2147483648})", "$.Lun: expected an integer from -2147483648 to 2147483647, found the number 2147483648"},
    {"BlockCIMDevice", R"({"Lun":-2147483649})", "$.Lun: expected an integer from -2147483648 to 2147483647, found the number -2147483649"},
    {"SetPropertyOperation", R"({"GroupId":"x","PropertyCode":4294967295,"PropertyValue":18446744073709551615})", ""},
    {"SetPropertyOperation", R"({"GroupId":"x","PropertyCode":4294967296,"PropertyValue":1})",
     "$.PropertyCode: expected an integer from 0 to 4294967295, found the number 4294967296"},
    {"MemoryMigrationTransferThrottleParams", R"({"ThrottlingScale":0.5,"MinimumThrottlePercentage":255})", ""},
    {"MemoryMigrationTransferThrottleParams", R"({"ThrottlingScale":1})", ""},
    {"MemoryMigrationTransferThrottleParams", R"({"ThrottlingScale":"1"})", "$.ThrottlingScale: expected a number, found text"},
    {"MemoryMigrationTransferThrottleParams", R"({"MinimumThrottlePercentage":256})",
     "$.MinimumThrottlePercentage: expected an integer from 0 to 255, found the number 256"},
    {"ProcessParameters", R"({"CommandLine":"x","ConsoleSize":[1,2],"Environment":{"a":"b"}})", ""},
    {"ProcessParameters", R"({"CommandLine":"x","ConsoleSize":[1]})", "$.ConsoleSize: expected an array of 2, found an array"},
    {"ProcessParameters", R"({"CommandLine":"x","ConsoleSize":[1,65536]})",
     "$.ConsoleSize[1]: expected an integer from 0 to 65535, found the number 65536"},
    {"ProcessParameters", R"({"CommandLine":"x","Environment":{"a":1}})", "$.Environment.a: expected text, found the number 1"},
    {"ProcessParameters", R"({"CommandLine":"x","Environment":[]})", "$.Environment: expected an object, found an array"},
    {"ProcessParameters", R"({"CommandArgs":["x"]})", ""},
    {"ProcessParameters", R"({"CommandArgs":[]})", "$: expected at least one of ApplicationName CommandLine CommandArgs, found an object"},
    {"ProcessParameters", R"({"CommandLine":""})", "$: expected at least one of ApplicationName CommandLine CommandArgs, found an object"},
    {"ProcessParameters", R"({"CommandLine":"x","ApplicationName":"y"})", ""},
    {"Scsi", R"({"Attachments":{"0":{},"12":{}}})", ""},
    {"Scsi", R"({"Attachments":{"":{}}})", "$.Attachments: the key \"\" is no decimal number"},
    {"Scsi", R"({"Attachments":{"1x":{}}})", "$.Attachments: the key \"1x\" is no decimal number"},
    {"Scsi", R"({"Attachments":{"1":{"Path":1}}})", "$.Attachments.1.Path: expected text, found the number 1"},
    {"Devices", R"({"Scsi":{"any name":{}}})", ""},
    {"Container", R"({"Networking":{"NetworkAdapters":["x",1]}})", "$.Networking.NetworkAdapters[1]: expected text, found the number 1"},
    {"Container_Processor", "{}", ""},
    {"Container_Processor", R"({"Count":1})", ""},
    {"Container_Processor", R"({"Count":1,"Weight":1})", "$: expected at most one of Count Maximum Weight, found an object"},
    {"Container_Processor", R"({"Weight":0})", "$.Weight: expected a number as the rule from-1-10000 has it, found the number 0"},
    {"ComputeSystem", R"({"Container":{}})", ""},
    {"ComputeSystem", "{}", "$: expected exactly one of Container VirtualMachine HostedSystem, found an object"},
    {"ComputeSystem", R"({"Container":{},"VirtualMachine":{}})",
     "$: expected exactly one of Container VirtualMachine HostedSystem, found an object"},
    {"CreateGroupOperation", R"({"GroupId":"x","LogicalProcessorCount":2,"LogicalProcessors":[0,1]})", ""},
    {"CreateGroupOperation", R"({"GroupId":"x","LogicalProcessorCount":0})", ""},
    {"CreateGroupOperation", R"({"GroupId":"x","LogicalProcessors":[0,1]})", ""},
    {"CreateGroupOperation", R"({"GroupId":"x","LogicalProcessorCount":1,"LogicalProcessors":[0,1]})",
     "$.LogicalProcessorCount: expected as much as there is, found the number 1"},
    {"ProcessModifyRequest", R"({"Operation":"ConsoleSize","ConsoleSize":{"Height":1,"Width":1}})", ""},
    {"ProcessModifyRequest", R"({"Operation":"ConsoleSize"})",
     "$.ConsoleSize: expected ConsoleSize if Operation is ConsoleSize, found nothing"},
    {"ProcessModifyRequest", R"({"Operation":"CloseHandle","ConsoleSize":{"Height":1,"Width":1}})",
     "$.CloseHandle: expected CloseHandle if Operation is CloseHandle, found nothing"},
    {"SaveOptions", R"({"SaveType":"ToFile","SaveStateFilePath":"x"})", ""},
    {"SaveOptions", R"({"SaveType":"AsTemplate"})", ""},
    {"SaveOptions", "{}", "$.SaveStateFilePath: expected SaveStateFilePath if SaveType is absent ToFile, found nothing"},
    {"SaveOptions", R"({"SaveType":"ToFile","SaveStateFilePath":""})",
     "$.SaveStateFilePath: expected SaveStateFilePath if SaveType is absent ToFile, found text"},
    {"ProcessorFeature", "0", ""},
    {"ProcessorFeature", "\"Sse3\"", ""},
    {"ProcessorFeature", "-1", "$: expected an integer from 0 to 4294967295, found the number -1"},
    {"ProcessorFeature", "4294967296", "$: expected an integer from 0 to 4294967295, found the number 4294967296"},
};

}  // namespace

TEST(a_member_is_what_the_schema_says, "the path and the kind that was expected are all that a client has to find its mistake") {
    for (const auto& row : kMembers) {
        const std::string said = shape_says(row.type, row.document);
        if (said != row.refusal) fprintf(stderr, "%s %s\n", row.type, row.document);
        CHECK(same(row.refusal, said));
    }
    check_shape(Node(), "Layer");
    for (const char* type : {"Zz", "Layerx", "A"}) {
        const Document empty = Document::parse("{}");
        CHECK(same(std::string("no shape is known for ") + type, refusal_of([&] { check_shape(empty.root(), type); }, kUnexpected)));
    }
}

TEST(a_policy_s_settings_are_checked_in_any_letter_case,
     "the network service reads names and words so, and refuses each with a code of its own") {
    const char* const vlan = "Endpoint";
    CHECK(same("", settings_say(vlan, "VLAN", R"({"isolationid":4094})", kInvalidArgument)));
    CHECK(same("$.Settings.isolationid: expected a number as the rule from-0-4094 has it, found the number 4095",
               settings_say(vlan, "VLAN", R"({"isolationid":4095})", kInvalidArgument)));
    CHECK(same("$.Settings.IsolationId: expected a value, found nothing", settings_say(vlan, "VLAN", "{}", kInvalidArgument)));
    CHECK(same("", settings_say(vlan, "ACL", R"({"ACTION":"allow","direction":"IN"})", kInvalidArgument)));
    CHECK(same("", settings_say("Subnet", "ACL", R"({"ACTION":1})", kInvalidArgument)));
    CHECK(same("", settings_say(vlan, "VSID", "{}", kInvalidArgument)));
    CHECK(same("$.Settings: expected an object, found an array", settings_say(vlan, "VLAN", "[]", kInvalidJson)));
}

TEST(each_kind_of_value_is_told_from_the_others, "a document of the wrong kind is refused where it is wrong, and null is absent") {
    const Document document =
        Document::parse(R"({"o":{},"a":[1,null],"t":"x","b":true,"n":null,"i":-7,"u":18446744073709551615,"f":1.5,"z":"a\u0000b"})");
    const Node root = document.root();
    const struct {
        const char* name;
        const char* found;
    } kinds[] = {{"o", "an object"}, {"a", "an array"}, {"t", "text"},          {"b", "a boolean"},
                 {"n", "nothing"},   {"x", "nothing"},  {"i", "the number -7"}, {"f", "the number 1.5"}};
    for (const auto& kind : kinds) {
        const Node node = root[kind.name];
        const bool absent = kind.found[0] == 'n';
        const std::string path = std::string("$.") + kind.name + ": expected ", found = std::string(", found ") + kind.found;
        const auto says = [&](char name, const std::string& expected) {
            return absent || *kind.name == name ? "" : path + expected + found;
        };
        CHECK(same(kind.found, node.found()));
        CHECK_EQUAL(!absent, static_cast<bool>(node));
        CHECK(same(says('o', "an object"), refusal_of([&] { (void)node.member("m"); })));
        CHECK(same(says('o', "an object"), refusal_of([&] { (void)node.members(); })));
        CHECK(same(says('o', "an object"), refusal_of([&] { (void)node.in_any_case("m"); })));
        CHECK(same(says('a', "an array"), refusal_of([&] { (void)node.elements(); })));
        CHECK(same(says('t', "text"), refusal_of([&] { (void)node.text(); })));
        CHECK(same(says('b', "a boolean"), refusal_of([&] { (void)node.boolean_or(false); })));
        CHECK(same(says('i', "an integer from -7 to 7"), refusal_of([&] { (void)node.integer(-7, 7); })));
        CHECK(same(absent ? "" : path + "an integer from 0 to 18446744073709551615" + found, refusal_of([&] { (void)node.count(); })));
        const char first = absent ? 'x' : *kind.name;
        CHECK_EQUAL(first == 'o', node.is_object());
        CHECK_EQUAL(first == 'a', node.is_array());
        CHECK_EQUAL(first == 't', node.is_text());
        CHECK_EQUAL(first == 'b', node.is_boolean());
        CHECK_EQUAL(first == 'i', node.is_integer());
        CHECK_EQUAL(first == 'i' || first == 'f', node.is_number());
    }
    CHECK(root["n"].boolean_or(true) && !root["n"].boolean_or(false) && root["b"].boolean_or(false));
    CHECK(root["x"].text_or("y") == "y" && root["t"].text_or("y") == "x" && !root["x"].text());
    CHECK(same("$.z: text must not contain U+0000", refusal_of([&] { (void)root["z"].text(); })));
    CHECK(root["i"].integer(-7, -7) == -7);
    CHECK(!refusal_of([&] { (void)root["i"].integer(-6, 7); }).empty() && !refusal_of([&] { (void)root["i"].integer(-9, -8); }).empty());
    CHECK(!refusal_of([&] { (void)root["u"].integer(INT64_MIN, INT64_MAX); }).empty());
    CHECK(root["u"].count() == UINT64_MAX && !refusal_of([&] { (void)root["u"].count(UINT64_MAX - 1); }).empty());
    const Document most = Document::parse("9223372036854775807");
    CHECK(most.root().integer(0, INT64_MAX) == INT64_MAX && most.root().count(INT64_MAX) == static_cast<uint64_t>(INT64_MAX));
    CHECK(root["a"].elements().size() == 2 && root["a"].elements()[1].path() == "$.a[1]");
    CHECK_EQUAL(9, root.named().size());
    CHECK_EQUAL(8, root.members().size());
    for (const auto& [name, node] : root.named()) CHECK_EQUAL(name != "n", static_cast<bool>(node));
    CHECK(root["o"].json() == "{}" && root["x"].json() == "null" && root["x"].named().empty() && root["x"].elements().empty());
}

TEST(a_name_in_another_letter_case_is_found_after_the_exact_one, "the network service reads so, and both may stand there") {
    const Document document = Document::parse(R"({"NAME":1,"Name":2,"other":3,"gone":null,"GONE":4,"Z[":5})");
    CHECK(document.root().in_any_case("Name").count() == 2u);
    CHECK(document.root().in_any_case("name").count() == 1u);
    CHECK(document.root().in_any_case("OTHER").count() == 3u);
    CHECK(document.root().in_any_case("gone").count() == 4u);
    CHECK(!document.root().in_any_case("z{") && document.root().in_any_case("z[").count() == 5u);
    CHECK(same("$.absent", document.root().in_any_case("absent").path()));
    CHECK(same_letters("AZaz@[`{", "azAZ@[`{") && !same_letters("@", "`") && !same_letters("[", "{") && !same_letters("a", "ab"));
}

TEST(what_is_no_json_or_too_much_of_it_is_refused, "depth and length are measured before the parser builds anything") {
    const auto nested = [](int depth) {
        return std::string(static_cast<size_t>(depth), '[') + std::string(static_cast<size_t>(depth), ']');
    };
    const auto refused = [](const std::string& text) { return refusal_of([&] { Document::parse(text, kInvalidData); }, kInvalidData); };
    CHECK(same("", refused(nested(kDepthLimit))));
    CHECK(same("the document is nested deeper than 256 levels", refused(nested(kDepthLimit + 1))));
    std::string flat = "[{}", brackets = "[\"\\\"";
    for (int at = 0; at < kDepthLimit; ++at) flat += ",{\"a\":[]}", brackets += "[{";
    CHECK(same("", refused(flat + "]")));
    CHECK(same("", refused(brackets + "\"]")));
    CHECK(same("", refused("[\"\\\\\"," + nested(kDepthLimit - 1) + "]")));
    CHECK(same("the document is nested deeper than 256 levels", refused("[\"\\\\\"," + nested(kDepthLimit) + "]")));
    CHECK(same("", refused('"' + std::string(kDocumentLimit - 2, 'x') + '"')));
    CHECK(same("the document is longer than 16777216 characters", refused('"' + std::string(kDocumentLimit - 1, 'x') + '"')));
    CHECK(refused("{").rfind("the document is not JSON: parse error at line 1, column 2", 0) == 0);
    for (const char* nothing : {"", " \t\r\n", "null", "{}"}) CHECK(same("{}", Document::parse_optional(nothing).json()));
    CHECK(same("[1]", Document::parse_optional("[1]").json()));
    CHECK(same("{}", Document::copy_of(Node()).json()));
    CHECK(same("7", Document::copy_of(Document::parse("{\"a\":7}").root()["a"]).json()));
}

TEST(texts_are_counted_while_they_are_read, "an environment the kernel will not take is refused before it is built") {
    const auto bytes = [](const char* text, size_t most) { return Document::bytes_below(text, {"E", "A"}, 100, 1000, most); };
    CHECK_EQUAL(1102, bytes(R"({"E":{"k":"v"}})", 9999));
    CHECK_EQUAL(2205, bytes(R"({"E":{"k":"v"},"X":{"k":"vvvv"},"A":{"k":"v","n":1},"Y":"long"})", 9999) + 1);
    CHECK_EQUAL(1003, bytes(R"({"A":"abc"})", 9999));
    CHECK_EQUAL(2006, bytes(R"({"A":["abc",1,true,null,1.5,-1,"def"]})", 9999));
    CHECK_EQUAL(1004, bytes(R"({"E":{"k":7,"l":["deep"]}})", 9999));
    CHECK_EQUAL(1102, bytes(R"({"E":{"k":"v","l":"w"}})", 1101));
    CHECK_EQUAL(2204, bytes(R"({"E":{"k":"v","l":"w","m":"x"}})", 1102));
    CHECK_EQUAL(1102, bytes(R"({"E":{"k":"v",)", 9999));
    CHECK_EQUAL(0, bytes(R"({"X":{"E":"v"},"E":1})", 9999));
    CHECK_EQUAL(0, bytes(R"(["E","A"])", 9999));
    CHECK_EQUAL(0, bytes(R"("E")", 9999));
}

TEST(a_document_goes_away_without_memory, "it goes where a request has failed for want of it, and nobody could refuse that") {
    for (const char* json : {"[[1,[2,[3]]],{}]", R"({"a":{"b":{"c":[{"d":"e"}]}},"f":[]})"}) {
        auto document = std::make_unique<Document>(Document::parse(json));
        is_without_memory = true;
        document.reset();
        is_without_memory = false;
    }
}

TEST(a_change_of_a_document_leaves_its_former_copies_alone, "a query answers from the document that a modify replaces") {
    Document document = Document::parse(R"({"a":{"b":[1]},"t":"x"})");
    const Document before = document, value = Document::parse("[2]");
    document.put({"n", "m"}, value.root());
    document.put({"t", "u"}, value.root());
    document.append({"a", "b"}, value.root());
    CHECK(same(R"({"a":{"b":[1,[2]]},"n":{"m":[2]},"t":{"u":[2]}})", document.json()));
    document.erase({"a", "b"}, size_t{0});
    document.erase({"n"}, "m");
    CHECK(same(R"({"a":{"b":[[2]]},"n":{},"t":{"u":[2]}})", document.json()));
    CHECK(same("$.a.b", document.at({"a", "b"}).path()));
    CHECK(!document.at({"a", "c", "d"}) && same(R"({"a":{"b":[1]},"t":"x"})", before.json()));
}
