// Texts that come in and go out.
#ifndef MUSTER_BINDINGS_C_TEXT_H_
#define MUSTER_BINDINGS_C_TEXT_H_

#include <string>
#include <string_view>

#include "muster/muster.h"

namespace muster::c {

/// Borrowed from `text`, and valid as long as it is.
inline muster_text TextOf(const std::string& text) { return {text.data(), text.size()}; }

/// NULL has no bytes, and so no size.
inline bool IsText(muster_text text) { return text.data != nullptr || text.size == 0; }

/// Of a text for which IsText is true.
inline std::string_view ViewOf(muster_text text) {
  return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_TEXT_H_
