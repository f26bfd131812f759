// What scripts add to pages that work without them.
import { tidyFilters } from "./filters.js";

tidyFilters(document);
