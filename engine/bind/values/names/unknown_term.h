// Errors for names that no term has, or only terms that cannot be meant.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_UNKNOWN_TERM_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_UNKNOWN_TERM_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// "HP:0001250 Seizure", or the id alone.
std::string ShownTerm(std::string_view id, std::string_view label);
/// What a code of `field` describes: "disease", "severity of a phenotype".
std::string CodedThing(model::FieldId field);

/// Reports that no term has the name `literal`; suggests similar names of terms that match one of `values`, the values
/// that records have in `field`.
void ReportUnknownTerm(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                       model::FieldId field, const model::SymbolList& values);
/// Reports that the terms `found` have the name `literal`, but none has a kind of code that occurs in `field`.
void ReportTermNotInUse(Reporter* reporter, const CatalogueView& view, const grammar::Literal& literal,
                        const std::vector<ontology::Concept>& found, model::FieldId field,
                        const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_UNKNOWN_TERM_H_
