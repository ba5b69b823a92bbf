#include "engine/import/table/rows/row_text.h"

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Bytes of a Western code page.
std::string AsLatin1(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else {
      out.push_back(static_cast<char>(0xC0 | byte >> 6));
      out.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
    }
  }
  return out;
}

}  // namespace

std::string ShownCell(std::string_view text) { return IsUtf8(text) ? std::string(text) : AsLatin1(text); }

std::string ShownRow(const CsvRow& row) {
  std::string text;
  for (size_t i = 0; i < row.cells.size() && text.size() < 200; ++i) {
    text.append(i == 0 ? "" : " | ").append(ShownCell(row.cells[i]));
  }
  return text;
}

std::string CountedCells(uint64_t count) {
  return model::Concat({std::to_string(count), count == 1 ? " cell" : " cells"});
}

}  // namespace muster::import
