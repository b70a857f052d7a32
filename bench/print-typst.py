"""Our Markdown, by pandoc and typst -> PDF: print-typst.py REPORT.md OUT.pdf. Links within the report are left out: typst stops
at one whose target pandoc did not keep."""
import re
import sys

import pypandoc
import typst

source, target = sys.argv[1:]
body = pypandoc.convert_file(source, "typst", format="gfm", extra_args=["--standalone"])
with open(target + ".typ", "w", encoding="utf-8") as file:
    file.write(re.sub(r"#link\(<[^>]*>\)", "", body))
typst.compile(target + ".typ", output=target)
