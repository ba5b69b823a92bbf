// Numbers as spreadsheets write them.
#ifndef MUSTER_ENGINE_MODEL_TEXT_SPREADSHEET_NUMBER_H_
#define MUSTER_ENGINE_MODEL_TEXT_SPREADSHEET_NUMBER_H_

#include <string_view>

namespace muster::model {

/// True for "1.23457E+15" and "1,23E+11", and "####" of a column that was too narrow: what a spreadsheet makes of an id
/// of many digits, whose last ones are lost, so that several ids become one.
bool IsRoundedNumber(std::string_view text);

/// True for "2-Mar", "Sep-09" and "2024-03-02", into which spreadsheets convert symbols of genes such as MARCH2 and
/// SEPT9. Numbers of digits alone are ids.
bool IsGeneAsDate(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_SPREADSHEET_NUMBER_H_
