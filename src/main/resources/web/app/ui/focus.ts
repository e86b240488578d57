/** Gives a button that moves its row the focus again, which the browser takes from elements that move; or the row's first other button. */
export function refocus({currentTarget}: Event): () => void {
  const button = currentTarget as HTMLButtonElement;
  const row = button.closest('li');
  return () =>
    requestAnimationFrame(() => (button.disabled ? row?.querySelector<HTMLButtonElement>('button:enabled') : button)?.focus());
}
