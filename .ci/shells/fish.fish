# Asks fish what it would complete a line with. Usage: fish fish.fish
convo completion fish | source
set failed 0

# check LINE EXPECTED...: the candidates and, behind a tab, what they mean; nothing on standard error
function check
    set -l is (complete -C "$argv[1]" 2>&1)
    if test "$is" = "$argv[2..-1]"
        echo "ok   fish: $argv[1]"
    else
        echo "FAIL fish: $argv[1]"
        diff (printf '%s\n' $argv[2..-1] | psub) (printf '%s\n' $is | psub)
        set -g failed 1
    end
end

set tab \t
check 'convo chat' "chatwoot$tab"'Shows a Chatwoot conversation, from its cloud or your own server.'
check 'convo oh' "ohallo$tab"'Shows an oHallo conversation.'
check 'convo profile sh' "show$tab""Shows a profile's settings and where each comes from."
check 'convo crm -o ' table transcript overview markdown html json jsonl messages csv raw
check 'convo crm --output=js' --output=json --output=jsonl
check 'convo crm -ojs' -ojson -ojsonl
check 'convo --json chat' "chatwoot$tab"'Shows a Chatwoot conversation, from its cloud or your own server.'
check 'convo -p ' work home demo
check 'convo crm -p "wo' work
check 'convo crm --profile=wo' --profile=work
check 'convo crm "a b" --outp' "--output$tab""table (default), transcript, overview, markdown, html, json, jsonl, messages, csv or raw. See 'convo help formats'." "--output-file$tab""Write to this file, whole or not at all; '-' is standard output."
check 'convo asapp --environment ' production sandbox
check 'convo crm --color ' auto always never
check 'convo crm --ca-bundle auth' authority.pem
check 'convo crm --ca-bundle=auth' --ca-bundle=authority.pem
check 'convo crm -O my' 'my file.txt'
check 'convo crm -O "my' 'my file.txt'
check 'convo crm -O ~/my' '~/my file.txt'
check 'convo crm ' 
check 'convo crm auth'
check 'convo show auth' authority.pem
check 'convo diff my' 'my file.txt'
check 'convo diff old auth' authority.pem
check 'convo crm -- --outp'
check './convo chat' "chatwoot$tab"'Shows a Chatwoot conversation, from its cloud or your own server.'
check '~/convo chat' "chatwoot$tab"'Shows a Chatwoot conversation, from its cloud or your own server.'
set -x CONVO_CONFIG $BROKEN
check 'convo crm -p ' demo
exit $failed
