# Completes convo in bash 3.2 and later. Convo itself knows the words: see 'convo help'.
_convo() {
  local words=() word joined= line program
  # Bash splits at '=' and ':'; convo wants --option=value and a link whole. Quotes are the shell's.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    word=${word//[\"\'\\]/}
    if [[ ${#words[@]} -gt 0 && ( $word == [=:] || -n $joined ) ]]; then
      words[${#words[@]}-1]+=$word
      if [[ $word == [=:] ]]; then joined=1; else joined=; fi
    else
      words+=("$word")
    fi
  done
  # What bash does not put in place of what is typed: the '--option=' before the value.
  local typed=${2//[\"\'\\]/} whole=${words[${#words[@]}-1]}
  [[ $typed == '=' ]] && typed=
  local kept=${whole%"$typed"}
  program=$(type -P -- "${1/#\~\//$HOME/}") || program=convo
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then
      # Readline's own file names know spaces, quotes and '~'; bash 3.2 has no compopt.
      compopt -o default 2>/dev/null ||
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
    else
      line=${line%%$'\t'*}
      COMPREPLY+=("${line#"$kept"}")
    fi
  done < <("$program" __complete "${words[@]}" 2>/dev/null)
}
complete -F _convo convo
