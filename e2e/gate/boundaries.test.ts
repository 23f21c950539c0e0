import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../fixtures/projectRoot.ts";
import { EmptyProject } from "./plantedViolation.fixture.ts";
import { runCommand } from "./runCommand.ts";

const lint = ["biome", "lint", "--error-on-warnings", "."];
const types = (folder: string) => ["tsc", "-p", folder];
const neighbour = {
  "electron/thing.ts": "export const thing = 1;\n",
  "renderer/thing.ts": "export const thing = 1;\n",
};
const use = (from: string) => `import { thing } from "${from}";\nexport const used = thing;\n`;

/** Each rule that holds the folders apart, broken once: the file, what it says, and the tool and words that must object. */
const violations = [
  ["core/planted.ts", use("../electron/thing.ts"), lint, "noRestrictedImports"],
  ["core/planted.ts", use("../renderer/thing.ts"), lint, "noRestrictedImports"],
  ["core/planted.ts", use("react"), lint, "noRestrictedImports"],
  ["core/planted.ts", use("node:fs"), lint, "noNodejsModules"],
  ["core/planted.ts", "export const title = () => document.title;\n", types("core"), "document"],
  ["core/planted.ts", "export const { env } = process;\n", types("core"), "process"],
  ["renderer/planted.ts", use("../electron/thing.ts"), lint, "noRestrictedImports"],
  ["renderer/planted.ts", use("@orpc/server"), lint, "noRestrictedImports"],
  ["renderer/planted.ts", use("node:fs"), lint, "noNodejsModules"],
  ["renderer/planted.ts", "export const { env } = process;\n", types("renderer"), "process"],
  ["electron/planted.ts", use("../renderer/thing.ts"), lint, "noRestrictedImports"],
  ["electron/planted.ts", use("react"), lint, "noRestrictedImports"],
  ["electron/planted.ts", "export const title = () => document.title;\n", types("electron"), "document"],
  [
    "core/planted.ts",
    'import { used } from "./other.ts";\nexport const planted = () => used;\n',
    lint,
    "noImportCycles",
  ],
  ["core/planted.ts", "const planted = 1;\nexport default planted;\n", lint, "noDefaultExport"],
  ["core/planted.ts", 'export { other } from "./other.ts";\n', lint, "noBarrelFile"],
  ["core/planted.ts", "export const planted = (given: any) => given;\n", lint, "noExplicitAny"],
  ["core/some_planted.ts", "export const planted = 1;\n", lint, "useFilenamingConvention"],
] as const;

const other = { "core/other.ts": 'import { planted } from "./planted.ts";\nexport const used = () => planted;\n' };

describe("the rules between the folders", () => {
  let project: EmptyProject;

  beforeAll(async () => {
    project = await EmptyProject.create();
  });
  afterAll(() => project[Symbol.asyncDispose]());

  it("find nothing where nothing is broken", async () => {
    const clean = { ...neighbour, "core/planted.ts": "export const planted = 1;\n" };
    for (const tool of [lint, types("core"), types("electron"), types("renderer")]) {
      expect(await project.complaints(clean, tool)).toBe("");
    }
  });

  it.each(violations)("object to %s with %j", async (path, code, tool, complaint) => {
    const cycle = complaint === "noImportCycles" ? other : {};
    expect(await project.complaints({ ...neighbour, ...cycle, [path]: code }, tool)).toContain(complaint);
  });
});

describe("the sources", () => {
  let sources: readonly { readonly path: string; readonly text: string }[];

  beforeAll(async () => {
    const { stdout } = await runCommand(["git", "ls-files", "--", "*.ts", "*.tsx"], { output: "quiet" });
    const paths = stdout.split("\n").filter(Boolean);
    sources = await Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(join(projectRoot, path), "utf8").catch(() => "") })),
    );
    expect(paths).toContain("core/exchange/exchange.ts");
  });

  /** Paths outside of `home` whose text matches. */
  const offenders = (pattern: RegExp, folder: RegExp, home?: RegExp) =>
    sources
      .filter(({ path }) => folder.test(path) && !home?.test(path) && !/\.(test|bench|fixture)\.tsx?$/.test(path))
      .filter(({ text }) => pattern.test(text))
      .map(({ path }) => path);

  it("bear no name that says nothing", () => {
    const grabBag = /^(utils?|common|misc|shared|lib|helpers?|manager|index|types|constants)\.tsx?$|V\d\.tsx?$/i;
    const entry = "core/index.ts";
    expect(sources.map(({ path }) => path).filter((path) => path !== entry && grabBag.test(basename(path)))).toEqual(
      [],
    );
  });

  it("keep to 300 lines, tables and fixtures aside", () => {
    const long = sources.filter(({ path, text }) => !/fixture/.test(path) && text.split("\n").length > 301);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("know no screen where screens share something", () => {
    expect(offenders(/from "[^"]*\/features\//, /^renderer\/(live|ui|client|actions)\//)).toEqual([]);
  });

  it("write SQL in the store only", () => {
    const sql =
      /\b(SELECT\s[^;`"]+\sFROM|INSERT\s(OR\s\w+\s)?INTO|DELETE\sFROM|CREATE\s(TABLE|INDEX)|UPDATE\s\w+\sSET)\b/;
    expect(offenders(sql, /^(core|electron|renderer)\//, /^electron\/host\/store\//)).toEqual([]);
  });

  it("speak over IPC in the bridge and the preload only", () => {
    expect(offenders(/\bipc(Main|Renderer)\b/, /^electron\//, /^electron\/(shell\/bridge|preload)\.ts$/)).toEqual([]);
  });

  it("ask nobody for time or chance in core", () => {
    expect(offenders(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\./, /^core\//)).toEqual([]);
  });

  it("leave asking the host to the client and the queries in the renderer's features", () => {
    expect(offenders(/queryKey: \[|refetchInterval|\bfetch\(/, /^renderer\/features\//)).toEqual([]);
  });
});
