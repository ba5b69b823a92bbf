// Reports as tables, so that every language reads them as it reads answers.
#ifndef MUSTER_BINDINGS_C_REPORT_TABLES_H_
#define MUSTER_BINDINGS_C_REPORT_TABLES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/catalogue.h"
#include "muster/guest.h"
#include "muster/import.h"
#include "muster/schema.h"
#include "muster/table.h"

namespace muster::c {

/// Fills a table row by row.
class TableBuilder {
 public:
  explicit TableBuilder(std::vector<Column> columns) { table_.columns = std::move(columns); }
  /// As many cells as columns.
  void Add(std::vector<Cell> cells) { table_.rows.push_back(std::move(cells)); }
  Answer Take() { return {std::move(table_), {}}; }

 private:
  Table table_;
};

std::vector<Answer> TablesOf(const ImportReport& report);
std::vector<Answer> TablesOf(const CheckReport& report);
std::vector<Answer> TablesOf(const CatalogueInfo& info);
std::vector<Answer> TablesOf(const Completions& completions);
std::vector<Answer> TablesOf(const GuestInfo& info);
std::vector<Answer> TablesOf(const std::vector<LedgerEntry>& entries);
std::vector<Answer> TablesOf(const LedgerCheck& check);
std::vector<Answer> TablesOf(const Schema& schema);
std::vector<Answer> TablesOf(const std::vector<CodePlace>& places);
std::vector<Answer> TablesOf(const std::vector<Collection>& collections);
/// One column, one row.
std::vector<Answer> TableOfText(std::string name, std::string text);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_REPORT_TABLES_H_
