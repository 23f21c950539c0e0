import { Code, DataList } from "@mantine/core";
import { useStatus } from "../../live/LiveContext.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import classes from "./AboutSection.module.css";
import { SettingsSection } from "./SettingsSection.tsx";

/** Where this workbench listens and keeps its data. */
export function AboutSection() {
  const { version, compatUrl, nativeUrl, dataDir } = useStatus();
  const rows = [
    { label: "Klaviyo-compatible API", value: compatUrl },
    { label: "Native API", value: nativeUrl },
    { label: "Data folder", value: dataDir },
  ];
  return (
    <SettingsSection title="This workbench" hint={`Version ${version}`}>
      <DataList orientation="horizontal">
        {rows.map(({ label, value }) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue className={classes.value}>
              <Code className={classes.code}>{value}</Code>
              <CopyButton value={value} label={label} />
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </SettingsSection>
  );
}
