// NaiveEvaluator, what data may be used for: after the definitions of the Data Use Ontology, statement by statement.
#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"
#include "tests/property/naive/naive_evaluator.h"

namespace muster::property {
namespace {

using User = grammar::Usable::User;
using Codes = std::set<std::string>;

// Purposes by the permissions that cover them; a disease is covered by DUO:0000007 as well.
std::optional<Codes> CoveredBy(const grammar::Usable& usable) {
  const std::string& purpose = usable.purpose.text;
  if (usable.disease) return Codes{"DUO:0000004", "DUO:0000042", "DUO:0000005", "DUO:0000006"};
  if (purpose == "health research" || purpose == "biomedical research" || purpose == "methods development") {
    return Codes{"DUO:0000004", "DUO:0000042", "DUO:0000005", "DUO:0000006"};
  }
  if (purpose == "general research" || purpose == "research") {
    return Codes{"DUO:0000004", "DUO:0000042", "DUO:0000005"};
  }
  if (purpose == "ancestry research") return Codes{"DUO:0000004", "DUO:0000042", "DUO:0000005", "DUO:0000011"};
  if (purpose == "clinical care") return Codes{"DUO:0000004", "DUO:0000043", "DUO:0000005"};
  return std::nullopt;
}

bool Forbids(const model::DataUse& use, const grammar::Usable& usable) {
  const std::string& code = use.use.code;
  if (code == "DUO:0000018" || code == "DUO:0000045" || code == "DUO:0000046") return usable.user == User::kCommercial;
  if (code == "DUO:9999999") return true;  // no term of DUO
  if (code == "DUO:0000014") return usable.purpose.text == "clinical care";
  if (code == "DUO:0000044") return usable.purpose.text == "ancestry research";
  if (code == "DUO:0000015") return usable.purpose.text == "methods development";
  if (code != "DUO:0000022" || !usable.country) return false;
  return std::none_of(use.modifiers.begin(), use.modifiers.end(), [&](const model::CodeAndLabel& country) {
    return model::ToLower(country.code) == model::ToLower(usable.country->text);
  });
}

}  // namespace

NaiveEvaluator::Result NaiveEvaluator::MayBeUsed(const grammar::Usable& usable, RowRef individual) const {
  const std::optional<Codes> covered_by = CoveredBy(usable);
  if (!covered_by) return absl::InvalidArgumentError("no purpose");
  std::optional<Meaning::Concept> disease;
  std::set<Node> at_or_above;
  if (usable.disease) {
    disease = meaning_.Find(*usable.disease);
    if (!disease) return absl::InvalidArgumentError("an ambiguous disease");
    at_or_above = meaning_.WithAncestors(disease->nodes);
  }
  const auto is_of_disease = [&](const model::CodeAndLabel& permitted) {
    if (permitted.code == disease->code || IsBelow(disease->code, permitted.code)) return true;
    for (const Node& node : meaning_.FindCode(permitted.code)) {
      if (at_or_above.contains(node)) return true;
    }
    return false;
  };
  bool permitted = false;
  for (const model::Collection& collection : world_.collections) {
    const bool dataset = collection.kind == model::Collection::Kind::kDataset;
    const auto symbol = world_.dictionary.Find(model::NormalizeKeyword(collection.id));
    const model::FieldValue membership{dataset ? model::field::kDataset : model::field::kCohort,
                                       symbol.value_or(model::kNoSymbol)};
    const std::vector<model::FieldValue>& values = RowAt(individual).values;
    if (collection.data_uses.empty() || std::find(values.begin(), values.end(), membership) == values.end()) continue;
    bool covers = false;
    for (const model::DataUse& use : collection.data_uses) {
      if (Forbids(use, usable)) return false;
      covers = covers || covered_by->contains(use.use.code) ||
               (disease && use.use.code == "DUO:0000007" &&
                std::any_of(use.modifiers.begin(), use.modifiers.end(), is_of_disease));
    }
    if (!covers) return false;  // what does not permit the use, forbids it
    permitted = true;
  }
  return permitted;
}

}  // namespace muster::property
