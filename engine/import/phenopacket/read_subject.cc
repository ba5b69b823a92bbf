#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/rules/meant_member.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using namespace model::field;

constexpr uint32_t kSelf = 0;  // the individual's row

void ReadVitalStatus(RecordDraft& draft, const JsonPath& at, Element value) {
  bool has_status = false;  // also by a word that is not understood, which is then missing
  const bool is_object =
      ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
        if (key == "status") {
          draft.SetEnum(kSelf, kVitalStatus, place, kVitalStates, member);
          has_status = has_status || !IsEmpty(member);
        } else if (key == "survivalTimeInDays") {
          // Zero is how protobuf writes that nothing was said.
          if (NumberOf(member) != 0.0) draft.SetNumber(kSelf, kSurvival, place, member);
        } else if (!ReadMember(draft, kSelf, kVitalStatusMembers, key, place, member)) {
          draft.Keep(place, member);
        }
      });
  if (is_object && !has_status) draft.SetKeyword(kSelf, kVitalStatus, "unknown");
}

constexpr RemarkKind kSexByNumber{
    ImportProblem::Kind::kNote, "sex as a number, taken as protobuf counts: 1 is female, 2 is male",
    "nothing, if a program of the standard wrote it; files of pedigrees and ISO 5218 count the other way: write "
    "\"FEMALE\" and \"MALE\""};

bool ReadSex(RecordDraft& draft, const JsonPath& at, Element value) {
  if (!draft.SetEnum(kSelf, kSex, at, kSexes, value)) return false;
  const std::optional<double> number = IsString(value) ? std::nullopt : NumberOf(value);
  if (number == 1.0 || number == 2.0) {
    draft.reporter().ReportOfEach(kSexByNumber, at.Path(), *number == 1.0 ? "1" : "2", [&] {
      return std::pair(at.Pointer(), std::string(*number == 1.0 ? "1 is female" : "2 is male"));
    });
  }
  return true;
}

void ReadBirth(RecordDraft& draft, const JsonPath& at, Element value) {
  if (!draft.SetTime(kSelf, kBirth, at, value)) return;
  const model::Value* birth = draft.row(kSelf).Find(kBirth);
  if (birth != nullptr) draft.set_birth(std::get<model::TimeValue>(*birth).date);
}

}  // namespace

bool IsThisIndividual(RecordDraft& draft, Element id) {
  std::string scratch;
  const std::optional<std::string_view> written = ScalarText(id, scratch);
  if (!written.has_value()) return false;
  const std::string_view text = model::Trim(*written);
  if (text.empty()) return false;
  if (text == model::Trim(draft.record().id) || text == draft.other_name()) return true;
  return std::any_of(draft.row(kSelf).values.begin(), draft.row(kSelf).values.end(), [&](const model::FieldValue& v) {
    return (v.field == kSubjectId || v.field == kAlternateId) && model::Trim(std::get<std::string>(v.value)) == text;
  });
}

void ReadSubject(RecordDraft& draft, const JsonPath& at, Element value) {
  if (const std::optional<Element> birth = Member(value, "dateOfBirth"); birth.has_value() && !birth->is_null()) {
    ReadBirth(draft, JsonPath(at, "dateOfBirth"), *birth);
  }
  bool sex = false;
  bool birth = false;
  const bool is_object =
      ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
        if (key == "dateOfBirth") {
          // The first is read above.
          if (std::exchange(birth, true)) ReadBirth(draft, place, member);
        } else if (key == "sex") {
          sex = ReadSex(draft, place, member) || sex;
        } else if (key == "karyotypicSex") {
          draft.SetEnum(kSelf, kKaryotypicSex, place, kKaryotypicSexes, member);
        } else if (key == "vitalStatus") {
          ReadVitalStatus(draft, place, member);
        } else if (key == "alternateIds") {
          ForEachElement(draft, place, member,
                         [&](const JsonPath& item, Element id) { draft.SetText(kSelf, kAlternateId, item, id); });
        } else if (!ReadMember(draft, kSelf, kSubjectMembers, key, place, member)) {
          draft.Keep(place, member);
          NoteMeant(draft.reporter(), place, member, key, SubjectMemberMeantBy);
        }
      });
  if (is_object && !sex) draft.SetKeyword(kSelf, kSex, "unknown");
}

}  // namespace muster::import
