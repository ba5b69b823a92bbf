#include "engine/import/watch/other_species.h"

#include <string_view>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoHuman{
    ImportProblem::Kind::kNote, "individual of another species than human, beside people",
    "nothing, if they are to be counted as well; else leave them out in the source, or ask \"species is "
    "NCBITaxon:9606\": until then they count as individuals",
    RemarkPlace::kFirst};

// A column of free texts has more different ones.
constexpr size_t kMostSpecies = 1000;

}  // namespace

void OtherSpecies::Look(const model::Record& record) {
  ++all_;
  const model::Value* value = record.rows.front().Find(model::field::kTaxonomy);
  const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
  if (symbol == nullptr || (species_.size() >= kMostSpecies && !species_.contains(*symbol))) return;
  Individuals& individuals = species_[*symbol];
  if (individuals.count++ == 0) individuals.first = record.id;
}

void OtherSpecies::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  for (const auto& [symbol, individuals] : species_) {
    const std::string_view species = dictionary.Text(symbol);
    if (!species.starts_with("NCBITaxon:") || species == "NCBITaxon:9606" || individuals.count == all_) continue;
    reporter.SetId(individuals.first);
    reporter.Report(
        kNoHuman, "/individual/species", species,
        model::Concat({std::to_string(individuals.count), " of ", std::to_string(all_), " individuals are of ", species,
                       ", such as \"", Shown(individuals.first, 80), "\""}));
  }
}

}  // namespace muster::import
