complete -o bashdefault -F _lesart lesart
