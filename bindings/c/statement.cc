// Snapshots, and statements that are asked again.
#include <memory>
#include <string>
#include <utility>

#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "muster/catalogue.h"
#include "muster/query.h"

using muster::c::Failure;
using muster::c::FailureOf;
using muster::c::HandOut;
using muster::c::Host;
using muster::c::Is;
using muster::c::ReadQueryOptions;
using muster::c::ViewOf;

muster_code muster_snapshot_take(muster_catalogue* catalogue, muster_snapshot** out, muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return muster::c::OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (out == nullptr) return muster::c::Invalid("there is no place for the snapshot");
    auto taken = host.catalogue().TakeSnapshot();
    if (!taken.ok()) return FailureOf(taken.status());
    *out = new muster_snapshot(host.shared_from_this(), *std::move(taken));
    return muster::c::Ok();
  });
}

uint64_t muster_snapshot_version(const muster_snapshot* snapshot) { return Is(snapshot) ? snapshot->version : 0; }

void muster_snapshot_free(muster_snapshot* snapshot) { muster::c::Free(snapshot); }

muster_code muster_snapshot_query(muster_snapshot* snapshot, muster_text text, const muster_params* params,
                                  const muster_options* options, muster_cancel* cancel, muster_answers** out,
                                  muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return muster::c::OnHeld(snapshot, error, [&](const muster_snapshot::Ptr& held) -> Failure {
    if (!muster::c::IsText(text) || out == nullptr) return muster::c::Invalid("the text or the place is NULL");
    muster::QueryOptions read;
    if (Failure failure = ReadQueryOptions(options, params, cancel, &read); failure.code != MUSTER_OK) return failure;
    auto answers = held->Query(ViewOf(text), read);
    return answers.ok() ? HandOut(*std::move(answers), ViewOf(text), out) : FailureOf(answers.status());
  });
}

muster_code muster_prepare(muster_catalogue* catalogue, muster_text text, const muster_options* options,
                           muster_statement** out, muster_answers** mistakes, muster_error** error) {
  if (out != nullptr) *out = nullptr;
  if (mistakes != nullptr) *mistakes = nullptr;
  return muster::c::OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!muster::c::IsText(text) || out == nullptr) return muster::c::Invalid("the text or the place is NULL");
    muster::QueryOptions read;
    if (Failure failure = ReadQueryOptions(options, nullptr, nullptr, &read); failure.code != MUSTER_OK) return failure;
    auto prepared = host.catalogue().Prepare(ViewOf(text), read);
    if (!prepared.ok()) return FailureOf(prepared.status());
    std::vector<muster::Answer> found(1);
    found[0].diagnostics = (*prepared)->diagnostics();
    auto made = std::make_unique<muster_statement>(host.shared_from_this(), *std::move(prepared));
    if (!found[0].diagnostics.empty()) HandOut(std::move(found), ViewOf(text), mistakes);
    *out = made.release();
    return muster::c::Ok();
  });
}

void muster_statement_free(muster_statement* statement) { muster::c::Free(statement); }

size_t muster_statement_parameters(const muster_statement* statement) {
  return Is(statement) ? statement->parameters.size() : 0;
}

muster_text muster_statement_parameter(const muster_statement* statement, size_t p) {
  if (p >= muster_statement_parameters(statement)) return {nullptr, 0};
  return muster::c::TextOf(statement->parameters[p].name);
}

int muster_statement_parameter_is_list(const muster_statement* statement, size_t p) {
  return p < muster_statement_parameters(statement) && statement->parameters[p].list ? 1 : 0;
}

muster_code muster_run(muster_statement* statement, muster_snapshot* snapshot, const muster_params* params,
                       const muster_options* options, muster_cancel* cancel, muster_answers** out,
                       muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return muster::c::OnHeld(statement, error, [&](const muster_statement::Ptr& held) -> Failure {
    if (!muster::c::IsOrNull(snapshot) || out == nullptr) return muster::c::Invalid("the snapshot or place is none");
    if (snapshot != nullptr && &snapshot->held.host() != &statement->held.host()) {
      return muster::c::Invalid("the snapshot is of another catalogue");
    }
    muster::QueryOptions read;
    if (Failure failure = ReadQueryOptions(options, params, cancel, &read); failure.code != MUSTER_OK) return failure;
    auto answers = held->Run(read, snapshot == nullptr ? nullptr : (*snapshot->held).get());
    return answers.ok() ? HandOut(*std::move(answers), held->text(), out) : FailureOf(answers.status());
  });
}
