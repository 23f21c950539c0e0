import { Button, Group, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { isLimited, noRetention, type Retention, retentionSchema } from "../../../core/contract/settings.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { RetentionPreview } from "./RetentionPreview.tsx";
import { retentionText } from "./retentionText.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

const limits = [
  { key: "exchanges", label: "Exchanges", step: 1000 },
  { key: "days", label: "Days", step: 1 },
  { key: "megabytes", label: "Megabytes", step: 100 },
] as const;

/** How much is kept. Nothing is removed before a person has seen what that would be. */
export function RetentionSection() {
  const { retention } = useStatus().settings;
  const update = useUpdateSettings();
  const [draft, setDraft] = useState<Retention>();
  const [isAsking, setAsking] = useState(false);
  const shown = draft ?? retention;
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(retention);
  const save = (chosen: Retention) =>
    update.mutate(
      { retention: chosen },
      {
        onSuccess: () => {
          setDraft(undefined);
          setAsking(false);
        },
      },
    );
  return (
    <SettingsSection
      title="Retention"
      hint="How much is kept. Beyond a limit the oldest exchanges are removed, and a session says how many it lost. Without a limit everything stays until you delete it."
    >
      <Radio.Group
        aria-label="What the limits hold for"
        value={shown.scope}
        onChange={(scope) => setDraft({ ...shown, scope: retentionSchema.shape.scope.parse(scope) })}
      >
        <Group gap="lg">
          <Radio value="each" label="For each session" />
          <Radio value="all" label="For all sessions together" />
        </Group>
      </Radio.Group>
      <Group gap="sm" align="flex-end">
        {limits.map(({ key, label, step }) => (
          <NumberInput
            key={key}
            label={label}
            size="xs"
            w="8.5rem"
            placeholder="no limit"
            min={1}
            step={step}
            thousandSeparator=","
            allowDecimal={false}
            allowNegative={false}
            value={shown[key] ?? ""}
            onChange={(value) => setDraft({ ...shown, [key]: typeof value === "number" && value > 0 ? value : null })}
          />
        ))}
      </Group>
      <Stack gap="sm" align="flex-start">
        <Text c="dimmed">{retentionText(retention)}</Text>
        {isChanged && (
          <Group gap="xs">
            {isLimited(shown) ? (
              <Button onClick={() => setAsking(true)}>See what would be removed…</Button>
            ) : (
              <Button loading={update.isPending} onClick={() => save(noRetention)}>
                Keep everything
              </Button>
            )}
            <Button variant="default" onClick={() => setDraft(undefined)}>
              Discard the change
            </Button>
          </Group>
        )}
      </Stack>
      {isAsking && (
        <RetentionPreview
          retention={shown}
          isPending={update.isPending}
          onConfirm={() => save(shown)}
          onClose={() => setAsking(false)}
        />
      )}
    </SettingsSection>
  );
}
