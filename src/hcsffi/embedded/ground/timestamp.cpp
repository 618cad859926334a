#include "ground/timestamp.h"

#include <cstdio>

namespace hcsffi {

namespace {

constexpr std::int64_t kSecond = 10'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

// Rounds towards the past, which division does not before 1970.
std::int64_t whole(std::int64_t time, std::int64_t unit) { return time / unit - (time % unit < 0 ? 1 : 0); }

struct Date {
    int year;
    int month;
    int day;
};

// The proleptic Gregorian calendar, counted from 1 March so that the leap day ends a year; 146097 days are 400 years.
Date date_of(std::int64_t days_since_1970) {
    const std::int64_t days = days_since_1970 + 719'468;
    const std::int64_t era = whole(days, 146'097);
    const std::int64_t day_of_era = days - era * 146'097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;
    const int month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
    const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), month, static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

}  // namespace

std::string timestamp_text(std::int64_t unix_100ns) {
    const std::int64_t days = whole(unix_100ns, kDay);
    const std::int64_t part = unix_100ns - days * kDay;
    const int seconds = static_cast<int>(part / kSecond);
    const Date date = date_of(days);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%07dZ", date.year, date.month, date.day, seconds / 3'600,
                  seconds / 60 % 60, seconds % 60, static_cast<int>(part % kSecond));
    return text;
}

}  // namespace hcsffi
