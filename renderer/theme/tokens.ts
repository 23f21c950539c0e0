/** The colours of the interface by what they mean. Every other file names a token, but for the scale of the accent that Mantine asks for. */
export interface Token {
  readonly light: string;
  readonly dark: string;
}

export const tokens = {
  /** Behind everything. */
  canvas: { light: "#f4f5f8", dark: "#101217" },
  /** What carries content: panes, rows, fields. */
  surface: { light: "#ffffff", dark: "#171a21" },
  /** What floats above: menus, cards, dialogs. */
  raised: { light: "#ffffff", dark: "#1f232c" },
  hover: { light: "#f0f2f6", dark: "#1f242e" },
  line: { light: "#e1e4ea", dark: "#2a2f3a" },
  /** Around fields and keys. */
  lineField: { light: "#c5cad3", dark: "#414959" },
  lineStrong: { light: "#868e9c", dark: "#6b7484" },
  text: { light: "#1a1f2b", dark: "#e4e7ee" },
  textDim: { light: "#58606f", dark: "#9aa3b4" },

  accent: { light: "#2d5bd1", dark: "#8fb0ff" },
  accentSoft: { light: "#e6ecfb", dark: "#1f2d52" },
  accentText: { light: "#234aae", dark: "#b3c9ff" },
  onAccent: { light: "#ffffff", dark: "#0d1630" },

  good: { light: "#0a6b41", dark: "#6fd6a3" },
  goodSoft: { light: "#def3e8", dark: "#12301f" },
  warn: { light: "#865000", dark: "#f0b95c" },
  warnSoft: { light: "#fdefd3", dark: "#35270c" },
  bad: { light: "#b3201a", dark: "#ff9b94" },
  badSoft: { light: "#fde6e4", dark: "#3d1716" },
  quiet: { light: "#4d5666", dark: "#aab3c3" },
  quietSoft: { light: "#e9ecf1", dark: "#282d38" },

  /** A field whose way is shown, and its counterparts. */
  trace: { light: "#fff3c4", dark: "#3b3210" },
  traceLine: { light: "#c98a00", dark: "#e3b341" },
  /** Search hits and the text selection of a pane. */
  selection: { light: "#cfdcfa", dark: "#2b417a" },

  syntaxKey: { light: "#1d3f9c", dark: "#a3bfff" },
  syntaxString: { light: "#11663c", dark: "#84d4a6" },
  syntaxNumber: { light: "#8f4300", dark: "#efb07a" },
  syntaxLiteral: { light: "#6a35a8", dark: "#c8a6f5" },
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof tokens;

/** The custom property of a token: "textDim" is `--wb-text-dim`. */
export function tokenProperty(name: TokenName): string {
  return `--wb-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Text on what lies under it; each pair keeps a contrast of 4.5 : 1 in both themes. */
export const textPairs: readonly (readonly [text: TokenName, surface: TokenName])[] = [
  ...(["canvas", "surface", "raised", "hover"] as const).flatMap(
    (surface) =>
      [
        ["text", surface],
        ["textDim", surface],
        ["accentText", surface],
      ] as const,
  ),
  ["accentText", "accentSoft"],
  ["text", "accentSoft"],
  ["textDim", "accentSoft"],
  ["onAccent", "accent"],
  ["good", "goodSoft"],
  ["warn", "warnSoft"],
  ["bad", "badSoft"],
  ["quiet", "quietSoft"],
  ["text", "warnSoft"],
  ["text", "badSoft"],
  ...(["surface", "trace", "selection"] as const).flatMap(
    (surface) =>
      [
        ["text", surface],
        ["syntaxKey", surface],
        ["syntaxString", surface],
        ["syntaxNumber", surface],
        ["syntaxLiteral", surface],
      ] as const,
  ),
];
