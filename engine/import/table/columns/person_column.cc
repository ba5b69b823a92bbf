#include "engine/import/table/columns/person_column.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/join/second_values.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kSeveralIds{ImportProblem::Kind::kNote,
                                 "person who has several ids of a table: each is counted as an individual",
                                 "if the table's id is that of a sample, a visit or a row, let its \"id\" name the "
                                 "column of the person; if they are "
                                 "several people of one number, nothing"};

// More people than this are not remembered.
constexpr size_t kMost = 1'000'000;

}  // namespace

bool IsNameOfPerson(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "patientid",       "personid",   "subjectid", "participantid",    "individualid", "subjid",        "usubjid",
      "patid",           "patnr",      "patientnr", "patientno",        "patientnum",   "patientnumber", "patientenid",
      "patientennummer", "idpaciente", "idpatient", "patientpseudonym", "mrn",          "personnumber"};
  return IsIn(kNames, Letters(name).text());
}

bool IsNameOfSeveral(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "visit",    "visitid",    "visitno",   "visitnr",    "visitnumber", "visitnum",  "visitname",
      "event",    "eventname",  "eventid",   "encounter",  "encounterid", "timepoint", "redcapeventname",
      "sample",   "sampleid",   "specimen",  "specimenid", "row",         "rowid",     "redcaprepeatinstance",
      "instance", "episode",    "episodeid", "admission",  "admissionid", "caseno",    "besuch",
      "visite",   "fallnummer", "date",      "visitdate"};
  return IsIn(kNames, Letters(name).text());
}

namespace {

// Whether it has what many people are in: of it and a number of the case or the row, the id of a person is made.
bool IsNameOfGroup(std::string_view name) {
  constexpr std::string_view kNames[] = {"study",    "studyid", "cohort",    "cohortid",  "project",  "family",
                                         "familyid", "fid",     "famid",     "household", "country",  "region",
                                         "batch",    "plate",   "year",      "jahr",      "registry", "source",
                                         "dataset",  "lab",     "department"};
  return IsNameOfSites(name) || IsIn(kNames, Letters(name).text());
}

// Whether it tells whose row it is of the people beside that one.
bool IsNameOfRelation(std::string_view name) {
  constexpr std::string_view kNames[] = {"relation", "relationship",   "relationtoproband", "relationshiptoproband",
                                         "kinship",  "verwandtschaft", "relacion",          "parente"};
  return IsIn(kNames, Letters(name).text());
}

}  // namespace

void PersonColumn::Find(const Table& table, const TableHeader& header) {
  const std::vector<HeaderColumn>& columns = header.columns();
  std::vector<size_t> of_id = header.id_begins();
  of_id.push_back(header.id());
  for (const size_t column : of_id) {
    if (!IsNameOfSeveral(columns[column].name)) columns_.push_back(column);
  }
  const bool of_groups =
      std::all_of(columns_.begin(), columns_.end(), [&](size_t column) { return IsNameOfGroup(columns[column].name); });
  if (of_id.size() > 1 && of_groups) columns_.clear();
  if (std::any_of(columns.begin(), columns.end(), [](const auto& column) { return IsNameOfRelation(column.name); })) {
    columns_.clear();
    return;
  }
  if (of_id.size() == 1 || columns_.size() == of_id.size()) {
    columns_.clear();
    if (IsNameOfPerson(columns[header.id()].name)) return;
    for (size_t i = 0; i < columns.size() && columns_.empty(); ++i) {
      if (i != header.id() && !columns[i].used && IsNameOfPerson(columns[i].name)) columns_.push_back(i);
    }
  }
  if (columns_.empty()) return;
  name_ = columns[columns_.front()].name;
  place_ = Concat({"/", table.name, "/", name_});
}

void PersonColumn::Compare(const CsvRow& row, std::string_view id, Reporter& reporter) {
  std::string person;
  for (const size_t column : columns_) {
    if (row.cells[column].empty()) return;
    person.append(person.empty() ? "" : "\t").append(row.cells[column]);
  }
  const auto known = ids_.find(person);
  if (known == ids_.end()) {
    if (ids_.size() < kMost) ids_.emplace(std::move(person), Ids{std::string(id), false});
    return;
  }
  Ids& ids = known->second;
  if (ids.several || ids.first == id) return;
  ids.several = true;
  reporter.Report(kSeveralIds, place_, row.cells[columns_.front()],
                  Concat({"\"", Shown(row.cells[columns_.front()], 40), "\" in \"", name_, "\" is \"",
                          Shown(ids.first, 40), "\" and \"", Shown(id, 40), "\""}));
}

}  // namespace muster::import
