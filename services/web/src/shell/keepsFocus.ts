/**
 * Gives the focus back to a button that could not be pressed while what it began was under way: a
 * browser takes it away from what is disabled, and whoever has no mouse would begin at the top.
 *
 * @returns ends it
 */
export function keepsFocus(): () => void {
  let last: EventTarget | null = null;
  const focused = ({ target }: FocusEvent) => (last = target);
  const enabled = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const isBack = target === last && target instanceof HTMLButtonElement && !target.disabled;
      if (isBack && document.activeElement === document.body) target.focus({ preventScroll: true });
    }
  });
  document.addEventListener("focusin", focused);
  enabled.observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  return () => {
    document.removeEventListener("focusin", focused);
    enabled.disconnect();
  };
}
