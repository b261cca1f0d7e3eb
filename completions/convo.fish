# Completes convo in fish. Convo itself knows the words: see 'convo help'.
function __convo_complete
    set -l words (commandline -opc)
    set -l raw (commandline -ct)
    set -l typed (string replace -ra '["\'\\\\]' '' -- "$raw")
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    command -q $program; or set program convo
    for line in ($program __complete $words[2..-1] "$typed" 2>/dev/null)
        if test "$line" = ':files'
            # As for a command that fish knows nothing of: with '~', quotes and '--option='.
            complete -C "'' $raw"
        else
            printf '%s\n' $line
        end
    end
end
complete -c convo -f -k -a '(__convo_complete)'
