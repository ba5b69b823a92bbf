#include "engine/import/phenopacket/read_pedigree.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNotAMember{
    ImportProblem::Kind::kKeptOnly, "a pedigree has an id, and the individual among its members",
    "give it an id, and a member with the id of the individual: else the individual has no place in it"};

constexpr RemarkKind kNoRecordOfPerson{
    ImportProblem::Kind::kNote, "affected person of a pedigree of whom the family has no record",
    "nothing can be asked of them, also not as relatives; give the family a packet for each person"};

constexpr RemarkKind kOtherSex{ImportProblem::Kind::kNote,
                               "sex in a pedigree that is not that of the person's own record, which counts",
                               "find out which is right, and write it as \"sex\" of the subject"};
constexpr RemarkKind kSexOfPedigree{ImportProblem::Kind::kNote,
                                    "sex that only the pedigree says, and not the person's own record: it is not read",
                                    "write it as \"sex\" of the subject"};

using namespace model::field;

// The text of a member; "" if there is none, and for 0, which means an unknown parent in pedigree files.
std::string IdOf(Element object, std::string_view name) {
  std::string id = MemberText(object, name);
  return id == "0" || id.size() > kMaxCodeBytes ? "" : id;
}

bool IsAffected(std::string_view status) { return status == "affected" || status == "2"; }

void SetId(RecordDraft& draft, uint32_t row, model::FieldId field, std::string_view id) {
  if (!id.empty()) draft.SetKeyword(row, field, id);
}

std::string_view RoleOf(Element person, const std::optional<Element>& proband, std::string_view id,
                        std::string_view proband_id) {
  if (id == proband_id) return "proband";
  if (!proband.has_value()) return "relative";
  const std::string mother = IdOf(*proband, "maternalId");
  const std::string father = IdOf(*proband, "paternalId");
  if (id == mother) return "mother";
  if (id == father) return "father";
  const std::string own_mother = IdOf(person, "maternalId");
  const std::string own_father = IdOf(person, "paternalId");
  if (own_mother == proband_id || own_father == proband_id) return "child";
  if ((!mother.empty() && mother == own_mother) || (!father.empty() && father == own_father)) return "sibling";
  return "relative";
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

// The words of a Beacon role: "Index Patient", "Mother of proband".
std::string RoleOf(Element member) {
  const std::optional<Element> role = Member(member, "role");
  if (!role.has_value()) return "";
  const std::optional<Element> label = Member(*role, "label");
  const std::string text = Lower(label.has_value() ? StringOf(*label) : StringOf(*role));
  for (const std::string_view word : {"mother", "father", "sibling", "brother", "sister", "child", "proband"}) {
    if (text.find(word) != std::string::npos && text.find("grand") == std::string::npos) {
      return word == "brother" || word == "sister" ? "sibling" : std::string(word);
    }
  }
  return text.find("index") != std::string::npos ? "proband" : text.empty() ? "" : text;
}

}  // namespace

namespace {

// Of a person of a pedigree, where this is the person's record.
void CompareSex(RecordDraft& draft, Element person) {
  std::string sex = Lower(MemberText(person, "sex"));
  if (sex == "1") sex = "female";
  if (sex == "2") sex = "male";
  if (sex != "female" && sex != "male") return;
  const model::Value* own = draft.row(0).Find(kSex);
  const std::string_view known = own == nullptr ? "unknown" : draft.dictionary().Text(std::get<model::Symbol>(*own));
  if (known == sex) return;
  if (known == "unknown") {
    return draft.reporter().Report(kSexOfPedigree, "/pedigree/persons/sex", sex,
                                   model::Concat({"the pedigree says ", sex, ", and the subject nothing"}));
  }
  draft.reporter().Report(kOtherSex, "/pedigree/persons/sex", sex,
                          model::Concat({"the pedigree says ", sex, ", and the subject is ", known}));
}

}  // namespace

void ReadPedigreePlace(RecordDraft& draft, Element pedigree, std::string_view person, std::string_view proband,
                       std::string_view family) {
  const std::optional<Element> persons = Member(pedigree, "persons");
  Array array;
  if (!persons.has_value() || persons->get(array) != simdjson::SUCCESS || person.empty()) return;
  std::optional<Element> own;
  std::optional<Element> index_case;
  for (const Element candidate : array) {
    const std::string id = IdOf(candidate, "individualId");
    if (id == person && !own.has_value()) own = candidate;
    if (id == proband && !index_case.has_value()) index_case = candidate;
  }
  if (!own.has_value()) return;
  CompareSex(draft, *own);
  const uint32_t row = draft.AddRow(model::Entity::kPedigree, 0);
  const std::string own_family = IdOf(*own, "familyId");
  SetId(draft, row, kPedigreeFamily, own_family.empty() ? family : own_family);
  SetId(draft, row, kPedigreeMember, person);
  SetId(draft, row, kPedigreeMother, IdOf(*own, "maternalId"));
  SetId(draft, row, kPedigreeFather, IdOf(*own, "paternalId"));
  draft.SetKeyword(row, kPedigreeRole, RoleOf(*own, index_case, person, proband));
  const std::string status = Lower(IdOf(*own, "affectedStatus"));
  if (IsAffected(status)) draft.SetKeyword(row, kPedigreeAffected, "affected");
  if (status == "unaffected" || status == "1") draft.SetKeyword(row, kPedigreeAffected, "unaffected");
}

void ReportPersonsWithoutRecord(Element pedigree, const HashSet<std::string>& read, Reporter& reporter) {
  const std::optional<Element> persons = Member(pedigree, "persons");
  Array array;
  if (!persons.has_value() || persons->get(array) != simdjson::SUCCESS) return;
  for (const Element person : array) {
    const std::string id = MemberText(person, "individualId");
    if (id.empty() || read.contains(id)) continue;
    // A family may well have the packet of the proband only.
    if (!IsAffected(Lower(MemberText(person, "affectedStatus")))) {
      reporter.CountNote("person of a pedigree of whom the family has no record");
      continue;
    }
    reporter.SetId(id);
    reporter.Report(kNoRecordOfPerson, "/pedigree/persons", id);
  }
}

void ReadBeaconPedigrees(RecordDraft& draft, const JsonPath& at, Element value) {
  ForEachElement(draft, at, value, [&](JsonPath& place, Element pedigree) {
    const std::optional<Element> members = Member(pedigree, "members");
    const std::string family = IdOf(pedigree, "id");
    Array array;
    std::optional<Element> own;
    std::string mother;
    std::string father;
    if (members.has_value() && members->get(array) == simdjson::SUCCESS) {
      for (const Element member : array) {
        const std::string role = RoleOf(member);
        if (IdOf(member, "memberId") == draft.record().id && !own.has_value()) own = member;
        if (role == "mother") mother = IdOf(member, "memberId");
        if (role == "father") father = IdOf(member, "memberId");
      }
    }
    if (!own.has_value() || family.empty()) {
      return draft.KeepUnreadable(place, pedigree, kNotAMember);
    }
    const uint32_t row = draft.AddRow(model::Entity::kPedigree, 0);
    const std::string role = RoleOf(*own);
    SetId(draft, row, kPedigreeFamily, family);
    SetId(draft, row, kPedigreeMember, draft.record().id);
    // Roles are said from the proband's point of view; whose parents the others are is not known.
    if (role == "proband" || role == "sibling") {
      SetId(draft, row, kPedigreeMother, mother);
      SetId(draft, row, kPedigreeFather, father);
    }
    if (!role.empty()) draft.SetKeyword(row, kPedigreeRole, role);
    const std::optional<Element> affected = Member(*own, "affected");
    if (const std::optional<bool> is = affected.has_value() ? BoolOf(*affected) : std::nullopt; is.has_value()) {
      draft.SetKeyword(row, kPedigreeAffected, *is ? "affected" : "unaffected");
    }
    if (const std::optional<Element> disease = Member(pedigree, "disease")) {
      const std::optional<Element> code = Member(*disease, "diseaseCode");
      draft.SetCode(row, kPedigreeDisease, JsonPath(place, "disease"), code.has_value() ? *code : *disease);
    }
  });
}

std::vector<Relative> RelativesIn(Element record, std::string_view individual) {
  std::vector<Relative> relatives;
  const std::optional<Element> pedigrees = Member(record, "pedigrees");
  if (!pedigrees.has_value()) return relatives;
  const auto read = [&](Element pedigree) {
    const std::optional<Element> members = Member(pedigree, "members");
    const std::string family = IdOf(pedigree, "id");
    Array array;
    if (family.empty() || !members.has_value() || members->get(array) != simdjson::SUCCESS) return;
    std::vector<Relative> others;
    bool own = false;
    for (const Element member : array) {
      std::string id = IdOf(member, "memberId");
      own = own || id == individual;
      if (!id.empty() && id != individual) others.push_back({std::move(id), family, RoleOf(member)});
    }
    if (own) relatives.insert(relatives.end(), others.begin(), others.end());
  };
  Array array;
  if (pedigrees->get(array) != simdjson::SUCCESS) {
    read(*pedigrees);
    return relatives;
  }
  for (const Element pedigree : array) read(pedigree);
  return relatives;
}

}  // namespace muster::import
