// Rows of one individual with different values for a field that has one value.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_SECOND_VALUES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_SECOND_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Remembers which fields of the individual rows of tables have set, and where. A field with several values is reported
/// once per individual, so the report counts individuals.
class SecondValues {
 public:
  explicit SecondValues(Reporter& reporter) : reporter_(reporter) {}

  /// Of another individual.
  void Begin() {
    set_.clear();
    site_.reset();
  }
  /// The row at the reporter's location has `site` at `place`: where the person was seen, or who gave the id.
  void NoteSite(std::string_view site, std::string_view place);
  bool IsSet(model::FieldId field) const { return Find(field) != nullptr; }
  /// Where the reporter is, `field` was set.
  void NoteSet(model::FieldId field);
  /// Where the reporter is, `field`, which is set, has another value. `by_latest`: rows come from the latest on.
  void Note(model::FieldId field, const SecondValue& second, bool by_latest, const model::Dictionary& dictionary);

 private:
  struct Set {
    model::FieldId field;
    std::string file;
    uint64_t line;
    bool told = false;
  };
  const Set* Find(model::FieldId field) const;

  Reporter& reporter_;
  struct Site {
    std::string name;
    std::string file;
    uint64_t line;
    bool told = false;
  };
  std::vector<Set> set_;
  std::optional<Site> site_;
};

/// Whether a column of this name, in camel case, has sites: "site", "centre", "hospital_id".
bool IsNameOfSites(std::string_view column);

/// "sex: "male", and "female"; born: ...": members in which two rows of one table, as JSON objects, differ: the first
/// few.
std::string DifferencesOf(Element first, Element second);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_SECOND_VALUES_H_
