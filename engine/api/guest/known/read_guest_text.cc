#include "engine/api/guest/known/read_guest_text.h"

#include <string>

#include "engine/api/guest/known/redact.h"
#include "engine/api/guest/questions/guest_statement.h"
#include "engine/api/pipeline/prepare.h"
#include "engine/release/by_text/budget_cost.h"
#include "engine/release/ledger/statement_shape.h"
#include "grammar/parse.h"

namespace muster::api {

std::shared_ptr<KnownText> ReadGuestText(std::string_view text, const QueryOptions& options, const GuestView& guest,
                                         const OwnCohorts& cohorts) {
  auto read = std::make_shared<KnownText>();
  Parse(text, options, nullptr, Clock::now(), &read->parsed);
  for (const PreparedStatement& prepared : read->parsed.prepared) read->said.push_back(prepared.diagnostics);
  if (read->parsed.statements == nullptr) return read;
  read->found.resize(read->parsed.statements->size());
  OwnCohorts present = cohorts;
  for (size_t i = 0; i < read->parsed.statements->size(); ++i) {
    const grammar::Statement& statement = (*read->parsed.statements)[i];
    read->words.push_back({grammar::Print(statement), Redacted(statement), release::ShapeOf(statement),
                           release::BudgetCost(statement, guest.tier.limits)});
    if (!options.ontologies.empty() && !guest.tier.limits.older_ontologies) {
      read->said[i].push_back(
          ErrorOf(statement, "not-offered", "other versions of ontologies are not offered here", {}));
    }
    read->taken.push_back(TakeApart(statement, guest.tier, guest.state->epoch, present, &read->said[i]));
    if (read->taken[i].change.has_value()) present.Apply(*read->taken[i].change);
  }
  return read;
}

}  // namespace muster::api
