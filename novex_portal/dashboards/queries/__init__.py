"""Reading for the top floor. Each page is a small, constant number of queries, whatever the data."""
