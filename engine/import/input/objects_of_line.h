// Several JSON objects on one line, as written by programs that forget the line break.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_OBJECTS_OF_LINE_H_
#define MUSTER_ENGINE_IMPORT_INPUT_OBJECTS_OF_LINE_H_

#include <string_view>
#include <vector>

namespace muster::import {

/// The objects of "{..} {..}" and "{..}{..}", of which the last may be cut off; whether each is right is the parser's
/// business. Empty where there are not two at least, or where anything but blanks stands between or behind them.
std::vector<std::string_view> ObjectsOfLine(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_OBJECTS_OF_LINE_H_
