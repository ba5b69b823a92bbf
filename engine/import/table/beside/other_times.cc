#include "engine/import/table/beside/other_times.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/beside/columns_of_rules.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kNearer{
    ImportProblem::Kind::kNote,
    "column of times that no rule of the mapping reads, nearer to what happened than the one that a rule reads "
    "(collected and reported, onset and diagnosis)",
    "nothing, if the time that is read is the one that is meant; else let the rule read this column: \"fields\": "
    "{\"time\": \"/collected\"}"};
constexpr RemarkKind kEndUnread{
    ImportProblem::Kind::kNote,
    "column that may have the ends of treatments, of which a rule reads the start alone: for questions all of them go "
    "on",
    "nothing, if it is the end of something else; else let the rule read it, too: \"fields\": {\"start\": \"/start\", "
    "\"end\": \"/end\"}"};

// How far from what happened, by a part of a word of the name: 0 is the thing itself.
struct Role {
  std::string_view part;
  int distance;
};

constexpr Role kOfSamples[] = {{"effective", 0}, {"authored", 2}, {"collect", 0},    {"drawn", 0},    {"draw", 0},
                               {"sampling", 0},  {"sampled", 0},  {"taken", 0},      {"entnahme", 0}, {"abnahme", 0},
                               {"prelev", 0},    {"prlev", 0},    {"extraccion", 0}, {"prelievo", 0}, {"afname", 0},
                               {"provtag", 0},   {"observed", 0}, {"measured", 0},   {"receiv", 2},   {"receipt", 2},
                               {"eingang", 2},   {"recep", 2},    {"ontvang", 2},    {"result", 2},   {"befund", 2},
                               {"ergebnis", 2},  {"uitslag", 2},  {"report", 2},     {"validat", 2},  {"verified", 2},
                               {"authori", 2},   {"released", 2}, {"issued", 2},     {"freigabe", 2}, {"order", 2},
                               {"request", 2},   {"anforder", 2}, {"processed", 2}};
constexpr Role kOfOnsets[] = {{"recorded", 2}, {"asserted", 2}, {"onset", 0},   {"symptom", 0},    {"beginn", 0},
                              {"debut", 0},    {"inicio", 0},   {"esordio", 0}, {"insjukn", 0},    {"diagnos", 1},
                              {"confirm", 2},  {"report", 2},   {"notif", 2},   {"meldedatum", 2}, {"registr", 2}};
constexpr Role kOfDiagnoses[] = {{"recorded", 2}, {"asserted", 2}, {"diagnos", 0},    {"incidence", 0},
                                 {"report", 2},   {"notif", 2},    {"meldedatum", 2}, {"registr", 2}};
constexpr Role kOfTreatments[] = {{"effective", 0}, {"filled", 1},   {"authored", 2}, {"written", 2}, {"start", 0},
                                  {"begin", 0},     {"administ", 0}, {"given", 0},    {"debut", 0},   {"inicio", 0},
                                  {"dispens", 1},   {"abgabe", 1},   {"prescri", 2},  {"verordn", 2}, {"ordered", 2},
                                  {"orderdate", 2}, {"order", 2},    {"request", 2},  {"authori", 2}};
constexpr Role kOfProcedures[] = {{"perform", 0}, {"operat", 0}, {"surgery", 0}, {"eingriff", 0},
                                  {"start", 0},   {"order", 2},  {"request", 2}, {"report", 2},
                                  {"schedul", 2}, {"billed", 2}, {"referral", 2}};

std::span<const Role> RolesOf(model::FieldId field) {
  switch (field) {
    case model::field::kMeasurementTime:
    case model::field::kSampleCollected:
      return kOfSamples;
    case model::field::kDiseaseOnset:
    case model::field::kPhenotypeOnset:
      return kOfOnsets;
    case model::field::kDiseaseDiagnosis:
      return kOfDiagnoses;
    case model::field::kTreatmentStart:
      return kOfTreatments;
    case model::field::kProcedurePerformed:
      return kOfProcedures;
    default:
      return {};
  }
}

// Words of a name, in small letters: "onset", "date" of "onset_date" and "onsetDate".
std::vector<std::string> WordsOfTimeName(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  char before = ' ';
  for (const char c : name) {
    const bool high = (c & 0x80) != 0;  // a letter of another alphabet belongs to its word, and is left out
    if (!model::IsAsciiAlpha(c) && !high) {
      open = false;
    } else if (!high) {
      const bool hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
      if (!open || hump) words.emplace_back();
      open = true;
      words.back().push_back(model::AsciiLower(c));
    }
    before = c;
  }
  return words;
}

bool IsWordForTime(std::string_view word) {
  constexpr std::string_view kWords[] = {"date",  "datum", "time",     "datetime", "zeit",      "zeitpunkt",
                                         "fecha", "data",  "dt",       "dtm",      "dttm",      "dtc",
                                         "at",    "on",    "of",       "the",      "day",       "age",
                                         "alter", "edad",  "leeftijd", "ts",       "timestamp", "period"};
  return IsIn(kWords, word);
}

// Of what the time is, where that says nothing more than its table.
bool IsWordForThing(std::string_view word) {
  constexpr std::string_view kWords[] = {"sample",    "specimen", "lab",       "labor",       "test",  "probe",
                                         "disease",   "dx",       "drug",      "rx",          "med",   "medication",
                                         "blood",     "exposure", "condition", "measurement", "event", "actual",
                                         "treatment", "therapy",  "procedure", "proc"};
  return IsIn(kWords, word);
}

struct NameOfTime {
  std::optional<int> distance;
  std::string of;  // what else is in the name
};

NameOfTime NameOfTimeOf(model::FieldId field, std::string_view name) {
  NameOfTime found;
  for (const std::string& word : WordsOfTimeName(name)) {
    const std::span<const Role> roles = RolesOf(field);
    const auto role =
        std::find_if(roles.begin(), roles.end(), [&](const Role& one) { return word.find(one.part) != word.npos; });
    if (role != roles.end()) {
      found.distance = std::max(found.distance.value_or(0), role->distance);
    } else if (!IsWordForTime(word) && !IsWordForThing(word)) {
      found.of.append(word).append(" ");
    }
  }
  return found;
}

// ("date" may be of anything in the row, and "photo_taken" is of the photo.)
bool IsOfThing(const std::string& unread, const std::string& read) { return unread.empty() || unread == read; }

// "2020-05-13", "13.05.20", "13-MAY-2020": digits and what parts them, or the name of a month.
bool IsDateLike(std::string_view cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), model::IsAsciiDigit);
  const auto letters = std::count_if(cell.begin(), cell.end(), model::IsAsciiAlpha);
  const bool parted = cell.find_first_of("-./ ") != cell.npos;
  return cell.size() <= 32 && digits >= 4 && letters <= 4 && (parted || digits == 8 || digits == 4);
}

bool IsNumberLike(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789.,") == cell.npos;
}

// Of the name of a month in the languages of dates; else a number that other letters hardly have.
int MonthOf(std::string_view letters) {
  constexpr std::string_view kMonths[12] = {
      "jan ene gen sty led", "feb fev fv lut",     "mar mrz mr maa", "apr avr abr kwi dub",
      "may mai mei maj mag", "jun jui giu cze",    "jul lug lip",    "aug ago aou sie ao",
      "sep set wrz z",       "oct okt ott out pa", "nov lis",        "dec dez dic des dc gru"};
  const std::string_view begin = letters.substr(0, 3);
  for (int month = 0; month < 12; ++month) {
    std::string_view names = kMonths[month];
    while (!names.empty()) {
      const size_t end = std::min(names.find(' '), names.size());
      if (names.substr(0, end) == begin) return month + 1;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  int other = 100;
  for (const char c : begin) other = other * 32 + c;
  return other;
}

// The numbers of a day in order of size, as forms of a day differ in their order; years without their century.
struct KeyOfDay {
  std::array<int, 3> parts{};
  int year = 0;  // with its century, where it is written

  explicit KeyOfDay(std::string_view cell) {
    size_t count = 0;
    for (size_t i = 0; i < cell.size() && count < parts.size();) {
      const bool digit = model::IsAsciiDigit(cell[i]);
      if (!digit && !model::IsAsciiAlpha(cell[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      const auto goes_on = [&](char c) {  // letters with accents belong to their word, and are left out
        return digit ? model::IsAsciiDigit(c) : model::IsAsciiAlpha(c) || (c & 0x80) != 0;
      };
      while (end < cell.size() && goes_on(cell[end])) ++end;
      const std::string_view run = cell.substr(i, end - i);
      i = end;
      if (!digit) {
        std::string letters;
        for (const char c : run) {
          if (model::IsAsciiAlpha(c)) letters.push_back(model::AsciiLower(c));
        }
        if (letters != "t") parts[count++] = MonthOf(letters);
      } else if (run.size() == 8 && count == 0) {
        AddCompact(run);
        count = parts.size();
      } else {
        parts[count++] = AddNumber(run);
      }
    }
    std::sort(parts.begin(), parts.end());
  }

  bool operator==(const KeyOfDay& other) const {
    return parts == other.parts && (year == 0 || other.year == 0 || year == other.year);
  }

 private:
  int AddNumber(std::string_view digits) {
    int number = 0;
    for (const char c : digits.substr(0, 8)) number = number * 10 + (c - '0');
    if (digits.size() == 4) year = number;
    return number % 100;
  }
  // "20200513" or "13052020".
  void AddCompact(std::string_view digits) {
    const auto is_month = [](std::string_view two) { return two > "00" && two <= "12"; };
    const std::string_view century = digits.substr(0, 2);
    const bool year_first = (century == "19" || century == "20") && is_month(digits.substr(4, 2));
    parts = {AddNumber(year_first ? digits.substr(0, 4) : digits.substr(4)),
             AddNumber(digits.substr(year_first ? 4 : 0, 2)), AddNumber(digits.substr(year_first ? 6 : 2, 2))};
  }
};

}  // namespace

bool IsNearerTime(model::FieldId field, std::string_view name, std::string_view read) {
  const NameOfTime unread_name = NameOfTimeOf(field, name);
  if (!unread_name.distance.has_value()) return false;
  const NameOfTime read_name = NameOfTimeOf(field, read);
  return *unread_name.distance < read_name.distance.value_or(1) && IsOfThing(unread_name.of, read_name.of);
}

bool MayBeEndOf(std::string_view name, std::string_view start) {
  constexpr std::string_view kEnds[] = {"end",   "ended", "stop", "stopped", "until", "ende",
                                        "enddt", "fin",   "fine", "eind",    "einde", "slut"};
  constexpr std::string_view kParts[] = {"discontinu", "enddate",   "stopdate",     "enddatum",
                                         "absetz",     "abgesetzt", "therapieende", "behandlungsende"};
  bool ends = false;
  std::string of;
  for (const std::string& word : WordsOfTimeName(name)) {
    if (IsIn(kEnds, std::string_view(word)) || HasOneOf(word, kParts)) {
      ends = true;
    } else if (!IsWordForTime(word) && !IsWordForThing(word)) {
      of.append(word).append(" ");
    }
  }
  return ends && (of.empty() || of == NameOfTimeOf(model::field::kTreatmentStart, start).of);
}

void OtherTimes::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                       const TableHeader& header) {
  mapping_ = &mapping;
  table_ = mapping.tables()[table].name;
  const MappingNode* node = TableRules(mapping, table).node();
  if (node == nullptr) return;
  const std::vector<size_t> unread = UnreadColumns(mapping, table, of_file, header);
  if (unread.empty()) return;
  const auto add = [&](size_t column, size_t read, bool is_end) {
    const auto same = [&](const Pair& pair) { return pair.unread == column; };
    if (std::none_of(pairs_.begin(), pairs_.end(), same)) pairs_.push_back({column, read, is_end});
  };
  bool reads_end = false;
  for (const RowRule* rule : node->rows()) {
    for (const FieldRule& field : rule->fields) reads_end = reads_end || field.field == model::field::kTreatmentEnd;
  }
  for (const RowRule* rule : node->rows()) {
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.excluded || field.comparator || field.steps.empty()) continue;
      const size_t read = RolesOf(field.field).empty() ? kNoColumn : header.Find(field.steps[0]);
      if (read == kNoColumn) continue;
      for (const size_t column : unread) {
        const std::string& name = header.columns()[column].name;
        if (IsNearerTime(field.field, name, header.columns()[read].name)) add(column, read, /*is_end=*/false);
        if (field.field == model::field::kTreatmentStart && !reads_end &&
            MayBeEndOf(name, header.columns()[read].name)) {
          add(column, read, /*is_end=*/true);
        }
      }
    }
  }
}

void OtherTimes::Look(Pair& pair, const CsvRow& row) const {
  const std::string_view cell = model::Trim(row.cells[pair.unread]);
  const std::string_view read = model::Trim(row.cells[pair.read]);
  if (cell.empty() || mapping_->words().IsMissing(cell)) return;
  const bool ages = IsNumberLike(cell) && IsNumberLike(read) && cell.size() < 5;
  if (!IsDateLike(cell) && !ages) return;
  ++pair.times;
  // (An end may be on the day of the start, and is told all the same.)
  if (!pair.is_end && (cell == read || (!ages && KeyOfDay(cell) == KeyOfDay(read)))) return;
  if (++pair.others == 1) pair.example = Concat({"\"", Shown(cell, 40), "\" beside \"", Shown(read, 40), "\""});
}

void OtherTimes::Report(const TableHeader& header, Reporter& reporter) const {
  for (const Pair& pair : pairs_) {
    if (pair.others == 0) continue;
    const std::string& name = header.columns()[pair.unread].name;
    const std::string read = Concat({"\"", Shown(header.columns()[pair.read].name, 80), "\""});
    reporter.BeginRecord(0, 0);
    reporter.Report(
        pair.is_end ? kEndUnread : kNearer, Concat({"/", table_, "/", name}), name,
        pair.is_end
            ? Concat({CountedCells(pair.others), " of \"", Shown(name, 80), "\" may be ends, such as ", pair.example,
                      " of ", read, ", which a rule reads alone"})
            : Concat({CountedCells(pair.others), " of \"", Shown(name, 80), pair.others == 1 ? "\" has" : "\" have",
                      " another time than ", read, ", which a rule reads: ", pair.example}));
  }
}

}  // namespace muster::import
