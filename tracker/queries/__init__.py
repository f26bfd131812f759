"""The read side: each page's rows, as dataclasses made for it. Nothing here writes."""
