// Opening, closing, asking and changing a catalogue.
#include "muster/catalogue.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "bindings/c/report_tables.h"

using muster::c::Failure;
using muster::c::FailureOf;
using muster::c::Host;
using muster::c::Invalid;
using muster::c::IsText;
using muster::c::OnCatalogue;
using muster::c::ViewOf;

namespace {

// The program's callback and token.
void SetBounds(muster_progress progress, void* user, const muster_cancel* cancel, muster::ImportOptions* options) {
  const muster::CallBounds bounds = muster::c::BoundsOf(cancel);
  options->timeout = bounds.timeout;
  options->stop = bounds.stop;
  if (progress == nullptr) return;
  options->progress = [progress, user](const muster::ImportProgress& now) {
    return progress(user, now.bytes_done, now.bytes_total, now.records) == 0;
  };
}

template <typename T>
void SetNull(T** out) {
  if (out != nullptr) *out = nullptr;
}

}  // namespace

muster_code muster_open(muster_text path, const muster_options* options, muster_catalogue** out, muster_error** error) {
  SetNull(out);
  return muster::c::Guarded(error, [&]() -> Failure {
    if (out == nullptr || !IsText(path)) return Invalid("the path is NULL, or there is no place for the catalogue");
    muster::OpenOptions read;
    if (Failure failure = muster::c::ReadOpenOptions(options, &read); failure.code != MUSTER_OK) return failure;
    auto opened = muster::Catalogue::Open(std::string(ViewOf(path)), read);
    if (!opened.ok()) {
      Failure failure = FailureOf(opened.status());
      if (failure.code == MUSTER_PRECONDITION) failure.code = MUSTER_FORMAT;
      return failure;
    }
    auto made = std::make_unique<muster_catalogue>();
    made->host = std::make_shared<Host>(*std::move(opened));
    *out = made.release();
    return muster::c::Ok();
  });
}

muster_code muster_close(muster_catalogue* catalogue, muster_error** error) {
  return muster::c::Guarded(error, [&]() -> Failure {
    if (catalogue == nullptr) return muster::c::Ok();
    if (!muster::c::Is(catalogue)) return Invalid("the catalogue is none");
    if (Failure failure = catalogue->host->Close(); failure.code != MUSTER_OK) return failure;
    delete catalogue;
    return muster::c::Ok();
  });
}

void muster_close_when_unused(muster_catalogue* catalogue) {
  const muster::Uncancellable call;
  if (!muster::c::Is(catalogue)) return;
  catalogue->host->CloseWhenUnused();
  delete catalogue;
}

muster_code muster_query(muster_catalogue* catalogue, muster_text text, const muster_params* params,
                         const muster_options* options, muster_cancel* cancel, muster_answers** out,
                         muster_error** error) {
  SetNull(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(text) || out == nullptr) return Invalid("the text is NULL, or there is no place for the answers");
    muster::QueryOptions read;
    if (Failure failure = muster::c::ReadQueryOptions(options, params, cancel, &read); failure.code != MUSTER_OK) {
      return failure;
    }
    auto answers = host.catalogue().Query(ViewOf(text), read);
    if (!answers.ok()) return FailureOf(answers.status());
    return muster::c::HandOut(*std::move(answers), ViewOf(text), out);
  });
}

muster_code muster_import(muster_catalogue* catalogue, const muster_text* paths, size_t n,
                          const muster_options* options, muster_progress progress, void* user, muster_cancel* cancel,
                          muster_answers** report, muster_error** error) {
  SetNull(report);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!muster::c::IsOrNull(cancel)) return Invalid("the token is none");
    std::vector<std::string> files;
    if (Failure failure = muster::c::ReadTexts(paths, n, &files); failure.code != MUSTER_OK) return failure;
    muster::ImportOptions read;
    if (Failure failure = muster::c::ReadImportOptions(options, &read); failure.code != MUSTER_OK) return failure;
    SetBounds(progress, user, cancel, &read);
    auto done = host.catalogue().Import(files, read);
    if (!done.ok()) return FailureOf(done.status());
    return muster::c::HandOut(muster::c::TablesOf(*done), "", report);
  });
}

muster_code muster_import_text(muster_catalogue* catalogue, muster_text content, const muster_options* options,
                               muster_answers** report, muster_error** error) {
  return muster_import_text_cancellable(catalogue, content, options, nullptr, report, error);
}

muster_code muster_import_text_cancellable(muster_catalogue* catalogue, muster_text content,
                                           const muster_options* options, muster_cancel* cancel,
                                           muster_answers** report, muster_error** error) {
  SetNull(report);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(content) || !muster::c::IsOrNull(cancel)) return Invalid("the content or the token is none");
    muster::ImportOptions read;
    if (Failure failure = muster::c::ReadImportOptions(options, &read); failure.code != MUSTER_OK) return failure;
    SetBounds(nullptr, nullptr, cancel, &read);
    auto done = host.catalogue().ImportText(ViewOf(content), read);
    if (!done.ok()) return FailureOf(done.status());
    return muster::c::HandOut(muster::c::TablesOf(*done), "", report);
  });
}

muster_code muster_delete(muster_catalogue* catalogue, muster_text dataset, const muster_text* ids, size_t n,
                          uint64_t* removed, muster_error** error) {
  if (removed != nullptr) *removed = 0;
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(dataset)) return Invalid("the dataset is NULL");
    std::vector<std::string> read;
    if (Failure failure = muster::c::ReadTexts(ids, n, &read); failure.code != MUSTER_OK) return failure;
    const auto count = host.catalogue().Delete(ViewOf(dataset), read);
    if (!count.ok()) return FailureOf(count.status());
    if (removed != nullptr) *removed = *count;
    return muster::c::Ok();
  });
}

muster_code muster_compact(muster_catalogue* catalogue, muster_error** error) {
  return muster_compact_cancellable(catalogue, nullptr, error);
}

muster_code muster_compact_cancellable(muster_catalogue* catalogue, muster_cancel* cancel, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!muster::c::IsOrNull(cancel)) return Invalid("the token is none");
    return FailureOf(host.catalogue().Compact(muster::c::BoundsOf(cancel)));
  });
}

muster_code muster_info(muster_catalogue* catalogue, muster_answers** out, muster_error** error) {
  SetNull(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    const auto info = host.catalogue().Info();
    if (!info.ok()) return FailureOf(info.status());
    return muster::c::HandOut(muster::c::TablesOf(*info), "", out);
  });
}

muster_code muster_complete(muster_catalogue* catalogue, muster_text text, size_t cursor, size_t* begin,
                            muster_answers** out, muster_error** error) {
  SetNull(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(text) || cursor > text.size) return Invalid("the cursor is not in the text");
    const muster::Completions found = host.catalogue().Complete(ViewOf(text), cursor);
    if (begin != nullptr) *begin = found.begin;
    return muster::c::HandOut(muster::c::TablesOf(found), "", out);
  });
}
