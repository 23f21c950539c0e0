export function NothingChosen() {
  return null;
}
