// Members of JSON objects that become fields of a row, one to one, as tables. A reader has code for the others only.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_MEMBER_FIELDS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_MEMBER_FIELDS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// How the value of a member is written.
enum class Written : uint8_t {
  kCode,         ///< an ontology class
  kCodes,        ///< an array of them
  kCodeOrCodes,  ///< either, as Beacon has it
  kTime,         ///< a time element
  kPartOfTime,   ///< one form of a time, whose other forms are in other members (AddTime)
  kNumber,
  kText,
  kKeyword,
};

/// A member and the field that it becomes. Several members may become one field.
struct MemberField {
  std::string_view member;
  model::FieldId field;
  Written written;
};
using MemberFields = std::span<const MemberField>;

/// The members of one kind of object; `object` is what the object is about, for messages of tests.
struct MemberTable {
  std::string_view object;
  MemberFields fields;
};

/// Sets the field of the member that is called `key`, or keeps `value`, if `fields` has the member; false if it has
/// not.
bool ReadMember(RecordDraft& draft, uint32_t row, MemberFields fields, std::string_view key, const JsonPath& at,
                Element value);

/// Reads an object all of whose members are in `fields`; others are kept.
void ReadMembers(RecordDraft& draft, uint32_t row, MemberFields fields, const JsonPath& at, Element value);

/// Sets a time, or adds to the one that is there what it lacks: Beacon and version 1 of Phenopackets have date and age
/// in two members. A time that contradicts is kept.
void AddTime(RecordDraft& draft, uint32_t row, model::FieldId field, const JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_MEMBER_FIELDS_H_
