SELECT park_reaction($1, $2, $3)
