import { app } from "electron";

/**
 * False when a workbench already runs on this data folder: that one comes to the front and this one has to end. The lock lies in `userData`, so set
 * that first.
 */
export function holdSingleInstance(comeToFront: () => void): boolean {
  const isFirst = app.requestSingleInstanceLock();
  if (isFirst) app.on("second-instance", comeToFront);
  else app.quit();
  return isFirst;
}
