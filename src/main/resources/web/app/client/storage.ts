/** Removes what is kept on this device under the keys that begin so. */
export function removeKept(prefix: string): void {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .forEach((key) => localStorage.removeItem(key));
}
