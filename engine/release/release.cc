#include "engine/release/release.h"

#include <utility>

#include "muster/catalogue.h"

namespace muster::release {

Table Release(Unreleased&& found, std::string statement, const bind::CatalogueView& view) {
  Table table = std::move(found.table);
  Provenance& provenance = table.provenance;
  provenance.statement = std::move(statement);
  provenance.catalogue_version = view.snapshot().manifest.version;
  provenance.ontologies.reserve(view.terminology().ontologies().size());
  for (const ontology::OntologyPtr& ontology : view.terminology().ontologies()) {
    provenance.ontologies.push_back({ontology->id(), ontology->version()});
  }
  provenance.release = "exact";
  FillIn(found.differences, &table);
  static const auto& engine = *new std::string(std::string("muster ").append(Version()));
  provenance.engine = engine;
  return table;
}

}  // namespace muster::release
