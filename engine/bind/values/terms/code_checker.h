// Checks a code in a query: whether it is known, current and of the right kind, and whether its label fits.
#ifndef MUSTER_ENGINE_BIND_VALUES_TERMS_CODE_CHECKER_H_
#define MUSTER_ENGINE_BIND_VALUES_TERMS_CODE_CHECKER_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Refers to its arguments, which must outlive it.
class CodeChecker {
 public:
  CodeChecker(const CatalogueView& view, Reporter* reporter, const InUse& in_use)
      : view_(view), reporter_(reporter), in_use_(in_use) {}

  /// `found` is what the terminology or the records have for the code of `literal`. False after an error that leaves no
  /// code to look for. A label of another term is also an error, but the code is used.
  bool Check(const grammar::Literal& literal, const ontology::Concept& found);

 private:
  void NoteEquivalents(const grammar::Literal& literal, const ontology::Concept& found);
  void NoteOutsideOntology(const grammar::Literal& literal, const ontology::Concept& found);
  bool CheckObsolete(const grammar::Literal& literal, const ontology::Concept& found);
  bool CheckUnknown(const grammar::Literal& literal, const std::string& code);
  void ReportUnknownSystem(const grammar::Literal& literal, const std::string& code, std::vector<std::string> hints);
  void CheckLabel(const grammar::Literal& literal, const ontology::Concept& found);
  /// For a label that is a result of measurements: coded value is "Detected". None for others.
  std::vector<std::string> ResultInstead(const grammar::Literal& literal, const ontology::Concept& found);
  /// The code and label of a term of the ontologies.
  std::string Shown(ontology::Node node) const;

  const CatalogueView& view_;
  Reporter* reporter_;
  const InUse& in_use_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TERMS_CODE_CHECKER_H_
