// Ids of samples and runs that are parts of one: aliquots beside the id of their sample, files of the lanes of a run.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_PARTS_OF_ONE_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_PARTS_OF_ONE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// The name of a file without its lane and its number of the read, "S1_L001_R1.fastq.gz"; "" where it has neither.
std::string WithoutLane(std::string_view id);

/// Reports samples and runs that have several ids of a rule within one person, each once.
class PartsOfOne {
 public:
  /// `mapping` must outlive this.
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  /// A row of the individual `person`.
  void Add(const CsvRow& row, std::string_view person, Reporter& reporter) {
    for (Ids& ids : ids_) Compare(row, person, ids, reporter);
  }

 private:
  struct Parts {
    std::string first;
    bool several;
  };
  struct Ids {
    bool runs;
    size_t id;  // the column that a rule reads
    size_t
        whole;  // the one that no rule reads, and that may have the id of the whole; or kNoColumn: lanes are looked at
    std::string place;
    std::string name;      // of `whole`
    TextMap<Parts> parts;  // by person and whole
  };
  static void Compare(const CsvRow& row, std::string_view person, Ids& ids, Reporter& reporter);

  std::vector<Ids> ids_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_PARTS_OF_ONE_H_
