-- Who may read the views.

GRANT USAGE ON SCHEMA report TO tracker_reader, tracker_app;
GRANT SELECT ON ALL TABLES IN SCHEMA report TO tracker_reader, tracker_app;
