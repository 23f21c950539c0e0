export function SessionPicker() {
  return null;
}
