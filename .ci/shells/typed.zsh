# Types lines into an interactive shell on a pseudo-terminal, presses TAB, and compares the words
# that the shell then has. Usage: zsh -f typed.zsh bash|zsh
# The shell is asked for its words by a printf put in front of the line; it reads that when the
# completion is done, so that nothing here needs to wait.
zmodload zsh/zpty
shell=$1
case $shell in
  bash)
    start='bash --norc --noprofile -i'
    setup='eval "$(convo completion bash)"'
    ;;
  zsh)
    start='zsh -f -i'
    setup='bindkey -e; autoload -Uz compinit; compinit -D -u; source <(convo completion zsh)'
    ;;
esac

# said KEYS: types into a fresh shell; prints everything that it then says
said() {
  local part
  zpty -b typist "TERM=dumb PS1= PROMPT_COMMAND= $start"
  zpty -w typist "$setup; stty cols 150; echo '<'ready'>'"
  zpty -r typist part '*<ready>*'
  zpty -w -n typist "$1"$'\C-a'"printf '<%s>\n' "$'\C-e'" '<'end'>'"$'\n'
  zpty -r typist part '*<<end>>*'
  zpty -d typist
  print -r -- "${part//$'\r'/}"
}

integer failed=0
# check KEYS WORDS: the words that the line then has, one a line
check() {
  local is="$(said $1 | grep '^<' | grep -v '^<<end>>')"
  report "$1" "$is" "$2"
}

# lists KEYS LINES: what is listed, one candidate a line, with what it means
lists() {
  report "$1" "$(said $1 | sed -En 's/^([a-z-]+ +-- .*[^ ]) *$/\1/p')" "$2"
}

report() {
  if [[ $2 == "$3" ]]; then
    print -r -- "ok   $shell: ${(V)1}"
  else
    print -r -- "FAIL $shell: ${(V)1}"
    diff <(print -r -- "$3") <(print -r -- "$2")
    failed=1
  fi
}

check $'convo chat\t' $'<convo>\n<chatwoot>'
check $'convo oh\t' $'<convo>\n<ohallo>'
check $'convo profile sh\t' $'<convo>\n<profile>\n<show>'
check $'convo --json chat\t' $'<convo>\n<--json>\n<chatwoot>'
check $'convo -p wo\t' $'<convo>\n<-p>\n<work>'
check $'convo crm -p "wo\t' $'<convo>\n<crm>\n<-p>\n<work>'
check $'convo crm --profile=wo\t' $'<convo>\n<crm>\n<--profile=work>'
check $'convo crm "a b" --outp\t' $'<convo>\n<crm>\n<a b>\n<--output>'
check $'convo crm https://x:80/a --col\t' $'<convo>\n<crm>\n<https://x:80/a>\n<--color>'
check $'convo crm --output=tr\t' $'<convo>\n<crm>\n<--output=transcript>'
check $'convo crm -otr\t' $'<convo>\n<crm>\n<-otranscript>'
check $'convo asapp --environment pr\t' $'<convo>\n<asapp>\n<--environment>\n<production>'
check $'convo crm --ca-bundle auth\t' $'<convo>\n<crm>\n<--ca-bundle>\n<authority.pem>'
check $'convo crm --ca-bundle=auth\t' $'<convo>\n<crm>\n<--ca-bundle=authority.pem>'
check $'convo crm -O my\t' $'<convo>\n<crm>\n<-O>\n<my file.txt>'
check $'convo crm -O "my\t' $'<convo>\n<crm>\n<-O>\n<my file.txt>'
check $'convo crm -O my\\ f\t' $'<convo>\n<crm>\n<-O>\n<my file.txt>'
check $'convo crm -O ~/my\t' $'<convo>\n<crm>\n<-O>\n<'"$HOME/my file.txt>"
check $'convo crm auth\t' $'<convo>\n<crm>\n<auth>'
check $'convo show auth\t' $'<convo>\n<show>\n<authority.pem>'
check $'convo diff my\t' $'<convo>\n<diff>\n<my file.txt>'
check $'convo diff old auth\t' $'<convo>\n<diff>\n<old>\n<authority.pem>'
check $'convo crm -- --outp\t' $'<convo>\n<crm>\n<-->\n<--outp>'
check $'convo chatwot ch\t' $'<convo>\n<chatwot>\n<ch>'
check $'./convo chat\t' $'<./convo>\n<chatwoot>'
check $'~/convo chat\t' "<$HOME/convo>"$'\n<chatwoot>'
check $'convo crm \t' $'<convo>\n<crm>'
[[ $shell == zsh ]] && lists $'convo asapp --e\t' \
  '--environment   -- Environment that the API id is for.
--error-format  -- How errors are written: text (default) or json.
--external-id   -- IDs are those of your own chat or voice system.'
exit failed
