import { useTranslation } from 'react-i18next';
import './filters.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

interface OneOfProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly FilterOption[];
  readonly change: (value: string | undefined) => void;
  /** What stands where nothing is chosen, if not everything. */
  readonly any?: string;
}

/** One of a few, or any. */
export const OneOf = ({ label, value, options, change, any }: OneOfProps) => {
  const { t } = useTranslation();
  return (
    <label className="filter">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => change(event.target.value || undefined)}>
        <option value="">{any ?? t('list.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
};

interface SearchProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly search: (value: string | undefined) => void;
}

/** Searches on Enter: a half-typed word is not a question. */
export const SearchBox = ({ label, value, search }: SearchProps) => {
  const { t } = useTranslation();
  return (
    <search className="filter-search">
      <form
        className="filter"
        key={value ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('text');
          search(typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined);
        }}
      >
        <label htmlFor="filter-text">{label}</label>
        <span className="filter-pair">
          <input
            id="filter-text"
            name="text"
            type="search"
            defaultValue={value ?? ''}
            maxLength={80}
          />
          <button type="submit">{t('list.search')}</button>
        </span>
      </form>
    </search>
  );
};
