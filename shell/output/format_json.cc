#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "muster/names.h"
#include "nlohmann/json.hpp"
#include "shell/output/format.h"

namespace muster::shell {
namespace {

/// Text of a catalogue is UTF-8; should a byte be wrong, it becomes U+FFFD instead of an exception.
std::string Quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// {"value":1235,"kind":"perturbed","typical":14,"low":1189,"high":1281}
std::string JsonNumber(const Number& number) {
  std::string out = "{\"value\":" + (number.value.has_value() ? std::to_string(*number.value) : "null");
  out.append(",\"kind\":\"").append(NameOf(number.kind)).append("\"");
  if (number.typical.has_value()) absl::StrAppend(&out, ",\"typical\":", *number.typical);
  if (number.low.has_value()) absl::StrAppend(&out, ",\"low\":", *number.low);
  if (number.high.has_value()) absl::StrAppend(&out, ",\"high\":", *number.high);
  return out + "}";
}

std::string JsonCell(const Cell& cell) {
  if (IsMissing(cell)) return "null";
  if (const Number* number = std::get_if<Number>(&cell)) return JsonNumber(*number);
  if (const std::string* text = std::get_if<std::string>(&cell)) return Quoted(*text);
  if (const double* number = std::get_if<double>(&cell)) return nlohmann::json(*number).dump();
  return CellText(cell);
}

std::string JsonRow(const std::vector<Cell>& row) {
  std::string out = "[";
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ",";
    out += JsonCell(row[i]);
  }
  return out + "]";
}

// Members that guests may not see are null.
std::string Told(uint64_t number) { return number == 0 ? "null" : std::to_string(number); }

std::string JsonProvenance(const Provenance& provenance) {
  const bool guest = !provenance.epoch.empty();
  std::string out = "{\"statement\":" + Quoted(provenance.statement) + ",\"catalogue_version\":" +
                    (guest ? Told(provenance.catalogue_version) : std::to_string(provenance.catalogue_version)) +
                    ",\"ontologies\":[";
  for (size_t i = 0; i < provenance.ontologies.size(); ++i) {
    if (i > 0) out += ",";
    out += "{\"id\":" + Quoted(provenance.ontologies[i].id) +
           ",\"version\":" + Quoted(provenance.ontologies[i].version) + "}";
  }
  out += "],\"release\":" + Quoted(provenance.release);
  if (guest) {
    out += ",\"epoch\":" + Quoted(provenance.epoch) + ",\"ledger\":" + Quoted(provenance.ledger) +
           ",\"note\":" + Quoted(provenance.note);
  }
  out += ",\"engine\":" + Quoted(provenance.engine) + ",\"microseconds\":";
  const auto microseconds = static_cast<uint64_t>(provenance.microseconds);
  return out + (guest ? Told(microseconds) : std::to_string(provenance.microseconds)) + "}";
}

std::string JsonLabels(const std::map<std::string, std::string>& labels) {
  std::string out = "{";
  for (const auto& [code, label] : labels) {
    if (out.size() > 1) out += ",\n";
    out += Quoted(code) + ":" + Quoted(label);
  }
  return out + "}";
}

}  // namespace

std::string RenderJson(const Table& table) {
  std::string out = "{\"columns\":[";
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ",";
    out += "{\"name\":" + Quoted(table.columns[i].name) + ",\"type\":\"";
    out += NameOf(table.columns[i].type);
    out += "\",\"role\":\"";
    out += NameOf(table.columns[i].role);
    out += "\"}";
  }
  out += "],\n\"rows\":[";
  for (size_t i = 0; i < table.rows.size(); ++i) {
    out += i > 0 ? ",\n" : "\n";
    out += JsonRow(table.rows[i]);
  }
  out += table.rows.empty() ? "]" : "\n]";
  if (!table.total.empty()) out += ",\n\"total\":" + JsonRow(table.total);
  if (!table.labels.empty()) out += ",\n\"labels\":" + JsonLabels(table.labels);
  return out + ",\n\"provenance\":" + JsonProvenance(table.provenance) + "}";
}

std::string RenderJsonLines(const Table& table) {
  // Members of an object need names of their own.
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const Column& column : table.columns) {
    std::string name = column.name;
    for (int number = 2; !taken.insert(name).second; ++number) name = absl::StrCat(column.name, " ", number);
    names.push_back(Quoted(name));
  }
  std::string out;
  for (const std::vector<Cell>& row : table.rows) {
    out += "{";
    for (size_t i = 0; i < row.size() && i < names.size(); ++i) {
      if (i > 0) out += ",";
      out += names[i] + ":" + JsonCell(row[i]);
    }
    out += "}\n";
  }
  return out;
}

}  // namespace muster::shell
