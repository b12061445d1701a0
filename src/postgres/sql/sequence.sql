SELECT sequence_events($1, $2) AS done
