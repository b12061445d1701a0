import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contract/common.ts';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Found by either language's name and by the code. */
  readonly found: string;
}

interface PickerProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
}

const matches = (typed: string, option?: Option): boolean =>
  option?.found.includes(typed.trim().toLowerCase()) ?? false;

const useShared = ({ id, options, describedBy, placeholder }: PickerProps) => ({
  id,
  notFoundContent: useTranslation().t('picker.none'),
  options: [...options],
  showSearch: { filterOption: matches },
  className: 'picker',
  // Inside the drawer, so that the keyboard stays in it.
  getPopupContainer: (node: HTMLElement) => node.parentElement ?? document.body,
  ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  ...(placeholder ? { placeholder } : {}),
});

interface OneProps extends PickerProps {
  readonly value: string | undefined;
  readonly change: (value: string) => void;
}

export const PickOne = ({ value, change, ...rest }: OneProps) => (
  <Select<string, Option> {...useShared(rest)} value={value ?? null} onChange={change} />
);

interface ManyProps extends PickerProps {
  readonly value: readonly string[];
  readonly change: (value: string[]) => void;
}

export const PickMany = ({ value, change, ...rest }: ManyProps) => (
  <Select<string[], Option>
    {...useShared(rest)}
    mode="multiple"
    value={[...value]}
    onChange={change}
  />
);

const option = (value: string, label: string, name: Text): Option => ({
  value,
  label,
  found: `${name.zh} ${name.en} ${value}`.toLowerCase(),
});

export const useUnitOptions = (types?: readonly string[]): readonly Option[] => {
  const say = useSay();
  const { data } = useQuery(rulebookQuery);
  return (data?.units ?? [])
    .filter((unit) => !types || types.includes(unit.type))
    .map((unit) => option(unit.id, say(unit.name), unit.name));
};

/** The unit itself and every one above it, from below. */
export const useUnitsAbove = (unit: string): readonly Option[] => {
  const say = useSay();
  const { data } = useQuery(rulebookQuery);
  const units = data?.units ?? [];
  const chain: (typeof units)[number][] = [];
  for (let next = units.find(({ id }) => id === unit); next && !chain.includes(next); ) {
    chain.push(next);
    const above = next.parent;
    next = units.find(({ id }) => id === above);
  }
  return chain.map(({ id, name }) => option(id, say(name), name));
};

/** Those that nothing is below: a matter is triaged to one of these. */
export const useCategoryOptions = (): readonly Option[] => {
  const say = useSay();
  const { data } = useQuery(rulebookQuery);
  const categories = data?.categories ?? [];
  const parents = new Set(categories.map(({ parent }) => parent));
  return categories
    .filter(({ code }) => !parents.has(code))
    .map(({ code, name }) => option(code, say(name), name));
};
