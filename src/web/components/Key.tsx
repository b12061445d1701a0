/** The key that does it, for the eye; `aria-keyshortcuts` on the button says it to screen readers. */
export const Key = ({ children }: { children: string }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
);
