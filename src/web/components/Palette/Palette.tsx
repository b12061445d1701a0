import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../contract/cases.ts';
import { useAccount } from '../../app/Desk/account.ts';
import { screensFor, unitScreensFor } from '../../app/Desk/screens.ts';
import { useSession } from '../../app/session.tsx';
import { get } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { chooseLanguage } from '../../words/i18n.ts';
import { useLang, useSay } from '../../words/say.ts';
import './palette.css';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  readonly go: () => void;
}

/** Fewer letters than this find half the district. */
const ENOUGH = 2;

const useCases = (text: string, reads: boolean) =>
  useQuery({
    queryKey: ['palette', text],
    queryFn: () => get<CasePage>(paths.cases({ text, limit: 8 })),
    enabled: reads && text.length >= ENOUGH,
    staleTime: 30_000,
  });

const useChoices = (typed: string): readonly Choice[] => {
  const { t } = useTranslation();
  const say = useSay();
  const lang = useLang();
  const { post } = useSession();
  const navigate = useNavigate();
  const { signOut } = useAccount();
  const text = useDeferredValue(typed.trim());
  const found = useCases(
    text,
    screensFor(post.role).some(({ key }) => key === 'cases'),
  );

  const places: Choice[] = [
    ...[...screensFor(post.role), ...unitScreensFor(post.role)].map(({ to, key }) => ({
      id: `screen-${key}`,
      name: t(`screen.${key}`),
      go: () => void navigate({ to }),
    })),
    {
      id: 'language',
      name: t('header.otherLanguage'),
      go: () => chooseLanguage(lang === 'zh' ? 'en' : 'zh'),
    },
    { id: 'sign-out', name: t('header.signOut'), go: () => void signOut() },
  ];
  const rows = text.length >= ENOUGH ? (found.data?.rows ?? []) : [];
  return [
    ...places.filter((place) => place.name.toLowerCase().includes(typed.trim().toLowerCase())),
    ...rows.map((row) => ({
      id: `case-${row.id}`,
      name: row.title ?? t('case.untitled'),
      hint: `${row.id} · ${say(row.placeName)}`,
      go: () => void navigate({ to: '/cases/$id', params: { id: row.id } }),
    })),
  ];
};

const Search = ({ close }: { close: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useChoices(typed);
  const here = Math.min(at, choices.length - 1);

  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.go();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(here + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0));
    else if (event.key === 'Enter') take(choices[here]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className="palette-input"
        type="text"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-activedescendant={choices[here] ? `${list}-${here}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div id={list} role="listbox" aria-label={t('palette.found')} className="palette-list">
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            className="palette-choice"
            aria-selected={index === here}
            onPointerMove={() => setAt(index)}
            onClick={() => take(choice)}
            onKeyDown={keys}
          >
            {choice.name}
            {choice.hint && <span className="quiet small"> {choice.hint}</span>}
          </div>
        ))}
      </div>
      {choices.length === 0 && (
        <p className="palette-none quiet" role="status">
          {t('palette.none')}
        </p>
      )}
    </>
  );
};

/** Goes anywhere from the keyboard: screens by name, cases by number or words. */
export const Palette = ({ open, close }: { open: boolean; close: () => void }) => {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.label')}
      onClose={close}
      onPointerDown={(event) => event.target === dialog.current && close()}
    >
      {open && <Search close={close} />}
    </dialog>
  );
};
