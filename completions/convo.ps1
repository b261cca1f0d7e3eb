# Completes convo in PowerShell. Convo itself knows the words: see 'convo help'.
Register-ArgumentCompleter -Native -CommandName convo -ScriptBlock {
    param($typed, $line, $cursor)
    $program = $line.CommandElements[0].Extent.Text
    if (-not (Get-Command $program -ErrorAction Ignore)) { $program = 'convo' }
    $words = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { $_.Extent.Text -replace '["'']' })
    $last = $typed -replace '["'']'
    # Up to PowerShell 7.2 an empty argument for a program is dropped, unless it is written as quotes.
    if (-not $last -and "$PSNativeCommandArgumentPassing" -in '', 'Legacy') { $last = '""' }
    & $program __complete @words $last 2>$null | ForEach-Object {
        if ($_ -eq ':files') {
            $before = if ($last -match '^--[^=]*=') { $Matches[0] } else { '' }
            [System.Management.Automation.CompletionCompleters]::CompleteFilename(
                $last.Substring($before.Length).Trim('"')) | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new(
                    $before + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip)
            }
        } else {
            $word, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $word }
            [System.Management.Automation.CompletionResult]::new(
                $word, $word, 'ParameterValue', $meaning)
        }
    }
}
