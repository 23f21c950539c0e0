import { type App, shell, type WebContents } from "electron";

/** Whether an address may be handed to the system's browser: `file:`, `smb:` and the like can start programs. */
function isExternalLink(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}

function hasOrigin(url: string, origin: string | undefined): boolean {
  return origin !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}

/**
 * Threat: a link in recorded data, or a page that got in by a redirect, takes over a window that has the bridge. So no page but the workbench's own
 * (`ownOrigin`, undefined until the host is up) is ever shown; other web links open in the system's browser.
 */
export function guardNavigation(app: App, ownOrigin: () => string | undefined): void {
  app.on("web-contents-created", (_created, contents) => guardContents(contents, ownOrigin));
}

function guardContents(contents: WebContents, ownOrigin: () => string | undefined): void {
  contents.on("will-navigate", (navigation) => {
    if (hasOrigin(navigation.url, ownOrigin())) return;
    navigation.preventDefault();
    openExternally(navigation.url);
  });
  contents.on("will-redirect", (redirect) => {
    if (!hasOrigin(redirect.url, ownOrigin())) redirect.preventDefault();
  });
  contents.on("will-frame-navigate", (navigation) => {
    if (!navigation.isMainFrame && !hasOrigin(navigation.url, ownOrigin())) navigation.preventDefault();
  });
  contents.on("will-attach-webview", (attached) => attached.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternally(url);
    return { action: "deny" };
  });
}

function openExternally(url: string): void {
  if (isExternalLink(url)) void shell.openExternal(url);
}
