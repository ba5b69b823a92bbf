// Filters of Beacon as criteria of the query language: exactly what was asked, or a reason why not.
#ifndef MUSTER_SERVE_BEACON_CRITERIA_H_
#define MUSTER_SERVE_BEACON_CRITERIA_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/beacon/entry_type.h"
#include "serve/beacon/model_path.h"
#include "serve/beacon/request.h"

namespace muster::serve {

/// What has to be known of the catalogue to understand filters.
class CodeKnowledge {
 public:
  virtual ~CodeKnowledge() = default;
  /// Whether the field may be asked for the code: the code, or what lies below it, is of a kind that the field has, and
  /// somebody knows it.
  virtual bool Knows(const CodeField& field, const std::string& code) const = 0;
  /// Where records have the code, though no field of CodeFields() has it: what to ask by instead, in words. Empty: one
  /// of them has it, or nothing does.
  virtual std::string OnlyIn(const std::string& code) const = 0;
  /// The unit of all records of the assay, as they have it; empty where some have none. nullopt: there are several.
  virtual std::optional<std::string> UnitOf(const std::string& assay) const = 0;
  /// Whether a number in this unit can be compared with any measurement of the assay, as far as the caller may know.
  virtual bool CanBeCompared(const std::string& assay, const std::string& unit) const = 0;
  virtual std::vector<std::string> Cohorts() const = 0;
};

/// A `where` clause. Texts of the request are in the parameters alone.
struct Criteria {
  std::string text;  ///< without `where`; empty: everybody
  std::map<std::string, std::string> parameters;
  /// Which filter a parameter is of: its number in the request.
  std::map<std::string, size_t> filter_of_parameter;
};

struct CriteriaOptions {
  Entry counted = Entry::kIndividual;
  std::string age_means;              ///< the field that `age` means; empty: none
  std::vector<std::string> datasets;  ///< within which; empty: all
  std::string cohort;                 ///< within which; empty: none
};

/// InvalidArgument: a sentence that names the filter.
absl::StatusOr<Criteria> WriteCriteria(const std::vector<FilterGroup>& filters, const CriteriaOptions& options,
                                       const CodeKnowledge& knowledge);

/// Whether `text` is written as a code, PREFIX:REST, and cannot be taken for anything else.
bool IsCode(std::string_view text);

/// `text` as a quotation of the query language.
std::string Quote(std::string_view text);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_CRITERIA_H_
