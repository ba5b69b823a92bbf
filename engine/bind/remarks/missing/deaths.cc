#include "engine/bind/remarks/missing/deaths.h"

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/remarks/asked/asked_people.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;
using Segment = storage::SegmentReader;

class Deaths {
 public:
  Deaths(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  // "age at death is recorded of only 3 of the 5 individuals who are deceased"; empty if most of them have it.
  std::string OfTheDeceased(FieldId field) const {
    constexpr uint64_t kManyLack = 5;  // more than one in this many
    const auto status = view_.dictionary().Find("deceased");
    if (!status) return "";
    const auto died = [&](const Segment& segment) { return segment.Posting(RowsWith(*status), segment.rows(0)); };
    const auto all = CountAskedPeople(view_, reporter_, criteria_, PeopleKey("deceased"),
                                      [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                                        const auto rows = died(segment);
                                        if (!rows.ok()) return rows.status();
                                        return **rows;
                                      });
    if (!all || all->with == 0) return "";
    const auto with = CountAskedPeople(view_, reporter_, criteria_, PeopleKey("deceased with").Add(field),
                                       [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                                         const auto rows = died(segment);
                                         if (!rows.ok()) return rows.status();
                                         const auto recorded = PeopleRecorded(view_, segment, field);
                                         if (!recorded.ok()) return recorded.status();
                                         return storage::Bitmap::And(**rows, *recorded);
                                       });
    if (!with || (all->with - with->with) * kManyLack <= all->with) return "";
    AskedPeople deceased = *all;
    deceased.all = all->with;
    deceased.with = with->with;
    const std::string some = with->with == 0 ? "none" : absl::StrCat("only ", with->with);
    return absl::StrCat(NameOf(field), " is recorded of ",
                        all->others.empty() ? absl::StrCat(some, " of the ", all->with, " individuals who are deceased")
                                            : absl::StrCat(OnlyOutOf(deceased), " and are deceased"));
  }

  // "vital status is recorded of only 12 of 20 individuals"; empty: of most of them.
  std::string OfTheStatus() const {
    constexpr FieldId kStatus = model::field::kVitalStatus;
    constexpr uint64_t kManyOfAll = 4, kManyOfAsked = 5;  // more than one in this many
    const auto people =
        CountAskedPeople(view_, reporter_, criteria_, KeyOfRecorded(kStatus),
                         [&](const Segment& segment) { return PeopleRecorded(view_, segment, kStatus); });
    if (!people || !people->somewhere) return "";
    const uint64_t many = people->others.empty() ? kManyOfAll : kManyOfAsked;
    if ((people->all - people->with) * many <= people->all) return "";
    return absl::StrCat(NameOf(kStatus), " is recorded of ", OnlyOutOf(*people));
  }

 private:
  static storage::PostingKey RowsWith(model::Symbol status) {
    return {static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual),
            model::field::kVitalStatus, status};
  }
  static std::string NameOf(FieldId field) { return std::string(model::Info(field).name); }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnDeaths(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                    const AskedOfDeath& asked) {
  const Deaths deaths(view, reporter, criteria);
  const std::string deceased = deaths.OfTheDeceased(asked.field);
  const std::string status = asked.status ? deaths.OfTheStatus() : "";
  if (deceased.empty() && status.empty()) return;
  reporter->Note(span, "rarely-recorded",
                 absl::StrCat(deceased, deceased.empty() || status.empty() ? "" : ", and ", status,
                              asked.alone ? "; the others are left out by this, whatever they would have"
                                          : "; the others can only meet what stands beside this"),
                 {"funnel in place of count says at each criterion for how many there is no record"});
}

}  // namespace muster::bind
