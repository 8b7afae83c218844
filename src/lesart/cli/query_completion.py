"""What shells need to complete queries: they ask `lesart completions --query WORD` with each tab."""

from __future__ import annotations

from lesart.cli.context import Context
from lesart.model.errors import LesartError

BASH = r"""
# The words of the line as bash will pass them on, the last one as it is typed, and the quotation mark that
# is open in it. COMP_WORDS are parted at colons and the like, which queries are full of.
_lesart_words() {
  local line=${COMP_LINE:0:COMP_POINT} quote= sign i breaks=${COMP_WORDBREAKS//[\"\' $'\t\n']/}
  _lesart_list=() _lesart_word= _lesart_kept=0 _lesart_quote=
  local is_begun=0
  for ((i = 0; i < ${#line}; i++)); do
    sign=${line:i:1}
    if [[ -n $quote ]]; then
      if [[ $sign == "$quote" ]]; then quote=
      elif [[ $quote == '"' && $sign == "\\" && ${line:i+1:1} == [\"\\\$\`] ]]; then
        i=$((i + 1)); _lesart_word+=${line:i:1}
      else _lesart_word+=$sign; fi
    elif [[ $sign == [\'\"] ]]; then quote=$sign is_begun=1 _lesart_kept=${#_lesart_word}
    elif [[ $sign == "\\" ]]; then i=$((i + 1)); _lesart_word+=${line:i:1} is_begun=1
    elif [[ $sign == [[:space:]] ]]; then
      ((is_begun)) && _lesart_list+=("$_lesart_word")
      _lesart_word= is_begun=0 _lesart_kept=0
    else
      _lesart_word+=$sign is_begun=1
      [[ $breaks == *"$sign"* ]] && _lesart_kept=${#_lesart_word}
    fi
  done
  _lesart_quote=$quote
  _lesart_list+=("$_lesart_word")
}

# The answers to what is typed of a query, written as the place in the line needs them.
_lesart_answers() {
  local answer rest library=() i
  for ((i = 1; i < ${#_lesart_list[@]} - 1; i++)); do
    [[ ${_lesart_list[i]} == --db ]] && library=(--db "${_lesart_list[i + 1]}")
  done
  COMPREPLY=()
  while IFS= read -r answer; do
    [[ ${answer:0:_lesart_kept} == "${_lesart_word:0:_lesart_kept}" ]] || continue
    rest=${answer:_lesart_kept}
    [[ $rest == *: ]] && compopt -o nospace 2>/dev/null
    case $_lesart_quote in
      \') rest=${rest//\'/\'\\\'\'} ;;
      \") rest=${rest//\\/\\\\}; rest=${rest//\"/\\\"}; rest=${rest//\$/\\\$}; rest=${rest//\`/\\\`} ;;
      *) printf -v rest %q "$rest" ;;
    esac
    COMPREPLY+=("$rest")
  done < <("$1" "${library[@]}" completions --query="$_lesart_word" 2>/dev/null </dev/null)
  # Bash closes the quotation mark behind a single answer, unless such a mark is the answer's last sign.
  if ((${#COMPREPLY[@]} == 1)) && [[ -n $_lesart_quote && ${COMPREPLY[0]} == *"$_lesart_quote" ]]; then
    COMPREPLY[0]+=$_lesart_quote
  fi
}

_lesart_query() { printf '\001\n'; }  # a sign for _lesart, which knows the whole line

_lesart() {
  local _lesart_list _lesart_word _lesart_kept _lesart_quote
  _lesart_words
  _lesart_is_query && { _lesart_answers "$1"; return 0; }
  _shtab_lesart "$@"
}

_lesart_is_query() {
  local COMP_WORDS=("${_lesart_list[@]}") COMP_CWORD=$((${#_lesart_list[@]} - 1)) COMPREPLY=()
  [[ $_lesart_word != -* || -n $_lesart_quote ]] || return 1
  _shtab_lesart lesart "$_lesart_word" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
  [[ ${COMPREPLY[0]} == $'\001' ]]
}
"""
BASH_END = "\ncomplete -o bashdefault -F _lesart lesart\n"

ZSH = r"""
# The answers to what is typed of a query; -U: they go on from it in ways that zsh does not know.
_lesart_query() {
  local -a answers library fields values line
  local i typed=${(Q)PREFIX}
  line=(${(z)LBUFFER})  # words has only those of the command within the command
  for ((i = 2; i < $#line; i++)); do
    [[ ${line[i]} == --db ]] && library=(--db ${(Q)line[i+1]})
  done
  answers=("${(@f)$(_call_program queries ${(q)_comp_command1:-lesart} ${(q)library} completions --query=${(q)typed} 2>/dev/null </dev/null)}")
  fields=(${(M)answers:#*:}) values=(${answers:#*:})
  local found=1
  (( $#fields )) && compadd -U -S '' -a fields && found=0
  (( $#values )) && compadd -U -a values && found=0
  return found
}
"""

FISH = r"""
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
"""


def answer(typed: str, context: Context) -> None:
    """A line for each word that it may become. No library is made, brought up to date or waited for."""
    from lesart.services.asking.shell_completion import may_become
    from lesart.store import Store

    store = None
    try:
        if context.library.exists():
            store = Store.open(context.library, is_read_only=True)
        found = may_become(store, typed, context.config.colours)
    except LesartError:
        found = may_become(None, typed, context.config.colours)
    finally:
        if store is not None:
            store.close()
    for word in found:
        if word.isprintable():
            context.say_as_is(word)
