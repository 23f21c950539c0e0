import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconTemplate } from "@tabler/icons-react";
import { endpointIds } from "../../../../core/klaviyo/endpoints.ts";
import { requestTemplates } from "../../../../core/klaviyo/templates.ts";
import { draftOf } from "../draft/draft.ts";
import { replaceDraft } from "../draft/replaceDraft.tsx";
import classes from "./TemplateMenu.module.css";

/** Requests to start from, by endpoint; each is valid as it is. */
export function TemplateMenu() {
  return (
    <Menu position="bottom-end" width="24rem" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconTemplate size={14} />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Template
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {endpointIds.map((endpoint) => (
          <div key={endpoint}>
            <Menu.Label>{endpoint}</Menu.Label>
            {requestTemplates
              .filter((template) => template.endpoint === endpoint)
              .map((template) => (
                <Menu.Item key={template.id} onClick={() => replaceDraft({ draft: draftOf(template) })}>
                  <div className={classes.name}>{template.title}</div>
                  <div className={classes.about}>{template.description}</div>
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
