#include "engine/import/record/deliver/unexpected_counts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/model/record/same_variants.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoAmount{
    ImportProblem::Kind::kNote, "exposure of amount 0, taken as observed",
    "nothing, if there was an exposure of an amount not known; else write \"excluded\": true"};

constexpr RemarkKind kOnlyInterpreted{
    ImportProblem::Kind::kNote, "individual whose disease stands in a solved interpretation only",
    "questions about diseases do not look there: write has disease X or has interpretation X"};

constexpr RemarkKind kVariantTwice{
    ImportProblem::Kind::kNote, "variant that an individual has in two records, which say the same variant: both count",
    "leave one of them out: \"count variants\" counts both, and \"has at least 2 variants\" finds who has one; of "
    "several interpretations of it too"};

constexpr RemarkKind kVariantInTwoAssemblies{
    ImportProblem::Kind::kNote, "variant that an individual has in two assemblies, as it seems: both count",
    "import the records of one assembly, or ask for one: has at least 2 variants with assembly is \"GRCh38\""};

}  // namespace

void NoteExposuresOfNothing(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kExposure || row.excluded) continue;
    const model::Value* amount = row.Find(model::field::kExposureValue);
    const model::Value* agent = row.Find(model::field::kExposureAgent);
    const double* number = amount == nullptr ? nullptr : std::get_if<double>(amount);
    if (number == nullptr || *number != 0 || agent == nullptr) continue;
    const std::string_view code = sink.symbols().Text(std::get<model::Symbol>(*agent));
    reporter.ReportOfEach(kNoAmount, {}, code, [&] {
      return std::pair(std::string("/exposure/value"),
                       model::Concat({"the amount of the exposure to ", code, " is 0; it counts as observed"}));
    });
  }
}

void NoteOnlyInterpreted(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kInterpretation) continue;
    const model::Value* status = row.Find(model::field::kInterpretationStatus);
    const model::Value* disease = row.Find(model::field::kInterpretationDisease);
    if (status == nullptr || disease == nullptr) continue;
    if (sink.symbols().Text(std::get<model::Symbol>(*status)) != "solved") continue;
    const bool recorded = std::any_of(record.rows.begin(), record.rows.end(), [&](const model::Row& other) {
      const model::Value* term =
          other.entity == model::Entity::kDisease ? other.Find(model::field::kDiseaseTerm) : nullptr;
      return term != nullptr && *term == *disease;
    });
    if (recorded) continue;
    const std::string_view code = sink.symbols().Text(std::get<model::Symbol>(*disease));
    return reporter.ReportOfEach(kOnlyInterpreted, {}, code, [&] {
      return std::pair(
          std::string("/interpretation/disease"),
          model::Concat({code, " is the disease of a solved interpretation, and no disease of the record"}));
    });
  }
}

void NoteVariantsTwice(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::VariantTwice& twice : model::FindVariantsTwice(record)) {
    const model::Row& second = record.rows[twice.second];
    const model::Value* gene = second.Find(model::field::kVariantGene);
    const std::string_view of =
        gene == nullptr ? std::string_view("variant") : sink.symbols().Text(std::get<model::Symbol>(*gene));
    reporter.ReportOfEach(twice.other_assembly ? kVariantInTwoAssemblies : kVariantTwice, {}, of, [&] {
      return std::pair(std::string("/variant"),
                       model::Concat({"\"", model::ShowVariant(record.rows[twice.first], sink.symbols()), "\" and \"",
                                      model::ShowVariant(second, sink.symbols()), "\" may be one variant"}));
    });
  }
}

}  // namespace muster::import
