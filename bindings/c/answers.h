// Makes the answers that are handed out.
#ifndef MUSTER_BINDINGS_C_ANSWERS_H_
#define MUSTER_BINDINGS_C_ANSWERS_H_

#include <string_view>
#include <vector>

#include "bindings/c/handles.h"
#include "muster/table.h"

namespace muster::c {

/// `text`: what was asked, for the diagnostics; "" for what no text asked for.
muster_answers* MakeAnswers(std::vector<Answer> answers, std::string_view text);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_ANSWERS_H_
