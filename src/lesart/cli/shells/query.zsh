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
