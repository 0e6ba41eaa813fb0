"""Mentions in text that people wrote for people: homepages, CVs, interviews, news, reference lists."""
