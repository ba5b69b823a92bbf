#include "engine/import/table/beside/precise_dates.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/beside/columns_of_rules.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kPrecision{
    ImportProblem::Kind::kNote,
    "column that may say how exactly the dates of another column are known, which no rule of the mapping reads",
    "nothing, if it says something else; else dates of which only the year or the month is known count as days: make "
    "two tables of the file by \"when\" of this column, and let the column of dates have \"date\": \"YYYY-07-01\" in "
    "one of them, where all are on that day, or write 2010 and 2010-07 in the source",
    RemarkPlace::kFirst};

constexpr size_t kMostWords = 12;

std::string_view WithoutWordForDate(std::string_view letters) {
  for (const std::string_view word : {"date", "datum", "dt"}) {
    if (letters.size() > word.size() && letters.ends_with(word)) letters.remove_suffix(word.size());
  }
  return letters;
}

// Of a date, whatever stands before it. Estimated and uncertain may be the thing of which it is.
bool SaysPrecision(std::string_view rest) {
  constexpr std::string_view kBegins[] = {"precis", "imput", "genauigkeit", "nauwkeurig", "noggrannh", "noejagtig"};
  return std::any_of(std::begin(kBegins), std::end(kBegins),
                     [&](std::string_view begin) { return rest.starts_with(begin); });
}

bool BeginsWithPrecision(std::string_view rest) {
  constexpr std::string_view kBegins[] = {"precis",    "accura",    "imput",       "estimat",
                                          "approx",    "uncertain", "genauigkeit", "nauwkeurig",
                                          "noggrannh", "noejagtig", "exactness"};
  return std::any_of(std::begin(kBegins), std::end(kBegins),
                     [&](std::string_view begin) { return rest.starts_with(begin); });
}

// Behind the name of a date: by themselves these may be of anything.
bool IsWordForPrecision(std::string_view rest) {
  constexpr std::string_view kWords[] = {"flag", "prec", "impflag", "known", "genauigkeit", "est"};
  return IsIn(kWords, rest) || BeginsWithPrecision(rest);
}

// What has a precision of its own.
bool IsMeasured(std::string_view stem) {
  constexpr std::string_view kMeasured[] = {"lab", "test", "assay", "result", "measurement", "value", "sample"};
  return IsIn(kMeasured, stem);
}

}  // namespace

bool SaysPrecisionOf(std::string_view name, std::string_view date) {
  // Of ADaM: ASTDT and ASTDTF.
  if (date.ends_with("DT") && name.size() == date.size() + 1 && name.starts_with(date) && name.back() == 'F') {
    return true;
  }
  const Letters letters(name);
  const Letters of_date(date);
  std::string_view all = letters.text();
  constexpr size_t kFewestLetters = 3;  // of a stem: "tdate" and "test" have a "t" by chance
  if (of_date.text().size() < kFewestLetters) return false;
  for (const std::string_view stem : {of_date.text(), WithoutWordForDate(of_date.text())}) {
    if (all.size() <= stem.size() || stem.size() < kFewestLetters) continue;
    if (all.starts_with(stem)) {
      std::string_view rest = all.substr(stem.size());
      bool names_the_date = stem == of_date.text();
      for (const std::string_view word : {"date", "datum", "dt", "is"}) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        names_the_date = names_the_date || word != "is";
      }
      // "lab_flag" beside "lab_date" is a flag of the result.
      if (names_the_date ? IsWordForPrecision(rest) : SaysPrecision(rest) && !IsMeasured(stem)) return true;
    }
    // "precision_of_birth_date"
    if (all.ends_with(stem) && stem == of_date.text()) {
      std::string_view rest = all.substr(0, all.size() - stem.size());
      if (rest.ends_with("of")) rest.remove_suffix(2);
      if (rest != "flag" && IsWordForPrecision(rest)) return true;
    }
  }
  return false;
}

void PreciseDates::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                         const TableHeader& header) {
  mapping_ = &mapping;
  table_ = mapping.tables()[table].name;
  const std::vector<size_t> dates = ColumnsOfTimes(mapping, table, header);
  if (dates.empty()) return;
  for (const size_t column : UnreadColumns(mapping, table, of_file, header)) {
    for (const size_t date : dates) {
      if (!SaysPrecisionOf(header.columns()[column].name, header.columns()[date].name)) continue;
      watched_.push_back({column, date});
      break;
    }
  }
}

void PreciseDates::Look(Watched& watched, const CsvRow& row) const {
  const std::string& date = row.cells[watched.date];
  if (date.empty() || mapping_->words().IsMissing(date)) return;
  ++watched.dates;
  const std::string& cell = row.cells[watched.column];
  if (cell.empty()) return;
  ++watched.cells;
  watched.answers = watched.answers && PolarityOfLetters(cell) != Polarity::kUnclear;
  std::string word = Shown(cell, 40);
  if (watched.words.size() > kMostWords || std::ranges::find(watched.words, word) != watched.words.end()) return;
  watched.words.push_back(std::move(word));
}

void PreciseDates::Report(const TableHeader& header, Reporter& reporter) const {
  for (const Watched& watched : watched_) {
    const bool differ = watched.words.size() > 1 || (watched.words.size() == 1 && watched.cells < watched.dates);
    if (!differ || watched.answers || watched.words.size() > kMostWords) continue;
    std::string words;
    for (const std::string& word : watched.words) words.append(words.empty() ? "\"" : ", \"").append(word).append("\"");
    const std::string& name = header.columns()[watched.column].name;
    reporter.BeginRecord(0, 0);
    reporter.Report(kPrecision, Concat({"/", table_, "/", name}), name,
                    Concat({"\"", Shown(name, 80), "\" has ", words, " beside ", CountedCells(watched.cells), " of \"",
                            Shown(header.columns()[watched.date].name, 80), "\", and all of them count as days"}));
  }
}

}  // namespace muster::import
