"""Reads a table from its file."""

import csv


def read_table(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))
