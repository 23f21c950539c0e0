type Answer = (granted: boolean) => void;
type RequestHandler = (contents: null, permission: string, answer: Answer) => void;
type CheckHandler = (contents: null, permission: string) => boolean;

/** Electron's names of permissions, and Chromium's. */
const permissionNames = {
  "clipboard-sanitized-write": "clipboard-write",
  "clipboard-read": "clipboard-read",
  geolocation: "geolocation",
  notifications: "notifications",
} as const;

/** Without handlers Electron grants everything; so does this. */
export class StandInSession {
  #request: RequestHandler = (_contents, _permission, answer) => answer(true);
  #check: CheckHandler = () => true;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(): void {
    // Headless Chromium offers no devices.
  }

  grantedPermissions(): string[] {
    const isGranted = (permission: string) => {
      let granted = false;
      this.#request(null, permission, (answer) => {
        granted = answer;
      });
      return granted && this.#check(null, permission);
    };
    return Object.entries(permissionNames).flatMap(([name, chromiumName]) => (isGranted(name) ? [chromiumName] : []));
  }
}
