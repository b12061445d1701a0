SELECT keep_checkpoint($1, $2, $3, $4, $5) AS kept
