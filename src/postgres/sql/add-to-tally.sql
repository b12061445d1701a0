SELECT add_to_tally($1, $2, $3)
