"""The database: its server, logins, connections, migrations and derived objects."""
