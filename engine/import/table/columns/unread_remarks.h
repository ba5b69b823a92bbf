// Private to import/: what is said of a column of a table that no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_REMARKS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_REMARKS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/import/record/remarks.h"
#include "engine/import/record/rules/coded/coded_denial.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/import/table/columns/unread_column.h"
#include "engine/import/table/units/unit_columns.h"

namespace muster::import {

struct UnreadRemark {
  const RemarkKind* kind = nullptr;
  std::string text;
};

/// Decides by the name of a column, its cells, and the rows that the rules of its table make.
class UnreadRemarks {
 public:
  /// `rows`: of the table. `rules` must outlive this.
  UnreadRemarks(const TableRules& rules, uint64_t rows) : rules_(rules), rows_(rows) {}

  struct Column {
    std::string_view name;  ///< a spelling of what is written
    const std::string& written;
    const UnreadColumn& cells;
    UnitColumns::Found units{};  ///< what its cells are the units of
    bool are_units = false;      ///< that a rule should read
  };
  /// Nullopt if there is nothing to say.
  std::optional<UnreadRemark> Of(const Column& column) const;

 private:
  const RemarkKind* KindOf(const Column& column, const CodedDenial& coded) const;
  const RemarkKind* KindOfCoded(const CodedDenial& coded) const;
  const RemarkKind* KindOfAnswers(std::string_view name, const UnreadColumn& cells) const;
  CodedDenial Coded(std::string_view name, const UnreadColumn& cells) const;

  // What the cells of a column of this name are.
  bool AreComparators(std::string_view name, const UnreadColumn& cells) const;
  bool AreEndsOfConsents(std::string_view name, const UnreadColumn& cells) const;
  bool AreOfWhatWasNotDone(std::string_view name, const UnreadColumn& cells) const;
  bool AreReplacements(std::string_view name, const UnreadColumn& cells) const;
  bool AreAnswersOrCodes(std::string_view name, const UnreadColumn& cells) const;
  bool AreHardlyAnswers(std::string_view name, const UnreadColumn& cells) const;

  const TableRules& rules_;
  const uint64_t rows_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_REMARKS_H_
