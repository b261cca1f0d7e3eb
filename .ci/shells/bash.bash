# Asks the completion function of bash for all its candidates. Usage: bash bash.bash
eval "$(convo completion bash)"
failed=0

# check EXPECTED WORD...: the candidates for the last word, one a line; nothing on standard error
check() {
  local expected=$1 is
  shift
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _convo "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>stderr
  is=${COMPREPLY[*]}$(cat stderr)
  if [[ $is == "$expected" ]]; then
    echo "ok   bash function: $*"
  else
    echo "FAIL bash function: $*"
    diff <(echo "$expected") <(echo "$is")
    failed=1
  fi
}

check 'asapp chatwoot completion crm diff help profile salescaptain sandbox show workspace' convo ''
check 'add init list path show' convo profile ''
check 'table transcript overview markdown html json jsonl messages csv raw' convo crm -o ''
check 'table transcript overview markdown html json jsonl messages csv raw' convo crm --output =
check 'json jsonl' convo crm --output = js
check 'auto always never' convo crm --color ''
check 'production sandbox' convo asapp --environment ''
check '--environment --error-format --external-id' convo asapp --e
check 'work home demo' convo -p ''
check 'work home demo' convo profile show ''
check 'salescaptain asapp chatwoot crm workspace' convo profile add ''
check 'bash zsh fish powershell' convo completion ''
check '' convo crm ''
check 'authority.pem' convo show auth
check 'authority.pem' convo diff old auth
check '' convo crm -- --outp
check '' convo 'a "b' "it's"
check 'asapp chatwoot completion crm diff help profile salescaptain sandbox show workspace' nowhere/convo ''
CONVO_CONFIG=$BROKEN check 'demo' convo crm -p ''
CONVO_CONFIG=/nowhere check 'demo' convo crm -p ''
exit $failed
