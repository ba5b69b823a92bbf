// Phenotypic features and diseases.
#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/model/text/text.h"

namespace muster::import {

using model::Entity;
using namespace model::field;

namespace {

void ReadEvidence(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachElement(draft, at, value, [&](const JsonPath& item, Element evidence) {
    ForEachMember(draft, item, evidence, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key == "evidenceCode") {
        draft.SetCode(row, kPhenotypeEvidence, place, member);
      } else {
        draft.Keep(place, member);
      }
    });
  });
}

constexpr RemarkKind kSeverityAmongModifiers{
    ImportProblem::Kind::kNote, "severity that stands among the modifiers, taken as the severity",
    "nothing, if it is that of the feature; the standard has \"severity\" for it"};
constexpr RemarkKind kOtherSeverity{ImportProblem::Kind::kNote,
                                    "severity among the modifiers, and another one in \"severity\", which counts",
                                    "find out which is right, and leave the other out in the source"};

// HPO's terms of severity, below HP:0012824.
bool IsSeverity(std::string_view code) {
  return code == "HP:0012825" || code == "HP:0012826" || code == "HP:0012827" || code == "HP:0012828" ||
         code == "HP:0012829";
}

// A severity of HPO among the modifiers of a feature becomes its severity, where it has none.
void TakeSeverityOfModifiers(RecordDraft& draft, uint32_t row, const JsonPath& at) {
  for (const model::FieldValue& value : draft.row(row).values) {
    if (value.field != kPhenotypeModifier) continue;
    const auto code = std::get<model::Symbol>(value.value);
    const std::string_view text = draft.dictionary().Text(code);
    if (!IsSeverity(text)) continue;
    const model::Value* known = draft.row(row).Find(kPhenotypeSeverity);
    if (known != nullptr && *known == model::Value(code)) return;
    draft.reporter().Report(known == nullptr ? kSeverityAmongModifiers : kOtherSeverity,
                            JsonPath(at, "modifiers").Pointer(), text);
    if (known == nullptr) {
      std::vector<model::FieldValue>& values = draft.row(row).values;
      values.push_back({kPhenotypeSeverity, code});
    }
    return;
  }
}

}  // namespace

std::optional<uint32_t> AddRowOfCode(RecordDraft& draft, JsonPath& at, Element value, Entity entity,
                                     std::string_view code, model::FieldId field) {
  const std::optional<bool> excluded = ReadExcluded(draft, at, value, StatusMembers::kSayWhetherObserved);
  if (!excluded.has_value()) return std::nullopt;
  const std::optional<model::Symbol> term = ReadMainCode(draft, at, value, code, field, *excluded);
  if (!term.has_value()) return std::nullopt;
  const uint32_t row = draft.AddRow(entity, 0);
  at.set_row(row);
  draft.row(row).excluded = *excluded;
  draft.row(row).values.push_back({field, *term});
  return row;
}

std::optional<uint32_t> ReadPhenotype(RecordDraft& draft, JsonPath& at, Element value, std::string_view code,
                                      MemberFields members, std::string_view sample_id) {
  const std::optional<uint32_t> made = AddRowOfCode(draft, at, value, Entity::kPhenotype, code, kPhenotypeTerm);
  if (!made.has_value()) return std::nullopt;
  const uint32_t row = *made;
  if (!sample_id.empty()) draft.row(row).values.push_back({kPhenotypeSample, std::string(sample_id)});
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == code || key == "excluded" || key == "negated") {
      // read above
    } else if (key == "evidence") {
      ReadEvidence(draft, row, place, member);
    } else if (!ReadMember(draft, row, members, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  TakeSeverityOfModifiers(draft, row, at);
  return row;
}

namespace {

std::optional<uint32_t> ReadDisease(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<uint32_t> row = AddRowOfCode(draft, at, value, Entity::kDisease, "term", kDiseaseTerm);
  if (!row.has_value()) return std::nullopt;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "term" || key == "excluded") {
      // read above
    } else if (!ReadMember(draft, *row, kDiseaseMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

constexpr RemarkKind kNoMainCode{
    ImportProblem::Kind::kKeptOnly, "record without a code in its main member: no row is made of it",
    "write its code as \"id\"; a name that is unique in a loaded ontology may stand there in place of one"};

}  // namespace

std::optional<model::Symbol> ReadMainCode(RecordDraft& draft, const JsonPath& at, Element element,
                                          std::string_view name, model::FieldId field, bool excluded) {
  const std::optional<Element> member = Member(element, name);
  const std::string_view id = !member.has_value() ? std::string_view()
                              : IsString(*member) ? StringOf(*member)
                                                  : StringOf(Member(*member, "id").value_or(*member));
  const bool bare = member.has_value() && IsString(*member);
  if (id.find_first_not_of(" \t\r\n") == std::string_view::npos || id.size() > kMaxCodeBytes ||
      (bare && id.find(':') == std::string_view::npos)) {
    if (!IsEmpty(element)) {
      draft.KeepUnreadable(at, element, kNoMainCode,
                           id.size() > kMaxCodeBytes ? model::Concat({"the code in \"", name, "\" is longer than ",
                                                                      std::to_string(kMaxCodeBytes), " bytes"})
                                                     : model::Concat({"there is no code in \"", name, "\""}));
    }
    return std::nullopt;
  }
  const std::string_view label = bare ? std::string_view() : StringOf(Member(*member, "label").value_or(*member));
  if (draft.IsDenial(field, JsonPath(at, name), id, label, excluded)) {
    draft.KeepAsIs(at, element);
    return std::nullopt;
  }
  const std::optional<model::Symbol> code = draft.ReadCode(JsonPath(at, name), *member);
  if (code.has_value()) return code;
  // Such as a marker of a missing value, which is kept with the rest of the element.
  ForEachMember(draft, at, element, [&](std::string_view key, const JsonPath& place, Element other) {
    if (key != name) draft.Keep(place, other);
  });
  return std::nullopt;
}

void ReadPhenotypes(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kPhenotype}, [&](JsonPath& place, Element element) {
    return ReadPhenotype(draft, place, element, "type", kPhenotypeMembers, sample_id);
  });
}

void ReadDiseases(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kDisease},
           [&](JsonPath& place, Element element) { return ReadDisease(draft, place, element); });
}

}  // namespace muster::import
