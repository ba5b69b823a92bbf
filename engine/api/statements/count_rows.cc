#include "engine/api/statements/count_rows.h"

#include <variant>

namespace muster::api {

int64_t CountRows(model::Entity entity, const bind::Condition& where, const Ask& ask, bind::Reporter* reporter) {
  bind::Query query;
  query.kind = bind::Query::Kind::kCount;
  query.counted.push_back({entity, bind::Polarity::kAny, "", bind::Counted::Distinct::kNo});
  auto answer = ask(query, where);
  if (!answer.ok()) {
    reporter->Fail(answer.status());
    return 0;
  }
  return std::get<int64_t>(answer->rows[0][0]);
}

}  // namespace muster::api
