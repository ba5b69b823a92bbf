// Private to api/: the note on survival that is recorded of the deceased only.
#ifndef MUSTER_ENGINE_API_FOUND_SURVIVAL_H_
#define MUSTER_ENGINE_API_FOUND_SURVIVAL_H_

#include "engine/bind/bound/reporter.h"
#include "engine/execute/execute.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Where survival is summarised, and of those who are alive it is recorded of nobody: how many these are. The numbers
/// are of those who have died, and their median is shorter than that of all.
void NoteSurvival(const grammar::Summarise& summarise, const execute::Context& context, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_SURVIVAL_H_
