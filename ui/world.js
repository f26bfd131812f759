// Draws the outlines of countries for the map of partnerships: one SVG path each, by ISO 3166-1
// numeric code, in an equal-area projection, so that no country looks larger than it is.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WIDTH = 960;
const HEIGHT = 470;
const ANTARCTICA = "010";

export async function drawWorld() {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
  const atlas = JSON.parse(await readFile(file, "utf8"));
  const countries = feature(atlas, atlas.objects.countries).features.filter(
    (country) => country.id !== ANTARCTICA,
  );
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], {
    type: "FeatureCollection",
    features: countries,
  });
  const path = geoPath(projection).digits(1);
  return {
    width: WIDTH,
    height: HEIGHT,
    // Territories whose state is disputed have no code: they are drawn, and stand for no country.
    countries: countries.map((country) => ({ numeric: country.id ?? null, path: path(country) })),
  };
}
