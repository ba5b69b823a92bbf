// Medical actions: treatments and regimens, procedures and radiotherapy.
#include <algorithm>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/remark_kinds.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSecondAction{ImportProblem::Kind::kKeptOnly,
                                   "an action is one thing: something else is read already",
                                   "write a medical action for each treatment, procedure or radiation"};
constexpr RemarkKind kNoAction{ImportProblem::Kind::kKeptOnly,
                               "neither treatment, procedure, radiation therapy nor regimen",
                               "write one of these four members of the standard"};

constexpr RemarkKind kEndsBeforeStart{ImportProblem::Kind::kKeptOnly, "dose interval that ends before it starts",
                                      "correct it in the source: neither of the two is taken until then"};
constexpr RemarkKind kDoseGoesOn{ImportProblem::Kind::kNote,
                                 "treatment with a dose interval that has no end: the treatment has none, either",
                                 "nothing, if it goes on; else write the \"end\" of each interval"};

constexpr RemarkKind kDoseOfNothing{ImportProblem::Kind::kNote,
                                    "treatment whose only dose is 0: it counts as a treatment",
                                    "nothing, if 0 stands for a dose that nobody knows; if nothing was given, write "
                                    "\"excluded\": true, or leave it out"};

using model::Entity;
using model::FieldId;
using namespace model::field;

// Members of the action itself, which go to the row of whatever was done.
struct ActionFields {
  FieldId target, intent, response, adverse, termination;
};
constexpr ActionFields kOfTreatment = {kTreatmentTarget, kTreatmentIntent, kTreatmentResponse, kTreatmentAdverse,
                                       kTreatmentTermination};
constexpr ActionFields kOfProcedure = {kProcedureTarget, kProcedureIntent, kProcedureResponse, kProcedureAdverse,
                                       kProcedureTermination};

struct Span {
  std::optional<model::TimeValue> start;
  std::optional<model::TimeValue> end;
  bool open = false;  // one that started has no end

  void Add(model::Interval begun, model::Interval ended, const RecordDraft& draft) {
    open = open || (!begun.empty() && ended.empty());
    model::TimeValue time;
    if (!begun.empty() && (!start.has_value() || begun.low < start->date.low)) {
      time.date = begun;
      draft.Complete(time, std::nullopt);
      start = time;
    }
    time = model::TimeValue();
    if (!ended.empty() && (!end.has_value() || ended.high > end->date.high)) {
      time.date = ended;
      draft.Complete(time, std::nullopt);
      end = time;
    }
  }
};

// {"quantity": {"value": 0}}
std::optional<double> DoseOf(Element quantity) {
  const std::optional<Element> value = Member(quantity, "value");
  return value.has_value() ? NumberOf(*value) : std::nullopt;
}

// Whether doses are told, and all of them are 0.
bool IsOfNothing(Element treatment) {
  bool any = false;
  bool given = false;
  const auto look = [&](Element quantity) {
    const std::optional<double> dose = DoseOf(quantity);
    any = any || dose.has_value();
    given = given || !dose.has_value() || *dose != 0;
  };
  if (const std::optional<Element> whole = Member(treatment, "cumulativeDose")) look(*whole);
  const std::optional<Element> intervals = Member(treatment, "doseIntervals");
  Array array;
  if (intervals.has_value() && intervals->get(array) == simdjson::SUCCESS) {
    for (const Element interval : array) {
      if (const std::optional<Element> quantity = Member(interval, "quantity")) look(*quantity);
    }
  }
  return any && !given;
}

}  // namespace

// The treatment lasts from the first interval's start to the last one's end, unless one goes on; doses and frequencies
// are kept.
void ReadDoses(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  Span span;
  ForEachElement(draft, at, value, [&](const JsonPath& item, Element dose) {
    ForEachMember(draft, item, dose, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key != "interval") return draft.Keep(place, member);
      model::Interval begun;
      model::Interval ended;
      ForEachMember(draft, place, member, [&](std::string_view name, const JsonPath& here, Element part) {
        if (name != "start" && name != "end") return draft.Keep(here, part);
        (name == "start" ? begun : ended) = draft.ReadDate(here, part).value_or(model::Interval());
      });
      if (!begun.empty() && !ended.empty() && ended.high < begun.low) {
        return draft.KeepUnreadable(place, member, kEndsBeforeStart);
      }
      span.Add(begun, ended, draft);
    });
  });
  if (span.start.has_value()) draft.SetValue(row, kTreatmentStart, at, value, *span.start);
  if (!span.end.has_value()) return;
  if (!span.open) {
    draft.SetValue(row, kTreatmentEnd, at, value, *span.end);
    return;
  }
  draft.reporter().Report(kDoseGoesOn, at.Pointer(), {});
  draft.KeepAsIs(at, value);
}

namespace {

// Whether it was there is known before its code is read.
uint32_t AddAction(RecordDraft& draft, Entity entity, bool excluded) {
  const uint32_t row = draft.AddRow(entity, 0);
  draft.row(row).excluded = excluded;
  return row;
}

uint32_t ReadTreatment(RecordDraft& draft, const JsonPath& at, Element value, bool excluded) {
  const uint32_t row = AddAction(draft, Entity::kTreatment, excluded);
  if (!excluded && IsOfNothing(value)) draft.reporter().Report(kDoseOfNothing, at.Pointer(), "0");
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "doseIntervals") {
      ReadDoses(draft, row, place, member);
    } else if (key == "drugType") {
      draft.SetEnum(row, kTreatmentKind, place, kDrugTypes, member);
    } else if (!ReadMember(draft, row, kTreatmentMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

uint32_t ReadRegimen(RecordDraft& draft, const JsonPath& at, Element value, bool excluded) {
  const uint32_t row = AddAction(draft, Entity::kTreatment, excluded);
  draft.SetKeyword(row, kTreatmentKind, "regimen");
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "externalReference") {
      const std::string_view id = StringOf(Member(member, "id").value_or(member));
      const std::string_view description = StringOf(Member(member, "description").value_or(member));
      if (const std::optional<model::Symbol> agent = draft.InternCode(place, id, description, /*needs_system=*/false)) {
        draft.SetValue(row, kTreatmentAgent, place, member, *agent);
      }
      draft.Keep(place, member);
    } else if (key == "regimenStatus") {
      draft.SetEnum(row, kTreatmentStatus, place, kRegimenStates, member);
    } else if (!ReadMember(draft, row, kRegimenMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

uint32_t ReadProcedure(RecordDraft& draft, const JsonPath& at, Element value, bool excluded) {
  const uint32_t row = AddAction(draft, Entity::kProcedure, excluded);
  ReadMembers(draft, row, kProcedureMembers, at, value);
  return row;
}

uint32_t ReadRadiation(RecordDraft& draft, const JsonPath& at, Element value, bool excluded) {
  const uint32_t row = AddAction(draft, Entity::kProcedure, excluded);
  ReadMembers(draft, row, kRadiationMembers, at, value);
  return row;
}

using Reader = uint32_t (*)(RecordDraft&, const JsonPath&, Element, bool excluded);
Reader ReaderOf(std::string_view key) {
  if (key == "treatment") return ReadTreatment;
  if (key == "procedure") return ReadProcedure;
  if (key == "radiationTherapy") return ReadRadiation;
  if (key == "therapeuticRegimen") return ReadRegimen;
  return nullptr;
}

// The member of a treatment or the like that says what it was, and the field for it.
struct MainMember {
  std::string_view name;
  FieldId field;
};
MainMember MainMemberOf(std::string_view key) {
  if (key == "treatment") return {"agent", kTreatmentAgent};
  if (key == "therapeuticRegimen") return {"ontologyClass", kTreatmentAgent};
  return {key == "radiationTherapy" ? "modality" : "code", kProcedureCode};
}

// Whether its code or label says that there was none, such as "No treatment".
bool SaysThatThereWasNone(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value, bool excluded) {
  const MainMember main = MainMemberOf(key);
  const std::optional<Element> code = Member(value, main.name);
  if (!code.has_value()) return false;
  const std::string_view label =
      IsObject(*code) ? StringOf(Member(*code, "label").value_or(*code)) : std::string_view();
  return draft.IsDenial(main.field, JsonPath(at, main.name), StringOf(Member(*code, "id").value_or(*code)), label,
                        excluded);
}

// Of the action, or of the treatment or the like in it; nullopt, after keeping the action, when it is not clear.
std::optional<bool> ReadActionExcluded(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<bool> whole = ReadExcluded(draft, at, value, StatusMembers::kSayOtherThings);
  Object object;
  if (!whole.has_value() || value.get(object) != simdjson::SUCCESS) return whole;
  bool excluded = *whole;
  std::string scratch;
  for (const auto field : object) {
    if (ReaderOf(CamelCase(field.key, scratch)) == nullptr || !IsObject(field.value)) continue;
    JsonPath place(at, field.key);
    const std::optional<bool> part = ReadExcluded(draft, place, field.value, StatusMembers::kSayOtherThings);
    if (part.has_value()) {
      excluded = excluded || *part;
      continue;
    }
    at.set_polarity_unknown();
    for (const auto other : object) {
      if (other.key != field.key) draft.KeepAsIs(JsonPath(at, other.key), other.value);
    }
    return std::nullopt;
  }
  return excluded;
}

std::optional<uint32_t> ReadAction(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<bool> excluded = ReadActionExcluded(draft, at, value);
  if (!excluded.has_value()) return std::nullopt;
  std::optional<uint32_t> row;
  Object object;
  if (value.get(object) == simdjson::SUCCESS) {
    std::string scratch;
    for (const auto field : object) {
      const std::string_view key = CamelCase(field.key, scratch);
      const Reader reader = ReaderOf(key);
      if (reader == nullptr || !IsObject(field.value)) continue;
      const JsonPath place(at, field.key);
      if (!row.has_value() && SaysThatThereWasNone(draft, place, key, field.value, *excluded)) {
        at.set_polarity_unknown();
        draft.KeepAsIs(at, value);
        return std::nullopt;
      }
      if (row.has_value()) {
        draft.KeepUnreadable(place, field.value, kSecondAction);
      } else {
        row = reader(draft, place, field.value, *excluded);
      }
    }
  }
  if (!row.has_value()) {
    draft.KeepUnreadable(at, value, kNoAction);
    return std::nullopt;
  }
  at.set_row(*row);
  const ActionFields& fields = draft.row(*row).entity == Entity::kTreatment ? kOfTreatment : kOfProcedure;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (ReaderOf(key) != nullptr) {
      if (!IsObject(member)) draft.KeepUnreadable(place, member, kNoObject);
    } else if (key == "excluded") {
      // read above
    } else if (key == "treatmentTarget") {
      draft.SetCode(*row, fields.target, place, member);
    } else if (key == "treatmentIntent") {
      draft.SetCode(*row, fields.intent, place, member);
    } else if (key == "responseToTreatment") {
      draft.SetCode(*row, fields.response, place, member);
    } else if (key == "adverseEvents") {
      draft.SetCodes(*row, fields.adverse, place, member);
    } else if (key == "treatmentTerminationReason") {
      draft.SetCode(*row, fields.termination, place, member);
    } else {
      draft.Keep(place, member);
    }
  });
  return row;
}

}  // namespace

void ReadMedicalActions(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kTreatment, Entity::kProcedure},
           [&](JsonPath& place, Element element) { return ReadAction(draft, place, element); });
}

}  // namespace muster::import
