# Completion of muster for bash: commands, their options, and files.
_muster() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=
  local asking="--param --ontology --as --tier --datasets --ledger --cache --threads"
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "import query report verify shell info check delete compact backup restore policy \
      ledger audit serve synth help --help --version" -- "$word"; compgen -d -- "$word")
    return
  fi
  case ${COMP_WORDS[1]} in
    import) options="--dataset --replace-dataset --mapping --report --max-problems --threads --quiet" ;;
    query) options="--file --format --labels --totals $asking" ;;
    report) options="--out --title $asking" ;;
    verify) options="$asking" ;;
    shell) options="--format --echo --bail --no-startup --cache --threads" ;;
    info) options="--format --imports" ;;
    check) options="--quiet" ;;
    delete) options="--dataset --file" ;;
    policy) options="--explain --epoch" ;;
    ledger) options="--from" ;;
    serve) options="--config --network --port --exact --check --print-defaults --quiet" ;;
    synth) options="--people --seed --format --quiet" ;;
    help) mapfile -t COMPREPLY < <(compgen -W "import query report verify shell info check delete compact backup restore policy \
      ledger audit serve synth" -- "$word"); return ;;
  esac
  case ${COMP_WORDS[1]}$before in
    info--format) options="table json" ;;
    synth--format) options="jsonl json beacon" ;;
    *--format) options="table json jsonl csv tsv markdown chart crosstab" ;;
    *) if [[ $word != -* ]]; then mapfile -t COMPREPLY < <(compgen -f -- "$word"); return; fi
       options="$options --help" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o filenames -F _muster muster
