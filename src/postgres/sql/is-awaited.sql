SELECT is_awaited($1, $2) AS awaited
