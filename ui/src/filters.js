const wide = matchMedia("(width >= 60rem)");

/** Leave fields that narrow nothing out of a list's address, and open its filters beside the rows. */
export function tidyFilters(page) {
  for (const form of page.querySelectorAll("form.filters")) {
    form.addEventListener("formdata", ({ formData }) => {
      for (const field of form.elements) {
        if (!field.value || (field.name === "sort" && field.selectedIndex === 0)) {
          formData.delete(field.name);
        }
      }
    });
    const panel = form.querySelector("details");
    const place = () => {
      panel.open = wide.matches;
    };
    wide.addEventListener("change", place);
    place();
  }
}
