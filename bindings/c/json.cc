#include "bindings/c/json.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "muster/names.h"

namespace muster::c {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// How many bytes the character at `at` has; 0 where there is none. As Unicode has it: no overlong forms, no surrogates.
size_t CharacterAt(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&](size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return tail(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first < 0xF0) {
    const unsigned second = byte(at + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0)) return 0;
    return tail(at + 1) && tail(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first < 0xF5) {
    const unsigned second = byte(at + 1);
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) return 0;
    return tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

class JsonWriter {
 public:
  void Raw(std::string_view text) { out_ += text; }
  void Int(int64_t number) { out_ += std::to_string(number); }

  void Number(double number) {
    if (!std::isfinite(number)) return Raw("null");
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
    const std::string_view written(digits, static_cast<size_t>(end - digits));
    out_ += written;
    // So that a reader can tell it from an integer.
    if (written.find_first_of(".e") == written.npos) out_ += ".0";
  }

  void Text(std::string_view text) {
    out_ += '"';
    for (size_t i = 0; i < text.size();) {
      const size_t length = CharacterAt(text, i);
      const auto c = static_cast<unsigned char>(text[i]);
      if (length == 0) {
        out_ += kReplacement;
        ++i;
        continue;
      }
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += text[i];
      } else if (c < 0x20) {
        constexpr char kHex[] = "0123456789abcdef";
        out_ += "\\u00";
        out_ += kHex[c >> 4U];
        out_ += kHex[c & 15U];
      } else {
        out_ += text.substr(i, length);
      }
      i += length;
    }
    out_ += '"';
  }

  /// `items`, each written by `write`, with commas between.
  template <typename Items, typename F>
  void List(char open, const Items& items, char close, const F& write) {
    out_ += open;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      write(item);
    }
    out_ += close;
  }

  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

void WriteReleased(const muster::Number& number, JsonWriter* out) {
  const auto member = [&](std::string_view name, const std::optional<int64_t>& value) {
    if (!value.has_value()) return;
    out->Raw(name);
    out->Int(*value);
  };
  out->Raw("{\"value\":");
  if (number.value.has_value()) {
    out->Int(*number.value);
  } else {
    out->Raw("null");
  }
  out->Raw(",\"kind\":");
  out->Text(NameOf(number.kind));
  member(",\"typical\":", number.typical);
  member(",\"low\":", number.low);
  member(",\"high\":", number.high);
  out->Raw("}");
}

void WriteCell(const Cell& cell, JsonWriter* out) {
  if (const int64_t* whole = std::get_if<int64_t>(&cell)) return out->Int(*whole);
  if (const double* number = std::get_if<double>(&cell)) return out->Number(*number);
  if (const std::string* text = std::get_if<std::string>(&cell)) return out->Text(*text);
  if (const muster::Number* released = std::get_if<muster::Number>(&cell)) return WriteReleased(*released, out);
  out->Raw("null");
}

void WriteProvenance(const Provenance& provenance, JsonWriter* out) {
  const bool guest = !provenance.epoch.empty();
  const auto told = [&](uint64_t number) {
    if (guest && number == 0) return out->Raw("null");
    out->Raw(std::to_string(number));
  };
  out->Raw("{\"statement\":");
  out->Text(provenance.statement);
  out->Raw(",\"catalogue_version\":");
  told(provenance.catalogue_version);
  out->Raw(",\"ontologies\":");
  out->List('[', provenance.ontologies, ']', [&](const OntologyVersion& ontology) {
    out->Raw("{\"id\":");
    out->Text(ontology.id);
    out->Raw(",\"version\":");
    out->Text(ontology.version);
    out->Raw("}");
  });
  out->Raw(",\"release\":");
  out->Text(provenance.release);
  if (guest) {
    out->Raw(",\"epoch\":");
    out->Text(provenance.epoch);
    out->Raw(",\"ledger\":");
    out->Text(provenance.ledger);
    out->Raw(",\"note\":");
    out->Text(provenance.note);
  }
  out->Raw(",\"engine\":");
  out->Text(provenance.engine);
  out->Raw(",\"microseconds\":");
  told(static_cast<uint64_t>(provenance.microseconds));
  out->Raw("}");
}

void WriteTable(const Table& table, JsonWriter* out) {
  const auto row = [&](const std::vector<Cell>& cells) {
    out->List('[', cells, ']', [&](const Cell& cell) { WriteCell(cell, out); });
  };
  out->Raw("{\"columns\":");
  out->List('[', table.columns, ']', [&](const Column& column) {
    out->Raw("{\"name\":");
    out->Text(column.name);
    out->Raw(",\"type\":");
    out->Text(NameOf(column.type));
    out->Raw(",\"role\":");
    out->Text(NameOf(column.role));
    out->Raw("}");
  });
  out->Raw(",\"rows\":");
  out->List('[', table.rows, ']', row);
  if (!table.total.empty()) {
    out->Raw(",\"total\":");
    row(table.total);
  }
  if (!table.labels.empty()) {
    out->Raw(",\"labels\":");
    out->List('{', table.labels, '}', [&](const auto& label) {
      out->Text(label.first);
      out->Raw(":");
      out->Text(label.second);
    });
  }
  out->Raw(",\"provenance\":");
  WriteProvenance(table.provenance, out);
  out->Raw("}");
}

void WriteDiagnostic(const Diagnostic& diagnostic, JsonWriter* out) {
  out->Raw("{\"severity\":");
  out->Text(NameOf(diagnostic.severity));
  out->Raw(",\"code\":");
  out->Text(diagnostic.code);
  out->Raw(",\"message\":");
  out->Text(diagnostic.message);
  out->Raw(",\"begin\":");
  out->Raw(std::to_string(diagnostic.begin));
  out->Raw(",\"end\":");
  out->Raw(std::to_string(diagnostic.end));
  out->Raw(",\"hints\":");
  out->List('[', diagnostic.hints, ']', [&](const std::string& hint) { out->Text(hint); });
  out->Raw("}");
}

}  // namespace

std::string JsonOf(const std::vector<Answer>& answers) {
  JsonWriter out;
  out.List('[', answers, ']', [&](const Answer& answer) {
    out.Raw("{\"table\":");
    if (answer.table.has_value()) {
      WriteTable(*answer.table, &out);
    } else {
      out.Raw("null");
    }
    out.Raw(",\"diagnostics\":");
    out.List('[', answer.diagnostics, ']', [&](const Diagnostic& diagnostic) { WriteDiagnostic(diagnostic, &out); });
    out.Raw("}");
  });
  return out.Take();
}

}  // namespace muster::c
