"""How answers are told: objects of the API, pages of lists, tables, bytes, and every refusal."""
