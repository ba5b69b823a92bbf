#include "tests/property/random_ontology.h"

#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace muster::property {

using ontology::OntologyDraft;
using Draft = ontology::OntologyDraft::DraftTerm;

namespace {

/// "HP:0000007", "ORPHA:7".
std::string Id(std::string_view prefix, size_t number) {
  if (prefix == "ORPHA") return absl::StrCat("ORPHA:", number);
  return absl::StrFormat("%s:%07d", std::string(prefix), number);
}

void AddSynonyms(Random& random, std::string_view label, Draft* draft) {
  using Scope = ontology::Synonym::Scope;
  constexpr Scope kScopes[] = {Scope::kExact, Scope::kBroad, Scope::kNarrow, Scope::kRelated};
  const size_t count = random.Below(3);
  for (size_t s = 0; s < count; ++s) {
    draft->term.synonyms.push_back({absl::StrCat(std::string(label), " syn", s), kScopes[random.Below(4)]});
  }
}

/// Terms with parents among those before them, then obsolete ones.
OntologyDraft Hierarchy(Random& random, std::string_view id, std::string_view prefix, size_t count) {
  OntologyDraft ontology;
  ontology.id = id;
  ontology.version = absl::StrCat(std::string(id), "/releases/2026-01-01");
  for (size_t i = 1; i <= count; ++i) {
    Draft draft;
    draft.term.id = Id(prefix, i);
    draft.term.label = absl::StrCat("Term of ", std::string(id), " ", i);
    const size_t parents = i == 1 ? 0 : random.Chance(5) ? 0 : 1 + random.Below(random.Chance(40) ? 3 : 1);
    for (size_t p = 0; p < parents; ++p) draft.parent_ids.push_back(Id(prefix, 1 + random.Below(i - 1)));
    if (random.Chance(25)) draft.term.alternative_ids.push_back(Id(prefix, 1000 + i));
    if (random.Chance(5)) draft.term.alternative_ids.push_back(Id(prefix, 2000 + i));
    AddSynonyms(random, draft.term.label, &draft);
    ontology.terms.push_back(std::move(draft));
  }
  for (size_t i = 1; i <= count / 6; ++i) {
    Draft draft;
    draft.term.id = Id(prefix, 3000 + i);
    draft.term.label = absl::StrCat("obsolete Term of ", std::string(id), " ", i);
    draft.term.obsolete = true;
    if (random.Chance(75)) {
      draft.term.replaced_by.push_back(Id(prefix, 1 + random.Below(count)));
      if (random.Chance(20)) draft.term.replaced_by.push_back(Id(prefix, 1 + random.Below(count)));
    } else {
      draft.term.consider.push_back(Id(prefix, 1 + random.Below(count)));
    }
    ontology.terms.push_back(std::move(draft));
  }
  return ontology;
}

void AddOnsets(OntologyDraft* hp) {
  struct Onset {
    const char* id;
    const char* label;
    const char* parent;
  };
  constexpr Onset kOnsets[] = {
      {"HP:0003674", "Onset", ""},
      {"HP:0003577", "Congenital onset", "HP:0003674"},
      {"HP:0410280", "Pediatric onset", "HP:0003674"},
      {"HP:0003593", "Infantile onset", "HP:0410280"},
      {"HP:0011463", "Childhood onset", "HP:0410280"},
      {"HP:0003621", "Juvenile onset", "HP:0410280"},
      {"HP:0003581", "Adult onset", "HP:0003674"},
      {"HP:0003584", "Late onset", "HP:0003581"},
  };
  for (const Onset& onset : kOnsets) {
    Draft draft;
    draft.term.id = onset.id;
    draft.term.label = onset.label;
    if (*onset.parent != '\0') draft.parent_ids.push_back(onset.parent);
    hp->terms.push_back(std::move(draft));
  }
}

void AddCrossReferences(Random& random, OntologyDraft* mondo) {
  for (Draft& draft : mondo->terms) {
    if (draft.term.obsolete) continue;
    if (random.Chance(35)) draft.term.xrefs.push_back({absl::StrCat("OMIM:", 1 + random.Below(9)), random.Chance(70)});
    if (random.Chance(20)) draft.term.xrefs.push_back({absl::StrCat("ORPHA:", 1 + random.Below(9)), random.Chance(70)});
    // Former ids of the other ontology, too.
    if (random.Chance(10))
      draft.term.xrefs.push_back({absl::StrCat("ORPHA:100", 1 + random.Below(9)), random.Chance(70)});
    if (random.Chance(5)) draft.term.xrefs.push_back({"ORPHA:3001", random.Chance(70)});
    if (random.Chance(10)) draft.term.xrefs.push_back({absl::StrCat("ICD10:C18.", random.Below(3)), random.Chance(70)});
  }
}

ontology::OntologyPtr Build(OntologyDraft draft) {
  // A drafted ontology is always sound: parents come before their children.
  return *ontology::Ontology::Build(std::move(draft), nullptr);
}

}  // namespace

std::vector<ontology::OntologyPtr> RandomOntologies(Random& random) {
  std::vector<ontology::OntologyPtr> ontologies;
  OntologyDraft hp = Hierarchy(random, "hp", "HP", 4 + random.Below(30));
  AddOnsets(&hp);
  ontologies.push_back(Build(std::move(hp)));
  OntologyDraft mondo = Hierarchy(random, "mondo", "MONDO", 4 + random.Below(20));
  AddCrossReferences(random, &mondo);
  ontologies.push_back(Build(std::move(mondo)));
  if (random.Chance(50)) ontologies.push_back(Build(Hierarchy(random, "ordo", "ORPHA", 3 + random.Below(10))));
  return ontologies;
}

}  // namespace muster::property
