import { Title } from "@mantine/core";
import { AboutSection } from "./AboutSection.tsx";
import { AppearanceSection } from "./AppearanceSection.tsx";
import { FaultsSection } from "./FaultsSection.tsx";
import { KeysSection } from "./KeysSection.tsx";
import { MetricsSection } from "./MetricsSection.tsx";
import { RateLimitSection } from "./RateLimitSection.tsx";
import { RetentionSection } from "./RetentionSection.tsx";
import classes from "./SettingsScreen.module.css";
import { UpstreamSection } from "./UpstreamSection.tsx";

export function SettingsScreen() {
  return (
    <div className={classes.screen}>
      <div className={classes.content}>
        <Title order={1}>Settings</Title>
        <UpstreamSection />
        <KeysSection />
        <RateLimitSection />
        <FaultsSection />
        <MetricsSection />
        <RetentionSection />
        <AppearanceSection />
        <AboutSection />
      </div>
    </div>
  );
}
