// What scripts add to pages that work without them.
import "htmx.org";
import { offerChoices } from "./choices.js";
import { keepForms } from "./form_errors.js";
import { tidyFilters } from "./filters.js";
import { tendForms } from "./forms.js";
import { keepTyped } from "./preserve_input.js";
import { tendMenu } from "./menu.js";
import { offerPasskeys } from "./passkeys.js";
import { showQuotations } from "./quotations.js";
import { followRuns } from "./running.js";
import { saveOnce } from "./saving.js";

tidyFilters(document);
showQuotations(document);
offerChoices(document);
tendForms(document);
keepTyped(document);
tendMenu(document);
followRuns(document);
keepForms(document);
saveOnce(document);
offerPasskeys(document);
