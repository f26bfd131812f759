"""Reports: the views they read, the library of ready ones, and the runner that holds them in."""
