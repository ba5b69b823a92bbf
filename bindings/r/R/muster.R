# Muster for R: feasibility counts over people's records, embedded.
#
#   catalogue <- muster_open("rare-disease")
#   muster_query(catalogue, "count individuals where has phenotype $code by sex", list(code = "HP:0001250"))
#
# Answers are data frames; labels of codes, totals, diagnostics, provenance and the roles of columns ("people") are
# their attributes. Mistakes in a text are conditions of class "muster_query_error", with $diagnostics; other failures
# are of class "muster_error", with $code ("in-use"). Ctrl-C stops what runs; what was committed just then stays.
# `timeout`, in seconds, is a deadline: a call that it ends has changed nothing (muster_compact: leaves the rest for the
# next call).

#' @param create make an empty catalogue where there is none
#' @param read_only open beside a writer
#' @param cache_bytes bound of what is kept in memory between queries
muster_open <- function(path, create = FALSE, read_only = FALSE, cache_bytes = NULL) {
  options <- list(create = as.numeric(create), read_only = as.numeric(read_only))
  if (!is.null(cache_bytes)) options$cache_bytes <- as.numeric(cache_bytes)
  checked(.Call(C_open, enc2utf8(path.expand(path)), options))
}

muster_close <- function(catalogue) invisible(checked(.Call(C_close, catalogue)))

muster_version <- function() .Call(C_version)

# What C returned, or the condition that it is.
checked <- function(result) {
  if (inherits(result, "muster_interrupted")) {
    signalCondition(structure(class = c("interrupt", "condition"), list(message = "interrupted", call = NULL)))
    invokeRestart("abort")
  }
  if (inherits(result, "muster_failure")) {
    stop(structure(class = c("muster_error", "error", "condition"),
                   list(message = result$message, call = sys.call(-1), code = result$code, hint = result$hint)))
  }
  result
}

# A value as a query would have it.
written <- function(value) {
  if (inherits(value, "Date")) return(format(value))
  if (is.logical(value) || anyNA(value)) stop("a parameter is a text, a number or a date, and not missing")
  if (is.numeric(value)) return(vapply(value, format, "", digits = 15, scientific = FALSE, trim = TRUE))
  if (is.character(value)) return(enc2utf8(value))
  stop("a parameter is a text, a number or a date, not ", class(value)[1])
}

# Values of parameters; a vector of several values, or one in list(), is a list of them.
parameters_of <- function(parameters) {
  if (is.null(names(parameters))) names(parameters) <- as.character(seq_along(parameters))
  lapply(parameters, function(value) {
    is_list <- is.list(value) || length(value) != 1
    texts <- if (is.list(value)) unlist(lapply(value, written)) else written(value)
    structure(as.character(texts), is_list = is_list)
  })
}

#' @param x a catalogue, a snapshot or a guest
#' @param parameters values of $name, by name; or of $1, $2, ... without names
#' @param timeout seconds for the whole text
#' @param memory bytes for the whole text
#' @return a list of data frames, one for each statement
muster_query_all <- function(x, text, parameters = list(), timeout = NULL, memory = NULL) {
  options <- list()
  if (!is.null(timeout)) options$timeout <- max(1, round(timeout * 1e6))
  if (!is.null(memory)) options$memory <- as.numeric(memory)
  text <- enc2utf8(text)
  answers <- checked(.Call(C_query, x, text, parameters_of(parameters), options))
  if (inherits(answers, "muster_mistakes")) {
    stop(structure(class = c("muster_query_error", "muster_error", "error", "condition"),
                   list(message = answers$message, call = sys.call(), code = answers$diagnostics$code[1],
                        diagnostics = answers$diagnostics)))
  }
  lapply(answers, as_data_frame)
}

#' @return the data frame of a text with one statement
muster_query <- function(x, text, parameters = list(), timeout = NULL, memory = NULL) {
  answers <- muster_query_all(x, text, parameters, timeout, memory)
  if (length(answers) != 1) stop("the text has ", length(answers), " statements: use muster_query_all()")
  answers[[1]]
}

as_data_frame <- function(answer) {
  columns <- answer$columns
  rows <- if (length(columns)) length(columns[[1]]) else 0L
  structure(columns, class = "data.frame", row.names = .set_row_names(rows), total = answer$total,
            labels = answer$labels, diagnostics = answer$diagnostics, provenance = answer$provenance, roles = answer$roles)
}

#' @return the totals of the report, a data frame with one row
muster_import_text <- function(catalogue, content, dataset = "default", mapping = NULL, timeout = NULL) {
  content <- enc2utf8(paste(content, collapse = "\n"))
  as_data_frame(checked(.Call(C_import_text, catalogue, content, import_options(dataset, mapping), timeout))[[1]])
}

muster_import_files <- function(catalogue, paths, dataset = "default", mapping = NULL, timeout = NULL) {
  paths <- enc2utf8(path.expand(paths))
  as_data_frame(checked(.Call(C_import_files, catalogue, paths, import_options(dataset, mapping), timeout))[[1]])
}

import_options <- function(dataset, mapping) {
  options <- list(dataset = enc2utf8(dataset))
  if (!is.null(mapping)) options$mapping <- enc2utf8(mapping)
  options
}

#' @return how many were there
muster_delete <- function(catalogue, dataset, ids) {
  checked(.Call(C_delete, catalogue, enc2utf8(dataset), enc2utf8(as.character(ids))))
}

#' Of a catalogue that is open read-only: follows the writer.
muster_refresh <- function(catalogue) checked(.Call(C_refresh, catalogue))

#' Copies the catalogue into a new folder while it is used.
muster_backup <- function(catalogue, to, timeout = NULL) {
  checked(.Call(C_backup, catalogue, enc2utf8(path.expand(to)), timeout))
}

#' @return what is wrong with the catalogue: nothing, or lines
muster_check <- function(catalogue, timeout = NULL) {
  as_data_frame(checked(.Call(C_check, catalogue, timeout))[[2]])[[1]]
}

#' Takes off the disk what deleted and replaced individuals left there.
muster_compact <- function(catalogue, timeout = NULL) invisible(checked(.Call(C_compact, catalogue, timeout)))

#' Walks the guests' ledger.
#' @param kept a hash that somebody kept
#' @return a data frame of entries and head, with what is wrong as attribute "problems"
muster_verify_ledger <- function(catalogue, kept = "", timeout = NULL) {
  found <- lapply(checked(.Call(C_verify_ledger, catalogue, enc2utf8(kept), timeout)), as_data_frame)
  structure(found[[1]], problems = found[[2]])
}

#' One version, whatever is committed; to be asked by muster_query().
muster_snapshot <- function(catalogue) checked(.Call(C_snapshot, catalogue))

#' @param policy JSON
muster_set_policy <- function(catalogue, policy) invisible(checked(.Call(C_set_policy, catalogue, enc2utf8(policy))))

#' A guest, who gets released counts: a column of values, NA where there is none, and columns for kind and bounds.
muster_admit <- function(catalogue, name, tier, datasets = character(), reference = "") {
  checked(.Call(C_admit, catalogue, enc2utf8(name), enc2utf8(tier), enc2utf8(datasets), enc2utf8(reference)))
}

print.muster_catalogue <- function(x, ...) {
  cat("<muster catalogue>\n")
  invisible(x)
}
