#include "engine/release/release.h"

#include <utility>

#include "muster/catalogue.h"

namespace muster::release {

Table Release(Table table, Policy policy, std::string statement, const bind::CatalogueView& view) {
  Provenance& provenance = table.provenance;
  provenance.statement = std::move(statement);
  provenance.catalogue_version = view.snapshot().manifest.version;
  for (const ontology::OntologyPtr& ontology : view.terminology().ontologies()) {
    provenance.ontologies.push_back({ontology->id(), ontology->version()});
  }
  switch (policy) {
    case Policy::kExact:
      provenance.release = "exact";
      break;
  }
  provenance.engine = "muster " + std::string(Version());
  return table;
}

}  // namespace muster::release
