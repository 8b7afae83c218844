# The answers to what is typed of a query: without the quotation mark that is still open, which fish puts back.
function _lesart_query
  set -l typed (commandline -ct)
  set -l opened (string match -r '^["\']' -- "$typed")
  set -l plain (string unescape -- "$typed$opened")
  test -n "$plain"; or set plain $typed
  set -l library
  set -l words (commandline -opc)
  if set -l at (contains -i -- --db $words)
    set library --db $words[(math $at + 1)]
  end
  $words[1] $library completions --query="$plain" 2>/dev/null </dev/null
end
