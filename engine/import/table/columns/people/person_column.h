// Columns that name the person of a row, where the table's id is that of something else: of a sample, a visit, a row.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_PERSON_COLUMN_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_PERSON_COLUMN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/table.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Whether a column of this name has ids of people: "patient_id", "USUBJID", "MRN".
bool IsNameOfPerson(std::string_view name);
/// Whether it has what one person has several of: "visit", "sample_id", "redcap_event_name".
bool IsNameOfSeveral(std::string_view name);

/// Whether it may have ids of people, beside one of what a person has several of: "patient_nbr", "nhs_number",
/// "case_id". (Of which "study_id" may be that of the study.)
bool MayBeNameOfPerson(std::string_view name);

/// Reports people who have several ids in a table, each once.
class PersonColumn {
 public:
  /// Finds the column in the header of `table`: one that names people and that no rule reads; or, if an id consists of
  /// several columns one of which is a visit or the like, the others.
  void Find(const Table& table, const TableHeader& header);
  /// A row of the individual `id`.
  void Add(const CsvRow& row, std::string_view id, Reporter& reporter) {
    if (!columns_.empty()) Compare(row, id, reporter);
    for (Maybe& maybe : maybe_) maybe.Add(row, id);
  }
  /// After the last row: a column that may name people, by what it has.
  void Report(const Table& table, const TableHeader& header, Reporter& reporter) const;

 private:
  struct Ids {
    std::string first;
    bool several;
  };
  // A column that may name people, beside an id of visits, samples or the like.
  struct Maybe {
    struct Several {
      std::string last;  // id
      bool several = false;
    };
    void Add(const CsvRow& row, std::string_view id);

    size_t column = 0;
    bool are_ids = true;  // as far as their form says
    uint64_t ids = 0;     // where those of one value follow each other, or each is there once
    uint64_t several = 0;
    TextMap<Several> values;
  };
  void Compare(const CsvRow& row, std::string_view id, Reporter& reporter);

  std::vector<size_t> columns_;  // together they name the person
  std::string place_;
  std::string name_;
  TextMap<Ids> ids_;  // by person
  std::vector<Maybe> maybe_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_PERSON_COLUMN_H_
