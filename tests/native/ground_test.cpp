/* What the whole host stands on, by itself: addresses (RFC 4291, RFC 5952), hardware addresses, UTF-8 (Unicode, table 3-7) and UTF-16,
 * times, result documents, files. */
#include "harness.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "ground/address.h"
#include "ground/file.h"
#include "ground/hardware_address.h"
#include "ground/outcome.h"
#include "ground/text.h"
#include "ground/timestamp.h"
#include "texts.h"

using namespace hcsffi;

namespace {

/* As the host writes it; "" for what is no address. */
std::string address_of(const char* text) {
    const auto address = read_address(text);
    return address ? text_of(*address) : "";
}

Prefix prefix_of(const char* text) { return read_prefix(text).value_or(Prefix()); }

std::string hex_of(const std::u16string& text) {
    std::string hex;
    for (const char16_t unit : text) {
        char digits[8];
        snprintf(digits, sizeof digits, "%04X ", static_cast<unsigned>(unit));
        hex += digits;
    }
    return hex;
}

}  // namespace

TEST(an_address_is_written_in_one_way, "addresses are compared as text by whoever reads the answers") {
    const struct {
        const char *text, *written;
    } rows[] = {
        {"0.0.0.0", "0.0.0.0"},
        {"255.255.255.255", "255.255.255.255"},
        {"1.20.3.199", "1.20.3.199"},
        {"::", "::"},
        {"::1", "::1"},
        {"1::", "1::"},
        {"0:0:0:0:0:0:0:0", "::"},
        {"2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},
        {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
        {"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},
        {"1:0:0:2:0:0:3:4", "1::2:0:0:3:4"},
        {"0:1:0:1:0:1:0:1", "0:1:0:1:0:1:0:1"},
        {"0:0:1:2:3:4:5:6", "::1:2:3:4:5:6"},
        {"1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"},
        {"1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"},
        {"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
        {"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
        {"00ab:cdef::", "ab:cdef::"},
        {"::1.2.3.4", "::102:304"},
        {"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
        {"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"},
        {"::ffff:0:1.2.3.4", "::ffff:0:102:304"},
        {"1::ffff:1.2.3.4", "1::ffff:102:304"},
    };
    for (const auto& row : rows) CHECK(same(row.written, address_of(row.text)));
}

TEST(what_is_no_address_is_none, "a text that one reader takes and another does not is a hole in a rule") {
    for (const char* text : {"",
                             "1",
                             "1.2.3",
                             "1.2.3.",
                             ".1.2.3",
                             "1..2.3",
                             "1.2.3.4.",
                             "1.2.3.4.5",
                             "256.0.0.0",
                             "0.0.0.256",
                             "01.2.3.4",
                             "1.2.3.00",
                             "1.2.3.-4",
                             "1.2.3.+4",
                             "1.2.3.4 ",
                             " 1.2.3.4",
                             "1.2.3./",
                             "1.2.3.;",
                             "1.2.3.x",
                             "1.2.3.4294967297",
                             "1.2.3.0x1",
                             ":",
                             ":::",
                             "1:",
                             ":1",
                             "1::2::3",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:",
                             "1:2:3:4:5:6:7:8:",
                             "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4::5:6:7:8",
                             "1:2:3:4:5:6:7:8::",
                             "::1:2:3:4:5:6:7:8",
                             "12345::",
                             "00001::",
                             "g::",
                             "-1::",
                             "+1::",
                             "0x1::",
                             "1 ::",
                             "::1%eth0",
                             "::ffff:1.2.3.4",
                             "::FFFF:102:304",
                             "1.2.3.4::",
                             "1.2.3.4::1",
                             "::1.2.3.4:5",
                             "1:2:3:4:5:6:7:1.2.3.4",
                             "1:2:3:4:5:1.2.3.4",
                             "::1:2:3:4:5:6:7:1.2.3.4",
                             "::1.2.3",
                             "::1.2.3.256",
                             "1.2.3.4:5:6:7:8:9:a"}) {
        if (!address_of(text).empty()) fprintf(stderr, "<%s> is taken for %s\n", text, address_of(text).c_str());
        CHECK(address_of(text).empty());
    }
    for (const char* text : {"1.2.3.4", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/08", "1.2.3.4/-1", "1.2.3.4/ 8", "::/129", "/8", "1.2.3.4/8/8",
                             "1.2.3.4/4294967304"})
        CHECK(!read_prefix(text));
}

TEST(addresses_are_counted_up_and_down, "a subnet hands them out one after another") {
    const struct {
        const char *one, *next;
    } rows[] = {{"10.0.0.255", "10.0.1.0"},
                {"0.0.0.0", "0.0.0.1"},
                {"::", "::1"},
                {"::ffff:ffff:ffff:ffff", "0:0:0:1::"},
                {"1::ffff:ffff:ffff:ffff", "1:0:0:1::"}};
    for (const auto& row : rows) {
        CHECK(same(row.next, text_of(successor(*read_address(row.one)))));
        CHECK(same(row.one, text_of(predecessor(*read_address(row.next)))));
        CHECK(*read_address(row.one) < *read_address(row.next) && !(*read_address(row.one) == *read_address(row.next)));
    }
    CHECK_EQUAL(0, predecessor(Address{false, 0, 0}).high);
    CHECK_EQUAL(0, successor(Address{false, 0, UINT64_MAX}).high);
}

TEST(a_prefix_has_its_bounds, "what is inside of a network is answered, carried and translated by them") {
    const struct {
        const char *prefix, *last;
        bool exact;
    } rows[] = {
        {"0.0.0.0/0", "255.255.255.255", true},
        {"10.0.0.0/8", "10.255.255.255", true},
        {"10.0.0.1/8", "10.255.255.255", false},
        {"10.0.0.0/30", "10.0.0.3", true},
        {"10.0.0.2/30", "10.0.0.3", false},
        {"1.2.3.4/32", "1.2.3.4", true},
        {"::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true},
        {"2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true},
        {"2001:db8:0:2::/63", "2001:db8:0:3:ffff:ffff:ffff:ffff", true},
        {"2001:db8:0:1::/63", "2001:db8:0:1:ffff:ffff:ffff:ffff", false},
        {"2001:db8::/64", "2001:db8::ffff:ffff:ffff:ffff", true},
        {"2001:db8::1/64", "2001:db8::ffff:ffff:ffff:ffff", false},
        {"2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff", true},
        {"2001:db8:0:0:8000::/65", "2001:db8::ffff:ffff:ffff:ffff", true},
        {"::1/127", "::1", false},
        {"::1/128", "::1", true},
    };
    for (const auto& row : rows) {
        CHECK(same(row.last, text_of(prefix_of(row.prefix).last())));
        CHECK_EQUAL(row.exact, is_exact(prefix_of(row.prefix)));
        CHECK(same(row.prefix, text_of(prefix_of(row.prefix))) || prefix_of(row.prefix).length == 65);
        CHECK(prefix_of(row.prefix).contains(prefix_of(row.prefix).last()));
        CHECK(prefix_of(row.prefix).contains(prefix_of(row.prefix).first));
    }
    const struct {
        const char *one, *other;
        bool contains, overlaps;
    } pairs[] = {
        {"10.0.0.0/8", "10.1.0.0/16", true, true},
        {"10.1.0.0/16", "10.0.0.0/8", false, true},
        {"10.0.0.0/8", "11.0.0.0/8", false, false},
        {"10.0.0.0/8", "10.0.0.0/8", true, true},
        {"::/0", "10.0.0.0/8", false, false},
        {"0.0.0.0/0", "::1/128", false, false},
        {"fd00::/64", "fd00:0:0:1::/64", false, false},
        {"fd00::/63", "fd00:0:0:1::/64", true, true},
        {"fd00::/65", "fd00::8000:0:0:0/65", false, false},
    };
    for (const auto& pair : pairs) {
        CHECK_EQUAL(pair.contains, prefix_of(pair.one).contains(prefix_of(pair.other)));
        CHECK_EQUAL(pair.overlaps, prefix_of(pair.one).overlaps(prefix_of(pair.other)));
    }
}

TEST(a_hardware_address_is_six_pairs, "clients write them with dashes or colons, and one adapter has one") {
    CHECK(same("00-15-5D-0A-9F-FF", hardware_address_text(*read_hardware_address("00-15-5d-0a-9F-ff"))));
    CHECK(same("AF-FE-00-19-60-F0", hardware_address_text(*read_hardware_address("af:fe:00:19:60:F0"))));
    CHECK(read_hardware_address("00-15-5D-0A-9F-FF") == std::uint64_t{0x00155D0A9FFF});
    CHECK(read_hardware_address("A0:b9:Ca:9D:eF:fA") == std::uint64_t{0xA0B9CA9DEFFA});
    for (const char* text : {"", "00-15-5D-0A-9F", "00-15-5D-0A-9F-FF-", "00-15-5D-0A-9F-FFF", "00.15.5D.0A.9F.FF", "00-15:5D-0A-9F-FF",
                             "00-15-5D-0A-9F:FF", "0g-15-5D-0A-9F-FF", "0G-15-5D-0A-9F-FF", "0/-15-5D-0A-9F-FF", "0:-15-5D-0A-9F-FF",
                             "0@-15-5D-0A-9F-FF", "0`-15-5D-0A-9F-FF", "00-15-5D-0A-9F-F-", "001155D-0A-9F-FFF"})
        CHECK(!read_hardware_address(text));
    CHECK(!is_of_one_adapter(0) && !is_of_one_adapter(0x010000000000) && !is_of_one_adapter(0x0300FFFFFFFF));
    CHECK(is_of_one_adapter(1) && is_of_one_adapter(0x020000000000) && is_of_one_adapter(0x008000000000) &&
          is_of_one_adapter(0xFEFFFFFFFFFF));
}

TEST(ill_formed_utf8_reads_as_replacements_one_byte_at_a_time, "file names are any bytes, and a client gets well-formed text") {
    const struct {
        const char *bytes, *units;
    } rows[] = {
        {"A\x7F", "0041 007F "},
        {"\xC2\x80", "0080 "},
        {"\xDF\xBF", "07FF "},
        {"\xE0\xA0\x80", "0800 "},
        {"\xED\x9F\xBF", "D7FF "},
        {"\xEE\x80\x80", "E000 "},
        {"\xEF\xBF\xBF", "FFFF "},
        {"\xF0\x90\x80\x80", "D800 DC00 "},
        {"\xF0\x9F\x8C\x8D", "D83C DF0D "},
        {"\xF4\x8F\xBF\xBF", "DBFF DFFF "},
        {"\x80", "FFFD "},
        {"\xBF"
         "A",
         "FFFD 0041 "},
        {"\xC0\x80", "FFFD FFFD "},
        {"\xC1\xBF", "FFFD FFFD "},
        {"\xE0\x9F\xBF", "FFFD FFFD FFFD "},
        {"\xED\xA0\x80", "FFFD FFFD FFFD "},
        {"\xED\xBF\xBF", "FFFD FFFD FFFD "},
        {"\xF0\x8F\xBF\xBF", "FFFD FFFD FFFD FFFD "},
        {"\xF4\x90\x80\x80", "FFFD FFFD FFFD FFFD "},
        {"\xF5\x80\x80\x80", "FFFD FFFD FFFD FFFD "},
        {"\xF7\xBF\xBF\xBF", "FFFD FFFD FFFD FFFD "},
        {"\xF8\x90\x80\x80", "FFFD FFFD FFFD FFFD "},
        {"\xFC\x84\x80\x80", "FFFD FFFD FFFD FFFD "},
        {"\xFF", "FFFD "},
        {"\xC2", "FFFD "},
        {"\xE1\x80", "FFFD FFFD "},
        {"\xF1\x80\x80", "FFFD FFFD FFFD "},
        {"\xC2"
         "A",
         "FFFD 0041 "},
        {"\xE1\x80"
         "A",
         "FFFD FFFD 0041 "},
        {"\xF1\x80\x80"
         "A",
         "FFFD FFFD FFFD 0041 "},
        {"\xE1\xC2\x80", "FFFD 0080 "},
        {"a\xC2\x80"
         "b",
         "0061 0080 0062 "},
    };
    for (const auto& row : rows) CHECK(same(row.units, hex_of(widen(row.bytes))));
}

TEST(utf16_becomes_utf8_or_is_refused, "half a pair is no letter, and no document is longer than the limit") {
    const struct {
        std::u16string units;
        const char* bytes; /* nullptr: refused */
    } rows[] = {
        {u"\x7F", "\x7F"},
        {u"\x80", "\xC2\x80"},
        {u"\x7FF", "\xDF\xBF"},
        {u"\x800", "\xE0\xA0\x80"},
        {u"\xFFFF", "\xEF\xBF\xBF"},
        {u"\xD7FF\xE000", "\xED\x9F\xBF\xEE\x80\x80"},
        {{0xD800, 0xDC00}, "\xF0\x90\x80\x80"},
        {{0xDBFF, 0xDFFF, 'x'}, "\xF4\x8F\xBF\xBFx"},
        {{0xD83C, 0xDF0D}, "\xF0\x9F\x8C\x8D"},
        {{0xD800}, nullptr},
        {{0xD800, 'x'}, nullptr},
        {{0xDBFF, 0xD800}, nullptr},
        {{0xDC00}, nullptr},
        {{'x', 0xDFFF, 'x'}, nullptr},
    };
    for (const auto& row : rows) {
        std::string bytes = "left";
        const std::vector<WCHAR> units(row.units.c_str(), row.units.c_str() + row.units.size() + 1);
        CHECK_EQUAL(row.bytes != nullptr, narrow(units.data(), bytes));
        if (row.bytes) CHECK(same(row.bytes, bytes));
    }
    const std::vector<WCHAR> nothing{0, 'x', 0};
    std::string bytes = "left";
    CHECK(narrow(nothing.data(), bytes) && same("", bytes));
    std::vector<WCHAR> longest(kDocumentLimit + 2, 'x');
    longest[kDocumentLimit] = 0;
    CHECK(narrow(longest.data(), bytes) && bytes.size() == kDocumentLimit);
    longest[kDocumentLimit] = 'x';
    longest[kDocumentLimit + 1] = 0;
    CHECK(!narrow(longest.data(), bytes));
}

TEST(a_string_is_counted_from_hand_to_hand, "what a client forgets to free, or frees with another function, is told") {
    StringLedger ledger;
    WCHAR* const one = ledger.hand_out(u"one", Allocator::kLocal);
    WCHAR* const two = ledger.hand_out(u"", Allocator::kCoTaskMem);
    CHECK(one[0] == 'o' && one[2] == 'e' && one[3] == 0 && two[0] == 0);
    CHECK_EQUAL(2, ledger.live());
    ledger.take_back(one, Allocator::kLocal);
    ledger.take_back(nullptr, Allocator::kLocal);
    CHECK_EQUAL(1, ledger.live());
    CHECK_EQUAL(0, ledger.wrong_frees());
    ledger.take_back(two, Allocator::kLocal);
    CHECK_EQUAL(0, ledger.live());
    CHECK_EQUAL(1, ledger.wrong_frees());
    int nobodys = 0;
    ledger.take_back(&nobodys, Allocator::kLocal);
    CHECK_EQUAL(0, ledger.live());
    CHECK_EQUAL(2, ledger.wrong_frees());
    ledger.take_back(one, Allocator::kLocal); /* once more */
    CHECK_EQUAL(0, ledger.live());
    CHECK_EQUAL(3, ledger.wrong_frees());
}

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
static long resident_pages() {
    long all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident;
}

TEST(a_string_that_was_taken_back_costs_no_memory, "a client asks for documents as long as it lives") {
    StringLedger ledger;
    const std::u16string large(1 << 20, 'x');
    const long before = resident_pages();
    for (const Allocator each : {Allocator::kLocal, Allocator::kCoTaskMem})
        for (int round = 0; round < 16; ++round) ledger.take_back(ledger.hand_out(large, each), each);
    const long pages_of_one = static_cast<long>(large.size() * sizeof(WCHAR)) / getpagesize();
    CHECK(resident_pages() - before < 8 * pages_of_one);
}
#endif

TEST(every_day_of_eight_centuries_has_its_date, "certificates, logs and layers carry times, and leap years have exceptions") {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::int64_t day = 86400LL * 10000000;
    std::int64_t at = -135140 * day; /* 1600-01-01, by [MS-DTYP] 2.3.3's 1601-01-01 and the 366 days of 1600 */
    for (int year = 1600; year < 2401; ++year) {
        for (int month = 0; month < 12; ++month) {
            const bool leap = month == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            for (int date = 1; date <= lengths[month] + leap; ++date, at += day) {
                char expected[64];
                snprintf(expected, sizeof expected, "%04d-%02d-%02dT00:00:00.0000000Z", year, month + 1, date);
                if (timestamp_text(at) != expected) CHECK(same(expected, timestamp_text(at)));
            }
        }
    }
    CHECK(same("1970-01-01T00:00:00.0000000Z", timestamp_text(0)));
    CHECK(same("1969-12-31T23:59:59.9999999Z", timestamp_text(-1)));
    CHECK(same("1601-01-01T00:00:00.0000000Z", timestamp_text(-116444736000000000)));
    CHECK(same("2024-02-29T12:34:56.1234567Z", timestamp_text(17092100961234567)));
    CHECK(same("0001-01-01T00:00:00.0000000Z", timestamp_text(-621355968000000000)));
    CHECK(same("9999-12-31T23:59:59.9999999Z", timestamp_text(2534023007999999999)));
}

TEST(a_code_of_the_service_has_two_spellings, "a client that compares the other one configures the host, and everything else stays") {
    CHECK_EQUAL(hresult(0xC0370105), spelled_as_status(hresult(0x80370105)));
    CHECK_EQUAL(hresult(0x80070057), spelled_as_status(hresult(0x80070057)));
    CHECK_EQUAL(hresult(0x80380105), spelled_as_status(hresult(0x80380105)));
    CHECK_EQUAL(0, spelled_as_status(0));
    const struct {
        std::u16string document, spelled;
    } rows[] = {
        {u"{\"Error\":-2143878907,\"x\":1}", u"{\"Error\":-1070137083,\"x\":1}"},
        {u"{\"Error\":-2147024809}", u"{\"Error\":-2147024809}"},
        {u"{\"a\":{\"Error\":-2143878907},\"b\":{\"Error\":-2143878907}}",
         u"{\"a\":{\"Error\":-1070137083},\"b\":{\"Error\":-1070137083}}"},
        {u"{\"ErrorMessage\":\"\\\"Error\\\":-2143878907\"}", u"{\"ErrorMessage\":\"\\\"Error\\\":-2143878907\"}"},
        {u"{\"Error\":-2143878907", u"{\"Error\":-1070137083"},
        {u"{}", u"{}"},
        {u"", u""},
    };
    for (const auto& row : rows) CHECK(row.spelled == spelled_as_status(row.document));
}

TEST(a_refusal_s_document_says_code_reason_and_place, "it is all that a client gets to see of a failure") {
    const std::string events =
        "\"ErrorEvents\":[{\"Message\":\"why\",\"Provider\":\"00000000-0000-0000-0000-000000000000\",\"EventId\":0,\"Flags\":0,"
        "\"Source\":\"hcsffi embedded host\",\"Data\":[]}]";
    CHECK(same("{\"Error\":-2147024809,\"ErrorMessage\":\"why\"," + events + "}", result_error(hresult(0x80070057), "why")));
    CHECK(same(
        "{\"Error\":-2147024809,\"ErrorMessage\":\"why\"," + events + ",\"Attribution\":[{\"OperationFailure\":{\"Detail\":\"Start\"}}]}",
        result_error(hresult(0x80070057), "why", "Start")));
}

namespace {

/* Gone with all that is in it. */
struct Emptied {
    std::filesystem::path folder;
    Emptied() {
        char path[512];
        if (make_folder(path, sizeof path)) folder = std::filesystem::u8path(path);
    }
    ~Emptied() {
        std::error_code ignored;
        if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
    }
    std::string path(const char* name) const { return (folder / name).u8string(); }
};

}  // namespace

TEST(a_file_of_the_host_is_written_and_read_or_refused_by_its_code, "a machine is saved into it, and what is half saved is none") {
    const Emptied place;
    const std::string file = place.path("saved"), folder = place.folder.u8string();
    CHECK(!place.folder.empty() && !file_exists(file) && file_exists(folder));
    write_file(file, "the first, which is longer", true);
    CHECK(file_exists(file) && same("the first, which is longer", read_file(file)));
    const std::string second("a line\r\n\0and \x1A more\n", 20);
    write_file(file, second, false);
    CHECK(same(second, read_file(file)));
    CHECK(same("the file exists: " + file, refusal_of([&] { write_file(file, "x", true); }, kFileExists)));
    CHECK(same(second, read_file(file)));
    const std::string nowhere = place.path("none"), below = (place.folder / "none" / "saved").u8string();
    CHECK(same("no such file: " + nowhere, refusal_of([&] { (void)read_file(nowhere); }, kFileNotFound)));
    CHECK(same("no such file: " + folder, refusal_of([&] { (void)read_file(folder); }, kFileNotFound)));
    CHECK(same("no such folder: " + nowhere, refusal_of([&] { write_file(below, "x", false); }, kPathNotFound)));
    CHECK(same("no such folder: " + file, refusal_of([&] { write_file(file + "/x", "x", false); }, kPathNotFound)));
    CHECK(same("the file cannot be written: " + folder, refusal_of([&] { write_file(folder, "x", false); }, kAccessDenied)));
    for (const char* elsewhere : {"saved", "./saved", ""}) {
        const std::string no = std::string("no absolute path of this platform: ") + elsewhere;
        CHECK(!is_local_path(elsewhere));
        CHECK(same(no, refusal_of([&] { write_file(elsewhere, "x", false); }, kPathNotFound)));
        CHECK(same(no, refusal_of([&] { (void)read_file(elsewhere); }, kPathNotFound)));
    }
    CHECK(is_local_path(file));
    std::filesystem::resize_file(std::filesystem::u8path(file), kDocumentLimit);
    CHECK_EQUAL(kDocumentLimit, read_file(file).size());
    std::filesystem::resize_file(std::filesystem::u8path(file), kDocumentLimit + 1);
    CHECK(same("the file is too long: " + file, refusal_of([&] { (void)read_file(file); }, kInvalidData)));
#ifdef __linux__
    CHECK(!file_exists(place.path(std::string(300, 'x').c_str())));
    CHECK(same("the file cannot be written: /dev/full", refusal_of([] { write_file("/dev/full", "x", false); }, kAccessDenied)));
#endif
}
