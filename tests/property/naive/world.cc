#include "tests/property/naive/world.h"

#include "absl/strings/str_cat.h"
#include "engine/model/time/time.h"

namespace muster::property {
namespace {

std::string Bound(model::HalfHours bound) {
  if (bound <= model::kBeginning) return "-inf";
  if (bound >= model::kEnd) return "inf";
  return absl::StrCat(bound);
}

std::string Describe(const model::Interval& interval) {
  return absl::StrCat("[", Bound(interval.low), ", ", Bound(interval.high), "]");
}

std::string Describe(const model::Value& value, const model::Dictionary& dictionary) {
  if (const auto* symbol = std::get_if<model::Symbol>(&value)) return std::string(dictionary.Text(*symbol));
  if (const auto* number = std::get_if<double>(&value)) return absl::StrCat(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return absl::StrCat("'", *text, "'");
  if (const auto* bounds = std::get_if<model::NumberBounds>(&value)) {
    return absl::StrCat("[", bounds->low, ", ", bounds->high, "]");
  }
  const auto& time = std::get<model::TimeValue>(value);
  std::string out = "{";
  if (!time.age.empty()) absl::StrAppend(&out, " age ", Describe(time.age), " (", model::FormatAge(time.age), ")");
  if (!time.date.empty()) absl::StrAppend(&out, " date ", Describe(time.date), " (", model::FormatDate(time.date), ")");
  if (time.term != model::kNoSymbol) absl::StrAppend(&out, " term ", std::string(dictionary.Text(time.term)));
  return out + " }";
}

std::string Describe(const ontology::Ontology& ontology) {
  std::string out = absl::StrCat("ontology ", ontology.id(), "\n");
  for (const ontology::Term& term : ontology.AllTerms()) {
    absl::StrAppend(&out, "  ", term.id, " \"", term.label, "\"", term.obsolete ? " OBSOLETE" : "");
    for (const ontology::TermIndex parent : term.parents)
      absl::StrAppend(&out, " < ", std::string(ontology.TermId(parent)));
    for (const std::string& id : term.alternative_ids) absl::StrAppend(&out, " alt ", id);
    for (const std::string& id : term.replaced_by) absl::StrAppend(&out, " replaced-by ", id);
    for (const auto& xref : term.xrefs) absl::StrAppend(&out, xref.equivalent ? " == " : " ~ ", xref.id);
    for (const auto& synonym : term.synonyms) absl::StrAppend(&out, " syn \"", synonym.text, "\"");
    out += "\n";
  }
  return out;
}

}  // namespace

std::string Describe(const model::Record& record, const model::Dictionary& dictionary) {
  std::string out = absl::StrCat("record ", record.dataset, "/", record.id, "\n");
  for (size_t i = 0; i < record.rows.size(); ++i) {
    const model::Row& row = record.rows[i];
    absl::StrAppend(&out, "  #", i, " ", std::string(model::Info(row.entity).name), row.excluded ? " EXCLUDED" : "");
    if (i > 0) absl::StrAppend(&out, " of #", row.parent);
    for (const model::FieldValue& fv : row.values) {
      absl::StrAppend(&out, "; ", std::string(model::Info(fv.field).name), "=", Describe(fv.value, dictionary));
    }
    out += "\n";
  }
  return out;
}

std::string Describe(const World& world) {
  std::string out;
  for (const auto& ontology : world.ontologies) out += Describe(*ontology);
  for (const model::Record& record : world.records) out += Describe(record, world.dictionary);
  for (const auto& [name, definition] : world.cohorts) absl::StrAppend(&out, definition, "\n");
  for (const model::Collection& collection : world.collections) {
    absl::StrAppend(&out, collection.kind == model::Collection::Kind::kDataset ? "dataset " : "cohort ", collection.id);
    for (const model::DataUse& use : collection.data_uses) {
      absl::StrAppend(&out, " ", use.use.code, "(");
      for (const model::CodeAndLabel& modifier : use.modifiers) absl::StrAppend(&out, " ", modifier.code);
      absl::StrAppend(&out, ")");
    }
    out += "\n";
  }
  return out;
}

}  // namespace muster::property
