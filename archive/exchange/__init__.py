"""Items in and out: rows for people and other systems, and the whole archive as data.

A *sheet* (CSV or XLSX) has one row an item, under Arkibas' headings, Dublin Core's or
our own. A *whole* export is JSON with everything the archive keeps, and its originals.
"""
