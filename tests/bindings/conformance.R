# The cases of conformance.txt, and what is R's own: Rscript conformance.R FILE CATALOGUE FOLDER
library(muster)
arguments <- commandArgs(trailingOnly = TRUE)

quoted <- function(text) ifelse(is.na(text), "null", paste0('"', gsub('(["\\\\])', "\\\\\\1", text), '"'))
cell <- function(value) {
  if (is.character(value)) return(quoted(value))
  ifelse(is.na(value), "null", vapply(value, format, "", digits = 15, scientific = FALSE, trim = TRUE))
}
codes <- function(diagnostics) paste0("[", paste(quoted(diagnostics$code), collapse = ","), "]")
written <- function(answer) {
  cells <- lapply(answer, cell)
  rows <- vapply(seq_len(nrow(answer)), function(r) {
    paste0("[", paste(vapply(cells, `[[`, "", r), collapse = ","), "]")
  }, "")
  parts <- c(paste0('"columns":[', paste(quoted(names(answer)), collapse = ","), "]"),
             paste0('"rows":[', paste(rows, collapse = ","), "]"))
  total <- attr(answer, "total")
  if (!is.null(total)) {
    members <- paste0(quoted(names(total)), ":", vapply(total, cell, ""))
    parts <- c(parts, paste0('"total":{', paste(members, collapse = ","), "}"))
  }
  diagnostics <- attr(answer, "diagnostics")
  if (length(diagnostics$code)) parts <- c(parts, paste0('"diagnostics":', codes(diagnostics)))
  paste0("{", paste(parts, collapse = ","), "}")
}
ask <- function(catalogue, text, parameters) {
  tryCatch(vapply(muster_query_all(catalogue, text, parameters), written, ""),
           muster_query_error = function(e) paste0('{"diagnostics":', codes(e$diagnostics), "}"))
}

lines <- readLines(arguments[1], encoding = "UTF-8")
catalogue <- muster_open(arguments[2], read_only = TRUE)
text <- NULL
checked <- 0
for (line in c(lines, "?")) {
  kind <- substr(line, 1, 1)
  rest <- substring(line, 3)
  if (kind == "?") {
    if (!is.null(text)) {
      got <- ask(catalogue, text, parameters)
      if (!identical(as.character(got), expected)) {
        stop(text, "\nexpected ", paste(expected, collapse = "\n"), "\ngot      ", paste(got, collapse = "\n"))
      }
      checked <- checked + 1
    }
    text <- rest
    parameters <- list()
    expected <- character()
  } else if (kind == "$" && grepl(" = ", line, fixed = TRUE)) {
    parts <- regmatches(rest, regexpr(" = ", rest), invert = TRUE)[[1]]
    parameters[[parts[1]]] <- parts[2]
  } else if (kind == "$") {
    parts <- regmatches(rest, regexpr(" in ", rest), invert = TRUE)[[1]]
    parameters[[parts[1]]] <- as.list(strsplit(parts[2], " | ", fixed = TRUE)[[1]])
  } else if (kind == "=") {
    expected <- c(expected, rest)
  }
}
stopifnot(checked > 10)
muster_close(catalogue)
cat(checked, "cases\n")

failing <- function(code, call) {
  got <- tryCatch({ call; "no error" }, muster_error = function(e) e$code)
  if (!identical(got, code)) stop("expected ", code, ", got ", got)
}
folder <- arguments[3]
failing("not-found", muster_open(file.path(folder, "none")))
catalogue <- muster_open(file.path(folder, "catalogue"), create = TRUE)
failing("in-use", muster_open(file.path(folder, "catalogue")))
people <- c('{"id": "p1", "subject": {"id": "p1", "sex": "FEMALE"}, "metaData": {}}',
            '{"id": "p2", "subject": {"id": "p2", "sex": "MALE"}, "metaData": {}}')
stopifnot(muster_import_text(catalogue, people, dataset = "ward")$individuals == 2)
answer <- muster_query(catalogue, "count individuals by sex")
stopifnot(identical(answer$sex, c("female", "male")), identical(answer$individuals, c(1, 1)))
stopifnot(identical(attr(answer, "roles"), c("key", "people")))
stopifnot(attr(answer, "total")$individuals == 2, attr(answer, "provenance")$release == "exact")
stopifnot(muster_query(catalogue, "count individuals where sex is $1", list("male"))$individuals == 1)
snapshot <- muster_snapshot(catalogue)
stopifnot(muster_delete(catalogue, "ward", c("p2", "nobody")) == 1)
stopifnot(muster_query(snapshot, "count individuals")$individuals == 2)
stopifnot(muster_query(catalogue, "count individuals")$individuals == 1)
failing("deadline", muster_query(catalogue, "count individuals by sex, dataset", timeout = 1e-6))
# What takes long, and is over its time: nothing of it is there.
many <- sprintf('{"id": "m%d", "subject": {"id": "m%d"}}', 1:20000, 1:20000)
file <- file.path(folder, "many.jsonl")
writeLines(many, file)
failing("deadline", muster_import_text(catalogue, many, timeout = 1e-6))
failing("deadline", muster_import_files(catalogue, file, timeout = 1e-6))
failing("deadline", muster_backup(catalogue, file.path(folder, "none"), timeout = 1e-6))
failing("deadline", muster_check(catalogue, timeout = 1e-6))
failing("deadline", muster_compact(catalogue, timeout = 1e-6))
stopifnot(!file.exists(file.path(folder, "none")), muster_query(catalogue, "count individuals")$individuals == 1)
stopifnot(inherits(try(muster_check(catalogue, timeout = -1), silent = TRUE), "try-error"))
stopifnot(length(muster_check(catalogue, timeout = Inf)) == 0)
stopifnot(muster_query(catalogue, "count individuals", timeout = Inf)$individuals == 1)
stopifnot(inherits(try(muster_query(catalogue, "count individuals", timeout = NaN), silent = TRUE), "try-error"))
# Ctrl-C, which comes in the midst of many imports; none is there in part.
stopifnot(muster_import_files(catalogue, file, dataset = "many")$individuals == 20000)
system2("sh", c("-c", shQuote(sprintf("sleep 1; kill -INT %d", Sys.getpid()))), wait = FALSE)
interrupted <- tryCatch({
  for (i in 1:1000) muster_import_files(catalogue, file, dataset = "many")
  FALSE
}, interrupt = function(e) TRUE)
stopifnot(interrupted, muster_query(catalogue, "count individuals where dataset is many")$individuals == 20000)
stopifnot(muster_delete(catalogue, "many", sprintf("m%d", 1:20000)) == 20000)
rm(snapshot)
invisible(gc())
muster_compact(catalogue)
stopifnot(length(muster_check(catalogue)) == 0)
muster_set_policy(catalogue, '{"tiers": {"registered": {"preset": "registered"}}, "ledger": {"durable": "process"}}')
guest <- muster_admit(catalogue, "alice@uni.eu", "registered")
count <- muster_query(guest, "count individuals")
stopifnot(is.na(count$individuals), count$`individuals kind` == "suppressed", count$`individuals low` == 0)
stopifnot(identical(attr(count, "roles"), c("people", NA, NA, NA, NA)))
ledger <- muster_verify_ledger(catalogue)
stopifnot(ledger$entries > 0, nrow(attr(ledger, "problems")) == 0)
stopifnot(nrow(attr(muster_verify_ledger(catalogue, "ab"), "problems")) > 0)
failing("deadline", muster_verify_ledger(catalogue, timeout = 1e-6))
stopifnot(muster_backup(catalogue, file.path(folder, "backup")) > 0)
muster_close(catalogue)
failing("misuse", muster_query(guest, "count individuals"))
failing("invalid-argument", muster_query(catalogue, "count individuals"))
cat("ok\n")
