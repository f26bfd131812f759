"""Lists as CSV, sent on as the database writes them."""

from collections.abc import Generator
from itertools import chain
from typing import TYPE_CHECKING

from flask import Response, current_app

from tracker.queries.listing.csv_copy import copy_csv
from tracker.web.site.as_of import as_of

if TYPE_CHECKING:
    from tracker.db.engine import Database
    from tracker.queries.listing.expressions import AnySelect


def send_csv(name: str, statement: "AnySelect") -> Response:
    """Answer with the rows of a statement as a file ``name.csv``; nothing is held in memory.

    Nothing is sent before the first piece is there: until then a failure has a page of its own.
    """
    database: Database = current_app.extensions["database"]

    moment = as_of()

    def rows() -> Generator[bytes, None, None]:
        with database.session(moment) as session:
            yield from copy_csv(session.connection(), statement)

    pieces = rows()
    response = Response(
        chain([next(pieces, b"")], pieces),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
    response.call_on_close(pieces.close)
    return response
