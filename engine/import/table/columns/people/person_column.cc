#include "engine/import/table/columns/people/person_column.h"

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
                                 "column of the person; if they are several people of one number, nothing"};

constexpr RemarkKind kMayBePerson{
    ImportProblem::Kind::kNote,
    "column that may name people, beside an id of visits, samples or the like: each of these is counted as an "
    "individual",
    "nothing, if it does not name people; else let the table's \"id\" name this column, with rows of its own for each "
    "visit (not \"one\"), or make it the \"person id\" of the individual",
    RemarkPlace::kFirst};

// More people than this are not remembered.
constexpr size_t kMost = 1'000'000;

}  // namespace

bool IsNameOfPerson(std::string_view name) {
  constexpr std::string_view kNames[] = {"patientid",
                                         "personid",
                                         "subjectid",
                                         "participantid",
                                         "individualid",
                                         "subjid",
                                         "usubjid",
                                         "patid",
                                         "patnr",
                                         "patientnr",
                                         "patientno",
                                         "patientnum",
                                         "patientnumber",
                                         "patientenid",
                                         "patientennummer",
                                         "idpaciente",
                                         "idpatient",
                                         "patientpseudonym",
                                         "mrn",
                                         "personnumber",
                                         "patientnbr",
                                         "patientkey",
                                         "nhsnumber",
                                         "empi",
                                         "patientuid",
                                         "participantnumber"};
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

bool MayBeNameOfPerson(std::string_view name) {
  // What is left when words for ids are taken off. (Of a mother, a doctor or a family, people have one together.)
  constexpr std::string_view kPeople[] = {
      "patient",   "pat",        "person",       "subject",  "subj",     "participant", "individual",  "indiv",
      "proband",   "donor",      "client",       "member",   "nhs",      "mrn",         "empi",        "mpi",
      "hn",        "cpr",        "pesel",        "ssn",      "chi",      "bsn",         "kv",          "case",
      "study",     "bene",       "enrollee",     "paciente", "paziente", "pasient",     "beneficiary", "usager",
      "patienten", "teilnehmer", "versicherten", "uhid",     "desynpuf", "pt",          "personal",    "medicalrecord",
      "personen",  "probanden",  "deelnemer",    "pid",      "sujet"};
  constexpr std::string_view kBefore[] = {"fallnr",   "unique",    "anon",     "deid", "deidentified",
                                          "source",   "master",    "hospital", "fk",   "study",
                                          "research", "encounter", "sample",   "id",   "nr"};
  constexpr std::string_view kBehind[] = {"identifier", "pseudonym", "number", "nummer", "sourcevalue", "uuid", "uid",
                                          "nbr",        "num",       "key",    "sk",     "hash",        "code", "ident",
                                          "pseudo",     "nr",        "no",     "id",     "ref"};
  // By itself, a word for something else.
  constexpr std::string_view kWithNumberOnly[] = {"case",          "study", "member", "personal",
                                                  "medicalrecord", "kv",    "pt",     "chi"};
  const Letters letters(name);
  std::string_view rest = letters.text();
  for (const std::string_view end : kBehind) {
    if (rest.size() > end.size() + 1 && rest.ends_with(end) && !IsIn(kPeople, rest)) {
      rest.remove_suffix(end.size());
      break;
    }
  }
  if (IsIn(kPeople, rest)) return rest.size() < letters.text().size() || !IsIn(kWithNumberOnly, rest);
  return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::string_view begin) {
    return rest.starts_with(begin) && IsIn(kPeople, rest.substr(begin.size())) &&
           !IsIn(kWithNumberOnly, rest.substr(begin.size()));
  });
}

namespace {

// Whether an id of this name is that of something that a person has several of.
bool IsIdOfSeveral(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "encounter", "visit",        "stay",        "admission",   "hadm",       "episode", "specimen", "sample",
      "barcode",   "aliquot",      "accession",   "biosample",   "tube",       "slide",   "exam",     "scan",
      "claim",     "prescription", "requisition", "appointment", "aufenthalt", "besuch",  "sejour",   "episodio",
      "ingreso",   "ricovero",     "orderid",     "rowid",       "testid",     "reportid"};
  constexpr std::string_view kNames[] = {"row",        "order", "fall",  "fallnr",  "fallid",
                                         "fallnummer", "rowno", "rownr", "orderno", "labno",
                                         "laufnr",     "index", "csn",   "pathno",  "eventid"};
  const Letters letters(name);
  return IsNameOfSeveral(name) || HasOneOf(letters.text(), kStems) || IsIn(kNames, letters.text());
}

// "8222157", "P-17": a digit, and neither a decimal nor a date.
bool LooksLikeId(std::string_view cell) {
  constexpr size_t kDate = 8;
  const auto digits = static_cast<size_t>(std::count_if(cell.begin(), cell.end(), model::IsAsciiDigit));
  if (digits == 0 || cell.find_first_of(".,;:/ ") != cell.npos) return false;
  const bool parts = std::count(cell.begin(), cell.end(), '-') == 2;
  return !parts || digits != kDate;
}

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
    if (columns_.empty() && of_id.size() == 1 && IsIdOfSeveral(columns[header.id()].name)) {
      for (size_t i = 0; i < columns.size(); ++i) {
        if (i == header.id() || columns[i].used || columns[i].left_out || !MayBeNameOfPerson(columns[i].name)) continue;
        maybe_.emplace_back().column = i;
      }
    }
  }
  if (columns_.empty()) return;
  name_ = columns[columns_.front()].name;
  place_ = Concat({"/", table.name, "/", name_});
}

void PersonColumn::Maybe::Add(const CsvRow& row, std::string_view id) {
  const std::string& cell = row.cells[column];
  if (cell.empty() || !are_ids) return;
  if (!LooksLikeId(cell)) {
    are_ids = false;
    values.clear();
    return;
  }
  auto value = values.find(cell);
  if (value == values.end()) {
    if (values.size() == kMost) return;
    value = values.emplace(cell, Several()).first;
  } else if (value->second.last == id) {
    return;
  } else if (!value->second.several) {
    value->second.several = true;
    ++several;
  }
  ++ids;
  value->second.last = id;
}

// Ids of studies, of which there are few beside many visits, are no people.
void PersonColumn::Report(const Table& table, const TableHeader& header, Reporter& reporter) const {
  constexpr uint64_t kFewest = 3;
  constexpr uint64_t kFewestOfStudies = 10;
  constexpr uint64_t kMostOfOne = 20;
  for (const Maybe& maybe : maybe_) {
    const std::string& name = header.columns()[maybe.column].name;
    const uint64_t values = maybe.values.size();
    const uint64_t fewest = Letters(name).text().starts_with("study") ? kFewestOfStudies : kFewest;
    if (!maybe.are_ids || values < fewest || maybe.several < fewest || maybe.several * 20 < values) continue;
    if (maybe.ids > values * kMostOfOne) continue;
    reporter.BeginRecord(0, 0);
    reporter.Report(kMayBePerson, Concat({"/", table.name, "/", name}), name,
                    Concat({std::to_string(maybe.several), " of ", std::to_string(values), " values of \"",
                            Shown(name, 80), "\" have several ids in \"", header.columns()[header.id()].name, "\""}));
    return;
  }
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
