// The fields that a question depends on, and how often each is recorded.
#ifndef MUSTER_SHELL_REPORT_USED_FIELDS_H_
#define MUSTER_SHELL_REPORT_USED_FIELDS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/report/report_content.h"
#include "shell/report/statement_text.h"

namespace muster::shell {

/// What a line of the bound query says: "onset (latest age) below 1 year" of "phenotype".
struct BoundLine {
  size_t depth = 0;
  std::string space;
  std::string says;
  std::string looks_for;  ///< "disease" of "any observed disease M:1 asthma"; empty: it looks for no records
  std::string terms;      ///< of these, as in a list; empty: of any
};

/// Which entities have fields, and their descriptions: asked once for all questions. What it is made of outlives it.
class FieldTables {
 public:
  FieldTables(CatalogueHandle& catalogue, const CatalogueInfo& info, const QueryOptions& options)
      : catalogue_(catalogue), info_(info), options_(options) {}

  /// The fields that a statement in canonical form uses, according to its bound lines, or to its words if there are
  /// none; and for the records that it asks for, how many individuals have any.
  std::vector<FieldUse> UsedBy(const std::string& canonical, const std::vector<std::string>& lines);

 private:
  struct Asked;
  void AddUses(const CatalogueInfo::Entity& entity, const Asked& asked, std::vector<FieldUse>* uses);
  void AddUse(const CatalogueInfo::Entity& entity, const std::string& field, uint64_t recorded,
              const std::string& terms, std::vector<FieldUse>* uses);
  void AddPeople(const std::string& singular, const Asked& asked, std::vector<FieldUse>* uses);
  uint64_t RowsOf(const CatalogueInfo::Entity& entity);
  /// The number that a count of one thing answers with; -1: none.
  int64_t CountOf(const std::string& statement);
  /// Of the records of these terms alone, where they can be counted.
  void CountOfTerms(const std::string& list, FieldUse* use);

  CatalogueHandle& catalogue_;
  const CatalogueInfo& info_;
  const QueryOptions& options_;
  std::map<std::string, std::optional<Table>> tables_;
  std::optional<uint64_t> measurements_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_USED_FIELDS_H_
