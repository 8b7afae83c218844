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
