// A Beacon individual.
#include "engine/import/beacon/beacon_parts.h"
#include "engine/import/phenopacket/read_pedigree.h"
#include "engine/import/record/rules/meant_member.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSexContradicts{ImportProblem::Kind::kNote, "sex whose label contradicts its code",
                                     "find out which is right: the code counts"};
constexpr RemarkKind kNoSex{ImportProblem::Kind::kKeptOnly, "neither code nor label is one of a sex",
                            "write NCIT:C16576 (female), NCIT:C20197 (male) or NCIT:C17998 (unknown)"};

using namespace model::field;

constexpr uint32_t kSelf = 0;  // the individual's row

struct CodedSex {
  std::string_view code;
  std::string_view keyword;
};
constexpr CodedSex kCodedSexes[] = {
    {"NCIT:C16576", "female"},   {"NCIT:C20197", "male"},  {"NCIT:C46110", "female"},  {"NCIT:C46109", "male"},
    {"NCIT:C46113", "female"},   {"NCIT:C46112", "male"},  {"PATO:0000383", "female"}, {"PATO:0000384", "male"},
    {"NCIT:C17649", "other"},    {"NCIT:C45908", "other"}, {"NCIT:C17998", "unknown"}, {"NCIT:C1799", "unknown"},
    {"NCIT:C126101", "unknown"},
};

// A code decides; where it is none of a sex, the label.
void ReadSex(RecordDraft& draft, const JsonPath& at, Element value) {
  const std::string_view id = StringOf(IsString(value) ? value : Member(value, "id").value_or(value));
  const std::string_view label = StringOf(IsString(value) ? value : Member(value, "label").value_or(value));
  const std::string code = model::NormalizeCode(id);
  const auto word_of = [&](std::string_view text) {
    WordRules::Word word =
        text.empty() ? WordRules::Word{WordRules::Meaning::kUnknown, ""} : draft.rules().WordOf(kSex, text);
    return word.meaning == WordRules::Meaning::kWord ? std::optional(std::move(word.text)) : std::nullopt;
  };
  std::optional<std::string> word = word_of(label);
  for (const CodedSex& known : kCodedSexes) {
    if (code != known.code) continue;
    if (word.has_value() && *word != known.keyword) {
      draft.reporter().Report(kSexContradicts, at.Pointer(), label,
                              model::Concat({"the code ", code, " is taken as \"", known.keyword, "\""}));
    }
    return draft.SetKeyword(kSelf, kSex, known.keyword);
  }
  if (!word.has_value()) word = word_of(id);
  if (!word.has_value()) {
    if (!IsEmpty(value)) draft.KeepUnreadable(at, value, kNoSex);
    return;
  }
  draft.reporter().CountNote("sex taken by its label");
  draft.SetKeyword(kSelf, kSex, *word);
}

// A class whose label matters as well, because one code stands for several.
void ReadLabelled(RecordDraft& draft, model::FieldId code, model::FieldId label, const JsonPath& at, Element value) {
  draft.SetCode(kSelf, code, at, value);
  if (const std::optional<Element> text = Member(value, "label"); text.has_value() && !IsEmpty(*text)) {
    draft.SetKeyword(kSelf, label, JsonPath(at, "label"), *text);
  }
}

}  // namespace

void ReadBeaconIndividual(RecordDraft& draft, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "id") {
      // read by the caller
    } else if (key == "sex") {
      ReadSex(draft, place, member);
    } else if (key == "karyotypicSex") {
      draft.SetEnum(kSelf, kKaryotypicSex, place, kKaryotypicSexes, member);
    } else if (key == "ethnicity") {
      ReadLabelled(draft, kEthnicity, kEthnicityLabel, place, member);
    } else if (key == "geographicOrigin") {
      ReadLabelled(draft, kOrigin, kOriginLabel, place, member);
    } else if (key == "diseases") {
      ReadBeaconDiseases(draft, place, member);
    } else if (key == "phenotypicFeatures") {
      ReadBeaconPhenotypes(draft, place, member, {});
    } else if (key == "measures" || key == "measurements") {
      ReadBeaconMeasurements(draft, place, member, {});
    } else if (key == "treatments") {
      ReadBeaconTreatments(draft, place, member);
    } else if (key == "interventionsOrProcedures") {
      ReadBeaconProcedures(draft, place, member);
    } else if (key == "exposures") {
      ReadBeaconExposures(draft, place, member);
    } else if (key == "pedigrees") {
      ReadBeaconPedigrees(draft, place, member);
    } else {
      draft.Keep(place, member);
      NoteMeant(draft.reporter(), place, member, key, BeaconMemberMeantBy);
    }
  });
}

}  // namespace muster::import
