"""What a page is held against: the best SQL by bare psycopg, and a bare Flask page of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from flask import Flask
from psycopg.rows import namedtuple_row
from werkzeug.test import EnvironBuilder, run_wsgi_app

Parameters = Mapping[str, Any]

# A page's rows: all that the site's page shows in each, the parties with what their links need.
LIST = """
SELECT a.id, a.title_en, f.label_en AS form_en, s.status, a.dated_on, p.parties
FROM (
    SELECT id, title_en, form, dated_on
    FROM agreement
    WHERE {condition}
    ORDER BY coalesce(dated_on, DATE '0001-01-01') DESC, id DESC
    LIMIT 51
) AS a
JOIN agreement_form AS f ON f.code = a.form
JOIN agreement_status_span AS s ON s.agreement_id = a.id AND s.valid @> guard.valid_day()
CROSS JOIN LATERAL (
    SELECT json_agg(json_build_array(c.code, o.id, coalesce(c.name_en, o.name_en))
        ORDER BY p.position) AS parties
    FROM agreement_party AS p
    LEFT JOIN country AS c ON c.code = p.country_code
    LEFT JOIN organization AS o ON o.id = p.organization_id
    WHERE p.agreement_id = a.id
) AS p
ORDER BY coalesce(a.dated_on, DATE '0001-01-01') DESC, a.id DESC
"""

RECORD = """
SELECT
    to_jsonb(a) || jsonb_build_object('status', (
        SELECT s.status FROM agreement_status_span AS s
        WHERE s.agreement_id = a.id AND s.valid @> guard.valid_day())) AS agreement,
    (SELECT jsonb_agg(jsonb_build_object('name', coalesce(c.name_en, o.name_en),
            'nature', p.legal_nature) ORDER BY p.position)
        FROM agreement_party AS p
        LEFT JOIN country AS c ON c.code = p.country_code
        LEFT JOIN organization AS o ON o.id = p.organization_id
        WHERE p.agreement_id = a.id) AS parties,
    (SELECT jsonb_agg(jsonb_build_object('kind', k.label_en, 'date', t.happened_on)
            ORDER BY t.happened_on)
        FROM agreement_action AS t JOIN action_kind AS k ON k.code = t.kind
        WHERE t.agreement_id = a.id) AS actions,
    (SELECT jsonb_agg(jsonb_build_object('name', o.name, 'post', p.title_en, 'role', s.role)
            ORDER BY s.position)
        FROM agreement_official AS s
        JOIN official AS o ON o.id = s.official_id
        LEFT JOIN post AS p ON p.id = s.post_id
        WHERE s.agreement_id = a.id) AS officials,
    (SELECT jsonb_agg(jsonb_build_object('name', coalesce(m.name_en, t.name_en),
            'stage', s.stage))
        FROM agreement_scope AS s
        LEFT JOIN mineral AS m ON m.code = s.mineral_code
        LEFT JOIN sector AS t ON t.code = s.sector_code
        WHERE s.agreement_id = a.id) AS scope,
    (SELECT jsonb_agg(jsonb_build_object('title', e.title_en, 'link', t.link))
        FROM agreement_event AS t JOIN event AS e ON e.id = t.event_id
        WHERE t.agreement_id = a.id) AS events,
    (SELECT jsonb_agg(jsonb_build_object('kind', r.kind, 'title', other.title_en))
        FROM agreement_relation AS r JOIN agreement AS other ON other.id = r.related_agreement_id
        WHERE r.agreement_id = a.id) AS relations,
    (SELECT jsonb_agg(jsonb_build_object('subject', c.subject, 'field', c.field,
            'quote', p.exact, 'title', d.title, 'url', d.url) ORDER BY c.id)
        FROM citation AS c
        JOIN document AS d ON d.id = c.document_id
        LEFT JOIN passage AS p ON p.id = c.passage_id
        WHERE c.agreement_id = a.id) AS citations
FROM agreement AS a
WHERE a.id = %(id)s
"""

_LIST_PAGE = """<!doctype html><title>Agreements</title><table>
{% for row in rows %}<tr><td>{{ row.dated_on }}<td><a href="/agreements/{{ row.id }}">
{{ row.title_en }}</a> {{ row.form_en }}<td>{% for code, id, name in row.parties or () %}
<a href="{% if code %}/countries/{{ code }}{% else %}/organizations/{{ id }}{% endif %}">
{{ name }}</a>{% endfor %}<td>{{ row.status }}
{% endfor %}</table>"""

_RECORD_PAGE = """<!doctype html>{% for row in rows %}<h1>{{ row.agreement.title_en }}</h1>
<p>{{ row.agreement.reference }} {{ row.agreement.status }} {{ row.agreement.dated_on }}
{% for part in (row.parties, row.actions, row.officials, row.scope, row.events, row.relations,
row.citations) if part %}<ul>{% for item in part %}<li>{% for value in item.values() %}
{{ value }} {% endfor %}{% endfor %}</ul>{% endfor %}{% endfor %}"""


@dataclass(frozen=True)
class Query:
    """A statement and its parameters."""

    sql: str
    parameters: Parameters


def listed(condition: str = "true", **parameters: object) -> Query:
    """Return the query of a list's page, narrowed by a condition."""
    return Query(LIST.format(condition=condition), parameters)


class Bare:
    """A connection, and a Flask application of one page on it."""

    def __init__(self, conninfo: str) -> None:
        self._connection = psycopg.connect(conninfo, autocommit=True, row_factory=namedtuple_row)
        self._app = Flask("bare")
        compiled = self._app.jinja_env.from_string
        self._list, self._record = compiled(_LIST_PAGE), compiled(_RECORD_PAGE)
        self._query: Query | None = None
        self._app.add_url_rule("/", view_func=self._show)

    def rows(self, query: Query) -> list[Any]:
        """Return the rows of a query."""
        return self._connection.execute(query.sql.encode(), query.parameters).fetchall()

    def page(self, query: Query) -> Callable[[], bytes]:
        """Return what answers a request with the rows of a query on a page."""

        def ask() -> bytes:
            self._query = query
            chunks, _, _ = run_wsgi_app(self._app, EnvironBuilder("/").get_environ())
            return b"".join(chunks)

        return ask

    def _show(self) -> str:
        if self._query is None:
            raise RuntimeError("no query was chosen")
        template = self._record if self._query.sql == RECORD else self._list
        return template.render(rows=self.rows(self._query))
