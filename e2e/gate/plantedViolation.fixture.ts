import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../fixtures/projectRoot.ts";

const rulebooks = [
  "biome.json",
  ".gitignore",
  "package.json",
  "tsconfig.base.json",
  "core/tsconfig.json",
  "electron/tsconfig.json",
  "renderer/tsconfig.json",
];

/** An empty project under the rules of this one, to plant violations in. */
export class EmptyProject implements AsyncDisposable {
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  static async create(): Promise<EmptyProject> {
    const root = await mkdtemp(join(tmpdir(), "workbench-rules-"));
    for (const file of rulebooks) await cp(join(projectRoot, file), join(root, file));
    await symlink(join(projectRoot, "node_modules"), join(root, "node_modules"), "junction");
    return new EmptyProject(root);
  }

  /** Writes the files, runs the tool, takes the files away again; answers with all that the tool said, "" when it found nothing. */
  async complaints(files: Readonly<Record<string, string>>, tool: readonly string[]): Promise<string> {
    for (const [path, code] of Object.entries(files)) {
      await mkdir(dirname(join(this.#root, path)), { recursive: true });
      await writeFile(join(this.#root, path), code);
    }
    try {
      return await this.#run(tool);
    } finally {
      for (const path of Object.keys(files)) await rm(join(this.#root, path));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }

  #run([program = "", ...args]: readonly string[]): Promise<string> {
    const path = join(projectRoot, "node_modules", ".bin", program);
    return new Promise((resolve) => {
      execFile(path, args, { cwd: this.#root, env: { ...process.env, NO_COLOR: "1" } }, (fault, stdout, stderr) =>
        resolve(fault ? `${stdout}${stderr}` : ""),
      );
    });
  }
}
