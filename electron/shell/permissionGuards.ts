import type { Session } from "electron";

/** The workbench needs no camera, place, device or notification; copying to the clipboard after a press is the one thing it may do. */
const allowed: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.setDevicePermissionHandler(() => false);
}
