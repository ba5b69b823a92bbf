#include "engine/import/input/other_file.h"

#include <algorithm>
#include <string>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

struct Known {
  std::string_view start;
  std::string_view what;
};

constexpr Known kKnown[] = {
    {"PK\x03\x04",
     "it is a ZIP archive, as the workbooks of Excel (.xlsx) and LibreOffice (.ods) are, whatever it is called: save "
     "the "
     "sheet as \"CSV UTF-8\", or unpack it"},
    {"\xd0\xcf\x11\xe0", "it is an Excel workbook (.xls), whatever it is called: save the sheet as \"CSV UTF-8\""},
    {"\x1f\x8b", "it is packed by gzip twice: unpack it once (gunzip)"},
    {"\x28\xb5\x2f\xfd", "it is packed by zstd within another packing: unpack it once (zstd -d)"},
    {"BZh", "it is packed by bzip2, which is not read: unpack it (bunzip2)"},
    {"\xfd"
     "7zXZ",
     "it is packed by xz, which is not read: unpack it (unxz)"},
    {"7z\xbc\xaf", "it is a 7z archive, which is not read: unpack it"},
    {"PAR1", "it is a Parquet file, which is not read: write it as CSV"},
    {"ARROW1", "it is an Arrow file, which is not read: write it as CSV"},
    {"FEA1", "it is a Feather file, which is not read: write it as CSV"},
    {"$FL2", "it is a file of SPSS, which is not read: save it as CSV, in UTF-8"},
    {"$FL3", "it is a file of SPSS, which is not read: save it as CSV, in UTF-8"},
    {"<stata_dta>", "it is a file of Stata, which is not read: save it as CSV (export delimited)"},
    {"SQLite format 3", "it is a database of SQLite, which is not read: export its tables as CSV"},
    {"%PDF", "it is a PDF, which is not read: ask for the data as CSV"},
    {"{\\rtf", "it is a text document (RTF): save it as plain text, in UTF-8"},
};

bool BeginsPage(std::string_view start) {
  const size_t first = std::min(start.find_first_not_of(" \t\r\n\xef\xbb\xbf"), start.size());
  const std::string text = model::ToLower(start.substr(first, 100));
  constexpr std::string_view kPages[] = {"<html", "<!doctype", "<table", "<head",
                                         "<body", "<meta",     "<?xml",  "<workbook"};
  return std::any_of(std::begin(kPages), std::end(kPages),
                     [&](std::string_view page) { return text.starts_with(page); });
}

}  // namespace

bool IsUtf16(std::string_view start) {
  if (start.starts_with("\xff\xfe") || start.starts_with("\xfe\xff")) return true;
  // Every second byte of letters of Latin is 0; nothing else that is read has a 0 among the first.
  constexpr size_t kLookedAt = 16;
  if (start.size() < kLookedAt) return false;
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < kLookedAt; ++i) zeros[i % 2] += start[i] == '\0' ? 1 : 0;
  return (zeros[0] >= kLookedAt / 2 - 1 && zeros[1] == 0) || (zeros[1] >= kLookedAt / 2 - 1 && zeros[0] == 0);
}

std::string_view OtherFileBy(std::string_view start) {
  for (const Known& known : kKnown) {
    if (start.starts_with(known.start)) return known.what;
  }
  if (IsUtf16(start)) {
    return "it is UTF-16 text, and only UTF-8 is read: convert it, such as by iconv -f UTF-16 -t UTF-8 (without a "
           "byte-order mark UTF-16LE), or save it as \"CSV UTF-8\"";
  }
  if (BeginsPage(start)) {
    return "it is a page (HTML or XML), as some programs write what they call an Excel file: open it there and save "
           "the "
           "sheet as \"CSV UTF-8\"";
  }
  return "";
}

}  // namespace muster::import
