#include "shell/synth/files/obo.h"

#include <map>

#include "shell/synth/files/json_text.h"
#include "shell/synth/people/terms.h"

namespace muster::synth {
namespace {

void AppendTermId(std::string& out, std::string_view prefix, int id) {
  out.append(prefix).push_back(':');
  AppendNumber(out, static_cast<uint64_t>(id), 7);
}

/// One stanza up to and with `is_a`.
template <typename Term>
void AppendParents(std::string& out, std::string_view prefix, const Term& term,
                   const std::map<int, std::string_view>& names) {
  for (int parent : term.parents) {
    if (parent == 0) break;
    out.append("is_a: ");
    AppendTermId(out, prefix, parent);
    out.append(" ! ").append(names.at(parent)).push_back('\n');
  }
}

template <typename Terms>
std::map<int, std::string_view> Names(const Terms& terms) {
  std::map<int, std::string_view> names;
  for (const auto& term : terms) names.emplace(term.id, term.name);
  return names;
}

void AppendBegin(std::string& out, std::string_view prefix, int id, std::string_view name) {
  out.append("\n[Term]\nid: ");
  AppendTermId(out, prefix, id);
  out.append("\nname: ").append(name).push_back('\n');
}

}  // namespace

std::string PhenotypeObo() {
  std::string out =
      "format-version: 1.2\n"
      "data-version: hp/synthetic/2026-01-08\n"
      "ontology: hp\n"
      "remark: A few hundred terms of the Human Phenotype Ontology (hpo.jax.org), release 2026-01-08, for synthetic "
      "data. "
      "Not for use in place of it.\n";
  const std::map<int, std::string_view> names = Names(PhenotypeTerms());
  for (const PhenotypeTerm& term : PhenotypeTerms()) {
    AppendBegin(out, "HP", term.id, term.name);
    if (term.alternative != 0) {
      out.append("alt_id: ");
      AppendTermId(out, "HP", term.alternative);
      out.push_back('\n');
    }
    if (!term.synonym.empty()) out.append("synonym: \"").append(term.synonym).append("\" EXACT []\n");
    AppendParents(out, "HP", term, names);
  }
  return out;
}

std::string DiseaseObo() {
  std::string out =
      "format-version: 1.2\n"
      "data-version: mondo/synthetic/2026-08-04\n"
      "ontology: mondo\n"
      "remark: About a hundred terms of the Mondo Disease Ontology (mondo.monarchinitiative.org, CC BY 4.0), release "
      "2026-08-04, for synthetic data. Not for use in place of it.\n";
  const std::map<int, std::string_view> names = Names(DiseaseTerms());
  for (const DiseaseTerm& term : DiseaseTerms()) {
    AppendBegin(out, "MONDO", term.id, term.name);
    for (const auto& [system, id] :
         {std::pair<std::string_view, int>("OMIM", term.omim), {"Orphanet", term.orphanet}}) {
      if (id == 0) continue;
      out.append("xref: ").append(system).push_back(':');
      AppendNumber(out, static_cast<uint64_t>(id));
      out.append(" {source=\"MONDO:equivalentTo\"}\n");
    }
    AppendParents(out, "MONDO", term, names);
  }
  return out;
}

}  // namespace muster::synth
