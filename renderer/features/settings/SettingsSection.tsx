import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./SettingsSection.module.css";

interface SettingsSectionProps {
  readonly title: string;
  readonly hint: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the settings: what it is beside what can be changed. */
export function SettingsSection({ title, hint, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.about}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <div className={classes.hint}>{hint}</div>
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  );
}
