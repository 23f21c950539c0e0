import type { EventEmitter } from "node:events";
import type { CDPSession, Page } from "@playwright/test";
import { PreventableEvent } from "./PreventableEvent.ts";

class NavigationEvent extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;

  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

/** Holds each document request until the shell's listeners had their say, as Electron does, and closes windows that the shell does not allow. */
export async function watchNavigation(
  page: Page,
  contents: EventEmitter,
  mayOpen: (url: string) => boolean,
): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  const { frameTree } = await chromium.send("Page.getFrameTree");
  chromium.on("Fetch.requestPaused", ({ requestId, request, frameId, redirectedRequestId }) => {
    const isMainFrame = frameId === frameTree.frame.id;
    const name = redirectedRequestId === undefined ? "will-navigate" : "will-redirect";
    const prevented =
      (isMainFrame && isPrevented(contents, name, new NavigationEvent(request.url, isMainFrame))) ||
      isPrevented(contents, "will-frame-navigate", new NavigationEvent(request.url, isMainFrame));
    void settle(chromium, requestId, prevented);
  });
  chromium.on("Page.windowOpen", ({ url }) => void mayOpen(url));
  page.on("popup", (popup) => void popup.close());
  await chromium.send("Page.enable");
  await chromium.send("Fetch.enable", { patterns: [{ resourceType: "Document" }] });
}

function isPrevented(contents: EventEmitter, name: string, event: NavigationEvent): boolean {
  contents.emit(name, event);
  return event.defaultPrevented;
}

async function settle(chromium: CDPSession, requestId: string, prevented: boolean): Promise<void> {
  if (prevented) await chromium.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
  else await chromium.send("Fetch.continueRequest", { requestId });
}
