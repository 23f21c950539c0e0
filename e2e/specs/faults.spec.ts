import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("a bad day is rehearsed: switched on from a preset, loud in the frame, told at what it touched, and switched off", async ({
  workbench: { page, compat },
}) => {
  const event = { metric: "Placed Order", email: "ada@example.com" };
  await goTo(page, "Settings");
  const faults = page.getByRole("region", { name: "Faults on purpose" });
  await faults.getByRole("combobox", { name: "Start from a preset" }).click();
  await page.getByRole("option", { name: "Upstream down" }).click();
  const plan = faults.getByRole("textbox", { name: "Plan" });
  const text = await plan.inputValue();
  await plan.fill(text.replace("unreachable", "explode"));
  await expect(faults.getByText("/faults/0/fault/error")).toBeVisible();
  await expect(faults.getByRole("button", { name: "Switch on" })).toBeDisabled();
  await plan.fill(text);
  await faults.getByRole("button", { name: "Switch on" }).click();
  const chip = page.getByRole("banner").getByRole("link", { name: "Faults: Upstream down" });
  await expect(chip).toBeVisible();

  expect((await postEvent(compat, event)).status).toBe(502);
  await faults.getByRole("link", { name: "Show them" }).click();
  await new TrafficPage(page).row(/502/).click();
  await expect(
    new ExchangePage(page).finding("On purpose (Upstream down): 1 native call failed with unreachable."),
  ).toBeVisible();

  await chip.click();
  await faults.getByRole("button", { name: "Switch off" }).click();
  await expect(chip).toBeHidden();
  expect((await postEvent(compat, event)).status).toBe(202);
});

test("a connection that was reset on purpose is told as that, and not as a client that went away", async ({
  workbench: { page, compat },
}) => {
  await goTo(page, "Settings");
  const faults = page.getByRole("region", { name: "Faults on purpose" });
  const reset = { name: "Lost answers", faults: [{ fault: { kind: "reset", at: "answer" } }] };
  await faults.getByRole("textbox", { name: "Plan" }).fill(JSON.stringify(reset));
  await faults.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Faults: Lost answers" })).toBeVisible();

  await expect(postEvent(compat, { metric: "Placed Order", email: "ada@example.com" })).rejects.toThrow();
  await faults.getByRole("link", { name: "Show them" }).click();
  await new TrafficPage(page).row(/not answered: the connection was reset on purpose/).click();
  await expect(new ExchangePage(page).pane("Klaviyo response")).toContainText(
    "Not answered: the connection was reset on purpose",
  );
});
