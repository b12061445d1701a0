SELECT next_due() AS due_at
