"""Print precision, recall and F1 of the key figures, a language and kind: all gold texts.

python -m tests.benchmarks.score_figures [--half dev] [--form articles] [--mistakes 20]
"""

from __future__ import annotations

from tests.analysis.gold.scorer import main

if __name__ == "__main__":
    main()
