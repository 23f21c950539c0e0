import { SegmentedControl } from "@mantine/core";
import { settingsSchema } from "../../../core/contract/settings.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

const appearances = [
  { value: "auto", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function AppearanceSection() {
  const { appearance } = useStatus().settings;
  const update = useUpdateSettings();
  return (
    <SettingsSection title="Appearance" hint="Light and dark, here and in every window of this workbench.">
      <SegmentedControl
        aria-label="Appearance"
        data={appearances}
        value={appearance}
        onChange={(value) => update.mutate({ appearance: settingsSchema.shape.appearance.parse(value) })}
      />
    </SettingsSection>
  );
}
