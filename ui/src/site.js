// What scripts add to pages that work without them.
import "htmx.org";
import { countChoices } from "./counts.js";
import { tidyFilters } from "./filters.js";
import { showQuotations } from "./quotations.js";

tidyFilters(document);
showQuotations(document);
countChoices(document);
