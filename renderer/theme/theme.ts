import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Modal,
  Table,
  Text,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";
import { type TokenName, tokenProperty, tokens } from "./tokens.ts";

/** Shade 6 fills in the light theme, shade 4 in the dark one; both are the accent token. */
const accent: MantineColorsTuple = [
  "#eef3fd",
  "#e6ecfb",
  "#cfdcfa",
  "#b3c9ff",
  "#8fb0ff",
  "#5580e6",
  "#2d5bd1",
  "#234aae",
  "#1d3f9c",
  "#17327c",
];

/** On what is filled stands a text colour of both themes: Mantine's choice looks at one only. */
const textOnFilled: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== "filled") return colours;
  if (input.color === "red") {
    return { ...colours, background: "var(--wb-bad)", hover: "var(--wb-bad)", color: "var(--wb-surface)" };
  }
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor;
  return isAccent ? { ...colours, color: "var(--wb-on-accent)" } : colours;
};

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 4 },
  colors: { accent },
  variantColorResolver: textOnFilled,
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.5", xl: "1.4" },
  spacing: { xs: "0.375rem", sm: "0.625rem", md: "0.875rem", lg: "1.25rem", xl: "2rem" },
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.25rem" }, h2: { fontSize: "1rem" } } },
  components: {
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    // A name without a space is as long as people like.
    Modal: Modal.extend({ styles: { content: { overflowWrap: "anywhere" }, title: { lineHeight: 1.35 } } }),
    Table: Table.extend({ defaultProps: { borderColor: "var(--wb-line)" } }),
    Text: Text.extend({ defaultProps: { size: "sm" } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

function tokensOf(scheme: "light" | "dark"): Record<string, string> {
  const names = Object.keys(tokens) as TokenName[];
  return Object.fromEntries(names.map((name) => [tokenProperty(name), tokens[name][scheme]]));
}

/** Mantine's own surfaces, texts and lines, said in tokens. */
const mantineSurfaces = {
  "--mantine-color-body": "var(--wb-canvas)",
  "--mantine-color-text": "var(--wb-text)",
  "--mantine-color-dimmed": "var(--wb-text-dim)",
  "--mantine-color-placeholder": "var(--wb-text-dim)",
  "--mantine-color-default": "var(--wb-surface)",
  "--mantine-color-default-hover": "var(--wb-hover)",
  "--mantine-color-default-color": "var(--wb-text)",
  "--mantine-color-default-border": "var(--wb-line)",
  "--mantine-color-error": "var(--wb-bad)",
  "--mantine-color-anchor": "var(--wb-accent-text)",
  "--mantine-primary-color-contrast": "var(--wb-on-accent)",
  "--mantine-color-accent-light": "var(--wb-accent-soft)",
  "--mantine-color-accent-light-color": "var(--wb-accent-text)",
};

/** The greys that Mantine's parts name themselves, as far as they are surfaces and lines here. */
const mantineGreys = {
  light: { "--mantine-color-gray-4": "var(--wb-line-field)", "--mantine-color-gray-3": "var(--wb-line)" },
  dark: {
    "--mantine-color-dark-0": "var(--wb-text)",
    "--mantine-color-dark-2": "var(--wb-text-dim)",
    "--mantine-color-dark-3": "var(--wb-text-dim)",
    "--mantine-color-dark-4": "var(--wb-line-field)",
    "--mantine-color-dark-5": "var(--wb-quiet-soft)",
    "--mantine-color-dark-6": "var(--wb-raised)",
    "--mantine-color-dark-7": "var(--wb-canvas)",
    "--mantine-color-dark-8": "var(--wb-canvas)",
  },
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokensOf("light"), ...mantineSurfaces, ...mantineGreys.light },
  dark: { ...tokensOf("dark"), ...mantineSurfaces, ...mantineGreys.dark },
});
