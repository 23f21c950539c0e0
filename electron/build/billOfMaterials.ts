import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), integrity: z.string().optional() }),
  ),
});
const mapSchema = z.object({ sources: z.array(z.string()) });

/** Shipped as it is, beside the bundles. */
const shippedWhole = ["node_modules/electron"];

/**
 * The bill of materials of a build, in CycloneDX 1.5: each package of which code is in a bundle, by the bundles' source maps, with version, licence and digest
 * from the lock file. What only builds or tests is not in it.
 */
export function billOfMaterials(root: string, dist: string): object {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const places = new Set(shippedWhole);
  for (const file of globSync(join(dist, "**/*.map"))) {
    for (const source of mapSchema.parse(JSON.parse(readFileSync(file, "utf8"))).sources) {
      const place = packagePlace(source);
      if (place !== undefined) places.add(place);
    }
  }
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", name: lock.name, version: lock.version } },
    components: [...places].sort().map((place) => component(place, lock.packages[place])),
  };
}

/**
 * "node_modules/a/node_modules/@b/c" of a file in it, as the lock file names it; undefined for a file of no package. A package's own source map may name its
 * sources from another folder, so what is before the first node_modules is not looked at.
 */
function packagePlace(source: string): string | undefined {
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(source)?.[0];
}

function component(place: string, locked: z.infer<typeof lockSchema>["packages"][string] | undefined): object {
  const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
  if (locked?.version === undefined) throw new Error(`${place} is in the build and not in package-lock.json.`);
  const { version, license, integrity = "" } = locked;
  const [algorithm, digest] = integrity.split("-");
  return {
    type: "library",
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(license !== undefined && { licenses: [{ expression: license }] }),
    ...(algorithm === "sha512" &&
      digest !== undefined && { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }),
  };
}
