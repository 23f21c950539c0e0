import { Radio, Stack, TextInput } from "@mantine/core";
import { useStatus } from "../../../../live/LiveContext.ts";
import type { ReplayFields } from "../replayFields.ts";
import classes from "./ReplayForm.module.css";
import type { FormPartProps } from "./ReplayForm.tsx";

const targets: readonly ReplayFields["target"][] = ["workbench", "url", "postscript", "klaviyo"];

function isTarget(value: string): value is ReplayFields["target"] {
  return targets.some((target) => target === value);
}

/** Where a session goes. */
export function TargetFields({ fields, problems, onChange }: FormPartProps) {
  const { upstream } = useStatus().settings;
  const own =
    upstream.kind === "live"
      ? `Through its present rules, and on to ${new URL(upstream.baseUrl).host}: the upstream is live.`
      : "Through its present rules, into its sandbox.";
  return (
    <Radio.Group
      label="Send to"
      size="xs"
      value={fields.target}
      onChange={(target) => isTarget(target) && onChange({ target })}
    >
      <Stack gap="xs" mt="xs">
        <Radio size="xs" value="workbench" label="This workbench" description={own} />
        <Radio
          size="xs"
          value="url"
          label="Another compat API"
          description="The recorded requests as they are: a deployed API, or a second workbench."
        />
        {fields.target === "url" && (
          <TextInput
            className={classes.indented ?? ""}
            aria-label="Base URL of the compat API"
            placeholder="https://compat.example.com/klaviyo/v1"
            value={fields.compatUrl}
            error={fields.compatUrl === "" ? undefined : problems.compatUrl}
            spellCheck={false}
            onChange={({ currentTarget }) => onChange({ compatUrl: currentTarget.value })}
          />
        )}
        <Radio
          size="xs"
          value="postscript"
          label="Postscript, natively"
          description="The native calls that the present rules make of each request."
        />
        {fields.target === "postscript" && (
          <TextInput
            className={classes.indented ?? ""}
            aria-label="Base URL of the native API"
            value={fields.nativeUrl}
            error={problems.nativeUrl}
            spellCheck={false}
            onChange={({ currentTarget }) => onChange({ nativeUrl: currentTarget.value })}
          />
        )}
        <Radio
          size="xs"
          value="klaviyo"
          label="Klaviyo itself"
          description="The recorded requests as they are, to see what Klaviyo answers."
        />
      </Stack>
    </Radio.Group>
  );
}
