// Files that are none of those that are read, though their names say so.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_OTHER_FILE_H_
#define MUSTER_ENGINE_IMPORT_INPUT_OTHER_FILE_H_

#include <string_view>

namespace muster::import {

/// What a file is that begins so, and what to do: "it is an Excel workbook ...". "" where nothing tells. `start`: at
/// least the first hundred bytes, as far as there are so many.
std::string_view OtherFileBy(std::string_view start);

/// The same of text that is not UTF-8, with or without a byte-order mark.
bool IsUtf16(std::string_view start);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_OTHER_FILE_H_
