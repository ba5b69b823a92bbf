// Checks families and cohorts of an import: parents who are not found or cannot be, and names with two spellings.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_FAMILY_CHECK_H_
#define MUSTER_ENGINE_IMPORT_WATCH_FAMILY_CHECK_H_

#include <cstdint>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/time/time.h"

namespace muster::import {

/// Remembers the members of families, the parents that they name, and the names of families and cohorts.
class FamilyCheck {
 public:
  void Look(const model::Record& record);
  /// `dictionary` is that of the records' symbols. `of_tables`: whether parents without any record are reported as
  /// well; for a GA4GH Family, its reader does so.
  void Report(const model::Dictionary& dictionary, bool of_tables, Reporter& reporter) const;

 private:
  struct Parent {
    model::Symbol family = model::kNoSymbol;
    model::Symbol parent = model::kNoSymbol;
    model::Symbol child = model::kNoSymbol;
    bool mother = false;
  };
  struct Person {
    model::Symbol sex = model::kNoSymbol;
    model::Interval birth;
  };
  // Reports a family "0" of people who are nobody's parents: pedigree files write so that somebody has no family.
  void ReportNoFamily(const model::Dictionary& dictionary, Reporter& reporter) const;
  // Reports who is their own ancestor, each circle once.
  void ReportCircles(const model::Dictionary& dictionary, Reporter& reporter) const;
  // That a parent was not yet born, or a child.
  void ReportAges(const Parent& named, const model::Dictionary& dictionary, Reporter& reporter) const;
  // That a mother is male, a father female, or both are one.
  void ReportSexes(const Parent& named, const model::Dictionary& dictionary, Reporter& reporter) const;
  void ReportParents(const model::Dictionary& dictionary, bool of_tables, Reporter& reporter) const;

  HashMap<uint64_t, Person> places_;                // by family and member
  HashMap<model::Symbol, model::Symbol> families_;  // by member: the first family
  std::vector<Parent> parents_;
  HashSet<model::Symbol> family_names_;
  HashSet<model::Symbol> cohorts_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_FAMILY_CHECK_H_
