#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/draft/allelic_state.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/codes/zygosity.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoGene{ImportProblem::Kind::kKeptOnly, "the gene's id is not usable",
                             "write an id of HGNC, NCBI or Ensembl, or the symbol"};

using model::Entity;
using namespace model::field;

// Ensembl's ids are known without a prefix; their versions say nothing of the gene.
std::string GeneId(std::string_view id) {
  std::string_view local = model::Trim(id);
  for (const std::string_view prefix : {"ENSEMBL:", "Ensembl:", "ensembl:"}) model::ConsumePrefix(local, prefix);
  if (!local.starts_with("ENSG")) return std::string(id);
  return model::Concat({"ENSEMBL:", local.substr(0, local.find('.'))});
}

// A gene by its id, or else by its symbol.
void ReadGene(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  std::string_view id = StringOf(Member(value, "valueId").value_or(value));
  const std::string_view symbol = StringOf(Member(value, "symbol").value_or(value));
  if (IsObject(value) && (!id.empty() || !symbol.empty())) {
    if (id.empty()) {
      id = symbol;
      draft.reporter().CountNote("gene without id, taken by its symbol");
    }
    if (std::optional<model::Symbol> gene = draft.InternCode(at, GeneId(id), symbol, /*needs_system=*/false)) {
      draft.SetValue(row, kVariantGene, at, value, *gene);
    } else {
      return draft.KeepUnreadable(at, value, kNoGene);
    }
  }
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key != "valueId" && key != "symbol") draft.Keep(place, member);
  });
}

void ReadVcf(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ReadMembers(draft, row, kVcfMembers, at, value);
}

void ReadExpressions(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachElement(draft, at, value, [&](const JsonPath& item, Element expression) {
    const std::string_view syntax = StringOf(Member(expression, "syntax").value_or(expression));
    const std::optional<Element> text = Member(expression, "value");
    if (!syntax.starts_with("hgvs") || !text.has_value()) return draft.Keep(item, expression);
    draft.SetText(row, kVariantHgvs, JsonPath(item, "value"), *text);
    ForEachMember(draft, item, expression, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key != "syntax" && key != "value") draft.Keep(place, member);
    });
  });
}

void ReadDescriptor(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "geneContext") {
      ReadGene(draft, row, place, member);
    } else if (key == "allelicState") {
      if (!SetAllelicState(draft, row, place, member)) draft.SetCode(row, kVariantAllelicState, place, member);
    } else if (key == "expressions") {
      ReadExpressions(draft, row, place, member);
    } else if (key == "vcfRecord") {
      ReadVcf(draft, row, place, member);
    } else if (key == "moleculeContext") {
      draft.SetEnum(row, kVariantMolecule, place, kMoleculeContexts, member);
    } else if (!ReadMember(draft, row, kDescriptorMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
}

void ReadVariant(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  bool pathogenicity = false;
  const bool is_object =
      ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
        if (key == "acmgPathogenicityClassification") {
          draft.SetEnum(row, kVariantPathogenicity, place, kPathogenicities, member);
          pathogenicity = pathogenicity || !IsEmpty(member);  // what is not understood was provided
        } else if (key == "therapeuticActionability") {
          draft.SetEnum(row, kVariantActionability, place, kActionabilities, member);
        } else if (key == "variationDescriptor" || key == "variantDescriptor") {
          ReadDescriptor(draft, row, place, member);
        } else {
          draft.Keep(place, member);
        }
      });
  if (is_object && !pathogenicity) draft.SetKeyword(row, kVariantPathogenicity, "not provided");
}

constexpr RemarkKind kVariantOfAnother{ImportProblem::Kind::kKeptOnly,
                                       "variant of another person than its record, not taken",
                                       "put the interpretation into the record of the person"};

constexpr RemarkKind kVariantOfUnknown{
    ImportProblem::Kind::kNote, "variant of an id that is neither the individual's nor of one of its samples",
    "nothing, if the person is meant; a relative's, as in the packet of a trio, belongs into a record of the relative"};

// Whether the record has nobody and nothing of this id: a relative may be meant.
bool IsUnknown(RecordDraft& draft, Element whose) {
  const std::string id = ScalarText(whose).value_or("");
  return !id.empty() && !draft.rules().IsMissing(id) && !IsThisIndividual(draft, whose) &&
         !draft.RowOf(kSampleId, id).has_value();
}

// One that names a person or sample of whom the record itself says that they are another.
bool IsVariantOfAnother(RecordDraft& draft, const JsonPath& at, Element value) {
  const std::optional<Element> whose = Member(value, "subjectOrBiosampleId");
  const std::optional<std::string> id = whose.has_value() ? ScalarText(*whose) : std::nullopt;
  if (!id.has_value()) return false;
  if (!draft.IsOfAnother(*id)) {
    if (IsUnknown(draft, *whose)) {
      draft.reporter().Report(kVariantOfUnknown, JsonPath(at, "subjectOrBiosampleId").Pointer(), *id);
    }
    return false;
  }
  draft.reporter().Report(kVariantOfAnother, JsonPath(at, "subjectOrBiosampleId").Pointer(), *id,
                          model::Concat({"the variant is of \"", Shown(*id), "\", so it is not taken"}));
  return true;
}

// Whether one of these members says that there is no variant: an allelic state, or what stands in place of a gene
// ("wild type").
bool SaysNone(RecordDraft& draft, const JsonPath& at, Element value, std::initializer_list<std::string_view> members) {
  return std::any_of(members.begin(), members.end(), [&](std::string_view name) {
    const std::optional<Element> member = Member(value, name);
    return member.has_value() && IsNoVariant(draft, JsonPath(at, name), *member);
  });
}

// Whether the descriptor's label or expressions alone say that there is none: "wild type", "c.76=". One with a change
// counts, and so does an allelic state, a place in a genome or a variation of VRS; an expression of the protein says
// nothing of the DNA.
bool IsNamedAsNone(RecordDraft& draft, const JsonPath& at, Element descriptor) {
  for (const std::string_view telling : {"allelicState", "vcfRecord", "variation"}) {
    const std::optional<Element> value = Member(descriptor, telling);
    if (value.has_value() && !IsEmpty(*value)) return false;
  }
  std::optional<Element> none;
  std::string_view member;
  bool change = false;
  const auto look = [&](Element text, std::string_view name) {
    if (!IsString(text) || StringOf(text).empty() || draft.rules().IsMissing(StringOf(text))) return;
    if (!model::HgvsSaysNoVariant(StringOf(text))) {
      change = true;
    } else if (StringOf(text).find("p.") == std::string_view::npos && !none.has_value()) {
      none = text;
      member = name;
    }
  };
  if (const std::optional<Element> label = Member(descriptor, "label")) look(*label, "label");
  const std::optional<Element> expressions = Member(descriptor, "expressions");
  Array array;
  if (expressions.has_value() && expressions->get(array) == simdjson::SUCCESS) {
    for (const Element expression : array) {
      if (const std::optional<Element> text = Member(expression, "value")) look(*text, "expressions");
    }
  }
  if (change || !none.has_value()) return false;
  ReportNoVariant(draft, JsonPath(at, member), *none);
  return true;
}

// Whether the person does not have the variant. `value` has the descriptor.
bool HasDescriptorOfNone(RecordDraft& draft, const JsonPath& at, Element value) {
  for (const std::string_view name : {"variationDescriptor", "variantDescriptor"}) {
    const std::optional<Element> descriptor = Member(value, name);
    if (!descriptor.has_value()) continue;
    if (SaysNone(draft, JsonPath(at, name), *descriptor, {"allelicState", "geneContext"})) return true;
    if (IsNamedAsNone(draft, JsonPath(at, name), *descriptor)) return true;
  }
  return SaysNone(draft, at, value, {"gene", "geneDescriptor"});
}

// The same of the descriptor in the interpretation, wherever ReadGenomic looks for it.
bool IsGenotypeOfNone(RecordDraft& draft, const JsonPath& at, Element value) {
  for (const std::string_view name : {"variantInterpretation", "call"}) {
    const std::optional<Element> within = Member(value, name);
    if (within.has_value() && IsGenotypeOfNone(draft, JsonPath(at, name), *within)) return true;
  }
  return HasDescriptorOfNone(draft, at, value);
}

std::optional<uint32_t> ReadGenomic(RecordDraft& draft, JsonPath& at, Element value) {
  if (!IsObject(value)) {
    draft.KeepUnreadable(at, value, kNoObject);
    return std::nullopt;
  }
  if (IsVariantOfAnother(draft, at, value)) {
    at.set_of_another();
    draft.KeepAsIs(at, value);
    return std::nullopt;
  }
  if (IsGenotypeOfNone(draft, at, value)) {
    draft.KeepAsIs(at, value);
    return std::nullopt;
  }
  const uint32_t row = draft.AddRow(Entity::kVariant, at.row());
  at.set_row(row);
  bool status = false;
  const auto read = [&](auto& self, std::string_view key, const JsonPath& place, Element member) -> void {
    if (key == "interpretationStatus") {
      status = draft.SetEnum(row, kVariantStatus, place, kInterpretationStates, member) || status;
    } else if (key == "variantInterpretation") {
      ReadVariant(draft, row, place, member);
    } else if (key == "variationDescriptor" || key == "variantDescriptor") {
      ReadDescriptor(draft, row, place, member);
    } else if (key == "gene" || key == "geneDescriptor") {
      ReadGene(draft, row, place, member);
    } else if (key == "call" && IsObject(member)) {
      // Drafts of version 2 wrapped gene and variant in one more object.
      ForEachMember(draft, place, member, [&](std::string_view name, const JsonPath& here, Element part) {
        if (name == "call") return draft.Keep(here, part);
        self(self, name, here, part);
      });
    } else if (key != "subjectOrBiosampleId" || !IsThisIndividual(draft, member)) {
      draft.Keep(place, member);
    }
  };
  ForEachMember(draft, at, value,
                [&](std::string_view key, const JsonPath& place, Element member) { read(read, key, place, member); });
  if (!status) draft.SetKeyword(row, kVariantStatus, "unknown");
  return row;
}

void ReadDiagnosis(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "disease") {
      draft.SetCode(row, kInterpretationDisease, place, member);
    } else if (key == "genomicInterpretations") {
      ReadRows(draft, place, member, {Entity::kVariant},
               [&](JsonPath& item, Element element) { return ReadGenomic(draft, item, element); });
    } else {
      draft.Keep(place, member);
    }
  });
}

std::optional<uint32_t> ReadInterpretation(RecordDraft& draft, JsonPath& at, Element value) {
  if (!IsObject(value)) {
    draft.KeepUnreadable(at, value, kNoObject);
    return std::nullopt;
  }
  const uint32_t row = draft.AddRow(Entity::kInterpretation, 0);
  at.set_row(row);
  bool status = false;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "id") {
      draft.SetText(row, kInterpretationId, place, member);
    } else if (key == "progressStatus") {
      status = draft.SetEnum(row, kInterpretationStatus, place, kProgressStates, member) || status;
    } else if (key == "diagnosis") {
      ReadDiagnosis(draft, row, place, member);
    } else {
      draft.Keep(place, member);
    }
  });
  if (!status) draft.SetKeyword(row, kInterpretationStatus, "unknown");
  return row;
}

}  // namespace

void ReadInterpretations(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kInterpretation},
           [&](JsonPath& place, Element element) { return ReadInterpretation(draft, place, element); });
}

}  // namespace muster::import
