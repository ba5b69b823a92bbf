// Dates in other forms, for hints on how to write them here.
#ifndef MUSTER_GRAMMAR_TEXT_LOOSE_DATE_H_
#define MUSTER_GRAMMAR_TEXT_LOOSE_DATE_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::grammar {

/// 2 of Feb, february; 0 of any other word.
int MonthInWords(std::string_view word);

/// How to write the date that `text` seems to be: "2020-01-31" of 2020-1-31, 31/1/2020 2020/01/31, 31 Jan 2020 or
/// January 31, 2020. Of 2/1/2020, which may be in January or in February, both. Nullopt when it does not look like a
/// date.
std::optional<std::string> DateToWrite(std::string_view text);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_LOOSE_DATE_H_
