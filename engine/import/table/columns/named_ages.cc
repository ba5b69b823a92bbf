#include "engine/import/table/columns/named_ages.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/import/mapping/table.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/text/spellings.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kFromAnotherDay{
    ImportProblem::Kind::kNote,
    "column that counts from another day than birth by its name, and whose numbers are taken as ages",
    "nothing, if they are ages; else leave \"age\" out of the column: the time since a diagnosis or the beginning of a "
    "study is no age, and people would be children; let the rule read a date or an age instead",
    RemarkPlace::kFirst};
constexpr RemarkKind kGestation{
    ImportProblem::Kind::kNote, "column of gestational ages by its name, whose numbers are taken as ages after birth",
    "nothing, if they are ages after birth; else make a measurement of it: \"assay\": {\"const\": \"LOINC:18185-9\"}, "
    "\"value\": \"/ga\", \"unit\": {\"const\": \"wk\"}",
    RemarkPlace::kFirst};

bool Has(std::string_view name, std::span<const std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return name.find(stem) != name.npos; });
}

}  // namespace

AgeOrigin AgeOriginByName(std::string_view name) {
  constexpr std::string_view kGestations[] = {
      "gestation",        "gestage", "gaweek", "gawk", "gaat", "gestazion", "gestacion", "schwangerschaftswoche",
      "zwangerschapsduur"};
  constexpr std::string_view kGestationNames[] = {"ga", "ssw", "gadays", "weeksga"};
  constexpr std::string_view kFrom[] = {
      "daysto",      "dayssince",  "daysfrom",   "daysafter",   "monthsto",  "monthssince", "monthsfrom",
      "monthsafter", "weeksto",    "weekssince", "yearssince",  "yearsfrom", "yearsafter",  "yearsto",
      "timeto",      "timesince",  "timefrom",   "sincediag",   "fromdiag",  "sincedx",     "tageseit",
      "tagebis",     "monateseit", "jahreseit",  "joursdepuis", "diasdesde", "studyday"};
  constexpr std::string_view kBirths[] = {"birth", "dob", "geburt", "naissance", "nacim", "nascita", "born"};
  const Letters letters(name);
  const std::string_view word = letters.text();
  if (Has(word, kGestations) || IsIn(kGestationNames, word)) return AgeOrigin::kConception;
  return Has(word, kFrom) && !Has(word, kBirths) ? AgeOrigin::kAnotherDay : AgeOrigin::kBirth;
}

void ReportNamedAges(std::string_view table, const TableHeader& header, Reporter& reporter) {
  for (const HeaderColumn& column : header.columns()) {
    if (!column.used || column.settings == nullptr || column.settings->age == TableColumn::Age::kNone) continue;
    AgeOrigin from = AgeOrigin::kBirth;
    model::OfAnySpelling(column.name, [&](std::string_view spelling) {
      from = AgeOriginByName(spelling);
      return from != AgeOrigin::kBirth;
    });
    if (from == AgeOrigin::kBirth) continue;
    reporter.Report(from == AgeOrigin::kConception ? kGestation : kFromAnotherDay,
                    model::Concat({"/", table, "/", column.name}), column.name,
                    model::Concat({"\"", Shown(column.name, 80), "\" is taken as an age, from birth"}));
  }
}

}  // namespace muster::import
