#include "engine/import/mapping/parse_tables.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxTables = 100;

absl::Status ParseText(const Json& value, const std::string& place, std::string* text) {
  if (!value.is_string()) return MappingError(place, "a string should stand here");
  *text = value.get<std::string>();
  return absl::OkStatus();
}

absl::Status ParseFlag(const Json& value, const std::string& place, bool* flag) {
  if (!value.is_boolean()) return MappingError(place, "true or false should stand here");
  *flag = value.get<bool>();
  return absl::OkStatus();
}

// A text, or a number as one would write it in a table.
std::optional<std::string> Scalar(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  return std::nullopt;
}

absl::Status ParseTexts(const Json& value, const std::string& place, std::vector<std::string>* texts) {
  const Json array = value.is_array() ? value : Json::array({value});
  for (size_t i = 0; i < array.size(); ++i) {
    std::optional<std::string> text = Scalar(array[i]);
    if (!text.has_value()) return MappingError(place, "a string, or an array of strings, should stand here");
    texts->push_back(*std::move(text));
  }
  return absl::OkStatus();
}

absl::Status ParseValues(const Json& value, const std::string& place, TableColumn* column) {
  if (!value.is_object() || value.empty())
    return MappingError(place, "an object from what cells say to what it means should stand here");
  for (const auto& [text, meaning] : value.items()) {
    std::optional<std::string> means = Scalar(meaning);
    if (!means.has_value() && !meaning.is_null())
      return MappingError(place + "/" + text, "a string, number, true, false or null should stand here");
    column->values.emplace(text, std::move(means));
  }
  return absl::OkStatus();
}

absl::Status ParseAge(const Json& value, const std::string& place, TableColumn* column) {
  using Age = TableColumn::Age;
  for (const auto& [name, age] : {std::pair<std::string_view, Age>("years", Age::kYears),
                                  {"months", Age::kMonths},
                                  {"weeks", Age::kWeeks},
                                  {"days", Age::kDays}}) {
    if (!value.is_string() || value.get_ref<const std::string&>() != name) continue;
    column->age = age;
    return absl::OkStatus();
  }
  return MappingError(place, "\"years\", \"months\", \"weeks\" or \"days\" should stand here");
}

absl::Status ParseColumn(const Json& value, const std::string& place, TableColumn* column) {
  if (!value.is_object()) return MappingError(place, "an object should stand here");
  for (const auto& [name, member] : value.items()) {
    const std::string here = place + "/" + name;
    absl::Status read;
    if (name == "missing") {
      read = ParseTexts(member, here, &column->missing);
    } else if (name == "values") {
      read = ParseValues(member, here, column);
    } else if (name == "age") {
      read = ParseAge(member, here, column);
    } else if (name == "prefix") {
      read = ParseText(member, here, &column->prefix);
    } else if (name == "label") {
      read = ParseText(member, here, &column->label);
    } else if (name == "split") {
      read = ParseText(member, here, &column->split);
      if (read.ok() && column->split.empty()) read = MappingError(here, "what separates values cannot be empty");
    } else if (name == "decimal") {
      if (!member.is_string() || (member != "," && member != "."))
        return MappingError(here, "\",\" or \".\" should stand here");
      column->decimal_comma = member == ",";
    } else if (name == "date") {
      std::vector<std::string> texts;
      if (read = ParseTexts(member, here, &texts); !read.ok()) return read;
      std::optional<int> century;
      if (const auto first = value.find("century"); first != value.end()) {
        if (!first->is_number_integer() || *first < 1000 || *first > 9900)
          return MappingError(place + "/century", "the first year of two digits should stand here, such as 1930");
        century = first->get<int>();
      }
      for (const std::string& text : texts) {
        absl::StatusOr<DateFormat> format = DateFormat::Parse(text, century);
        if (!format.ok()) return MappingError(here, std::string(format.status().message()));
        column->dates.push_back(*std::move(format));
      }
    } else if (name == "century") {
      if (!value.contains("date")) return MappingError(here, "it is said of a \"date\" with a year of two digits");
    } else {
      return MappingError(
          here, model::Concat({"\"", name,
                               "\" is unknown here; known are: age, century, date, decimal, label, missing, prefix, ",
                               "split, values"}));
    }
    if (!read.ok()) return read;
  }
  if (!column->dates.empty() && (column->age != TableColumn::Age::kNone || column->decimal_comma)) {
    return MappingError(place, "a date is neither an age nor a number");
  }
  return absl::OkStatus();
}

absl::Status ParseColumns(const Json& value, const std::string& place, Table* table) {
  if (!value.is_object())
    return MappingError(place, "an object from columns to how they are written should stand here");
  for (const auto& [name, member] : value.items()) {
    if (absl::Status read = ParseColumn(member, place + "/" + name, &table->columns[name]); !read.ok()) return read;
  }
  return absl::OkStatus();
}

absl::Status ParseDelimiter(const Json& value, const std::string& place, Table* table) {
  std::string text;
  if (absl::Status read = ParseText(value, place, &text); !read.ok()) return read;
  if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r" || text.front() == '\0')
    return MappingError(place, "one character should stand here, such as \";\" or \"\\t\"");
  table->delimiter = text.front();
  return absl::OkStatus();
}

// The column of ids, or several whose cells make one together.
absl::Status ParseId(const Json& value, const std::string& place, Table* table) {
  std::vector<std::string> columns;
  if (value.is_number() || (value.is_array() && value.empty()))
    return MappingError(place, "a string should stand here");
  if (absl::Status read = ParseTexts(value, place, &columns); !read.ok()) return read;
  table->id = std::move(columns.back());
  columns.pop_back();
  table->id_begins = std::move(columns);
  return absl::OkStatus();
}

// From columns to the texts that the cells of this table's rows have.
absl::Status ParseWhen(const Json& value, const std::string& place, Table* table) {
  if (!value.is_object() || value.empty())
    return MappingError(place, "an object from columns to what the rows of this table have there should stand here");
  for (const auto& [column, texts] : value.items()) {
    table->when.emplace_back(column, std::vector<std::string>());
    if (texts.is_null()) {
      table->when.back().second.emplace_back();
    } else if (absl::Status read = ParseTexts(texts, place + "/" + column, &table->when.back().second); !read.ok()) {
      return read;
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<Table> ParseTable(const std::string& name, const Json& value, const std::string& place) {
  Table table;
  table.name = name;
  if (!value.is_object()) return MappingError(place, "an object with \"files\" and \"id\" should stand here");
  for (const auto& [member_name, member] : value.items()) {
    const std::string here = place + "/" + member_name;
    const absl::Status read =
        member_name == "files"       ? ParseTexts(member, here, &table.files)
        : member_name == "id"        ? ParseId(member, here, &table)
        : member_name == "latest"    ? ParseText(member, here, &table.latest)
        : member_name == "one"       ? ParseFlag(member, here, &table.one)
        : member_name == "missing"   ? ParseTexts(member, here, &table.missing)
        : member_name == "quotes"    ? ParseFlag(member, here, &table.quotes)
        : member_name == "delimiter" ? ParseDelimiter(member, here, &table)
        : member_name == "when"      ? ParseWhen(member, here, &table)
        : member_name == "columns"
            ? ParseColumns(member, here, &table)
            : MappingError(here, model::Concat(
                                     {"\"", member_name,
                                      "\" is unknown here; known are: columns, delimiter, files, id, latest, missing, ",
                                      "one, quotes, when"}));
    if (!read.ok()) return read;
  }
  if (name.empty() || name == "*") return MappingError(place, "a table needs a name, which pointers begin with");
  if (table.files.empty())
    return MappingError(place, "\"files\" is missing: which files are this table, such as \"labs*.csv\"");
  if (table.id.empty()) return MappingError(place, "\"id\" is missing: the column with the id of the individual");
  if (table.one && !table.latest.empty())
    return MappingError(place + "/latest",
                        "of a table with \"one\", an individual has one row: leave out one of the two");
  return table;
}

}  // namespace

absl::StatusOr<std::vector<Table>> ParseTables(const Json& value, const std::string& place) {
  if (!value.is_object()) return MappingError(place, "an object from names to tables should stand here");
  if (value.size() > kMaxTables) return MappingError(place, "there are too many tables");
  std::vector<Table> tables;
  for (const auto& [name, member] : value.items()) {
    absl::StatusOr<Table> table = ParseTable(name, member, place + "/" + name);
    if (!table.ok()) return table.status();
    tables.push_back(*std::move(table));
  }
  return tables;
}

}  // namespace muster::import
