// libmuster by koffi: no compiler is needed. $MUSTER_LIBRARY, or the system's.
'use strict';
const koffi = require('koffi');

const library = koffi.load(process.env.MUSTER_LIBRARY || 'libmuster.so.1');
koffi.struct('muster_text', { data: 'const void *', size: 'size_t' });
for (const name of ['error', 'options', 'cancel', 'params', 'catalogue', 'answers', 'snapshot', 'statement', 'guest']) {
  koffi.opaque(`muster_${name}`);
}
koffi.alias('muster_code', 'int32_t');

const declarations = `
const char *muster_version(void)
uint32_t muster_abi(void)
const char *muster_code_name(muster_code code)
muster_text muster_error_message(const muster_error *error)
muster_text muster_error_hint(const muster_error *error)
int muster_error_is_retryable(const muster_error *error)
void muster_error_free(muster_error *error)
muster_options *muster_options_new(void)
void muster_options_free(muster_options *options)
muster_code muster_options_set_int(muster_options *options, int32_t option, int64_t value)
muster_code muster_options_set_text(muster_options *options, int32_t option, muster_text value)
muster_cancel *muster_cancel_new(void)
void muster_cancel_now(muster_cancel *cancel)
muster_code muster_cancel_after(muster_cancel *cancel, int64_t microseconds)
void muster_cancel_free(muster_cancel *cancel)
muster_params *muster_params_new(void)
void muster_params_free(muster_params *params)
muster_code muster_params_set(muster_params *params, muster_text name, muster_text value)
muster_code muster_params_set_list(muster_params *params, muster_text name, const muster_text *values, size_t n)
muster_code muster_params_add(muster_params *params, muster_text name, muster_text value)
muster_code muster_open(muster_text path, const muster_options *options, _Out_ muster_catalogue **out, _Out_ muster_error **error)
muster_code muster_close(muster_catalogue *catalogue, _Out_ muster_error **error)
muster_code muster_query(muster_catalogue *catalogue, muster_text text, const muster_params *params, const muster_options *options, muster_cancel *cancel, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_import_text_cancellable(muster_catalogue *catalogue, muster_text content, const muster_options *options, muster_cancel *cancel, _Out_ muster_answers **report, _Out_ muster_error **error)
muster_code muster_import(muster_catalogue *catalogue, const muster_text *paths, size_t n, const muster_options *options, void *progress, void *user, muster_cancel *cancel, _Out_ muster_answers **report, _Out_ muster_error **error)
muster_code muster_delete(muster_catalogue *catalogue, muster_text dataset, const muster_text *ids, size_t n, _Out_ uint64_t *removed, _Out_ muster_error **error)
muster_code muster_refresh(muster_catalogue *catalogue, _Out_ uint64_t *version, _Out_ muster_error **error)
muster_code muster_backup(muster_catalogue *catalogue, muster_text to, muster_cancel *cancel, _Out_ uint64_t *version, _Out_ muster_error **error)
muster_code muster_check(muster_catalogue *catalogue, void *progress, void *user, muster_cancel *cancel, _Out_ muster_answers **report, _Out_ muster_error **error)
muster_code muster_compact_cancellable(muster_catalogue *catalogue, muster_cancel *cancel, _Out_ muster_error **error)
muster_code muster_verify_ledger_cancellable(muster_catalogue *catalogue, muster_text kept, muster_cancel *cancel, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_info(muster_catalogue *catalogue, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_schema(muster_catalogue *catalogue, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_snapshot_take(muster_catalogue *catalogue, _Out_ muster_snapshot **out, _Out_ muster_error **error)
uint64_t muster_snapshot_version(const muster_snapshot *snapshot)
void muster_snapshot_free(muster_snapshot *snapshot)
muster_code muster_snapshot_query(muster_snapshot *snapshot, muster_text text, const muster_params *params, const muster_options *options, muster_cancel *cancel, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_prepare(muster_catalogue *catalogue, muster_text text, const muster_options *options, _Out_ muster_statement **out, _Out_ muster_answers **mistakes, _Out_ muster_error **error)
void muster_statement_free(muster_statement *statement)
muster_code muster_run(muster_statement *statement, muster_snapshot *snapshot, const muster_params *params, const muster_options *options, muster_cancel *cancel, _Out_ muster_answers **out, _Out_ muster_error **error)
muster_code muster_set_policy(muster_catalogue *catalogue, muster_text json, _Out_ muster_error **error)
muster_code muster_admit(muster_catalogue *catalogue, muster_text name, muster_text tier, const muster_text *datasets, size_t n, muster_text reference, _Out_ muster_guest **out, _Out_ muster_error **error)
void muster_guest_free(muster_guest *guest)
muster_code muster_guest_query(muster_guest *guest, muster_text text, const muster_params *params, const muster_options *options, muster_cancel *cancel, _Out_ muster_answers **out, _Out_ muster_error **error)
int muster_answers_have_errors(const muster_answers *answers)
muster_text muster_answers_diagnostics_text(const muster_answers *answers)
muster_text muster_answers_json(const muster_answers *answers)
void muster_answers_free(muster_answers *answers)`;

const lib = {};
for (const declaration of declarations.trim().split('\n')) {
  lib[declaration.match(/(muster_[a-z_0-9]+)\(/)[1].replace('muster_', '')] = library.func(declaration);
}

/** A text for one call. The bytes are kept by the value, which the call holds. */
function text(value) {
  const data = Buffer.isBuffer(value) ? value : Buffer.from(String(value), 'utf8');
  return { data: data.length ? data : null, size: data.length };
}

/** A text that the library handed out. */
function take(value) {
  if (!value || !value.data || Number(value.size) === 0) return '';
  return Buffer.from(koffi.decode(value.data, koffi.array('uint8_t', Number(value.size), 'Typed'))).toString('utf8');
}

module.exports = { lib, text, take };
