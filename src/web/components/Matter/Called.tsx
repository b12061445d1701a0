/** A channel by name and number; many carry the number in their name already. */
export const Called = ({ name, telephone }: { name: string; telephone: string | null }) =>
  telephone && !name.includes(telephone) ? `${name} ${telephone}` : name;
