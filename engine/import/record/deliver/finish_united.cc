#include "engine/import/record/deliver/finish_united.h"

#include "engine/import/record/deliver/contradictions.h"
#include "engine/import/record/deliver/impossible_values.h"
#include "engine/import/record/deliver/unite_rows.h"

namespace muster::import {

void FinishUnited(const model::Record& earlier, const model::Record& other,
                  const std::vector<model::ImplausibleTime>& taken, model::Record& united, const Sink& sink,
                  Reporter& reporter) {
  KeepTakenTimes(taken, united, reporter);
  UniteRowsOfOneId(united, {&earlier, &other}, sink, reporter);
  NoteBothPolarities(united, {&earlier, &other}, sink, reporter);
}

}  // namespace muster::import
