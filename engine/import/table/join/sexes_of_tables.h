// The sexes that columns of several tables give one person, whether a rule reads them or not.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_SEXES_OF_TABLES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_SEXES_OF_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// The sexes that all tables of an import give people, by the hash of the individual's id, in whatever order the tables
/// come. Of several columns that no rule reads, the first is compared where the one that is read comes later.
class SexesOfTables {
 public:
  /// A column that no rule reads; returns its number.
  size_t AddColumn(std::string place);
  void AddRead(std::string_view id, bool female);
  void AddUnread(size_t column, std::string_view id, bool female);
  /// After the last table.
  void Report(Reporter& reporter) const;

 private:
  struct Column {
    std::string place;
    uint64_t sexes = 0;
    uint64_t differ = 0;
    std::string example;  // of those, the first individual
    bool female = false;  // what the column says of them
  };
  struct Unread {
    size_t column = 0;
    bool female = false;
  };
  static void Differ(Column& column, std::string_view id, bool female);

  std::vector<Column> columns_;
  HashMap<size_t, bool> read_;
  HashMap<size_t, Unread> unread_;  // of people whose sex was not read by then
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_SEXES_OF_TABLES_H_
