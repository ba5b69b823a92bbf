#include "tests/property/random/random_ontology.h"

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

/// Terms with parents among those before them, now and then in a circle, then obsolete ones, which replace each other,
/// and now and then have terms below them.
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
      const auto other = [&] {
        return random.Chance(25) ? Id(prefix, 3001 + random.Below(count / 6)) : Id(prefix, 1 + random.Below(count));
      };
      draft.term.replaced_by.push_back(other());
      if (random.Chance(20)) draft.term.replaced_by.push_back(other());
    } else {
      draft.term.consider.push_back(Id(prefix, 1 + random.Below(count)));
    }
    if (random.Chance(30)) ontology.terms[random.Below(count)].parent_ids.push_back(draft.term.id);
    ontology.terms.push_back(std::move(draft));
  }
  // A term that is below one of those behind it, which may close a circle.
  while (random.Chance(20)) {
    ontology.terms[random.Below(count)].parent_ids.push_back(Id(prefix, 1 + random.Below(count)));
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
    if (random.Chance(5)) draft.term.xrefs.push_back({Id("MONDO", 1 + random.Below(6)), random.Chance(70)});
  }
}

/// Terms that became terms of another ontology, and others that only lie below a term of it.
void AddForeign(Random& random, std::string_view prefix, OntologyDraft* ontology) {
  for (Draft& draft : ontology->terms) {
    const size_t number = 1 + random.Below(4);
    if (!draft.term.obsolete && random.Chance(5)) draft.parent_ids.push_back(Id(prefix, number));
    if (!draft.term.obsolete || !random.Chance(20)) continue;
    draft.term.replaced_by = {Id(prefix, random.Chance(20) ? 3001 : number)};
    draft.term.consider.clear();
  }
}

ontology::OntologyPtr Build(OntologyDraft draft) { return *ontology::Ontology::Build(std::move(draft), nullptr); }

}  // namespace

std::vector<ontology::OntologyPtr> RandomOntologies(Random& random) {
  std::vector<ontology::OntologyPtr> ontologies;
  OntologyDraft hp = Hierarchy(random, "hp", "HP", 4 + random.Below(30));
  if (random.Chance(40)) AddForeign(random, "MONDO", &hp);
  AddOnsets(&hp);
  ontologies.push_back(Build(std::move(hp)));
  OntologyDraft mondo = Hierarchy(random, "mondo", "MONDO", 4 + random.Below(20));
  AddCrossReferences(random, &mondo);
  ontologies.push_back(Build(std::move(mondo)));
  if (random.Chance(50)) ontologies.push_back(Build(Hierarchy(random, "ordo", "ORPHA", 3 + random.Below(10))));
  return ontologies;
}

}  // namespace muster::property
