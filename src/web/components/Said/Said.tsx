import './said.css';

/** What a person said, as they said it: line breaks kept, never shortened, a rule at the side. */
export const Said = ({ children, small = false }: { children: string; small?: boolean }) => (
  <blockquote className={small ? 'said said-small' : 'said'}>{children}</blockquote>
);
