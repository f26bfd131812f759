// Bundles src/site.css and src/site.js, with the fonts and pictures they name, into the package, and
// draws the world for its map.
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { drawWorld } from "./world.js";

const here = import.meta.dirname;
const outdir = `${here}/../tracker/web/static/build`;

// A font that is late is left for the next page: were it swapped in, the lines would move.
const neverSwapped = {
  name: "never-swapped",
  setup: ({ onLoad }) =>
    onLoad({ filter: /@fontsource-variable.*\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("font-display: swap", "font-display: optional"),
      loader: "css",
    })),
};

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ["src/site.css", "src/site.js"],
  outdir,
  bundle: true,
  minify: true,
  sourcemap: true,
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  loader: { ".woff2": "file", ".svg": "file" },
  assetNames: "[name]-[hash]",
  plugins: [neverSwapped],
  logLevel: "warning",
});
await writeFile(`${outdir}/world.json`, JSON.stringify(await drawWorld()));
