"""Bulk linking: millions of listed works against a whole corpus, on DuckDB or Spark, by one path of Ibis expressions.

`corpora` tells what a corpus is and `openalex`, `crossref` and `mapped` turn its rows into ours; `index` builds what is
looked up; `candidates`, `scoring` and `linking` find what each work is. Only `engine` knows which engine runs.
"""
