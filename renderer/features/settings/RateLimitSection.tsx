import { Radio, Stack, Text } from "@mantine/core";
import { type NativeTier, nativeTierIds, nativeTierSchema } from "../../../core/native/nativeCall.ts";
import { tierLimits } from "../../../core/native/tiers.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

const names: Readonly<Record<NativeTier, string>> = {
  standard: "Standard",
  high_volume: "High volume",
  partner: "Partner",
  off: "Off",
};

function limitText(tier: NativeTier): string {
  const limit = tierLimits[tier];
  return limit === null
    ? "No limit. The real API has none like this: for load on this machine only."
    : `${limit.toLocaleString("en")} requests a minute for each key`;
}

export function RateLimitSection() {
  const { rateLimit } = useStatus().settings;
  const update = useUpdateSettings();
  return (
    <SettingsSection
      title="Rate limit"
      hint="The tier whose limit both surfaces keep: over a sliding minute, answered with 429 and Retry-After beyond it."
    >
      <Radio.Group
        aria-label="Rate limit tier"
        value={rateLimit}
        onChange={(value) => update.mutate({ rateLimit: nativeTierSchema.parse(value) })}
      >
        <Stack gap="sm">
          {nativeTierIds.map((tier) => (
            <Radio key={tier} value={tier} label={names[tier]} description={limitText(tier)} />
          ))}
        </Stack>
      </Radio.Group>
      {rateLimit === "off" && (
        <Text c="dimmed">While it is off, an integration is not told to slow down where production would tell it.</Text>
      )}
    </SettingsSection>
  );
}
