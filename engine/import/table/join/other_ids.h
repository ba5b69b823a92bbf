// Tables that are joined by ids of different names, where one of them has a column of the other's name as well.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_OTHER_IDS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_OTHER_IDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

class GatheredRows;

/// A column that no rule reads, and that has the name of another table's id. Its cells are other numbers than the ids
/// of its own table, one for each id: perhaps the other table's rows have to be joined by it.
struct OtherId {
  size_t table = 0;
  size_t other = 0;
  std::string column;
  HashSet<size_t> cells{};  // hashes
};

/// Looks at the rows of a file for such columns, one after another. Few tables have any.
class OtherIdColumns {
 public:
  /// Of table number `table` of `mapping`; `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  /// A row of the individual `id`.
  void Add(const CsvRow& row, std::string_view id) {
    for (Watched& watched : watched_) Look(watched, row.cells[watched.column], id);
  }
  /// After the last row.
  std::vector<OtherId> Take();

 private:
  struct Watched {
    size_t column = 0;
    OtherId id{};
    HashMap<size_t, size_t> cell_of{};  // hashes of ids, and of their cells
    HashMap<size_t, size_t> id_of{};
    bool differs = false;
    bool several = false;  // an id has several cells, or a cell several ids
  };
  static void Look(Watched& watched, const std::string& cell, std::string_view id);

  std::vector<Watched> watched_;
};

/// Reports those of `columns` that have ids of the other table, where rows of that table were joined to people by their
/// own ids, perhaps by chance. To be called when `rows` are closed.
void ReportOtherIds(const std::vector<OtherId>& columns, const Mapping& mapping, GatheredRows& rows,
                    Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_OTHER_IDS_H_
