#include "engine/import/record_draft.h"

#include <algorithm>

#include "engine/import/mapped_rows.h"
#include "engine/model/dictionary.h"
#include "engine/model/keyword.h"
#include "engine/model/text.h"

namespace muster::import {
namespace {

using model::Entity;
using model::FieldId;
using model::Symbol;
using model::Value;

// Values that a row of an entity usually has: room for them is made at once.
size_t UsualValues(Entity entity) {
  switch (entity) {
    case Entity::kIndividual:
    case Entity::kVariant:
      return 8;
    case Entity::kMeasurement:
    case Entity::kSample:
    case Entity::kRun:
      return 6;
    case Entity::kPhenotype:
    case Entity::kDisease:
      return 2;
    default:
      return 4;
  }
}

void AppendQuoted(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  if (std::none_of(text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || (c >= 0 && c < 0x20); })) {
    out.append(text).push_back('"');
    return;
  }
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out.append("\\u00").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace

void RecordDraft::Begin(std::string_view dataset, std::string_view id) {
  record_ = model::Record();
  record_.dataset = dataset;
  record_.id = id;
  record_.rows.reserve(32);
  birth_ = model::Interval();
  late_birth_ = false;
  replacing_ = false;
  AddRow(Entity::kIndividual, 0);
}

void RecordDraft::Resume(model::Record record) {
  record_ = std::move(record);
  if (!record_.extras.empty()) record_.extras.pop_back();  // the closing brace
  birth_ = model::Interval();
  late_birth_ = false;
  replacing_ = false;
  const Value* birth = record_.rows[0].Find(model::field::kBirth);
  if (birth != nullptr) birth_ = std::get<model::TimeValue>(*birth).date;
}

template <typename Change>
void RecordDraft::ForEachTime(Change change) {
  for (model::Row& row : record_.rows) {
    for (model::FieldValue& value : row.values) {
      auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time != nullptr && value.field != model::field::kBirth) change(*time);
    }
  }
}

void RecordDraft::ChangeBirth(model::Interval birth) {
  if (birth == birth_) return;
  if (!birth_.empty()) {  // ages that followed from it follow from the new one
    ForEachTime([&](model::TimeValue& time) {
      if (!time.date.empty() && time.age == model::AgeAtEvent(birth_, time.date)) time.age = model::Interval();
    });
  }
  birth_ = birth;
  late_birth_ = true;
}

model::Record RecordDraft::Finish() {
  if (late_birth_) ForEachTime([&](model::TimeValue& time) { Complete(time, std::nullopt); });
  if (!record_.extras.empty()) record_.extras.push_back('}');
  model::Record done = std::move(record_);
  record_ = model::Record();
  return done;
}

uint32_t RecordDraft::AddRow(Entity entity, uint32_t parent) {
  model::Row& added = record_.rows.emplace_back();
  added.entity = entity;
  added.parent = parent;
  added.values.reserve(UsualValues(entity));
  return static_cast<uint32_t>(record_.rows.size() - 1);
}

bool RecordDraft::Put(uint32_t row_index, FieldId field, const Place& at, const Element* source, Value value) {
  model::Row& target = row(row_index);
  if (!model::Info(field).multiple) {
    for (model::FieldValue& present : target.values) {
      if (present.field != field) continue;
      if (replacing_) {
        present.value = std::move(value);
        return true;
      }
      if (source != nullptr && present.value != value) KeepUnreadable(at, *source, "a second value of the same field");
      return false;
    }
  } else if (std::find(target.values.begin(), target.values.end(), model::FieldValue{field, value}) !=
             target.values.end()) {
    return true;
  }
  target.values.push_back({field, std::move(value)});
  return true;
}

bool RecordDraft::SetValue(uint32_t row_index, FieldId field, const Place& at, Element source, Value value) {
  return Put(row_index, field, at, &source, std::move(value));
}

std::optional<Symbol> RecordDraft::ReadCode(const Place& at, Element value, std::optional<model::Interval>* onset) {
  std::string_view id;
  std::string_view label;
  if (IsString(value)) {
    id = StringOf(value);
    if (id.empty()) return std::nullopt;
    if (id.find(':') == std::string_view::npos || id.find(' ') != std::string_view::npos) {
      KeepUnreadable(at, value, "an ontology class {\"id\", \"label\"} should stand here");
      return std::nullopt;
    }
    reporter_.Note("code without a class around it");
  } else {
    Object object;
    if (value.get(object) != simdjson::SUCCESS) {
      KeepUnreadable(at, value, "an ontology class {\"id\", \"label\"} should stand here");
      return std::nullopt;
    }
    bool others = false;
    for (const auto field : object) {
      if (field.key == "id") {
        id = StringOf(field.value);
      } else if (field.key == "label") {
        label = StringOf(field.value);
      } else {
        others = true;
      }
    }
    if (model::Trim(id).empty() || id.size() > kLongestCode) {
      if (!IsEmpty(value)) {
        KeepUnreadable(at, value, id.size() > kLongestCode ? "the code is too long" : "the class has no id");
      }
      return std::nullopt;
    }
    if (others) {
      for (const auto field : object) {
        if (field.key != "id" && field.key != "label") Keep(Place(at, field.key), field.value);
      }
    }
  }
  return InternCode(at, id, label, onset);
}

std::optional<Symbol> RecordDraft::InternCode(const Place& at, std::string_view id, std::string_view label,
                                              std::optional<model::Interval>* onset) {
  if (model::Trim(id).empty() || id.size() > kLongestCode) return std::nullopt;
  if (label.size() > kLongestText) label = {};
  const Symbols::Code code = symbols_.OfCode(id, label);
  if (code.corrected) {
    reporter_.Note("code written otherwise than usual");
    if (code.first_time) {
      reporter_.NoteOnce("different spellings corrected", id, at.Pointer(),
                         model::Concat({"the code \"", id, "\" is taken as \"", model::NormalizeCode(id), "\""}));
    }
  }
  if (onset != nullptr) *onset = *code.onset;
  return code.symbol;
}

bool RecordDraft::SetCode(uint32_t row_index, FieldId field, const Place& at, Element value) {
  const std::optional<Symbol> symbol = ReadCode(at, value);
  return symbol.has_value() && Put(row_index, field, at, &value, *symbol);
}

bool RecordDraft::SetCodes(uint32_t row_index, FieldId field, const Place& at, Element values) {
  bool any = false;
  ForEachElement(*this, at, values,
                 [&](const Place& place, Element value) { any = SetCode(row_index, field, place, value) || any; });
  return any;
}

bool RecordDraft::SetTime(uint32_t row_index, FieldId field, const Place& at, Element value) {
  const std::optional<model::TimeValue> time = ReadTime(at, value);
  return time.has_value() && Put(row_index, field, at, &value, *time);
}

bool RecordDraft::SetNumber(uint32_t row_index, FieldId field, const Place& at, Element value) {
  const std::optional<double> number = NumberOf(value);
  if (!number.has_value()) {
    KeepUnreadable(at, value, "a finite number should stand here");
    return false;
  }
  return Put(row_index, field, at, &value, *number);
}

bool RecordDraft::SetText(uint32_t row_index, FieldId field, const Place& at, Element value) {
  std::optional<std::string> text = ScalarText(value);
  if (!text.has_value() || text->size() > kLongestText) {
    KeepUnreadable(at, value, text.has_value() ? "the text is too long" : "a text should stand here");
    return false;
  }
  return !text->empty() && Put(row_index, field, at, &value, *std::move(text));
}

bool RecordDraft::SetKeyword(uint32_t row_index, FieldId field, const Place& at, Element value) {
  const std::optional<std::string> word = ScalarText(value);
  if (!word.has_value() || word->size() > kLongestCode) {
    KeepUnreadable(at, value, word.has_value() ? "the word is too long" : "a word should stand here");
    return false;
  }
  if (model::Trim(*word).empty()) return false;
  if (model::IsAbsentId(field, *word)) {
    KeepAsIs(at, value);
    return false;
  }
  return Put(row_index, field, at, &value, symbols_.OfKeyword(field, *word));
}

bool RecordDraft::SetEnum(uint32_t row_index, FieldId field, const Place& at, EnumValues values, Element value) {
  const std::optional<EnumReading> reading = ReadEnum(values, value);
  if (!reading.has_value() || reading->keyword.size() > kLongestCode) {
    if (!IsEmpty(value)) KeepUnreadable(at, value, "a value of the enumeration should stand here");
    return false;
  }
  if (!reading->known) {
    reporter_.Note("word that the schema does not have", at.Pointer(),
                   model::Concat({"the schema has no such value; taken as \"", reading->keyword, "\""}));
  }
  return Put(row_index, field, at, &value, symbols_.OfKeyword(reading->keyword));
}

void RecordDraft::SetKeyword(uint32_t row_index, FieldId field, std::string_view word) {
  if (!model::IsAbsentId(field, word)) Put(row_index, field, Place(nullptr), nullptr, symbols_.OfKeyword(word));
}

void RecordDraft::SetAssay(uint32_t row_index, const Place& at, std::string_view text, bool sets_strategy) {
  const Symbols::AssayNames names = symbols_.OfAssay(text);
  if (!names.known) {
    reporter_.Note("assay that the normalisation does not know", at.Pointer(),
                   model::Concat({"the assay \"", text, "\" is not known; taken as it is written"}));
  }
  Put(row_index, model::field::kRunAssay, at, nullptr, names.assay);
  if (!sets_strategy) Put(row_index, model::field::kRunStrategy, at, nullptr, names.strategy);
}

void RecordDraft::Keep(const Place& at, Element value) {
  if (IsEmpty(value)) return;
  if (at.node() == nullptr) {
    KeepAsIs(at, value);
    return;
  }
  // The rows that the mapping makes here are the ones around what stands below. A field may take the element itself.
  Place here(at);
  if (!at.node()->rows().empty()) MakeMappedRows(*this, here, value);
  if (!at.node()->taken()) KeepBelow(here, value);
}

void RecordDraft::KeepBelow(const Place& at, Element value) {
  Object object;
  Array array;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const auto field : object) Keep(Place(at, field.key), field.value);
  } else if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) Keep(Place(at, index++), element);
  } else {
    KeepAsIs(at, value);
  }
}

void RecordDraft::KeepUnreadable(const Place& at, Element value, std::string_view reason) {
  reporter_.Unreadable(at.Pointer(), reason);
  KeepAsIs(at, value);
}

void RecordDraft::KeepAsIs(const Place& at, Element value) {
  scratch_.clear();
  at.AppendPath(scratch_);
  reporter_.CountKept(scratch_);
  std::string& extras = record_.extras;
  extras.push_back(extras.empty() ? '{' : ',');
  scratch_.clear();
  at.AppendPointer(scratch_);
  AppendQuoted(scratch_, extras);
  json_.clear();
  json_.append(value);
  extras.append(":").append(json_.str());
}

}  // namespace muster::import
